//! Sources broken as real ones were (the incident register of the project's research): each is refused, by name, with a remedy.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use redzone_compile::catalog::{Catalog, ListEntry};
use redzone_compile::edition::Edition;
use redzone_compile::import::{Imported, Options, guarded, import};
use redzone_compile::{Refusal, us, waiver};
use redzone_index::Date;

const SDN: &str = "Specially Designated Nationals (SDN) - Treasury Department";
const EL: &str = "Entity List (EL) - Bureau of Industry and Security";

/// A screening list in trade.gov's shape with so many SDN and Entity List rows.
fn json(sdn: std::ops::Range<usize>, el: usize) -> String {
    let row = |source: &str, number: String, name: String| {
        format!(
            r#"{{"_id":"x","source":"{source}","entity_number":"{number}","type":"Entity","programs":["SDGT"],"name":"{name}",
            "addresses":[{{"address":"1 Street","city":"Minsk","state":null,"postal_code":"22","country":"BY"}}],
            "alt_names":["Also {name}"],"federal_register_notice":"87 FR 1","ids":[{{"type":"Tax ID No.","number":"7","country":"RU"}}]}}"#
        )
    };
    let mut rows: Vec<String> = sdn.map(|number| row(SDN, number.to_string(), format!("Party {number}"))).collect();
    rows.extend((0..el).map(|number| row(EL, String::new(), format!("Factory {number}"))));
    format!(r#"{{"total":{},"results":[{}]}}"#, rows.len(), rows.join(","))
}

/// A catalog of two lists.
fn catalog() -> Catalog {
    let mut catalog = Catalog::ours().clone();
    catalog.lists.retain(|list| ["us-sdn", "us-el"].contains(&list.id.as_str()));
    catalog.lists.iter_mut().for_each(|list: &mut ListEntry| (list.floor, list.fill) = (10, Default::default()));
    catalog
}

fn imported(text: &str, day: &str) -> Result<Imported, Refusal> {
    let file = us::read("list.json", text.as_bytes())?;
    import(&[file], &catalog(), &Options { as_of: Date::parse(day), notice: String::new() })
}

fn last() -> Vec<Edition> {
    imported(&json(1..201, 100), "2026-07-01").unwrap().editions.into_iter().map(|(edition, _)| edition).collect()
}

fn after(text: &str, day: &str) -> Result<Imported, Refusal> {
    let mut imported = imported(text, day)?;
    guarded(&mut imported, &last(), &catalog(), &[]).map(|()| imported)
}

fn refused(what: &str, text: &[u8]) -> Refusal {
    let refusal = us::read("list", text).expect_err(what);
    assert!(!refusal.remedy.is_empty() && !refusal.expected.is_empty() && !refusal.found.is_empty(), "{what}: {refusal}");
    refusal
}

