//! Japanese names: where the surname ends, and how its characters sound in names.
//!
//! Surnames are a list; a given name is put together from what each character sounds like at the start of names and
//! later in them, two ways each. Tables and their source: `data/README.md`.

use super::words::find;
use crate::script::{Script, script_of};
use crate::tables::tables;

/// The most readings of one name.
const MOST: usize = 3;
/// The longest given name that is put together.
const LONGEST_GIVEN: usize = 4;

/// A person's readings, and whether no Chinese or Korean name looks like this.
pub(super) struct Person {
    pub(super) readings: Vec<Vec<String>>,
    pub(super) certain: bool,
}

/// A run that begins with a Japanese surname and goes on with characters of given names. `gap` is where the writer put a blank.
pub(super) fn person(run: &[char], gap: Option<usize>) -> Option<Person> {
    let (surname, len) =
        (1..=3).rev().filter(|len| gap.is_none_or(|gap| gap == *len)).find_map(|len| Some((surname(run.get(..len)?)?, len)))?;
    let given = run.get(len..).filter(|given| !given.is_empty() && given.len() <= LONGEST_GIVEN)?;
    let given: Vec<String> = readings_of_given(given)?;
    let kana = run.iter().any(|c| script_of(*c) == Script::Kana);
    Some(Person {
        readings: given.into_iter().map(|given| vec![surname.to_owned(), given]).collect(),
        certain: kana || (len >= 2 && run.len() >= 4),
    })
}

/// How a surname sounds, if it is one of the list.
pub(super) fn surname(run: &[char]) -> Option<&'static str> {
    find(tables().japanese_surnames, &run.iter().collect::<String>()).ok()
}

/// The whole name where the table has it, then as its characters sound; kana as they are.
fn readings_of_given(given: &[char]) -> Option<Vec<String>> {
    if given.iter().all(|c| script_of(*c) == Script::Kana) {
        let out = crate::kana::hepburn(given);
        return (!out.is_empty()).then(|| vec![out]);
    }
    let text: String = given.iter().collect();
    let mut out: Vec<String> = Vec::new();
    if let Ok(entry) = find(tables().japanese_given, &text) {
        let whole = if given.len() > 1 { entry.split('\t').next() } else { entry.split('\t').nth(2) };
        out.extend(whole.map(str::to_owned));
    }
    match composed(given) {
        Some(composed) => out.extend(composed),
        None if out.is_empty() => return None,
        None => {}
    }
    out.truncate(MOST);
    Some(out)
}

/// Put together: the first sound of every character, then the second in one place.
fn composed(given: &[char]) -> Option<Vec<String>> {
    let mut sounds: Vec<(&'static str, Option<&'static str>)> = Vec::with_capacity(given.len());
    for (at, c) in given.iter().enumerate() {
        let mut fields = find(tables().japanese_given, c.encode_utf8(&mut [0; 4])).ok()?.split('\t');
        let (start, later) = (fields.next()?, fields.next()?);
        let here = if (at == 0 && !start.is_empty()) || later.is_empty() { start } else { later };
        let mut two = here.split(',');
        sounds.push((two.next()?, two.next()));
    }
    let with_second = |changed: Option<usize>| -> String {
        sounds.iter().enumerate().map(|(at, (first, second))| if changed == Some(at) { second.unwrap_or(first) } else { first }).collect()
    };
    let mut out = vec![with_second(None)];
    out.extend((0..sounds.len()).rev().map(|at| with_second(Some(at))).take(MOST - 1));
    Some(out)
}

/// A stretch of an organisation's name: a surname, or its characters as names sound them.
pub(super) fn stretch(run: &[char]) -> Option<String> {
    match surname(run) {
        Some(sound) => Some(sound.to_owned()),
        None => readings_of_given(run)?.into_iter().next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_finds_itself() {
        for table in [tables().japanese_surnames, tables().japanese_given] {
            for line in table.lines() {
                let (key, value) = line.split_once('\t').unwrap();
                assert_eq!(find(table, key), Ok(value));
                assert!(value.is_ascii() && key.chars().all(|c| super::super::words::simplified(c) == c), "{line}");
            }
        }
    }
}
