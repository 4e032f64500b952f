//! `determine`, `item` and `rules diff` from end to end: what a person reads and what a machine reads, as data in `cli/deal.toml`.
//! What they refuse stands in `cli/bad_deals.toml`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

#[path = "cli/packs.rs"]
mod packs;
#[path = "deal/question.rs"]
mod question;

use redzone_index::rules::{Rules, vocabulary};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn pack() -> &'static Rules {
    packs::shipped_rules()
}

#[derive(serde::Deserialize)]
struct Suite {
    case: Vec<Case>,
}

#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// A sentence: what it is about.
    name: String,
    #[serde(default)]
    set: BTreeMap<String, toml::Value>,
    #[serde(default)]
    drop: Vec<String>,
    #[serde(default)]
    args: Vec<String>,
    exit: i32,
    /// What the table must say.
    #[serde(default)]
    prints: Vec<String>,
    /// What must stand at a path of the JSON.
    json: BTreeMap<String, String>,
}

struct Ran {
    exit: i32,
    out: String,
}

fn redzone(args: &[&str], scratch: &Path) -> Ran {
    let args: Vec<String> = args.iter().map(|arg| packs::place(arg, scratch)).collect();
    let output = Command::new(env!("CARGO_BIN_EXE_redzone")).args(&args).env_remove("REDZONE_LISTS").output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(!out.is_empty(), "{args:?}: {err}");
    Ran { exit: output.status.code().unwrap(), out }
}

fn scratch(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("redzone-deal-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    dir
}

/// The question of a case as a file.
fn written(case: &Case, scratch: &Path) -> String {
    let mut whole = question::quiet();
    case.set.iter().for_each(|(path, value)| question::set(&mut whole, path, Some(value.clone())));
    case.drop.iter().for_each(|path| question::set(&mut whole, path, None));
    // Answered on the first day of all cases, so that another day of the question does not open them again.
    question::answers(&mut whole, &[], &BTreeMap::new(), "2026-07-01");
    let file = scratch.join("question.json");
    fs::write(&file, question::json(&whole).to_canonical()).unwrap();
    file.to_str().unwrap().to_owned()
}

fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    path.split('.').fold(value, |value, key| key.parse::<usize>().map_or_else(|_| &value[key], |at| &value[at]))
}

#[test]
fn every_deal_prints_its_answer_for_people_and_for_machines() {
    let suite: Suite = toml::from_str(include_str!("cli/deal.toml")).unwrap();
    let scratch = scratch("answers");
    let mut wrong = Vec::new();
    for case in &suite.case {
        let file = written(case, &scratch);
        let run = |format: &str| {
            let fixed = ["determine", "--question", &file, "--lists", "{pack:rules}", "--trust", "{key}", "--format", format];
            let args: Vec<&str> = fixed.into_iter().chain(case.args.iter().map(String::as_str)).collect();
            redzone(&args, &scratch)
        };
        let (table, json) = (run("table"), run("json"));
        let value: Value = serde_json::from_str(&json.out).unwrap();
        let mut fail = |what: String| wrong.push(format!("{}: {what}\n{}", case.name, table.out));
        for (format, exit) in [("table", table.exit), ("json", json.exit)] {
            if exit != case.exit {
                fail(format!("{format}: exit {exit} and not {}", case.exit));
            }
        }
        for text in &case.prints {
            // Where lines break and columns start is another test's matter.
            if !table.out.split_whitespace().collect::<Vec<_>>().join(" ").contains(text.as_str()) {
                fail(format!("does not print {text:?}"));
            }
        }
        for (path, text) in &case.json {
            if at(&value, path).as_str() != Some(text) {
                fail(format!("{path} is {} and not {text:?}", at(&value, path)));
            }
        }
        // What was printed is a question again, and has the same answer: the record can be asked again.
        let again = scratch.join("again.json");
        fs::write(&again, value["question"].to_string()).unwrap();
        let args = ["determine", "--question", again.to_str().unwrap(), "--lists", "{pack:rules}", "--trust", "{key}", "--format", "json"];
        if redzone(&args, &scratch).out != json.out {
            fail("asked again, it answers otherwise".to_owned());
        }
    }
    fs::remove_dir_all(&scratch).unwrap();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn obligations_with_a_day_are_written_as_a_calendar() {
    let scratch = scratch("calendar");
    let suite: Suite = toml::from_str(include_str!("cli/deal.toml")).unwrap();
    let mut case = suite.case.into_iter().find(|case| case.name.starts_with("advanced chips")).unwrap();
    case.set.insert("signing".to_owned(), "2026-11-02".into());
    case.set.insert("delivery".to_owned(), "2027-01-15".into());
    let (file, ics) = (written(&case, &scratch), scratch.join("deal.ics"));
    let args = ["determine", "--question", &file, "--lists", "{pack:rules}", "--trust", "{key}", "--calendar", ics.to_str().unwrap()];
    let ran = redzone(&args, &scratch);
    let calendar = fs::read_to_string(&ics).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), ran.out.matches("(202").count(), "{}", ran.out);
    assert!(calendar.contains("DTSTART;VALUE=DATE:20261102") && calendar.lines().all(|line| line.len() <= 75), "{calendar}");
    fs::remove_dir_all(&scratch).unwrap();
}

