//! The tables of East Asian names: one file, known by its SHA-256 when this crate is compiled.
//!
//! With the feature `tables` they are built in. Without it they are loaded: a name that needs them is refused until then
//! ([`ReadError::TablesMissing`](crate::ReadError)), and no other bytes than the ones known are taken, so what a name reads as never depends on
//! what was loaded. How they were made and laid out: `data/README.md`.

use std::fmt;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

const DIGEST: [u8; 32] = include!(concat!(env!("OUT_DIR"), "/digest.rs"));
#[cfg(feature = "tables")]
const BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables.bin"));

static TABLES: OnceLock<Tables> = OnceLock::new();
#[cfg(not(feature = "tables"))]
static NONE: Tables = Tables { characters: Vec::new(), words: "", surnames: "", variants: "", japanese_surnames: "", japanese_given: "" };

/// The tables, each as it lies in the file.
#[derive(Debug)]
pub(crate) struct Tables {
    /// The sections of `han-chars.bin`.
    pub(crate) characters: Vec<&'static [u8]>,
    /// `word TAB kind english[|other english]`.
    pub(crate) words: &'static str,
    /// `surname TAB pinyin[/other] TAB cantonese[/other] TAB korean[/other]`; `-` where Koreans have no such surname.
    pub(crate) surnames: &'static str,
    /// Pairs of a traditional or Japanese form and the simplified one, sorted by the first. Every character has three bytes.
    pub(crate) variants: &'static str,
    /// `surname TAB reading`, sorted.
    pub(crate) japanese_surnames: &'static str,
    /// `character TAB at the start TAB later [TAB alone]`, each up to two readings parted by a comma; and whole names, `name TAB reading TAB`.
    pub(crate) japanese_given: &'static str,
}

/// Bytes that are not the tables this program was compiled for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTheTables {
    found: [u8; 32],
}

impl fmt::Display for NotTheTables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the tables of East Asian names should have the SHA-256 ")?;
        DIGEST.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(" and have ")?;
        self.found.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(": reload the page")
    }
}

impl std::error::Error for NotTheTables {}

/// Takes the tables into use, for as long as the program runs. Doing it again changes nothing.
///
/// # Errors
/// [`NotTheTables`] for any bytes but the one file that this crate was compiled for.
pub fn load_tables(bytes: Vec<u8>) -> Result<(), NotTheTables> {
    let found: [u8; 32] = Sha256::digest(&bytes).into();
    if found != DIGEST {
        return Err(NotTheTables { found });
    }
    TABLES.get_or_init(|| Tables::of(bytes.leak()));
    Ok(())
}

/// The file that [`load_tables`] takes.
#[cfg(feature = "tables")]
pub fn built_in_tables() -> &'static [u8] {
    BUILT_IN
}

/// Whether names in East Asian scripts can be read.
pub(crate) fn loaded() -> bool {
    !tables().words.is_empty()
}

/// The tables; empty ones until they were loaded, and [`read`](crate::read) asks [`loaded`] first.
pub(crate) fn tables() -> &'static Tables {
    #[cfg(feature = "tables")]
    return TABLES.get_or_init(|| Tables::of(BUILT_IN));
    #[cfg(not(feature = "tables"))]
    TABLES.get().unwrap_or(&NONE)
}

const HEAD: usize = 8;
const FILES: usize = 6;
const CHARACTER_SECTIONS: usize = 13;

impl Tables {
    /// From the bytes with the right digest, so that nothing here can be out of bounds.
    fn of(file: &'static [u8]) -> Tables {
        let mut at = HEAD + 4 * FILES;
        let [characters, texts @ ..]: [&[u8]; FILES] = std::array::from_fn(|number| {
            let start = at;
            at += u32_at(file, HEAD + 4 * number);
            file.get(start..at).unwrap_or_default()
        });
        let [words, surnames, variants, japanese_surnames, japanese_given] = texts.map(|text| str::from_utf8(text).unwrap_or_default());
        let mut start = 4 * CHARACTER_SECTIONS;
        let sections = (0..CHARACTER_SECTIONS).map(|number| {
            let end = u32_at(characters, 4 * number);
            characters.get(std::mem::replace(&mut start, end)..end).unwrap_or_default()
        });
        Tables { characters: sections.collect(), words, surnames, variants, japanese_surnames, japanese_given }
    }

    /// A section of `han-chars.bin`; empty when there is none.
    pub(crate) fn characters(&self, section: usize) -> &'static [u8] {
        self.characters.get(section).copied().unwrap_or_default()
    }
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |four| u32::from_le_bytes(*four) as usize)
}

#[cfg(all(test, feature = "tables"))]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_file_is_taken() {
        assert_eq!(load_tables(BUILT_IN.to_vec()), Ok(()));
        for at in [0, 100, BUILT_IN.len() - 1] {
            let mut bent = BUILT_IN.to_vec();
            bent[at] ^= 1;
            assert!(load_tables(bent).is_err());
        }
        assert!(load_tables(Vec::new()).unwrap_err().to_string().contains("e3b0c44298fc1c14"));
    }

    #[test]
    fn every_part_is_there() {
        let tables = tables();
        assert!(tables.characters.iter().all(|section| !section.is_empty()));
        for text in [tables.words, tables.surnames, tables.variants, tables.japanese_surnames, tables.japanese_given] {
            assert!(!text.is_empty());
        }
        assert!(tables.words.ends_with('\n') && tables.japanese_given.ends_with('\n'));
    }
}
