//! The suite's cases: the quiet deal, and what each changes of it.

use super::question;
use std::collections::BTreeMap;

/// One case of `scenarios/*.toml`.
pub struct Case {
    pub name: String,
    pub question: toml::Value,
    pub expected: toml::Table,
}

const FILES: [(&str, &str); 10] = [
    ("items", include_str!("scenarios/items.toml")),
    ("parties", include_str!("scenarios/parties.toml")),
    ("ownership", include_str!("scenarios/ownership.toml")),
    ("end-use", include_str!("scenarios/end-use.toml")),
    ("exceptions", include_str!("scenarios/exceptions.toml")),
    ("places", include_str!("scenarios/places.toml")),
    ("flags", include_str!("scenarios/flags.toml")),
    ("chart", include_str!("scenarios/chart.toml")),
    ("packages", include_str!("scenarios/packages.toml")),
    ("changes", include_str!("scenarios/changes.toml")),
];

/// All of `scenarios/*.toml`.
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

/// The texts of a list, none when it is not there.
pub fn texts(value: &toml::Value, key: &str) -> Vec<String> {
    value.get(key).and_then(toml::Value::as_array).into_iter().flatten().map(|text| text.as_str().unwrap().to_owned()).collect()
}
