//! Which rules speak of a place, and what is doubtful about the pack.

use super::{DestinationQuestion, Fired, RuleDoubt, RuleNote, Subject, TableFacts};
use redzone_index::rules::{Confidence, Follows, Groups, Jurisdiction, Level, Phase, Place, Rule, Rules, State, Test, Text};
use redzone_index::{Country, Date};

/// What was found on the way to an answer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub(crate) fired: Vec<Fired>,
    pub(crate) notes: Vec<RuleNote>,
    pub(crate) doubts: Vec<RuleDoubt>,
}

/// Doubts about the pack itself on that day.
pub(crate) fn check_pack(rules: &Rules, day: Date, found: &mut Found) {
    if day > rules.meta.review_by {
        found.doubts.push(RuleDoubt::PackPastReview { review_by: rules.meta.review_by });
    }
    if day < rules.meta.covers_from {
        found.doubts.push(RuleDoubt::BeforePack { covers_from: rules.meta.covers_from });
    }
    let mut present: Vec<&Text> = rules.rows().map(|row| &row.id).collect();
    present.sort_unstable();
    let lost = rules.register.iter().filter(|id| present.binary_search(id).is_err());
    found.doubts.extend(lost.map(|id| RuleDoubt::RowLost { id: id.clone() }));
}

/// Asks every rule about a place.
pub(crate) fn at(rules: &Rules, question: &DestinationQuestion, subject: Subject, place: Place, found: &mut Found) -> TableFacts {
    let day = question.as_of;
    let tables = TableFacts::of(rules, place, day);
    found.doubts.extend(tables.doubts(subject, place));
    found.notes.extend(tables.notes(place));
    for row in tables.rows() {
        doubt_if_not_firm(&row.id, row.valid.on(day), row.valid.to, found);
    }
    let test = match subject {
        Subject::Destination => Test::Destination,
        Subject::Headquarters => Test::Headquarters,
    };
    for rule in rules.rules.iter().filter(|rule| rule.test == test && question.asks(rule.jurisdiction)) {
        if let Some(fired) = reach(rule, subject, place, &tables, day) {
            note_and_keep(fired, found);
        }
    }
    if let Some(doubt) = region_unstated(rules, place, day).filter(|doubt| !found.doubts.contains(doubt)) {
        found.doubts.push(doubt);
    }
    if Country::from_code("MO") == Some(place.country) {
        found.notes.push(RuleNote::MacauIsNotD5);
    }
    tables
}

fn note_and_keep(fired: Fired, found: &mut Found) {
    let row = &fired.rule.from;
    if row.state == State::Announced {
        found.notes.push(RuleNote::OnlyAnnounced { id: row.id.clone() });
        return;
    }
    if row.confidence == Confidence::Unverified {
        found.notes.push(RuleNote::CheckBeforeUse { id: row.id.clone() });
    }
    doubt_if_not_firm(&row.id, fired.phase, row.valid.to, found);
    found.fired.push(fired);
}

fn doubt_if_not_firm(id: &Text, phase: Phase, last: Option<Date>, found: &mut Found) {
    let doubt = match phase {
        Phase::Moving => RuleDoubt::Moving { id: id.clone() },
        Phase::Lapsed => RuleDoubt::Lapsed { id: id.clone(), last },
        Phase::NotYet | Phase::InForce | Phase::Over => return,
    };
    if !found.doubts.contains(&doubt) {
        found.doubts.push(doubt);
    }
}

/// How a rule reaches a place, if it does: by name, through the country of a region, through whom it follows, or through a group.
fn reach(rule: &Rule, subject: Subject, place: Place, tables: &TableFacts, day: Date) -> Option<Fired> {
    let phase = rule.from.valid.on(day);
    if !phase.speaks() {
        return None;
    }
    // Only the EAR's tables say who follows whom, so only rules of the United States follow.
    let follows: &[Follows] = if rule.jurisdiction == Jurisdiction::Us { &tables.follows } else { &[] };
    let named = std::iter::once(place)
        .chain(place.region.map(|_| Place::from(place.country)))
        .chain(follows.iter().map(|row| row.follows))
        .any(|place| rule.places.contains(&place));
    let groups = tables.groups.unwrap_or_default();
    let through = if named || groups.meets(rule.except) { Groups::NONE } else { groups.both(rule.groups) };
    if !named && through.is_empty() {
        return None;
    }
    let phase = if named { phase } else { phase.max(tables.phase.unwrap_or(phase)) };
    Some(Fired { subject, place, through, phase, rule: rule.clone() })
}

/// A country whose regions have rules of their own is a doubt until the region is named.
fn region_unstated(rules: &Rules, place: Place, day: Date) -> Option<RuleDoubt> {
    if place.region.is_some() {
        return None;
    }
    let speaks = |rule: &&Rule| rule.level > Level::Note && rule.from.state != State::Announced && rule.from.valid.on(day).speaks();
    let named = rules.rules.iter().filter(speaks).flat_map(|rule| rule.places.iter().copied());
    let mut regions: Vec<Place> = named.filter(|named| named.country == place.country && named.region.is_some()).collect();
    regions.sort_unstable();
    regions.dedup();
    (!regions.is_empty()).then_some(RuleDoubt::RegionUnstated { regions })
}
