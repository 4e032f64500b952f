//! United Kingdom, HM Treasury (OFSI): the Consolidated List of financial sanctions targets as it was until January 2026, as CSV.
//!
//! Line 1 is `Last Updated,13/04/2018`, line 2 the header. The file is Windows-1252. A party has a row for each pair of name and birth date;
//! rows of one `Group ID` belong together. `Name 6` is the surname or the whole name of an entity. Cells number their values: `1) .. 2) ..`.
//! The form of 2022 adds script columns and puts `(Gender):Male` and the like into `Other Information`; both forms are read.

use crate::parse::table::{Row, Table};
use crate::parse::{self, Groups, Parsed, SourceError, dates, dates::Order, values::numbered, windows_1252};
use redzone_index::{Entry, NameKind, PartyKind};

const WHAT: &str = "the OFSI Consolidated List (CSV, the form until January 2026)";
const REQUIRED: &[&str] = &["Name 6", "Name 1", "Group Type", "Alias Type", "Regime", "Group ID"];
const KNOWN: &[&str] = &[
    "Name 6",
    "Name 1",
    "Name 2",
    "Name 3",
    "Name 4",
    "Name 5",
    "Title",
    "DOB",
    "Town of Birth",
    "Country of Birth",
    "Nationality",
    "Passport Details",
    "NI Number",
    "Position",
    "Address 1",
    "Address 2",
    "Address 3",
    "Address 4",
    "Address 5",
    "Address 6",
    "Post/Zip Code",
    "Country",
    "Other Information",
    "Group Type",
    "Alias Type",
    "Regime",
    "Listed On",
    "Last Updated",
    "Group ID",
    "Name Non-Latin Script",
    "Non-Latin Script Type",
    "Non-Latin Script Language",
    "Passport Number",
    "National Identification Number",
    "National Identification Details",
    "Alias Quality",
    "UK Sanctions List Date Designated",
];

/// Reads `ConList.csv`.
///
/// # Errors
/// What is no such table: see [`Table::csv`]; a first line without its date.
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let text = windows_1252(bytes, WHAT)?;
    let table = Table::csv(&text, b',', REQUIRED, WHAT)?;
    let (mut parsed, mut groups) = (Parsed::default(), Groups::default());
    let date = table.above.iter().find(|line| line.first().is_some_and(|cell| cell.trim() == "Last Updated")).and_then(|line| line.get(1));
    parsed.stated.as_of = date.and_then(|date| dates::day(date, Order::DayFirst));
    if parsed.stated.as_of.is_none() {
        return Err(SourceError::new(
            WHAT,
            "no date in the first line",
            "the first line should be `Last Updated,` and a date: take the publisher's own file",
        ));
    }
    table.note_unknown(KNOWN, &mut parsed);
    for row in table.whole_rows(&mut parsed) {
        add_row(&table, row, &mut groups, &mut parsed);
    }
    groups.finish(&mut parsed);
    Ok(parsed)
}

fn add_row(table: &Table, row: &Row, groups: &mut Groups, parsed: &mut Parsed) {
    let cell = |column: &str| table.get(row, column);
    let kind = match cell("Group Type").as_str() {
        "Individual" => PartyKind::Individual,
        "Entity" => PartyKind::Entity,
        "Ship" => PartyKind::Vessel,
        _ => PartyKind::Unstated,
    };
    let group = cell("Group ID");
    if group.is_empty() {
        parsed.refuse(&format!("row {}", row.line), format!("no Group ID for {}", cell("Name 6")));
        return;
    }
    let entry = groups.entry(&group, kind, parsed);
    let parts = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map(cell);
    let name_kind = match (cell("Alias Type").to_lowercase().as_str(), cell("Alias Quality").to_lowercase().as_str()) {
        ("prime alias" | "primary name", _) => NameKind::Primary,
        (_, "low") => NameKind::Weak,
        ("fka", _) => NameKind::Former,
        _ => NameKind::Alias,
    };
    parse::add_name(entry, &parts.join(" "), name_kind);
    parse::add_name(entry, &cell("Name Non-Latin Script"), NameKind::Alias);
    parse::add_births(entry, parsed, &cell("DOB"), Order::DayFirst);
    add_birthplaces(entry, &cell("Town of Birth"), &cell("Country of Birth"));
    for nationality in numbered(&cell("Nationality")) {
        parse::add_country(entry, "Nationality", nationality.trim_end_matches('.'));
    }
    for (kind, column) in [
        ("Passport", "Passport Details"),
        ("Passport", "Passport Number"),
        ("National ID", "NI Number"),
        ("National ID", "National Identification Number"),
    ] {
        numbered(&cell(column)).into_iter().for_each(|number| parse::add_identifier(entry, kind, number, ""));
    }
    add_titles(entry, &[cell("Title"), cell("Position")]);
    let lines = ["Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code"].map(cell);
    parse::add_address(entry, &lines.each_ref().map(String::as_str), &cell("Country"));
    entry.programs.extend(Some(cell("Regime")).filter(|regime| !regime.is_empty()));
    entry.listed = parse::day(entry, parsed, "Listed on", &cell("Listed On"), Order::DayFirst);
    parse::add_remark(entry, "", &cell("Other Information"));
    parse::add_remark(entry, "National identification", &cell("National Identification Details"));
    parse::add_remark(entry, "Last updated", &cell("Last Updated"));
}

