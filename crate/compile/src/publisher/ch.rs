//! Switzerland, State Secretariat for Economic Affairs (SECO): the consolidated list, as XML.
//!
//! `swiss-sanctions-list[@date]` holds programmes, targets and, after them, the places that targets refer to. A target keeps its history: each
//! `modification` may repeat the whole target in `added` and `removed`, which must not be read as listings, and a target whose newest modification is
//! `de-listed` is no longer listed. Name parts have spelling variants by script: the first variant of each part together are one name.
//! Built from documented examples; no live file was met.

use crate::parse::xml::{self, Element, Shape};
use crate::parse::{self, Parsed, SourceError, dates, dates::Order, utf8};
use redzone_index::{Entry, NameKind, PartyKind};
use std::collections::{BTreeMap, BTreeSet};

const WHAT: &str = "the Swiss SECO sanctions list (XML, root swiss-sanctions-list)";
const ROOTS: &[&str] = &["swiss-sanctions-list"];

/// Reads the whole list. Two passes: places and programmes first, since the places stand behind the targets.
///
/// # Errors
/// What is no such file: see [`xml::read`]; no date; a list that is not the whole one.
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let text = utf8(bytes, WHAT)?;
    let mut known = Known::default();
    let read = xml::read(text, Shape { what: WHAT, roots: ROOTS, records: &["place", "sanctions-program", "target"] }, |record| {
        known.add(&record);
        Ok(())
    })?;
    let mut parsed = Parsed::default();
    parsed.stated.as_of = read.root.attribute("date").and_then(|date| dates::day(&date, Order::DayFirst));
    if parsed.stated.as_of.is_none() {
        return Err(SourceError::new(WHAT, "no date in the root element", "take the whole list from sesam.search.admin.ch"));
    }
    if let Some(kind) = read.root.attribute("list-type").filter(|kind| kind != "whole-list") {
        return Err(SourceError::new(
            WHAT,
            &format!("a list of type {kind}"),
            "a part of the list must not replace the whole: take the whole list",
        ));
    }
    let mut ids = BTreeSet::new();
    xml::read(text, Shape { what: WHAT, roots: ROOTS, records: &["target"] }, |target| {
        parsed.ledger.read += 1;
        if is_delisted(&target) {
            parsed.ledger.ended += 1;
        } else {
            let entry = entry(&target, &known, &mut parsed);
            parsed.push(entry, &mut ids);
        }
        Ok(())
    })?;
    Ok(parsed)
}

/// What targets refer to by number.
#[derive(Default)]
struct Known {
    programs: BTreeMap<String, String>,
    /// Text and country of each place.
    places: BTreeMap<String, (String, String)>,
}

impl Known {
    fn add(&mut self, record: &Element) {
        let id = record.attribute("ssid").unwrap_or_default();
        if record.name == "place" {
            let parts = ["location", "area"].iter().filter_map(|part| record.value(part)).collect::<Vec<_>>();
            let country = record.child("country").and_then(|country| country.attribute("iso-code")).or_else(|| record.value("country"));
            self.places.insert(id, (parts.join(", "), country.unwrap_or_default()));
        } else if record.name == "sanctions-program" {
            let english =
                |name: &str| record.children(name).find(|text| text.attribute("lang").is_none_or(|lang| lang == "eng")).map(Element::text);
            let name = english("program-key").or_else(|| english("program-name")).unwrap_or_default();
            for set in record.children("sanctions-set") {
                self.programs.insert(set.attribute("ssid").unwrap_or_default(), name.clone());
            }
        }
    }
}

/// Whether the newest modification takes the party off. Of several on one day, one that does not is enough to keep it.
fn is_delisted(target: &Element) -> bool {
    let day = |element: &Element| {
        ["effective-date", "publication-date", "enactment-date"].iter().find_map(|name| element.attribute(name)).unwrap_or_default()
    };
    let newest = target.children("modification").map(day).max();
    let mut last = target.children("modification").filter(|element| Some(day(element)) == newest).peekable();
    last.peek().is_some() && last.all(|element| element.attribute("modification-type").is_some_and(|kind| kind == "de-listed"))
}

