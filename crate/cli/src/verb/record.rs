//! `redzone record`: what can be done with the records of a case file.

mod archive;
mod decide;
mod disclose;
mod export;
pub mod questions;
mod rescreen;
mod verify;

use redzone_record::Json;
use redzone_record::sealed::Sealed;
use std::path::Path;

use crate::case::Lines;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files;
use crate::output::Out;

/// Verify, replay, disclose, decide, export: all that is done with records
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    Verify(verify::Args),
    Redact(disclose::RedactArgs),
    Disclose(disclose::DiscloseArgs),
    Open(disclose::OpenArgs),
    Decide(decide::Args),
    Rescreen(rescreen::Args),
    Export(export::Args),
    Archive(archive::Args),
    /// Print the JSON Schema of a line of a case file
    Schema,
}

/// # Errors
/// [`Kind::BadInput`] for what is no record, [`Kind::Integrity`] for what was changed.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    match &args.what {
        What::Verify(args) => verify::run(args, out),
        What::Redact(args) => disclose::redact(args, out),
        What::Disclose(args) => disclose::disclose(args, out),
        What::Open(args) => disclose::open(args, out),
        What::Decide(args) => decide::run(args, out),
        What::Rescreen(args) => rescreen::run(args, out),
        What::Export(args) => export::run(args, out),
        What::Archive(args) => archive::run(args, out),
        What::Schema => out.line(redzone_record::sealed::SCHEMA.trim_end()).map(|()| Exit::NoReview),
    }
}

/// What to do about a file that is no record.
const NO_RECORD: &str = "give a file that `redzone ... --record` wrote, unchanged";

/// A file that is no record, as a fault.
fn no_record(path: &Path, what: &str) -> Fault {
    Fault::new(Kind::BadInput, format!("{}: {what}", path.display()), NO_RECORD)
}

/// Refuses a file that does not begin like a record at all, before anything else is opened.
///
/// # Errors
/// [`Kind::BadInput`].
fn begins_like_a_record(path: &Path) -> Result<(), Fault> {
    let line = Lines::open(path)?.next().transpose()?.ok_or_else(|| no_record(path, "expected a record, found an empty file"))?;
    let value = redzone_record::read(&line).map_err(|why| no_record(path, &why.to_string()))?;
    if redzone_record::question(&value).is_some() || Sealed::read(&line).is_ok() {
        return Ok(());
    }
    Err(no_record(path, "expected the record of a check, found other JSON"))
}

/// Reads a file of one canonical JSON value.
///
/// # Errors
/// [`Kind::BadInput`].
fn json(path: &Path) -> Result<Json, Fault> {
    let name = path.display().to_string();
    let text = files::text(files::read(path, crate::case::LONGEST)?, &name)?;
    redzone_record::read(&text).map_err(|why| Fault::new(Kind::BadInput, format!("{name}: {why}"), NO_RECORD))
}

/// A file that must not be there yet.
///
/// # Errors
/// [`Kind::Usage`] when it is.
fn fresh(path: &Path) -> Result<&Path, Fault> {
    if path.exists() {
        return Err(Fault::new(
            Kind::Usage,
            format!("{} is there already", path.display()),
            "name a new file: nothing is written over here",
        ));
    }
    Ok(path)
}
