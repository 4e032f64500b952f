//! The record of one check.
//!
//! | member | what it holds |
//! | --- | --- |
//! | `schema` | [`SCHEMA`] |
//! | `engine` | the program's version, and the version of its text rules |
//! | `pack` | digest, signer, dates and notice of the signed manifest |
//! | `lists` | of each list in the manifest: as-of, age on the day of the question, counts, digests of its files and of the publisher's; whether it was searched |
//! | `question` | what was asked, as it was typed |
//! | `settings` | threshold and limit |
//! | `read` | the words the name was read as, and the disguises undone; absent when it could not be read |
//! | `hits` | each party: list, id, the digest of its entry, score, strength, and the reasons whose points add up to the score |
//! | `omitted` | how many more parties reached the threshold than `limit` let in |
//! | `verdict` | `hit`, `no-match`, `indeterminate` |
//! | `doubts` | everything that kept the answer from being complete |
//!
//! What is not known is left out. Scores and points are basis points, dates `YYYY-MM-DD`, digests 64 hex digits.

use redzone_index::{Country, Date, DateSpan, Entry, EntryNumber, Manifest, OpenList};
use redzone_names::Read;
use redzone_screen::{Doubt, Hit, Outcome, Question, Reason, Score};

use crate::{Json, words};

/// The name and version of what this module writes. A change of any member's meaning is another version.
pub const SCHEMA: &str = "redzone-check-2";
/// What was written before lists told their sources, and questions had addresses, numbers and roles. Still read.
pub const FORMER: &str = "redzone-check-1";

/// Writes the record of a question that was screened. `lists` are the lists that were searched, in the order that
/// `Hit::list` counts them; `entry` fetches an entry of one of them.
///
/// # Errors
/// That of `entry`: there is no record without its evidence.
pub fn record<E>(
    question: &Question,
    outcome: &Outcome,
    manifest: &Manifest,
    lists: &[OpenList],
    entry: impl Fn(usize, EntryNumber) -> Result<Entry, E>,
) -> Result<Json, E> {
    let hits = outcome.hits.iter().map(|hit| hit_to_json(hit, lists, &entry)).collect::<Result<Vec<_>, _>>()?;
    let mut members = vec![
        ("schema", Json::from(SCHEMA)),
        ("engine", engine()),
        ("pack", pack(manifest, question.as_of)),
        ("lists", Json::List(manifest.lists().iter().map(|facts| list(manifest, facts, lists, question.as_of)).collect())),
        ("question", question_to_json(question)),
        ("settings", Json::object([("threshold", Json::from(question.threshold.points())), ("limit", question.limit.into())])),
        ("hits", Json::List(hits)),
        ("omitted", outcome.omitted.into()),
        ("verdict", words::verdict(&outcome.verdict).into()),
        ("doubts", Json::List(outcome.doubts.iter().map(doubt).collect())),
    ];
    members.extend(outcome.read.as_ref().map(|read| ("read", read_to_json(read))));
    Ok(Json::object(members))
}

/// What answered: the program's version, and the version of its text rules.
pub(crate) fn engine() -> Json {
    Json::object([("version", Json::from(env!("CARGO_PKG_VERSION"))), ("text_rules", redzone_names::FOLD_VERSION.into())])
}

/// The signed manifest that was asked, on a day.
pub(crate) fn pack(manifest: &Manifest, as_of: Date) -> Json {
    let facts = manifest.facts();
    let mut members = vec![
        ("digest", Json::from(manifest.digest().to_string())),
        ("signer", manifest.signer().to_string().into()),
        ("engine", facts.engine.as_str().into()),
        ("built", facts.built.to_string().into()),
        ("expires", facts.expires.to_string().into()),
        ("expired", manifest.is_expired(as_of).into()),
    ];
    members.extend(facts.notice.as_ref().map(|notice| ("notice", Json::from(notice.code.as_str()))));
    members.extend(facts.rules.as_ref().map(|rules| ("rules", Json::from(rules.digest.to_string()))));
    Json::object(members)
}

fn list(manifest: &Manifest, facts: &redzone_index::ListFacts, searched: &[OpenList], as_of: Date) -> Json {
    let age = manifest.age(facts, as_of);
    Json::object([
        ("id", Json::from(facts.id.as_str())),
        ("as_of", facts.as_of.to_string().into()),
        ("age_days", age.days.into()),
        ("age", words::freshness(age.state).into()),
        ("entries", facts.entries.into()),
        ("names", facts.names.into()),
        ("search", facts.search.digest.to_string().into()),
        ("detail", facts.detail.digest.to_string().into()),
        ("sources", Json::list(facts.sources.iter().map(|source| source.digest.to_string()))),
        ("searched", searched.iter().any(|list| list.facts().id == facts.id).into()),
    ])
}

