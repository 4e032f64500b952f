//! A word of the question.

use crate::dictionary::Dictionary;
use crate::form::Form;
use crate::model::{self, Relation};
use crate::relate::{Link, relate, relate_alike};
use crate::shape::length;
use crate::vocabulary::Part;

/// A word of the question.
pub struct Slot {
    /// Its spelling as folded, then rereadings.
    pub forms: Vec<Form>,
    /// See [`Slot::loss`].
    loss: u32,
    /// See [`Slot::naming`].
    naming: u32,
    /// See [`Slot::most_left`].
    most_left: (u32, u32),
    /// See [`Slot::is_letter`].
    letter: bool,
    /// It is asked as part of a person's name.
    person: bool,
    /// It is where a person's surname stands.
    surname: bool,
    /// It may have been cut off at a field's end.
    cut: bool,
    /// Listed words that are spelled like it, and all that resemble it when it is a letter, are looked for only in the names that other
    /// words of the question bring.
    pub left: bool,
    /// The first word of the question that is the same and relates to the same words: the ties of that one are its own.
    pub first: Option<usize>,
    /// The next word of the question that is the same again.
    pub again: Option<u16>,
}

impl Slot {
    /// A word by its spellings.
    pub fn new(forms: Vec<Form>, person: bool, cut: bool) -> Slot {
        let rate = match forms[0].part {
            Part::Number => model::NUMBER_ALONE,
            _ if person => model::PERSON_NOT_LISTED,
            _ => model::NOT_LISTED,
        };
        let form = &forms[0];
        let names = form.part == Part::Plain && form.letters.len() >= 2;
        let letter = forms.iter().all(|form| form.letters.len() == 1 && form.bones.len() < 2 && form.part != Part::Number);
        let most = |form: &Form| match form.part {
            Part::Number => (0, 0),
            _ if letter => ((form.weight * 1_000).max(model::INITIAL_WEIGHT * model::INITIAL), 0),
            _ => {
                let likeness = model::most_alike(form.sound.len()).max(model::most_alike(form.letters.len()));
                (form.weight * likeness, form.weight * (1_000 - likeness))
            }
        };
        let most_left = forms.iter().map(most).reduce(|a, b| (a.0.max(b.0), a.1.min(b.1))).unwrap_or_default();
        Slot {
            letter,
            most_left,
            loss: form.weight * rate,
            naming: if names { form.weight } else { 0 },
            forms,
            person,
            surname: false,
            cut,
            left: false,
            first: None,
            again: None,
        }
    }

    /// Whether [`Slot::compare`] finds the same for another.
    pub fn is_again(&self, other: &Slot) -> bool {
        let same = |a: &Form, b: &Form| a.letters == b.letters;
        let fit = |slot: &Slot| (slot.person, slot.surname, slot.cut);
        self.forms.len() == other.forms.len() && self.forms.iter().zip(&other.forms).all(|(a, b)| same(a, b)) && fit(self) == fit(other)
    }

    /// The word itself.
    pub fn form(&self) -> &Form {
        &self.forms[0]
    }

    /// What it costs when nothing listed agrees with it.
    pub fn loss(&self) -> u32 {
        self.loss
    }

    /// Its weight if it names, for telling a contradiction from words that only qualify.
    pub fn naming(&self) -> u32 {
        self.naming
    }

    /// Whether it is one letter that sounds as one.
    pub fn is_letter(&self) -> bool {
        self.letter
    }

    /// The most that a tie may bring it that [`Slot::compare`] finds, and what is lost of a tie at least that brings so much.
    pub fn most_left(&self) -> (u32, u32) {
        self.most_left
    }

    /// Calls `found` with those listed words that are spelled like it, or with all that have anything in common with it when it is a letter.
    pub fn compare(&self, dictionary: &Dictionary, words: &[u32], mut found: impl FnMut(u32, Link)) {
        for form in &self.forms {
            for word in words {
                let link = match (self.letter, form.near(&dictionary.shapes[*word as usize])) {
                    (false, Some(near)) => relate_alike(form, near, dictionary, *word),
                    (true, None) if is_unlike_letter(form, dictionary, *word) => None,
                    (true, _) => relate(form, dictionary, *word),
                    (false, None) => None,
                };
                link.and_then(|link| self.fit(form, dictionary, *word, link)).into_iter().for_each(|link| found(*word, link));
            }
        }
    }

    /// What it has in common with a listed word, as one of its spellings has it, if one of the two is not the shorter form of the other: lists
    /// don't cut people's names short and nobody is called by the beginning of a surname.
    pub fn fit(&self, form: &Form, dictionary: &Dictionary, word: u32, link: Link) -> Option<Link> {
        if !self.person {
            return Some(link);
        }
        let listed_is_short = dictionary.letters.get(word).len() < form.letters.len();
        let short = matches!(link.relation, Relation::Initial | Relation::Beginning | Relation::Shortened);
        if short && listed_is_short && self.surname {
            return None;
        }
        let kept = match link.relation {
            Relation::Beginning if !self.cut => model::PERSON_BEGINNING,
            Relation::Shortened if listed_is_short => model::PERSON_BEGINNING,
            _ => 1_000,
        };
        Some(Link { likeness: link.likeness * kept / 1_000, ..link })
    }
}

/// Whether a listed word that is not near a single letter has nothing in common with it: it begins otherwise, is too long to sound like it, and means
/// and is nothing that a letter may mean or be.
fn is_unlike_letter(form: &Form, dictionary: &Dictionary, word: u32) -> bool {
    let plain = matches!(dictionary.parts[word as usize], Part::Plain | Part::Generic) && dictionary.meanings[word as usize] == 0;
    plain
        && dictionary.shapes[word as usize].sound_length > length(&form.sound)
        && dictionary.letters.get(word).first() != form.letters.as_bytes().first()
}

/// Marks the surname of a person's name and makes its two ends dear. Surnames stand last; in Han characters and Hangul first.
pub fn rate_ends(slots: &mut [Slot], surname_first: bool) {
    let mut named = slots.iter_mut().filter(|slot| slot.form().part != Part::Title);
    let (first, last) = (named.next(), named.next_back());
    let (mut given, mut surname) = if surname_first { (last, first) } else { (first, last) };
    for end in [&mut given, &mut surname].into_iter().flatten().filter(|end| end.form().part == Part::Plain) {
        end.loss = end.form().weight * model::PERSON_END_NOT_LISTED;
    }
    if let Some(surname) = surname {
        surname.surname = true;
    }
}
