//! The record of a batch, a line at a time: the page keeps the lines, and only the place of the last one stands here.

use redzone_index::{Digest, SecretKey};
use redzone_record::batch::{self, Counts};
use redzone_record::commit::Seed;
use redzone_record::sealed::{Kind, Place, Sealed, Stamp, seal};
use redzone_record::{Head, Json, read};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Fault;

/// A case file of one batch that is being written: `start`, a line for each row, `end`. Every call gives the next line, without its line end.
/// `at` is the time of the device, `seed` 32 fresh random bytes.
#[wasm_bindgen]
pub struct BatchRecord {
    wasm: Option<Digest>,
    key: Option<SecretKey>,
    last: Option<Place>,
    counts: Counts,
}

#[wasm_bindgen]
impl BatchRecord {
    /// `wasm` is the SHA-256 of the module that answers, `key` the text of a private key file, or empty.
    ///
    /// # Errors
    /// `input` for what is no key.
    #[wasm_bindgen(constructor)]
    pub fn new(wasm: &str, key: &str) -> Result<BatchRecord, JsValue> {
        let key = if key.is_empty() { None } else { Some(SecretKey::parse(key).map_err(Fault::from)?) };
        Ok(BatchRecord { wasm: Digest::parse(wasm), key, last: None, counts: Counts::default() })
    }

    /// The first line: what every row shares, from the check of any question with their settings, and the SHA-256 of the file of rows.
    ///
    /// # Errors
    /// `no-record` for what is no check.
    pub fn start(&mut self, check: &str, source: &str, at: &str, seed: &[u8]) -> Result<String, JsValue> {
        let body = batch::start(&json(check)?, [("source", Json::from(source))]);
        Ok(self.line(Kind::Batch, body, at, seed)?)
    }

    /// A row that was checked; `party` is the file's own id for it.
    ///
    /// # Errors
    /// `no-record` for what is no check.
    pub fn row(&mut self, check: &str, party: &str, at: &str, seed: &[u8]) -> Result<String, JsValue> {
        let body = batch::row(&json(check)?, self.counts.rows + 1, party);
        Ok(self.counted(body, at, seed)?)
    }

    /// A row that could not be asked about, and the code of why.
    ///
    /// # Errors
    /// `internal`.
    pub fn rejected(&mut self, why: &str, party: &str, at: &str, seed: &[u8]) -> Result<String, JsValue> {
        let body = batch::rejected(why, self.counts.rows + 1, party);
        Ok(self.counted(body, at, seed)?)
    }

    /// The last line: how many rows came out how.
    ///
    /// # Errors
    /// `internal`.
    pub fn end(&mut self, at: &str, seed: &[u8]) -> Result<String, JsValue> {
        let body = self.counts.end();
        Ok(self.line(Kind::BatchEnd, body, at, seed)?)
    }

    /// Names the end of the file as it is now; empty before the first line.
    pub fn head(&self) -> String {
        self.last.map(|place| Head::of(&place).to_string()).unwrap_or_default()
    }
}

impl BatchRecord {
    fn counted(&mut self, body: Json, at: &str, seed: &[u8]) -> Result<String, Fault> {
        let mut counts = self.counts;
        counts.add(&body);
        let line = self.line(Kind::Row, body, at, seed)?;
        self.counts = counts;
        Ok(line)
    }

    fn line(&mut self, kind: Kind, body: Json, at: &str, seed: &[u8]) -> Result<String, Fault> {
        let seed = seed.try_into().map_err(|_| Fault::new("internal", "expected a seed of 32 bytes"))?;
        let sealed = seal(kind, body, self.last.as_ref(), &Stamp::of_page(at, self.wasm), Seed(seed), self.key.as_ref());
        let sealed = sealed.map_err(|_| Fault::new("internal", "the record has a member that is reserved for hidden parts"))?;
        self.last = Sealed::place(&sealed);
        Ok(sealed.to_line())
    }
}

fn json(check: &str) -> Result<Json, Fault> {
    read(check).map_err(|why| Fault::new("no-record", why.to_string()))
}
