//! Names as people, machines and cheats change them: our own generators, a class each. The same seed gives the same names.
//!
//! The classes are those of the benchmark that judges this project, so far as a listed name alone can give them, and those that supervisors test
//! screening systems with: the UK FCA ("Strengthening our sanctions screening", 2023) and the Monetary Authority of Singapore and Finansinspektionen in
//! their published reviews name exact and near spellings, exchanged and missing words, initials, run-together and broken words, punctuation,
//! legal forms, abbreviations, other scripts, look-alikes and cut fields. Every generator is a few lines here, so a reader can
//! see what a class is.

mod letters;
mod scripts;
mod words;

/// A small generator of pseudo-random numbers (xorshift64*).
pub struct Dice(u64);

impl Dice {
    /// The same numbers for the same seed.
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// 0 ..= `below` - 1.
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % below.max(1)
    }

    /// One of them.
    pub fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.roll(of.len())]
    }

    /// A small Latin letter.
    pub fn letter(&mut self) -> char {
        char::from(b'a' + self.roll(26) as u8)
    }
}

/// Whose names a way changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Anybody's.
    Any,
    /// People's.
    Person,
    /// Companies' and other organisations'.
    Company,
}

/// One way to change a name.
pub struct Way {
    /// The kind of change: benign, degraded, adversarial, org, script.
    pub family: &'static str,
    /// What is done.
    pub class: &'static str,
    /// Whose names it is for.
    pub whose: Whose,
    change: fn(&str, &mut Dice) -> Option<String>,
}

impl Way {
    /// The name changed, or `None` when this way leaves it as it is.
    pub fn change(&self, name: &str, dice: &mut Dice) -> Option<String> {
        (self.change)(name, dice).filter(|changed| changed != name && changed.chars().any(char::is_alphanumeric))
    }
}

const fn way(family: &'static str, class: &'static str, whose: Whose, change: fn(&str, &mut Dice) -> Option<String>) -> Way {
    Way { family, class, whose, change }
}

/// All ways.
pub const WAYS: [Way; 40] = [
    way("benign", "case", Whose::Any, words::case),
    way("benign", "punctuation", Whose::Any, words::punctuation),
    way("benign", "diacritics", Whose::Any, letters::diacritics),
    way("benign", "name_order", Whose::Person, words::surname_first),
    way("benign", "rotated", Whose::Any, words::rotated),
    way("benign", "initial", Whose::Person, words::initial),
    way("benign", "title", Whose::Person, words::title),
    way("benign", "word_more", Whose::Any, words::more),
    way("benign", "word_fewer", Whose::Any, words::fewer),
    way("benign", "particle", Whose::Person, words::particle),
    way("benign", "hyphen", Whose::Person, words::hyphen),
    way("benign", "respelt", Whose::Person, letters::respelt),
    way("benign", "nickname", Whose::Person, words::nickname),
    way("benign", "repeated", Whose::Any, words::repeated),
    way("degraded", "typo_other", Whose::Any, letters::other),
    way("degraded", "typo_more", Whose::Any, letters::more),
    way("degraded", "typo_fewer", Whose::Any, letters::fewer),
    way("degraded", "typo_exchanged", Whose::Any, letters::exchanged),
    way("degraded", "typo_neighbour_key", Whose::Any, letters::neighbour_key),
    way("degraded", "two_typos", Whose::Any, letters::two),
    way("degraded", "ocr", Whose::Any, letters::ocr),
    way("degraded", "cut_at_20", Whose::Any, letters::cut),
    way("degraded", "glued", Whose::Any, words::glued),
    way("degraded", "broken", Whose::Any, words::broken),
    way("adversarial", "doubled", Whose::Any, letters::doubled),
    way("adversarial", "no_vowels", Whose::Any, letters::no_vowels),
    way("adversarial", "digits", Whose::Any, letters::digits),
    way("adversarial", "look_alike", Whose::Any, letters::look_alike),
    way("adversarial", "invisible", Whose::Any, letters::invisible),
    way("adversarial", "spaced_out", Whose::Any, letters::spaced_out),
    way("adversarial", "full_width", Whose::Any, letters::full_width),
    way("adversarial", "by_ear", Whose::Any, letters::by_ear),
    way("org", "other_form", Whose::Company, words::other_form),
    way("org", "no_form", Whose::Company, words::no_form),
    way("org", "abbreviated", Whose::Company, words::abbreviated),
    way("org", "ordinal", Whose::Company, words::ordinal),
    way("org", "acronym", Whose::Company, words::acronym),
    way("script", "cyrillic", Whose::Any, scripts::cyrillic),
    way("script", "greek", Whose::Any, scripts::greek),
    way("script", "arabic", Whose::Any, scripts::arabic),
];

/// Changes a name in one of the [`WAYS`], any number; some leave some names as they are.
pub fn change(name: &str, number: usize, dice: &mut Dice) -> String {
    WAYS[number % WAYS.len()].change(name, dice).unwrap_or_else(|| name.to_owned())
}

/// Words of several names, mixed.
pub fn mixture(names: &[&str], dice: &mut Dice) -> String {
    let count = 1 + dice.roll(4);
    (0..count)
        .filter_map(|_| {
            let words: Vec<&str> = names[dice.roll(names.len())].split_whitespace().collect();
            words.get(dice.roll(words.len())).copied()
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Letters by chance.
pub fn noise(dice: &mut Dice) -> String {
    (0..1 + dice.roll(3)).map(|_| (0..1 + dice.roll(9)).map(|_| dice.letter()).collect::<String>()).collect::<Vec<_>>().join(" ")
}
