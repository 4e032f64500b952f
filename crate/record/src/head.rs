//! The head of a case file: short enough to print, read out or e-mail, and enough to tell whether the file is all there.
//!
//! `12-7QF3-0ZKM-...-8R`: the number of records, then the first 160 bits of the last record's digest in Crockford's base 32, in fours, and two
//! check characters, which find a misheard character. To make another case with the same head takes some 2^160 tries; to prepare two with one
//! head of the preparer's choice some 2^80.

use std::fmt;

use crate::sealed::Place;

/// Without I, L, O and U: <https://www.crockford.com/base32.html>.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 160 bits in fives.
const LETTERS: usize = 32;
const BYTES: usize = 20;
/// The largest prime under 32 x 32: two characters hold what is left.
const CHECK: u32 = 1_021;

/// How many records, and the beginning of the last one's digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many records.
    pub number: u32,
    digest: [u8; BYTES],
}

impl Head {
    /// The head of a file that ends at a place.
    pub fn of(place: &Place) -> Head {
        let mut digest = [0; BYTES];
        digest.copy_from_slice(&place.digest.0[..BYTES]);
        Head { number: place.number, digest }
    }

    /// Whether a record stands at this head.
    pub fn is(&self, place: &Place) -> bool {
        *self == Head::of(place)
    }

    /// Reads a head as it was printed, typed or heard: case, blanks and hyphens after the number don't matter, O is 0, I and L are 1.
    /// `None` when the check characters do not fit.
    pub fn parse(text: &str) -> Option<Head> {
        let (number, rest) = text.trim().split_once('-')?;
        let number = number.parse::<u32>().ok().filter(|number| *number > 0)?;
        let values = rest.bytes().filter(|byte| !matches!(byte, b'-' | b' ')).map(value).collect::<Option<Vec<u8>>>()?;
        let (letters, check) = values.split_at_checked(LETTERS)?;
        let &[high, low] = check else { return None };
        let mut digest = [0; BYTES];
        for (bytes, eight) in digest.chunks_exact_mut(5).zip(letters.chunks_exact(8)) {
            let bits = eight.iter().fold(0u64, |bits, value| bits << 5 | u64::from(*value));
            bytes.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        let head = Head { number, digest };
        (head.checksum() == u32::from(high) * 32 + u32::from(low)).then_some(head)
    }

    fn letters(&self) -> impl Iterator<Item = u8> {
        self.digest.chunks_exact(5).flat_map(|bytes| {
            let bits = bytes.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
            (0..8).rev().map(move |place| (bits >> (5 * place) & 31) as u8)
        })
    }

    /// Over the number and the letters; finds every single wrong character and every two that changed places.
    fn checksum(&self) -> u32 {
        self.letters().fold(self.number % CHECK, |sum, value| (sum * 32 + u32::from(value)) % CHECK)
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |value: u8| char::from(ALPHABET[usize::from(value)]);
        write!(f, "{}", self.number)?;
        for (at, value) in self.letters().enumerate() {
            if at % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", letter(value))?;
        }
        let check = self.checksum();
        write!(f, "-{}{}", letter((check / 32) as u8), letter((check % 32) as u8))
    }
}

fn value(byte: u8) -> Option<u8> {
    let byte = match byte.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    ALPHABET.iter().position(|letter| *letter == byte).map(|at| at as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use redzone_index::Digest;

    fn head() -> Head {
        Head::of(&Place { number: 12, digest: Digest::of(b"a record") })
    }

    #[test]
    fn a_head_reads_back_however_it_was_written_down() {
        let text = head().to_string();
        assert_eq!(text.len(), 2 + 8 * 5 + 3);
        for heard in
            [text.clone(), text.to_lowercase(), format!("12{}", text[2..].replace('0', "o").replace('1', "l")), text.replacen('-', "- ", 3)]
        {
            assert_eq!(Head::parse(&heard), Some(head()), "{heard}");
        }
    }

    #[test]
    fn every_single_misheard_character_is_found() {
        let text = head().to_string();
        for at in 0..text.len() {
            for other in ALPHABET {
                let mut bytes = text.clone().into_bytes();
                if bytes[at] == b'-' || bytes[at] == *other {
                    continue;
                }
                bytes[at] = *other;
                assert_eq!(Head::parse(&String::from_utf8(bytes).unwrap()), None, "{at} {other}");
            }
        }
        assert_eq!(Head::parse("0-"), None);
    }
}
