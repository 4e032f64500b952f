//! United Kingdom, Foreign, Commonwealth & Development Office: the UK Sanctions List, the only British list since 28 January 2026.
//!
//! * [`ods`]: the sheet that the search tool exports: primary names only.
//! * [`csv`]: line 1 `Report Date: 13-Feb-2026`, 58 columns, a row for each name, script and address; rows of one `Unique ID` belong together.
//! * [`xml`]: `Designations/Designation`, with a `DateGenerated`.
//!
//! Unknown parts of a birth date are `dd` and `mm`. `NameType` comes in several casings. A ship's IMO number is an identifier.

use crate::parse::table::{Row, Table};
use crate::parse::{self, Groups, Parsed, SourceError, dates, dates::Order, utf8, xml};
use redzone_index::{NameKind, PartyKind};
use std::collections::{BTreeMap, BTreeSet};

mod designation;

const ODS: &str = "the UK Sanctions List (ODS of the search tool)";
const ODS_COLUMNS: &[&str] =
    &["Unique ID", "OFSI Group ID", "Name", "Regime Name", "Type", "Designation source", "Date Designated", "Sanctions Imposed"];
const CSV: &str = "the UK Sanctions List (CSV)";
const CSV_REQUIRED: &[&str] = &["Unique ID", "Name 6", "Name type", "Regime Name", "Designation Type"];
const XML: &str = "the UK Sanctions List (XML, root Designations)";
const XML_SHAPE: xml::Shape<'_> = xml::Shape { what: XML, roots: &["Designations"], records: &["Designation"] };

/// Reads the sheet that the search tool exports. It has no date inside.
///
/// # Errors
/// What is no such sheet: see [`Table::ods`].
pub fn ods(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let table = Table::ods(bytes, ODS_COLUMNS, ODS)?;
    let (mut parsed, mut groups) = (Parsed::default(), Groups::default());
    table.note_unknown(ODS_COLUMNS, &mut parsed);
    for row in table.whole_rows(&mut parsed) {
        let cell = |column: &str| table.get(row, column);
        let entry = groups.entry(&cell("Unique ID"), party_kind(&cell("Type")), &mut parsed);
        parse::add_name(entry, &cell("Name"), NameKind::Primary);
        parse::add_identifier(entry, "OFSI Group ID", &cell("OFSI Group ID"), "");
        entry.programs.extend(Some(cell("Regime Name")).filter(|regime| !regime.is_empty()));
        entry.listed = parse::day(entry, &mut parsed, "Date designated", &cell("Date Designated"), Order::DayFirst);
        parse::add_remark(entry, "Designation source", &cell("Designation source"));
        parse::add_remark(entry, "Sanctions imposed", &cell("Sanctions Imposed"));
    }
    groups.finish(&mut parsed);
    Ok(parsed)
}

/// Reads `UK-Sanctions-List.csv`.
///
/// # Errors
/// What is no such table: see [`Table::csv`]; no report date above the header.
pub fn csv(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let table = Table::csv(utf8(bytes, CSV)?, b',', CSV_REQUIRED, CSV)?;
    let (mut parsed, mut groups) = (Parsed::default(), Groups::default());
    let stated = table.above.iter().flatten().find_map(|cell| cell.trim().strip_prefix("Report Date:"));
    parsed.stated.as_of = stated.and_then(|date| dates::day(date, Order::DayFirst));
    if parsed.stated.as_of.is_none() {
        return Err(SourceError::new(CSV, "no report date above the header", "take the file from gov.uk, The UK Sanctions List"));
    }
    table.note_unknown(designation::CSV_COLUMNS, &mut parsed);
    for row in table.whole_rows(&mut parsed) {
        add_csv_row(&table, row, &mut groups, &mut parsed);
    }
    groups.finish(&mut parsed);
    Ok(parsed)
}

