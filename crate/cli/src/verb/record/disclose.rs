//! `redzone record redact`, `disclose` and `open`: parts of records hidden, and shown later.

use redzone_record::disclose::{PARTY, Pattern, openings_from_json, openings_to_json};
use redzone_record::sealed::Sealed;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{NO_RECORD, fresh, json};
use crate::case::Lines;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files::{self, WholeFile};
use crate::output::Out;

/// Hide parts of every record of a case file
///
/// Digests, signatures and chain stay as they are, so the redacted file verifies with the same head. Without --hide it hides who was asked about and
/// which entries answered, and leaves verdicts, scores, lists and packs.
#[derive(clap::Args)]
pub struct RedactArgs {
    /// The whole case file
    file: PathBuf,
    /// The redacted case file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// What to hide, as a JSON Pointer with * for every item: /body/question/name, /body/hits/*/name; may be given several times
    #[arg(long, value_name = "POINTER", value_parser = parse_pattern)]
    hide: Vec<Pattern>,
}

/// Make what opens hidden parts of a redacted case file
#[derive(clap::Args)]
pub struct DiscloseArgs {
    /// The whole case file
    file: PathBuf,
    /// The redacted case file
    #[arg(long = "for", value_name = "FILE")]
    redacted: PathBuf,
    /// The line of the record, counted from 1
    #[arg(long, value_name = "N")]
    line: usize,
    /// What to show, as for --hide; may be given several times
    #[arg(long, value_name = "POINTER", value_parser = parse_pattern, required = true)]
    show: Vec<Pattern>,
    /// The file of openings to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Put openings back into a redacted case file
#[derive(clap::Args)]
pub struct OpenArgs {
    /// The redacted case file
    file: PathBuf,
    /// The file of openings
    openings: PathBuf,
    /// The case file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

fn parse_pattern(text: &str) -> Result<Pattern, String> {
    Pattern::parse(text)
        .filter(|_| text == "/body" || text.starts_with("/body/"))
        .ok_or_else(|| "expected a JSON Pointer into the body, for example /body/question/name".to_owned())
}

/// # Errors
/// [`Kind::BadInput`] for what is no whole record.
pub fn redact(args: &RedactArgs, out: &mut Out) -> Result<Exit, Fault> {
    let usual = || PARTY.iter().filter_map(|text| Pattern::parse(text)).collect();
    let hide = if args.hide.is_empty() { usual() } else { args.hide.clone() };
    rewrite(&args.file, &args.out, |line, sealed| {
        sealed.redact(&hide).ok_or_else(|| {
            let what = format!("{}, line {line}: expected a whole record, found a redacted one", args.file.display());
            Fault::new(Kind::BadInput, what, "give the case file of who wrote it: only the holder of the seeds can redact")
        })
    })?;
    out.note(format_args!("written to {}; keep {} to open parts later", args.out.display(), args.file.display()));
    Ok(Exit::NoReview)
}

/// # Errors
/// [`Kind::BadInput`] when the two files do not belong together.
pub fn disclose(args: &DiscloseArgs, out: &mut Out) -> Result<Exit, Fault> {
    let whole = at_line(&args.file, args.line)?;
    let redacted = at_line(&args.redacted, args.line)?;
    let openings = whole.openings(&redacted, &args.show).ok_or_else(|| {
        let what = format!("line {} of the two files is not one record, whole and redacted", args.line);
        Fault::new(Kind::BadInput, what, "give the whole case file first, and with --for the one redacted from it")
    })?;
    if openings.is_empty() {
        return Err(Fault::new(Kind::Usage, "nothing that --show names is hidden there", "name a hidden part: /body/question/name"));
    }
    files::write(fresh(&args.out)?, format!("{}\n", openings_to_json(&whole.digest, &openings).to_canonical()).as_bytes())?;
    out.note(format_args!("{} hidden parts can be opened with {}", openings.len(), args.out.display()));
    Ok(Exit::NoReview)
}

/// # Errors
/// [`Kind::Integrity`] when an opening is not of what was hidden.
pub fn open(args: &OpenArgs, out: &mut Out) -> Result<Exit, Fault> {
    let name = args.openings.display();
    let (digest, openings) = openings_from_json(&json(&args.openings)?).ok_or_else(|| {
        Fault::new(
            Kind::BadInput,
            format!("{name}: expected openings, found other JSON"),
            "give a file that `redzone record disclose` wrote",
        )
    })?;
    let mut opened = 0;
    rewrite(&args.file, &args.out, |_, sealed| {
        if sealed.digest != digest {
            return Ok(sealed);
        }
        opened += 1;
        sealed.open(&openings).ok_or_else(|| {
            Fault::new(Kind::Integrity, format!("{name}: it does not open what was hidden"), "ask the holder of the record for another")
        })
    })?;
    if opened == 0 {
        let what = format!("{name} opens the record {digest}, which is not in {}", args.file.display());
        return Err(Fault::new(Kind::BadInput, what, "give the case file that the openings were made for"));
    }
    out.note(format_args!("written to {}", args.out.display()));
    Ok(Exit::NoReview)
}

/// Writes a case file again with each record changed.
fn rewrite(from: &Path, to: &Path, mut change: impl FnMut(usize, Sealed) -> Result<Sealed, Fault>) -> Result<(), Fault> {
    let mut file = WholeFile::create(fresh(to)?)?;
    for (at, line) in Lines::open(from)?.enumerate() {
        let sealed = record(from, at + 1, &line?)?;
        writeln!(file, "{}", change(at + 1, sealed)?.to_line()).map_err(|why| Fault::writing(to, &why))?;
    }
    file.commit()
}

fn at_line(path: &Path, line: usize) -> Result<Sealed, Fault> {
    let text = line.checked_sub(1).and_then(|at| Lines::open(path).map(|mut lines| lines.nth(at)).transpose()).transpose()?;
    let text = text.ok_or_else(|| {
        Fault::new(Kind::BadInput, format!("{} has no line {line}", path.display()), "give the number of a line, counted from 1")
    })??;
    record(path, line, &text)
}

/// A record whose digest and signature hold.
fn record(path: &Path, line: usize, text: &str) -> Result<Sealed, Fault> {
    let read = Sealed::read(text).and_then(|sealed| sealed.check().map(|()| sealed));
    read.map_err(|why| Fault::new(Kind::BadInput, format!("{}, line {line}: {why}", path.display()), NO_RECORD))
}
