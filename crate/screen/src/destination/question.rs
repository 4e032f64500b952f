//! What is asked about one destination.

use redzone_index::Date;
use redzone_index::rules::Jurisdiction;

/// One destination, on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DestinationQuestion {
    /// Where the item goes, as the user has it: a name in any of some sixty languages, an ISO code in capitals, or a region (`Crimea`).
    pub place: String,
    /// The day on which the law is asked for.
    pub as_of: Date,
    /// Where the recipient or its ultimate parent has its headquarters, if that is to be looked at.
    pub headquarters: Option<String>,
    /// Whose law to look at; all when empty.
    pub jurisdictions: Vec<Jurisdiction>,
}

impl DestinationQuestion {
    /// Asks all law about a destination.
    pub fn new(place: impl Into<String>, as_of: Date) -> DestinationQuestion {
        DestinationQuestion { place: place.into(), as_of, headquarters: None, jurisdictions: Vec::new() }
    }

    pub(super) fn asks(&self, jurisdiction: Jurisdiction) -> bool {
        self.jurisdictions.is_empty() || self.jurisdictions.contains(&jurisdiction)
    }
}
