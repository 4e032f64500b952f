//! European Union, European Commission: the consolidated list of financial sanctions (FSF), in its forms XML 1.1 and CSV 1.1.
//!
//! * [`xml`]: `export[@generationDate]/sanctionEntity[@logicalId]`, everything in attributes. `strong="false"` is a weak alias.
//! * [`csv`]: UTF-8 with a byte order mark, `;`, a row for each alias, address, birth date or number; rows of an `Entity_LogicalId` belong together.
//!
//! `00` is the list's code for a country that is not known. Built from the published schema and documented examples; no live file was met.

use crate::parse::table::{Row, Table};
use crate::parse::xml::{Element, Shape};
use crate::parse::{self, Groups, Parsed, SourceError, dates, dates::Order, utf8};
use redzone_index::{Entry, NameKind, PartyKind};

const XML: &str = "the EU consolidated financial sanctions list (XML 1.1, root export)";
const SHAPE: Shape<'_> = Shape { what: XML, roots: &["export"], records: &["sanctionEntity"] };
const KNOWN: &[&str] = &[
    "nameAlias",
    "regulation",
    "regulationSummary",
    "publicationUrl",
    "subjectType",
    "remark",
    "citizenship",
    "birthdate",
    "address",
    "identification",
    "contactInfo",
];
const CSV: &str = "the EU consolidated financial sanctions list (CSV 1.1, with ;)";
const CSV_REQUIRED: &[&str] = &["fileGenerationDate", "Entity_LogicalId", "NameAlias_WholeName"];

/// Reads `xmlFullSanctionsList_1_1`.
///
/// # Errors
/// What is no such file: see [`crate::parse::xml::read`]; no `generationDate`.
pub fn xml(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let (mut parsed, read) = parse::records(bytes, SHAPE, KNOWN, entry)?;
    parsed.stated.as_of = read.root.attribute("generationDate").and_then(|date| dates::day(&date, Order::DayFirst));
    if parsed.stated.as_of.is_none() {
        return Err(SourceError::new(XML, "no generationDate", "take the file from webgate.ec.europa.eu, Financial Sanctions Files"));
    }
    Ok(parsed)
}

fn entry(record: &Element, parsed: &mut Parsed) -> Entry {
    let own = |name: &str| record.attribute(name).unwrap_or_default();
    let subject =
        record.child("subjectType").map(|subject| ["code", "classificationCode"].map(|name| subject.attribute(name).unwrap_or_default()));
    let mut entry = parse::entry(own("logicalId"), party_kind(&subject.unwrap_or_default()));
    parse::add_identifier(&mut entry, "EU reference", &own("euReferenceNumber"), "");
    parse::add_identifier(&mut entry, "UN reference", &own("unitedNationId"), "");
    entry.listed = parse::day(&mut entry, parsed, "Designation date", &own("designationDate"), Order::DayFirst);
    parse::add_remark(&mut entry, "", &own("designationDetails"));
    for element in record.elements() {
        let get = |name: &str| element.attribute(name).unwrap_or_default();
        let place = || country(&get("countryIso2Code"), &get("countryDescription"));
        match element.name.as_str() {
            "nameAlias" => {
                let whole = Some(get("wholeName")).filter(|name| !name.is_empty());
                let name = whole.unwrap_or_else(|| [get("firstName"), get("middleName"), get("lastName")].join(" "));
                parse::add_name(&mut entry, &name, if get("strong") == "false" { NameKind::Weak } else { NameKind::Alias });
                super::uk_ofsi::add_titles(&mut entry, &[get("title"), get("function")]);
                parse::add_remark(&mut entry, "Gender", &get("gender"));
            }
            "regulation" => add_regulation(&mut entry, &get("programme"), &get("numberTitle"), &get("publicationDate")),
            "citizenship" => parse::add_country(&mut entry, "Citizenship", &place()),
            "birthdate" => add_birth(&mut entry, parsed, &get, &place()),
            "address" => {
                let parts = ["street", "poBox", "city", "zipCode", "region", "place"].map(get);
                parse::add_address(&mut entry, &parts.each_ref().map(String::as_str), &place());
            }
            "identification" => {
                let kind = [get("identificationTypeDescription"), get("identificationTypeCode")].into_iter().find(|kind| !kind.is_empty());
                let number = [get("number"), get("latinNumber")].into_iter().find(|number| !number.is_empty()).unwrap_or_default();
                parse::add_identifier(&mut entry, &kind.unwrap_or_default(), &number, &place());
                parse::add_remark(&mut entry, "Identification", &get("nameOnDocument"));
            }
            _ => {}
        }
        // Remarks stand in the entity and in each of its parts.
        let remarks = if element.name == "remark" { vec![element.text()] } else { element.values("remark") };
        remarks.iter().for_each(|remark| parse::add_remark(&mut entry, "", remark));
    }
    // The list marks no name as the first one: a strong name in Latin letters stands in front.
    let first = entry.names.iter().position(|name| name.kind == NameKind::Alias && name.text.is_ascii());
    let first = first.or_else(|| entry.names.iter().position(|name| name.kind == NameKind::Alias)).unwrap_or(0);
    entry.names.iter_mut().skip(first).take(1).for_each(|name| name.kind = NameKind::Primary);
    entry
}

