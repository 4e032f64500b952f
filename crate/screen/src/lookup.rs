//! Finding every listed word that [`relate`] would relate to a word of the question.
//!
//! Each relation has a search that reaches all its words: edits by the delete table, sounds and consonants by key, shortenings by
//! the ranges of their beginnings, classes by their lists. What they reach is asked
//! of [`relate`]; nothing else decides.

use crate::dictionary::Dictionary;
use crate::form::{Form, Heard, Near};
use crate::keyed::Keyed;
use crate::order;
use crate::recall::Recall;
use crate::relate::{Link, relate, relate_alike, shortened};
use crate::shape::is_terse;
use crate::stamps::Stamps;
use crate::strings::hash;
use crate::vocabulary::Part;

/// Scratch of look-ups: which words were asked about already, and what earlier ones found.
pub struct Seen {
    /// For each [`Sought`].
    recalls: [Recall; 2],
    words: Stamps,
}

impl Default for Seen {
    fn default() -> Seen {
        Seen { recalls: [Sought::Keyed, Sought::Misspelt].map(Recall::new), words: Stamps::default() }
    }
}

impl Seen {
    /// Whether [`related`] knows what it would find.
    pub fn remembers(&self, form: &Form, sought: Sought) -> bool {
        self.recalls[sought as usize].remembers(form)
    }
}

/// Which words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// Those that a table names by a key of the form: its sound, its consonants, its beginning, its meaning.
    Keyed,
    /// Those spelled alike. Looking for them is most of what a question costs.
    Misspelt,
}

/// Calls `found` once for every word that relates to the form in that way; some that are spelled alike are found by a key too. Returns how
/// many words were looked at.
pub fn related(
    form: &Form,
    sought: Sought,
    dictionary: &Dictionary,
    classes: &Classes,
    seen: &mut Seen,
    mut found: impl FnMut(u32, Link),
) -> u64 {
    if let Some(steps) = seen.recalls[sought as usize].again(form, &dictionary.weights, &mut found) {
        return steps;
    }
    seen.words.start(dictionary.letters.len());
    let mut recall = std::mem::take(&mut seen.recalls[sought as usize]);
    let mut note = |word, link| {
        recall.note(word, link);
        found(word, link);
    };
    let steps = match sought {
        Sought::Keyed => keyed(form, dictionary, classes, seen, &mut note),
        Sought::Misspelt => misspelt(form, dictionary, seen, &mut note),
    };
    recall.keep(form, dictionary.letters.len(), steps);
    seen.recalls[sought as usize] = recall;
    steps
}

/// The words spelled like the form.
fn misspelt(form: &Form, dictionary: &Dictionary, seen: &mut Seen, found: &mut dyn FnMut(u32, Link)) -> u64 {
    let mut steps = 0;
    if form.part == Part::Number {
        return steps;
    }
    let mut ask = |word: u32, near: Near| relate_alike(form, near, dictionary, word).into_iter().for_each(|link| found(word, link));
    let Some(deletes) = dictionary.deletes() else {
        for (shape, word) in dictionary.shapes.iter().zip(0..) {
            form.near(shape).into_iter().for_each(|near| ask(word, near));
        }
        return dictionary.shapes.len() as u64;
    };
    // Stages of a word: met by its sound, met by its letters, asked about.
    let (by_sound, by_letters, asked_about) = (0, 1, 2);
    deletes.near(&form.sound, |word| {
        steps += 1;
        if !seen.words.raise(word, by_sound) {
            return;
        }
        let shape = &dictionary.shapes[word as usize];
        let sound = form.sounds_near(shape);
        // Its letters are looked up after this.
        if !sound && !form.as_it_sounds {
            return;
        }
        let near = Near { sound, letters: form.letters_near(shape) };
        if near.sound || near.letters {
            seen.words.raise(word, asked_about);
            ask(word, near);
        }
    });
    if !form.as_it_sounds {
        // Whatever is near by its sound was found by it.
        deletes.near(form.letters.as_bytes(), |word| {
            steps += 1;
            if seen.words.raise(word, by_letters) && form.letters_near(&dictionary.shapes[word as usize]) {
                ask(word, Near { sound: false, letters: true });
            }
        });
    }
    steps
}

