//! Numbers in a question: who has them is found whatever the name, and what contradicts is said.

use crate::question;
use redzone_index::{
    Address, Country, Date, Entry, Identifier, ListHeader, ListedName, Manifest, NameKind, PartyKind, SecretKey, write_list,
};
use redzone_screen::{Doubt, Outcome, ReasonCode, Score, Screener, Strength, Verdict};

/// Two ships, two companies and a person, invented; the numbers' check digits are right.
fn screener() -> Screener {
    let party = |id: &str, kind, name: &str, number: &str, value: &str| Entry {
        id: id.into(),
        kind,
        names: vec![ListedName { text: name.into(), kind: NameKind::Primary }],
        identifiers: vec![Identifier { kind: number.into(), value: value.into(), country: None }],
        ..Entry::default()
    };
    let entries = [
        party("t-1", PartyKind::Vessel, "GROMMASH PIONEER", "IMO", "9187629"),
        party("t-2", PartyKind::Vessel, "QUIBBLEFORTH STAR", "IMO", "7406784"),
        party("t-4", PartyKind::Entity, "VYMPELGRAD OOO", "Tax ID No.", "7707083893"),
        party("t-5", PartyKind::Entity, "Quorvex Data Co., Ltd.", "Unified Social Credit Code (USCC)", "9113100033607322XK"),
        party("t-3", PartyKind::Individual, "ZZYZX, Waldemar Ingo", "Passport", "A-0123456"),
    ];
    screener_over(&entries)
}

fn screener_over(entries: &[Entry]) -> Screener {
    let day = |text| Date::parse(text).unwrap();
    let header = ListHeader { id: "test".into(), title: "Test list".into(), publisher: "Tests".into(), as_of: day("2026-07-31") };
    let files = write_list(&header, entries).unwrap();
    let key = SecretKey::from_seed(&[42; 32]);
    let facts = redzone_tests::facts(vec![files.facts.clone()], &key);
    let manifest = Manifest::verify(Manifest::sign(&facts, &[&key]).unwrap().as_bytes(), &[key.public()]).unwrap();
    let list = manifest.open_list("test", &files.search).unwrap();
    Screener::new(manifest, vec![list])
}

/// `entry score strength` of every hit, best first.
fn said(outcome: &Outcome) -> Vec<String> {
    let one = |hit: &redzone_screen::Hit| {
        let sum: i32 = hit.reasons.iter().map(|reason| reason.points).sum();
        assert_eq!(sum, i32::from(hit.score.points()), "{:?}", hit.reasons);
        format!("{} {} {:?}", hit.entry + 1, hit.score.points(), hit.strength)
    };
    outcome.hits.iter().map(one).collect()
}

#[test]
fn a_listed_number_is_found_whatever_the_name() {
    let screener = screener();
    for (asked, expected) in [
        ("9187629", &["1 10000 Strong"][..]),
        ("IMO 9187629", &["1 10000 Strong"]),
        ("imo9187629", &["1 10000 Strong"]),
        ("Grommash Pioneer, IMO: 9187629", &["1 10000 Strong"]),
        ("passport no. a0123456", &["5 10000 Strong"]),
        ("Someone Else A 0123456", &["5 9500 Probable"]),
        ("A0123457", &[]),
        ("USCC 9113100033607322XK", &["3 10000 Strong"]),
        ("ИНН 7707083893", &["4 10000 Strong"]),
        ("Other Works 7707083893", &["4 9500 Probable"]),
    ] {
        let outcome = screener.screen(&question(asked, PartyKind::Unstated, Score::BALANCED));
        assert_eq!(said(&outcome), expected, "{asked}");
        assert!(expected.is_empty() == matches!(outcome.verdict, Verdict::NoMatch(_)), "{asked}");
    }
}

#[test]
fn a_number_that_no_list_has_takes_no_hit_by_name_away() {
    let screener = screener();
    let hits = |asked: &str| said(&screener.screen(&question(asked, PartyKind::Unstated, Score::BALANCED)));
    for (name, number) in [
        ("Vympelgrad", ", SWIFT VYMPRUMM"),
        ("Quorvex Data", " reg. no. 12345"),
        ("Waldemar Zzyzx", " passport no. 12345"),
        ("Vympelgrad", " 40702810900000012345"),
    ] {
        let plain = hits(name);
        assert!(!plain.is_empty(), "{name}");
        assert_eq!(hits(&format!("{name}{number}")), plain, "{name}{number}");
    }
}

#[test]
fn a_number_that_contradicts_is_said() {
    let outcome = screener().screen(&question("Quibbleforth Star IMO 9187629", PartyKind::Vessel, Score::BROAD));
    let codes: Vec<_> = outcome.hits.iter().map(|hit| (hit.entry + 1, hit.strength, hit.reasons.last().unwrap().code)).collect();
    let expected = [(1, Strength::Probable, ReasonCode::OtherName), (2, Strength::Possible, ReasonCode::OtherNumber)];
    assert_eq!(codes, expected, "{:?}", said(&outcome));
}

