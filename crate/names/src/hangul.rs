//! Hangul: syllables out of jamo by arithmetic, people by surname, organisations in English.
//!
//! NFKD leaves conjoining jamo. A word is read in a fixed, small number of ways, the likeliest first:
//!
//! * as a person, when it begins with a surname and has two to four syllables: as the North spells (`kim jong un`), in Revised Romanisation
//!   (`kim jeong eun`), in McCune-Reischauer without signs (`kim chong un`), and with the surname's other customary spellings (Lee, Ri, Yi);
//! * as an organisation, when words of the dictionary stand in it (조선무역은행: Korea, trade, bank);
//! * syllable by syllable otherwise.

use crate::han;

/// The most readings of one word.
const MAX_READINGS: usize = 6;

/// How consonants and vowels are spelled. Consonants at the start of a syllable, in the order of the jamo block.
struct Style {
    starts: [&'static str; 19],
    vowels: [&'static str; 21],
}

const NORTHERN: Style = Style {
    starts: ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"],
    vowels: ["a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i"],
};
const REVISED: Style = Style {
    starts: ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"],
    vowels: ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"],
};
const REISCHAUER: Style = Style {
    starts: ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch", "k", "t", "p", "h"],
    vowels: NORTHERN.vowels,
};
const ENDS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p",
    "t",
];

const FIRST_SYLLABLE: u32 = 0xac00;
const LAST_SYLLABLE: u32 = 0xd7a3;

/// Surnames and their customary spellings: the North's first, then the South's.
const SURNAMES: &[(&str, &str)] = &[
    ("김", "kim"),
    ("이", "ri/lee/yi"),
    ("리", "ri/lee"),
    ("박", "pak/park"),
    ("최", "choe/choi"),
    ("정", "jong/jung/chung"),
    ("강", "kang"),
    ("조", "jo/cho"),
    ("윤", "yun/yoon"),
    ("장", "jang/chang"),
    ("임", "im/lim"),
    ("림", "rim/lim"),
    ("한", "han"),
    ("오", "o/oh"),
    ("서", "so/suh"),
    ("신", "sin/shin"),
    ("권", "kwon"),
    ("황", "hwang"),
    ("안", "an/ahn"),
    ("송", "song"),
    ("류", "ryu/yoo"),
    ("유", "yu/yoo"),
    ("전", "jon/jun"),
    ("홍", "hong"),
    ("고", "ko/koh"),
    ("문", "mun/moon"),
    ("양", "yang/ryang"),
    ("량", "ryang/yang"),
    ("손", "son"),
    ("배", "pae/bae"),
    ("백", "paek/baek"),
    ("허", "ho/hur"),
    ("남", "nam"),
    ("심", "sim/shim"),
    ("노", "no/roh"),
    ("로", "ro/roh"),
    ("하", "ha"),
    ("곽", "kwak"),
    ("성", "song/sung"),
    ("차", "cha"),
    ("주", "ju/joo"),
    ("우", "u/woo"),
    ("구", "ku/koo"),
    ("나", "na/ra"),
    ("라", "ra/na"),
    ("민", "min"),
    ("진", "jin/chin"),
    ("지", "ji"),
    ("엄", "om/um"),
    ("채", "chae"),
    ("원", "won"),
    ("천", "chon/chun"),
    ("방", "pang/bang"),
    ("공", "kong"),
    ("현", "hyon/hyun"),
    ("함", "ham"),
    ("변", "pyon/byun"),
    ("염", "yom"),
    ("렴", "ryom"),
    ("여", "yo"),
    ("려", "ryo"),
    ("추", "chu"),
    ("도", "to/do"),
    ("소", "so"),
    ("석", "sok/seok"),
    ("선", "son/sun"),
    ("설", "sol/sul"),
    ("마", "ma"),
    ("길", "kil/gil"),
    ("연", "yon"),
    ("위", "wi"),
    ("표", "pyo"),
    ("명", "myong"),
    ("기", "ki"),
    ("반", "pan/ban"),
    ("왕", "wang"),
    ("금", "kum"),
    ("옥", "ok"),
    ("육", "yuk"),
    ("인", "in"),
    ("맹", "maeng"),
    ("제", "je"),
    ("모", "mo"),
    ("탁", "tak"),
    ("국", "kuk"),
    ("어", "o/eo"),
    ("은", "un/eun"),
    ("편", "pyon"),
    ("용", "yong"),
    ("룡", "ryong"),
    ("태", "thae/tae"),
    ("형", "hyong"),
    ("계", "kye"),
    ("동", "tong"),
    ("목", "mok"),
    ("봉", "pong/bong"),
    ("사", "sa"),
    ("피", "pi"),
    ("독고", "tokko/dokgo"),
    ("남궁", "namgung"),
    ("황보", "hwangbo"),
    ("선우", "sonu/sunwoo"),
    ("제갈", "jegal"),
    ("사공", "sagong"),
    ("서문", "somun"),
];

/// Reads a word of conjoining jamo. Each reading is a list of lower-case ASCII words, never empty; none comes twice.
pub(crate) fn readings(word: &str) -> Vec<Vec<String>> {
    let syllables = compose(word);
    if syllables.is_empty() {
        return Vec::new();
    }
    let mut out = han::translated_hangul(&syllables);
    let long = out.is_empty() && syllables.len() > 4;
    out.extend(person(&syllables).into_iter().take(if out.is_empty() { MAX_READINGS } else { 2 }));
    if long || out.is_empty() {
        out.extend([&NORTHERN, &REVISED].map(|style| syllables.iter().map(|c| spell(*c, style)).collect()));
    }
    let mut distinct: Vec<Vec<String>> = Vec::new();
    for reading in out {
        if !reading.is_empty() && !distinct.contains(&reading) && distinct.len() < MAX_READINGS {
            distinct.push(reading);
        }
    }
    distinct
}

/// A surname and a given name of one to three syllables, each syllable a word.
fn person(syllables: &[char]) -> Vec<Vec<String>> {
    for len in [2, 1] {
        let given = syllables
            .get(len..)
            .filter(|given| (1..=3).contains(&given.len()) && syllables.len() <= 4 && syllables.iter().all(|c| is_syllable(*c)));
        let family: String = syllables.iter().take(len).collect();
        if let (Some(given), Some((_, spelled))) = (given, SURNAMES.iter().find(|(hangul, _)| *hangul == family)) {
            let with =
                |family: &str, style: &Style| std::iter::once(family.to_owned()).chain(given.iter().map(|c| spell(*c, style))).collect();
            let mut customary = spelled.split('/');
            let first = customary.next().unwrap_or_default();
            let southern = customary.next().unwrap_or(first);
            return [with(first, &NORTHERN), with(southern, &REVISED), with(southern, &NORTHERN), with(first, &REISCHAUER)]
                .into_iter()
                .chain(customary.map(|other| with(other, &REVISED)))
                .collect();
        }
    }
    Vec::new()
}

/// One syllable as the North spells it, for stretches of organisations' names.
pub(crate) fn northern(syllable: char) -> Option<String> {
    is_syllable(syllable).then(|| spell(syllable, &NORTHERN))
}

fn is_syllable(c: char) -> bool {
    (FIRST_SYLLABLE..=LAST_SYLLABLE).contains(&(c as u32))
}

/// A figure stays a figure.
fn spell(syllable: char, style: &Style) -> String {
    if !is_syllable(syllable) {
        return syllable.to_string();
    }
    let at = (syllable as u32 - FIRST_SYLLABLE) as usize;
    let start = style.starts.get(at / 588).copied().unwrap_or_default();
    [start, style.vowels[at % 588 / 28], ENDS[at % 28]].concat()
}

/// Jamo put together to syllables, figures among them; what makes neither is left out.
fn compose(word: &str) -> Vec<char> {
    let mut out: Vec<u32> = Vec::new();
    let mut start = None;
    for c in word.chars() {
        match c as u32 {
            jamo @ 0x1100..=0x1112 => start = Some(jamo - 0x1100),
            jamo @ 0x1161..=0x1175 => {
                // A vowel without a consonant stands as if after the silent one.
                out.push(FIRST_SYLLABLE + start.take().unwrap_or(11) * 588 + (jamo - 0x1161) * 28);
            }
            jamo @ 0x11a8..=0x11c2 => {
                if let Some(open) = out.last_mut().filter(|open| **open >= FIRST_SYLLABLE && (**open - FIRST_SYLLABLE).is_multiple_of(28)) {
                    *open += jamo - 0x11a7;
                }
            }
            other @ (0x30..=0x39 | FIRST_SYLLABLE..=LAST_SYLLABLE) => out.push(other),
            _ => {}
        }
    }
    out.into_iter().filter_map(char::from_u32).collect()
}
