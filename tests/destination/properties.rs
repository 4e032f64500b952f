//! What must always hold.

use super::*;
use proptest::prelude::*;
use redzone_index::rules::Phase;

/// How favourable a ruling is; indeterminate is never a favour.
fn favour(ruling: &Ruling) -> u8 {
    match ruling {
        Ruling::Prohibited | Ruling::Indeterminate => 0,
        Ruling::LicenseNeeded => 1,
        Ruling::RuleChanging => 2,
        Ruling::ExceptionMayApply => 3,
        Ruling::NoRuleTriggered(_) => 4,
    }
}

const PLACES: [&str; 24] = [
    "Germany",
    "China",
    "Hong Kong",
    "Macau",
    "Iran",
    "Cuba",
    "Syria",
    "Crimea",
    "Kherson",
    "Kyiv",
    "Ukraine",
    "Palestine",
    "AQ",
    "Liechtenstein",
    "Cayman Islands",
    "Anguilla",
    "Cambodia",
    "UAE",
    "Kyrgyzstan",
    "Israel",
    "Taiwan",
    "Cyprus",
    "Mali",
    "Canada",
];

const DAYS: [&str; 8] = ["2025-06-30", "2025-09-03", "2025-11-08", "2026-02-03", "2026-07-09", "2026-07-11", "2026-08-25", "2026-10-02"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn taking_rows_away_never_makes_an_answer_more_favourable(
        place in 0..PLACES.len(), when in 0..DAYS.len(), headquarters in prop::option::of(0..PLACES.len()), seed: u64, one_in in 1u64..40,
    ) {
        let question = DestinationQuestion {
            headquarters: headquarters.map(|at| PLACES[at].to_owned()),
            ..DestinationQuestion::new(PLACES[place], day(DAYS[when]))
        };
        let mut fewer = pack().clone();
        let mut state = seed | 1;
        let mut keep = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % one_in != 0
        };
        fewer.groups.retain(|_| keep());
        fewer.chart.retain(|_| keep());
        fewer.follows.retain(|_| keep());
        fewer.rules.retain(|_| keep());
        let (whole, part) = (determine(pack(), &question), determine(&fewer, &question));
        prop_assert!(favour(&part.ruling) <= favour(&whole.ruling), "{:?} became {:?}", whole.ruling, part.ruling);
    }

    #[test]
    fn any_text_gives_an_answer_and_no_unknown_place_a_favourable_one(place in "\\PC{0,40}|.{0,40}", headquarters in prop::option::of(".{0,20}")) {
        let question = DestinationQuestion { headquarters, ..DestinationQuestion::new(place.as_str(), day("2026-10-01")) };
        let found = determine(pack(), &question);
        if found.place.is_none() {
            prop_assert!(matches!(found.ruling, Ruling::Indeterminate));
            prop_assert!(!found.doubts.is_empty());
        }
    }

    #[test]
    fn a_favourable_word_stands_on_no_doubt_and_firm_rows_only(place in 0..PLACES.len(), when in 0..DAYS.len()) {
        let found = ask(PLACES[place], DAYS[when]);
        if favour(&found.ruling) >= 3 {
            prop_assert!(found.doubts.is_empty());
            prop_assert!(found.fired.iter().all(|fired| fired.phase == Phase::InForce));
            prop_assert!(found.tables.is_some_and(|tables| tables.groups.is_some() && tables.marks.is_some()));
        }
    }
}

#[test]
fn taking_away_any_single_row_never_makes_an_answer_more_favourable() {
    for (place, when) in PLACES.iter().flat_map(|place| ["2025-12-01", "2026-10-02"].map(|when| (place, when))) {
        let question = DestinationQuestion { headquarters: Some("China".into()), ..DestinationQuestion::new(*place, day(when)) };
        let whole = determine(pack(), &question);
        for at in 0..pack().rules.len() {
            let mut fewer = pack().clone();
            fewer.rules.remove(at);
            assert!(favour(&determine(&fewer, &question).ruling) <= favour(&whole.ruling), "{place}: rule {at}");
        }
    }
}

#[test]
fn a_pack_past_its_review_gives_no_favourable_answer() {
    for place in ["Germany", "Canada", "Israel", "Mali"] {
        assert!(matches!(ask(place, "2027-01-05").ruling, Ruling::RuleChanging), "{place}");
        assert!(matches!(ask(place, "2025-06-29").ruling, Ruling::Indeterminate), "{place} before the pack");
    }
    assert!(matches!(ask("Iran", "2027-01-05").ruling, Ruling::Prohibited));
    assert!(matches!(ask("China", "2027-01-05").ruling, Ruling::LicenseNeeded));
}

#[test]
fn every_answer_says_what_it_did_not_look_at() {
    let found = ask("Germany", "2026-10-01");
    let said = format!("{:?}", found.not_consulted);
    assert_eq!(said, "[Items, Parties, EndUse, Route, Headquarters]");
    let Ruling::NoRuleTriggered(proof) = found.ruling else { panic!("{:?}", found.ruling) };
    assert!(proof.rules() > 100 && proof.table_rows() > 400, "{proof:?}");
}

#[test]
fn a_long_text_is_no_place() {
    for text in ["x".repeat(10_000_000), "China ".repeat(1_000_000), "\u{301}".repeat(100_000)] {
        assert!(matches!(ask(&text, "2026-10-01").ruling, Ruling::Indeterminate));
    }
}
