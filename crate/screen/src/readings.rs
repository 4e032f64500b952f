//! The ways in which a question is looked up: as read, and again where it was written to be overlooked.
//!
//! Each is searched by itself and the best counts, so another way of reading never takes a hit away.

use redzone_names::{Read, Reading, as_it_looks, spaced_out};

use crate::Hit;
use crate::vocabulary::Vocabulary;

/// All readings of the text, each once: as read, without words that are repeated, with legal forms
/// written short, letters written apart brought together, letters of other alphabets taken for what they look like.
pub fn readings(text: &str, read: &Read, vocabulary: &Vocabulary) -> Vec<Reading> {
    let mut readings = read.readings.clone();
    readings.extend(read.readings.iter().filter_map(without_repeats));
    readings.extend(read.readings.iter().filter_map(|reading| vocabulary.with_short_form(reading)));
    // Before another noun the ة at a word's end is said as t: Jabhat al-Nusra.
    let bound = text.contains("ة ال").then(|| redzone_names::read(&text.replace("ة ال", "ت ال")).ok()).flatten();
    for other in [spaced_out(text), as_it_looks(text), bound].into_iter().flatten() {
        readings.extend(other.readings);
    }
    let mut seen: Vec<Reading> = Vec::with_capacity(readings.len());
    for reading in readings {
        if !seen.contains(&reading) {
            seen.push(reading);
        }
    }
    seen
}

/// Whether a hit has words that the text has only when its letters are taken for what they look like.
pub fn is_found_by_looks(hit: &Hit, text: &str, read: &Read) -> bool {
    let Some(looks) = as_it_looks(text) else { return false };
    let has = |read: &Read, word: &str| read.readings.iter().any(|reading| reading.words.iter().any(|own| own == word));
    let words = hit.reasons.iter().filter(|reason| !reason.listed.is_empty()).flat_map(|reason| reason.asked.split(' '));
    words.into_iter().any(|word| has(&looks, word) && !has(read, word))
}

/// The reading with every word of two letters or more once. Numbers may be said twice for a reason.
fn without_repeats(reading: &Reading) -> Option<Reading> {
    let mut words: Vec<String> = Vec::with_capacity(reading.words.len());
    for word in &reading.words {
        let counts = word.len() < 2 || word.bytes().all(|byte| byte.is_ascii_digit());
        if counts || !words.contains(word) {
            words.push(word.clone());
        }
    }
    (words.len() < reading.words.len()).then_some(Reading { words, vowels: reading.vowels })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_twice_or_apart_is_read_once() {
        let vocabulary = Vocabulary::new(crate::Words::built_in());
        for (text, last) in [
            ("Butani Butani Trading", "butani trading"),
            ("Unit 44 44", "unit 44 44"),
            ("Cimex, société anonyme", "cimex sa"),
            ("H u a w e i", "huawei"),
            ("h u a w e i  t e c h", "huawei tech"),
            ("A. B. Smith", "a b smith"),
            ("Luis РАСНЕСО", "luis pacheco"),
            ("عصبة الأنصار", "asbt al ansar"),
        ] {
            let read = redzone_names::read(text).unwrap_or_else(|why| panic!("{why}"));
            let readings = readings(text, &read, &vocabulary);
            assert_eq!(readings.last().map(|reading| reading.words.join(" ")).as_deref(), Some(last), "{text}");
        }
    }
}
