//! The record of a batch, written row by row: nothing of a row is kept in memory once its record stands in the file.

use redzone_index::Digest;
use redzone_record::batch::{self, Counts};
use redzone_record::sealed::Kind as Body;
use redzone_screen::{Hit, Question, Screener};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::path::Path;

use super::{Args, Lists};
use crate::case::CaseFile;
use crate::fault::{Fault, Kind};
use crate::output::Out;
use crate::pack::Pack;
use crate::verb::check::{self, MOST_KEPT};

/// A batch that is being recorded.
pub struct Batch<'l> {
    case: CaseFile,
    pack: &'l Pack,
    screener: &'l Screener,
    source: Digest,
    counts: Counts,
}

impl<'l> Batch<'l> {
    /// Begins, when a record is wanted.
    ///
    /// # Errors
    /// [`Kind::Usage`] when there is no signed pack: hits on a list that nobody vouches for are no record.
    pub fn open(args: &Args, lists: &'l Lists) -> Result<Option<Batch<'l>>, Fault> {
        let Some(case) = args.case.open()? else { return Ok(None) };
        let Lists::Signed(signed) = lists else {
            let what = "a record needs a signed pack, and --list names a plain file";
            return Err(Fault::new(Kind::Usage, what, "build a pack of the list (redzone build) and name it with --index"));
        };
        let (pack, screener) = &**signed;
        Ok(Some(Batch { case, pack, screener, source: digest(&args.queries)?, counts: Counts::default() }))
    }

    /// Screens a row and records it, with every party at the threshold: the hits, best first, and whether the answer is complete.
    ///
    /// # Errors
    /// When an entry can't be read or the disk has no room.
    pub fn row(&mut self, party: &str, question: &Question) -> Result<(Vec<Hit>, bool), Fault> {
        let question = Question { limit: MOST_KEPT, ..question.clone() };
        let (outcome, check) = check::ask(self.pack, self.screener, &question)?;
        if self.counts.rows == 0 {
            self.case.add(Body::Batch, batch::start(&check, [("source", self.source.to_string().into())]))?;
        }
        let row = batch::row(&check, self.counts.rows + 1, party);
        self.counts.add(&row);
        self.case.add(Body::Row, row)?;
        Ok((outcome.hits, outcome.doubts.is_empty()))
    }

    /// Ends the batch. Of a file without rows nothing is recorded.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn end(mut self, out: &Out) -> Result<(), Fault> {
        if self.counts.rows > 0 {
            self.case.add(Body::BatchEnd, self.counts.end())?;
        }
        self.case.commit(out)
    }
}

fn digest(path: &Path) -> Result<Digest, Fault> {
    let mut file = File::open(path).map_err(|why| Fault::reading(path, &why))?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match std::io::Read::read(&mut file, &mut buffer).map_err(|why| Fault::reading(path, &why))? {
            0 => return Ok(Digest(hash.finalize().into())),
            length => hash.update(&buffer[..length]),
        }
    }
}
