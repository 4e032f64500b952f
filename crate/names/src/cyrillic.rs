//! Cyrillic to Latin: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh, Kyrgyz, Tajik, Uzbek, Mongolian.
//!
//! One romanisation close to BGN/PCGN. Where standards differ (y/i/j, kh/h/x, ts/c, yu/iu/ju, ya/ia/ja) the
//! differences vanish in `sound`, so one reading meets them all. Only Ukrainian and Belarusian г is a letter of its own (h).

use crate::latin;

/// Writes one word. `word` is lower case, NFKD: й is и with a breve.
pub(crate) fn romanise(word: &[char], out: &mut String) {
    let west = word.iter().any(|c| matches!(c, 'і' | 'є' | 'ґ')) || word.windows(2).any(|pair| pair == ['у', '\u{306}']);
    let mut at = 0;
    while let Some(&c) = word.get(at) {
        let mark = word.get(at + 1).copied().filter(|m| matches!(m, '\u{306}' | '\u{308}' | '\u{301}'));
        let after_vowel = at > 0 && word[..at].last().is_some_and(|p| "аеёиоуыэюяіїє\u{306}\u{308}ьъ".contains(*p));
        at += 1 + usize::from(mark.is_some());
        let latin = match (c, mark) {
            ('и', Some('\u{306}')) => "y",
            ('у', Some('\u{306}')) => "u",
            ('і', Some('\u{308}')) => "yi",
            ('е', Some('\u{308}')) => "yo",
            ('е', _) if at == 1 || after_vowel => "ye",
            // Bulgarian says it; Russian parts a consonant from a soft vowel with it.
            ('ъ', _) if word.get(at).is_some_and(|next| !"еёюя".contains(*next)) => "a",
            ('г', _) if west => "h",
            ('и', _) if west => "y",
            _ => {
                latin::spell(c, letter(c), out);
                continue;
            }
        };
        out.push_str(latin);
    }
}

/// The spelling of one letter; `None` for what is no letter of a language written today or read above.
fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'ә' | 'ѫ' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ѓ' | 'ҝ' => "g",
        'ғ' | 'ҕ' | 'ӷ' => "gh",
        'д' => "d",
        'ђ' => "dj",
        'е' | 'э' | 'ѣ' => "e",
        'є' => "ye",
        'ж' => "zh",
        'җ' | 'ҷ' | 'ҹ' => "j",
        'ћ' => "c",
        'з' | 'ҙ' => "z",
        'и' | 'і' | 'ѵ' => "i",
        'ї' => "yi",
        'ј' => "j",
        'к' | 'ќ' => "k",
        'қ' | 'ҡ' => "q",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' => "n",
        'ң' | 'ҥ' | 'ӈ' | 'ӊ' => "ng",
        'њ' => "nj",
        'о' | 'ө' | 'ѡ' | 'ҩ' => "o",
        'п' | 'ҧ' | 'ԥ' => "p",
        'р' => "r",
        'с' | 'ҫ' => "s",
        'т' | 'ҭ' => "t",
        'у' | 'ү' | 'ұ' => "u",
        'ў' => "u",
        'ф' | 'ѳ' => "f",
        'х' => "kh",
        'ҳ' | 'һ' => "h",
        'ц' | 'ҵ' => "ts",
        'ч' | 'ҽ' | 'ҿ' | 'ӌ' => "ch",
        'џ' => "dz",
        'ш' => "sh",
        'щ' => "shch",
        'ы' | 'ӣ' => "y",
        'ю' => "yu",
        'я' | 'ѧ' => "ya",
        'ѕ' | 'ӡ' => "dz",
        // Signs without a sound of their own, the palochka of the Caucasus among them.
        'ь' | 'ъ' | 'ӏ' | '\u{306}' | '\u{308}' => "",
        _ => return None,
    })
}
