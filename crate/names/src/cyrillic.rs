//! Cyrillic to Latin: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh, Kyrgyz, Tajik, Uzbek, Mongolian.
//!
//! One romanisation close to BGN/PCGN. Where standards differ (y/i/j, kh/h/x, ts/c, yu/iu/ju, ya/ia/ja) the
//! differences vanish in `sound`, so one reading meets them all. Only Ukrainian and Belarusian г is a letter of its own (h).

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
            _ => match c {
                'а' | 'ә' => "a",
                'б' => "b",
                'в' => "v",
                'г' | 'ґ' | 'ѓ' => "g",
                'ғ' => "gh",
                'д' => "d",
                'ђ' => "dj",
                'е' | 'э' => "e",
                'є' => "ye",
                'ж' => "zh",
                'җ' | 'ҷ' => "j",
                'ћ' => "c",
                'з' => "z",
                'и' | 'і' => "i",
                'ї' => "yi",
                'ј' => "j",
                'к' | 'ќ' => "k",
                'қ' => "q",
                'л' => "l",
                'љ' => "lj",
                'м' => "m",
                'н' => "n",
                'ң' => "ng",
                'њ' => "nj",
                'о' | 'ө' => "o",
                'п' => "p",
                'р' => "r",
                'с' => "s",
                'т' => "t",
                'у' | 'ү' | 'ұ' => "u",
                'ў' => "u",
                'ф' => "f",
                'х' => "kh",
                'ҳ' | 'һ' => "h",
                'ц' => "ts",
                'ч' => "ch",
                'џ' => "dz",
                'ш' => "sh",
                'щ' => "shch",
                'ы' | 'ӣ' => "y",
                'ю' => "yu",
                'я' => "ya",
                'ѕ' => "dz",
                _ => "",
            },
        };
        out.push_str(latin);
    }
}
