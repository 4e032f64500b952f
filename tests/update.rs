//! An installed pack is brought up to date by what changed only, ends as the whole newer pack is, and stays as it was when something is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn redzone(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_redzone")).args(arguments).output().unwrap()
}

fn done(arguments: &[&str]) -> String {
    let output = redzone(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn stopped(arguments: &[&str], code: i32, why: &str) {
    let output = redzone(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    assert!(said.contains(why), "{arguments:?}: {said}");
}

fn bytes(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(dir).unwrap().map(|file| file.unwrap().path());
    files.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap())).collect()
}

fn install(pack: &Path, dir: &str) {
    fs::create_dir(dir).unwrap();
    bytes(pack).iter().for_each(|(name, bytes)| fs::write(Path::new(dir).join(name), bytes).unwrap());
}

/// A scratch folder with keys `a` and `b` and editions of two lists.
fn scratch(name: &str) -> PathBuf {
    let root = std::env::temp_dir().join(format!("redzone-update-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("editions")).unwrap();
    for list in ["us-cmic", "us-isn"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../lists/editions/{list}.txt"));
        fs::copy(from, root.join(format!("editions/{list}.txt"))).unwrap();
    }
    for key in ["a", "b"] {
        done(&["--quiet", "keygen", root.join(key).to_str().unwrap()]);
    }
    root
}

#[test]
fn a_pack_moves_on_by_folder_and_by_delta_and_hands_over_its_keys() {
    let root = scratch("moves");
    let at = |name: &str| root.join(name).to_str().unwrap().to_owned();
    let (a, b, editions) = (at("a.private"), at("b.private"), at("editions"));
    let (a_public, b_public) = (at("a.public"), at("b.public"));
    done(&["build", "--editions", &editions, "--key", &a, "--next-key", &b_public, "--out", &at("one")]);
    // The second pack: one list has changed, the other is the same.
    let cmic = fs::read_to_string(root.join("editions/us-cmic.txt")).unwrap();
    fs::write(root.join("editions/us-cmic.txt"), cmic.replacen("Program: CMIC-EO13959", "Program: CMIC-EO13959-B", 1)).unwrap();
    done(&["build", "--editions", &editions, "--key", &a, "--next-key", &b_public, "--number", "2", "--out", &at("two")]);
    // The third is signed by both; the first key retires with it.
    done(&["build", "--editions", &editions, "--key", &a, "--key", &b, "--retire", &a_public, "--number", "3", "--out", &at("three")]);
    // The fourth, by the first key, comes too late.
    done(&["build", "--editions", &editions, "--key", &a, "--number", "4", "--out", &at("four")]);

    for (from, how) in [(at("two"), "folder"), (at("delta"), "delta")] {
        let installed = at(&format!("installed-{how}"));
        install(&root.join("one"), &installed);
        if how == "delta" {
            done(&["delta", &at("one"), &at("two"), "--out", &from, "--trust", &a_public]);
            assert!(fs::metadata(&from).unwrap().len() < 20_000);
        }
        let run = |from: &str, day: &str| done(&["update", &installed, "--from", from, "--trust", &a_public, "--as-of", day]);
        assert!(run(&from, "2026-08-01").contains("bytes read for a pack of"));
        assert_eq!(bytes(Path::new(&installed)), bytes(&root.join("two")), "{how}");
        assert!(run(&at("two"), "2026-08-01").contains("nothing newer"));
        let refused = |from: &str, day: &str, code: i32, why: &str| {
            stopped(&["update", &installed, "--from", from, "--trust", &a_public, "--as-of", day], code, why);
        };
        refused(&at("one"), "2026-08-01", 4, "an older one");
        refused(&at("three"), "2030-08-01", 5, "could be used until");
        refused(&at("three"), "2026-07-01", 5, "set this machine's clock");
        refused(&at("nowhere"), "2026-08-01", 5, "found no manifest.txt");
        assert_eq!(bytes(Path::new(&installed)), bytes(&root.join("two")), "{how}");
        run(&at("three"), "2026-08-01");
        refused(&at("four"), "2026-08-01", 4, "only these are trusted");
        assert_eq!(bytes(Path::new(&installed)), bytes(&root.join("three")), "{how}");
        done(&["verify", &installed, "--key", &b_public, "--as-of", "2026-08-01"]);
    }
    // A file of the newer pack that is not what was signed leaves everything as it was.
    let (installed, two) = (at("installed-x"), root.join("two"));
    install(&root.join("one"), &installed);
    fs::write(two.join("us-cmic.detail.rz"), b"other").unwrap();
    stopped(&["update", &installed, "--from", &at("two"), "--trust", &a_public, "--as-of", "2026-08-01"], 4, "should have");
    assert_eq!(bytes(Path::new(&installed)), bytes(&root.join("one")));
    fs::remove_dir_all(&root).unwrap();
}
