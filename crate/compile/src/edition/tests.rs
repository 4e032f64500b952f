use super::*;
use proptest::prelude::*;
use redzone_index::{Address, Country, DateSpan, Digest, Identifier, ListedName, PartyKind, Vessel};

fn header() -> Header {
    Header {
        list: "us-sdn".to_owned(),
        title: "Specially Designated Nationals".to_owned(),
        publisher: "OFAC".to_owned(),
        authority: "31 CFR chapter V".to_owned(),
        as_of: Date::parse("2026-07-31").unwrap(),
        notice: "starter data, not current".to_owned(),
        provenance: vec![Provenance { fields: "names".to_owned(), source: "CSL = 2026-07-31".to_owned() }],
        sources: vec![Source { form: "csl-json".to_owned(), digest: Digest::of(b"") }],
        change: Change { since: Date::parse("2026-06-30").unwrap(), added: 1, delisted: 20, renamed: 0, changed: 3 }.into(),
        waivers: vec!["2026-08-01 shrink 36 173: delisted".to_owned()],
        source_rows: 3,
        joined_rows: 3,
        ended_rows: 0,
        dropped_rows: 1,
        problems: 2,
    }
}

pub(crate) fn entry(id: &str, name: &str) -> Entry {
    Entry { id: id.to_owned(), names: vec![ListedName { text: name.to_owned(), kind: NameKind::Primary }], ..Entry::default() }
}

pub(crate) fn edition(entries: Vec<Entry>) -> Edition {
    Edition { header: header(), entries }
}

fn some_text() -> impl Strategy<Value = String> {
    prop_oneof!["[@=+#%: ]{0,3}[a-zA-Z,.]{0,6}[ \n\r\t\\\\\u{81}\u{2028}é华-]{0,4}", "[ -~]{0,20}", ".{0,12}"]
}

prop_compose! {
    fn some_entry()(
        texts in prop::collection::vec(some_text(), 24),
        many in prop::collection::vec(some_text(), 0..4),
        kind in 0..6usize,
        flags in any::<u16>(),
        span in (1..4000u16, 1..4000u16, any::<bool>()),
    ) -> Entry {
        let on = |bit: u16| flags & 1 << bit != 0;
        let country = |bit: u16| if on(bit) { Country::from_code("kp") } else { None };
        let day = |year: u16| Date::new(year, 2, 3).unwrap();
        let kinds = [PartyKind::Unstated, PartyKind::Individual, PartyKind::Entity, PartyKind::Vessel, PartyKind::Aircraft, PartyKind::Address];
        let aliases = [NameKind::Weak, NameKind::Alias, NameKind::Now, NameKind::Former];
        let mut names = vec![ListedName { text: texts[0].clone(), kind: NameKind::Primary }];
        names.extend(many.iter().zip(aliases).map(|(text, kind)| ListedName { text: text.clone(), kind }));
        Entry {
            id: format!("x{}", texts[1]),
            kind: kinds[kind],
            names,
            programs: many.clone(),
            citations: many.clone(),
            license_requirement: on(0).then(|| texts[2].clone()),
            license_policy: on(1).then(|| texts[3].clone()),
            addresses: many.iter().map(|text| Address { text: text.clone(), country: country(2) }).collect(),
            born: if on(3) { vec![DateSpan { from: day(span.0.min(span.1)), to: day(span.0.max(span.1)), circa: span.2 }] } else { vec![] },
            birthplaces: many.clone(),
            countries: if on(4) { vec![Country::from_code("IR").unwrap(), Country::from_code("SY").unwrap()] } else { vec![] },
            identifiers: many.iter().map(|text| Identifier { kind: text.clone(), value: texts[4].clone(), country: country(5) }).collect(),
            title: on(6).then(|| texts[5].clone()),
            vessel: on(7).then(|| Vessel {
                call_sign: texts[6].clone(),
                vessel_type: texts[7].clone(),
                tonnage: texts[8].clone(),
                gross_registered_tonnage: texts[9].clone(),
                flag: texts[10].clone(),
                owner: texts[11].clone(),
            }),
            remarks: many,
            listed: on(8).then(|| day(1999)),
            ends: on(9).then(|| day(2056)),
        }
    }
}

proptest! {
    #[test]
    fn whatever_an_entry_holds_comes_back(entry in some_entry()) {
        let written = write(&edition(vec![entry.clone()]));
        let back = read(&written).map_err(|why| TestCaseError::fail(format!("{why}\n{written}")))?;
        prop_assert_eq!(&back.entries[0], &entry);
        prop_assert_eq!(write(&back), written);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(Edition|Form|Id|Name|As-Of|Counts|[ -~\n]{0,9})(: | |\n|:)[ -~\n]{0,40}") {
        let _ = read(&text);
    }
}

#[test]
fn entries_stand_in_the_order_of_their_numbers() {
    let ids = ["9", "10", "424", "0a"];
    let written = write(&edition(ids.iter().map(|id| entry(id, "X")).collect()));
    assert_eq!(read(&written).unwrap().entries.len(), 4);
    let wrong = write(&edition(vec![entry("10", "X"), entry("9", "X")]));
    assert!(read(&wrong).unwrap_err().expected.contains("rising"));
    let twice = write(&edition(vec![entry("9", "X"), entry("9", "Y")]));
    assert!(read(&twice).unwrap_err().expected.contains("each once"));
}

#[test]
fn what_is_not_canonical_is_refused_with_its_line() {
    let good = write(&edition(vec![entry("7", "X"), Entry { remarks: vec!["R".to_owned()], ..entry("8", "Y") }]));
    let start = good.lines().position(|line| line == "Id: 7").unwrap() + 1;
    let cases = [
        ("a field of another make", good.replace("Id: 8\n", "Id: 8\nColour: red\n"), start + 4),
        ("an order of its own", good.replace("Name: Y\nRemark: R\n", "Remark: R\nName: Y\n"), start + 4),
        ("no primary name", good.replace("Name: Y\n", ""), start + 5),
        ("an unknown escape", good.replace("Name: Y", "Name: \\q"), start + 4),
        ("a blank too many", good.replace("Name: Y", "Name:  Y"), start + 4),
        ("no blank", good.replace("Name: Y", "Name:Y"), start + 4),
        ("no colon", good.replace("Name: Y", "Name Y"), start + 4),
        ("two blank lines", good.replace("\nId: 8", "\n\nId: 8"), start + 3),
        ("a later form", good.replace("Form: 1", "Form: 2"), 2),
        ("no end of line", good.trim_end().to_owned(), start + 5),
    ];
    for (what, text, line) in cases {
        assert_ne!(text, good, "{what}");
        let error = read(&text).unwrap_err();
        assert_eq!(error.line, line, "{what}: {error}");
    }
}

#[test]
fn a_file_cut_between_two_entries_is_refused() {
    let good = write(&edition(vec![entry("7", "X"), entry("8", "Y")]));
    let cut = good.replace("\nId: 8\nName: Y\n", "");
    let error = read(&cut).unwrap_err();
    assert!(error.found.contains("cut"), "{error}");
    assert!(error.expected.contains("2 entries"), "{error}");
    assert!(read("").is_err());
    for at in 0..good.len() {
        assert!(read(&good[..at]).is_err(), "cut at {at}");
    }
}
