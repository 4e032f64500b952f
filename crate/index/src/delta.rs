//! The way from one pack to the next: what a reader with the older pack must be sent to have the newer one, byte for byte.
//!
//! A file is rebuilt from pieces of the older file and from new bytes. Whatever a delta says, what comes out is believed only when it has
//! the length and the digest that a signed manifest names.

use crate::{ByteReader, ByteWriter, Digest, Error, ErrorKind, FileFacts, Manifest};
use std::collections::BTreeMap;

/// The first bytes of every delta.
const MAGIC: &[u8; 8] = b"rzdelta\0";
const VERSION: u16 = 1;
/// Bytes that must agree before a piece of the older file is used.
const BLOCK: usize = 32;
const WHAT: &str = "the delta";

/// The files of a pack by name, the manifest not among them.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files that a manifest names.
pub fn files_of(manifest: &Manifest) -> impl Iterator<Item = &FileFacts> {
    let lists = manifest.lists().iter().flat_map(|list| [&list.search, &list.detail]);
    lists.chain(&manifest.facts().rules)
}

/// What leads from the pack of `older` to that of `newer`. `manifest` is the newer pack's manifest as it stands in its file.
pub fn make(older: &Manifest, had: &Files, newer: &Manifest, manifest: &[u8], files: &Files) -> Vec<u8> {
    let mut writer = ByteWriter::new();
    writer.raw(MAGIC);
    writer.u16(VERSION);
    writer.raw(&older.digest().0);
    writer.block(manifest);
    let nothing = Vec::new();
    for facts in files_of(newer) {
        let was = had.get(&facts.name).unwrap_or(&nothing);
        let is = files.get(&facts.name).unwrap_or(&nothing);
        writer.block(&if was == is { Vec::new() } else { steps(was, is) });
    }
    writer.into_bytes()
}

/// A delta, its frame read and nothing in it believed yet.
pub struct Delta<'a> {
    /// The digest of the manifest that it starts from.
    pub from: Digest,
    /// The newer manifest's bytes, to be verified.
    pub manifest: &'a [u8],
    files: ByteReader<'a>,
}

impl<'a> Delta<'a> {
    /// Reads the frame.
    ///
    /// # Errors
    /// `Version`, `Malformed`.
    pub fn read(bytes: &'a [u8]) -> Result<Delta<'a>, Error> {
        let mut reader = ByteReader::new(bytes, WHAT);
        if reader.raw(MAGIC.len())? != MAGIC {
            return Err(reader.error("it does not begin as a delta does"));
        }
        let version = reader.u16()?;
        if version != VERSION {
            let text = format!("the delta has format version {version} and this program reads {VERSION}: fetch the whole pack instead");
            return Err(Error::new(ErrorKind::Version, text));
        }
        let from = Digest(reader.array()?);
        Ok(Delta { from, manifest: reader.block()?, files: reader })
    }

    /// The files of the newer pack, each with the length and digest that its verified manifest names.
    ///
    /// # Errors
    /// `Malformed` for a step that leads out of the older file or past a file's length; `Length`, `Digest`.
    pub fn apply(mut self, had: &Files, newer: &Manifest) -> Result<Files, Error> {
        let mut files = Files::new();
        let nothing = Vec::new();
        for facts in files_of(newer) {
            let was = had.get(&facts.name).unwrap_or(&nothing);
            let steps = self.files.block()?;
            let is = if steps.is_empty() { was.clone() } else { follow(was, steps, facts.length)? };
            facts.check(&is)?;
            files.insert(facts.name.clone(), is);
        }
        self.files.end()?;
        Ok(files)
    }
}

/// New bytes and pieces of the older file by turns: a block of bytes, then where a piece begins and how long it is; a piece of no length ends.
fn steps(was: &[u8], is: &[u8]) -> Vec<u8> {
    let mut places: BTreeMap<&[u8], usize> = BTreeMap::new();
    for (at, block) in was.chunks_exact(BLOCK).enumerate() {
        places.entry(block).or_insert(at * BLOCK);
    }
    let mut writer = ByteWriter::new();
    let (mut at, mut fresh) = (0, 0);
    while at + BLOCK <= is.len() {
        let Some(&place) = places.get(&is[at..at + BLOCK]) else {
            at += 1;
            continue;
        };
        let back = was[..place].iter().rev().zip(is[fresh..at].iter().rev()).take_while(|(a, b)| a == b).count();
        let on = was[place..].iter().zip(&is[at..]).take_while(|(a, b)| a == b).count();
        writer.block(&is[fresh..at - back]);
        writer.count(place - back);
        writer.count(back + on);
        at += on;
        fresh = at;
    }
    writer.block(&is[fresh..]);
    writer.count(0);
    writer.count(0);
    writer.into_bytes()
}

fn follow(was: &[u8], steps: &[u8], length: u64) -> Result<Vec<u8>, Error> {
    let mut reader = ByteReader::new(steps, WHAT);
    let mut is = Vec::new();
    loop {
        is.extend_from_slice(reader.block()?);
        let (place, count) = (reader.varint()?, reader.varint()?);
        if count == 0 {
            break;
        }
        let end = place.checked_add(count).and_then(|end| usize::try_from(end).ok());
        let piece = end.and_then(|end| was.get(usize::try_from(place).ok()?..end));
        is.extend_from_slice(piece.ok_or_else(|| reader.error("a piece lies outside the older file"))?);
        if is.len() as u64 > length {
            return Err(reader.error(format_args!("a file grows past the {length} bytes that the manifest names")));
        }
    }
    reader.end()?;
    Ok(is)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever was there, the steps lead to what is.
        #[test]
        fn steps_lead_there(was in proptest::collection::vec(0..4u8, 0..600), cut in 0..600usize, more in proptest::collection::vec(any::<u8>(), 0..80)) {
            let cut = cut.min(was.len());
            let is = [&was[cut..], &more, &was[..cut], &was[cut / 2..]].concat();
            prop_assert_eq!(&follow(&was, &steps(&was, &is), is.len() as u64).unwrap(), &is);
            prop_assert_eq!(&follow(&was, &steps(&was, &[]), 0).unwrap(), &Vec::<u8>::new());
        }

        /// Any steps at all end in bytes or in an error, and never grow past the length.
        #[test]
        fn any_steps_are_bounded(was in proptest::collection::vec(any::<u8>(), 0..100), steps in proptest::collection::vec(any::<u8>(), 0..60)) {
            if let Ok(is) = follow(&was, &steps, 300) {
                prop_assert!(is.len() <= 360);
            }
        }
    }
}
