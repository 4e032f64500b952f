//! Trials: a question, what should be found, and what was. The quality report and the floors under it share them.

pub mod benchmark;
pub mod made_pairs;
pub mod own;
pub mod pairs;
pub mod report;

use redzone_index::PartyKind;
use redzone_screen::{Hit, Reason};

/// Whether birth dates and countries are asked with the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facts {
    /// Names and kinds.
    NamesOnly,
    /// Birth dates and countries too, where they are known.
    All,
    /// A country that is not the party's.
    OtherCountry,
}

/// One question and its answer.
#[derive(Clone, Debug)]
pub struct Trial {
    /// What kind of change; `negative` when nothing should be found.
    pub family: String,
    /// The change.
    pub class: String,
    /// The list of the party that should be found.
    pub list: String,
    /// The name asked.
    pub asked: String,
    /// The listed name it was made from.
    pub listed: String,
    /// Asked as this kind of party.
    pub kind: PartyKind,
    /// A birth date or a country is known to ask with.
    pub has_facts: bool,
    /// The best score of a right party, 0 when none was found.
    pub right: u16,
    /// The best score of any party.
    pub best: u16,
    /// The name that gave `best`.
    pub best_name: String,
    /// Why: its reasons in short.
    pub why: String,
}

/// The reasons of a hit in one line: `+60 SameWord wei; -20 Common`.
pub fn why(hit: &Hit) -> String {
    let one = |reason: &Reason| {
        let words = match (reason.asked.as_str(), reason.listed.as_str()) {
            (asked, listed) if asked == listed => asked.to_owned(),
            (asked, listed) => format!("{asked}={listed}"),
        };
        format!("{:+} {:?} {words}", reason.points / 100, reason.code).trim_end().to_owned()
    };
    hit.reasons.iter().map(one).collect::<Vec<_>>().join("; ")
}

impl Trial {
    /// Whether nothing should be found.
    pub fn is_negative(&self) -> bool {
        self.family == "negative"
    }

    /// Whether this is an ordinary name, the kind by which thresholds are set.
    pub fn is_clean(&self) -> bool {
        self.class.starts_with("clean")
    }
}

/// Per cent, 0 of nothing.
pub fn per_cent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// The lowest threshold at which no more than this share of the clean names alerts, in per cent.
pub fn threshold_at(trials: &[Trial], rate: f64) -> u16 {
    let mut best: Vec<u16> = trials.iter().filter(|trial| trial.is_clean()).map(|trial| trial.best).collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let allowed = (best.len() as f64 * rate / 100.0) as usize;
    best.get(allowed).map_or(1, |score| score + 1)
}

/// Recall in per cent of the trials that a filter keeps, and how many there are.
pub fn recall(trials: &[Trial], threshold: u16, keep: impl Fn(&Trial) -> bool) -> (f64, usize) {
    let kept: Vec<&Trial> = trials.iter().filter(|trial| !trial.is_negative() && keep(trial)).collect();
    (per_cent(kept.iter().filter(|trial| trial.right >= threshold).count(), kept.len()), kept.len())
}

/// Alerts in per cent of the negatives that a filter keeps, and how many there are.
pub fn alerts(trials: &[Trial], threshold: u16, keep: impl Fn(&Trial) -> bool) -> (f64, usize) {
    let kept: Vec<&Trial> = trials.iter().filter(|trial| trial.is_negative() && keep(trial)).collect();
    (per_cent(kept.iter().filter(|trial| trial.best >= threshold).count(), kept.len()), kept.len())
}

/// The classes of positives, family by family.
pub fn classes(trials: &[Trial]) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> =
        trials.iter().filter(|trial| !trial.is_negative()).map(|trial| (trial.family.clone(), trial.class.clone())).collect();
    found.sort();
    found.dedup();
    found
}

/// The mean recall over classes, those in `apart` left out.
pub fn macro_recall(trials: &[Trial], threshold: u16, apart: &[&str]) -> f64 {
    let recalls: Vec<f64> = classes(trials)
        .iter()
        .filter(|(_, class)| !apart.contains(&class.as_str()))
        .map(|(_, class)| recall(trials, threshold, |trial| trial.class == *class).0)
        .collect();
    recalls.iter().sum::<f64>() / recalls.len().max(1) as f64
}
