//! PROOF: the canonical record of what was asked, against what, with what result.
//!
//! * [`Json`]: values with exactly one canonical form (RFC 8785 without fractions); [`read`] takes that form only.
//! * [`record`]: a question, its outcome and the pack it was asked of, to a value that a stranger can check.
//! * [`replay`]: asks the question of a record again and says where the answers part.
//! * [`sealed`]: a record of a case file: number, time, digest of the one before it, optional signature; [`chain`] checks a whole file and [`Head`]
//!   names its end.
//! * [`commit`], [`disclose`]: the salted hash tree behind a record's digest, and how parts of a record are hidden and opened.
//! * [`batch`]: many checks that share their lists.
//! * [`decisions`]: what people decided about hits, carried from check to check; [`changes`]: what is new between two answers.
//! * [`report`]: records for people, spreadsheets and calendars.
//! * [`words`]: the words used for what the engine says, which are part of the schema.
//! * [`deal`]: a question about a deal from JSON, its answer to JSON.
//! * [`destination`]: a question about a destination and its answer, as the body of a record. [`ruled_again`] asks that of either again.
//! * [`digest`]: SHA-256 of the canonical form, in hex: the name of a record.
//!
//! ```
//! use redzone_record::{Json, read};
//! let record = Json::object([("verdict", Json::from("hit")), ("score", Json::from(9_200u16))]);
//! assert_eq!(record.to_canonical(), r#"{"score":9200,"verdict":"hit"}"#);
//! assert_eq!(read(&record.to_canonical()).unwrap(), record);
//! ```
//!
//! What this crate does not know: the terminal, the page, files, the clock.

pub mod batch;
pub mod chain;
pub mod changes;
mod check;
pub mod commit;
pub mod deal;
pub mod decisions;
pub mod destination;
pub mod disclose;
mod head;
mod hex;
mod json;
mod read;
mod replay;
pub mod report;
pub mod sealed;
pub mod words;

pub use check::{SCHEMA, question, record};
pub use head::Head;
pub use json::{Json, MAX_INTEGER};
pub use read::{ReadError, read};
pub use replay::{Cause, Difference, Replay, ReplayError, compare, replay};

use redzone_index::Manifest;
use redzone_index::rules::Rules;
use sha2::{Digest, Sha256};

/// Asks the question of a recorded answer about a deal or a destination again, and writes the body of the answer now. `None` when it is neither, or
/// the question does not show in full.
///
/// # Errors
/// When the question is none that can be asked.
pub fn ruled_again(manifest: &Manifest, rules: &Rules, recorded: &Json) -> Result<Option<Json>, deal::QuestionError> {
    match recorded.get("schema").and_then(Json::as_text) {
        Some(deal::RECORD) => deal::again(manifest, rules, recorded),
        Some(destination::RECORD) => Ok(destination::again(manifest, rules, recorded)),
        _ => Ok(None),
    }
}

/// The SHA-256 of a value's canonical form: 64 lower-case hex digits.
pub fn digest(value: &Json) -> String {
    Sha256::digest(value.to_canonical().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
