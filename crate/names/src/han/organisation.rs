//! An organisation's name: known words in English, numbers in figures, the rest by sound.

use super::chars;
use super::segment::Segment;

/// How characters that no word covers are read.
#[derive(Clone, Copy)]
enum Sound {
    Mandarin,
    Cantonese,
    Korean,
}

/// Translated; with the other translations; all by sound; and with the unknown rest in Cantonese or Korean.
pub(super) fn readings(run: &[char], segments: &[Segment]) -> Vec<Vec<String>> {
    let known = segments.iter().any(Segment::known);
    let unknown = segments.iter().any(|s| matches!(s, Segment::Unknown { .. }));
    let mut out = Vec::new();
    if known {
        out.push(translated(run, segments, false, Sound::Mandarin));
        out.push(translated(run, segments, true, Sound::Mandarin));
    }
    out.push(sounded(run, segments));
    if known && unknown {
        out.push(translated(run, segments, false, Sound::Cantonese));
        out.push(translated(run, segments, false, Sound::Korean));
    }
    out
}

fn translated(run: &[char], segments: &[Segment], other: bool, sound: Sound) -> Vec<String> {
    let mut out = Vec::new();
    for segment in segments {
        match segment {
            Segment::Known { word, .. } => out.extend((if other { word.other } else { word.english }).split(' ').map(str::to_owned)),
            Segment::Number { value, ordinal: true } => out.push(ordinal(*value)),
            Segment::Number { value, ordinal: false } => out.push(value.to_string()),
            Segment::Kana { at, len } => out.push(kana(&run[*at..at + len])),
            Segment::Unknown { at, len } => spell(&run[*at..at + len], sound, &mut out),
        }
    }
    out.retain(|word| !word.is_empty());
    out
}

fn kana(characters: &[char]) -> String {
    let mut out = String::new();
    crate::kana::romanise(characters, &mut out);
    out
}

/// The whole run by sound in Mandarin, cut where its words end: changjiang cunchu.
fn sounded(run: &[char], segments: &[Segment]) -> Vec<String> {
    let mut out = Vec::new();
    for segment in segments {
        match segment {
            Segment::Known { at, len, .. } | Segment::Unknown { at, len } => spell(&run[*at..at + len], Sound::Mandarin, &mut out),
            Segment::Kana { at, len } => out.push(kana(&run[*at..at + len])),
            Segment::Number { value, .. } => out.push(value.to_string()),
        }
    }
    out.retain(|word| !word.is_empty());
    out
}

/// Words of two syllables, the odd one with the last two: as brands are written in Pinyin. Cantonese and Korean likewise.
fn spell(characters: &[char], sound: Sound, out: &mut Vec<String>) {
    let mut rest = characters;
    while !rest.is_empty() {
        let len = if rest.len() == 3 { 3 } else { rest.len().min(2) };
        let (now, later) = rest.split_at(len);
        let word: String = now.iter().filter_map(|c| syllable(*c, sound)).collect();
        if !word.is_empty() {
            out.push(word);
        }
        rest = later;
    }
}

fn syllable(c: char, sound: Sound) -> Option<String> {
    match sound {
        Sound::Mandarin => chars::mandarin(c).map(str::to_owned),
        Sound::Cantonese => chars::cantonese(c).map(str::to_owned),
        Sound::Korean => chars::korean(c).map(super::styles::northern),
    }
}

/// 1st, 2nd, 3rd, 11th, 54th, 701st.
fn ordinal(value: u32) -> String {
    let ending = match (value % 10, value % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{value}{ending}")
}
