//! Which names may reach the threshold.
//!
//! [`score`] rises with what agrees and falls with what is lost. So a name's score is no more than that of two sums: for each word of the
//! question the best that any word of the name could bring it, and what is lost whichever words are paired.
//!
//! Most words of the lists that a question resembles bring little. Taken from the least on, as many are left aside as could not
//! together bring a name to the threshold: a name that has none of the others is never read.

use crate::align::{contradiction, listed_loss_at, naming, score, slot_naming};
use crate::asked::{Asked, Tie};
use crate::dictionary::Dictionary;
use crate::model::{self, Relation};
use crate::order;

/// What a listed word can bring a word of the question.
struct Part {
    agreed: u32,
    saved: u32,
    word: u32,
    slot: u16,
    /// Whether it is the same word: see [`model::NAMES_IN_FULL`].
    same: bool,
}

/// The best for one word of the question.
#[derive(Clone, Copy, Default)]
struct Best {
    agreed: u32,
    saved: u32,
    same: bool,
}

/// Scratch: which names were met.
#[derive(Default)]
pub struct Bounds {
    parts: Vec<Part>,
    best: Vec<Best>,
    stamps: Vec<u32>,
    stamp: u32,
}

impl Bounds {
    /// Adds every name whose score may be at least `threshold` to `reached`, and some whose score is not. Returns how many postings were
    /// read.
    pub fn sweep(&mut self, asked: &Asked, dictionary: &Dictionary, threshold: u32, reached: &mut Vec<u32>) -> u64 {
        self.parts.clear();
        for tie in &asked.ties {
            spread(asked, dictionary, tie, &mut self.parts);
        }
        let aside = self.aside(asked, dictionary, threshold);
        self.stamps.resize(dictionary.names.len(), 0);
        self.stamp = self.stamp.wrapping_add(1);
        if self.stamp == 0 {
            self.stamps.fill(0);
            self.stamp = 1;
        }
        let mut steps = aside as u64;
        for part in &self.parts[aside..] {
            let names = dictionary.names_with(part.word);
            steps += names.len() as u64;
            for name in names {
                let stamp = &mut self.stamps[*name as usize];
                if *stamp != self.stamp {
                    *stamp = self.stamp;
                    reached.push(*name);
                }
            }
        }
        steps
    }

    /// Puts those parts first that can't bring a name to the threshold, whichever of them it has, and says how many: all of the words of the
    /// question whose listed words stand in most names, as far as that goes, then from the least on.
    fn aside(&mut self, asked: &Asked, dictionary: &Dictionary, threshold: u32) -> usize {
        let all: u32 = asked.slots.iter().map(|slot| slot.loss()).sum();
        let count = asked.slots.len();
        let (mut most, mut dear) = (vec![Best::default(); count], vec![(0u64, 0u16); count]);
        for part in &self.parts {
            let at = usize::from(part.slot);
            most[at].raise(part);
            dear[at] = (dear[at].0 + dictionary.names_with(part.word).len() as u64, part.slot);
        }
        order::sort_by_key(&mut dear, |dear| std::cmp::Reverse(*dear));
        let mut sum = Sum::default();
        let mut whole = 0u64;
        for (_, slot) in dear {
            let with = sum.and(&most[usize::from(slot)]);
            if with.at_most(all, count) < threshold {
                sum = with;
                whole |= 1 << slot.min(63);
            }
        }
        let is_whole = |part: &Part| whole >> part.slot.min(63) & 1 == 1;
        order::sort_by_key(&mut self.parts, |part| (!is_whole(part), part.agreed, part.saved));
        let first = self.parts.partition_point(is_whole);
        self.best.clear();
        self.best.resize(count, Best::default());
        for (at, part) in self.parts.iter().enumerate().skip(first) {
            sum = sum.and(&self.best[usize::from(part.slot)].raise(part));
            if sum.at_most(all, count) >= threshold {
                return at;
            }
        }
        self.parts.len()
    }

