//! Which names may reach the threshold.
//!
//! Most words of the lists that a question resembles bring little. Taken from the least on, as many are left aside as could not
//! together bring a name to the threshold: a name that has none of the others is never read. What the words of the others bring is summed up
//! before one is looked at.

use crate::asked::Asked;
use crate::bound::{Best, Part, Sum, most};
use crate::by_word::ByWord;
use crate::dictionary::{Dictionary, FEW};
use crate::lookup::{Classes, Seen};
use crate::order;
use crate::slot::Slot;
use crate::stamps::Stamps;
use crate::ties::Tie;

/// Parts are graded by what they bring in steps of two to this many thousandths: how finely they are sorted changes how many are left aside,
/// never what is found.
const STEP: u32 = 10;
/// So many grades: the last are of a word's full weight and more.
const GRADES: usize = 128;

/// Reading a posting takes as long as reading so many words of names, which lie side by side.
const DEAR: usize = 3;

/// Looking a word up takes as long as bounding a name for every so many listed words, or as asking twice as many names for the sum of
/// their words.
const MANY: usize = 80;

/// Scratch: which names were met.
#[derive(Default)]
pub struct Sieve {
    parts: Vec<Part>,
    sorted: Vec<Part>,
    best: Vec<Best>,
    sum: ByWord,
    met: Stamps,
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
        let steps = self.sweep(asked, dictionary, least, reached);
        // A letter is tied to every word that begins with it.
        let letters = asked.slots.iter().filter(|slot| slot.left && slot.is_letter()).count();
        if reached.len() > letters.max(1) * dictionary.weights.len() / MANY {
            asked.take_up(dictionary, classes, seen);
            let sum = self.sum.start(asked, dictionary);
            reached.retain(|name| sum.may_reach(dictionary.words_of(*name)));
        }
        steps
    }

    /// Reaches names by the words that they have, or by looking at the words of all: that is less than to look at the names of so many words.
    fn sweep(&mut self, asked: &Asked, dictionary: &Dictionary, least: usize, reached: &mut Vec<u32>) -> u64 {
        self.spread(asked, dictionary);
        let aside = self.aside(asked, dictionary);
        let sum = self.sum.start(asked, dictionary);
        let may = |name: u32| {
            let words = dictionary.words_of(name);
            words.len() >= least && sum.may_reach(words)
        };
        let postings: usize = self.parts[aside..].iter().map(|part| dictionary.names_with(part.word).len()).sum();
        if postings * DEAR > dictionary.name_words.len() {
            reached.extend((0..dictionary.names.len() as u32).filter(|name| may(*name)));
            return dictionary.name_words.len() as u64;
        }
        self.met.start(dictionary.names.len());
        for part in &self.parts[aside..] {
            reached.extend(dictionary.names_with(part.word).iter().filter(|name| self.met.first(**name) && may(**name)));
        }
        (aside + postings) as u64
    }

    fn spread(&mut self, asked: &Asked, dictionary: &Dictionary) {
        self.parts.clear();
        for tie in &asked.ties {
            spread(asked, dictionary, tie, &mut self.parts);
        }
    }

    /// Leaves words of the question whose misspellings need not be looked for: whatever they bring, without another word no name reaches the
    /// threshold. From the commonest on, which resemble most; or all of them when only long names may reach it, of which there are few. Returns
    /// the least words of such a name.
    fn leave(&mut self, asked: &mut Asked, dictionary: &Dictionary) -> usize {
        self.spread(asked, dictionary);
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
            if postings(&asked.slots) > 2 * more * dictionary.weights.len() / MANY {
                asked.slots[slot].left = false;
                break;
            }
            sum = with;
        }
    }

    /// Puts those parts first that can't bring a name to the threshold, whichever of them it has, and says how many: all of the words of the
    /// question that were left, then those whose listed words stand in most names, as far as that goes, then from the least on.
    fn aside(&mut self, asked: &Asked, dictionary: &Dictionary) -> usize {
        let all = asked.loss();
        let most = most(asked, &self.parts, |slot| slot.left);
        let mut dear: Vec<(bool, u64, u16)> = asked.slots.iter().zip(0..).map(|(slot, at)| (slot.left, 0, at)).collect();
        for part in &self.parts {
            dear[usize::from(part.slot)].1 += dictionary.names_with(part.word).len() as u64;
        }
        order::sort_by_key(&mut dear, |dear| std::cmp::Reverse(*dear));
        // What is not known may come beside.
        self.best = crate::bound::most(asked, &[], |slot| slot.left);
        let mut sum = self.best.iter().fold(Sum::default(), |sum, most| sum.and(most));
        let mut whole = 0u64;
        for (_, _, slot) in dear {
            let slot = usize::from(slot);
            let mut best = self.best[slot];
            let with = sum.and(&best.raise_to(&most[slot]));
            if !with.may_reach(asked, all) {
                sum = with;
                self.best[slot] = best;
                whole |= 1 << slot.min(63);
            }
        }
        let is_whole = |part: &Part| whole >> part.slot.min(63) & 1 == 1;
        let grade = |part: &Part| if is_whole(part) { 0 } else { 1 + (part.agreed >> STEP).min(GRADES as u32 - 2) as usize };
        order::into_buckets(&self.parts, &mut self.sorted, GRADES, grade);
        std::mem::swap(&mut self.parts, &mut self.sorted);
        let first = self.parts.iter().take_while(|part| is_whole(part)).count();
        for (at, part) in self.parts.iter().enumerate().skip(first) {
            sum = sum.and(&self.best[usize::from(part.slot)].raise(part));
            if sum.may_reach(asked, all) {
                return at;
            }
        }
        self.parts.len()
    }
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

/// A tie's parts, one for each of its words of the question, each under the rarer of its listed words.
fn spread(asked: &Asked, dictionary: &Dictionary, tie: &Tie, out: &mut Vec<Part>) {
    let mut word = tie.word;
    if tie.next != u32::MAX && dictionary.names_with(tie.next).len() < dictionary.names_with(word).len() {
        word = tie.next;
    }
    out.extend((tie.slot..tie.slot + tie.span).map(|slot| Part::new(asked, tie, slot, word)));
}
