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
    /// After.
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
    /// Another verdict.
    VerdictChanged,
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
            What::VerdictChanged => "verdict-changed",
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
    if text(before, "verdict") != text(after, "verdict") {
        found.push(change(What::VerdictChanged, &Json::Bool(false), text(before, "verdict"), text(after, "verdict")));
    }
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
