//! OFAC's remarks: statements parted by `; `, closed by a full stop, each maybe led by `alt. `. What is recognised becomes a field;
//! everything else stays a remark, so nothing is lost.

mod words;

use crate::parse::dates::{self, Order};
use crate::places;
use crate::text::tidy;
use redzone_index::{Country, DateSpan, Identifier, NameKind};
use words::{NUMBERS, POSITIONS, STATEMENTS};

/// What a list's remarks say of one party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// `a.k.a. '...'` is a weak alias (OFAC FAQ 122-125), `f.k.a. '...'` a former and `n.k.a. '...'` a present name.
    pub names: Vec<(NameKind, String)>,
    /// `DOB`.
    pub born: Vec<DateSpan>,
    /// `POB`.
    pub birthplaces: Vec<String>,
    /// `nationality`, `citizen`, where the country is known.
    pub countries: Vec<Country>,
    /// Documents and registrations.
    pub identifiers: Vec<Identifier>,
    /// Every other statement, as printed.
    pub remarks: Vec<String>,
    /// How many statements there are.
    pub statements: usize,
    /// The statements that were recognised as nothing: among `remarks`.
    pub unknown: Vec<String>,
}

/// Takes remarks apart.
pub fn read(text: &str) -> Remarks {
    let mut found = Remarks::default();
    let text = text.trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    for statement in text.split("; ") {
        let statement = tidy(statement);
        if statement.is_empty() {
            continue;
        }
        found.statements += 1;
        if !take(&mut found, statement.strip_prefix("alt. ").unwrap_or(&statement)) {
            if !known(&statement) {
                found.unknown.push(statement.clone());
            }
            found.remarks.push(statement);
        }
    }
    found
}

/// Whether the statement that a cut at 1,000 characters went through reads well when `head` and `tail` are joined.
pub fn joins(head: &str, tail: &str) -> bool {
    let last = head.rsplit("; ").next().unwrap_or(head);
    let first = tail.split("; ").next().unwrap_or(tail);
    let read = read(&format!("{last}{first}"));
    // A joined statement that repeats its own first word was cut from another text.
    read.unknown.is_empty() && read.statements > 0 && !first.starts_with("; ") && last.matches(" - ").count() < 2
}

/// Makes a field of a statement; false when it stays a remark.
fn take(found: &mut Remarks, statement: &str) -> bool {
    if let Some(date) = statement.strip_prefix("DOB ") {
        return dates::span(date, Order::MonthFirst).map(|span| push_new(&mut found.born, span)).is_some();
    }
    if let Some(place) = statement.strip_prefix("POB ") {
        push_new(&mut found.birthplaces, place.to_owned());
        return true;
    }
    for lead in ["nationality ", "citizen "] {
        if let Some(country) = statement.strip_prefix(lead) {
            return places::country(country).map(|country| push_new(&mut found.countries, country)).is_some();
        }
    }
    for (lead, kind) in [("a.k.a. ", NameKind::Weak), ("f.k.a. ", NameKind::Former), ("n.k.a. ", NameKind::Now)] {
        let quoted = statement.strip_prefix(lead).and_then(|name| name.strip_prefix('\'')?.strip_suffix('\''));
        if let Some(name) = quoted.filter(|name| !name.is_empty()) {
            push_new(&mut found.names, (kind, name.to_owned()));
            return true;
        }
    }
    number(found, statement)
}

fn push_new<T: PartialEq>(items: &mut Vec<T>, item: T) {
    if !items.contains(&item) {
        items.push(item);
    }
}

fn number(found: &mut Remarks, statement: &str) -> bool {
    let (kind, value) = if let Some(rest) = statement.strip_prefix("Digital Currency Address - ") {
        let Some((currency, value)) = rest.split_once(' ') else { return false };
        (format!("Digital Currency Address - {currency}"), value)
    } else if let Some(value) = statement.strip_prefix("Vessel Registration Identification IMO ") {
        ("IMO".to_owned(), value)
    } else {
        let lead = NUMBERS.iter().find(|lead| statement.strip_prefix(**lead).is_some_and(|rest| rest.starts_with([' ', '(', '+'])));
        let Some(lead) = lead else { return false };
        ((*lead).trim_end_matches(':').to_owned(), statement[lead.len()..].trim())
    };
    // `639092215 (Russia) issued 14 Dec 2005 expires ...`: the value ends at the country or at a date. A value with no digit or letter is none.
    let tail_at = ["issued ", "expires "].iter().filter_map(|word| value.find(word)).min();
    let (value, tail) = tail_at.map_or((value, ""), |at| (value[..at].trim(), &value[at..]));
    let in_brackets = value.strip_suffix(')').and_then(|open| open.rsplit_once('('));
    let (value, country, place) = match in_brackets {
        Some((before, place)) if !before.trim().is_empty() => match places::country(place) {
            Some(country) => (before.trim(), Some(country), ""),
            None => (value, None, ""),
        },
        _ => (value, None, ""),
    };
    if !value.chars().any(char::is_alphanumeric) {
        return false;
    }
    if !tail.is_empty() || !place.is_empty() {
        found.remarks.push(format!("{kind} {value}: {tail}"));
    }
    push_new(&mut found.identifiers, Identifier { kind, value: value.to_owned(), country });
    true
}

fn known(statement: &str) -> bool {
    let statement = statement.strip_prefix("alt. ").unwrap_or(statement);
    let word = |word: &str| POSITIONS.contains(&word.to_lowercase().as_str());
    STATEMENTS.iter().any(|lead| statement.starts_with(lead))
        || statement.starts_with("nationality ")
        || statement.starts_with("citizen ")
        || statement.split(|c: char| !c.is_alphanumeric() && c != '-').any(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_become_fields() {
        let read = read(
            "DOB 10 Dec 1948; alt. DOB circa 1951; POB Al-'Awja, near Tikrit, Iraq; nationality Korea, North; citizen Palestinian; \
             a.k.a. 'ABU ALI'; f.k.a. 'ANA I'; Passport 639092215 (Russia) issued 14 Dec 2005 expires 13 Dec 2010; \
             Vessel Registration Identification IMO 7406784; alt. Digital Currency Address - XBT 12QtD5; Tax ID No. 100036386 (Serbia); \
             Linked To: HIZBALLAH; Minister of Defense; wrestler.",
        );
        let names: Vec<&str> = read.names.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["ABU ALI", "ANA I"]);
        assert_eq!(read.names[0].0, NameKind::Weak);
        assert_eq!(read.born.len(), 2);
        assert_eq!(read.birthplaces, ["Al-'Awja, near Tikrit, Iraq"]);
        assert_eq!(read.countries[0].as_str(), "KP");
        let numbers: Vec<String> = read.identifiers.iter().map(|id| format!("{} {}", id.kind, id.value)).collect();
        assert_eq!(numbers, ["Passport 639092215", "IMO 7406784", "Digital Currency Address - XBT 12QtD5", "Tax ID No. 100036386"]);
        assert_eq!(read.identifiers[0].country.unwrap().as_str(), "RU");
        assert_eq!(read.remarks[0], "Passport 639092215: issued 14 Dec 2005 expires 13 Dec 2010");
        assert_eq!(read.unknown, ["wrestler"]);
        assert_eq!(read.statements, 14);
    }

    #[test]
    fn a_cut_that_does_not_fit_is_seen() {
        assert!(joins("Gender Male; Registration Numbe", "r 1027700342890 (Russia); Gender Female"));
        assert!(!joins("Gender Male; DOB 10 D", "XBT 12QtD5"));
    }
}
