//! What part a word plays in a name, and how rare it is: fixed tables, so that no answer depends on the lists that are loaded.

use crate::model;

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

/// `vocabulary.txt`, `meanings.txt` and `rarity.txt`, sorted for look-up. How they were made stands at their heads.
pub struct Vocabulary {
    parts: Vec<(&'static str, Part)>,
    rarity: Vec<(&'static str, u16)>,
    meanings: Vec<(&'static str, u16)>,
}

const PARTS: &str = include_str!("../data/vocabulary.txt");
const MEANINGS: &str = include_str!("../data/meanings.txt");
const RARITY: &str = include_str!("../data/rarity.txt");

impl Vocabulary {
    /// Reads the tables.
    pub fn new() -> Vocabulary {
        let mut parts = Vec::new();
        for line in PARTS.lines().filter(|line| !line.starts_with('#')) {
            let Some((head, words)) = line.split_once(':') else { continue };
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
        // A word of several parts plays the first that the table gives it.
        parts.sort_by(|a, b| a.0.cmp(b.0));
        parts.dedup_by(|later, first| later.0 == first.0);
        let mut meanings: Vec<(&str, u16)> = Vec::new();
        for (number, line) in (1..).zip(MEANINGS.lines().filter(|line| !line.starts_with('#'))) {
            meanings.extend(line.split_ascii_whitespace().map(|word| (word, number)));
        }
        meanings.sort_unstable();
        let mut rarity: Vec<(&str, u16)> = RARITY
            .lines()
            .flat_map(|line| {
                let mut words = line.split_ascii_whitespace();
                let tenths = words.next().and_then(|head| head.parse().ok()).unwrap_or(0);
                words.map(move |word| (word, tenths))
            })
            .collect();
        rarity.sort_unstable();
        Vocabulary { parts, rarity, meanings }
    }

    /// The part a folded word plays.
    pub fn part(&self, word: &str) -> Part {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            return Part::Number;
        }
        match self.parts.binary_search_by(|(known, _)| (*known).cmp(word)) {
            Ok(at) => self.parts[at].1,
            Err(_) if self.meaning(word) > 0 => Part::Generic,
            Err(_) => Part::Plain,
        }
    }

    /// The number of the group of words that mean the same, 0 for none.
    pub fn meaning(&self, word: &str) -> u16 {
        self.meanings.binary_search_by(|(known, _)| (*known).cmp(word)).map_or(0, |at| self.meanings[at].1)
    }

    /// What a folded word weighs, in tenths of a bit.
    pub fn weight(&self, word: &str, part: Part) -> u32 {
        let known = |word| self.rarity.binary_search_by(|(known, _)| (*known).cmp(word)).ok().map(|at| u32::from(self.rarity[at].1));
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
