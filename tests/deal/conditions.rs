//! The vocabulary of conditions on rows of our own, beside the shipped ones: what a word means must not hang on which rows use it today.

use super::cases::texts;
use super::question::{answers, json, quiet, set};
use super::{read, word};
use redzone_compile::{places, rules};
use redzone_index::rules::{Level, Rules};
use redzone_record::deal::words;
use redzone_screen::deal::{DealDetermination, Tri, judge};
use std::path::Path;

/// The shipped rules and these rows.
fn with(rows: String) -> Rules {
    let mut files = rules::read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../lists/rules")).unwrap();
    let default = r#"[default]
authority = "the suite"
jurisdiction = "US"
title = "a row of the suite"
says = "what its condition says"
citation = "none"
source = "the suite"
as_of = "2026-10-01"
state = "printed"
confidence = "verified"
"#;
    files.push(rules::RuleFile { name: "suite.toml".into(), text: format!("{default}{rows}") });
    rules::compile(&files, places::names()).unwrap()
}

fn row(at: usize, when: &str) -> String {
    format!("[[item]]\nid = \"suite-{at}\"\ncode = \"suite-{at}\"\nlevel = \"license-needed\"\nwhen = \"{when}\"\n")
}

fn asked(pack: &Rules, case: &toml::Value) -> DealDetermination {
    let mut whole = quiet();
    for (path, value) in case.get("set").and_then(toml::Value::as_table).into_iter().flatten() {
        set(&mut whole, path, Some(value.clone()));
    }
    texts(case, "drop").iter().for_each(|path| set(&mut whole, path, None));
    answers(&mut whole, &[], &Default::default(), "2026-10-01");
    judge(pack, &read(&json(&whole)))
}

#[test]
fn every_word_says_what_it_means() {
    let table: toml::Table = include_str!("conditions.toml").parse().unwrap();
    let cases = table["case"].as_array().unwrap();
    let pack = with(cases.iter().enumerate().map(|(at, case)| row(at, case["when"].as_str().unwrap())).collect());
    for (at, case) in cases.iter().enumerate() {
        let (id, found) = (format!("suite-{at}"), asked(&pack, case));
        let lines = found.lines.iter().filter(|line| *line.rule.from.id == *id);
        assert_eq!(words::tri(Tri::any(lines.map(|line| line.holds))), case["holds"].as_str().unwrap(), "{case}");
    }
}

/// An exception for the chart lifts lines of the chart and no other; one for another rule lifts none of the chart.
#[test]
fn an_exception_for_the_chart_lifts_its_lines_alone() {
    let exception = |code: &str, refs: &str| {
        format!("[[exception]]\nid = \"exception-{code}\"\ncode = \"{code}\"\nwhen = \"destination DE\"\nrefs = \"{refs}\"\n")
    };
    let pack = with(
        row(0, "destination DE") + &exception("SUITE-RULE", "suite-1") + &exception("SUITE-CHART", "chart") + &row(1, "destination FR"),
    );
    let case = toml::toml! { set = { "items.0.eccn" = "0A602" } };
    let found = asked(&pack, &toml::Value::Table(case));
    let line = |id: &str| found.lines.iter().find(|line| line.rule.from.id.as_ref() == id).unwrap();
    assert_eq!((line("chart-DE").level, line("chart-DE").lifted_by.as_deref()), (Level::ExceptionMayApply, Some("SUITE-CHART")));
    assert_eq!((line("suite-0").level, line("suite-0").lifted_by.as_deref()), (Level::LicenseNeeded, None));
    assert!(line("suite-0").exceptions.is_empty());
    assert_eq!(word(&found), "license-needed");
}
