//! The committed starter edition against the official files that it is made of. These tests skip, and say so, where the files are not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use redzone_compile::catalog::Catalog;
use redzone_compile::edition::{self, Counts, Edition};
use redzone_compile::import::{Imported, Options, guarded, import};
use redzone_compile::text::{name_key, tidy};
use redzone_compile::us::{self, SourceFile, remarks};
use redzone_index::NameKind;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn data() -> Option<PathBuf> {
    let data = root().join("../shared/data");
    if data.is_dir() {
        return Some(data);
    }
    println!("skipped: the official files are not in ../shared/data");
    None
}

fn sources(data: &Path) -> Vec<SourceFile> {
    let list = fs::read_to_string(root().join("lists/starter.txt")).unwrap();
    let names = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut files: Vec<SourceFile> = names.map(|name| us::read(name, &fs::read(data.join(name)).unwrap()).unwrap()).collect();
    us::order(&mut files);
    files
}

fn notice() -> Options {
    Options { as_of: None, notice: "starter data, not current".to_owned() }
}

fn fresh() -> Option<&'static Imported> {
    static FRESH: OnceLock<Option<Imported>> = OnceLock::new();
    let make = || Some(import(&sources(&data()?), Catalog::ours(), &notice()).unwrap());
    FRESH.get_or_init(make).as_ref()
}

fn committed() -> Vec<(String, String)> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("lists/editions")).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.iter().map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn the_committed_editions_are_canonical_and_say_that_they_are_not_current() {
    let files = committed();
    assert_eq!(files.len(), 12);
    for (list, text) in files {
        let read = edition::read(&text).unwrap_or_else(|why| panic!("{list}: {why}"));
        assert_eq!(read.header.list, list);
        assert_eq!(edition::write(&read), text);
        assert_eq!(read.header.notice, "starter data, not current");
        assert!(
            read.header.source_rows == read.entries.len() + read.header.joined_rows + read.header.ended_rows + read.header.dropped_rows,
            "{list}: rows in are entries and dropped rows"
        );
        assert!(!read.header.provenance.is_empty() && !read.header.sources.is_empty());
    }
}

#[test]
fn a_fresh_import_gives_the_committed_editions_byte_for_byte() {
    let Some(fresh) = fresh() else { return };
    let committed: BTreeMap<String, String> = committed().into_iter().collect();
    assert_eq!(committed.len(), fresh.editions.len());
    for (edition, problems) in &fresh.editions {
        let list = &edition.header.list;
        let same = edition::write(edition) == committed[list];
        assert!(same, "lists/editions/{list}.txt is stale: make it again as lists/README.md says");
        let report = fs::read_to_string(root().join(format!("lists/editions/PROBLEMS/{list}.txt"))).unwrap();
        assert!(redzone_compile::report(list, problems) == report, "lists/editions/PROBLEMS/{list}.txt is stale");
    }
}

#[test]
fn the_guards_let_the_starter_pass_without_a_waiver() {
    let Some(data) = data() else { return };
    let mut imported = import(&sources(&data), Catalog::ours(), &notice()).unwrap();
    guarded(&mut imported, &[], Catalog::ours(), &[]).unwrap();
    let last: Vec<Edition> = imported.editions.iter().map(|(edition, _)| edition.clone()).collect();
    guarded(&mut imported, &last, Catalog::ours(), &[]).unwrap();
}

/// Counts from the raw JSON, with nothing of the importer but the tidying of blanks.
#[test]
fn no_row_and_no_alias_of_the_screening_list_is_lost() {
    let (Some(data), Some(fresh)) = (data(), fresh()) else { return };
    let raw = fs::read_to_string(data.join("derived/us-csl-2026-07-31/screening-list.json")).unwrap();
    let raw: Value = serde_json::from_str(&raw).unwrap();
    let names_of: BTreeMap<&str, &str> = [
        ("Capta", "us-capta"),
        ("Non-SDN Chinese", "us-cmic"),
        ("Denied", "us-dpl"),
        ("ITAR", "us-dtc"),
        ("Entity", "us-el"),
        ("Nonproliferation", "us-isn"),
        ("Non-SDN Menu", "us-mbs"),
        ("Military", "us-meu"),
        ("Palestinian", "us-plc"),
        ("Specially", "us-sdn"),
        ("Sectoral", "us-ssi"),
        ("Unverified", "us-uvl"),
    ]
    .into_iter()
    .collect();
    let sources: Vec<&str> = raw["tables"]["sources"].as_array().unwrap().iter().map(|source| source.as_str().unwrap()).collect();
    let list_of = |row: &Value| {
        let source = sources[row["s"].as_u64().unwrap() as usize];
        *names_of.iter().find(|(start, _)| source.starts_with(**start)).unwrap().1
    };
    let editions: BTreeMap<&str, &Edition> = fresh.editions.iter().map(|(edition, _)| (edition.header.list.as_str(), edition)).collect();
    let mut names: BTreeMap<(&str, String), BTreeSet<&str>> = BTreeMap::new();
    for (list, edition) in &editions {
        for entry in &edition.entries {
            let key = name_key(&entry.names[0].text);
            names.entry((list, key)).or_default().extend(entry.names.iter().map(|name| name.text.as_str()));
            names.entry((list, entry.id.clone())).or_default().extend(entry.names.iter().map(|name| name.text.as_str()));
        }
    }
    let rows = raw["entries"].as_array().unwrap();
    let (mut count, mut aliases) = (BTreeMap::<&str, usize>::new(), 0);
    for row in rows {
        let list = list_of(row);
        *count.entry(list).or_default() += 1;
        let name = row["n"].as_str().unwrap();
        let key = row["e"].as_str().map_or_else(|| name_key(name), str::to_owned);
        let known = names.get(&(list, key)).unwrap_or_else(|| panic!("{list}: {name} is lost"));
        assert!(known.contains(tidy(name).as_str()), "{list}: {name}");
        for alias in row["a"].as_array().into_iter().flatten() {
            aliases += 1;
            assert!(known.contains(tidy(alias.as_str().unwrap()).as_str()), "{list}: {name}: the alias {alias} is lost");
        }
    }
    assert_eq!((rows.len(), aliases), (25_921, 31_253));
    assert_eq!(count, editions.iter().map(|(list, edition)| (*list, edition.entries.len())).collect());
    for (edition, problems) in &fresh.editions {
        let header = &edition.header;
        assert_eq!(header.source_rows, edition.entries.len() + header.dropped_rows);
        assert_eq!(header.problems, problems.len());
    }
}

