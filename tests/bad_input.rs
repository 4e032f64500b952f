//! Bad input at the command line, as data: `cli/bad_input.toml`, `cli/bad_deals.toml`. Each case must end in the exit code of its kind, name
//! what was expected, what was found and what to do next, say nothing on stdout, leave no file behind, and never read
//! as "no match".

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

#[path = "cli/packs.rs"]
mod packs;

use serde::Deserialize;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[derive(Deserialize)]
struct Suite {
    case: Vec<Case>,
}

/// One command that must be refused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// A sentence: what is wrong.
    name: String,
    /// The command line; `{dir}` is a folder of the case's own, `{pack}` a good pack, `{pack:HOW}` one spoilt that way.
    args: Vec<String>,
    #[serde(default)]
    stdin: Option<Content>,
    /// Files put into `{dir}` before.
    #[serde(default)]
    files: Vec<Input>,
    exit: i32,
    /// What stderr must say.
    says: Vec<String>,
    /// What stdout must say, for an answer that is not complete; else stdout must be empty.
    #[serde(default)]
    answers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    path: String,
    #[serde(flatten)]
    content: Content,
}

/// Bytes, in whichever way is shortest to write down.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Content {
    Text(String),
    Hex(String),
    /// A text so many times over.
    Repeat(String, usize),
    /// A text as UTF-16 with a byte order mark, little-endian.
    Utf16(String),
}

impl Content {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Content::Text(text) => text.clone().into_bytes(),
            Content::Hex(hex) => (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect(),
            Content::Repeat(text, times) => text.repeat(*times).into_bytes(),
            Content::Utf16(text) => std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        }
    }
}

fn run(args: &[String], stdin: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_redzone"))
        .args(args)
        .env_remove("REDZONE_LISTS")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its input early closes the pipe; that is no failure of the case.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    child.wait_with_output().unwrap()
}

fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() { folders.push(entry.path()) } else { found.push((entry.path(), fs::read(entry.path()).unwrap())) }
        }
    }
    found.sort();
    found
}

/// What is wrong with how a case ended; empty when nothing is.
fn judge(case: &Case, scratch: &Path) -> Vec<String> {
    let dir = scratch.join("dir");
    fs::create_dir_all(&dir).unwrap();
    for file in &case.files {
        let path = dir.join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file.content.bytes()).unwrap();
    }
    let place = |arg: &String| packs::place(&arg.replace("{dir}", dir.to_str().unwrap()), scratch);
    let args: Vec<String> = case.args.iter().map(place).collect();
    let before = tree(scratch);
    let output = run(&args, &case.stdin.as_ref().map(Content::bytes).unwrap_or_default());
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let mut wrong = Vec::new();
    if output.status.code() != Some(case.exit) {
        wrong.push(format!("exit {:?} and not {}", output.status.code(), case.exit));
    }
    for says in &case.says {
        if !err.contains(says) {
            wrong.push(format!("does not say {says:?}"));
        }
    }
    for says in &case.answers {
        if !out.contains(says) {
            wrong.push(format!("does not answer {says:?}"));
        }
    }
    if case.exit != 2 && case.answers.is_empty() && !err.contains("next: ") {
        wrong.push("does not say what to do next".to_owned());
    }
    if case.answers.is_empty() && !out.is_empty() {
        wrong.push(format!("stdout is not empty: {out:.200}"));
    }
    if [&out, &err].iter().any(|text| text.to_lowercase().contains("no match")) {
        wrong.push("reads as \"no match\"".to_owned());
    }
    if err.len() > 3_000 {
        wrong.push(format!("says {} bytes, more than a person reads", err.len()));
    }
    if tree(scratch) != before {
        wrong.push("left files behind or changed them".to_owned());
    }
    if !wrong.is_empty() {
        wrong.push(format!("stdout: {out:.600} stderr: {err:.600}"));
    }
    wrong
}

#[test]
fn bad_input_is_named_and_never_an_answer() {
    let suites = [include_str!("cli/bad_input.toml"), include_str!("cli/bad_deals.toml")];
    let cases: Vec<Case> = suites.iter().flat_map(|text| toml::from_str::<Suite>(text).unwrap().case).collect();
    let scratch = std::env::temp_dir().join(format!("redzone-bad-input-{}", std::process::id()));
    let mut failed = Vec::new();
    for (number, case) in cases.iter().enumerate() {
        let scratch = scratch.join(number.to_string());
        fs::create_dir_all(&scratch).unwrap();
        let wrong = judge(case, &scratch);
        if !wrong.is_empty() {
            failed.push(format!("{}: {}", case.name, wrong.join("; ")));
        }
    }
    let _ = fs::remove_dir_all(&scratch);
    assert!(failed.is_empty(), "{} of {} cases:\n{}", failed.len(), cases.len(), failed.join("\n"));
}

/// `redzone ... | head`: no fault of redzone's, no noise, and a code that is nobody's verdict.
#[test]
fn a_reader_who_stops_reading_is_no_fault() {
    let scratch = std::env::temp_dir().join(format!("redzone-closed-pipe-{}", std::process::id()));
    fs::create_dir_all(&scratch).unwrap();
    let pack = packs::place("{pack}", &scratch);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let child = Command::new(env!("CARGO_BIN_EXE_redzone"))
        .args(["check", "Nobody Atall", "--quiet", "--trust", &packs::place("{key}", &scratch), "--lists", &pack])
        .stdout(writer)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let _ = fs::remove_dir_all(&scratch);
    assert_eq!(output.status.code(), Some(141));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
