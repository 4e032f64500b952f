//! What changed between two answers to one question: for asking a book of business again, and for looking back.

use crate::Json;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What sort.
    pub what: What,
    /// The list of the party, or empty.
    pub list: String,
    /// The id of the party's entry, or empty.
    pub id: String,
    /// Before: a score, an entry's digest, a verdict ...; empty when there was nothing.
    pub before: String,
    /// After: of a hit in a deal, who it is.
    pub after: String,
}

/// The sorts of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A party that was not found before.
    NewHit,
    /// A party that was found before and is not any more: taken off the list, or changed so that it no longer reaches the threshold.
    NoLongerFound,
    /// The list says something else of a party than before.
    EntryChanged,
    /// The same party with another score.
    ScoreChanged,
    /// More or fewer parties reached the threshold than a record holds.
    OmittedChanged,
    /// Another verdict.
    VerdictChanged,
    /// Another ruling on a destination or a deal.
    RulingChanged,
    /// A rule says something else of a destination or a deal than before, or nothing any more, or speaks of it now.
    RuleChanged,
    /// The rules of the pack are others.
    RulesChanged,
    /// A decision about a hit does not hold any more.
    DecisionLapsed,
}

impl What {
    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            What::NewHit => "new-hit",
            What::NoLongerFound => "no-longer-found",
            What::EntryChanged => "entry-changed",
            What::ScoreChanged => "score-changed",
            What::OmittedChanged => "omitted-changed",
            What::VerdictChanged => "verdict-changed",
            What::RulingChanged => "ruling-changed",
            What::RuleChanged => "rule-changed",
            What::RulesChanged => "rules-changed",
            What::DecisionLapsed => "decision-lapsed",
        }
    }
}

/// What changed from one check to another. The order is that of the hits: those of the later answer, then those that are gone.
pub fn changes(before: &Json, after: &Json) -> Vec<Change> {
    let hits = |check: &Json| check.get("hits").and_then(Json::as_list).map(<[Json]>::to_vec).unwrap_or_default();
    let (old, new) = (hits(before), hits(after));
    let key = |hit: &Json| (text(hit, "list"), text(hit, "id"));
    let change =
        |what, hit: &Json, before: String, after: String| Change { what, list: text(hit, "list"), id: text(hit, "id"), before, after };
    let mut found = Vec::new();
    for hit in &new {
        let Some(was) = old.iter().find(|was| key(was) == key(hit)) else {
            found.push(change(What::NewHit, hit, String::new(), score(hit)));
            continue;
        };
        if text(was, "entry") != text(hit, "entry") {
            found.push(change(What::EntryChanged, hit, text(was, "entry"), text(hit, "entry")));
        }
        if score(was) != score(hit) {
            found.push(change(What::ScoreChanged, hit, score(was), score(hit)));
        }
    }
    for was in old.iter().filter(|was| !new.iter().any(|hit| key(hit) == key(was))) {
        found.push(change(What::NoLongerFound, was, score(was), String::new()));
    }
    let omitted = |check: &Json| check.get("omitted").map(Json::to_canonical).unwrap_or_default();
    for (what, was, is) in
        [(What::OmittedChanged, omitted(before), omitted(after)), (What::VerdictChanged, text(before, "verdict"), text(after, "verdict"))]
    {
        found.extend((was != is).then(|| change(what, &Json::Bool(false), was, is)));
    }
    found
}

/// What changed from one answer about a destination or a deal to another: the rules, in the order of the later answer, then those that no longer
/// speak; listed parties that somebody in a deal may be; the ruling.
pub fn rulings(before: &Json, after: &Json) -> Vec<Change> {
    let (was, is) = (answer(before), answer(after));
    let change = |what, (list, id): (&str, &str), before: String, after: String| Change {
        what,
        list: list.to_owned(),
        id: id.to_owned(),
        before,
        after,
    };
    let mut ids: Vec<String> = said(is, None).into_iter().chain(said(was, None)).map(|rule| text(rule, "id")).collect();
    let mut seen = std::collections::BTreeSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    let mut found = Vec::new();
    for id in &ids {
        let (old, new) = (said(was, Some(id)), said(is, Some(id)));
        if old != new {
            let (mut old, mut new) = (strictest(&old), strictest(&new));
            if old == new {
                (old, new) = (digest_of(&said(was, Some(id))), digest_of(&said(is, Some(id))));
            }
            found.push(change(What::RuleChanged, ("", id), old, new));
        }
    }
    let (old, new) = (hits_of(before), hits_of(after));
    for (who, list, id) in new.iter().filter(|hit| !old.contains(hit)) {
        found.push(change(What::NewHit, (list, id), String::new(), who.clone()));
    }
    for (who, list, id) in old.iter().filter(|hit| !new.contains(hit)) {
        found.push(change(What::NoLongerFound, (list, id), who.clone(), String::new()));
    }
    let (old, new) = (text(was, "ruling"), text(is, "ruling"));
    found.extend((old != new).then(|| change(What::RulingChanged, ("", ""), old, new)));
    found
}

/// The answer in the body of a record: a destination's is the body itself.
pub fn answer(body: &Json) -> &Json {
    body.get("answer").unwrap_or(body)
}

/// What the rules say in an answer, strictest first: all of them, or the one with that id.
fn said<'j>(answer: &'j Json, id: Option<&str>) -> Vec<&'j Json> {
    let lists = ["lines", "fired"].into_iter().filter_map(|key| answer.get(key)?.as_list()).flatten();
    lists.filter(|rule| id.is_none_or(|id| text(rule, "id") == id)).collect()
}

fn strictest(said: &[&Json]) -> String {
    let words = |rule: &&Json| ["level", "holds", "phase"].map(|key| text(rule, key)).into_iter().filter(|word| !word.is_empty());
    said.first().map(|rule| words(rule).collect::<Vec<_>>().join(", ")).unwrap_or_default()
}

fn digest_of(said: &[&Json]) -> String {
    crate::digest(&Json::List(said.iter().map(|rule| (*rule).clone()).collect()))
}

/// Every listed party that somebody in a deal may be: who, and the list and id of the entry.
fn hits_of(body: &Json) -> Vec<(String, String, String)> {
    fn walk(one: &Json, found: &mut Vec<(String, String, String)>) {
        let hits = ["screening", "address_screening"].into_iter().filter_map(|key| one.get(key)?.as_list()).flatten();
        found.extend(hits.map(|hit| (text(one, "name"), text(hit, "list"), text(hit, "entry"))));
        let above = ["parties", "owners"].into_iter().filter_map(|key| one.get(key)?.as_list()).flatten();
        above.for_each(|one| walk(one, found));
    }
    let mut found = Vec::new();
    body.get("question").into_iter().for_each(|question| walk(question, &mut found));
    found
}

/// Whether the rules of the pack are others: once for a batch, not for each of its rows.
pub fn rules_changed(before: &Json, after: &Json) -> Option<Change> {
    let rules = |check: &Json| check.get("pack").map(|pack| text(pack, "rules")).unwrap_or_default();
    let (was, is) = (rules(before), rules(after));
    (was != is).then(|| Change { what: What::RulesChanged, list: String::new(), id: String::new(), before: was, after: is })
}

fn text(value: &Json, key: &str) -> String {
    value.get(key).and_then(Json::as_text).unwrap_or_default().to_owned()
}

fn score(hit: &Json) -> String {
    hit.get("score").map(Json::to_canonical).unwrap_or_default()
}
