//! Small packs for command-line tests, good ones and spoilt ones, signed with a key of the tests' own.

use redzone_compile::{places, rules};
use redzone_index::rules::{Level, Rules};
use redzone_index::{
    Address, Country, Date, Entry, FileFacts, ListHeader, ListedName, Manifest, NameKind, Notice, PackFacts, PartyKind, Policy, SecretKey,
    Trust, write_list,
};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// The names on the one list of these packs: invented.
const NAMES: [&str; 4] = ["Quibbleforth Optronics Co., Ltd.", "ZZYZX, Waldemar Ingo", "Grommash Shipping Lines", "Óscar Übermaß"];

/// Replaces `{key}`, `{pack}` and `{pack:HOW}` in an argument; packs are made in `scratch` when they are first named.
pub fn place(argument: &str, scratch: &Path) -> String {
    let argument = argument.replace("{key}", &key().public().to_string());
    let Some((before, rest)) = argument.split_once("{pack") else { return argument };
    let (how, after) = rest.split_once('}').unwrap();
    let how = how.strip_prefix(':').unwrap_or("good");
    let dir = scratch.join(how);
    if !dir.exists() {
        make(how, &dir);
    }
    format!("{before}{}{after}", dir.display())
}

fn key() -> SecretKey {
    SecretKey::from_seed(&[42; 32])
}

fn entries() -> Vec<Entry> {
    let named = |(number, name): (usize, &&str)| Entry {
        id: format!("t-{number}"),
        kind: PartyKind::Entity,
        names: vec![ListedName { text: (*name).to_owned(), kind: NameKind::Primary }],
        programs: vec!["TEST".into()],
        citations: vec!["1 FR 1".into()],
        license_requirement: Some("For all items".into()),
        listed: Date::parse("2020-02-02"),
        ..Entry::default()
    };
    NAMES.iter().enumerate().map(named).collect()
}

/// The rules of the source tree.
pub fn shipped_rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lists/rules");
        rules::compile(&rules::read_folder(&folder).unwrap(), places::names()).unwrap()
    })
}

/// The rules of a pack whose name ends in `rules`: those shipped, or with the row `own-ofac` changed or taken away, or the test list among those they speak of; the later ones have another
/// level for Crimea too, and the newer list.
fn rules_of(how: &str) -> Option<Rules> {
    let mut rules = shipped_rules().clone();
    match how {
        "rules" | "flipped-rules" => {}
        // Of the one list the rules say what they say of the SDN list, and of its entries what they say of a footnote of the Entity List.
        "law-rules" => {
            rules.effects.iter_mut().find(|effect| effect.code.as_ref() == "SDN").unwrap().lists.push("test".into());
            rules.effects.iter_mut().find(|effect| effect.code.as_ref() == "EL-FN4").unwrap().code = "TEST".into();
        }
        "newer-rules" => {
            let row = rules.clauses.iter_mut().find(|clause| clause.from.id.as_ref() == "own-ofac").unwrap();
            row.says = "changed".into();
        }
        "later-rules" => {
            rules.rules.iter_mut().find(|rule| rule.from.id.as_ref() == "us-ear-ua-43").unwrap().level = Level::Prohibited;
            rules.clauses.iter_mut().find(|clause| clause.from.id.as_ref() == "own-ofac").unwrap().says = "changed".into();
        }
        "fewer-rules" => {
            rules.clauses.retain(|clause| clause.from.id.as_ref() != "own-ofac");
            rules.register.retain(|id| id.as_ref() != "own-ofac");
        }
        _ => return None,
    }
    Some(rules)
}

fn make(how: &str, dir: &Path) {
    let day = |text| Date::parse(text).unwrap();
    let mut entries = entries();
    if matches!(how, "newer" | "later-rules") {
        entries.remove(2);
        entries[1].programs.push("OTHER".into());
        let name = ListedName { text: "Bartleby Hexachord Trading".into(), kind: NameKind::Primary };
        entries.push(Entry { id: "t-9".into(), names: vec![name], ..entries[0].clone() });
    }
    if rules_of(how).is_some() {
        let text = "Unit 5, 3/F, Quibble King Commercial Centre, 2-16 Fayuen Street".to_owned();
        let addresses = vec![Address { text, country: Country::from_code("HK") }];
        let names = vec![ListedName { text: "Address 08".into(), kind: NameKind::Primary }];
        entries.push(Entry { id: "t-8".into(), kind: PartyKind::Address, names, addresses, ..Entry::default() });
    }
    let header = ListHeader { id: "test".into(), title: "Test list".into(), publisher: "Tests".into(), as_of: day("2026-07-31") };
    let files = write_list(&header, &entries).unwrap();
    let mut facts = PackFacts {
        version: PackFacts::version(day("2026-07-31"), 1),
        engine: "0.1.0".into(),
        fold: redzone_names::FOLD_VERSION,
        built: day("2026-07-31"),
        expires: day("2027-07-31"),
        policy: Policy::default(),
        notice: None,
        lists: vec![files.facts.clone()],
        rules: None,
        waivers: Vec::new(),
        trust: Trust::any(&[key().public()]),
    };
    let mut signer = key();
    let mut rules = rules_of(how).map(|rules| rules.to_bytes());
    facts.rules = rules.as_ref().map(|bytes| FileFacts::of("rules.rz", bytes));
    match how {
        "starter" | "rules" => facts.notice = Some(Notice { code: "starter".into(), stop: 730 }),
        "expired" => facts.expires = day("2026-08-01"),
        "newer" | "later-rules" => {
            facts.built = day("2026-08-15");
            facts.version = PackFacts::version(facts.built, 1);
        }
        "other-text-rules" => facts.fold = 999,
        "other-key" => {
            signer = SecretKey::from_seed(&[43; 32]);
            facts.trust = Trust::any(&[signer.public()]);
        }
        _ => {}
    }
    let (mut search, mut detail, mut manifest) = (files.search, files.detail, Manifest::sign(&facts, &[&signer]).unwrap().into_bytes());
    match how {
        "flipped" => *search.last_mut().unwrap() ^= 1,
        "flipped-rules" => *rules.as_mut().unwrap().last_mut().unwrap() ^= 1,
        "flipped-detail" => *detail.last_mut().unwrap() ^= 1,
        "cut" => search.truncate(search.len() / 2),
        "altered-manifest" => manifest = String::from_utf8(manifest).unwrap().replace("2027-07-31", "2028-07-31").into_bytes(),
        "unsigned" => manifest.truncate(manifest.len() - 204),
        "page-for-manifest" => manifest = b"<!doctype html><title>403 Forbidden</title>\n".to_vec(),
        _ => {}
    }
    fs::create_dir_all(dir).unwrap();
    fs::write(dir.join("manifest.txt"), manifest).unwrap();
    fs::write(dir.join(&facts.lists[0].detail.name), detail).unwrap();
    if let Some(rules) = rules {
        fs::write(dir.join("rules.rz"), rules).unwrap();
    }
    if how != "missing" {
        fs::write(dir.join(&facts.lists[0].search.name), search).unwrap();
    }
}
