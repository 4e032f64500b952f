//! OFAC's remarks: statements parted by `; `, closed by a full stop, each maybe led by `alt. `. What is recognised becomes a field;
//! everything else stays a remark, so nothing is lost.

use super::dates;
use crate::places;
use crate::text::tidy;
use redzone_index::{Country, DateSpan, Identifier, NameKind};

/// Numbers by the word that OFAC leads them with, longest first where one begins another.
const NUMBERS: &[&str] = &[
    "Afghan Money Service Provider License Number",
    "Aircraft Construction Number (also called L/N or S/N or F/N)",
    "Aircraft Manufacturer's Serial Number (MSN)",
    "Aircraft Mode S Transponder Code",
    "Aircraft Tail Number",
    "BIK (RU)",
    "Birth Certificate Number",
    "Bosnian Personal ID No.",
    "Branch Unit Number",
    "Business Number",
    "Business Registration Document #",
    "Business Registration Number",
    "C.I.F.",
    "C.R. No.",
    "C.U.I.T.",
    "C.U.I.P.",
    "C.U.I.",
    "C.U.R.P.",
    "CNP (Personal Numerical Code)",
    "Cartilla de Servicio Militar Nacional",
    "Cedula No.",
    "Central Registration System Number",
    "Certificate of Incorporation Number",
    "Chamber of Commerce Number",
    "Chinese Commercial Code",
    "Citizen's Card Number",
    "Commercial Registry Number",
    "Company Number IMO",
    "Company Number",
    "Credencial electoral",
    "D-U-N-S Number",
    "D.N.I.",
    "Diplomatic Passport",
    "Driver's License No.",
    "Dubai Chamber of Commerce Membership No.",
    "Economic Register Number (CBLS)",
    "Electoral Registry No.",
    "Email Address",
    "Enterprise Number",
    "Equity Ticker",
    "Fax No.",
    "File Number",
    "Fiscal Code",
    "Folio Mercantil No.",
    "Global Intermediary Identification Number",
    "Government Gazette Number",
    "I.F.E.",
    "ISIN",
    "Identification Number IMO",
    "Identification Number",
    "Identity Card",
    "Immigration No.",
    "Istanbul Chamber of Comm. No.",
    "Italian Fiscal Code",
    "Kenyan ID No.",
    "LE Number",
    "Legal Entity Number",
    "License",
    "MMSI",
    "MSB Registration Number",
    "Matricula Mercantil No",
    "Military Registration Number",
    "Moroccan Personal ID No.",
    "N.I.E.",
    "NIT #",
    "National Foreign ID Number",
    "National ID No.",
    "Numero de Identidad",
    "Organization Code",
    "Paraguayan tax identification number",
    "Passport",
    "Permit Number",
    "Personal ID Card",
    "Phone Number",
    "Pilot License Number",
    "Public Registration Number",
    "Public Security and Immigration No.",
    "R.F.C.",
    "RIF #",
    "RTN",
    "RUC #",
    "Refugee ID Card",
    "Registered Charity No.",
    "Registration ID",
    "Registration Number",
    "Residency Number",
    "Romanian C.R.",
    "Romanian Permanent Resident",
    "Romanian Tax Registration",
    "SRE Permit No.",
    "SSN",
    "SWIFT/BIC",
    "Seafarer's Identification Document",
    "Serial No.",
    "Stateless Person ID Card",
    "Stateless Person Passport",
    "Tax ID No.",
    "Tazkira National ID Card",
    "Tourism License No.",
    "Trade License No.",
    "Trademark number",
    "Travel Document Number",
    "Turkish Identification Number",
    "UAE Identification",
    "UK Company Number",
    "UN/LOCODE",
    "US FEIN",
    "Unified Social Credit Code (USCC)",
    "United Social Credit Code Certificate (USCCC)",
    "V.A.T. Number",
    "VAT Number",
    "VisaNumberID",
    "Website",
    "Telephone No.",
    "Telephone:",
    "Fax:",
    "Telephone",
    "Fax",
    "PHONE",
];

/// Statements that are known and stay as they are.
const STATEMENTS: &[&str] = &[
    "Linked To:",
    "Gender ",
    "Secondary sanctions risk:",
    "Additional Sanctions Information",
    "Organization Established Date",
    "Executive Order",
    "Transactions Prohibited For Persons",
    "Organization Type:",
    "For more information on",
    "for more information on",
    "Aircraft ",
    "Previous Aircraft ",
    "Listing Date",
    "Effective Date",
    "Purchase/Sales",
    "Target Type",
    "all offices worldwide",
    "All offices worldwide",
    "All Offices Worldwide",
    "All Branches Worldwide",
    "and all other offices worldwide",
    "CAATSA Section",
    "Former Vessel",
    "Vessel ",
    "Issuer Name",
    "Prohibited Transactions",
    "Subject to",
    "PEESA",
    "Nationality of Registration",
    "Other Vessel",
    "Bank Identification Code",
    "IFCA Determination",
    "Registration Country",
    "Digital Currency Address",
    "Foreign Financial Institution",
    "United States financial institutions",
    "Date of",
    "currently incarcerated",
    "arrested",
    "Interpol",
    "Alternate Title",
    "Alt. Position",
    "Linked to",
    "Member of",
    "member of",
    "Member ETA",
    "member ETA",
    "HAMAS -",
    "ICTY indictee",
    "Scientific Studies and Research Center",
    "daughter of",
    "wife of",
    "son of",
    "half-brother of",
    "brother of",
    "husband of",
    "sister of",
    "Constituent of",
    "Magistrate of",
    "Warden of",
    "Rector of",
    "Aide to",
];

/// Words that make a statement a position that a person holds. Lower case.
const POSITIONS: &[&str] = &[
    "minister",
    "director",
    "head",
    "president",
    "general",
    "commander",
    "chairman",
    "chairperson",
    "chief",
    "colonel",
    "governor",
    "secretary",
    "manager",
    "representative",
    "official",
    "officer",
    "ceo",
    "member",
    "deputy",
    "advisor",
    "adviser",
    "ambassador",
    "judge",
    "prosecutor",
    "professor",
    "leader",
    "administrator",
    "admiral",
    "major",
    "captain",
    "lieutenant",
    "mayor",
    "senator",
    "founder",
    "owner",
    "doctor",
    "attorney",
    "partner",
    "shareholder",
    "spokesman",
    "spokesperson",
    "consul",
    "king",
    "vice-chairperson",
    "coordinator",
    "inspector",
    "party",
    "employee",
];

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
        return dates::born(date).map(|span| push_new(&mut found.born, span)).is_some();
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