fn question_to_json(question: &Question) -> Json {
    let mut members = vec![
        ("name", Json::from(question.name.as_str())),
        ("type", words::kind(question.kind).into()),
        ("countries", Json::list(question.countries.iter().map(Country::as_str))),
        ("as_of", question.as_of.to_string().into()),
    ];
    members.extend(question.born.map(|born| ("born", Json::from(born.to_string()))));
    let stated = [("address", &question.address), ("role", &question.role)].into_iter().filter(|(_, text)| !text.is_empty());
    members.extend(stated.map(|(key, text)| (key, Json::from(text.as_str()))));
    if !question.identifiers.is_empty() {
        members.push(("identifiers", Json::list(question.identifiers.iter().map(String::as_str))));
    }
    Json::object(members)
}

/// Reads back the question of a record, settings included; `None` when a part is missing or is not one.
pub fn question(record: &Json) -> Option<Question> {
    let (asked, settings) = (record.get("question")?, record.get("settings")?);
    let text = |key| asked.get(key).and_then(Json::as_text);
    // A part that is hidden is not a part that was never stated.
    let stated = |key| match asked.get(key) {
        Some(stated) => stated.as_text().map(str::to_owned),
        None => Some(String::new()),
    };
    Some(Question {
        name: text("name")?.to_owned(),
        address: stated("address")?,
        role: stated("role")?,
        identifiers: match asked.get("identifiers") {
            Some(stated) => stated.as_list()?.iter().map(|text| text.as_text().map(str::to_owned)).collect::<Option<_>>()?,
            None => Vec::new(),
        },
        kind: words::parse_kind(text("type")?)?,
        countries: asked.get("countries")?.as_list()?.iter().map(|code| Country::from_code(code.as_text()?)).collect::<Option<_>>()?,
        born: match asked.get("born") {
            Some(born) => Some(DateSpan::parse(born.as_text()?)?),
            None => None,
        },
        as_of: Date::parse(text("as_of")?)?,
        threshold: Score::from_points(i32::try_from(settings.get("threshold")?.as_integer()?).ok()?),
        limit: usize::try_from(settings.get("limit")?.as_integer()?).ok()?,
    })
}

fn read_to_json(read: &Read) -> Json {
    let readings = read.readings.iter().map(|reading| Json::list(reading.words.iter().map(String::as_str)));
    let disguises = read.disguises.iter().map(|disguise| words::disguise(*disguise));
    Json::object([("readings", Json::list(readings)), ("disguises", Json::list(disguises))])
}

fn hit_to_json<E>(hit: &Hit, lists: &[OpenList], entry: impl Fn(usize, EntryNumber) -> Result<Entry, E>) -> Result<Json, E> {
    let listed = entry(hit.list, hit.entry)?;
    let mut members = vec![
        ("id", Json::from(listed.id.as_str())),
        ("entry", listed.digest().to_string().into()),
        ("score", hit.score.points().into()),
        ("strength", words::strength(hit.strength).into()),
        ("reasons", Json::List(hit.reasons.iter().map(reason).collect())),
    ];
    if let Some(list) = lists.get(hit.list) {
        members.push(("list", list.facts().id.as_str().into()));
        let printed = list.columns().name_printed.get(hit.name as usize).and_then(|printed| listed.names.get(usize::from(*printed)));
        members.extend(
            printed
                .into_iter()
                .flat_map(|name| [("name", Json::from(name.text.as_str())), ("name_kind", words::name_kind(name.kind).into())]),
        );
    }
    Ok(Json::object(members))
}

fn reason(reason: &Reason) -> Json {
    let mut members = vec![("code", Json::from(words::reason(reason.code))), ("points", reason.points.into())];
    members.extend(
        [("asked", &reason.asked), ("listed", &reason.listed)]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| (key, Json::from(text.as_str()))),
    );
    Json::object(members)
}

fn doubt(doubt: &Doubt) -> Json {
    let code = |code: &str| ("code", Json::from(code));
    match doubt {
        Doubt::Unreadable(why) => Json::object([code("unreadable"), ("why", why.to_string().into())]),
        Doubt::ListMissing { list } => Json::object([code("list-missing"), ("list", list.as_str().into())]),
        Doubt::ListStale { list, days } => Json::object([code("list-stale"), ("list", list.as_str().into()), ("days", (*days).into())]),
        Doubt::ManifestExpired => Json::object([code("pack-expired")]),
        Doubt::ClockBehind => Json::object([code("clock-behind")]),
        Doubt::BudgetSpent => Json::object([code("budget-spent")]),
        Doubt::NumberMistyped { number } => Json::object([code("number-mistyped"), ("number", number.as_str().into())]),
    }
}
