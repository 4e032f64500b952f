//! Canada, Global Affairs: the Consolidated Canadian Autonomous Sanctions List (SEMA, JVCFOR), as XML.
//!
//! `data-set/record` with `Country` (bilingual, `Russia / Russie`), `Entity` or `LastName` and `GivenName`, `Title`, `DateOfBirth`, `Aliases`,
//! `Schedule`, `Item`. There is no number: country, schedule and item together are the id, and they move when a schedule is amended.
//! `Aliases` is a list with commas, and company names have commas of their own: it is split at `;`, and at `, ` unless what follows is a legal form.

use crate::parse::xml::{Element, Shape};
use crate::parse::{self, Parsed, SourceError, dates::Order};
use redzone_index::{Entry, NameKind, PartyKind};

const WHAT: &str = "the Canadian autonomous sanctions list (XML, root data-set)";
const SHAPE: Shape<'_> = Shape { what: WHAT, roots: &["data-set"], records: &["record"] };
const KNOWN: &[&str] = &[
    "Country",
    "Entity",
    "EntityOrShip",
    "LastName",
    "GivenName",
    "Title",
    "TitleOrShip",
    "DateOfBirth",
    "DateOfBirthOrShipBuildDate",
    "Aliases",
    "Schedule",
    "Item",
    "DateOfListing",
    "ShipIMONumber",
];

/// Reads `sema-lmes.xml`. The form of 2020 has no date inside; later ones have a listing date for each record.
///
/// # Errors
/// What is no such file: see [`crate::parse::xml::read`].
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let (mut parsed, _) = parse::records(bytes, SHAPE, KNOWN, entry)?;
    // The newest listing is the least that the list is of.
    parsed.stated.as_of = parsed.entries.iter().filter_map(|entry| entry.listed).max();
    Ok(parsed)
}

fn entry(record: &Element, parsed: &mut Parsed) -> Entry {
    let value = |names: &[&str]| names.iter().find_map(|name| record.value(name)).unwrap_or_default();
    let (country, schedule, item) = (value(&["Country"]), value(&["Schedule"]), value(&["Item"]));
    let (given, last, whole) = (value(&["GivenName"]), value(&["LastName"]), value(&["Entity", "EntityOrShip"]));
    let ship = value(&["ShipIMONumber"]);
    let kind = match () {
        () if !ship.is_empty() => PartyKind::Vessel,
        () if whole.is_empty() => PartyKind::Individual,
        () => PartyKind::Entity,
    };
    let regime = country.split('/').next().unwrap_or_default().trim().to_owned();
    let mut entry = parse::entry(format!("{regime}, {}, {item}", if schedule.is_empty() { "no schedule" } else { &schedule }), kind);
    parse::add_name(&mut entry, &whole, NameKind::Primary);
    parse::add_name(&mut entry, &format!("{given} {last}"), NameKind::Primary);
    split_aliases(&value(&["Aliases"])).iter().for_each(|alias| parse::add_name(&mut entry, alias, NameKind::Alias));
    let born = value(&["DateOfBirth", "DateOfBirthOrShipBuildDate"]);
    if kind == PartyKind::Vessel {
        parse::add_remark(&mut entry, "Built", &born);
    } else {
        parse::add_births(&mut entry, parsed, &born, Order::DayFirst);
    }
    entry.title = Some(value(&["Title", "TitleOrShip"])).filter(|title| !title.is_empty());
    parse::add_identifier(&mut entry, "IMO", &ship, "");
    entry.programs.extend(Some(regime).filter(|regime| !regime.is_empty()));
    entry.listed = parse::day(&mut entry, parsed, "Date of listing", &value(&["DateOfListing"]), Order::DayFirst);
    let cited = [("Schedule", schedule), ("Item", item)]
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name} {value}"))
        .collect::<Vec<_>>();
    entry.citations.push(cited.join(", "));
    entry
}

/// Splits at `;` and at `, ` unless a legal form follows: `Air Bagan Holdings Pte. Ltd., Air Bagan Limited` is two, `HESA Co., Ltd.` one.
fn split_aliases(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in text.split(';').flat_map(|part| part.split(", ").enumerate().map(|(place, piece)| (place, piece.trim()))) {
        match (piece, names.last_mut()) {
            ((place, piece), Some(last)) if place > 0 && is_legal_form(piece) => {
                last.push_str(", ");
                last.push_str(piece);
            }
            ((_, piece), _) if !piece.is_empty() => names.push(piece.to_owned()),
            _ => {}
        }
    }
    names
}

