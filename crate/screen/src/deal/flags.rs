//! The red-flag interview: which flags apply to the deal, and how each stands.

use super::facts::DealFacts;
use super::{Flag, FlagState, Reply, Tri};
use redzone_index::rules::{Clause, ClauseKind, State, Text};

/// The flags that apply or may apply, in the order of the pack.
pub(super) fn ask(facts: &DealFacts<'_>) -> Vec<Flag> {
    let flags = facts.rules.clauses_of(ClauseKind::Flag).filter(|flag| speaks(facts, flag));
    flags
        .map(|flag| (flag, applies(facts, flag)))
        .filter(|(_, applies)| *applies != Tri::No)
        .map(|(flag, applies)| Flag { code: flag.code.clone(), applies, state: state(facts, &flag.code), level: flag.level })
        .collect()
}

/// Questions on which rules and exceptions hang, that apply and are not answered.
pub(super) fn unanswered(facts: &DealFacts<'_>) -> Vec<Text> {
    let asks = facts.rules.clauses_of(ClauseKind::Ask).filter(|ask| speaks(facts, ask) && facts.question.reply(&ask.code).is_none());
    asks.filter(|ask| applies(facts, ask) != Tri::No).map(|ask| ask.code.clone()).collect()
}

/// Whether a clause applies to anything in the deal.
pub(super) fn applies(facts: &DealFacts<'_>, clause: &Clause) -> Tri {
    Tri::any(facts.contexts(clause).into_iter().map(|about| facts.holds(clause, about)))
}

pub(super) fn speaks(facts: &DealFacts<'_>, clause: &Clause) -> bool {
    clause.from.state != State::Announced && clause.from.valid.on(facts.question.as_of).speaks()
}

/// How a flag stands.
pub(super) fn state(facts: &DealFacts<'_>, code: &str) -> FlagState {
    match facts.question.reply(code) {
        None => FlagState::Open,
        Some(Reply::Yes) => FlagState::Raised,
        Some(Reply::Resolved) => FlagState::Resolved,
        Some(Reply::No) => FlagState::No,
    }
}
