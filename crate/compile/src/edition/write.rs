//! Writing an edition.

use super::escape::escape;
use super::fields::{NAMES, NO_COUNTRY, PARTIES};
use super::{Counts, Edition, FORM, Header};
use redzone_index::{Change, Country, Entry};

/// The edition as text. Same edition, same bytes.
pub fn write(edition: &Edition) -> String {
    let mut text = String::new();
    write_header(&mut text, &edition.header, Counts::of(&edition.entries));
    for entry in &edition.entries {
        text.push('\n');
        write_entry(&mut text, entry);
    }
    text
}

fn line(text: &mut String, field: &str, value: &str) {
    text.push_str(field);
    text.push(':');
    if !value.is_empty() {
        text.push(' ');
        text.push_str(&escape(value));
    }
    text.push('\n');
}

fn write_header(text: &mut String, header: &Header, counts: Counts) {
    line(text, "Edition", &header.list);
    line(text, "Form", &FORM.to_string());
    line(text, "Title", &header.title);
    line(text, "Publisher", &header.publisher);
    line(text, "Authority", &header.authority);
    line(text, "As-Of", &header.as_of.to_string());
    if !header.notice.is_empty() {
        line(text, "Notice", &header.notice);
    }
    for provenance in &header.provenance {
        line(text, "Provenance", &format!("{} = {}", provenance.fields, provenance.source));
    }
    for source in &header.sources {
        line(text, "Source", &format!("{} {}", source.digest, source.form));
    }
    if let Some(Change { since, added, delisted, renamed, changed }) = header.change {
        line(text, "Change", &format!("{since} {added} added, {delisted} delisted, {renamed} renamed, {changed} changed"));
    }
    for waiver in &header.waivers {
        line(text, "Waiver", waiver);
    }
    line(text, "Counts", &counts.to_string());
    line(text, "Rows", &rows(header));
}

/// The ledger of an edition in words. What is nought is not said, but for the dropped rows.
fn rows(header: &Header) -> String {
    let some = |count: usize, word: &str| if count > 0 { format!("{count} {word}, ") } else { String::new() };
    let (joined, ended) = (some(header.joined_rows, "joined"), some(header.ended_rows, "ended"));
    format!("{} in the source, {joined}{ended}{} dropped, {} problems named", header.source_rows, header.dropped_rows, header.problems)
}

/// One entry as it stands in an edition, without the blank line before it.
pub fn entry_text(entry: &Entry) -> String {
    let mut text = String::new();
    write_entry(&mut text, entry);
    text
}

fn write_entry(text: &mut String, entry: &Entry) {
    line(text, "Id", &entry.id);
    if let Some((_, word)) = PARTIES.iter().find(|(kind, _)| *kind == entry.kind) {
        line(text, "Kind", word);
    }
    for name in &entry.names {
        let field = NAMES.iter().find(|(kind, _)| *kind == name.kind).map_or("", |(_, field)| field);
        line(text, field, &name.text);
    }
    let lines = |text: &mut String, field: &str, values: &[String]| values.iter().for_each(|value| line(text, field, value));
    let maybe = |text: &mut String, field: &str, value: Option<&str>| value.into_iter().for_each(|value| line(text, field, value));
    lines(text, "Program", &entry.programs);
    lines(text, "Citation", &entry.citations);
    maybe(text, "License", entry.license_requirement.as_deref());
    maybe(text, "Policy", entry.license_policy.as_deref());
    for address in &entry.addresses {
        line(text, "Address", &with_country(address.country, &address.text));
    }
    if !entry.born.is_empty() {
        line(text, "Born", &joined(&entry.born));
    }
    lines(text, "Birthplace", &entry.birthplaces);
    if !entry.countries.is_empty() {
        line(text, "Country", &joined(&entry.countries));
    }
    for number in &entry.identifiers {
        // The first ": " parts kind and value, so a kind must not hold one.
        let kind = escape(&number.kind).replace(": ", ":\\s");
        text.push_str("Number: ");
        text.push_str(&with_country(number.country, &format!("{kind}: {}", escape(&number.value))));
        text.push('\n');
    }
    maybe(text, "Title", entry.title.as_deref());
    if let Some(vessel) = &entry.vessel {
        line(text, "Vessel", &vessel.vessel_type);
        let said = |value: &'_ String| (!value.is_empty()).then(|| value.clone());
        maybe(text, "Call-Sign", said(&vessel.call_sign).as_deref());
        maybe(text, "Tonnage", said(&vessel.tonnage).as_deref());
        maybe(text, "Gross-Tonnage", said(&vessel.gross_registered_tonnage).as_deref());
        maybe(text, "Flag", said(&vessel.flag).as_deref());
        maybe(text, "Owner", said(&vessel.owner).as_deref());
    }
    maybe(text, "Listed", entry.listed.map(|date| date.to_string()).as_deref());
    maybe(text, "Ends", entry.ends.map(|date| date.to_string()).as_deref());
    lines(text, "Remark", &entry.remarks);
}

fn with_country(country: Option<Country>, rest: &str) -> String {
    let code = country.as_ref().map_or(NO_COUNTRY, Country::as_str);
    if rest.is_empty() { code.to_owned() } else { format!("{code} {rest}") }
}

fn joined<T: ToString>(values: &[T]) -> String {
    values.iter().map(T::to_string).collect::<Vec<String>>().join(" ")
}
