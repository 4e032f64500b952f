//! `redzone lists import`: official files to editions, or a refusal that says why.

use super::{LARGEST, editions, refused};
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files::{self, WholeFile};
use crate::output::Out;
use crate::today;
use redzone_compile::catalog::Catalog;
use redzone_compile::edition::{self, Counts};
use redzone_compile::import::{self, Options};
use redzone_compile::{report, us, waiver};
use redzone_index::Date;
use std::io::Write as _;
use std::path::PathBuf;

/// Make editions of official files: recognised by content, joined, reconciled, guarded
///
/// A file whose content has no date takes it from a folder of its path that is named YYYY-MM-DD, or YYYY-MM when it only adds to others.
#[derive(clap::Args)]
pub struct Args {
    /// The official files, in any form that lists/catalog.toml names
    #[arg(value_name = "FILE", required_unless_present = "sources")]
    files: Vec<PathBuf>,
    /// A text file that names files, one a line
    #[arg(long, value_name = "FILE")]
    sources: Option<PathBuf>,
    /// The folder that the names in --sources start from
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Where the editions are put, and where the last ones stand
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Dated permissions for changes that a guard would refuse (lists/README.md)
    #[arg(long, value_name = "FILE")]
    waiver: Option<PathBuf>,
    /// The day of lists that do not state their own
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day)]
    as_of: Option<Date>,
    /// What must be said with every answer from these editions
    #[arg(long, value_name = "TEXT", default_value = "")]
    notice: String,
}

#[cfg(feature = "fetch")]
impl Args {
    /// Some files into a folder, with nothing else said.
    pub fn of(files: Vec<PathBuf>, out: PathBuf, as_of: Option<Date>) -> Args {
        Args { files, sources: None, root: PathBuf::from("."), out, waiver: None, as_of, notice: String::new() }
    }
}

/// The files to read: those named, and those that --sources names.
fn paths(args: &Args) -> Result<Vec<PathBuf>, Fault> {
    let mut paths = args.files.clone();
    if let Some(sources) = &args.sources {
        let text = files::text(files::read(sources, LARGEST)?, &sources.display().to_string())?;
        let names = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        paths.extend(names.map(|name| args.root.join(name)));
    }
    Ok(paths)
}

fn waivers(args: &Args) -> Result<Vec<waiver::Waiver>, Fault> {
    let Some(path) = &args.waiver else { return Ok(Vec::new()) };
    let name = path.display().to_string();
    let text = files::text(files::read(path, LARGEST)?, &name)?;
    let next = "write it as lists/README.md shows, under Waivers";
    waiver::read(&text).map_err(|why| Fault::new(Kind::BadInput, format!("{name}: {why}"), next))
}

pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let mut sources = Vec::new();
    for path in paths(args)? {
        let name = path.display().to_string();
        sources.push(us::read(&name, &files::read(&path, LARGEST)?).map_err(|why| refused(&why))?);
    }
    us::order(&mut sources);
    let waivers = waivers(args)?;
    let last = if args.out.is_dir() { editions(&args.out)? } else { Vec::new() };
    let options = Options { as_of: args.as_of, notice: args.notice.clone() };
    let mut imported = import::import(&sources, Catalog::ours(), &options).map_err(|why| refused(&why))?;
    import::guarded(&mut imported, &last, Catalog::ours(), &waivers).map_err(|why| refused(&why))?;
    out.heading("Files")?;
    for source in &sources {
        let dated = if source.dated.is_empty() { String::new() } else { format!(" of {}", source.dated) };
        out.line(format!("  {}: {}{dated}, {} rows", source.name, import::words(source.form), source.rows))?;
    }
    out.heading("Editions")?;
    let reports = args.out.join("PROBLEMS");
    std::fs::create_dir_all(&reports).map_err(|why| Fault::writing(&reports, &why))?;
    let mut whole: Vec<WholeFile> = Vec::new();
    let mut put = |path: PathBuf, text: &str| -> Result<(), Fault> {
        let mut file = WholeFile::create(&path)?;
        file.write_all(text.as_bytes()).map_err(|why| Fault::writing(&path, &why))?;
        whole.push(file);
        Ok(())
    };
    for (edition, problems) in &imported.editions {
        let header = &edition.header;
        let text = edition::write(edition);
        if edition::read(&text).as_ref() != Ok(edition) {
            let what = format!("the edition of {} does not come back as it was written", header.list);
            return Err(Fault::new(Kind::Internal, what, "report this with the files that led to it; nothing was written"));
        }
        put(args.out.join(format!("{}.txt", header.list)), &text)?;
        put(reports.join(format!("{}.txt", header.list)), &report(&header.list, problems))?;
        let (joined, ended) = (header.joined_rows, header.ended_rows);
        let rows = format!(
            "{} rows = {} entries + {joined} joined + {ended} ended + {} dropped",
            header.source_rows,
            edition.entries.len(),
            header.dropped_rows
        );
        out.line(format!("  {} of {}: {rows}; {} problems named", header.list, header.as_of, header.problems))?;
        out.line(format!("    {}", Counts::of(&edition.entries)))?;
        for waiver in &header.waivers {
            out.line(format!("    waived: {waiver}"))?;
        }
    }
    put(reports.join("sources.txt"), &report("the sources", &imported.problems))?;
    for file in whole {
        file.commit()?;
    }
    let statements = imported.statements;
    if statements.all > 0 {
        let known = (statements.all - statements.unknown) as u64 * 10_000 / statements.all as u64;
        let share = format!("{}.{:02} % recognised", known / 100, known % 100);
        out.line(format!("  statements of OFAC's remarks: {}, {share}, {} kept as they are", statements.all, statements.unknown))?;
    }
    Ok(Exit::NoReview)
}
