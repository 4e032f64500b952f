//! Addresses that are listed themselves: whoever is there needs a license, so the address is asked for as a name is.

use crate::{engine, question};
use redzone_index::{Address, Country, Entry, ListedName, NameKind, PartyKind};
use redzone_screen::Score;

#[test]
fn a_listed_address_is_found_by_building_street_and_unit() {
    let address = |text: &str, country: &str| Address { text: text.into(), country: Country::from_code(country) };
    let listed = |name: &str, texts: &[(&str, &str)]| Entry {
        kind: PartyKind::Address,
        names: vec![ListedName { text: name.into(), kind: NameKind::Primary }],
        addresses: texts.iter().map(|(text, country)| address(text, country)).collect(),
        ..Entry::default()
    };
    let engine = engine(&[vec![
        listed("Address 91", &[("", "CN"), ("Office 4, 16/F Quibble King Commercial Centre, 2-16 Fayuen Street, Hong Kong", "HK")]),
        listed("Address 92", &[("Zzyzx Mah. Grommash Cad. No: 17 Kat: 3, Fatih, Istanbul", "TR")]),
    ]]);
    for (asked, kind, found) in [
        ("Office 4, 16/F, Quibble King Commercial Ctr, 2-16 Fa Yuen St, Hong Kong", PartyKind::Entity, Some(0)),
        ("16/F QUIBBLE KING COMMERCIAL CENTRE 2-16 FAYUEN STREET", PartyKind::Unstated, Some(0)),
        ("Zzyzx Mahallesi, Grommash Caddesi No 17 Kat 3 Fatih Istanbul", PartyKind::Unstated, Some(1)),
        ("Grommash Cad. No:17/3 Zzyzx Mah. Fatih", PartyKind::Entity, Some(1)),
        ("Hong Kong Commercial Centre Ltd", PartyKind::Entity, None),
        ("Office 9, 3/F Silvercord Tower, 30 Canton Road, Hong Kong", PartyKind::Unstated, None),
    ] {
        let hits = engine.find(&question(asked, kind, Score::BALANCED)).hits;
        assert_eq!(hits.first().map(|hit| hit.entry), found, "{asked}: {:?}", hits.first().map(redzone_tests::quality::why));
    }
}
