//! All words of all lists, once each, laid out for the search: letters, sounds, consonants, weights, and the names that have them.

use std::cmp::Ordering::{Equal, Greater, Less};
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use redzone_index::{Columns, NameKind, PartyKind};
use redzone_names::{skeleton, sound};

use crate::deletes::Deletes;
use crate::keyed::Keyed;
use crate::order;
use crate::shape::{Shape, inner_vowels, is_terse, length, signature};
use crate::strings::{Strings, hash, joined, power};
use crate::vocabulary::{Part, Vocabulary};

/// So many words are looked up by looking at every word of the lists; by then that has taken as long as deriving the table.
const WITHOUT_DELETES: u32 = 150;

/// Nearly all names have so many words or fewer.
pub const FEW: usize = 10;

/// One listed name: which list, entry and printed name it belongs to.
#[derive(Clone, Copy)]
pub struct NameFacts {
    /// The list's place among the loaded lists.
    pub list: u16,
    /// What the name is to its party.
    pub kind: NameKind,
    /// What kind of party.
    pub party: PartyKind,
    /// The entry, numbered over all lists.
    pub entry: u32,
}

/// The words and names of all lists.
pub struct Dictionary {
    /// Letters of each word; words are sorted by them.
    pub letters: Strings,
    /// Sound of each word.
    pub sounds: Strings,
    /// What each word is asked for before its text is read.
    pub shapes: Vec<Shape>,
    /// Where the words begin that begin with each byte, and the end.
    firsts: Vec<u32>,
    /// `(hash of the skeleton, word)`.
    pub skeletons: Keyed<(u32, u32)>,
    /// `(hash of the sound, word)`.
    pub sound_keys: Keyed<(u32, u32)>,
    /// What each word weighs, in tenths of a bit.
    pub weights: Vec<u16>,
    /// What each word means, where words of several languages mean it; else 0.
    pub meanings: Vec<u16>,
    /// The part each word plays.
    pub parts: Vec<Part>,
    /// Words by what is left of them with letters taken out, once it is derived.
    deletes: OnceLock<Deletes>,
    /// How often it was wanted before.
    wanted: AtomicU32,
    /// Words that write no vowel after their first letter, rising: what may shorten another.
    pub terse: Vec<u32>,
    /// `(hash of the joined letters, first word, second word)`: neighbours in some name.
    pub neighbours: Keyed<(u32, u32, u32)>,
    /// Words of each name, by number.
    pub name_words: Vec<u32>,
    /// Where each name's words start.
    pub name_starts: Vec<u32>,
    /// Names of more than [`FEW`] words.
    pub long_names: Vec<u32>,
    /// Names of each word, rising; one that has it twice is there twice.
    pub postings: Vec<u32>,
    /// Where each word's names start.
    pub posting_starts: Vec<u32>,
    /// What each name belongs to.
    pub names: Vec<NameFacts>,
    /// Where each list's names start, and the end.
    pub list_names: Vec<u32>,
    /// Where each list's entries start, and the end.
    pub list_entries: Vec<u32>,
}

