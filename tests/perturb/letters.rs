//! Changes inside words.

use super::Dice;

/// Writes an edit at some letter of the name.
fn edited(name: &str, dice: &mut Dice, edit: impl Fn(&mut Vec<char>, usize, &mut Dice)) -> Option<String> {
    let mut chars: Vec<char> = name.chars().collect();
    let letters: Vec<usize> = (0..chars.len()).filter(|at| chars[*at].is_alphanumeric()).collect();
    if letters.len() < 4 {
        return None;
    }
    let at = letters[dice.roll(letters.len())];
    edit(&mut chars, at, dice);
    Some(chars.into_iter().collect())
}

fn like(new: char, old: char) -> char {
    if old.is_uppercase() { new.to_ascii_uppercase() } else { new }
}

/// Maps letters, whatever their case, and keeps the case.
fn mapped(name: &str, to: impl Fn(char) -> Option<char>) -> Option<String> {
    Some(name.chars().map(|c| to(c.to_ascii_lowercase()).map_or(c, |new| like(new, c))).collect())
}

pub(super) fn diacritics(name: &str, _: &mut Dice) -> Option<String> {
    let marks = "aáeécçiïnñoöuü";
    mapped(name, |c| "aecinou".contains(c).then(|| marks.chars().skip_while(|mark| *mark != c).nth(1)).flatten())
}

pub(super) fn other(name: &str, dice: &mut Dice) -> Option<String> {
    edited(name, dice, |chars, at, dice| chars[at] = like(dice.letter(), chars[at]))
}

pub(super) fn more(name: &str, dice: &mut Dice) -> Option<String> {
    edited(name, dice, |chars, at, dice| chars.insert(at, dice.letter()))
}

pub(super) fn fewer(name: &str, dice: &mut Dice) -> Option<String> {
    edited(name, dice, |chars, at, _| {
        chars.remove(at);
    })
}

pub(super) fn exchanged(name: &str, dice: &mut Dice) -> Option<String> {
    edited(name, dice, |chars, at, _| {
        if chars.get(at + 1).is_some_and(|next| next.is_alphanumeric()) {
            chars.swap(at, at + 1);
        }
    })
}

/// The letter beside the right one on the keyboard.
pub(super) fn neighbour_key(name: &str, dice: &mut Dice) -> Option<String> {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    edited(name, dice, |chars, at, dice| {
        let key = chars[at].to_ascii_lowercase();
        for row in ROWS {
            if let Some(place) = row.find(key) {
                let beside = if place == 0 || (dice.roll(2) == 1 && place + 1 < row.len()) { place + 1 } else { place - 1 };
                chars[at] = like(row.chars().nth(beside).unwrap_or(key), chars[at]);
            }
        }
    })
}

pub(super) fn two(name: &str, dice: &mut Dice) -> Option<String> {
    let ways = [other, more, fewer, exchanged];
    let once = ways[dice.roll(4)](name, dice)?;
    ways[dice.roll(4)](&once, dice)
}

/// What a scanner takes for something else.
pub(super) fn ocr(name: &str, dice: &mut Dice) -> Option<String> {
    const PAIRS: [(&str, &str); 12] = [
        ("rn", "m"),
        ("m", "rn"),
        ("cl", "d"),
        ("d", "cl"),
        ("l", "I"),
        ("I", "l"),
        ("o", "0"),
        ("w", "vv"),
        ("e", "c"),
        ("h", "b"),
        ("u", "ii"),
        ("S", "5"),
    ];
    let fitting: Vec<&(&str, &str)> = PAIRS.iter().filter(|(from, _)| name.contains(from)).collect();
    let (from, to) = fitting.get(dice.roll(fitting.len()))?;
    Some(name.replacen(from, to, 1))
}

/// The first twenty characters: the narrowest name field of message formats.
pub(super) fn cut(name: &str, _: &mut Dice) -> Option<String> {
    let short: String = name.chars().take(20).collect();
    (name.chars().count() > 20).then(|| short.trim_end().to_owned())
}

pub(super) fn doubled(name: &str, dice: &mut Dice) -> Option<String> {
    edited(name, dice, |chars, at, _| chars.insert(at, chars[at]))
}

