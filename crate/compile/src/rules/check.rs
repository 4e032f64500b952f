//! What the rows must be to each other. Each function is one rule of the pack.

use super::source::Sources;
use super::{RuleError, clauses};
use crate::places::PlaceNames;
use redzone_index::Date;
use redzone_index::rules::{Groups, Level, Place, Provenance, State};
use std::collections::BTreeSet;

/// The kind of the rules that carry 22 CFR 126.1, which Country Group D:5 mirrors by its own note.
pub(super) const ITAR_126_1: &str = "itar-126.1";

/// Checks everything.
///
/// # Errors
/// The first rule that is broken.
pub(super) fn check(sources: &Sources, names: &PlaceNames) -> Result<(), RuleError> {
    no_overlap(sources, &by_fact(sources))?;
    no_overlap(sources, &by_place(sources))?;
    ends_are_explained(sources)?;
    following_ends(sources)?;
    every_place_has_a_table(sources, names)?;
    review_is_after_issue(sources)?;
    clauses::check(sources, names)?;
    d5_mirrors_itar(sources)
}

pub(super) fn wrong(sources: &Sources, row: &Provenance, why: String) -> RuleError {
    let file = sources.extras.get(&row.id).map_or_else(String::new, |extra| extra.file.clone());
    RuleError { file, row: row.id.to_string(), why }
}

fn rows(sources: &Sources) -> impl Iterator<Item = &Provenance> {
    let tables = sources.groups.iter().map(|row| &row.from).chain(sources.chart.iter().map(|row| &row.from));
    let places = sources.follows.iter().map(|row| &row.from).chain(sources.rules.iter().map(|row| &row.from));
    let deals = sources.eccns.iter().map(|row| &row.from).chain(sources.clauses.iter().map(|row| &row.from));
    tables.chain(places).chain(deals).chain(sources.effects.iter().map(|row| &row.from)).chain(sources.events.iter().map(|row| &row.from))
}

/// What a row must not share a day with, under a name for the error.
fn by_fact(sources: &Sources) -> Vec<(String, &Provenance)> {
    rows(sources).map(|row| (row.fact().to_owned(), row)).collect()
}

fn by_place(sources: &Sources) -> Vec<(String, &Provenance)> {
    let groups = sources.groups.iter().map(|row| (format!("the groups of {}", row.place), &row.from));
    let chart = sources.chart.iter().map(|row| (format!("the chart row of {}", row.place), &row.from));
    groups.chain(chart).chain(sources.follows.iter().map(|row| (format!("whom {} follows", row.place), &row.from))).collect()
}

fn no_overlap(sources: &Sources, facts: &[(String, &Provenance)]) -> Result<(), RuleError> {
    let mut sorted: Vec<&(String, &Provenance)> = facts.iter().collect();
    sorted.sort_by(|(a, x), (b, y)| (a, x.state, x.valid.from).cmp(&(b, y.state, y.valid.from)));
    for pair in sorted.windows(2) {
        if let &[(fact, earlier), (other, later)] = pair
            && fact == other
            && earlier.state == later.state
            && earlier.valid.overlaps(&later.valid)
        {
            let why = format!("shares days with {}, and both say {fact}: give one an end before the other begins", earlier.id);
            return Err(wrong(sources, later, why));
        }
    }
    Ok(())
}

/// After a last day comes the next row of the same fact, or the row says what comes.
fn ends_are_explained(sources: &Sources) -> Result<(), RuleError> {
    for row in rows(sources) {
        let Some(last) = row.valid.to else { continue };
        let continues =
            |next: &Provenance| next.fact() == row.fact() && next.valid.from.is_some_and(|from| from.day_number() == last.day_number() + 1);
        let explained = sources.extras.get(&row.id).is_some_and(|extra| extra.end_explained);
        if !explained && !rows(sources).any(continues) {
            let why = format!("ends on {last}, and no row of {} begins the day after: say then = \"ended\" or \"unknown\"", row.fact());
            return Err(wrong(sources, row, why));
        }
    }
    Ok(())
}

