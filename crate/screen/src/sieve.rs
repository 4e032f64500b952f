//! Which names may reach the threshold.
//!
//! What each listed word that a question resembles may bring is added to all names that have it, a word at a time: a name whose sum is not enough is
//! never read.

use crate::asked::Asked;
use crate::bound::{Best, Part, Sum, most};
use crate::by_word::{ByWord, ENOUGH, Needs};
use crate::dictionary::{Dictionary, FEW};
use crate::lookup::{Classes, Seen};
use crate::order;
use crate::slot::Slot;

/// Looking a word up takes as long as looking at the names that one of so many listed words has, and asking them what they have like it.
const MANY: usize = 160;
/// A single letter takes so many times as long: it is tied to every word that begins with it.
const LETTER: usize = 4;
/// Looking a word up takes as long as reading a posting for one of so many listed words.
const POSTED: usize = 20;

/// Scratch.
#[derive(Default)]
pub struct Sieve {
    parts: Vec<Part>,
    by_word: ByWord,
    /// For each name what is left of [`ENOUGH`] without [`Needs::share_of`] its words.
    lacks: Vec<u8>,
}

impl Sieve {
    /// Adds every name that may score what is needed to `reached`, and some whose score is not; looks up what that takes. Returns how
    /// many postings were read.
    pub fn reach(&mut self, asked: &mut Asked, dictionary: &Dictionary, classes: &Classes, seen: &mut Seen, reached: &mut Vec<u32>) -> u64 {
        let least = self.leave(asked, dictionary);
        if least > FEW {
            reached.extend(dictionary.long_names.iter().filter(|name| dictionary.words_of(**name).len() >= least));
            return dictionary.long_names.len() as u64;
        }
        asked.look_up_rest(dictionary, classes, seen);
        let mut steps = 0;
        loop {
            let needs = self.by_word.start(asked, dictionary, |slot| slot.left);
            steps += sum_up(&needs, dictionary, &mut self.lacks, reached);
            let dear: usize = asked.slots.iter().filter(|slot| slot.left).map(|slot| if slot.is_letter() { LETTER } else { 1 }).sum();
            if dear == 0 || reached.len() <= dear * dictionary.weights.len() / MANY {
                // By themselves, as the words of names stand all over the memory: a processor fetches those of the next ones meanwhile.
                reached.retain(|name| {
                    let words = dictionary.words_of(*name);
                    words.len() >= least && needs.may_reach(words)
                });
                return steps;
            }
            reached.clear();
            asked.take_up(dictionary, classes, seen);
        }
    }

    /// Keeps the names that may reach the threshold by the ties that are known by now: all that these names have.
    pub fn again(&mut self, asked: &Asked, dictionary: &Dictionary, names: &mut Vec<u32>) {
        let needs = self.by_word.start(asked, dictionary, |_| false);
        names.retain(|name| needs.may_reach(dictionary.words_of(*name)));
    }

    /// Leaves words of the question whose misspellings need not be looked for: whatever they bring, without another word no name reaches the
    /// threshold. From the commonest on, which resemble most; or all of them when only long names may reach it, of which there are few. Returns
    /// the least words of such a name.
    fn leave(&mut self, asked: &mut Asked, dictionary: &Dictionary) -> usize {
        self.parts.clear();
        for tie in &asked.ties {
            let (word, _) = tie.words_by_names(dictionary);
            let slots = asked.starts(tie).flat_map(|start| start..start + tie.span);
            self.parts.extend(slots.map(|slot| Part::new(asked, tie, slot, word)));
        }
        let most = most(asked, &self.parts, |_| true);
        let least = least_words(asked, &most);
        let mut dear: Vec<(u32, u16)> = most.iter().map(|best| best.agreed).zip(0..).collect();
        order::sort(&mut dear);
        let all = asked.loss();
        let mut sum = Sum::default();
        for (_, slot) in dear {
            let with = sum.and(&most[usize::from(slot)]);
            if least > FEW || !with.may_reach(asked, all) {
                sum = with;
                asked.slots[usize::from(slot)].left = true;
            }
        }
        if least <= FEW {
            self.leave_misspelt(asked, dictionary);
        }
        least
    }

    /// Leaves more words: those whose misspellings alone bring no name far enough, while the words that are found by a key are read.
    fn leave_misspelt(&self, asked: &mut Asked, dictionary: &Dictionary) {
        let unknown = most(asked, &[], |_| true);
        let all = asked.loss();
        let mut sum = unknown.iter().zip(&asked.slots).filter(|(_, slot)| slot.left).fold(Sum::default(), |sum, (most, _)| sum.and(most));
        let mut dear: Vec<(u32, usize)> =
            unknown.iter().map(|best| best.worth).zip(0..).filter(|(_, slot)| !asked.slots[*slot].left).collect();
        order::sort(&mut dear);
        let postings = |slots: &[Slot]| -> usize {
            self.parts.iter().filter(|part| slots[usize::from(part.slot)].left).map(|part| dictionary.names_with(part.word).len()).sum()
        };
        let mut more = 0;
        for (_, slot) in dear {
            let with = sum.and(&unknown[slot]);
            if with.may_reach(asked, all) {
                break;
            }
            more += 1;
            asked.slots[slot].left = true;
            if postings(&asked.slots) > more * dictionary.weights.len() / POSTED {
                asked.slots[slot].left = false;
                break;
            }
            sum = with;
        }
    }
}

/// Takes from what every name lacks what its words bring, and adds those to `reached` that then may lack nothing. Returns how many postings were
/// read.
fn sum_up(needs: &Needs, dictionary: &Dictionary, lacks: &mut Vec<u8>, reached: &mut Vec<u32>) -> u64 {
    lacks.clear();
    lacks.resize(dictionary.names.len(), ENOUGH);
    let mut postings = 0;
    for word in needs.tied {
        let names = dictionary.names_with(*word);
        postings += names.len() as u64;
        let share = needs.share_of(*word);
        for name in names {
            let lacks = &mut lacks[*name as usize];
            if *lacks > share {
                *lacks -= share;
            } else if *lacks > 0 {
                *lacks = 0;
                reached.push(*name);
            }
        }
    }
    postings
}

/// How many words a name has at least that reaches the threshold. Each is paired once: with one word of the question, or with two or three
/// that one tie has.
fn least_words(asked: &Asked, most: &[Best]) -> usize {
    // The most first, of each by itself.
    let sorted = |brings: fn(&Best) -> u32| {
        let mut all: Vec<u32> = most.iter().map(brings).collect();
        order::sort_by_key(&mut all, |brings| std::cmp::Reverse(*brings));
        all
    };
    let (agreed, saved, worth) = (sorted(|best| best.agreed), sorted(|best| best.saved), sorted(|best| best.worth));
    let several = asked.ties.iter().filter(|tie| tie.span > 1);
    let (span, joined) = several
        .fold((1, 0u64), |(span, joined), tie| (span.max(usize::from(tie.span)), joined | ((1u64 << tie.span) - 1) << tie.slot.min(63)));
    let all = asked.loss();
    let same = most.iter().filter(|best| best.same).count();
    let reaches = |words: &usize| {
        let paired = (words * span).min(words + joined.count_ones() as usize).min(most.len());
        let of = |brings: &[u32]| brings[..paired].iter().sum();
        let sum = Sum { agreed: of(&agreed), saved: of(&saved), worth: of(&worth), same: same.min(paired) };
        sum.may_reach(asked, all)
    };
    (0..=most.len()).find(reaches).unwrap_or(usize::MAX)
}
