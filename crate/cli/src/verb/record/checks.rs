//! The checks of a case file, one after the other, rows of batches put together with what their batch says.

use redzone_record::sealed::Sealed;
use redzone_record::{Json, batch};
use std::path::{Path, PathBuf};

use super::{NO_RECORD, begins_like_a_record};
use crate::case::Lines;
use crate::fault::{Fault, Kind};

/// A check of a case file.
pub struct Found {
    /// The line, counted from 1.
    pub line: usize,
    /// The record.
    pub sealed: Sealed,
    /// The whole check.
    pub check: Json,
    /// The file's own id for the party, when it has one.
    pub party: Option<String>,
}

/// Reads the checks of a case file; other records are passed over.
pub struct Checks {
    lines: std::iter::Enumerate<Lines>,
    path: PathBuf,
    batch: Option<Json>,
}

impl Checks {
    /// Opens a case file.
    ///
    /// # Errors
    /// [`Kind::BadInput`] for what is no record.
    pub fn open(path: &Path) -> Result<Checks, Fault> {
        begins_like_a_record(path)?;
        Ok(Checks { lines: Lines::open(path)?.enumerate(), path: path.to_owned(), batch: None })
    }

    fn take(&mut self, at: usize, line: &str) -> Result<Option<Found>, Fault> {
        let bad = |why: String| Fault::new(Kind::BadInput, format!("{}, line {}: {why}", self.path.display(), at + 1), NO_RECORD);
        let sealed = Sealed::read(line).and_then(|sealed| sealed.check().map(|()| sealed)).map_err(|why| bad(why.to_string()))?;
        let body = sealed.body().cloned();
        let found = match (sealed.kind(), body) {
            ("batch", body) => {
                self.batch = body;
                None
            }
            ("check", Some(check)) => Some((check, None)),
            // A row that could not be asked about has no check.
            ("row", Some(row)) if row.get("rejected").is_some() => None,
            ("row", Some(row)) => {
                let whole = self.batch.as_ref().and_then(|batch| batch::check(batch, &row));
                let party = row.get("party").and_then(Json::as_text).map(str::to_owned);
                Some((whole.ok_or_else(|| bad("a row without its batch".to_owned()))?, party))
            }
            _ => None,
        };
        Ok(found.map(|(check, party)| Found { line: at + 1, sealed, check, party }))
    }
}

impl Iterator for Checks {
    type Item = Result<Found, Fault>;

    fn next(&mut self) -> Option<Result<Found, Fault>> {
        loop {
            let (at, line) = self.lines.next()?;
            match line.and_then(|line| self.take(at, &line)) {
                Ok(None) => {}
                Ok(Some(found)) => return Some(Ok(found)),
                Err(fault) => return Some(Err(fault)),
            }
        }
    }
}
