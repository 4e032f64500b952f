//! The user's own deny or watch list, as CSV (`,`, `;` or tab, UTF-8) or XLSX, with the header of `lists/own-list.md`.
//!
//! It is also the door for lists that their publishers print only as PDF or web page: State nonproliferation, section 1260H, section 1286, FCC
//! covered, UFLPA, section 889. Somebody copies them into this form; the catalog says what such a list means.

use crate::parse::table::{Row, Table};
use crate::parse::{self, Groups, Parsed, SourceError, dates, dates::Order, utf8};
use redzone_index::{NameKind, PartyKind};

const WHAT: &str = "your own list (CSV or XLSX with the header of lists/own-list.md)";
/// The header; only `name` must be there.
pub const COLUMNS: &[&str] = &[
    "name",
    "id",
    "type",
    "aliases",
    "weak aliases",
    "former names",
    "addresses",
    "countries",
    "birth dates",
    "birthplaces",
    "identifiers",
    "programs",
    "citations",
    "title",
    "listed",
    "ends",
    "remarks",
];

/// Reads a CSV or XLSX file; which of them is seen from its first bytes. A row above the header may say `as of` and a date.
///
/// # Errors
/// What is no such table: see [`Table::csv`] and [`Table::xlsx`].
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let table = if bytes.starts_with(b"PK") {
        Table::xlsx(bytes, &COLUMNS[..1], WHAT)?
    } else {
        let text = utf8(bytes, WHAT)?;
        let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|&mark| count_in_header(text, mark)).unwrap_or(b',');
        Table::csv(text, delimiter, &COLUMNS[..1], WHAT)?
    };
    let (mut parsed, mut groups) = (Parsed::default(), Groups::default());
    let stated = table.above.iter().find(|row| row.first().is_some_and(|cell| cell.trim().eq_ignore_ascii_case("as of")));
    parsed.stated.as_of = stated.and_then(|row| row.get(1)).and_then(|date| dates::day(date, Order::DayFirst));
    table.note_unknown(COLUMNS, &mut parsed);
    for row in table.whole_rows(&mut parsed) {
        add_row(&table, row, &mut groups, &mut parsed);
    }
    groups.finish(&mut parsed);
    Ok(parsed)
}

fn count_in_header(text: &str, mark: u8) -> usize {
    let header = text.lines().find(|line| line.to_lowercase().contains("name")).unwrap_or_default();
    header.bytes().filter(|&b| b == mark).count()
}

fn add_row(table: &Table, row: &Row, groups: &mut Groups, parsed: &mut Parsed) {
    let cell = |column: &str| table.get(row, column);
    let many =
        |column: &str| cell(column).split(';').map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let kind = match cell("type").to_lowercase().as_str() {
        "" => PartyKind::Unstated,
        "individual" | "person" => PartyKind::Individual,
        "entity" | "company" | "organisation" | "organization" => PartyKind::Entity,
        "vessel" | "ship" => PartyKind::Vessel,
        "aircraft" => PartyKind::Aircraft,
        "address" => PartyKind::Address,
        other => {
            parsed.note(&format!("row {}", row.line), format!("a type that is not known, taken as unstated: {other}"));
            PartyKind::Unstated
        }
    };
    // An address that is listed itself may go by itself.
    let itself = many("addresses").into_iter().next().filter(|_| kind == PartyKind::Address).unwrap_or_default();
    let Some(name) = [cell("name"), itself].into_iter().find(|name| !name.is_empty()) else {
        parsed.refuse(&format!("row {}", row.line), "a row without a name");
        return;
    };
    let id = Some(cell("id")).filter(|id| !id.is_empty()).unwrap_or_else(|| name.clone());
    let entry = groups.entry(&id, kind, parsed);
    parse::add_name(entry, &name, NameKind::Primary);
    for (column, kind) in [("aliases", NameKind::Alias), ("weak aliases", NameKind::Weak), ("former names", NameKind::Former)] {
        many(column).iter().for_each(|name| parse::add_name(entry, name, kind));
    }
    for address in many("addresses") {
        let country = address.rsplit(',').next().and_then(parse::place);
        entry.addresses.push(redzone_index::Address { text: address, country });
    }
    many("countries").iter().for_each(|country| parse::add_country(entry, "Country", country));
    many("birth dates").iter().for_each(|date| parse::add_born(entry, parsed, date, Order::DayFirst));
    entry.birthplaces.extend(many("birthplaces"));
    for identifier in many("identifiers") {
        let (kind, number) = identifier.split_once(':').unwrap_or(("Number", &identifier));
        parse::add_identifier(entry, kind, number, "");
    }
    entry.programs.extend(many("programs"));
    entry.citations.extend(many("citations"));
    super::uk_ofsi::add_titles(entry, &[cell("title")]);
    entry.listed = parse::day(entry, parsed, "Listed", &cell("listed"), Order::DayFirst);
    entry.ends = parse::day(entry, parsed, "Ends", &cell("ends"), Order::DayFirst);
    many("remarks").iter().for_each(|remark| parse::add_remark(entry, "", remark));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::table::workbook;

    #[test]
    fn rows_become_entries_in_either_form() {
        let header =
            vec!["Name", "Type", "Aliases", "Weak aliases", "Addresses", "Countries", "Birth dates", "Identifiers", "Listed", "Remarks"];
        let row = vec![
            "Example Trading LLC",
            "Company",
            "ETL; Exempel",
            "Ex",
            "1 High St, Dubai, United Arab Emirates",
            "AE; Narnia",
            "",
            "Licence: 12:3",
            "2026-01-02",
            "no resale",
        ];
        let text = format!(
            "as of;2026-10-01\n{}\n{}\n;;;;;;;;;lost\n",
            header.join(";"),
            row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(";")
        );
        let sheet = workbook(&[vec!["as of", "2026-10-01"], header, row, vec!["", "Person", "somebody"]]);
        for parsed in [parse(text.as_bytes()).unwrap(), parse(&sheet).unwrap()] {
            assert!(parsed.reconciles());
            assert_eq!(
                (parsed.ledger.read, parsed.ledger.refused, parsed.stated.as_of.unwrap().to_string().as_str()),
                (2, 1, "2026-10-01")
            );
            let entry = &parsed.entries[0];
            assert_eq!((entry.names.len(), entry.kind, entry.addresses[0].country.unwrap().as_str()), (4, PartyKind::Entity, "AE"));
            assert_eq!((entry.identifiers[0].kind.as_str(), entry.identifiers[0].value.as_str()), ("Licence", "12:3"));
            assert_eq!(entry.remarks, ["Country: Narnia", "no resale"]);
        }
        assert!(parse(b"a,b\n1,2\n").unwrap_err().next.contains("a header with the columns name"));
    }

    /// An entry without a name could not be asked for.
    #[test]
    fn a_listed_address_goes_by_its_name_or_by_itself() {
        let text = b"name,type,addresses\nWarehouse 7,address,\"1 High St, Dubai\"\n,address,\"2 High St, Dubai\"\n,address,\n";
        let parsed = parse(text).unwrap();
        let names: Vec<&str> = parsed.entries.iter().map(|entry| entry.names[0].text.as_str()).collect();
        assert_eq!((names, parsed.ledger.refused), (vec!["Warehouse 7", "2 High St, Dubai"], 1));
    }

    #[test]
    fn two_rows_of_one_id_are_one_entry() {
        let parsed = parse(b"id,name,birth dates\n7,Ivan Example,1951\n7,I. Example,1952-03-04\n").unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.entries.len(), parsed.entries[0].names.len(), parsed.entries[0].born.len()), (1, 2, 2));
    }
}
