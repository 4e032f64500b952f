//! What must stay true of the house itself (crate/README.md): who may see whom, what never gets into a room, which
//! words are never shown.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

#[path = "walls/source.rs"]
mod source;

use source::{files, places, root, short, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Each room: which rooms it may see, and which outside crates it may be linked with (`*`: any). A new name in the
/// last column is a decision: what ships in the Wasm grows by it, and the pure rooms must stay pure.
const ROOMS: [(&str, &[&str], &[&str]); 9] = [
    ("names", &[], &["sha2"]),
    ("index", &["names"], &["fst", "sha2", "ed25519-dalek"]),
    ("screen", &["names", "index"], &["sha2"]),
    ("record", &["names", "index", "screen"], &["sha2", "hmac", "qrcodegen"]),
    ("compile", &["names", "index"], &["*"]),
    (
        "wasm",
        &["names", "index", "screen", "record"],
        &["serde", "wasm-bindgen", "serde-wasm-bindgen", "js-sys", "console_error_panic_hook", "tsify"],
    ),
    ("cli", &["names", "index", "screen", "record", "compile"], &["*"]),
    ("bindgen", &[], &["*"]),
    ("tests", &["names", "index", "screen", "record", "compile"], &["*"]),
];

/// The rooms that decide. Nothing here may depend on when, where or by whom it is run.
const PURE: [&str; 4] = ["names", "index", "screen", "record"];

fn manifest(room: &str) -> toml::Table {
    let path = root().join(if room == "tests" { "tests".to_owned() } else { format!("crate/{room}") }).join("Cargo.toml");
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display())).parse().unwrap()
}

#[test]
fn every_room_is_in_the_plan() {
    let planned: BTreeSet<String> = ROOMS.iter().map(|(room, ..)| (*room).to_owned()).filter(|room| room != "tests").collect();
    let built: BTreeSet<String> = fs::read_dir(root().join("crate"))
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().join("Cargo.toml").is_file())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    assert_eq!(built, planned);
}

#[test]
fn rooms_see_only_the_rooms_below_them() {
    for (room, rooms, outside) in ROOMS {
        let manifest = manifest(room);
        let mut tables = vec![manifest.get("dependencies"), manifest.get("build-dependencies")];
        if let Some(targets) = manifest.get("target").and_then(toml::Value::as_table) {
            tables.extend(targets.values().flat_map(|target| [target.get("dependencies"), target.get("build-dependencies")]));
        }
        for (name, what) in tables.into_iter().flatten().filter_map(toml::Value::as_table).flatten() {
            let package = what.get("package").and_then(toml::Value::as_str).unwrap_or(name);
            match package.strip_prefix("redzone-") {
                Some(other) => assert!(rooms.contains(&other), "{room} may not see {other}"),
                None => assert!(outside.contains(&"*") || outside.contains(&package), "{room} may not be linked with {package}"),
            }
        }
    }
}

#[test]
fn every_room_keeps_the_lints() {
    for (room, ..) in ROOMS {
        let lints = manifest(room).get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool);
        assert_eq!(lints, Some(true), "crate/{room}/Cargo.toml: [lints] workspace = true");
    }
    let workspace: toml::Table = fs::read_to_string(root().join("Cargo.toml")).unwrap().parse().unwrap();
    let at = |path: &[&str]| path.iter().try_fold(&toml::Value::Table(workspace.clone()), |value, key| value.get(key)).cloned();
    assert_eq!(at(&["workspace", "lints", "rust", "unsafe_code"]), Some("deny".into()));
    assert_eq!(at(&["profile", "release", "overflow-checks"]), Some(true.into()));
}

/// All places of `words` in the code of `rooms`.
fn found(rooms: &[&str], words: &[&str]) -> Vec<String> {
    rooms
        .iter()
        .flat_map(|room| sources(room))
        .flat_map(|source| words.iter().flat_map(|word| places(&source, word)).collect::<Vec<_>>())
        .collect()
}

#[test]
fn nothing_below_the_bindings_knows_time_files_network_or_chance() {
    let words = [
        "std::time",
        "SystemTime",
        "Instant",
        "std::fs",
        "std::net",
        "std::env",
        "std::thread",
        "std::process",
        "std::io::stdin",
        "println",
        "eprintln",
        "print",
        "HashMap",
        "HashSet",
        "RandomState",
        "DefaultHasher",
        "thread_local",
    ];
    assert_eq!(found(&PURE, &words), [""; 0]);
}

#[test]
fn nothing_that_decides_counts_in_fractions() {
    assert_eq!(found(&PURE, &["f32", "f64"]), [""; 0]);
}

#[test]
fn no_first_party_unsafe() {
    let rooms: Vec<&str> = ROOMS.iter().map(|(room, ..)| *room).collect();
    assert_eq!(found(&rooms, &["unsafe", "unsafe_code"]), [""; 0]);
}

/// Words that promise what no screening tool can.
const NEVER_SHOWN: [&str; 4] = ["clear", "cleared", "approved", "safe"];

fn promises(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let words: BTreeSet<&str> = lower.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').collect();
    NEVER_SHOWN.into_iter().find(|word| words.contains(word))
}

#[test]
fn no_text_promises_more_than_a_screening_can() {
    let mut shown: BTreeMap<String, String> = BTreeMap::new();
    for (room, ..) in ROOMS.iter().filter(|(room, ..)| !["bindgen", "tests"].contains(room)) {
        for source in sources(room) {
            shown.extend(source.literals.into_iter().map(|(line, text)| (format!("{}:{line}", source.path), text)));
        }
        // What clap shows as help are comments to Rust.
        if *room == "cli" {
            for path in files("crate/cli/src", ".rs") {
                let text = fs::read_to_string(&path).unwrap();
                let help = text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with("///"));
                shown.extend(help.map(|(number, line)| (format!("{}:{}", short(&path), number + 1), line.to_owned())));
            }
        }
    }
    for path in files("www", ".ftl").into_iter().chain(files("www", ".html")).chain([root().join("README.md")]) {
        let text = fs::read_to_string(&path).unwrap();
        let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
        shown.extend(lines.map(|(number, line)| (format!("{}:{}", short(&path), number + 1), line.to_owned())));
    }
    assert!(shown.len() > 100, "too little text was found to look at: {}", shown.len());
    let promising: Vec<String> =
        shown.iter().filter_map(|(place, text)| promises(text).map(|word| format!("{place}: {word}: {text}"))).collect();
    assert_eq!(promising, [""; 0]);
}

#[test]
fn no_file_names_the_machine_it_was_written_on() {
    let suffixes = [".rs", ".toml", ".md", ".sh", ".ts", ".mjs", ".html", ".json", ".txt", ".csv", ".lock", ".ftl", ".css", ".yml", "run"];
    let paths: BTreeSet<_> = suffixes.iter().flat_map(|suffix| files("", suffix)).collect();
    assert!(paths.len() > 50, "too few files were found to look at: {}", paths.len());
    // Put together here so that this file does not find itself.
    let machine = [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/"), concat!("/wo", "rk/"), concat!("C:", "\\Users")];
    let mut named = Vec::new();
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            named
                .extend(machine.iter().filter(|word| line.contains(**word)).map(|word| format!("{}:{}: {word}", short(&path), number + 1)));
        }
    }
    assert_eq!(named, [""; 0]);
}
