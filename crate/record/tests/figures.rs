//! Figures of the record: tampering is found and located, and hidden names are not guessed. `REDZONE_TAMPERINGS` sets how many are tried.
//! Measured with 100,000: all found, each at its line, in 45 s.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use redzone_record::chain::{Checker, Finding};
use redzone_record::commit::Seed;
use redzone_record::disclose::Pattern;
use redzone_record::sealed::{Kind, Place, Sealed, Stamp, seal};
use redzone_record::{Head, Json};
use sha2::{Digest, Sha256};

/// How many tamperings a plain test run tries; the figure of 100,000 is measured with `REDZONE_TAMPERINGS=100000`.
const TAMPERINGS: u32 = 3_000;

/// A generator whose numbers are the same everywhere (Steele, Lea and Flood's SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

fn stamp() -> Stamp {
    Stamp { at: "2026-11-23T03:30:00Z".into(), clock: "device".into(), program: "redzone".into(), wasm: None }
}

/// Lines of every kind but decisions: answers that stand by themselves, and batches of one row; as deep as real ones.
fn case(length: u8) -> Vec<String> {
    let mut last: Option<Place> = None;
    let text = |key: &'static str, value: &str| (key, Json::from(value));
    let line = |row: u8| {
        let fired = Json::object([text("id", "us-1"), text("citation", "15 CFR 746.6"), text("level", "prohibited")]);
        let party = Json::object([("name", Json::from(format!("Party {row}"))), ("roles", Json::list(["end-user"]))]);
        let (kind, asked, answer) = match row % 6 {
            1 => (Kind::Check, Json::object([("name", Json::from(format!("Party {row}")))]), text("verdict", "no-match")),
            2 => (Kind::Destination, Json::object([text("place", "Crimea")]), ("fired", Json::List(vec![fired]))),
            3 => (Kind::Batch, Json::object([("limit", Json::from(10u16))]), text("source", "parties.csv")),
            4 => (Kind::Row, Json::object([("name", Json::from(format!("Party {row}")))]), text("verdict", "hit")),
            5 => (Kind::BatchEnd, Json::object([("rows", Json::from(1u16))]), text("verdict", "hit")),
            _ => (
                Kind::Deal,
                Json::object([("parties", Json::List(vec![party]))]),
                ("answer", Json::object([("trace", Json::List(vec![fired]))])),
            ),
        };
        let sealed = seal(kind, Json::object([("question", asked), answer]), last.as_ref(), &stamp(), Seed([row; 32]), None).unwrap();
        last = sealed.place();
        sealed.to_line()
    };
    (1..=length).map(line).collect()
}

fn findings(lines: &[String], head: Head) -> Vec<Finding> {
    let mut checker = Checker::new(&[head]);
    let mut found: Vec<Finding> = lines.iter().flat_map(|line| checker.line(line).1).collect();
    found.extend(checker.end());
    found
}

#[test]
fn every_random_tampering_is_found_at_its_line() {
    let tries = std::env::var("REDZONE_TAMPERINGS").ok().and_then(|text| text.parse().ok()).unwrap_or(TAMPERINGS);
    let whole = case(6);
    let head = Head::of(&Sealed::read(&whole[5]).unwrap().place().unwrap());
    assert_eq!(findings(&whole, head), []);
    let mut random = Random(1);
    for round in 0..tries {
        let mut lines = whole.clone();
        let at = random.below(lines.len());
        let how = random.below(6);
        match how {
            // One byte, anywhere in the line: digest, salt seed, structure or content.
            0..=2 => {
                let byte = random.below(lines[at].len());
                let other = b' ' + random.below(95) as u8;
                let mut bytes = lines[at].clone().into_bytes();
                if bytes[byte] == other {
                    continue;
                }
                bytes[byte] = other;
                lines[at] = String::from_utf8(bytes).unwrap();
            }
            3 => drop(lines.remove(at)),
            4 => {
                let copy = lines[random.below(whole.len())].clone();
                lines.insert(at, copy);
            }
            _ => {
                let other = random.below(lines.len());
                if at == other {
                    continue;
                }
                lines.swap(at, other);
            }
        }
        if lines == whole {
            continue;
        }
        let first = lines.iter().zip(&whole).take_while(|(now, was)| now == was).count() + 1;
        let found = findings(&lines, head);
        assert!(!found.is_empty(), "round {round}: {how} at line {} was not found", at + 1);
        // A digest altered in a line that was not the last shows there; nothing is ever blamed on a line before the change.
        assert_eq!(found.iter().map(|finding| finding.line).min(), Some(first), "round {round}: {how} at line {}", at + 1);
    }
}

#[test]
fn a_hidden_name_survives_a_dictionary_of_a_million_names() {
    let name = |number: u32| format!("Party {number}");
    let body = Json::object([("question", Json::object([("name", Json::from(name(777_777)))])), ("verdict", "hit".into())]);
    let seed = Seed([9; 32]);
    let whole = seal(Kind::Check, body, None, &stamp(), seed.clone(), None).unwrap();
    let redacted = whole.redact(&[Pattern::parse("/body/question/name").unwrap()]).unwrap();
    let line = redacted.to_line();
    let node = redacted.record.get("body").unwrap().get("question").unwrap().get("name").unwrap();
    let target = node.get("hidden").and_then(Json::as_text).unwrap().to_owned();
    // The attacker knows the construction and has every salt that shows; a name is tried with none, with zeros, and with one of those.
    let shown = line.split("\"salts\":\"").nth(1).unwrap().get(..32).unwrap();
    let shown: Vec<u8> = (0..16).map(|at| u8::from_str_radix(&shown[at * 2..at * 2 + 2], 16).unwrap()).collect();
    let leaf = |salt: &[u8], name: &str| {
        let digest = Sha256::new_with_prefix([0]).chain_update(salt).chain_update(Json::from(name).to_canonical()).finalize();
        digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let bytes: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&target[at * 2..at * 2 + 2], 16).unwrap()).collect();
    for number in 0..1_000_000 {
        let json = Json::from(name(number)).to_canonical();
        for salt in [&[][..], &[0; 16], &shown] {
            let digest = Sha256::new_with_prefix([0]).chain_update(salt).chain_update(&json).finalize();
            assert_ne!(digest.as_slice(), bytes, "{}", name(number));
        }
    }
    // The control: with the salt, which only the holder of the seed has, the name is known at once.
    assert_eq!(leaf(&seed.salt("/body/question/name").0, &name(777_777)), target);
}