    /// The most that a name may score. `ties` says which of the question's ties are a word's.
    pub fn at_most(&mut self, asked: &Asked, dictionary: &Dictionary, name: u32, ties: impl Fn(u32) -> std::ops::Range<usize>) -> u32 {
        let words = dictionary.words_of(name);
        self.best.clear();
        self.best.resize(asked.slots.len(), Best::default());
        let (mut sum, mut tied) = (Sum::default(), 0u64);
        let (mut listed_lost, mut listed_names) = (0, 0);
        let mut covered = false;
        for (place, word) in words.iter().enumerate() {
            let mut alone = !std::mem::take(&mut covered);
            for tie in &asked.ties[ties(*word)] {
                if tie.next != u32::MAX {
                    if words.get(place + 1) != Some(&tie.next) {
                        continue;
                    }
                    covered = true;
                }
                alone = false;
                for slot in tie.slot..tie.slot + tie.span {
                    sum = sum.and(&self.best[usize::from(slot)].raise(&Part::new(asked, tie, slot, *word)));
                    tied |= 1 << slot.min(63);
                }
            }
            // Words from the 64th on may count as paired when one of them is.
            if alone && place < 63 {
                listed_lost += listed_loss_at(asked, dictionary, *word, 0, if asked.long { 0 } else { usize::MAX });
                listed_names += naming(dictionary, *word);
            }
        }
        let (mut asked_lost, mut asked_names) = (0, 0);
        for (at, slot) in asked.slots.iter().enumerate() {
            asked_lost += slot.loss();
            if tied & 1 << at.min(63) == 0 {
                asked_names += slot_naming(slot);
            }
        }
        let lost = asked_lost.saturating_sub(sum.saved) + listed_lost + contradiction(asked_names, listed_names);
        let most = score(sum.agreed, lost);
        if sum.same == asked.slots.len() { most.max(model::NAMES_IN_FULL) } else { most }
    }
}

/// The best for all words of the question together.
#[derive(Clone, Copy, Default)]
struct Sum {
    agreed: u32,
    saved: u32,
    same: usize,
}

impl Sum {
    fn and(&self, more: &Best) -> Sum {
        Sum { agreed: self.agreed + more.agreed, saved: self.saved + more.saved, same: self.same + usize::from(more.same) }
    }

    /// The most that a question of `slots` words can score with that, when losing all would cost `all`.
    fn at_most(&self, all: u32, slots: usize) -> u32 {
        let in_full = if self.same == slots { model::NAMES_IN_FULL } else { 0 };
        score(self.agreed, all.saturating_sub(self.saved)).max(in_full)
    }
}

impl Best {
    /// Raises each to what the part brings, and says by how much.
    fn raise(&mut self, part: &Part) -> Best {
        let more = Best {
            agreed: part.agreed.saturating_sub(self.agreed),
            saved: part.saved.saturating_sub(self.saved),
            same: part.same && !self.same,
        };
        self.agreed += more.agreed;
        self.saved += more.saved;
        self.same |= more.same;
        more
    }
}

impl Part {
    /// What a tie brings one of its words of the question, by one of its listed words: half of it when it has two.
    fn new(asked: &Asked, tie: &Tie, slot: u16, word: u32) -> Part {
        let (gain, span) = (tie.link.gain(), u32::from(tie.span));
        let lost = (tie.link.weight * 1_000 - gain) / span;
        Part {
            agreed: gain.div_ceil(span),
            saved: asked.slots[usize::from(slot)].loss().saturating_sub(lost),
            word,
            slot,
            same: tie.link.relation == Relation::Same,
        }
    }
}

/// A tie's parts, one for each of its words of the question, each under the rarer of its listed words.
fn spread(asked: &Asked, dictionary: &Dictionary, tie: &Tie, out: &mut Vec<Part>) {
    let mut word = tie.word;
    if tie.next != u32::MAX && dictionary.names_with(tie.next).len() < dictionary.names_with(word).len() {
        word = tie.next;
    }
    out.extend((tie.slot..tie.slot + tie.span).map(|slot| Part::new(asked, tie, slot, word)));
}
