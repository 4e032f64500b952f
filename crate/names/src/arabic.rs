//! Arabic, Persian, Urdu, Pashto, Kurdish, Sindhi, Uyghur and Malay writing to Latin consonants: short vowels are not written.
//!
//! Two readings where they differ: the Arabic one, and the Persian and Urdu one (و as v, ذ ض ظ as z, ث as s). What comes
//! out is compared by its consonants, so long vowels need only be plausible.

use crate::latin;

/// How the letters that Arabic and Persian say differently are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    Arabic,
    Persian,
}

/// The words that one written word gives: the article is a word of its own, as the lists print it.
pub(crate) fn romanise(word: &[char], tongue: Tongue, words: &mut Vec<String>) {
    let bare: Vec<char> = word.iter().copied().filter(|c| letter(*c, tongue, false) != Some("")).collect();
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
        latin::spell(*c, letter(*c, tongue, at == 0), &mut out);
    }
    if !out.is_empty() {
        words.push(out);
    }
}

/// The spelling of one letter; `None` for what is no letter of the languages above.
fn letter(c: char, tongue: Tongue, first: bool) -> Option<&'static str> {
    let persian = tongue == Tongue::Persian;
    Some(match c {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ع' | 'ى' | 'ء' => "a",
        'ب' | 'ٻ' | 'ڀ' => "b",
        'پ' => "p",
        'ت' | 'ط' | 'ټ' | 'ٹ' | 'ٺ' | 'ٽ' => "t",
        'ث' => {
            if persian {
                "s"
            } else {
                "th"
            }
        }
        'ج' | 'ڄ' => "j",
        'چ' | 'ڇ' => "ch",
        'ح' | 'ه' | 'ہ' | 'ھ' | 'ة' | 'ۀ' | 'ە' => "h",
        'خ' | 'څ' => "kh",
        'د' | 'ډ' | 'ڈ' | 'ڊ' | 'ڌ' | 'ڍ' => "d",
        'ذ' | 'ض' => {
            if persian {
                "z"
            } else {
                "d"
            }
        }
        'ر' | 'ړ' | 'ڑ' | 'ڕ' | 'ڙ' => "r",
        'ز' | 'ظ' | 'ځ' => "z",
        'ژ' | 'ږ' => "zh",
        'س' | 'ص' => "s",
        'ش' | 'ښ' => "sh",
        'غ' => "gh",
        'ف' | 'ڦ' => "f",
        'ڤ' | 'ۋ' | 'ۏ' => "v",
        'ق' => "q",
        'ك' | 'ک' | 'ڪ' => "k",
        'گ' | 'ګ' | 'ڳ' | 'ݢ' => "g",
        'ل' | 'ڵ' => "l",
        'م' => "m",
        'ن' | 'ں' | 'ڼ' | 'ڻ' => "n",
        'ڠ' | 'ڱ' => "ng",
        'ڃ' | 'ڽ' => "ny",
        'ۇ' | 'ۈ' | 'ۅ' | 'ۉ' => "u",
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
        // The stroke that lengthens a line of writing.
        'ـ' => "",
        _ => return None,
    })
}

/// The figure that an Arabic or Persian digit writes.
pub(crate) fn figure(c: char) -> Option<char> {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}
