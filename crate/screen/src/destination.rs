//! Where: what the rules of a pack say about a destination on a day.
//!
//! place -> code or region -> rows of the EAR tables, its own or those of the place it follows -> rules that fire -> the strictest
//!
//! * [`DestinationQuestion`]: the place as typed, the day, optionally the headquarters.
//! * [`determine`]: the question and a pack to a [`Determination`].
//! * [`Ruling`]: the result words. [`NoRuleTriggered`] can only be made in a run without a [`RuleDoubt`].
//!
//! Items, parties, end use and route are not looked at here, and every determination says so: see [`Determination::not_consulted`].

mod decide;
mod determination;
pub(crate) mod fire;
pub(crate) mod place;
mod question;
mod tables;

pub use determination::{Determination, Fired, NoRuleTriggered, NotConsulted, RuleDoubt, RuleNote, Ruling, Subject};
pub use question::DestinationQuestion;
pub use tables::TableFacts;

use redzone_index::rules::Rules;

/// Answers a question about a destination. Total: whatever is missing or unclear becomes a doubt, never a favourable answer.
pub fn determine(rules: &Rules, question: &DestinationQuestion) -> Determination {
    let mut found = fire::Found::default();
    fire::check_pack(rules, question.as_of, &mut found);
    let place = place::resolve(rules, Subject::Destination, &question.place, &mut found);
    let headquarters = question.headquarters.as_deref().and_then(|typed| place::resolve(rules, Subject::Headquarters, typed, &mut found));
    let tables = place.map(|place| fire::at(rules, question, Subject::Destination, place, &mut found));
    if let Some(headquarters) = headquarters {
        fire::at(rules, question, Subject::Headquarters, headquarters, &mut found);
    }
    decide::decide(rules, question, place, tables, found)
}
