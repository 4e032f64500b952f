//! Folding: disguises undone, marks and case away, every alphabet to Latin, split into words.

use std::fmt;

use crate::script::{Script, is_apostrophe, is_invisible, is_joiner, is_mark, script_of};
use crate::{arabic, cyrillic, greek, han, hangul, indic, latin, lookalike, small_scripts, tables, thai, unicode};

/// The longest name that is read, in Unicode scalar values. A longer one is refused, never cut: the longest
/// name on the lists of 2026-07-31 has under 400.
pub const MAX_SCALARS: usize = 1_024;

/// More combining marks than this on one letter are a flood; Vietnamese and polytonic Greek need three.
const MAX_MARKS: usize = 4;

/// A text, read: one or more ways to write it as comparable words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// At least one; the first is the plainest. More than one where a script can be read in several ways.
    pub readings: Vec<Reading>,
    /// What was undone to get there, in the order of the enum, each once. Shown to the reviewer.
    pub disguises: Vec<Disguise>,
}

/// One way to write a name as words: lower case, one alphabet, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Never empty; no word is empty.
    pub words: Vec<String>,
    /// Whether the writing states short vowels. Arabic and Hebrew letters don't: such words are compared by their consonants.
    pub vowels: bool,
}

/// A way of writing that looks like one name to a person and like another to a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disguise {
    /// Zero-width, bidirectional or other invisible characters stood inside the text.
    Invisible,
    /// A word mixed letters of several scripts that look alike.
    LookAlike,
    /// Full-width, mathematical or other compatibility letters.
    Compatibility,
    /// More combining marks than any writing system uses.
    MarkFlood,
    /// Digits that stood for letters.
    DigitForLetter,
}

impl Disguise {
    /// Every one, in the order of the enum.
    const ALL: [Disguise; 5] =
        [Disguise::Invisible, Disguise::LookAlike, Disguise::Compatibility, Disguise::MarkFlood, Disguise::DigitForLetter];
}

/// Why a text can't be read as a name. Never "no match": the outcome of such a question is indeterminate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing is left that could be compared: empty, blanks, punctuation only.
    Empty,
    /// Longer than [`MAX_SCALARS`]; the length found.
    TooLong(usize),
    /// Chinese, Japanese or Korean writing, and the tables to read it are not there; see [`load_tables`](crate::load_tables).
    TablesMissing,
    /// A writing that this build, without the feature `far`, does not read.
    ScriptMissing,
}