#[test]
fn remarks_of_july_2024_are_recognised_and_hold_the_weak_aliases() {
    let Some(data) = data() else { return };
    let bytes = fs::read(data.join("us-ofac/2024-07-02/sdn.csv")).unwrap();
    let us::Content::Ofac(us::ofac::OfacFile::Primary(rows)) = us::read("sdn.csv", &bytes).unwrap().content else { panic!("no names") };
    assert_eq!(rows.len(), 15_443);
    let (mut weak, mut entries, mut all, mut unknown) = (0, 0, 0, 0);
    for row in &rows {
        let read = remarks::read(&row.remarks);
        let found = read.names.iter().filter(|(kind, _)| *kind == NameKind::Weak).count();
        weak += found;
        entries += usize::from(found > 0);
        all += read.statements;
        unknown += read.unknown.len();
    }
    // Counted in the file by other means: `grep -o "a\.k\.a\. '"` gives 3,707 in 2,161 rows. The rows cut at 1,000 characters may lack the end
    // of their last one.
    println!("{weak} weak aliases in {entries} entries; {unknown} of {all} statements unknown");
    assert!((3_690..=3_707).contains(&weak), "{weak}");
    assert!((2_155..=2_161).contains(&entries), "{entries}");
    assert!(unknown * 100 < all, "{unknown} of {all} statements are not recognised");
}

#[test]
fn the_quartet_of_december_2023_becomes_an_edition_of_its_own() {
    let Some(data) = data() else { return };
    let read =
        |name: &str| us::read(&format!("2023-12-29/{name}"), &fs::read(data.join("us-ofac/2023-12-29").join(name)).unwrap()).unwrap();
    let files = ["sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"].map(read);
    let imported = import(&files, Catalog::ours(), &Options::default()).unwrap();
    let [(edition, _)] = imported.editions.as_slice() else { panic!("one list") };
    assert_eq!((edition.header.list.as_str(), edition.header.as_of.to_string().as_str()), ("us-sdn", "2023-12-29"));
    let counts = Counts::of(&edition.entries);
    assert_eq!(counts.entries, 13_821);
    // Every address and alias has its entry. OFAC leaves old comments standing (12300 ...): these are named.
    assert!(imported.problems.iter().all(|problem| problem.group.contains("comments")), "{:?}", imported.problems);
    let strong = counts.names[1] + counts.names[2] + counts.names[3];
    assert!((17_000..=17_200).contains(&strong), "17,091 rows of aliases: {counts}");
    let back = edition::read(&edition::write(edition)).unwrap();
    assert_eq!(&back, edition);
}

#[test]
fn the_screening_list_of_may_2022_is_read_whole() {
    let Some(data) = data() else { return };
    let packed = data.join("us-csl/2022-05/consolidated.csv.gz");
    let Ok(done) = std::process::Command::new("gzip").arg("-dc").arg(&packed).output() else {
        println!("skipped: no gzip here");
        return;
    };
    let file = us::read("2022-05/consolidated.csv", &done.stdout).unwrap();
    assert_eq!((file.form, file.rows), ("csl-csv", 14_160));
    let options = Options { as_of: redzone_index::Date::parse("2022-05-16"), notice: String::new() };
    let imported = import(&[file], Catalog::ours(), &options).unwrap();
    let counts: BTreeMap<&str, usize> =
        imported.editions.iter().map(|(edition, _)| (edition.header.list.as_str(), edition.entries.len())).collect();
    let expected = [
        ("us-sdn", 10_026),
        ("us-el", 2_001),
        ("us-dtc", 727),
        ("us-dpl", 462),
        ("us-ssi", 290),
        ("us-uvl", 201),
        ("us-isn", 163),
        ("us-plc", 78),
        ("us-meu", 71),
        ("us-cmic", 68),
        // 53 rows; entity number 15268 stands twice, word for word.
        ("us-capta", 52),
        ("us-mbs", 17),
        ("us-fse", 3),
    ];
    assert_eq!(counts, expected.into_iter().collect());
    let born = imported.editions.iter().flat_map(|(edition, _)| &edition.entries).filter(|entry| !entry.born.is_empty()).count();
    assert!(born > 5_000, "{born} entries have a birth date");
    for (edition, _) in &imported.editions {
        assert_eq!(edition.header.source_rows, edition.entries.len() + edition.header.dropped_rows);
        assert_eq!(&edition::read(&edition::write(edition)).unwrap(), edition);
    }
}
