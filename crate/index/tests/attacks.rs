//! The eight attacks that The Update Framework names, each tried on a reader that has a pack and is offered another.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]
mod common;

use common::*;
use redzone_index::delta::{Delta, Files, files_of, make};
use redzone_index::*;

fn secret(number: u8) -> SecretKey {
    SecretKey::from_seed(&[number; 32])
}

/// The keys of some numbers, by their digits, as a manifest names them.
fn trust(numbers: &[u8], threshold: usize) -> Trust {
    let mut keys: Vec<PublicKey> = numbers.iter().map(|number| secret(*number).public()).collect();
    keys.sort_by_key(PublicKey::to_string);
    Trust { keys, threshold }
}

struct Pack {
    text: String,
    manifest: Manifest,
    files: Files,
}

/// A pack of one list, built on a day, signed by some keys, naming others for what comes next.
fn built(on: &str, number: u16, entries: &[Entry], signers: &[u8], next: Trust) -> Pack {
    let header = ListHeader { as_of: day(on), ..header("test") };
    let list = write_list(&header, entries).unwrap();
    let mut facts = facts(vec![list.facts.clone()]);
    (facts.built, facts.version, facts.notice, facts.trust) = (day(on), PackFacts::version(day(on), number), None, next);
    let keys: Vec<SecretKey> = signers.iter().map(|number| secret(*number)).collect();
    let text = Manifest::sign(&facts, &keys.iter().collect::<Vec<_>>()).unwrap();
    let manifest = Manifest::verify(text.as_bytes(), &keys.iter().map(SecretKey::public).collect::<Vec<_>>()).unwrap();
    let files = [(list.facts.search.name, list.search), (list.facts.detail.name, list.detail)].into();
    Pack { text, manifest, files }
}

fn installed() -> Pack {
    built("2026-07-31", 1, &sample(), &[1], trust(&[1, 2], 1))
}

fn refused(offered: &Pack, today: &str) -> ErrorKind {
    offered.manifest.check_follows(&installed().manifest, day(today)).unwrap_err().kind()
}

#[test]
fn what_is_newer_and_signed_by_either_key_is_taken() {
    for signer in [1, 2] {
        let newer = built("2026-08-01", 1, &sample()[1..], &[signer], trust(&[1, 2], 1));
        newer.manifest.check_follows(&installed().manifest, day("2026-08-01")).unwrap();
    }
    let same_day = built("2026-07-31", 2, &sample()[1..], &[2], trust(&[1, 2], 1));
    same_day.manifest.check_follows(&installed().manifest, day("2026-07-31")).unwrap();
    installed().manifest.check_follows(&installed().manifest, day("2026-07-31")).unwrap();
}

#[test]
fn arbitrary_files() {
    let forged = built("2026-08-01", 1, &[], &[9], trust(&[9], 1));
    assert_eq!(refused(&forged, "2026-08-01"), ErrorKind::Signature);
    assert_eq!(Manifest::verify_by(forged.text.as_bytes(), &installed().manifest.facts().trust).unwrap_err().kind(), ErrorKind::Signature);
    assert_eq!(Manifest::verify(b"<html>403 Forbidden</html>\n", &[key().public()]).unwrap_err().kind(), ErrorKind::Malformed);
}

#[test]
fn endless_data() {
    let endless = vec![b'x'; Manifest::LARGEST as usize + 1];
    assert_eq!(Manifest::verify(&endless, &[key().public()]).unwrap_err().kind(), ErrorKind::Length);
    let pack = installed();
    for facts in files_of(&pack.manifest) {
        let longer = [&pack.files[&facts.name][..], b"more"].concat();
        assert_eq!(facts.check(&longer).unwrap_err().kind(), ErrorKind::Length);
    }
}

#[test]
fn fast_forward() {
    // Numbers follow the calendar, so a pack numbered far ahead says that it was built far ahead.
    let ahead = built("2027-07-01", 1, &sample(), &[1], trust(&[1, 2], 1));
    assert_eq!(refused(&ahead, "2026-08-01"), ErrorKind::Clock);
    let mut facts = facts(vec![]);
    facts.version = u64::MAX;
    assert_eq!(Manifest::sign(&facts, &[&key()]).unwrap_err().kind(), ErrorKind::Input);
}

#[test]
fn freeze() {
    // The server keeps giving what was current once: its last day comes, and each list's age is counted from the list's own day.
    let pack = installed();
    assert_eq!(refused(&pack, "2027-08-01"), ErrorKind::Expired);
    let list = &pack.manifest.lists()[0];
    assert_eq!(pack.manifest.age(list, day("2026-08-31")).state, Freshness::Stopped);
}

