//! What a search needs of one list, as flat arrays.

use crate::{Country, DateSpan, Entry, NameKind, PartyKind};

/// A word's place in the list's sorted word table.
pub type WordNumber = u32;
/// A name's place in the list: names stand in the order of their entries.
pub type NameNumber = u32;
/// An entry's place in its list's index. [`crate::index_order`] says which place that is.
pub type EntryNumber = u32;

/// The distinct words of a list, sorted by their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordTable {
    bytes: String,
    /// Where each word starts, and the end of the last: one more than there are words.
    starts: Vec<u32>,
}

impl WordTable {
    /// From words in strictly rising order.
    pub fn from_sorted<'a>(words: impl IntoIterator<Item = &'a str>) -> WordTable {
        let mut table = WordTable { bytes: String::new(), starts: vec![0] };
        for word in words {
            table.bytes.push_str(word);
            table.starts.push(u32::try_from(table.bytes.len()).unwrap_or(u32::MAX));
        }
        table
    }

    /// From the words one after the other and where each starts; the reader has checked both.
    pub(crate) fn from_parts(bytes: String, starts: Vec<u32>) -> WordTable {
        WordTable { bytes, starts }
    }

    /// How many words.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The word with that number; empty past the end.
    pub fn get(&self, word: WordNumber) -> &str {
        let at = word as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.bytes[from as usize..to as usize],
            _ => "",
        }
    }

    /// The number of a word, if it is there.
    pub fn find(&self, word: &str) -> Option<WordNumber> {
        let (mut low, mut high) = (0, self.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.get(middle).cmp(word) {
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The words in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len() as u32).map(|word| self.get(word))
    }
}

/// The search columns of one list.
///
/// Names are numbered in the order of their entries, so an entry's names are a range. A listed name that reads in
/// several ways gives several names here, each with the same `printed` number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The distinct words.
    pub words: WordTable,
    /// The words of all names, one name after the other, as word numbers in the order of the name.
    pub name_words: Vec<WordNumber>,
    /// Where each name's words start in `name_words`, and the end of the last.
    pub name_starts: Vec<u32>,
    /// What each name is to its entry.
    pub name_kinds: Vec<NameKind>,
    /// Whether each name's words state short vowels: `redzone_names::Reading::vowels`.
    pub name_vowels: Vec<bool>,
    /// Which of the entry's printed names (`Entry::names`) this is a reading of.
    pub name_printed: Vec<u16>,
    /// Where each entry's names start, and the end of the last.
    pub entry_names: Vec<NameNumber>,
    /// What kind of party each entry is.
    pub entry_kinds: Vec<PartyKind>,
    /// The countries of each entry, addresses and nationalities together, sorted; see `entry_country_starts`.
    pub countries: Vec<Country>,
    /// Where each entry's countries start, and the end of the last.
    pub entry_country_starts: Vec<u32>,
    /// The birth dates of each entry; see `entry_born_starts`.
    pub born: Vec<DateSpan>,
    /// Where each entry's birth dates start, and the end of the last.
    pub entry_born_starts: Vec<u32>,
}

/// Whether a text says more than a country: the addresses of some entries are no more than that.
fn has_letters(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphanumeric()).count() >= 2
}

