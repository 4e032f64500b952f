//! Laying the words of the question beside the words of one listed name, in any order, each word once.

use crate::asked::Asked;
use crate::dictionary::Dictionary;
use crate::model::{self, Relation};
use crate::order;
use crate::relate::Link;
use crate::shape::{are_other_figures, figures};
use crate::slot::Slot;
use crate::ties::{Chains, Tie};
use crate::vocabulary::Part;

/// Words laid side by side.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The first word of the question.
    pub slot: u16,
    /// How many words of the question.
    pub slot_span: u16,
    /// The first word of the name, by its place in the name.
    pub place: u16,
    /// How many words of the name.
    pub place_span: u16,
    /// What they have in common.
    pub link: Link,
}

/// One alignment: what agrees and what it costs that the rest does not. All in thousandths of tenths of a bit.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// The pairs, in the order in which they were laid.
    pub pairs: Vec<Pair>,
    /// Weight of the pairs in full, and what of it agrees.
    pub paired: u32,
    /// See `paired`.
    pub agreed: u32,
    /// What words cost that stand alone.
    pub alone: u32,
    /// What it costs that both sides have such words.
    pub contradicts: u32,
    /// The question is word for word what names the listed party; see [`model::NAMES_IN_FULL`].
    pub names_in_full: bool,
    options: Vec<(u32, Pair)>,
}

impl Alignment {
    /// Aligns a name. Greedy by what a pair brings, which for names of a few words is the best or next to it; ties go to
    /// words in the same order, so the result is one and the same wherever it is computed.
    pub fn lay(&mut self, asked: &Asked, dictionary: &Dictionary, name: u32, chains: &Chains) {
        let words = dictionary.words_of(name);
        self.pairs.clear();
        self.options.clear();
        for (place, word) in words.iter().enumerate() {
            for tie in chains.of(asked, *word) {
                if tie.next != u32::MAX && words.get(place + 1) != Some(&tie.next) {
                    continue;
                }
                self.options.extend(asked.starts(tie).map(|start| option(asked, dictionary, words, place, tie, start)));
            }
        }
        order::sort_by_key(&mut self.options, |(value, pair)| (u32::MAX - value, pair.slot.abs_diff(pair.place), pair.slot, pair.place));
        let number = |part: Part, word: &[u8]| if part == Part::Number { figures(word) } else { 0 };
        let (mut slots, mut places) = (0u64, 0u64);
        // The same words in the same order lie side by side, whatever else they resemble.
        if same_words(asked, dictionary, words) {
            self.options.retain(|(_, pair)| pair.slot == pair.place && pair.link.relation == Relation::Same);
        }
        for (_, pair) in &self.options {
            let slot_bits = bits(pair.slot, pair.slot_span);
            let place_bits = bits(pair.place, pair.place_span);
            if slots & slot_bits == 0 && places & place_bits == 0 {
                slots |= slot_bits;
                places |= place_bits;
                self.pairs.push(*pair);
            }
        }
        if asked.person {
            self.doubt_several_misspellings();
        }
        self.paired = self.pairs.iter().map(|pair| pair.link.weight * 1_000).sum();
        self.agreed = self.pairs.iter().map(|pair| pair.link.gain()).sum();
        self.alone = 0;
        let cut = self.cut_after(asked);
        let (mut only_asked, mut only_listed) = (0, 0);
        let (mut figures_asked, mut figures_listed) = (0, 0);
        let mut general = true;
        for (at, slot) in asked.slots.iter().enumerate() {
            if slots & bits(at as u16, 1) == 0 {
                self.alone += slot.loss();
                only_asked += slot.naming();
                figures_asked |= number(slot.form().part, slot.form().letters.as_bytes());
            }
        }
        for (at, word) in words.iter().enumerate() {
            if places & bits(at as u16, 1) == 0 {
                self.alone += listed_loss_at(asked, dictionary, *word, at, cut);
                general &= !matches!(dictionary.parts[*word as usize], Part::Plain | Part::Number);
                only_listed += naming(dictionary, *word);
                figures_listed |= number(dictionary.parts[*word as usize], dictionary.letters.get(*word));
            }
        }
        let all_asked = self.pairs.iter().map(|pair| u32::from(pair.slot_span)).sum::<u32>() == asked.slots.len() as u32;
        let same = self.pairs.iter().all(|pair| pair.link.relation == Relation::Same);
        let names: u32 = asked.slots.iter().map(Slot::naming).sum();
        self.names_in_full = general && same && all_asked && names >= model::NAMES_FROM;
        self.contradicts = contradiction(only_asked, only_listed);
        if self.exchanges_father_and_son(asked, dictionary, words) {
            self.contradicts += self.agreed / 1_000 * model::EXCHANGED;
        }
        if are_other_figures(figures_asked, figures_listed) {
            self.contradicts += self.agreed / 1_000 * model::OTHER_FIGURE;
        }
        if self.differs_in_form_alone(dictionary, words) {
            self.contradicts += self.agreed / 1_000 * model::FORM_ALONE;
        }
        self.names_in_full &= self.contradicts == 0;
    }

