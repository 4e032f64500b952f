//! Floors under the benchmark's public half, so that quality can't slip unseen. Skipped, and said so, where the benchmark is not.

use redzone_index::{Columns, Entry, ListedName, NameKind, PartyKind};
use redzone_screen::{Engine, Score};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

use crate::question;

/// Macro recall in per cent at 1% clean-name alerts that must be reached: issue 3 asks for 92.
const FLOOR: f64 = 92.0;
/// Classes that the benchmark reports apart.
const APART: [&str; 4] = ["org_acronym", "script_cjk", "script_greek", "xlist_vessel"];

fn bench() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/bench/data");
    folder.join("list.csv").exists().then_some(folder)
}

fn rows(path: PathBuf) -> Vec<HashMap<String, String>> {
    csv::Reader::from_path(path).unwrap().deserialize().map(|row| row.unwrap()).collect()
}

fn kind(word: &str) -> PartyKind {
    match word {
        "person" => PartyKind::Individual,
        "entity" => PartyKind::Entity,
        "vessel" => PartyKind::Vessel,
        "aircraft" => PartyKind::Aircraft,
        _ => PartyKind::Unstated,
    }
}

fn listed(path: PathBuf) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let blank = crate::starter()[0][0].clone();
    for row in rows(path) {
        let at = *places.entry(row["entity_id"].clone()).or_insert_with(|| {
            let (id, kind) = (row["entity_id"].clone(), kind(&row["type"]));
            entries.push(Entry {
                id,
                kind,
                names: Vec::new(),
                addresses: Vec::new(),
                born: Vec::new(),
                countries: Vec::new(),
                ..blank.clone()
            });
            entries.len() - 1
        });
        let kind = if row["kind"] == "weak" { NameKind::Weak } else { NameKind::Alias };
        entries[at].names.push(ListedName { text: row["name"].clone(), kind });
    }
    entries
}

#[test]
fn macro_recall_stays_above_its_floor() {
    let Some(folder) = bench() else {
        println!("skipped: no benchmark at ../shared/bench");
        return;
    };
    let entries = listed(folder.join("list.csv"));
    let engine = Engine::new(&[&Columns::from_entries(&entries).unwrap()]);
    let answers: HashMap<String, HashMap<String, String>> =
        rows(folder.join("public/answers.csv")).into_iter().map(|row| (row["query_id"].clone(), row)).collect();
    // A part of the queries by default: every fourth, by number.
    let step = if crate::queries(0) >= 10_000 { 1 } else { 4 };
    let mut found: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    let mut clean: Vec<u16> = Vec::new();
    for query in rows(folder.join("public/queries.csv")).iter().step_by(step) {
        let answer = &answers[&query["query_id"]];
        let mut question = question(&query["name"], kind(&query["type"]), Score::from_points(3_000));
        question.limit = 5;
        let hits = engine.find(&question).hits;
        let best = |wanted: &dyn Fn(&str) -> bool| {
            hits.iter().filter(|hit| wanted(&entries[hit.entry as usize].id)).map(|hit| hit.score.points()).max().unwrap_or(0)
        };
        match answer["class"].as_str() {
            "clean_person" | "clean_company" => clean.push(best(&|_| true)),
            "near_miss" => {}
            class => {
                let accepted: HashSet<&str> = answer["accepted_ids"].split(';').collect();
                found.entry(class.to_owned()).or_default().push(best(&|id| accepted.contains(id)));
            }
        }
    }
    clean.sort_unstable_by(|a, b| b.cmp(a));
    let threshold = clean[clean.len() / 100] + 1;
    let mut recalls = Vec::new();
    for (class, scores) in &found {
        let recall = 100.0 * scores.iter().filter(|score| **score >= threshold).count() as f64 / scores.len() as f64;
        println!("{class:16} {recall:5.1}");
        if !APART.contains(&class.as_str()) {
            recalls.push(recall);
        }
    }
    let mean = recalls.iter().sum::<f64>() / recalls.len() as f64;
    println!("macro recall at 1%: {mean:.1} (threshold {threshold})");
    assert!(mean >= FLOOR, "macro recall fell to {mean:.1}");
}
