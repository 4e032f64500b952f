//! A spelling of a word of the question, prepared to be compared with many listed words.

use redzone_names::{Pattern, skeleton, sound};

use crate::model;
use crate::shape::{Reach, Shape, figures, inner_vowels, vowels};
use crate::strings::hash;
use crate::vocabulary::{Part, Vocabulary};

/// How a question is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writing {
    /// It states short vowels.
    pub vowels: bool,
    /// It was spelled here by a standard.
    pub standard: bool,
    /// It names an organisation, as far as the question says.
    pub organisation: bool,
}

/// One spelling of a word of the question, with what comparing needs.
#[derive(Clone, Debug)]
pub struct Form {
    /// Folded letters.
    pub letters: String,
    /// As it sounds.
    pub sound: Vec<u8>,
    /// Its sound, prepared.
    pub pattern: Pattern,
    /// Its letters, prepared.
    pub letter_pattern: Pattern,
    /// Which sounds may be alike.
    pub reach: Reach,
    /// Which letters may be alike.
    pub letter_reach: Reach,
    /// Whether its letters are its sound.
    pub as_it_sounds: bool,
    /// Its consonants.
    pub bones: Vec<u8>,
    /// Their hash.
    pub bone_key: u32,
    /// How many vowels it writes between its letters; none where the writing has none, whatever stands for long ones.
    pub vowels: u8,
    /// See [`figures`].
    pub figures: u16,
    /// It may be no further from a listed word than this.
    pub most_cost: u32,
    /// What it means, where words of several languages mean it; else 0.
    pub meaning: u16,
    /// The part it plays.
    pub part: Part,
    /// What it weighs, in tenths of a bit.
    pub weight: u32,
    /// Whether it is a rereading of what was written: digits or look-alike pairs.
    pub reread: bool,
    /// How the question is written.
    pub writing: Writing,
}

/// In which way a listed word may be within a few edits.
#[derive(Clone, Copy)]
pub struct Near {
    /// By its sound.
    pub sound: bool,
    /// By its letters.
    pub letters: bool,
}

/// How a folded word sounds: a third of the work that its [`Form`] is, and enough to tell that no listed word sounds so.
pub struct Heard {
    /// See [`Form`].
    pub sound: Vec<u8>,
    /// See [`Form`].
    pub bones: Vec<u8>,
    /// See [`Form`].
    pub vowels: u8,
}

impl Heard {
    /// A folded word, from a writing that states vowels or not.
    pub fn new(letters: &str, writing: Writing) -> Heard {
        let (mut heard, mut bones) = (Vec::new(), Vec::new());
        // Where vowels are not written a j after a consonant is no Slavic glide: n-j-a-r is Najjar.
        if !writing.vowels && letters.contains('j') {
            sound(&letters.replace('j', "dj"), &mut heard)
        } else {
            sound(letters, &mut heard)
        }
        skeleton(&heard, &mut bones);
        let vowels = if writing.vowels { inner_vowels(letters.as_bytes()) } else { 0 };
        Heard { sound: heard, bones, vowels }
    }
}

impl Form {
    /// A folded word, from a writing that states vowels or not.
    pub fn new(letters: &str, writing: Writing, reread: bool, vocabulary: &Vocabulary) -> Form {
        Form::of(letters, Heard::new(letters, writing), writing, reread, vocabulary)
    }

    /// A folded word that was heard.
    pub fn of(letters: &str, heard: Heard, writing: Writing, reread: bool, vocabulary: &Vocabulary) -> Form {
        let Heard { sound: heard, bones, vowels: inner } = heard;
        let most_cost = match writing.standard {
            true if vowels(&heard) <= 1 => 0,
            true => model::STANDARD_COST,
            false => u32::MAX,
        };
        let joins = writing.organisation && vocabulary.is_preposition(letters);
        let (part, meaning) = vocabulary.part_and_meaning(letters);
        let part = if joins { Part::Particle } else { part };
        Form {
            letters: letters.to_owned(),
            pattern: Pattern::new(&heard),
            letter_pattern: Pattern::new(letters.as_bytes()),
            reach: Reach::new(&heard, most_cost),
            letter_reach: Reach::new(letters.as_bytes(), most_cost),
            most_cost,
            meaning,
            vowels: inner,
            figures: figures(letters.as_bytes()),
            part,
            weight: vocabulary.weight(letters, part),
            bone_key: hash(&bones),
            as_it_sounds: heard == letters.as_bytes(),
            sound: heard,
            bones,
            reread,
            writing,
        }
    }

    /// Whether a listed word may be within a few edits, by sound or by letters. Cheap, and never wrongly no.
    pub fn near(&self, shape: &Shape) -> Option<Near> {
        let near = Near { sound: self.sounds_near(shape), letters: self.letters_near(shape) };
        (near.sound || near.letters).then_some(near)
    }

    /// Whether a listed word may be within a few edits by its sound.
    pub fn sounds_near(&self, shape: &Shape) -> bool {
        self.reach.allows(shape.sound, shape.sound_length)
    }

    /// Whether it may be by its letters. Those that are the sound on both sides would say the same again.
    pub fn letters_near(&self, shape: &Shape) -> bool {
        !(self.as_it_sounds && shape.as_it_sounds) && self.letter_reach.allows(shape.letters, shape.letters_length)
    }
}
