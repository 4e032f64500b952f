//! Law time: the same question on three days around an event gives the three answers of its law, and every event has its row.

use super::{ask, question, shared, word};
use std::collections::BTreeMap;

/// What differs from the quiet deal, and the answer on each day.
#[test]
fn three_days_around_each_event_that_changes_a_deal() {
    let table: toml::Table = include_str!("replay.toml").parse().unwrap();
    let (mut wrong, mut days) = (Vec::new(), 0);
    for event in table["event"].as_array().unwrap() {
        let name = event["event"].as_str().unwrap();
        for (day, expected) in event["days"].as_table().unwrap() {
            let mut whole = question::quiet();
            question::set(&mut whole, "as_of", Some(day.as_str().into()));
            for (path, value) in event["set"].as_table().unwrap() {
                question::set(&mut whole, path, Some(value.clone()));
            }
            let own: BTreeMap<String, String> = event
                .get("answers")
                .and_then(toml::Value::as_table)
                .into_iter()
                .flatten()
                .map(|(code, reply)| (code.clone(), reply.as_str().unwrap().to_owned()))
                .collect();
            question::answers(&mut whole, &[], &own, day);
            let found = ask(&question::json(&whole));
            days += 1;
            if word(&found) != expected.as_str().unwrap() {
                let ids: Vec<&str> = found.lines.iter().map(|line| line.rule.from.id.as_ref()).collect();
                wrong.push(format!("{name} on {day}: expected {expected}, found {}: {ids:?} {:?}", word(&found), found.doubts));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(days >= 30, "{days}");
}

#[test]
fn every_event_is_replayed_or_says_why_not() {
    let Some(path) = shared("facts/rule_events.csv") else { return };
    let table: toml::Table = include_str!("replay.toml").parse().unwrap();
    let told = |id: &str| {
        table["event"].as_array().unwrap().iter().any(|event| event["event"].as_str().unwrap() == id)
            || table["not_replayed"].as_table().unwrap().contains_key(id)
    };
    for row in csv::Reader::from_path(path).unwrap().deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        assert!(told(&row["id"]), "{}: {}", row["id"], row["event"]);
    }
}
