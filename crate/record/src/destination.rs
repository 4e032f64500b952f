//! The record of a question about a destination.
//!
//! | member | what it holds |
//! | --- | --- |
//! | `schema` | [`RECORD`] |
//! | `pack` | the digest of the signed manifest |
//! | `question` | `place` and `headquarters` as they were typed, `as_of` |
//! | `rules` | id and dates of the rule pack |
//! | `place`, `groups`, `chart` | the place that was understood and its rows in the EAR tables; absent when there is none |
//! | `ruling` | the word of [`words::ruling`] |
//! | `fired` | each rule that fired, with its citation, source, dates and phase |
//! | `notes`, `doubts` | each a code and a sentence |
//! | `not_consulted` | what was not looked at |

use redzone_index::rules::Rules;
use redzone_index::{Date, Manifest};
use redzone_screen::destination::{DestinationQuestion, Determination, Fired, RuleDoubt, determine};

use crate::words::{self, coded};
use crate::{Json, deal};

/// The name and version of what [`record`] writes. A change of any member's meaning is another version.
pub const RECORD: &str = "redzone-destination-1";

/// Writes the record of a question and of its answer.
pub fn record(manifest: &Manifest, question: &DestinationQuestion, answer: &Determination) -> Json {
    let mut asked = vec![("place", Json::from(question.place.as_str())), ("as_of", answer.as_of.to_string().into())];
    asked.extend(question.headquarters.as_deref().map(|place| ("headquarters", Json::from(place))));
    let said = |what: &dyn std::fmt::Debug, text: String| Json::object([("code", Json::from(coded(what))), ("text", text.into())]);
    let rules = &answer.pack;
    let dates = [("as_of", rules.as_of), ("review_by", rules.review_by), ("covers_from", rules.covers_from)];
    let rules = dates.map(|(key, day)| (key, Json::from(day.to_string()))).into_iter().chain([("id", Json::from(rules.id.as_ref()))]);
    let mut members = vec![
        ("schema", Json::from(RECORD)),
        ("pack", manifest.digest().to_string().into()),
        ("question", Json::object(asked)),
        ("rules", Json::object(rules)),
        ("ruling", words::ruling(&answer.ruling).into()),
        ("fired", Json::List(answer.fired.iter().map(fired_to_json).collect())),
        ("notes", Json::List(answer.notes.iter().map(|note| said(note, words::note(note))).collect())),
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

/// Asks the question of a recorded answer again, and writes the record of the answer now. `None` when the question does not show in full.
pub fn again(manifest: &Manifest, rules: &Rules, recorded: &Json) -> Option<Json> {
    let asked = recorded.get("question")?;
    let text = |key| asked.get(key).and_then(Json::as_text);
    let mut question = DestinationQuestion::new(text("place")?, Date::parse(text("as_of")?)?);
    // Headquarters that are hidden are not headquarters that were never stated.
    question.headquarters = match asked.get("headquarters") {
        Some(place) => Some(place.as_text()?.to_owned()),
        None => None,
    };
    Some(record(manifest, &question, &determine(rules, &question)))
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

/// A doubt as a sentence: more of it than [`deal::words::doubt`] says where a question is about one place.
pub fn doubt_text(doubt: &RuleDoubt) -> String {
    let places = |places: &[redzone_index::rules::Place]| places.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match doubt {
        RuleDoubt::PlaceUnknown { subject } => format!("The {} is no place that the pack knows: use its two-letter code.", coded(subject)),
        RuleDoubt::PlaceAmbiguous { subject, may_be, why } => {
            format!("The {} may be several places ({}): {why}.", coded(subject), places(may_be))
        }
        RuleDoubt::RegionUnstated { regions } => {
            format!("Regions of this country have rules of their own: {}. Say which region.", places(regions))
        }
        RuleDoubt::Lapsed { id, last: Some(last) } => format!("{id} ended on {last} and no successor is known."),
        other => deal::words::doubt(other),
    }
}
