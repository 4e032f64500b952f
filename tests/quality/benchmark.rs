//! The public half of the benchmark that judges this project (`../shared/bench`, whose README is the contract): the same thresholds and
//! classes as its own `score.py`.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use redzone_compile::places;
use redzone_index::{Columns, Country, Date, DateSpan, Entry, ListedName, NameKind, PartyKind};
use redzone_screen::{Engine, Question, Score};

use super::{Facts, Trial};

/// Classes that the benchmark reports apart from its macro recall.
pub const APART: [&str; 4] = ["org_acronym", "script_cjk", "script_greek", "xlist_vessel"];

type Row = HashMap<String, String>;

/// Its list, made ready, and its questions with their answers.
pub struct Bench {
    entries: Vec<Entry>,
    engine: Engine,
    asked: Vec<(Row, Row)>,
}

/// Where it is, if it is there.
pub fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/bench/data");
    folder.join("list.csv").exists().then_some(folder)
}

fn rows(path: PathBuf) -> Vec<Row> {
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
    let mut at: HashMap<String, usize> = HashMap::new();
    for row in rows(path) {
        let place = *at.entry(row["entity_id"].clone()).or_insert_with(|| {
            entries.push(Entry { id: row["entity_id"].clone(), kind: kind(&row["type"]), ..Entry::default() });
            entries.len() - 1
        });
        let entry = &mut entries[place];
        let kind = if row["kind"] == "weak" { NameKind::Weak } else { NameKind::Alias };
        entry.names.push(ListedName { text: row["name"].clone(), kind });
        for born in row["dob"].split(';').filter_map(|text| DateSpan::parse(text.trim())) {
            if !entry.born.contains(&born) {
                entry.born.push(born);
            }
        }
        for country in row["country"].split(';').filter_map(|text| places::country(text.trim())) {
            if !entry.countries.contains(&country) {
                entry.countries.push(country);
            }
        }
    }
    entries
}

impl Bench {
    /// Reads it; of the questions every `step`-th.
    pub fn read(folder: &Path, step: usize) -> Bench {
        let entries = listed(folder.join("list.csv"));
        let engine = Engine::new(&[&Columns::from_entries(&entries).unwrap()]);
        let mut answers: HashMap<String, Row> =
            rows(folder.join("public/answers.csv")).into_iter().map(|row| (row["query_id"].clone(), row)).collect();
        let asked = rows(folder.join("public/queries.csv")).into_iter().step_by(step);
        let asked = asked.map(|row| (answers.remove(&row["query_id"]).unwrap(), row)).map(|(answer, row)| (row, answer)).collect();
        Bench { entries, engine, asked }
    }

    /// Asks everything.
    pub fn run(&self, facts: Facts) -> Vec<Trial> {
        self.asked.iter().map(|(query, answer)| self.ask(query, answer, facts)).collect()
    }

    fn ask(&self, query: &Row, answer: &Row, facts: Facts) -> Trial {
        let mut question = Question::new(&query["name"], Date::new(2026, 8, 1).unwrap());
        question.kind = kind(&query["type"]);
        (question.threshold, question.limit) = (Score::from_points(3_000), 5);
        let (born, country) = (DateSpan::parse(query["dob"].trim()), places::country(query["country"].trim()));
        let has_facts = born.is_some() || country.is_some();
        match facts {
            Facts::NamesOnly => {}
            Facts::All => (question.born, question.countries) = (born, country.into_iter().collect()),
            Facts::OtherCountry => {
                let others = ["IE", "CU", "RU", "CN"].into_iter().filter_map(Country::from_code).filter(|other| Some(*other) != country);
                question.countries = others.skip(query["name"].len() % 3).take(1).collect();
            }
        }
        let hits = self.engine.find(&question).hits;
        let accepted: HashSet<&str> = answer["accepted_ids"].split(';').filter(|id| !id.is_empty()).collect();
        let entry = |hit: &redzone_screen::Hit| &self.entries[hit.entry as usize];
        Trial {
            family: answer["family"].clone(),
            class: answer["class"].clone(),
            list: accepted.iter().min().map(|id| id.split('-').next().unwrap_or_default().to_owned()).unwrap_or_default(),
            asked: query["name"].clone(),
            listed: answer["listed_name"].clone(),
            kind: question.kind,
            has_facts,
            right: hits.iter().find(|hit| accepted.contains(entry(hit).id.as_str())).map_or(0, |hit| hit.score.points()),
            best: hits.first().map_or(0, |hit| hit.score.points()),
            best_name: hits.first().map(|hit| entry(hit).names[0].text.clone()).unwrap_or_default(),
            why: hits.first().map(super::why).unwrap_or_default(),
        }
    }
}
