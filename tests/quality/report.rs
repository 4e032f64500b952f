//! Trials as text: tables, then everything that went wrong, by name.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use redzone_screen::Score;

use super::benchmark::APART;
use super::{Trial, alerts, classes, macro_recall, recall, threshold_at};

const SIZES: [(&str, Score); 3] = [("broad", Score::BROAD), ("balanced", Score::BALANCED), ("strict", Score::STRICT)];
/// The alert rates at which the benchmark compares, per cent.
const RATES: [f64; 4] = [0.5, 1.0, 2.0, 5.0];

/// The report on our own generators.
pub fn own(trials: &[Trial]) -> String {
    let mut out = String::from(
        "\n## Our own changes of starter names\n\nAsked with the name and the kind of party only. Per cent found at each published threshold.\n\n",
    );
    out += "| | broad 60.00 | balanced 65.00 | strict 75.00 |\n|---|---|---|---|\n";
    line(&mut out, "mean over classes", |threshold| macro_recall(trials, threshold, &["acronym"]));
    line(&mut out, "alerts, ordinary people", |threshold| alerts(trials, threshold, |trial| trial.class == "clean_person").0);
    line(&mut out, "alerts, ordinary companies", |threshold| alerts(trials, threshold, |trial| trial.class == "clean_company").0);
    line(&mut out, "alerts, near misses", |threshold| alerts(trials, threshold, |trial| trial.class == "near_miss").0);
    out += &tables(trials);
    out + &by_name(trials, Score::BALANCED.points())
}

/// The report on the benchmark's public half, asked with names only, with birth dates and countries too, and with a wrong country.
pub fn benchmark([names, facts, other]: &[Vec<Trial>; 3]) -> String {
    let mut out = String::from("\n## The benchmark's public half\n\nMacro recall (%) at a clean-name alert rate of\n\n");
    out += "| asked with | 0.5% | 1% | 2% | 5% | near misses alerting at 1% | right party first |\n|---|---|---|---|---|---|---|\n";
    let wide = |at: &dyn Fn(f64) -> f64| RATES.map(|rate| format!("{:.1}", at(rate))).join(" | ");
    for (what, trials) in [("names and kinds", names), ("birth dates and countries too", facts), ("a wrong country", other)] {
        let at = wide(&|rate| macro_recall(trials, threshold_at(trials, rate), &APART));
        let cut = threshold_at(trials, 1.0);
        let near = alerts(trials, cut, |trial| trial.class == "near_miss").0;
        let found: Vec<&Trial> = trials.iter().filter(|trial| trial.right >= cut && !APART.contains(&trial.class.as_str())).collect();
        let first = super::per_cent(found.iter().filter(|trial| trial.right >= trial.best).count(), found.len());
        let _ = writeln!(out, "| {what} | {at} | {near:.1} | {first:.2} |");
    }
    // No birth date and no country can help a question that has none.
    let helped = |trial: &Trial| Trial { right: if trial.has_facts { u16::MAX } else { trial.right }, ..trial.clone() };
    let most: Vec<Trial> = names.iter().map(helped).collect();
    let _ = writeln!(
        out,
        "| *if facts found every party that has any* | {} | | |",
        wide(&|rate| macro_recall(&most, threshold_at(names, rate), &APART))
    );
    out += "\nMacro recall (%) and alerts (per 1,000 ordinary people, near misses) at a threshold:\n\n";
    out += "| threshold | names and kinds | birth dates and countries too | gain | lost to a wrong country |\n|---|---|---|---|---|\n";
    for at in (60..=95).step_by(5).map(|at| at * 100) {
        let told = |trials: &[Trial]| {
            let of = |class: &str| 10.0 * alerts(trials, at, |trial| trial.class == class).0;
            let found = macro_recall(trials, at, &APART);
            (found, format!("{found:.1} ({:.0}, {:.0})", of("clean_person"), of("near_miss")))
        };
        let ((before, named), (after, known)) = (told(names), told(facts));
        let _ = writeln!(out, "| {}.00 | {named} | {known} | {:+.1} | {} |", at / 100, after - before, lost(names, other, at));
    }
    out += "\nNames and kinds, per cent found at each published threshold:\n\n| | broad 60.00 | balanced 65.00 | strict 75.00 |\n|---|---|---|---|\n";
    line(&mut out, "macro recall", |threshold| macro_recall(names, threshold, &APART));
    line(&mut out, "alerts, ordinary people", |threshold| alerts(names, threshold, |trial| trial.class == "clean_person").0);
    line(&mut out, "alerts, ordinary companies", |threshold| alerts(names, threshold, |trial| trial.class == "clean_company").0);
    line(&mut out, "alerts, near misses", |threshold| alerts(names, threshold, |trial| trial.class == "near_miss").0);
    let cut = threshold_at(names, 1.0);
    let _ = writeln!(
        out,
        "\nPer class at 1% clean-name alerts (threshold {}.{:02}):\n\n| class | names | found |\n|---|---|---|",
        cut / 100,
        cut % 100
    );
    for (_, class) in classes(names) {
        let (found, count) = recall(names, cut, |trial| trial.class == class);
        let _ = writeln!(out, "| {class}{} | {count} | {found:.0} |", if APART.contains(&class.as_str()) { " *" } else { "" });
    }
    out += &tables(names);
    out + &by_name(names, cut)
}

