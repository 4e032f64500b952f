//! The record of an answer about a destination: asked again it gives the same bytes, and what is hidden is not taken for unstated.

use super::{day, pack};
use redzone_index::{Manifest, SecretKey};
use redzone_record::{Json, destination, read};
use redzone_screen::destination::{DestinationQuestion, determine};

fn manifest() -> Manifest {
    let key = SecretKey::from_seed(&[1; 32]);
    let facts = redzone_tests::facts(Vec::new(), &key);
    Manifest::verify(Manifest::sign(&facts, &[&key]).unwrap().as_bytes(), &[key.public()]).unwrap()
}

/// The record with one member put in the place of another, somewhere in its text.
fn with(record: &Json, from: &str, to: &str) -> Json {
    let text = record.to_canonical();
    assert!(text.contains(from), "{from} is not in {text}");
    read(&text.replacen(from, to, 1)).unwrap()
}

#[test]
fn a_recorded_answer_is_asked_again_to_the_same_bytes() {
    let manifest = manifest();
    for (place, headquarters) in [("Iran", None), ("Germany", None), ("Singapore", Some("China")), ("Nowhere at all", None)] {
        let mut question = DestinationQuestion::new(place, day("2026-08-01"));
        question.headquarters = headquarters.map(str::to_owned);
        let record = destination::record(&manifest, &question, &determine(pack(), &question));
        assert_eq!(read(&record.to_canonical()).as_ref(), Ok(&record), "{place}");
        assert_eq!(destination::again(&manifest, pack(), &record), Some(record), "{place}");
    }
}

#[test]
fn what_is_hidden_is_not_asked_as_if_it_were_unstated() {
    let manifest = manifest();
    let mut question = DestinationQuestion::new("Singapore", day("2026-08-01"));
    question.headquarters = Some("China".to_owned());
    let record = destination::record(&manifest, &question, &determine(pack(), &question));
    let hidden = format!("{{\"hidden\":\"{}\"}}", "0".repeat(64));
    let altered = with(&record, "\"headquarters\":\"China\"", "\"headquarters\":\"Germany\"");
    assert_ne!(destination::again(&manifest, pack(), &altered), Some(altered));
    for (member, value) in [("headquarters", "China"), ("place", "Singapore"), ("as_of", "2026-08-01")] {
        let redacted = with(&record, &format!("\"{member}\":\"{value}\""), &format!("\"{member}\":{hidden}"));
        assert_eq!(destination::again(&manifest, pack(), &redacted), None, "{member}");
    }
    assert_eq!(destination::again(&manifest, pack(), &with(&record, destination::RECORD, "redzone-destination-9")), Some(record));
}
