//! US Commerce, Bureau of Industry and Security: the lists that are law text, from the eCFR's XML of 15 CFR part 744.
//!
//! * [`entity_list`]: supplement no. 4. Country, entity, license requirement, license review policy, Federal Register citation; footnotes by
//!   number. Since 2024-06-18 it also lists addresses (`Address 01, ...`): whoever is there needs a license, whatever the name.
//! * [`intelligence`]: section 744.22, the military-intelligence end users that the law names itself.
//! * [`unverified`]: supplement no. 6. [`military_end_users`]: supplement no. 7.
//!
//! A supplement is a `DIV9` with a table. The country stands in the first row of its block only. Names, aliases and addresses share one cell of
//! running text, see [`cell`]. There is no number: country and name are the id. The text says no date: the day is part of the address that
//! it was fetched from. Built from documented examples; no live file was met.

use crate::parse::xml::{self, Element, Shape};
use crate::parse::{self, Parsed, SourceError, dates::Order, utf8};
use redzone_index::{Entry, NameKind, PartyKind};
use std::collections::{BTreeMap, BTreeSet};

pub mod cell;
pub mod intelligence;

const ROOTS: &[&str] = &["ECFR", "DIV1", "DIV3", "DIV4", "DIV5", "DIV9"];

/// Reads supplement no. 4, the Entity List.
///
/// # Errors
/// What is no eCFR XML: see [`xml::read`]; no such supplement; a table with other columns.
pub fn entity_list(bytes: &[u8]) -> Result<Parsed, SourceError> {
    supplement(bytes, 4, "the Entity List (eCFR XML of 15 CFR part 744, supplement no. 4)", &["country", "entity", "license requirement"])
}

/// Reads supplement no. 6, the Unverified List.
///
/// # Errors
/// As [`entity_list`].
pub fn unverified(bytes: &[u8]) -> Result<Parsed, SourceError> {
    supplement(bytes, 6, "the Unverified List (eCFR XML of 15 CFR part 744, supplement no. 6)", &["country"])
}

/// Reads supplement no. 7, the Military End-User List.
///
/// # Errors
/// As [`entity_list`].
pub fn military_end_users(bytes: &[u8]) -> Result<Parsed, SourceError> {
    supplement(bytes, 7, "the Military End-User List (eCFR XML of 15 CFR part 744, supplement no. 7)", &["country"])
}

fn supplement(bytes: &[u8], number: u32, what: &str, columns: &[&str]) -> Result<Parsed, SourceError> {
    let wanted = format!("Supplement No. {number} to Part 744");
    let mut found = None;
    xml::read(utf8(bytes, what)?, Shape { what, roots: ROOTS, records: &["DIV9"] }, |division| {
        if division.attribute("N").is_some_and(|name| name.eq_ignore_ascii_case(&wanted)) {
            found = Some(division);
        }
        Ok(())
    })?;
    let refuse = |found: String| {
        SourceError::new(
            what,
            &found,
            "fetch part 744 of title 15 from ecfr.gov; if the layout has changed, this program must learn it first",
        )
    };
    let division = found.ok_or_else(|| refuse(format!("no {wanted}")))?;
    let mut parsed = Parsed::default();
    let footnotes = footnotes(&division);
    let (mut ids, mut country, mut header) = (BTreeSet::new(), String::new(), Vec::new());
    for row in division.inside("TR") {
        let heads: Vec<String> = row.inside("TH").into_iter().map(|cell| cell.text().to_lowercase()).collect();
        let cells: Vec<Cell> = row.inside("TD").into_iter().map(Cell::new).collect();
        if !heads.is_empty() && cells.is_empty() {
            header = heads;
            continue;
        }
        if header.is_empty() {
            return Err(refuse("a table row before any header".into()));
        }
        // A block's country may be spanned: its later rows are then one cell shorter.
        let spanned = cells.len() + 1 == header.len();
        let cell =
            |column: usize| column.checked_sub(usize::from(spanned)).and_then(|column| cells.get(column)).cloned().unwrap_or_default();
        if !spanned && !cell(0).text.is_empty() {
            country = parse::one_line(&cell(0).text);
        }
        if (1..header.len()).all(|column| cell(column).text.is_empty()) {
            continue;
        }
        parsed.ledger.read += 1;
        add_row(&country, &header, &cell, &footnotes, &mut ids, &mut parsed);
    }
    if !columns.iter().all(|column| header.iter().any(|head| head.contains(column))) {
        return Err(refuse(format!("a table with the columns {}", header.join(" | "))));
    }
    if parsed.entries.is_empty() {
        return Err(refuse("a table without rows".into()));
    }
    Ok(parsed)
}

