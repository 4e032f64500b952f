//! TEXT: any writing to comparable words.
//!
//! A name from a list and a name from a question go through the same door, [`read`], and come out as
//! [`Reading`]s: lower-case words in one alphabet that can be compared letter by letter. What this crate
//! does not know: lists, bytes, entries, browsers, dates, countries' laws.
//!
//! * [`read`]: text to a [`Read`]: readings, what was undone on the way ([`Disguise`]), or why it can't be read.
//! * [`place_key`]: the key under which a place name is looked up, in its own script.
//! * [`FOLD_VERSION`]: changes whenever any listed name could fold differently; an index folded by another
//!   version is refused by the reader.
//!
//! ```
//! let read = redzone_names::read("HUAWEI Technologies Co., Ltd.").unwrap();
//! assert_eq!(read.readings[0].words, ["huawei", "technologies", "co", "ltd"]);
//! ```

mod fold;
mod place;

pub use fold::{Disguise, MAX_SCALARS, Read, ReadError, Reading, read};
pub use place::place_key;

/// The version of everything that turns text into words. Written into every index and checked on opening.
pub const FOLD_VERSION: u16 = 1;