#[test]
fn bytes_that_are_no_list_are_refused_as_bad_input() {
    let good = json(1..30, 20);
    let quartet = "36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
    let header = us_header();
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", Vec::new(), "nothing"),
        ("blanks", b" \r\n \n".to_vec(), "nothing"),
        ("only the end mark", b"\x1a".to_vec(), "starts with"),
        ("a web page", b"<!DOCTYPE html><html><body>403 Forbidden</body></html>".to_vec(), "web page"),
        ("a waiting room", b"<html><head><title>Just a moment...</title></head>".to_vec(), "web page"),
        ("a message", b"Service unavailable".to_vec(), "starts with"),
        ("an error as JSON", br#"{"message":"API rate limit exceeded"}"#.to_vec(), "none"),
        ("JSON cut in the middle of a row", good.as_bytes()[..good.len() / 2].to_vec(), "cut"),
        ("JSON cut between two rows", good.as_bytes()[..good.rfind(",{\"_id\"").unwrap()].to_vec(), "cut"),
        ("UTF-16", [0xff, 0xfe].into_iter().chain(good.encode_utf16().flat_map(u16::to_le_bytes)).collect(), "UTF-16"),
        ("UTF-16 without a mark", good.encode_utf16().flat_map(u16::to_le_bytes).collect(), "NUL"),
        ("Latin-1", quartet.replace("AIRLINES", "L\u{ed}neas").chars().map(|c| c as u8).collect(), "0xed"),
        ("a NUL", good.replace("Party 7", "Party\u{0}7").into_bytes(), "NUL"),
        ("an open quote", quartet.repeat(3).replacen("AIRLINES\"", "AIRLINES", 1).into_bytes(), "end of the file"),
        ("a row cut short", format!("{quartet}{}", &quartet[..30]).into_bytes(), "columns"),
        ("text after the end mark", format!("{quartet}\x1a{quartet}").into_bytes(), "end mark"),
        ("a column that is gone", format!("{}\n", header.replace(",alt_names", "")).into_bytes(), "none"),
        ("a column of another name", format!("{}\n", header.replace("places_of_birth", "pob")).into_bytes(), "none"),
        ("an unknown kind of alias", b"36,12,zka,\"X\",-0-\r\n".to_vec(), "zka"),
        ("a row that is no object", br#"{"results":[7]}"#.to_vec(), "7"),
    ];
    println!("{} broken sources", cases.len());
    for (what, bytes, found) in cases {
        let refusal = refused(what, &bytes);
        assert_eq!(refusal.guard, None, "{what}");
        assert!(refusal.found.contains(found), "{what}: {refusal}");
    }
}

fn us_header() -> String {
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,\
     license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,\
     source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids"
        .to_owned()
}

#[test]
fn lists_that_changed_too_much_are_refused_by_a_guard() {
    let day = "2026-08-01";
    let cases: Vec<(&str, String, &str, &str)> = vec![
        ("a sub-list that is gone, as in May 2024", json(0..0, 100), day, "missing-list"),
        ("eight rows taken for the whole list", json(1..9, 100), day, "floor"),
        ("sixty entries gone", json(61..201, 100), day, "shrink"),
        ("eleven of two hundred gone", json(12..201, 100), day, "shrink"),
        ("as many entries, but other ones", json(101..301, 100), day, "shrink"),
        ("half as many again", json(1..301, 100), day, "growth"),
        ("a day before the last edition", json(1..201, 100), "2026-06-30", "date"),
        ("no addresses any more", json(1..201, 100).replace("\"addresses\"", "\"address_list\""), day, "fill"),
        ("no aliases any more", json(1..201, 100).replace("\"alt_names\"", "\"names\""), day, "fill"),
        ("no numbers any more", json(1..201, 100).replace("\"ids\"", "\"numbers\""), day, "fill"),
        ("an id twice", json(1..201, 100).replace("\"entity_number\":\"9\"", "\"entity_number\":\"8\""), day, "duplicate-ids"),
        ("a source that nobody knows", json(1..201, 100).replace(EL, "New List (NEW) - Somewhere"), day, "unknown-source"),
        ("a total that is not so", json(1..201, 100).replace("\"total\":300", "\"total\":900"), day, "declared-count"),
    ];
    for (what, text, day, guard) in cases {
        let refusal = after(&text, day).map(|_| ()).expect_err(what);
        assert_eq!(refusal.guard, Some(guard), "{what}: {refusal}");
        assert!(refusal.remedy.contains("waive"), "{what}: {refusal}");
    }
    assert!(after(&json(1..201, 100), day).is_ok(), "the same list again");
    assert!(after(&json(5..206, 101), day).is_ok(), "four gone, six more");
}

#[test]
fn a_waiver_that_names_the_ids_lets_a_change_pass_and_is_recorded() {
    let ids: Vec<String> = (1..61).map(|id| format!("\"{id}\"")).collect();
    let file = |ids: &str, date: &str| {
        format!("[[waiver]]\nlist = \"us-sdn\"\nguard = \"shrink\"\ndate = \"{date}\"\nreason = \"delisted\"\nids = [{ids}]\n")
    };
    let try_with = |text: &str| {
        let mut imported = imported(&json(61..201, 100), "2026-08-01").unwrap();
        guarded(&mut imported, &last(), &catalog(), &waiver::read(text).unwrap()).map(|()| imported)
    };
    let passed = try_with(&file(&ids.join(","), "2026-08-01")).unwrap();
    let sdn = passed.editions.iter().find(|(edition, _)| edition.header.list == "us-sdn").unwrap();
    assert!(sdn.0.header.waivers[0].contains("delisted"), "{:?}", sdn.0.header.waivers);
    assert!(try_with(&file(&ids[1..].join(","), "2026-08-01")).is_err(), "an id that is not named");
    assert!(try_with(&file(&ids.join(","), "2026-01-01")).is_err(), "a permission from before the last edition");
    assert!(waiver::read(&file("", "2026-08-01")).is_err());
    assert!(waiver::read(&file("\"1\"", "soon")).is_err());
    assert!(waiver::read("[[waiver]]\nlist = 3").is_err());
}

#[test]
fn the_official_json_shape_is_read_field_by_field() {
    let text = r#"{"results":[{"id":"9d","source":"Denied Persons List (DPL) - Bureau of Industry and Security","name":" I. ASH","type":null,
        "addresses":[{"address":"FCI","city":"SEAGOVILLE","state":"TX","postal_code":"75159","country":"US"}],
        "federal_register_notice":"68 F.R. 38290 6/27/03","start_date":"2003-06-19","end_date":"3017-06-29","standard_order":"N",
        "remarks":"FR NOTICE ADDED","alt_names":["@MADEAMAZE_BOT","=cmd"],"dates_of_birth":["1967","circa 1951","someday"],
        "nationalities":["IQ"],"citizenships":["IQ","CA"],"places_of_birth":["Tall 'Afar, Iraq"],
        "ids":[{"type":"Passport","number":"BC166787","country":"CA","issue_date":"2001-01-01","expiration_date":null},{"type":"Gender","number":"Male"}],
        "new_field":1}]}"#;
    let file = us::read("x.json", text.as_bytes()).unwrap();
    let imported = import(&[file], Catalog::ours(), &Options { as_of: Date::parse("2026-08-01"), notice: String::new() }).unwrap();
    let (edition, problems) = &imported.editions[0];
    let entry = &edition.entries[0];
    assert_eq!(entry.names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>(), ["I. ASH", "@MADEAMAZE_BOT", "=cmd"]);
    assert_eq!(entry.addresses[0].text, "FCI, SEAGOVILLE, TX, 75159");
    assert_eq!(entry.listed, Date::parse("2003-06-19"));
    assert_eq!(entry.ends, None, "the year 3017 is a slip of the pen");
    assert_eq!(entry.born.iter().map(ToString::to_string).collect::<Vec<_>>(), ["1967", "~1951"]);
    assert_eq!(entry.countries.len(), 2);
    assert_eq!(entry.identifiers[0].value, "BC166787");
    assert_eq!(
        entry.remarks,
        ["FR NOTICE ADDED", "Passport BC166787: issued 2001-01-01", "DOB someday", "Gender Male", "Not a standard order"]
    );
    let groups: Vec<&str> = problems.iter().map(|problem| problem.group).collect();
    assert!(
        groups.iter().any(|group| group.contains("end dates")) && groups.iter().any(|group| group.contains("birth dates")),
        "{groups:?}"
    );
    assert!(imported.problems.iter().any(|problem| problem.what == "new_field"));
}
