//! The red-flag interview: which flags apply to the deal, and how each stands.

use super::facts::DealFacts;
use super::{Flag, FlagState, Line, Reply, Tri};
use redzone_index::rules::{Clause, ClauseKind, Fact, Scope, State, Text};

/// The flags that apply or may apply, in the order of the pack.
pub(super) fn ask(facts: &DealFacts<'_>) -> Vec<Flag> {
    let flags = facts.rules.clauses_of(ClauseKind::Flag).filter(|flag| speaks(facts, flag));
    flags
        .map(|flag| (flag, applies(facts, flag)))
        .filter(|(_, applies)| *applies != Tri::No)
        .map(|(flag, applies)| Flag { code: flag.code.clone(), applies, state: state(facts, &flag.code), level: flag.level })
        .collect()
}

/// Questions on which rules and exceptions hang, that apply and are not answered: those of the pack, and whatever else a line hangs on, so
/// that no line stays open for want of a question.
pub(super) fn unanswered(facts: &DealFacts<'_>, lines: &[Line], flags: &[Flag]) -> Vec<Text> {
    let asks = facts.rules.clauses_of(ClauseKind::Ask).filter(|ask| speaks(facts, ask) && facts.question.reply(&ask.code).is_none());
    let mut codes: Vec<Text> = asks.filter(|ask| applies(facts, ask) != Tri::No).map(|ask| ask.code.clone()).collect();
    let open = lines.iter().filter(|line| line.holds == Tri::Unknown);
    for code in open.filter(|line| line.open.iter().all(|fact| *fact == Fact::Answer)).flat_map(|line| hangs_on(facts, line)) {
        let told = codes.contains(&code) || flags.iter().any(|flag| flag.code == code);
        if !told && facts.question.reply(&code).is_none() {
            codes.push(code);
        }
    }
    codes
}

/// The codes of the answers that decide whether a line holds, when nothing else is missing: those its conditions name, the rule's own when
/// its words do not say which items it reaches, the entry's of the control list when only some of its paragraphs are meant.
fn hangs_on(facts: &DealFacts<'_>, line: &Line) -> Vec<Text> {
    let (rules, id) = (facts.rules, &line.rule.from.id);
    if let Some(clause) = rules.clauses.iter().find(|clause| clause.from.id == *id) {
        let answers = clause.when.iter().filter(|condition| condition.fact == Fact::Answer);
        return answers.flat_map(|condition| condition.values.iter().cloned()).collect();
    }
    if let Some(rule) = rules.rules.iter().find(|rule| rule.from.id == *id) {
        let stated = rule.items.is_empty() && matches!(rule.scope, Scope::ListedItems | Scope::Parties | Scope::EndUse);
        return if stated { vec![rule.from.fact().into()] } else { Vec::new() };
    }
    let entry = line.item.and_then(|at| facts.items.get(at)).and_then(|item| item.entry);
    entry.map(|entry| entry.from.fact().into()).into_iter().collect()
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
