//! OpenSanctions data, for those who have a licence for it: FollowTheMoney entities as JSON lines, and `targets.simple.csv`.
//!
//! * [`ftm`]: `entities.ftm.json` or `targets.nested.json`, one JSON object a line. Parties become entries; `Address`, `Sanction`, `Passport` and
//!   the like join the party that they belong to; what links two parties is a named row without an entry.
//! * [`simple`]: `targets.simple.csv`, several values of a cell parted by `;`.
//!
//! OpenSanctions' own terms apply (CC BY-NC 4.0, or a commercial licence). Built from the published schema; no live file was met.

use crate::parse::table::Table;
use crate::parse::{self, Parsed, SourceError, dates::Order, utf8};
use redzone_index::{Entry, NameKind, PartyKind};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const FTM: &str = "OpenSanctions entities (FollowTheMoney, one JSON object a line)";
const SIMPLE: &str = "OpenSanctions targets.simple.csv";
const SIMPLE_COLUMNS: &[&str] = &[
    "id",
    "schema",
    "name",
    "aliases",
    "birth_date",
    "countries",
    "addresses",
    "identifiers",
    "sanctions",
    "phones",
    "emails",
    "program_ids",
    "dataset",
    "first_seen",
    "last_seen",
    "last_change",
];
/// Bytes of a line; the largest real ones have some hundred kilobytes.
const MAX_LINE: usize = 16 << 20;
/// Properties that hold numbers.
const NUMBERS: &[&str] = &[
    "passportNumber",
    "idNumber",
    "registrationNumber",
    "taxNumber",
    "innCode",
    "ogrnCode",
    "kppCode",
    "okpoCode",
    "leiCode",
    "swiftBic",
    "bikCode",
    "imoNumber",
    "mmsi",
    "dunsCode",
    "isin",
    "vatCode",
    "uniqueEntityId",
    "jurisdictionNumber",
    "socialSecurityNumber",
    "publicKey",
    "serialNumber",
    "npiCode",
    "uscCode",
    "icpCode",
    "cageCode",
    "permId",
    "ticker",
];

/// Reads JSON lines of FollowTheMoney entities.
///
/// # Errors
/// A line that is no JSON object with `id`, `schema` and `properties`, or is over 16 MiB.
pub fn ftm(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let mut parsed = Parsed::default();
    let (mut parties, mut parts) = (Vec::new(), Vec::new());
    for (at, line) in utf8(bytes, FTM)?.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let bad = |found: String| {
            SourceError::new(FTM, &format!("line {}: {found}", at + 1), "the file is cut or of another kind: download it again")
        };
        if line.len() > MAX_LINE {
            return Err(bad(format!("a line over {MAX_LINE} bytes")));
        }
        let object: Value = serde_json::from_str(line).map_err(|error| bad(format!("no JSON ({error})")))?;
        if !object["id"].is_string() || !object["schema"].is_string() || !object["properties"].is_object() {
            return Err(bad("an object without id, schema or properties".into()));
        }
        parsed.ledger.read += 1;
        parsed.stated.as_of = parsed.stated.as_of.max(text(&object["last_seen"]).and_then(|day| parse::dates::day(&day, Order::DayFirst)));
        if party_kind(object["schema"].as_str().unwrap_or_default()).is_some() { parties.push(object) } else { parts.push(object) }
    }
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    let mut addresses: BTreeMap<String, usize> = BTreeMap::new();
    let mut entries: Vec<Entry> = Vec::with_capacity(parties.len());
    for party in &parties {
        let entry = entry(party, &mut parsed);
        for id in strings(&party["properties"]["addressEntity"]) {
            addresses.insert(id, entries.len());
        }
        at.insert(entry.id.clone(), entries.len());
        entries.push(entry);
    }
    for part in &parts {
        let id = text(&part["id"]).unwrap_or_default();
        let holder = ["entity", "holder", "owner"].iter().flat_map(|role| strings(&part["properties"][role])).find_map(|id| at.get(&id));
        match holder.or_else(|| addresses.get(&id)) {
            Some(&place) => {
                add_part(&mut entries[place], part);
                parsed.ledger.joined += 1;
            }
            None => parsed.refuse(&id, format!("a {} that belongs to no party of the file", text(&part["schema"]).unwrap_or_default())),
        }
    }
    let mut ids = BTreeSet::new();
    entries.into_iter().for_each(|entry| parsed.push(entry, &mut ids));
    Ok(parsed)
}

