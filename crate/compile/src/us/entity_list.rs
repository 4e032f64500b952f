//! What an Entity List entry does beyond its list: the footnotes of its license requirement, and addresses that are listed themselves. Written as
//! programme tags that are the short names of rules (`EL-FN4`, `EL-ADDR`), so that whoever shows a hit can show what the entry itself does.

use crate::Problem;
use redzone_index::{Entry, PartyKind};

/// The foreign-direct-product rules of 15 CFR 734.9 that footnotes stand for. Footnote 2 went with the Huawei rule of 2020.
const RULES: [(&str, char); 4] = [("734.9(e)(1)", '1'), ("734.9(e)(2)", '4'), ("734.9(e)(3)", '5'), ("734.9(g)", '3')];
/// Cited without its paragraph; the footnote's mark says which.
const BARE: &str = "734.9(e)";

/// Tags an entry. A requirement that cites 734.9(e) and neither paragraph nor footnote is named as a problem.
pub fn tag(entry: &mut Entry, problems: &mut Vec<Problem>) {
    // The consolidated list numbers listed addresses where a name would stand.
    let number = entry.names.first().and_then(|name| name.text.strip_prefix("Address "));
    if number.is_some_and(|number| number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit())) {
        entry.kind = PartyKind::Address;
    }
    if entry.kind == PartyKind::Address {
        add(entry, "EL-ADDR".to_owned());
    }
    let said: String = entry.license_requirement.iter().flat_map(|text| text.chars()).filter(|c| !c.is_whitespace()).collect();
    let mut found: Vec<char> = RULES.iter().filter(|(rule, _)| said.contains(rule)).map(|(_, mark)| *mark).collect();
    let bare = said.split(BARE).skip(1).map(mark).filter(|mark| *mark != Some('('));
    for mark in bare {
        // The mark stands behind the citation, or behind the bracket that ends the sentence.
        let last = said.trim_end_matches('.').chars().next_back();
        match mark.or(last).filter(|mark| RULES.iter().any(|(_, known)| known == mark)) {
            Some(mark) => found.push(mark),
            None => {
                let what = entry.license_requirement.clone().unwrap_or_default();
                problems.push(Problem::new("license requirements that cite 734.9(e) without the footnote", entry.id.clone(), what));
            }
        }
    }
    found.into_iter().for_each(|mark| add(entry, format!("EL-FN{mark}")));
}

/// The first sign behind a citation, when it is a digit, `(` of a paragraph, or the digit of `[footnote1]`.
fn mark(rest: &str) -> Option<char> {
    let rest = rest.strip_prefix("[footnote").unwrap_or(rest);
    rest.chars().next().filter(|c| *c == '(' || c.is_ascii_digit())
}

fn add(entry: &mut Entry, tag: String) {
    if !entry.programs.contains(&tag) {
        entry.programs.push(tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redzone_index::{ListedName, NameKind};

    #[test]
    fn footnotes_are_found_however_the_sources_print_them() {
        for (printed, tags, problems) in [
            ("For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4", "EL-FN4", 0),
            ("For all items subject to the EAR. (See §§ 734.9(e) and 744.11 of the EAR)4", "EL-FN4", 0),
            ("For All Items Subject to the EAR (See §734.9(e), and §744.11 of the EAR)4.", "EL-FN4", 0),
            ("For all items subject to the EAR, see §§ 734.9(e)1 and 744.11", "EL-FN1", 0),
            ("For all items subject to the EAR, see §§ 734.9(e) 1, and 744.11", "EL-FN1", 0),
            ("For all items subject to the EAR, see §§ 734.9(e) [footnote 1] and 744.11 of the EAR", "EL-FN1", 0),
            ("(See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5", "EL-FN5", 0),
            ("For all items (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)", "EL-FN3", 0),
            ("For all items subject to the EAR. (See §734.9(e) and §744.11 of the EAR)", "", 1),
            ("For all items subject to the EAR. (See §744.11 of the EAR)", "", 0),
        ] {
            let mut entry = Entry { license_requirement: Some(printed.to_owned()), ..Entry::default() };
            let mut named = Vec::new();
            tag(&mut entry, &mut named);
            assert_eq!((entry.programs.join(" ").as_str(), named.len()), (tags, problems), "{printed}");
        }
        let mut address = Entry { kind: PartyKind::Address, ..Entry::default() };
        tag(&mut address, &mut Vec::new());
        assert_eq!(address.programs, ["EL-ADDR"]);
        let text = "Address 06".to_owned();
        let mut numbered = Entry { names: vec![ListedName { text, kind: NameKind::Primary }], ..Entry::default() };
        tag(&mut numbered, &mut Vec::new());
        assert_eq!((numbered.kind, numbered.programs), (PartyKind::Address, vec!["EL-ADDR".to_owned()]));
    }
}