fn entry(target: &Element, known: &Known, parsed: &mut Parsed) -> Entry {
    let id = target.attribute("ssid").unwrap_or_default();
    let party = target.elements().find(|element| matches!(element.name.as_str(), "individual" | "entity" | "object"));
    let kind = match party.map(|party| (party.name.as_str(), party.attribute("object-type").unwrap_or_default())) {
        Some(("individual", _)) => PartyKind::Individual,
        Some(("entity", _)) => PartyKind::Entity,
        Some((_, kind)) if kind == "vessel" => PartyKind::Vessel,
        Some((_, kind)) if kind == "aircraft" => PartyKind::Aircraft,
        _ => PartyKind::Unstated,
    };
    let mut entry = parse::entry(id, kind);
    let sets = target.values("sanctions-set-id");
    for set in &sets {
        match known.programs.get(set) {
            Some(program) => entry.programs.push(program.clone()),
            None => parsed.note(&entry.id, format!("a sanctions set that the file does not define: {set}")),
        }
    }
    // Both nestings are documented: identities inside the party, and beside it.
    let party = party.unwrap_or(target);
    for identity in party.children("identity").chain(target.children("identity")) {
        add_identity(&mut entry, identity, known, parsed);
    }
    for (what, name) in [("Justification", "justification"), ("", "other-information"), ("Relation", "relation")] {
        for element in party.children(name).chain(target.children(name)) {
            parse::add_remark(&mut entry, what, &element.text());
        }
    }
    let dates = target.children("modification").filter_map(|change| {
        (change.attribute("modification-type")? == "listed")
            .then(|| change.attribute("effective-date").or_else(|| change.attribute("publication-date")))?
    });
    entry.listed = dates.filter_map(|date| dates::day(&date, Order::DayFirst)).max();
    entry
}

fn add_identity(entry: &mut Entry, identity: &Element, known: &Known, parsed: &mut Parsed) {
    let main = identity.attribute("main").is_some_and(|main| main == "true");
    for element in identity.elements() {
        let get = |name: &str| element.attribute(name).unwrap_or_default();
        let place = known.places.get(&get("place-id")).cloned().unwrap_or_default();
        match element.name.as_str() {
            "name" => add_name(entry, element, main),
            "day-month-year" => {
                let parts =
                    ["day", "month", "year"].map(|part| Some(get(part)).filter(|part| !part.is_empty()).unwrap_or_else(|| "00".to_owned()));
                parse::add_born(entry, parsed, &parts.join("/"), Order::DayFirst);
            }
            "place-of-birth" => {
                let text = [place.0, place.1].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
                entry.birthplaces.extend(Some(text).filter(|text| !text.is_empty()));
            }
            "nationality" => {
                let country = element.child("country").and_then(|country| country.attribute("iso-code")).unwrap_or_else(|| element.text());
                parse::add_country(entry, "Nationality", &country);
            }
            "address" => {
                let parts = ["c-o", "address-details", "p-o-box", "zip-code"].map(|part| element.value(part).unwrap_or_default());
                parse::add_address(entry, &[&parts[0], &parts[1], &parts[2], &parts[3], &place.0], &place.1);
            }
            "identification-document" => {
                let issuer = element.child("issuer").and_then(|issuer| issuer.attribute("code")).or_else(|| element.value("issuer"));
                parse::add_identifier(
                    entry,
                    &get("document-type"),
                    &element.value("number").unwrap_or_default(),
                    &issuer.unwrap_or_default(),
                );
                parse::add_remark(entry, "Document", &element.value("remark").unwrap_or_default());
            }
            other => {
                parsed.note(&entry.id, format!("an element that this parser does not know: {other}"));
                parse::add_remark(entry, other, &element.text());
            }
        }
    }
}

