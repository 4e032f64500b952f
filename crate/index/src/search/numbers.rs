//! The identifiers section: sorted keys, each written as what it shares with the one before and the rest, and their entries.
//!
//! Blocks, each with its length before it: shared (bytes), rest lengths, rests, entries.

use crate::identifiers::in_key;
use crate::{ByteReader, ByteWriter, Error, ErrorKind, Identifiers};

const WHAT: &str = "the identifiers section";

/// A key has at most this many bytes; the longest number on the lists of 2026 has some 130.
const MOST_KEY_BYTES: usize = 4_096;

/// All keys together: some hundred times what all lists of 2026 together have.
const MOST_BYTES: usize = 1 << 26;

pub(super) fn write(identifiers: &Identifiers) -> Result<Vec<u8>, Error> {
    let mut blocks: [ByteWriter; 4] = Default::default();
    let [shared, lengths, rests, entries] = &mut blocks;
    let mut last = "";
    for pair in 0..identifiers.len() {
        let key = identifiers.key(pair);
        if key.len() > MOST_KEY_BYTES {
            let text =
                format!("the identifier {:.60}... has {} bytes and {MOST_KEY_BYTES} is the most: correct the edition", key, key.len());
            return Err(Error::new(ErrorKind::Input, text));
        }
        let same = key.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
        shared.count(same);
        lengths.count(key.len() - same);
        rests.raw(&key.as_bytes()[same..]);
        entries.varint(u64::from(identifiers.entries[pair]));
        last = key;
    }
    let mut out = ByteWriter::new();
    for block in blocks {
        out.block(&block.into_bytes());
    }
    Ok(out.into_bytes())
}

pub(super) fn read(section: &[u8], entry_count: usize) -> Result<Identifiers, Error> {
    let mut reader = ByteReader::new(section, WHAT);
    let mut block = || reader.block().map(|bytes| ByteReader::new(bytes, WHAT));
    let (mut shared, mut lengths, mut rests, mut entries) = (block()?, block()?, block()?, block()?);
    reader.end()?;
    let (mut keys, mut starts, mut numbers) = (Vec::<u8>::new(), vec![0u32], Vec::<u32>::new());
    let mut last = 0..0;
    while shared.left() > 0 {
        let (same, length) = (shared.varint32()? as usize, lengths.varint32()? as usize);
        if same > last.len() || same + length == 0 || same.saturating_add(length) > MOST_KEY_BYTES {
            return Err(reader.error("a number shares more than there is, is empty or is over-long"));
        }
        let start = keys.len();
        if start > MOST_BYTES {
            return Err(reader.error("its numbers are too many"));
        }
        keys.extend_from_within(last.start..last.start + same);
        keys.extend_from_slice(rests.raw(length)?);
        let entry = entries.varint32()?;
        if entry as usize >= entry_count {
            return Err(entries.error(format_args!("entry {entry} of {entry_count} is named")));
        }
        let rises = match keys[start..].cmp(&keys[last.clone()]) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Equal => numbers.last().is_some_and(|before| *before < entry),
            std::cmp::Ordering::Less => false,
        };
        if !rises {
            return Err(reader.error("the numbers are not in order"));
        }
        last = start..keys.len();
        starts.push(u32::try_from(keys.len()).map_err(|_| reader.error("it is over 4 GiB"))?);
        numbers.push(entry);
    }
    for column in [lengths, rests, entries] {
        column.end()?;
    }
    let keys = String::from_utf8(keys).map_err(|_| reader.error("a number is not UTF-8"))?;
    if !keys.chars().all(in_key) {
        return Err(reader.error("a number is not written as numbers are compared"));
    }
    if !starts.iter().all(|&start| keys.is_char_boundary(start as usize)) {
        return Err(reader.error("a number is not UTF-8"));
    }
    Ok(Identifiers { keys, starts, entries: numbers })
}