fn following_ends(sources: &Sources) -> Result<(), RuleError> {
    for row in &sources.follows {
        if sources.groups.iter().any(|group| group.place == row.place) {
            return Err(wrong(
                sources,
                &row.from,
                format!("{} has groups of its own and follows {}: it can't do both", row.place, row.follows),
            ));
        }
        let followed = |place: Place| sources.follows.iter().find(|next| next.place == place).map(|next| next.follows);
        let chain: Vec<Place> = std::iter::successors(Some(row.follows), |place| followed(*place)).take(4).collect();
        if chain.contains(&row.place) || chain.len() > 3 {
            return Err(wrong(sources, &row.from, format!("{} follows a place that follows it, or the chain is too long", row.place)));
        }
    }
    Ok(())
}

/// A place in no table is indeterminate for ever, so it must be so on purpose.
fn every_place_has_a_table(sources: &Sources, names: &PlaceNames) -> Result<(), RuleError> {
    for place in names.places() {
        let known = sources.groups.iter().any(|row| row.place == place) || sources.follows.iter().any(|row| row.place == place);
        let on_purpose = sources.in_no_table.contains(&place);
        if known == on_purpose {
            let why =
                if known { "stands in a table and in in_no_table" } else { "stands in no table: add a row, or name it in in_no_table" };
            return Err(RuleError { file: "pack.toml".into(), row: String::new(), why: format!("{place} {why}") });
        }
    }
    Ok(())
}

fn review_is_after_issue(sources: &Sources) -> Result<(), RuleError> {
    match &sources.meta {
        Some(meta) if !(meta.covers_from <= meta.as_of && meta.as_of <= meta.review_by) => {
            let why = format!("expected covers_from {} <= as_of {} <= review_by {}", meta.covers_from, meta.as_of, meta.review_by);
            Err(RuleError { file: "pack.toml".into(), row: meta.id.to_string(), why })
        }
        _ => Ok(()),
    }
}

/// On every day on which either changes, the printed D:5 and 126.1 name the same countries, or the row that stands alone says why.
fn d5_mirrors_itar(sources: &Sources) -> Result<(), RuleError> {
    let d5 = Groups::parse("D:5").unwrap_or_default();
    let noted = |row: &Provenance| sources.extras.get(&row.id).is_some_and(|extra| extra.d5_note);
    for day in days_of_change(sources) {
        let speaks = |row: &&Provenance| row.state == State::Printed && row.valid.on(day).speaks();
        let itar: Vec<(Place, &Provenance)> = sources
            .rules
            .iter()
            .filter(|rule| rule.kind.as_ref() == ITAR_126_1 && rule.level > Level::Note)
            .flat_map(|rule| rule.places.iter().map(move |&place| (place, &rule.from)))
            .filter(|(_, from)| speaks(from))
            .collect();
        let table: Vec<(Place, &Provenance)> = sources
            .groups
            .iter()
            .filter(|row| row.groups.meets(d5))
            .map(|row| (row.place, &row.from))
            .filter(|(_, from)| speaks(from))
            .collect();
        for (rows, others, which) in [
            (&table, &itar, "in Country Group D:5 and not in 22 CFR 126.1"),
            (&itar, &table, "in 22 CFR 126.1 and not in Country Group D:5"),
        ] {
            if let Some((place, from)) = rows.iter().find(|(place, from)| !noted(from) && !others.iter().any(|(other, _)| other == place)) {
                return Err(wrong(sources, from, format!("on {day} {place} is {which}: say why in d5_note, or correct one")));
            }
        }
    }
    Ok(())
}

fn days_of_change(sources: &Sources) -> BTreeSet<Date> {
    let after = |last: Date| Date::from_day_number(last.day_number() + 1);
    let changes = rows(sources).flat_map(|row| [row.valid.from, row.valid.to.and_then(after)]);
    changes.flatten().chain(sources.meta.iter().map(|meta| meta.covers_from)).collect()
}
