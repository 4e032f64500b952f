//! `redzone inspect`: sections, sizes and digests of index files.

use redzone_index::{Columns, Digest, Manifest, Part, Sections};
use redzone_record::Json;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files;
use crate::output::{Format, Out};
use crate::pack::{MANIFEST, from_index, read, trusted};

/// Show the sections of an index file, or of every file of a pack
#[derive(clap::Args)]
pub struct Args {
    /// A pack's folder or one of its files
    path: PathBuf,
    /// Also compress every section as a web server would (slow), and compare with the names as plain text (a pack under the development key)
    #[arg(long)]
    sizes: bool,
}

/// The largest file that is read.
const LARGEST: u64 = 1 << 30;

/// A file or a section of one.
struct Row {
    file: String,
    section: String,
    bytes: usize,
    brotli: Option<usize>,
    digest: Digest,
}

/// Checks frames and digests, not signatures: that is for `redzone verify`.
///
/// # Errors
/// [`Kind::BadInput`] when there is nothing to read, [`Kind::Integrity`] when a file is not what its own header says.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let mut paths = vec![args.path.clone()];
    if args.path.is_dir() {
        let listed = fs::read_dir(&args.path)
            .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>());
        paths = listed.map_err(|why| Fault::reading(&args.path, &why))?;
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "rz"));
        paths.sort();
    }
    if paths.is_empty() {
        let what = format!("expected index files in {}, found no .rz file there", args.path.display());
        return Err(Fault::new(Kind::BadInput, what, "name a pack's folder or one of its files"));
    }
    let mut rows = Vec::new();
    for path in &paths {
        rows.extend(sections(path, args.sizes)?);
    }
    let limit = match args.sizes && args.path.is_dir() {
        true => Some(names_as_text(&args.path)?),
        false => None,
    };
    match out.format {
        Format::Table => table(&rows, limit, out)?,
        Format::Json => {
            let number = |count: usize| Json::from(count);
            let rows = rows.iter().map(|row| {
                let mut members = vec![
                    ("file", Json::from(row.file.as_str())),
                    ("section", Json::from(row.section.as_str())),
                    ("bytes", number(row.bytes)),
                    ("digest", Json::from(row.digest.to_string().as_str())),
                ];
                members.extend(row.brotli.map(|bytes| ("brotli", number(bytes))));
                Json::object(members)
            });
            let mut members = vec![("sections", Json::list(rows))];
            members.extend(limit.map(|bytes| ("names_brotli", number(bytes))));
            out.line(Json::object(members).to_canonical())?;
        }
    }
    Ok(Exit::NoReview)
}

fn sections(path: &Path, sizes: bool) -> Result<Vec<Row>, Fault> {
    let bytes = files::read(path, LARGEST)?;
    let part = Part::of(&bytes).ok_or_else(|| {
        let what = format!("{} does not begin as an index file does", path.display());
        Fault::new(Kind::Integrity, what, "name a .rz file that `redzone build` wrote")
    })?;
    let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let row = |section: String, bytes: &[u8], digest| Row {
        file: file.clone(),
        section,
        bytes: bytes.len(),
        brotli: sizes.then(|| brotli(bytes)),
        digest,
    };
    let mut rows = vec![row("(whole)".to_owned(), &bytes, Digest::of(&bytes))];
    let sections = Sections::read(part, &bytes).map_err(|why| from_index(&why))?;
    rows.extend(sections.iter().map(|(tag, digest, bytes)| row(tag.escape_ascii().to_string(), bytes, digest)));
    Ok(rows)
}

/// What the lists' names cost as plain text: sorted distinct names in words, a line each, list by list.
fn names_as_text(dir: &Path) -> Result<usize, Fault> {
    let manifest = Manifest::verify(&read(dir, MANIFEST)?, &trusted(&[])?).map_err(|why| from_index(&why))?;
    let mut sum = 0;
    for facts in manifest.lists() {
        let list = manifest.open_list(&facts.id, &read(dir, &facts.search.name)?).map_err(|why| from_index(&why))?;
        sum += brotli(&names(list.columns()));
    }
    Ok(sum)
}

fn names(columns: &Columns) -> Vec<u8> {
    let name = |name: u32| columns.words_of(name).iter().map(|word| columns.words.get(*word)).collect::<Vec<_>>().join(" ");
    let mut names: Vec<String> = (0..columns.name_count() as u32).map(name).collect();
    names.sort_unstable();
    names.dedup();
    names.join("\n").into_bytes()
}

/// The length after brotli, quality 11, window 24.
fn brotli(bytes: &[u8]) -> usize {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    // Writing to memory does not fail.
    let _ = writer.write_all(bytes);
    writer.into_inner().len()
}

fn table(rows: &[Row], limit: Option<usize>, out: &mut Out) -> Result<(), Fault> {
    out.heading(format_args!("{:<26} {:<8} {:>9} {:>9}  SHA-256", "file", "section", "bytes", "brotli"))?;
    for row in rows {
        let brotli = row.brotli.map_or_else(|| "-".to_owned(), |bytes| bytes.to_string());
        out.line(format_args!("{:<26} {:<8} {:>9} {brotli:>9}  {}", row.file, row.section, row.bytes, row.digest))?;
    }
    let Some(limit) = limit else { return Ok(()) };
    out.line("")?;
    out.heading(format_args!("{:<35} {:>9} {:>9}  of the names as text", "all lists", "bytes", "brotli"))?;
    let mut line = |what: &str, file: &str, chosen: &[&str]| {
        let some = || rows.iter().filter(|row| row.file.contains(file) && chosen.contains(&row.section.as_str()));
        let (bytes, brotli) = (some().map(|row| row.bytes).sum::<usize>(), some().filter_map(|row| row.brotli).sum::<usize>());
        out.line(format_args!("{what:<35} {bytes:>9} {brotli:>9}  {}", ratio(brotli, limit)))
    };
    line("words", ".search.", &["WORD"])?;
    line("names", ".search.", &["NAME"])?;
    line("words and names", ".search.", &["WORD", "NAME"])?;
    line("kinds, countries, birth dates", ".search.", &["ENTR"])?;
    line("identifiers", ".search.", &["IDEN"])?;
    line("search parts, as files", ".search.", &["(whole)"])?;
    line("detail parts, as files", ".detail.", &["(whole)"])?;
    out.line(format_args!("{:<35} {:>9} {limit:>9}  1.000", "the names as text, sorted", "-"))
}

/// Thousandths as a decimal.
fn ratio(part: usize, whole: usize) -> String {
    let thousandths = (part * 1_000 + whole / 2) / whole.max(1);
    format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000)
}
