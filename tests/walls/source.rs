//! Just enough of a lexer to tell code, comments and literals of a Rust source apart.

use std::fs;
use std::path::{Path, PathBuf};

/// A source, taken apart. Lines keep their numbers in both parts.
pub struct Source {
    /// Where it stands, from the workspace's root.
    pub path: String,
    /// The source with comments and literals blanked, up to its `#[cfg(test)]` module.
    pub code: String,
    /// The text of each string literal before the tests, with its line.
    pub literals: Vec<(usize, String)>,
}

/// The workspace's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every file under `folder` of the workspace that ends in `suffix`, generated and installed folders left out.
pub fn files(folder: &str, suffix: &str) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![root().join(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let name = entry.file_name().into_string().unwrap();
            match entry.file_type().unwrap() {
                kind if kind.is_dir() && !["target", "dist", "node_modules", ".git", ".cache"].contains(&name.as_str()) => {
                    folders.push(entry.path())
                }
                kind if kind.is_file() && name.ends_with(suffix) => found.push(entry.path()),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// A path from the workspace's root, for messages.
pub fn short(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The Rust sources of a room, without its tests folder.
pub fn sources(room: &str) -> Vec<Source> {
    files(&format!("crate/{room}/src"), ".rs")
        .into_iter()
        .filter(|path| !path.ends_with("tests.rs"))
        .map(|path| {
            let (code, literals) = take_apart(&fs::read_to_string(&path).unwrap());
            Source { path: short(&path), code, literals }
        })
        .collect()
}

/// The places of a word in code, as `path:line`.
pub fn places(source: &Source, word: &str) -> Vec<String> {
    let boundary = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let lines = source.code.lines().enumerate();
    let has = |line: &str| {
        line.match_indices(word).any(|(at, _)| boundary(line[..at].chars().next_back()) && boundary(line[at + word.len()..].chars().next()))
    };
    lines.filter(|(_, line)| has(line)).map(|(number, _)| format!("{}:{}: {word}", source.path, number + 1)).collect()
}

fn take_apart(text: &str) -> (String, Vec<(usize, String)>) {
    let text = text.find("#[cfg(test)]").map_or(text, |at| &text[..at]);
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let (mut code, mut literals, mut line, mut i) = (String::new(), Vec::new(), 1, 0);
    while i < chars.len() {
        let start = i;
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                while i < chars.len() && !(at(i) == '*' && at(i + 1) == '/') {
                    i += 1;
                }
                i += 2;
            }
            'r' if !at(i.wrapping_sub(1)).is_alphanumeric() && (at(i + 1) == '"' || at(i + 1) == '#') => {
                let hashes = chars[i + 1..].iter().take_while(|c| **c == '#').count();
                i += 1;
                if at(i + hashes) == '"' {
                    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                    i += hashes + 1;
                    let from = i;
                    while i < chars.len() && !chars[i..].starts_with(&end) {
                        i += 1;
                    }
                    literals.push((line, chars[from..i].iter().collect()));
                    i += end.len();
                }
            }
            '"' => {
                i += 1;
                while i < chars.len() && at(i) != '"' {
                    i += if at(i) == '\\' { 2 } else { 1 };
                }
                literals.push((line, chars[start + 1..i.min(chars.len())].iter().collect()));
                i += 1;
            }
            // A character literal, and not a lifetime.
            '\'' if at(i + 1) == '\\' || at(i + 2) == '\'' => {
                i += if at(i + 1) == '\\' { 3 } else { 2 };
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            }
            c => {
                code.push(c);
                i += 1;
            }
        }
        let taken = &chars[start..i.min(chars.len())];
        let lines = taken.iter().filter(|c| **c == '\n').count();
        line += lines;
        if at(start) != '\n' {
            code.extend(std::iter::repeat_n('\n', lines));
        }
    }
    (code, literals)
}

#[test]
fn code_comments_and_literals_are_told_apart() {
    let (code, literals) = take_apart(
        "let a = \"f64 \\\" //\"; // unsafe\n/* f32\n */ fn b<'a>(c: char) { c == '\"' || c == '\\'' } r#\"raw \" x\"#\n#[cfg(test)] f32",
    );
    assert_eq!(code, "let a = ; \n\n fn b<'a>(c: char) { c ==  || c ==  } r\n".replace("r\n", "\n"));
    assert_eq!(literals, [(1, "f64 \\\" //".to_owned()), (3, "raw \" x".to_owned())]);
}
