//! A public re-encoding of single US registers: `{"list_id", "extracted", "count", "entities": [{name, country, address, ...}]}`. Used
//! only to add what the Consolidated Screening List of the same day does not carry.

use crate::Refusal;
use serde::Deserialize;

/// One register.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Register {
    /// `bis-entity-list` ...
    pub list_id: String,
    /// The publisher's file that was re-encoded.
    pub source_file: String,
    /// The day of the re-encoding.
    pub extracted: String,
    count: usize,
    /// Its rows.
    #[serde(rename = "entities")]
    pub rows: Vec<RegisterRow>,
}

/// One row of a register.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RegisterRow {
    /// The primary name.
    pub name: String,
    /// As printed; several parted by `;`.
    pub address: Option<String>,
    /// The country's name.
    pub country: Option<String>,
    /// When it took effect.
    pub effective_date: Option<String>,
    /// The citation.
    pub federal_register: Option<String>,
    /// `Date of birth: November, 1975` ...
    pub notes: Option<String>,
}

/// The id that the catalog has for a register.
pub fn list_of(register: &str) -> Option<&'static str> {
    let known = [
        ("bis-entity-list", "us-el"),
        ("bis-dpl", "us-dpl"),
        ("bis-meu", "us-meu"),
        ("state-debarred-statutory", "us-dtc"),
        ("state-debarred-admin", "us-dtc"),
    ];
    known.iter().find(|(id, _)| *id == register).map(|(_, list)| *list)
}

/// Reads one.
///
/// # Errors
/// Cut or malformed JSON, a count that does not agree, a register that adds nothing to a list of the catalog.
pub fn read(name: &str, json: &str) -> Result<Register, Refusal> {
    let again = "fetch the file again";
    let register: Register = serde_json::from_str(json).map_err(|why| {
        let found = if why.is_eof() { "the end of the file: it is cut".to_owned() } else { why.to_string() };
        Refusal::input(format!("{name}, line {}, column {}", why.line(), why.column()), "JSON of a register", found, again)
    })?;
    if register.count != register.rows.len() {
        let found = format!("{} rows", register.rows.len());
        return Err(Refusal::guard("declared-count", name, format!("{} rows, as `count` says", register.count), found));
    }
    if list_of(&register.list_id).is_none() {
        let expected = "a register of the Entity List, the Denied Persons List, the Military End User List or debarred parties";
        return Err(Refusal::input(name, expected, register.list_id, "leave this file out: it adds nothing to a list of the catalog"));
    }
    Ok(register)
}
