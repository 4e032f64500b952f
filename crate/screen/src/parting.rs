//! Words run together, "HuaweiTechnologiesCoLtd": the question is also read with each such word parted.

use redzone_names::Reading;

use crate::dictionary::Dictionary;

/// A word from so many letters on may be several run together: two of the shortest that say anything, "OMPLLC".
const TOGETHER: usize = 6;
/// Pieces tried for one word. Real names need a few dozen; "aaaaaaaaaaaa" would need more than there is time for.
const MOST_STEPS: u32 = 2_000;
/// Ways to part one word. A name run together has one or two.
const MOST_WAYS: usize = 8;

/// The reading with one word parted, in each way that the lists know, and whether all ways were tried.
pub fn parted(reading: &Reading, dictionary: &Dictionary) -> (Vec<Reading>, bool) {
    let mut readings = Vec::new();
    let mut whole = true;
    for (at, word) in reading.words.iter().enumerate().filter(|(_, word)| word.len() >= TOGETHER) {
        let mut parting = Parting { letters: word.as_bytes(), dictionary, chain: Vec::new(), ways: Vec::new(), steps: 0 };
        parting.part(0);
        whole &= parting.steps < MOST_STEPS && parting.ways.len() < MOST_WAYS;
        for way in parting.ways {
            let pieces = way.iter().map(|word| String::from_utf8_lossy(dictionary.letters.get(*word)).into_owned());
            let words = [&reading.words[..at], &pieces.collect::<Vec<_>>(), &reading.words[at + 1..]].concat();
            readings.push(Reading { words, vowels: reading.vowels });
        }
    }
    (readings, whole)
}

/// The search for listed words that follow each other in some listed name and together spell a word. What it finds only grows
/// with the lists, so that more lists never lower a hit.
struct Parting<'a> {
    letters: &'a [u8],
    dictionary: &'a Dictionary,
    chain: Vec<u32>,
    ways: Vec<Vec<u32>>,
    steps: u32,
}

impl Parting<'_> {
    fn part(&mut self, from: usize) {
        if from == self.letters.len() && self.chain.len() > 1 {
            self.ways.push(self.chain.clone());
        }
        for to in from + 1..=self.letters.len() {
            if self.steps >= MOST_STEPS || self.ways.len() >= MOST_WAYS {
                return;
            }
            self.steps += 1;
            let Some(word) = self.dictionary.find(&self.letters[from..to]) else { continue };
            if self.chain.last().is_none_or(|last| self.dictionary.are_neighbours(*last, word)) {
                self.chain.push(word);
                self.part(to);
                self.chain.pop();
            }
        }
    }
}
