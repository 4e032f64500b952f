use super::*;
use redzone_index::{NameKind, PartyKind};

const SMALL: &str = include_str!("../../../tests/lists/sdn_advanced.xml");

#[test]
fn scripts_qualities_features_and_relations_come_together() {
    let parsed = parse(SMALL.as_bytes()).unwrap();
    assert!(parsed.reconciles());
    assert_eq!((parsed.entries.len(), parsed.stated.as_of.unwrap().to_string().as_str()), (2, "2026-07-30"));
    let person = &parsed.entries[0];
    let names: Vec<_> = person.names.iter().map(|name| (name.text.as_str(), name.kind)).collect();
    let expected =
        [("EXAMPLE, Ivan", NameKind::Primary), ("VANYA", NameKind::Weak), ("Иван Пример", NameKind::Alias), ("EXEMPEL", NameKind::Former)];
    assert_eq!(names, expected);
    assert_eq!(person.born.iter().map(ToString::to_string).collect::<Vec<_>>(), ["~1962", "1963-11-23"]);
    assert_eq!((person.programs.as_slice(), person.listed.unwrap().to_string().as_str()), (&["SDGT".to_owned()][..], "2001-12-04"));
    assert_eq!((person.addresses[0].text.as_str(), person.addresses[0].country.unwrap().as_str()), ("1 High St, Havana", "CU"));
    let numbers: Vec<_> = person.identifiers.iter().map(|number| (number.kind.as_str(), number.value.as_str())).collect();
    assert_eq!(numbers, [("Passport", "P12345"), ("Digital Currency Address - XBT", "1Bx")]);
    assert_eq!((person.birthplaces[0].as_str(), person.countries[0].as_str()), ("Omsk, Russia", "RU"));
    assert!(person.remarks.contains(&"Owned or Controlled By: EXAMPLE TANKER".to_owned()), "{:?}", person.remarks);
    assert!(person.remarks.contains(&"Gender: Male".to_owned()));
    let ship = &parsed.entries[1];
    assert_eq!((ship.kind, ship.vessel.as_ref().unwrap().call_sign.as_str()), (PartyKind::Vessel, "5IM1"));
}

#[test]
fn parties_and_entries_that_do_not_meet_are_named() {
    let parsed = parse(SMALL.as_bytes()).unwrap();
    let said: Vec<String> = parsed.problems.iter().map(|problem| format!("{}: {}", problem.place, problem.what)).collect();
    let expected = [
        "90003: a party without a sanctions entry",
        "90003: a record without a name",
        "99: a sanctions entry for a profile that is not in the file",
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_file_without_its_date_or_its_end_is_refused() {
    assert!(parse(SMALL.replace("DateOfIssue", "Issued").as_bytes()).unwrap_err().found.contains("no DateOfIssue"));
    assert!(parse(SMALL.replace("</Sanctions>", "").as_bytes()).unwrap_err().found.contains("cut off inside <Sanctions>"));
}
