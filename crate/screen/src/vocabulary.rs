//! What part a word plays in a name, and how rare it is: fixed tables, so that no answer depends on the lists that are loaded.

use redzone_names::{Reading, is_ordinal_ending};

use crate::model;
use crate::strings::Known;
use crate::words::Words;

/// The part a word plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A name proper.
    Plain,
    /// A legal form, with its class.
    Form(u8),
    /// An article, preposition or name particle.
    Particle,
    /// A title or form of address.
    Title,
    /// What a company does.
    Generic,
    /// Digits only.
    Number,
}

/// `vocabulary.txt`, `meanings.txt`, `nicknames.txt` and `rarity.txt`, ready for look-up. How they were made stands at their heads.
pub struct Vocabulary {
    /// A word of several parts plays the first that the table gives it.
    parts: Known<Part>,
    rarity: Known<u16>,
    meanings: Known<u16>,
    prepositions: Vec<&'static str>,
    /// Legal forms of several words and how they are written short, longest first.
    shorts: Vec<(&'static str, &'static str)>,
}

impl Vocabulary {
    /// From this number on the words of one meaning are a given name and what its bearers are called.
    pub const NICKNAMES: u16 = 40_000;

    /// Reads the tables.
    pub fn new(words: Words) -> Vocabulary {
        let mut parts = Vec::new();
        let (mut prepositions, mut shorts) = (Vec::new(), Vec::new());
        for line in words.parts.lines() {
            let Some((head, words)) = line.split_once(':') else { continue };
            if head == "preposition" {
                prepositions.extend(words.split_ascii_whitespace());
                continue;
            }
            if let Some(short) = head.strip_prefix("short ") {
                shorts.push((words.trim(), short));
                continue;
            }
            let part = match head.split(' ').next() {
                Some("form") => {
                    let class = match head {
                        "form company" => 1,
                        "form limited" => 2,
                        "form stock" => 3,
                        _ => 4,
                    };
                    Part::Form(class)
                }
                Some("particle") => Part::Particle,
                Some("title") => Part::Title,
                _ => Part::Generic,
            };
            parts.extend(words.split_ascii_whitespace().map(|word| (word, part)));
        }
        let mut meanings: Vec<(&str, u16)> = Vec::new();
        for (number, line) in (1..).zip(words.meanings.lines()) {
            let mut words = line.split_ascii_whitespace().peekable();
            let meaning = words.peek().and_then(|word| number_meaning(word)).unwrap_or(number);
            meanings.extend(words.map(|word| (word, meaning)));
        }
        for (number, line) in (Vocabulary::NICKNAMES..).zip(words.nicknames.lines()) {
            meanings.extend(line.split_ascii_whitespace().map(|word| (word, number)));
        }
        let rarity = words.rarity.lines().flat_map(|line| {
            let mut words = line.split_ascii_whitespace();
            let tenths = words.next().and_then(|head| head.parse().ok()).unwrap_or(0);
            words.map(move |word| (word, tenths))
        });
        Vocabulary { parts: Known::new(parts), rarity: Known::new(rarity.collect()), meanings: Known::new(meanings), prepositions, shorts }
    }

    /// The reading with the first legal form that is spelled out written short; `None` when there is none.
    pub fn with_short_form(&self, reading: &Reading) -> Option<Reading> {
        self.shorts.iter().find_map(|(long, short)| {
            let (long, words): (Vec<&str>, &[String]) = (long.split(' ').collect(), &reading.words);
            let at = words.windows(long.len()).position(|window| window.iter().eq(&long))?;
            let before = words[..at].iter().cloned();
            let short = short.split(' ').map(str::to_owned);
            let words = before.chain(short).chain(words[at + long.len()..].iter().cloned()).collect();
            Some(Reading { words, vowels: reading.vowels })
        })
    }

    /// The part a folded word plays, and the number of the group of words that mean the same, 0 for none.
    pub fn part_and_meaning(&self, word: &str) -> (Part, u16) {
        if let Some(number) = number_meaning(word) {
            return (Part::Number, number);
        }
        let meaning = self.meanings.get(word).or_else(|| self.meanings.get(&uninflected(word)?)).unwrap_or(0);
        let part = match self.parts.get(word) {
            _ if word.bytes().all(|b| b.is_ascii_digit()) => Part::Number,
            Some(part) => part,
            None if (1..Vocabulary::NICKNAMES).contains(&meaning) => Part::Generic,
            None => Part::Plain,
        };
        (part, meaning)
    }

    /// Whether a word only joins others in organisations' names; in people's names some are names.
    pub fn is_preposition(&self, word: &str) -> bool {
        self.prepositions.contains(&word)
    }

    /// What a folded word weighs, in tenths of a bit.
    pub fn weight(&self, word: &str, part: Part) -> u32 {
        let known = |word| self.rarity.get(word).map(u32::from);
        let by_length = model::UNKNOWN[word.chars().count().min(model::UNKNOWN.len() - 1)];
        match part {
            Part::Form(_) => model::FORM,
            Part::Particle => model::PARTICLE,
            Part::Title => model::TITLE,
            Part::Generic => known(word).unwrap_or(model::GENERIC).min(model::GENERIC),
            Part::Number => model::NUMBER,
            Part::Plain => known(word).unwrap_or(by_length).min(by_length),
        }
    }
}

/// Groups of words for numbers are numbered from here.
const NUMBERS: u16 = 20_000;

/// The meaning of `8`, `8th` and their like up to four digits, which `eighth` has as well.
fn number_meaning(word: &str) -> Option<u16> {
    word.as_bytes().first().filter(|first| first.is_ascii_digit())?;
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &word[..word.len() - ending.len()];
    let fits = (1..=4).contains(&digits.len()) && (ending.is_empty() || is_ordinal_ending(ending));
    let number: u16 = if fits { digits.parse().ok()? } else { return None };
    Some(NUMBERS + number)
}

/// How a word begins and ends that Slavic grammar bends: `islamskata` and `islamskiy` as `islamski`, Bulgarian `egipetski` as Russian spells it.
fn uninflected(word: &str) -> Option<String> {
    const ENDINGS: [&str; 14] =
        ["skata", "skite", "skiyat", "skiya", "skaya", "skoye", "skogo", "skoe", "skoy", "skiy", "skij", "ska", "sko", "sky"];
    let start = word.strip_prefix("ye").map(|rest| format!("e{rest}"));
    let plain = start.as_deref().unwrap_or(word);
    let stem = ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending)).filter(|stem| stem.len() >= 3);
    match (stem, &start) {
        (Some(stem), _) => Some(format!("{stem}ski")),
        (None, Some(_)) => start,
        (None, None) => None,
    }
}
