//! 15 CFR 744.22(f)(2): military-intelligence end users that the law names itself, country by country.
//!
//! `(i) Belarus. Main Intelligence Directorate of the General Staff ... (ii) Burma. ...`, a paragraph each or all in one. The names are examples
//! ("include, but are not limited to"), so no hit here says nothing about others. Built from the printed law; no live file was met.

use super::ROOTS;
use crate::parse::xml::{self, Shape};
use crate::parse::{self, Parsed, SourceError, utf8};
use redzone_index::{NameKind, PartyKind};
use std::collections::BTreeSet;

const WHAT: &str = "military-intelligence end users (eCFR XML of 15 CFR 744.22)";
/// The marks of the items, in their order; the law has nine.
const MARKS: [&str; 15] =
    ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)", "(ix)", "(x)", "(xi)", "(xii)", "(xiii)", "(xiv)", "(xv)"];

/// Reads the names in paragraph (f)(2) of section 744.22.
///
/// # Errors
/// What is no eCFR XML: see [`xml::read`]; no such section; no names in it.
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let mut text = None;
    xml::read(utf8(bytes, WHAT)?, Shape { what: WHAT, roots: ROOTS, records: &["DIV8"] }, |section| {
        if section.attribute("N").is_some_and(|name| name.ends_with("744.22")) {
            text = Some(section.values("P").join("\n"));
        }
        Ok(())
    })?;
    let refuse = |found: &str| {
        SourceError::new(WHAT, found, "fetch part 744 of title 15 from ecfr.gov; if the law has changed, this program must learn it first")
    };
    let text = text.ok_or_else(|| refuse("no Supplement or section 744.22"))?;
    let list = text.split_once("the following:").map(|(_, list)| list).ok_or_else(|| refuse("a section that names nobody"))?;
    let (mut parsed, mut ids) = (Parsed::default(), BTreeSet::new());
    for item in items(list) {
        parsed.ledger.read += 1;
        // `China, People's Republic of. Intelligence Bureau ...`
        let Some((country, names)) = item.split_once(". ").filter(|(country, _)| parse::place(country).is_some()) else {
            parsed.refuse("744.22(f)(2)", format!("an item without a country: {item}"));
            continue;
        };
        let (first, rest) = (names.split(" and ").next().unwrap_or_default(), names.split(" and ").skip(1));
        for (place, name) in std::iter::once(first).chain(rest).enumerate() {
            let name = name.trim().trim_start_matches("the ").trim_end_matches('.');
            let mut entry = parse::entry(format!("{country}, {name}"), PartyKind::Entity);
            add_names(&mut entry, name);
            parse::add_address(&mut entry, &[], country);
            entry.citations.push("15 CFR 744.22(f)(2)".to_owned());
            parsed.ledger.read += usize::from(place > 0);
            parsed.push(entry, &mut ids);
        }
    }
    if parsed.entries.is_empty() {
        return Err(refuse("a section that names nobody"));
    }
    Ok(parsed)
}

/// The items behind their marks, each mark in its turn.
fn items(list: &str) -> Vec<String> {
    let (mut items, mut rest) = (Vec::new(), list);
    for (place, mark) in MARKS.iter().enumerate() {
        let Some((_, behind)) = rest.split_once(mark) else { break };
        let end = MARKS.get(place + 1).and_then(|next| behind.find(next)).unwrap_or_else(|| behind.find('\n').unwrap_or(behind.len()));
        items.push(parse::one_line(&behind[..end]));
        rest = &behind[end..];
    }
    items
}

/// `Reconnaissance General Bureau (RGB)`: the name, and what stands in brackets as another.
fn add_names(entry: &mut redzone_index::Entry, printed: &str) {
    let (name, inside) = printed.split_once('(').map_or((printed, ""), |(name, inside)| (name, inside.trim_end_matches(')')));
    parse::add_name(entry, name, NameKind::Primary);
    parse::add_name(entry, inside, NameKind::Alias);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_names_them_country_by_country() {
        let law = "<DIV5 N='744'><DIV8 N='§ 744.22' TYPE='SECTION'><HEAD>§ 744.22</HEAD><P>(f) Definitions.</P>\
            <P>(2) An end user means an intelligence organization. End users include, but are not limited to, the following:</P>\
            <P>(i) <I>Belarus.</I> Example Directorate of the General Staff.</P>\
            <P>(ii) <I>Burma.</I> Office of Example Affairs (OEA) and the Directorate of Examples.</P>\
            <P>(iii) <I>China, People's Republic of.</I> Example Bureau (EB).</P><P>(iv) <I>Nowhere.</I> Nobody.</P>\
            <P>(g) Other.</P></DIV8></DIV5>";
        let parsed = parse(law.as_bytes()).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.ledger.read, parsed.ledger.refused), (5, 1));
        let found: Vec<String> = parsed
            .entries
            .iter()
            .map(|entry| {
                format!(
                    "{} {}",
                    entry.addresses[0].country.unwrap(),
                    entry.names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join("|")
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                "BY Example Directorate of the General Staff",
                "MM Office of Example Affairs|OEA",
                "MM Directorate of Examples",
                "CN Example Bureau|EB"
            ]
        );
        assert!(parse(law.replace("744.22", "744.21").as_bytes()).unwrap_err().found.contains("no Supplement"));
        assert!(parse(law.replace("the following", "some").as_bytes()).is_err());
    }
}
