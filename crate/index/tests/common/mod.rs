//! Entries to test with, and a pack made of them.
#![allow(dead_code, reason = "each test file uses a part of this")]

use proptest::collection::vec;
use proptest::prelude::*;
use redzone_index::*;

/// The key that tests sign with.
pub fn key() -> SecretKey {
    SecretKey::from_seed(&[1; 32])
}

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// An entry with nothing but names.
pub fn named(id: &str, names: &[&str]) -> Entry {
    let kind = |at| if at == 0 { NameKind::Primary } else { NameKind::Alias };
    Entry {
        id: id.into(),
        kind: PartyKind::Entity,
        names: names.iter().enumerate().map(|(at, text)| ListedName { text: (*text).into(), kind: kind(at) }).collect(),
        programs: vec![],
        citations: vec![],
        license_requirement: None,
        license_policy: None,
        addresses: vec![],
        born: vec![],
        birthplaces: vec![],
        countries: vec![],
        identifiers: vec![],
        title: None,
        vessel: None,
        remarks: vec![],
        listed: None,
        ends: None,
    }
}

/// A few entries that between them use every field.
pub fn sample() -> Vec<Entry> {
    let mut person = named("7", &["DOE, John", "Johnny Doe", "Ион Доу"]);
    person.kind = PartyKind::Individual;
    person.names[2].kind = NameKind::Weak;
    person.programs = vec!["SDGT".into(), "IFSR".into()];
    person.born = ["1962", "~1963-05", "1958/1959"].map(|text| DateSpan::parse(text).unwrap()).into();
    person.birthplaces = vec!["Vienna, Austria".into()];
    person.countries = vec![Country::from_code("AT").unwrap(), Country::from_code("IR").unwrap()];
    person.title = Some("Director".into());
    person.remarks = vec!["Gender Male".into()];
    person.identifiers =
        vec![Identifier { kind: "Passport".into(), value: "P 123-456".into(), country: Some(Country::from_code("AT").unwrap()) }];
    person.listed = Some(day("2020-02-29"));
    let mut company = named("el-1", &["Huawei Technologies Co., Ltd.", "华为技术有限公司", "Huawei Tech"]);
    company.citations = vec!["84 FR 22961".into()];
    company.license_requirement = Some("For all items subject to the EAR".into());
    company.license_policy = Some("Presumption of denial".into());
    company.addresses = vec![Address { text: "Bantian, Shenzhen".into(), country: Some(Country::from_code("CN").unwrap()) }];
    company.names[2].kind = NameKind::Former;
    let mut other = named("el-2", &["Huawei Cloud", "Huawei Technologies Cloud"]);
    other.license_requirement = company.license_requirement.clone();
    other.ends = Some(day("2031-01-01"));
    other.identifiers = vec![Identifier { kind: "Tax ID".into(), value: "p123456".into(), country: None }];
    let mut ship = named("s1", &["OCEAN STAR"]);
    ship.kind = PartyKind::Vessel;
    ship.vessel = Some(Vessel { call_sign: "5IM 316".into(), flag: "Iran".into(), ..Vessel::default() });
    let mut address = named("a1", &[]);
    address.kind = PartyKind::Address;
    address.addresses = vec![Address { text: "Room 1, 20 Some Road".into(), country: Some(Country::from_code("HK").unwrap()) }];
    vec![person, company, other, ship, address]
}

pub fn header(id: &str) -> ListHeader {
    ListHeader { id: id.into(), title: "A list".into(), publisher: "A publisher".into(), as_of: day("2026-07-31") }
}

/// One list, its files and a signed manifest.
pub fn pack(entries: &[Entry]) -> (ListFiles, Manifest) {
    let files = write_list(&header("test"), entries).unwrap();
    let manifest = manifest(vec![files.facts.clone()]);
    (files, manifest)
}

pub fn facts(mut lists: Vec<ListFacts>) -> PackFacts {
    for list in &mut lists {
        list.sources = vec![Source { form: "a file 2026-07".into(), digest: Digest::of(b"") }];
        list.change = Some(Change { since: day("2026-06-30"), added: 1, delisted: 2, renamed: 0, changed: 3 });
    }
    PackFacts {
        version: PackFacts::version(day("2026-07-31"), 1),
        engine: "0.1.0".into(),
        fold: redzone_names::FOLD_VERSION,
        built: day("2026-07-31"),
        expires: day("2027-07-31"),
        policy: Policy::default(),
        notice: Some(Notice { code: "starter".into(), stop: 365 }),
        lists,
        rules: None,
        waivers: vec!["us-el shrink 12 ids".into()],
        trust: Trust::any(&[key().public()]),
    }
}

