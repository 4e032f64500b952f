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

/// Costs. A word costs the same however long, so long words win. A stretch of unknown characters costs something to
/// begin and more for each character, so that a single odd one is a word where it can be, and 中 in 中融通 is none.
const WORD: u32 = 10;
const SUFFIX: u32 = 13;
const SHORT_WORD: u32 = 15;
const STRETCH: u32 = 6;
const UNKNOWN: u32 = 14;
/// A number with 第 before it is one, and so are figures; a lone 三 stands in brands (三江), so it pays.
const NUMBER: u32 = 8;
const BARE_DIGIT: u32 = 16;

/// Cuts a run of simplified characters. Stretches cover the run in order; two unknown ones never touch.
pub(super) fn segment(run: &[char]) -> Vec<Segment> {
    // best[i]: the least cost of run[..i], and the last stretch of that way; apart for ways that end inside an unknown stretch.
    let mut best = vec![[Way::none(), Way::none()]; run.len() + 1];
    best[0][0].cost = 0;
    for at in 0..run.len() {
        let [closed, open] = best[at];
        // A word may follow either; an unknown character goes on with a stretch or begins one.
        let (cost, inside) = if open.cost < closed.cost { (open.cost, true) } else { (closed.cost, false) };
        let step = if script_of(run[at]) == Script::Kana { Step::Kana } else { Step::Unknown };
        let (begun, from) =
            if open.cost <= closed.cost.saturating_add(STRETCH) { (open.cost, true) } else { (closed.cost.saturating_add(STRETCH), false) };
        best[at + 1][1].offer(begun.saturating_add(UNKNOWN), at, from, step);
        let mut offer = |len: usize, price: u32, step: Step| best[at + len][0].offer(cost.saturating_add(price), at, inside, step);
        if let Some((value, len, ordinal)) = number(&run[at..]) {
            offer(len, if ordinal || len > 1 || run[at].is_ascii_digit() { NUMBER } else { BARE_DIGIT }, Step::Number(value, ordinal));
        }
        let mut text = String::new();
        for (len, c) in run[at..].iter().take(words::LONGEST).enumerate() {
            text.push(*c);
            if let Some(word) = words::word(&text) {
                let suffix = matches!(word.kind, Kind::Institution | Kind::Form) && at > 0;
                let price = if len > 0 {
                    WORD
                } else if suffix {
                    SUFFIX
                } else {
                    SHORT_WORD
                };
                offer(len + 1, price, Step::Known(word));
            } else if !words::begins(&text) {
                break;
            }
        }
    }
    let mut out = Vec::new();
    let last = best[run.len()];
    let (mut end, mut inside) = (run.len(), last[1].cost < last[0].cost);
    while let Some((at, before, step)) = best[end][usize::from(inside)].last {
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
        (end, inside) = (at, before);
    }
    out.reverse();
    out
}

/// The cheapest way to a place: its cost, and the last step with the place and the kind of way it came from.
#[derive(Clone, Copy, Debug)]
struct Way {
    cost: u32,
    last: Option<(usize, bool, Step)>,
}

impl Way {
    const fn none() -> Way {
        Way { cost: u32::MAX, last: None }
    }

    fn offer(&mut self, cost: u32, from: usize, inside: bool, step: Step) {
        if cost < self.cost {
            *self = Way { cost, last: Some((from, inside, step)) };
        }
    }
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
