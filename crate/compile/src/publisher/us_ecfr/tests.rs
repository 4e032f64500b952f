use super::*;
use crate::parse::staged;

const SMALL: &str = include_str!("../../../tests/lists/ecfr-744.xml");

#[test]
fn the_entity_list_with_aliases_footnotes_and_addresses() {
    let parsed = entity_list(SMALL.as_bytes()).unwrap();
    assert!(parsed.reconciles());
    assert_eq!((parsed.ledger.read, parsed.entries.len()), (5, 5));
    let [ghoura, example, huawei, address, second] = &parsed.entries[..] else { panic!("five entries: {:?}", parsed.problems) };
    assert_eq!(
        (ghoura.names[0].text.as_str(), ghoura.addresses.len(), ghoura.addresses[1].country.unwrap().as_str()),
        ("Abdul Example", 2, "AF")
    );
    assert!(ghoura.remarks.contains(&"See alternate addresses under Pakistan".to_owned()), "{:?}", ghoura.remarks);
    assert_eq!(ghoura.listed.unwrap().to_string(), "2011-11-21");
    let names: Vec<&str> = example.names.iter().map(|name| name.text.as_str()).collect();
    assert_eq!(names, ["Example Semiconductor (Beijing) Corporation", "ES Beijing", "ESB Co., Ltd."]);
    assert_eq!(example.addresses[0].text, "No. 18 Wen Chang Road, Beijing 100176, China");
    assert_eq!(
        (huawei.names[0].text.as_str(), huawei.license_policy.as_deref()),
        ("Example Technologies Co., Ltd.", Some("Presumption of denial"))
    );
    assert!(huawei.remarks.iter().any(|remark| remark.starts_with("Footnote 1: For this entity")), "{:?}", huawei.remarks);
    assert_eq!((address.kind, address.names.len(), address.addresses[0].country.unwrap().as_str()), (PartyKind::Address, 1, "HK"));
    assert_eq!((huawei.programs.join(" ").as_str(), address.programs.join(" ").as_str(), example.programs.len()), ("EL-FN1", "EL-ADDR", 0));
    assert_eq!((second.id.as_str(), second.kind, second.names[0].text.as_str()), ("TURKEY, Address 01", PartyKind::Address, "Address 01"));
}

#[test]
fn the_other_supplements_of_the_same_file() {
    let unverified = unverified(SMALL.as_bytes()).unwrap();
    assert_eq!((unverified.entries.len(), unverified.entries[0].names[0].text.as_str()), (1, "Example Optics LLC"));
    let users = military_end_users(SMALL.as_bytes()).unwrap();
    assert_eq!((users.entries.len(), users.entries[1].addresses[0].country.unwrap().as_str()), (2, "CN"));
    assert!(military_end_users(SMALL.replace("No. 7", "No. 9").as_bytes()).unwrap_err().found.contains("no Supplement No. 7"));
    assert!(
        entity_list(SMALL.replace("License requirement", "Remark").as_bytes()).unwrap_err().found.contains("country | entity | remark")
    );
}

#[test]
fn names_end_where_addresses_begin() {
    for (text, name, aliases, addresses) in [
        ("Huawei Example, Buenos Aires, Argentina; and", "Huawei Example", &[][..], &["Buenos Aires, Argentina"][..]),
        ("A Co., Ltd., Bantian, Shenzhen, China.", "A Co., Ltd.", &[], &["Bantian, Shenzhen, China"]),
        ("B, a.k.a., C Trading, Dubai, U.A.E.", "B", &["C Trading"], &["Dubai, U.A.E"]),
        (
            "B, a.k.a., the following two aliases: —C; and —D Ltd. 12 High Street, Minsk, Belarus.",
            "B",
            &["C", "D Ltd."],
            &["12 High Street, Minsk, Belarus"],
        ),
        ("B, f.k.a., the following one alias:\n-Old B.\n12 High Street, Minsk", "B", &["Old B"], &["12 High Street, Minsk"]),
        ("Lone Name", "Lone Name", &[], &[]),
        (
            "D, OOO (f.k.a., Old D), a.k.a., the following one alias: —DD. 1 High Street, Omsk",
            "D, OOO",
            &["Old D", "DD"],
            &["1 High Street, Omsk"],
        ),
    ] {
        let party = cell::read(text);
        assert_eq!(party.names[0].0, name, "{text}");
        assert_eq!(party.names[1..].iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), aliases, "{text}");
        assert_eq!(party.addresses, addresses, "{text}");
    }
}

/// Another project's reading of the real Entity List of July 2026 (3,409 rows), printed again in the eCFR's way and read back: how many names and
/// aliases come out as they went in. A cross-check of the splitting only; the file is not the publisher's.
#[test]
fn names_and_aliases_of_the_real_list_survive() {
    let Some(bytes) = staged("derived/nsfreg-2026-07-09/bis_entity_list.json") else { return };
    let list: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let (mut rows, mut same, mut differ) = (0, 0, Vec::new());
    for row in list["entities"].as_array().unwrap() {
        let name = row["name"].as_str().unwrap();
        let aliases: Vec<&str> = row["aliases"].as_array().unwrap().iter().filter_map(|alias| alias.as_str()).collect();
        let address = row["address"].as_str().unwrap_or_default();
        let list = aliases.iter().map(|alias| format!("—{alias}")).collect::<Vec<_>>().join("; and\n");
        let text = match aliases.len() {
            0 if address.is_empty() => name.to_owned(),
            0 => format!("{name}, {address}"),
            n => format!("{name}, a.k.a., the following {n} aliases:\n{list}.\n{address}"),
        };
        rows += 1;
        let party = cell::read(&text);
        let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<BTreeSet<String>>();
        let kept: BTreeSet<String> =
            party.names.iter().map(|(name, _)| name).chain(&party.addresses).chain(&party.remarks).flat_map(|text| words(text)).collect();
        let marks = words(&format!("a.k.a. f.k.a. the following {} aliases and also formerly known as", aliases.len()));
        let lost: Vec<String> = words(&text).into_iter().filter(|word| !kept.contains(word) && !marks.contains(word)).collect();
        assert_eq!(lost, Vec::<String>::new(), "{text}");
        let read: Vec<&str> = party.names.iter().map(|(name, _)| name.trim_end_matches('.')).collect();
        let printed: Vec<&str> = std::iter::once(name).chain(aliases).map(|name| name.trim_end_matches('.')).collect();
        if read == printed || (read.is_empty() && name.starts_with("Address ")) {
            same += 1
        } else {
            differ.push((printed.join(" | "), read.join(" | ")))
        }
    }
    println!("{same} of {rows} rows read back alike; others, for example: {:#?}", &differ[..differ.len().min(60)]);
    assert!(same * 100 >= rows * 95, "{same} of {rows}");
}