pub fn manifest(lists: Vec<ListFacts>) -> Manifest {
    let text = Manifest::sign(&facts(lists), &[&key()]).unwrap();
    Manifest::verify(text.as_bytes(), &[key().public()]).unwrap()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-zA-Z ]{0,30}", Just("the same text in many places".to_string())]
}

fn name() -> impl Strategy<Value = String> {
    let any = prop_oneof![
        "[a-d]{1,3}( [a-d]{1,2}){0,4}",
        "[A-Z][a-z]{1,9}( [A-Z][a-z]{1,9}){0,3}",
        "[\\u{400}-\\u{44f}]{1,6}",
        "[\\u{627}-\\u{64a}]{2,6}",
        "[\\u{4e00}-\\u{4e40}]{1,4}"
    ];
    any.prop_filter("a lone soft sign is no name", |name| redzone_names::read(name).is_ok())
}

fn date() -> impl Strategy<Value = Date> {
    (0..=3_652_058i32).prop_map(|number| Date::from_day_number(number).unwrap())
}

fn country() -> impl Strategy<Value = Country> {
    "[A-Z]{2}".prop_map(|code| Country::from_code(&code).unwrap())
}

fn span() -> impl Strategy<Value = DateSpan> {
    let any = (date(), date(), any::<bool>()).prop_map(|(a, b, circa)| DateSpan { from: a.min(b), to: a.max(b), circa });
    prop_oneof![any, "~?(19[0-9]{2}|19[0-9]{2}-0[1-9]|19[0-9]{2}-1[0-2]-0[1-9])".prop_map(|text| DateSpan::parse(&text).unwrap())]
}

prop_compose! {
    fn vessel()(texts in proptest::array::uniform6(text())) -> Vessel {
        let [call_sign, vessel_type, tonnage, gross_registered_tonnage, flag, owner] = texts;
        Vessel { call_sign, vessel_type, tonnage, gross_registered_tonnage, flag, owner }
    }
}

prop_compose! {
    /// Any entry at all.
    pub fn entry()(
        kind in 0..6usize,
        names in vec((name(), 1..5usize), 1..6),
        lists in (vec(text(), 0..4), vec(text(), 0..3), vec(text(), 0..3), vec(text(), 0..3)),
        options in proptest::array::uniform3(proptest::option::of(text())),
        addresses in vec((text(), proptest::option::of(country())).prop_map(|(text, country)| Address { text, country }), 0..4),
        born in vec(span(), 0..3),
        countries in vec(country(), 0..4),
        identifiers in vec((text(), text(), proptest::option::of(country())).prop_map(|(kind, value, country)| Identifier { kind, value, country }), 0..4),
        vessel in proptest::option::of(vessel()),
        days in (proptest::option::of(date()), proptest::option::of(date())),
    ) -> Entry {
        let kinds = [NameKind::Primary, NameKind::Alias, NameKind::Former, NameKind::Now, NameKind::Weak];
        let party = [PartyKind::Unstated, PartyKind::Individual, PartyKind::Entity, PartyKind::Vessel, PartyKind::Aircraft, PartyKind::Address];
        let [license_requirement, license_policy, title] = options;
        Entry {
            id: String::new(),
            kind: party[kind],
            names: names.into_iter().enumerate().map(|(at, (text, kind))| ListedName { text, kind: kinds[if at == 0 { 0 } else { kind }] }).collect(),
            programs: lists.0, citations: lists.1, birthplaces: lists.2, remarks: lists.3,
            license_requirement, license_policy, title, addresses, born, countries, identifiers, vessel, listed: days.0, ends: days.1,
        }
    }
}

/// Any list, in any order; the ids are set so that they are unique.
pub fn entries() -> impl Strategy<Value = Vec<Entry>> {
    vec(entry(), 0..30).prop_map(|mut entries| {
        entries.iter_mut().enumerate().for_each(|(at, entry)| entry.id = format!("{}", (at * 7919) % 1009));
        entries
    })
}
