//! Latin letters that no decomposition turns into a to z.

/// Writes one letter as its alphabet's table spells it. A letter that the table lacks is never dropped, or two names that differ by it would
/// read alike: it is written plain, or stays as it is. Not copied to each alphabet: that is a kilobyte of Wasm.
#[inline(never)]
pub(crate) fn spell(c: char, spelled: Option<&str>, out: &mut String) {
    match spelled.or_else(|| plain(c)) {
        Some(spelled) => out.push_str(spelled),
        None => out.push(c),
    }
}

/// The plain spelling of a lower-case Latin letter. Letters without one stay as they are.
///
/// Sources: Unicode CLDR Latin-ASCII; Turkish dotless i, Azerbaijani schwa and Vietnamese d as in passports (ICAO 9303).
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'œ' => "oe",
        'ø' | 'ɔ' | 'ɵ' => "o",
        'ł' | 'ƚ' => "l",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'þ' => "th",
        'ß' => "ss",
        'ı' | 'ɨ' | 'ɩ' => "i",
        'ə' | 'ɛ' | 'ǝ' => "e",
        'ħ' => "h",
        'ŋ' => "ng",
        'ŧ' | 'ƫ' => "t",
        'ĸ' | 'ƙ' => "k",
        'ƀ' | 'ɓ' => "b",
        'ɡ' | 'ǥ' | 'ɠ' => "g",
        'ƴ' => "y",
        'ƶ' | 'ʒ' => "z",
        'ſ' => "s",
        'ʀ' => "r",
        'ɑ' => "a",
        'ʋ' => "v",
        _ => return None,
    })
}
