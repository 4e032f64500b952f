//! US Commerce, Bureau of Industry and Security: the Denied Persons List, as tab-separated text.
//!
//! A row is an address of an order against a person; the same order comes again for each address. There is no number, so name and effective
//! date are the id: two orders against one person are two entries. Years like 3017 stand in `Last_Update` and are kept as printed.

use crate::parse::table::Table;
use crate::parse::{self, Groups, Parsed, SourceError, dates::Order, utf8};
use redzone_index::{NameKind, PartyKind};

const WHAT: &str = "the BIS Denied Persons List (tab-separated text)";
const COLUMNS: &[&str] = &[
    "Name",
    "Street_Address",
    "City",
    "State",
    "Country",
    "Postal_Code",
    "Effective_Date",
    "Expiration_Date",
    "Standard_Order",
    "Last_Update",
    "Action",
    "FR_Citation",
];

/// Reads `dpl.txt`.
///
/// # Errors
/// What is no such table: see [`Table::csv`].
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let text = utf8(bytes, WHAT)?;
    let delimiter = if text.lines().next().is_some_and(|header| header.contains('\t')) { b'\t' } else { b',' };
    let table = Table::csv(text, delimiter, COLUMNS, WHAT)?;
    let (mut parsed, mut groups) = (Parsed::default(), Groups::default());
    table.note_unknown(COLUMNS, &mut parsed);
    for row in table.whole_rows(&mut parsed) {
        let cell = |column: &str| table.get(row, column);
        let (printed, effective) = (cell("Name"), cell("Effective_Date"));
        let entry = groups.entry(&format!("{printed}, {effective}"), PartyKind::Unstated, &mut parsed);
        // `FUYI SUN A/K/A FRANK SUN`, `SIBERIAN AIRLINES D/B/A S7 AIRLINES`.
        for (place, name) in printed.split(" A/K/A ").flat_map(|name| name.split(" D/B/A ")).enumerate() {
            parse::add_name(entry, name, if place == 0 { NameKind::Primary } else { NameKind::Alias });
        }
        parse::add_address(entry, &[&cell("Street_Address"), &cell("City"), &cell("State"), &cell("Postal_Code")], &cell("Country"));
        entry.listed = parse::day(entry, &mut parsed, "Effective date", &effective, Order::MonthFirst);
        entry.ends = parse::day(entry, &mut parsed, "Expiration date", &cell("Expiration_Date"), Order::MonthFirst);
        entry.citations.extend(Some(cell("FR_Citation")).filter(|citation| !citation.is_empty()));
        parse::add_remark(entry, "Standard order", &cell("Standard_Order"));
        parse::add_remark(entry, "Last update", &cell("Last_Update"));
        parse::add_remark(entry, "Action", &cell("Action"));
    }
    groups.finish(&mut parsed);
    for entry in &parsed.entries.clone() {
        for remark in &entry.remarks {
            let year = remark.strip_prefix("Last update: ").and_then(|date| date.get(..4)?.parse::<u16>().ok());
            if year.is_some_and(|year| year > 2100) {
                parsed.note(&entry.id, format!("a year that can't be, kept as printed: {remark}"));
            }
        }
    }
    Ok(parsed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::staged;

    const HEADER: &str = "Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tEffective_Date\tExpiration_Date\tStandard_Order\tLast_Update\tAction\tFR_Citation\n";

    #[test]
    fn one_order_at_two_addresses_is_one_entry_and_a_second_order_another() {
        let rows = "\" I. EXAMPLE A/K/A IAN E\"\t1 A ST\tDALLAS\tTX\tUS\t75081\t03/04/2002\t06/29/2056\tY\t3017-08-22\tADDED\t67 F.R. 1\n\
                    I. EXAMPLE A/K/A IAN E\t2 B ST\tLONDON\t\tGB\t\t03/04/2002\t06/29/2056\tY\t2007-01-31\tADDED\t67 F.R. 1\n\
                    I. EXAMPLE A/K/A IAN E\t1 A ST\tDALLAS\tTX\tUS\t75081\t06/19/2003\t\tY\t2007-01-31\t\t68 F.R. 2\n";
        let parsed = parse(format!("{HEADER}{rows}").as_bytes()).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.ledger.read, parsed.ledger.joined, parsed.entries.len()), (3, 1, 2));
        let first = &parsed.entries[0];
        assert_eq!((first.names[0].text.as_str(), first.names[1].text.as_str()), ("I. EXAMPLE", "IAN E"));
        assert_eq!((first.addresses.len(), first.addresses[1].country.unwrap().as_str()), (2, "GB"));
        assert_eq!((first.listed.unwrap().to_string(), first.ends.unwrap().to_string()), ("2002-03-04".into(), "2056-06-29".into()));
        assert!(parsed.problems[0].what.contains("3017"), "{:?}", parsed.problems);
    }

    /// 581 rows and 460 distinct names; trimmed and on one line they are 459, two of which stand under two orders each.
    #[test]
    fn the_staged_list_reconciles() {
        let Some(bytes) = staged("us-bis/2022-09/dpl.txt") else { return };
        let parsed = parse(&bytes).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.ledger.read, parsed.entries.len()), (581, 461));
        parsed.problems.iter().for_each(|problem| println!("{problem:?}"));
    }
}
