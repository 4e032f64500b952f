//! Law time: the same question on three days around each event gives the three answers of its law.

use super::{ask, question, shared, word};
use redzone_index::Date;
use redzone_record::deal::words;
use std::collections::{BTreeMap, BTreeSet};

/// What differs from the quiet deal, and the answer on each day.
#[test]
fn three_days_around_each_event() {
    let table: toml::Table = include_str!("replay.toml").parse().unwrap();
    let (mut wrong, mut days) = (Vec::new(), 0);
    for event in table["event"].as_array().unwrap() {
        let name = event["event"].as_str().unwrap();
        for (at, (day, expected)) in event["days"].as_table().unwrap().iter().enumerate() {
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
            for (key, speaks) in [("begins", at > 0), ("ends", at == 0)] {
                let Some(id) = event.get(key).and_then(toml::Value::as_str) else { continue };
                if found.lines.iter().any(|line| line.rule.from.fact() == id) != speaks {
                    wrong.push(format!("{name} on {day}: {key} {id}"));
                }
            }
            let tells = event.get("tells").and_then(toml::Value::as_str).unwrap_or_default();
            if !tells.is_empty() && !found.doubts.iter().any(|doubt| words::doubt(doubt).contains(tells)) {
                wrong.push(format!("{name} on {day} must tell {tells:?}: {:?}", found.doubts));
            }
            if word(&found) != expected.as_str().unwrap() {
                let ids: Vec<&str> = found.lines.iter().map(|line| line.rule.from.id.as_ref()).collect();
                wrong.push(format!("{name} on {day}: expected {expected}, found {}: {ids:?} {:?}", word(&found), found.doubts));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(days, 93);
}

/// The day before, the day itself and the day after, of each.
#[test]
fn every_event_is_replayed_around_its_day() {
    let Some(path) = shared("facts/rule_events.csv") else { return };
    let table: toml::Table = include_str!("replay.toml").parse().unwrap();
    let mut events = table["event"].as_array().unwrap().iter();
    for row in csv::Reader::from_path(path).unwrap().deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        let id = row["id"].as_str();
        let event = events.find(|event| event["event"].as_str() == Some(id)).unwrap_or_else(|| panic!("{id}: {}", row["event"]));
        let day = Date::parse(&row["date"]).unwrap().day_number();
        let around = [-1, 0, 1].map(|shift| Date::from_day_number(day + shift).unwrap().to_string());
        assert!(event["days"].as_table().unwrap().keys().eq(&around), "{id}: {around:?}");
        // An answer that is the same on all three days says why.
        let answers: BTreeSet<&str> = event["days"].as_table().unwrap().values().map(|ruling| ruling.as_str().unwrap()).collect();
        assert!(answers.len() > 1 || event.get("why").is_some(), "{id}");
    }
}
