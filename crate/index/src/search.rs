//! The search part: what an answer needs of a list, as columns. Written and read in the same order.

pub(crate) mod entries;
mod names;
mod numbers;

use crate::sections::{Part, Sections, write_sections};
use crate::{Columns, Entry, Error, ErrorKind, Identifiers, words};

const NAMES: &[u8; 4] = b"NAME";
const WORDS: &[u8; 4] = b"WORD";
const ENTRIES: &[u8; 4] = b"ENTR";
const IDENTIFIERS: &[u8; 4] = b"IDEN";

/// Writes the search part of a list whose entries stand in [`crate::index_order`].
pub(crate) fn write(entries: &[Entry]) -> Result<(Columns, Vec<u8>), Error> {
    let columns = Columns::from_entries(entries).map_err(|(id, name, why)| {
        Error::new(ErrorKind::Input, format!("the name `{name}` of entry {id} can't be indexed: {why}; correct the edition"))
    })?;
    if let Some((at, _)) = columns.name_printed.iter().enumerate().find(|(_, printed)| **printed == u16::MAX) {
        return Err(Error::new(ErrorKind::Input, format!("the entry of name {at} has over 65,535 names: split it")));
    }
    let file = write_sections(
        Part::Search,
        &[
            (*WORDS, words::write(&columns.words)?),
            (*NAMES, names::write(&columns)?),
            (*ENTRIES, entries::write(&columns)),
            (*IDENTIFIERS, numbers::write(&Identifiers::from_entries(entries))?),
        ],
    );
    Ok((columns, file))
}

/// Reads a search part. Any bytes may be given; that they are the right ones, the manifest's digest says.
pub(crate) fn read(file: &[u8]) -> Result<(Columns, Identifiers), Error> {
    let sections = Sections::of_verified(Part::Search, file)?;
    sections.only(&[*NAMES, *WORDS, *ENTRIES, *IDENTIFIERS])?;
    let mut columns = Columns::default();
    let used = names::count_words(sections.get(NAMES)?)?;
    columns.words = words::read(sections.get(WORDS)?, used)?;
    names::read(sections.get(NAMES)?, &mut columns)?;
    entries::read(sections.get(ENTRIES)?, &mut columns)?;
    let identifiers = numbers::read(sections.get(IDENTIFIERS)?, columns.entry_count())?;
    Ok((columns, identifiers))
}
