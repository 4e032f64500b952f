//! Place names to codes: for the country columns of official files, and for the rule pack that the page resolves typed places with.
//!
//! The names are data, in `lists/places/`: what the CLDR writes in some sixty languages (`cldr.txt`), publishers' spellings and formal names
//! (`ours.txt`), regions that rules treat apart (`regions.txt`), and names that mean several places (`ambiguous.txt`).

mod read;

pub use read::{PlaceError, PlaceNames, PlaceSources, SOURCES};

use redzone_index::Country;
use std::sync::OnceLock;

/// The country that stands in a publisher's country column, by its name in any of some sixty languages or by its ISO 3166-1 code in
/// capitals. A region (`Region: Crimea`) gives the country whose code it carries.
///
/// `None` when the text names no single country: `undetermined`, `Korea`, `Congo`, `Netherlands Antilles`. For what a *user* types, use
/// [`PlaceNames::meaning`]: there `Georgia` is a question, not an answer.
///
/// ```
/// use redzone_compile::places::country;
/// assert_eq!(country("Korea, North").unwrap().as_str(), "KP");
/// assert_eq!(country("Region: Crimea").unwrap().as_str(), "UA");
/// assert_eq!(country("Congo"), None);
/// ```
pub fn country(name: &str) -> Option<Country> {
    names().in_column(name)
}

/// The names of `lists/places/`, compiled in.
pub fn names() -> &'static PlaceNames {
    static NAMES: OnceLock<PlaceNames> = OnceLock::new();
    #[allow(clippy::expect_used)] // The text is compiled in: the tests of this module fail before a build with a bad line is used.
    NAMES.get_or_init(|| PlaceNames::read(SOURCES).expect("lists/places is well formed"))
}

#[cfg(test)]
mod tests;
