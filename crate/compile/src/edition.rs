//! An edition: one list as published on one day, in our own plain-text record form.
//!
//! The form is specified in `lists/README.md`. [`read`] and [`write`] are exact inverses: what one takes the other gives, byte for
//! byte, and a text that is not in the one canonical form is refused with its line.

mod escape;
mod fields;
mod read;
mod write;

pub use escape::escape;
pub use read::read;
pub use write::{entry_text, write};

use redzone_index::{Change, Date, Entry, NameKind, Source};
use std::fmt;

/// The version of the record form that this program reads and writes.
pub const FORM: u32 = 1;

/// One list as published on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// What is said of the whole list.
    pub header: Header,
    /// The entries, in rising order of [`id_order`]; ids are unique.
    pub entries: Vec<Entry>,
}

/// What an edition says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// `us-sdn` ...: lower-case letters, digits, hyphens.
    pub list: String,
    /// The list's name, for people.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// The law that it stands on.
    pub authority: String,
    /// The day as of which the names are.
    pub as_of: Date,
    /// What must be said with every answer from this edition: "starter data, not current ...". Empty for a current edition.
    pub notice: String,
    /// Where the fields come from, and their day.
    pub provenance: Vec<Provenance>,
    /// The files that were read.
    pub sources: Vec<Source>,
    /// What changed since the edition that this one took the place of.
    pub change: Option<Change>,
    /// Guards that were waived on purpose, each one line.
    pub waivers: Vec<String>,
    /// How many rows the source has for this list: entries + joined + ended + dropped rows.
    pub source_rows: usize,
    /// Rows that add to the entry of an earlier row.
    pub joined_rows: usize,
    /// Records of parties that the publisher says are no longer listed.
    pub ended_rows: usize,
    /// Rows that gave no entry; each is named in the problem report.
    pub dropped_rows: usize,
    /// How many problems the report names for this list, dropped rows among them.
    pub problems: usize,
}

/// Where a group of fields comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The group, in words: `names, kinds, programs`.
    pub fields: String,
    /// The source and its day, in words.
    pub source: String,
}

/// How many entries and names an edition has: written into it, so that a cut file is found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Entries.
    pub entries: usize,
    /// Names by kind: primary, alias, former, now, weak.
    pub names: [usize; 5],
}

impl Counts {
    /// Counts.
    pub fn of(entries: &[Entry]) -> Counts {
        let mut counts = Counts { entries: entries.len(), ..Counts::default() };
        for number in entries.iter().flat_map(|entry| &entry.names).filter_map(|name| kind_number(name.kind)) {
            counts.names[number] += 1;
        }
        counts
    }

    /// All names.
    pub fn all_names(&self) -> usize {
        self.names.iter().sum()
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [primary, alias, former, now, weak] = self.names;
        write!(f, "{} entries, {primary} primary names, {alias} aliases, {former} former, {now} now, {weak} weak", self.entries)
    }
}

/// None for a name that no publisher prints: it is added when a pack is built, and no edition has it.
fn kind_number(kind: NameKind) -> Option<usize> {
    match kind {
        NameKind::Primary => Some(0),
        NameKind::Alias => Some(1),
        NameKind::Former => Some(2),
        NameKind::Now => Some(3),
        NameKind::Weak => Some(4),
        NameKind::Ours => None,
    }
}

/// The order of entries: publishers' numbers as numbers, before ids with letters in them.
pub fn id_order(id: &str) -> (bool, usize, &str) {
    let number = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    (!number, if number { id.len() } else { 0 }, id)
}

/// A text that is not an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionError {
    /// The line, from 1.
    pub line: usize,
    /// What was expected there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl fmt::Display for EditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: expected {}, found {}", self.line, self.expected, self.found)
    }
}

impl std::error::Error for EditionError {}

impl EditionError {
    /// What to do about it.
    pub const REMEDY: &'static str = "make the edition again from its sources with `redzone lists import`; do not edit it by hand";
}

#[cfg(test)]
pub(crate) mod tests;
