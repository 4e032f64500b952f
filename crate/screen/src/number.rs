//! Numbers in a question: a ship's IMO number, a passport, a tax or registration number, a bank's code, a wallet, a web site. They are looked up as
//! they stand, written one way ([`identifier_key`]), and agree exactly or not at all. Only letters and digits count, so `9187-629` is `9187629`.

use redzone_index::identifier_key;

pub use crate::check_digits::Scheme;

/// More words than this are not looked at for numbers; a number may have blanks in it, so many words together.
const MOST_WORDS: usize = 24;
/// See [`MOST_WORDS`].
const MOST_TOGETHER: usize = 6;
/// Among other words a number has at least so many letters and digits, and so many digits: shorter ones are parts of names and addresses.
const AMONG_WORDS: (usize, usize) = (6, 4);
/// By itself, or after a word that says what number it is, a number has at least so many.
const ALONE: (usize, usize) = (5, 3);
/// Words beside a number that only say what number it is.
const LABELS: [&str; 39] = [
    "IMO",
    "MMSI",
    "LEI",
    "USCC",
    "BIC",
    "SWIFT",
    "SWIFTBIC",
    "INN",
    "OGRN",
    "ИНН",
    "ОГРН",
    "KPP",
    "TIN",
    "VAT",
    "NIT",
    "RFC",
    "CURP",
    "DUNS",
    "PASSPORT",
    "PASS",
    "TAX",
    "ID",
    "NO",
    "NR",
    "NUM",
    "NUMBER",
    "REG",
    "REGISTRATION",
    "IDENTIFICATION",
    "NATIONAL",
    "CODE",
    "WALLET",
    "XBT",
    "BTC",
    "ETH",
    "USDT",
    "TRX",
    "MV",
    "MT",
];

/// Those that stand in names and addresses too, and say nothing by themselves.
const VAGUE: [&str; 8] = ["NO", "NR", "NUM", "NUMBER", "CODE", "ID", "MV", "MT"];

/// A number of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// As it is compared.
    pub key: String,
    /// As it is written.
    pub written: String,
    /// The words beside it that name somebody, one blank between them.
    pub beside: String,
    /// Whether a word before it says what number it is.
    pub told: bool,
}

/// Every run of words of the text that may be a number, the longest first. Most names have none.
pub fn numbers(text: &str) -> Vec<Number> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_parting = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '=' | '(' | ')');
    let words: Vec<&str> = text.split(is_parting).filter(|word| word.chars().any(char::is_alphanumeric)).take(MOST_WORDS).collect();
    // A bank's code has the shape of a word in capitals, and is one only if a list has it.
    let is_code = |word: &str| is_bank_code(word) || words.len() == 1 && is_site(word);
    if digits < ALONE.1 && !words.iter().any(|word| is_code(word)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for count in (1..=words.len().min(MOST_TOGETHER)).rev() {
        for from in 0..=words.len() - count {
            let run = &words[from..from + count];
            // Among the parts of a number there are no words.
            let is_part = |word: &&str| word.len() <= 2 || word.bytes().any(|byte| byte.is_ascii_digit());
            if count > 1 && !run.iter().all(is_part) {
                continue;
            }
            let key = identifier_key(&run.concat());
            let (letters, digits) = (key.chars().count(), key.bytes().filter(u8::is_ascii_digit).count());
            let rest = words[..from].iter().chain(&words[from + count..]).copied().filter(|word| !is_label(word));
            let beside = rest.collect::<Vec<_>>().join(" ");
            let told =
                words[..from].iter().rev().take_while(|word| is_label(word)).any(|word| !VAGUE.contains(&identifier_key(word).as_str()));
            let least = if beside.is_empty() || told { ALONE } else { AMONG_WORDS };
            if count == 1 && is_code(run[0]) || letters >= least.0 && digits >= least.1 {
                found.push(Number { key, written: run.join(" "), beside, told });
            }
        }
    }
    found
}

impl Number {
    /// What a text can be that is given as a number, whatever its length, beside a name.
    pub fn given(text: &str, name: &str) -> Vec<Number> {
        let (key, written) = (identifier_key(text), text.trim().to_owned());
        let mut found = numbers(text);
        if !key.is_empty() && found.iter().all(|number| number.key != key) {
            found.push(Number { key, written, beside: String::new(), told: true });
        }
        found.iter_mut().for_each(|number| (number.beside, number.told) = (name.trim().to_owned(), true));
        found
    }

