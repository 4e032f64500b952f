//! What is asked about one party.

use redzone_index::{Country, Date, DateSpan, PartyKind};

use crate::Score;

/// One party to look for. Whatever is left empty neither helps nor hurts a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The name, in any script and spelling, as the user has it. May be blank where an address or a number is given.
    pub name: String,
    /// What kind of party, if known. Evidence, not a gate: lists mistype.
    pub kind: PartyKind,
    /// Where the party is, as the user has it; looked for among the addresses that are listed themselves. Empty when not asked.
    pub address: String,
    /// Its numbers, one each: IMO, passport, tax or registration number, bank code, wallet, web site.
    pub identifiers: Vec<String>,
    /// What it does in the deal, a word of [`ROLES`](redzone_index::rules::vocabulary::ROLES); empty when not stated. Recorded; it changes no
    /// score.
    pub role: String,
    /// Countries the party is tied to.
    pub countries: Vec<Country>,
    /// When the party was born, if it is a person and that is known.
    pub born: Option<DateSpan>,
    /// The day on which the question is asked: ages of lists are reckoned from it.
    pub as_of: Date,
    /// Hits under this score are not reported.
    pub threshold: Score,
    /// How many parties to report at the most, best first. Never hides that there are more: see `Outcome::omitted`.
    pub limit: usize,
}

impl Question {
    /// A name on a day, nothing else known; the default threshold, ten parties.
    pub fn new(name: impl Into<String>, as_of: Date) -> Question {
        Question {
            name: name.into(),
            address: String::new(),
            identifiers: Vec::new(),
            role: String::new(),
            countries: Vec::new(),
            kind: PartyKind::Unstated,
            born: None,
            as_of,
            threshold: Score::BALANCED,
            limit: 10,
        }
    }

    /// Whether it asks by a name; where not, an address or a number must do.
    pub fn is_named(&self) -> bool {
        !self.name.trim().is_empty() || self.address.trim().is_empty() && self.identifiers.iter().all(|text| text.trim().is_empty())
    }
}
