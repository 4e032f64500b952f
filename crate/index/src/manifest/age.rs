//! How old a list is, and what the pack's policy makes of that.

use super::{ListFacts, Manifest};
use crate::Date;

/// From how many days on a list is amber, red, and no longer an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Over this many days: shown as ageing.
    pub amber: u16,
    /// Over this many days: shown as old, to be acknowledged.
    pub red: u16,
    /// Over this many days: no "no match found" any more.
    pub stop: u16,
}

impl Default for Policy {
    /// A day, a week, thirty days (DESIGN, section 6).
    fn default() -> Policy {
        Policy { amber: 1, red: 7, stop: 30 }
    }
}

impl Policy {
    /// The stricter of two policies, number by number: an embedder may tighten what the pack says and never loosen it.
    pub fn tightened(self, by: Policy) -> Policy {
        Policy { amber: self.amber.min(by.amber), red: self.red.min(by.red), stop: self.stop.min(by.stop) }
    }

    /// What this policy makes of an age in days.
    pub fn judge(self, days: i32) -> Freshness {
        match days {
            ..0 => Freshness::Ahead,
            _ if days > i32::from(self.stop) => Freshness::Stopped,
            _ if days > i32::from(self.red) => Freshness::Red,
            _ if days > i32::from(self.amber) => Freshness::Amber,
            _ => Freshness::Fresh,
        }
    }
}

/// How old a list is on a day, and what the pack's policy says of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// Days since the list was published; negative when the day asked about is before that.
    pub days: i32,
    /// What to make of it.
    pub state: Freshness,
}

/// What the policy says of an age, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    /// Within the policy.
    Fresh,
    /// Ageing.
    Amber,
    /// Old: a person must acknowledge it.
    Red,
    /// Too old to say "no match found".
    Stopped,
    /// Published after the day asked about: the clock is wrong, or the question is about the past.
    Ahead,
}

impl Manifest {
    /// The policy that holds for this pack: with a notice, its own last day of use; and nothing looser than what [`Manifest::tighten`] was told.
    pub fn policy(&self) -> Policy {
        let policy = self.facts.policy;
        let stop = self.facts.notice.as_ref().map_or(policy.stop, |notice| notice.stop);
        let policy = Policy { stop, ..policy };
        self.tightened.map_or(policy, |by| policy.tightened(by))
    }

    /// Makes ages count sooner than the pack says. What would loosen a number changes nothing.
    pub fn tighten(&mut self, by: Policy) {
        self.tightened = Some(self.tightened.map_or(by, |before| before.tightened(by)));
    }

    /// How old a list of this pack is on a day.
    pub fn age(&self, list: &ListFacts, as_of: Date) -> Age {
        let days = as_of.day_number() - list.as_of.day_number();
        Age { days, state: self.policy().judge(days) }
    }

    /// Whether a day is before the pack was built: then the clock that gave it was set back, or the question is about the past.
    pub fn is_ahead_of(&self, as_of: Date) -> bool {
        as_of < self.facts.built
    }
}
