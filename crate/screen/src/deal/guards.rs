//! Guard-rails: obligations to write in, with their owners and the days on which they are due.

use super::facts::DealFacts;
use super::flags::{applies, speaks, state};
use super::{FlagState, Tri};
use redzone_index::Date;
use redzone_index::rules::{ClauseKind, Text};

/// One obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    /// Its code.
    pub code: Text,
    /// The topic of the clause.
    pub title: Text,
    /// What it says, in our own words.
    pub says: Text,
    /// Who sees to it.
    pub owner: Text,
    /// When it is due, in words.
    pub due: Text,
    /// The first day on which it is due, where the question's days of signing and delivery say.
    pub due_on: Option<Date>,
    /// Every how many days it is looked at again.
    pub every_days: Option<u16>,
    /// Whether every flag that it answers is closed with "no".
    pub in_place: bool,
}

/// The obligations that fit the deal.
pub(super) fn propose(facts: &DealFacts<'_>) -> Vec<Guard> {
    let guards = facts.rules.clauses_of(ClauseKind::Guard).filter(|guard| speaks(facts, guard) && applies(facts, guard) != Tri::No);
    guards
        .map(|guard| {
            let (due_on, every_days) = due(&guard.next_step, facts.question.signing, facts.question.delivery);
            Guard {
                code: guard.code.clone(),
                title: guard.title.clone(),
                says: guard.says.clone(),
                owner: guard.more.clone(),
                due: guard.next_step.clone(),
                due_on,
                every_days,
                in_place: !guard.refs.is_empty() && guard.refs.iter().all(|flag| state(facts, flag) == FlagState::No),
            }
        })
        .collect()
}

/// Reads `before signing`, `30 days after delivery; check every 90 days`.
fn due(words: &str, signing: Option<Date>, delivery: Option<Date>) -> (Option<Date>, Option<u16>) {
    let (first, again) = words.split_once(';').unwrap_or((words, ""));
    let day = |anchor: Option<Date>, shift: i32| Date::from_day_number(anchor?.day_number() + shift);
    let number = |text: &str| text.split_whitespace().find_map(|word| word.parse::<u16>().ok());
    let days = number(first).map_or(0, i32::from);
    let due_on = if first.contains("before signing") {
        day(signing, -1)
    } else if first.contains("at signing") {
        signing
    } else if first.contains("before delivery") {
        day(delivery, -days)
    } else if first.contains("after delivery") {
        day(delivery, days)
    } else if first.contains("before first use") {
        delivery
    } else {
        None
    };
    (due_on, number(again))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_signing_and_delivery() {
        let day = |text: &str| Date::parse(text);
        let (signing, delivery) = (day("2026-12-01"), day("2027-01-15"));
        for (words, on, every) in [
            ("before signing", "2026-11-30", None),
            ("at signing", "2026-12-01", None),
            ("30 days after delivery; check every 90 days", "2027-02-14", Some(90)),
            ("1 day before delivery; check every 30 days", "2027-01-14", Some(30)),
            ("before first use; check every 30 days", "2027-01-15", Some(30)),
        ] {
            assert_eq!(due(words, signing, delivery), (day(on), every), "{words}");
        }
        assert_eq!(due("30 days after delivery", signing, None), (None, None));
    }
}
