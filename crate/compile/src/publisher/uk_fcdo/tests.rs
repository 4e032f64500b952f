use super::*;
use crate::parse::staged;

/// The header of the official file, with its 58 columns.
fn header() -> String {
    designation::CSV_COLUMNS.join(",")
}

/// A row of the CSV from some of its columns.
fn row(cells: &[(&str, &str)]) -> String {
    let cell = |column: &str| cells.iter().find(|(name, _)| *name == column).map_or("", |(_, value)| value);
    designation::CSV_COLUMNS.iter().map(|column| format!("\"{}\"", cell(column))).collect::<Vec<_>>().join(",")
}

#[test]
fn the_csv_joins_the_rows_of_an_id() {
    let common =
        [("Unique ID", "AFG0001"), ("Designation Type", "Entity"), ("Regime Name", "Afghanistan"), ("Date Designated", "29/06/2012")];
    let first = row(&[
        &common[..],
        &[
            ("Name 6", "EXAMPLE EXCHANGE"),
            ("Name type", "Primary Name"),
            ("Name non-latin script", "مثال صرافی"),
            ("UN Reference Number", "TAe.999"),
        ],
    ]
    .concat());
    let second = row(&[
        &common[..],
        &[
            ("Name 6", "Example Hawala"),
            ("Name type", "ALias"),
            ("Alias strength", "Low quality a.k.a"),
            ("Address Country", "Afghanistan"),
        ],
    ]
    .concat());
    let ship = row(&[
        ("Unique ID", "RUS2001"),
        ("Designation Type", "Ship"),
        ("Name 6", "TANKER"),
        ("Name type", "Primary name"),
        ("IMO number", "9123456"),
        ("D.O.B", "dd/mm/1945"),
    ]);
    let text = format!("Report Date: 13-Feb-2026\n{}\n{first}\n{second}\n{ship}\n", header());
    let parsed = csv(text.as_bytes()).unwrap();
    assert!(parsed.reconciles());
    assert_eq!((parsed.entries.len(), parsed.ledger.joined, parsed.stated.as_of.unwrap().to_string().as_str()), (2, 1, "2026-02-13"));
    assert_eq!(parsed.problems, []);
    let names: Vec<_> = parsed.entries[0].names.iter().map(|name| (name.text.as_str(), name.kind)).collect();
    assert_eq!(names, [("EXAMPLE EXCHANGE", NameKind::Primary), ("مثال صرافی", NameKind::Alias), ("Example Hawala", NameKind::Weak)]);
    assert_eq!((parsed.entries[1].identifiers[0].kind.as_str(), parsed.entries[1].born[0].to_string().as_str()), ("IMO", "1945"));
    assert!(csv(text.split_once('\n').unwrap().1.as_bytes()).unwrap_err().found.contains("no report date"));
}

const SMALL: &str = include_str!("../../../tests/lists/uk.xml");

#[test]
fn the_xml_gives_people_companies_and_ships() {
    let parsed = xml(SMALL.as_bytes()).unwrap();
    assert!(parsed.reconciles());
    assert_eq!(parsed.problems, []);
    assert_eq!(parsed.stated.as_of.unwrap().to_string(), "2026-08-20");
    let [person, company, ship] = &parsed.entries[..] else { panic!("three entries") };
    assert_eq!((person.kind, person.names[0].text.as_str(), person.names.len()), (PartyKind::Individual, "IVAN PETROVICH EXAMPLE", 4));
    assert_eq!(person.born.iter().map(ToString::to_string).collect::<Vec<_>>(), ["1945", "1958-03-01"]);
    assert_eq!((person.title.as_deref(), person.countries[0].as_str()), (Some("General; Deputy Minister"), "RU"));
    assert_eq!((company.names[1].kind, company.addresses[0].country.unwrap().as_str()), (NameKind::Weak, "AF"));
    assert_eq!((ship.vessel.as_ref().unwrap().flag.as_str(), ship.identifiers[0].value.as_str()), ("Comoros", "IMO9562233"));
}

#[test]
fn a_new_element_is_named_and_a_cut_file_refused() {
    let parsed = xml(SMALL.replace("<DesignationSource>", "<Colour>red</Colour><DesignationSource>").as_bytes()).unwrap();
    assert!(parsed.problems[0].what.contains("Colour, 3 times"), "{:?}", parsed.problems);
    let cut = SMALL.rsplit_once("<Designation>").unwrap().0;
    assert!(xml(cut.as_bytes()).unwrap_err().found.contains("cut off inside <Designations>, after 2 records"));
}

/// 3,754 individuals, 1,087 entities and 461 ships; two of the individuals (BEL0174, RUS1467) have a blank name cell in the publisher's file.
#[test]
fn the_staged_sheet_reconciles() {
    let Some(bytes) = staged("uk/2025-08-11/FCDO_SL_Mon_Aug 11 2025.ods") else { return };
    let parsed = ods(&bytes).unwrap();
    assert!(parsed.reconciles());
    let count = |kind| parsed.entries.iter().filter(|entry| entry.kind == kind).count();
    assert_eq!((count(PartyKind::Individual), count(PartyKind::Entity), count(PartyKind::Vessel)), (3752, 1087, 461));
    let refused: Vec<&str> = parsed.problems.iter().map(|problem| problem.place.as_str()).collect();
    assert_eq!((parsed.ledger.read, refused), (5302, vec!["BEL0174", "RUS1467"]));
}