/// The name in its main spelling, and one more for each script and place among the variants.
fn add_name(entry: &mut Entry, name: &Element, main: bool) {
    let kind = match (name.attribute("name-type").unwrap_or_default().as_str(), name.attribute("quality").unwrap_or_default().as_str()) {
        (_, "low") => NameKind::Weak,
        ("primary-name" | "", _) if main => NameKind::Primary,
        ("formerly-known-as", _) => NameKind::Former,
        _ => NameKind::Alias,
    };
    let mut parts: Vec<&Element> = name.children("name-part").collect();
    parts.sort_by_key(|part| part.attribute("order").and_then(|order| order.parse::<u32>().ok()).unwrap_or(u32::MAX));
    let value = |part: &Element| {
        part.value("value").unwrap_or_else(|| if part.child("spelling-variant").is_none() { part.text() } else { String::new() })
    };
    parse::add_name(entry, &parts.iter().map(|part| value(part)).collect::<Vec<_>>().join(" "), kind);
    let script = |variant: &Element| variant.attribute("script").unwrap_or_default();
    let scripts: BTreeSet<String> = parts.iter().flat_map(|part| part.children("spelling-variant")).map(script).collect();
    let weak = if kind == NameKind::Weak { NameKind::Weak } else { NameKind::Alias };
    for wanted in scripts {
        let variants = |part: &Element| {
            part.children("spelling-variant").filter(|variant| script(variant) == wanted).map(Element::text).collect::<Vec<_>>()
        };
        let most = parts.iter().map(|part| variants(part).len()).max().unwrap_or(0);
        for place in 0..most {
            // A part without a variant keeps its spelling in Latin script; in another script it keeps its last variant or is left out.
            let spelled = parts.iter().map(|part| {
                let all = variants(part);
                let own = all.get(place).or(all.last()).cloned();
                own.unwrap_or_else(|| if wanted == "LATN" || wanted.is_empty() { value(part) } else { String::new() })
            });
            parse::add_name(entry, &spelled.collect::<Vec<_>>().join(" "), weak);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<swiss-sanctions-list list-type="whole-list" date="2026-09-28">
<sanctions-program ssid="20"><program-key lang="eng">Belarus</program-key><program-key lang="ger">Weissrussland</program-key>
  <sanctions-set ssid="4387" lang="eng">annexe 13</sanctions-set></sanctions-program>
<target ssid="100"><sanctions-set-id>4387</sanctions-set-id>
  <individual sex="male"><identity ssid="1" main="true">
    <name ssid="2" name-type="primary-name" quality="good"><name-part order="2" name-part-type="given-name"><value>Ivan</value></name-part>
      <name-part order="1" name-part-type="family-name"><value>Exampla</value>
      <spelling-variant lang="eng" script="LATN">Example</spelling-variant><spelling-variant lang="rus" script="CYRL">Пример</spelling-variant></name-part></name>
    <name ssid="3" name-type="alias" quality="low"><name-part order="1" name-part-type="whole-name"><value>Vanya</value></name-part></name>
    <day-month-year day="30" month="8" year="1954" calendar="Gregorian"/><day-month-year year="1955"/>
    <place-of-birth ssid="8" place-id="9"/><nationality ssid="9"><country iso-code="BY">Belarus</country></nationality>
    <address ssid="10" place-id="9"><address-details>1 High St</address-details><zip-code>123</zip-code></address>
    <identification-document ssid="11" document-type="passport"><number>P1</number><issuer code="BY">Belarus</issuer></identification-document>
  </identity><justification ssid="12">Invented.</justification></individual>
  <modification modification-type="listed" effective-date="2022-03-16"><added><target ssid="100"><individual><identity/></individual></target></added></modification>
</target>
<target ssid="101"><sanctions-set-id>4387</sanctions-set-id><entity><identity ssid="13" main="true"><name name-type="primary-name"><name-part order="1"><value>Gone Bank</value></name-part></name></identity></entity>
  <modification modification-type="de-listed" effective-date="2024-01-01"/><modification modification-type="listed" effective-date="2022-03-16"/></target>
<target ssid="102"><sanctions-set-id>1</sanctions-set-id><object object-type="vessel"><identity ssid="14" main="true"><name name-type="primary-name"><name-part order="1"><value>TANKER</value></name-part></name></identity></object>
  <modification modification-type="amended" effective-date="2024-01-01"/><modification modification-type="de-listed" effective-date="2024-01-01"/></target>
<place ssid="9"><location>Minsk</location><country iso-code="BY">Belarus</country></place>
</swiss-sanctions-list>"#;

    #[test]
    fn targets_spellings_and_places_come_together() {
        let parsed = parse(SMALL.as_bytes()).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.ledger.read, parsed.ledger.ended, parsed.entries.len()), (3, 1, 2));
        let person = &parsed.entries[0];
        let names: Vec<_> = person.names.iter().map(|name| (name.text.as_str(), name.kind)).collect();
        let expected = [
            ("Exampla Ivan", NameKind::Primary),
            ("Пример", NameKind::Alias),
            ("Example Ivan", NameKind::Alias),
            ("Vanya", NameKind::Weak),
        ];
        assert_eq!(names, expected);
        assert_eq!(person.born.iter().map(ToString::to_string).collect::<Vec<_>>(), ["1954-08-30", "1955"]);
        assert_eq!((person.birthplaces[0].as_str(), person.addresses[0].text.as_str()), ("Minsk, BY", "1 High St, 123, Minsk"));
        assert_eq!((person.programs[0].as_str(), person.listed.unwrap().to_string().as_str()), ("Belarus", "2022-03-16"));
        assert_eq!((parsed.entries[1].kind, parsed.problems.len()), (PartyKind::Vessel, 1));
    }

    #[test]
    fn a_part_of_the_list_and_a_cut_one_are_refused() {
        assert!(parse(SMALL.replace("whole-list", "delta").as_bytes()).unwrap_err().found.contains("type delta"));
        assert!(parse(SMALL.rsplit_once("<place").unwrap().0.as_bytes()).unwrap_err().found.contains("cut off"));
    }
}
