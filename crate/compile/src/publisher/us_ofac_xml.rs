//! US Treasury, Office of Foreign Assets Control: SDN.XML and CONSOLIDATED.XML.
//!
//! `sdnList` holds `publshInformation` (so spelled) with `Publish_Date` and `Record_Count`, then `sdnEntry` elements. `uid` is the number that the
//! CSV files call ent_num, so editions of both forms have the same ids. An `aka` says `strong` or `weak`.
//! Built from the published schema and documented examples; no live file was met.

use crate::parse::xml::{Element, Shape};
use crate::parse::{self, Parsed, SourceError, dates, dates::Order};
use redzone_index::{Entry, NameKind, PartyKind};

const WHAT: &str = "the OFAC list (SDN.XML or CONSOLIDATED.XML, root sdnList)";
const SHAPE: Shape<'_> = Shape { what: WHAT, roots: &["sdnList"], records: &["sdnEntry"] };
const KNOWN: &[&str] = &[
    "uid",
    "firstName",
    "lastName",
    "title",
    "sdnType",
    "remarks",
    "programList",
    "program",
    "idList",
    "id",
    "idType",
    "idNumber",
    "idCountry",
    "issueDate",
    "expirationDate",
    "akaList",
    "aka",
    "type",
    "category",
    "addressList",
    "address",
    "address1",
    "address2",
    "address3",
    "city",
    "stateOrProvince",
    "postalCode",
    "country",
    "nationalityList",
    "nationality",
    "mainEntry",
    "citizenshipList",
    "citizenship",
    "dateOfBirthList",
    "dateOfBirthItem",
    "dateOfBirth",
    "placeOfBirthList",
    "placeOfBirthItem",
    "placeOfBirth",
    "vesselInfo",
    "callSign",
    "vesselType",
    "vesselFlag",
    "vesselOwner",
    "tonnage",
    "grossRegisteredTonnage",
];

/// Reads `SDN.XML` or `CONSOLIDATED.XML`.
///
/// # Errors
/// What is no such file: see [`crate::parse::xml::read`]; no publish date; a record count that the file itself contradicts.
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let (mut parsed, read) = parse::records(bytes, SHAPE, KNOWN, entry)?;
    let stated = |name: &str| read.root.value(&format!("publshInformation/{name}"));
    parsed.stated.as_of = stated("Publish_Date").and_then(|date| dates::day(&date, Order::MonthFirst));
    parsed.stated.count = stated("Record_Count").and_then(|count| count.parse().ok());
    let refuse = |found: String| Err(SourceError::new(WHAT, &found, "take the file from sanctionslistservice.ofac.treas.gov again"));
    match (parsed.stated.as_of, parsed.stated.count) {
        (None, _) => refuse("no Publish_Date".into()),
        (_, Some(count)) if count != read.records => refuse(format!("{} entries where Record_Count says {count}", read.records)),
        _ => Ok(parsed),
    }
}

fn entry(record: &Element, parsed: &mut Parsed) -> Entry {
    let value = |path: &str| record.value(path).unwrap_or_default();
    let kind = match value("sdnType").to_lowercase().as_str() {
        "individual" => PartyKind::Individual,
        "entity" => PartyKind::Entity,
        "vessel" => PartyKind::Vessel,
        "aircraft" => PartyKind::Aircraft,
        _ => PartyKind::Unstated,
    };
    let mut entry = parse::entry(value("uid"), kind);
    parse::add_name(&mut entry, &printed_name(record), NameKind::Primary);
    for aka in record.all("akaList/aka") {
        let kind = match (aka.value("category").unwrap_or_default().as_str(), aka.value("type").unwrap_or_default().as_str()) {
            ("weak", _) => NameKind::Weak,
            (_, "f.k.a.") => NameKind::Former,
            (_, "n.k.a.") => NameKind::Now,
            _ => NameKind::Alias,
        };
        parse::add_name(&mut entry, &printed_name(aka), kind);
    }
    entry.programs = record.all("programList/program").map(Element::text).collect();
    for address in record.all("addressList/address") {
        let part = |name: &str| address.value(name).unwrap_or_default();
        let parts = ["address1", "address2", "address3", "city", "stateOrProvince", "postalCode"].map(part);
        parse::add_address(&mut entry, &parts.each_ref().map(String::as_str), &part("country"));
    }
    for date in record.all("dateOfBirthList/dateOfBirthItem/dateOfBirth") {
        parse::add_born(&mut entry, parsed, &date.text(), Order::MonthFirst);
    }
    entry.birthplaces =
        record.all("placeOfBirthList/placeOfBirthItem/placeOfBirth").map(Element::text).filter(|place| !place.is_empty()).collect();
    for country in record.all("nationalityList/nationality/country") {
        parse::add_country(&mut entry, "Nationality", &country.text());
    }
    for country in record.all("citizenshipList/citizenship/country") {
        parse::add_country(&mut entry, "Citizenship", &country.text());
    }
    for id in record.all("idList/id") {
        let part = |name: &str| id.value(name).unwrap_or_default();
        let (kind, number) = (part("idType"), part("idNumber"));
        // Gender, secondary sanctions and the like stand among the numbers.
        if kind == "Gender" || kind.ends_with(':') {
            parse::add_remark(&mut entry, kind.trim_end_matches(':'), &number);
            continue;
        }
        parse::add_identifier(&mut entry, &kind, &number, &part("idCountry"));
        for (what, date) in [("issued", part("issueDate")), ("expires", part("expirationDate"))] {
            if !date.is_empty() {
                parse::add_remark(&mut entry, "", &format!("{kind} {number} {what} {date}"));
            }
        }
    }
    entry.title = Some(value("title")).filter(|title| !title.is_empty());
    if let Some(info) = record.child("vesselInfo") {
        let part = |name: &str| info.value(name).unwrap_or_default();
        let vessel = entry.vessel.get_or_insert_default();
        (vessel.call_sign, vessel.vessel_type) = (part("callSign"), part("vesselType"));
        (vessel.tonnage, vessel.gross_registered_tonnage) = (part("tonnage"), part("grossRegisteredTonnage"));
        (vessel.flag, vessel.owner) = (part("vesselFlag"), part("vesselOwner"));
    }
    parse::add_remark(&mut entry, "", &value("remarks"));
    entry
}

