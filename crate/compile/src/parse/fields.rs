//! What parsers add to an entry: names, places, dates, numbers, remarks, each with its blanks and repeats dealt with.

use super::{Parsed, dates, one_line, values};
use redzone_index::{Address, Country, Date, Entry, Identifier, ListedName, NameKind, PartyKind};

/// An entry with nothing but what every entry has.
pub(crate) fn entry(id: impl Into<String>, kind: PartyKind) -> Entry {
    Entry { id: id.into(), kind, ..Entry::default() }
}

/// Adds a name, unless it is blank.
pub(crate) fn add_name(entry: &mut Entry, text: &str, kind: NameKind) {
    let text = one_line(text);
    if !text.is_empty() {
        entry.names.push(ListedName { text, kind });
    }
}

/// Adds an address of parts, unless all are blank. The country is looked up from its printed name; one that can't be is kept in the text.
pub(crate) fn add_address(entry: &mut Entry, parts: &[&str], country: &str) {
    let mut text: Vec<String> = parts.iter().map(|part| one_line(part)).filter(|part| !part.is_empty()).collect();
    let code = place(country);
    if code.is_none() && !one_line(country).is_empty() {
        text.push(one_line(country));
    }
    if code.is_some() || !text.is_empty() {
        entry.addresses.push(Address { text: text.join(", "), country: code });
    }
}

/// Adds a nationality or the like; one whose country is not certain is kept as a remark.
pub(crate) fn add_country(entry: &mut Entry, what: &str, name: &str) {
    let name = one_line(name);
    match place(&name) {
        Some(country) => entry.countries.push(country),
        None if name.is_empty() => {}
        None => entry.remarks.push(format!("{what}: {name}")),
    }
}

/// Adds a birth date; one in a shape that is not known is kept as a remark and said.
pub(crate) fn add_born(entry: &mut Entry, parsed: &mut Parsed, text: &str, order: dates::Order) {
    let text = one_line(text);
    match dates::span(&text, order) {
        Some(span) => entry.born.push(span),
        None if matches!(text.to_lowercase().as_str(), "" | "na" | "n/a" | "unknown" | "not known" | "not available") => {}
        None => {
            let remark = format!("Date of birth: {text}");
            if !entry.remarks.contains(&remark) {
                parsed.note(&entry.id, format!("a birth date that can't be read: {text}"));
                entry.remarks.push(remark);
            }
        }
    }
}

/// Adds the birth dates of a cell that may hold several: numbered, or parted by `;`, `,`, `>>` or `or`. What stands in brackets behind a date
/// (`from false passport`) is kept as a remark with the date.
pub(crate) fn add_births(entry: &mut Entry, parsed: &mut Parsed, cell: &str, order: dates::Order) {
    for value in values::numbered(&one_line(cell)) {
        if dates::span(value, order).is_some() {
            add_born(entry, parsed, value, order);
            continue;
        }
        let pieces = value.split([';', ',']).flat_map(|piece| piece.split(">>")).flat_map(|piece| piece.split(" or "));
        let lower = |piece: &str| piece.trim().trim_start_matches("alt DOB:").trim().to_owned();
        let mut remark = false;
        for piece in pieces.map(lower).filter(|piece| !piece.is_empty()) {
            let bare = piece.split_once('(').map_or(piece.as_str(), |(before, _)| before.trim());
            remark |= bare != piece;
            if dates::span(bare, order).is_some() {
                add_born(entry, parsed, bare, order);
            } else {
                remark = false;
                add_born(entry, parsed, value, order);
                break;
            }
        }
        if remark {
            add_remark(entry, "Date of birth", value);
        }
    }
}

/// The day of a listing; one that can't be read is said and kept as a remark.
pub(crate) fn day(entry: &mut Entry, parsed: &mut Parsed, what: &str, text: &str, order: dates::Order) -> Option<Date> {
    let day = dates::day(text, order);
    if day.is_none() && !text.is_empty() {
        let remark = format!("{what}: {text}");
        if !entry.remarks.contains(&remark) {
            parsed.note(&entry.id, format!("a date that can't be read, {remark}"));
            entry.remarks.push(remark);
        }
    }
    day
}

/// Adds an identifier, unless the number is blank.
pub(crate) fn add_identifier(entry: &mut Entry, kind: &str, value: &str, country: &str) {
    let (kind, value) = (one_line(kind), one_line(value));
    if !value.is_empty() {
        entry.identifiers.push(Identifier { kind, value, country: place(country) });
    }
}

/// Adds a remark, unless it is blank.
pub(crate) fn add_remark(entry: &mut Entry, what: &str, text: &str) {
    let text = one_line(text);
    if !text.is_empty() {
        entry.remarks.push(if what.is_empty() { text } else { format!("{what}: {text}") });
    }
}

/// The country of a printed name, `as of 2016` and the like in brackets behind it left away.
pub(crate) fn place(name: &str) -> Option<Country> {
    let name = one_line(name);
    let bare = name.split_once('(').map_or(name.as_str(), |(before, _)| before.trim());
    // `中国 China`: a bilingual column.
    let latin = one_line(&name.replace(|c: char| !c.is_ascii(), " "));
    crate::places::country(&name).or_else(|| crate::places::country(bare)).or_else(|| crate::places::country(&latin))
}

/// One primary name, in front; no name, address, date, country, identifier or remark twice.
pub(super) fn tidy(entry: &mut Entry) {
    if let Some(first) = entry.names.iter().position(|name| name.kind == NameKind::Primary) {
        let primary = entry.names.remove(first);
        entry.names.insert(0, primary);
    }
    for (place, name) in entry.names.iter_mut().enumerate() {
        match (place, name.kind) {
            (0, _) => name.kind = NameKind::Primary,
            (_, NameKind::Primary) => name.kind = NameKind::Alias,
            _ => {}
        }
    }
    once(&mut entry.names, |a, b| a.text == b.text);
    once(&mut entry.addresses, |a, b| a == b);
    once(&mut entry.born, |a, b| a == b);
    once(&mut entry.birthplaces, |a, b| a == b);
    once(&mut entry.countries, |a, b| a == b);
    once(&mut entry.identifiers, |a, b| a == b);
    once(&mut entry.programs, |a, b| a == b);
    once(&mut entry.citations, |a, b| a == b);
    once(&mut entry.remarks, |a, b| a == b);
}

/// Keeps the first of equals, in order.
fn once<T: Clone>(all: &mut Vec<T>, same: impl Fn(&T, &T) -> bool) {
    let mut kept: Vec<T> = Vec::with_capacity(all.len());
    for one in all.drain(..) {
        if !kept.iter().any(|other| same(other, &one)) {
            kept.push(one);
        }
    }
    *all = kept;
}
