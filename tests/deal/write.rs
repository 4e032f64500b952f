//! Every case of the suite with the whole answer, in canonical JSON: what the test of the Wasm module asks too, and holds the JSON Schema against.

use redzone_record::{Json, deal};
use redzone_screen::deal::determine;

use crate::shipped::pack;
use crate::{cases, question};

/// Names the file to write the cases to, one a line: name, question, answer.
const FILE: &str = "REDZONE_DEALS";

#[test]
fn every_case_has_its_ruling_in_canonical_json() {
    let mut lines = String::new();
    for case in cases::cases() {
        let json = question::json(&case.question);
        let asked = deal::question(&json, None).unwrap_or_else(|why| panic!("{}: {why}", case.name));
        let ruling = case.expected["ruling"].as_str().unwrap();
        let answer = deal::answer(pack(), &asked, &determine(pack(), &asked));
        assert_eq!(answer.get("ruling").and_then(Json::as_text), Some(ruling), "{}", case.name);
        lines += &Json::object([("name", case.name.into()), ("question", json), ("answer", answer)]).to_canonical();
        lines.push('\n');
    }
    if let Some(file) = std::env::var_os(FILE) {
        std::fs::write(file, lines).unwrap();
    }
}
