//! One party of an advanced list.

use super::References;
use super::attribute;
use crate::parse::xml::Element;
use crate::parse::{self, Parsed};
use redzone_index::{Date, DateSpan, Entry, NameKind, PartyKind};
use std::collections::BTreeMap;

/// The entry of a party.
pub(super) fn entry(party: &Element, profile: &Element, references: &References, parsed: &mut Parsed) -> Entry {
    let id = attribute(profile, "ID");
    let subtype = attribute(profile, "PartySubTypeID");
    let mut entry = parse::entry(id.clone(), party_kind(&subtype, references.meaning("PartySubType", &subtype)));
    for (name, kind) in names(profile, references) {
        parse::add_name(&mut entry, &name, kind);
    }
    for identity in profile.children("Identity") {
        for [kind, number, country, said] in references.documents.get(&attribute(identity, "ID")).into_iter().flatten() {
            parse::add_identifier(&mut entry, kind, number, country);
            if !said.is_empty() && said != number {
                parse::add_remark(&mut entry, &format!("{kind} {number}"), said);
            }
        }
    }
    // Features stand in the profile; some descriptions put them beside it.
    for feature in profile.children("Feature").chain(party.children("Feature")) {
        let kind = references.meaning("FeatureType", &attribute(feature, "FeatureTypeID")).to_owned();
        let versions: Vec<&Element> = feature.children("FeatureVersion").collect();
        let versions = if versions.is_empty() { vec![feature] } else { versions };
        versions.into_iter().for_each(|version| add_feature(&mut entry, &kind, version, references, parsed));
    }
    for listing in references.entries.get(&id).into_iter().flatten() {
        entry.programs.extend(listing.programs.iter().cloned());
        entry.citations.extend(listing.basis.iter().cloned());
        entry.listed = entry.listed.or(listing.listed);
        parse::add_remark(&mut entry, "List", &listing.list);
    }
    if !references.entries.contains_key(&id) {
        parsed.note(&id, "a party without a sanctions entry");
    }
    for (kind, other) in references.relations.get(&id).into_iter().flatten() {
        let name = references.names.get(other).map_or(other.as_str(), String::as_str);
        parse::add_remark(&mut entry, kind, name);
    }
    parse::add_remark(&mut entry, "", &party.value("Comment").unwrap_or_default());
    entry
}

fn party_kind(id: &str, meaning: &str) -> PartyKind {
    match (id, meaning.to_lowercase().as_str()) {
        (_, "vessel") | ("1", "") => PartyKind::Vessel,
        (_, "aircraft") | ("2", "") => PartyKind::Aircraft,
        // `Unknown` twice: once below the party type Entity, once below Individual.
        ("3", _) | (_, "entity") => PartyKind::Entity,
        ("4", _) | (_, "individual") => PartyKind::Individual,
        _ => PartyKind::Unstated,
    }
}

/// All names of a profile in all scripts, the primary alias first. People with a last name print as in the CSV: `SURNAME, Given`.
pub(super) fn names(profile: &Element, references: &References) -> Vec<(String, NameKind)> {
    let mut names = Vec::new();
    for identity in profile.children("Identity") {
        let groups = identity.all("NamePartGroups/MasterNamePartGroup/NamePartGroup");
        let kinds: BTreeMap<String, &str> =
            groups.map(|group| (attribute(group, "ID"), references.meaning("NamePartType", &attribute(group, "NamePartTypeID")))).collect();
        for alias in identity.children("Alias") {
            let primary = attribute(alias, "Primary") == "true";
            let meaning = references.meaning("AliasType", &attribute(alias, "AliasTypeID"));
            for (place, name) in alias.children("DocumentedName").enumerate() {
                let kind = match meaning {
                    _ if primary && place == 0 => NameKind::Primary,
                    _ if attribute(alias, "LowQuality") == "true" => NameKind::Weak,
                    "F.K.A." => NameKind::Former,
                    "N.K.A." => NameKind::Now,
                    _ => NameKind::Alias,
                };
                names.push((printed(name, &kinds), kind));
            }
        }
    }
    names.retain(|(name, _)| !name.is_empty());
    names.sort_by_key(|(_, kind)| *kind != NameKind::Primary);
    names
}

fn printed(name: &Element, kinds: &BTreeMap<String, &str>) -> String {
    let (mut last, mut rest) = (Vec::new(), Vec::new());
    for part in name.all("DocumentedNamePart/NamePartValue") {
        let kind = kinds.get(&attribute(part, "NamePartGroupID")).copied().unwrap_or_default();
        if kind == "Last Name" { last.push(part.text()) } else { rest.push(part.text()) }
    }
    match (last.is_empty(), rest.is_empty()) {
        (false, false) => format!("{}, {}", last.join(" "), rest.join(" ")),
        _ => [last, rest].concat().join(" "),
    }
}

