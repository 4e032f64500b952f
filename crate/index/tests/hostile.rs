//! Whatever bytes are given, a reader gives what was written or an error: no panic, no hang, no wrong answer.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]
mod common;

use common::*;
use proptest::prelude::*;
use redzone_index::*;
use std::time::{Duration, Instant};

/// A manifest that vouches for any bytes, as an attacker who holds a key would sign it: what is left to protect is the reader.
fn vouch(files: &ListFiles, search: &[u8], detail: &[u8]) -> Manifest {
    let mut facts = files.facts.clone();
    facts.search = FileFacts::of("test.search.rz", search);
    facts.detail = FileFacts::of("test.detail.rz", detail);
    manifest(vec![facts])
}

/// The bytes of a file with the digests of its sections made right again.
fn with_digests(mut file: Vec<u8>) -> Vec<u8> {
    let Some(count) = file.get(12..16).map(|four| u32::from_le_bytes(four.try_into().unwrap())) else { return file };
    let mut start = 16 + 40 * count as usize;
    for section in 0..count.min(16) as usize {
        let row = 16 + 40 * section;
        let Some(four) = file.get(row + 4..row + 8) else { return file };
        let end = start + u32::from_le_bytes(four.try_into().unwrap()) as usize;
        let Some(bytes) = file.get(start..end) else { return file };
        let digest = Digest::of(bytes).0;
        file[row + 8..row + 40].copy_from_slice(&digest);
        start = end;
    }
    file
}

/// Opens both parts as an attacker's manifest would have it, and reads everything that opens.
fn open_all(files: &ListFiles, search: &[u8], detail: &[u8]) {
    let manifest = vouch(files, search, detail);
    if let Ok(list) = manifest.open_list("test", search) {
        let columns = list.columns();
        for entry in 0..columns.entry_count() as u32 {
            for name in columns.names_of(entry) {
                assert!(!columns.words_of(name).is_empty());
                columns.words_of(name).iter().for_each(|word| assert!(!columns.words.get(*word).is_empty()));
            }
            columns.countries_of(entry);
            columns.born_of(entry);
        }
        for pair in 0..list.identifiers().len() {
            assert!(!list.identifiers().find(list.identifiers().key(pair)).is_empty());
        }
    }
    if let Ok(details) = manifest.open_details("test", detail) {
        (0..details.len() as u32).for_each(|number| drop(details.entry(number)));
    }
}

#[test]
fn every_flipped_bit_of_every_file_is_refused() {
    let (files, manifest) = pack(&sample());
    for at in 0..files.search.len() * 8 {
        let mut search = files.search.clone();
        search[at / 8] ^= 1 << (at % 8);
        assert_eq!(manifest.open_list("test", &search).unwrap_err().kind(), ErrorKind::Digest);
        // And without the manifest's digest: the file's own digests find it, or, in a section's name, the reader.
        let found =
            Sections::read(Part::Search, &search).is_err() || vouch(&files, &search, &files.detail).open_list("test", &search).is_err();
        assert!(found, "bit {at} of the search part");
    }
    for at in 0..files.detail.len() * 8 {
        let mut detail = files.detail.clone();
        detail[at / 8] ^= 1 << (at % 8);
        assert_eq!(manifest.open_details("test", &detail).unwrap_err().kind(), ErrorKind::Digest);
        let found =
            Sections::read(Part::Detail, &detail).is_err() || vouch(&files, &files.search, &detail).open_details("test", &detail).is_err();
        assert!(found, "bit {at} of the detail part");
    }
}

#[test]
fn every_truncation_of_every_file_is_refused() {
    let (files, manifest) = pack(&sample());
    for length in 0..files.search.len() {
        let cut = &files.search[..length];
        assert_eq!(manifest.open_list("test", cut).unwrap_err().kind(), ErrorKind::Length);
        assert!(vouch(&files, cut, &files.detail).open_list("test", cut).is_err(), "{length}");
    }
    for length in 0..files.detail.len() {
        let cut = &files.detail[..length];
        assert_eq!(manifest.open_details("test", cut).unwrap_err().kind(), ErrorKind::Length);
        assert!(vouch(&files, &files.search, cut).open_details("test", cut).is_err(), "{length}");
    }
}

