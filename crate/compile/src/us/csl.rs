//! The Consolidated Screening List of trade.gov, whatever file it comes in: rows of 29 fields, and the entries that they become.

use crate::Problem;
use crate::catalog::Catalog;
use crate::parse::dates::{self, Order};
use crate::places;
use crate::text::{made_id, names_inside, tidy};
use redzone_index::{Address, Country, Date, Entry, Identifier, ListedName, NameKind, PartyKind, Vessel};
use std::collections::BTreeMap;

/// A row, its values as printed, lists taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the file.
    pub at: String,
    /// `Entity List (EL) - Bureau of Industry and Security`.
    pub source: String,
    /// The publisher's number, for OFAC's lists.
    pub entity_number: String,
    /// `Individual`, `Entity`, `Vessel`, `Aircraft` or empty.
    pub kind: String,
    /// The primary name.
    pub name: String,
    /// Aliases.
    pub alt_names: Vec<String>,
    /// Programme tags.
    pub programs: Vec<String>,
    /// Addresses: text, and the country as printed.
    pub addresses: Vec<(String, String)>,
    /// Federal Register citation.
    pub citation: String,
    /// ISO dates.
    pub start_date: String,
    /// ISO date.
    pub end_date: String,
    /// `Y` or `N`.
    pub standard_order: String,
    /// As printed.
    pub license_requirement: String,
    /// As printed.
    pub license_policy: String,
    /// Position.
    pub title: String,
    /// Call sign, vessel type, gross tonnage, gross registered tonnage, flag, owner.
    pub vessel: [String; 6],
    /// As printed.
    pub remarks: String,
    /// Countries of citizenship and nationality, as printed.
    pub countries: Vec<String>,
    /// As printed.
    pub born: Vec<String>,
    /// As printed.
    pub birthplaces: Vec<String>,
    /// Country, number, type.
    pub ids: Vec<(String, String, String)>,
}

/// The lists of a Consolidated Screening List.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// By list id: how many rows, the entries, the problems.
    pub lists: BTreeMap<String, RowList>,
    /// Rows of sources that the catalog does not know: `(where, source)`.
    pub unknown: Vec<(String, String)>,
}

/// One of them.
#[derive(Clone, Debug, Default)]
pub struct RowList {
    /// How many rows.
    pub rows: usize,
    /// Rows that gave no entry.
    pub dropped: usize,
    /// The entries, unsorted.
    pub entries: Vec<Entry>,
    /// What was odd.
    pub problems: Vec<Problem>,
}

/// Rows to entries, by list. No row is lost: each is an entry, a dropped row among the problems, or of an unknown source.
pub fn entries(rows: &[Row], catalog: &Catalog) -> Lists {
    let mut lists = Lists::default();
    let mut by_list: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        match catalog.csl_list(&row.source) {
            Some(list) => by_list.entry(&list.id).or_default().push(row),
            None => lists.unknown.push((row.at.clone(), row.source.clone())),
        }
    }
    for (list_id, rows) in by_list {
        let ids = ids(&rows);
        let mut list = RowList { rows: rows.len(), ..RowList::default() };
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (row, id) in rows.iter().zip(ids) {
            if tidy(&row.name).is_empty() {
                list.dropped += 1;
                list.problems.push(Problem::new("rows without a name, dropped", row.at.clone(), ""));
                continue;
            }
            let before = list.problems.len();
            let mut entry = entry(row, id, &mut list.problems);
            if list_id == "us-el" {
                super::entity_list::tag(&mut entry, &mut list.problems);
            }
            // An equal row again is no second party; rows that differ under one number are left for the guard on ids.
            if seen.get(&entry.id).is_some_and(|at: &usize| list.entries[*at] == entry) {
                list.problems.truncate(before);
                list.dropped += 1;
                list.problems.push(Problem::new("rows that repeat another row word for word, dropped", entry.id, row.at.clone()));
                continue;
            }
            seen.insert(entry.id.clone(), list.entries.len());
            list.entries.push(entry);
        }
        lists.lists.insert(list_id.to_owned(), list);
    }
    lists
}

/// The publisher's number, or an id made of the name and the first citation; where two rows share that, of all citations and countries as
/// well, and where they share even these, with a number behind, in the order of the file.
fn ids(rows: &[&Row]) -> Vec<String> {
    let countries = |row: &Row| row.addresses.iter().map(|(_, country)| country.as_str()).collect::<Vec<_>>().join(" ");
    let first = |row: &Row| row.citation.split(';').next().unwrap_or_default().to_owned();
    let short = |row: &Row| if row.entity_number.is_empty() { made_id(&[&row.name, &first(row)]) } else { row.entity_number.clone() };
    let mut ids: Vec<String> = rows.iter().map(|row| short(row)).collect();
    let shared = |ids: &[String]| {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        ids.iter().for_each(|id| *count.entry(id.clone()).or_default() += 1);
        count
    };
    let count = shared(&ids);
    for (id, row) in ids.iter_mut().zip(rows) {
        if count.get(id).is_some_and(|count| *count > 1) && row.entity_number.is_empty() {
            *id = made_id(&[&row.name, &row.citation, &countries(row), &row.addresses.iter().map(|a| a.0.as_str()).collect::<String>()]);
        }
    }
    let count = shared(&ids);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (id, row) in ids.iter_mut().zip(rows) {
        if count.get(id).is_some_and(|count| *count > 1) && row.entity_number.is_empty() {
            let number = seen.entry(id.clone()).or_default();
            *number += 1;
            *id = format!("{id}-{number}");
        }
    }
    ids
}

