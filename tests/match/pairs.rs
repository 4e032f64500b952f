//! Pairs of names of one party are told from pairs of two.

use redzone_tests::quality::made_pairs::made;
use redzone_tests::quality::pairs::{pairs, told, wrong};

/// At the best threshold, per cent: issue 3 asks for 88.
const F1: f64 = 96.5;
/// The chance that a pair of one party scores over a pair of two, per cent: issue 3 asks for 94.
const AREA: f64 = 98.5;

/// The same of pairs made from the starter edition.
const MADE_F1: f64 = 96.0;
/// See [`MADE_F1`].
const MADE_AREA: f64 = 98.0;

#[test]
fn pairs_of_one_party_are_told_from_pairs_of_two() {
    let pairs = pairs();
    let told = told(&pairs, |pair| pair.score);
    println!("{} pairs: best F1 {:.1} (at {}), area {:.1}", pairs.len(), told.f1, told.at, told.area);
    let errors: Vec<&str> = wrong(&pairs).filter(|pair| pair.strong()).map(|pair| pair.names.as_str()).collect();
    assert!(errors.is_empty(), "strong pairs wrong: {errors:?}");
    assert!(told.f1 >= F1 && told.area >= AREA, "F1 {:.1}, area {:.1}", told.f1, told.area);
}

#[test]
fn made_pairs_are_told_apart_too() {
    let pairs = made(7, 40);
    assert_eq!(pairs.len(), 240);
    let told = told(&pairs, |pair| pair.score);
    let strong = wrong(&pairs).filter(|pair| pair.strong()).count();
    println!("{} made pairs: best F1 {:.1} (at {}), area {:.1}, {strong} strong ones wrong", pairs.len(), told.f1, told.at, told.area);
    assert!(told.f1 >= MADE_F1 && told.area >= MADE_AREA && strong == 0, "F1 {:.1}, area {:.1}, {strong} strong wrong", told.f1, told.area);
}
