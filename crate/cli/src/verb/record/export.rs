//! `redzone record export`: a case file for people, spreadsheets and calendars.

use clap::ValueEnum;
use redzone_record::Head;
use redzone_record::chain::Checker;
use redzone_record::report::calendar::Calendar;
use redzone_record::report::html::{self, Letterhead};
use redzone_record::report::law::{self, Asked, Law};
use redzone_record::report::{Rows, csv};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::archive::Unpacked;
use super::fresh;
use crate::case::{Lines, broken};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::files::WholeFile;
use crate::output::Out;
use crate::shelf::{Ready, Shelf, ShelfArgs};

/// Write a case file as a report, a table, a calendar or one JSON document
#[derive(clap::Args)]
pub struct Args {
    /// The case file, or an archive with the packs in it
    file: PathBuf,
    /// The form
    #[arg(long, value_enum)]
    to: Form,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// For the report: who reports
    #[arg(long, default_value = "")]
    organisation: String,
    /// For the report: what about
    #[arg(long, default_value = "")]
    matter: String,
    /// For the report: who prepared it
    #[arg(long, default_value = "")]
    prepared_by: String,
    /// For the report: where the rules are that say what a list does in law
    #[command(flatten)]
    shelf: ShelfArgs,
}

/// The forms.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A report to print
    Html,
    /// A summary in which no cell is active
    Csv,
    /// The same table with every text as a JSON string, from which it comes back exactly
    CsvExact,
    /// The days on which packs, rules and decisions end
    Ics,
    /// All records as one array
    Json,
}

/// # Errors
/// [`crate::fault::Kind::Integrity`] when the chain is broken: nothing is written then.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let unpacked = Unpacked::of(&args.file)?;
    let case = unpacked.as_ref().map_or_else(|| args.file.clone(), Unpacked::case);
    let head = whole(&case)?;
    let mut shelf = match args.to {
        Form::Html => Some(args.shelf.open_any(unpacked.as_ref().and_then(Unpacked::packs), out)?),
        _ => None,
    };
    let mut file = WholeFile::create(fresh(&args.out)?)?;
    let mut write = |text: &str| file.write_all(text.as_bytes()).map_err(|why| Fault::writing(&args.out, &why));
    let (mut rows, mut calendar) = (Rows::default(), Calendar::default());
    match args.to {
        Form::Html => {
            let letterhead =
                Letterhead { organisation: args.organisation.clone(), matter: args.matter.clone(), prepared_by: args.prepared_by.clone() };
            write(&html::start(&letterhead, &head))?;
        }
        Form::Csv | Form::CsvExact => write(&format!("{}\r\n", csv::HEADER))?,
        Form::Json => write("[")?,
        Form::Ics => {}
    }
    for (at, line) in Lines::open(&case)?.enumerate() {
        let line = line?;
        let Some(sealed) = Checker::new(&[]).line(&line).0 else { continue };
        let mut row = rows.next(&sealed);
        if let (Some(row), Some(shelf)) = (&mut row, &mut shelf) {
            law::find(row, |asked| law_of(asked, shelf, out))?;
        }
        match (args.to, row) {
            (Form::Html, Some(row)) => write(&html::party(&row))?,
            (Form::Csv, Some(row)) => write(&format!("{}\r\n", csv::summary(&row)))?,
            (Form::CsvExact, Some(row)) => write(&format!("{}\r\n", csv::exact(&row)))?,
            (Form::Json, _) => write(&format!("{}{line}", if at > 0 { "," } else { "" }))?,
            (Form::Ics, _) => calendar.add(&sealed),
            _ => {}
        }
    }
    match args.to {
        Form::Html => write(html::end())?,
        Form::Json => write("]\n")?,
        Form::Ics => write(&calendar.to_text())?,
        Form::Csv | Form::CsvExact => {}
    }
    file.commit()?;
    out.note(format_args!("written to {}; head of the case file {head}", args.out.display()));
    Ok(Exit::NoReview)
}

/// What the rules that a record names say of one of its hits; `None` when no pack with them is on the shelf.
fn law_of(asked: &Asked, shelf: &mut Shelf, out: &Out) -> Result<Option<Law>, Fault> {
    let Some(Ready { pack, rules: Some(rules), .. }) = shelf.get(&asked.pack, out)? else { return Ok(None) };
    if pack.manifest.facts().rules.as_ref().is_none_or(|facts| facts.digest.to_string() != asked.rules) {
        return Ok(None);
    }
    Ok(Some(Law::of(rules, &asked.list, pack.find(&asked.list, &asked.id, &asked.entry)?.as_ref())))
}

/// The head of a case file whose chain is whole.
///
/// # Errors
/// [`crate::fault::Kind::Integrity`] when it is not.
pub fn whole(path: &Path) -> Result<Head, Fault> {
    super::begins_like_a_record(path)?;
    let mut checker = Checker::new(&[]);
    for line in Lines::open(path)? {
        if let Some(finding) = checker.line(&line?).1.first() {
            return Err(broken(path, finding, "nothing was written: see redzone record verify"));
        }
    }
    checker.last().map(|place| Head::of(&place)).ok_or_else(|| super::no_record(path, "expected a record, found an empty file"))
}
