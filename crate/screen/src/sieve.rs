//! Which names may reach the threshold.
//!
//! Most words of the lists that a question resembles bring little. Taken from the least on, as many are left aside as could not
//! together bring a name to the threshold: a name that has none of the others is never read. Where many names are reached all the same,
//! what each has of every word of the question is summed up before one is looked at.

use crate::asked::Asked;
use crate::bound::{Best, Part, Sum, most};
use crate::dictionary::{Dictionary, FEW};
use crate::lookup::{Classes, Seen};
use crate::order;
use crate::ties::Tie;

/// Parts are graded by what they bring in steps of two to this many thousandths: how finely they are sorted changes how many are left aside,
/// never what is found.
const STEP: u32 = 10;
/// So many grades: the last are of a word's full weight and more.
const GRADES: usize = 128;

/// Reading so many postings costs no more than bounding a name.
const WORTH: u64 = 16;

/// Reading a posting takes as long as reading so many words of names, which lie side by side.
const DEAR: usize = 3;

/// Looking a word up takes as long as bounding so many names.
const MANY: usize = 500;

/// Scratch: which names were met.
#[derive(Default)]
pub struct Sieve {
    parts: Vec<Part>,
    sorted: Vec<Part>,
    best: Vec<Best>,
    /// What each word of a name may bring, for as long as names are scanned.
    by_word: Vec<Best>,
    places: Places,
    /// For each reached name what each word of the question may bring it.
    brought: Vec<u32>,
}

impl Sieve {
    /// Adds every name whose score may be at least `threshold` to `reached`, and some whose score is not; looks up what that takes. Returns how
    /// many postings were read.
    pub fn reach(
        &mut self,
        asked: &mut Asked,
        dictionary: &Dictionary,
        classes: &Classes,
        seen: &mut Seen,
        threshold: u32,
        reached: &mut Vec<u32>,
    ) -> u64 {
        let least = self.leave(asked, dictionary, threshold);
        if least > FEW {
            reached.extend(dictionary.long_names.iter().filter(|name| dictionary.words_of(**name).len() >= least));
            return dictionary.long_names.len() as u64;
        }
        asked.look_up_rest(dictionary, classes, seen);
        let mut steps = self.sweep(asked, dictionary, threshold, least, reached);
        if reached.len() > MANY {
            steps += self.winnow(asked, dictionary, threshold, reached);
        }
        // A letter is tied to every word that begins with it.
        let letters = asked.slots.iter().filter(|slot| slot.left && slot.is_letter()).count();
        if reached.len() > MANY * letters.max(1) {
            asked.take_up(dictionary, classes, seen);
            steps += self.winnow(asked, dictionary, threshold, reached);
        }
        steps
    }

    /// Reaches names by the words that they have.
    fn sweep(&mut self, asked: &Asked, dictionary: &Dictionary, threshold: u32, least: usize, reached: &mut Vec<u32>) -> u64 {
        self.spread(asked, dictionary);
        let aside = self.aside(asked, dictionary, threshold);
        let postings: usize = self.parts[aside..].iter().map(|part| dictionary.names_with(part.word).len()).sum();
        if postings * DEAR > dictionary.name_words.len() {
            return self.scan(asked, dictionary, threshold, least, reached);
        }
        self.places.start(dictionary.names.len());
        let mut steps = aside as u64;
        for part in &self.parts[aside..] {
            let names = dictionary.names_with(part.word);
            steps += names.len() as u64;
            for name in names {
                if dictionary.words_of(*name).len() >= least && self.places.of(*name) >= reached.len() {
                    self.places.set(*name, reached.len());
                    reached.push(*name);
                }
            }
        }
        steps
    }