#[test]
fn a_company_with_another_number_stays_a_hit_and_says_so() {
    let screener = screener();
    for (asked, entry, last) in [
        ("Quorvex Data USCC 91350211M000100Y46", 3, Some(ReasonCode::OtherNumber)),
        ("Vympelgrad INN 7736050003", 4, Some(ReasonCode::OtherNumber)),
        // A number of another kind says nothing.
        ("Vympelgrad OGRN 1027700132195", 4, None),
    ] {
        let outcome = screener.screen(&question(asked, PartyKind::Entity, Score::BROAD));
        said(&outcome);
        let hit = outcome.hits.iter().find(|hit| hit.entry + 1 == entry).unwrap_or_else(|| panic!("{asked}: no hit"));
        let other = hit.reasons.last().map(|reason| reason.code).filter(|code| *code == ReasonCode::OtherNumber);
        assert_eq!(other, last, "{asked}: {:?}", hit.reasons);
    }
}

#[test]
fn a_mistyped_number_is_no_answer() {
    let outcome = screener().screen(&question("IMO 9187628", PartyKind::Unstated, Score::BALANCED));
    assert!(matches!(outcome.verdict, Verdict::Indeterminate));
    assert_eq!(outcome.doubts, [Doubt::NumberMistyped { number: "9187628".into() }]);
}

#[test]
fn a_number_or_an_address_given_beside_the_name_is_asked_too() {
    let screener = screener();
    let asked = |name: &str, identifiers: &[&str]| {
        let identifiers = identifiers.iter().map(|text| (*text).to_owned()).collect();
        screener.screen(&redzone_screen::Question { identifiers, ..question(name, PartyKind::Unstated, Score::BALANCED) })
    };
    for (name, identifiers, expected) in [
        ("", &["9187629"][..], &["1 10000 Strong"][..]),
        ("Grommash Pioneer", &["IMO 9187629"], &["1 10000 Strong"]),
        ("Someone Else", &["Passport A 0123456"], &["5 9500 Probable"]),
        ("Someone Else", &["0000001", "7707083893"], &["4 9500 Probable"]),
        ("Grommash Pioneer", &["7406784"], &["2 9500 Probable", "1 8000 Possible"]),
        ("Nobody of that name", &["B7654321"], &[]),
    ] {
        assert_eq!(said(&asked(name, identifiers)), expected, "{name} {identifiers:?}");
    }
    assert_eq!(asked("Nobody", &["IMO 9187628"]).doubts, [Doubt::NumberMistyped { number: "9187628".into() }]);
    // Signs alone are no number: that can't become "no match".
    assert!(matches!(asked("Nobody", &["--"]).verdict, Verdict::Indeterminate));
    assert!(matches!(asked("", &["  "]).verdict, Verdict::Indeterminate));
}

#[test]
fn an_address_given_beside_the_name_is_looked_for_among_listed_addresses() {
    let company = Entry {
        id: "t-4".into(),
        kind: PartyKind::Entity,
        names: vec![ListedName { text: "VYMPELGRAD OOO".into(), kind: NameKind::Primary }],
        ..Entry::default()
    };
    let listed = Entry {
        id: "t-6".into(),
        kind: PartyKind::Address,
        names: vec![ListedName { text: "Address 91".into(), kind: NameKind::Primary }],
        addresses: vec![Address {
            text: "Office 4, 16/F Quibble King Centre, 2-16 Fayuen Street".into(),
            country: Country::from_code("HK"),
        }],
        ..Entry::default()
    };
    let screener = screener_over(&[company, listed]);
    let asked = |name: &str, address: &str| {
        screener.screen(&redzone_screen::Question { address: address.into(), ..question(name, PartyKind::Entity, Score::BALANCED) })
    };
    let at = |outcome: &Outcome| outcome.hits.iter().map(|hit| hit.entry + 1).collect::<Vec<_>>();
    let there = "16/F, Quibble King Ctr, 2-16 Fa Yuen St";
    for (name, address, expected) in [
        ("", there, &[1][..]),
        ("Nobody of that name", there, &[1]),
        ("Vympelgrad OOO", there, &[2, 1]),
        // A party's name in the field for its address is no hit: only listed addresses are.
        ("", "Vympelgrad OOO", &[]),
    ] {
        assert_eq!(at(&asked(name, address)), expected, "{name} {address}");
    }
    assert!(matches!(asked("Nobody", "?!").verdict, Verdict::Indeterminate));
    assert!(matches!(asked("Nobody", "1 Other Road").verdict, Verdict::NoMatch(_)));
}
