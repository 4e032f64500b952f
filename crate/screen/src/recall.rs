//! What was found for words asked before: the words of names come again and again, and what they relate to is always the same.
//!
//! Bounded, and filled in the order of the questions. It holds answers of the search as they were, so it changes none.

use crate::form::{Form, Writing};
use crate::lookup::Sought;
use crate::relate::Link;
use crate::strings::hash;

/// Two to this many words are remembered, each at a place given by its letters; a newer word there takes an older one's.
const BITS: u32 = 13;
/// All remembered words relate to this many listed words at the most, 12 bytes each; then everything is forgotten.
const MOST: usize = 200_000;

/// A listed word and its link, packed.
#[derive(Clone, Copy)]
struct Packed {
    word: u32,
    relation: crate::model::Relation,
    likeness: u16,
    weight: u16,
}

/// What a word of a question relates to.
struct Known {
    letters: Box<str>,
    writing: Writing,
    reread: bool,
    sought: Sought,
    steps: u64,
    related: Box<[Packed]>,
}

/// Words asked before.
#[derive(Default)]
pub struct Recall {
    places: Vec<Option<Known>>,
    links: usize,
    fresh: Vec<Packed>,
}

impl Recall {
    /// Gives everything that was found for the form in that way, and how many words were looked at then; `None` when it is not remembered.
    pub fn again(&self, form: &Form, sought: Sought, mut found: impl FnMut(u32, Link)) -> Option<u64> {
        let known = self.places.get(place(form, sought))?.as_ref()?;
        if *known.letters != *form.letters || (known.writing, known.reread, known.sought) != (form.writing, form.reread, sought) {
            return None;
        }
        for packed in &known.related {
            let link = Link { relation: packed.relation, likeness: u32::from(packed.likeness), weight: u32::from(packed.weight) };
            found(packed.word, link);
        }
        Some(known.steps)
    }

    /// Notes what is being found.
    pub fn note(&mut self, word: u32, link: Link) {
        self.fresh.push(Packed { word, relation: link.relation, likeness: link.likeness as u16, weight: link.weight as u16 });
    }

    /// Remembers what was noted as all that the form relates to in that way.
    pub fn keep(&mut self, form: &Form, sought: Sought, steps: u64) {
        if self.places.is_empty() || self.links + self.fresh.len() > MOST {
            self.links = 0;
            self.places.clear();
            self.places.resize_with(1 << BITS, || None);
        }
        let known = Known {
            letters: form.letters.as_str().into(),
            writing: form.writing,
            reread: form.reread,
            sought,
            steps,
            related: self.fresh.as_slice().into(),
        };
        self.fresh.clear();
        self.links += known.related.len();
        if let Some(older) = self.places[place(form, sought)].replace(known) {
            self.links -= older.related.len();
        }
    }
}

/// A word of an organisation's name has another place than the same word of a person's: files of many names have both, one after the other.
fn place(form: &Form, sought: Sought) -> usize {
    let letters = hash(form.letters.as_bytes()) ^ u32::from(form.writing.organisation) ^ (u32::from(sought == Sought::Misspelt) << 1);
    (letters.wrapping_mul(0x9e37_79b9) >> (32 - BITS)) as usize
}
