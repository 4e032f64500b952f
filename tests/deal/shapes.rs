//! The TypeScript types of a deal cannot lie: every question and answer of the suite is read into the shapes they are made from, with no
//! field left over, and comes out the same.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

mod cases;
mod question;
mod shipped;

use redzone_record::{Json, deal};
use redzone_screen::deal::{classify, determine};
use redzone_wasm::deal_shapes::{DealAnswer, DealQuestion, ItemClass};
use serde::{Serialize, de::DeserializeOwned};
use shipped::pack;

fn same<T: Serialize + DeserializeOwned>(json: &Json, name: &str) {
    let text = json.to_canonical();
    let shape: T = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{name}: {why}\n{text}"));
    let (written, wanted): (serde_json::Value, serde_json::Value) =
        (serde_json::to_value(shape).unwrap(), serde_json::from_str(&text).unwrap());
    assert_eq!(written, wanted, "{name}");
}

#[test]
fn every_question_and_answer_fits_its_shape() {
    for case in cases::cases() {
        let json = question::json(&case.question);
        let asked = deal::question(&json, None).unwrap();
        same::<DealQuestion>(&json, &case.name);
        same::<DealAnswer>(&deal::answer(pack(), &asked, &determine(pack(), &asked)), &case.name);
        for item in &asked.items {
            same::<ItemClass>(&deal::class(&classify(item.kind, &item.figures), item.kind), &case.name);
        }
        assert!(!case.expected.is_empty());
    }
}
