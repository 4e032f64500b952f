//! The words that the engine knows: legal forms, titles, trades, translations, short forms of given names, and how common words are. One file, known by
//! its SHA-256 when this crate is compiled: no other bytes are taken, so that an answer never depends on what was loaded.
//!
//! `build.rs` puts it together from the tables in `data`, and the feature `words` builds it in. Without that it is loaded.

use std::fmt;

use redzone_index::Digest;

const DIGEST: Digest = Digest(include!(concat!(env!("OUT_DIR"), "/digest.rs")));
#[cfg(feature = "words")]
const BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

const TABLES: usize = 4;

/// The words, ready to make an [`Engine`](crate::Engine) with.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The part of a name, a colon, words that play it.
    pub(crate) parts: &'static str,
    /// A line each: words of one meaning.
    pub(crate) meanings: &'static str,
    /// A line each: a given name and what its bearers are called.
    pub(crate) nicknames: &'static str,
    /// A rarity and the words that have it.
    pub(crate) rarity: &'static str,
}

/// Bytes that are not the words this program was compiled for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTheWords {
    found: Digest,
}

impl fmt::Display for NotTheWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the engine's words should have the SHA-256 {DIGEST} and have {}: reload the page", self.found)
    }
}

impl std::error::Error for NotTheWords {}

impl Words {
    /// Takes the file, for as long as the program runs.
    ///
    /// # Errors
    /// [`NotTheWords`] for any bytes but the one file that this crate was compiled for.
    pub fn load(file: Vec<u8>) -> Result<Words, NotTheWords> {
        let found = Digest::of(&file);
        if found == DIGEST { Ok(Words::of(file.leak())) } else { Err(NotTheWords { found }) }
    }

    /// The words that are built in.
    #[cfg(feature = "words")]
    pub fn built_in() -> Words {
        Words::of(BUILT_IN)
    }

    /// The file that [`Words::load`] takes.
    #[cfg(feature = "words")]
    pub fn file() -> &'static [u8] {
        BUILT_IN
    }

    /// From the bytes with the right digest, so that nothing here can be out of bounds.
    fn of(file: &'static [u8]) -> Words {
        let (lengths, _) = file.as_chunks::<4>();
        let mut at = 4 * TABLES;
        let [parts, meanings, nicknames, rarity] = std::array::from_fn(|table| {
            let start = at;
            at += lengths.get(table).map_or(0, |length| u32::from_le_bytes(*length) as usize);
            file.get(start..at).and_then(|text| str::from_utf8(text).ok()).unwrap_or_default()
        });
        Words { parts, meanings, nicknames, rarity }
    }
}

#[cfg(all(test, feature = "words"))]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_file_is_taken() {
        let words = Words::load(Words::file().to_vec()).unwrap_or_else(|why| panic!("{why}"));
        for table in [words.parts, words.meanings, words.nicknames, words.rarity] {
            assert!(table.ends_with('\n') && !table.contains('#'));
        }
        for at in [0, 100, BUILT_IN.len() - 1] {
            let mut bent = BUILT_IN.to_vec();
            bent[at] ^= 1;
            assert!(Words::load(bent).is_err());
        }
    }
}
