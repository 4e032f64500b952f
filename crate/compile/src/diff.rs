//! Two editions of one list, compared entry by entry and field by field.

use crate::edition::{Edition, entry_text, id_order};
use crate::merge::{self, Link};
use crate::text::name_key;
use redzone_index::{Change, Entry};
use std::collections::BTreeMap;

/// What changed from one edition to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// Entries that came: id and primary name, in the order of ids.
    pub added: Vec<(String, String)>,
    /// Entries that went, and whose party stands under no other id: what was taken off the list.
    pub delisted: Vec<(String, String)>,
    /// Parties that stand under another name or another id than before.
    pub renamed: Vec<Renamed>,
    /// Entries that stand in both and differ, renamed ones among them.
    pub changed: Vec<Changed>,
}

/// A party under another name or id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// Its id and primary name in the older edition.
    pub was: (String, String),
    /// Its id and primary name in the newer one.
    pub is: (String, String),
    /// How it was known again.
    pub by: Link,
}

/// An entry that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// Its primary name in the newer edition.
    pub name: String,
    /// The fields that differ.
    pub fields: Vec<Field>,
}

/// A field that differs: the values that only one edition has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The field's name in the record form.
    pub field: String,
    /// Only in the older.
    pub was: Vec<String>,
    /// Only in the newer.
    pub is: Vec<String>,
}

/// Compares.
pub fn diff(old: &Edition, new: &Edition) -> Diff {
    let by_id = |edition: &'_ Edition| -> BTreeMap<String, Entry> {
        edition.entries.iter().map(|entry| (entry.id.clone(), entry.clone())).collect()
    };
    let (was, is) = (by_id(old), by_id(new));
    let named = |entry: &Entry| (entry.id.clone(), entry.names.first().map(|name| name.text.clone()).unwrap_or_default());
    let mut come: Vec<&Entry> = new.entries.iter().filter(|entry| !was.contains_key(&entry.id)).collect();
    let mut gone: Vec<&Entry> = old.entries.iter().filter(|entry| !is.contains_key(&entry.id)).collect();
    let mut renamed: Vec<Renamed> = Vec::new();
    for (before, after, by) in merge::one_to_one(&gone, &come) {
        gone.retain(|entry| entry.id != before.id);
        come.retain(|entry| entry.id != after.id);
        renamed.push(Renamed { was: named(before), is: named(after), by });
    }
    for entry in &new.entries {
        if let Some(before) = was.get(&entry.id).filter(|before| name_key(&named(before).1) != name_key(&named(entry).1)) {
            renamed.push(Renamed { was: named(before), is: named(entry), by: Link::Id });
        }
    }
    renamed.sort_by(|a, b| id_order(&a.is.0).cmp(&id_order(&b.is.0)));
    let entries = |entries: Vec<&Entry>| entries.into_iter().map(named).collect();
    let mut diff = Diff { added: entries(come), delisted: entries(gone), renamed, changed: Vec::new() };
    for entry in &new.entries {
        if let Some(before) = was.get(&entry.id).filter(|before| *before != entry) {
            let (id, name) = named(entry);
            diff.changed.push(Changed { id, name, fields: fields(before, entry) });
        }
    }
    diff.changed.sort_by(|a, b| id_order(&a.id).cmp(&id_order(&b.id)));
    diff
}

/// What an edition that takes the place of another says of it. The same list again says what it said before.
pub fn since(last: &Edition, new: &Edition) -> Option<Change> {
    let count = |entries: usize| u32::try_from(entries).unwrap_or(u32::MAX);
    let Diff { added, delisted, renamed, changed } = diff(last, new);
    if added.is_empty() && delisted.is_empty() && renamed.is_empty() && changed.is_empty() && last.header.as_of == new.header.as_of {
        return last.header.change;
    }
    // Going back in time, which a waiver may permit, is no change of the publisher's.
    if last.header.as_of > new.header.as_of {
        return None;
    }
    Some(Change {
        since: last.header.as_of,
        added: count(added.len()),
        delisted: count(delisted.len()),
        renamed: count(renamed.len()),
        changed: count(changed.len()),
    })
}

fn fields(old: &Entry, new: &Entry) -> Vec<Field> {
    let lines = |entry: &Entry| {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in entry_text(entry).lines() {
            let (field, value) = line.split_once(':').unwrap_or((line, ""));
            fields.entry(field.to_owned()).or_default().push(value.trim_start().to_owned());
        }
        fields
    };
    let (was, is) = (lines(old), lines(new));
    let names: std::collections::BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let none = Vec::new();
    names
        .into_iter()
        .filter_map(|field| {
            let (was, is) = (was.get(field).unwrap_or(&none), is.get(field).unwrap_or(&none));
            let only =
                |these: &[String], those: &[String]| these.iter().filter(|value| !those.contains(value)).cloned().collect::<Vec<_>>();
            let (gone, come) = (only(was, is), only(is, was));
            // The same values in another order are a change too.
            let (gone, come) = if gone.is_empty() && come.is_empty() { (was.clone(), is.clone()) } else { (gone, come) };
            (was != is).then(|| Field { field: field.clone(), was: gone, is: come })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::tests::{edition, entry};

    #[test]
    fn a_party_under_another_name_or_id_is_neither_new_nor_delisted() {
        let mut renumbered = entry("b2", "Example Works");
        renumbered.programs.push("NEW".to_owned());
        let old = edition(vec![entry("a", "Alpha"), entry("b1", "EXAMPLE WORKS"), entry("c", "Gamma"), entry("d", "Delta")]);
        let new = edition(vec![entry("a", "Alpha Renamed"), renumbered, entry("d", "DELTA"), entry("e", "Epsilon")]);
        let found = diff(&old, &new);
        let ids = |entries: &[(String, String)]| entries.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>().join(" ");
        assert_eq!((ids(&found.added).as_str(), ids(&found.delisted).as_str()), ("e", "c"));
        let renamed: Vec<_> = found.renamed.iter().map(|renamed| (renamed.was.0.as_str(), renamed.is.0.as_str(), renamed.by)).collect();
        assert_eq!(renamed, [("a", "a", Link::Id), ("b1", "b2", Link::Name)]);
        assert_eq!(found.changed.iter().map(|changed| changed.id.as_str()).collect::<Vec<_>>(), ["a", "d"]);
    }
}
