//! A person's name: where the surname ends, and how each language spells it.

use super::words::Surname;
use super::{chars, styles, words};

/// Mandarin, Cantonese, Wade-Giles, Korean; nothing when no shape of a name fits. `gap` is where the writer put a blank.
pub(super) fn readings(run: &[char], gap: Option<usize>) -> Vec<Vec<String>> {
    let Some((surname, given)) = split(run, gap) else { return Vec::new() };
    let mut out = Vec::new();
    let spelled = |customary: &'static str, number: usize| customary.split('/').nth(number).map(|s| s.split(' ').map(str::to_owned));
    let join = |family: &mut dyn Iterator<Item = String>, given: Vec<String>| family.chain(given).collect::<Vec<String>>();
    let joined = |given: Vec<String>| if given.is_empty() { given } else { vec![given.concat()] };
    let mandarin: Vec<String> = sounds(given, |c| chars::mandarin(c).map(str::to_owned));
    for number in 0..2 {
        if let Some(mut family) = spelled(surname.mandarin, number) {
            out.push(join(&mut family, joined(mandarin.clone())));
        }
    }
    if let Some(korean) = surname.korean {
        let given = sounds(given, |c| chars::korean(c).map(styles::northern));
        if let Some(mut family) = spelled(korean, 0) {
            out.push(join(&mut family, given));
        }
    }
    let cantonese = sounds(given, |c| chars::cantonese(c).map(str::to_owned));
    for number in 0..2 {
        if let Some(mut family) = spelled(surname.cantonese, number) {
            out.push(join(&mut family, cantonese.clone()));
        }
    }
    let wade: Vec<String> = mandarin.iter().map(|s| styles::wade_giles(s)).collect();
    if let Some(family) = spelled(surname.mandarin, 0) {
        out.push(join(&mut family.map(|s| styles::wade_giles(&s)), wade));
    }
    out
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
