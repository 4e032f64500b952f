//! The question's words, with every word of the lists that each relates to.

use redzone_names::{Reading, other_spellings};

use crate::dictionary::Dictionary;
use crate::form::{Form, Heard, Writing};
use crate::lookup::{Classes, Seen, Sought, alike_in_full, may_be_alike_in_full, related};
use crate::model::{self, Relation};
use crate::relate::{Link, relate};
use crate::slot::{Slot, rate_ends};
use crate::strings::hash;
use crate::ties::Tie;
use crate::vocabulary::{Part, Vocabulary};

/// More words than this in one name are not compared: the answer says so.
pub const MAX_WORDS: usize = 64;

/// What is known of the text as a whole.
#[derive(Clone, Copy)]
pub struct About {
    /// It may have been cut at a field's end.
    pub long: bool,
    /// It is asked as a person's name.
    pub person: bool,
    /// It is written in Han characters or Hangul, and spelled by a standard here.
    pub standard: bool,
    /// It is asked as an organisation's name.
    pub organisation: bool,
}

impl About {
    fn writing(self, reading: &Reading) -> Writing {
        Writing { vowels: reading.vowels, standard: self.standard, organisation: self.organisation }
    }
}

/// The words of one reading and their ties.
pub struct Asked {
    /// The words in order.
    pub slots: Vec<Slot>,
    /// What listed words tie to them.
    pub ties: Vec<Tie>,
    /// How many words were looked at.
    pub steps: u64,
    /// Whether the text is so long that it may have been cut at a field's end.
    pub long: bool,
    /// Whether it is asked as a person's name.
    pub person: bool,
    /// What a name must score by its words.
    pub needed: u32,
}

impl Asked {
    /// Reads every word and finds those ties that a table names by a key; [`Asked::look_up_rest`] finds the others.
    pub fn new(
        reading: &Reading,
        about: About,
        dictionary: &Dictionary,
        classes: &Classes,
        vocabulary: &Vocabulary,
        seen: &mut Seen,
    ) -> Asked {
        let mut slots: Vec<Slot> = reading
            .words
            .iter()
            .enumerate()
            .map(|(at, word)| {
                let mut forms = vec![Form::new(word, about.writing(reading), false, vocabulary)];
                forms.extend(other_spellings(word).iter().map(|(other, _)| Form::new(other, about.writing(reading), true, vocabulary)));
                Slot::new(forms, about.person, about.long && at + 1 == reading.words.len())
            })
            .collect();
        if about.person {
            rate_ends(&mut slots, about.standard);
        }
        for at in 1..slots.len() {
            slots[at].first = (0..at).find(|first| slots[*first].is_again(&slots[at]));
            if let Some(first) = slots[at].first {
                let before = (first + 1..at).rev().find(|before| slots[*before].first == Some(first));
                slots[before.unwrap_or(first)].again = Some(at as u16);
            }
        }
        let mut asked = Asked { slots, ties: Vec::new(), steps: 0, long: about.long, person: about.person, needed: 0 };
        for slot in 0..asked.slots.len() {
            if asked.slots[slot].first.is_none() && !asked.slots[slot].is_letter() {
                asked.look_up(slot, Sought::Keyed, dictionary, classes, seen);
                asked.look_up_neighbours(slot, dictionary);
            }
            asked.look_up_joined(slot, 2, reading, about, dictionary, classes, vocabulary, seen);
            // Arabic script: Sa'd al-Din is one word in many spellings. Organisations: Roso boron export. Three words of a person's
            // name that make one listed word are mostly another person's three names.
            if !about.person || !reading.vowels && reading.words.get(slot + 1).is_some_and(|word| word == "al") {
                asked.look_up_joined(slot, 3, reading, about, dictionary, classes, vocabulary, seen);
            }
        }
        asked
    }

    /// What it costs when nothing listed agrees with any word.
    pub fn loss(&self) -> u32 {
        self.slots.iter().map(Slot::loss).sum()
    }

    /// Where a tie may lie: at its word of the question, or at one that is the same.
    pub fn starts(&self, tie: &Tie) -> impl Iterator<Item = u16> {
        let again = tie.span == 1;
        std::iter::successors(Some(tie.slot), move |at| self.slots[usize::from(*at)].again.filter(|_| again))
    }

    /// Finds the other ties of every word that was not left, or is remembered.
    pub fn look_up_rest(&mut self, dictionary: &Dictionary, classes: &Classes, seen: &mut Seen) {
        // The same word is left wherever it stands, or nowhere.
        for at in 0..self.slots.len() {
            if let Some(first) = self.slots[at].first {
                self.slots[first].left &= self.slots[at].left;
            }
        }
        for slot in 0..self.slots.len() {
            let own = &self.slots[slot];
            let left = match own.first {
                Some(first) => self.slots[first].left,
                None => own.left && (own.is_letter() || !own.forms.iter().all(|form| seen.remembers(form, Sought::Misspelt))),
            };
            self.slots[slot].left = left;
            if !left {
                self.look_up_others(slot, dictionary, classes, seen);
            }
        }
    }