    /// Reaches names by looking at the words of all: that is less than to look at the names of so many words. Each word of a name is paired with
    /// one tie at most, so it brings no more than its best.
    fn scan(&mut self, asked: &Asked, dictionary: &Dictionary, threshold: u32, least: usize, reached: &mut Vec<u32>) -> u64 {
        self.by_word.resize(dictionary.letters.len(), Best::default());
        for tie in &asked.ties {
            let mut whole = Part::new(asked, tie, tie.slot, tie.word);
            for slot in tie.slot + 1..tie.slot + tie.span {
                let more = Part::new(asked, tie, slot, tie.word);
                whole.agreed += more.agreed;
                whole.saved += more.saved;
            }
            self.by_word[tie.word as usize].raise(&whole);
        }
        let (all, count) = (asked.loss(), asked.slots.len());
        let left = most(asked, &[], |slot| slot.left).iter().fold(Sum::default(), |sum, most| sum.and(most));
        reached.extend((0..dictionary.names.len() as u32).filter(|name| {
            let words = dictionary.words_of(*name);
            let sum = || words.iter().fold(left, |sum, word| sum.and(&self.by_word[*word as usize]));
            words.len() >= least && sum().may_reach(all, count, threshold)
        }));
        asked.ties.iter().for_each(|tie| self.by_word[tie.word as usize] = Best::default());
        dictionary.name_words.len() as u64
    }

