//! The question's words, with every word of the lists that each relates to.

use redzone_names::{Reading, other_spellings};

use crate::dictionary::{Dictionary, hash};
use crate::lookup::{Classes, Seen, related};
use crate::model::{self, Relation};
use crate::relate::{Form, Link};
use crate::vocabulary::{Part, Vocabulary};

/// More words than this in one name are not compared: the answer says so.
pub const MAX_WORDS: usize = 64;

/// A word of the question.
pub struct Slot {
    /// Its spelling as folded, then rereadings.
    pub forms: Vec<Form>,
}

impl Slot {
    /// The word itself.
    pub fn form(&self) -> &Form {
        &self.forms[0]
    }

    /// What it costs when nothing listed agrees with it.
    pub fn loss(&self) -> u32 {
        self.form().weight * if self.form().part == Part::Number { model::NUMBER_ALONE } else { model::NOT_LISTED }
    }
}

/// A listed word, or two neighbours, that agree with a word of the question, or with two neighbours.
#[derive(Clone, Copy, Debug)]
pub struct Tie {
    /// The listed word.
    pub word: u32,
    /// The next listed word, when two stand for one; else `u32::MAX`.
    pub next: u32,
    /// The word of the question.
    pub slot: u16,
    /// How many words of the question: 1 or 2.
    pub span: u16,
    /// What they have in common.
    pub link: Link,
}

/// The words of one reading and all their ties.
pub struct Asked {
    /// The words in order.
    pub slots: Vec<Slot>,
    /// Sorted by `word`.
    pub ties: Vec<Tie>,
    /// How many words were looked at.
    pub steps: u64,
}

impl Asked {
    /// Looks every word up.
    pub fn new(reading: &Reading, dictionary: &Dictionary, classes: &Classes, vocabulary: &Vocabulary, seen: &mut Seen) -> Asked {
        let slots: Vec<Slot> = reading
            .words
            .iter()
            .map(|word| {
                let mut forms = vec![Form::new(word, reading.vowels, false, vocabulary)];
                forms.extend(other_spellings(word).iter().map(|(other, _)| Form::new(other, reading.vowels, true, vocabulary)));
                Slot { forms }
            })
            .collect();
        let mut asked = Asked { slots, ties: Vec::new(), steps: 0 };
        for slot in 0..asked.slots.len() {
            asked.look_up(slot, dictionary, classes, seen);
            asked.look_up_joined(slot, reading, dictionary, classes, vocabulary, seen);
        }
        // One tie for each pair of places: the best.
        asked.ties.sort_unstable_by_key(|tie| (tie.word, tie.next, tie.slot, tie.span, u32::MAX - tie.link.gain()));
        asked.ties.dedup_by_key(|tie| (tie.word, tie.next, tie.slot, tie.span));
        asked
    }

    fn look_up(&mut self, slot: usize, dictionary: &Dictionary, classes: &Classes, seen: &mut Seen) {
        for form in &self.slots[slot].forms {
            let ties = &mut self.ties;
            self.steps += related(form, dictionary, classes, seen, |word, link| {
                ties.push(Tie { word, next: u32::MAX, slot: slot as u16, span: 1, link });
            });
            // Two listed neighbours written as one here.
            let key = hash(&form.sound);
            let from = dictionary.neighbours.partition_point(|(at, ..)| *at < key);
            for (_, first, second) in dictionary.neighbours[from..].iter().take_while(|(at, ..)| *at == key) {
                let (a, b) = (dictionary.sounds.get(*first), dictionary.sounds.get(*second));
                if a.len() + b.len() == form.sound.len() && form.sound.starts_with(a) && form.sound.ends_with(b) {
                    let listed = u32::from(dictionary.weights[*first as usize]) + u32::from(dictionary.weights[*second as usize]);
                    let link = Link { relation: Relation::Joined, likeness: model::JOINED, weight: form.weight.min(listed) };
                    ties.push(Tie { word: *first, next: *second, slot: slot as u16, span: 1, link });
                }
            }
        }
    }

    /// Two neighbours of the question that are one word on a list.
    fn look_up_joined(
        &mut self,
        slot: usize,
        reading: &Reading,
        dictionary: &Dictionary,
        classes: &Classes,
        vocabulary: &Vocabulary,
        seen: &mut Seen,
    ) {
        let Some(next) = reading.words.get(slot + 1) else { return };
        let (a, b) = (self.slots[slot].form().part, self.slots[slot + 1].form().part);
        let joined = format!("{}{next}", reading.words[slot]);
        if a == Part::Number || b == Part::Number || joined.len() < 3 {
            return;
        }
        let form = Form::new(&joined, reading.vowels, false, vocabulary);
        let fuzzy = a == Part::Particle && form.sound.len() >= 5;
        let mut ties = Vec::new();
        self.steps += related(&form, dictionary, classes, seen, |word, link| {
            let kept = matches!(link.relation, Relation::Same | Relation::SameSound) || (fuzzy && link.relation == Relation::Alike);
            if kept {
                let likeness = link.likeness.min(1_000) * model::JOINED / 1_000;
                let weight = u32::from(dictionary.weights[word as usize]);
                let link = Link { relation: Relation::Joined, likeness, weight };
                ties.push(Tie { word, next: u32::MAX, slot: slot as u16, span: 2, link });
            }
        });
        self.ties.extend(ties);
    }
}
