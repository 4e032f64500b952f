//! Numbers whose own digits say what kind of number they are, and that they are not mistyped.

use redzone_index::PartyKind;

/// A kind of number with check digits, of which a party has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// A ship's number: seven digits (IMO resolution A.1117(30)).
    Imo,
    /// Legal entity identifier: twenty letters and digits (ISO 17442).
    Lei,
    /// China's Unified Social Credit Code: eighteen (GB 32100-2015).
    Uscc,
    /// Russia's state registration number of a company, thirteen digits, or of a sole trader, fifteen.
    Ogrn,
    /// Russia's tax number of a company, ten digits.
    InnOfCompany,
    /// Russia's tax number of a person, twelve digits.
    InnOfPerson,
}

impl Scheme {
    /// The kind of a number written as [`identifier_key`](redzone_index::identifier_key) does; `None` where no check digits agree.
    pub fn of(key: &str) -> Option<Scheme> {
        let digits: Option<Vec<u32>> = key.chars().map(|c| c.to_digit(10)).collect();
        match (key.len(), digits.as_deref()) {
            (7, Some(digits)) => is_imo(digits).then_some(Scheme::Imo),
            (10, Some(digits)) => is_inn(digits).then_some(Scheme::InnOfCompany),
            (12, Some(digits)) => is_inn(digits).then_some(Scheme::InnOfPerson),
            (13 | 15, Some(digits)) => is_ogrn(digits).then_some(Scheme::Ogrn),
            (18, _) => is_uscc(key).then_some(Scheme::Uscc),
            (20, _) => (remainder_97(key) == Some(1)).then_some(Scheme::Lei),
            _ => None,
        }
    }

    /// The kind that a label and the length of what follows it claim.
    pub fn called(label: &str, key: &str) -> Option<Scheme> {
        let figures = key.bytes().all(|byte| byte.is_ascii_digit());
        match (label, key.len()) {
            ("IMO", 7) if figures => Some(Scheme::Imo),
            ("LEI", 20) => Some(Scheme::Lei),
            ("USCC", 18) => Some(Scheme::Uscc),
            ("OGRN" | "OGRNIP" | "ОГРН" | "ОГРНИП", 13 | 15) if figures => Some(Scheme::Ogrn),
            ("INN" | "ИНН", 10) if figures => Some(Scheme::InnOfCompany),
            ("INN" | "ИНН", 12) if figures => Some(Scheme::InnOfPerson),
            _ => None,
        }
    }

    /// Whether a party of that kind has such numbers, and no others of their length: a person's ten digits may be a passport.
    pub fn is_had_by(self, kind: PartyKind) -> bool {
        match self {
            Scheme::Imo => kind == PartyKind::Vessel,
            Scheme::Lei | Scheme::Uscc | Scheme::Ogrn | Scheme::InnOfCompany => kind == PartyKind::Entity,
            Scheme::InnOfPerson => kind == PartyKind::Individual,
        }
    }
}

/// The sum of the digits, each times its weight.
fn weighed(digits: &[u32], weights: impl IntoIterator<Item = u32>) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// The last of seven digits is the sum of the others, each times its place from the right, without its tens.
fn is_imo(digits: &[u32]) -> bool {
    weighed(&digits[..6], (2..=7).rev()) % 10 == digits[6]
}

/// One check digit at the end of ten, two at the end of twelve (order of the Russian tax service of 2012-06-29, MMV-7-6/435).
fn is_inn(digits: &[u32]) -> bool {
    const WEIGHTS: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    let right = |at: usize| weighed(&digits[..at], WEIGHTS[WEIGHTS.len() - at..].iter().copied()) % 11 % 10 == digits[at];
    let last = digits.len() - 1;
    right(last) && (last == 9 || right(last - 1))
}

/// The last digit is what the number before it leaves over when divided by two less than its length, without its tens.
fn is_ogrn(digits: &[u32]) -> bool {
    let last = digits.len() - 1;
    let divisor = last as u32 - 1;
    let rest = digits[..last].iter().fold(0, |rest, digit| (rest * 10 + digit) % divisor);
    rest % 10 == digits[last]
}

/// What ISO 7064's MOD 97-10 leaves, letters counting from ten; `None` for other signs.
fn remainder_97(key: &str) -> Option<u32> {
    key.chars().try_fold(0, |rest, c| {
        let value = c.to_digit(36)?;
        Some((rest * if value > 9 { 100 } else { 10 } + value) % 97)
    })
}

/// Whether the last sign is what the standard makes of the others.
fn is_uscc(key: &str) -> bool {
    const SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let values: Option<Vec<usize>> = key.chars().map(|c| SIGNS.find(c)).collect();
    let Some(values) = values.filter(|values| values.len() == 18) else { return false };
    let (sum, _) = values[..17].iter().fold((0, 1), |(sum, weight), value| (sum + value * weight, weight * 3 % 31));
    (31 - sum % 31) % 31 == values[17]
}
