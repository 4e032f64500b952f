//! Pairs of names made from the starter edition, in the manner of nomenklatura's name_bench: as many of one party as of two, in three tiers.
//!
//! | tier | one party | two parties |
//! |---|---|---|
//! | strong | another case, punctuation, order, marks, width | two entries of one kind without a word in common |
//! | fair | a slip of the pen, a title, another spelling, legal form or alphabet | the surname of one person with the given names of another; a company's name with its rarest word another company's |
//! | hard | an alias that the list prints, two slips, an initial, a word less, no vowels | father and son exchanged, another number, a given name of the same first letter |

use std::collections::{HashMap, HashSet};

use redzone_index::{Entry, PartyKind};

use super::own::starter;
use super::pairs::Pair;
use crate::perturb::{Dice, WAYS};

const STRONG: [&str; 5] = ["case", "punctuation", "name_order", "diacritics", "full_width"];
const FAIR: [&str; 15] = [
    "title",
    "particle",
    "respelt",
    "typo_other",
    "typo_more",
    "typo_fewer",
    "typo_exchanged",
    "glued",
    "other_form",
    "abbreviated",
    "ocr",
    "digits",
    "look_alike",
    "cyrillic",
    "hyphen",
];
const HARD: [&str; 5] = ["two_typos", "word_fewer", "initial", "no_vowels", "nickname"];

/// Pairs of one party, and as many of two, of each tier in the report: 900 in all, name_bench has 826.
pub const PER_TIER: usize = 150;
/// The tiers, easiest first.
pub const TIERS: [&str; 3] = ["strong", "fair", "hard"];

/// `count` pairs of one party and as many of two in every tier.
pub fn made(seed: u64, count: usize) -> Vec<Pair> {
    let lists = starter();
    let fits = |entry: &&Entry| {
        matches!(entry.kind, PartyKind::Individual | PartyKind::Entity)
            && words(&entry.names[0].text).len() >= 2
            && entry.names[0].text.bytes().filter(u8::is_ascii_alphabetic).count() >= 8
    };
    let entries: Vec<&Entry> = lists.iter().flat_map(|(_, entries)| entries).filter(fits).collect();
    let mut often: HashMap<String, usize> = HashMap::new();
    for word in entries.iter().flat_map(|entry| words(&entry.names[0].text)) {
        *often.entry(word.to_lowercase()).or_default() += 1;
    }
    let rarest = |name: &str| words(name).into_iter().min_by_key(|word| often.get(&word.to_lowercase()).copied()).map(str::to_owned);
    let mut dice = Dice::new(seed);
    let mut pairs = Vec::new();
    for tier in TIERS {
        for same in [true, false] {
            let mut left = count;
            // Some ways leave some names as they are; there are entries enough.
            for _ in 0..count * 400 {
                let (entry, other) = (entries[dice.roll(entries.len())], entries[dice.roll(entries.len())]);
                let made = if same { one_party(tier, entry, &mut dice) } else { two_parties(tier, entry, other, &rarest, &mut dice) };
                let Some((first, second)) = made.filter(|(first, second)| left > 0 && first != second) else { continue };
                pairs.push(Pair::new(&first, &second, entry.kind, same, tier));
                left -= 1;
            }
        }
    }
    pairs
}

fn words(name: &str) -> Vec<&str> {
    name.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect()
}

fn one_party(tier: &str, entry: &Entry, dice: &mut Dice) -> Option<(String, String)> {
    let name = &entry.names[0].text;
    let classes: &[&str] = match tier {
        "strong" => &STRONG,
        "fair" => &FAIR,
        // Half of them are what the lists print.
        _ if dice.roll(2) == 0 => {
            let alias = &entry.names.get(1 + dice.roll(entry.names.len()))?.text;
            let shared = long_words(name).intersection(&long_words(alias)).count();
            return (shared >= 1 && words(alias).len() >= 2).then(|| (alias.clone(), name.clone()));
        }
        _ => &HARD,
    };
    let class = classes[dice.roll(classes.len())];
    let way = WAYS.iter().find(|way| way.class == class)?;
    // The one word that names a company is no word to leave out.
    if class == "word_fewer" && entry.kind != PartyKind::Individual {
        return None;
    }
    let fits = match way.whose {
        crate::perturb::Whose::Any => true,
        crate::perturb::Whose::Person => entry.kind == PartyKind::Individual,
        crate::perturb::Whose::Company => entry.kind == PartyKind::Entity,
    };
    Some((way.change(name, dice).filter(|_| fits)?, name.clone()))
}

fn long_words(name: &str) -> HashSet<String> {
    words(name).into_iter().filter(|word| word.len() >= 5).map(str::to_lowercase).collect()
}

fn two_parties(
    tier: &str,
    entry: &Entry,
    other: &Entry,
    rarest: &dyn Fn(&str) -> Option<String>,
    dice: &mut Dice,
) -> Option<(String, String)> {
    let (name, another) = (&entry.names[0].text, &other.names[0].text);
    let lower = |name: &str| words(name).into_iter().map(str::to_lowercase).collect::<HashSet<_>>();
    if entry.kind != other.kind || !lower(name).is_disjoint(&lower(another)) {
        return None;
    }
    match (tier, entry.kind) {
        ("strong", _) => Some((another.clone(), name.clone())),
        ("fair", PartyKind::Individual) => {
            let ((surname, _), (_, given)) = (name.split_once(", ")?, another.split_once(", ")?);
            Some((format!("{surname}, {given}"), name.clone()))
        }
        ("fair", _) => {
            let (own, others) = (rarest(name)?, rarest(another)?);
            Some((name.replacen(&own, &others, 1), name.clone()))
        }
        (_, PartyKind::Individual) if dice.roll(2) == 0 => {
            let (before, after) = name.split_once(" bin ").or_else(|| name.split_once(" ibn "))?;
            let (father, rest) = after.split_once(' ').unwrap_or((after, ""));
            let (surname, son) = before.split_once(", ").unwrap_or(("", before));
            let exchanged = format!("{surname}, {father} bin {son} {rest}");
            (!son.contains(' ') && son != father).then(|| (exchanged.trim_matches([',', ' ']).to_owned(), name.clone()))
        }
        (_, PartyKind::Individual) => {
            let ((surname, given), (_, others)) = (name.split_once(", ")?, another.split_once(", ")?);
            let (given, others) = (words(given), words(others));
            let alike = given.len() == 1 && others.len() == 1 && given[0].chars().next() == others[0].chars().next();
            alike.then(|| (format!("{surname}, {}", others[0]), name.clone()))
        }
        _ => {
            let at = name.find(|c: char| c.is_ascii_digit())?;
            let digit = name.as_bytes()[at] - b'0';
            Some((format!("{}{}{}", &name[..at], (digit + 1 + dice.roll(8) as u8) % 10, &name[at + 1..]), name.clone()))
        }
    }
}