    /// The keys under which a list may have it: as it is, without `IMO` before it, with `www` before a site.
    pub fn keys(&self) -> impl Iterator<Item = String> {
        let bare = self.key.strip_prefix("IMO").map(str::to_owned);
        let site = is_site(&self.written).then(|| format!("WWW{}", self.key));
        std::iter::once(self.key.clone()).chain(bare).chain(site)
    }

    /// Whether it is called a number, is one word of six figures or more, or its check digits agree: hardly part of a name.
    pub fn is_plain(&self) -> bool {
        self.told || self.scheme().is_some() || !self.written.contains(' ') && self.key.bytes().filter(u8::is_ascii_digit).count() >= 6
    }

    /// The number with nothing before it, and whose it is, if its own check digits say so.
    pub fn scheme(&self) -> Option<(&str, Scheme)> {
        let bare = self.key.strip_prefix("IMO").unwrap_or(&self.key);
        Scheme::of(bare).map(|scheme| (bare, scheme))
    }
}

/// The first number that the text itself calls an IMO number, an LEI, a USCC, an OGRN or an INN and whose own check digits say that it is
/// mistyped.
pub fn mistyped(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | ';' | '=')).filter(|word| !word.is_empty()).collect();
    words.windows(2).find_map(|pair| {
        let key = identifier_key(pair[1]);
        let called = Scheme::called(&identifier_key(pair[0]), &key)?;
        (Scheme::of(&key) != Some(called)).then(|| pair[1].to_owned())
    })
}

/// Whether a word has the shape of a bank's code (ISO 9362): eight or eleven capitals and digits, six letters first.
fn is_bank_code(word: &str) -> bool {
    let signs = word.as_bytes();
    matches!(signs.len(), 8 | 11)
        && signs[..6].iter().all(u8::is_ascii_uppercase)
        && signs.iter().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit())
}

/// Whether a word is a web site or mail address: an ending of two small letters or more after a stop.
fn is_site(word: &str) -> bool {
    let ending = word.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.len() >= 2 && ending.bytes().all(|byte| byte.is_ascii_lowercase()) && word.len() >= 7
}

fn is_label(word: &str) -> bool {
    LABELS.contains(&identifier_key(word).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_out_of_what_is_asked() {
        for (text, key, beside) in [
            ("9187629", "9187629", ""),
            ("IMO 9187629", "9187629", ""),
            ("SEA STAR IMO: 9187629", "9187629", "SEA STAR"),
            ("Passport No. A-0123456", "A0123456", ""),
            ("KDBKKPPY", "KDBKKPPY", ""),
            ("SWIFT/BIC: KDBKKPPY", "KDBKKPPY", ""),
            ("Daedong Credit KDBKKPPY", "KDBKKPPY", "Daedong Credit"),
            ("Ivan Petrov passport no. 12345", "12345", "Ivan Petrov"),
            ("rosneft.com", "ROSNEFTCOM", ""),
            ("bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh", "BC1QXY2KGDYGJRSQTZQ2N0YRF2493P83KKFJHX0WLH", ""),
            ("9150 0000 5590 1234 5X", "91500000559012345X", ""),
        ] {
            let found = numbers(text).into_iter().any(|number| number.key == key && number.beside == beside);
            assert!(found, "{text}: {:?}", numbers(text));
        }
        for text in ["Huawei", "Military Unit No. 12345", "Tawheed 1984 Ltd", "Vnesheconombank", "J. Smith", "A.B.C. Trading Co.", ""] {
            assert!(numbers(text).is_empty(), "{text}: {:?}", numbers(text));
        }
    }

    #[test]
    fn check_digits_tell_what_is_mistyped() {
        for (text, wrong) in [
            ("IMO 9187629", false),
            ("IMO 9187628", true),
            ("9187628", false),
            ("LEI 253400V1H6ART1UQ0N98", false),
            ("LEI: 253400V1H6ART1UQ0N97", true),
            ("USCC 9113100033607322XK", false),
            ("USCC 9113100033607322XJ", true),
            ("IMO class 12345678", false),
            ("INN 7707083893", false),
            ("INN 7707083894", true),
            ("ИНН: 500100732259", false),
            ("ИНН: 500100732258", true),
            ("OGRN 1027700132195", false),
            ("OGRN 1027700132196", true),
            ("INN class 12345", false),
        ] {
            assert_eq!(mistyped(text).is_some(), wrong, "{text}");
        }
    }
}
