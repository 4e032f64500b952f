//! The quality report: how well names are found that people, machines and cheats have changed, and how often ordinary names alert.
//!
//!     ./build.sh bench quality
//!
//! prints it and writes it to `.cache/quality.md`. Three parts: our own generators (`tests/perturb`) over the starter lists, pairs of names, and, where it is to
//! be had, the public half of the benchmark in `../shared/bench`. Every number comes from a fixed seed; every miss and every false alert stands
//! there by name.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_arithmetic)] // a report may fail loudly, and decides nothing

use redzone_tests::quality::{Facts, benchmark, made_pairs, own, pairs, report};

/// The seed of the generators; another gives other names and, within a point or two, the same figures.
const SEED: u64 = 20_261_123;

fn main() {
    let target = std::env::args().nth(1).expect("the path of the file to write");
    let mut text = String::from("# Match quality\n\nMade by `./build.sh bench quality`; seed 20261123.\n");
    let trials = own::trials(SEED, own::PER_CLASS);
    text += &report::own(&trials);
    text += &pairs::report(&made_pairs::made(SEED, made_pairs::PER_TIER));
    match benchmark::folder() {
        Some(folder) => {
            let bench = benchmark::Bench::read(&folder, 1);
            text += &report::benchmark(&[Facts::NamesOnly, Facts::All, Facts::OtherCountry].map(|facts| bench.run(facts)));
        }
        None => text += "\nThe benchmark is not at ../shared/bench: its part is left out.\n",
    }
    std::fs::write(&target, &text).expect("the report can be written");
    println!("{text}");
}
