//! Packs of released format versions stay readable, and a reader written from FORMAT.md alone reads the same.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]
mod common;

use common::*;
use redzone_index::*;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

/// Enough names that every way of writing one occurs: common words, spellings near each other, words again, long ranks.
fn frozen_entries() -> Vec<Entry> {
    let mut entries = sample();
    let given = ["Mohammed", "Mohammad", "Muhammad", "Ahmed", "Ahmad", "Ivan", "Iwan", "Olga", "Li", "Lee"];
    let family = ["Abdallah", "Abdullah", "Petrov", "Petrow", "Kim", "Gim", "Garcia", "Okafor", "Tanaka", "Smith"];
    for at in 0..400usize {
        let (one, two) = (given[at % 10], family[at / 10 % 10]);
        let own = format!("Q{}x{}", at * 37 % 400, at * 17 % 23);
        let primary = format!("{two} {own}, {one}");
        let alias = format!("{} {own} {}", given[(at + 1) % 10], family[(at / 10 + 1) % 10]);
        let short = format!("{one} {two} Trading Company Limited");
        entries.push(named(&format!("n{at}"), &[&primary, &alias, &short]));
    }
    entries
}

fn as_text(list: &OpenList, details: &Details) -> String {
    let columns = list.columns();
    let mut out = String::new();
    for number in 0..columns.entry_count() as u32 {
        let entry = details.entry(number).unwrap();
        out.push_str(&format!("{number}\t{}\n", entry.id));
        for name in columns.names_of(number) {
            let words: Vec<&str> = columns.words_of(name).iter().map(|word| columns.words.get(*word)).collect();
            let printed = &entry.names[usize::from(columns.name_printed[name as usize])];
            let kind = format!("{:?}", columns.name_kinds[name as usize]).to_lowercase();
            out.push_str(&format!("\t{kind}\t{}\t{}\n", words.join(" "), printed.text));
        }
    }
    out
}

/// Makes the frozen pack of this format version: run by hand, once, when a version is released.
#[test]
#[ignore = "writes tests/frozen; for a new format version only"]
fn freeze() {
    let folder = tests().join(format!("frozen/v{FORMAT_VERSION}"));
    let (files, _) = pack(&frozen_entries());
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(&files.facts.search.name), &files.search).unwrap();
    fs::write(folder.join(&files.facts.detail.name), &files.detail).unwrap();
    let signed = Manifest::sign(&facts(vec![files.facts]), &[&key()]).unwrap();
    fs::write(folder.join("manifest.txt"), signed).unwrap();
}

/// As [`freeze`], for a new format of the manifest.
#[test]
#[ignore = "writes tests/frozen; for a new format of the manifest only"]
fn freeze_manifest() {
    let (small, _) = pack(&sample());
    let signed = Manifest::sign(&facts(vec![small.facts]), &[&key()]).unwrap();
    let format = signed.lines().next().unwrap().rsplit(' ').next().unwrap().to_owned();
    fs::write(tests().join(format!("frozen/manifest-{format}.txt")), signed).unwrap();
}

#[test]
fn the_frozen_pack_of_version_1_opens_with_the_same_entries_or_is_refused_by_name() {
    let folder = tests().join("frozen/v1");
    let manifest = Manifest::verify(&fs::read(folder.join("manifest.txt")).unwrap(), &[key().public()]);
    let manifest = match manifest {
        // Its manifest is of format 1, and the text rules change more often than formats do: then the pack must be refused by name.
        Err(why) if matches!(why.kind(), ErrorKind::Version | ErrorKind::Fold) => return,
        other => other.unwrap(),
    };
    let list = manifest.open_list("test", &fs::read(folder.join("test.search.rz")).unwrap()).unwrap();
    let details = manifest.open_details("test", &fs::read(folder.join("test.detail.rz")).unwrap()).unwrap();
    let mut found: Vec<Entry> = (0..details.len() as u32).map(|number| details.entry(number).unwrap()).collect();
    let mut expected = frozen_entries();
    found.sort_by(|a, b| a.id.cmp(&b.id));
    expected.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(found, expected);
    assert_eq!(list.columns().entry_count(), 405);
}

#[test]
fn a_reader_written_from_the_format_page_reads_the_same() {
    let (files, manifest) = pack(&frozen_entries());
    let folder = std::env::temp_dir().join(format!("redzone-second-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let (search, detail) = (folder.join("test.search.rz"), folder.join("test.detail.rz"));
    fs::write(&search, &files.search).unwrap();
    fs::write(&detail, &files.detail).unwrap();
    let run = Command::new("python3").arg(tests().join("second_reader.py")).arg(&search).arg(&detail).output();
    fs::remove_dir_all(&folder).unwrap();
    let run = match run {
        Err(why) if why.kind() == io::ErrorKind::NotFound => {
            println!("skipped: there is no python3 here");
            return;
        }
        other => other.unwrap(),
    };
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let list = manifest.open_list("test", &files.search).unwrap();
    let details = manifest.open_details("test", &files.detail).unwrap();
    assert_eq!(String::from_utf8(run.stdout).unwrap(), as_text(&list, &details));
}
