//! Pairs of names, one party or two: `pairs.csv`, our own, in the manner of nomenklatura's name_bench. `strong` pairs are those that nobody may get
//! wrong.

use std::fmt::Write as _;

use redzone_index::PartyKind;
use redzone_screen::{Score, compare, second_opinion};

use super::made_pairs::TIERS;

const PAIRS: &str = include_str!("pairs.csv");

/// Two names, compared.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Both names, a slash between.
    pub names: String,
    /// Whether they are one party's.
    pub same: bool,
    /// How hard it is to tell: `strong` where nobody may get it wrong.
    pub tier: &'static str,
    /// Our score, 0 to 10,000.
    pub score: u16,
    /// What OFAC's technique gives, as many.
    pub ofac: u16,
}

impl Pair {
    /// Compares two names of parties of one kind.
    pub fn new(first: &str, second: &str, kind: PartyKind, same: bool, tier: &'static str) -> Pair {
        let score = compare(first, second, kind).unwrap().points();
        let ofac = u16::from(second_opinion(first, second).unwrap()) * 100;
        Pair { names: format!("{first} / {second}"), same, tier, score, ofac }
    }

    /// Whether nobody may get it wrong.
    pub fn strong(&self) -> bool {
        self.tier == "strong"
    }
}

/// Every pair of the file.
pub fn pairs() -> Vec<Pair> {
    let mut rows = csv::Reader::from_reader(PAIRS.as_bytes());
    let one = |row: csv::StringRecord| {
        let kind = if &row[2] == "individual" { PartyKind::Individual } else { PartyKind::Entity };
        let tier = if &row[4] == "strong" { "strong" } else { "" };
        Pair::new(&row[0], &row[1], kind, &row[3] == "1", tier)
    };
    rows.records().map(|row| one(row.unwrap())).collect()
}

/// How well scores tell pairs of one party from pairs of two.
pub struct Told {
    /// The harmonic mean of precision and recall at the best threshold, per cent.
    pub f1: f64,
    /// That threshold.
    pub at: u16,
    /// The chance that a pair of one party scores over a pair of two, per cent.
    pub area: f64,
}

/// Weighs one column of scores.
pub fn told(pairs: &[Pair], score: impl Fn(&Pair) -> u16) -> Told {
    let f1 = |threshold: u16| f1(pairs, threshold, &score);
    let (f1, at) = pairs.iter().map(|pair| (f1(score(pair)), score(pair))).max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    let (one, two): (Vec<&Pair>, Vec<&Pair>) = pairs.iter().partition(|pair| pair.same);
    let duels = one.iter().flat_map(|a| two.iter().map(|b| score(a).cmp(&score(b)) as i32 + 1));
    let area = 50.0 * f64::from(duels.sum::<i32>()) / (one.len() * two.len()) as f64;
    Told { f1, at, area }
}

/// The harmonic mean of precision and recall at a threshold, per cent.
pub fn f1(pairs: &[Pair], threshold: u16, score: impl Fn(&Pair) -> u16) -> f64 {
    let count = |same: bool, hit: bool| pairs.iter().filter(|pair| pair.same == same && (score(pair) >= threshold) == hit).count() as f64;
    let (right, wrong, missed) = (count(true, true), count(false, true), count(true, false));
    200.0 * right / (2.0 * right + wrong + missed)
}

/// The pairs that are wrong at the default threshold.
pub fn wrong(pairs: &[Pair]) -> impl Iterator<Item = &Pair> {
    pairs.iter().filter(|pair| pair.same != (pair.score >= Score::BALANCED.points()))
}

/// The part of the report on pairs: those of the file, and `made` ones.
pub fn report(made: &[Pair]) -> String {
    let pairs = pairs();
    let mut out = format!("\n## {} pairs of names, one party or two\n\n", pairs.len());
    out += &table("ours", &pairs);
    let _ = write!(out, "\n## {} made pairs, in tiers\n\nHow they are made stands in `tests/quality/made_pairs.rs`.\n\n", made.len());
    out += &table("all", made);
    for tier in TIERS {
        let of: Vec<Pair> = made.iter().filter(|pair| pair.tier == tier).cloned().collect();
        out += table(tier, &of).lines().nth(2).unwrap_or_default();
        out.push('\n');
    }
    for (what, pairs) in [("the written pairs", &pairs[..]), ("the made pairs", made)] {
        let _ = write!(out, "\nWrong at 65.00 of {what}:\n\n");
        for pair in wrong(pairs) {
            let (same, score) = (if pair.same { "one party" } else { "two" }, f64::from(pair.score) / 100.0);
            let _ = writeln!(out, "- {} ({same}{}{}): {score:.2}", pair.names, if pair.tier.is_empty() { "" } else { ", " }, pair.tier);
        }
    }
    out
}

/// Our scores and those of OFAC's technique over some pairs.
fn table(ours: &str, pairs: &[Pair]) -> String {
    let mut out =
        String::from("| | F1 at 65.00 | best F1 | at | area under the curve | strong pairs wrong at 65.00 |\n|---|---|---|---|---|---|\n");
    type Column<'a> = (&'a str, fn(&Pair) -> u16);
    let columns: [Column; 2] = [(ours, |pair| pair.score), ("OFAC's technique (FAQ 249)", |pair| pair.ofac)];
    for (what, score) in columns {
        let (told, default) = (told(pairs, score), Score::BALANCED.points());
        let strong = pairs.iter().filter(|pair| pair.strong() && pair.same != (score(pair) >= default)).count();
        let (f1, at) = (f1(pairs, default, score), f64::from(told.at) / 100.0);
        let _ = writeln!(out, "| {what} | {f1:.1} | {:.1} | {at:.2} | {:.1} | {strong} |", told.f1, told.area);
    }
    out
}