#[test]
fn the_schema_is_printed_without_a_question() {
    let scratch = scratch("schema");
    let schema: Value = serde_json::from_str(&redzone(&["determine", "--schema"], &scratch).out).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    // The words of the schema are those that the reader takes.
    for (path, words) in [
        ("party.properties.roles.items.enum", &vocabulary::ROLES[..]),
        ("party.properties.user.items.enum", &vocabulary::USERS),
        ("question.properties.end_use.properties.purposes.items.enum", &vocabulary::END_USES),
        ("question.properties.payment.items.enum", &vocabulary::PAYMENTS),
        ("question.properties.layers.items.enum", &vocabulary::LAYERS),
    ] {
        assert_eq!(at(&schema["$defs"], path), &Value::from(words), "{path}");
    }
    fs::remove_dir_all(&scratch).unwrap();
}

#[test]
fn an_item_is_told_by_its_figures() {
    let scratch = scratch("item");
    let sheet = scratch.join("item.json");
    // 300 x 16 = 4,800: at the limit of 3A090.a exactly, and a tenth of a tera-operation below it; few enough a square millimetre for the limits of density.
    for (tera_ops, exit, paragraph) in [("300", 1, "3A090.a"), ("299.9", 1, "3A090.b")] {
        let args = ["item", "--tera-ops", tera_ops, "--bits", "16", "--area", "2000", "--datacentre", "true"];
        let table = redzone(&args, &scratch);
        assert_eq!((table.exit, table.out.contains(paragraph)), (exit, true), "{}", table.out);
        fs::write(&sheet, format!(r#"{{"kind": "chip", "datacentre": true, "units": [{{"count": 1, "planar": false, "area_mm2": 2000, "rates": [{{"tera_ops": {tera_ops}, "bits": 16}}]}}]}}"#)).unwrap();
        let json = redzone(&["item", "--item", sheet.to_str().unwrap(), "--format", "json"], &scratch);
        let value: Value = serde_json::from_str(&json.out).unwrap();
        assert_eq!((json.exit, value["paragraph"].as_str().unwrap().contains(paragraph)), (exit, true), "{}", json.out);
    }
    let bare = redzone(&["item", "--kind", "chip"], &scratch);
    assert_eq!(bare.exit, 5, "{}", bare.out);
    assert!(bare.out.contains("Missing"), "{}", bare.out);
    let model = redzone(&["item", "--kind", "software"], &scratch);
    assert_eq!(model.exit, 0, "{}", model.out);
    fs::remove_dir_all(&scratch).unwrap();
}

#[test]
fn a_newer_rule_pack_says_which_answers_it_touches() {
    let scratch = scratch("diff");
    let stored = |name: &str, change: &dyn Fn(&mut Case)| {
        let mut case = Case::default();
        change(&mut case);
        let question = written(&case, &scratch);
        let args = ["determine", "--question", &question, "--lists", "{pack:rules}", "--trust", "{key}", "--format", "json"];
        let file = scratch.join(name);
        fs::write(&file, redzone(&args, &scratch).out).unwrap();
        file.to_str().unwrap().to_owned()
    };
    // Who owns the party is not told, so that the row on owners speaks; told, it does not.
    let touched = stored("touched.json", &|case| case.drop.push("parties.0.owners".to_owned()));
    let other = stored("other.json", &|_| {});
    let case_file = scratch.join("case.jsonl").to_str().unwrap().to_owned();
    let asked = ["destination", "Crimea", "--as-of", "2026-08-16", "--lists", "{pack:rules}", "--trust", "{key}", "--record", &case_file];
    redzone(&asked, &scratch);
    let diff = |old: &str, new: &str, format: &str| {
        let args = ["rules", "diff", old, new, "--answers", &touched, &other, &case_file, "--trust", "{key}", "--format", format];
        redzone(&args, &scratch)
    };
    let same = diff("{pack:rules}", "{pack:rules}", "table");
    assert_eq!(same.exit, 0);
    assert!(same.out.ends_with("0 rows changed\n"), "{}", same.out);
    let table = diff("{pack:rules}", "{pack:newer-rules}", "table").out;
    for text in [
        "changed  own-ofac\n",
        "touched.json: still indeterminate, and says something else by own-ofac\n",
        "other.json: the same answer\n",
        "case.jsonl, line 1: the same answer\n",
        "1 rows changed",
    ] {
        assert!(table.contains(text), "{text:?}: {table}");
    }
    let json: Value = serde_json::from_str(&diff("{pack:rules}", "{pack:newer-rules}", "json").out).unwrap();
    assert_eq!(json["changes"], serde_json::json!([{ "id": "own-ofac", "what": "changed" }]));
    assert_eq!([&json["answers"][0]["changed"], &json["answers"][1]["changed"]], [true, false]);
    // A row that a pack has not speaks of a stored answer as soon as it is there.
    let more = diff("{pack:fewer-rules}", "{pack:rules}", "table");
    assert_eq!(more.exit, 1);
    assert!(
        more.out.contains("added    own-ofac")
            && more.out.contains("touched.json: still indeterminate, and says something else by own-ofac"),
        "{}",
        more.out
    );
    let later = diff("{pack:rules}", "{pack:later-rules}", "table").out;
    assert!(later.contains("case.jsonl, line 1: still prohibited, and says something else by us-ear-ua-43"), "{later}");
    fs::remove_dir_all(&scratch).unwrap();
}
