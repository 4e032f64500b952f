//! Latin names as the newspapers of other countries print them, by the letter tables of their schools: rough, as such spellings are.

use super::Dice;

/// Replaces the longest fitting group at each place; `None` when a letter has no group.
fn spelled(name: &str, table: &[(&str, &str)]) -> Option<String> {
    let lower = name.to_lowercase();
    let mut rest = lower.as_str();
    let mut out = String::new();
    while let Some(c) = rest.chars().next() {
        let fit = table.iter().filter(|(from, _)| rest.starts_with(from)).max_by_key(|(from, _)| from.len());
        match fit {
            Some((from, to)) => {
                out.push_str(to);
                rest = &rest[from.len()..];
            }
            None if c.is_ascii_alphabetic() => return None,
            None if c.is_alphabetic() => return None,
            None => {
                if c != '\'' {
                    out.push(c);
                }
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    (name.chars().filter(|c| c.is_alphabetic()).count() >= 6).then_some(out)
}

pub(super) fn cyrillic(name: &str, _: &mut Dice) -> Option<String> {
    const TABLE: [(&str, &str); 45] = [
        ("a", "а"),
        ("b", "б"),
        ("c", "к"),
        ("d", "д"),
        ("e", "е"),
        ("f", "ф"),
        ("g", "г"),
        ("h", "х"),
        ("i", "и"),
        ("j", "дж"),
        ("k", "к"),
        ("l", "л"),
        ("m", "м"),
        ("n", "н"),
        ("o", "о"),
        ("p", "п"),
        ("q", "к"),
        ("r", "р"),
        ("s", "с"),
        ("t", "т"),
        ("u", "у"),
        ("v", "в"),
        ("w", "в"),
        ("x", "кс"),
        ("y", "ы"),
        ("z", "з"),
        ("sh", "ш"),
        ("shch", "щ"),
        ("ch", "ч"),
        ("zh", "ж"),
        ("kh", "х"),
        ("ts", "ц"),
        ("ya", "я"),
        ("yu", "ю"),
        ("yo", "ё"),
        ("ye", "е"),
        ("iy", "ий"),
        ("ey", "ей"),
        ("ay", "ай"),
        ("ph", "ф"),
        ("th", "т"),
        ("ck", "к"),
        ("gh", "г"),
        ("ou", "у"),
        ("oo", "у"),
    ];
    spelled(name, &TABLE)
}

pub(super) fn greek(name: &str, _: &mut Dice) -> Option<String> {
    const TABLE: [(&str, &str); 37] = [
        ("a", "α"),
        ("b", "μπ"),
        ("c", "κ"),
        ("d", "ντ"),
        ("e", "ε"),
        ("f", "φ"),
        ("g", "γκ"),
        ("h", "χ"),
        ("i", "ι"),
        ("j", "τζ"),
        ("k", "κ"),
        ("l", "λ"),
        ("m", "μ"),
        ("n", "ν"),
        ("o", "ο"),
        ("p", "π"),
        ("q", "κ"),
        ("r", "ρ"),
        ("s", "σ"),
        ("t", "τ"),
        ("u", "ου"),
        ("v", "β"),
        ("w", "ου"),
        ("x", "ξ"),
        ("y", "ι"),
        ("z", "ζ"),
        ("sh", "σ"),
        ("ch", "τσ"),
        ("zh", "ζ"),
        ("kh", "χ"),
        ("ts", "τσ"),
        ("th", "θ"),
        ("ph", "φ"),
        ("gh", "γ"),
        ("ou", "ου"),
        ("ks", "ξ"),
        ("ya", "για"),
    ];
    spelled(name, &TABLE)
}

pub(super) fn arabic(name: &str, _: &mut Dice) -> Option<String> {
    const TABLE: [(&str, &str); 42] = [
        ("a", ""),
        ("b", "ب"),
        ("c", "ك"),
        ("d", "د"),
        ("e", ""),
        ("f", "ف"),
        ("g", "غ"),
        ("h", "ه"),
        ("i", "ي"),
        ("j", "ج"),
        ("k", "ك"),
        ("l", "ل"),
        ("m", "م"),
        ("n", "ن"),
        ("o", "و"),
        ("p", "ب"),
        ("q", "ق"),
        ("r", "ر"),
        ("s", "س"),
        ("t", "ت"),
        ("u", "و"),
        ("v", "ف"),
        ("w", "و"),
        ("x", "كس"),
        ("y", "ي"),
        ("z", "ز"),
        ("sh", "ش"),
        ("ch", "تش"),
        ("kh", "خ"),
        ("th", "ث"),
        ("dh", "ذ"),
        ("gh", "غ"),
        ("aa", "ا"),
        (" a", " ا"),
        ("al-", "ال"),
        ("ah", "ة"),
        ("ou", "و"),
        ("oo", "و"),
        ("ee", "ي"),
        ("ia", "يا"),
        ("ya", "يا"),
        ("dd", "د"),
    ];
    spelled(name, &TABLE).filter(|text| text.chars().filter(|c| c.is_alphabetic()).count() >= 4)
}
