//! Destinations: the shipped rule pack against scenarios (`scenarios.toml`), the staged facts, and what must always hold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

mod facts;
mod properties;
mod record;
mod scenarios;
mod states;

use redzone_compile::{places, rules};
use redzone_index::Date;
use redzone_index::rules::Rules;
use redzone_screen::destination::{DestinationQuestion, Determination, Ruling, determine};
use std::path::Path;
use std::sync::OnceLock;

/// The pack that `lists/rules/` makes.
fn pack() -> &'static Rules {
    static PACK: OnceLock<Rules> = OnceLock::new();
    PACK.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lists/rules");
        let files = rules::read_folder(&folder).unwrap();
        rules::compile(&files, places::names()).unwrap_or_else(|why| panic!("{why}"))
    })
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is no day"))
}

fn ask(place: &str, as_of: &str) -> Determination {
    determine(pack(), &DestinationQuestion::new(place, day(as_of)))
}

/// The word of a ruling, as the scenarios write it.
fn word(ruling: &Ruling) -> &'static str {
    match ruling {
        Ruling::Prohibited => "prohibited",
        Ruling::LicenseNeeded => "license needed",
        Ruling::ExceptionMayApply => "exception may apply",
        Ruling::NoRuleTriggered(_) => "no rule triggered",
        Ruling::Indeterminate => "indeterminate",
        Ruling::RuleChanging => "rule changing",
    }
}

#[test]
fn the_pack_comes_back_from_its_bytes_and_stays_small() {
    let bytes = pack().to_bytes();
    assert_eq!(&Rules::from_bytes(&bytes).unwrap(), pack());
    // `gzip -9` makes 103 kB of 317; the figure to stay under is 120. REDZONE_RULES_OUT=FILE writes the bytes out to be measured.
    assert!(bytes.len() < 340_000, "{} bytes", bytes.len());
    if let Some(path) = std::env::var_os("REDZONE_RULES_OUT") {
        std::fs::write(path, &bytes).unwrap();
    }
}
