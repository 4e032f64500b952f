//! What is written is what is read.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]
mod common;

use common::*;
use proptest::prelude::*;
use redzone_index::*;

fn check(entries: &[Entry]) {
    let (files, manifest) = pack(entries);
    let list = manifest.open_list("test", &files.search).unwrap();
    let details = manifest.open_details("test", &files.detail).unwrap();
    let ordered = index_order(entries);
    assert_eq!(list.columns(), &Columns::from_entries(&ordered).unwrap());
    assert_eq!(list.identifiers(), &Identifiers::from_entries(&ordered));
    assert_eq!(details.len(), ordered.len());
    for (number, entry) in ordered.iter().enumerate() {
        assert_eq!(&details.entry(number as u32).unwrap(), entry);
        assert_eq!(details.find(&entry.id, &entry.digest().to_string()).unwrap().as_ref(), Some(entry));
        assert_eq!(details.find(&entry.id, &files.facts.detail.digest.to_string()).unwrap(), None, "the entry has changed");
    }
    assert_eq!(details.entry(ordered.len() as u32).unwrap_err().kind(), ErrorKind::Missing);
    let again = write_list(&header("test"), &entries.iter().rev().cloned().collect::<Vec<_>>()).unwrap();
    assert_eq!(again, files, "the order in which entries are given does not matter");
}

#[test]
fn every_field_comes_back() {
    check(&sample());
}

#[test]
fn a_list_without_entries_and_one_without_names_come_back() {
    check(&[]);
    check(&sample()[4..]);
}

#[test]
fn wide_nodes_of_the_word_set_come_back() {
    // Over 32 ways on from a node, it gets an index of 256 bytes; over 63, its number of ways moves into a byte of its own.
    for letters in [31u32, 32, 33, 63, 64, 100] {
        let names: Vec<String> = (0..letters).map(|at| char::from_u32(0x3041 + at).map(|c| format!("{c}")).unwrap()).collect();
        let names: Vec<String> = names.iter().map(|name| format!("{name} 12{name}")).collect();
        check(&[named("1", &names.iter().map(String::as_str).collect::<Vec<_>>())]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_entries_come_back(entries in entries()) {
        check(&entries);
    }
}

#[test]
fn what_the_format_cannot_hold_is_refused_by_name() {
    let twice = [named("1", &["A"]), named("1", &["B"])];
    let nameless = [named("1", &[])];
    let unreadable = [named("x9", &["..."])];
    let mut second_primary = [named("1", &["A", "B"])];
    second_primary[0].names[1].kind = NameKind::Primary;
    for (entries, word) in
        [(&twice[..], "twice"), (&nameless, "no name"), (&unreadable, "x9"), (&second_primary, "primary"), (&[named("", &["A"])], "id")]
    {
        let error = write_list(&header("test"), entries).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input);
        assert!(error.to_string().contains(word), "{error}");
    }
}

#[test]
fn an_identifier_is_found_however_it_is_printed() {
    let (files, manifest) = pack(&sample());
    let list = manifest.open_list("test", &files.search).unwrap();
    assert_eq!(list.find_identifier("P123456").len(), 2);
    assert_eq!(list.find_identifier("p-123 456").len(), 2);
    assert!(list.find_identifier("P12345").is_empty());
    assert!(list.find_identifier("--").is_empty());
}

#[test]
fn an_entry_digest_names_its_content() {
    let entries = sample();
    let mut changed = entries[0].clone();
    assert_eq!(changed.digest(), entries[0].digest());
    changed.remarks.push("more".into());
    assert_ne!(changed.digest(), entries[0].digest());
}
