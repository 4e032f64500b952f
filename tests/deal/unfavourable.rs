//! Taking facts away never makes an answer more favourable: every fact of every case alone, and random handfuls.

use super::cases::cases;
use super::{ask, question, word};
use proptest::prelude::*;
use proptest::sample::Index;
use redzone_record::Json;
use std::sync::OnceLock;

/// How favourable an answer is; "indeterminate" is where a missing fact may always lead.
fn favour(word: &str) -> u8 {
    match word {
        "no-rule-triggered" => 5,
        "exception-may-apply" => 4,
        "rule-changing" => 3,
        "license-needed" => 2,
        "prohibited" => 1,
        _ => 0,
    }
}

/// The paths of all members of all objects.
fn paths(json: &Json, at: &str, all: &mut Vec<String>) {
    let under = |key: &str| if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") };
    match json {
        Json::Object(members) => members.iter().for_each(|(key, value)| {
            all.push(under(key));
            paths(value, &under(key), all);
        }),
        Json::List(items) => items.iter().enumerate().for_each(|(number, item)| paths(item, &under(&number.to_string()), all)),
        _ => {}
    }
}

/// Without the member at a path.
fn without(json: &Json, path: &str) -> Json {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    match json {
        Json::Object(members) => Json::object(members.iter().filter(|(name, _)| name != key || rest.is_some()).map(|(name, value)| {
            let value = if name == key { rest.map_or_else(|| value.clone(), |rest| without(value, rest)) } else { value.clone() };
            (name.as_str(), value)
        })),
        Json::List(items) => {
            let at = key.parse::<usize>().unwrap();
            Json::List(
                items
                    .iter()
                    .enumerate()
                    .map(|(number, item)| if number == at { without(item, rest.unwrap()) } else { item.clone() })
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

/// What can be left out: not the day, which is asked for, and not names and remarks.
fn facts(json: &Json) -> Vec<String> {
    let mut all = Vec::new();
    paths(json, "", &mut all);
    let last = |path: &String| path.rsplit('.').next().unwrap().to_owned();
    all.retain(|path| !["as_of", "name", "entry", "mode"].contains(&last(path).as_str()));
    all
}

/// The answer without some facts: none when the question can no longer be read, which is an error and no answer.
fn asked(json: &Json) -> Option<&'static str> {
    redzone_record::deal::question(json, None).ok().map(|_| word(&ask(json)))
}

fn questions() -> &'static Vec<(String, Json, &'static str)> {
    static ALL: OnceLock<Vec<(String, Json, &'static str)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let all = cases().into_iter().map(|case| (case.name, question::json(&case.question)));
        all.map(|(name, json)| (name, json.clone(), word(&ask(&json)))).collect()
    })
}

fn check(name: &str, before: &str, json: &Json, taken: &str) {
    let Some(after) = asked(json) else { return };
    // Without saying whose law is asked for, all of it is: what was in doubt may be barred.
    let fine = ["indeterminate", "prohibited"].contains(&after) || favour(after) <= favour(before) && before != "indeterminate";
    assert!(fine, "{name}\n  {before} became {after} without {taken}");
}

#[test]
fn no_single_fact_left_out_helps() {
    let mut seen = 0;
    for (at, (name, json, before)) in questions().iter().enumerate() {
        // The answers are a hundred of the same sort: those of one case stand for all.
        for path in facts(json).iter().filter(|path| at == 0 || !path.starts_with("answers")) {
            check(name, before, &without(json, path), path);
            seen += 1;
        }
    }
    assert!(seen > 10_000, "{seen}");
    println!("{seen} facts left out");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_handful_of_facts_left_out_helps(case in any::<Index>(), taken in prop::collection::vec(any::<Index>(), 1..8)) {
        let (name, json, before) = case.get(questions());
        let mut less = json.clone();
        let mut said = Vec::new();
        for index in taken {
            let facts = facts(&less);
            let Some(path) = (!facts.is_empty()).then(|| index.get(&facts).clone()) else { break };
            less = without(&less, &path);
            said.push(path);
        }
        check(name, before, &less, &said.join(", "));
    }
}
