//! Alphabets whose letters each have one spelling: Hebrew, Armenian, Georgian, Devanagari.

/// Hebrew consonants: vowels are not written, so these words are compared by their consonants.
pub(crate) fn hebrew(c: char, first: bool) -> &'static str {
    match c {
        'א' | 'ע' => "a",
        'ב' if first => "b",
        'ב' => "v",
        'ג' => "g",
        'ד' => "d",
        'ה' | 'ח' => "h",
        'ו' if first => "v",
        'ו' => "u",
        'ז' => "z",
        'ט' | 'ת' => "t",
        'י' if first => "y",
        'י' => "i",
        'כ' | 'ך' | 'ק' => "k",
        'ל' => "l",
        'מ' | 'ם' => "m",
        'נ' | 'ן' => "n",
        'ס' => "s",
        'פ' if first => "p",
        'פ' | 'ף' => "f",
        'צ' | 'ץ' => "ts",
        'ר' => "r",
        'ש' => "sh",
        _ => "",
    }
}

/// Armenian, after BGN/PCGN without diacritics.
pub(crate) fn armenian(c: char) -> &'static str {
    match c {
        'ա' => "a",
        'բ' => "b",
        'գ' => "g",
        'դ' => "d",
        'ե' | 'է' | 'ը' => "e",
        'զ' => "z",
        'թ' | 'տ' => "t",
        'ժ' => "zh",
        'ի' => "i",
        'լ' => "l",
        'խ' => "kh",
        'ծ' | 'ց' => "ts",
        'կ' | 'ք' => "k",
        'հ' => "h",
        'ձ' => "dz",
        'ղ' => "gh",
        'ճ' | 'չ' => "ch",
        'մ' => "m",
        'յ' => "y",
        'ն' => "n",
        'շ' => "sh",
        'ո' | 'օ' => "o",
        'պ' | 'փ' => "p",
        'ջ' => "j",
        'ռ' | 'ր' => "r",
        'ս' => "s",
        'վ' => "v",
        'ւ' => "u",
        'ֆ' => "f",
        'և' => "ev",
        _ => "",
    }
}

/// Georgian, the national system of 2002 without apostrophes.
pub(crate) fn georgian(c: char) -> &'static str {
    match c {
        'ა' => "a",
        'ბ' => "b",
        'გ' => "g",
        'დ' => "d",
        'ე' => "e",
        'ვ' => "v",
        'ზ' => "z",
        'თ' | 'ტ' => "t",
        'ი' => "i",
        'კ' | 'ქ' => "k",
        'ლ' => "l",
        'მ' => "m",
        'ნ' => "n",
        'ო' => "o",
        'პ' | 'ფ' => "p",
        'ჟ' => "zh",
        'რ' => "r",
        'ს' => "s",
        'უ' => "u",
        'ღ' => "gh",
        'ყ' => "q",
        'შ' => "sh",
        'ჩ' | 'ჭ' => "ch",
        'ც' | 'წ' => "ts",
        'ძ' => "dz",
        'ხ' => "kh",
        'ჯ' => "j",
        'ჰ' => "h",
        _ => "",
    }
}

/// One Devanagari word: consonants carry an `a` that a vowel sign replaces, a virama removes, and the end of a word drops.
pub(crate) fn devanagari(word: &[char], out: &mut String) {
    for (at, c) in word.iter().enumerate() {
        let (spelled, consonant) = devanagari_letter(*c);
        out.push_str(spelled);
        let next = word.get(at + 1).copied();
        let bare = next.is_none() || next.is_some_and(|n| matches!(n, '\u{93c}' | '\u{93e}'..='\u{94d}' | '\u{962}' | '\u{963}'));
        let nukta = *c == '\u{93c}' && !next.is_none_or(|n| matches!(n, '\u{93e}'..='\u{94d}'));
        if (consonant && !bare) || nukta {
            out.push('a');
        }
    }
}

fn devanagari_letter(c: char) -> (&'static str, bool) {
    let consonant = match c {
        'क' => "k",
        'ख' => "kh",
        'ग' => "g",
        'घ' => "gh",
        'ङ' | 'ञ' | 'ण' | 'न' => "n",
        'च' | 'छ' => "ch",
        'ज' => "j",
        'झ' => "jh",
        'ट' | 'त' => "t",
        'ठ' | 'थ' => "th",
        'ड' | 'द' => "d",
        'ढ' | 'ध' => "dh",
        'प' => "p",
        'फ' => "ph",
        'ब' => "b",
        'भ' => "bh",
        'म' => "m",
        'य' => "y",
        'र' => "r",
        'ल' | 'ळ' => "l",
        'व' => "v",
        'श' | 'ष' => "sh",
        'स' => "s",
        'ह' => "h",
        _ => "",
    };
    if !consonant.is_empty() {
        return (consonant, true);
    }
    let vowel = match c {
        'अ' | 'आ' | 'ा' => "a",
        'इ' | 'ई' | 'ि' | 'ी' => "i",
        'उ' | 'ऊ' | 'ु' | 'ू' => "u",
        'ऋ' | 'ृ' => "ri",
        'ए' | 'े' | 'ॅ' => "e",
        'ऐ' | 'ै' => "ai",
        'ओ' | 'ो' | 'ॉ' | 'ऑ' => "o",
        'औ' | 'ौ' => "au",
        'ं' | 'ँ' => "n",
        'ः' => "h",
        _ => "",
    };
    (vowel, false)
}
