//! Two editions of one list, compared entry by entry and field by field.

use crate::edition::{Edition, entry_text, id_order};
use redzone_index::Entry;
use std::collections::BTreeMap;

/// What changed from one edition to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// Entries that came: id and primary name, in the order of ids.
    pub added: Vec<(String, String)>,
    /// Entries that went.
    pub removed: Vec<(String, String)>,
    /// Entries that stand in both and differ.
    pub changed: Vec<Changed>,
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
    let mut diff = Diff {
        added: new.entries.iter().filter(|entry| !was.contains_key(&entry.id)).map(named).collect(),
        removed: old.entries.iter().filter(|entry| !is.contains_key(&entry.id)).map(named).collect(),
        changed: Vec::new(),
    };
    for entry in &new.entries {
        if let Some(before) = was.get(&entry.id).filter(|before| *before != entry) {
            let (id, name) = named(entry);
            diff.changed.push(Changed { id, name, fields: fields(before, entry) });
        }
    }
    diff.changed.sort_by(|a, b| id_order(&a.id).cmp(&id_order(&b.id)));
    diff
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
