//! Small things about names and keys that every source needs.

use redzone_index::{Digest, NameKind};

/// Blanks made single and trimmed: how a name or statement is kept.
pub fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidied.is_empty() {
            tidied.push(' ');
        }
        tidied.push_str(word);
    }
    tidied
}

/// Letters and digits only, lower case: equal for two ways of printing one name.
pub fn name_key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of a name, sorted: `PUTIN, Vladimir` and `Vladimir PUTIN` have one key.
pub fn word_key(name: &str) -> String {
    let mut words: Vec<String> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.sort_unstable();
    words.join(" ")
}

/// A stable id for a row whose publisher gives none: ten hexadecimal digits of the SHA-256 of its parts' keys.
pub fn made_id(parts: &[&str]) -> String {
    let keyed: Vec<String> = parts.iter().map(|part| name_key(part)).collect();
    let mut digest = Digest::of(keyed.join("\n").as_bytes()).to_string();
    digest.truncate(10);
    digest
}

/// Words inside a printed name that say that another name follows.
const MARKS: [(&str, NameKind); 12] = [
    ("a.k.a.", NameKind::Alias),
    ("a.k.a", NameKind::Alias),
    ("f.k.a.", NameKind::Former),
    ("n.k.a.", NameKind::Now),
    ("-akas-", NameKind::Alias),
    ("- aka-", NameKind::Alias),
    ("-aka-", NameKind::Alias),
    (", akas,", NameKind::Alias),
    ("aka:", NameKind::Alias),
    ("also known as", NameKind::Alias),
    ("formerly known as", NameKind::Former),
    ("d/b/a", NameKind::Alias),
];

/// The names inside a printed name that holds several: `KOW SENG LIM -AKA- ERIC LIM`, `NPO Izhmash OAO;OJSC Concern Kalashnikov`.
/// Empty when the text is one name. The printed text itself is never taken apart in the entry: these are added to it.
pub fn names_inside(printed: &str) -> Vec<(NameKind, String)> {
    let mut parts: Vec<(Option<NameKind>, String)> = vec![(None, String::new())];
    let mut many = false;
    let mut rest = printed;
    while let Some(c) = rest.chars().next() {
        let marked = MARKS.iter().find(|(mark, _)| rest.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark)));
        let starts_word =
            parts.last().is_some_and(|(_, part)| part.is_empty() || part.ends_with([' ', '(', '-', ',']) || rest.starts_with(['-', ',']));
        match marked {
            Some((mark, kind)) if starts_word => {
                many = true;
                parts.push((Some(*kind), String::new()));
                rest = &rest[mark.len()..];
            }
            _ if c == ';'
                || c == ',' && matches!(printed.to_ascii_lowercase().find("akas"), Some(at) if printed.len() - rest.len() > at) =>
            {
                many = true;
                let kind = parts.last().and_then(|(kind, _)| *kind);
                parts.push((kind, String::new()));
                rest = &rest[1..];
            }
            _ => {
                if let Some((_, part)) = parts.last_mut() {
                    part.push(c);
                }
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    if !many {
        return Vec::new();
    }
    let clean = |part: &str| {
        let part = tidy(part);
        let part = part.trim_matches(|c: char| c == ',' || c == '-' || c == ' ' || c == ';');
        let part = part.strip_prefix("and ").unwrap_or(part);
        let opens = part.matches('(').count();
        let closes = part.matches(')').count();
        let part = if opens > closes && part.ends_with('(') { part.trim_end_matches('(') } else { part };
        let part = if closes > opens { part.strip_suffix(')').unwrap_or(part) } else { part };
        part.trim().trim_end_matches(',').to_owned()
    };
    let mut names: Vec<(NameKind, String)> = Vec::new();
    for (kind, part) in parts {
        let part = clean(&part);
        // `and any successor, sub-unit, or subsidiary thereof` is a scope, not a name.
        if part.starts_with("any successor") {
            continue;
        }
        if part.chars().filter(|c| c.is_alphanumeric()).count() >= 2 && part != printed && !names.iter().any(|(_, name)| *name == part) {
            names.push((kind.unwrap_or(NameKind::Alias), part));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_hold_names_are_taken_apart() {
        let cases: [(&str, &[&str]); 10] = [
            ("PMC Wagner; and any successor, sub-unit, or subsidiary thereof", &["PMC Wagner"]),
            ("KOW SENG LIM -AKA- ERIC LIM", &["KOW SENG LIM", "ERIC LIM"]),
            ("JIE LUO -AKA-IVY LUO", &["JIE LUO", "IVY LUO"]),
            ("COREZING -AKAS- CORE ZING, COREZING ELECTRONICS", &["COREZING", "CORE ZING", "COREZING ELECTRONICS"]),
            ("Kreig; a.k.a. Cow Craig; a.k.a. Hall Jermaine", &["Kreig", "Cow Craig", "Hall Jermaine"]),
            ("AO Institute (f.k.a., Institut Zakrytoe)", &["AO Institute", "Institut Zakrytoe"]),
            ("DJEL;\u{a0}Dongfang Jingyuan", &["DJEL", "Dongfang Jingyuan"]),
            ("SIBERIAN AIRLINES D/B/A S7 AIRLINES", &["SIBERIAN AIRLINES", "S7 AIRLINES"]),
            ("CO., LTD.", &[]),
            ("Panakara Trading", &[]),
        ];
        for (printed, expected) in cases {
            let names: Vec<String> = names_inside(printed).into_iter().map(|(_, name)| name).collect();
            assert_eq!(names, expected, "{printed}");
        }
        assert_eq!(names_inside("AO Institute (f.k.a., Institut)")[1].0, NameKind::Former);
    }
}
