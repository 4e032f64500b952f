//! A case file shows every change, and where; a redacted record keeps its digest and gives nothing away.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use proptest::prelude::*;
use redzone_index::SecretKey;
use redzone_record::chain::{Broken, Checker, Finding};
use redzone_record::commit::Seed;
use redzone_record::disclose::{PARTY, Pattern, openings_from_json, openings_to_json};
use redzone_record::sealed::{Kind, LineFault, Place, Sealed, Stamp, seal};
use redzone_record::{Head, Json, read};

fn body(row: u32) -> Json {
    let hit = |id: u32| Json::object([("id", Json::from(format!("sdn-{id}"))), ("list", "us-sdn".into()), ("score", 9_000u16.into())]);
    Json::object([
        ("question", Json::object([("name", Json::from(format!("Party {row}"))), ("countries", Json::list(["CN", "HK"]))])),
        ("hits", Json::List((0..row % 3).map(hit).collect())),
        ("verdict", if row.is_multiple_of(3) { "no-match" } else { "hit" }.into()),
        ("doubts", Json::List(Vec::new())),
    ])
}

fn stamp() -> Stamp {
    Stamp { at: "2026-11-23T03:30:00Z".into(), clock: "device".into(), program: "redzone".into(), wasm: None }
}

fn case(length: u32, key: Option<&SecretKey>) -> Vec<String> {
    let mut last: Option<Place> = None;
    (1..=length)
        .map(|row| {
            let sealed = seal(Kind::Check, body(row), last.as_ref(), &stamp(), Seed([row as u8; 32]), key).unwrap();
            last = sealed.place();
            sealed.to_line()
        })
        .collect()
}

fn checked(lines: &[String], heads: &[Head]) -> (Vec<Finding>, Option<Place>) {
    let mut checker = Checker::new(heads);
    let mut found: Vec<Finding> = lines.iter().flat_map(|line| checker.line(line).1).collect();
    found.extend(checker.end());
    (found, checker.last())
}

fn head(lines: &[String]) -> Head {
    Head::of(&checked(lines, &[]).1.unwrap())
}

#[test]
fn a_case_file_as_written_has_nothing_to_say() {
    let key = SecretKey::from_seed(&[3; 32]);
    for lines in [case(1, None), case(9, None), case(9, Some(&key))] {
        assert_eq!(checked(&lines, &[head(&lines), head(&lines[..1])]).0, []);
        let sealed = Sealed::read(&lines[0]).unwrap();
        assert_eq!(sealed.to_line(), lines[0]);
    }
}

#[test]
fn each_change_is_found_where_it_is() {
    let lines = case(9, None);
    let noted = head(&lines);
    let changed = |change: &dyn Fn(&mut Vec<String>)| {
        let mut lines = lines.clone();
        change(&mut lines);
        let found = checked(&lines, &[noted]).0;
        (found.first().unwrap().line, found.into_iter().next().unwrap().what)
    };
    assert_eq!(changed(&|l| l[3] = l[3].replace("Party 4", "Party 5")), (4, Broken::Line(LineFault::Altered)));
    assert_eq!(changed(&|l| drop(l.remove(3))), (4, Broken::Dropped { from: 4, to: 4 }));
    assert_eq!(changed(&|l| drop(l.drain(..2))), (1, Broken::Dropped { from: 1, to: 2 }));
    assert_eq!(changed(&|l| l.swap(2, 6)), (3, Broken::Dropped { from: 3, to: 6 }));
    assert_eq!(changed(&|l| l.insert(5, l[2].clone())), (6, Broken::OutOfPlace { expected: 6, found: 3 }));
    assert_eq!(changed(&|l| l.truncate(6)), (7, Broken::Cut { from: 7, to: 9 }));
    let (line, what) = changed(&|l| {
        l.truncate(8);
        let place = Sealed::read(&l[7]).unwrap().place();
        l.push(seal(Kind::Check, body(1), place.as_ref(), &stamp(), Seed([99; 32]), None).unwrap().to_line());
    });
    assert_eq!((line, what), (9, Broken::NotTheHead { number: 9 }));
    let other = case(9, None).into_iter().map(|line| line.replace("redzone-record-1", "redzone-record-2")).collect::<Vec<_>>();
    assert_eq!(checked(&other, &[]).0[0].what, Broken::Line(LineFault::NoRecord));
}

