//! One character: how it is read in Mandarin, Cantonese and Korean.
//!
//! The table's layout, source and maker are described in `data/README.md`. A look-up is three array reads.

use crate::tables::tables;

/// The sections of the table, by their numbers.
const PRESENT: usize = 0;
const RANKS: usize = 1;
const MANDARIN_LOW: usize = 2;
const MANDARIN_HIGH: usize = 3;
const MANDARIN: Syllables = Syllables { names: 4, width: 6 };
const CANTONESE: Relative = Relative { places: 5, starts: 6, list: 7, syllables: Syllables { names: 8, width: 7 } };
const KOREAN: Relative = Relative { places: 9, starts: 10, list: 11, syllables: Syllables { names: 12, width: 6 } };

struct Syllables {
    names: usize,
    width: usize,
}

impl Syllables {
    fn get(&self, number: usize) -> Option<&'static str> {
        let name = tables().characters(self.names).get(number * self.width..(number + 1) * self.width)?;
        std::str::from_utf8(name).ok().map(str::trim_ascii_end)
    }
}

/// Syllables numbered within the few that go with one Mandarin syllable.
struct Relative {
    places: usize,
    starts: usize,
    list: usize,
    syllables: Syllables,
}

impl Relative {
    fn get(&self, character: usize) -> Option<&'static str> {
        let start = number(self.starts, mandarin_number(character)?)?;
        let place = usize::from(*tables().characters(self.places).get(character)?);
        self.syllables.get(number(self.list, start + place)?).filter(|s| !s.is_empty())
    }
}

fn number(section: usize, at: usize) -> Option<usize> {
    let bytes = tables().characters(section).get(at * 2..at * 2 + 2)?;
    Some(usize::from(bytes[0]) | usize::from(bytes[1]) << 8)
}

/// The place of a character in the table.
fn place(c: char) -> Option<usize> {
    let at = (c as usize).checked_sub(0x4e00)?;
    let present = tables().characters(PRESENT);
    let byte = *present.get(at / 8)?;
    if byte >> (at % 8) & 1 == 0 {
        return None;
    }
    let group = at / 64;
    let before: u32 = present[group * 8..at / 8].iter().map(|b| b.count_ones()).sum();
    let below = (byte & ((1u8 << (at % 8)) - 1)).count_ones();
    Some(number(RANKS, group)? + (before + below) as usize)
}

fn mandarin_number(character: usize) -> Option<usize> {
    let high = tables().characters(MANDARIN_HIGH).get(character / 8)? >> (character % 8) & 1;
    Some(usize::from(*tables().characters(MANDARIN_LOW).get(character)?) | usize::from(high) << 8)
}

/// Pinyin without tones, `u` for `ü`; none for a character that is not in the table.
pub(crate) fn mandarin(c: char) -> Option<&'static str> {
    MANDARIN.get(mandarin_number(place(c)?)?)
}

/// Cantonese as Hong Kong's identity cards spell it.
pub(crate) fn cantonese(c: char) -> Option<&'static str> {
    CANTONESE.get(place(c)?)
}

/// Korean in Revised Romanisation, in the form of the North (`ri`, `ro`, not `i`, `no`) for surnames.
pub(crate) fn korean(c: char) -> Option<&'static str> {
    KOREAN.get(place(c)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_read_as_their_dictionaries_say() {
        for (c, m, k, h) in [
            ('习', "xi", "chap", "seup"),
            ('習', "xi", "chap", "seup"),
            ('金', "jin", "kam", "gim"),
            ('正', "zheng", "ching", "jeong"),
            ('国', "guo", "kwok", "guk"),
            ('國', "guo", "kwok", "guk"),
            ('陈', "chen", "chan", "jin"),
            ('家', "jia", "ka", "ga"),
            ('一', "yi", "yat", "il"),
        ] {
            assert_eq!((mandarin(c), cantonese(c), korean(c)), (Some(m), Some(k), Some(h)), "{c}");
        }
        assert_eq!(mandarin('a'), None);
        assert_eq!(mandarin('\u{9fff}'), None);
    }
}
