//! Matching: what must always hold of it, every listed name against itself, and how well it finds what is disguised.
//!
//! The numbers of queries are small here and set by the environment where more is wanted: `REDZONE_QUERIES=100000 cargo test --release -p
//! redzone-tests --test match`. `REDZONE_EVERY=20` is how many of the listed names are searched by brute force: every twentieth party's.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

mod addresses;
mod first;
mod invariants;
mod numbers;
mod overlay;
mod pairs;
mod quality;
mod self_screen;

use redzone_index::{Columns, Country, Date, DateSpan, Entry, PartyKind};
use redzone_screen::{Engine, Found, Question, Score};
use std::sync::OnceLock;

/// The entries of every edition under `lists/editions/`, list after list.
fn starter() -> &'static Vec<Vec<Entry>> {
    static STARTER: OnceLock<Vec<Vec<Entry>>> = OnceLock::new();
    STARTER.get_or_init(|| redzone_tests::quality::own::starter().into_iter().map(|(_, entries)| entries).collect())
}

fn columns(entries: &[Entry]) -> Columns {
    Columns::from_entries(entries).unwrap()
}

fn engine(lists: &[Vec<Entry>]) -> Engine {
    let columns: Vec<Columns> = lists.iter().map(|entries| columns(entries)).collect();
    Engine::new(&columns.iter().collect::<Vec<_>>())
}

/// Every `step`-th entry of every list: a smaller starter.
fn sample(step: usize) -> Vec<Vec<Entry>> {
    starter().iter().map(|entries| entries.iter().step_by(step).cloned().collect()).collect()
}

fn question(name: &str, kind: PartyKind, threshold: Score) -> Question {
    let as_of = Date::parse("2026-08-01").unwrap();
    Question { kind, threshold, limit: 50, ..Question::new(name, as_of) }
}

fn question_with_facts(name: &str, kind: PartyKind, threshold: Score) -> Question {
    let (countries, born) = (vec![Country::from_code("RU").unwrap()], DateSpan::parse("1970"));
    Question { countries, born, ..question(name, kind, threshold) }
}

/// What identifies a result: list, entry, score of every hit, and how many more.
fn essence(found: &Found) -> (Vec<(usize, u32, u16)>, usize) {
    (found.hits.iter().map(|hit| (hit.list, hit.entry, hit.score.points())).collect(), found.omitted)
}

/// A number of the environment, else `usual`.
fn setting(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// How many queries to ask.
fn queries(usual: usize) -> usize {
    setting("REDZONE_QUERIES", usual)
}
