//! Guards: a list that was emptied, cut, reshaped or set back is refused before it is an edition. What they measure is data in
//! `lists/catalog.toml`; what lets a change pass is a [`crate::waiver`].

use crate::Refusal;
use crate::catalog::{Catalog, Limits, ListEntry};
use crate::edition::Edition;
use redzone_index::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// A guard that does not let an edition pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// The list.
    pub list: String,
    /// The guard: `floor`, `shrink`, `growth`, `fill`, `date`, `missing-list`, `schema`.
    pub guard: &'static str,
    /// What a waiver must name: the ids that go or come, the fields that moved, the day, the number of entries, the unknown elements.
    pub ids: Vec<String>,
    /// For people.
    pub refusal: Refusal,
}

fn object(list: &str, guard: &'static str, ids: Vec<String>, expected: String, found: String) -> Objection {
    Objection { list: list.to_owned(), guard, ids, refusal: Refusal::guard(guard, list, expected, found) }
}

/// What the guards say of a new edition, given the last one.
pub fn check(old: Option<&Edition>, new: &Edition, list: &ListEntry, limits: &Limits) -> Vec<Objection> {
    let mut objections = Vec::new();
    let count = new.entries.len();
    if count < list.floor {
        let expected = format!("at least {} entries", list.floor);
        objections.push(object(&list.id, "floor", vec![count.to_string()], expected, format!("{count}")));
    }
    if let Some(old) = old {
        let (was, is) = (ids(old), ids(new));
        let gone: Vec<String> = was.difference(&is).map(|id| (*id).to_owned()).collect();
        let come: Vec<String> = is.difference(&was).map(|id| (*id).to_owned()).collect();
        let may_go = limits.shrink_entries.min(was.len() * limits.shrink_percent / 100).max(1);
        if gone.len() > may_go {
            let expected = format!("at most {may_go} of {} entries gone", was.len());
            let found = format!("{} gone: {}", gone.len(), some_of(&gone));
            objections.push(object(&list.id, "shrink", gone, expected, found));
        }
        let may_come = limits.growth_least.max(was.len() * limits.growth_percent / 100);
        if come.len() > may_come {
            let expected = format!("at most {may_come} entries more than the {} of {}", was.len(), old.header.as_of);
            let found = format!("{} more: {}", come.len(), some_of(&come));
            objections.push(object(&list.id, "growth", come, expected, found));
        }
        if new.header.as_of < old.header.as_of {
            let day = new.header.as_of.to_string();
            let expected = format!("a day not before {}, that of the last edition", old.header.as_of);
            objections.push(object(&list.id, "date", vec![day.clone()], expected, day));
        }
    }
    if count >= limits.fill_least {
        objections.extend(fill(old, new, list, limits));
    }
    objections
}

fn fill(old: Option<&Edition>, new: &Edition, list: &ListEntry, limits: &Limits) -> Option<Objection> {
    let now = fill_rates(&new.entries);
    let before: Vec<(String, usize)> = match old {
        Some(old) => fill_rates(&old.entries).into_iter().map(|(field, rate)| (field.to_owned(), rate)).collect(),
        None => list.fill.clone().into_iter().collect(),
    };
    let moved: Vec<(String, String)> = before
        .into_iter()
        .filter_map(|(field, was)| {
            let is = now.get(field.as_str()).copied().unwrap_or_default();
            (was.abs_diff(is) > limits.fill_points).then(|| (format!("{field} {was} % to {is} %"), field))
        })
        .collect();
    if moved.is_empty() {
        return None;
    }
    let expected = format!("the share of entries with a field to move by at most {} points", limits.fill_points);
    let found = moved.iter().map(|(said, _)| said.as_str()).collect::<Vec<_>>().join(", ");
    Some(object(&list.id, "fill", moved.into_iter().map(|(_, field)| field).collect(), expected, found))
}

/// The lists that the Consolidated Screening List must hold and does not: in May 2024 it came without the SDN list.
pub fn missing(present: &BTreeSet<&str>, catalog: &Catalog) -> Vec<Objection> {
    let wanted = catalog.lists.iter().filter(|list| list.csl.is_some() && list.floor > 0 && !present.contains(list.id.as_str()));
    wanted
        .map(|list| object(&list.id, "missing-list", vec![list.id.clone()], format!("{} rows or more", list.floor), "none".to_owned()))
        .collect()
}

/// A list with elements or columns that its parser does not know: the publisher has changed the form, and something may be lost.
pub fn reshaped(list: &str, unknown: &[String]) -> Objection {
    let expected = "only the elements and columns that this program knows".to_owned();
    object(list, "schema", unknown.to_vec(), expected, some_of(unknown))
}

/// Shares of entries that have a field, in per cent, rounded down: what the fill guards compare.
pub fn fill_rates(entries: &[Entry]) -> BTreeMap<&'static str, usize> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for entry in entries {
        let has: [(&'static str, bool); 10] = [
            ("names", !entry.names.is_empty()),
            ("aliases", entry.names.len() > 1),
            ("programs", !entry.programs.is_empty()),
            ("citations", !entry.citations.is_empty()),
            ("license", entry.license_requirement.is_some()),
            ("policy", entry.license_policy.is_some()),
            ("addresses", !entry.addresses.is_empty()),
            ("countries", entry.addresses.iter().any(|address| address.country.is_some())),
            ("born", !entry.born.is_empty()),
            ("numbers", !entry.identifiers.is_empty()),
        ];
        for (field, _) in has.iter().filter(|(_, has)| *has) {
            *counts.entry(field).or_default() += 1;
        }
        for (field, _) in has {
            counts.entry(field).or_default();
        }
    }
    counts.into_iter().map(|(field, count)| (field, count * 100 / entries.len().max(1))).collect()
}

fn ids(edition: &Edition) -> BTreeSet<&str> {
    edition.entries.iter().map(|entry| entry.id.as_str()).collect()
}

fn some_of(ids: &[String]) -> String {
    let shown = ids.iter().take(12).map(String::as_str).collect::<Vec<_>>().join(" ");
    if ids.len() > 12 { format!("{shown} ... (all of them: redzone lists diff)") } else { shown }
}
