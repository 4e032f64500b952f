//! Which places a text typed so far may mean.

use redzone_index::rules::{Place, PlaceTable};

use crate::rule_shapes::{PlaceOption, PlacesFound};

/// The most places offered at a time: what fits under a field without scrolling a small screen.
const OFFERED: usize = 8;

/// What `text` may mean: the place it names, and the places whose names begin with it, or hold a word that does.
pub(crate) fn places_found(table: &PlaceTable, text: &str) -> PlacesFound {
    let meaning = table.meaning(text);
    let exact = meaning.and_then(|meaning| meaning.place()).map(|place| place.to_string()).unwrap_or_default();
    let why = meaning.map(|meaning| meaning.why.clone()).unwrap_or_default();
    let mut options = Vec::new();
    for place in meaning.iter().flat_map(|meaning| &meaning.places) {
        offer(&mut options, *place, "");
    }
    let begun = redzone_names::place_key(text);
    if !begun.is_empty() {
        for (key, place) in beginning(table, &begun) {
            offer(&mut options, place, key);
        }
    }
    options.truncate(OFFERED);
    PlacesFound { exact, why, options }
}

/// Names that begin with `begun`, the shortest first; then those with a later word that does.
fn beginning<'a>(table: &'a PlaceTable, begun: &str) -> Vec<(&'a str, Place)> {
    let later = format!(" {begun}");
    let mut found: Vec<(bool, usize, &str, Place)> = Vec::new();
    for (key, meaning) in table.keys.iter().zip(&table.meaning_of) {
        let first = key.starts_with(begun);
        if first || key.contains(&later) {
            let places = table.meanings.get(*meaning as usize).map(|meaning| meaning.places.as_slice()).unwrap_or_default();
            found.extend(places.iter().map(|place| (!first, key.chars().count(), key, *place)));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, _, key, place)| (key, place)).collect()
}

fn offer(options: &mut Vec<PlaceOption>, place: Place, through: &str) {
    let code = place.to_string();
    if options.iter().all(|had| had.code != code) {
        options.push(PlaceOption { code, through: through.to_owned() });
    }
}
