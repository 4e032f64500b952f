//! Writes every case of the suite to stdout, one a line: its name, its question and the answer, in canonical JSON. The test of the Wasm
//! module asks the same questions and holds the JSON Schema against both.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // run by a test, which may fail loudly

mod cases;
mod question;
mod shipped;

use redzone_record::{Json, deal};
use redzone_screen::deal::determine;
use shipped::pack;

fn main() {
    for case in cases::cases() {
        let json = question::json(&case.question);
        let asked = deal::question(&json, None).unwrap_or_else(|why| panic!("{}: {why}", case.name));
        let ruling = case.expected["ruling"].as_str().unwrap();
        let answer = deal::answer(pack(), &asked, &determine(pack(), &asked));
        assert_eq!(answer.get("ruling").and_then(Json::as_text), Some(ruling), "{}", case.name);
        println!("{}", Json::object([("name", case.name.into()), ("question", json), ("answer", answer)]).to_canonical());
    }
}
