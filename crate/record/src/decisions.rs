//! What people decided about hits, and the good-list that carries it from check to check.
//!
//! A decision is about one party asked about and one entry as it stood: it is keyed to a digest of the question's party, the entry's id and the entry's
//! own digest, and ends after at most [`LONGEST`] days. When the party's data, the entry or the time moves on, it lapses, and says why. Nothing here takes
//! a hit away or changes a verdict: [`standings`] says what was decided about each hit that a check found, beside the hit.
//!
//! The party's digest is SHA-256 over the list's salt and the canonical JSON of name, kind, countries and birth date: who has the file can tell whether a
//! name that they know is meant, and nobody else can. Keep the file as close as the parties themselves.

use redzone_index::Date;
use sha2::{Digest as _, Sha256};

use crate::{Json, hex};

/// The name and version of a good-list file.
pub const GOOD_LIST: &str = "redzone-decisions-1";
/// The name and version of the body of a recorded decision.
pub const DECISION: &str = "redzone-decision-1";
/// The most days for which a decision may hold.
pub const LONGEST: i32 = 365;

/// What was decided about a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The listed party is the one asked about.
    Same,
    /// It is another.
    Different,
    /// That can't be said yet.
    MoreInformation,
}

const VERDICTS: [(Verdict, &str); 3] =
    [(Verdict::Same, "same-party"), (Verdict::Different, "different-party"), (Verdict::MoreInformation, "more-information")];

impl Verdict {
    /// The word in files.
    pub fn word(self) -> &'static str {
        VERDICTS.iter().find(|(known, _)| *known == self).map_or("more-information", |(_, word)| word)
    }

    /// The decision that a word stands for.
    pub fn parse(word: &str) -> Option<Verdict> {
        VERDICTS.iter().find(|(_, known)| *known == word).map(|(verdict, _)| *verdict)
    }
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The digest of the party asked about: see [`GoodList::party`].
    pub party: String,
    /// The file's own id for the party, when it has one: lets a change of the party's data be told from another party.
    pub reference: Option<String>,
    /// The list of the entry.
    pub list: String,
    /// The entry's id.
    pub id: String,
    /// The entry's digest when it was decided.
    pub entry: String,
    /// What was decided.
    pub verdict: Verdict,
    /// Why. Never empty.
    pub reason: String,
    /// Who decided. Never empty.
    pub by: String,
    /// When.
    pub decided: Date,
    /// The last day on which it holds.
    pub until: Date,
}

/// Why a decision can't be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionError {
    /// There is no reason, or no name of who decided.
    Unreasoned,
    /// It would end before it begins, or hold longer than [`LONGEST`] days.
    TooLong,
    /// The check has no such hit.
    NoSuchHit,
}

/// How a decision stands on the day of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Holds,
    /// Its last day is over.
    Expired,
    /// The list says something else of the entry than when it was decided.
    EntryChanged,
    /// The party of that reference has other data than when it was decided.
    PartyChanged,
    /// The check is about a day before the decision.
    NotYet,
}

impl Standing {
    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Holds => "holds",
            Standing::Expired => "lapsed-expired",
            Standing::EntryChanged => "lapsed-entry-changed",
            Standing::PartyChanged => "lapsed-party-changed",
            Standing::NotYet => "not-yet",
        }
    }
}

/// Decisions that are carried from check to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoodList {
    salt: [u8; 32],
    /// In the order in which they were made; of two about one hit the later counts.
    pub decisions: Vec<Decision>,
}

impl GoodList {
    /// An empty list. `salt` must be 32 fresh random bytes.
    pub fn new(salt: [u8; 32]) -> GoodList {
        GoodList { salt, decisions: Vec::new() }
    }

    /// The digest of the party that a question asks about; the day and the settings do not matter. `None` when the question does not show.
    pub fn party(&self, check: &Json) -> Option<String> {
        let Json::Object(members) = check.get("question")? else { return None };
        let party = Json::object(members.iter().filter(|(key, _)| key != "as_of").cloned());
        party.get("name")?.as_text()?;
        let mut hash = Sha256::new_with_prefix(self.salt);
        hash.update(party.to_canonical().as_bytes());
        Some(hex::write(&hash.finalize()))
    }

