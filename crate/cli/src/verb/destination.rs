//! `redzone destination`: a place against the rules of a pack.

use redzone_index::Date;
use redzone_index::rules::{Confidence, State};
use redzone_record::destination::{doubt_text, record};
use redzone_record::sealed::Kind as Body;
use redzone_record::words;
use redzone_screen::destination::{DestinationQuestion, Determination, Fired, NotConsulted, Ruling, determine};

use crate::case::CaseArgs;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};
use crate::pack::{Pack, PackArgs};
use crate::show::{coded, field, plain};
use crate::today;

/// Ask what the rules say of a destination
#[derive(clap::Args)]
pub struct Args {
    /// The country, territory or region: a name in any of some sixty languages, or its two-letter code
    place: String,
    /// Where the recipient or its ultimate parent has its headquarters
    #[arg(long, value_name = "PLACE")]
    headquarters: Option<String>,
    /// The day on which the law is asked for [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day)]
    as_of: Option<Date>,
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    pack: PackArgs,
}

/// Prints what the rules say.
///
/// # Errors
/// [`Kind::BadInput`] when no place is named, [`Kind::Incomplete`] when the pack has no rules, and the faults of [`Pack::open`].
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    if args.place.trim().is_empty() {
        return Err(Fault::new(Kind::BadInput, "expected a place, found nothing", "name a country, territory or region"));
    }
    let mut question = DestinationQuestion::new(args.place.clone(), today::as_of(args.as_of)?);
    question.headquarters = args.headquarters.clone();
    let pack = Pack::open(&args.pack, out)?;
    let rules = pack.need_rules()?;
    let answer = determine(&rules, &question);
    if let Some(mut case) = args.case.open()? {
        case.add(Body::Destination, record(&pack.manifest, &question, &answer))?;
        case.commit(out)?;
    }
    match out.format {
        Format::Json => out.line(record(&pack.manifest, &question, &answer).to_canonical())?,
        Format::Table => print(out, &question, &answer)?,
    }
    Ok(match answer.ruling {
        Ruling::Prohibited | Ruling::LicenseNeeded | Ruling::ExceptionMayApply => Exit::Review,
        Ruling::NoRuleTriggered(_) => Exit::NoReview,
        Ruling::Indeterminate | Ruling::RuleChanging => Exit::Incomplete,
    })
}

fn ruling(answer: &Determination) -> String {
    match &answer.ruling {
        Ruling::Prohibited => "Prohibited".to_owned(),
        Ruling::LicenseNeeded => "License needed".to_owned(),
        Ruling::ExceptionMayApply => "License needed for listed items; an exception may apply".to_owned(),
        Ruling::NoRuleTriggered(proof) => {
            format!("No rule triggered by the place alone, of {} rules and {} table rows", proof.rules(), proof.table_rows())
        }
        Ruling::Indeterminate => "Indeterminate: the question could not be answered in full".to_owned(),
        Ruling::RuleChanging => "Rule changing: what matters here is reported changed, has lapsed or is past its review".to_owned(),
    }
}

fn print(out: &mut Out, question: &DestinationQuestion, answer: &Determination) -> Result<(), Fault> {
    out.heading(ruling(answer))?;
    let place = answer.place.map(|place| format!(" ({place})")).unwrap_or_default();
    out.line(field("Asked", &format!("{}{place}, on {}", plain(&question.place), answer.as_of)))?;
    if let Some(headquarters) = &question.headquarters {
        out.line(field("Headquarters", &plain(headquarters)))?;
    }
    if let Some(tables) = &answer.tables {
        if let Some(groups) = tables.groups {
            out.line(field("EAR groups", &groups.to_string()))?;
        }
        if let Some(marks) = tables.marks {
            out.line(field("EAR chart", &marks.to_string()))?;
        }
    }
    for doubt in &answer.doubts {
        out.line(field("Incomplete", &doubt_text(doubt)))?;
    }
    for note in &answer.notes {
        out.line(field("Note", &words::note(note)))?;
    }
    for fired in &answer.fired {
        rule(out, fired)?;
    }
    let not: Vec<String> = answer.not_consulted.iter().map(|what| not_consulted(*what)).collect();
    out.line(format_args!("\nNot looked at: {}.", not.join(", ")))?;
    out.line(format_args!(
        "Rules {} as of {}, to be reviewed by {}. This is not legal advice.",
        answer.pack.id, answer.pack.as_of, answer.pack.review_by
    ))
}

fn rule(out: &mut Out, fired: &Fired) -> Result<(), Fault> {
    let (rule, from) = (&fired.rule, &fired.rule.from);
    out.line("")?;
    out.heading(format_args!("{}: {}", rule.title, coded(rule.level)))?;
    out.line(field("Whose law", &format!("{}, {}", coded(rule.jurisdiction).to_uppercase(), rule.authority)))?;
    out.line(field("Says", &rule.says))?;
    out.line(field("Next", &rule.next_step))?;
    let unseen = if from.confidence == Confidence::Unverified { "; not seen in a stored source, check before use" } else { "" };
    let state = if from.state == State::Printed { "as printed".to_owned() } else { coded(from.state) };
    out.line(field("Citation", &format!("{} ({state}, {}, source of {}{unseen})", from.citation, coded(fired.phase), from.as_of)))
}

fn not_consulted(what: NotConsulted) -> String {
    match what {
        NotConsulted::Items => "what the item is".to_owned(),
        NotConsulted::Parties => "who takes part".to_owned(),
        NotConsulted::EndUse => "what it is for".to_owned(),
        NotConsulted::Route => "the route".to_owned(),
        NotConsulted::Headquarters => "where the recipient or its parent has its headquarters".to_owned(),
        other => coded(other),
    }
}
