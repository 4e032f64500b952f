//! Deals as data: what is different from the quiet deal, and what must come of it.

use super::cases::{cases, texts};
use super::{ask, expected, pack, question, word};
use redzone_index::rules::{ClauseKind, Level, State};
use redzone_screen::deal::{DealDetermination, Tri};
use std::collections::BTreeSet;

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
        expected::faults(&question::json(&case.question), &case.expected).into_iter().for_each(&mut fail);
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
