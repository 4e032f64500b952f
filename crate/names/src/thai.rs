//! Thai: the Royal system (RTGS), by rule.
//!
//! Thai writes some vowels before their consonant, some around it and some not at all, and kills silent letters with a sign. A
//! word is cut into syllables from the left: vowel before, consonant or cluster, vowel, final consonant.

/// The first and the last scalar value that is read here.
pub(crate) const FIRST: u32 = 0xe00;
pub(crate) const LAST: u32 = 0xe7f;

const KILLED: char = '\u{e4c}';
const SHORTENED: char = '\u{e47}';

/// The reading of one word of NFKD; figures are kept.
pub(crate) fn readings(word: &str) -> Vec<Vec<String>> {
    if !word.chars().any(|c| (FIRST..=LAST).contains(&u32::from(c))) {
        return Vec::new();
    }
    let text = spoken(word);
    let mut out = String::new();
    let mut at = 0;
    while at < text.len() {
        at = syllable(&text, at, &mut out);
    }
    if out.is_empty() { Vec::new() } else { vec![vec![out]] }
}

/// Without tone marks and killed letters. A killed consonant takes the bare one before it along, if that can't be a final: จันทร์.
fn spoken(word: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in word.chars() {
        match c {
            '\u{e48}'..='\u{e4b}' | '\u{e4e}' | '\u{e3a}' => {}
            KILLED => {
                if out.last().is_some_and(|c| matches!(c, '\u{e34}' | '\u{e38}')) {
                    out.pop();
                }
                out.pop_if(|c| is_consonant(*c));
                let [.., before, bare] = out[..] else { continue };
                if is_consonant(bare) && is_consonant(before) && out.len() > 2 {
                    out.pop();
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// Reads one syllable from `at`, and gives where the next begins: always further on.
fn syllable(text: &[char], at: usize, out: &mut String) -> usize {
    let get = |at: usize| text.get(at).copied().unwrap_or(' ');
    let first = get(at);
    if let Some(figure) = figure(first) {
        out.push(figure);
        return at + 1;
    }
    let before = matches!(first, '\u{e40}'..='\u{e44}').then_some(first);
    let mut next = at + usize::from(before.is_some());
    if !is_consonant(get(next)) {
        // A vowel without a consonant: ill-formed, or the end of one that was not understood.
        out.push_str(match first {
            'ะ' | 'า' | '\u{e31}' => "a",
            '\u{e34}' | '\u{e35}' => "i",
            '\u{e38}' | '\u{e39}' => "u",
            _ => "",
        });
        return at + 1;
    }
    next = onset(text, next, before, out);
    // The vowel: (spelling, how many signs it takes, whether a final may follow).
    let (vowel, signs, closes) = match (before, get(next), get(next + 1), get(next + 2)) {
        (Some('เ'), '\u{e35}', 'ย', _) => ("ia", 2, true),
        (Some('เ'), '\u{e37}', 'อ', _) => ("uea", 2, true),
        (Some('เ'), 'า', 'ะ', _) => ("o", 2, false),
        (Some('เ'), 'า', ..) => ("ao", 1, false),
        (Some('เ'), 'อ', ..) => ("oe", 1, true),
        (Some('เ'), '\u{e34}', ..) => ("oe", 1, true),
        (Some('เ'), 'ย', ..) if !is_sign(get(next + 1)) => ("oei", 1, false),
        (Some('เ'), 'ะ', ..) => ("e", 1, false),
        (Some('เ'), SHORTENED, ..) => ("e", 1, true),
        (Some('เ'), ..) => ("e", 0, true),
        (Some('แ'), 'ะ' | SHORTENED, ..) => ("ae", 1, true),
        (Some('แ'), ..) => ("ae", 0, true),
        (Some('โ'), 'ะ', ..) => ("o", 1, false),
        (Some('โ'), ..) => ("o", 0, true),
        (Some(_), 'ย', ..) if !is_sign(get(next + 1)) => ("ai", 1, false),
        (Some(_), ..) => ("ai", 0, false),
        (None, '\u{e4d}', 'า', _) => ("am", 2, false),
        (None, 'ะ', ..) => ("a", 1, false),
        (None, '\u{e31}', 'ว', 'ะ') => ("ua", 3, false),
        (None, '\u{e31}', 'ว', _) => ("ua", 2, false),
        (None, '\u{e31}', ..) => ("a", 1, true),
        (None, 'า', ..) => ("a", 1, true),
        (None, '\u{e34}' | '\u{e35}', ..) => ("i", 1, true),
        (None, '\u{e36}', ..) => ("ue", 1, true),
        (None, '\u{e37}', 'อ', after) if !is_sign(after) => ("ue", 2, true),
        (None, '\u{e37}', ..) => ("ue", 1, true),
        (None, '\u{e38}' | '\u{e39}', ..) => ("u", 1, true),
        (None, SHORTENED, 'อ', _) => ("o", 2, true),
        (None, 'อ', after, _) if !is_sign(after) => ("o", 1, true),
        (None, 'ร', 'ร', after) if is_consonant(after) && !is_sign(get(next + 3)) => ("a", 2, true),
        (None, 'ร', 'ร', _) => ("an", 2, false),
        (None, 'ว', after, beyond) if is_consonant(after) && !is_sign(beyond) => ("ua", 1, true),
        // No sign: a closed syllable has o, an open one a.
        (None, ..) if is_final(text, next) => ("o", 0, true),
        (None, ..) => ("a", 0, false),
    };
    out.push_str(vowel);
    next += signs;
    // After the short a sign a syllable is always closed.
    let closed = signs == 1 && get(next - 1) == '\u{e31}' && is_consonant(get(next)) && !is_sign(get(next + 1));
    if closes && (closed || is_final(text, next)) {
        out.push_str(end(get(next)));
        next += 1;
        // A last ร after a final is silent: จักร, บุตร.
        if get(next) == 'ร' && next + 1 == text.len() {
            next += 1;
        }
    }
    next
}

/// Writes the consonants that begin a syllable, and gives where its vowel begins.
fn onset(text: &[char], at: usize, before: Option<char>, out: &mut String) -> usize {
    let get = |at: usize| text.get(at).copied().unwrap_or(' ');
    let (one, two) = (get(at), get(at + 1));
    // A cluster needs a vowel after it, or one before and a final after it; ai has no final, and a leading ห is always silent.
    let led = before.is_some_and(|vowel| is_consonant(get(at + 2)) || one == 'ห' || matches!(vowel, '\u{e43}' | '\u{e44}'));
    let cluster = led || is_sign(get(at + 2));
    if cluster {
        match (one, two) {
            ('ห', 'ม' | 'น' | 'ล' | 'ว' | 'ย' | 'ร' | 'ง' | 'ญ') => {
                out.push_str(start(two));
                return at + 2;
            }
            ('ท' | 'ส' | 'ศ', 'ร') => {
                out.push('s');
                return at + 2;
            }
            ('ก' | 'ข' | 'ค' | 'ป' | 'ผ' | 'พ' | 'ต' | 'บ' | 'ฟ', 'ร' | 'ล') | ('ก' | 'ข' | 'ค', 'ว') => {
                out.push_str(start(one));
                out.push_str(start(two));
                return at + 2;
            }
            _ => {}
        }
    }
    out.push_str(start(one));
    at + 1
}

/// Whether the consonant at `at` ends a syllable: no vowel of its own follows, and it doesn't begin the last syllable of two
/// bare consonants (ภูมิพล); before a last ร it does (บุตร).
fn is_final(text: &[char], at: usize) -> bool {
    let get = |at: usize| text.get(at).copied().unwrap_or(' ');
    let (next, beyond) = (get(at + 1), get(at + 2));
    let last_two = is_consonant(next) && at + 2 == text.len();
    let begins = is_sign(next) || (next == 'ร' && beyond == 'ร') || (next == 'อ' && is_consonant(beyond)) || (last_two && next != 'ร');
    is_consonant(get(at)) && !begins
}

fn is_consonant(c: char) -> bool {
    matches!(c, 'ก'..='ฮ')
}

/// A vowel sign that stands after or around its consonant.
fn is_sign(c: char) -> bool {
    matches!(c, 'ะ'..='\u{e39}' | SHORTENED | '\u{e4d}')
}

fn figure(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '๐'..='๙' => char::from_digit(u32::from(c) - u32::from('๐'), 10),
        _ => None,
    }
}

/// A consonant at the start of a syllable.
fn start(c: char) -> &'static str {
    match c {
        'ก' => "k",
        'ข'..='ฆ' => "kh",
        'ง' => "ng",
        'จ' | 'ฉ' | 'ช' | 'ฌ' => "ch",
        'ซ' | 'ศ' | 'ษ' | 'ส' => "s",
        'ญ' | 'ย' => "y",
        'ฎ' | 'ด' => "d",
        'ฏ' | 'ต' => "t",
        'ฐ'..='ฒ' | 'ถ'..='ธ' => "th",
        'ณ' | 'น' => "n",
        'บ' => "b",
        'ป' => "p",
        'ผ' | 'พ' | 'ภ' => "ph",
        'ฝ' | 'ฟ' => "f",
        'ม' => "m",
        'ร' => "r",
        'ฤ' => "rue",
        'ล' | 'ฬ' => "l",
        'ว' => "w",
        'ห' | 'ฮ' => "h",
        _ => "",
    }
}

/// A consonant at the end of a syllable.
fn end(c: char) -> &'static str {
    match c {
        'ก'..='ฆ' => "k",
        'ง' => "ng",
        'จ'..='ฌ' | 'ฎ'..='ฒ' | 'ด'..='ธ' | 'ศ'..='ส' => "t",
        'ญ' | 'ณ' | 'น' | 'ร' | 'ล' | 'ฬ' => "n",
        'บ'..='ภ' => "p",
        'ม' => "m",
        'ย' => "i",
        'ว' => "o",
        _ => "",
    }
}
