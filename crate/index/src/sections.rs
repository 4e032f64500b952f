//! The frame of every binary file: magic, versions, a table of sections, the sections.
//!
//! Sections follow each other without a gap in the order of the table, so they can't overlap, and the file ends where
//! the last one does.

use crate::{ByteReader, ByteWriter, Digest, Error, ErrorKind};

/// The version of the layout in `FORMAT.md`. A reader reads its own version only.
pub const FORMAT_VERSION: u16 = 1;

/// More than any file has; a table that announces more is refused before anything is read from it.
const MOST_SECTIONS: u32 = 16;

/// What kind of file: its first eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What an answer needs of a list.
    Search,
    /// The whole entries of a list.
    Detail,
    /// A rule pack.
    Rules,
}

impl Part {
    /// The kind of file that begins so.
    pub fn of(bytes: &[u8]) -> Option<Part> {
        [Part::Search, Part::Detail, Part::Rules].into_iter().find(|part| bytes.starts_with(part.magic()))
    }

    fn magic(self) -> &'static [u8; 8] {
        match self {
            Part::Search => b"rzsearch",
            Part::Detail => b"rzdetail",
            Part::Rules => b"rz rules",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Part::Search => "search part",
            Part::Detail => "detail part",
            Part::Rules => "rules file",
        }
    }
}

/// A section's name: four printable ASCII letters.
pub type Tag = [u8; 4];

/// Frames sections into a file.
pub fn write_sections(part: Part, sections: &[(Tag, Vec<u8>)]) -> Vec<u8> {
    let mut out = ByteWriter::new();
    out.raw(part.magic());
    out.u16(FORMAT_VERSION);
    out.u16(redzone_names::FOLD_VERSION);
    out.u32(sections.len() as u32);
    for (tag, bytes) in sections {
        out.raw(tag);
        out.u32(bytes.len() as u32);
        out.raw(&Digest::of(bytes).0);
    }
    for (_, bytes) in sections {
        out.raw(bytes);
    }
    out.into_bytes()
}

/// The verified sections of a file.
#[derive(Clone, Debug)]
pub struct Sections<'a> {
    part: Part,
    sections: Vec<(Tag, Digest, &'a [u8])>,
}

impl<'a> Sections<'a> {
    /// Checks magic, versions, the table, every length and every section's digest, in that order: for who has a file without its manifest.
    ///
    /// # Errors
    /// `Malformed`, `Version`, `Fold` or `Digest`.
    pub fn read(part: Part, bytes: &'a [u8]) -> Result<Sections<'a>, Error> {
        let framed = Sections::of_verified(part, bytes)?;
        for (tag, digest, bytes) in &framed.sections {
            let found = Digest::of(bytes);
            if found != *digest {
                return Err(Error::new(
                    ErrorKind::Digest,
                    format!(
                        "the section {} of the {} should have the digest {digest} and has {found}: fetch the file again",
                        tag.escape_ascii(),
                        part.name()
                    ),
                ));
            }
        }
        Ok(framed)
    }

    /// The same without the sections' digests, for bytes whose own digest was compared with the manifest's: that one covers every byte, so
    /// hashing them a second time would prove nothing more.
    ///
    /// # Errors
    /// `Malformed`, `Version` or `Fold`.
    pub(crate) fn of_verified(part: Part, bytes: &'a [u8]) -> Result<Sections<'a>, Error> {
        let mut reader = ByteReader::new(bytes, part.name());
        if reader.raw(8)? != part.magic() {
            return Err(reader.error("it does not begin as one does"));
        }
        let version = reader.u16()?;
        if version != FORMAT_VERSION {
            return Err(Error::new(
                ErrorKind::Version,
                format!(
                    "the {} has format version {version} and this program reads {FORMAT_VERSION}: use the program the pack was built with, or rebuild the pack",
                    part.name()
                ),
            ));
        }
        let fold = reader.u16()?;
        crate::check_fold(part.name(), fold)?;
        let count = reader.u32()?;
        if count > MOST_SECTIONS {
            return Err(reader.error(format_args!("it announces {count} sections and has {MOST_SECTIONS} at most")));
        }
        let mut table = Vec::new();
        for _ in 0..count {
            let tag: Tag = reader.array()?;
            let length = reader.u32()?;
            let digest = Digest(reader.array()?);
            if table.iter().any(|(other, _, _)| *other == tag) {
                return Err(reader.error(format_args!("the section {} stands there twice", tag.escape_ascii())));
            }
            table.push((tag, length, digest));
        }
        let mut sections = Vec::new();
        for (tag, length, digest) in table {
            sections.push((tag, digest, reader.raw(length as usize)?));
        }
        reader.end()?;
        Ok(Sections { part, sections })
    }

    /// The bytes of a section.
    ///
    /// # Errors
    /// `Malformed` when the file has none of that name.
    pub fn get(&self, tag: &Tag) -> Result<&'a [u8], Error> {
        let found = self.sections.iter().find(|(name, _, _)| name == tag).map(|(_, _, bytes)| *bytes);
        found.ok_or_else(|| Error::malformed(self.part.name(), format_args!("it has no section {}", tag.escape_ascii())))
    }

    /// Refuses a file with other sections than these: what a reader skips, it can't answer for.
    pub(crate) fn only(&self, tags: &[Tag]) -> Result<(), Error> {
        match self.sections.iter().find(|(tag, _, _)| !tags.contains(tag)) {
            None => Ok(()),
            Some((tag, _, _)) => Err(Error::malformed(self.part.name(), format_args!("it has an unknown section {}", tag.escape_ascii()))),
        }
    }

    /// Every section in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (Tag, Digest, &'a [u8])> {
        self.sections.iter().copied()
    }
}
