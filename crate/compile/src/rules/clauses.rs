//! Clauses and entries of the Commerce Control List: from rows, and what they must be to the rest of the pack.

use super::check::wrong;
use super::source::{JURISDICTIONS, LEVELS, Sources};
use super::table::Row;
use super::{RuleError, known_place};
use crate::places::PlaceNames;
use redzone_index::rules::{
    Clause, ClauseKind, Condition, Confidence, EccnRow, FACTS, Fact, Groups, Jurisdiction, Level, Marks, Provenance, Text,
    vocabulary::{END_USES, ITEM_WORDS, LAYERS, OPERATIONS, OWNERSHIP_TESTS, PAYMENTS, ROLES, USERS},
};

/// The words for kinds of clauses; the tables of the source files are named by them.
const KINDS: [(&str, ClauseKind); 15] = [
    ("item", ClauseKind::Item),
    ("party", ClauseKind::Party),
    ("ownership", ClauseKind::Ownership),
    ("address", ClauseKind::Address),
    ("route", ClauseKind::Route),
    ("end-use", ClauseKind::EndUse),
    ("payment", ClauseKind::Payment),
    ("conflict", ClauseKind::Conflict),
    ("exception", ClauseKind::Exception),
    ("switch", ClauseKind::Switch),
    ("ask", ClauseKind::Ask),
    ("flag", ClauseKind::Flag),
    ("guard", ClauseKind::Guard),
    ("layer", ClauseKind::Layer),
    ("term", ClauseKind::Term),
];

/// What [`EccnRow::beyond`] may hold.
const BEYOND: [&str; 5] = ["world", "macau-d5", "cn-ru-ve", "un", "other"];

pub(super) fn kind(word: &str) -> Option<ClauseKind> {
    KINDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
}

pub(super) fn eccn(row: &mut Row<'_>, from: Provenance) -> Result<EccnRow, RuleError> {
    let mut marks = |key: &str| {
        let written = row.take(key)?.unwrap_or_default();
        Marks::parse(&written).map_err(|name| row.wrong(format!("{key}: {name:?} is no column of 15 CFR 738 Supp. 1")))
    };
    let (all, some) = (marks("all")?, marks("some")?);
    let beyond = row.words("beyond")?;
    if let Some(word) = beyond.iter().find(|word| !BEYOND.contains(&word.as_ref())) {
        return Err(row.wrong(format!("beyond: expected {}, found {word:?}", BEYOND.join(", "))));
    }
    Ok(EccnRow { eccn: row.need("eccn")?.into(), all, some, beyond, from })
}

pub(super) fn clause(kind: ClauseKind, row: &mut Row<'_>, from: Provenance) -> Result<Clause, RuleError> {
    let when = row.take("when")?.unwrap_or_default();
    let when = when.split(';').map(str::trim).filter(|part| !part.is_empty()).map(condition).collect::<Result<Vec<_>, _>>();
    let decides = kind <= ClauseKind::Conflict;
    Ok(Clause {
        code: row.need("code")?.into(),
        kind,
        // Questions and the rest belong to no law of their own: what a file's default says is as good as nothing.
        jurisdiction: if decides || row.has("jurisdiction") { row.word("jurisdiction", &JURISDICTIONS)? } else { Jurisdiction::Us },
        authority: row.need("authority")?.into(),
        level: match kind {
            ClauseKind::Exception => Level::ExceptionMayApply,
            _ if decides || kind == ClauseKind::Flag => row.word("level", &LEVELS)?,
            _ => Level::Note,
        },
        when: when.map_err(|why| row.wrong(format!("when: {why}")))?,
        refs: row.words("refs")?,
        title: row.need("title")?.into(),
        says: row.need("says")?.into(),
        more: row.text("more")?,
        next_step: row.text("next_step")?,
        from,
    })
}

/// `not destination A:5 A:6`.
fn condition(text: &str) -> Result<Condition, String> {
    let mut words = text.split_whitespace().peekable();
    let not = words.next_if_eq(&"not").is_some();
    let word = words.next().unwrap_or_default();
    let fact = FACTS.iter().find(|(known, _)| *known == word).map(|(_, fact)| *fact);
    let fact = fact.ok_or_else(|| format!("{word:?} is no fact: expected one of {}", FACTS.map(|(word, _)| word).join(", ")))?;
    let values: Vec<Text> = words.map(Text::from).collect();
    if values.is_empty() {
        return Err(format!("{text:?} names no value"));
    }
    Ok(Condition { fact, not, values })
}