    /// Looks up the words that were left after all.
    pub fn take_up(&mut self, dictionary: &Dictionary, classes: &Classes, seen: &mut Seen) {
        for slot in 0..self.slots.len() {
            if std::mem::take(&mut self.slots[slot].left) {
                self.look_up_others(slot, dictionary, classes, seen);
            }
        }
    }

    fn look_up_others(&mut self, slot: usize, dictionary: &Dictionary, classes: &Classes, seen: &mut Seen) {
        let own = &self.slots[slot];
        let sought = if own.is_letter() { Sought::Keyed } else { Sought::Misspelt };
        if own.first.is_none() {
            self.look_up(slot, sought, dictionary, classes, seen);
        }
    }

    /// Adds the ties of listed words to the words that were left.
    pub fn compare_left(&mut self, dictionary: &Dictionary, words: &[u32]) {
        for (at, slot) in self.slots.iter().enumerate().filter(|(_, slot)| slot.left && slot.first.is_none()) {
            slot.compare(dictionary, words, |word, link| self.ties.push(Tie::new(word, at, 1, link)));
        }
    }

    fn look_up(&mut self, slot: usize, sought: Sought, dictionary: &Dictionary, classes: &Classes, seen: &mut Seen) {
        let own = &self.slots[slot];
        for form in &own.forms {
            let ties = &mut self.ties;
            self.steps += related(form, sought, dictionary, classes, seen, |word, link| {
                ties.extend(own.fit(form, dictionary, word, link).map(|link| Tie::new(word, slot, 1, link)));
            });
        }
    }

    /// Two listed neighbours that are written as one here.
    fn look_up_neighbours(&mut self, slot: usize, dictionary: &Dictionary) {
        for form in &self.slots[slot].forms {
            let key = hash(form.letters.as_bytes());
            for (_, first, second) in dictionary.neighbours.get(key) {
                let (a, b) = (dictionary.letters.get(*first), dictionary.letters.get(*second));
                if form.letters.as_bytes().strip_prefix(a) == Some(b) {
                    let listed = u32::from(dictionary.weights[*first as usize]) + u32::from(dictionary.weights[*second as usize]);
                    let link = Link { relation: Relation::Joined, likeness: model::JOINED, weight: form.weight.min(listed) };
                    self.ties.push(Tie::with_next(*first, *second, slot, 1, link));
                }
            }
        }
    }

    /// Two or three neighbours of the question that are one word on a list.
    #[allow(clippy::too_many_arguments)] // All of the search's tables; a struct for one caller would say no more.
    fn look_up_joined(
        &mut self,
        slot: usize,
        span: usize,
        reading: &Reading,
        about: About,
        dictionary: &Dictionary,
        classes: &Classes,
        vocabulary: &Vocabulary,
        seen: &mut Seen,
    ) {
        let Some(words) = reading.words.get(slot..slot + span) else { return };
        let (a, b) = (self.slots[slot].form().part, self.slots[slot + 1].form().part);
        let joined = words.concat();
        if a == Part::Number || b == Part::Number || joined.len() < 3 {
            return;
        }
        let heard = Heard::new(&joined, about.writing(reading));
        let fuzzy = a == Part::Particle && heard.sound.len() >= 5;
        if !fuzzy && !may_be_alike_in_full(&heard, dictionary) {
            return;
        }
        let form = Form::of(&joined, heard, about.writing(reading), false, vocabulary);
        let mut ties = Vec::new();
        let bare = form.vowels == 0;
        let second = self.slots[slot + 1].form();
        let mut keep = |word: u32, link: Link| {
            let kept = match link.relation {
                Relation::Same | Relation::SameSound => true,
                // Not where the second word alone says it better: "el senor" is no misspelling of "senor".
                Relation::Alike => fuzzy && relate(second, dictionary, word).is_none_or(|alone| alone.gain() < link.gain()),
                Relation::Consonants => bare && form.bones.len() >= 4,
                _ => false,
            };
            if kept {
                let likeness = link.likeness * model::JOINED / 1_000;
                // Consonants tell as little of two words in one as of each where the vowels could have been written.
                let told = link.relation == Relation::Consonants && reading.vowels;
                let weight = if told { link.weight } else { u32::from(dictionary.weights[word as usize]) };
                let link = Link { relation: Relation::Joined, likeness, weight };
                ties.push(Tie::new(word, slot, span, link));
            }
        };
        if fuzzy {
            for sought in [Sought::Keyed, Sought::Misspelt] {
                self.steps += related(&form, sought, dictionary, classes, seen, &mut keep);
            }
        } else {
            alike_in_full(&form, dictionary, keep);
        }
        self.ties.extend(ties);
    }
}
