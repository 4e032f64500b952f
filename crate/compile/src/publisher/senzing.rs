//! Senzing JSON lines, the form in which OpenSanctions and other data vendors hand entities to entity-resolution engines.
//!
//! An object has `DATA_SOURCE`, `RECORD_ID` and features: attributes such as `NAME_FULL`, `ADDR_FULL`, `DATE_OF_BIRTH`, `PASSPORT_NUMBER`, alone at the
//! top or in objects of a list (`NAMES`, `FEATURES` ...; the list's name means nothing). A feature that this parser does not know is kept as a remark.
//! Built from the published attribute list; no live file was met.

use crate::parse::{self, Parsed, SourceError, dates::Order, utf8};
use redzone_index::{Entry, NameKind, PartyKind};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

const WHAT: &str = "Senzing records (one JSON object a line)";
const MAX_LINE: usize = 16 << 20;

/// Reads Senzing JSON lines.
///
/// # Errors
/// A line that is no JSON object with a `RECORD_ID`, or is over 16 MiB.
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let mut parsed = Parsed::default();
    let mut ids = BTreeSet::new();
    for (at, line) in utf8(bytes, WHAT)?.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let bad = |found: String| {
            SourceError::new(WHAT, &format!("line {}: {found}", at + 1), "the file is cut or of another kind: get it again")
        };
        if line.len() > MAX_LINE {
            return Err(bad(format!("a line over {MAX_LINE} bytes")));
        }
        let object: Map<String, Value> = serde_json::from_str(line).map_err(|error| bad(format!("no JSON object ({error})")))?;
        let id = object.get("RECORD_ID").and_then(Value::as_str).ok_or_else(|| bad("an object without RECORD_ID".into()))?;
        parsed.ledger.read += 1;
        let mut entry = parse::entry(id, party_kind(&feature(&object, "RECORD_TYPE")));
        add_features(&mut entry, &object, &mut parsed);
        for feature in object.values().filter_map(Value::as_array).flatten().filter_map(Value::as_object) {
            if entry.kind == PartyKind::Unstated {
                entry.kind = party_kind(&self::feature(feature, "RECORD_TYPE"));
            }
            add_features(&mut entry, feature, &mut parsed);
        }
        parsed.push(entry, &mut ids);
    }
    Ok(parsed)
}

fn party_kind(record_type: &str) -> PartyKind {
    match record_type {
        "PERSON" => PartyKind::Individual,
        "ORGANIZATION" => PartyKind::Entity,
        "VESSEL" => PartyKind::Vessel,
        "AIRPLANE" | "AIRCRAFT" => PartyKind::Aircraft,
        _ => PartyKind::Unstated,
    }
}

fn feature(object: &Map<String, Value>, name: &str) -> String {
    object.get(name).and_then(Value::as_str).map(parse::one_line).unwrap_or_default()
}

fn add_features(entry: &mut Entry, object: &Map<String, Value>, parsed: &mut Parsed) {
    let get = |name: &str| feature(object, name);
    let parts = |names: &[&str]| names.iter().map(|name| get(name)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let kind = match get("NAME_TYPE").as_str() {
        "PRIMARY" => NameKind::Primary,
        "WEAK" | "LOW" => NameKind::Weak,
        "FORMER" | "PREVIOUS" => NameKind::Former,
        _ => NameKind::Alias,
    };
    for name in ["NAME_FULL", "NAME_ORG"] {
        parse::add_name(entry, &get(name), kind);
    }
    parse::add_name(entry, &parts(&["NAME_FIRST", "NAME_MIDDLE", "NAME_LAST"]), kind);
    let address = [get("ADDR_FULL"), get("ADDR_LINE1"), get("ADDR_LINE2"), get("ADDR_CITY"), get("ADDR_STATE"), get("ADDR_POSTAL_CODE")];
    if address.iter().any(|part| !part.is_empty()) || !get("ADDR_COUNTRY").is_empty() {
        parse::add_address(entry, &address.each_ref().map(String::as_str), &get("ADDR_COUNTRY").to_uppercase());
    }
    for (name, value) in object {
        let Some(value) = value.as_str().map(parse::one_line).filter(|value| !value.is_empty()) else { continue };
        match name.as_str() {
            "DATA_SOURCE" => entry.programs.push(value),
            "DATE_OF_BIRTH" => parse::add_born(entry, parsed, &value, Order::DayFirst),
            "PLACE_OF_BIRTH" => entry.birthplaces.push(value),
            "NATIONALITY" | "CITIZENSHIP" | "COUNTRY_OF_ASSOCIATION" | "REGISTRATION_COUNTRY" => {
                parse::add_country(entry, name, if value.len() == 2 { value.to_uppercase() } else { value }.as_str());
            }
            "RECORD_ID" | "RECORD_TYPE" | "NAME_TYPE" | "ADDR_TYPE" | "LAST_CHANGE" => {}
            name if name.starts_with("NAME_") || name.starts_with("ADDR_") => {}
            name if name.ends_with("_COUNTRY") && object.contains_key(&name.replace("_COUNTRY", "_NUMBER")) => {}
            name if name.ends_with("_NUMBER") || name.ends_with("_ID_NUMBER") => {
                let country = get(&name.replace("_NUMBER", "_COUNTRY")).to_uppercase();
                parse::add_identifier(entry, name.trim_end_matches("_NUMBER"), &value, &country);
            }
            _ => parse::add_remark(entry, name, &value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_in_lists_and_alone() {
        let lines = r#"{"DATA_SOURCE":"OS","RECORD_ID":"NK-1","RECORD_TYPE":"PERSON","NAMES":[{"NAME_TYPE":"ALIAS","NAME_FULL":"Vanya"},{"NAME_TYPE":"PRIMARY","NAME_FULL":"Ivan Example"}],"DATE_OF_BIRTH":"1951-03-04","COUNTRIES":[{"NATIONALITY":"ru"}],"IDENTIFIERS":[{"PASSPORT_NUMBER":"P1","PASSPORT_COUNTRY":"ru"}],"ADDRESSES":[{"ADDR_FULL":"1 High St, Omsk"}],"RISKS":[{"TOPIC":"sanction"}]}
{"DATA_SOURCE":"OS","RECORD_ID":"NK-2","FEATURES":[{"RECORD_TYPE":"ORGANIZATION"},{"NAME_ORG":"Example Bank"}]}
"#;
        let parsed = parse(lines.as_bytes()).unwrap();
        assert!(parsed.reconciles());
        let [person, bank] = &parsed.entries[..] else { panic!("{:?}", parsed.problems) };
        assert_eq!((person.names[0].text.as_str(), person.kind, person.born.len()), ("Ivan Example", PartyKind::Individual, 1));
        assert_eq!((person.identifiers[0].kind.as_str(), person.identifiers[0].country.unwrap().as_str()), ("PASSPORT", "RU"));
        assert_eq!(person.remarks, ["TOPIC: sanction"]);
        assert_eq!((bank.kind, bank.names[0].text.as_str()), (PartyKind::Entity, "Example Bank"));
        assert!(parse(b"{\"DATA_SOURCE\":\"OS\"}").unwrap_err().found.contains("without RECORD_ID"));
    }
}