/// Every value that a condition names must be known, and so must everything a clause points at.
///
/// # Errors
/// The first clause that names what is not there, or a second one with its code on the same days.
pub(super) fn check(sources: &Sources, names: &PlaceNames) -> Result<(), RuleError> {
    for rule in &sources.rules {
        for word in &rule.items {
            item(sources, word).map_err(|why| wrong(sources, &rule.from, format!("items: {why}")))?;
        }
    }
    for clause in &sources.clauses {
        let fails = |why: String| wrong(sources, &clause.from, why);
        for condition in &clause.when {
            for value in &condition.values {
                known(sources, names, condition, value).map_err(|why| fails(format!("when: {why}")))?;
            }
        }
        for target in &clause.refs {
            let fact = |from: &Provenance| from.fact() == target.as_ref();
            let there = match clause.kind {
                ClauseKind::Exception => {
                    target.as_ref() == "chart"
                        || sources.rules.iter().any(|rule| fact(&rule.from))
                        || sources.clauses.iter().any(|other| fact(&other.from))
                }
                ClauseKind::Switch => coded(sources, target, ClauseKind::Exception),
                ClauseKind::Guard | ClauseKind::Layer => coded(sources, target, ClauseKind::Flag),
                _ => true,
            };
            if !there {
                return Err(fails(format!("refs: {target:?} is nothing in this pack")));
            }
        }
        let twice = sources.clauses.iter().any(|other| other.code == clause.code && other.from.fact() != clause.from.fact());
        if twice {
            return Err(fails(format!("another row has the code {:?}: an answer could not tell them apart", clause.code)));
        }
        if clause.kind == ClauseKind::Exception && clause.from.confidence == Confidence::Unverified && !clause.refs.is_empty() {
            return Err(fails("an exception nobody has seen may not lift a rule: leave its refs empty".to_owned()));
        }
    }
    Ok(())
}

fn coded(sources: &Sources, code: &str, kind: ClauseKind) -> bool {
    sources.clauses.iter().any(|clause| clause.kind == kind && clause.code.as_ref() == code)
}

fn item(sources: &Sources, word: &str) -> Result<(), String> {
    let entry = word.split('.').next().unwrap_or_default();
    let known = ITEM_WORDS.contains(&word) || sources.eccns.iter().any(|row| row.eccn.starts_with(entry)) && entry.len() >= 2;
    known.then_some(()).ok_or_else(|| format!("{word:?} is no ECCN of 15 CFR 774 Supp. 1 and no word for an item"))
}

fn known(sources: &Sources, names: &PlaceNames, condition: &Condition, value: &str) -> Result<(), String> {
    let one_of =
        |words: &[&str]| words.contains(&value).then_some(()).ok_or_else(|| format!("expected {}, found {value:?}", words.join(", ")));
    let listed = || sources.effects.iter().any(|effect| effect.code.as_ref() == value).then_some(());
    let listed = || listed().ok_or_else(|| format!("{value:?} is the code of no list in this pack"));
    match condition.fact {
        Fact::Item => item(sources, value),
        Fact::TppUnder | Fact::DramUnder => {
            value.parse::<u32>().map(|_| ()).map_err(|_| format!("expected a whole number, found {value:?}"))
        }
        Fact::MadeIn | Fact::Destination | Fact::Headquarters | Fact::PartyAt | Fact::Customers | Fact::Transit => {
            if value == "*" || Groups::parse(value).is_ok() { Ok(()) } else { known_place(value, names).map(|_| ()) }
        }
        Fact::Role => one_of(&ROLES),
        Fact::User => one_of(&USERS),
        Fact::Listed | Fact::AddressListed => listed(),
        Fact::OwnedBy if condition.values.first().is_some_and(|first| first.as_ref() == value) => one_of(&OWNERSHIP_TESTS),
        Fact::OwnedBy => listed(),
        Fact::EndUse => one_of(&END_USES),
        Fact::Payment => one_of(&PAYMENTS),
        Fact::Layer => one_of(&LAYERS),
        Fact::Operation => one_of(&OPERATIONS),
        Fact::Answer | Fact::Unless => {
            let there = coded(sources, value, ClauseKind::Ask) || coded(sources, value, ClauseKind::Flag);
            there.then_some(()).ok_or_else(|| format!("no question has the code {value:?}"))
        }
    }
}
