//! OFAC's legacy CSV files, SDN and consolidated alike: no header, quoted text, `-0-` for nothing, 0x1A at the end, joined on the entity
//! number in column 1. The remarks' overflow stands in a file of its own.

use crate::Refusal;
use redzone_index::NameKind;

/// A row of `sdn.csv` or `cons_prim.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Primary {
    /// Entity number.
    pub number: String,
    /// As printed.
    pub name: String,
    /// `individual`, `vessel`, `aircraft`; empty for an entity.
    pub kind: String,
    /// Tags.
    pub programs: Vec<String>,
    /// Position.
    pub title: String,
    /// Call sign, vessel type, tonnage, gross registered tonnage, flag, owner.
    pub vessel: [String; 6],
    /// The first thousand characters of the remarks.
    pub remarks: String,
}

/// A row of `add.csv` or `cons_add.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressRow {
    /// Entity number.
    pub number: String,
    /// Street, then city, state and postal code.
    pub text: String,
    /// As printed.
    pub country: String,
}

/// A row of `alt.csv` or `cons_alt.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AliasRow {
    /// Entity number.
    pub number: String,
    /// `aka`, `fka`, `nka`.
    pub kind: NameKind,
    /// As printed.
    pub name: String,
}

/// One of the four files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfacFile {
    /// Primary names.
    Primary(Vec<Primary>),
    /// Addresses.
    Addresses(Vec<AddressRow>),
    /// Aliases.
    Aliases(Vec<AliasRow>),
    /// Number and the text to append to the remarks, with no blank.
    Comments(Vec<(String, String)>),
}

/// Whether text without a header looks like one of the four files.
pub fn looks_like(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.split_once(',').is_some_and(|(number, rest)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) && !rest.is_empty())
}

/// Reads any of the four, told apart by the number of columns.
///
/// # Errors
/// The first row that has other columns than the first, no number, or an unknown kind; an open quote.
pub fn read(name: &str, text: &str) -> Result<OfacFile, Refusal> {
    super::decode::quotes(name, text)?;
    let again = "fetch the file again; if the publisher changed its form, this program must learn it first";
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (at, row) in reader.records().enumerate() {
        let row = row.map_err(|why| Refusal::input(format!("{name}, row {}", at + 1), "a CSV row", why.to_string(), again))?;
        rows.push(row.iter().map(|cell| if cell.trim() == "-0-" { String::new() } else { cell.to_owned() }).collect());
    }
    let width = rows.first().map_or(0, Vec::len);
    for (at, row) in rows.iter().enumerate() {
        let at = || format!("{name}, row {}", at + 1);
        if row.len() != width {
            let expected = format!("{width} columns, as in row 1");
            return Err(Refusal::input(at(), expected, format!("{} columns", row.len()), "fetch the file again: it is cut or was changed"));
        }
        if row[0].is_empty() || !row[0].bytes().all(|b| b.is_ascii_digit()) {
            return Err(Refusal::input(at(), "an entity number", format!("{:?}", row[0]), again));
        }
    }
    let number = |row: &[String]| row[0].clone();
    match width {
        12 => {
            let primary = |row: Vec<String>| Primary {
                number: number(&row),
                name: row[1].clone(),
                kind: row[2].trim().to_owned(),
                programs: row[3].split("] [").map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect(),
                title: row[4].clone(),
                vessel: [5, 6, 7, 8, 9, 10].map(|at| row[at].trim().to_owned()),
                remarks: row[11].clone(),
            };
            Ok(OfacFile::Primary(rows.into_iter().map(primary).collect()))
        }
        6 => {
            let address = |row: Vec<String>| {
                let parts: Vec<&str> = row[2..4].iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
                AddressRow { number: number(&row), text: parts.join(", "), country: row[4].trim().to_owned() }
            };
            Ok(OfacFile::Addresses(rows.into_iter().map(address).collect()))
        }
        5 => {
            let kind = |(at, row): (usize, Vec<String>)| {
                let kind = match row[2].trim() {
                    "aka" => NameKind::Alias,
                    "fka" => NameKind::Former,
                    "nka" => NameKind::Now,
                    other => return Err(Refusal::input(format!("{name}, row {}", at + 1), "aka, fka or nka", format!("{other:?}"), again)),
                };
                Ok(AliasRow { number: number(&row), kind, name: row[3].clone() })
            };
            Ok(OfacFile::Aliases(rows.into_iter().enumerate().map(kind).collect::<Result<_, _>>()?))
        }
        2 => Ok(OfacFile::Comments(rows.into_iter().map(|row| (number(&row), row[1].clone())).collect())),
        other => {
            let found = format!("{other} columns");
            Err(Refusal::input(name, "OFAC's 12 (names), 6 (addresses), 5 (aliases) or 2 (comments) columns", found, again))
        }
    }
}
