//! US State, Directorate of Defense Trade Controls: parties debarred under the Arms Export Control Act (ITAR), as CSV or XLSX.
//!
//! Columns as documented for the statutory list: `Party Name`, `Date of Birth`, `Federal Register Notice`, `Notice Date`, `Corrected Notice`,
//! `Corrected Notice Date`. Names may hold `(a.k.a. ...)`. There is no number: name and notice are the id. No live file was met.

use crate::parse::table::{Row, Table};
use crate::parse::{self, Groups, Parsed, SourceError, dates::Order};
use redzone_index::{NameKind, PartyKind};

const WHAT: &str = "the ITAR debarred parties (CSV or XLSX of pmddtc.state.gov)";
const COLUMNS: &[&str] =
    &["Party Name", "Date of Birth", "Federal Register Notice", "Notice Date", "Corrected Notice", "Corrected Notice Date"];

/// Reads the list of statutory or administrative debarments.
///
/// # Errors
/// What is no such table: see [`Table::csv`] and [`Table::xlsx`].
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let required = &["Party Name", "Federal Register Notice"];
    let table = Table::sheet(bytes, required, WHAT)?;
    Ok(parse::rows(&table, COLUMNS, add_row))
}

fn add_row(table: &Table, row: &Row, groups: &mut Groups, parsed: &mut Parsed) {
    let cell = |column: &str| table.get(row, column);
    let (printed, notice) = (cell("Party Name"), cell("Federal Register Notice"));
    if printed.is_empty() {
        parsed.refuse(&format!("row {}", row.line), "a row without a party name");
        return;
    }
    let born = cell("Date of Birth");
    let kind = if born.is_empty() { PartyKind::Unstated } else { PartyKind::Individual };
    let entry = groups.entry(&format!("{printed}, {notice}"), kind, parsed);
    let (name, aliases) = printed.split_once("a.k.a.").or_else(|| printed.split_once("aka ")).unwrap_or((&printed, ""));
    parse::add_name(entry, name.trim().trim_end_matches(['(', ',', ';']), NameKind::Primary);
    for alias in aliases.split(['"', ';']).flat_map(|alias| alias.split("a.k.a.")) {
        parse::add_name(entry, alias.trim().trim_matches([')', '(', ',', '.', ' ']), NameKind::Alias);
    }
    parse::add_births(entry, parsed, &born, Order::MonthFirst);
    entry.citations.extend(Some(notice).filter(|notice| !notice.is_empty()));
    entry.citations.extend(Some(cell("Corrected Notice")).filter(|notice| !notice.is_empty()));
    entry.listed = parse::day(entry, parsed, "Notice date", &cell("Notice Date"), Order::MonthFirst);
    parse::add_remark(entry, "Corrected notice date", &cell("Corrected Notice Date"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debarred_parties_with_their_notices() {
        let text = "Party Name,Date of Birth,Federal Register Notice,Notice Date,Corrected Notice,Corrected Notice Date\n\
            \"Example, Edwin (a.k.a. Eddie Example)\",\"November, 1975\",83 FR 18112,4/25/2018,,\n\
            \"A & C Example, Inc.\",,67 FR 10033,3/5/2002,,\n,,67 FR 1,,,\n";
        let parsed = parse(text.as_bytes()).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.entries.len(), parsed.ledger.refused), (2, 1));
        let first = &parsed.entries[0];
        assert_eq!((first.names[0].text.as_str(), first.names[1].text.as_str()), ("Example, Edwin", "Eddie Example"));
        assert_eq!((first.born[0].to_string().as_str(), first.listed.unwrap().to_string().as_str()), ("1975-11", "2018-04-25"));
    }
}