fn add_birth(entry: &mut Entry, parsed: &mut Parsed, get: &impl Fn(&str) -> String, country: &str) {
    let circa = if get("circa") == "true" { "circa " } else { "" };
    let (day, month, year) = (get("dayOfMonth"), get("monthOfYear"), get("year"));
    let date = match (get("birthdate"), get("yearRangeFrom"), get("yearRangeTo")) {
        (date, _, _) if !date.is_empty() => date,
        (_, from, to) if !from.is_empty() && !to.is_empty() => format!("{from} to {to}"),
        _ if year.is_empty() => String::new(),
        _ => [day, month, year].map(|part| if part.is_empty() { "00".to_owned() } else { part }).join("/"),
    };
    if !date.is_empty() {
        parse::add_born(entry, parsed, &format!("{circa}{date}"), Order::DayFirst);
    }
    let place = [get("city"), get("place"), get("region"), country.to_owned()].into_iter().filter(|part| !part.is_empty());
    let place = place.collect::<Vec<_>>().join(", ");
    entry.birthplaces.extend(Some(place).filter(|place| !place.is_empty()));
}

fn add_regulation(entry: &mut Entry, programme: &str, title: &str, published: &str) {
    entry.programs.extend(Some(programme.to_owned()).filter(|programme| !programme.is_empty()));
    let citation = if published.is_empty() { title.to_owned() } else { format!("{title}, {published}") };
    entry.citations.extend(Some(citation).filter(|_| !title.is_empty()));
}

/// The code, unless it is the list's `00`; then the printed name, unless that says as much.
fn country(code: &str, name: &str) -> String {
    let known = [code, name].into_iter().find(|text| !matches!(*text, "" | "00") && !text.eq_ignore_ascii_case("unknown"));
    known.map_or(String::new(), str::to_owned)
}

/// `P`/`person`, `E`/`enterprise`; which of the two attributes holds which differs between descriptions of the schema.
fn party_kind(codes: &[String; 2]) -> PartyKind {
    let has = |wanted: &[&str]| codes.iter().any(|code| wanted.contains(&code.to_lowercase().as_str()));
    match () {
        () if has(&["p", "person"]) => PartyKind::Individual,
        () if has(&["e", "enterprise"]) => PartyKind::Entity,
        () if has(&["v", "vessel", "ship"]) => PartyKind::Vessel,
        () => PartyKind::Unstated,
    }
}

/// Reads `csvFullSanctionsList_1_1`.
///
/// # Errors
/// What is no such table: see [`Table::csv`]; no generation date.
pub fn csv(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let table = Table::csv(utf8(bytes, CSV)?, b';', CSV_REQUIRED, CSV)?;
    let (mut parsed, mut groups) = (Parsed::default(), Groups::default());
    for row in table.whole_rows(&mut parsed) {
        add_csv_row(&table, row, &mut groups, &mut parsed);
    }
    groups.finish(&mut parsed);
    if parsed.stated.as_of.is_none() {
        return Err(SourceError::new(
            CSV,
            "no date in fileGenerationDate",
            "take the file from webgate.ec.europa.eu, Financial Sanctions Files",
        ));
    }
    Ok(parsed)
}