impl Dictionary {
    /// Merges the words of all lists and derives everything.
    pub fn new(lists: &[&Columns], vocabulary: &Vocabulary) -> Dictionary {
        let mut sorted: Vec<Vec<&str>> = lists.iter().map(|list| list.words.iter().collect()).collect();
        order::sort_by_key(&mut sorted, Vec::len);
        let all = sorted.into_iter().fold(Vec::new(), merged);
        let bytes = all.iter().map(|word| word.len()).sum();
        let mut letters = Strings::with_room(all.len(), bytes);
        let mut sounds = Strings::with_room(all.len(), bytes);
        let mut skeletons = Vec::with_capacity(all.len());
        let mut sound_keys = Vec::with_capacity(all.len());
        let mut parts = Vec::with_capacity(all.len());
        let mut meanings = Vec::with_capacity(all.len());
        let mut weights = Vec::with_capacity(all.len());
        let mut shapes = Vec::with_capacity(all.len());
        let (mut heard, mut bones) = (Vec::new(), Vec::new());
        for (at, word) in all.iter().enumerate() {
            letters.push(word.as_bytes());
            let shape = shape_of(word, &mut heard, &mut bones);
            sounds.push(&heard);
            skeletons.push((shape.bone_key, at as u32));
            sound_keys.push((hash(&heard), at as u32));
            shapes.push(shape);
            let (part, meaning) = vocabulary.part_and_meaning(word);
            parts.push(part);
            meanings.push(meaning);
            weights.push(vocabulary.weight(word, part) as u16);
        }
        let terse = (0..all.len() as u32).filter(|word| is_terse(all[*word as usize].as_bytes())).collect();
        let first = |byte: u32| {
            first_where(0..all.len() as u32, |word| all[word as usize].bytes().next().is_some_and(|first| u32::from(first) >= byte))
        };
        let mut dictionary = Dictionary {
            letters,
            firsts: (0..=256).map(first).collect(),
            sounds,
            shapes,
            skeletons: Keyed::new(&skeletons),
            sound_keys: Keyed::new(&sound_keys),
            weights,
            parts,
            meanings,
            deletes: OnceLock::new(),
            wanted: AtomicU32::new(0),
            terse,
            neighbours: Keyed::new(&[]),
            name_words: Vec::new(),
            name_starts: vec![0],
            long_names: Vec::new(),
            postings: Vec::new(),
            posting_starts: Vec::new(),
            names: Vec::new(),
            list_names: vec![0],
            list_entries: vec![0],
        };
        let counted = |count: fn(&Columns) -> usize| lists.iter().map(|list| count(list)).sum();
        dictionary.name_words.reserve_exact(counted(|list| list.name_words.len()));
        dictionary.name_starts.reserve_exact(counted(|list| list.name_kinds.len()));
        dictionary.names.reserve_exact(counted(|list| list.name_kinds.len()));
        for (number, list) in lists.iter().enumerate() {
            dictionary.add_names(list, number as u16, &all);
        }
        dictionary.long_names = (0..dictionary.names.len() as u32).filter(|name| dictionary.words_of(*name).len() > FEW).collect();
        dictionary.derive_postings();
        dictionary.derive_neighbours();
        dictionary
    }

    fn add_names(&mut self, list: &Columns, number: u16, all: &[&str]) {
        let mut from = 0;
        let merged = list.words.iter().map(|word| {
            from = first_from(all, from, word);
            from as u32
        });
        let merged: Vec<u32> = merged.collect();
        let first_entry = self.list_entries.last().copied().unwrap_or(0);
        for entry in 0..list.entry_count() as u32 {
            for name in list.names_of(entry) {
                let words = list.words_of(name).iter().filter_map(|word| merged.get(*word as usize)).copied();
                let party = self.kind_of(list.entry_kinds[entry as usize], words.clone());
                self.name_words.extend(words);
                self.name_starts.push(self.name_words.len() as u32);
                self.names.push(NameFacts { list: number, kind: list.name_kinds[name as usize], party, entry: first_entry + entry });
            }
        }
        self.list_names.push(self.names.len() as u32);
        self.list_entries.push(first_entry + list.entry_count() as u32);
    }

    /// What kind of party a name says: where the list does not say, one with a legal form is an organisation's. Those of two letters (as, sa, ad)
    /// are words of people's names too.
    fn kind_of(&self, stated: PartyKind, mut words: impl Iterator<Item = u32>) -> PartyKind {
        let form = |word: u32| matches!(self.parts[word as usize], Part::Form(_)) && self.letters.get(word).len() >= 3;
        if stated == PartyKind::Unstated && words.any(form) { PartyKind::Entity } else { stated }
    }

    fn derive_postings(&mut self) {
        let mut starts = vec![0u32; self.letters.len() + 2];
        // Counting sort; a word twice in a name is posted twice.
        self.name_words.iter().for_each(|word| starts[*word as usize + 2] += 1);
        for at in 2..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut postings = vec![0u32; self.name_words.len()];
        for name in 0..self.names.len() as u32 {
            for word in self.words_of(name) {
                let place = &mut starts[*word as usize + 1];
                postings[*place as usize] = name;
                *place += 1;
            }
        }
        starts.pop();
        self.postings = postings;
        self.posting_starts = starts;
    }

    fn derive_neighbours(&mut self) {
        let hashes: Vec<(u32, u32)> = (0..self.letters.len() as u32).map(|word| self.hash_of(word)).collect();
        let mut neighbours = Vec::with_capacity(self.name_words.len());
        for name in 0..self.names.len() as u32 {
            for pair in self.words_of(name).windows(2) {
                let (first, second) = (hashes[pair[0] as usize], hashes[pair[1] as usize]);
                neighbours.push((joined(first, second), pair[0], pair[1]));
            }
        }
        self.neighbours = Keyed::new(&neighbours);
    }

