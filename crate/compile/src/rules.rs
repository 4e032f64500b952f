//! The sources of the rule pack, `lists/rules/*.toml`, read, checked and compiled to [`redzone_index::rules::Rules`].
//!
//! Every file is one topic: tables of rows, and a `[default]` table with what all rows of the file share. Every row carries its id, citation, source,
//! issue date, state, confidence and the days on which it holds. [`compile`] refuses a pack in which anything is missing or contradicts itself;
//! [`RuleError`] names the file and the row.
//!
//! [`import`] carries the staged fact files over into that form; it is run once for a new set of facts, by the program `import-rules`.

mod check;
mod clauses;
pub mod import;
mod source;
mod table;

use crate::places::PlaceNames;
use redzone_index::WordTable;
use redzone_index::rules::{Meaning, Place, PlaceTable, Rules};
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// Why the sources do not make a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// The file, under `lists/rules/`; empty when it is about several.
    pub file: String,
    /// The row's id; empty when it is about the whole file.
    pub row: String,
    /// What was expected, what was found, what to do.
    pub why: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("lists/rules")?;
        for part in [&self.file, &self.row] {
            if !part.is_empty() {
                write!(f, ", {part}")?;
            }
        }
        write!(f, ": {}", self.why)
    }
}

impl std::error::Error for RuleError {}

/// One source file: its name and its text.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// `us-ear.toml` ...
    pub name: String,
    /// TOML.
    pub text: String,
}

/// Reads the files of a folder, in the order of their names.
///
/// # Errors
/// When the folder or a file can't be read, or holds no `.toml`.
pub fn read_folder(folder: &Path) -> Result<Vec<RuleFile>, RuleError> {
    let wrong = |file: &Path, why: String| RuleError { file: file.display().to_string(), row: String::new(), why };
    let entries = std::fs::read_dir(folder).map_err(|why| wrong(folder, why.to_string()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    if paths.is_empty() {
        return Err(wrong(folder, "expected .toml files, found none".to_owned()));
    }
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).map_err(|why| wrong(path, why.to_string()))?;
        Ok(RuleFile { name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text })
    };
    paths.iter().map(read).collect()
}

/// Compiles a pack.
///
/// # Errors
/// The first row that is not in form, or breaks a rule of [`check`]: unknown code, missing citation, overlapping days of one fact, a
/// member of Country Group D:5 that is not in 22 CFR 126.1 or the other way round without a note ...
pub fn compile(files: &[RuleFile], names: &PlaceNames) -> Result<Rules, RuleError> {
    let mut sources = source::Sources::default();
    for file in files {
        source::read(file, names, &mut sources)?;
    }
    check::check(&sources, names)?;
    let mut rules = sources.into_rules(place_table(names))?;
    rules.register = rules.rows().map(|row| row.id.clone()).collect();
    rules.register.sort_unstable();
    rules.register.dedup();
    Ok(rules)
}

/// The names of places as the pack carries them: folded names and, in capitals, the ISO codes.
fn place_table(names: &PlaceNames) -> PlaceTable {
    let mut by_key: BTreeMap<String, Meaning> = names.meanings().map(|(key, meaning)| (key.to_owned(), meaning.clone())).collect();
    for place in names.places() {
        by_key.insert(place.to_string(), Meaning { places: vec![place], why: String::new() });
    }
    let mut meanings: Vec<Meaning> = by_key.values().cloned().collect();
    meanings.sort_unstable();
    meanings.dedup();
    let number = |meaning: &Meaning| meanings.binary_search(meaning).map_or(u32::MAX, |at| at as u32);
    let meaning_of = by_key.values().map(number).collect();
    PlaceTable { keys: WordTable::from_sorted(by_key.keys().map(String::as_str)), meaning_of, meanings }
}

/// An ISO code, country or region, that `lists/places/` knows.
fn known_place(code: &str, names: &PlaceNames) -> Result<Place, String> {
    let place = Place::parse(code).filter(|&place| names.is_place(place));
    place.ok_or_else(|| format!("{code:?} is no country or region of lists/places/: correct it, or add it to regions.txt"))
}

#[cfg(test)]
mod tests;
