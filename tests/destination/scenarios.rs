//! Every row of `scenarios.toml`: a place on a day to a ruling, the rules that fire, and what must be said.

use super::*;
use redzone_index::rules::Jurisdiction;

fn list<'a>(case: &'a toml::Table, key: &str) -> Vec<&'a str> {
    case.get(key).and_then(toml::Value::as_array).map(|items| items.iter().filter_map(toml::Value::as_str).collect()).unwrap_or_default()
}

#[test]
fn scenarios_give_their_rulings() {
    let file: toml::Table = include_str!("scenarios.toml").parse().unwrap();
    let cases = file["case"].as_array().unwrap();
    assert!(cases.len() >= 60, "only {} scenarios", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let case = case.as_table().unwrap();
        let known = ["place", "as_of", "headquarters", "law", "ruling", "fires", "silent", "cites", "doubts", "notes", "groups", "why"];
        assert!(case.keys().all(|key| known.contains(&key.as_str())), "an unknown key in {case:?}");
        let text = |key: &str| case.get(key).and_then(toml::Value::as_str);
        let (place, as_of) = (text("place").unwrap(), text("as_of").unwrap());
        let law = list(case, "law").into_iter().map(|law| match law {
            "US" => Jurisdiction::Us,
            "EU" => Jurisdiction::Eu,
            "GB" => Jurisdiction::Gb,
            "UN" => Jurisdiction::Un,
            other => panic!("law: {other}"),
        });
        let question = DestinationQuestion {
            headquarters: text("headquarters").map(str::to_owned),
            jurisdictions: law.collect(),
            ..DestinationQuestion::new(place, day(as_of))
        };
        let found = determine(pack(), &question);
        let mut differs = |what: String| wrong.push(format!("{place} on {as_of}: {what}"));
        if text("ruling") != Some(word(&found.ruling)) {
            differs(format!("expected {:?}, found {:?}; doubts {:?}", text("ruling"), word(&found.ruling), found.doubts));
        }
        let fired: Vec<&str> = found.fired.iter().map(|fired| fired.rule.from.id.as_ref()).collect();
        for id in list(case, "fires") {
            if !fired.contains(&id) {
                differs(format!("{id} did not fire, but {fired:?}"));
            }
        }
        for id in list(case, "silent") {
            if fired.contains(&id) {
                differs(format!("{id} fired"));
            }
        }
        for citation in list(case, "cites") {
            let rows = found.tables.iter().flat_map(|tables| tables.group_rows.iter().map(|row| &row.from));
            if !found.fired.iter().map(|fired| &fired.rule.from).chain(rows).any(|row| row.citation.contains(citation)) {
                differs(format!("nothing cites {citation}"));
            }
        }
        let said = format!("{:?}", found.doubts);
        for doubt in list(case, "doubts") {
            if !said.contains(doubt) {
                differs(format!("expected the doubt {doubt}, found {said}"));
            }
        }
        let said = format!("{:?}", found.notes);
        for note in list(case, "notes") {
            if !said.contains(note) {
                differs(format!("expected the note {note}, found {said}"));
            }
        }
        let groups = found.tables.as_ref().and_then(|tables| tables.groups).map(|groups| groups.to_string());
        if text("groups").is_some_and(|expected| Some(expected) != groups.as_deref()) {
            differs(format!("expected the groups {:?}, found {groups:?}", text("groups")));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
