//! Hangul by arithmetic: NFKD leaves conjoining jamo, each of which has one spelling.
//!
//! Two readings: Revised Romanisation (South Korea, 2000) and McCune-Reischauer without diacritics, on which the
//! spellings of the North and of most lists rest. Surnames have customary spellings (Kim, Lee, Park, Choi).

/// Revised: consonants at the start of a syllable, in the order of the jamo block.
const START_REVISED: [&str; 19] = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
const START_REISCHAUER: [&str; 19] = ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch", "k", "t", "p", "h"];
const VOWELS_REVISED: [&str; 21] =
    ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];
const VOWELS_REISCHAUER: [&str; 21] =
    ["a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i"];
const ENDS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p",
    "t",
];

/// Which romanisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Revised,
    Reischauer,
}

/// The syllables of one written word, each spelled by itself.
pub(crate) fn syllables(word: &[char], style: Style) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for c in word {
        let at = *c as usize;
        match at {
            0x1100..=0x1112 => {
                let starts = if style == Style::Revised { &START_REVISED } else { &START_REISCHAUER };
                out.push(starts[at - 0x1100].into());
            }
            0x1161..=0x1175 => {
                let vowels = if style == Style::Revised { &VOWELS_REVISED } else { &VOWELS_REISCHAUER };
                match out.last_mut() {
                    Some(open) => open.push_str(vowels[at - 0x1161]),
                    None => out.push(vowels[at - 0x1161].into()),
                }
            }
            0x11a8..=0x11c2 => {
                if let Some(open) = out.last_mut() {
                    open.push_str(ENDS[at - 0x11a7]);
                }
            }
            _ => {}
        }
    }
    out.retain(|syllable| !syllable.is_empty());
    out
}

/// The customary spelling of the surnames that most Koreans have and that no standard gives.
pub(crate) fn surname(revised: &str) -> Option<&'static str> {
    Some(match revised {
        "gim" => "kim",
        "i" => "lee",
        "ri" => "ri",
        "bak" => "pak",
        "choe" => "choi",
        "jeong" => "jong",
        "gang" => "kang",
        "jo" => "cho",
        "im" => "lim",
        "no" => "ro",
        "yu" => "ryu",
        "yang" => "ryang",
        "baek" => "paek",
        "go" => "ko",
        "gwon" => "kwon",
        _ => return None,
    })
}
