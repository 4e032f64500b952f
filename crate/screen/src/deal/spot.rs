//! A place that was typed, looked up once: which place, whom it follows, its groups and marks.

use super::Tri;
use crate::destination::fire::Found;
use crate::destination::place::resolve;
use crate::destination::{RuleDoubt, Subject, TableFacts};
use redzone_index::Date;
use redzone_index::rules::{Groups, Place, Rules};

/// A place of the question.
#[derive(Clone, Debug, Default)]
pub(super) struct Spot {
    /// The place, when it is known beyond doubt.
    pub(super) place: Option<Place>,
    /// What the EAR tables say of it.
    pub(super) tables: TableFacts,
    /// Why it is not known; empty when nothing was typed.
    pub(super) doubts: Vec<RuleDoubt>,
}

impl Spot {
    pub(super) fn of(rules: &Rules, typed: Option<&str>, subject: Subject, day: Date) -> Spot {
        let Some(typed) = typed else { return Spot::default() };
        let mut found = Found::default();
        let place = resolve(rules, subject, typed, &mut found);
        let tables = place.map(|place| TableFacts::of(rules, place, day)).unwrap_or_default();
        Spot { place, tables, doubts: found.doubts }
    }

    /// Whether it is one of the places or in one of the groups; `*` is any place.
    pub(super) fn is_any<'v>(&self, values: impl Iterator<Item = &'v str>) -> Tri {
        let Some(place) = self.place else { return Tri::Unknown };
        Tri::any(values.map(|value| match (value, Groups::parse(value), Place::parse(value)) {
            ("*", ..) => Tri::Yes,
            (_, Ok(groups), _) => self.tables.groups.map_or(Tri::Unknown, |own| own.meets(groups).into()),
            (_, Err(_), Some(wanted)) => self.is(place, wanted),
            (_, Err(_), None) => Tri::Unknown,
        }))
    }

    /// The place itself, its country, or whom it follows. A country is not known to be one of its regions.
    fn is(&self, place: Place, wanted: Place) -> Tri {
        let country = Place::from(place.country);
        if place == wanted || country == wanted || self.tables.follows.iter().any(|row| row.follows == wanted) {
            Tri::Yes
        } else if place.region.is_none() && wanted.country == place.country {
            Tri::Unknown
        } else {
            Tri::No
        }
    }
}
