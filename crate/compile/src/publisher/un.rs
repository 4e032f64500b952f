//! United Nations Security Council: the Consolidated List, as XML.
//!
//! `CONSOLIDATED_LIST[@dateGenerated]` holds `INDIVIDUALS/INDIVIDUAL` and `ENTITIES/ENTITY`. Quirks, each seen in the lists of 2024 to 2026:
//! groups that are present but empty; several names in one `ALIAS_NAME` (`Qasim Soleimani; Qasem Sulaimani`), or a name with its original
//! spelling in brackets; hard line breaks inside text; a zone behind a listing date; `GB` for Guinea-Bissau. `Low` is the UN's "low quality a.k.a.".
//! The permanent reference (`QDi.001`) is the id; it has stray blanks. Ids of withdrawn entries are not given again.

use crate::parse::xml::{Element, Shape};
use crate::parse::{self, Parsed, SourceError, dates, dates::Order};
use redzone_index::{Entry, NameKind, PartyKind};

const WHAT: &str = "the UN Security Council Consolidated List (XML, root CONSOLIDATED_LIST)";
const SHAPE: Shape<'_> = Shape { what: WHAT, roots: &["CONSOLIDATED_LIST"], records: &["INDIVIDUAL", "ENTITY"] };

/// Every element of the list's schema and what has been seen beside it.
const KNOWN: &[&str] = &[
    "ALIAS_NAME",
    "CITY",
    "CITY_OF_BIRTH",
    "CITY_OF_ISSUE",
    "COMMENTS1",
    "COUNTRY",
    "COUNTRY_OF_BIRTH",
    "COUNTRY_OF_ISSUE",
    "DATAID",
    "DATE",
    "DATE_OF_BIRTH",
    "DATE_OF_ISSUE",
    "DELISTED_ON",
    "DESIGNATION",
    "ENTITY_ADDRESS",
    "ENTITY_ALIAS",
    "FIRST_NAME",
    "FOURTH_NAME",
    "FROM_YEAR",
    "GENDER",
    "INDIVIDUAL_ADDRESS",
    "INDIVIDUAL_ALIAS",
    "INDIVIDUAL_DATE_OF_BIRTH",
    "INDIVIDUAL_DOCUMENT",
    "INDIVIDUAL_PLACE_OF_BIRTH",
    "ISSUING_COUNTRY",
    "LAST_DAY_UPDATED",
    "LISTED_ON",
    "LIST_TYPE",
    "NAME_ORIGINAL_SCRIPT",
    "NATIONALITY",
    "NATIONALITY2",
    "NOTE",
    "NUMBER",
    "QUALITY",
    "REFERENCE_NUMBER",
    "SECOND_NAME",
    "SORT_KEY",
    "SORT_KEY_LAST_MOD",
    "STATE_PROVINCE",
    "STREET",
    "SUBMITTED_BY",
    "SUBMITTED_ON",
    "THIRD_NAME",
    "TITLE",
    "TO_YEAR",
    "TYPE_OF_DATE",
    "TYPE_OF_DOCUMENT",
    "TYPE_OF_DOCUMENT2",
    "UN_LIST_TYPE",
    "VALUE",
    "VERSIONNUM",
    "YEAR",
    "ZIP_CODE",
];

/// Reads `consolidated.xml`.
///
/// # Errors
/// What is no such file: see [`crate::parse::xml::read`].
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let (mut parsed, read) = parse::records(bytes, SHAPE, KNOWN, entry)?;
    parsed.stated.as_of = read.root.attribute("dateGenerated").and_then(|date| dates::day(&date, Order::DayFirst));
    if parsed.stated.as_of.is_none() {
        return Err(SourceError::new(WHAT, "no date in dateGenerated", "take the file from scsanctions.un.org"));
    }
    Ok(parsed)
}

fn entry(record: &Element, parsed: &mut Parsed) -> Entry {
    let person = record.name == "INDIVIDUAL";
    let value = |path: &str| record.value(path).unwrap_or_default();
    let mut entry = parse::entry(value("REFERENCE_NUMBER"), if person { PartyKind::Individual } else { PartyKind::Entity });
    let parts: Vec<String> =
        ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].iter().filter_map(|part| record.value(part)).collect();
    add_names(&mut entry, &parts.join(" "), NameKind::Alias);
    add_names(&mut entry, &value("NAME_ORIGINAL_SCRIPT"), NameKind::Alias);
    for alias in record.elements().filter(|element| element.name.ends_with("_ALIAS")) {
        add_alias(&mut entry, alias, parsed);
    }
    entry.programs = match value("UN_LIST_TYPE").as_str() {
        "" => Vec::new(),
        // The UN's tag for Guinea-Bissau; everybody else reads Great Britain.
        "GB" => vec!["Guinea-Bissau".to_owned()],
        tag => vec![tag.to_owned()],
    };
    entry.listed = parse::day(&mut entry, parsed, "Listed on", &value("LISTED_ON"), Order::DayFirst);
    let all = |name: &str| record.children(name).flat_map(|list| list.values("VALUE")).collect::<Vec<_>>();
    let titles = [all("TITLE"), all("DESIGNATION")].concat();
    entry.title = (!titles.is_empty()).then(|| titles.join("; "));
    for nationality in all("NATIONALITY") {
        parse::add_country(&mut entry, "Nationality", &nationality);
    }
    for address in record.elements().filter(|element| element.name.ends_with("_ADDRESS")) {
        let part = |name: &str| address.value(name).unwrap_or_default();
        let parts = ["NOTE", "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE"].map(part);
        parse::add_address(&mut entry, &[&parts[1], &parts[2], &parts[3], &parts[4], &parts[0]], &part("COUNTRY"));
    }
    for birth in record.children("INDIVIDUAL_DATE_OF_BIRTH") {
        add_birth(&mut entry, birth, parsed);
    }
    for place in record.children("INDIVIDUAL_PLACE_OF_BIRTH") {
        let parts = ["STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE"].iter().filter_map(|name| place.value(name));
        let text = parts.collect::<Vec<_>>().join(", ");
        entry.birthplaces.extend((!text.is_empty()).then_some(text));
    }
    for document in record.children("INDIVIDUAL_DOCUMENT") {
        add_document(&mut entry, document);
    }
    parse::add_remark(&mut entry, "Gender", &value("GENDER"));
    parse::add_remark(&mut entry, "", &value("COMMENTS1"));
    parse::add_remark(&mut entry, "Amended on", &all("LAST_DAY_UPDATED").join(", "));
    parse::add_remark(&mut entry, "Delisted on", &value("DELISTED_ON"));
    parse::add_remark(&mut entry, "Submitted by", &value("SUBMITTED_BY"));
    entry
}

