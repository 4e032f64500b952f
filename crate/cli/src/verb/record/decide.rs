//! `redzone record decide`: what a person decided about a hit, into the good-list and the case file.

use clap::ValueEnum;
use redzone_index::Date;
use redzone_record::decisions::{DecisionError, GoodList, LONGEST, Made, Verdict};
use redzone_record::sealed::Kind as Body;
use std::path::{Path, PathBuf};

use super::json;
use super::questions::Questions;
use crate::case::CaseFile;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files;
use crate::output::Out;
use crate::today;

/// Decide about a hit, with a reason
///
/// The decision is added to the case file, and to a good-list that `redzone record rescreen` reads. It holds until its last day, and only while the party's
/// data and the entry stay as they are. The hit itself is never hidden.
#[derive(clap::Args)]
pub struct Args {
    /// The case file
    file: PathBuf,
    /// The line of the record, counted from 1
    #[arg(long, value_name = "N")]
    line: usize,
    /// The hit, as LIST:ID
    #[arg(long, value_name = "LIST:ID")]
    hit: String,
    /// What was decided
    #[arg(long, value_enum)]
    decision: DecisionArg,
    /// Why
    #[arg(long)]
    reason: String,
    /// Who decided
    #[arg(long, value_name = "NAME")]
    by: String,
    /// The last day on which it holds, at most 365 days from the day of the decision
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day)]
    until: Date,
    /// The day of the decision [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day)]
    as_of: Option<Date>,
    /// Your own id for the party [default: that of the batch's row]
    #[arg(long)]
    reference: Option<String>,
    /// The good-list; made when it is not there
    #[arg(long, value_name = "FILE")]
    good_list: PathBuf,
    /// Sign the record with the private key in this file
    #[arg(long, value_name = "FILE")]
    sign: Option<PathBuf>,
}

/// What can be decided.
#[derive(Clone, Copy, ValueEnum)]
enum DecisionArg {
    /// The listed party is the one asked about
    Same,
    /// It is another
    Different,
    /// That can't be said yet
    MoreInformation,
}

/// # Errors
/// [`Kind::Usage`] for a decision that can't be made; nothing is written then.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let found = Questions::open(&args.file)?.find(|found| found.as_ref().map_or(true, |found| found.line >= args.line)).transpose()?;
    let found = found.filter(|found| found.line == args.line && found.kind == Body::Check).ok_or_else(|| {
        Fault::new(Kind::Usage, format!("line {} of {} is no check", args.line, args.file.display()), "give the line of a check or a row")
    })?;
    let (list, id) = args.hit.split_once(':').unwrap_or((&args.hit, ""));
    let mut good = good_list(&args.good_list)?;
    let made = Made {
        verdict: match args.decision {
            DecisionArg::Same => Verdict::Same,
            DecisionArg::Different => Verdict::Different,
            DecisionArg::MoreInformation => Verdict::MoreInformation,
        },
        reason: args.reason.clone(),
        by: args.by.clone(),
        decided: today::as_of(args.as_of)?,
        until: args.until,
        reference: args.reference.clone().or(found.party),
    };
    let decision = good.decide(&found.body, list, id, made).map_err(|why| refused(why, args))?.clone();
    let mut case = CaseFile::open(&args.file, args.sign.as_deref())?;
    case.add(Body::Decision, decision.body(&found.sealed.digest))?;
    files::write(&args.good_list, format!("{}\n", good.to_json().to_canonical()).as_bytes())?;
    case.commit(out)?;
    Ok(Exit::NoReview)
}

fn refused(why: DecisionError, args: &Args) -> Fault {
    match why {
        DecisionError::Unreasoned => Fault::new(Kind::Usage, "a decision needs a reason and a name", "give --reason and --by in words"),
        DecisionError::TooLong => {
            Fault::new(Kind::Usage, format!("a decision holds from its day for at most {LONGEST} days"), "give --until within a year")
        }
        DecisionError::NoSuchHit => {
            let what = format!("line {} has no hit {}", args.line, args.hit);
            Fault::new(Kind::Usage, what, "give LIST:ID of a hit that stands in the record, for example us-sdn:1234")
        }
    }
}

/// A good-list; a new one when there is no such file.
///
/// # Errors
/// [`Kind::BadInput`] for what is none.
pub fn good_list(path: &Path) -> Result<GoodList, Fault> {
    if path.exists() {
        let next = "give a file that `redzone record decide` wrote, unchanged";
        let bad = || Fault::new(Kind::BadInput, format!("{}: expected a good-list, found other JSON", path.display()), next);
        return GoodList::from_json(&json(path)?).ok_or_else(bad);
    }
    let mut salt = [0; 32];
    getrandom::fill(&mut salt)
        .map_err(|why| Fault::new(Kind::Internal, format!("this machine gives no randomness: {why}"), "decide on another machine"))?;
    Ok(GoodList::new(salt))
}
