//! The overlay of trade names fits the starter lists, finds its parties, and never passes for the list's own words.

use crate::{engine, question};
use redzone_compile::{edition, overlay};
use redzone_index::{NameKind, PartyKind};
use redzone_screen::{Score, Strength};

const OVERLAY: &str = include_str!("../../lists/trade-names.toml");

fn editions() -> Vec<edition::Edition> {
    let read = |list: &str| {
        let path = format!("{}/../lists/editions/{list}.txt", env!("CARGO_MANIFEST_DIR"));
        edition::read(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    vec![read("us-el"), read("us-sdn")]
}

#[test]
fn every_name_of_the_overlay_finds_its_party_and_says_whose_it_is() {
    let sources = overlay::read(OVERLAY).unwrap();
    let mut editions = editions();
    overlay::apply(&sources, &mut editions).unwrap();
    let lists: Vec<_> = editions.iter().map(|edition| edition.entries.clone()).collect();
    let engine = engine(&lists);
    for row in sources.iter().flat_map(|source| &source.names) {
        let hits = engine.find(&question(&row.name, PartyKind::Unstated, Score::BALANCED)).hits;
        let list = editions.iter().position(|edition| edition.header.list == row.list).unwrap();
        let columns = crate::columns(&lists[list]);
        let ours = |hit: &&redzone_screen::Hit| hit.list == list && lists[list][hit.entry as usize].id == row.entry;
        let hit = hits.iter().find(ours).unwrap_or_else(|| panic!("{row:?}: {hits:?}"));
        assert_eq!(columns.name_kinds[hit.name as usize], NameKind::Ours, "{row:?}");
        assert_ne!(hit.strength, Strength::Strong, "{row:?}");
        let remarks = &lists[list][hit.entry as usize].remarks;
        assert!(remarks.iter().any(|remark| remark.starts_with("Not on the official list") && remark.contains(&row.name)), "{remarks:?}");
    }
}

#[test]
fn brands_are_found_by_what_the_lists_print() {
    let lists: Vec<_> = editions().into_iter().map(|edition| edition.entries).collect();
    let engine = engine(&lists);
    for brand in ["IEIT", "Inspur", "Hikvision", "SMIC", "YMTC", "Megvii", "SenseTime", "Huawei", "DJI", "BUAA", "Sugon", "Biren", "VNIIEF"]
    {
        let found = engine.find(&question(brand, PartyKind::Entity, Score::BALANCED));
        assert!(found.hits.iter().any(|hit| hit.list == 0), "{brand}: {:?}", found.hits);
    }
}

#[test]
fn a_row_that_does_not_fit_any_more_is_refused() {
    for (from, to) in [
        ("entry = \"b2012443ba\"", "entry = \"0000000000\""),
        ("Emirates Aero", "Emirates Alloys General Trading LLC"),
        ("listed = \"Emirates Alloys\"", "listed = \"Emirates\""),
    ] {
        assert!(OVERLAY.contains(from));
        let sources = overlay::read(&OVERLAY.replace(from, to)).unwrap();
        let why = overlay::apply(&sources, &mut editions()).unwrap_err();
        assert!(why.contains("expected the entry"), "{why}");
    }
    assert!(overlay::read(&OVERLAY.replace("2025-09-29", "29 September")).is_err());
}
