//! Arabic, Persian, Urdu, Pashto and Kurdish writing to Latin consonants: short vowels are not written.
//!
//! Two readings where they differ: the Arabic one, and the Persian and Urdu one (و as v, ذ ض ظ as z, ث as s). What comes
//! out is compared by its consonants, so long vowels need only be plausible.

/// How the letters that Arabic and Persian say differently are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    Arabic,
    Persian,
}

/// The words that one written word gives: the article is a word of its own, as the lists print it.
pub(crate) fn romanise(word: &[char], tongue: Tongue, words: &mut Vec<String>) {
    let bare: Vec<char> = word.iter().copied().filter(|c| !letter(*c, tongue, false).is_empty()).collect();
    let rest = match bare.as_slice() {
        // God's name is a word, not an article and a rest.
        ['ا' | 'أ', 'ل', 'ل', 'ه'] => {
            words.push("allh".into());
            return;
        }
        ['ا' | 'أ', 'ل', rest @ ..] if rest.len() >= 3 => {
            words.push("al".into());
            rest
        }
        ['ع', 'ب', 'د', 'ا', 'ل', rest @ ..] if rest.len() >= 3 => {
            words.extend(["abd".into(), "al".into()]);
            rest
        }
        all => all,
    };
    let mut out = String::new();
    for (at, c) in rest.iter().enumerate() {
        out.push_str(letter(*c, tongue, at == 0));
    }
    if !out.is_empty() {
        words.push(out);
    }
}

fn letter(c: char, tongue: Tongue, first: bool) -> &'static str {
    let persian = tongue == Tongue::Persian;
    match c {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ع' | 'ى' | 'ء' => "a",
        'ب' => "b",
        'پ' => "p",
        'ت' | 'ط' | 'ټ' | 'ٹ' => "t",
        'ث' => {
            if persian {
                "s"
            } else {
                "th"
            }
        }
        'ج' => "j",
        'چ' => "ch",
        'ح' | 'ه' | 'ہ' | 'ھ' | 'ة' | 'ۀ' | 'ە' => "h",
        'خ' | 'څ' => "kh",
        'د' | 'ډ' | 'ڈ' => "d",
        'ذ' | 'ض' => {
            if persian {
                "z"
            } else {
                "d"
            }
        }
        'ر' | 'ړ' | 'ڑ' | 'ڕ' => "r",
        'ز' | 'ظ' | 'ځ' => "z",
        'ژ' | 'ږ' => "zh",
        'س' | 'ص' => "s",
        'ش' | 'ښ' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'ڤ' => "v",
        'ق' => "q",
        'ك' | 'ک' => "k",
        'گ' | 'ګ' => "g",
        'ل' | 'ڵ' => "l",
        'م' => "m",
        'ن' | 'ں' | 'ڼ' => "n",
        'و' | 'ؤ' | 'ۆ' => {
            if first && persian {
                "v"
            } else if first {
                "w"
            } else {
                "u"
            }
        }
        'ي' | 'ی' | 'ئ' | 'ې' | 'ۍ' | 'ێ' | 'ے' => {
            if first {
                "y"
            } else {
                "i"
            }
        }
        _ => "",
    }
}
