//! Records that were written once must read for ever, and the same check must write the same record.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use redzone_index::{
    Country, Date, DateSpan, Details, Digest, Entry, ListHeader, ListedName, Manifest, NameKind, Notice, OpenList, PackFacts, PartyKind,
    Policy, SecretKey, Source, Trust, write_list,
};
use redzone_names::{Disguise, Read, Reading};
use redzone_record::batch;
use redzone_record::chain::Checker;
use redzone_record::decisions::{GoodList, Standing};
use redzone_record::disclose::{PARTY, Pattern};
use redzone_record::sealed::Sealed;
use redzone_record::{Json, digest, question, read, record};
use redzone_screen::{Doubt, Hit, Outcome, Question, Reason, ReasonCode, Score, Strength, Verdict};

/// Of schema `redzone-check-2`, and of the one before. These files may never change; a new schema gets a file of its own.
const GOLDEN: &str = include_str!("golden/check-2.json");
const FORMER: &str = include_str!("golden/check-1.json");

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn entry() -> Entry {
    let name = |text: &str, kind| ListedName { text: text.into(), kind };
    Entry {
        id: "el-7".into(),
        kind: PartyKind::Entity,
        names: vec![name("Example \"Works\" Co., Ltd.", NameKind::Primary), name("例え工業", NameKind::Alias)],
        programs: vec!["EL".into()],
        citations: vec!["89 FR 1".into()],
        ..Entry::default()
    }
}

fn pack() -> (Manifest, OpenList, Details) {
    let header = ListHeader { id: "us-el".into(), title: "Entity List".into(), publisher: "BIS".into(), as_of: day("2026-07-31") };
    let mut files = write_list(&header, &[entry()]).unwrap();
    files.facts.sources = vec![Source { form: "csl-csv 2026-07-31".into(), digest: Digest::of(b"a file") }];
    let key = SecretKey::from_seed(&[1; 32]);
    let facts = PackFacts {
        version: PackFacts::version(day("2026-07-31"), 1),
        engine: "0.1.0".into(),
        fold: redzone_names::FOLD_VERSION,
        built: day("2026-07-31"),
        expires: day("2027-07-31"),
        policy: Policy::default(),
        notice: Some(Notice { code: "starter".into(), stop: 730 }),
        lists: vec![files.facts.clone()],
        rules: None,
        waivers: Vec::new(),
        trust: Trust::any(&[key.public()]),
    };
    let text = Manifest::sign(&facts, &[&key]).unwrap();
    let manifest = Manifest::verify(text.as_bytes(), &[key.public()]).unwrap();
    let list = manifest.open_list("us-el", &files.search).unwrap();
    let details = manifest.open_details("us-el", &files.detail).unwrap();
    (manifest, list, details)
}

fn asked() -> Question {
    Question {
        name: "Ｅxample\u{200b} Works\tLtd".into(),
        kind: PartyKind::Entity,
        countries: vec![Country::from_code("CN").unwrap(), Country::from_code("HK").unwrap()],
        born: DateSpan::parse("~1962"),
        address: "1 Example Road, 九龍".into(),
        identifiers: vec!["IMO 9187629".into(), "A-0123456".into()],
        role: "end-user".into(),
        as_of: day("2026-11-22"),
        threshold: Score::from_points(7_000),
        limit: 10,
    }
}

/// An outcome written by hand, so that the file does not move when the model does.
fn outcome() -> Outcome {
    let reason = |code, points, asked: &str, listed: &str| Reason { code, points, asked: asked.into(), listed: listed.into() };
    let reasons = vec![
        reason(ReasonCode::SameWord, 5_000, "example", "example"),
        reason(ReasonCode::SpelledAlike, 4_100, "works", "works"),
        reason(ReasonCode::NotListed, -100, "ltd", ""),
    ];
    let words = ["example", "works", "ltd"].map(str::to_owned).to_vec();
    Outcome {
        verdict: Verdict::Hit,
        hits: vec![Hit { list: 0, entry: 0, name: 0, score: Score::from_points(9_000), strength: Strength::Probable, reasons }],
        omitted: 2,
        read: Some(Read { readings: vec![Reading { vowels: true, words }], disguises: vec![Disguise::Invisible, Disguise::Compatibility] }),
        doubts: vec![Doubt::ListStale { list: "us-el".into(), days: 114 }],
    }
}

fn written() -> Json {
    let (manifest, list, details) = pack();
    record(&asked(), &outcome(), &manifest, &[list], |_, number| details.entry(number)).unwrap()
}

