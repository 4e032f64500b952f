//! The names section: every name as word numbers, entry by entry.
//!
//! Blocks, each with its length before it so that none runs into the next:
//! entries (names an entry), counts (words a name), kinds, printed, words (word numbers).

use crate::{ByteReader, ByteWriter, Columns, Error, NameKind};

const WHAT: &str = "the names section";

/// The kinds by their number in the file.
const KINDS: [NameKind; 5] = [NameKind::Primary, NameKind::Alias, NameKind::Former, NameKind::Now, NameKind::Weak];

/// Added to the kind of a name whose words state no short vowels.
const NO_VOWELS: u8 = 8;

pub(super) fn write(columns: &Columns) -> Vec<u8> {
    let (mut entries, mut counts, mut kinds, mut printed, mut words) =
        (ByteWriter::new(), ByteWriter::new(), ByteWriter::new(), ByteWriter::new(), ByteWriter::new());
    for entry in 0..columns.entry_count() as u32 {
        let names = columns.names_of(entry);
        entries.count(names.len());
        let mut last = 0;
        for name in names {
            counts.count(columns.words_of(name).len());
            let kind = KINDS.iter().position(|kind| *kind == columns.name_kinds[name as usize]).unwrap_or(0) as u8;
            kinds.u8(if columns.name_vowels[name as usize] { kind } else { kind | NO_VOWELS });
            let place = columns.name_printed[name as usize];
            printed.count(usize::from(place - last));
            last = place;
            for &word in columns.words_of(name) {
                words.varint(u64::from(word));
            }
        }
    }
    let mut out = ByteWriter::new();
    out.count(columns.name_words.len());
    for block in [entries, counts, kinds, printed, words] {
        out.block(&block.into_bytes());
    }
    out.into_bytes()
}

/// How many words all names have together, as announced, and checked to be no more than the section has bytes.
pub(super) fn count_words(section: &[u8]) -> Result<usize, Error> {
    ByteReader::new(section, WHAT).count()
}

pub(super) fn read(section: &[u8], columns: &mut Columns) -> Result<(), Error> {
    let mut reader = ByteReader::new(section, WHAT);
    let total = reader.count()?;
    let mut block = || reader.block().map(|bytes| ByteReader::new(bytes, WHAT));
    let (mut entries, mut counts, mut kinds, mut printed, mut words) = (block()?, block()?, block()?, block()?, block()?);
    reader.end()?;
    let most = columns.words.len() as u32;
    columns.entry_names = vec![0];
    columns.name_starts = vec![0];
    columns.name_words = Vec::with_capacity(total);
    while entries.left() > 0 {
        let names = entries.varint32()?;
        let mut place = 0u32;
        for _ in 0..names {
            let count = counts.varint32()?;
            if count == 0 {
                return Err(counts.error("a name has no word"));
            }
            for _ in 0..count {
                let word = words.varint32()?;
                if word >= most {
                    return Err(words.error(format_args!("word {word} of {most} is named")));
                }
                columns.name_words.push(word);
            }
            columns.name_starts.push(columns.name_words.len() as u32);
            let kind = kinds.u8()?;
            columns.name_vowels.push(kind & NO_VOWELS == 0);
            let known = KINDS.get(usize::from(kind & !NO_VOWELS));
            columns.name_kinds.push(*known.ok_or_else(|| kinds.error(format_args!("there is no name kind {kind}")))?);
            place = place.saturating_add(printed.varint32()?);
            columns.name_printed.push(u16::try_from(place).map_err(|_| printed.error("an entry has over 65,535 names"))?);
        }
        columns.entry_names.push(columns.name_kinds.len() as u32);
    }
    for column in [counts, kinds, printed, words] {
        column.end()?;
    }
    if columns.name_words.len() != total {
        return Err(reader.error(format_args!("the names have {} words and {total} are announced", columns.name_words.len())));
    }
    Ok(())
}
