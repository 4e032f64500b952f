//! The scripts of India and Sri Lanka: ISO 15919 in plain ASCII.
//!
//! Nine blocks of Unicode from Devanagari to Malayalam have the same letter at the same place, so one table reads them all;
//! Sinhala has places of its own. A consonant carries an `a` that a vowel sign replaces and a virama removes. Two readings:
//!
//! * as spoken: in the northern scripts the `a` falls silent at the end of a word and between open syllables (राजनाथ: Rajnath); in Tamil,
//!   which has one letter for k and g, a stop between vowels or after a nasal is voiced;
//! * as written: every `a` sounds (நரேந்திர, Narendra), every Tamil stop is hard.

/// The first and the last scalar value that is read here.
pub(crate) const FIRST: u32 = 0x900;
pub(crate) const LAST: u32 = 0xdff;

const TAMIL: u32 = 0xb80;
const MALAYALAM: u32 = 0xd00;
const SINHALA: u32 = 0xd80;

/// A consonant (or none) and the vowel after it.
struct Unit {
    consonant: &'static str,
    vowel: Vowel,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Vowel {
    /// The `a` that is not written.
    Inherent,
    Written(&'static str),
    Silent,
}

enum Letter {
    Consonant(&'static str),
    Vowel(&'static str),
    /// A vowel sign after a consonant.
    Sign(&'static str),
    Virama,
    Nukta,
    Nasal,
    Breath,
    /// Lengthens or changes the vowel sign before it.
    Length(u32),
    Nothing,
}

/// The readings of one word of NFKD: as spoken, then as written. Figures are kept.
pub(crate) fn readings(word: &str) -> Vec<Vec<String>> {
    let Some(block) = word.chars().map(u32::from).find(|c| (FIRST..=LAST).contains(c)).map(|c| c & !0x7f) else {
        return Vec::new();
    };
    let units = units(word);
    let mut out = vec![vec![write(&units, true, block)], vec![write(&units, false, block)]];
    out.retain(|reading| !reading[0].is_empty());
    out.dedup();
    out
}

fn units(word: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for c in word.chars() {
        if let Some(figure) = figure(c) {
            units.push(Unit { consonant: figure, vowel: Vowel::Silent });
            continue;
        }
        match letter(c) {
            Letter::Consonant(consonant) => units.push(Unit { consonant, vowel: Vowel::Inherent }),
            Letter::Vowel(vowel) => units.push(Unit { consonant: "", vowel: Vowel::Written(vowel) }),
            // After a nasal or a breath there is nothing that a sign could change: ill-formed text is read as far as it goes.
            Letter::Sign(sign) => match units.last_mut() {
                Some(unit) if unit.vowel == Vowel::Inherent => unit.vowel = Vowel::Written(sign),
                Some(unit) => unit.vowel = Vowel::Written(joined(unit.vowel, sign)),
                None => units.push(Unit { consonant: "", vowel: Vowel::Written(sign) }),
            },
            Letter::Length(offset) => {
                if let Some(unit) = units.last_mut() {
                    unit.vowel = match (offset, unit.vowel) {
                        (0x57, _) => Vowel::Written("au"),
                        (0x56, _) => Vowel::Written("ai"),
                        (_, vowel) => vowel,
                    };
                }
            }
            Letter::Virama => {
                if let Some(unit) = units.last_mut().filter(|unit| unit.vowel == Vowel::Inherent) {
                    unit.vowel = Vowel::Silent;
                }
            }
            Letter::Nukta => {
                if let Some(unit) = units.last_mut() {
                    unit.consonant = dotted(unit.consonant);
                }
            }
            Letter::Nasal => units.push(Unit { consonant: "n", vowel: Vowel::Silent }),
            Letter::Breath => units.push(Unit { consonant: "h", vowel: Vowel::Silent }),
            Letter::Nothing => {}
        }
    }
    units
}

/// Two signs that normalising took apart: e and aa are o.
fn joined(before: Vowel, sign: &'static str) -> &'static str {
    match before {
        Vowel::Written("e") if matches!(sign, "a" | "u") => "o",
        _ => sign,
    }
}

fn write(units: &[Unit], spoken: bool, block: u32) -> String {
    let silent = if spoken && northern(block) { silent(units) } else { vec![false; units.len()] };
    let mut out = String::new();
    for (at, unit) in units.iter().enumerate() {
        let mut consonant = unit.consonant;
        let after = units.get(at + 1);
        if consonant == "n" && unit.vowel == Vowel::Silent && after.is_some_and(|next| next.consonant.starts_with(['p', 'b', 'm'])) {
            consonant = "m";
        }
        if spoken && block == TAMIL && at > 0 && after.is_none_or(|next| next.consonant != consonant) && unit.vowel != Vowel::Silent {
            let before = &units[at - 1];
            if before.vowel != Vowel::Silent || matches!(before.consonant, "n" | "m") {
                consonant = voiced(consonant);
            }
        }
        // सिंह is spoken Singh.
        if spoken && northern(block) && consonant == "n" && unit.vowel == Vowel::Silent && after.is_some_and(|next| next.consonant == "h") {
            consonant = "ng";
        }
        // ज्ञ is spoken gy: Gyan, Vigyan.
        let gy = spoken
            && northern(block)
            && consonant == "j"
            && unit.vowel == Vowel::Silent
            && after.is_some_and(|next| next.consonant == "ny");
        out.push_str(if gy { "g" } else { consonant_of(consonant, spoken && northern(block) && out.ends_with('g')) });
        match unit.vowel {
            Vowel::Inherent if !silent[at] => out.push('a'),
            Vowel::Written(vowel) => out.push_str(vowel),
            _ => {}
        }
    }
    out
}

/// `ny` is `n`, except in gy.
fn consonant_of(consonant: &'static str, after_g: bool) -> &'static str {
    match consonant {
        "ny" if after_g => "y",
        "ny" => "n",
        other => other,
    }
}

/// Where the inherent `a` is not spoken, from the end of the word: at the end after a single consonant, and between two
/// syllables that stay pronounceable without it.
fn silent(units: &[Unit]) -> Vec<bool> {
    let mut silent = vec![false; units.len()];
    let sounds = |silent: &[bool], at: usize| units[at].vowel != Vowel::Silent && !silent[at];
    for at in (1..units.len()).rev() {
        let last = at + 1 == units.len();
        // A nasal doesn't hold a last `a`: Arvind, Singh; other clusters do: Narendra.
        let nasal = last
            && at > 1
            && units[at - 1].vowel == Vowel::Silent
            && matches!(units[at - 1].consonant, "n" | "m")
            && sounds(&silent, at - 2);
        if units[at].vowel != Vowel::Inherent || !(nasal || sounds(&silent, at - 1)) {
            continue;
        }
        let between = !last && !units[at + 1].consonant.is_empty() && sounds(&silent, at + 1);
        silent[at] = last || between;
    }
    silent
}

/// Devanagari, Bengali, Gurmukhi, Gujarati, Oriya.
fn northern(block: u32) -> bool {
    block < TAMIL
}

fn voiced(hard: &'static str) -> &'static str {
    match hard {
        "k" => "g",
        "t" => "d",
        "p" => "b",
        other => other,
    }
}

/// Letters with a dot below, for sounds from Persian.
fn dotted(plain: &'static str) -> &'static str {
    match plain {
        "k" => "q",
        "g" => "gh",
        "j" => "z",
        "d" => "r",
        "dh" => "rh",
        "ph" => "f",
        other => other,
    }
}

const FIGURES: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

fn figure(c: char) -> Option<&'static str> {
    let code = u32::from(c);
    let value = match code {
        0x30..=0x39 => code - 0x30,
        FIRST..SINHALA if (0x66..=0x6f).contains(&(code & 0x7f)) => (code & 0x7f) - 0x66,
        _ => return None,
    };
    FIGURES.get(value as usize).copied()
}

fn letter(c: char) -> Letter {
    let code = u32::from(c);
    if (0xd7a..=0xd7f).contains(&code) {
        // Malayalam letters that never carry a vowel.
        return [Letter::Nasal, Letter::Nasal, bare("r"), bare("l"), bare("l"), bare("k")]
            .into_iter()
            .nth((code - 0xd7a) as usize)
            .unwrap_or(Letter::Nothing);
    }
    let offset = if (SINHALA..=LAST).contains(&code) { of_sinhala(code - SINHALA) } else { code & 0x7f };
    match (code & !0x7f, offset) {
        (0x980, 0x4e) => return bare("t"),
        (0x980, 0x70) => return Letter::Consonant("r"),
        (0x980, 0x71) => return Letter::Consonant("v"),
        (0xa00, 0x70) => return Letter::Nasal,
        (0xa00, 0x71) => return Letter::Nothing,
        // Tamil writes th for its dental stop, zh for ழ; Malayalam has the latter too.
        (TAMIL, 0x24) => return Letter::Consonant("th"),
        (TAMIL, 0x1a) => return Letter::Consonant("s"),
        (TAMIL | MALAYALAM, 0x34) => return Letter::Consonant("zh"),
        _ => {}
    }
    match offset {
        0x01 | 0x02 => Letter::Nasal,
        0x03 => Letter::Breath,
        0x05 | 0x06 => Letter::Vowel("a"),
        0x07 | 0x08 => Letter::Vowel("i"),
        0x09 | 0x0a => Letter::Vowel("u"),
        0x0b => Letter::Vowel("ri"),
        0x0d..=0x0f => Letter::Vowel("e"),
        0x10 => Letter::Vowel("ai"),
        0x11..=0x13 => Letter::Vowel("o"),
        0x14 => Letter::Vowel("au"),
        0x15..=0x39 => Letter::Consonant(CONSONANTS[offset as usize - 0x15]),
        0x3c => Letter::Nukta,
        0x3e => Letter::Sign("a"),
        0x3f | 0x40 => Letter::Sign("i"),
        0x41 | 0x42 => Letter::Sign("u"),
        0x43 | 0x44 => Letter::Sign("ri"),
        0x45..=0x47 => Letter::Sign("e"),
        0x48 => Letter::Sign("ai"),
        0x49..=0x4b => Letter::Sign("o"),
        0x4c => Letter::Sign("au"),
        0x4d => Letter::Virama,
        0x55..=0x57 => Letter::Length(offset),
        _ => Letter::Nothing,
    }
}

/// A consonant without its vowel, as a nasal is.
fn bare(consonant: &'static str) -> Letter {
    // A vowel of no letters: nothing is spoken after it, and no sign can follow.
    match consonant {
        "r" => Letter::Vowel("r"),
        "l" => Letter::Vowel("l"),
        "t" => Letter::Vowel("t"),
        _ => Letter::Vowel("k"),
    }
}

/// From ka on, in the order that the nine blocks share.
const CONSONANTS: [&str; 37] = [
    "k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "ny", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n", "p", "ph", "b",
    "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h",
];

/// A place in the Sinhala block as the shared place of the same letter.
fn of_sinhala(offset: u32) -> u32 {
    match offset {
        0x02 | 0x03 => offset,
        0x05..=0x08 => 0x05,
        0x09..=0x0c => offset - 2,
        0x0d | 0x0e => 0x0b,
        0x11 | 0x12 => 0x0f,
        0x13 => 0x10,
        0x14 | 0x15 => 0x13,
        0x16 => 0x14,
        0x1a..=0x1e => offset - 5,
        0x1f => 0x19,
        0x20..=0x23 => offset - 6,
        0x24..=0x26 => 0x1e,
        0x27..=0x2b => offset - 8,
        0x2c => 0x21,
        0x2d..=0x31 => offset - 9,
        0x33 => 0x26,
        0x34..=0x38 => offset - 10,
        0x39 => 0x2c,
        0x3a => 0x2f,
        0x3b => 0x30,
        0x3d => 0x32,
        0x40 => 0x35,
        0x41 => 0x36,
        0x42 => 0x37,
        0x43 => 0x38,
        0x44 => 0x39,
        0x45 => 0x33,
        0x46 => 0x2b,
        0x4a => 0x4d,
        0x4f..=0x51 => 0x3e,
        0x52 | 0x53 => 0x3f,
        0x54 | 0x56 => 0x41,
        0x58 => 0x43,
        0x59 | 0x5a => 0x47,
        0x5b => 0x48,
        0x5c | 0x5d => 0x4b,
        0x5e => 0x4c,
        0x5f => 0x57,
        _ => 0x7f,
    }
}