/// Digests and versions follow the program and the formats of other rooms, so the golden file has stand-ins for them.
fn masked(record: &Json) -> Json {
    match record {
        Json::Text(text) if text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()) => Json::from("0".repeat(64)),
        Json::List(items) => Json::List(items.iter().map(masked).collect()),
        Json::Object(members) => Json::object(members.iter().map(|(key, value)| {
            let value = match key.as_str() {
                "text_rules" => Json::Integer(0),
                "version" => Json::from("0"),
                _ => masked(value),
            };
            (key.clone(), value)
        })),
        other => other.clone(),
    }
}

#[test]
fn the_same_check_writes_the_golden_record() {
    assert_eq!(format!("{}\n", masked(&written()).to_canonical()), GOLDEN);
}

#[test]
fn the_golden_record_reads_back_as_the_question_that_was_asked() {
    assert_eq!(question(&read(GOLDEN).unwrap()), Some(asked()));
    let name_only = Question { address: String::new(), identifiers: Vec::new(), role: String::new(), ..asked() };
    assert_eq!(question(&read(FORMER).unwrap()), Some(name_only));
}

#[test]
fn every_altered_byte_changes_the_digest_or_is_refused() {
    let record = written();
    let (text, name) = (record.to_canonical(), digest(&record));
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let other = String::from_utf8(bytes).ok().and_then(|text| read(&text).ok());
        assert!(other.is_none_or(|other| digest(&other) != name), "byte {at}");
    }
}

/// A case file of every kind of record, its usual redaction, and its good-list. These files may never change.
const CASE: &str = include_str!("golden/case-1.jsonl");
const REDACTED: &str = include_str!("golden/redacted-1.jsonl");
const DECISIONS: &str = include_str!("golden/decisions-1.json");

/// What was hidden as usual when the golden file was written, which left a decision its entry.
const FORMER_PARTY: [&str; 9] = [
    "/body/question",
    "/body/party",
    "/body/read",
    "/body/hits/*/id",
    "/body/hits/*/entry",
    "/body/hits/*/name",
    "/body/hits/*/reasons",
    "/body/decision",
    "/body/reason",
];

#[test]
fn the_golden_case_file_verifies_reads_and_redacts_as_it_did() {
    let records = |text: &str| -> Vec<Sealed> {
        let mut checker = Checker::new(&[]);
        let line = |line: &str| {
            let (sealed, found) = checker.line(line);
            assert_eq!(found, []);
            sealed.unwrap()
        };
        text.lines().map(line).collect()
    };
    let (whole, redacted) = (records(CASE), records(REDACTED));
    assert_eq!(whole.iter().map(Sealed::kind).collect::<Vec<_>>(), ["check", "decision", "batch", "row", "batch-end"]);
    let hide: Vec<Pattern> = FORMER_PARTY.iter().map(|text| Pattern::parse(text).unwrap()).collect();
    for ((whole, redacted), line) in whole.iter().zip(&redacted).zip(CASE.lines()) {
        assert_eq!(whole.to_line(), line);
        assert_eq!(whole.redact(&hide).as_ref(), Some(redacted));
    }
    let body = |at: usize| whole[at].body().unwrap();
    assert_eq!(body(0).to_canonical() + "\n", FORMER);
    assert_eq!(batch::check(body(2), body(3)).as_ref(), Some(body(0)));
    let good = GoodList::from_json(&read(DECISIONS).unwrap()).unwrap();
    assert_eq!(good.decisions[0].body(&whole[0].digest), *body(1));
    assert_eq!(good.standings(body(0), None)[0].map(|(_, standing)| standing), Some(Standing::Holds));
}

const DEAL: &str = include_str!("golden/deal-1.jsonl");

#[test]
fn the_golden_determination_verifies_reads_and_redacts_as_it_did() {
    let (sealed, found) = Checker::new(&[]).line(DEAL.trim_end());
    let sealed = sealed.unwrap();
    assert_eq!((found, sealed.to_line() + "\n"), (Vec::new(), DEAL.to_owned()));
    let body = sealed.body().unwrap();
    assert_eq!((sealed.kind(), body.get("schema").and_then(Json::as_text)), ("deal", Some(redzone_record::deal::RECORD)));
    let question = redzone_record::deal::question(body.get("question").unwrap(), None).unwrap();
    assert_eq!(question.destination.as_deref(), Some("DE"));
    let hide: Vec<Pattern> = PARTY.iter().map(|text| Pattern::parse(text).unwrap()).collect();
    let redacted = sealed.redact(&hide).unwrap();
    assert_eq!((redacted.digest, redacted.check()), (sealed.digest, Ok(())));
    assert!(!redacted.to_line().contains("Nordlicht") && redacted.to_line().contains("indeterminate"));
}