fn add_feature(entry: &mut Entry, kind: &str, version: &Element, references: &References, parsed: &mut Parsed) {
    let details = version.children("VersionDetail").map(|detail| {
        let text = detail.text();
        if text.is_empty() { references.meaning("DetailReference", &attribute(detail, "DetailReferenceID")).to_owned() } else { text }
    });
    let mut text = details.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ");
    let locations: Vec<&(Vec<String>, String)> =
        version.children("VersionLocation").filter_map(|place| references.location(&attribute(place, "LocationID"))).collect();
    let spans: Vec<DateSpan> = version.children("DatePeriod").filter_map(span_of).collect();
    let place = locations.first().map(|(parts, country)| [&parts[..], std::slice::from_ref(country)].concat());
    let place = place.unwrap_or_default().into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    if text.is_empty() && kind != "Location" {
        text = place.clone();
    }
    match kind {
        "Birthdate" if spans.is_empty() => parsed.note(&entry.id, format!("a birth date that can't be read: {text}")),
        "Birthdate" => entry.born.extend(&spans),
        "Place of Birth" => entry.birthplaces.extend(Some(text).filter(|text| !text.is_empty())),
        "Location" => {
            for (parts, country) in locations {
                let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
                parse::add_address(entry, &parts, country);
            }
        }
        "Nationality Country" | "Citizenship Country" | "Nationality of Registration" => {
            let country = locations.first().map_or(text.as_str(), |(_, country)| country);
            parse::add_country(entry, kind, country);
        }
        "Title" => super::super::uk_ofsi::add_titles(entry, &[text]),
        "Vessel Call Sign" => entry.vessel.get_or_insert_default().call_sign = text,
        "VESSEL TYPE" | "Vessel Type" => entry.vessel.get_or_insert_default().vessel_type = text,
        "Vessel Flag" => entry.vessel.get_or_insert_default().flag = text,
        "Vessel Owner" => entry.vessel.get_or_insert_default().owner = text,
        "Vessel Tonnage" => entry.vessel.get_or_insert_default().tonnage = text,
        "Vessel Gross Registered Tonnage" => entry.vessel.get_or_insert_default().gross_registered_tonnage = text,
        _ if is_number(kind) => parse::add_identifier(entry, kind, &text, ""),
        _ => {
            let dated: Vec<String> = spans.iter().map(ToString::to_string).filter(|_| text.is_empty()).collect();
            let what = if kind.is_empty() { "Feature" } else { kind };
            parse::add_remark(entry, what, &[text, dated.join(", ")].concat());
        }
    }
}

/// Features that identify.
fn is_number(kind: &str) -> bool {
    kind.starts_with("Digital Currency Address")
        || matches!(
            kind,
            "SWIFT/BIC"
                | "MMSI"
                | "BIK (RU)"
                | "D-U-N-S Number"
                | "Equity Ticker"
                | "ISIN"
                | "Email Address"
                | "Website"
                | "Phone Number"
                | "UN/LOCODE"
                | "Aircraft Construction Number (also called L/N or S/N or F/N)"
                | "Aircraft Manufacturer’s Serial Number (MSN)"
                | "Aircraft Tail Number"
                | "Aircraft Mode S Transponder Code"
                | "Other Vessel Call Sign"
                | "Vessel Registration Identification"
        )
}

/// The first to the last day of a `DatePeriod`; either end may be missing.
fn span_of(period: &Element) -> Option<DateSpan> {
    let at = |paths: [&str; 4]| paths.iter().find_map(|path| period.at(path).and_then(day_of));
    let from = at(["Start/From", "Start/To", "End/From", "End/To"])?;
    let to = at(["End/To", "End/From", "Start/To", "Start/From"])?;
    let circa = ["Start", "End"].iter().any(|end| period.child(end).is_some_and(|end| attribute(end, "Approximate") == "true"));
    (from <= to).then_some(DateSpan { from, to, circa })
}

/// The day of an element with `Year`, `Month` and `Day`.
pub(super) fn day_of(element: &Element) -> Option<Date> {
    let part = |name: &str| element.value(name).and_then(|part| part.parse::<u16>().ok());
    Date::new(part("Year")?, u8::try_from(part("Month").unwrap_or(1)).ok()?, u8::try_from(part("Day").unwrap_or(1)).ok()?)
}