#[test]
fn every_flipped_bit_under_right_digests_is_read_or_refused_and_never_a_trap() {
    let (files, _) = pack(&sample());
    for at in 0..files.search.len() * 8 {
        let mut search = files.search.clone();
        search[at / 8] ^= 1 << (at % 8);
        open_all(&files, &with_digests(search), &files.detail);
    }
    for at in 0..files.detail.len() * 8 {
        let mut detail = files.detail.clone();
        detail[at / 8] ^= 1 << (at % 8);
        open_all(&files, &files.search, &with_digests(detail));
    }
}

/// A search part whose words section has this set in it, announced as `words` words of `bytes` bytes.
fn with_set(set: &[u8], words: u64, bytes: u64) -> (ListFiles, Vec<u8>) {
    let (files, _) = pack(&sample());
    let mut section = ByteWriter::new();
    section.varint(words);
    section.varint(bytes);
    section.raw(set);
    let replaced = replace(&files.search, b"WORD", section.into_bytes());
    (files, replaced)
}

fn replace(file: &[u8], tag: &Tag, bytes: Vec<u8>) -> Vec<u8> {
    let sections = Sections::read(Part::Search, file).unwrap();
    let sections: Vec<(Tag, Vec<u8>)> =
        sections.iter().map(|(other, _, old)| (other, if other == *tag { bytes.clone() } else { old.to_vec() })).collect();
    write_sections(Part::Search, &sections)
}

/// A set file around some nodes, whose root is the last byte.
fn set(nodes: &[u8], count: u64) -> Vec<u8> {
    let mut out = [3u64.to_le_bytes(), 0u64.to_le_bytes()].concat();
    out.extend(nodes);
    let root = out.len() as u64 - 1;
    out.extend(count.to_le_bytes());
    out.extend(root.to_le_bytes());
    out.extend([0; 4]);
    out
}

#[test]
fn hostile_word_sets_are_refused_at_once() {
    // A node with two ways, both to the node before it: sixteen such in a row are 2^16 words in 100 bytes.
    let mut bomb = vec![0x00, 0x10, 0x80 | 5];
    for _level in 0..40 {
        bomb.extend([1, 1, b'b', b'a', 0x10, 0x02]);
    }
    let far = |distance: [u8; 8]| [&distance[..], &[0x80, 0x81]].concat();
    let cases: [(&str, Vec<u8>); 12] = [
        ("a bomb", bomb),
        ("a way to itself, by a distance that wraps round in 32 bits", far([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])),
        ("a way to itself, by a distance that wraps round in 64 bits", far([0xff; 8])),
        ("a distance of five bytes", vec![0, 0, 0, 0, 0, 0x50, 0x81]),
        ("a way into the header", vec![9, 0x10, 0x81]),
        ("a way before the file", vec![200, 0x10, 0x81]),
        ("one way on, and nothing before", vec![0xc1]),
        ("an own input that is not there", vec![0xc0]),
        ("more ways than bytes", vec![0x10, 200, 0x00]),
        ("256 ways and no index", vec![0x10, 1, 0x00]),
        ("no way and not final", vec![0x10, 0, 0x00]),
        ("words out of order", vec![0, 0, b'a', b'b', 0x10, 0x02]),
    ];
    for (what, nodes) in cases {
        for (words, bytes) in [(1, 1), (5, 1 << 26), (8, 8), (8, 400)] {
            let started = Instant::now();
            let (files, search) = with_set(&set(&nodes, words), words, bytes);
            let error = vouch(&files, &search, &files.detail).open_list("test", &search).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Malformed, "{what}: {error}");
            assert!(started.elapsed() < Duration::from_millis(500), "{what}");
        }
    }
}

