//! Countries, territories and the regions inside them that rules treat apart.

use crate::Country;
use std::fmt;

/// A country or territory, or a region inside one: `CN`, `UA-43`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The country that the region is in, or the place itself.
    pub country: Country,
    /// The region, where one is meant.
    pub region: Option<Region>,
}

impl Place {
    /// Parses `CN` or `UA-43` (ISO 3166-1 alpha-2, ISO 3166-2); `None` for anything else. Does not check that the code is assigned.
    pub fn parse(code: &str) -> Option<Place> {
        let (country, region) = code.split_once('-').map_or((code, None), |(country, region)| (country, Some(region)));
        let country = Country::from_code(country)?;
        match region {
            None => Some(Place { country, region: None }),
            Some(region) => Some(Place { country, region: Some(Region::parse(region)?) }),
        }
    }
}

impl From<Country> for Place {
    fn from(country: Country) -> Place {
        Place { country, region: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.country)?;
        self.region.map_or(Ok(()), |region| write!(f, "-{region}"))
    }
}

/// The part of an ISO 3166-2 code after the hyphen: one to three capital letters or digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region([u8; 3]);

impl Region {
    fn parse(text: &str) -> Option<Region> {
        let fits = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let mut padded = [b' '; 3];
        padded.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
        fits.then_some(Region(padded))
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.0).unwrap_or("???").trim_end())
    }
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Meaning {
    /// The places it may mean. With one place and an empty `why`, it is that place; with none, it is no single place.
    pub places: Vec<Place>,
    /// Why the name alone does not say which place is meant; empty when it does.
    pub why: String,
}

impl Meaning {
    /// The place, when the name says it beyond doubt.
    pub fn place(&self) -> Option<Place> {
        match self.places.as_slice() {
            &[place] if self.why.is_empty() => Some(place),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_print_as_they_are_read() {
        for code in ["CN", "UA-43", "GE-AB", "IN-JK"] {
            assert_eq!(Place::parse(code).unwrap().to_string(), code);
        }
        for code in ["", "C", "CHN", "UA-", "UA-ABCD", "UA-4 ", "UA-a", "UA-43-1"] {
            assert_eq!(Place::parse(code), None, "{code}");
        }
    }
}
