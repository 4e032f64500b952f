//! Deals: the shipped rule pack asked about whole questions, given as data.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

mod asks;
mod cases;
mod conditions;
mod expected;
mod items;
mod question;
mod replay;
mod scenarios;
mod shipped;
mod table;
mod unfavourable;
mod write;

use redzone_index::rules::Scope;
use redzone_record::Json;
use redzone_record::deal::words;
use redzone_screen::deal::{DealDetermination, DealQuestion, DealRuling, DealTest, determine, judge};
use shipped::pack;
use std::path::{Path, PathBuf};

fn read(json: &Json) -> DealQuestion {
    redzone_record::deal::question(json, None).unwrap_or_else(|why| panic!("{why}\n{}", json.to_canonical()))
}

/// The answer, without what would change it: suites ask thousands of times.
fn ask(json: &Json) -> DealDetermination {
    judge(pack(), &read(json))
}

#[test]
fn what_would_change_it_is_found_by_asking_again() {
    let mut whole = question::quiet();
    question::set(&mut whole, "legs", Some(toml::Value::Array(vec![toml::Value::Table(toml::toml! { place = "IR" })])));
    question::answers(&mut whole, &[], &Default::default(), "2026-10-01");
    let found = determine(pack(), &read(&question::json(&whole)));
    assert_eq!(word(&found), "prohibited");
    let route = found.variations.iter().find(|varied| varied.change == redzone_screen::deal::Change::WithoutLeg(0)).unwrap();
    assert_eq!(words::ruling(&route.ruling), "no-rule-triggered");
}

/// What the rules say of items that go to a place is not said of a party that sits there; what bars the place to every item is.
#[test]
fn where_a_party_sits_counts_only_what_reaches_every_item() {
    let mut barred = 0;
    for country in ["CN", "RU", "IR", "VE", "HK"] {
        let mut whole = question::quiet();
        question::set(&mut whole, "parties.0.country", Some(toml::Value::String(country.into())));
        let found = ask(&question::json(&whole));
        for line in found.lines.iter().filter(|line| line.test == DealTest::Location && line.party.is_some()) {
            let rule = pack().rules.iter().find(|rule| rule.from.id == line.rule.from.id).unwrap();
            assert_eq!(rule.scope, Scope::AllItems, "{country}: {}", rule.from.id);
            barred += 1;
        }
    }
    assert!(barred > 0);
}

#[test]
fn no_rule_triggered_says_how_much_was_asked() {
    let mut whole = question::quiet();
    question::answers(&mut whole, &[], &Default::default(), "2026-10-01");
    let found = ask(&question::json(&whole));
    let DealRuling::NoRuleTriggered(asked) = &found.ruling else { panic!("{:?}", found.ruling) };
    assert_eq!(asked.rules(), pack().rules.len() + pack().clauses.len());
    assert_eq!(asked.flags(), found.flags.len());
}

fn word(found: &DealDetermination) -> &'static str {
    words::ruling(&found.ruling)
}

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(path);
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}