fn entry(row: &Row, id: String, problems: &mut Vec<Problem>) -> Entry {
    let mut problem = |group, what: &str| problems.push(Problem::new(group, id.clone(), what));
    let kind = match row.kind.to_ascii_lowercase().as_str() {
        "" => PartyKind::Unstated,
        "individual" => PartyKind::Individual,
        "entity" => PartyKind::Entity,
        "vessel" => PartyKind::Vessel,
        "aircraft" => PartyKind::Aircraft,
        other => {
            problem("kinds of party that are not known, kept as unstated", other);
            PartyKind::Unstated
        }
    };
    let mut names: Vec<ListedName> = Vec::with_capacity(1 + row.alt_names.len());
    for (at, printed) in std::iter::once(&row.name).chain(&row.alt_names).enumerate() {
        let text = tidy(printed);
        if text.chars().any(char::is_control) {
            problem("names with a control character, kept as printed", &text);
        }
        if !text.chars().any(char::is_alphanumeric) {
            problem("aliases without a letter or digit, dropped", &text);
        } else if names.iter().any(|name| name.text == text) {
            problem("aliases that stand twice or repeat the primary name, kept once", &text);
        } else {
            names.push(ListedName { text, kind: if at == 0 { NameKind::Primary } else { NameKind::Alias } });
        }
    }
    for name in names.clone() {
        let inside = names_inside(&name.text);
        if !inside.is_empty() {
            problem("names that hold several names, kept as printed with the parts added", &name.text);
        }
        for (kind, text) in inside {
            if !names.iter().any(|name| name.text == text) {
                names.push(ListedName { text, kind });
            }
        }
    }
    let mut addresses = Vec::new();
    for (text, printed) in &row.addresses {
        let country = places::country(if printed.trim() == "UK" { "GB" } else { printed });
        let mut text = tidy(text);
        if country.is_none() && !printed.trim().is_empty() {
            problem("countries of addresses that are not one country, kept as text", printed);
            text = [text.as_str(), printed.trim()].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ");
        }
        let address = Address { text, country };
        if !addresses.contains(&address) && address != (Address { text: String::new(), country: None }) {
            addresses.push(address);
        }
    }
    let mut remarks: Vec<String> = row.remarks.split("; ").map(tidy).filter(|text| !text.is_empty()).collect();
    let mut countries: Vec<Country> = Vec::new();
    for printed in &row.countries {
        match places::country(printed) {
            Some(country) if !countries.contains(&country) => countries.push(country),
            Some(_) => {}
            None => remarks.push(format!("nationality {}", tidy(printed))),
        }
    }
    let mut born = Vec::new();
    for printed in &row.born {
        match dates::span(printed, Order::MonthFirst) {
            Some(span) if !born.contains(&span) => born.push(span),
            Some(_) => {}
            None => {
                problem("birth dates that can't be read, kept as a remark", printed);
                remarks.push(format!("DOB {}", tidy(printed)));
            }
        }
    }
    let mut identifiers = Vec::new();
    for (country, number, kind) in &row.ids {
        // The CSL puts statements (`Male, Gender`) among the numbers.
        if number.chars().any(|c| c.is_ascii_digit()) || matches!(kind.as_str(), "SWIFT/BIC" | "Website" | "Email Address") {
            identifiers.push(Identifier { kind: tidy(kind), value: tidy(number), country: places::country(country) });
        } else {
            remarks.push(tidy(&format!("{kind} {number}")));
        }
    }
    if row.standard_order == "N" {
        remarks.push("Not a standard order".to_owned());
    }
    let mut date = |printed: &str, group| -> Option<Date> {
        let date = dates::day(printed, Order::MonthFirst);
        let odd = date.is_some_and(|date| !(1940..=2200).contains(&date.year()));
        if !printed.is_empty() && (date.is_none() || odd) {
            problems.push(Problem::new(group, id.clone(), printed));
        }
        date.filter(|_| !odd)
    };
    let listed = date(&row.start_date, "start dates that can't be, left out");
    let ends = date(&row.end_date, "end dates that can't be, left out");
    let said = |text: &String| (!text.trim().is_empty()).then(|| tidy(text));
    let [call_sign, vessel_type, tonnage, gross_registered_tonnage, flag, owner] = row.vessel.clone().map(|text| tidy(&text));
    let has_vessel = row.vessel.iter().any(|text| !text.trim().is_empty());
    Entry {
        id,
        kind,
        names,
        programs: row.programs.iter().map(|tag| tidy(tag)).filter(|tag| !tag.is_empty()).collect(),
        citations: said(&row.citation).into_iter().collect(),
        license_requirement: said(&row.license_requirement),
        license_policy: said(&row.license_policy),
        addresses,
        born,
        birthplaces: row.birthplaces.iter().map(|place| tidy(place)).filter(|place| !place.is_empty()).collect(),
        countries,
        identifiers,
        title: said(&row.title),
        vessel: has_vessel.then_some(Vessel { call_sign, vessel_type, tonnage, gross_registered_tonnage, flag, owner }),
        remarks,
        listed,
        ends,
    }
}