fn add_row(
    country: &str,
    header: &[String],
    cell: &impl Fn(usize) -> Cell,
    footnotes: &BTreeMap<String, String>,
    ids: &mut BTreeSet<String>,
    parsed: &mut Parsed,
) {
    let column =
        |words: &[&str]| (1..header.len()).find(|&at| words.iter().any(|word| header[at].contains(word))).map(cell).unwrap_or_default();
    let party = cell::read(&column(&["entity", "person", "name"]).text);
    let mut entry = parse::entry(party.id(country), if party.names.is_empty() { PartyKind::Address } else { PartyKind::Unstated });
    for (place, (name, kind)) in party.names.iter().enumerate() {
        parse::add_name(&mut entry, name, if place == 0 { NameKind::Primary } else { *kind });
    }
    // A listed address is called by its number, as in the consolidated list: one without any name could not be asked for.
    if let Some(number) = party.remarks.first().filter(|_| party.names.is_empty()) {
        parse::add_name(&mut entry, number, NameKind::Primary);
    }
    for address in &party.addresses {
        let said = address.rsplit(',').next().map(|last| last.trim_end_matches('.')).unwrap_or_default();
        let code = parse::place(said).or_else(|| parse::place(country));
        entry.addresses.push(redzone_index::Address { text: address.clone(), country: code });
    }
    if entry.addresses.is_empty() {
        parse::add_address(&mut entry, &[], country);
    }
    parse::add_remark(&mut entry, "Listed under", country);
    party.remarks.iter().for_each(|remark| parse::add_remark(&mut entry, "", remark));
    let (requirement, policy, citation) =
        (column(&["license requirement"]), column(&["policy"]), column(&["federal register", "citation"]));
    let said = |text: &str| Some(parse::one_line(text)).filter(|text| !text.is_empty());
    entry.license_requirement = said(&requirement.text);
    entry.license_policy = said(&policy.text);
    entry.citations = citation.text.split(';').filter_map(|one| said(one.trim().trim_end_matches('.'))).collect();
    // `84 FR 22963, 5/21/19`: the first citation is the listing.
    let date = entry.citations.first().and_then(|first| first.rsplit(',').next()).unwrap_or_default().trim().to_owned();
    entry.listed = crate::parse::dates::day(&four_digit_year(&date), Order::MonthFirst);
    for mark in requirement.marks.iter().chain(&policy.marks) {
        match footnotes.get(mark) {
            Some(note) => parse::add_remark(&mut entry, &format!("Footnote {mark}"), note),
            None => parsed.note(&entry.id, format!("a footnote that the supplement does not print: {mark}")),
        }
    }
    if entry.license_requirement.is_some() {
        let mut odd = Vec::new();
        crate::us::entity_list::tag(&mut entry, &mut odd);
        odd.iter().for_each(|problem| parsed.note(&entry.id, format!("{}: {}", problem.group, problem.what)));
    }
    disambiguate(&mut entry, ids);
    parsed.push(entry, ids);
}

/// Two rows of one country and name are two entries: the second gets its first citation behind its id.
fn disambiguate(entry: &mut Entry, ids: &BTreeSet<String>) {
    if ids.contains(&entry.id) {
        let citation = entry.citations.first().cloned().unwrap_or_default();
        entry.id = format!("{}, {citation}", entry.id);
    }
}

/// `5/21/19` is `5/21/2019`.
fn four_digit_year(date: &str) -> String {
    match date.rsplit_once('/') {
        Some((day, year)) if year.len() == 2 => format!("{day}/20{year}"),
        _ => date.to_owned(),
    }
}

/// A table cell: its text, lines kept, and the footnote marks in it.
#[derive(Clone, Debug, Default)]
struct Cell {
    text: String,
    marks: Vec<String>,
}

impl Cell {
    fn new(element: &Element) -> Cell {
        let mut cell = Cell::default();
        cell.add(element);
        cell
    }

    fn add(&mut self, element: &Element) {
        for node in &element.content {
            match node {
                xml::Node::Text(text) => self.text.push_str(&text.replace('\n', " ")),
                xml::Node::Element(inner) if matches!(inner.name.as_str(), "SU" | "sup" | "SUP") => {
                    let mark = inner.text();
                    self.text.push_str(&format!(" [footnote {mark}]"));
                    self.marks.push(mark);
                }
                xml::Node::Element(inner) if matches!(inner.name.to_lowercase().as_str(), "br") => self.text.push('\n'),
                xml::Node::Element(inner) => {
                    self.add(inner);
                    if matches!(inner.name.as_str(), "P" | "p") {
                        self.text.push('\n');
                    }
                }
            }
        }
    }
}

/// The footnotes of a supplement: paragraphs that begin with a raised number.
fn footnotes(division: &Element) -> BTreeMap<String, String> {
    let paragraphs = ["FTNT", "P", "FP", "TNOTE", "TD"].into_iter().flat_map(|name| division.inside(name));
    let begins = paragraphs.filter_map(|paragraph| {
        let inner = if paragraph.name == "FTNT" { paragraph.child("P").unwrap_or(paragraph) } else { paragraph };
        let first = inner.elements().next().filter(|first| matches!(first.name.as_str(), "SU" | "sup" | "SUP"))?;
        let (mark, text) = (first.text(), inner.text());
        Some((mark.clone(), text.strip_prefix(&mark)?.trim().to_owned()))
    });
    begins.filter(|(_, text)| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests;
