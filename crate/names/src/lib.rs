//! TEXT: any writing to comparable words.
//!
//! A name from a list and a name from a question go through the same door, [`read`], and come out as
//! [`Reading`]s: lower-case words in one alphabet that can be compared letter by letter. What this crate
//! does not know: lists, bytes, entries, browsers, dates, countries' laws.
//!
//! * [`read`]: text to a [`Read`]: readings, what was undone on the way ([`Disguise`]), or why it can't be read.
//! * [`spaced_out`]: the same for a text whose letters were written apart.
//! * [`bracketed`]: the other writings of a listed name with a short name in brackets.
//! * [`place_key`]: the key under which a place name is looked up, in its own script.
//! * [`sound`]: a word as it sounds, so that spellings of one sound meet; [`skeleton`]: its consonants alone.
//! * [`edit_cost`]: how far two words are apart, in hundredths of an edit; [`Pattern::edits`]: by how many letters, vowels taken for one.
//! * [`other_spellings`]: what a word with digits or look-alike letter pairs may have meant.
//! * [`capitals`]: a text in capitals, for numbers; [`is_known`]: whether this build knows its characters.
//! * [`load_tables`]: the tables of East Asian names, where they are not built in.
//! * [`FOLD_VERSION`]: changes whenever any listed name could fold differently; an index folded by another
//!   version is refused by the reader.
//!
//! ```
//! let read = redzone_names::read("HUAWEI Technologies Co., Ltd.").unwrap();
//! assert_eq!(read.readings[0].words, ["huawei", "technologies", "co", "ltd"]);
//! ```

mod arabic;
mod bracket;
mod cyrillic;
mod distance;
mod fold;
mod greek;
mod han;
mod hangul;
mod indic;
mod kana;
mod latin;
mod lookalike;
mod near;
mod place;
mod script;
mod small_scripts;
mod sound;
mod spellings;
mod tables;
mod thai;
mod unicode;

pub use bracket::bracketed;
pub use distance::{Edits, Pattern, edit_cost, flat_letter, letter_cost, swap_cost};
pub use fold::{Disguise, MAX_SCALARS, Read, ReadError, Reading, as_it_looks, read, spaced_out};
pub use place::place_key;
pub use sound::{is_vowel, skeleton, sound};
pub use spellings::{is_ordinal_ending, other_spellings};
#[cfg(feature = "tables")]
pub use tables::built_in_tables;
pub use tables::{NotTheTables, load_tables};
pub use unicode::{capitals, is_known};

/// The version of everything that turns text into words. Written into every index and checked on opening.
pub const FOLD_VERSION: u16 = 4;
