use super::*;
use crate::parse::staged;

const SMALL: &str = include_str!("../../../tests/lists/un.xml");

#[test]
fn a_person_with_every_quirk() {
    let parsed = parse(SMALL.as_bytes()).unwrap();
    assert!(parsed.reconciles());
    assert_eq!((parsed.ledger.read, parsed.stated.as_of.unwrap().to_string().as_str()), (3, "2026-02-27"));
    let person = &parsed.entries[0];
    let names: Vec<(&str, NameKind)> = person.names.iter().map(|name| (name.text.as_str(), name.kind)).collect();
    assert_eq!(
        names,
        [
            ("JUAN EXAMPLE PEREZ", NameKind::Primary),
            ("هوان مثال", NameKind::Alias),
            ("Juan Exempel", NameKind::Alias),
            ("Huan Eksampel", NameKind::Alias),
            ("Chuan", NameKind::Weak),
            ("Хуан", NameKind::Alias),
            ("Khuan", NameKind::Alias),
            ("Johnny E", NameKind::Alias),
        ]
    );
    assert_eq!((person.id.as_str(), person.programs[0].as_str()), ("GBi.999", "Guinea-Bissau"));
    assert_eq!(person.born.iter().map(ToString::to_string).collect::<Vec<_>>(), ["~1951", "1956/1958", "1960-03-04"]);
    assert_eq!((person.listed.unwrap().to_string().as_str(), person.title.as_deref()), ("2015-04-07", Some("General; Chief of Staff")));
    assert_eq!((person.countries[0].as_str(), person.identifiers[0].value.as_str()), ("GW", "AB 123"));
    assert!(person.remarks.contains(&"Alias: Johnny E (birth name)".to_owned()), "{:?}", person.remarks);
}

#[test]
fn a_repeated_reference_and_a_new_element_are_named() {
    let parsed = parse(SMALL.as_bytes()).unwrap();
    let problems: Vec<String> = parsed.problems.iter().map(|problem| format!("{}: {}", problem.place, problem.what)).collect();
    assert!(problems[0].starts_with("GBi.999: the id of \"SOMEBODY ELSE\""), "{problems:?}");
    assert!(problems[1].contains("SHOE_SIZE, 1 times"), "{problems:?}");
    assert_eq!(parsed.entries.len(), 2);
}

#[test]
fn a_list_cut_between_two_people_is_refused() {
    let cut = SMALL.split_once("</INDIVIDUAL>").unwrap().0.to_owned() + "</INDIVIDUAL>";
    assert!(parse(cut.as_bytes()).unwrap_err().found.contains("cut off inside <INDIVIDUALS>, after 1 records"));
    assert!(parse(SMALL.replace(" dateGenerated=", " was=").as_bytes()).unwrap_err().found.contains("no date"));
}

/// The counts of ../shared/data/README.md, and of an independent count with Python's ElementTree.
#[test]
fn the_three_staged_lists_reconcile() {
    for (date, individuals, entities, scripts) in
        [("2024-11-30", 686, 193, 380), ("2025-11-18", 727, 273, 379), ("2026-02-27", 730, 273, 378)]
    {
        let Some(bytes) = staged(&format!("un/{date}/consolidated.xml")) else { return };
        let parsed = parse(&bytes).unwrap();
        assert!(parsed.reconciles());
        let count = |kind| parsed.entries.iter().filter(|entry| entry.kind == kind).count();
        assert_eq!((count(PartyKind::Individual), count(PartyKind::Entity)), (individuals, entities));
        assert_eq!(parsed.stated.as_of.unwrap().to_string(), date);
        let text = std::str::from_utf8(&bytes).unwrap();
        assert_eq!(text.matches("<NAME_ORIGINAL_SCRIPT>").count(), scripts);
        // Every name that the file prints is among the entry's names, as a whole or in parts.
        let printed = text.matches("<ALIAS_NAME>").count() + scripts;
        let names: usize = parsed.entries.iter().map(|entry| entry.names.len() - 1).sum();
        println!(
            "UN {date}: {printed} aliases and scripts printed, {names} names beside the primary ones, {} problems",
            parsed.problems.len()
        );
        for problem in &parsed.problems {
            println!("  {problem:?}");
        }
    }
}