impl ReadError {
    /// Whether it is not the text that is at fault: a program that has what is missing reads it.
    pub fn is_missing(&self) -> bool {
        matches!(self, ReadError::TablesMissing | ReadError::ScriptMissing)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Empty => f.write_str("the name has no letter or digit in it: enter the name as the party writes it"),
            ReadError::TablesMissing => f.write_str(
                "the name is in Chinese, Japanese or Korean writing and the tables to read it are not loaded: wait for them, or reload the page",
            ),
            ReadError::ScriptMissing => {
                f.write_str("the name is in a writing whose reading is not loaded: wait for the rest of the engine, or reload the page")
            }
            ReadError::TooLong(found) => {
                write!(f, "the name has {found} characters and at most {MAX_SCALARS} are read: enter the name without addresses or remarks")
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a text as a name.
///
/// Reading the words of a reading again, joined by blanks, gives those words (so lists may store them).
///
/// # Errors
/// [`ReadError`] when nothing comparable is left, the text is over-long, or tables that it needs are missing.
pub fn read(text: &str) -> Result<Read, ReadError> {
    let scalars = text.chars().count();
    if scalars > MAX_SCALARS {
        return Err(ReadError::TooLong(scalars));
    }
    let mut disguises = Vec::new();
    let visible = strip(text, &mut disguises);
    if !unicode::is_known(&visible) {
        return Err(ReadError::ScriptMissing);
    }
    let written = split(&unicode::decompose(&visible), &mut disguises);
    let written = if cfg!(feature = "far") { han::join(written) } else { written };
    if cfg!(feature = "far") && has_any(&written, &[Script::Han, Script::Kana, Script::Hangul]) && !tables::loaded() {
        return Err(ReadError::TablesMissing);
    }
    let unsegmented: Vec<Vec<Vec<String>>> =
        written.iter().map(|word| if cfg!(feature = "far") { far(word) } else { Vec::new() }).collect();
    let most = unsegmented.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let mut readings: Vec<Reading> = (0..most).map(|number| spell(&written, &unsegmented, number, Style::First)).collect();
    if has_any(&written, &[Script::Arabic, Script::Greek]) {
        readings.push(spell(&written, &unsegmented, 0, Style::Second));
    }
    readings.dedup();
    readings.retain(|reading| !reading.words.is_empty());
    let disguises = Disguise::ALL.into_iter().filter(|disguise| disguises.contains(disguise)).collect();
    if readings.is_empty() { Err(ReadError::Empty) } else { Ok(Read { readings, disguises }) }
}

/// The readings of a word of a far script; none for other words.
fn far(word: &str) -> Vec<Vec<String>> {
    match word.chars().map(script_of).find(|script| *script != Script::Common) {
        Some(Script::Hangul) => hangul::readings(word),
        Some(Script::Han | Script::Kana) => han::readings(word),
        Some(Script::Indic) => indic::readings(word),
        Some(Script::Thai) => thai::readings(word),
        _ => Vec::new(),
    }
}

fn has_any(words: &[String], scripts: &[Script]) -> bool {
    words.iter().any(|word| word.chars().any(|c| scripts.contains(&script_of(c))))
}

/// A text whose letters were written apart, read with them brought together; `None` when they were not.
///
/// Letters stand apart when four or more words of one letter follow each other. Two blanks or a sign between them part words.
///
/// ```
/// let read = redzone_names::spaced_out("H u a w e i  L t d").unwrap();
/// assert_eq!(read.readings[0].words, ["huawei", "ltd"]);
/// assert!(redzone_names::spaced_out("J. R. R. Tolkien").is_none());
/// ```
pub fn spaced_out(text: &str) -> Option<Read> {
    const LEAST: usize = 4;
    let single = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_alphanumeric);
    let mut joined = String::with_capacity(text.len());
    let mut apart = false;
    for part in text.trim().split("  ") {
        let words: Vec<&str> = part.split_whitespace().collect();
        joined.push(' ');
        for run in words.chunk_by(|a, b| single(a) && single(b)) {
            // Once letters stand apart, short words do as well.
            let together = run.len() >= if apart { 2 } else { LEAST };
            apart |= together;
            joined.push_str(&run.join(if together { "" } else { " " }));
            joined.push(' ');
        }
    }
    if apart { read(&joined).ok() } else { None }
}

/// A text read by the look of its letters, where whole words are written in letters of another alphabet that look like Latin ones; `None` when
/// no word is, or when other words show that the alphabet is meant. Words that mix alphabets are undone by [`read`] already.
///
/// ```
/// let read = redzone_names::as_it_looks("Luis РАСНЕСО").unwrap();
/// assert_eq!(read.readings[0].words, ["luis", "pacheco"]);
/// assert!(redzone_names::as_it_looks("Анна Ростова").is_none());
/// ```
pub fn as_it_looks(text: &str) -> Option<Read> {
    let alike = |c: char| script_of(c) == Script::Latin || !c.is_alphabetic() || lookalike::latin(c).is_some();
    if text.is_ascii() || !text.chars().all(alike) || !text.chars().any(|c| script_of(c) != Script::Latin && c.is_alphabetic()) {
        return None;
    }
    let looks: String = text.chars().map(|c| if c.is_alphabetic() { lookalike::latin(c).unwrap_or(c) } else { c }).collect();
    read(&looks).ok()
}

/// Takes invisible characters out and notes disguises that normalising would hide.
fn strip(text: &str, disguises: &mut Vec<Disguise>) -> String {
    // Blanks, signs and the joiners themselves are of no alphabet.
    let joined = text.chars().any(|c| match script_of(c) {
        Script::Arabic | Script::Hebrew | Script::Indic | Script::Thai => true,
        Script::Other => c.is_alphabetic(),
        _ => false,
    });
    let mut marks = 0;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) {
            // Persian writes a zero-width non-joiner between the parts of a word.
            if !(joined && is_joiner(c)) {
                disguises.push(Disguise::Invisible);
            } else if c == '\u{200c}' {
                out.push(' ');
            }
            continue;
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if marks > MAX_MARKS {
            disguises.push(Disguise::MarkFlood);
            continue;
        }
        if matches!(c as u32, 0xff10..=0xff5a | 0x1d400..=0x1d7ff | 0x2460..=0x24ff | 0x2100..=0x214f) && c.is_alphanumeric() {
            disguises.push(Disguise::Compatibility);
        }
        out.push(c);
    }
    out
}

/// The words as written, in lower case and of one script each; apostrophes and Latin marks gone.
fn split(nfkd: &str, disguises: &mut Vec<Disguise>) -> Vec<String> {
    let chars: Vec<char> = nfkd.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let close = |word: &mut String, words: &mut Vec<String>, disguises: &mut Vec<Disguise>| {
        if !word.is_empty() {
            let lower = lower_of_one_script(&std::mem::take(word), disguises);
            words.push(lower);
        }
    };
    for (at, &c) in chars.iter().enumerate() {
        let c = arabic::figure(c).unwrap_or(c);
        let keeps = c.is_alphanumeric() || is_mark(c) || matches!(c, '\u{3099}' | '\u{309a}') || is_sign(c);
        if is_apostrophe(c) {
            continue;
        }
        // "S.A." and "U.S.A." are one word: a stop after a single letter joins when a single letter follows.
        if c == '.' && word.chars().filter(|c| !is_mark(*c)).count() >= 1 && stands_alone(&chars, at) {
            continue;
        }
        if c == '&' || c == '\u{ff06}' {
            close(&mut word, &mut words, disguises);
            words.push("and".into());
            continue;
        }
        if !keeps {
            close(&mut word, &mut words, disguises);
            continue;
        }
        // Han and kana have no blanks: words of them run on into each other and into figures, never into another script; Hangul likewise.
        if !is_mark(c) && class(c).is_some_and(|new| word.chars().rev().find_map(class).is_some_and(|old| old != new)) {
            close(&mut word, &mut words, disguises);
        }
        word.push(c);
    }
    close(&mut word, &mut words, disguises);
    words
}

/// What may share a word: East Asian characters, Hangul, Indic scripts, Thai, all other letters; none for figures, which go with any.
fn class(c: char) -> Option<u8> {
    match script_of(c) {
        Script::Common => None,
        Script::Han | Script::Kana => Some(0),
        Script::Hangul => Some(1),
        Script::Indic => Some(2),
        Script::Thai => Some(3),
        _ => (!is_mark(c)).then_some(4),
    }
}

/// Whether the stop at `at` stands between single letters: one letter before it and one after it, as in `S.A.`; marks don't count.
fn stands_alone(chars: &[char], at: usize) -> bool {
    let mut before = chars[..at].iter().rev().filter(|c| !is_mark(**c));
    let mut after = chars[at + 1..].iter().filter(|c| !is_mark(**c));
    let letter = |c: Option<&char>| c.is_some_and(|c| c.is_alphabetic());
    letter(before.next()) && !letter(before.next()) && letter(after.next()) && !letter(after.next())
}

/// Vowel signs, viramas and tone marks of scripts that hang them on letters; not their stops and commas.
fn is_sign(c: char) -> bool {
    matches!(script_of(c), Script::Indic | Script::Thai)
        && !matches!(c as u32, 0x964..=0x965 | 0x970 | 0xdf4 | 0xe2f | 0xe3f | 0xe4f | 0xe5a..=0xe5b)
}

/// Look-alike letters of a mixed word to Latin, then lower case, Latin marks away.
fn lower_of_one_script(word: &str, disguises: &mut Vec<Disguise>) -> String {
    let has = |script: Script| word.chars().any(|c| script_of(c) == script);
    let mixed = has(Script::Latin) && (has(Script::Cyrillic) || has(Script::Greek) || has(Script::Armenian));
    let all_alike = mixed && word.chars().all(|c| script_of(c) == Script::Latin || !c.is_alphabetic() || lookalike::latin(c).is_some());
    let plain: String = if all_alike {
        disguises.push(Disguise::LookAlike);
        word.chars().map(|c| if script_of(c) == Script::Latin { c } else { lookalike::latin(c).unwrap_or(c) }).collect()
    } else {
        word.to_owned()
    };
    // Marks that an apostrophe parted stand together now: they are put in order again.
    let folded = unicode::fold_case(&plain);
    let nfkd = unicode::decompose(&folded);
    let cyrillic = has(Script::Cyrillic) && !all_alike;
    let greek = has(Script::Greek) && !has(Script::Latin) && !cyrillic;
    nfkd.chars().filter(|c| !is_mark(*c) || (cyrillic && matches!(c, '\u{306}' | '\u{308}')) || (greek && greek::tells(*c))).collect()
}

/// Which of the two readings of a text whose script has two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    First,
    Second,
}

