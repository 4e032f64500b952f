//! The examples of README.md are run as they stand there, against the starter edition. To take over what is printed
//! now: `REDZONE_UPDATE=1 cargo test -p redzone-cli --test readme`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// Builds the starter edition's pack in a folder of the test's own.
fn pack(dir: &Path) {
    let edition = ["--editions", "lists/editions", "--rules", "lists/rules", "--key", "lists/keys/development.private", "--quiet", "--out"];
    let built = Command::new(env!("CARGO_BIN_EXE_redzone")).current_dir(root()).arg("build").args(edition).arg(dir).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
}

/// What a line after `$ ` prints: stdout, and the exit code when it is not 0.
fn run(line: &str, pack: &Path) -> String {
    let words = split(line);
    assert_eq!(words[0], "redzone", "examples run redzone: {line}");
    let output =
        Command::new(env!("CARGO_BIN_EXE_redzone")).current_dir(root()).args(&words[1..]).env("REDZONE_LISTS", pack).output().unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    match output.status.code().unwrap() {
        0 => {}
        code => text.push_str(&format!("(exit code {code})\n")),
    }
    text
}

/// Words at blanks, quoted ones whole.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in line.split('"').enumerate() {
        if number % 2 == 1 { words.push(part.to_owned()) } else { words.extend(part.split_whitespace().map(str::to_owned)) }
    }
    words
}

/// The text with every example's output replaced by what is printed now.
fn rerun(text: &str, pack: &Path) -> String {
    let (mut out, mut inside) = (String::new(), false);
    for line in text.lines() {
        match (inside, line) {
            (false, "```console") => inside = true,
            (true, "```") => inside = false,
            // What was printed before.
            (true, old) if !old.starts_with("$ ") => continue,
            _ => {}
        }
        out.push_str(line);
        out.push('\n');
        if let (true, Some(command)) = (inside, line.strip_prefix("$ ")) {
            out.push_str(&run(command, pack));
        }
    }
    out
}

#[test]
fn the_examples_of_the_readme_print_what_it_says() {
    let path = root().join("README.md");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.matches("\n$ redzone ").count() >= 3, "README.md shows at least three commands");
    let dir = std::env::temp_dir().join(format!("redzone-readme-{}", std::process::id()));
    pack(&dir);
    let now = rerun(&text, &dir);
    fs::remove_dir_all(&dir).unwrap();
    if std::env::var_os("REDZONE_UPDATE").is_some() {
        fs::write(&path, now).unwrap();
    } else {
        assert!(
            text == now,
            "README.md says\n{text}\nand the commands now print\n{now}\nto take that over: REDZONE_UPDATE=1 cargo test -p redzone-cli --test readme"
        );
    }
}