/// Adds titles and positions, each once.
pub(super) fn add_titles(entry: &mut Entry, cells: &[String]) {
    let mut titles: Vec<String> = entry.title.take().map(|titles| titles.split("; ").map(str::to_owned).collect()).unwrap_or_default();
    for title in cells.iter().flat_map(|cell| numbered(cell)) {
        if !titles.iter().any(|known| known == title) {
            titles.push(title.to_owned());
        }
    }
    entry.title = (!titles.is_empty()).then(|| titles.join("; "));
}

/// Towns and countries stand in two columns, each numbered: paired when they are as many, or when one country serves all.
pub(super) fn add_birthplaces(entry: &mut Entry, towns: &str, countries: &str) {
    let (towns, countries) = (numbered(towns), numbered(countries));
    let single = |values: &[&str]| values.first().is_none_or(|value| !value.starts_with("(1)"));
    if towns.is_empty() || countries.is_empty() {
        entry.birthplaces.extend(towns.iter().chain(&countries).map(|&place| place.to_owned()));
    } else if towns.len() == countries.len() || (countries.len() == 1 && single(&countries)) {
        let pairs = towns.iter().zip(countries.iter().cycle());
        entry.birthplaces.extend(pairs.map(|(town, country)| format!("{town}, {country}")));
    } else {
        entry.birthplaces.push(format!("{}; {}", towns.join("; "), countries.join("; ")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::staged;

    const HEADER: &str = "Last Updated,13/04/2018,,,,,,,,,,,,,,,,,,,,,,,,,,,\n\
        Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Town of Birth,Country of Birth,Nationality,Passport Details,NI Number,Position,Address 1,\
        Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Regime,Listed On,Last Updated,Group ID\n";

    #[test]
    fn rows_of_a_group_are_one_person() {
        let mut bytes = HEADER.as_bytes().to_vec();
        bytes.extend(b" MULLER,Hans,,,,,Dr,00/00/1980,(1) Bonn (2) Ulm,(1) Germany (2) Germany,1) Germany 2) Qatar,1) AB1 2) CD2,,,,,,,,Kabul,,Afghanistan (since 2009),Note.,Individual,AKA,Syria,01/04/2016,01/04/2016,7\n");
        bytes.extend(b"M\xdcLLER,Hans,,,,,Dr,17/02/1981,,,,,,,1 High St,,,,,Leeds,LS1,United Kingdom,Note.,Individual,Prime Alias,Syria,01/04/2016,01/04/2016,7\n");
        let parsed = parse(&bytes).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.entries.len(), parsed.ledger.joined, parsed.stated.as_of.unwrap().to_string().as_str()), (1, 1, "2018-04-13"));
        let entry = &parsed.entries[0];
        assert_eq!((entry.names[0].text.as_str(), entry.names[1].text.as_str()), ("Hans MÜLLER", "Hans MULLER"));
        assert_eq!(entry.born.iter().map(ToString::to_string).collect::<Vec<_>>(), ["1980", "1981-02-17"]);
        assert_eq!(entry.birthplaces, ["Bonn, Germany", "Ulm, Germany"]);
        assert_eq!((entry.countries.len(), entry.identifiers.len(), entry.title.as_deref()), (2, 2, Some("Dr")));
        assert_eq!(entry.addresses.iter().map(|address| address.country.unwrap().to_string()).collect::<Vec<_>>(), ["AF", "GB"]);
    }

    #[test]
    fn a_file_without_its_date_is_refused() {
        let undated = HEADER.split_once('\n').unwrap().1;
        assert!(parse(undated.as_bytes()).unwrap_err().found.contains("no date"));
    }

    #[test]
    fn the_staged_list_reconciles() {
        let Some(bytes) = staged("uk-ofsi/2018-04-13/sanctionsconlist.csv") else { return };
        let parsed = parse(&bytes).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.ledger.read, parsed.entries.len()), (9487, 2106));
        assert!(parsed.entries.iter().all(|entry| entry.names[0].kind == NameKind::Primary && entry.kind != PartyKind::Unstated));
        println!("{} problems", parsed.problems.len());
        parsed.problems.iter().take(20).for_each(|problem| println!("{problem:?}"));
    }
}
