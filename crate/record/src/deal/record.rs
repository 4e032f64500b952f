//! The record of a determination.
//!
//! | member | what it holds |
//! | --- | --- |
//! | `schema` | [`RECORD`] |
//! | `engine`, `pack` | as in the record of a check; `pack.rules` is the digest of the rules file |
//! | `question` | the deal as it was asked, with the screening of its parties and the answers to its red flags |
//! | `answer` | the determination: see [`answer`]; it names the rules' version, every rule that fired and every obligation |

use redzone_index::Manifest;
use redzone_index::rules::Rules;
use redzone_screen::deal::{DealDetermination, DealQuestion, determine};

use super::{QuestionError, answer, question};
use crate::{Json, check};

/// The name and version of what [`record`] writes. A change of any member's meaning is another version.
pub const RECORD: &str = "redzone-determination-1";

/// Writes the record of a question, `asked`, that was read from `json` and got the answer `found`.
pub fn record(manifest: &Manifest, rules: &Rules, json: &Json, asked: &DealQuestion, found: &DealDetermination) -> Json {
    Json::object([
        ("schema", Json::from(RECORD)),
        ("engine", check::engine()),
        ("pack", check::pack(manifest, asked.as_of)),
        ("question", json.clone()),
        ("answer", answer(rules, asked, found)),
    ])
}

/// Asks the question of a recorded determination again, and writes the record of the answer now. `None` when the question does not show.
///
/// # Errors
/// When the question is none that can be asked.
pub fn again(manifest: &Manifest, rules: &Rules, recorded: &Json) -> Result<Option<Json>, QuestionError> {
    let shows = recorded.get("schema").and_then(Json::as_text) == Some(RECORD);
    let Some(json) = recorded.get("question").filter(|json| shows && crate::commit::hidden(json).is_none()) else { return Ok(None) };
    let asked = question(json, None)?;
    Ok(Some(record(manifest, rules, json, &asked, &determine(rules, &asked))))
}
