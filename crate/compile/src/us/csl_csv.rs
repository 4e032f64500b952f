//! The Consolidated Screening List as CSV or TSV: 29 named columns, several values of a cell parted by `; `.

use super::csl::Row;
use super::csl_json::CslFile;
use crate::{Refusal, places};

/// The columns, in the publisher's order.
pub const COLUMNS: [&str; 29] = [
    "_id",
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "source_information_url",
    "ids",
];

/// Reads it.
///
/// # Errors
/// A header without one of the columns, a row of another width, an open quote.
pub fn read(name: &str, text: &str) -> Result<CslFile, Refusal> {
    super::decode::quotes(name, text)?;
    let again = "fetch the file again; if the publisher changed its columns, this program must learn them first";
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.contains('\t') { b'\t' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let bad = |at: String, why: &csv::Error| Refusal::input(at, "a row as wide as the header", why.to_string(), again);
    let header = reader.headers().map_err(|why| bad(format!("{name}, header"), &why))?.clone();
    let mut places_of = [0; COLUMNS.len()];
    for (place, column) in places_of.iter_mut().zip(COLUMNS) {
        let found = header.iter().position(|name| name == column);
        *place =
            found.ok_or_else(|| Refusal::input(format!("{name}, header"), format!("a column {column}"), "none of that name", again))?;
    }
    let mut file = CslFile { rows: Vec::new(), as_of: None, declared: Vec::new(), unknown_fields: Vec::new() };
    file.unknown_fields.extend(header.iter().filter(|name| !COLUMNS.contains(name)).map(|name| ("header".to_owned(), name.to_owned())));
    for (number, row) in reader.records().enumerate() {
        let at = format!("row {}", number + 2);
        let row = row.map_err(|why| bad(format!("{name}, {at}"), &why))?;
        let cell = |column: &str| {
            let place = COLUMNS.iter().position(|name| *name == column).and_then(|at| row.get(places_of[at]));
            place.unwrap_or_default().to_owned()
        };
        let many =
            |column: &str| -> Vec<String> { cell(column).split("; ").filter(|part| !part.trim().is_empty()).map(str::to_owned).collect() };
        file.rows.push(Row {
            source: cell("source"),
            entity_number: cell("entity_number"),
            kind: cell("type"),
            name: cell("name"),
            alt_names: many("alt_names"),
            programs: many("programs"),
            addresses: many("addresses").iter().map(|text| address(text)).collect(),
            citation: cell("federal_register_notice"),
            start_date: cell("start_date"),
            end_date: cell("end_date"),
            standard_order: cell("standard_order"),
            license_requirement: cell("license_requirement"),
            license_policy: cell("license_policy"),
            title: cell("title"),
            vessel: ["call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner"].map(cell),
            remarks: cell("remarks"),
            countries: many("nationalities").into_iter().chain(many("citizenships")).collect(),
            born: many("dates_of_birth"),
            birthplaces: many("places_of_birth"),
            ids: many("ids").iter().map(|text| id(text)).collect(),
            at,
        });
    }
    Ok(file)
}

/// `Basrah, IQ`, `SY`: the country is the ISO code at the end.
fn address(text: &str) -> (String, String) {
    let (street, country) = text.rsplit_once(", ").unwrap_or(("", text));
    let is_code = country.len() == 2 && places::country(country).is_some();
    if is_code { (street.to_owned(), country.to_owned()) } else { (text.to_owned(), String::new()) }
}

/// `RU, 1027700167110, Registration Number`, `CKLBCNBJ, SWIFT/BIC`, `Male, Gender`: country, number, type.
fn id(text: &str) -> (String, String, String) {
    let (rest, kind) = text.rsplit_once(", ").unwrap_or((text, ""));
    match rest.split_once(", ") {
        Some((country, number)) if country.len() == 2 && places::country(country).is_some() => {
            (country.to_owned(), number.to_owned(), kind.to_owned())
        }
        _ => (String::new(), rest.to_owned(), kind.to_owned()),
    }
}