fn add_alias(entry: &mut Entry, alias: &Element, parsed: &mut Parsed) {
    let (name, quality) = (alias.value("ALIAS_NAME").unwrap_or_default(), alias.value("QUALITY").unwrap_or_default());
    let kind = match quality.as_str() {
        "Low" => NameKind::Weak,
        "f.k.a." => NameKind::Former,
        "Good" | "a.k.a." | "" => NameKind::Alias,
        other => {
            parsed.note(&entry.id, format!("an alias quality that is not known, taken as a good one: {other}"));
            NameKind::Alias
        }
    };
    add_names(entry, &name, kind);
    let born = alias.value("DATE_OF_BIRTH").unwrap_or_default();
    entry.born.extend(dates::span(&born, Order::DayFirst));
    let details = ["DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE"].iter().filter_map(|part| alias.value(part));
    let details = details.collect::<Vec<_>>().join(", ");
    if !details.is_empty() {
        parse::add_remark(entry, &format!("Alias {name}"), &details);
    }
}

/// Adds the names that stand in one element: several behind `;`, the original spelling in brackets; a note in brackets goes to the remarks.
fn add_names(entry: &mut Entry, text: &str, kind: NameKind) {
    for name in split_outside_brackets(text) {
        let Some((before, inside)) =
            name.strip_suffix(')').and_then(|name| name.split_once('(')).filter(|(before, _)| !before.trim().is_empty())
        else {
            let bare = name.split_once(", born ").map_or(name, |(bare, _)| bare);
            if bare != name {
                parse::add_remark(entry, "Alias", name);
            }
            parse::add_name(entry, bare, kind);
            continue;
        };
        let spelling = inside.trim_start_matches("original script:").trim();
        if is_latin(before) != is_latin(spelling) {
            parse::add_name(entry, before, kind);
            spelling.split(';').for_each(|one| parse::add_name(entry, one, kind));
        } else if inside.starts_with(char::is_lowercase) || inside == "COMBAT NAME" {
            parse::add_name(entry, before.split_once(", born ").map_or(before, |(bare, _)| bare), kind);
            parse::add_remark(entry, "Alias", name);
        } else {
            parse::add_name(entry, name, kind);
        }
    }
}

fn split_outside_brackets(text: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0_i32, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ';' if depth <= 0 => {
                parts.push(text[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[from..].trim().trim_end_matches(','));
    parts.into_iter().map(|part| part.strip_prefix("b) ").unwrap_or(part)).flat_map(|part| part.split(" b) ")).collect()
}

/// Whether most letters are Latin ones.
fn is_latin(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let latin = text.chars().filter(|&c| c.is_alphabetic() && c < '\u{250}' || matches!(c, '\u{1e00}'..='\u{1eff}')).count();
    latin * 2 >= letters
}

fn add_birth(entry: &mut Entry, birth: &Element, parsed: &mut Parsed) {
    let value = |name: &str| birth.value(name).unwrap_or_default();
    let (from, to, note) = (value("FROM_YEAR"), value("TO_YEAR"), value("NOTE"));
    let date = [value("DATE"), value("YEAR")].into_iter().find(|date| !date.is_empty());
    let circa = if value("TYPE_OF_DATE") == "APPROXIMATELY" { "circa " } else { "" };
    match date {
        Some(date) => parse::add_born(entry, parsed, &format!("{circa}{date}"), Order::DayFirst),
        None if !from.is_empty() || !to.is_empty() => parse::add_born(entry, parsed, &format!("{from} to {to}"), Order::DayFirst),
        // Seven entries give the date in the note only.
        None => entry.born.extend(dates::span(&note, Order::DayFirst)),
    }
    parse::add_remark(entry, "Date of birth", &note);
}

fn add_document(entry: &mut Entry, document: &Element) {
    let value = |name: &str| document.value(name).unwrap_or_default();
    let kinds = [value("TYPE_OF_DOCUMENT"), value("TYPE_OF_DOCUMENT2")];
    let kind = kinds.iter().filter(|kind| !kind.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let country = [value("ISSUING_COUNTRY"), value("COUNTRY_OF_ISSUE")].into_iter().find(|country| !country.is_empty()).unwrap_or_default();
    let number = value("NUMBER");
    parse::add_identifier(entry, &kind, &number, &country);
    let details = ["DATE_OF_ISSUE", "CITY_OF_ISSUE", "NOTE"].iter().filter_map(|name| document.value(name)).collect::<Vec<_>>().join(", ");
    if !details.is_empty() || (number.is_empty() && !country.is_empty()) {
        parse::add_remark(entry, &format!("{kind} {number}"), if details.is_empty() { &country } else { &details });
    }
}

#[cfg(test)]
mod tests;
