//! The rule pack: dated, cited rules on places and lists.

mod place;

pub use place::{Meaning, Place, Region};
