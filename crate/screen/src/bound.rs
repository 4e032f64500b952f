//! The most that a name may score.
//!
//! [`score`] rises with what agrees and falls with what is lost. So a name's score is no more than that of two sums: for each word of the
//! question the best that any word of the name could bring it, and what is lost whichever words are paired.

use crate::align::{contradiction, listed_loss_at, naming, reaches};
use crate::asked::Asked;
use crate::dictionary::Dictionary;
use crate::model::{self, Relation};
use crate::slot::Slot;
use crate::ties::{Chains, Tie};

/// What a listed word can bring a word of the question.
#[derive(Clone, Copy, Default)]
pub struct Part {
    /// What agrees.
    pub agreed: u32,
    /// What is not lost of what the word of the question costs.
    pub saved: u32,
    /// Both, as [`worth`] counts them.
    pub worth: u32,
    /// The listed word.
    pub word: u32,
    /// The word of the question.
    pub slot: u16,
    /// Whether it is the same word: see [`model::NAMES_IN_FULL`].
    same: bool,
}

/// The best for one word of the question.
#[derive(Clone, Copy, Default)]
pub struct Best {
    /// See [`Part`].
    pub agreed: u32,
    /// See [`Part`].
    pub saved: u32,
    /// See [`Part`].
    pub worth: u32,
    /// See [`Part`].
    pub same: bool,
}

/// Scratch of bounds.
#[derive(Default)]
pub struct Bounds {
    best: Vec<Best>,
}

impl Bounds {
    /// Whether a name may score what is needed. All its ties are known.
    pub fn may_reach(&mut self, asked: &Asked, dictionary: &Dictionary, name: u32, chains: &Chains) -> bool {
        let words = dictionary.words_of(name);
        self.best.clear();
        self.best.resize(asked.slots.len(), Best::default());
        let (mut sum, mut tied) = (Sum::default(), 0u64);
        // What words lose that stand alone.
        let (mut listed_lost, mut listed_names) = (0, 0);
        let mut covered = false;
        for (place, word) in words.iter().enumerate() {
            let mut alone = !std::mem::take(&mut covered);
            for tie in chains.of(asked, *word) {
                if tie.next != u32::MAX {
                    if words.get(place + 1) != Some(&tie.next) {
                        continue;
                    }
                    covered = true;
                }
                alone = false;
                for slot in asked.starts(tie).flat_map(|start| start..start + tie.span) {
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
                asked_names += slot.naming();
            }
        }
        sum.may_reach(asked, asked_lost + listed_lost + contradiction(asked_names, listed_names))
    }
}

/// The best that the parts bring each word of the question, and what may come beside to those whose misspellings are not looked for.
pub fn most(asked: &Asked, parts: &[Part], left: impl Fn(&Slot) -> bool) -> Vec<Best> {
    let beside = |slot: &Slot| {
        let (agreed, lost) = slot.most_left();
        if agreed == 0 || !left(slot) {
            return Best::default();
        }
        // Words that weigh less agree less and save more: what one is worth is between all of that and none.
        let (saved, loss) = (slot.loss().saturating_sub(lost), slot.loss());
        let worth = worth(agreed, saved, asked.needed).max(worth(0, loss, asked.needed));
        Best { agreed, saved: loss, worth, same: slot.is_letter() }
    };
    let mut most: Vec<Best> = asked.slots.iter().map(beside).collect();
    for part in parts {
        most[usize::from(part.slot)].raise(part);
    }
    most
}

/// Two to this many parts of a [`worth`] are one.
const WORTH: u32 = 13;

/// What agrees and what is saved as one number, so that the share of a name's weight that agrees is at least the threshold when its numbers sum up to what
/// losing all would cost, times the threshold.
fn worth(agreed: u32, saved: u32, threshold: u32) -> u32 {
    let worth = u64::from(agreed) * u64::from(10_000u32.saturating_sub(threshold)) + u64::from(saved) * u64::from(threshold);
    (worth >> WORTH) as u32 + 1
}

/// What a name's words must be worth when losing all costs so much.
pub fn worth_needed(asked: &Asked, all: u32) -> u64 {
    (u64::from(all) * u64::from(asked.needed)) >> WORTH
}

/// The best for all words of the question together.
#[derive(Clone, Copy, Default)]
pub struct Sum {
    /// What agrees.
    pub agreed: u32,
    /// What is not lost of what the question costs.
    pub saved: u32,
    /// Both, as [`worth`] counts them: less than of the two sums where one listed word brings the most of the one and another of the other.
    pub worth: u32,
    /// How many words are the same.
    pub same: usize,
}

impl Sum {
    /// With one word's more.
    pub fn and(&self, more: &Best) -> Sum {
        Sum {
            agreed: self.agreed + more.agreed,
            saved: self.saved + more.saved,
            worth: self.worth + more.worth,
            same: self.same + usize::from(more.same),
        }
    }

    /// Whether a name may score what is needed with that, when losing all would cost `all`.
    pub fn may_reach(&self, asked: &Asked, all: u32) -> bool {
        // A score is no more than the share of the weight that agrees.
        let share = u64::from(self.worth) >= worth_needed(asked, all);
        share && reaches(self.agreed, all.saturating_sub(self.saved), asked.needed)
            || self.same >= asked.slots.len() && model::NAMES_IN_FULL >= asked.needed
    }
}

impl Best {
    /// Raises each to what the part brings, and says by how much.
    pub fn raise(&mut self, part: &Part) -> Best {
        let more = Best {
            agreed: part.agreed.saturating_sub(self.agreed),
            saved: part.saved.saturating_sub(self.saved),
            worth: part.worth.saturating_sub(self.worth),
            same: part.same && !self.same,
        };
        self.agreed += more.agreed;
        self.saved += more.saved;
        self.worth += more.worth;
        self.same |= more.same;
        more
    }
}

impl Part {
    /// What a tie brings one of its words of the question, by one of its listed words: half of it when it has two.
    pub fn new(asked: &Asked, tie: &Tie, slot: u16, word: u32) -> Part {
        let (agreed, saved) = (tie.share.0, asked.slots[usize::from(slot)].loss().saturating_sub(tie.share.1));
        Part { agreed, saved, worth: worth(agreed, saved, asked.needed), word, slot, same: tie.link.relation == Relation::Same }
    }
}
