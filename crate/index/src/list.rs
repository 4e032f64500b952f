//! A list that was verified, and only such a one.

use crate::{Columns, EntryNumber, Error, Identifiers, ListFacts, search};

/// A list's search part, opened. Only [`crate::Manifest::open_list`] makes one, so holding it proves that its bytes are those a
/// trusted key signed and that every number in its columns was checked.
#[derive(Clone, Debug)]
pub struct OpenList {
    facts: ListFacts,
    columns: Columns,
    identifiers: Identifiers,
}

impl OpenList {
    /// What the manifest says of the list.
    pub fn facts(&self) -> &ListFacts {
        &self.facts
    }

    /// Its names and what else a search needs.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Its identifiers.
    pub fn identifiers(&self) -> &Identifiers {
        &self.identifiers
    }

    /// The entries that have an identifier, however it is printed.
    pub fn find_identifier(&self, printed: &str) -> &[EntryNumber] {
        self.identifiers.find(printed)
    }
}

pub(crate) fn open(facts: &ListFacts, bytes: &[u8]) -> Result<OpenList, Error> {
    let (columns, identifiers) = search::read(bytes)?;
    if columns.entry_count() != facts.entries as usize {
        let found = format!("it has {} entries and the manifest says {}", columns.entry_count(), facts.entries);
        return Err(Error::malformed(&facts.search.name, found));
    }
    let printed = columns.printed_count();
    if printed != facts.names as usize {
        return Err(Error::malformed(&facts.search.name, format_args!("it has {printed} names and the manifest says {}", facts.names)));
    }
    let words = columns.words.len();
    if words != facts.words as usize {
        return Err(Error::malformed(&facts.search.name, format_args!("it has {words} words and the manifest says {}", facts.words)));
    }
    Ok(OpenList { facts: facts.clone(), columns, identifiers })
}
