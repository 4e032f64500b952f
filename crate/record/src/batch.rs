//! A batch: what all its rows share is written once, in front; each row then holds its own part of a check.

use crate::check::FORMER;
use crate::{Json, SCHEMA};

/// The form of the body of the record that begins a batch: `engine`, `pack`, `lists`, `settings` as in a check, and `source`, the digest of the file.
pub const BATCH: &str = "redzone-batch-2";
/// The form of the body of a row: `row`, counted from 1, `party`, the file's own id for it, and the other members of a check.
pub const ROW: &str = "redzone-row-2";
/// The form of the body of the record that ends a batch: `rows`, and how many of them had which verdict.
pub const BATCH_END: &str = "redzone-batch-end-1";

/// The forms of a batch, of its rows and of the checks that both together are.
const FORMS: [(&str, &str, &str); 2] = [(BATCH, ROW, SCHEMA), ("redzone-batch-1", "redzone-row-1", FORMER)];

/// The members of a check that all rows of a batch share.
const SHARED: [&str; 4] = ["engine", "lists", "pack", "settings"];

/// The body that begins a batch, from the check of any row: its shared members, and what is said of the batch beside them.
pub fn start(check: &Json, more: impl IntoIterator<Item = (&'static str, Json)>) -> Json {
    let shared = SHARED.into_iter().filter_map(|key| Some((key, check.get(key)?.clone())));
    Json::object([("schema", Json::from(BATCH))].into_iter().chain(shared).chain(more))
}

/// The body of a row, from its check.
pub fn row(check: &Json, number: u32, party: &str) -> Json {
    let Json::Object(members) = check else { return check.clone() };
    let own = members.iter().filter(|(key, _)| key != "schema" && !SHARED.contains(&key.as_str())).cloned();
    let front = [("schema", Json::from(ROW)), ("row", number.into()), ("party", party.into())];
    Json::object(front.map(|(key, value)| (key.to_owned(), value)).into_iter().chain(own))
}

/// The body of a row that could not be asked about, with the code of why: `row`, `party`, `rejected`, and a verdict of `indeterminate`.
pub fn rejected(why: &str, number: u32, party: &str) -> Json {
    let texts = [("schema", ROW), ("party", party), ("rejected", why), ("verdict", "indeterminate")];
    Json::object([("row", Json::from(number))].into_iter().chain(texts.map(|(key, text)| (key, Json::from(text)))))
}

/// The whole check again; `None` when either part is of another form, or the row could not be asked about.
pub fn check(batch: &Json, row: &Json) -> Option<Json> {
    let form = |part: &Json| part.get("schema").and_then(Json::as_text).map(str::to_owned);
    let (batch_form, row_form) = (form(batch)?, form(row)?);
    let (.., schema) = FORMS.into_iter().find(|(batch, row, _)| *batch == batch_form && *row == row_form)?;
    let Json::Object(members) = row else { return None };
    if row.get("rejected").is_some() {
        return None;
    }
    let shared = SHARED.into_iter().map(|key| Some((key.to_owned(), batch.get(key)?.clone()))).collect::<Option<Vec<_>>>()?;
    let own = members.iter().filter(|(key, _)| !matches!(key.as_str(), "schema" | "row" | "party")).cloned();
    Some(Json::object([("schema".to_owned(), Json::from(schema))].into_iter().chain(shared).chain(own)))
}

/// How many rows had which verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All rows.
    pub rows: u32,
    /// Rows with at least one party at the threshold.
    pub hit: u32,
    /// Rows in which nothing reached it, in a complete run.
    pub no_match: u32,
    /// Rows that could not be answered in full.
    pub indeterminate: u32,
}

impl Counts {
    /// Counts a row. A verdict that is not known counts as indeterminate.
    pub fn add(&mut self, row: &Json) {
        self.rows += 1;
        match row.get("verdict").and_then(Json::as_text) {
            Some("hit") => self.hit += 1,
            Some("no-match") => self.no_match += 1,
            _ => self.indeterminate += 1,
        }
    }

    /// The body that ends the batch.
    pub fn end(&self) -> Json {
        let counts = [("rows", self.rows), ("hit", self.hit), ("no_match", self.no_match), ("indeterminate", self.indeterminate)];
        Json::object([("schema", Json::from(BATCH_END))].into_iter().chain(counts.map(|(key, count)| (key, Json::from(count)))))
    }
}
