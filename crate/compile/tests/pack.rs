//! A pack is made of editions alone: no order, no clock.
#![allow(clippy::unwrap_used, reason = "a test may")]

use redzone_compile::edition::{self, Edition};
use redzone_compile::pack::{MANIFEST, PackOptions, build};
use redzone_index::{Entry, ErrorKind, Manifest, PartyKind, SecretKey};

fn editions() -> Vec<Edition> {
    ["us-cmic", "us-isn"]
        .map(|list| std::fs::read_to_string(format!("{}/../../lists/editions/{list}.txt", env!("CARGO_MANIFEST_DIR"))).unwrap())
        .map(|text| edition::read(&text).unwrap())
        .into()
}

#[test]
fn built_twice_in_any_order_the_bytes_are_the_same() {
    let (key, options) = (SecretKey::from_seed(&[3; 32]), PackOptions { engine: "0.1.0".into(), ..PackOptions::default() });
    let files = build(&editions(), None, &options, &[&key]).unwrap();
    let reversed: Vec<Edition> = editions().into_iter().rev().collect();
    assert_eq!(build(&reversed, None, &options, &[&key]).unwrap(), files);
    let manifest = files.iter().find(|file| file.name == MANIFEST).unwrap();
    let manifest = Manifest::verify(&manifest.bytes, &[key.public()]).unwrap();
    let counted: Vec<usize> = manifest.lists().iter().map(|list| list.entries as usize).collect();
    assert_eq!(counted, editions().iter().map(|edition| edition.entries.len()).collect::<Vec<_>>());
    assert_eq!(manifest.facts().built, editions()[0].header.as_of);
}

/// It would be on the list and never be found.
#[test]
fn an_address_without_a_name_makes_no_pack() {
    let mut editions = editions();
    editions[0].entries[0] = Entry { kind: PartyKind::Address, names: Vec::new(), ..editions[0].entries[0].clone() };
    let why = build(&editions, None, &PackOptions::default(), &[&SecretKey::from_seed(&[3; 32])]).unwrap_err();
    assert_eq!((why.kind(), why.to_string().contains("has no name")), (ErrorKind::Input, true), "{why}");
}

#[test]
fn no_edition_or_one_twice_makes_no_pack() {
    let (key, options) = (SecretKey::from_seed(&[3; 32]), PackOptions::default());
    assert_eq!(build(&[], None, &options, &[&key]).unwrap_err().kind(), ErrorKind::Input);
    let twice = [editions(), editions()].concat();
    assert_eq!(build(&twice, None, &options, &[&key]).unwrap_err().kind(), ErrorKind::Input);
}
