//! The shipped pack against the staged facts, row by row. Skipped, and said, where `../shared` is not there.

use super::*;
use redzone_index::rules::{Confidence, Groups, Jurisdiction, Marks, Place, State, Test};

fn facts(name: &str) -> Option<Vec<std::collections::HashMap<String, String>>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/facts").join(name);
    let Ok(text) = std::fs::read(&path) else {
        println!("skipped: ../shared/facts/{name} is not there");
        return None;
    };
    Some(csv::Reader::from_reader(text.as_slice()).deserialize().map(Result::unwrap).collect())
}

#[test]
fn every_code_has_the_groups_and_marks_of_the_tables() {
    let Some(rows) = facts("country_groups.csv") else { return };
    for row in &rows {
        let code = row["iso2"].as_str();
        // The day of the copies; the country's own row, or that of the country it follows.
        let found = ask(code, "2026-07-23");
        let tables = found.tables.unwrap();
        let source = rows.iter().find(|other| other["iso2"] == row["inherits_from"]).filter(|_| row["groups"].is_empty()).unwrap_or(row);
        let groups = tables.groups.map(|groups| groups.to_string()).unwrap_or_default();
        assert_eq!(groups, source["groups"].replace('|', " "), "{code}");
        let chart = if row["chart_marks"].is_empty() { source } else { row };
        let expected = Marks::parse(&chart["chart_marks"].replace('|', " ")).unwrap();
        assert_eq!(tables.marks.unwrap_or_default(), expected, "{code}");
        let unseen = |confidence: Confidence| confidence == Confidence::Unverified;
        if row["confidence"] != "verified" && !row["inherits_from"].is_empty() {
            assert!(tables.follows.iter().any(|row| unseen(row.from.confidence)), "{code} must be shown as unverified");
        }
    }
    assert_eq!(rows.len(), 250);
}

#[test]
fn macau_or_d5_and_the_advanced_computing_scope_reach_whom_the_facts_name() {
    let Some(rows) = facts("country_groups.csv") else { return };
    for row in &rows {
        let code = row["iso2"].as_str();
        let found = ask(code, "2026-07-23");
        let fires = |id: &str| found.fired.iter().any(|fired| fired.rule.from.id.as_ref() == id);
        for (column, id) in [("macau_or_d5", "us-ear-macau-or-d5"), ("advanced_computing_b_scope", "us-ear-advanced-computing")] {
            match row[column].as_str() {
                "yes" => assert!(fires(id), "{code}: {id} must fire"),
                "no" | "unknown" => assert!(!fires(id), "{code}: {id} must not fire"),
                _ => {}
            }
        }
    }
}

#[test]
fn a_headquarters_in_macau_or_d5_is_seen_from_anywhere() {
    let Some(rows) = facts("country_groups.csv") else { return };
    for row in &rows {
        let question =
            DestinationQuestion { headquarters: Some(row["iso2"].clone()), ..DestinationQuestion::new("Malaysia", day("2026-07-23")) };
        let found = determine(pack(), &question);
        let fires = found.fired.iter().any(|fired| fired.rule.from.id.as_ref() == "us-ear-headquarters");
        match row["macau_or_d5"].as_str() {
            "yes" => assert!(fires && matches!(found.ruling, Ruling::LicenseNeeded), "{}", row["iso2"]),
            _ => assert!(!fires, "{}", row["iso2"]),
        }
    }
}

