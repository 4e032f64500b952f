//! What a word may have meant: digits written for letters, letter pairs that look like one letter.

/// At most this many other spellings of one word.
const MAX_OTHERS: usize = 4;

/// Other ways to read a folded word, none equal to it; whether it was digits that stood for letters.
///
/// A word is only reread when it has letters: `0` in `o40` may be an o, `11420` is a number.
///
/// ```
/// assert_eq!(redzone_names::other_spellings("p4kistan"), [("pakistan".into(), true)]);
/// assert!(redzone_names::other_spellings("11420").is_empty());
/// ```
pub fn other_spellings(word: &str) -> Vec<(String, bool)> {
    let mut out: Vec<(String, bool)> = Vec::new();
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    if digits > 0 && letters > 0 && !is_ordinal(word) {
        for one in ['l', 'i'] {
            out.push((word.chars().map(|c| letter_for(c, one)).collect(), true));
        }
    }
    for (pair, single) in [("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u")] {
        if word.contains(pair) {
            out.push((word.replace(pair, single), false));
        }
    }
    out.retain(|(other, _)| other != word);
    out.dedup();
    out.truncate(MAX_OTHERS);
    out
}

fn letter_for(c: char, one: char) -> char {
    match c {
        '0' => 'o',
        '1' => one,
        '2' => 'z',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '6' => 'b',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        other => other,
    }
}

/// 1st, 2nd, 3rd, 9e, 23rd: numbers with an ending.
fn is_ordinal(word: &str) -> bool {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    ending.len() < word.len() && is_ordinal_ending(ending)
}

/// Whether figures with this ending are a number in an order: 1st, 2nd, 9e, 7ma, 3-ya.
pub fn is_ordinal_ending(ending: &str) -> bool {
    matches!(
        ending,
        "st" | "nd"
            | "rd"
            | "th"
            | "e"
            | "a"
            | "o"
            | "y"
            | "i"
            | "er"
            | "eme"
            | "ma"
            | "ta"
            | "ya"
            | "ra"
            | "ro"
            | "oji"
            | "os"
            | "ter"
            | "te"
    )
}