fn party_kind(schema: &str) -> Option<PartyKind> {
    match schema {
        "Person" => Some(PartyKind::Individual),
        "Company" | "Organization" | "PublicBody" | "LegalEntity" => Some(PartyKind::Entity),
        "Vessel" => Some(PartyKind::Vessel),
        "Airplane" => Some(PartyKind::Aircraft),
        "CryptoWallet" | "Security" | "Asset" | "Vehicle" => Some(PartyKind::Unstated),
        _ => None,
    }
}

fn entry(party: &Value, parsed: &mut Parsed) -> Entry {
    let properties = &party["properties"];
    let all = |name: &str| strings(&properties[name]);
    let kind = party_kind(party["schema"].as_str().unwrap_or_default()).unwrap_or(PartyKind::Unstated);
    let mut entry = parse::entry(text(&party["id"]).unwrap_or_default(), kind);
    parse::add_name(&mut entry, &text(&party["caption"]).unwrap_or_default(), NameKind::Primary);
    for (property, kind) in
        [("name", NameKind::Alias), ("alias", NameKind::Alias), ("previousName", NameKind::Former), ("weakAlias", NameKind::Weak)]
    {
        all(property).iter().for_each(|name| parse::add_name(&mut entry, name, kind));
    }
    for property in ["country", "nationality", "citizenship", "jurisdiction", "flag", "registrationCountry", "mainCountry"] {
        // Codes are lower case here.
        all(property).iter().for_each(|country| parse::add_country(&mut entry, property, &country.to_uppercase()));
    }
    for date in all("birthDate") {
        parse::add_born(&mut entry, parsed, &date, Order::DayFirst);
    }
    entry.birthplaces = all("birthPlace");
    for address in all("address").iter().filter(|address| !address.is_empty()) {
        let country = address.rsplit(',').next().and_then(parse::place);
        entry.addresses.push(redzone_index::Address { text: parse::one_line(address), country });
    }
    for property in NUMBERS {
        all(property).iter().for_each(|number| parse::add_identifier(&mut entry, property, number, ""));
    }
    super::uk_ofsi::add_titles(&mut entry, &[all("title"), all("position")].concat());
    entry.programs = [all("program"), all("programId"), strings(&party["datasets"])].concat();
    for property in ["topics", "notes", "gender", "status", "sourceUrl", "incorporationDate", "deathDate", "email", "phone", "website"] {
        all(property).iter().for_each(|value| parse::add_remark(&mut entry, property, value));
    }
    // `targets.nested.json` holds what belongs to the party inside it.
    for property in ["addressEntity", "sanctions", "passports", "identification"] {
        let inside: Vec<Value> = properties[property].as_array().into_iter().flatten().filter(|value| value.is_object()).cloned().collect();
        inside.iter().for_each(|part| add_part(&mut entry, part));
    }
    entry
}