fn add_csv_row(table: &Table, row: &Row, groups: &mut Groups, parsed: &mut Parsed) {
    let cell = |column: &str| table.get(row, column);
    let id = cell("Entity_LogicalId");
    if id.is_empty() {
        parsed.refuse(&format!("row {}", row.line), "no Entity_LogicalId");
        return;
    }
    parsed.stated.as_of = parsed.stated.as_of.or_else(|| dates::day(&cell("fileGenerationDate"), Order::DayFirst));
    let kind = party_kind(&[cell("Entity_SubjectType"), cell("Entity_SubjectType_ClassificationCode")]);
    let entry = groups.entry(&id, kind, parsed);
    let place = |what: &str| country(&cell(&format!("{what}_CountryIso2Code")), &cell(&format!("{what}_CountryDescription")));
    let whole = Some(cell("NameAlias_WholeName")).filter(|name| !name.is_empty());
    let name = whole.unwrap_or_else(|| ["NameAlias_FirstName", "NameAlias_MiddleName", "NameAlias_LastName"].map(cell).join(" "));
    parse::add_name(entry, &name, if cell("NameAlias_Strong") == "false" { NameKind::Weak } else { NameKind::Alias });
    super::uk_ofsi::add_titles(entry, &[cell("NameAlias_Title"), cell("NameAlias_Function")]);
    add_regulation(
        entry,
        &cell("Entity_Regulation_Programme"),
        &cell("Entity_Regulation_NumberTitle"),
        &cell("Entity_Regulation_PublicationDate"),
    );
    entry.listed = parse::day(entry, parsed, "Designation date", &cell("Entity_DesignationDate"), Order::DayFirst);
    parse::add_identifier(entry, "EU reference", &cell("Entity_EU_ReferenceNumber"), "");
    parse::add_identifier(entry, "UN reference", &cell("Entity_UnitedNationId"), "");
    let parts = ["Street", "PoBox", "City", "ZipCode", "Region", "Place"].map(|part| cell(&format!("Address_{part}")));
    parse::add_address(entry, &parts.each_ref().map(String::as_str), &place("Address"));
    let birth = |name: &str| match name {
        "birthdate" => cell("BirthDate_BirthDate"),
        "dayOfMonth" => cell("BirthDate_Day"),
        "monthOfYear" => cell("BirthDate_Month"),
        "year" => cell("BirthDate_Year"),
        "yearRangeFrom" => cell("BirthDate_YearRangeFrom"),
        "yearRangeTo" => cell("BirthDate_YearRangeTo"),
        "circa" => cell("BirthDate_Circa").to_lowercase(),
        "city" => cell("BirthDate_City"),
        "place" => cell("BirthDate_Place"),
        _ => cell("BirthDate_Region"),
    };
    add_birth(entry, parsed, &birth, &place("BirthDate"));
    parse::add_country(entry, "Citizenship", &place("Citizenship"));
    let kind = [cell("Identification_TypeDescription"), cell("Identification_TypeCode")].into_iter().find(|kind| !kind.is_empty());
    parse::add_identifier(entry, &kind.unwrap_or_default(), &cell("Identification_Number"), &place("Identification"));
    for column in [
        "Entity_DesignationDetails",
        "Entity_Remark",
        "NameAlias_Remark",
        "Address_Remark",
        "BirthDate_Remark",
        "Identification_Remark",
        "Citizenship_Remark",
    ] {
        parse::add_remark(entry, "", &cell(column));
    }
    parse::add_remark(entry, "Gender", &cell("NameAlias_Gender"));
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-07-20T10:05:36.338+02:00" globalFileId="182848">
  <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.9999.1" logicalId="900001" designationDate="2022-02-25">
    <remark>An invented person.</remark>
    <regulation regulationType="regulation" publicationDate="2022-02-25" numberTitle="2022/999 (OJ L1)" programme="UKR" logicalId="1">
      <publicationUrl>http://example.invalid/</publicationUrl>
    </regulation>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Иван Пример" nameLanguage="RU" strong="true" logicalId="2"/>
    <nameAlias firstName="Ivan" middleName="" lastName="Example" wholeName="Ivan Example" function="Minister" gender="M" strong="true" logicalId="3"/>
    <nameAlias wholeName="Vanya" strong="false" logicalId="4"/>
    <citizenship countryIso2Code="00" countryDescription="UNKNOWN"/>
    <citizenship countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"/>
    <birthdate circa="true" calendarType="GREGORIAN" city="Omsk" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" year="1958" logicalId="5"/>
    <birthdate circa="false" birthdate="1960-03-04" dayOfMonth="4" monthOfYear="3" year="1960" logicalId="6"/>
    <address city="Moscow" street="Tverskaya 1" zipCode="125009" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"><remark>home</remark></address>
    <identification number="A1" latinNumber="" identificationTypeCode="passport" identificationTypeDescription="National passport" countryIso2Code="RU"/>
  </sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.9999.2" logicalId="900002"><subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="EXAMPLE BANK" strong="true"/></sanctionEntity>
</export>"#;

    #[test]
    fn attributes_become_an_entry() {
        let parsed = xml(SMALL.as_bytes()).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.problems.len(), parsed.stated.as_of.unwrap().to_string().as_str()), (0, "2026-07-20"));
        let person = &parsed.entries[0];
        let names: Vec<_> = person.names.iter().map(|name| (name.text.as_str(), name.kind)).collect();
        assert_eq!(names, [("Ivan Example", NameKind::Primary), ("Иван Пример", NameKind::Alias), ("Vanya", NameKind::Weak)]);
        assert_eq!(person.born.iter().map(ToString::to_string).collect::<Vec<_>>(), ["~1958", "1960-03-04"]);
        assert_eq!((person.countries.len(), person.birthplaces[0].as_str(), person.title.as_deref()), (1, "Omsk, RU", Some("Minister")));
        assert_eq!((person.citations[0].as_str(), person.programs[0].as_str()), ("2022/999 (OJ L1), 2022-02-25", "UKR"));
        assert!(person.remarks.contains(&"home".to_owned()));
        assert_eq!(parsed.entries[1].kind, PartyKind::Entity);
        assert!(xml(SMALL.replace("</export>", "").as_bytes()).unwrap_err().found.contains("cut off inside <export>, after 2 records"));
    }

    #[test]
    fn rows_of_an_id_become_an_entry() {
        let text = "\u{feff}fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;Entity_SubjectType;Entity_SubjectType_ClassificationCode;\
            Entity_Regulation_NumberTitle;Entity_Regulation_Programme;NameAlias_WholeName;BirthDate_BirthDate;Citizenship_CountryIso2Code;Citizenship_CountryDescription;\
            Identification_Number;Identification_TypeDescription\n\
            05/08/2026;13;EU.27.28;2001-05-28;P;person;1210/2003 (OJ L169);IRQ;Ivan Example;;;;;\n\
            05/08/2026;13;EU.27.28;2001-05-28;P;person;1210/2003 (OJ L169);IRQ;Иван;1960-03-04;IQ;IRAQ;;\n\
            05/08/2026;99;EU.9.1;;E;enterprise;2022/1;UKR;Example Bank;;;;1027700000000;Registration Number\n\
            05/08/2026;;EU.9.1;;E;enterprise;2022/1;UKR;Nobody;;;;;\n";
        let parsed = csv(text.as_bytes()).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.entries.len(), parsed.ledger.joined, parsed.ledger.refused), (2, 1, 1));
        assert_eq!((parsed.entries[0].names.len(), parsed.entries[0].countries[0].as_str()), (2, "IQ"));
        assert_eq!(
            (parsed.entries[1].identifiers[1].value.as_str(), parsed.stated.as_of.unwrap().to_string().as_str()),
            ("1027700000000", "2026-08-05")
        );
        assert!(csv(text.replace(';', ",").as_bytes()).is_err());
    }
}
