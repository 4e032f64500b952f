//! The key under which a place name is looked up: one spelling for what people write in several ways.

use crate::unicode::{decompose, fold_case, is_known};

/// Folds a place name: compatibility forms and case undone, Latin, Greek, Cyrillic, Arabic and Hebrew marks and
/// invisible characters away, punctuation to single blanks, `&` to `and`, `St` to `saint`, the English article away.
///
/// Unlike [`crate::read`] it stays in the script of the text: `Гвинея` and `Guinea` have keys of their own, so a
/// romanisation can never make two places one. Empty when nothing is left, and, without the feature `far`, for writing that is not near: no place has
/// that key.
///
/// ```
/// assert_eq!(redzone_names::place_key("Côte d’Ivoire"), "cote d ivoire");
/// assert_eq!(redzone_names::place_key("Bahamas, The"), "bahamas");
/// ```
pub fn place_key(text: &str) -> String {
    if !is_known(text) {
        return String::new();
    }
    let folded = fold_case(&decompose(text)).replace('&', " and ");
    let kept: String = folded.chars().filter(|&c| !is_dropped(c)).map(|c| if is_blank(c) { ' ' } else { c }).collect();
    let words = kept.split(' ').filter(|word| !word.is_empty() && *word != "the").map(|word| if word == "st" { "saint" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// Marks that people leave out, and characters that nobody sees. Vowel signs of Indic and South-East Asian scripts are
/// letters to their readers and stay.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Blanks, controls and punctuation, apostrophe-like letters included.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || c.is_ascii_punctuation()
        || matches!(c,
            '\u{a1}'..='\u{bf}' | '\u{2b9}'..='\u{2bf}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3000}'..='\u{303f}' | '\u{30fb}'
            | '\u{55a}'..='\u{55f}' | '\u{58a}' | '\u{5be}' | '\u{5f3}' | '\u{5f4}' | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}')
            && !c.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_has_one_key_however_it_is_typed() {
        for (written, key) in [
            ("Türkiye", "turkiye"),
            ("  KOREA,   North ", "korea north"),
            ("Trinidad & Tobago", "trinidad and tobago"),
            ("St. Kitts and Nevis", "saint kitts and nevis"),
            ("Ｃｈｉｎａ", "china"),
            ("Ch\u{200b}ina", "china"),
            ("O‘zbekiston", "o zbekiston"),
            ("Oʻzbekiston", "o zbekiston"),
            ("إيران", "ايران"),
            ("", ""),
            ("…", ""),
        ] {
            assert_eq!(place_key(written), key, "{written}");
        }
        assert_eq!(place_key("भारत"), "भारत");
    }
}