    /// Makes a decision about a hit of a check and adds it.
    ///
    /// # Errors
    /// [`DecisionError`]; nothing is added then.
    pub fn decide(&mut self, check: &Json, list: &str, id: &str, made: Made) -> Result<&Decision, DecisionError> {
        if made.reason.trim().is_empty() || made.by.trim().is_empty() {
            return Err(DecisionError::Unreasoned);
        }
        if !(0..=LONGEST).contains(&(made.until.day_number() - made.decided.day_number())) {
            return Err(DecisionError::TooLong);
        }
        let party = self.party(check).ok_or(DecisionError::NoSuchHit)?;
        let mut hits = check.get("hits").and_then(Json::as_list).unwrap_or_default().iter();
        let hit = hits.find(|hit| text(hit, "list") == list && text(hit, "id") == id).ok_or(DecisionError::NoSuchHit)?;
        self.decisions.push(Decision {
            party,
            reference: made.reference,
            list: list.to_owned(),
            id: id.to_owned(),
            entry: text(hit, "entry").to_owned(),
            verdict: made.verdict,
            reason: made.reason,
            by: made.by,
            decided: made.decided,
            until: made.until,
        });
        self.decisions.last().ok_or(DecisionError::NoSuchHit)
    }

    /// What was decided about the hits of a check: one item a hit, in their order; `None` for a hit about which nothing was ever decided.
    pub fn standings(&self, check: &Json, reference: Option<&str>) -> Vec<Option<(&Decision, Standing)>> {
        let party = self.party(check);
        let as_of = check.get("question").and_then(|question| Date::parse(question.get("as_of")?.as_text()?));
        let hits = check.get("hits").and_then(Json::as_list).unwrap_or_default();
        let standing = |hit: &Json| {
            let about = |decision: &&Decision| {
                let same_party = party.as_ref() == Some(&decision.party);
                let same_reference = reference.is_some() && decision.reference.as_deref() == reference;
                decision.list == text(hit, "list") && decision.id == text(hit, "id") && (same_party || same_reference)
            };
            let decision = self.decisions.iter().rev().find(about)?;
            let standing = match as_of {
                _ if party.as_ref() != Some(&decision.party) => Standing::PartyChanged,
                _ if decision.entry != text(hit, "entry") => Standing::EntryChanged,
                Some(day) if day < decision.decided => Standing::NotYet,
                Some(day) if day <= decision.until => Standing::Holds,
                _ => Standing::Expired,
            };
            Some((decision, standing))
        };
        hits.iter().map(standing).collect()
    }

    /// The file.
    pub fn to_json(&self) -> Json {
        Json::object([
            ("schema", Json::from(GOOD_LIST)),
            ("salt", hex::write(&self.salt).into()),
            ("decisions", Json::List(self.decisions.iter().map(Decision::to_json).collect())),
        ])
    }

    /// Reads the file; `None` for anything that [`GoodList::to_json`] would not write, a decision that holds too long among it.
    pub fn from_json(file: &Json) -> Option<GoodList> {
        let salt = hex::parse(file.get("salt")?.as_text()?)?;
        let decisions = file.get("decisions")?.as_list()?.iter().map(Decision::from_json).collect::<Option<_>>()?;
        let list = GoodList { salt, decisions };
        (list.to_json() == *file).then_some(list)
    }
}

/// What a person says when deciding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What was decided.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub decided: Date,
    /// The last day on which it holds.
    pub until: Date,
    /// The file's own id for the party.
    pub reference: Option<String>,
}

impl Decision {
    /// The members of a decision, as they stand in a good-list and in a record.
    pub fn to_json(&self) -> Json {
        let texts = [
            ("party", self.party.as_str()),
            ("list", &self.list),
            ("id", &self.id),
            ("entry", &self.entry),
            ("decision", self.verdict.word()),
            ("reason", &self.reason),
            ("by", &self.by),
        ];
        let days = [("decided", self.decided), ("until", self.until)].map(|(key, day)| (key, Json::from(day.to_string())));
        let reference = self.reference.as_deref().map(|reference| ("reference", Json::from(reference)));
        Json::object(texts.map(|(key, text)| (key, Json::from(text))).into_iter().chain(days).chain(reference))
    }

    fn from_json(json: &Json) -> Option<Decision> {
        let get = |key| Some(json.get(key)?.as_text()?.to_owned());
        let day = |key| Date::parse(json.get(key)?.as_text()?);
        let decision = Decision {
            party: get("party")?,
            reference: get("reference"),
            list: get("list")?,
            id: get("id")?,
            entry: get("entry")?,
            verdict: Verdict::parse(&get("decision")?)?,
            reason: get("reason")?,
            by: get("by")?,
            decided: day("decided")?,
            until: day("until")?,
        };
        let days = decision.until.day_number() - decision.decided.day_number();
        ((0..=LONGEST).contains(&days) && !decision.reason.trim().is_empty() && !decision.by.trim().is_empty()).then_some(decision)
    }

