//! `redzone lists import`: official files to editions, or a refusal that says why.

use super::{LARGEST, refused};
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files::{self, WholeFile};
use crate::output::Out;
use redzone_compile::catalog::Catalog;
use redzone_compile::edition::{self, Counts};
use redzone_compile::import::{self, Options};
use redzone_compile::{report, us};
use redzone_index::Date;
use std::io::Write as _;
use std::path::PathBuf;

/// Make editions of official files: recognised by content, joined, reconciled
///
/// A file whose content has no date takes it from a folder of its path that is named YYYY-MM-DD or YYYY-MM.
#[derive(clap::Args)]
pub struct Args {
    /// The official files: trade.gov's Consolidated Screening List (JSON, CSV, TSV), OFAC's CSV files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where the editions are put, and where the last ones stand
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The day of lists that do not state their own
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    as_of: Option<Date>,
    /// What must be said with every answer from these editions
    #[arg(long, value_name = "TEXT", default_value = "")]
    notice: String,
}

/// A day on the command line.
pub fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "expected a day as YYYY-MM-DD".to_owned())
}

pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let mut sources = Vec::new();
    let mut paths = args.files.clone();
    paths.sort();
    for path in &paths {
        let name = path.display().to_string();
        sources.push(us::read(&name, &files::read(path, LARGEST)?).map_err(|why| refused(&why))?);
    }
    out.heading("Files")?;
    for source in &sources {
        let dated = if source.dated.is_empty() { String::new() } else { format!(" of {}", source.dated) };
        out.line(format!("  {}: {}{dated}, {} rows", source.name, import::words(source.form), source.rows))?;
    }
    let options = Options { as_of: args.as_of, notice: args.notice.clone() };
    let imported = import::import(&sources, Catalog::ours(), &options).map_err(|why| refused(&why))?;
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
        let rows = format!("{} rows in, {} dropped, {} problems named", header.source_rows, header.dropped_rows, header.problems);
        out.line(format!("  {} of {}: {}; {rows}", header.list, header.as_of, Counts::of(&edition.entries)))?;
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
