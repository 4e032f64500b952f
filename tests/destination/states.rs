//! What the shipped pack happens not to have: announced, enforced, unseen and lapsing rows, laid over it.

use super::*;
use redzone_index::rules::{Jurisdiction, Level, Phase, Place, State};
use redzone_screen::destination::{RuleDoubt, RuleNote};

/// The shipped pack with one more file.
fn with(more: &str) -> Rules {
    let mut files = rules::read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../lists/rules")).unwrap();
    files.push(rules::RuleFile { name: "more.toml".into(), text: more.into() });
    rules::compile(&files, places::names()).unwrap_or_else(|why| panic!("{why}"))
}

fn rule(id: &str, level: &str, more: &str) -> String {
    format!(
        "[[rule]]\nid = \"{id}\"\njurisdiction = \"US\"\nauthority = \"BIS\"\nkind = \"test\"\ntest = \"destination\"\nplaces = \"DE\"\nlevel = \"{level}\"\n\
         scope = \"all-items\"\ntitle = \"t\"\nsays = \"s\"\nnext_step = \"n\"\ncitation = \"c\"\nsource = \"s\"\nas_of = \"2026-01-01\"\n{more}\n"
    )
}

fn germany(pack: &Rules, when: &str) -> Determination {
    determine(pack, &DestinationQuestion::new("Germany", day(when)))
}

#[test]
fn an_announced_rule_is_said_and_changes_nothing() {
    let pack = with(&rule("bill", "prohibited", "state = \"announced\"\nconfidence = \"verified\""));
    let found = germany(&pack, "2026-10-01");
    assert_eq!(word(&found.ruling), "no rule triggered");
    assert!(found.notes.contains(&RuleNote::OnlyAnnounced { id: "bill".into() }));
    assert!(found.fired.iter().all(|fired| fired.rule.from.id.as_ref() != "bill"));
}

#[test]
fn printed_and_enforced_rules_both_count_and_the_stricter_wins() {
    for (printed, enforced) in [("note", "license-needed"), ("license-needed", "note")] {
        let printed = rule("fact", printed, "state = \"printed\"\nconfidence = \"verified\"");
        let enforced = rule("fact@enforced", enforced, "state = \"enforced\"\nconfidence = \"verified\"");
        let found = germany(&with(&format!("{printed}\n{enforced}")), "2026-10-01");
        assert_eq!(word(&found.ruling), "license needed");
        assert_eq!(found.fired.iter().filter(|fired| fired.rule.from.fact() == "fact").count(), 2, "both are shown");
    }
}

#[test]
fn a_rule_that_nobody_has_seen_still_bars_and_says_so() {
    let pack = with(&rule("unseen", "prohibited", "state = \"printed\"\nconfidence = \"unverified\""));
    let found = germany(&pack, "2026-10-01");
    assert_eq!(word(&found.ruling), "prohibited");
    assert!(found.notes.contains(&RuleNote::CheckBeforeUse { id: "unseen".into() }));
}

#[test]
fn a_rule_past_its_end_turns_the_answer_amber_unless_the_end_is_known() {
    let pack_that = |then: &str| {
        with(&rule(
            "ends",
            "prohibited",
            &format!("state = \"printed\"\nconfidence = \"verified\"\nto = \"2026-06-30\"\nthen = \"{then}\""),
        ))
    };
    for (then, after) in [("ended", "no rule triggered"), ("unknown", "rule changing")] {
        let pack = pack_that(then);
        assert_eq!(word(&germany(&pack, "2026-06-30").ruling), "prohibited");
        assert_eq!(word(&germany(&pack, "2026-07-01").ruling), after, "{then}");
    }
}

#[test]
fn a_moving_note_takes_the_favourable_word_away_and_leaves_the_strict_one() {
    let moving = |place: &str| {
        rule("moves", "note", "state = \"printed\"\nconfidence = \"verified\"\nmoving = \"yes\"").replace("\"DE\"", &format!("\"{place}\""))
    };
    assert_eq!(word(&germany(&with(&moving("DE")), "2026-10-01").ruling), "rule changing");
    let pack = with(&moving("VN"));
    assert_eq!(word(&determine(&pack, &DestinationQuestion::new("Vietnam", day("2026-10-01"))).ruling), "license needed");
}

