//! A short name in brackets at a name's end: "Rajah Solaiman Movement (RSM)" says two names.

/// So many capitals may stand for a name; fewer than [`ALONE`] only beside it.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=9;
/// From so many letters on the short name is asked for by itself.
const ALONE: usize = 4;
/// Capitals in brackets that are no name: places and legal forms.
const OTHERS: [&str; 16] =
    ["USA", "UAE", "DPRK", "PRC", "ROC", "PVT", "PTY", "LTD", "LLC", "LLP", "INC", "JSC", "CJSC", "OJSC", "PJSC", "RTD"];

/// A listed name's other writings when it ends in capitals in brackets: the name without them, and they by themselves when that is enough
/// to ask for. None for other names.
///
/// ```
/// assert_eq!(redzone_names::bracketed("Semiconductor Works (SEWO)"), ["Semiconductor Works", "SEWO"]);
/// assert_eq!(redzone_names::bracketed("Rajah Solaiman Movement (RSM)"), ["Rajah Solaiman Movement"]);
/// assert!(redzone_names::bracketed("Running Brook, LLC (USA)").is_empty());
/// ```
pub fn bracketed(text: &str) -> Vec<&str> {
    let Some((name, short)) = text.trim_end_matches(['.', ' ']).strip_suffix(')').and_then(|text| text.rsplit_once('(')) else {
        return Vec::new();
    };
    let (name, short) = (name.trim_end(), short.trim());
    let is_short = LENGTHS.contains(&short.len()) && short.bytes().all(|byte| byte.is_ascii_uppercase()) && !OTHERS.contains(&short);
    let words = name.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    match is_short && words >= 2 {
        false => Vec::new(),
        true if short.len() >= ALONE => vec![name, short],
        true => vec![name],
    }
}
