use super::*;
use crate::places::{PlaceNames, PlaceSources};
use redzone_index::rules::Tone;

/// A world of three countries and a region, so that a pack fits on a screen.
fn names() -> PlaceNames {
    let cldr = "CN\tChina\nDE\tGermany\nUA\tUkraine";
    PlaceNames::read(PlaceSources { cldr, ours: "", regions: "UA-43\tCrimea", ambiguous: "" }).unwrap()
}

const PACK: &str = r#"
[pack]
id = "test"
as_of = "2026-01-01"
review_by = "2026-06-01"
covers_from = "2025-01-01"
in_no_table = "UA-43"

[default]
citation = "15 CFR 740 Supp. 1"
source = "a copy"
as_of = "2026-01-01"
state = "printed"
confidence = "verified"

[[group]]
id = "group-CN"
place = "CN"
groups = "D:1 D:5"

[[group]]
id = "group-DE"
place = "DE"
groups = "A:1 B"

[[group]]
id = "group-UA"
place = "UA"
groups = "B"

[[rule]]
id = "itar-cn"
jurisdiction = "US"
authority = "State/DDTC"
kind = "itar-126.1"
test = "destination"
places = "CN"
level = "license-needed"
scope = "defence-articles"
title = "China"
says = "denied"
next_step = "stop"
"#;

fn pack(text: &str) -> Result<Rules, RuleError> {
    compile(&[RuleFile { name: "test.toml".into(), text: text.into() }], &names())
}

/// The pack with one thing changed.
fn with(from: &str, to: &str) -> String {
    assert_eq!(PACK.matches(from).count(), 1, "{from:?} must stand once in the pack");
    PACK.replace(from, to)
}

fn plus(more: &str) -> String {
    format!("{PACK}\n{more}")
}

#[test]
fn a_small_pack_compiles() {
    let rules = pack(PACK).unwrap();
    assert_eq!((rules.groups.len(), rules.rules.len()), (3, 1));
    assert_eq!(rules.register.iter().map(|id| id.as_ref()).collect::<Vec<_>>(), ["group-CN", "group-DE", "group-UA", "itar-cn"]);
    assert_eq!(rules.names.meaning("Crimea").and_then(|meaning| meaning.place()), Place::parse("UA-43"));
    assert_eq!(rules.names.meaning("UA-43").and_then(|meaning| meaning.place()), Place::parse("UA-43"));
}

/// Every way a pack can be wrong that the compiler must see, the change that makes it so, and what the error says.
#[test]
fn what_must_be_refused_is_refused_with_its_reason() {
    let group = |id: &str, more: &str| plus(&format!("[[group]]\nid = \"{id}\"\n{more}"));
    let cases = [
        ("no citation", with("citation = \"15 CFR 740 Supp. 1\"", ""), "citation is missing"),
        ("an empty citation", with("citation = \"15 CFR 740 Supp. 1\"", "citation = \" \""), "citation is missing"),
        ("no source", with("source = \"a copy\"", ""), "source is missing"),
        ("no issue date", with("as_of = \"2026-01-01\"\nstate", "state"), "as_of is missing"),
        ("an unknown state", with("state = \"printed\"", "state = \"rumoured\""), "expected one of printed, enforced, announced"),
        ("an unknown confidence", with("\"verified\"", "\"sure\""), "expected one of verified, unverified"),
        ("a country that is none", with("place = \"DE\"", "place = \"QQ\""), "\"QQ\" is no country or region"),
        ("a region that is none", with("places = \"CN\"", "places = \"UA-99\""), "\"UA-99\" is no country or region"),
        ("a group that is none", with("groups = \"A:1 B\"", "groups = \"A:9\""), "\"A:9\" is no country group"),
        ("a day that is none", with("groups = \"B\"", "groups = \"B\"\nfrom = \"2026-02-30\""), "expected a day as YYYY-MM-DD"),
        ("a day as TOML writes it", with("groups = \"B\"", "groups = \"B\"\nfrom = 2026-02-03"), "expected a text in quotes"),
        (
            "an end before the beginning",
            with("groups = \"B\"", "groups = \"B\"\nfrom = \"2026-02-03\"\nto = \"2026-02-02\""),
            "would never hold",
        ),
        (
            "an end that nothing follows",
            with("groups = \"B\"", "groups = \"B\"\nto = \"2026-02-02\""),
            "no row of group-UA begins the day after",
        ),
        (
            "an end unexplained in another word",
            with("groups = \"B\"", "groups = \"B\"\nto = \"2026-02-02\"\nthen = \"later\""),
            "ended or unknown",
        ),
        ("what comes after no end", with("groups = \"B\"", "groups = \"B\"\nthen = \"ended\""), "the row has no \"to\""),
        ("an id that stands twice", group("group-UA", "place = \"UA\"\ngroups = \"B\""), "a second row with this id"),
        (
            "two rows of one fact on one day",
            group("group-UA@2026", "place = \"UA\"\ngroups = \"B\"\nfrom = \"2026-01-01\""),
            "shares days with group-UA",
        ),
        ("two facts on one country's groups", group("other", "place = \"UA\"\ngroups = \"B\""), "both say the groups of UA"),
        (
            "a member of D:5 that is not in 126.1",
            with("places = \"CN\"", "places = \"DE\""),
            "CN is in Country Group D:5 and not in 22 CFR 126.1",
        ),
        (
            "a country of 126.1 that is not in D:5",
            with("places = \"CN\"", "places = \"CN DE\""),
            "DE is in 22 CFR 126.1 and not in Country Group D:5",
        ),
        ("a place in no table", with("in_no_table = \"UA-43\"", "in_no_table = \"\""), "UA-43 stands in no table"),
        (
            "a place in a table and in none",
            with("in_no_table = \"UA-43\"", "in_no_table = \"UA-43 DE\""),
            "DE stands in a table and in in_no_table",
        ),
        ("a rule on nothing", with("places = \"CN\"", "places = \"\""), "names no place and no group"),
        ("a mistyped field", with("next_step = \"stop\"", "next_step = \"stop\"\nleveI = \"x\""), "\"leveI\" is no field"),
        ("a mistyped table", plus("[[grup]]\nid = \"x\""), "\"grup\" is no kind of row"),
        ("a row without an id", plus("[[group]]\nplace = \"DE\""), "id is missing"),
        ("a review before the issue", with("review_by = \"2026-06-01\"", "review_by = \"2025-06-01\""), "<= review_by"),
        ("no TOML", "citation = ".to_owned(), "TOML"),
        ("nothing", String::new(), "stands in no table"),
        ("a loop", plus("[[follows]]\nid = \"f\"\nplace = \"UA-43\"\nfollows = \"UA-43\""), "follows"),
        ("a follower with groups of its own", plus("[[follows]]\nid = \"f\"\nplace = \"DE\"\nfollows = \"UA\""), "groups of its own"),
    ];
    for (what, text, says) in cases {
        match pack(&text) {
            Ok(_) => panic!("{what}: compiled"),
            Err(why) => assert!(why.to_string().contains(says), "{what}: expected {says:?} in {why}"),
        }
    }
}