#[test]
fn a_record_from_another_case_does_not_fit() {
    let (mut lines, mut other) = (case(5, None), None);
    for row in 1..=3 {
        other = Some(
            seal(Kind::Check, body(row + 7), other.as_ref().and_then(Sealed::place).as_ref(), &stamp(), Seed([77; 32]), None).unwrap(),
        );
    }
    lines[2] = other.unwrap().to_line();
    let found = checked(&lines, &[]).0;
    assert!(matches!(found[0], Finding { line: 3, what: Broken::Unlinked { .. } }), "{found:?}");
}

#[test]
fn a_signature_can_be_neither_stripped_nor_put_on() {
    let key = SecretKey::from_seed(&[3; 32]);
    let line = &case(1, Some(&key))[0];
    let mut stripped = Sealed::read(line).unwrap();
    stripped.signature = None;
    assert_eq!(stripped.check(), Err(LineFault::Signature));
    let mut moved = Sealed::read(&case(1, None)[0]).unwrap();
    moved.signature = Sealed::read(line).unwrap().signature;
    assert_eq!(moved.check(), Err(LineFault::Signature));
}

#[test]
fn the_usual_redaction_hides_the_party_and_keeps_digest_signature_and_chain() {
    let key = SecretKey::from_seed(&[3; 32]);
    let hide: Vec<Pattern> = PARTY.iter().map(|text| Pattern::parse(text).unwrap()).collect();
    let lines = case(5, Some(&key));
    let redacted: Vec<String> = lines.iter().map(|line| Sealed::read(line).unwrap().redact(&hide).unwrap().to_line()).collect();
    assert!(redacted.iter().all(|line| !line.contains("Party") && !line.contains("sdn-") && !line.contains("seed")));
    assert!(redacted.iter().all(|line| line.contains("verdict") && line.contains("us-sdn") != line.contains("no-match")));
    assert_eq!(checked(&redacted, &[head(&lines)]).0, []);
}

fn leaves(value: &Json, at: String, out: &mut Vec<String>) {
    match value {
        Json::List(items) if !items.is_empty() => items.iter().enumerate().for_each(|(n, item)| leaves(item, format!("{at}/{n}"), out)),
        Json::Object(members) if !members.is_empty() => members.iter().for_each(|(key, item)| leaves(item, format!("{at}/{key}"), out)),
        _ => out.push(at),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// A thousand random subsets of fields, leaves or whole parts, hidden; random ones of them opened again.
    #[test]
    fn any_subset_of_fields_hides_and_opens(row in 1u32..30, picks in any::<u64>(), opens in any::<u64>(), cut in 1usize..5) {
        let whole = seal(Kind::Check, body(row), None, &stamp(), Seed([5; 32]), None).unwrap();
        let mut at = Vec::new();
        leaves(whole.body().unwrap(), "/body".into(), &mut at);
        let up = |pointer: &String| pointer.split('/').take(cut + 1).collect::<Vec<_>>().join("/");
        let chosen = |bits: u64| at.iter().enumerate().filter(move |(n, _)| bits >> (n % 64) & 1 == 1).map(|(_, pointer)| pointer.clone());
        let hide: Vec<Pattern> = chosen(picks).map(|pointer| Pattern::parse(&up(&pointer)).unwrap()).collect();
        let redacted = Sealed::read(&whole.redact(&hide).unwrap().to_line()).unwrap();
        prop_assert_eq!(redacted.check(), Ok(()));
        prop_assert_eq!(redacted.digest, whole.digest);
        let want: Vec<Pattern> = chosen(opens).map(|pointer| Pattern::parse(&pointer).unwrap()).collect();
        let file = openings_to_json(&whole.digest, &whole.openings(&redacted, &want).unwrap()).to_canonical();
        let (digest, openings) = openings_from_json(&read(&file).unwrap()).unwrap();
        prop_assert_eq!(digest, whole.digest);
        let opened = redacted.open(&openings).unwrap();
        prop_assert_eq!(opened.check(), Ok(()));
        let text = opened.record.to_canonical();
        for pointer in chosen(opens) {
            let path: Vec<&str> = pointer.split('/').skip(1).collect();
            let get = |value: &Json| path.iter().try_fold(value.clone(), |value, step| match &value {
                Json::List(items) => items.get(step.parse::<usize>().ok()?).cloned(),
                other => other.get(step).cloned(),
            });
            prop_assert_eq!(get(&opened.record), get(&whole.record), "{} in {}", pointer, text);
        }
    }
}