#[test]
fn sets_that_lie_about_themselves_are_refused() {
    let good = fst::Set::from_iter(["a", "ab", "b"]).unwrap().as_fst().as_bytes().to_vec();
    let not_text = fst::Set::from_iter([&b"a\xff"[..], b"b"]).unwrap().as_fst().as_bytes().to_vec();
    let cut_text = fst::Set::from_iter([&b"\xc3"[..], b"\xc3\xa9"]).unwrap().as_fst().as_bytes().to_vec();
    let empty_word = fst::Set::from_iter(["", "a"]).unwrap().as_fst().as_bytes().to_vec();
    let map = fst::Map::from_iter([("a", 7u64), ("b", 9)]).unwrap().as_fst().as_bytes().to_vec();
    let mut old = good.clone();
    old[0] = 2;
    let mut typed = good.clone();
    typed[8] = 1;
    let mut root = good.clone();
    let at = root.len() - 12;
    root[at] -= 1;
    let mut count = good.clone();
    let at = count.len() - 20;
    count[at] += 1;
    for (what, set, words, bytes) in [
        ("too few words announced", &good, 2, 4),
        ("too many words announced", &good, 4, 4),
        ("too few bytes announced", &good, 3, 3),
        ("too many bytes announced", &good, 3, 5),
        ("words announced beyond the names'", &good, 1 << 40, 4),
        ("bytes announced beyond all measure", &good, 3, 1 << 40),
        ("not UTF-8", &not_text, 2, 3),
        ("half a letter", &cut_text, 2, 3),
        ("an empty word", &empty_word, 2, 1),
        ("outputs", &map, 2, 2),
        ("an old version", &old, 3, 4),
        ("another type", &typed, 3, 4),
        ("another root", &root, 3, 4),
        ("another count", &count, 3, 4),
    ] {
        let (files, search) = with_set(set, words, bytes);
        let error = vouch(&files, &search, &files.detail).open_list("test", &search).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Malformed, "{what}: {error}");
    }
}

#[test]
fn frames_that_lie_are_refused() {
    let (files, _) = pack(&sample());
    let patched = |at: usize, bytes: &[u8]| {
        let mut file = files.search.clone();
        file[at..at + bytes.len()].copy_from_slice(bytes);
        file
    };
    let twice = patched(56, b"WORD");
    let unknown = patched(16, b"WHAT");
    let huge = patched(20, &u32::MAX.to_le_bytes());
    let many = patched(12, &u32::MAX.to_le_bytes());
    let version = patched(8, &2u16.to_le_bytes());
    let fold = patched(10, &999u16.to_le_bytes());
    let longer = [&files.search[..], b"x"].concat();
    for (what, file, kind) in [
        ("a section twice", twice, ErrorKind::Malformed),
        ("an unknown section", unknown, ErrorKind::Malformed),
        ("a section longer than the file", huge, ErrorKind::Malformed),
        ("four thousand million sections", many, ErrorKind::Malformed),
        ("another format version", version, ErrorKind::Version),
        ("another fold version", fold, ErrorKind::Fold),
        ("bytes after the end", longer, ErrorKind::Malformed),
        ("a detail part for a search part", files.detail.clone(), ErrorKind::Malformed),
        ("nothing", vec![], ErrorKind::Malformed),
    ] {
        let error = vouch(&files, &file, &files.detail).open_list("test", &file).unwrap_err();
        assert_eq!(error.kind(), kind, "{what}: {error}");
    }
}

#[test]
fn a_small_record_cannot_become_a_huge_entry() {
    let (files, _) = pack(&sample());
    let mut texts = ByteWriter::new();
    texts.text(&"x".repeat(1 << 20));
    let mut record = ByteWriter::new();
    record.varint(1);
    record.u8(0);
    record.count(0);
    record.count(1000);
    record.raw(&[1; 1000]);
    record.raw(&[0; 20]);
    let records = record.into_bytes();
    let mut lengths = ByteWriter::new();
    lengths.count(records.len());
    let tags = [(*b"TEXT", texts.into_bytes()), (*b"SIZE", lengths.into_bytes()), (*b"RECS", records)];
    let detail = write_sections(Part::Detail, &tags);
    let mut facts = files.facts.clone();
    (facts.entries, facts.rows.read, facts.detail) = (1, 1, FileFacts::of("test.detail.rz", &detail));
    let error = manifest(vec![facts]).open_details("test", &detail).unwrap().entry(0).unwrap_err();
    assert!(error.to_string().contains("bytes of text"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_read_or_refused(search: Vec<u8>, detail: Vec<u8>) {
        let (files, _) = pack(&sample());
        open_all(&files, &search, &detail);
        prop_assert!(Manifest::verify(&search, &[key().public()]).is_err());
    }

    #[test]
    fn any_bytes_in_any_section_are_read_or_refused(
        tag in prop::sample::select(vec![*b"WORD", *b"NAME", *b"ENTR", *b"IDEN"]), at in 0.0..1.0f64, splice in prop::collection::vec(any::<u8>(), 1..12), cut in 0..12usize,
    ) {
        let (files, _) = pack(&sample());
        let mut bytes = Sections::read(Part::Search, &files.search).unwrap().get(&tag).unwrap().to_vec();
        let from = (bytes.len() as f64 * at) as usize;
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, splice);
        open_all(&files, &replace(&files.search, &tag, bytes), &files.detail);
    }
}
