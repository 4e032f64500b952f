//! A deal as JSON: the question, read with errors that name the field, and the answer.
//!
//! * [`question`]: a question from JSON. [`QuestionError`] says which field, what was expected and what was found.
//! * [`answer`]: a determination as canonical JSON, with the words that are shown.
//! * [`record`]: question and answer as the body of a record; [`again`] asks that of a record once more.
//! * [`screened`]: a question with the screening of its parties, owners and addresses filled in; [`rescreened`]: asked for again.
//! * [`SCHEMA`]: the JSON Schema of both.

mod answer;
mod object;
mod question;
mod record;
mod screened;
pub mod words;

pub use answer::{NAME, answer, asks, class, fact};
pub use object::QuestionError;
pub use question::{item, question};
pub use record::{RECORD, again, record};
pub use screened::{Wanted, rescreened, screened, screening};

/// The JSON Schema of question and answer, draft 2020-12.
pub const SCHEMA: &str = include_str!("deal/schema.json");