    /// Keeps those of the reached names whose words bring enough, each word of the question by itself. Returns how many postings were read.
    fn winnow(&mut self, asked: &Asked, dictionary: &Dictionary, threshold: u32, reached: &mut Vec<u32>) -> u64 {
        self.spread(asked, dictionary);
        let (count, most) = (asked.slots.len(), most(asked, &self.parts, |slot| slot.left));
        let mut postings: Vec<u64> = asked.slots.iter().map(|slot| if slot.left { u64::MAX } else { 0 }).collect();
        for part in &self.parts {
            let names = dictionary.names_with(part.word).len() as u64;
            postings[usize::from(part.slot)] = postings[usize::from(part.slot)].saturating_add(names);
        }
        // From the least on, as far as that is worth it.
        let mut order: Vec<(u64, usize)> = postings.iter().copied().zip(0..).collect();
        order::sort(&mut order);
        let (mut read, mut steps) = (vec![false; count], 0u64);
        for (postings, slot) in order {
            read[slot] = steps.saturating_add(postings) <= reached.len() as u64 * WORTH;
            steps += if read[slot] { postings } else { 0 };
        }
        self.places.start(dictionary.names.len());
        reached.iter().enumerate().for_each(|(at, name)| self.places.set(*name, at));
        self.brought.clear();
        self.brought.resize(reached.len() * count, 0);
        for part in self.parts.iter().filter(|part| read[usize::from(part.slot)]) {
            for name in dictionary.names_with(part.word) {
                let at = self.places.of(*name);
                if at < reached.len() {
                    let brought = &mut self.brought[at * count + usize::from(part.slot)];
                    *brought = part.agreed.max(*brought);
                }
            }
        }
        let all = asked.loss();
        let unread = (0..count).filter(|slot| !read[*slot]).fold(Sum::default(), |sum, slot| sum.and(&most[slot]));
        let mut rows = self.brought.chunks(count);
        reached.retain(|_| {
            let mut sum = unread;
            for (brought, most) in rows.next().unwrap_or_default().iter().zip(&most) {
                if *brought > 0 {
                    sum = sum.and(&Best { agreed: *brought, ..*most });
                }
            }
            sum.may_reach(all, count, threshold)
        });
        steps
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
    fn leave(&mut self, asked: &mut Asked, dictionary: &Dictionary, threshold: u32) -> usize {
        self.spread(asked, dictionary);
        let most = most(asked, &self.parts, |_| true);
        let least = least_words(asked, &most, threshold);
        let mut dear: Vec<(u32, u16)> = most.iter().map(|best| best.agreed).zip(0..).collect();
        order::sort(&mut dear);
        let all = asked.loss();
        let mut sum = Sum::default();
        for (_, slot) in dear {
            let with = sum.and(&most[usize::from(slot)]);
            if least > FEW || !with.may_reach(all, asked.slots.len(), threshold) {
                sum = with;
                asked.slots[usize::from(slot)].left = true;
            }
        }
        least
    }

    /// Puts those parts first that can't bring a name to the threshold, whichever of them it has, and says how many: all of the words of the
    /// question that were left, then those whose listed words stand in most names, as far as that goes, then from the least on.
    fn aside(&mut self, asked: &Asked, dictionary: &Dictionary, threshold: u32) -> usize {
        let all = asked.loss();
        let count = asked.slots.len();
        let most = most(asked, &self.parts, |slot| slot.left);
        let mut dear: Vec<(bool, u64, u16)> = asked.slots.iter().zip(0..).map(|(slot, at)| (slot.left, 0, at)).collect();
        for part in &self.parts {
            dear[usize::from(part.slot)].1 += dictionary.names_with(part.word).len() as u64;
        }
        order::sort_by_key(&mut dear, |dear| std::cmp::Reverse(*dear));
        let mut sum = Sum::default();
        let mut whole = 0u64;
        for (_, _, slot) in dear {
            let with = sum.and(&most[usize::from(slot)]);
            if !with.may_reach(all, count, threshold) {
                sum = with;
                whole |= 1 << slot.min(63);
            }
        }
        let is_whole = |part: &Part| whole >> part.slot.min(63) & 1 == 1;
        let grade = |part: &Part| if is_whole(part) { 0 } else { 1 + (part.agreed >> STEP).min(GRADES as u32 - 2) as usize };
        order::into_buckets(&self.parts, &mut self.sorted, GRADES, grade);
        std::mem::swap(&mut self.parts, &mut self.sorted);
        let first = self.parts.iter().take_while(|part| is_whole(part)).count();
        self.best.clear();
        self.best.resize(count, Best::default());
        for (at, part) in self.parts.iter().enumerate().skip(first) {
            sum = sum.and(&self.best[usize::from(part.slot)].raise(part));
            if sum.may_reach(all, count, threshold) {
                return at;
            }
        }
        self.parts.len()
    }
}

/// How many words a name has at least that reaches the threshold. Each is paired once: with one word of the question, or with two or three
/// that one tie has.
fn least_words(asked: &Asked, most: &[Best], threshold: u32) -> usize {
    let (mut agreed, mut saved): (Vec<u32>, Vec<u32>) = most.iter().map(|best| (best.agreed, best.saved)).unzip();
    for each in [&mut agreed, &mut saved] {
        order::sort_by_key(each, |brings| std::cmp::Reverse(*brings));
    }
    let several = asked.ties.iter().filter(|tie| tie.span > 1);
    let (span, joined) = several
        .fold((1, 0u64), |(span, joined), tie| (span.max(usize::from(tie.span)), joined | ((1u64 << tie.span) - 1) << tie.slot.min(63)));
    let all = asked.loss();
    let same = most.iter().filter(|best| best.same).count();
    let reaches = |words: &usize| {
        let paired = (words * span).min(words + joined.count_ones() as usize).min(most.len());
        let sum = Sum { agreed: agreed[..paired].iter().sum(), saved: saved[..paired].iter().sum(), same: same.min(paired) };
        sum.may_reach(all, most.len(), threshold)
    };
    (0..=most.len()).find(reaches).unwrap_or(usize::MAX)
}

/// Where names stand among those reached.
#[derive(Default)]
struct Places {
    places: Vec<u32>,
    /// Places are counted from here; whatever is less was written before.
    from: u32,
    most: u32,
}

impl Places {
    /// Forgets all places.
    fn start(&mut self, names: usize) {
        self.places.resize(names, 0);
        self.from = self.most.max(1);
        if self.from > u32::MAX - names as u32 {
            self.places.fill(0);
            self.from = 1;
        }
        self.most = self.from;
    }

    /// A name's place; one beyond all names when it has none.
    fn of(&self, name: u32) -> usize {
        self.places[name as usize].checked_sub(self.from).map_or(usize::MAX, |place| place as usize)
    }

    fn set(&mut self, name: u32, place: usize) {
        self.places[name as usize] = self.from + place as u32;
        self.most = self.most.max(self.from + place as u32 + 1);
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