fn keyed(form: &Form, dictionary: &Dictionary, classes: &Classes, seen: &mut Seen, found: &mut dyn FnMut(u32, Link)) -> u64 {
    let mut steps = 0u64;
    let mut ask = |word: u32, seen: &mut Seen| {
        if seen.words.first(word)
            && let Some(link) = relate(form, dictionary, word)
        {
            found(word, link);
        }
    };
    if form.part == Part::Number {
        dictionary.find(form.letters.as_bytes()).into_iter().for_each(|word| ask(word, seen));
        classes.meaning(form.meaning).for_each(|word| ask(word, seen));
        return 1;
    }
    let letters = form.letters.as_bytes();
    // The same sound, which the same letters have.
    for (_, word) in dictionary.sound_keys.get(hash(&form.sound)) {
        ask(*word, seen);
    }
    // Consonants alone.
    if form.bones.len() >= 2 {
        for (_, word) in dictionary.skeletons.get(form.bone_key) {
            ask(*word, seen);
        }
    }
    // Shortenings: the word begins others, others begin it, or letters were left out of one of them.
    let first = form.letters.chars().next().map_or(0, char::len_utf8);
    let (mut words, mut range) = (dictionary.all_words(), 0..0);
    for (depth, byte) in letters.iter().enumerate() {
        words = dictionary.narrowed(words, depth, *byte);
        if depth + 1 == first {
            range = words.clone();
        }
        if depth + 1 >= first && depth + 1 < letters.len() && !words.is_empty() && dictionary.letters.get(words.start).len() == depth + 1 {
            ask(words.start, seen);
        }
    }
    words.for_each(|word| ask(word, seen));
    let terse = &dictionary.terse;
    let terse = &terse[terse.partition_point(|word| *word < range.start)..terse.partition_point(|word| *word < range.end)];
    let (some, all) = if is_terse(letters) { (&[][..], range) } else { (terse, 0..0) };
    for word in some.iter().copied().chain(all) {
        steps += 1;
        if form.letter_reach.may_shorten(&dictionary.shapes[word as usize]) && shortened(form, dictionary, word).is_some() {
            ask(word, seen);
        }
    }
    classes.meaning(form.meaning).for_each(|word| ask(word, seen));
    match form.part {
        Part::Form(_) => classes.forms.iter().for_each(|word| ask(*word, seen)),
        Part::Title => classes.titles.iter().for_each(|word| ask(*word, seen)),
        _ => {}
    }
    steps
}

/// Calls `found` for the words that sound like the form, and for those with its consonants when it writes no vowels.
pub fn alike_in_full(form: &Form, dictionary: &Dictionary, mut found: impl FnMut(u32, Link)) {
    let mut ask = |table: &Keyed<(u32, u32)>, key: u32| {
        for (_, word) in table.get(key) {
            if let Some(link) = relate(form, dictionary, *word) {
                found(*word, link);
            }
        }
    };
    ask(&dictionary.sound_keys, hash(&form.sound));
    if form.vowels == 0 {
        ask(&dictionary.skeletons, form.bone_key);
    }
}

/// Whether [`alike_in_full`] would look at any word.
pub fn may_be_alike_in_full(heard: &Heard, dictionary: &Dictionary) -> bool {
    let has = |table: &Keyed<(u32, u32)>, writing: &[u8]| !table.get(hash(writing)).is_empty();
    has(&dictionary.sound_keys, &heard.sound) || heard.vowels == 0 && has(&dictionary.skeletons, &heard.bones)
}

/// The legal forms and titles among the words.
pub struct Classes {
    forms: Vec<u32>,
    titles: Vec<u32>,
    meanings: Vec<(u16, u32)>,
}

impl Classes {
    /// Collects them.
    pub fn new(dictionary: &Dictionary) -> Classes {
        let with = |wanted: fn(Part) -> bool| {
            (0..dictionary.parts.len() as u32).filter(|word| wanted(dictionary.parts[*word as usize])).collect::<Vec<u32>>()
        };
        let mut meanings: Vec<(u16, u32)> =
            dictionary.meanings.iter().zip(0..).filter(|(meaning, _)| **meaning > 0).map(|(meaning, word)| (*meaning, word)).collect();
        order::sort(&mut meanings);
        Classes { forms: with(|part| matches!(part, Part::Form(_))), titles: with(|part| part == Part::Title), meanings }
    }

    /// The words with a meaning; none for 0.
    fn meaning(&self, meaning: u16) -> impl Iterator<Item = u32> {
        let from = self.meanings.partition_point(|(other, _)| *other < meaning.max(1));
        self.meanings[from..].iter().take_while(move |(other, _)| *other == meaning).map(|(_, word)| *word)
    }
}
