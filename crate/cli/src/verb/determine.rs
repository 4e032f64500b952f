//! `redzone determine`: a deal against the rules of a pack.

mod print;
pub mod screen;

use redzone_index::Date;
use redzone_record::Json;
use redzone_record::deal;
use redzone_record::report::calendar::of_deal;
use redzone_record::sealed::Kind as Body;
use redzone_screen::deal::{DealRuling, determine};
use std::path::PathBuf;

use crate::case::CaseArgs;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files;
use crate::json_file::read_json;
use crate::output::{Format, Out};
use crate::pack::{Pack, PackArgs};
use crate::today;

/// Judge a deal: parties, items, route, end use, owners and payment together
#[derive(clap::Args)]
pub struct Args {
    /// The question, as JSON; `redzone determine --schema` prints its schema
    #[arg(long, value_name = "JSON", required_unless_present = "schema")]
    question: Option<PathBuf>,
    /// The day on which the law is asked for [default: the question's own]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day)]
    as_of: Option<Date>,
    /// Screen the parties and owners that the question says nothing of against the lists of the pack
    #[arg(long)]
    screen: bool,
    /// Write the obligations that have a day as calendar entries
    #[arg(long, value_name = "ICS")]
    calendar: Option<PathBuf>,
    /// Print the JSON Schema of question and answer
    #[arg(long)]
    schema: bool,
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    pack: PackArgs,
}

/// Prints the determination.
///
/// # Errors
/// [`Kind::BadInput`] for a question that can't be read, naming the field; [`Kind::Incomplete`] when the pack has no rules.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let Some(file) = args.question.as_deref().filter(|_| !args.schema) else {
        out.line(deal::SCHEMA.trim_end())?;
        return Ok(Exit::NoReview);
    };
    let mut json = read_json(file)?;
    let read = |json: &Json| {
        deal::question(json, args.as_of).map_err(|why| {
            Fault::new(
                Kind::BadInput,
                format!("{}: {why}", file.display()),
                "correct that field; redzone determine --schema says what may stand there",
            )
        })
    };
    let mut question = read(&json)?;
    if let Json::Object(members) = json {
        let others = members.into_iter().filter(|(key, _)| key != "as_of");
        json = Json::object(others.chain([("as_of".to_owned(), Json::from(question.as_of.to_string()))]));
    }
    let pack = Pack::open(&args.pack, out)?;
    let rules = pack.need_rules()?;
    if args.screen {
        json = screen::fill(&pack, &json, question.as_of)?;
        question = read(&json)?;
    }
    let answer = determine(&rules, &question);
    if let Some(mut case) = args.case.open()? {
        case.add(Body::Deal, deal::record(&pack.manifest, &rules, &json, &question, &answer))?;
        case.commit(out)?;
    }
    if let Some(file) = &args.calendar {
        files::write(file, of_deal(&deal::answer(&rules, &question, &answer)).as_bytes())?;
        out.note(format_args!(
            "{} of {} obligations have a day",
            answer.guards.iter().filter(|guard| guard.due_on.is_some()).count(),
            answer.guards.len()
        ));
    }
    match out.format {
        Format::Json => {
            let whole = Json::object([("question", json), ("answer", deal::answer(&rules, &question, &answer))]);
            out.line(whole.to_canonical())?;
        }
        Format::Table => print::answer(out, &rules, &question, &answer)?,
    }
    Ok(match answer.ruling {
        DealRuling::Prohibited | DealRuling::LicenseNeeded | DealRuling::ExceptionMayApply => Exit::Review,
        DealRuling::NoRuleTriggered(_) => Exit::NoReview,
        DealRuling::Indeterminate | DealRuling::RuleChanging => Exit::Incomplete,
    })
}