/// Adds an `Address`, `Sanction`, `Passport`, `Identification` to its party.
fn add_part(entry: &mut Entry, part: &Value) {
    let all = |name: &str| strings(&part["properties"][name]);
    match part["schema"].as_str().unwrap_or_default() {
        "Address" => {
            let country = all("country").first().map(|country| country.to_uppercase()).unwrap_or_default();
            let full =
                all("full").into_iter().next().unwrap_or_else(|| [all("street"), all("city"), all("postalCode")].concat().join(", "));
            parse::add_address(entry, &[&full], &country);
        }
        "Passport" | "Identification" => {
            let country = all("country").first().map(|country| country.to_uppercase()).unwrap_or_default();
            let kind = all("type").into_iter().next().unwrap_or_else(|| part["schema"].as_str().unwrap_or_default().to_owned());
            [all("number"), all("passportNumber")].concat().iter().for_each(|number| parse::add_identifier(entry, &kind, number, &country));
        }
        schema => {
            let said =
                ["authority", "program", "reason", "startDate", "endDate", "listingDate", "provisions", "sourceUrl", "summary"].iter();
            let said: Vec<String> = said.flat_map(|name| all(name).into_iter().map(move |value| format!("{name} {value}"))).collect();
            parse::add_remark(entry, schema, &said.join("; "));
            entry.programs.extend(all("program"));
        }
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// The strings of a property, which is a list of them.
fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(text).collect()
}

/// Reads `targets.simple.csv`.
///
/// # Errors
/// What is no such table: see [`Table::csv`].
pub fn simple(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let table = Table::csv(utf8(bytes, SIMPLE)?, b',', &SIMPLE_COLUMNS[..4], SIMPLE)?;
    let mut parsed = Parsed::default();
    let mut ids = BTreeSet::new();
    table.note_unknown(SIMPLE_COLUMNS, &mut parsed);
    for row in table.whole_rows(&mut parsed) {
        let cell = |column: &str| table.get(row, column);
        let many = |column: &str| {
            cell(column)
                .split(';')
                .map(|value| value.trim().trim_matches('"').to_owned())
                .filter(|value| !value.is_empty())
                .collect::<Vec<_>>()
        };
        let mut entry = parse::entry(cell("id"), party_kind(&cell("schema")).unwrap_or(PartyKind::Unstated));
        parse::add_name(&mut entry, &cell("name"), NameKind::Primary);
        many("aliases").iter().for_each(|name| parse::add_name(&mut entry, name, NameKind::Alias));
        many("birth_date").iter().for_each(|date| parse::add_born(&mut entry, &mut parsed, date, Order::DayFirst));
        many("countries").iter().for_each(|country| parse::add_country(&mut entry, "Country", &country.to_uppercase()));
        for address in many("addresses") {
            let country = address.rsplit(',').next().and_then(parse::place);
            entry.addresses.push(redzone_index::Address { text: address, country });
        }
        many("identifiers").iter().for_each(|number| parse::add_identifier(&mut entry, "Number", number, ""));
        entry.programs = [many("program_ids"), many("dataset")].concat();
        for column in ["sanctions", "phones", "emails"] {
            many(column).iter().for_each(|value| parse::add_remark(&mut entry, column, value));
        }
        parsed.stated.as_of = parsed.stated.as_of.max(parse::dates::day(&cell("last_seen"), Order::DayFirst));
        parsed.push(entry, &mut ids);
    }
    Ok(parsed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_and_what_belongs_to_them() {
        let lines = r#"{"id":"a-1","caption":"Ivan Example","schema":"Person","properties":{"name":["Ivan Example","Иван Пример"],"weakAlias":["Vanya"],"birthDate":["1951-03"],"nationality":["ru"],"passportNumber":["P1"],"addressEntity":["ad-1"],"topics":["sanction"]},"datasets":["us_ofac_sdn"],"last_seen":"2026-10-01T10:00:00"}
{"id":"ad-1","caption":"x","schema":"Address","properties":{"full":["1 High St, Omsk"],"country":["ru"]}}
{"id":"s-1","schema":"Sanction","properties":{"entity":["a-1"],"authority":["OFAC"],"program":["SDGT"]}}
{"id":"o-1","schema":"Family","properties":{"person":["a-1"],"relative":["b-2"]}}
"#;
        let parsed = ftm(lines.as_bytes()).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.ledger.read, parsed.ledger.joined, parsed.ledger.refused, parsed.entries.len()), (4, 2, 1, 1));
        let entry = &parsed.entries[0];
        let names: Vec<_> = entry.names.iter().map(|name| (name.text.as_str(), name.kind)).collect();
        assert_eq!(names, [("Ivan Example", NameKind::Primary), ("Иван Пример", NameKind::Alias), ("Vanya", NameKind::Weak)]);
        assert_eq!(
            (entry.born[0].to_string().as_str(), entry.countries[0].as_str(), entry.addresses[0].country.unwrap().as_str()),
            ("1951-03", "RU", "RU")
        );
        assert_eq!(
            (entry.programs.as_slice(), parsed.stated.as_of.unwrap().to_string().as_str()),
            (&["us_ofac_sdn".to_owned(), "SDGT".to_owned()][..], "2026-10-01")
        );
        let cut = &lines[..200];
        assert!(ftm(cut.as_bytes()).unwrap_err().found.contains("line 1: no JSON"));
    }

    #[test]
    fn simple_targets() {
        let text = "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,last_seen,last_change\n\
            NK-1,Vessel,TANKER,\"ONE;TWO\",,ir;pa,\"Tehran, Iran\",IMO9123456,IRAN,,,us_ofac_sdn,2023-01-01T00:00:00,2026-10-01T00:00:00,2024-01-01T00:00:00\n\
            NK-1,Person,AGAIN,,,,,,,,,x,,,\n";
        let parsed = simple(text.as_bytes()).unwrap();
        assert!(parsed.reconciles());
        assert_eq!(
            (parsed.entries.len(), parsed.ledger.refused, parsed.entries[0].names.len(), parsed.entries[0].countries.len()),
            (1, 1, 3, 2)
        );
    }
}
