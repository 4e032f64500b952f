//! The files of `lists/places/`, read and checked against each other.

use redzone_index::Country;
use redzone_index::rules::{Meaning, Place};
use redzone_names::place_key;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The four files, as text.
#[derive(Clone, Copy, Debug)]
pub struct PlaceSources<'a> {
    /// `CODE<tab>name; name ...`, from the CLDR. The codes of this file are the codes there are.
    pub cldr: &'a str,
    /// The same form, ours. Wins over `cldr` where both know a name.
    pub ours: &'a str,
    /// The same form, ISO 3166-2 codes. Wins over both.
    pub regions: &'a str,
    /// `names<tab>codes<tab>code in a country column<tab>why`. Wins over all.
    pub ambiguous: &'a str,
}

/// The files as they stood when this was built.
pub const SOURCES: PlaceSources<'static> = PlaceSources {
    cldr: include_str!("../../../../lists/places/cldr.txt"),
    ours: include_str!("../../../../lists/places/ours.txt"),
    regions: include_str!("../../../../lists/places/regions.txt"),
    ambiguous: include_str!("../../../../lists/places/ambiguous.txt"),
};

/// Every known name by its key.
#[derive(Clone, Debug)]
pub struct PlaceNames {
    codes: BTreeSet<Country>,
    regions: BTreeSet<Place>,
    by_key: BTreeMap<String, Meaning>,
    /// What an ambiguous key stands for in a publisher's country column.
    columns: BTreeMap<String, Country>,
}

/// A line of `lists/places/` that can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceError {
    /// The file's name.
    pub file: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// What was expected and what was found.
    pub why: String,
}

impl fmt::Display for PlaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "lists/places/{}, line {}: {}", self.file, self.line, self.why)
    }
}

impl std::error::Error for PlaceError {}

impl PlaceNames {
    /// Reads the four files.
    ///
    /// # Errors
    /// The first line that is not in form, names an unknown code, or contradicts another line of its file.
    pub fn read(sources: PlaceSources<'_>) -> Result<PlaceNames, PlaceError> {
        let mut names = PlaceNames { codes: BTreeSet::new(), regions: BTreeSet::new(), by_key: BTreeMap::new(), columns: BTreeMap::new() };
        for (_, line) in lines(sources.cldr) {
            names.codes.extend(line.split_once('\t').and_then(|(code, _)| Country::from_code(code)));
        }
        // Two languages may write two places alike: that is an ambiguity, found here and not by hand.
        for (key, places) in names.by_code("cldr.txt", sources.cldr)? {
            let why = if places.len() > 1 { "the same in two languages".to_owned() } else { String::new() };
            names.by_key.insert(key, Meaning { places: places.into_iter().collect(), why });
        }
        for (file, text) in [("ours.txt", sources.ours), ("regions.txt", sources.regions)] {
            for (key, places) in names.by_code(file, text)? {
                if places.len() > 1 {
                    let places: Vec<String> = places.iter().map(Place::to_string).collect();
                    let why = format!("{key:?} stands under {}: move it to ambiguous.txt", places.join(" and "));
                    return Err(PlaceError { file, line: 0, why });
                }
                names.regions.extend(places.iter().filter(|place| place.region.is_some()));
                names.by_key.insert(key, Meaning { places: places.into_iter().collect(), why: String::new() });
            }
        }
        names.read_ambiguous(sources.ambiguous)?;
        Ok(names)
    }

    /// The places under each key of one file.
    fn by_code(&self, file: &'static str, text: &str) -> Result<BTreeMap<String, BTreeSet<Place>>, PlaceError> {
        let mut found: BTreeMap<String, BTreeSet<Place>> = BTreeMap::new();
        for (line, row) in lines(text) {
            let wrong = |why: String| PlaceError { file, line, why };
            let (code, written) = row.split_once('\t').ok_or_else(|| wrong(format!("expected CODE<tab>name; name, found {row:?}")))?;
            let place = self.code(code).map_err(wrong)?;
            for name in written.split(';') {
                let key = place_key(name);
                if key.is_empty() {
                    return Err(wrong(format!("a name of {code} has no letter in it: {name:?}")));
                }
                found.entry(key).or_default().insert(place);
            }
        }
        Ok(found)
    }

    fn read_ambiguous(&mut self, text: &str) -> Result<(), PlaceError> {
        for (line, row) in lines(text) {
            let wrong = |why: String| PlaceError { file: "ambiguous.txt", line, why };
            let columns: Vec<&str> = row.split('\t').collect();
            let &[written, codes, column, why] = columns.as_slice() else {
                return Err(wrong(format!("expected four columns, found {}", columns.len())));
            };
            let places = codes.split_whitespace().map(|code| self.code(code)).collect::<Result<Vec<Place>, String>>().map_err(wrong)?;
            if why.is_empty() {
                return Err(wrong("the column that says why is empty".to_owned()));
            }
            let column = match column {
                "-" => None,
                code => Some(self.code(code).map_err(wrong)?.country),
            };
            for name in written.split(';') {
                let key = place_key(name);
                self.columns.extend(column.map(|country| (key.clone(), country)));
                self.by_key.insert(key, Meaning { places: places.clone(), why: why.to_owned() });
            }
        }
        Ok(())
    }

    fn code(&self, code: &str) -> Result<Place, String> {
        Place::parse(code).filter(|place| self.codes.contains(&place.country)).ok_or_else(|| format!("{code:?} is no ISO 3166 code"))
    }

    /// Whether that code is assigned.
    pub fn is_country(&self, country: Country) -> bool {
        self.codes.contains(&country)
    }

    /// Whether that is an assigned country or a region of `regions.txt`.
    pub fn is_place(&self, place: Place) -> bool {
        if place.region.is_some() { self.regions.contains(&place) } else { self.codes.contains(&place.country) }
    }

    /// The codes there are, in order.
    pub fn countries(&self) -> impl Iterator<Item = Country> {
        self.codes.iter().copied()
    }

    /// Every country and region with a code, in order.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.codes.iter().map(|&country| Place::from(country)).chain(self.regions.iter().copied())
    }

    /// What a name means when anyone may have typed it; `None` when it is unknown.
    pub fn meaning(&self, name: &str) -> Option<&Meaning> {
        self.by_key.get(&place_key(name))
    }

    /// Every key and what it means, in the order of the keys' bytes.
    pub fn meanings(&self) -> impl Iterator<Item = (&str, &Meaning)> {
        self.by_key.iter().map(|(key, meaning)| (key.as_str(), meaning))
    }

    /// See [`super::country`].
    pub(super) fn in_column(&self, name: &str) -> Option<Country> {
        let trimmed = name.trim();
        if trimmed.bytes().all(|b| b.is_ascii_uppercase())
            && let Some(country) = Country::from_code(trimmed)
        {
            return self.codes.contains(&country).then_some(country);
        }
        let key = place_key(name);
        self.columns.get(&key).copied().or_else(|| Some(self.by_key.get(&key)?.place()?.country))
    }
}

/// The lines that say something, numbered from 1.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}
