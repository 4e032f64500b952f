//! The detail part: whole entries, read one at a time when a hit is shown.

mod record;

use crate::sections::{Part, Sections, write_sections};
use crate::{ByteReader, ByteWriter, Digest, Entry, EntryNumber, Error, ErrorKind};
use record::Texts;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const TEXTS: &[u8; 4] = b"TEXT";
const LENGTHS: &[u8; 4] = b"SIZE";
const RECORDS: &[u8; 4] = b"RECS";
const WHAT: &str = "the detail part";

/// A text that stands in this many places is written once and named by number.
const SHARED_FROM: usize = 2;

/// Writes the detail part.
pub(crate) fn write(entries: &[Entry]) -> Result<Vec<u8>, Error> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in entries {
        record::check(entry)?;
        record::texts(entry, &mut |text| *uses.entry(text).or_default() += 1);
    }
    let mut shared: Vec<(&str, usize)> = uses.into_iter().filter(|(text, uses)| *uses >= SHARED_FROM && text.len() > 1).collect();
    shared.sort_by_key(|(text, uses)| (std::cmp::Reverse(*uses), *text));
    let numbers: BTreeMap<&str, u32> = shared.iter().enumerate().map(|(number, (text, _))| (*text, number as u32)).collect();
    let (mut texts, mut lengths, mut records) = (ByteWriter::new(), ByteWriter::new(), ByteWriter::new());
    for (text, _) in &shared {
        texts.text(text);
    }
    for entry in entries {
        let from = records.len();
        record::write(&mut records, entry, &|text| numbers.get(text).copied());
        lengths.count(records.len() - from);
    }
    let file = [(*TEXTS, texts.into_bytes()), (*LENGTHS, lengths.into_bytes()), (*RECORDS, records.into_bytes())];
    Ok(write_sections(Part::Detail, &file))
}

/// The entries of one list, each decoded when asked for.
#[derive(Clone, Debug)]
pub struct Details {
    records: Vec<u8>,
    /// Where each record starts, and the end of the last.
    record_starts: Vec<u32>,
    texts: String,
    /// Where each shared text starts, and the end of the last.
    text_starts: Vec<u32>,
    /// The entries by their publisher's id, once one was looked up by it.
    by_id: OnceLock<BTreeMap<String, EntryNumber>>,
}

impl Details {
    /// Reads a detail part. Any bytes may be given.
    pub(crate) fn read(file: &[u8]) -> Result<Details, Error> {
        let sections = Sections::of_verified(Part::Detail, file)?;
        sections.only(&[*TEXTS, *LENGTHS, *RECORDS])?;
        let (mut texts, mut text_starts) = (String::new(), vec![0]);
        let mut reader = ByteReader::new(sections.get(TEXTS)?, WHAT);
        while reader.left() > 0 {
            texts.push_str(reader.text()?);
            text_starts.push(texts.len() as u32);
        }
        let mut record_starts = vec![0];
        let mut end = 0u32;
        let mut reader = ByteReader::new(sections.get(LENGTHS)?, WHAT);
        while reader.left() > 0 {
            end = end.checked_add(reader.varint32()?).ok_or_else(|| reader.error("the entries are over 4 GiB"))?;
            record_starts.push(end);
        }
        let records = sections.get(RECORDS)?;
        if end as usize != records.len() {
            return Err(reader.error(format_args!("its entries should have {end} bytes and have {}", records.len())));
        }
        Ok(Details { records: records.to_vec(), record_starts, texts, text_starts, by_id: OnceLock::new() })
    }

    /// How many entries.
    pub fn len(&self) -> usize {
        self.record_starts.len() - 1
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One entry, with everything the edition said of it.
    ///
    /// # Errors
    /// `Missing` past the end; `Malformed` when its bytes do not follow the format.
    pub fn entry(&self, number: EntryNumber) -> Result<Entry, Error> {
        let at = number as usize;
        let bytes = match (self.record_starts.get(at), self.record_starts.get(at + 1)) {
            (Some(&from), Some(&to)) => self.records.get(from as usize..to as usize),
            _ => None,
        };
        let bytes = bytes.ok_or_else(|| {
            Error::new(
                ErrorKind::Missing,
                format!("entry {number} was asked for and the list has {}: search and detail part belong together", self.len()),
            )
        })?;
        let mut reader = ByteReader::new(bytes, "an entry");
        let entry = record::read(&mut reader, self)?;
        reader.end()?;
        Ok(entry)
    }

    /// The entry with that id of its publisher and that [digest](Entry::digest), as a record names it; `None` when the list has none such.
    ///
    /// # Errors
    /// `Malformed` when the bytes of an entry do not follow the format.
    pub fn find(&self, id: &str, digest: &str) -> Result<Option<Entry>, Error> {
        if self.by_id.get().is_none() {
            let all = (0..self.len() as EntryNumber).map(|number| Ok((self.entry(number)?.id, number)));
            // Set only here, and the same whoever comes first.
            let _ = self.by_id.set(all.collect::<Result<_, Error>>()?);
        }
        let number = self.by_id.get().and_then(|by_id| by_id.get(id));
        let found = number.map(|number| self.entry(*number)).transpose()?;
        Ok(found.filter(|entry| entry.digest().to_string() == digest))
    }
}

impl Texts for Details {
    fn shared(&self, number: u32) -> Option<&str> {
        let at = number as usize;
        self.texts.get(*self.text_starts.get(at)? as usize..*self.text_starts.get(at + 1)? as usize)
    }
}

impl Entry {
    /// A digest of everything the edition says of the entry: it changes when the entry does, and with nothing else.
    /// It is that of the record in `FORMAT.md` with every text written out.
    pub fn digest(&self) -> Digest {
        let mut out = ByteWriter::new();
        record::write(&mut out, self, &|_| None);
        Digest::of(&out.into_bytes())
    }
}
