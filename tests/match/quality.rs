//! Floors under the quality report, so that quality can't slip unseen. The benchmark's part is skipped, and says so, where the benchmark is not.

use redzone_tests::quality::{Facts, benchmark, macro_recall, own, threshold_at};

/// Macro recall in per cent at 1% clean-name alerts that must be reached on the benchmark's public half: issue 3 asks for 92.
const FLOOR: f64 = 92.0;
/// Mean recall over our own classes at the default threshold, in per cent.
const OWN_FLOOR: f64 = 82.0;

#[test]
fn macro_recall_stays_above_its_floor() {
    let Some(folder) = benchmark::folder() else {
        println!("skipped: no benchmark at ../shared/bench");
        return;
    };
    // A part of the queries by default: every fourth, by number.
    let step = if crate::queries(0) >= 10_000 { 1 } else { 4 };
    let trials = benchmark::Bench::read(&folder, step).run(Facts::NamesOnly);
    let mean = macro_recall(&trials, threshold_at(&trials, 1.0), &benchmark::APART);
    println!("macro recall at 1%: {mean:.1}");
    assert!(mean >= FLOOR, "macro recall fell to {mean:.1}");
}

#[test]
fn our_own_changes_are_found() {
    let trials = own::trials(7, if crate::queries(0) >= 10_000 { 100 } else { 12 });
    let mean = macro_recall(&trials, redzone_screen::Score::BALANCED.points(), &["acronym"]);
    println!("mean over our own classes: {mean:.1}");
    assert!(mean >= OWN_FLOOR, "the mean over our own classes fell to {mean:.1}");
}
