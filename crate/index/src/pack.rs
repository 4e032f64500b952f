//! Writing: entries to a list's two files. The readers live elsewhere, so that a program that only reads links none of this.

use crate::{Date, Entry, Error, ErrorKind, FileFacts, ListFacts, Rows, detail, search};

/// What the writer must be told of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListHeader {
    /// `us-sdn` ...
    pub id: String,
    /// For people.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Published on.
    pub as_of: Date,
}

/// A list's two files and what the manifest says of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFiles {
    /// For the manifest.
    pub facts: ListFacts,
    /// The bytes of the search part.
    pub search: Vec<u8>,
    /// The bytes of the detail part.
    pub detail: Vec<u8>,
}

/// The entries in the order in which an index numbers them: by the words of the primary name, then by id. Like names stand together, which
/// saves some tenth of the search part. The order of the entries given does not matter.
pub fn index_order(entries: &[Entry]) -> Vec<Entry> {
    let mut keyed: Vec<(Vec<String>, &Entry)> = entries
        .iter()
        .map(|entry| {
            let read = entry.names.first().and_then(|name| redzone_names::read(&name.text).ok());
            (read.and_then(|read| read.readings.into_iter().next()).map(|first| first.words).unwrap_or_default(), entry)
        })
        .collect();
    keyed.sort_by(|(words, entry), (others, other)| (words, &entry.id).cmp(&(others, &other.id)));
    keyed.into_iter().map(|(_, entry)| entry.clone()).collect()
}

/// Writes a list's files. Same entries, same bytes.
///
/// # Errors
/// `Input` when an entry can't be written: an unreadable name, an id twice, no primary name. Names the entry.
pub fn write_list(header: &ListHeader, entries: &[Entry]) -> Result<ListFiles, Error> {
    let entries = index_order(entries);
    let mut ids: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    ids.sort_unstable();
    if let Some(two) = ids.windows(2).find(|two| two[0] == two[1]) {
        return Err(Error::new(ErrorKind::Input, format!("the id {} stands twice in {}: correct the edition", two[0], header.id)));
    }
    let detail = detail::write(&entries)?;
    let (columns, search) = search::write(&entries)?;
    let facts = ListFacts {
        id: header.id.clone(),
        title: header.title.clone(),
        publisher: header.publisher.clone(),
        as_of: header.as_of,
        tier: String::new(),
        sources: Vec::new(),
        change: None,
        rows: Rows { read: columns.entry_count() as u32, ..Rows::default() },
        entries: columns.entry_count() as u32,
        names: columns.printed_count() as u32,
        words: columns.words.len() as u32,
        search: FileFacts::of(format!("{}.search.rz", header.id), &search),
        detail: FileFacts::of(format!("{}.detail.rz", header.id), &detail),
    };
    Ok(ListFiles { facts, search, detail })
}
