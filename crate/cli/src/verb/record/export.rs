//! `redzone record export`: a case file for people, spreadsheets and calendars.

use clap::ValueEnum;
use redzone_record::Head;
use redzone_record::chain::Checker;
use redzone_record::report::calendar::Calendar;
use redzone_record::report::html::{self, Letterhead};
use redzone_record::report::{Rows, csv};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::fresh;
use crate::case::{Lines, broken};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::files::WholeFile;
use crate::output::Out;

/// Write a case file as a report, a table, a calendar or one JSON document
#[derive(clap::Args)]
pub struct Args {
    /// The case file
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
    let head = whole(&args.file)?;
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
    for (at, line) in Lines::open(&args.file)?.enumerate() {
        let line = line?;
        let Some(sealed) = Checker::new(&[]).line(&line).0 else { continue };
        let row = rows.next(&sealed);
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
