//! Greek to Latin, after ELOT 743 (ISO 843) with the digraphs of the modern language; and as Greek papers write foreign names, where
//! μπ ντ γκ τζ τσ χ stand for b d g j ch h wherever they are.

use crate::latin;

const ACUTE: char = '\u{301}';
const GRAVE: char = '\u{300}';
const DIAERESIS: char = '\u{308}';

/// Whether a mark tells how vowels are read.
pub(crate) const fn tells(mark: char) -> bool {
    matches!(mark, ACUTE | GRAVE | DIAERESIS)
}

/// Writes one word: lower case, marks gone but those that [tell](tells).
pub(crate) fn romanise(word: &[char], foreign: bool, out: &mut String) {
    // Each letter, and whether it sounds apart from the one before: two vowels do where the first has the accent, Κάιντα, or the second a
    // diaeresis, Μαΐου.
    let mut letters: Vec<(char, bool)> = Vec::with_capacity(word.len());
    let mut accent = false;
    for &c in word {
        match c {
            ACUTE | GRAVE => accent = true,
            DIAERESIS => {
                if let Some((_, apart)) = letters.last_mut() {
                    *apart = true;
                }
            }
            letter => letters.push((letter, std::mem::take(&mut accent))),
        }
    }
    let mut at = 0;
    while let Some(&(c, _)) = letters.get(at) {
        let next = letters.get(at + 1).filter(|(_, apart)| !apart).map_or(' ', |(next, _)| *next);
        let start = at == 0 || foreign;
        let (latin, taken) = match (c, next) {
            ('τ', 'ζ') if foreign => ("j", 2),
            ('τ', 'σ') if foreign => ("ch", 2),
            ('χ', _) if foreign => ("h", 1),
            ('ε' | 'ο', 'ι') if foreign => ("i", 2),
            ('α', 'ι') if foreign => ("e", 2),
            ('υ', _) if foreign => ("i", 1),
            ('μ', 'π') => (if start { "b" } else { "mp" }, 2),
            ('ν', 'τ') => (if start { "d" } else { "nt" }, 2),
            ('γ', 'κ') => (if start { "g" } else { "gk" }, 2),
            ('γ', 'γ') => ("ng", 2),
            ('γ', 'χ') => ("nch", 2),
            ('τ', 'ζ') => ("tz", 2),
            ('ο', 'υ') => ("ou", 2),
            ('α' | 'ε' | 'η', 'υ') => {
                let soft = letters.get(at + 2).is_none_or(|(n, _)| "θκξπστφχψς".contains(*n));
                (
                    match (c, soft) {
                        ('α', true) => "af",
                        ('α', false) => "av",
                        ('ε', true) => "ef",
                        ('ε', false) => "ev",
                        (_, true) => "if",
                        (_, false) => "iv",
                    },
                    2,
                )
            }
            _ => {
                latin::spell(c, letter(c), out);
                at += 1;
                continue;
            }
        };
        out.push_str(latin);
        at += taken;
    }
}

fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'υ' => "y",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}
