//! What is asked about one party.

use redzone_index::{Country, Date, DateSpan, PartyKind};

use crate::Score;

/// One party to look for. Whatever is left empty neither helps nor hurts a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The name, in any script and spelling, as the user has it.
    pub name: String,
    /// What kind of party, if known. Evidence, not a gate: lists mistype.
    pub kind: PartyKind,
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
        let (kind, threshold) = (PartyKind::Unstated, Score::BALANCED);
        Question { name: name.into(), kind, countries: Vec::new(), born: None, as_of, threshold, limit: 10 }
    }
}
