//! Every ISO code against the rules that a deal looks at, cell by cell from the staged tables.

use super::{ask, question, shared};
use redzone_screen::deal::Tri;
use std::collections::BTreeMap;

/// The columns that say which codes a rule reaches.
const CELLS: [(&str, &str, &str); 2] =
    [("advanced_computing_b_scope", "us-ear-advanced-computing", "lower"), ("macau_or_d5", "us-ear-macau-or-d5", "memory")];

#[test]
fn every_code_against_every_scope() {
    let Some(path) = shared("facts/country_groups.csv") else { return };
    let mut cells = 0;
    for row in csv::Reader::from_path(path).unwrap().deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        let code = row["iso2"].as_str();
        for (column, id, tier) in CELLS {
            let eccn = if tier == "memory" { "3A090.c" } else { "3A090.b" };
            let speaks = |path: &str| holds(&[("destination", code), ("installation", "DE"), (path, code)], eccn, id);
            check(&row[column], speaks("destination"), code, id);
            cells += 1;
        }
        // A headquarters is looked at worldwide; it reaches Macau or D:5 as the tables say.
        let found = holds(&[("parties.0.headquarters", code)], "3A090.b", "us-ear-headquarters");
        check(&row["macau_or_d5"], found, code, "us-ear-headquarters");
        cells += 1;
    }
    assert_eq!(cells, 750);
}

fn check(cell: &str, found: Tri, code: &str, id: &str) {
    match cell {
        "yes" => assert_eq!(found, Tri::Yes, "{code}: {id} must hold"),
        "no" | "unknown" => assert_eq!(found, Tri::No, "{code}: {id} must not speak"),
        _ => {}
    }
}

fn holds(changes: &[(&str, &str)], eccn: &str, id: &str) -> Tri {
    let mut whole = question::quiet();
    question::set(&mut whole, "as_of", Some("2026-07-23".into()));
    question::set(&mut whole, "items.0.eccn", Some(eccn.into()));
    for (path, value) in changes {
        question::set(&mut whole, path, Some((*value).into()));
    }
    let found = ask(&question::json(&whole));
    Tri::any(found.lines.iter().filter(|line| line.rule.from.id.as_ref() == id).map(|line| line.holds))
}
