//! Segmentation: the run cut into dictionary words, numbers and unknown stretches, at the least cost.

use super::words::{self, Kind, Word};
use crate::script::{Script, script_of};

/// A stretch of a run.
#[derive(Clone, Debug)]
pub(super) enum Segment {
    /// A word of the dictionary, and where it stands.
    Known { word: Word, at: usize, len: usize },
    /// A number, with `第` before it or not: 第五十四 is (54, ordinal).
    Number { value: u32, ordinal: bool },
    /// A stretch of kana that no word covers.
    Kana { at: usize, len: usize },
    /// Characters that no word covers: a brand, a person.
    Unknown { at: usize, len: usize },
}

impl Segment {
    /// Whether a name that ends so is an organisation's.
    pub(super) fn tells_organisation(&self) -> bool {
        matches!(self, Segment::Known { word, len, .. }
            if matches!(word.kind, Kind::Form | Kind::Institution) || (*len >= 2 && word.kind == Kind::Word))
    }

    pub(super) fn known(&self) -> bool {
        matches!(self, Segment::Known { .. })
    }
}

/// Costs: a word costs the same however long, so long words win; an unknown character costs more than a word of
/// two; a word of one character is nearly as dear as an unknown one, since 中, 会 or 部 stand in many brands.
const WORD: u32 = 10;
const SHORT_WORD: u32 = 13;
const UNKNOWN: u32 = 14;
/// A number with 第 before it is one; bare digits such as 三 stand in brands (三江), so they pay.
const NUMBER: u32 = 8;
const BARE_DIGIT: u32 = 16;

/// Cuts a run of simplified characters. Stretches cover the run in order; two unknown ones never touch.
pub(super) fn segment(run: &[char]) -> Vec<Segment> {
    // best[i]: the least cost of run[..i], and the last stretch of that way.
    let mut best: Vec<(u32, Option<(usize, Step)>)> = vec![(u32::MAX, None); run.len() + 1];
    best[0] = (0, None);
    for at in 0..run.len() {
        let so_far = best[at].0;
        let mut offer = |len: usize, cost: u32, step: Step| {
            let place = &mut best[at + len];
            if so_far.saturating_add(cost) < place.0 {
                *place = (so_far.saturating_add(cost), Some((at, step)));
            }
        };
        offer(1, UNKNOWN, if script_of(run[at]) == Script::Kana { Step::Kana } else { Step::Unknown });
        if let Some((value, len, ordinal)) = number(&run[at..]) {
            offer(len, if ordinal || len > 1 || run[at].is_ascii_digit() { NUMBER } else { BARE_DIGIT }, Step::Number(value, ordinal));
        }
        let mut text = String::new();
        for (len, c) in run[at..].iter().take(words::LONGEST).enumerate() {
            text.push(*c);
            if let Some(word) = words::word(&text) {
                offer(len + 1, if len == 0 { SHORT_WORD } else { WORD }, Step::Known(word));
            } else if !words::begins(&text) {
                break;
            }
        }
    }
    let mut out = Vec::new();
    let mut end = run.len();
    while let Some((at, step)) = best[end].1 {
        match (step, out.last_mut()) {
            (Step::Unknown, Some(Segment::Unknown { at: next, len })) => {
                *next = at;
                *len += end - at;
            }
            (Step::Kana, Some(Segment::Kana { at: next, len })) => {
                *next = at;
                *len += end - at;
            }
            (Step::Kana, _) => out.push(Segment::Kana { at, len: end - at }),
            (Step::Unknown, _) => out.push(Segment::Unknown { at, len: end - at }),
            (Step::Known(word), _) => out.push(Segment::Known { word, at, len: end - at }),
            (Step::Number(value, ordinal), _) => out.push(Segment::Number { value, ordinal }),
        }
        end = at;
    }
    out.reverse();
    out
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Unknown,
    Kana,
    Known(Word),
    Number(u32, bool),
}

/// A number at the start of the run, below ten million: its value, its length, whether 第 stands before it. Longer rows of
/// figures come apart into several.
fn number(run: &[char]) -> Option<(u32, usize, bool)> {
    let ordinal = run.first() == Some(&'第');
    let start = usize::from(ordinal);
    let digits = &run[start..];
    let len = digits.iter().take(7).take_while(|c| numeral(**c).is_some()).count();
    if len == 0 {
        return None;
    }
    let (mut total, mut digit) = (0, None);
    let positional = digits[..len].iter().all(|c| numeral(*c).is_some_and(|n| n < 10));
    for c in &digits[..len] {
        let value = numeral(*c)?;
        if positional {
            total = total * 10 + value;
        } else if value >= 10 {
            total += digit.take().unwrap_or(1) * value;
        } else {
            digit = Some(value);
        }
    }
    Some((total + digit.unwrap_or(0), start + len, ordinal))
}

fn numeral(c: char) -> Option<u32> {
    Some(match c {
        '0'..='9' => c as u32 - '0' as u32,
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        _ => return None,
    })
}
