//! BYTES: listed entries to files and back, and the signed manifest that names the files.
//!
//! The layout is specified in `FORMAT.md` beside this crate and nowhere else.
//!
//! * [`Entry`] and its parts: one listed party, as every publisher's file is turned into.
//! * [`Columns`]: what a search needs of a list, as flat arrays. The writer makes them from entries and writes
//!   them; the reader verifies bytes and gives them back.
//! * [`Manifest`]: what a pack says of itself, signed. It opens lists ([`OpenList`]), entries ([`Details`]) and rules, and nothing
//!   else does.
//! * [`write_list`]: entries to the two files of a list; [`Manifest::sign`]: their facts to a manifest.
//! * [`ByteWriter`], [`ByteReader`], [`write_sections`], [`Sections`]: the codec that every binary file uses.
//! * [`delta`]: what leads from one pack to the next.
//! * [`rules`]: places, and the dated, cited rules on places and lists.
//!
//! Any bytes may be given to any reader here: they come out as what was written, or as an [`Error`].
//!
//! What this crate does not know: how official files look, how names are compared, what a listing means in law.

mod columns;
mod country;
mod date;
pub mod delta;
mod detail;
mod digest;
mod entry;
mod error;
mod identifiers;
mod key;
mod list;
mod manifest;
mod pack;
pub mod rules;
mod search;
mod sections;
mod wire;
mod words;

pub use columns::{Columns, EntryNumber, NameNumber, WordNumber, WordTable};
pub use country::Country;
pub use date::{Date, DateSpan};
pub use detail::Details;
pub use digest::Digest;
pub use entry::{Address, Entry, Identifier, ListedName, NameKind, PartyKind, Vessel};
pub use error::{Error, ErrorKind};
pub use identifiers::{Identifiers, identifier_key};
pub use key::{PublicKey, SecretKey};
pub use list::OpenList;
pub use manifest::{Age, Change, FileFacts, Freshness, ListFacts, Manifest, Notice, PackFacts, Policy, Rows, Source, Trust};
pub use pack::{ListFiles, ListHeader, index_order, write_list};
pub use sections::{FORMAT_VERSION, Part, Sections, Tag, write_sections};
pub use wire::{ByteReader, ByteWriter};

/// Refuses what was folded by another version of the text rules.
fn check_fold(what: &str, found: u16) -> Result<(), Error> {
    let ours = redzone_names::FOLD_VERSION;
    if found == ours {
        return Ok(());
    }
    let text = format!(
        "the {what} was folded by version {found} of the text rules and this program uses {ours}: rebuild the pack with this program"
    );
    Err(Error::new(ErrorKind::Fold, text))
}
