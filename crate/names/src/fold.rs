//! Folding: NFKC, ignorables away, case folded, marks away, split into words.

use icu_casemap::CaseMapper;
use icu_normalizer::DecomposingNormalizerBorrowed;
use std::fmt;

/// The longest name that is read, in Unicode scalar values. A longer one is refused, never cut: the longest
/// name on the lists of 2026-07-31 has under 400.
pub const MAX_SCALARS: usize = 1_024;

/// A text, read: one or more ways to write it as comparable words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// At least one; the first is the plainest. More than one where a script can be read in several ways.
    pub readings: Vec<Reading>,
    /// What was undone to get there, in the order of the enum, each once. Shown to the reviewer.
    pub disguises: Vec<Disguise>,
}

/// One way to write a name as words: lower case, one alphabet, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Never empty; no word is empty.
    pub words: Vec<String>,
}

/// A way of writing that looks like one name to a person and like another to a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disguise {
    /// Zero-width, bidirectional or other invisible characters stood inside the text.
    Invisible,
    /// A word mixed letters of several scripts that look alike.
    LookAlike,
    /// Full-width, mathematical or other compatibility letters.
    Compatibility,
    /// More combining marks than any writing system uses.
    MarkFlood,
    /// Digits that stood for letters.
    DigitForLetter,
}

/// Why a text can't be read as a name. Never "no match": the outcome of such a question is indeterminate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing is left that could be compared: empty, blanks, punctuation only.
    Empty,
    /// Longer than [`MAX_SCALARS`]; the length found.
    TooLong(usize),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Empty => f.write_str("the name has no letter or digit in it: enter the name as the party writes it"),
            ReadError::TooLong(found) => {
                write!(f, "the name has {found} characters and at most {MAX_SCALARS} are read: enter the name without addresses or remarks")
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a text as a name.
///
/// # Errors
/// [`ReadError`] when nothing comparable is left, or the text is over-long.
pub fn read(text: &str) -> Result<Read, ReadError> {
    let scalars = text.chars().count();
    if scalars > MAX_SCALARS {
        return Err(ReadError::TooLong(scalars));
    }
    let nfkd = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let folded = CaseMapper::new().fold_string(&nfkd);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric() && !is_mark(c))
        .map(|word| word.chars().filter(|c| !is_mark(*c)).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Read { readings: vec![Reading { words }], disguises: Vec::new() })
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\'' | '\u{2019}' | '\u{2bc}')
}
