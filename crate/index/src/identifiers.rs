//! Document and registration numbers of a list, ready to be looked up.

use crate::{Entry, EntryNumber};

/// A number as it is compared: letters and digits only, upper case. `RC-12/34 a` and `rc1234A` are the same number.
pub fn identifier_key(printed: &str) -> String {
    redzone_names::capitals(printed).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a letter may stand in a key: what [`identifier_key`] makes of it is itself.
pub(crate) fn in_key(letter: char) -> bool {
    let alone = |letter: char| identifier_key(letter.encode_utf8(&mut [0; 4])).chars().eq([letter]);
    letter.is_ascii_uppercase() || letter.is_ascii_digit() || (!letter.is_ascii() && alone(letter))
}

/// The identifiers of a list by their key, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identifiers {
    /// All keys, one after the other.
    pub(crate) keys: String,
    /// Where each key starts, and the end of the last.
    pub(crate) starts: Vec<u32>,
    /// The entry of each key. A key of several entries stands there several times, entries rising.
    pub(crate) entries: Vec<EntryNumber>,
}

impl Identifiers {
    /// Gathers every identifier that has a letter or digit in it.
    pub fn from_entries(entries: &[Entry]) -> Identifiers {
        let mut pairs: Vec<(String, EntryNumber)> = Vec::new();
        for (number, entry) in entries.iter().enumerate() {
            let keys = entry.identifiers.iter().map(|identifier| identifier_key(&identifier.value));
            pairs.extend(keys.filter(|key| !key.is_empty()).map(|key| (key, number as EntryNumber)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut identifiers = Identifiers { starts: vec![0], ..Identifiers::default() };
        for (key, entry) in pairs {
            identifiers.keys.push_str(&key);
            identifiers.starts.push(identifiers.keys.len() as u32);
            identifiers.entries.push(entry);
        }
        identifiers
    }

    /// How many pairs of key and entry.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The key of a pair; empty past the end.
    pub fn key(&self, pair: usize) -> &str {
        match (self.starts.get(pair), self.starts.get(pair + 1)) {
            (Some(&from), Some(&to)) => self.keys.get(from as usize..to as usize).unwrap_or(""),
            _ => "",
        }
    }

    /// The entries that have this number, in rising order; any way of printing it will do.
    pub fn find(&self, printed: &str) -> &[EntryNumber] {
        let key = identifier_key(printed);
        if key.is_empty() {
            return &[];
        }
        let from = self.first(|found| found >= key.as_str());
        let to = self.first(|found| found > key.as_str());
        self.entries.get(from..to).unwrap_or(&[])
    }

    /// The keys of an entry. Looks at every pair: for the few entries that are shown.
    pub fn of(&self, entry: EntryNumber) -> impl Iterator<Item = &str> {
        let pairs = self.entries.iter().enumerate().filter(move |(_, found)| **found == entry);
        pairs.map(|(pair, _)| self.key(pair))
    }

    /// The first pair whose key is past a line, or the number of pairs.
    fn first(&self, past: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match past(self.key(middle)) {
                true => high = middle,
                false => low = middle + 1,
            }
        }
        low
    }
}
