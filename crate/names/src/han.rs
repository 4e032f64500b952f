//! Han characters and kana: words out of a script that has no spaces.
//!
//! A run of them is read in a fixed, small number of ways, the likeliest first:
//!
//! * as a person, when it begins with a surname and is no longer than names are: Mandarin in Pinyin, Cantonese as Hong Kong spells it,
//!   Wade-Giles, Korean where Koreans have the surname, Japanese where the Japanese do. Surname first, apart from the given name;
//! * as an organisation: known words in English, since lists carry organisations translated ([`segment`]), the rest in Pinyin; then the
//!   same with each word's other translation, the whole in Pinyin, the unknown rest in Cantonese, Korean or Japanese.
//!
//! What a reading is worth is not decided here: whoever compares takes the best.

mod chars;
mod japanese;
mod organisation;
mod person;
mod segment;
mod styles;
mod words;

use crate::kana;
use crate::script::{Script, script_of};

/// The most readings that one run gives.
pub(crate) const MAX_READINGS: usize = 8;

/// Joins neighbouring words of Han characters, with a blank kept between: 习 近平 is one name, and so is 中国电科 第十研究所.
pub(crate) fn join(written: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(written.len());
    for word in written {
        match out.last_mut() {
            Some(last) if has_han(last) && has_han(&word) => {
                last.push(' ');
                last.push_str(&word);
            }
            _ => out.push(word),
        }
    }
    out
}

fn has_han(word: &str) -> bool {
    word.chars().any(|c| script_of(c) == Script::Han)
}

/// Reads a word of Han characters and kana (NFKD), possibly with figures and blanks among them. Each reading is a list of
/// lower-case ASCII words, never empty; no reading comes twice. None for words of other scripts, and where not one character is known.
pub(crate) fn readings(word: &str) -> Vec<Vec<String>> {
    if !word.chars().any(|c| matches!(script_of(c), Script::Han | Script::Kana)) {
        return Vec::new();
    }
    if !has_han(word) {
        return kana_readings(word);
    }
    let gap = word.chars().position(|c| c == ' ');
    let run: Vec<char> = word.chars().filter(|c| *c != ' ').map(words::simplified).collect();
    let segments = segment::segment(&run);
    let mut people = person::readings(&run, gap);
    let mut organisations = organisation::readings(&run, &segments);
    // A name that ends in a word for an organisation is one, unless it is as short as most people's.
    let organisation = segments.last().is_some_and(segment::Segment::tells_organisation);
    if organisation {
        people.truncate(if run.len() <= 3 { 3 } else { 0 });
    } else if !people.is_empty() {
        organisations.truncate(if segments.iter().any(segment::Segment::known) { 2 } else { 0 });
        people.truncate(MAX_READINGS - organisations.len());
    }
    // A word of the dictionary that is the whole name comes first too: Yangtze, Mitsubishi.
    let first = organisation || (segments.len() == 1 && segments[0].known());
    if first { distinct(organisations.into_iter().chain(people)) } else { distinct(people.into_iter().chain(organisations)) }
}

/// Kana alone: known words translated, then Hepburn with long vowels short and as written, then Kunrei.
fn kana_readings(word: &str) -> Vec<Vec<String>> {
    let run: Vec<char> = word.chars().collect();
    let segments = segment::segment(&run);
    let mut out = Vec::new();
    if segments.iter().any(segment::Segment::known) {
        out.extend(organisation::readings(&run, &segments).into_iter().take(2));
    }
    let mut written = String::new();
    kana::romanise(&run, &mut written);
    out.extend([kana::hepburn(&run), written, kana::kunrei(&run)].map(|spelled| vec![spelled]));
    distinct(out)
}

/// The first [`MAX_READINGS`] of them, each once, none empty.
fn distinct(readings: impl IntoIterator<Item = Vec<String>>) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = Vec::new();
    for mut reading in readings {
        reading.retain(|word| !word.is_empty());
        if !reading.is_empty() && !out.contains(&reading) && out.len() < MAX_READINGS {
            out.push(reading);
        }
    }
    out
}

/// An organisation's name in Hangul syllables, translated; nothing when no word of two syllables or more is known.
pub(crate) fn translated_hangul(syllables: &[char]) -> Vec<Vec<String>> {
    let segments = segment::segment(syllables);
    if !segments.iter().any(|s| matches!(s, segment::Segment::Known { len, .. } if *len > 1)) {
        return Vec::new();
    }
    organisation::hangul(syllables, &segments)
}

#[cfg(test)]
mod tests;
