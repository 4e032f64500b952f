//! Floors under the quality report, class by class, so that quality can't slip unseen: `floors.txt` beside the report. The questions are the same
//! at every run, so a class moves only when the engine does. After a change for the better: `REDZONE_UPDATE=1 cargo test -p redzone-tests --test
//! match floors`. The benchmark's part is skipped, and says so, where the benchmark is not.

use std::sync::{Mutex, PoisonError};

use redzone_screen::{MEASURED, Score};
use redzone_tests::quality::{Facts, Trial, alerts, benchmark, classes, macro_recall, own, recall, report::lost, threshold_at};

/// Macro recall in per cent at 1% clean-name alerts that must be reached on the benchmark's public half: issue 3 asks for 92.
const FLOOR: f64 = 94.5;
/// Mean recall over our own classes at the default threshold, in per cent.
const OWN_FLOOR: f64 = 92.0;
/// What birth dates and countries must add at a strict threshold, in points of macro recall: issue 3 asks for more than four.
const FACTS: f64 = 8.0;
/// A class may fall this far below what it was, in per cent, before the test says so.
const SLACK: f64 = 5.0;

/// Holds every class of one set of trials to its floor, or writes what is now.
fn hold(set: &str, trials: &[Trial], threshold: u16) {
    // Two tests write one file.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/quality/floors.txt");
    let floors = std::fs::read_to_string(path).unwrap();
    let found: Vec<(String, f64)> = classes(trials)
        .into_iter()
        .map(|(_, class)| (format!("{set} {class}"), recall(trials, threshold, |trial| trial.class == class).0))
        .collect();
    if std::env::var_os("REDZONE_UPDATE").is_some() {
        let mut text: String =
            floors.lines().filter(|line| !line.starts_with(&format!("{set} "))).map(|line| format!("{line}\n")).collect();
        text.extend(found.iter().map(|(class, now)| format!("{class} {now:.1}\n")));
        std::fs::write(path, text).unwrap();
        return;
    }
    let mut fallen = Vec::new();
    for (class, now) in &found {
        let line = floors.lines().find_map(|line| line.strip_prefix(class.as_str())).unwrap_or_else(|| panic!("no floor for {class}"));
        let floor: f64 = line.trim().parse().unwrap();
        println!("{class} {now:.1} (was {floor:.1})");
        if *now < floor - SLACK {
            fallen.push(format!("{class}: {now:.1}, was {floor:.1}"));
        }
    }
    assert!(fallen.is_empty(), "fell by more than {SLACK}: {fallen:?}");
}

#[test]
fn floors_of_the_benchmark() {
    let Some(folder) = benchmark::folder() else {
        println!("skipped: no benchmark at ../shared/bench");
        return;
    };
    // A part of the queries by default: every fourth, by number.
    let step = if crate::queries(0) >= 10_000 { 1 } else { 4 };
    let bench = benchmark::Bench::read(&folder, step);
    let trials = bench.run(Facts::NamesOnly);
    let threshold = threshold_at(&trials, 1.0);
    let mean = macro_recall(&trials, threshold, &benchmark::APART);
    println!("macro recall at 1%: {mean:.1} (threshold {threshold})");
    assert!(mean >= FLOOR, "macro recall fell to {mean:.1}");
    // A part of the questions gives the published figures roughly: recall within two points, alerts within one in a hundred.
    for measured in MEASURED {
        let at = measured.threshold.points();
        let of = |class: &str| alerts(&trials, at, |trial| trial.class == class).0;
        let (found, people, companies) = (macro_recall(&trials, at, &benchmark::APART), of("clean_person"), of("clean_company"));
        println!("at {at}: found {found:.1}, alerts per cent of people {people:.2}, of companies {companies:.2}");
        let near = |now: f64, published: u16, slack: f64| (now - f64::from(published) / 10.0).abs() <= slack;
        assert!(
            near(found, measured.found, 2.0) && near(people, measured.people, 1.0) && near(companies, measured.companies, 1.0),
            "{measured:?}"
        );
    }
    // Birth dates and countries find more without alerting more; a country that is not the party's loses nothing.
    let (facts, other) = (bench.run(Facts::All), bench.run(Facts::OtherCountry));
    let gain = |at: u16| macro_recall(&facts, at, &benchmark::APART) - macro_recall(&trials, at, &benchmark::APART);
    let people = |trials: &[Trial], at| alerts(trials, at, |trial| trial.class == "clean_person").0;
    let (balanced, strict) = (Score::BALANCED.points(), 8_500);
    println!("facts bring {:.1} points at {balanced}, {:.1} at {strict}", gain(balanced), gain(strict));
    assert!(gain(balanced) >= 1.0 && gain(strict) >= FACTS && people(&facts, balanced) <= people(&trials, balanced));
    for at in [threshold, balanced, strict] {
        assert_eq!(lost(&trials, &other, at), 0, "true hits lost at {at} to a wrong country");
    }
    if step == 4 {
        hold("benchmark", &trials, threshold);
    }
}

#[test]
fn floors_of_our_own_changes() {
    let trials = own::trials(7, 25);
    let threshold = Score::BALANCED.points();
    let mean = macro_recall(&trials, threshold, &["acronym"]);
    println!("mean over our own classes: {mean:.1}");
    assert!(mean >= OWN_FLOOR, "the mean over our own classes fell to {mean:.1}");
    hold("own", &trials, threshold);
}
