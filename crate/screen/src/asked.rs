//! The question's words, with every word of the lists that each relates to.

use redzone_names::{Reading, other_spellings};

use crate::dictionary::Dictionary;
use crate::lookup::{Classes, Seen, alike_in_full, related};
use crate::model::{self, Relation};
use crate::order;
use crate::relate::{Form, Link, Writing, relate};
use crate::strings::hash;
use crate::vocabulary::{Part, Vocabulary};

/// More words than this in one name are not compared: the answer says so.
pub const MAX_WORDS: usize = 64;

/// A word of the question.
pub struct Slot {
    /// Its spelling as folded, then rereadings.
    pub forms: Vec<Form>,
    /// What it costs when nothing listed agrees with it, in thousandths of its weight.
    rate: u32,
    /// It is where a person's surname stands.
    surname: bool,
}

impl Slot {
    /// The word itself.
    pub fn form(&self) -> &Form {
        &self.forms[0]
    }

    /// What it costs when nothing listed agrees with it.
    pub fn loss(&self) -> u32 {
        self.form().weight * self.rate
    }

    /// What a word of a person's name has in common with a listed word, if one is the shorter form of the other: lists don't cut names short
    /// and nobody is called by the beginning of a surname. `cut` says whether the word may have been cut off at a field's end.
    fn in_persons_name(&self, form: &Form, listed: &[u8], link: Link, cut: bool) -> Option<Link> {
        let listed_is_short = listed.len() < form.letters.len();
        let short = matches!(link.relation, Relation::Initial | Relation::Beginning | Relation::Shortened);
        if short && listed_is_short && self.surname {
            return None;
        }
        let kept = match link.relation {
            Relation::Beginning if !cut => model::PERSON_BEGINNING,
            Relation::Shortened if listed_is_short => model::PERSON_BEGINNING,
            _ => 1_000,
        };
        Some(Link { likeness: link.likeness * kept / 1_000, ..link })
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
    /// How many words of the question: 1 to 3.
    pub span: u16,
    /// What they have in common.
    pub link: Link,
}

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

/// The words of one reading and all their ties.
pub struct Asked {
    /// The words in order.
    pub slots: Vec<Slot>,
    /// Sorted by `word`.
    pub ties: Vec<Tie>,
    /// How many words were looked at.
    pub steps: u64,
    /// Whether the text is so long that it may have been cut at a field's end.
    pub long: bool,
    /// Whether it is asked as a person's name.
    pub person: bool,
}

impl Asked {
    /// Looks every word up.
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
            .map(|word| {
                let mut forms = vec![Form::new(word, about.writing(reading), false, vocabulary)];
                forms.extend(other_spellings(word).iter().map(|(other, _)| Form::new(other, about.writing(reading), true, vocabulary)));
                let rate = match forms[0].part {
                    Part::Number => model::NUMBER_ALONE,
                    _ if about.person => model::PERSON_NOT_LISTED,
                    _ => model::NOT_LISTED,
                };
                Slot { forms, rate, surname: false }
            })
            .collect();
        if about.person {
            rate_ends(&mut slots, about.standard);
        }
        let mut asked = Asked { slots, ties: Vec::new(), steps: 0, long: about.long, person: about.person };
        for slot in 0..asked.slots.len() {
            asked.look_up(slot, dictionary, classes, seen);
            asked.look_up_joined(slot, 2, reading, about, dictionary, classes, vocabulary, seen);
            // Arabic script: Sa'd al-Din is one word in many spellings. Organisations: Roso boron export. Three words of a person's
            // name that make one listed word are mostly another person's three names.
            if !about.person || !reading.vowels && reading.words.get(slot + 1).is_some_and(|word| word == "al") {
                asked.look_up_joined(slot, 3, reading, about, dictionary, classes, vocabulary, seen);
            }
        }
        // One tie for each pair of places: the best.
        let joined = |a: u32, b: u32| u64::from(a) << 32 | u64::from(b);
        order::sort_by_key(&mut asked.ties, |tie| {
            (joined(tie.word, tie.next), joined(u32::from(tie.slot) << 16 | u32::from(tie.span), u32::MAX - tie.link.gain()))
        });
        asked.ties.dedup_by_key(|tie| (tie.word, tie.next, tie.slot, tie.span));
        asked
    }

    fn look_up(&mut self, slot: usize, dictionary: &Dictionary, classes: &Classes, seen: &mut Seen) {
        let cut = self.long && slot + 1 == self.slots.len();
        let own = &self.slots[slot];
        for form in &own.forms {
            let (ties, person) = (&mut self.ties, self.person);
            self.steps += related(form, dictionary, classes, seen, |word, link| {
                let kept = if person { own.in_persons_name(form, dictionary.letters.get(word), link, cut) } else { Some(link) };
                ties.extend(kept.map(|link| Tie { word, next: u32::MAX, slot: slot as u16, span: 1, link }));
            });
            // Two listed neighbours written as one here.
            let key = hash(form.letters.as_bytes());
            let from = dictionary.neighbours.partition_point(|(at, ..)| *at < key);
            for (_, first, second) in dictionary.neighbours[from..].iter().take_while(|(at, ..)| *at == key) {
                let (a, b) = (dictionary.letters.get(*first), dictionary.letters.get(*second));
                if form.letters.as_bytes().strip_prefix(a) == Some(b) {
                    let listed = u32::from(dictionary.weights[*first as usize]) + u32::from(dictionary.weights[*second as usize]);
                    let link = Link { relation: Relation::Joined, likeness: model::JOINED, weight: form.weight.min(listed) };
                    ties.push(Tie { word: *first, next: *second, slot: slot as u16, span: 1, link });
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
        let form = Form::new(&joined, about.writing(reading), false, vocabulary);
        let fuzzy = a == Part::Particle && form.sound.len() >= 5;
        let mut ties = Vec::new();
        let bare = form.vowels == 0;
        let second = self.slots[slot + 1].form();
        let keep = |word: u32, link: Link| {
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
                ties.push(Tie { word, next: u32::MAX, slot: slot as u16, span: span as u16, link });
            }
        };
        if fuzzy {
            self.steps += related(&form, dictionary, classes, seen, keep);
        } else {
            alike_in_full(&form, dictionary, keep);
        }
        self.ties.extend(ties);
    }
}

/// Marks the surname of a person's name and makes its two ends dear. Surnames stand last; in Han characters and Hangul first.
fn rate_ends(slots: &mut [Slot], surname_first: bool) {
    let mut named = slots.iter_mut().filter(|slot| slot.form().part != Part::Title);
    let (first, last) = (named.next(), named.next_back());
    let (mut given, mut surname) = if surname_first { (last, first) } else { (first, last) };
    for end in [&mut given, &mut surname].into_iter().flatten().filter(|end| end.form().part == Part::Plain) {
        end.rate = model::PERSON_END_NOT_LISTED;
    }
    if let Some(surname) = surname {
        surname.surname = true;
    }
}
