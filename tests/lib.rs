//! Helpers shared by the suites in this folder.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // what only tests call may fail loudly

use redzone_index::{Date, ListFacts, PackFacts, Policy, SecretKey, Trust};

pub mod perturb;
pub mod quality;

/// What the manifest of a small pack says: built on 2026-07-31, good for a year, to be signed with one key.
pub fn facts(lists: Vec<ListFacts>, key: &SecretKey) -> PackFacts {
    let day = |text| Date::parse(text).unwrap();
    PackFacts {
        version: PackFacts::version(day("2026-07-31"), 1),
        engine: "0.1.0".into(),
        fold: redzone_names::FOLD_VERSION,
        built: day("2026-07-31"),
        expires: day("2027-07-31"),
        policy: Policy::default(),
        notice: None,
        lists,
        rules: None,
        waivers: Vec::new(),
        trust: Trust::any(&[key.public()]),
    }
}
