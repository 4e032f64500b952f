//! When a row holds in law, and where it comes from.

use super::Text;
use crate::Date;

/// How a row stands between the printed rule and its use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The text of the regulation.
    Printed,
    /// What the authority says it does; stands beside a printed row where the two differ.
    Enforced,
    /// Only announced. Shown; never changes a result.
    Announced,
}

/// Whether anyone has seen the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Seen in at least one stored source.
    Verified,
    /// Not seen: shown as "check before use", and no favourable answer rests on it.
    Unverified,
}

/// What is known of a row after its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Then {
    /// It ended by an act that is cited, or the next row of the same fact follows on the next day.
    Over,
    /// Nobody has said: after its last day the row is neither in force nor over.
    Unknown,
}

/// The days on which a row holds in law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Validity {
    /// The first day; `None` is as far back as the pack covers.
    pub from: Option<Date>,
    /// The last day; `None` is until further notice.
    pub to: Option<Date>,
    /// What comes after `to`; without meaning when `to` is `None`.
    pub then: Then,
    /// Reported changed, without the rule that says how: in force, but not to be relied on.
    pub moving: bool,
}

/// How a row stands on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Begins later.
    NotYet,
    /// Holds.
    InForce,
    /// Holds, but is reported changed.
    Moving,
    /// Its last day is over and nothing is known of a successor.
    Lapsed,
    /// Over.
    Over,
}

impl Validity {
    /// Always, and firm.
    pub const ALWAYS: Validity = Validity { from: None, to: None, then: Then::Over, moving: false };

    /// How the row stands on `day`.
    pub fn on(&self, day: Date) -> Phase {
        match self {
            Validity { from: Some(from), .. } if day < *from => Phase::NotYet,
            Validity { to: Some(to), then: Then::Unknown, .. } if day > *to => Phase::Lapsed,
            Validity { to: Some(to), .. } if day > *to => Phase::Over,
            Validity { moving: true, .. } => Phase::Moving,
            _ => Phase::InForce,
        }
    }

    /// Whether some day is in both.
    pub fn overlaps(&self, other: &Validity) -> bool {
        let starts_in_time = |a: &Validity, b: &Validity| a.from.zip(b.to).is_none_or(|(from, to)| from <= to);
        starts_in_time(self, other) && starts_in_time(other, self)
    }
}

impl Phase {
    /// Whether a row in this phase says anything: in force, moving or lapsed.
    pub fn speaks(self) -> bool {
        !matches!(self, Phase::NotYet | Phase::Over)
    }

    /// Whether a row in this phase can be relied on.
    pub fn firm(self) -> bool {
        self == Phase::InForce
    }
}

/// What every row of a rule pack carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Unique in the pack. Rows of one fact at different times share what stands before the `@`.
    pub id: Text,
    /// The regulation or notice. Never empty.
    pub citation: Text,
    /// Where the row was seen. Never empty.
    pub source: Text,
    /// The issue date of that source.
    pub as_of: Date,
    /// Printed, enforced or announced.
    pub state: State,
    /// Seen or not.
    pub confidence: Confidence,
    /// The days on which it holds.
    pub valid: Validity,
    /// What else must be said; empty when nothing.
    pub note: Text,
}

impl Provenance {
    /// The fact that this row is one period of: the id up to its `@`.
    pub fn fact(&self) -> &str {
        self.id.split_once('@').map_or(&self.id, |(fact, _)| fact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Date> {
        Some(Date::parse(text).unwrap())
    }

    #[test]
    fn a_row_speaks_from_its_first_to_its_last_day() {
        let row = Validity { from: day("2026-07-10"), to: day("2026-07-14"), ..Validity::ALWAYS };
        let unknown = Validity { then: Then::Unknown, ..row };
        let moving = Validity { moving: true, ..row };
        for (on, plain, lapsing, reported) in [
            ("2026-07-09", Phase::NotYet, Phase::NotYet, Phase::NotYet),
            ("2026-07-10", Phase::InForce, Phase::InForce, Phase::Moving),
            ("2026-07-14", Phase::InForce, Phase::InForce, Phase::Moving),
            ("2026-07-15", Phase::Over, Phase::Lapsed, Phase::Over),
        ] {
            let on = Date::parse(on).unwrap();
            assert_eq!((row.on(on), unknown.on(on), moving.on(on)), (plain, lapsing, reported), "{on}");
        }
    }

    #[test]
    fn overlap_counts_shared_days_only() {
        let until = |to| Validity { to: day(to), ..Validity::ALWAYS };
        let since = |from| Validity { from: day(from), ..Validity::ALWAYS };
        assert!(!until("2026-07-09").overlaps(&since("2026-07-10")));
        assert!(until("2026-07-10").overlaps(&since("2026-07-10")));
        assert!(since("2020-01-01").overlaps(&Validity::ALWAYS));
    }
}
