//! Words that are a few letters apart meet in what is left when each drops a few letters (symmetric deletion, Garbe 2012).
//!
//! Of every sound, vowels made one, the first [`PREFIX`] letters are taken, and every way of dropping up to two of them is hashed to a bucket
//! of words. Two sounds within two edits (optimal string alignment) share a bucket: an edit drops one letter on each side, or one
//! letter on one side; letters that an insertion pushes over the edge of the prefix are dropped as well, and there are no more of them than
//! insertions. Letters are dropped as sounds are, into the same buckets. Most strangers that share a bucket are told by the rest of the hash, which
//! stands beside the word's number; who looks a word up compares what is left. Derived at load, never shipped.

use redzone_names::flat_letter;

use crate::model;
use crate::strings::Strings;

/// How much of a word is used.
const PREFIX: usize = 8;
/// Two to this many buckets: some four entries each for the words of the lists of 2026.
const BITS: u32 = 18;

/// Words by what is left of them.
pub struct Deletes {
    starts: Vec<u32>,
    /// A word's number, and in the bits above it as much of the hash as there is room for.
    words: Vec<u32>,
    /// The bits of a word's number.
    number: u32,
}

impl Deletes {
    /// One counting sort over all words, by their sounds and by their letters.
    pub fn new(sounds: &Strings, letters: &Strings) -> Deletes {
        let mut starts = vec![0u32; (1 << BITS) + 2];
        let number = (sounds.len() as u32).checked_next_power_of_two().map_or(u32::MAX, |most| most - 1);
        let mut buffer = Vec::new();
        for word in 0..sounds.len() as u32 {
            hashes_of_both(sounds.get(word), letters.get(word), &mut buffer);
            buffer.iter().for_each(|hash| starts[bucket(*hash) + 2] += 1);
        }
        for at in 2..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut words = vec![0u32; starts.last().copied().unwrap_or(0) as usize];
        for word in 0..sounds.len() as u32 {
            hashes_of_both(sounds.get(word), letters.get(word), &mut buffer);
            for hash in &buffer {
                let place = &mut starts[bucket(*hash) + 1];
                words[*place as usize] = word | rest(*hash) & !number;
                *place += 1;
            }
        }
        starts.pop();
        Deletes { starts, words, number }
    }

    /// Calls `found` with every word whose sound may be within reach of a sound, or its letters of letters; some more than once.
    pub fn near(&self, writing: &[u8], mut found: impl FnMut(u32)) {
        let mut buffer = Vec::new();
        hashes(writing, &mut buffer);
        for hash in buffer {
            let range = self.starts[bucket(hash)] as usize..self.starts[bucket(hash) + 1] as usize;
            for word in &self.words[range] {
                if (word ^ rest(hash)) & !self.number == 0 {
                    found(word & self.number);
                }
            }
        }
    }
}

/// Where what is left with that hash is kept.
fn bucket(hash: u32) -> usize {
    (hash >> (32 - BITS)) as usize
}

/// The bits of a hash that its bucket does not tell, first.
fn rest(hash: u32) -> u32 {
    hash << BITS
}

fn hashes_of_both(sound: &[u8], letters: &[u8], out: &mut Vec<u32>) {
    out.clear();
    hashes(sound, out);
    if letters != sound {
        hashes(letters, out);
    }
}

/// The hashes of what is left of one writing.
fn hashes(writing: &[u8], out: &mut Vec<u32>) {
    // What is allowed for the longer of two words: each letter that it is longer by drops none of the shorter's.
    let drops = model::most_edits(writing.len());
    let mut prefix = [0u8; PREFIX];
    let mut letters = writing.iter().take(PREFIX);
    let length = prefix.iter_mut().zip(&mut letters).map(|(place, byte)| *place = flat_letter(*byte)).count();
    let prefix = &prefix[..length];
    // `length` stands for "none": no letter has that place.
    let hash = |first: usize, second: usize| {
        let kept = prefix.iter().enumerate().filter(|(at, _)| *at != first && *at != second);
        let key = kept.fold(0u32, |key, (_, byte)| key.wrapping_mul(0x0100_0193) ^ u32::from(*byte));
        key.wrapping_mul(0x9e37_79b9)
    };
    // Each once: there are a few dozen, and writings of one word share most.
    let mut add = |hash: u32| {
        if !out.contains(&hash) {
            out.push(hash);
        }
    };
    add(hash(length, length));
    for first in 0..length {
        add(hash(first, length));
        if drops > 1 {
            (first + 1..length).for_each(|second| add(hash(first, second)));
        }
    }
}
