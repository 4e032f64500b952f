//! Words run together, "HuaweiTechnologiesCoLtd": the question is also read with each such word parted.

use redzone_names::Reading;

use crate::dictionary::Dictionary;

/// A word from so many letters on may be several run together: two of the shortest that say anything, "OMPLLC".
const TOGETHER: usize = 6;
/// Pieces tried for one word. Real names need a few dozen; "aaaaaaaaaaaa" would need more than there is time for.
const MOST_STEPS: u32 = 2_000;
/// Pieces of one word: more than the words of nearly every listed name. A longer chain is "aaaa" said over and over.
const MOST_PIECES: usize = 16;
/// Ways to part one word. A name run together has one or two.
const MOST_WAYS: usize = 8;

/// In a name of so few words two may be run together each, "AghamirMohammadAli, SeyedMohammadAli", from so many letters on.
const BOTH_OF: usize = 3;
/// See [`BOTH_OF`].
const BOTH_FROM: usize = 12;
/// Ways to part two words of one name. Real names have one or two.
const MOST_BOTH: usize = 16;

/// The reading with one word parted, or two, in each way that the lists know, and whether all ways were tried.
pub fn parted(reading: &Reading, dictionary: &Dictionary) -> (Vec<Reading>, bool) {
    let mut readings = Vec::new();
    let mut whole = true;
    let mut several: Vec<(usize, Vec<Vec<String>>)> = Vec::new();
    for (at, word) in reading.words.iter().enumerate().filter(|(_, word)| word.len() >= TOGETHER) {
        let mut parting = Parting { letters: word.as_bytes(), dictionary, chain: Vec::new(), ways: Vec::new(), steps: 0, whole: true };
        parting.part(0);
        whole &= parting.whole && parting.steps < MOST_STEPS && parting.ways.len() < MOST_WAYS;
        let text = |word: &u32| String::from_utf8_lossy(dictionary.letters.get(*word)).into_owned();
        let ways: Vec<Vec<String>> = parting.ways.iter().map(|way| way.iter().map(text).collect()).collect();
        readings.extend(ways.iter().map(|way| with_parts(reading, &[(at, way)])));
        if reading.words.len() <= BOTH_OF && word.len() >= BOTH_FROM {
            several.push((at, ways));
        }
    }
    let mut both = 0;
    for (number, (first, ways)) in several.iter().enumerate() {
        for (second, others) in &several[number + 1..] {
            for (way, other) in ways.iter().flat_map(|way| others.iter().map(move |other| (way, other))) {
                both += 1;
                if both <= MOST_BOTH {
                    readings.push(with_parts(reading, &[(*first, way), (*second, other)]));
                }
            }
        }
    }
    (readings, whole && both <= MOST_BOTH)
}

/// The reading with the words at some places written as their parts.
fn with_parts(reading: &Reading, parts: &[(usize, &Vec<String>)]) -> Reading {
    let words = reading.words.iter().enumerate().flat_map(|(at, word)| match parts.iter().find(|(place, _)| *place == at) {
        Some((_, parts)) => parts.to_vec(),
        None => vec![word.clone()],
    });
    Reading { words: words.collect(), vowels: reading.vowels }
}

/// The search for listed words that follow each other in some listed name and together spell a word. What it finds only grows
/// with the lists, so that more lists never lower a hit.
struct Parting<'a> {
    letters: &'a [u8],
    dictionary: &'a Dictionary,
    chain: Vec<u32>,
    ways: Vec<Vec<u32>>,
    steps: u32,
    /// Whether no chain was given up for its length.
    whole: bool,
}

impl Parting<'_> {
    fn part(&mut self, from: usize) {
        if from == self.letters.len() && self.chain.len() > 1 {
            self.ways.push(self.chain.clone());
        }
        if self.chain.len() == MOST_PIECES && from < self.letters.len() {
            self.whole = false;
            return;
        }
        let mut words = self.dictionary.all_words();
        for (depth, byte) in self.letters[from..].iter().enumerate() {
            let to = from + depth + 1;
            if self.steps >= MOST_STEPS || self.ways.len() >= MOST_WAYS {
                return;
            }
            self.steps += 1;
            // Those that begin so; the first of them is the word itself, if it is listed.
            words = self.dictionary.narrowed(words, depth, *byte);
            if words.is_empty() {
                return;
            }
            let word = words.start;
            if self.dictionary.letters.get(word).len() > depth + 1 {
                continue;
            }
            if self.chain.last().is_none_or(|last| self.dictionary.are_neighbours(*last, word)) {
                self.chain.push(word);
                self.part(to);
                self.chain.pop();
            }
        }
    }
}
