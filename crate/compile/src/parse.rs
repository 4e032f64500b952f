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
pub mod table;
pub mod values;
pub mod xml;

pub use bytes::{one_line, utf8, windows_1252};

use redzone_index::{Address, Country, Date, Entry, Identifier, ListedName, NameKind, PartyKind};
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

/// An entry with nothing but what every entry has.
pub(crate) fn entry(id: impl Into<String>, kind: PartyKind) -> Entry {
    Entry { id: id.into(), kind, ..Entry::default() }
}

/// Adds a name, unless it is blank.
pub(crate) fn add_name(entry: &mut Entry, text: &str, kind: NameKind) {
    let text = one_line(text);
    if !text.is_empty() {
        entry.names.push(ListedName { text, kind });
    }
}

/// Adds an address of parts, unless all are blank. The country is looked up from its printed name; one that can't be is kept in the text.
pub(crate) fn add_address(entry: &mut Entry, parts: &[&str], country: &str) {
    let mut text: Vec<String> = parts.iter().map(|part| one_line(part)).filter(|part| !part.is_empty()).collect();
    let code = place(country);
    if code.is_none() && !one_line(country).is_empty() {
        text.push(one_line(country));
    }
    if code.is_some() || !text.is_empty() {
        entry.addresses.push(Address { text: text.join(", "), country: code });
    }
}

/// Adds a nationality or the like; one whose country is not certain is kept as a remark.
pub(crate) fn add_country(entry: &mut Entry, what: &str, name: &str) {
    let name = one_line(name);
    match place(&name) {
        Some(country) => entry.countries.push(country),
        None if name.is_empty() => {}
        None => entry.remarks.push(format!("{what}: {name}")),
    }
}

/// Adds a birth date; one in a shape that is not known is kept as a remark and said.
pub(crate) fn add_born(entry: &mut Entry, parsed: &mut Parsed, text: &str, order: dates::Order) {
    let text = one_line(text);
    match dates::span(&text, order) {
        Some(span) => entry.born.push(span),
        None if matches!(text.to_lowercase().as_str(), "" | "na" | "n/a" | "unknown" | "not known" | "not available") => {}
        None => {
            let remark = format!("Date of birth: {text}");
            if !entry.remarks.contains(&remark) {
                parsed.note(&entry.id, format!("a birth date that can't be read: {text}"));
                entry.remarks.push(remark);
            }
        }
    }
}

/// Adds the birth dates of a cell that may hold several: numbered, or parted by `;`, `,`, `>>` or `or`. What stands in brackets behind a date
/// (`from false passport`) is kept as a remark with the date.
pub(crate) fn add_births(entry: &mut Entry, parsed: &mut Parsed, cell: &str, order: dates::Order) {
    for value in values::numbered(&one_line(cell)) {
        if dates::span(value, order).is_some() {
            add_born(entry, parsed, value, order);
            continue;
        }
        let pieces = value.split([';', ',']).flat_map(|piece| piece.split(">>")).flat_map(|piece| piece.split(" or "));
        let lower = |piece: &str| piece.trim().trim_start_matches("alt DOB:").trim().to_owned();
        let mut remark = false;
        for piece in pieces.map(lower).filter(|piece| !piece.is_empty()) {
            let bare = piece.split_once('(').map_or(piece.as_str(), |(before, _)| before.trim());
            remark |= bare != piece;
            if dates::span(bare, order).is_some() {
                add_born(entry, parsed, bare, order);
            } else {
                remark = false;
                add_born(entry, parsed, value, order);
                break;
            }
        }
        if remark {
            add_remark(entry, "Date of birth", value);
        }
    }
}

/// The day of a listing; one that can't be read is said and kept as a remark.
pub(crate) fn day(entry: &mut Entry, parsed: &mut Parsed, what: &str, text: &str, order: dates::Order) -> Option<Date> {
    let day = dates::day(text, order);
    if day.is_none() && !text.is_empty() {
        let remark = format!("{what}: {text}");
        if !entry.remarks.contains(&remark) {
            parsed.note(&entry.id, format!("a date that can't be read, {remark}"));
            entry.remarks.push(remark);
        }
    }
    day
}

/// Adds an identifier, unless the number is blank.
pub(crate) fn add_identifier(entry: &mut Entry, kind: &str, value: &str, country: &str) {
    let (kind, value) = (one_line(kind), one_line(value));
    if !value.is_empty() {
        entry.identifiers.push(Identifier { kind, value, country: place(country) });
    }
}

/// Adds a remark, unless it is blank.
pub(crate) fn add_remark(entry: &mut Entry, what: &str, text: &str) {
    let text = one_line(text);
    if !text.is_empty() {
        entry.remarks.push(if what.is_empty() { text } else { format!("{what}: {text}") });
    }
}

/// The country of a printed name, `as of 2016` and the like in brackets behind it left away.
pub(crate) fn place(name: &str) -> Option<Country> {
    let name = one_line(name);
    let bare = name.split_once('(').map_or(name.as_str(), |(before, _)| before.trim());
    // `中国 China`: a bilingual column.
    let latin = one_line(&name.replace(|c: char| !c.is_ascii(), " "));
    crate::places::country(&name).or_else(|| crate::places::country(bare)).or_else(|| crate::places::country(&latin))
}

/// One primary name, in front; no name, address, date, country, identifier or remark twice.
fn tidy(entry: &mut Entry) {
    if let Some(first) = entry.names.iter().position(|name| name.kind == NameKind::Primary) {
        let primary = entry.names.remove(first);
        entry.names.insert(0, primary);
    }
    for (place, name) in entry.names.iter_mut().enumerate() {
        match (place, name.kind) {
            (0, _) => name.kind = NameKind::Primary,
            (_, NameKind::Primary) => name.kind = NameKind::Alias,
            _ => {}
        }
    }
    once(&mut entry.names, |a, b| a.text == b.text);
    once(&mut entry.addresses, |a, b| a == b);
    once(&mut entry.born, |a, b| a == b);
    once(&mut entry.birthplaces, |a, b| a == b);
    once(&mut entry.countries, |a, b| a == b);
    once(&mut entry.identifiers, |a, b| a == b);
    once(&mut entry.programs, |a, b| a == b);
    once(&mut entry.citations, |a, b| a == b);
    once(&mut entry.remarks, |a, b| a == b);
}

/// Keeps the first of equals, in order.
fn once<T: Clone>(all: &mut Vec<T>, same: impl Fn(&T, &T) -> bool) {
    let mut kept: Vec<T> = Vec::with_capacity(all.len());
    for one in all.drain(..) {
        if !kept.iter().any(|other| same(other, &one)) {
            kept.push(one);
        }
    }
    *all = kept;
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