/// Whether a piece of text behind a comma only ends the company name before it.
pub(crate) fn is_legal_form(piece: &str) -> bool {
    const FORMS: &[&str] = &[
        "ab",
        "ag",
        "aktiengesellschaft",
        "as",
        "a.s",
        "a.ş",
        "bhd",
        "b.v",
        "bv",
        "bvba",
        "cjsc",
        "co",
        "company",
        "corp",
        "corporation",
        "cv",
        "d.o.o",
        "doo",
        "fz",
        "fze",
        "fzc",
        "fzco",
        "fz-llc",
        "fz llc",
        "gmbh",
        "inc",
        "incorporated",
        "jr",
        "jsc",
        "k.k",
        "kg",
        "lda",
        "limited",
        "llc",
        "l.l.c",
        "llp",
        "l.l.p",
        "lp",
        "l.p",
        "ltd",
        "ltda",
        "n.v",
        "nv",
        "oao",
        "ohg",
        "ojsc",
        "ooo",
        "oy",
        "p.l.c",
        "pao",
        "pjsc",
        "plc",
        "pte",
        "pty",
        "pvt",
        "s.a",
        "s.a.l",
        "s.a.r.l",
        "s.a.s",
        "s.l",
        "s.p.a",
        "s.r.l",
        "s.r.o",
        "sa",
        "sae",
        "sal",
        "sarl",
        "sas",
        "sdn",
        "sdn. bhd",
        "sl",
        "spa",
        "sr",
        "srl",
        "s.de r.l",
        "ii",
        "iii",
        "iv",
        "w.l.l",
        "wll",
        "zao",
        "co. ltd",
        "co. limited",
        "pte. ltd",
        "pvt. ltd",
        "pty ltd",
        "pty. ltd",
        "ltd. şti",
        "şti",
    ];
    let bare = piece.trim().trim_end_matches('.').to_lowercase();
    FORMS.contains(&bare.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::staged;

    #[test]
    fn people_and_companies_of_a_schedule() {
        let text = "<data-set><record><Country>Russia / Russie</Country><LastName>EXAMPLE</LastName><GivenName>Ivan</GivenName><DateOfBirth>1955-01-02 or 1956-03-04</DateOfBirth>\
            <Aliases>Vanya, Example Co., Ltd.; Other</Aliases><Schedule>1, Part 2</Schedule><Item>7</Item></record>\
            <record><Country>Iran</Country><Entity>Example Oil</Entity><Item>7</Item></record>\
            <record><Country>Iran</Country><Entity>Second Oil</Entity><Item>7</Item></record></data-set>";
        let parsed = parse(text.as_bytes()).unwrap();
        assert!(parsed.reconciles());
        assert_eq!((parsed.entries.len(), parsed.ledger.refused), (2, 1));
        let person = &parsed.entries[0];
        assert_eq!((person.id.as_str(), person.kind), ("Russia, 1, Part 2, 7", PartyKind::Individual));
        assert_eq!(
            person.names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>(),
            ["Ivan EXAMPLE", "Vanya", "Example Co., Ltd.", "Other"]
        );
        assert_eq!(person.born.iter().map(ToString::to_string).collect::<Vec<_>>(), ["1955-01-02", "1956-03-04"]);
        assert!(parsed.problems[0].what.contains("Second Oil"), "{:?}", parsed.problems);
    }

    #[test]
    fn the_staged_list_reconciles() {
        let Some(bytes) = staged("ca/2020-04/sema-lmes.xml") else { return };
        let parsed = parse(&bytes).unwrap();
        assert!(parsed.reconciles());
        println!("{:?}", parsed.problems);
        assert_eq!((parsed.ledger.read, parsed.entries.len()), (1369, 1369));
        // 384 records name an Entity and no person.
        assert_eq!(parsed.entries.iter().filter(|entry| entry.kind == PartyKind::Entity).count(), 384);
    }
}
