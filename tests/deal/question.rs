//! Questions as data: a complete, quiet deal, and what a case changes of it.

use super::pack;
use redzone_index::rules::ClauseKind;
use redzone_record::Json;
use std::collections::BTreeMap;

/// TOML to our JSON.
pub fn json(value: &toml::Value) -> Json {
    match value {
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(number) => Json::Integer(*number),
        toml::Value::Float(number) => Json::from(number.to_string()),
        toml::Value::Boolean(value) => (*value).into(),
        toml::Value::Datetime(day) => Json::from(day.to_string()),
        toml::Value::Array(items) => Json::List(items.iter().map(json).collect()),
        toml::Value::Table(members) => Json::object(members.iter().map(|(key, value)| (key.as_str(), json(value)))),
    }
}

/// Sets what stands at `items.0.eccn`; `None` takes it away. Tables on the way are made.
pub fn set(target: &mut toml::Value, path: &str, value: Option<toml::Value>) {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    let inner = match target {
        toml::Value::Array(items) => items.get_mut(key.parse::<usize>().unwrap()).unwrap_or_else(|| panic!("no item {key} for {path}")),
        toml::Value::Table(members) => match (rest, value.is_none()) {
            (None, true) => {
                assert!(members.remove(key).is_some(), "{path} is not there to be taken away");
                return;
            }
            _ => members.entry(key).or_insert_with(|| toml::Value::Table(toml::Table::new())),
        },
        other => panic!("{path}: {other} has no members"),
    };
    match (rest, value) {
        (Some(rest), value) => set(inner, rest, value),
        (None, Some(value)) => *inner = value,
        (None, None) => panic!("{path}: an item of a list is not taken away, but the whole list"),
    }
}

/// Every flag answered with no, but those in `open`; then `answers`, code to reply.
pub fn answers(question: &mut toml::Value, open: &[String], own: &BTreeMap<String, String>, as_of: &str) {
    let flags = pack().clauses_of(ClauseKind::Flag).map(|flag| flag.code.to_string());
    let closed = flags.filter(|code| !open.contains(code) && !own.contains_key(code)).map(|code| (code, "no".to_owned()));
    let list = closed.chain(own.clone()).map(|(code, reply)| {
        let fields = [("code", code), ("reply", reply), ("evidence", "a file note".to_owned()), ("date", as_of.to_owned())];
        toml::Value::Table(fields.into_iter().map(|(key, value)| (key.to_owned(), toml::Value::String(value))).collect())
    });
    let list = toml::Value::Array(list.collect());
    set(question, "answers", Some(list));
}

/// The quiet deal: an office server from the United States to a known company in Germany.
pub fn quiet() -> toml::Value {
    let table: toml::Table = include_str!("quiet.toml").parse().unwrap();
    toml::Value::Table(table)
}
