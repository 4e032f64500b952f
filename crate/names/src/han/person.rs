//! A person's name: where the surname ends, and how each language spells it.

use super::words::Surname;
use super::{chars, japanese, styles, words};

/// Mandarin, Korean, Cantonese, Wade-Giles, Japanese; nothing when no shape of a name fits. `gap` is where the writer put a blank.
pub(super) fn readings(run: &[char], gap: Option<usize>) -> Vec<Vec<String>> {
    let japanese = japanese::person(run, gap);
    let mut out = match split(run, gap) {
        Some((surname, given)) => continental(surname, given),
        None => Vec::new(),
    };
    out.extend(married(run, gap));
    if let Some(japanese) = japanese {
        if japanese.certain {
            out.truncate(1);
            out.splice(0..0, japanese.readings);
        } else {
            // Before the rarer spellings, after Pinyin: 林文雄 may be either.
            let at = out.len().min(2);
            out.splice(at..at, japanese.readings.into_iter().take(2));
        }
    }
    out
}

/// As a Chinese or Korean person.
fn continental(surname: Surname, given: &[char]) -> Vec<Vec<String>> {
    let mandarin = sounds(given, |c| chars::mandarin(c).map(str::to_owned));
    let cantonese = sounds(given, |c| chars::cantonese(c).map(str::to_owned));
    let mut out = Vec::new();
    let mut add = |family: &str, given: &[String]| out.push(family.split(' ').map(str::to_owned).chain(given.iter().cloned()).collect());
    for family in surname.mandarin.split('/') {
        add(family, &joined(&mandarin));
    }
    if let Some(korean) = surname.korean {
        let given = sounds(given, |c| chars::korean(c).map(styles::northern));
        add(korean.split('/').next().unwrap_or(korean), &given);
    }
    for family in surname.cantonese.split('/') {
        add(family, &cantonese);
    }
    let wade: Vec<String> = mandarin.iter().map(|s| styles::wade_giles(s)).collect();
    add(&styles::wade_giles(surname.mandarin.split('/').next().unwrap_or_default()), &wade);
    out
}

/// Two surnames before a given name of two: the husband's first, as married women in Hong Kong write (林鄭月娥).
fn married(run: &[char], gap: Option<usize>) -> Vec<Vec<String>> {
    let [husband, own, given @ ..] = run else { return Vec::new() };
    let (Some(husband), Some(own)) = (words::surname(husband.encode_utf8(&mut [0; 4])), words::surname(own.encode_utf8(&mut [0; 4])))
    else {
        return Vec::new();
    };
    if given.len() != 2 || gap.is_some_and(|gap| gap != 2) {
        return Vec::new();
    }
    let first = |spelled: &'static str| spelled.split('/').next().unwrap_or(spelled).to_owned();
    let mandarin = joined(&sounds(given, |c| chars::mandarin(c).map(str::to_owned)));
    let cantonese = sounds(given, |c| chars::cantonese(c).map(str::to_owned));
    vec![
        [vec![first(husband.mandarin), first(own.mandarin)], mandarin].concat(),
        [vec![first(husband.cantonese), first(own.cantonese)], cantonese].concat(),
    ]
}

/// A given name in one word, as Pinyin writes it.
fn joined(given: &[String]) -> Vec<String> {
    if given.is_empty() { Vec::new() } else { vec![given.concat()] }
}

fn sounds(given: &[char], of: impl Fn(char) -> Option<String>) -> Vec<String> {
    given.iter().filter_map(|c| of(*c)).collect()
}

/// Surname and given name: a surname of two characters before one of one, so that 欧阳修 is Ouyang Xiu.
fn split(run: &[char], gap: Option<usize>) -> Option<(Surname, &[char])> {
    for len in [2, 1].into_iter().filter(|len| gap.is_none_or(|gap| gap == *len)) {
        // A given name has one or two characters; two surnames of one character each may stand before it (married women).
        if run.len() > len && run.len() <= len + 2 {
            let text: String = run[..len].iter().collect();
            if let Some(surname) = words::surname(&text) {
                return Some((surname, &run[len..]));
            }
        }
    }
    None
}
