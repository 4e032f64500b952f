//! Hiragana and katakana to Latin (Hepburn). NFKD has split voiced letters into letter and mark.

/// Hepburn as passports spell it: long vowels short.
pub(crate) fn hepburn(word: &[char]) -> String {
    let mut out = String::new();
    romanise(word, &mut out);
    // Two of a kind are one: Ōsaka, Yūko. `ou` is long as well, but for a few seams (Inoue), which `romanise` keeps.
    out.replace("ou", "o").replace("oo", "o").replace("uu", "u")
}

/// Kunrei, the spelling of the cabinet order of 1954: `si`, `ti`, `tu`, `hu`, `zi`, `sya`.
pub(crate) fn kunrei(word: &[char]) -> String {
    let hepburn = hepburn(word);
    [
        ("tch", "tty"),
        ("sshi", "ssi"),
        ("shi", "si"),
        ("chi", "ti"),
        ("tsu", "tu"),
        ("fu", "hu"),
        ("ji", "zi"),
        ("sh", "sy"),
        ("ch", "ty"),
        ("j", "zy"),
    ]
    .into_iter()
    .fold(hepburn, |text, (from, to)| text.replace(from, to))
}

/// Writes one word: `word` may hold the marks U+3099 and U+309A after a letter.
pub(crate) fn romanise(word: &[char], out: &mut String) {
    let mut doubled = false;
    let mut at = 0;
    while let Some(&c) = word.get(at) {
        let mark = word.get(at + 1).copied().filter(|m| matches!(m, '\u{3099}' | '\u{309a}'));
        at += 1 + usize::from(mark.is_some());
        // Katakana stand 0x60 above hiragana.
        let code = c as u32;
        let kana = if (0x30a1..=0x30f6).contains(&code) { char::from_u32(code - 0x60).unwrap_or(c) } else { c };
        let mut spelled = voiced(letter(kana), mark);
        match kana {
            'っ' => {
                doubled = true;
                continue;
            }
            'ゃ' | 'ゅ' | 'ょ' | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' => {
                // A small letter replaces the vowel before it: ki+ya = kya, shi+ya = sha.
                let small_y = matches!(kana, 'ゃ' | 'ゅ' | 'ょ');
                if out.ends_with(['i', 'e', 'u', 'o']) {
                    out.pop();
                }
                if small_y && !out.ends_with("sh") && !out.ends_with("ch") && !out.ends_with('j') {
                    out.push('y');
                }
                out.push_str(letter(kana));
                continue;
            }
            _ => {}
        }
        if doubled && !spelled.is_empty() {
            spelled.insert(0, spelled.chars().next().unwrap_or('t'));
            doubled = false;
        }
        out.push_str(&spelled);
    }
}

fn voiced(plain: &str, mark: Option<char>) -> String {
    let Some(mark) = mark else { return plain.into() };
    let (from, to) = match (plain, mark) {
        ("shi", _) => return "ji".into(),
        ("chi", _) => return "ji".into(),
        ("tsu", _) => return "zu".into(),
        ("fu", '\u{309a}') => return "pu".into(),
        ("fu", _) => return "bu".into(),
        ("u", _) => return "vu".into(),
        (p, '\u{309a}') if p.starts_with('h') => ('h', 'p'),
        (p, _) if p.starts_with('h') => ('h', 'b'),
        (p, _) if p.starts_with('k') => ('k', 'g'),
        (p, _) if p.starts_with('s') => ('s', 'z'),
        _ => ('t', 'd'),
    };
    plain.replacen(from, &to.to_string(), 1)
}

fn letter(kana: char) -> &'static str {
    match kana {
        'あ' | 'ぁ' | 'ゃ' => "a",
        'い' | 'ぃ' | 'ゐ' => "i",
        'う' | 'ぅ' | 'ゅ' => "u",
        'え' | 'ぇ' | 'ゑ' => "e",
        'お' | 'ぉ' | 'ょ' | 'を' => "o",
        'か' | 'ゕ' => "ka",
        'き' => "ki",
        'く' => "ku",
        'け' | 'ゖ' => "ke",
        'こ' => "ko",
        'さ' => "sa",
        'し' => "shi",
        'す' => "su",
        'せ' => "se",
        'そ' => "so",
        'た' => "ta",
        'ち' => "chi",
        'つ' => "tsu",
        'て' => "te",
        'と' => "to",
        'な' => "na",
        'に' => "ni",
        'ぬ' => "nu",
        'ね' => "ne",
        'の' => "no",
        'は' => "ha",
        'ひ' => "hi",
        'ふ' => "fu",
        'へ' => "he",
        'ほ' => "ho",
        'ま' => "ma",
        'み' => "mi",
        'む' => "mu",
        'め' => "me",
        'も' => "mo",
        'や' => "ya",
        'ゆ' => "yu",
        'よ' => "yo",
        'ら' => "ra",
        'り' => "ri",
        'る' => "ru",
        'れ' => "re",
        'ろ' => "ro",
        'わ' | 'ゎ' => "wa",
        'ん' => "n",
        _ => "",
    }
}
