//! The most that a name may score, told by its words one by one: looser than [`Bounds`](crate::bound::Bounds) and a tenth of the work.
//!
//! Each word of a name is paired with one tie at most, so it brings no more than its best one, or stands alone and is lost.

use crate::align::least_listed_rate;
use crate::asked::Asked;
use crate::bound::{Part, most, worth_needed};
use crate::dictionary::Dictionary;
use crate::model::{self, Relation};
use crate::slot::Slot;

/// Words from here on may count as paired when one of them is.
const PAIRED_ALONE: usize = 63;

/// What a name's words have to be worth, in the unit of [`Needs::share_of`].
pub const ENOUGH: u8 = 200;

/// Scratch: what each listed word brings to the names that have it.
#[derive(Default)]
pub struct ByWord {
    /// Twice what the best tie of a word is worth, from 2, and 1 more when it is the same word; for words without ties what they weigh, negative.
    brings: Vec<i32>,
    /// The words that have ties.
    tied: Vec<u32>,
}

/// What one question needs of a name's words.
pub struct Needs<'a> {
    brings: &'a [i32],
    /// The words that have ties.
    pub tied: &'a [u32],
    /// What the words with ties have to be worth when no other word stands alone.
    worth: u64,
    /// What it costs more, for what the others weigh. Like what words weigh in 32 bits: a product of 64 can't be checked in one step by WebAssembly.
    rate: u32,
    /// So many of them may have ties that are not known.
    open: u32,
    /// So many words that are the same are enough, whatever else the name has.
    in_full: u64,
}

impl ByWord {
    /// Begins with the names of one question. Words of the question that are `open` may have ties that are not known.
    pub fn start<'a>(&'a mut self, asked: &Asked, dictionary: &Dictionary, open: impl Fn(&Slot) -> bool) -> Needs<'a> {
        let alone = |word: u32| -i32::from(dictionary.weights[word as usize]);
        if self.brings.is_empty() {
            self.brings = (0..dictionary.weights.len() as u32).map(alone).collect();
        }
        self.tied.drain(..).for_each(|word| self.brings[word as usize] = alone(word));
        // What is not known may come beside, so what is known brings a word of the question only what is more.
        let unknown = most(asked, &[], &open);
        for tie in &asked.ties {
            let more = |slot: u16| Part::new(asked, tie, slot, tie.word).worth.saturating_sub(unknown[usize::from(slot)].worth);
            let worth = asked.starts(tie).map(|start| (start..start + tie.span).map(more).sum::<u32>()).max().unwrap_or(0);
            let same = i32::from(tie.link.relation == Relation::Same);
            let (rarer, other) = tie.words_by_names(dictionary);
            self.raise(rarer, (worth as i32 + 1) << 1 | same);
            if other != u32::MAX {
                self.raise(other, 2);
            }
        }
        let left = || asked.slots.iter().filter(|slot| open(slot));
        let in_full = asked.slots.len() - left().filter(|slot| slot.is_letter()).count();
        let beside: u64 = unknown.iter().map(|most| u64::from(most.worth)).sum();
        Needs {
            brings: &self.brings,
            tied: &self.tied,
            worth: worth_needed(asked, asked.loss()).saturating_sub(beside),
            rate: worth_needed(asked, least_listed_rate(asked)) as u32,
            open: left().count() as u32,
            in_full: if model::NAMES_IN_FULL >= asked.needed { in_full as u64 } else { u64::MAX },
        }
    }

    fn raise(&mut self, word: u32, to: i32) {
        let brings = &mut self.brings[word as usize];
        if *brings <= 0 {
            self.tied.push(word);
        }
        *brings = (*brings).max(0) & 1 | (*brings).max(to);
    }
}

impl Needs<'_> {
    /// What a word with ties is worth at most: names whose words do not sum up to [`ENOUGH`] do not reach what is needed.
    pub fn share_of(&self, word: u32) -> u8 {
        let worth = (self.brings[word as usize] >> 1) as u64;
        (worth * u64::from(ENOUGH) / self.worth.max(1) + 1).min(u64::from(ENOUGH)) as u8
    }

    /// Whether a name of these words may score what is needed.
    pub fn may_reach(&self, words: &[u32]) -> bool {
        let (mut worth, mut same, mut alone, mut dearest) = (0u32, 0u32, 0u32, 0u32);
        let (paired, beyond) = words.split_at(words.len().min(PAIRED_ALONE));
        let mut tied = |brings: i32| {
            worth += (brings >> 1) as u32;
            same += (brings & 1) as u32;
        };
        for word in paired {
            let brings = self.brings[*word as usize];
            tied(brings.max(0));
            let weight = brings.min(0).unsigned_abs();
            alone += weight;
            dearest = dearest.max(weight);
        }
        beyond.iter().for_each(|word| tied(self.brings[*word as usize].max(0)));
        let (worth, same) = (u64::from(worth), u64::from(same));
        let alone = u64::from(alone.saturating_sub(dearest * self.open));
        worth >= self.worth + alone * u64::from(self.rate) || same >= self.in_full
    }
}
