//! The Consolidated Screening List as JSON: trade.gov's own shape, `{"results": [{29 fields}]}`, and a public re-encoding of it in which
//! repeated texts stand in tables.

use super::csl::Row;
use crate::Refusal;
use redzone_index::Date;
use serde::Deserialize;
use serde_json::{Map, Value};

/// Rows and the day they were published, when the file says it.
#[derive(Clone, Debug)]
pub struct CslFile {
    /// The rows, in the order of the file.
    pub rows: Vec<Row>,
    /// The day.
    pub as_of: Option<Date>,
    /// How many rows the file says it has, by source: empty when it does not.
    pub declared: Vec<(String, usize)>,
    /// Fields that this program does not know: `(row, field)`.
    pub unknown_fields: Vec<(String, String)>,
}

const AGAIN: &str = "fetch the file again; if the publisher changed its form, this program must learn it first";

fn broken(name: &str, why: &serde_json::Error) -> Refusal {
    let at = format!("{name}, line {}, column {}", why.line(), why.column());
    let cut = if why.is_eof() { "the end of the file: it is cut".to_owned() } else { why.to_string() };
    Refusal::input(at, "JSON of the Consolidated Screening List", cut, AGAIN)
}

/// The fields of the official shape.
const FIELDS: [&str; 32] = [
    "_id",
    "id",
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
    "country",
    "score",
];

/// Reads trade.gov's shape.
///
/// # Errors
/// JSON that is cut or malformed (with line and column), no `results`, a row that is no object.
pub fn read_official(name: &str, text: &str) -> Result<CslFile, Refusal> {
    let value: Map<String, Value> = serde_json::from_str(text).map_err(|why| broken(name, &why))?;
    let results = value.get("results").and_then(Value::as_array);
    let results = results.ok_or_else(|| Refusal::input(name, "an array `results`", "none", AGAIN))?;
    let mut file = CslFile { rows: Vec::with_capacity(results.len()), as_of: None, declared: Vec::new(), unknown_fields: Vec::new() };
    for (number, result) in results.iter().enumerate() {
        let at = format!("results[{number}]");
        let object = result.as_object();
        let object = object.ok_or_else(|| Refusal::input(format!("{name}, {at}"), "an object", format!("{result:.60}"), AGAIN))?;
        file.unknown_fields.extend(object.keys().filter(|key| !FIELDS.contains(&key.as_str())).map(|key| (at.clone(), key.clone())));
        file.rows.push(official_row(at, object));
    }
    if let Some(total) = value.get("total").and_then(Value::as_u64)
        && total != results.len() as u64
    {
        let found = format!("{} rows in `results`", results.len());
        return Err(Refusal::guard("declared-count", name, format!("{total} rows, as `total` says"), found));
    }
    Ok(file)
}

fn text(object: &Map<String, Value>, field: &str) -> String {
    match object.get(field) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(value)) => if *value { "Y" } else { "N" }.to_owned(),
        _ => String::new(),
    }
}

/// A list, or a text whose values are parted by `; `.
fn many(object: &Map<String, Value>, field: &str) -> Vec<String> {
    match object.get(field) {
        Some(Value::Array(values)) => values.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(Value::String(text)) => text.split("; ").filter(|part| !part.trim().is_empty()).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

fn objects<'a>(object: &'a Map<String, Value>, field: &str) -> Vec<&'a Map<String, Value>> {
    object.get(field).and_then(Value::as_array).map(|values| values.iter().filter_map(Value::as_object).collect()).unwrap_or_default()
}