pub(super) fn no_vowels(name: &str, _: &mut Dice) -> Option<String> {
    let words = name.split(' ').map(|word| {
        let mut chars = word.chars();
        let first: String = chars.next().into_iter().collect();
        first + &chars.filter(|c| !"aeiouAEIOU".contains(*c)).collect::<String>()
    });
    let bare = words.collect::<Vec<_>>().join(" ");
    (bare.chars().filter(|c| c.is_alphabetic()).count() >= 5).then_some(bare)
}

pub(super) fn digits(name: &str, dice: &mut Dice) -> Option<String> {
    const PAIRS: [(char, char); 6] = [('o', '0'), ('i', '1'), ('e', '3'), ('a', '4'), ('s', '5'), ('t', '7')];
    let (from, to) = PAIRS[dice.roll(PAIRS.len())];
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 5).then(|| mapped(name, |c| (c == from).then_some(to))).flatten()
}

/// Cyrillic letters of the same shape, in every other word.
pub(super) fn look_alike(name: &str, _: &mut Dice) -> Option<String> {
    let alike =
        |c: char| "AАBВCСEЕHНKКMМOОPРTТXХaаcсeеoоpрxхyу".chars().skip_while(|latin| *latin != c).nth(1).filter(|_| c.is_ascii_alphabetic());
    let words = name.split(' ').enumerate().map(|(at, word)| match at % 2 {
        // The first letter stays, or the word may be wholly Cyrillic.
        0 => word.chars().enumerate().map(|(place, c)| if place == 0 { c } else { alike(c).unwrap_or(c) }).collect(),
        _ => word.to_owned(),
    });
    Some(words.collect::<Vec<String>>().join(" "))
}

pub(super) fn invisible(name: &str, dice: &mut Dice) -> Option<String> {
    let signs = ['\u{200b}', '\u{200d}', '\u{ad}', '\u{2060}'];
    edited(name, dice, |chars, at, dice| chars.insert(at, signs[dice.roll(4)]))
}

pub(super) fn spaced_out(name: &str, _: &mut Dice) -> Option<String> {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 5)
        .then(|| name.split(' ').map(|word| word.chars().map(String::from).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("  "))
}

pub(super) fn full_width(name: &str, _: &mut Dice) -> Option<String> {
    Some(name.chars().map(|c| if c.is_ascii_alphanumeric() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c }).collect())
}

fn replaced_one(name: &str, pairs: &[(&str, &str)], dice: &mut Dice) -> Option<String> {
    let lower = name.to_lowercase();
    let fitting: Vec<&(&str, &str)> = pairs.iter().filter(|(from, _)| lower.contains(from)).collect();
    let (from, to) = fitting.get(dice.roll(fitting.len()))?;
    Some(lower.replacen(from, to, 1))
}

/// Another romanisation of the same name.
pub(super) fn respelt(name: &str, dice: &mut Dice) -> Option<String> {
    const PAIRS: [(&str, &str); 22] = [
        ("ou", "u"),
        ("oo", "u"),
        ("kh", "h"),
        ("zh", "j"),
        ("ya", "ia"),
        ("yu", "iu"),
        ("iy", "y"),
        ("ks", "x"),
        ("mohamm", "muham"),
        ("ee", "i"),
        ("ei", "ay"),
        ("ai", "ay"),
        ("q", "k"),
        ("dh", "d"),
        ("ts", "c"),
        ("w", "v"),
        ("ey", "ei"),
        ("ye", "e"),
        ("gh", "g"),
        ("ch'", "ch"),
        ("ssein", "sayn"),
        ("dj", "j"),
    ];
    replaced_one(name, &PAIRS, dice)
}

/// As somebody might write who only heard it.
pub(super) fn by_ear(name: &str, dice: &mut Dice) -> Option<String> {
    const PAIRS: [(&str, &str); 14] = [
        ("ph", "f"),
        ("c", "k"),
        ("k", "c"),
        ("z", "s"),
        ("v", "w"),
        ("i", "y"),
        ("y", "i"),
        ("ll", "l"),
        ("ss", "s"),
        ("x", "ks"),
        ("f", "ph"),
        ("sh", "sch"),
        ("j", "dj"),
        ("u", "oo"),
    ];
    replaced_one(name, &PAIRS, dice)
}
