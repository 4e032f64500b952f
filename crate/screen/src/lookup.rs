//! Finding every listed word that [`relate`] would relate to a word of the question.
//!
//! Each relation has a search that reaches all its words: edits by a sweep of the words of fitting lengths under a consonant bound,
//! sounds and consonants by key, shortenings by the range of the first letter, classes by their lists. What they reach is asked
//! of [`relate`]; nothing else decides.

use crate::dictionary::{Dictionary, hash, length_class};
use crate::model;
use crate::relate::{Form, Link, bits_allow, relate, shortening, writes_vowels};
use crate::vocabulary::Part;

/// Scratch of a look-up: which words were asked about already.
#[derive(Default)]
pub struct Seen {
    stamps: Vec<u32>,
    stamp: u32,
}

impl Seen {
    fn start(&mut self, words: usize) {
        self.stamps.resize(words, 0);
        self.stamp = self.stamp.wrapping_add(1);
        if self.stamp == 0 {
            self.stamps.fill(0);
            self.stamp = 1;
        }
    }

    fn first(&mut self, word: u32) -> bool {
        let stamp = &mut self.stamps[word as usize];
        let first = *stamp != self.stamp;
        *stamp = self.stamp;
        first
    }
}

/// Calls `found` once for every word that relates to the form. Returns how many words were looked at.
pub fn related(form: &Form, dictionary: &Dictionary, classes: &Classes, seen: &mut Seen, mut found: impl FnMut(u32, Link)) -> u64 {
    seen.start(dictionary.letters.len());
    let mut steps = 0u64;
    let mut ask = |word: u32, seen: &mut Seen| {
        if seen.first(word)
            && let Some(link) = relate(form, dictionary, word)
        {
            found(word, link);
        }
    };
    if form.part == Part::Number {
        let range = dictionary.beginning_with(form.letters.as_bytes());
        range.into_iter().take(1).for_each(|word| ask(word, seen));
        return 1;
    }
    // The same sound, which the same letters have.
    for (_, word) in Dictionary::with_key(&dictionary.sound_keys, hash(&form.sound)) {
        ask(*word, seen);
    }
    // Edits: a word of length n is within reach of lengths whose gap costs no more than the limit of the longer one.
    let length = form.sound.len();
    for other in 1..dictionary.lengths.len() - 1 {
        let longer = length.max(other) as u32;
        let last = length_class(usize::MAX);
        let gap = if other == last { 0 } else { length.abs_diff(other) as u32 };
        let limit = if other == last { u32::MAX } else { model::most_cost(longer) };
        if gap * model::CHEAPEST_LETTER > limit {
            continue;
        }
        let class = &dictionary.by_length[dictionary.lengths[other] as usize..dictionary.lengths[other + 1] as usize];
        steps += class.len() as u64;
        for (mask, word) in class {
            if bits_allow(form.mask, *mask, limit) {
                ask(*word, seen);
            }
        }
    }
    // Consonants alone: of all words when the form has no vowels, else of those that have none themselves (they are among the same keys).
    if form.bones.len() >= 2 {
        for (_, word) in Dictionary::with_key(&dictionary.skeletons, hash(&form.bones)) {
            if !form.vowels || !writes_vowels(dictionary.sounds.get(*word)) {
                ask(*word, seen);
            }
        }
    }
    // Shortenings begin with the same letter.
    let first = form.letters.chars().next().map_or(0, char::len_utf8);
    for word in dictionary.beginning_with(&form.letters.as_bytes()[..first]) {
        steps += 1;
        let letters = dictionary.letters.get(word);
        let part = dictionary.parts[word as usize];
        let form_letters = form.letters.as_bytes();
        let shortened = if form_letters.len() < letters.len() {
            shortening(form_letters, letters, form.part, part)
        } else {
            shortening(letters, form_letters, part, form.part)
        };
        if shortened.is_some() {
            ask(word, seen);
        }
    }
    match form.part {
        Part::Form(_) => classes.forms.iter().for_each(|word| ask(*word, seen)),
        Part::Title => classes.titles.iter().for_each(|word| ask(*word, seen)),
        _ => {}
    }
    steps
}

/// The legal forms and titles among the words.
pub struct Classes {
    forms: Vec<u32>,
    titles: Vec<u32>,
}

impl Classes {
    /// Collects them.
    pub fn new(dictionary: &Dictionary) -> Classes {
        let with = |wanted: fn(Part) -> bool| {
            (0..dictionary.parts.len() as u32).filter(|word| wanted(dictionary.parts[*word as usize])).collect::<Vec<u32>>()
        };
        Classes { forms: with(|part| matches!(part, Part::Form(_))), titles: with(|part| part == Part::Title) }
    }
}
