//! The names section: every name as word numbers, entry by entry.
//!
//! Aliases mostly say again what the primary name said, so a name is written as what is new in it. Each word is one of:
//!
//! * *first*: the first word of an entry's first name. Entries stand in the order of these words, so it is a small step from the
//!   entry before.
//! * *as before*: the word that stands next in an earlier name of the entry;
//! * *near it*: a word at most 63 places from that one in the word table: another spelling;
//! * *again*: another word of the entry;
//! * *new*: any word, by its rank. The words used new eight times or more have the low ranks, by the power of two of their uses
//!   (the classes), then by number. A rank is a head byte and up to three tail bytes.
//!
//! New words are not written in the order of the names but sorted by the word before them, their context: what follows `co`
//! stands together, and compresses. Within a context they stand in the order of the names.
//!
//! Measured over the twelve lists of 2026-07-31: word numbers as varints brotli to 279 kB, ranks to 263, this to 224.

mod read;
mod write;

pub(super) use read::{count_words, read};
pub(super) use write::write;

use crate::{NameKind, WordNumber};

const WHAT: &str = "the names section";

/// The kinds by their number in the file.
const KINDS: [NameKind; 6] = [NameKind::Primary, NameKind::Alias, NameKind::Former, NameKind::Now, NameKind::Weak, NameKind::Ours];

/// Set in the facts of a name whose words state no short vowels.
const NO_VOWELS: u8 = 8;
/// Set in the facts of a name that is another reading of the printed name before.
const SAME_PRINTED: u8 = 16;

/// How a word of a later name is written. Numbers from `AGAIN` on name a word of the entry by its place among those written in full.
const NEW: u32 = 0;
const AS_BEFORE: u32 = 1;
const NEAR: u32 = 2;
const AGAIN: u32 = 3;

/// The farthest that counts as near: what fits one byte of a signed varint.
const NEAREST: i64 = 63;

/// Ranks below this are one byte.
const ONE_BYTE: u32 = 120;
/// The head of a rank with three tail bytes.
const LONG_HEAD: u8 = 255;

/// A word used new this often has a class over 0.
const COMMON_FROM: u32 = 8;

/// Words by rank, and how many are common.
struct Ranks {
    by_rank: Vec<WordNumber>,
    common: u32,
}

impl Ranks {
    /// From each word's class, by one counting sort: higher classes first, and words in order within a class.
    fn from_classes(classes: &[u8]) -> Ranks {
        let mut starts = [0usize; 257];
        for &class in classes {
            starts[256 - usize::from(class)] += 1;
        }
        let rare = starts[256];
        let mut sum = 0;
        for start in &mut starts {
            sum += std::mem::replace(start, sum);
        }
        let mut by_rank = vec![0; classes.len()];
        for (word, &class) in classes.iter().enumerate() {
            let at = &mut starts[256 - usize::from(class)];
            by_rank[*at] = word as WordNumber;
            *at += 1;
        }
        Ranks { by_rank, common: (classes.len() - rare) as u32 }
    }

    /// The rank of each word.
    fn of_words(&self) -> Vec<u32> {
        let mut ranks = vec![0; self.by_rank.len()];
        for (rank, &word) in self.by_rank.iter().enumerate() {
            ranks[word as usize] = rank as u32;
        }
        ranks
    }

    /// How many contexts there are.
    fn contexts(&self) -> usize {
        self.common as usize + 3
    }

    /// The context of a new word: the rank of a common word before it; else whether it stands in an entry's first name, in a later
    /// one, or first in a later one.
    fn context(&self, ranks: &[u32], before: Option<WordNumber>, first_name: bool) -> usize {
        let rank = before.and_then(|word| ranks.get(word as usize)).copied().unwrap_or(self.common);
        let place = match before {
            Some(_) if rank < self.common => return rank as usize,
            Some(_) if first_name => 0,
            Some(_) => 1,
            None => 2,
        };
        self.common as usize + place
    }
}