/// How many true hits at a threshold are none any more when asked otherwise.
pub fn lost(before: &[Trial], after: &[Trial], threshold: u16) -> usize {
    before.iter().zip(after).filter(|(before, after)| before.right >= threshold && after.right < threshold).count()
}

fn line(out: &mut String, what: &str, figure: impl Fn(u16) -> f64) {
    let figures: Vec<String> = SIZES.iter().map(|(_, score)| format!("{:.1}", figure(score.points()))).collect();
    let _ = writeln!(out, "| {what} | {} |", figures.join(" | "));
}

/// Recall by class, script, list and length.
fn tables(trials: &[Trial]) -> String {
    let mut out = String::new();
    let mut table = |what: &str, key: &dyn Fn(&Trial) -> String| {
        let keys: BTreeSet<String> = trials.iter().filter(|trial| !trial.is_negative()).map(key).collect();
        let _ = writeln!(out, "\n| {what} | names | broad 60.00 | balanced 65.00 | strict 75.00 |\n|---|---|---|---|---|");
        for at in &keys {
            let count = recall(trials, 0, |trial| key(trial) == *at).1;
            line(&mut out, &format!("{at} | {count}"), |threshold| recall(trials, threshold, |trial| key(trial) == *at).0);
        }
    };
    table("class", &|trial| format!("{}: {}", trial.family, trial.class));
    table("script of the question", &|trial| script(&trial.asked).to_owned());
    table("list", &|trial| trial.list.clone());
    table("words of the listed name", &|trial| match trial.listed.split_whitespace().count() {
        count @ 0..=5 => count.to_string(),
        _ => "6 and more".into(),
    });
    out
}

/// Misses and false alerts at a threshold.
fn by_name(trials: &[Trial], threshold: u16) -> String {
    let points = |score: u16| format!("{}.{:02}", score / 100, score % 100);
    let mut out =
        format!("\n### Missed at {}\n\n| class | asked | listed | right party | best |\n|---|---|---|---|---|\n", points(threshold));
    let bar = |text: &str| text.replace('|', "/");
    for trial in trials.iter().filter(|trial| !trial.is_negative() && trial.right < threshold) {
        let (asked, listed, best) = (bar(&trial.asked), bar(&trial.listed), bar(&trial.best_name));
        let _ = writeln!(out, "| {} | {asked} | {listed} | {} | {best} {} |", trial.class, points(trial.right), points(trial.best));
    }
    let _ = writeln!(out, "\n### False alerts at {}\n\n| class | asked | found | score | why |\n|---|---|---|---|---|", points(threshold));
    for trial in trials.iter().filter(|trial| trial.is_negative() && trial.best >= threshold) {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            trial.class,
            bar(&trial.asked),
            bar(&trial.best_name),
            points(trial.best),
            trial.why
        );
    }
    out
}

/// The writing of the first letter that is not Latin, or Latin.
fn script(text: &str) -> &'static str {
    let of = |c: char| match c as u32 {
        0x370..=0x3ff | 0x1f00..=0x1fff => Some("Greek"),
        0x400..=0x52f => Some("Cyrillic"),
        0x530..=0x58f => Some("Armenian"),
        0x590..=0x5ff => Some("Hebrew"),
        0x600..=0x6ff | 0x750..=0x77f => Some("Arabic"),
        0x900..=0xdff => Some("Indic"),
        0xe00..=0xe7f => Some("Thai"),
        0x3040..=0x30ff => Some("Kana"),
        0x3400..=0x9fff => Some("Han"),
        0xac00..=0xd7a3 => Some("Hangul"),
        _ => None,
    };
    text.chars().find_map(of).unwrap_or("Latin")
}