    /// The body of a record of this decision; `check` is the digest of the record that it is about.
    pub fn body(&self, check: &redzone_index::Digest) -> Json {
        let Json::Object(members) = self.to_json() else { return Json::Bool(false) };
        let front = [("schema", Json::from(DECISION)), ("check", check.to_string().into())];
        Json::object(front.map(|(key, value)| (key.to_owned(), value)).into_iter().chain(members))
    }
}

fn text<'j>(value: &'j Json, key: &str) -> &'j str {
    value.get(key).and_then(Json::as_text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, day: &str, entry: &str) -> Json {
        let hit = |id: &str| Json::object([("list", Json::from("us-el")), ("id", id.into()), ("entry", entry.into())]);
        Json::object([
            ("question", Json::object([("name", Json::from(name)), ("as_of", day.into()), ("type", "entity".into())])),
            ("hits", Json::List(vec![hit("7"), hit("8")])),
        ])
    }

    fn made(until: &str) -> Made {
        let day = |text| Date::parse(text).unwrap();
        let (reason, by) = ("other town".to_owned(), "A. Reviewer".to_owned());
        Made { verdict: Verdict::Different, reason, by, decided: day("2026-01-01"), until: day(until), reference: Some("r1".into()) }
    }

    fn list() -> GoodList {
        let mut list = GoodList::new([1; 32]);
        list.decide(&check("Alpha", "2026-01-01", "aa"), "us-el", "7", made("2026-12-31")).unwrap();
        list
    }

    #[test]
    fn a_decision_lapses_visibly_and_takes_no_hit_away() {
        for (name, day, entry, reference, standing) in [
            ("Alpha", "2026-06-01", "aa", None, Some(Standing::Holds)),
            ("Alpha", "2026-12-31", "aa", None, Some(Standing::Holds)),
            ("Alpha", "2027-01-01", "aa", None, Some(Standing::Expired)),
            ("Alpha", "2025-12-31", "aa", None, Some(Standing::NotYet)),
            ("Alpha", "2026-06-01", "bb", None, Some(Standing::EntryChanged)),
            ("Alpha Ltd", "2026-06-01", "aa", Some("r1"), Some(Standing::PartyChanged)),
            ("Alpha Ltd", "2026-06-01", "aa", Some("r2"), None),
            ("Alpha Ltd", "2026-06-01", "aa", None, None),
        ] {
            let list = list();
            let found = list.standings(&check(name, day, entry), reference);
            assert_eq!(found.len(), 2, "every hit has its place");
            assert_eq!(found[0].map(|(_, standing)| standing), standing, "{name} {day} {entry}");
            assert_eq!(found[1], None, "a decision about one entry says nothing of another");
        }
    }

    #[test]
    fn a_decision_needs_a_reason_a_name_and_an_end_within_a_year() {
        let question = check("Alpha", "2026-01-01", "aa");
        let decide = |made| GoodList::new([1; 32]).decide(&question, "us-el", "7", made).map(|_| ());
        assert_eq!(decide(Made { reason: " ".into(), ..made("2026-12-31") }), Err(DecisionError::Unreasoned));
        assert_eq!(decide(Made { by: String::new(), ..made("2026-12-31") }), Err(DecisionError::Unreasoned));
        assert_eq!(decide(made("2027-01-01")), Ok(()));
        assert_eq!(decide(made("2027-01-02")), Err(DecisionError::TooLong));
        assert_eq!(decide(made("2025-12-31")), Err(DecisionError::TooLong));
        assert_eq!(GoodList::new([1; 32]).decide(&question, "us-el", "9", made("2026-12-31")).err(), Some(DecisionError::NoSuchHit));
    }

    #[test]
    fn a_good_list_reads_back_and_names_nobody() {
        let json = list().to_json();
        assert_eq!(GoodList::from_json(&crate::read(&json.to_canonical()).unwrap()), Some(list()));
        assert!(!json.to_canonical().contains("Alpha"));
        assert_ne!(GoodList::new([2; 32]).party(&check("Alpha", "2026-01-01", "aa")), list().party(&check("Alpha", "2026-01-01", "aa")));
    }
}
