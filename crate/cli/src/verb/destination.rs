//! `redzone destination`: a place against the rules of a pack.

use redzone_index::Date;
use redzone_index::rules::{Confidence, State};
use redzone_record::sealed::Kind as Body;
use redzone_record::{Json, words};
use redzone_screen::destination::{DestinationQuestion, Determination, Fired, NotConsulted, RuleDoubt, RuleNote, Ruling, determine};

use crate::case::CaseArgs;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};
use crate::pack::{Pack, PackArgs};
use crate::show::{coded, field, plain};
use crate::today;

/// The name and version of the form of an answer about a destination.
const SCHEMA: &str = "redzone-destination-1";

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
        case.add(Body::Destination, to_json(&pack, &question, &answer))?;
        case.commit(out)?;
    }
    match out.format {
        Format::Json => out.line(to_json(&pack, &question, &answer).to_canonical())?,
        Format::Table => print(out, &question, &answer)?,
    }
    Ok(match answer.ruling {
        Ruling::Prohibited | Ruling::LicenseNeeded | Ruling::ExceptionMayApply => Exit::Review,
        Ruling::NoRuleTriggered(_) => Exit::NoReview,
        Ruling::Indeterminate | Ruling::RuleChanging => Exit::Incomplete,
    })
}

/// Asks the question of a recorded answer again; `None` when the question does not show.
///
/// # Errors
/// [`Kind::Integrity`] when the rules are not what was signed.
pub fn again(pack: &Pack, recorded: &Json) -> Result<Option<Json>, Fault> {
    let asked = recorded.get("question");
    let text = |key| asked.and_then(|asked| asked.get(key)).and_then(Json::as_text);
    let (Some(place), Some(as_of), Some(rules)) = (text("place"), text("as_of").and_then(Date::parse), pack.read_rules()?) else {
        return Ok(None);
    };
    let mut question = DestinationQuestion::new(place, as_of);
    question.headquarters = text("headquarters").map(str::to_owned);
    Ok(Some(to_json(pack, &question, &determine(&rules, &question))))
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
        out.line(field("Note", &note_text(note)))?;
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

fn note_text(note: &RuleNote) -> String {
    match note {
        RuleNote::FollowsOf { place, follows, .. } => format!("{place} has no rows of its own and follows {follows}."),
        RuleNote::PrintedAndEnforcedDiffer { place, printed, enforced } => {
            format!("{place}: printed in groups {printed}, enforced as {enforced}; the stricter was taken.")
        }
        RuleNote::OnlyAnnounced { id } => format!("{id} is only announced and changed nothing."),
        RuleNote::CheckBeforeUse { id } => format!("{id} was not seen in a stored source: check before use."),
        RuleNote::RowRemark { id, remark } => format!("{id}: {remark}"),
        RuleNote::MacauIsNotD5 => "Rules that name Macau beside D:5 count here; Macau is not a member of D:5.".to_owned(),
        other => coded(other),
    }
}

fn doubt_text(doubt: &RuleDoubt) -> String {
    let places = |places: &[redzone_index::rules::Place]| places.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match doubt {
        RuleDoubt::PlaceUnknown { subject } => format!("The {} is no place that the pack knows: use its two-letter code.", coded(subject)),
        RuleDoubt::PlaceAmbiguous { subject, may_be, why } => {
            format!("The {} may be several places ({}): {why}.", coded(subject), places(may_be))
        }
        RuleDoubt::RegionUnstated { regions } => {
            format!("Regions of this country have rules of their own: {}. Say which region.", places(regions))
        }
        RuleDoubt::InNoTable { place, .. } => format!("{place} stands in neither EAR table. Absence is not permission."),
        RuleDoubt::Unverified { id } => format!("{id} was not seen in a stored source."),
        RuleDoubt::Moving { id } => format!("{id} is reported changed, and the rule that says how was not seen."),
        RuleDoubt::Lapsed { id, last: Some(last) } => format!("{id} ended on {last} and no successor is known."),
        RuleDoubt::Lapsed { id, last: None } => format!("{id} has ended and no successor is known."),
        RuleDoubt::PackPastReview { review_by } => format!("The rules were to be reviewed by {review_by}."),
        RuleDoubt::BeforePack { covers_from } => format!("The rules reach back to {covers_from} only."),
        RuleDoubt::RowLost { id } => format!("The row {id} is missing from the pack."),
        other => coded(other),
    }
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

fn to_json(pack: &Pack, question: &DestinationQuestion, answer: &Determination) -> Json {
    let mut asked = vec![("place", Json::from(question.place.as_str())), ("as_of", answer.as_of.to_string().into())];
    asked.extend(question.headquarters.as_deref().map(|place| ("headquarters", Json::from(place))));
    let said = |what: &dyn std::fmt::Debug, text: String| Json::object([("code", Json::from(coded(what))), ("text", text.into())]);
    let rules = &answer.pack;
    let dates = [("as_of", rules.as_of), ("review_by", rules.review_by), ("covers_from", rules.covers_from)];
    let rules = dates.map(|(key, day)| (key, Json::from(day.to_string()))).into_iter().chain([("id", Json::from(rules.id.as_ref()))]);
    let mut members = vec![
        ("schema", Json::from(SCHEMA)),
        ("pack", pack.manifest.digest().to_string().into()),
        ("question", Json::object(asked)),
        ("rules", Json::object(rules)),
        ("ruling", words::ruling(&answer.ruling).into()),
        ("fired", Json::List(answer.fired.iter().map(fired_to_json).collect())),
        ("notes", Json::List(answer.notes.iter().map(|note| said(note, note_text(note))).collect())),
        ("doubts", Json::List(answer.doubts.iter().map(|doubt| said(doubt, doubt_text(doubt))).collect())),
        ("not_consulted", Json::list(answer.not_consulted.iter().map(coded))),
    ];
    members.extend(answer.place.map(|place| ("place", Json::from(place.to_string()))));
    if let Some(tables) = &answer.tables {
        members.extend(tables.groups.map(|groups| ("groups", Json::from(groups.to_string()))));
        members.extend(tables.marks.map(|marks| ("chart", Json::from(marks.to_string()))));
    }
    Json::object(members)
}

fn fired_to_json(fired: &Fired) -> Json {
    let (rule, from) = (&fired.rule, &fired.rule.from);
    let texts = [
        ("id", &from.id),
        ("authority", &rule.authority),
        ("title", &rule.title),
        ("says", &rule.says),
        ("next_step", &rule.next_step),
        ("citation", &from.citation),
        ("source", &from.source),
    ];
    let codes = [
        ("subject", coded(fired.subject)),
        ("phase", coded(fired.phase)),
        ("jurisdiction", coded(rule.jurisdiction)),
        ("level", coded(rule.level)),
        ("scope", coded(rule.scope)),
        ("state", coded(from.state)),
        ("confidence", coded(from.confidence)),
        ("place", fired.place.to_string()),
        ("source_as_of", from.as_of.to_string()),
    ];
    let days = [("valid_from", from.valid.from), ("valid_to", from.valid.to)];
    let texts = texts.into_iter().map(|(key, text)| (key, Json::from(text.as_ref())));
    let days = days.into_iter().filter_map(|(key, day)| Some((key, Json::from(day?.to_string()))));
    Json::object(texts.chain(codes.map(|(key, code)| (key, Json::from(code)))).chain(days))
}