/// Every written word in Latin letters; of the readings of an unsegmented word, the one with this number, else its first.
fn spell(written: &[String], unsegmented: &[Vec<Vec<String>>], number: usize, style: Style) -> Reading {
    let mut words: Vec<String> = Vec::with_capacity(written.len());
    let mut vowels = true;
    for (word, readings) in written.iter().zip(unsegmented) {
        if let Some(reading) = readings.get(number).or(readings.first()) {
            words.extend_from_slice(reading);
            continue;
        }
        let chars: Vec<char> = word.chars().collect();
        let before = words.len();
        let mut out = String::with_capacity(word.len());
        match chars.iter().map(|c| script_of(*c)).find(|script| *script != Script::Common).unwrap_or(Script::Common) {
            Script::Cyrillic => cyrillic::romanise(&chars, &mut out),
            Script::Greek => greek::romanise(&chars, style == Style::Second, &mut out),
            Script::Armenian => chars.iter().for_each(|c| latin::spell(*c, small_scripts::armenian(*c), &mut out)),
            Script::Georgian => chars.iter().for_each(|c| latin::spell(*c, small_scripts::georgian(*c), &mut out)),
            Script::Hebrew => {
                vowels = false;
                chars.iter().enumerate().for_each(|(at, c)| latin::spell(*c, small_scripts::hebrew(*c, at == 0), &mut out));
            }
            Script::Arabic => {
                vowels = false;
                let tongue = if style == Style::First { arabic::Tongue::Arabic } else { arabic::Tongue::Persian };
                arabic::romanise(&chars, tongue, &mut words);
            }
            _ => chars.iter().for_each(|c| latin::spell(*c, None, &mut out)),
        }
        // A sign without a sound that stands alone is all there is to compare.
        if out.is_empty() && words.len() == before {
            out.extend(chars.iter().filter(|c| c.is_alphanumeric()));
        }
        if !out.is_empty() {
            words.push(out);
        }
    }
    Reading { words, vowels }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        read(text).unwrap().readings[0].words.join(" ")
    }

    #[test]
    fn writings_read_as_expected() {
        for (text, expected) in [
            ("HUAWEI Technologies Co., Ltd.", "huawei technologies co ltd"),
            ("O'Brien", "obrien"),
            ("'Ali Su'ng-so'p", "ali sung sop"),
            ("MANTENIMIENTO S.A. DE C.V.", "mantenimiento sa de cv"),
            ("U.S.A. Inc", "usa inc"),
            ("S\u{301}.A\u{301}. D\u{301}E\u{301} C\u{301}.V\u{301}.", "sa de cv"),
            ("A. MIRHEJAZI", "a mirhejazi"),
            ("VEB.DV", "veb dv"),
            ("Åse Øvergård Łódź Straße", "ase overgard lodz strasse"),
            ("IŞIK ışık", "isik isik"),
            ("КIТOКОFОOD", "kitokofood"),
            ("ＨＵＡＷＥＩ", "huawei"),
            ("𝐇𝐮𝐚𝐰𝐞𝐢", "huawei"),
            ("Andrе\u{200b}y", "andrey"),
            ("Андрей Иванович Швед", "andrey ivanovich shved"),
            ("Юрій Їжакевич", "yuriy yizhakevych"),
            ("Αλέξης Τσίπρας", "alexis tsipras"),
            ("Търговска банка", "targovska banka"),
            ("Объединение", "obyedineniye"),
            ("김정은", "kim jong un"),
            ("トヨタ", "toyota"),
            ("セルゲイ", "serugei"),
            ("Սերգեյ", "sergey"),
            ("სერგეი", "sergei"),
            ("नरेन्द्र मोदी", "narendra modi"),
            ("محمد علي", "mhmd ali"),
            ("التكريتي", "al tkriti"),
            ("华为 Huawei", "huawei huawei"),
            ("A & B", "a and b"),
            // A letter that a table lacks stays; figures and letters of other alphabets inside a word do too.
            ("ѠѠ", "oo"),
            ("ԄԄ ꙮм", "ԅԅ ꙮm"),
            ("Ь ъ", "ь ъ"),
            ("ВТБ24 ЖQ7", "vtb24 zhq7"),
            ("Φ7 Ϣα", "f7 ϣa"),
            ("شركة ١٢٣ کد۴", "shrkh 123 kd4"),
            ("שב3", "shv3"),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    /// Signs that are written and not spoken; everything else that is a letter or a figure changes what is read.
    const SILENT: &str = "ьъӏـ";

    #[test]
    fn greek_vowels_that_an_accent_or_a_diaeresis_parts_are_two_sounds() {
        let foreign = |text: &str| read(text).unwrap().readings.pop().unwrap().words.join(" ");
        for (text, expected) in
            [("Κάιντα", "kaida"), ("Καίντα", "keda"), ("ΚΑΙΝΤΑ", "keda"), ("Μαΐου", "maiou"), ("Χουσεΐν", "housein"), ("Χουσείν", "housin")]
        {
            assert_eq!(foreign(text), expected, "{text}");
        }
        assert_eq!(words("ταΰγετος ταυγετος άυλος"), "taygetos tavgetos aylos");
    }

    #[test]
    fn no_letter_is_dropped() {
        let letters = |block: std::ops::RangeInclusive<u32>| {
            let signs = |c: char| is_mark(c) || is_apostrophe(c) || is_invisible(c);
            block.filter_map(char::from_u32).filter(move |c| {
                c.is_alphanumeric() && !unicode::decompose(&c.to_string()).chars().all(|c| signs(c) || !c.is_alphanumeric())
            })
        };
        let tables = [
            ('м', 0x400..=0x52f),
            ('μ', 0x370..=0x3ff),
            ('մ', 0x530..=0x58f),
            ('מ', 0x590..=0x5ff),
            ('م', 0x600..=0x8ff),
            ('მ', 0x10a0..=0x10ff),
        ];
        for (own, block) in tables {
            for c in letters(block) {
                let silent = c.to_lowercase().any(|c| SILENT.contains(c));
                assert!(silent || words(&format!("{own}{c}{own}")) != words(&format!("{own}{own}")), "{c} ({:x})", u32::from(c));
            }
        }
        for c in letters(0..=0x0010_ffff) {
            assert!(read(&c.to_string()).is_ok(), "{c} ({:x})", u32::from(c));
        }
    }

    #[test]
    fn disguises_are_told() {
        for (text, disguise) in [
            ("Hua\u{200b}wei", Disguise::Invisible),
            ("Huаwei", Disguise::LookAlike),
            ("Ｈuawei", Disguise::Compatibility),
            ("Sa\u{200c}jid Majid", Disguise::Invisible),
            ("H\u{301}\u{301}\u{301}\u{301}\u{301}uawei", Disguise::MarkFlood),
        ] {
            assert_eq!(read(text).unwrap().disguises, [disguise], "{text}");
        }
        assert!(read("علی\u{200c}رضا").unwrap().disguises.is_empty());
    }

    #[test]
    fn nothing_to_read_is_an_error() {
        for text in ["", "  ", "...", "\u{200b}", "—", "'"] {
            assert_eq!(read(text), Err(ReadError::Empty), "{text:?}");
        }
        assert_eq!(read(&"a".repeat(1_025)), Err(ReadError::TooLong(1_025)));
    }
}
