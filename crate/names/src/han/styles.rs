//! Other ways to spell a syllable, by rule: Wade-Giles from Pinyin, the custom of the North from Revised Romanisation.

/// Wade-Giles without apostrophes and accents: `zhou` -> `chou`, `xi` -> `hsi`, `ren` -> `jen`, `guo` -> `kuo`.
pub(crate) fn wade_giles(pinyin: &str) -> String {
    let (start, end) = split(pinyin);
    let end = match (start, end) {
        ("zh" | "ch" | "sh" | "r", "i") => "ih",
        ("z" | "c" | "s", "i") => return if start == "s" { "szu".into() } else { "tzu".into() },
        ("y", "i") => return "i".into(),
        ("y", "e") => "eh",
        ("y", "ong") => "ung",
        ("y", "an") => "en",
        ("y", "ou") => "u",
        ("", "e") => return "o".into(),
        ("", "er") => return "erh".into(),
        ("g" | "k" | "h", "e") => "o",
        ("d" | "t" | "n" | "l" | "z" | "c" | "s" | "zh" | "ch" | "r", "e") => "e",
        (_, "ie") => "ieh",
        (_, "ue") => "ueh",
        (_, "ian") => "ien",
        (_, "ong") => "ung",
        ("j" | "q" | "x", "iong") => "iung",
        ("d" | "t" | "n" | "l" | "z" | "c" | "s" | "zh" | "ch" | "r", "uo") => "o",
        ("g" | "k", "ui") => "uei",
        (_, end) => end,
    };
    let start = match start {
        "b" => "p",
        "d" => "t",
        "g" => "k",
        "j" | "q" | "zh" => "ch",
        "z" | "c" => "ts",
        "x" => "hs",
        "r" => "j",
        start => start,
    };
    format!("{start}{end}")
}

/// The consonants before the first vowel, and the rest.
fn split(syllable: &str) -> (&str, &str) {
    syllable.split_at(syllable.find(['a', 'e', 'i', 'o', 'u']).unwrap_or(0))
}

/// Korean as the North and most lists write it (McCune-Reischauer without signs): `jeong` -> `jong`, `gyeong` -> `kyong`, `eun` -> `un`.
pub(crate) fn northern(revised: &str) -> String {
    let vowels = revised.replace("eo", "o").replace("eu", "u");
    match vowels.split_at_checked(1) {
        Some(("g", rest)) => format!("k{rest}"),
        Some(("d", rest)) => format!("t{rest}"),
        Some(("b", rest)) => format!("p{rest}"),
        _ => vowels,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinyin_turns_into_wade_giles() {
        for (pinyin, wade) in [
            ("zhou", "chou"),
            ("en", "en"),
            ("lai", "lai"),
            ("jiang", "chiang"),
            ("jie", "chieh"),
            ("shi", "shih"),
            ("xi", "hsi"),
            ("deng", "teng"),
            ("xiao", "hsiao"),
            ("ping", "ping"),
            ("zi", "tzu"),
            ("ci", "tzu"),
            ("si", "szu"),
            ("ri", "jih"),
            ("ren", "jen"),
            ("xiong", "hsiung"),
            ("guo", "kuo"),
            ("duo", "to"),
            ("he", "ho"),
            ("zhong", "chung"),
            ("yi", "i"),
            ("ye", "yeh"),
            ("you", "yu"),
            ("yan", "yen"),
            ("yong", "yung"),
            ("xue", "hsueh"),
            ("qian", "chien"),
            ("gui", "kuei"),
            ("er", "erh"),
            ("", ""),
        ] {
            assert_eq!(wade_giles(pinyin), wade);
        }
    }

    #[test]
    fn korean_turns_northern() {
        for (south, north) in [("jeong", "jong"), ("eun", "un"), ("gim", "kim"), ("bong", "pong"), ("dae", "tae"), ("", "")] {
            assert_eq!(northern(south), north);
        }
    }
}
