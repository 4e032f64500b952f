//! The item classifier: the staged vectors, and boundary vectors of our own, each with its derivation.

use super::{question, shared};
use redzone_record::Json;
use redzone_record::deal::words;
use redzone_screen::deal::{Class, ItemKind, classify};

fn item(json: &Json) -> (Class, Option<ItemKind>) {
    let item = redzone_record::deal::item(json, String::new()).unwrap();
    (classify(item.kind, &item.figures), item.kind)
}

#[test]
fn the_staged_vectors() {
    let Some(path) = shared("facts/tpp_vectors.csv") else { return };
    let mut seen = 0;
    for row in csv::Reader::from_path(path).unwrap().deserialize::<std::collections::HashMap<String, String>>() {
        let row = row.unwrap();
        let rate = Json::object([
            ("tera_ops", Json::from(row["peak_tera_ops"].as_str())),
            ("bits", Json::Integer(row["bit_length"].parse().unwrap())),
        ]);
        let unit = Json::object([
            ("count", Json::from(1u8)),
            ("planar", false.into()),
            ("area_mm2", row["die_area_mm2"].as_str().into()),
            ("rates", Json::List(vec![rate])),
        ]);
        let (class, kind) = item(&Json::object([
            ("kind", "chip".into()),
            ("datacentre", Json::from(row["datacentre"] == "yes")),
            ("units", Json::List(vec![unit])),
        ]));
        assert_eq!(class.paragraph(kind), row["expected"], "{}: {}", row["id"], row["why"]);
        assert_eq!(class.tpp.to_string(), row["tpp"].trim_end_matches(".0"), "{}", row["id"]);
        seen += 1;
    }
    assert_eq!(seen, 14);
}

#[test]
fn our_own_vectors() {
    let table: toml::Table = include_str!("items.toml").parse().unwrap();
    let cases = table["case"].as_array().unwrap();
    for case in cases {
        let why = case["why"].as_str().unwrap();
        let (class, kind) = item(&question::json(&case["item"]));
        assert_eq!(class.paragraph(kind), case["is"].as_str().unwrap(), "{why}: {class:?}");
        if let Some(tpp) = case.get("tpp") {
            assert_eq!(class.tpp.to_string(), tpp.as_str().unwrap(), "{why}");
        }
        for limit in super::cases::texts(case, "limits") {
            let told = |margin: &redzone_screen::deal::Margin| {
                format!(
                    "{} {}: {} {}",
                    margin.limit,
                    redzone_screen::deal::Range::exactly(margin.at),
                    margin.value,
                    words::tri(margin.reached)
                )
            };
            let margins: Vec<String> = class.margins(kind).iter().map(told).collect();
            assert!(margins.contains(&limit), "{why}: {margins:?}");
        }
        let missing: Vec<String> = class.missing.iter().map(|missing| format!("{missing:?}")).collect();
        if case.get("missing").is_some() {
            assert_eq!(missing, super::cases::texts(case, "missing"), "{why}");
        }
    }
    assert!(cases.len() >= 40, "{}", cases.len());
}