/// Reads `UK-Sanctions-List.xml`.
///
/// # Errors
/// What is no such file: see [`xml::read`]; no `DateGenerated`.
pub fn xml(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let mut parsed = Parsed::default();
    let (mut ids, mut unknown) = (BTreeSet::new(), BTreeMap::new());
    let read = xml::read(utf8(bytes, XML)?, XML_SHAPE, |record| {
        record.count_unknown(designation::XML_ELEMENTS, &mut unknown);
        let entry = designation::entry(&record, &mut parsed);
        parsed.push(entry, &mut ids);
        Ok(())
    })?;
    parsed.note_unknown(&unknown);
    parsed.ledger.read = read.records;
    parsed.stated.as_of = read.root.value("DateGenerated").and_then(|date| dates::day(&date, Order::DayFirst));
    if parsed.stated.as_of.is_none() {
        return Err(SourceError::new(XML, "no DateGenerated", "take the file from gov.uk, The UK Sanctions List"));
    }
    Ok(parsed)
}

fn add_csv_row(table: &Table, row: &Row, groups: &mut Groups, parsed: &mut Parsed) {
    let cell = |column: &str| table.get(row, column);
    let id = cell("Unique ID");
    if id.is_empty() {
        parsed.refuse(&format!("row {}", row.line), format!("no Unique ID for {}", cell("Name 6")));
        return;
    }
    let entry = groups.entry(&id, party_kind(&cell("Designation Type")), parsed);
    let parts = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map(cell);
    parse::add_name(entry, &parts.join(" "), name_kind(&cell("Name type"), &cell("Alias strength")));
    parse::add_name(entry, &cell("Name non-latin script"), NameKind::Alias);
    parse::add_births(entry, parsed, &masked(&cell("D.O.B")), Order::DayFirst);
    super::uk_ofsi::add_birthplaces(entry, &cell("Town of birth"), &cell("Country of birth"));
    super::uk_ofsi::add_titles(entry, &[cell("Title"), cell("Position")]);
    for nationality in parse::values::numbered(&cell("Nationality(/ies)")) {
        parse::add_country(entry, "Nationality", nationality);
    }
    let lines =
        ["Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5", "Address Line 6", "Address Postal Code"]
            .map(cell);
    parse::add_address(entry, &lines.each_ref().map(String::as_str), &cell("Address Country"));
    for (kind, column) in [
        ("OFSI Group ID", "OFSI Group ID"),
        ("UN Reference", "UN Reference Number"),
        ("Passport", "Passport number"),
        ("National ID", "National Identifier number"),
        ("Business registration number", "Business registration number (s)"),
        ("IMO", "IMO number"),
        ("HIN", "Hull identification number (HIN)"),
    ] {
        parse::values::numbered(&cell(column)).into_iter().for_each(|number| parse::add_identifier(entry, kind, number, ""));
    }
    entry.programs.extend(Some(cell("Regime Name")).filter(|regime| !regime.is_empty()));
    entry.listed = parse::day(entry, parsed, "Date designated", &cell("Date Designated"), Order::DayFirst);
    if entry.kind == PartyKind::Vessel {
        let vessel = entry.vessel.get_or_insert_default();
        (vessel.vessel_type, vessel.tonnage) = (cell("Type of ship"), cell("Tonnage of ship"));
        (vessel.flag, vessel.owner) = (cell("Current believed flag of ship"), cell("Current owner/operator (s)"));
    }
    for column in designation::CSV_REMARKS {
        parse::add_remark(entry, column, &cell(column));
    }
}

fn party_kind(text: &str) -> PartyKind {
    match text.to_lowercase().as_str() {
        "individual" => PartyKind::Individual,
        "entity" => PartyKind::Entity,
        "ship" => PartyKind::Vessel,
        _ => PartyKind::Unstated,
    }
}

/// `Primary Name`, `Primary name variation`, `Alias`, in any casing; `Low quality a.k.a`.
fn name_kind(kind: &str, strength: &str) -> NameKind {
    match (kind.to_lowercase().as_str(), strength.to_lowercase().starts_with("low")) {
        ("primary name", _) => NameKind::Primary,
        (_, true) => NameKind::Weak,
        _ => NameKind::Alias,
    }
}

/// `dd/mm/1945` is the year 1945: `00/00/1945`.
fn masked(date: &str) -> String {
    date.replace("dd/", "00/").replace("mm/", "00/").replace("DD/", "00/").replace("MM/", "00/")
}

#[cfg(test)]
mod tests;
