//! What every publisher's parser needs and gives: [`Parsed`], [`SourceError`], and the readers below them.
//!
//! * [`utf8`], [`windows_1252`]: bytes to text, or a name for what came instead of a list.
//! * [`xml`]: XML as a stream of records, with limits.
//! * [`table`]: CSV, XLSX and ODS as one thing: a header and rows.
//! * [`dates`]: dates in the many shapes that lists print.
//! * [`values`]: several values in one cell.

mod archive;
mod bytes;
pub mod dates;
mod fields;
pub mod table;
pub mod values;
pub mod xml;

pub use bytes::{one_line, utf8, windows_1252};
pub(crate) use fields::*;

use redzone_index::{Date, Entry, PartyKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Why a file can't be read as the list it was taken for. Nothing of it is used then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// Which list in which form was expected.
    pub expected: String,
    /// What was found instead, with the line where there is one.
    pub found: String,
    /// What to do next.
    pub next: String,
}

impl SourceError {
    /// From its three parts.
    pub fn new(expected: &str, found: &str, next: &str) -> SourceError {
        SourceError { expected: expected.to_owned(), found: found.to_owned(), next: next.to_owned() }
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found {}; {}", self.expected, self.found, self.next)
    }
}

impl std::error::Error for SourceError {}

/// Something in a file that could not be turned into the field it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The row, the record's number or the publisher's id.
    pub place: String,
    /// What was found there and what was done with it.
    pub what: String,
    /// The whole record gives no entry. Otherwise the entry stands, with the value kept as printed.
    pub refused: bool,
}

/// How the rows of a file became entries: `read == entries + joined + ended + refused`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Records or rows in the file, without its header.
    pub read: usize,
    /// Rows that add a name, an address or a date to an entry that an earlier row began.
    pub joined: usize,
    /// Records of parties that the publisher itself says are no longer listed.
    pub ended: usize,
    /// Rows that give no entry; each is a [`Problem`].
    pub refused: usize,
}

/// What the publisher says about the file itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The day of the list, from inside the file.
    pub as_of: Option<Date>,
    /// How many records the publisher says there are.
    pub count: Option<usize>,
}

/// A list file, read whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The entries, in the order of the file.
    pub entries: Vec<Entry>,
    /// What did not fit, in the order of the file; unknown elements last.
    pub problems: Vec<Problem>,
    /// How rows became entries.
    pub ledger: Ledger,
    /// What the publisher says of the file.
    pub stated: Stated,
    /// Elements and columns that this program does not know: how a reshaped list shows itself. Each is among the problems too.
    pub unknown: Vec<String>,
}

impl Parsed {
    /// Whether every row is accounted for, and as many as the publisher states.
    pub fn reconciles(&self) -> bool {
        let refused = self.problems.iter().filter(|problem| problem.refused).count();
        self.ledger.read == self.entries.len() + self.ledger.joined + self.ledger.ended + self.ledger.refused
            && self.ledger.refused == refused
            && self.stated.count.is_none_or(|count| count == self.ledger.read)
    }

    /// Says that a value of a kept entry did not fit.
    pub(crate) fn note(&mut self, place: &str, what: impl Into<String>) {
        self.problems.push(Problem { place: place.to_owned(), what: what.into(), refused: false });
    }

    /// Says that a record gives no entry.
    pub(crate) fn refuse(&mut self, place: &str, what: impl Into<String>) {
        self.ledger.refused += 1;
        self.problems.push(Problem { place: place.to_owned(), what: what.into(), refused: true });
    }

    /// Takes an entry in, unless it has no name or its id is taken.
    pub(crate) fn push(&mut self, mut entry: Entry, ids: &mut BTreeSet<String>) {
        tidy(&mut entry);
        if entry.names.is_empty() && entry.kind != PartyKind::Address {
            let place = entry.id;
            self.refuse(&place, "a record without a name");
        } else if entry.id.is_empty() || !ids.insert(entry.id.clone()) {
            let name = entry.names.first().map_or("", |name| &name.text).to_owned();
            self.refuse(&entry.id, format!("the id of \"{name}\" is missing or was used before"));
        } else {
            self.entries.push(entry);
        }
    }

    /// Says which elements of a file this parser does not know, each with how often it came.
    pub(crate) fn note_unknown(&mut self, unknown: &BTreeMap<String, usize>) {
        for (name, times) in unknown {
            self.unknown.push(name.clone());
            self.note("schema", format!("an element or column that this parser does not know: {name}, {times} times"));
        }
    }
}

/// Entries that several rows of a file build together, in the order of their first rows.
#[derive(Default)]
pub(crate) struct Groups {
    entries: Vec<Entry>,
    at: BTreeMap<String, usize>,
}

impl Groups {
    /// The entry of that id; made when this row is its first, otherwise the row is counted as joined.
    pub(crate) fn entry(&mut self, id: &str, kind: PartyKind, parsed: &mut Parsed) -> &mut Entry {
        let next = self.entries.len();
        let at = *self.at.entry(id.to_owned()).or_insert(next);
        if at == next {
            self.entries.push(entry(id, kind));
        } else {
            parsed.ledger.joined += 1;
        }
        &mut self.entries[at]
    }

    /// Hands all entries over.
    pub(crate) fn finish(self, parsed: &mut Parsed) {
        let mut ids = BTreeSet::new();
        self.entries.into_iter().for_each(|entry| parsed.push(entry, &mut ids));
    }
}

/// Reads XML record by record: each gives an entry, what is not `known` in it is said, and the root comes back with what stands around them.
pub(crate) fn records(
    bytes: &[u8],
    shape: xml::Shape<'_>,
    known: &[&str],
    entry: impl Fn(&xml::Element, &mut Parsed) -> Entry,
) -> Result<(Parsed, xml::Read), SourceError> {
    let mut parsed = Parsed::default();
    let (mut ids, mut unknown) = (BTreeSet::new(), BTreeMap::new());
    let read = xml::read(utf8(bytes, shape.what)?, shape, |record| {
        record.count_unknown(known, &mut unknown);
        let entry = entry(&record, &mut parsed);
        parsed.push(entry, &mut ids);
        Ok(())
    })?;
    parsed.note_unknown(&unknown);
    parsed.ledger.read = read.records;
    Ok((parsed, read))
}

/// Reads a table row by row: rows of one id build one entry.
pub(crate) fn rows(table: &table::Table, known: &[&str], add_row: impl Fn(&table::Table, &table::Row, &mut Groups, &mut Parsed)) -> Parsed {
    let (mut parsed, mut groups) = (Parsed::default(), Groups::default());
    table.note_unknown(known, &mut parsed);
    for row in table.whole_rows(&mut parsed) {
        add_row(table, row, &mut groups, &mut parsed);
    }
    groups.finish(&mut parsed);
    parsed
}

/// A staged official file, for tests; `None`, said aloud, where there are none.
#[cfg(test)]
pub(crate) fn staged(path: &str) -> Option<Vec<u8>> {
    let full = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    let bytes = std::fs::read(&full).ok();
    if bytes.is_none() {
        println!("skipped: {} is not there", full.display());
    }
    bytes
}