#[test]
fn a_pack_has_one_head() {
    let file = |text: &str| RuleFile { name: "test.toml".into(), text: text.into() };
    let twice = [file(PACK), file(&PACK[..PACK.find("[default]").unwrap()])];
    assert!(compile(&twice, &names()).unwrap_err().to_string().contains("a second [pack]"));
    let headless = PACK.replace("[pack]", "[default]").replacen("[default]", "[ignored]", 1);
    assert!(pack(&headless).is_err());
}

#[test]
fn errors_name_the_file_and_the_row() {
    let why = pack(&with("place = \"DE\"", "place = \"QQ\"")).unwrap_err();
    assert_eq!((why.file.as_str(), why.row.as_str()), ("test.toml", "group-DE"));
}

#[test]
fn a_mismatch_with_a_note_and_a_row_with_a_successor_compile() {
    let noted = with("groups = \"D:1 D:5\"", "groups = \"D:1\"");
    assert!(pack(&noted).is_err());
    let noted = noted.replace("next_step = \"stop\"", "next_step = \"stop\"\nd5_note = \"the table follows later\"");
    assert_eq!(pack(&noted).unwrap().rules[0].from.note.as_ref(), "the table follows later");
    let dated = with("groups = \"B\"", "groups = \"B\"\nto = \"2026-02-02\"");
    let dated = format!("{dated}\n[[group]]\nid = \"group-UA@2026-02-03\"\nplace = \"UA\"\ngroups = \"A:2 B\"\nfrom = \"2026-02-03\"\n");
    assert_eq!(pack(&dated).unwrap().groups.len(), 4);
}

#[test]
fn the_shipped_lists_and_their_effects() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lists/rules");
    let rules = compile(&read_folder(&folder).unwrap(), crate::places::names()).unwrap();
    for (list, code, tone) in [
        ("us-sdn", "SDN", Tone::Stop),
        ("us-el", "EL", Tone::License),
        ("us-dpl", "DPL", Tone::Stop),
        ("us-uvl", "UVL", Tone::Caution),
        ("us-meu", "MEU", Tone::License),
        ("us-cmic", "NS-CMIC", Tone::Limited),
        ("us-isn", "ISN", Tone::ReadEntry),
        ("us-dtc", "DTC", Tone::Stop),
        ("un-sc", "UN", Tone::Stop),
    ] {
        let effect = rules.effect(list).unwrap_or_else(|| panic!("{list} has no effect"));
        assert_eq!((effect.code.as_ref(), effect.tone), (code, tone));
        assert!(!effect.from.citation.is_empty() && !effect.next_step.is_empty());
    }
    assert!(rules.effect("us-unheard-of").is_none());
    let parts = ["EL-FN4", "EL-ADDR", "SDN", "SDGT"].map(str::to_owned);
    let codes: Vec<&str> = rules.effects("us-el", &parts).into_iter().map(|effect| effect.code.as_ref()).collect();
    assert_eq!(codes, ["EL", "EL-FN4", "EL-ADDR"], "parts of a list, and no other list");
    assert!(rules.effect_by_code("EL-FN4").unwrap().effect.contains("advanced-computing"));
    // Lists that ask for care are never shown as a prohibition, and say themselves that they are none.
    let care = crate::catalog::Catalog::ours().lists.iter().filter(|list| list.tier == "due-diligence");
    let care: Vec<_> = care.map(|list| (list, rules.effect(&list.id).unwrap_or_else(|| panic!("{} has no effect", list.id)))).collect();
    assert_eq!(care.len(), 5);
    for (list, effect) in care {
        // The import ban of the UFLPA limits what goes into the US, not what is exported.
        assert!(matches!(effect.tone, Tone::Caution | Tone::Limited), "{}", list.id);
        assert!(list.hit.starts_with("No ban of exports"), "{}", list.id);
        assert!(!effect.next_step.contains("stop") && !effect.meaning.contains("prohibit"), "{}: {}", list.id, effect.meaning);
    }
}
