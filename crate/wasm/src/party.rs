//! A question about a party from JavaScript, and its outcome back.

use redzone_index::rules::vocabulary::ROLES;
use redzone_index::{Country, DateSpan, OpenList, identifier_key};
use redzone_record::words;
use redzone_screen::{Doubt, Hit, Outcome, Question, Score, Verdict};

use crate::Fault;
use crate::pieces::pieces;
use crate::shapes::{DoubtShown, NameRead, PartyAnswer, PartyHit, PartyQuestion, ReasonShown};

/// From JavaScript, with a threshold of at most `most`. What can't be read is a fault that names the field; nothing is guessed.
pub(crate) fn question(asked: PartyQuestion, most: Score) -> Result<Question, Fault> {
    let PartyQuestion { name, address, role, mut identifiers, .. } = asked;
    identifiers.retain(|text| !text.trim().is_empty());
    [&name, &address].into_iter().chain(&identifiers).try_for_each(|text| whole(text))?;
    if !identifiers.iter().all(|text| redzone_names::is_known(text)) {
        return Err(redzone_names::ReadError::ScriptMissing.into());
    }
    if identifiers.iter().any(|text| identifier_key(text).is_empty()) {
        return Err(Fault::new("identifier", "expected a number with letters or digits in it"));
    }
    if !role.is_empty() && !ROLES.contains(&role.as_str()) {
        return Err(Fault::new("shape", "expected a role in a deal"));
    }
    let question = Question { name, address, role, identifiers, ..Question::new("", crate::convert::day(&asked.as_of)?) };
    // A name may be left out where an address or a number is there to ask by.
    if question.is_named() {
        redzone_names::read(&question.name)?;
    }
    if !question.address.trim().is_empty() {
        redzone_names::read(&question.address)
            .map_err(|why| if why.is_missing() { why.into() } else { Fault::new("address", why.to_string()) })?;
    }
    let kind =
        words::parse_kind(&asked.kind).ok_or_else(|| Fault::new("kind", format!("expected a kind of party, found `{}`", asked.kind)))?;
    let country = |code: &String| {
        Country::from_code(code).ok_or_else(|| Fault::new("country", format!("expected a country's two letters, found `{code}`")))
    };
    let born = match asked.born.as_str() {
        "" => None,
        text => Some(
            DateSpan::parse(text).ok_or_else(|| Fault::new("born", format!("expected a date like 1962 or 1962-05-17, found `{text}`")))?,
        ),
    };
    let countries = asked.countries.iter().map(country).collect::<Result<_, _>>()?;
    let threshold = asked.threshold.map_or(Score::BALANCED, |points| Score::from_points(i32::from(points))).min(most);
    Ok(Question { kind, countries, born, threshold, limit: asked.limit as usize, ..question })
}

/// JavaScript strings may hold half a surrogate pair, which arrives here as U+FFFD. What was typed is not known any
/// more, so such a text is refused and not screened.
fn whole(text: &str) -> Result<(), Fault> {
    if text.contains('\u{fffd}') {
        return Err(Fault::new("broken-text", "the name has a broken character in it (U+FFFD or half a pair): type it again"));
    }
    Ok(())
}

/// To JavaScript. `lists` are those that were searched, in the order that `Hit::list` counts them.
///
/// # Errors
/// `internal` when a hit names a list or name that is not there: a hit is never dropped.
pub(crate) fn party_answer(name: &str, outcome: Outcome, lists: &[OpenList]) -> Result<PartyAnswer, Fault> {
    let verdict = words::verdict(&outcome.verdict);
    let (counted, names) = match &outcome.verdict {
        Verdict::NoMatch(proof) => (proof.lists(), proof.names()),
        _ => (0, 0),
    };
    Ok(PartyAnswer {
        verdict,
        lists: counted,
        names,
        hits: outcome.hits.into_iter().map(|hit| party_hit(hit, lists)).collect::<Result<_, _>>()?,
        omitted: outcome.omitted,
        read: outcome.read.map(name_read),
        pieces: pieces(name)?,
        doubts: outcome.doubts.iter().map(doubt_shown).collect(),
    })
}

/// How a name was read.
fn name_read(read: redzone_names::Read) -> NameRead {
    NameRead {
        readings: read.readings.into_iter().map(|reading| reading.words).collect(),
        disguises: read.disguises.into_iter().map(words::disguise).collect(),
    }
}

fn party_hit(hit: Hit, lists: &[OpenList]) -> Result<PartyHit, Fault> {
    let absent = || Fault::new("internal", "a hit names a list or a name that was not searched: reload the page, and report this");
    let list = lists.get(hit.list).ok_or_else(absent)?;
    Ok(PartyHit {
        list: list.facts().id.clone(),
        entry: hit.entry,
        name: list.columns().name_printed.get(hit.name as usize).copied().ok_or_else(absent)?,
        score: hit.score.points(),
        strength: words::strength(hit.strength),
        reasons: hit
            .reasons
            .into_iter()
            .map(|reason| ReasonShown {
                code: words::reason(reason.code),
                points: reason.points,
                asked: reason.asked,
                listed: reason.listed,
            })
            .collect(),
    })
}

fn doubt_shown(doubt: &Doubt) -> DoubtShown {
    let plain = |code: &str| DoubtShown { code: code.to_owned(), list: String::new(), days: 0, message: String::new() };
    match doubt {
        Doubt::Unreadable(why) => DoubtShown { message: why.to_string(), ..plain("unreadable") },
        Doubt::ListMissing { list } => DoubtShown { list: list.clone(), ..plain("list-missing") },
        Doubt::ListStale { list, days } => DoubtShown { list: list.clone(), days: *days, ..plain("list-stale") },
        Doubt::ManifestExpired => plain("pack-expired"),
        Doubt::ClockBehind => plain("clock-behind"),
        Doubt::BudgetSpent => plain("budget-spent"),
        Doubt::NumberMistyped { number } => DoubtShown { message: number.clone(), ..plain("number-mistyped") },
    }
}
