//! What was typed to a place, or a doubt.

use super::fire::Found;
use super::{RuleDoubt, Subject};
use redzone_index::rules::{Place, Rules};
use redzone_names::MAX_SCALARS;

/// The one place that `typed` names; otherwise a doubt says why there is none. Nothing ambiguous is resolved in silence.
pub(crate) fn resolve(rules: &Rules, subject: Subject, typed: &str, found: &mut Found) -> Option<Place> {
    // No name of a place is longer than any name: what is, is not looked up.
    let short_enough = typed.chars().nth(MAX_SCALARS).is_none();
    let Some(meaning) = rules.names.meaning(typed).filter(|_| short_enough) else {
        found.doubts.push(RuleDoubt::PlaceUnknown { subject });
        return None;
    };
    let place = meaning.place();
    if place.is_none() {
        found.doubts.push(RuleDoubt::PlaceAmbiguous { subject, may_be: meaning.places.clone(), why: meaning.why.clone() });
    }
    place
}