/// Every cell: each ISO code against each rule on destinations that is in force. What a code is named by, follows and is a member of comes from the
/// staged tables; a rule speaks there and nowhere else.
#[test]
fn every_code_against_every_rule() {
    let (Some(rows), Some(embargoes)) = (facts("country_groups.csv"), facts("embargoes.csv")) else { return };
    let when = day("2026-07-23");
    let rules = pack()
        .rules
        .iter()
        .filter(|rule| rule.test == Test::Destination && rule.from.state != State::Announced && rule.from.valid.on(when).speaks());
    let rules: Vec<_> = rules.collect();
    let mut cells = 0;
    for row in &rows {
        let (code, follows) = (row["iso2"].as_str(), row["inherits_from"].as_str());
        let source = rows.iter().find(|other| other["iso2"] == follows).filter(|_| row["groups"].is_empty()).unwrap_or(row);
        let groups = Groups::parse(&source["groups"].replace('|', " ")).unwrap();
        let found = ask(code, "2026-07-23");
        for rule in &rules {
            let fact = rule.from.fact();
            // A row of the table names a country or a region of one, which no country is.
            let told: Vec<&str> = match embargoes.iter().filter(|row| row["id"].trim_end_matches("-ended") == fact).collect::<Vec<_>>()[..]
            {
                [] => rule.places.iter().filter(|place| place.region.is_none()).map(|place| place.country.as_str()).collect(),
                ref rows => rows.iter().filter(|row| row["region"].is_empty()).map(|row| row["iso2"].as_str()).collect(),
            };
            let named = told.contains(&code) || rule.jurisdiction == Jurisdiction::Us && told.contains(&follows);
            let member = groups.meets(rule.groups) && !groups.meets(rule.except);
            let fires = found.fired.iter().any(|fired| fired.rule.from.id == rule.from.id);
            assert_eq!(fires, named || member, "{code} x {}", rule.from.id);
            cells += 1;
        }
    }
    assert!(rules.len() >= 100 && cells == 250 * rules.len(), "{cells} cells of {} rules", rules.len());
    println!("{cells} cells");
}

#[test]
fn every_embargo_row_is_in_the_pack() {
    let Some(rows) = facts("embargoes.csv") else { return };
    for row in &rows {
        let id = row["id"].trim_end_matches("-ended");
        let rule = pack().rules.iter().find(|rule| rule.from.fact() == id).unwrap_or_else(|| panic!("{id} is lost"));
        let place = Place::parse(row["iso2"].as_str()).unwrap();
        assert!(rule.places.iter().all(|named| named.country == place.country), "{id}");
        assert!((rule.from.confidence == Confidence::Verified) == (row["confidence"] == "verified"), "{id}");
    }
}

#[test]
fn every_list_effect_and_event_is_in_the_pack() {
    for (file, column, prefix) in [("list_effects.csv", "list_code", "list-"), ("rule_events.csv", "id", "event-")] {
        let Some(rows) = facts(file) else { continue };
        for row in &rows {
            let id = format!("{prefix}{}", row[column]);
            assert!(pack().register.iter().any(|known| known.as_ref() == id), "{id} is lost");
        }
    }
}

/// A hit on a list whose effect is unknown could not say what it means.
#[test]
fn every_list_of_the_catalog_has_an_effect() {
    let catalog = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../lists/catalog.toml")).unwrap();
    let catalog: toml::Table = catalog.parse().unwrap();
    let lists: Vec<&str> = catalog["list"].as_array().unwrap().iter().filter_map(|list| list.get("id")?.as_str()).collect();
    assert!(lists.len() >= 12, "{lists:?}");
    for list in lists {
        assert!(pack().effect(list).is_some(), "{list}: add its id to import/maps.rs");
    }
}

/// The texts of a pack are shown, so they may not promise what the walls forbid the code to say.
#[test]
fn no_text_of_the_pack_promises_too_much() {
    for file in rules::read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../lists/rules")).unwrap() {
        for word in file.text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase) {
            assert!(!["clear", "cleared", "approved", "safe"].contains(&word.as_str()), "{}: {word}", file.name);
        }
    }
}

/// The files that `import-rules` makes are those that are committed.
#[test]
fn the_imported_files_are_what_the_facts_give() {
    let Ok(texts) = rules::import::read_facts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared")) else {
        println!("skipped: ../shared is not there");
        return;
    };
    let committed = rules::read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../lists/rules")).unwrap();
    let facts = rules::import::FactFiles::of(&texts);
    let by_hand: Vec<_> = committed.iter().filter(|file| rules::import::BY_HAND.contains(&file.name.as_str())).cloned().collect();
    for made in rules::import::import(facts, &by_hand).unwrap() {
        let found = committed.iter().find(|file| file.name == made.name).unwrap_or_else(|| panic!("{} is not committed", made.name));
        assert!(found.text == made.text, "{} is stale: run import-rules", made.name);
    }
}