/// `SURNAME, Given`, as the CSV files print people.
fn printed_name(element: &Element) -> String {
    [element.value("lastName"), element.value("firstName")].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
  <publshInformation><Publish_Date>05/06/2026</Publish_Date><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry><uid>90001</uid><firstName>Ivan</firstName><lastName>EXAMPLE</lastName><sdnType>Individual</sdnType><remarks>(Linked To: EXAMPLE BANK)</remarks>
    <programList><program>SDGT</program><program>SYRIA</program></programList>
    <idList><id><uid>1</uid><idType>Passport</idType><idNumber>A1</idNumber><idCountry>Russia</idCountry><expirationDate>2030</expirationDate></id>
      <id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
      <id><uid>3</uid><idType>Digital Currency Address - XBT</idType><idNumber>1Bx</idNumber></id></idList>
    <akaList><aka><uid>4</uid><type>a.k.a.</type><category>weak</category><lastName>VANYA</lastName></aka>
      <aka><uid>5</uid><type>f.k.a.</type><category>strong</category><lastName>EXEMPEL</lastName><firstName>Ivan</firstName></aka></akaList>
    <addressList><address><uid>6</uid><city>Havana</city><country>Cuba</country></address></addressList>
    <nationalityList><nationality><uid>7</uid><country>Russia</country><mainEntry>true</mainEntry></nationality></nationalityList>
    <dateOfBirthList><dateOfBirthItem><uid>8</uid><dateOfBirth>circa 1951</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
    <placeOfBirthList><placeOfBirthItem><uid>9</uid><placeOfBirth>Omsk, Russia</placeOfBirth></placeOfBirthItem></placeOfBirthList></sdnEntry>
  <sdnEntry><uid>90002</uid><lastName>TANKER</lastName><sdnType>Vessel</sdnType><programList><program>IRAN</program></programList>
    <vesselInfo><callSign>5IM1</callSign><vesselType>Crude Oil Tanker</vesselType><vesselFlag>Tanzania</vesselFlag><tonnage>99144</tonnage></vesselInfo></sdnEntry>
</sdnList>"#;

    #[test]
    fn entries_keep_strength_dates_and_numbers() {
        let parsed = parse(SMALL.as_bytes()).unwrap();
        assert!(parsed.reconciles());
        assert_eq!(
            (parsed.stated.as_of.unwrap().to_string().as_str(), parsed.stated.count, parsed.problems.len()),
            ("2026-05-06", Some(2), 0)
        );
        let person = &parsed.entries[0];
        let names: Vec<_> = person.names.iter().map(|name| (name.text.as_str(), name.kind)).collect();
        assert_eq!(names, [("EXAMPLE, Ivan", NameKind::Primary), ("VANYA", NameKind::Weak), ("EXEMPEL, Ivan", NameKind::Former)]);
        assert_eq!((person.id.as_str(), person.born[0].to_string().as_str(), person.identifiers.len()), ("90001", "~1951", 2));
        assert!(person.remarks.contains(&"Gender: Male".to_owned()));
        assert_eq!(parsed.entries[1].vessel.as_ref().unwrap().call_sign, "5IM1");
    }

    #[test]
    fn a_count_that_is_not_met_is_refused() {
        let fewer = SMALL.replace("<Record_Count>2<", "<Record_Count>13821<");
        assert!(parse(fewer.as_bytes()).unwrap_err().found.contains("2 entries where Record_Count says 13821"));
    }
}
