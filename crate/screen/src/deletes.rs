//! Words that are a few letters apart meet in what is left when each drops a few letters (symmetric deletion, Garbe 2012).
//!
//! Of every sound, vowels made one, the first [`PREFIX`] letters are taken, and every way of dropping up to two of them is hashed to a bucket
//! of word numbers. Two sounds within two edits (optimal string alignment) share a bucket: an edit drops one letter on each side, or one
//! letter on one side; letters that an insertion pushes over the edge of the prefix are dropped as well, and there are no more of them than
//! insertions. Buckets hold strangers too: who looks a word up compares. Derived at load, never shipped.

use redzone_names::flat_letter;

use crate::model;
use crate::strings::Strings;

/// How much of a word is used.
const PREFIX: usize = 7;
/// Two to this many buckets: some three entries each for the words of the lists of 2026.
const BITS: u32 = 18;

/// Words by what is left of them.
pub struct Deletes {
    starts: Vec<u32>,
    words: Vec<u32>,
}

impl Deletes {
    /// One counting sort over all words, by their sounds and by their letters.
    pub fn new(sounds: &Strings, letters: &Strings) -> Deletes {
        let mut starts = vec![0u32; (1 << BITS) + 2];
        let mut buffer = Vec::new();
        for word in 0..sounds.len() as u32 {
            buckets_of_both(sounds.get(word), letters.get(word), &mut buffer);
            buffer.iter().for_each(|bucket| starts[*bucket as usize + 2] += 1);
        }
        for at in 2..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut words = vec![0u32; starts.last().copied().unwrap_or(0) as usize];
        for word in 0..sounds.len() as u32 {
            buckets_of_both(sounds.get(word), letters.get(word), &mut buffer);
            for bucket in &buffer {
                let place = &mut starts[*bucket as usize + 1];
                words[*place as usize] = word;
                *place += 1;
            }
        }
        starts.pop();
        Deletes { starts, words }
    }

    /// Calls `found` with every word that may be within reach of a sound or of its letters; some more than once.
    pub fn near(&self, sound: &[u8], letters: &[u8], mut found: impl FnMut(u32)) {
        let mut buffer = Vec::new();
        buckets_of_both(sound, letters, &mut buffer);
        for bucket in buffer {
            let range = self.starts[bucket as usize] as usize..self.starts[bucket as usize + 1] as usize;
            self.words[range].iter().for_each(|word| found(*word));
        }
    }
}

fn buckets_of_both(sound: &[u8], letters: &[u8], out: &mut Vec<u32>) {
    out.clear();
    buckets(sound, out);
    if letters != sound {
        buckets(letters, out);
    }
}

/// The buckets of one writing.
fn buckets(sound: &[u8], out: &mut Vec<u32>) {
    // What is allowed for the longer of two words: each letter that it is longer by drops none of the shorter's.
    let drops = model::most_edits(sound.len());
    let mut prefix = [0u8; PREFIX];
    let mut letters = sound.iter().take(PREFIX);
    let length = prefix.iter_mut().zip(&mut letters).map(|(place, byte)| *place = flat_letter(*byte)).count();
    let prefix = &prefix[..length];
    // `length` stands for "none": no letter has that place.
    let bucket = |first: usize, second: usize| {
        let kept = prefix.iter().enumerate().filter(|(at, _)| *at != first && *at != second);
        let key = kept.fold(0u32, |key, (_, byte)| key.wrapping_mul(0x0100_0193) ^ u32::from(*byte));
        key.wrapping_mul(0x9e37_79b9) >> (32 - BITS)
    };
    // Each once: there are a few dozen, and writings of one word share most.
    let mut add = |bucket: u32| {
        if !out.contains(&bucket) {
            out.push(bucket);
        }
    };
    add(bucket(length, length));
    for first in 0..length {
        add(bucket(first, length));
        if drops > 1 {
            (first + 1..length).for_each(|second| add(bucket(first, second)));
        }
    }
}
