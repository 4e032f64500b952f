//! An organisation's name: known words in English, numbers in figures, the rest by sound.

use super::segment::Segment;
use super::words::Kind;
use super::{chars, japanese, styles};
use crate::script::{Script, script_of};
use crate::{hangul, kana};

/// How characters that no word covers are read.
#[derive(Clone, Copy)]
enum Sound {
    Mandarin,
    Cantonese,
    Korean,
    Japanese,
}

/// Translated, with what no word covers in the language that the name points to; with the other translations; all by
/// sound; and with the rest in the other languages that may be meant.
pub(super) fn readings(run: &[char], segments: &[Segment]) -> Vec<Vec<String>> {
    if !segments.iter().any(Segment::known) {
        let mut out = vec![sounded(run, segments)];
        let japanese =
            run.iter().any(|c| script_of(*c) == Script::Kana) || run.get(..2).is_some_and(|two| japanese::surname(two).is_some());
        out.extend(japanese.then(|| translated(run, segments, false, Sound::Japanese)));
        return out;
    }
    let languages = languages(run, segments);
    let first = languages.first().copied().unwrap_or(Sound::Mandarin);
    let mut out = vec![translated(run, segments, false, first), translated(run, segments, true, first)];
    out.extend(languages.iter().skip(1).map(|sound| translated(run, segments, false, *sound)));
    out.push(sounded(run, segments));
    out
}

/// The languages that the unknown part of a name may be in, the likeliest first, told by its known words.
fn languages(run: &[char], segments: &[Segment]) -> Vec<Sound> {
    let says = |english: &[&str]| {
        segments.iter().any(|s| matches!(s, Segment::Known { word, .. } if english.iter().any(|e| word.english.contains(e))))
    };
    let has = |text: &str| {
        let text: Vec<char> = text.chars().collect();
        run.windows(text.len()).any(|window| window == text)
    };
    let kana = run.iter().any(|c| script_of(*c) == Script::Kana);
    if says(&["korea", "pyong", "hamhung", "rason"]) {
        return vec![Sound::Korean, Sound::Mandarin, Sound::Japanese];
    }
    if has("株式会社") || kana || says(&["japan", "tokyo", "osaka"]) {
        return vec![Sound::Japanese, Sound::Mandarin];
    }
    if has("会社") || has("工场") {
        return vec![Sound::Korean, Sound::Japanese, Sound::Mandarin];
    }
    if segments.iter().any(|s| matches!(s, Segment::Known { word, .. } if word.kind == Kind::Place && !word.english.contains("hong kong")))
    {
        return vec![Sound::Mandarin];
    }
    vec![Sound::Mandarin, Sound::Cantonese]
}

/// Translated, with each word's first and other translation; what no word covers as the North spells it.
pub(super) fn hangul(run: &[char], segments: &[Segment]) -> Vec<Vec<String>> {
    [false, true].into_iter().map(|other| translated(run, segments, other, Sound::Korean)).collect()
}

fn translated(run: &[char], segments: &[Segment], other: bool, sound: Sound) -> Vec<String> {
    let mut out = Vec::new();
    for segment in segments {
        match segment {
            Segment::Known { word, .. } => out.extend((if other { word.other } else { word.english }).split(' ').map(str::to_owned)),
            Segment::Number { value, ordinal: true } => out.push(ordinal(*value)),
            Segment::Number { value, ordinal: false } => out.push(value.to_string()),
            Segment::Kana { at, len } => out.push(kana::hepburn(&run[*at..at + len])),
            Segment::Unknown { at, len } => spell(&run[*at..at + len], sound, &mut out),
        }
    }
    out.retain(|word| !word.is_empty());
    out
}

/// The whole run by sound in Mandarin, cut where its words end: changjiang cunchu.
fn sounded(run: &[char], segments: &[Segment]) -> Vec<String> {
    let mut out = Vec::new();
    for segment in segments {
        match segment {
            Segment::Known { at, len, .. } | Segment::Unknown { at, len } => spell(&run[*at..at + len], Sound::Mandarin, &mut out),
            Segment::Kana { at, len } => out.push(kana::hepburn(&run[*at..at + len])),
            Segment::Number { value, .. } => out.push(value.to_string()),
        }
    }
    out.retain(|word| !word.is_empty());
    out
}

/// Words of two syllables, the odd one with the last two: as brands are written in Pinyin. Cantonese and Korean likewise.
fn spell(characters: &[char], sound: Sound, out: &mut Vec<String>) {
    if let (Sound::Japanese, Some(word)) = (sound, japanese::stretch(characters)) {
        out.push(word);
        return;
    }
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
        Sound::Mandarin | Sound::Japanese => chars::mandarin(c).map(str::to_owned),
        Sound::Cantonese => chars::cantonese(c).map(str::to_owned),
        Sound::Korean => hangul::northern(c).or_else(|| chars::korean(c).map(styles::northern)),
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
