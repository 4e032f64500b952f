//! Greek to Latin, after ELOT 743 (ISO 843) with the digraphs of the modern language.

/// Writes one word: lower case, marks gone.
pub(crate) fn romanise(word: &[char], out: &mut String) {
    let mut at = 0;
    while let Some(&c) = word.get(at) {
        let next = word.get(at + 1).copied().unwrap_or(' ');
        let start = at == 0;
        let (latin, taken) = match (c, next) {
            ('μ', 'π') => (if start { "b" } else { "mp" }, 2),
            ('ν', 'τ') => (if start { "d" } else { "nt" }, 2),
            ('γ', 'κ') => (if start { "g" } else { "gk" }, 2),
            ('γ', 'γ') => ("ng", 2),
            ('γ', 'χ') => ("nch", 2),
            ('τ', 'ζ') => ("tz", 2),
            ('ο', 'υ') => ("ou", 2),
            ('α' | 'ε' | 'η', 'υ') => {
                let soft = word.get(at + 2).is_none_or(|n| "θκξπστφχψς".contains(*n));
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
            _ => (letter(c), 1),
        };
        out.push_str(latin);
        at += taken;
    }
}

fn letter(c: char) -> &'static str {
    match c {
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
        _ => "",
    }
}
