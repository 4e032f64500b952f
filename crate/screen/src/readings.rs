//! The ways in which a question is looked up: as read, and again where it was written to be overlooked.
//!
//! Each is searched by itself and the best counts, so another way of reading never takes a hit away.

use redzone_names::{Read, Reading, spaced_out};

/// All readings of the text, each once: as read, without words that are repeated, with letters written apart brought together.
pub fn readings(text: &str, read: &Read) -> Vec<Reading> {
    let mut readings = read.readings.clone();
    readings.extend(read.readings.iter().filter_map(without_repeats));
    if let Some(joined) = spaced_out(text) {
        readings.extend(joined.readings);
    }
    let mut seen: Vec<Reading> = Vec::with_capacity(readings.len());
    for reading in readings {
        if !seen.contains(&reading) {
            seen.push(reading);
        }
    }
    seen
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
        for (text, last) in [
            ("Butani Butani Trading", "butani trading"),
            ("Unit 44 44", "unit 44 44"),
            ("H u a w e i", "huawei"),
            ("h u a w e i  t e c h", "huawei tech"),
            ("A. B. Smith", "a b smith"),
        ] {
            let read = redzone_names::read(text).unwrap_or_else(|why| panic!("{why}"));
            let readings = readings(text, &read);
            assert_eq!(readings.last().map(|reading| reading.words.join(" ")).as_deref(), Some(last), "{text}");
        }
    }
}
