//! The questions of a case file, one after the other, rows of batches put together with what their batch says.

use redzone_record::report::Rows;
use redzone_record::sealed::{Kind as Body, Sealed};
use redzone_record::{Json, batch};
use std::path::{Path, PathBuf};

use super::{NO_RECORD, begins_like_a_record};
use crate::case::Lines;
use crate::fault::{Fault, Kind};

/// A question of a case file, with its answer.
pub struct Found {
    /// The line, counted from 1.
    pub line: usize,
    /// The record.
    pub sealed: Sealed,
    /// What was asked: a check (a row of a batch is one), a destination or a deal.
    pub kind: Body,
    /// The whole check, or the body of the record.
    pub body: Json,
    /// Whom or what it asks about, for people.
    pub asked: String,
    /// The file's own id for the party, when it has one.
    pub party: Option<String>,
}

impl Found {
    /// The digest of the pack that answered; empty when it is hidden.
    pub fn pack(&self) -> &str {
        let pack = self.body.get("pack");
        pack.map(|pack| pack.get("digest").unwrap_or(pack)).and_then(Json::as_text).unwrap_or_default()
    }
}

/// Reads the questions of a case file; other records are passed over.
pub struct Questions {
    lines: std::iter::Enumerate<Lines>,
    path: PathBuf,
    batch: Option<Json>,
    rows: Rows,
}

impl Questions {
    /// Opens a case file.
    ///
    /// # Errors
    /// [`Kind::BadInput`] for what is no record.
    pub fn open(path: &Path) -> Result<Questions, Fault> {
        begins_like_a_record(path)?;
        Ok(Questions { lines: Lines::open(path)?.enumerate(), path: path.to_owned(), batch: None, rows: Rows::default() })
    }

    fn take(&mut self, at: usize, line: &str) -> Result<Option<Found>, Fault> {
        let bad = |why: String| Fault::new(Kind::BadInput, format!("{}, line {}: {why}", self.path.display(), at + 1), NO_RECORD);
        let sealed = Sealed::read(line).and_then(|sealed| sealed.check().map(|()| sealed)).map_err(|why| bad(why.to_string()))?;
        let asked = self.rows.next(&sealed).map(|row| row.asked).unwrap_or_default();
        let (kind, body, party) = match (sealed.kind(), sealed.body().cloned()) {
            ("batch", body) => {
                self.batch = body;
                return Ok(None);
            }
            ("check", Some(check)) => (Body::Check, check, None),
            ("destination", Some(body)) => (Body::Destination, body, None),
            ("deal", Some(body)) => (Body::Deal, body, None),
            // A row that could not be asked about has no check.
            ("row", Some(row)) if row.get("rejected").is_none() => {
                let whole = self.batch.as_ref().and_then(|batch| batch::check(batch, &row));
                let party = row.get("party").and_then(Json::as_text).map(str::to_owned);
                (Body::Check, whole.ok_or_else(|| bad("a row without its batch".to_owned()))?, party)
            }
            _ => return Ok(None),
        };
        Ok(Some(Found { line: at + 1, sealed, kind, body, asked, party }))
    }
}

impl Iterator for Questions {
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