    /// A word's hash, and what joins another's before it.
    fn hash_of(&self, word: u32) -> (u32, u32) {
        (hash(self.letters.get(word)), power(self.letters.get(word).len()))
    }

    /// Whether the second word follows the first in some name.
    pub fn are_neighbours(&self, first: u32, second: u32) -> bool {
        let pair = (joined(self.hash_of(first), self.hash_of(second)), first, second);
        self.neighbours.get(pair.0).contains(&pair)
    }

    /// Words by what is left of them with letters taken out. Deriving this takes longer than everything else together, so the first
    /// questions go without: they look at every word.
    pub fn deletes(&self) -> Option<&Deletes> {
        match self.deletes.get() {
            None if self.wanted.fetch_add(1, Ordering::Relaxed) >= WITHOUT_DELETES => Some(self.derive_deletes()),
            derived => derived,
        }
    }

    /// Derives [`Dictionary::deletes`] if that was not done.
    pub fn derive_deletes(&self) -> &Deletes {
        self.deletes.get_or_init(|| Deletes::new(&self.sounds, &self.letters))
    }

    /// The words of a name.
    pub fn words_of(&self, name: u32) -> &[u32] {
        &self.name_words[self.name_starts[name as usize] as usize..self.name_starts[name as usize + 1] as usize]
    }

    /// The names that have a word, rising; one that has it twice is there twice.
    pub fn names_with(&self, word: u32) -> &[u32] {
        &self.postings[self.posting_starts[word as usize] as usize..self.posting_starts[word as usize + 1] as usize]
    }

    /// The range of all words.
    pub fn all_words(&self) -> Range<u32> {
        0..self.letters.len() as u32
    }

    /// Of the words of a range, all that share their first `depth` bytes, those whose next byte is `byte`. A word that ends there comes first.
    pub fn narrowed(&self, words: Range<u32>, depth: usize, byte: u8) -> Range<u32> {
        if depth == 0 {
            return self.firsts[usize::from(byte)]..self.firsts[usize::from(byte) + 1];
        }
        let next = |word: u32| self.letters.get(word).get(depth).map_or(0, |next| u32::from(*next) + 1);
        let from = first_where(words.clone(), |word| next(word) > u32::from(byte));
        from..first_where(from..words.end, |word| next(word) > u32::from(byte) + 1)
    }

    /// The word with those letters.
    pub fn find(&self, letters: &[u8]) -> Option<u32> {
        let word = first_where(0..self.letters.len() as u32, |at| self.letters.get(at) >= letters);
        ((word as usize) < self.letters.len() && self.letters.get(word) == letters).then_some(word)
    }
}

/// A word's shape, its sound and its consonants. By itself, as a browser makes a function quick between two calls of it and not during one.
#[inline(never)]
fn shape_of(word: &str, heard: &mut Vec<u8>, bones: &mut Vec<u8>) -> Shape {
    sound(word, heard);
    skeleton(heard, bones);
    Shape {
        sound: signature(heard),
        letters: signature(word.as_bytes()),
        bone_key: hash(bones),
        sound_length: length(heard),
        letters_length: length(word.as_bytes()),
        as_it_sounds: heard == word.as_bytes(),
        vowels: inner_vowels(word.as_bytes()),
    }
}

fn first_where(Range { start: mut low, end: mut high }: Range<u32>, holds: impl Fn(u32) -> bool) -> u32 {
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

/// Where the first word that is not before `word` stands, looked for from a place that is not after it, in steps that double: what is asked for
/// is mostly near.
fn first_from(sorted: &[&str], from: usize, word: &str) -> usize {
    let mut step = 1;
    while sorted.get(from + step - 1).is_some_and(|at| *at < word) {
        step *= 2;
    }
    let low = from + step / 2;
    low + sorted[low..(from + step).min(sorted.len())].partition_point(|at| *at < word)
}

/// The words of both, sorted and once, from words that are sorted.
fn merged<'a>(a: Vec<&'a str>, b: Vec<&'a str>) -> Vec<&'a str> {
    let mut all = Vec::with_capacity(a.len() + b.len());
    let (mut a, mut b) = (a.into_iter().peekable(), b.into_iter().peekable());
    while let (Some(first), Some(second)) = (a.peek(), b.peek()) {
        match first.cmp(second) {
            Less => all.extend(a.next()),
            Greater => all.extend(b.next()),
            Equal => {
                a.next();
                all.extend(b.next());
            }
        }
    }
    all.extend(a.chain(b));
    all
}
