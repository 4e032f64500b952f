//! Australia, Department of Foreign Affairs and Trade: the Consolidated List, as XLSX.
//!
//! A row is a name. `Reference` is `2`, `2a`, `2b` ...: the number is the party, the letters are its further names. Case and blanks vary
//! (`aka`, `Aka `, `Primary Name `). A year-only birth date may come as a date cell of 1 January: it is read as that day, since the file can't tell.
//! The rows of a party repeat its details. `Control Date` is the day of the last change of a row; the newest is the date of the list.

use crate::parse::table::{Row, Table};
use crate::parse::{self, Groups, Parsed, SourceError, dates::Order, values::numbered};
use redzone_index::{NameKind, PartyKind};

const WHAT: &str = "the Australian Consolidated List (XLSX)";
const COLUMNS: &[&str] = &[
    "Reference",
    "Name of Individual or Entity",
    "Type",
    "Name Type",
    "Date of Birth",
    "Place of Birth",
    "Citizenship",
    "Address",
    "Additional Information",
    "Listing Information",
    "Committees",
    "Control Date",
];
/// Columns of other years' layouts.
const LATER: &[&str] = &[
    "Instrument of Designation",
    "IMO Number",
    "Alias Strength",
    "Targeted Financial Sanction",
    "Travel Ban",
    "Arms Embargo",
    "Maritime Restriction",
];

/// Reads the consolidated workbook.
///
/// # Errors
/// What is no such workbook: see [`Table::xlsx`]; no control date anywhere.
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let table = Table::xlsx(bytes, &COLUMNS[..4], WHAT)?;
    let parsed = parse::rows(&table, &[COLUMNS, LATER].concat(), add_row);
    if parsed.stated.as_of.is_none() {
        return Err(SourceError::new(WHAT, "no control date in any row", "take the file from dfat.gov.au, Consolidated List"));
    }
    Ok(parsed)
}

fn add_row(table: &Table, row: &Row, groups: &mut Groups, parsed: &mut Parsed) {
    let cell = |column: &str| Some(table.get(row, column)).filter(|text| !text.eq_ignore_ascii_case("na")).unwrap_or_default();
    let reference = cell("Reference");
    let number = &reference[..reference.find(|c: char| !c.is_ascii_digit()).unwrap_or(reference.len())];
    if number.is_empty() {
        parsed.refuse(&format!("row {}", row.line), format!("no reference number for {}", cell("Name of Individual or Entity")));
        return;
    }
    let kind = match cell("Type").to_lowercase().as_str() {
        "individual" => PartyKind::Individual,
        "entity" => PartyKind::Entity,
        "vessel" => PartyKind::Vessel,
        _ => PartyKind::Unstated,
    };
    let entry = groups.entry(number, kind, parsed);
    let name_kind = match (cell("Name Type").to_lowercase().as_str(), cell("Alias Strength").to_lowercase().as_str()) {
        ("primary name", _) => NameKind::Primary,
        (_, "weak") => NameKind::Weak,
        ("aka" | "original script", _) => NameKind::Alias,
        ("fka" | "formerly known as" | "previously listed as", _) => NameKind::Former,
        (other, _) => {
            parsed.note(number, format!("a name type that is not known, taken as aka: {other}"));
            NameKind::Alias
        }
    };
    parse::add_name(entry, &cell("Name of Individual or Entity"), name_kind);
    parse::add_births(entry, parsed, &cell("Date of Birth"), Order::DayFirst);
    entry.birthplaces.extend(numbered(&cell("Place of Birth")).into_iter().map(str::to_owned));
    for citizenship in numbered(&cell("Citizenship")) {
        parse::add_country(entry, "Citizenship", citizenship);
    }
    for address in numbered(&cell("Address")) {
        // The country ends the address, if it is said.
        let country = address.rsplit(',').next().unwrap_or_default();
        let code = parse::place(country);
        entry.addresses.push(redzone_index::Address { text: address.to_owned(), country: code });
    }
    entry.programs.extend(Some(cell("Committees")).filter(|committee| !committee.is_empty()));
    parse::add_identifier(entry, "IMO", &cell("IMO Number"), "");
    for column in ["Additional Information", "Listing Information", "Instrument of Designation"] {
        parse::add_remark(entry, "", &cell(column));
    }
    let control = parse::day(entry, parsed, "Control date", &cell("Control Date"), Order::DayFirst);
    parsed.stated.as_of = parsed.stated.as_of.max(control);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::{staged, table::workbook};

    #[test]
    fn letters_are_names_of_a_number() {
        let rows = [
            COLUMNS.to_vec(),
            vec![
                "2",
                "Ivan EXAMPLE",
                "Individual",
                "Primary Name ",
                "a) Approximately 1955- 1958 b) 5 Jan. 1960",
                "Omsk",
                "Russian",
                "Moscow, Russia",
                "Note",
                "Listed",
                "Autonomous (Russia)",
                "11/11/2024",
            ],
            vec!["2a", "Vanya", "individual", "Aka ", "na", "", "", "NA", "Note", "Listed", "Autonomous (Russia)", "12/01/2024"],
            vec![
                "2b1",
                "Иван",
                "individual",
                "original Script",
                "someday",
                "",
                "",
                "",
                "Note",
                "Listed",
                "Autonomous (Russia)",
                "12/01/2024",
            ],
            vec!["", "Nobody", "Individual", "aka"],
        ];
        let parsed = parse(&workbook(&rows)).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.ledger.read, parsed.ledger.joined, parsed.ledger.refused, parsed.entries.len()), (4, 2, 1, 1));
        let entry = &parsed.entries[0];
        assert_eq!(entry.names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>(), ["Ivan EXAMPLE", "Vanya", "Иван"]);
        assert_eq!(entry.born.iter().map(ToString::to_string).collect::<Vec<_>>(), ["~1955/1958", "1960-01-05"]);
        assert_eq!((entry.addresses.len(), entry.addresses[0].country.unwrap().as_str()), (1, "RU"));
        assert_eq!(parsed.stated.as_of.unwrap().to_string(), "2024-11-11");
        assert!(entry.remarks.contains(&"Date of birth: someday".to_owned()));
    }

    /// 9,553 rows. 3,062 references have no letter behind the number: these are the parties. (`2b1` is a spelling of the name `2b`.)
    #[test]
    fn the_staged_list_reconciles() {
        let Some(bytes) = staged("au/2024-11/regulation8_consolidated.xlsx") else { return };
        let parsed = parse(&bytes).unwrap();
        assert!(parsed.reconciles());
        println!("{:?}, {} problems", parsed.ledger, parsed.problems.len());
        parsed.problems.iter().take(60).for_each(|problem| println!("{} {}", problem.place, problem.what));
        assert_eq!((parsed.ledger.read, parsed.ledger.refused, parsed.entries.len()), (9553, 0, 3062));
        assert_eq!(parsed.stated.as_of.unwrap().to_string(), "2024-11-11");
    }
}