#[test]
fn mix_and_match() {
    let (pack, newer) = (installed(), built("2026-08-01", 1, &sample()[1..], &[1], trust(&[1, 2], 1)));
    for facts in files_of(&newer.manifest) {
        assert!(facts.check(&pack.files[&facts.name]).is_err(), "{}", facts.name);
    }
    // A signed pack in which one list goes back while the pack goes on.
    let mut facts = newer.manifest.facts().clone();
    facts.lists[0].as_of = day("2026-07-30");
    let text = Manifest::sign(&facts, &[&key()]).unwrap();
    let mixed = Manifest::verify(text.as_bytes(), &[key().public()]).unwrap();
    assert_eq!(mixed.check_follows(&pack.manifest, day("2026-08-01")).unwrap_err().kind(), ErrorKind::Rollback);
}

#[test]
fn rollback() {
    assert_eq!(refused(&built("2026-07-30", 7, &sample(), &[1], trust(&[1, 2], 1)), "2026-08-01"), ErrorKind::Rollback);
    assert_eq!(refused(&built("2026-07-31", 1, &sample()[1..], &[1], trust(&[1, 2], 1)), "2026-08-01"), ErrorKind::Rollback);
    let newer = built("2026-08-01", 1, &sample(), &[1], trust(&[1, 2], 1));
    assert_eq!(refused(&newer, "2026-07-30"), ErrorKind::Clock, "the reader's clock was set back");
}

#[test]
fn wrong_file() {
    let pack = installed();
    let (search, detail) = (&pack.files["test.search.rz"], &pack.files["test.detail.rz"]);
    assert!(pack.manifest.open_list("test", detail).is_err());
    assert!(pack.manifest.open_details("test", search).is_err());
}

#[test]
fn key_compromise() {
    // Key 1 is stolen. The holder of key 2 hands over to keys 2 and 3; who took that pack does not believe key 1 any more.
    let handed_over = built("2026-08-01", 1, &sample(), &[2], trust(&[2, 3], 1));
    handed_over.manifest.check_follows(&installed().manifest, day("2026-08-01")).unwrap();
    let stolen = built("2026-08-02", 1, &[], &[1], trust(&[1], 1));
    assert_eq!(stolen.manifest.check_follows(&handed_over.manifest, day("2026-08-02")).unwrap_err().kind(), ErrorKind::Signature);
    let next = built("2026-08-02", 1, &sample(), &[3], trust(&[2, 3], 1));
    next.manifest.check_follows(&handed_over.manifest, day("2026-08-02")).unwrap();
    // Where two must sign, one stolen key is not enough from the start; and a pack can't name keys that did not sign it.
    let two = built("2026-07-31", 1, &sample(), &[1, 2], trust(&[1, 2], 2));
    assert_eq!(stolen.manifest.check_follows(&two.manifest, day("2026-08-02")).unwrap_err().kind(), ErrorKind::Signature);
    assert!(Manifest::verify_by(two.text.as_bytes(), &trust(&[1, 2], 2)).is_ok());
    assert!(Manifest::verify_by(next.text.as_bytes(), &trust(&[2, 3], 2)).is_err());
    let mut facts = facts(vec![]);
    facts.trust = trust(&[2, 3], 2);
    assert_eq!(Manifest::sign(&facts, &[&secret(1), &secret(2)]).unwrap_err().kind(), ErrorKind::Input);
}

#[test]
fn a_delta_gives_the_bytes_of_the_whole_pack() {
    let entries: Vec<Entry> = (0..300).map(|at| named(&format!("n{at}"), &[&format!("Party {at} of {}", at * 7919 % 101)])).collect();
    let pack = built("2026-07-31", 1, &entries, &[1], trust(&[1], 1));
    let newer = built("2026-08-01", 1, &entries[1..], &[1], trust(&[1], 1));
    let delta = make(&pack.manifest, &pack.files, &newer.manifest, newer.text.as_bytes(), &newer.files);
    let read = Delta::read(&delta).unwrap();
    assert_eq!((read.from, read.manifest), (pack.manifest.digest(), newer.text.as_bytes()));
    assert_eq!(read.apply(&pack.files, &newer.manifest).unwrap(), newer.files);
    let whole: usize = newer.files.values().map(Vec::len).sum();
    assert!(delta.len() < whole, "{} of {whole}", delta.len());
    // On another pack, or changed anywhere, it gives the same bytes or an error.
    let other = built("2026-07-31", 1, &sample(), &[1], trust(&[1], 1));
    assert!(Delta::read(&delta).unwrap().apply(&other.files, &newer.manifest).is_err());
    for at in (0..delta.len()).step_by(7) {
        let mut changed = delta.clone();
        changed[at] ^= 1 << (at % 8);
        let read = Delta::read(&changed).and_then(|read| read.apply(&pack.files, &newer.manifest));
        assert!(read.is_err() || read.is_ok_and(|files| files == newer.files), "byte {at}");
    }
    for length in (0..delta.len()).step_by(11) {
        let whole = Delta::read(&delta[..length]).and_then(|read| read.apply(&pack.files, &newer.manifest));
        assert!(whole.is_err(), "cut at {length}");
    }
}
