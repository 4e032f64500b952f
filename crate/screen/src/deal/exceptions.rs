//! License exceptions: which may be used against a line, and what switches them off.

use super::facts::{About, DealFacts};
use super::{Line, Tri};
use redzone_index::rules::{Clause, ClauseKind, Confidence, Level, State};

/// Lowers a line that needs a license when an exception lifts its rule, every condition of it is known to hold, and nothing switches it off.
/// Exceptions that only lack facts or answers are named. An exception nobody has seen, or one in motion, lifts nothing.
pub(super) fn lift(facts: &DealFacts<'_>, line: &mut Line) {
    if line.level != Level::LicenseNeeded {
        return;
    }
    let spot = line.place.and_then(|place| facts.spots.iter().position(|spot| spot.place == Some(place)));
    // Parties are asked together: an exception must hold for all of them.
    let about = About { item: line.item, party: None, spot };
    for exception in facts.rules.clauses_of(ClauseKind::Exception) {
        if !lifts(exception, line) || !usable(facts, exception) || switched_off(facts, exception, about) {
            continue;
        }
        match facts.holds(exception, about) {
            Tri::Yes if line.holds == Tri::Yes => {
                line.level = Level::ExceptionMayApply;
                line.lifted_by = Some(exception.code.clone());
                return;
            }
            Tri::Yes | Tri::Unknown => line.exceptions.push(exception.code.clone()),
            Tri::No => {}
        }
    }
}

fn lifts(exception: &Clause, line: &Line) -> bool {
    let fact = line.rule.from.fact();
    exception.refs.iter().any(|id| id.as_ref() == fact || (id.as_ref() == "chart" && fact.starts_with("chart-")))
}

fn usable(facts: &DealFacts<'_>, exception: &Clause) -> bool {
    let from = &exception.from;
    from.confidence == Confidence::Verified && from.state != State::Announced && from.valid.on(facts.question.as_of).firm()
}

/// Whether something switches the exception off, or may.
fn switched_off(facts: &DealFacts<'_>, exception: &Clause, about: About) -> bool {
    facts.rules.clauses_of(ClauseKind::Switch).any(|switch| {
        !switch.refs.contains(&exception.code)
            && switch.from.valid.on(facts.question.as_of).speaks()
            && facts.holds(switch, About { spot: None, ..about }) != Tri::No
    })
}
