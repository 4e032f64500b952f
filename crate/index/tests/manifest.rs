//! A manifest is signed, canonical and asked with a date; a file is the one it names or none.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]
mod common;

use common::*;
use redzone_index::*;

fn signed() -> String {
    let (files, _) = pack(&sample());
    Manifest::sign(&facts(vec![files.facts]), &[&key()]).unwrap()
}

fn verify(text: &str) -> Result<Manifest, Error> {
    Manifest::verify(text.as_bytes(), &[key().public()])
}

/// The text with something replaced and signed again with the trusted key.
fn resigned(from: &str, to: &str) -> String {
    let text = signed().replacen(from, to, 1);
    let body = &text[..text.rfind("signature ").unwrap()];
    // The signature of an arbitrary body: made with the signing crate itself, since `Manifest::sign` signs nothing malformed.
    use ed25519_dalek::Signer;
    let signature = ed25519_dalek::SigningKey::from_bytes(&[1; 32]).sign(body.as_bytes()).to_bytes();
    format!("{body}signature {} {}\n", key().public(), signature.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

#[test]
fn what_was_signed_is_what_is_read() {
    let (files, _) = pack(&sample());
    let facts = facts(vec![files.facts]);
    let manifest = verify(&Manifest::sign(&facts, &[&key()]).unwrap()).unwrap();
    assert_eq!(manifest.facts(), &facts);
    assert_eq!(manifest.signer(), key().public());
    assert_eq!(manifest.list("test").unwrap().names, 9);
    assert_eq!(manifest.list("other").unwrap_err().kind(), ErrorKind::Missing);
}

#[test]
fn every_flipped_bit_and_every_truncation_is_refused() {
    let text = signed();
    for at in 0..text.len() * 8 {
        let mut bytes = text.clone().into_bytes();
        bytes[at / 8] ^= 1 << (at % 8);
        assert!(Manifest::verify(&bytes, &[key().public()]).is_err(), "bit {at}");
    }
    for length in 0..text.len() {
        assert!(verify(&text[..length]).is_err(), "{length}");
    }
}

#[test]
fn only_a_trusted_key_is_believed_and_any_of_several_will_do() {
    let other = SecretKey::from_seed(&[2; 32]).public();
    assert_eq!(Manifest::verify(signed().as_bytes(), &[other]).unwrap_err().kind(), ErrorKind::Signature);
    assert_eq!(Manifest::verify(signed().as_bytes(), &[]).unwrap_err().kind(), ErrorKind::Signature);
    assert!(Manifest::verify(signed().as_bytes(), &[other, key().public()]).is_ok());
    // The name of the trusted key over a signature of another.
    let mut theirs = facts(vec![]);
    theirs.trust = Trust::any(&[other]);
    let forged =
        Manifest::sign(&theirs, &[&SecretKey::from_seed(&[2; 32])]).unwrap().replace(&other.to_string(), &key().public().to_string());
    assert_eq!(verify(&forged).unwrap_err().kind(), ErrorKind::Signature);
}

#[test]
fn other_versions_and_other_forms_are_refused_even_when_signed() {
    for (from, to, kind) in [
        ("manifest 3", "manifest 2", ErrorKind::Version),
        ("manifest 3", "manifest 4", ErrorKind::Version),
        ("manifest 3", "manifest 03", ErrorKind::Version),
        ("redzone manifest", "another manifest", ErrorKind::Malformed),
        ("fold ", "fold 9", ErrorKind::Fold),
        ("fold ", "fold +", ErrorKind::Malformed),
        ("entries 5", "entries 05", ErrorKind::Malformed),
        ("rows 5 0 0 0", "rows 6 0 0 0", ErrorKind::Malformed),
        ("version 20260731001", "version 20260731000", ErrorKind::Malformed),
        ("version 20260731001", "version 20260801001", ErrorKind::Malformed),
        ("threshold 1", "threshold 2", ErrorKind::Malformed),
        ("threshold 1", "threshold 0", ErrorKind::Malformed),
        ("policy 1 7 30", "policy 8 7 30", ErrorKind::Malformed),
        ("change 2026-06-30 1 2 0 3", "change 2026-06-30 1 2 0", ErrorKind::Malformed),
        ("change 2026-06-30", "change 2026-08-01", ErrorKind::Malformed),
        ("source e3b0", "source xyz0", ErrorKind::Malformed),
        ("test.search.rz", "../search.rz", ErrorKind::Malformed),
        ("test.search.rz", ".search.rz", ErrorKind::Malformed),
        ("built 2026-07-31", "built 2026-07-30", ErrorKind::Malformed),
        ("expires 2027", "expires 2025", ErrorKind::Malformed),
        ("title A list\n", "", ErrorKind::Malformed),
        ("title A list\n", "title A list\r\n", ErrorKind::Malformed),
        ("title A list\n", "title A list\nextra line\n", ErrorKind::Malformed),
    ] {
        let error = verify(&resigned(from, to)).unwrap_err();
        assert_eq!(error.kind(), kind, "{to}: {error}");
    }
    assert!(verify(&resigned("A list", "Another")).is_ok(), "the way these are signed works");
}

#[test]
fn facts_that_cannot_be_written_are_not_signed() {
    let (files, _) = pack(&sample());
    let good = facts(vec![files.facts.clone()]);
    let change = |change: fn(&mut PackFacts)| {
        let mut facts = good.clone();
        change(&mut facts);
        Manifest::sign(&facts, &[&key()])
    };
    assert!(change(|_| ()).is_ok());
    for result in [
        change(|facts| facts.lists[0].title = "two\nlines".into()),
        change(|facts| facts.lists[0].title = "fine\nentries 9".into()),
        change(|facts| facts.lists[0].id = "Bad Id".into()),
        change(|facts| facts.waivers.push("x\r".into())),
        change(|facts| facts.lists.push(facts.lists[0].clone())),
        change(|facts| facts.expires = Date::parse("2026-07-30").unwrap()),
    ] {
        assert_eq!(result.unwrap_err().kind(), ErrorKind::Input);
    }
}

#[test]
fn files_of_another_build_are_refused() {
    let (files, manifest) = pack(&sample());
    let (others, _) = pack(&sample()[1..]);
    assert_eq!(manifest.open_list("test", &others.search).unwrap_err().kind(), ErrorKind::Length);
    assert_eq!(manifest.open_list("test", &files.detail).unwrap_err().kind(), ErrorKind::Length);
    assert_eq!(manifest.open_list("other", &files.search).unwrap_err().kind(), ErrorKind::Missing);
    assert_eq!(manifest.check_rules(b"").unwrap_err().kind(), ErrorKind::Missing);
    // A manifest signed over the right files and wrong counts.
    let wrongs: [fn(&mut ListFacts); 3] =
        [|facts| (facts.entries, facts.rows.read) = (6, 6), |facts| facts.names += 1, |facts| facts.words += 1];
    for wrong in wrongs {
        let mut facts = files.facts.clone();
        wrong(&mut facts);
        assert_eq!(common::manifest(vec![facts]).open_list("test", &files.search).unwrap_err().kind(), ErrorKind::Malformed);
    }
}

#[test]
fn age_and_expiry_are_asked_with_a_day() {
    let manifest = verify(&signed()).unwrap();
    let list = &manifest.lists()[0];
    for (as_of, days, state) in [
        ("2026-07-30", -1, Freshness::Ahead),
        ("2026-07-31", 0, Freshness::Fresh),
        ("2026-08-01", 1, Freshness::Fresh),
        ("2026-08-02", 2, Freshness::Amber),
        ("2026-08-08", 8, Freshness::Red),
        // A pack with a notice stops later than its policy says: after 365 days here.
        ("2026-09-15", 46, Freshness::Red),
        ("2027-08-01", 366, Freshness::Stopped),
    ] {
        assert_eq!(manifest.age(list, day(as_of)), Age { days, state }, "{as_of}");
    }
    assert!(!manifest.is_expired(day("2027-07-31")));
    assert!(manifest.is_expired(day("2027-08-01")));
    assert_eq!(manifest.check_expiry(day("2027-08-01")).unwrap_err().kind(), ErrorKind::Expired);
}

/// `tests/frozen/manifest-N.txt` is a manifest of the first program that wrote format N.
#[test]
fn frozen_manifests_open_or_are_refused_by_name() {
    let frozen = |format: u16| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../tests/frozen/manifest-{format}.txt"));
        std::fs::read_to_string(path).unwrap()
    };
    assert_eq!(verify(&frozen(2)).unwrap_err().kind(), ErrorKind::Version);
    let frozen = frozen(3);
    match verify(&frozen) {
        Err(why) => assert_eq!(why.kind(), ErrorKind::Fold, "{why}"),
        Ok(manifest) => {
            assert_eq!((manifest.facts().version, manifest.list("test").unwrap().entries), (20_260_731_001, 5));
            assert_eq!((manifest.facts().trust.threshold, manifest.signers().len()), (1, 1));
            assert_eq!(manifest.list("test").unwrap().change.unwrap().delisted, 2);
        }
    }
}

#[test]
fn an_embedder_tightens_the_policy_and_never_loosens_it() {
    let mut manifest = verify(&signed()).unwrap();
    assert_eq!(manifest.policy(), Policy { amber: 1, red: 7, stop: 365 });
    manifest.tighten(Policy { amber: 9, red: 3, stop: 500 });
    manifest.tighten(Policy { amber: 9, red: 9, stop: 20 });
    assert_eq!(manifest.policy(), Policy { amber: 1, red: 3, stop: 20 });
    let list = manifest.lists()[0].clone();
    assert_eq!(manifest.age(&list, day("2026-08-21")).state, Freshness::Stopped);
    assert!(manifest.is_ahead_of(day("2026-07-30")) && !manifest.is_ahead_of(day("2026-07-31")));
}
