//! Deals as data: what is different from the quiet deal, and what must come of it.

use super::{ask, pack, question, word};
use redzone_index::rules::{ClauseKind, Level, State};
use redzone_screen::deal::{DealDetermination, Tri};
use std::collections::{BTreeMap, BTreeSet};

/// One case of `scenarios/*.toml`.
pub struct Case {
    pub name: String,
    pub question: toml::Value,
    pub expected: toml::Table,
}

const FILES: [(&str, &str); 7] = [
    ("items", include_str!("scenarios/items.toml")),
    ("parties", include_str!("scenarios/parties.toml")),
    ("ownership", include_str!("scenarios/ownership.toml")),
    ("end-use", include_str!("scenarios/end-use.toml")),
    ("exceptions", include_str!("scenarios/exceptions.toml")),
    ("places", include_str!("scenarios/places.toml")),
    ("flags", include_str!("scenarios/flags.toml")),
];

pub fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for (file, text) in FILES {
        let table: toml::Table = text.parse().unwrap_or_else(|why| panic!("{file}: {why}"));
        let bases = table.get("base").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        for (at, case) in table["case"].as_array().unwrap().iter().enumerate() {
            let name = format!("{file} {}: {}", at + 1, case["why"].as_str().unwrap());
            let mut whole = question::quiet();
            let mut own = BTreeMap::new();
            if let Some(base) = case.get("base") {
                apply(&mut whole, &mut own, &bases[base.as_str().unwrap()], &name);
            }
            apply(&mut whole, &mut own, case, &name);
            let open = texts(case, "open");
            let as_of = whole["as_of"].as_str().unwrap().to_owned();
            question::answers(&mut whole, &open, &own, &as_of);
            all.push(Case { name, question: whole, expected: case.as_table().unwrap().clone() });
        }
    }
    all
}

fn apply(whole: &mut toml::Value, answers: &mut BTreeMap<String, String>, change: &toml::Value, name: &str) {
    for (path, value) in change.get("set").and_then(toml::Value::as_table).into_iter().flatten() {
        question::set(whole, path, Some(value.clone()));
    }
    for path in texts(change, "drop") {
        question::set(whole, &path, None);
    }
    for (code, reply) in change.get("answers").and_then(toml::Value::as_table).into_iter().flatten() {
        answers.insert(code.clone(), reply.as_str().unwrap_or_else(|| panic!("{name}: {code}")).to_owned());
    }
}

fn texts(value: &toml::Value, key: &str) -> Vec<String> {
    value.get(key).and_then(toml::Value::as_array).into_iter().flatten().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn fires(found: &DealDetermination, id: &str, holds: Tri) -> bool {
    found.lines.iter().any(|line| line.rule.from.id.as_ref() == id && line.holds == holds)
}

fn told(found: &DealDetermination) -> String {
    let lines: Vec<String> = found
        .lines
        .iter()
        .map(|line| {
            format!(
                "{} {:?} {:?} {:?} lifted {:?} open {:?}",
                line.rule.from.id, line.level, line.holds, line.phase, line.lifted_by, line.open
            )
        })
        .collect();
    let flags: Vec<&str> = found.flags.iter().filter(|flag| flag.state.holds()).map(|flag| flag.code.as_ref()).collect();
    format!("\n  {}\n  gaps {:?} doubts {:?} open flags {flags:?} asks {:?}", lines.join("\n  "), found.gaps, found.doubts, found.asks)
}

#[test]
fn every_case_has_its_answer() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for case in cases() {
        count += 1;
        let found = ask(&question::json(&case.question));
        let expected = toml::Value::Table(case.expected.clone());
        let mut fail = |what: String| wrong.push(format!("{}: {what}{}", case.name, told(&found)));
        if word(&found) != case.expected["ruling"].as_str().unwrap() {
            fail(format!("expected {}, found {}", case.expected["ruling"], word(&found)));
        }
        for id in texts(&expected, "fires") {
            if !fires(&found, &id, Tri::Yes) {
                fail(format!("{id} must hold"));
            }
        }
        for id in texts(&expected, "may") {
            if !fires(&found, &id, Tri::Unknown) {
                fail(format!("{id} may hold"));
            }
        }
        for id in texts(&expected, "silent") {
            if fires(&found, &id, Tri::Yes) || fires(&found, &id, Tri::Unknown) {
                fail(format!("{id} must not speak"));
            }
        }
        for cite in texts(&expected, "cites") {
            if !found.lines.iter().any(|line| line.rule.from.citation.contains(&cite)) {
                fail(format!("{cite:?} must be cited"));
            }
        }
        for code in texts(&expected, "lifted") {
            if !found.lines.iter().any(|line| line.lifted_by.as_deref() == Some(code.as_str())) {
                fail(format!("{code} must lift a line"));
            }
        }
        for code in texts(&expected, "asks") {
            let asked = found.asks.iter().any(|ask| ask.as_ref() == code);
            let flagged = found.flags.iter().any(|flag| flag.code.as_ref() == code && flag.state.holds());
            if !asked && !flagged {
                fail(format!("{code} must be asked"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} wrong\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 300, "{count} cases");
    println!("{count} cases");
}

/// Every clause that can decide fires in some case, and so does every exception.
#[test]
fn every_row_that_can_fire_fires_in_a_case() {
    let mut fired: BTreeSet<String> = BTreeSet::new();
    for case in cases() {
        let found = ask(&question::json(&case.question));
        fired.extend(found.lines.iter().filter(|line| line.holds == Tri::Yes).map(|line| line.rule.from.id.to_string()));
        fired.extend(found.lines.iter().filter_map(|line| line.lifted_by.as_ref()).map(|code| format!("exception-{code}")));
        fired.extend(found.flags.iter().filter(|flag| flag.state.holds()).map(|flag| format!("flag-{}", flag.code)));
    }
    let silent: Vec<&str> = pack()
        .clauses
        .iter()
        .filter(|clause| match clause.kind {
            ClauseKind::Exception => !clause.refs.is_empty(),
            ClauseKind::Flag => clause.level > Level::Note,
            kind => kind <= ClauseKind::Conflict && clause.from.state != State::Announced,
        })
        .map(|clause| clause.from.id.as_ref())
        .filter(|id| !fired.contains(*id))
        .collect();
    assert!(silent.is_empty(), "never fire: {silent:?}");
}
