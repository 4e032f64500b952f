//! Japan, Ministry of Economy, Trade and Industry: the Foreign End User List, as XLSX or CSV.
//!
//! The header is bilingual (`国名、地域名 Country or Region`). A row is an organisation; `Also Known As` holds several names behind `・` or line breaks;
//! `Type of WMD` says B, C, M, N, and since 2025 CW for conventional weapons. The number in front is the id: it moves when the list is issued anew.
//! Being on the list asks for a license application or care, it is no prohibition. Built from documented examples; no live file was met.

use crate::parse::table::{Row, Table};
use crate::parse::{self, Groups, Parsed, SourceError};
use redzone_index::{NameKind, PartyKind};

const WHAT: &str = "the METI Foreign End User List (XLSX or CSV)";
const COLUMNS: &[&str] = &["No.", "Country or Region", "Company or Organization", "Also Known As", "Type of WMD", "Type of Concern"];

/// Reads the list.
///
/// # Errors
/// What is no such table: see [`Table::csv`] and [`Table::xlsx`].
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let required = &COLUMNS[1..3];
    let table = Table::sheet(bytes, required, WHAT)?;
    Ok(parse::rows(&table, COLUMNS, add_row))
}

fn add_row(table: &Table, row: &Row, groups: &mut Groups, parsed: &mut Parsed) {
    let cell = |column: &str| table.get(row, column);
    let name = cell("Company or Organization");
    if name.is_empty() {
        parsed.refuse(&format!("row {}", row.line), "a row without a company or organization");
        return;
    }
    let number = cell("No.");
    let entry = groups.entry(if number.is_empty() { &name } else { &number }, PartyKind::Entity, parsed);
    parse::add_name(entry, &name, NameKind::Primary);
    for alias in cell("Also Known As").split(['・', '·', '•', ';']) {
        parse::add_name(entry, alias, NameKind::Alias);
    }
    parse::add_address(entry, &[], &cell("Country or Region"));
    for column in ["Type of WMD", "Type of Concern"] {
        parse::add_remark(entry, column, &cell(column));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::table::workbook;

    #[test]
    fn a_bilingual_header_is_found() {
        let sheet = workbook(&[
            vec!["外国ユーザーリスト"],
            vec![
                "No.",
                "国名、地域名\nCountry or Region",
                "企業名、組織名\nCompany or Organization",
                "別名\nAlso Known As",
                "懸念区分\nType of WMD",
            ],
            vec!["1", "中国\nChina", "Example Institute", "・EI\n・Exempel", "M,N"],
            vec!["2", "Iran", "", "", "N"],
        ]);
        let parsed = parse(&sheet).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.entries.len(), parsed.ledger.refused), (1, 1));
        let entry = &parsed.entries[0];
        assert_eq!(entry.names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>(), ["Example Institute", "EI", "Exempel"]);
        assert_eq!(entry.remarks, ["Type of WMD: M,N"]);
    }
}