impl Columns {
    /// Reads every name of every entry with `redzone_names` and lays the words out.
    ///
    /// # Errors
    /// The first name that can't be read, as `(entry id, name, why)`: an entry is never dropped in silence.
    pub fn from_entries(entries: &[Entry]) -> Result<Columns, (String, String, redzone_names::ReadError)> {
        let mut columns = Columns {
            name_starts: vec![0],
            entry_names: vec![0],
            entry_country_starts: vec![0],
            entry_born_starts: vec![0],
            ..Columns::default()
        };
        let mut spelled: Vec<String> = Vec::new();
        for entry in entries {
            let names = entry.names.iter().enumerate().map(|(printed, name)| (printed, name.kind, &name.text));
            // An address that is listed itself is asked for by its text; what is printed is the name that the list gives it, "Address 06".
            // One without any name has nothing to print and stands first in the order of entries: it is not asked for.
            let is_listed = entry.kind == PartyKind::Address && !entry.names.is_empty();
            let listed = entry.addresses.iter().filter(|address| is_listed && has_letters(&address.text));
            let addresses = listed.map(|address| (0, NameKind::Primary, &address.text));
            // One printed name's readings follow each other.
            let mut asked: Vec<(usize, NameKind, &String)> = names.chain(addresses).collect();
            asked.sort_by_key(|(printed, ..)| *printed);
            for (printed, kind, text) in asked {
                let read = redzone_names::read(text).map_err(|why| (entry.id.clone(), text.clone(), why))?;
                // A short name in brackets reads with the name, without it and by itself. People have none.
                let short = if entry.kind == PartyKind::Individual { Vec::new() } else { redzone_names::bracketed(text) };
                let others = short.into_iter().filter_map(|text| redzone_names::read(text).ok()).flat_map(|read| read.readings);
                for reading in read.readings.into_iter().chain(others) {
                    spelled.extend(reading.words);
                    columns.name_starts.push(spelled.len() as u32);
                    columns.name_kinds.push(kind);
                    columns.name_vowels.push(reading.vowels);
                    columns.name_printed.push(u16::try_from(printed).unwrap_or(u16::MAX));
                }
            }
            columns.entry_names.push(columns.name_kinds.len() as u32);
            columns.entry_kinds.push(entry.kind);
            let mut countries: Vec<Country> =
                entry.addresses.iter().filter_map(|address| address.country).chain(entry.countries.iter().copied()).collect();
            countries.sort_unstable();
            countries.dedup();
            columns.countries.extend(countries);
            columns.entry_country_starts.push(columns.countries.len() as u32);
            columns.born.extend(&entry.born);
            columns.entry_born_starts.push(columns.born.len() as u32);
        }
        let mut distinct: Vec<&str> = spelled.iter().map(String::as_str).collect();
        distinct.sort_unstable();
        distinct.dedup();
        columns.words = WordTable::from_sorted(distinct);
        columns.name_words = spelled.iter().filter_map(|word| columns.words.find(word)).collect();
        Ok(columns)
    }

    /// How many names.
    pub fn name_count(&self) -> usize {
        self.name_kinds.len()
    }

    /// How many printed names: several readings of one name count once.
    pub fn printed_count(&self) -> usize {
        (0..self.entry_count() as u32)
            .map(|entry| {
                let names = self.names_of(entry);
                let printed = self.name_printed.get(names.start as usize..names.end as usize).unwrap_or(&[]);
                printed.chunk_by(|a, b| a == b).count()
            })
            .sum()
    }

    /// How many entries.
    pub fn entry_count(&self) -> usize {
        self.entry_kinds.len()
    }

    /// The words of a name.
    pub fn words_of(&self, name: NameNumber) -> &[WordNumber] {
        span(&self.name_words, &self.name_starts, name)
    }

    /// The names of an entry.
    pub fn names_of(&self, entry: EntryNumber) -> std::ops::Range<NameNumber> {
        match (self.entry_names.get(entry as usize), self.entry_names.get(entry as usize + 1)) {
            (Some(&from), Some(&to)) => from..to,
            _ => 0..0,
        }
    }

    /// The countries of an entry.
    pub fn countries_of(&self, entry: EntryNumber) -> &[Country] {
        span(&self.countries, &self.entry_country_starts, entry)
    }

    /// The birth dates of an entry.
    pub fn born_of(&self, entry: EntryNumber) -> &[DateSpan] {
        span(&self.born, &self.entry_born_starts, entry)
    }
}

fn span<'a, T>(items: &'a [T], starts: &[u32], at: u32) -> &'a [T] {
    match (starts.get(at as usize), starts.get(at as usize + 1)) {
        (Some(&from), Some(&to)) => items.get(from as usize..to as usize).unwrap_or(&[]),
        _ => &[],
    }
}
