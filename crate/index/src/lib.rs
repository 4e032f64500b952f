//! BYTES: listed entries to one file and back, and the signed manifest that names the files.
//!
//! The layout is specified in `FORMAT.md` beside this crate and nowhere else.
//!
//! * [`Entry`] and its parts: one listed party, as every publisher's file is turned into.
//! * [`Columns`]: what a search needs of a list, as flat arrays. The writer makes them from entries and writes
//!   them; the reader verifies bytes and gives them back.
//!
//! * [`rules`]: places, and the dated, cited rules on places and lists.
//!
//! What this crate does not know: how official files look, how names are compared, what a listing means in law.

mod columns;
mod country;
mod date;
mod entry;
pub mod rules;

pub use columns::{Columns, EntryNumber, NameNumber, WordNumber, WordTable};
pub use country::Country;
pub use date::{Date, DateSpan};
pub use entry::{Address, Entry, Identifier, ListedName, NameKind, PartyKind, Vessel};
