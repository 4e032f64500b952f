//! What a manifest says: the pack, its lists, their files.

use super::{Policy, Trust};
use crate::{Date, Digest, Error, ErrorKind};

/// The facts that a manifest signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFacts {
    /// Rises with every pack of one publisher: the day of the build as the digits `YYYYMMDD`, then three for the number of the pack on that
    /// day. So nobody can number far ahead and lock readers out of what comes next.
    pub version: u64,
    /// The version of the program that built the pack.
    pub engine: String,
    /// The version of the text rules that folded the names.
    pub fold: u16,
    /// When the pack was built: the newest list's day unless the builder gave another. Not before any list's day.
    pub built: Date,
    /// The last day on which the pack may be used.
    pub expires: Date,
    /// When lists are too old.
    pub policy: Policy,
    /// What must be said with every answer, and how long such a pack may be used.
    pub notice: Option<Notice>,
    /// The lists, by id in rising order.
    pub lists: Vec<ListFacts>,
    /// The rules file, when the pack has one.
    pub rules: Option<FileFacts>,
    /// Guards that were waived on purpose when the editions were made, each one line.
    pub waivers: Vec<String>,
    /// Whose signatures the next pack must bear. This one bears them too.
    pub trust: Trust,
}

impl PackFacts {
    /// The version of the pack with a number (1 to 999) among those built on a day.
    pub fn version(built: Date, number: u16) -> u64 {
        let day = u64::from(built.year()) * 10_000 + u64::from(built.month()) * 100 + u64::from(built.day());
        day * 1_000 + u64::from(number.clamp(1, 999))
    }
}

/// A standing notice: `starter` means "starter data, not current". A pack with a notice has a stop of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A short code; the words shown for it live in message files.
    pub code: String,
    /// Takes the place of [`Policy::stop`].
    pub stop: u16,
}

/// One list of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFacts {
    /// `us-sdn` ...: lower-case letters, digits, hyphens.
    pub id: String,
    /// The list's name, for people.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// The day on which it was published as it stands here.
    pub as_of: Date,
    /// `due-diligence` for a list that asks for care and prohibits nothing; empty for the others.
    pub tier: String,
    /// The publisher's files it was made from, in the order of the edition. Empty where nobody said.
    pub sources: Vec<Source>,
    /// What the publisher changed since the edition before; `None` for a first edition.
    pub change: Option<Change>,
    /// How the rows of the publisher's file became the entries.
    pub rows: Rows,
    /// How many entries.
    pub entries: u32,
    /// How many printed names.
    pub names: u32,
    /// How many different words these names have: the keys of the search part's FST.
    pub words: u32,
    /// The search part.
    pub search: FileFacts,
    /// The detail part.
    pub detail: FileFacts,
}

/// A publisher's file that an edition was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it was recognised as, and its day where that is known: `ofac-aliases 2025-12`.
    pub form: String,
    /// The digest of its bytes.
    pub digest: Digest,
}

/// What changed from one edition of a list to the next, in entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The day of the edition before.
    pub since: Date,
    /// Entries that came.
    pub added: u32,
    /// Entries that went.
    pub delisted: u32,
    /// Parties that stand under another name or id.
    pub renamed: u32,
    /// Entries that stand in both and differ.
    pub changed: u32,
}

/// How the rows of a publisher's file became entries: `read` = entries + `joined` + `ended` + `dropped`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Rows or records in the file.
    pub read: u32,
    /// Rows that add to the entry of an earlier row.
    pub joined: u32,
    /// Records of parties that the publisher says are no longer listed.
    pub ended: u32,
    /// Rows that give no entry; each is named in the edition's problems.
    pub dropped: u32,
}

/// One file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Its name in the pack's directory.
    pub name: String,
    /// How many bytes.
    pub length: u64,
    /// The digest of its bytes.
    pub digest: Digest,
}

impl FileFacts {
    /// The facts of some bytes under a name.
    pub fn of(name: impl Into<String>, bytes: &[u8]) -> FileFacts {
        FileFacts { name: name.into(), length: bytes.len() as u64, digest: Digest::of(bytes) }
    }

    /// Length first, then digest.
    ///
    /// # Errors
    /// `Length` or `Digest`.
    pub fn check(&self, bytes: &[u8]) -> Result<(), Error> {
        let again = "fetch the whole pack again, so that all files are of one build";
        if bytes.len() as u64 != self.length {
            let text = format!("{} should have {} bytes and has {}: {again}", self.name, self.length, bytes.len());
            return Err(Error::new(ErrorKind::Length, text));
        }
        let found = Digest::of(bytes);
        if found != self.digest {
            let text = format!("{} should have the SHA-256 {} and has {found}: {again}", self.name, self.digest);
            return Err(Error::new(ErrorKind::Digest, text));
        }
        Ok(())
    }
}
