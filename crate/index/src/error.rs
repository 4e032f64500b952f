//! What can go wrong between bytes and entries.

use std::fmt;

/// Why something could not be read, verified or written. The text names what was expected, what was found and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    text: String,
}

/// What callers tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorKind {
    /// Bytes that do not follow `FORMAT.md`.
    Malformed,
    /// A format version that this reader does not know.
    Version,
    /// Folded by another version of the text rules: words would be compared that were made differently.
    Fold,
    /// Not signed by a trusted key, or changed after signing.
    Signature,
    /// Not as long as the manifest says.
    Length,
    /// Not the bytes that the manifest or the header names.
    Digest,
    /// Asked for a list, file or entry that is not there.
    Missing,
    /// The manifest's last day is over.
    Expired,
    /// Older than what it would replace.
    Rollback,
    /// Made after the day it is, or a day before what is there: a clock is wrong, or somebody numbers ahead.
    Clock,
    /// Something given to the writer that the format can't hold.
    Input,
}

impl Error {
    /// An error of a kind, with the words for the person who reads it.
    pub fn new(kind: ErrorKind, text: impl Into<String>) -> Error {
        Error { kind, text: text.into() }
    }

    /// For bytes that do not follow the format: `what` was being read and `found` is wrong with it.
    pub(crate) fn malformed(what: &str, found: impl fmt::Display) -> Error {
        Error::new(ErrorKind::Malformed, format!("{what} can't be read: {found}; fetch the file again or rebuild the pack"))
    }

    /// What callers branch on.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Error {}