    /// Of the pairs that are spelled alike all but the worst lose more; see [`model::ALIKE_AGAIN`].
    fn doubt_several_misspellings(&mut self) {
        let alike = |(_, pair): &(usize, &mut Pair)| pair.link.relation == Relation::Alike;
        let worst = self.pairs.iter_mut().enumerate().filter(alike).min_by_key(|(_, pair)| pair.link.likeness).map(|(at, _)| at);
        for (at, pair) in self.pairs.iter_mut().enumerate().filter(alike) {
            if Some(at) != worst {
                let more = (1_000 - pair.link.likeness) * model::ALIKE_AGAIN / 1_000;
                pair.link.likeness = pair.link.likeness.saturating_sub(more);
            }
        }
    }

    /// Salman bin Muhammad is not Muhammad bin Salman: the words on the two sides of "son of" agree crosswise.
    fn exchanges_father_and_son(&self, asked: &Asked, dictionary: &Dictionary, words: &[u32]) -> bool {
        let son_of = |word: &[u8]| matches!(word, b"bin" | b"ibn" | b"ben" | b"bint" | b"binti" | b"bn" | b"ould" | b"walad");
        let partner = |slot: usize| self.pairs.iter().find(|pair| usize::from(pair.slot) == slot).map(|pair| usize::from(pair.place));
        let between = |at: usize, count: usize| at > 0 && at + 1 < count;
        let listed = words.iter().position(|word| son_of(dictionary.letters.get(*word)));
        let here = asked.slots.iter().position(|slot| son_of(slot.form().letters.as_bytes()));
        match (here, listed) {
            (Some(here), Some(listed)) if between(here, asked.slots.len()) && between(listed, words.len()) => {
                partner(here - 1) == Some(listed + 1) && partner(here + 1) == Some(listed - 1)
            }
            _ => false,
        }
    }

    /// Names of nothing but general words (Global Trading) are told apart by their legal forms.
    fn differs_in_form_alone(&self, dictionary: &Dictionary, words: &[u32]) -> bool {
        let part = |pair: &Pair| dictionary.parts[words[usize::from(pair.place)] as usize];
        let forms = |pair: &&Pair| matches!(part(pair), Part::Form(_));
        self.pairs.iter().all(|pair| !matches!(part(pair), Part::Plain | Part::Number))
            && self.pairs.iter().filter(forms).any(|pair| pair.link.relation == Relation::SameClass)
    }

    /// 0 ..= 10,000.
    pub fn score(&self) -> u32 {
        let lost = self.paired - self.agreed + self.alone + self.contradicts;
        let score = score(self.agreed, lost);
        if self.names_in_full { score.max(model::NAMES_IN_FULL) } else { score }
    }

    /// The place after which listed words may have been cut off the question: that of its last word, when no other word lies beyond.
    pub fn cut_after(&self, asked: &Asked) -> usize {
        let end = asked.slots.len() as u16;
        let last = self.pairs.iter().find(|pair| pair.slot + pair.slot_span == end);
        match last {
            // A cut leaves a word or its beginning, not two words that merely sound like one.
            Some(last) if last.slot_span > 1 && last.link.likeness < model::JOINED => usize::MAX,
            Some(last) if asked.long && self.pairs.iter().all(|pair| pair.place <= last.place) => usize::from(last.place + last.place_span),
            _ => usize::MAX,
        }
    }
}