fn official_row(at: String, object: &Map<String, Value>) -> Row {
    let address = |address: &Map<String, Value>| {
        let parts = ["address", "city", "state", "postal_code"].map(|field| text(address, field));
        let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        (parts.join(", "), text(address, "country"))
    };
    let id = |id: &Map<String, Value>| {
        let number = text(id, "number");
        let dates = [("issue_date", "issued"), ("expiration_date", "expires")];
        let dates: Vec<String> = dates
            .iter()
            .map(|(field, word)| (text(id, field), word))
            .filter(|(date, _)| !date.is_empty())
            .map(|(date, word)| format!("{word} {date}"))
            .collect();
        (text(id, "country"), number, text(id, "type"), dates.join(" "))
    };
    let ids: Vec<(String, String, String, String)> = objects(object, "ids").into_iter().map(id).collect();
    let mut remarks: Vec<String> = vec![text(object, "remarks")];
    remarks.extend(ids.iter().filter(|(.., dates)| !dates.is_empty()).map(|(_, number, kind, dates)| format!("{kind} {number}: {dates}")));
    remarks.retain(|remark| !remark.is_empty());
    Row {
        at,
        source: text(object, "source"),
        entity_number: text(object, "entity_number"),
        kind: text(object, "type"),
        name: text(object, "name"),
        alt_names: many(object, "alt_names"),
        programs: many(object, "programs"),
        addresses: objects(object, "addresses").into_iter().map(address).collect(),
        citation: text(object, "federal_register_notice"),
        start_date: text(object, "start_date"),
        end_date: text(object, "end_date"),
        standard_order: text(object, "standard_order"),
        license_requirement: text(object, "license_requirement"),
        license_policy: text(object, "license_policy"),
        title: text(object, "title"),
        vessel: ["call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner"]
            .map(|field| text(object, field)),
        remarks: remarks.join("; "),
        countries: many(object, "nationalities").into_iter().chain(many(object, "citizenships")).collect(),
        born: many(object, "dates_of_birth"),
        birthplaces: many(object, "places_of_birth"),
        ids: ids.into_iter().map(|(country, number, kind, _)| (country, number, kind)).collect(),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Staged {
    source_generated_at: String,
    entry_count: usize,
    counts_by_source: std::collections::BTreeMap<String, usize>,
    tables: Tables,
    entries: Vec<StagedRow>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Tables {
    sources: Vec<String>,
    licence_requirements: Vec<String>,
    licence_policies: Vec<String>,
    programmes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StagedRow {
    n: String,
    #[serde(default)]
    a: Vec<String>,
    s: usize,
    t: Option<String>,
    #[serde(default)]
    c: Vec<String>,
    e: Option<String>,
    lr: Option<usize>,
    lp: Option<usize>,
    pg: Option<usize>,
    fr: Option<String>,
    // The address of the publisher's page: the catalog has it.
    #[allow(dead_code)]
    u: Option<usize>,
}

/// Reads the re-encoding: `entries` whose `s`, `lr`, `lp` and `pg` are places in `tables`.
///
/// # Errors
/// JSON that is cut or malformed, an unknown field, a place that a table does not have, counts that do not agree.
pub fn read_staged(name: &str, json: &str) -> Result<CslFile, Refusal> {
    let staged: Staged = serde_json::from_str(json).map_err(|why| broken(name, &why))?;
    if staged.entry_count != staged.entries.len() {
        let found = format!("{} entries", staged.entries.len());
        return Err(Refusal::guard("declared-count", name, format!("{} entries, as `entryCount` says", staged.entry_count), found));
    }
    let mut rows = Vec::with_capacity(staged.entries.len());
    for (number, row) in staged.entries.into_iter().enumerate() {
        let at = format!("entries[{number}]");
        let from = |table: &[String], place: Option<usize>| match place {
            None => Ok(String::new()),
            Some(place) => table.get(place).cloned().ok_or_else(|| {
                let found = format!("{place} of {}", table.len());
                Refusal::input(format!("{name}, {at}"), "a place in its table", found, AGAIN)
            }),
        };
        rows.push(Row {
            source: from(&staged.tables.sources, Some(row.s))?,
            entity_number: row.e.unwrap_or_default(),
            kind: row.t.unwrap_or_default(),
            name: row.n,
            alt_names: row.a,
            programs: from(&staged.tables.programmes, row.pg)?.split("; ").map(str::to_owned).collect(),
            addresses: row.c.into_iter().map(|country| (String::new(), country)).collect(),
            citation: row.fr.unwrap_or_default(),
            license_requirement: from(&staged.tables.licence_requirements, row.lr)?,
            license_policy: from(&staged.tables.licence_policies, row.lp)?,
            at,
            ..Row::default()
        });
    }
    let as_of = staged.source_generated_at.get(..10).and_then(Date::parse);
    let as_of = as_of.ok_or_else(|| Refusal::input(name, "a date in `sourceGeneratedAt`", staged.source_generated_at.clone(), AGAIN))?;
    Ok(CslFile { rows, as_of: Some(as_of), declared: staged.counts_by_source.into_iter().collect(), unknown_fields: Vec::new() })
}