#[test]
fn a_stricter_moving_rule_wins_over_a_firm_one_and_says_what_is_at_stake() {
    let moving =
        rule("moves", "prohibited", "state = \"printed\"\nconfidence = \"verified\"\nmoving = \"yes\"").replace("\"DE\"", "\"VN\"");
    let found = determine(&with(&moving), &DestinationQuestion::new("Vietnam", day("2026-10-01")));
    assert_eq!(word(&found.ruling), "rule changing");
    assert_eq!(found.strictest, Some(Level::Prohibited));
}

#[test]
fn a_rule_of_other_law_is_not_asked() {
    let eu = rule("eu-only", "prohibited", "state = \"printed\"\nconfidence = \"verified\"")
        .replace("jurisdiction = \"US\"", "jurisdiction = \"EU\"");
    let pack = with(&eu);
    let asked = |law: &[Jurisdiction]| {
        let question = DestinationQuestion { jurisdictions: law.to_vec(), ..DestinationQuestion::new("Germany", day("2026-10-01")) };
        word(&determine(&pack, &question).ruling)
    };
    use Jurisdiction::{Eu, Us};
    assert_eq!((asked(&[]), asked(&[Eu]), asked(&[Us])), ("prohibited", "prohibited", "no rule triggered"));
}

#[test]
fn a_rule_reached_through_a_moving_group_is_moving_too() {
    let phase_on = |when: &str| {
        let found = ask("Syria", when);
        found.fired.iter().find(|fired| fired.rule.from.id.as_ref() == "us-ear-d5").map(|fired| fired.phase)
    };
    assert_eq!(phase_on("2026-08-23"), Some(Phase::InForce));
    assert_eq!(phase_on("2026-08-24"), Some(Phase::Moving));
}

#[test]
fn a_rule_on_a_country_holds_in_its_regions_whoever_made_it() {
    let eu =
        rule("all", "prohibited", "state = \"printed\"\nconfidence = \"verified\"").replace("\"US\"", "\"EU\"").replace("\"DE\"", "\"UA\"");
    let pack = with(&eu);
    for region in ["Kyiv", "Kherson", "UA-05"] {
        assert_eq!(word(&determine(&pack, &DestinationQuestion::new(region, day("2026-10-01"))).ruling), "prohibited", "{region}");
    }
}

#[test]
fn an_announced_table_row_changes_nothing() {
    let row = "[[group]]\nid = \"soon\"\nplace = \"DE\"\ngroups = \"D:1 D:5\"\nstate = \"announced\"\nconfidence = \"verified\"\n\
               citation = \"c\"\nsource = \"s\"\nas_of = \"2026-01-01\"\n";
    assert_eq!(word(&germany(&with(row), "2026-10-01").ruling), "no rule triggered");
}

#[test]
fn a_region_with_rules_of_its_own_makes_its_country_a_question_unless_only_announced() {
    for (state, ruling) in [(State::Printed, "indeterminate"), (State::Announced, "no rule triggered")] {
        let mut pack = pack().clone();
        let mut rule = pack.rules.iter().find(|rule| rule.from.id.as_ref() == "us-ear-ua-43").cloned().unwrap();
        rule.places = vec![Place::parse("DE-BY").unwrap()];
        rule.from.state = state;
        pack.rules.push(rule);
        let found = germany(&pack, "2026-10-01");
        assert_eq!(word(&found.ruling), ruling, "{:?}", found.doubts);
    }
}

#[test]
fn groups_without_a_chart_row_are_not_enough() {
    let mut pack = pack().clone();
    pack.chart.retain(|row| row.from.id.as_ref() != "chart-DE");
    pack.register.retain(|id| id.as_ref() != "chart-DE");
    let found = germany(&pack, "2026-10-01");
    assert_eq!(word(&found.ruling), "indeterminate");
    assert!(matches!(found.doubts.as_slice(), [RuleDoubt::InNoTable { .. }]));
}

#[test]
fn a_place_keeps_its_own_chart_row_beside_the_groups_it_follows() {
    let tables = ask("Liechtenstein", "2026-10-01").tables.unwrap();
    assert_eq!(tables.chart_rows[0].footnotes, [5]);
    assert_eq!(tables.group_rows[0].place, Place::parse("CH").unwrap());
}

#[test]
fn the_pack_holds_from_its_first_to_its_last_day() {
    for (when, ruling) in [
        ("2025-06-29", "indeterminate"),
        ("2025-06-30", "no rule triggered"),
        ("2027-01-04", "no rule triggered"),
        ("2027-01-05", "rule changing"),
    ] {
        assert_eq!(word(&ask("Germany", when).ruling), ruling, "{when}");
    }
}