fn same_words(asked: &Asked, dictionary: &Dictionary, words: &[u32]) -> bool {
    let same = |(slot, word): (&Slot, &u32)| slot.form().letters.as_bytes() == dictionary.letters.get(*word);
    asked.slots.len() == words.len() && asked.slots.iter().zip(words).all(same)
}

/// What a listed word costs that the question lacks.
pub fn listed_loss(asked: &Asked, dictionary: &Dictionary, word: u32) -> u32 {
    let rate = match dictionary.parts[word as usize] {
        Part::Number => model::NUMBER_ALONE,
        _ if asked.person => model::PERSON_NOT_ASKED,
        _ => model::NOT_ASKED,
    };
    u32::from(dictionary.weights[word as usize]) * rate
}

/// What a listed word costs at least that the question lacks, in thousandths of its weight.
pub fn least_listed_rate(asked: &Asked) -> u32 {
    let rate = if asked.person { model::PERSON_NOT_ASKED } else { model::NOT_ASKED };
    if asked.long { rate * model::CUT_OFF / 1_000 } else { rate }
}

/// [`listed_loss`] of a word at a place, less when it stands after the end of a question that was cut.
pub fn listed_loss_at(asked: &Asked, dictionary: &Dictionary, word: u32, place: usize, cut: usize) -> u32 {
    let loss = listed_loss(asked, dictionary, word);
    if place >= cut { loss / 1_000 * model::CUT_OFF + loss % 1_000 * model::CUT_OFF / 1_000 } else { loss }
}

/// The weight of a listed word that names, as [`Slot::naming`] is that of one of the question, for telling a contradiction from words that only qualify.
pub fn naming(dictionary: &Dictionary, word: u32) -> u32 {
    let names = dictionary.parts[word as usize] == Part::Plain && dictionary.shapes[word as usize].letters_length >= 2;
    if names { u32::from(dictionary.weights[word as usize]) } else { 0 }
}

/// What it costs that each side names what the other does not, by the weights of the words that do. Rises with both.
pub fn contradiction(only_asked: u32, only_listed: u32) -> u32 {
    let less = only_asked.min(only_listed);
    (only_asked.min(2 * less) + only_listed.min(2 * less)) * model::CONTRADICTS
}

/// The score of so much agreement at such a cost: rises with the one, falls with the other, so a bound on them bounds it.
pub fn score(agreed: u32, lost: u32) -> u32 {
    if agreed == 0 {
        return 0;
    }
    let whole = u64::from(agreed) + u64::from(lost);
    let lost_share = (u64::from(lost) * 1_000 / whole) as u32;
    let identifies = model::word_for_word(model::identifies(agreed / 1_000).max(model::in_full(lost_share)), lost_share);
    (u64::from(agreed) * u64::from(identifies * 10) / whole) as u32
}

/// Whether [`score`] is at least the threshold; told without a division where it is not by far.
pub fn reaches(agreed: u32, lost: u32, threshold: u32) -> bool {
    let most = u64::from(agreed) * 10_000;
    let needed = u64::from(agreed) * u64::from(threshold) + u64::from(lost) * u64::from(threshold);
    most >= needed && score(agreed, lost) >= threshold
}

/// Bits of `span` words from `at`; words from the 63rd on share a bit, so at most one of them is paired.
fn bits(at: u16, span: u16) -> u64 {
    (at..at + span).fold(0, |bits, at| bits | 1u64 << at.min(63))
}

fn option(asked: &Asked, dictionary: &Dictionary, words: &[u32], place: usize, tie: &Tie, start: u16) -> (u32, Pair) {
    let place_span = if tie.next == u32::MAX { 1 } else { 2 };
    let slots: u32 = (start..start + tie.span).map(|slot| asked.slots[slot as usize].loss()).sum();
    let mut listed: u32 = words[place..place + place_span].iter().map(|word| listed_loss(asked, dictionary, *word)).sum();
    let ends = asked.long && usize::from(start + tie.span) == asked.slots.len();
    if ends && matches!(tie.link.relation, Relation::Beginning | Relation::Initial) {
        listed = listed.min(model::BEGUN);
    }
    let lost = tie.link.weight * 1_000 - tie.link.gain();
    let value = (tie.link.gain() + slots + listed).saturating_sub(lost);
    let pair = Pair { slot: start, slot_span: tie.span, place: place as u16, place_span: place_span as u16, link: tie.link };
    (value, pair)
}
