//! What is asked about a deal. Whatever is `None` is not known, and never read as "no"; an empty list says that there is none.

use super::{Figures, ItemKind};
use redzone_index::Date;
use redzone_index::rules::Jurisdiction;

/// A deal, on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealQuestion {
    /// The day on which the law is asked for.
    pub as_of: Date,
    /// Whose law to look at; all when empty.
    pub jurisdictions: Vec<Jurisdiction>,
    /// What is delivered.
    pub items: Vec<Item>,
    /// Where it is shipped from.
    pub ship_from: Option<String>,
    /// The way, step by step; empty when it goes straight.
    pub legs: Option<Vec<Leg>>,
    /// Where it goes.
    pub destination: Option<String>,
    /// Where it will stand and be used.
    pub installation: Option<String>,
    /// Who takes part.
    pub parties: Vec<Party>,
    /// What it is for.
    pub end_use: EndUse,
    /// How it is paid: words of [`redzone_index::rules::Fact::Payment`].
    pub payment: Option<Vec<String>>,
    /// Layers of a full-stack package: `1` to `5`, `X`; empty when it is no such package.
    pub layers: Option<Vec<String>>,
    /// What was asked and answered.
    pub answers: Vec<Answer>,
    /// The day of signing, if one is planned.
    pub signing: Option<Date>,
    /// The day of delivery, if one is planned.
    pub delivery: Option<Date>,
    /// Part of the hardware layer's value that is made in the United States, in percent.
    pub us_content: Option<u32>,
}

/// One thing that is delivered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What the user calls it.
    pub name: String,
    /// Its ECCN, as far as known (`3A090.a`, `5A992.c`, `EAR99`); `usml` when it is a defence article.
    pub eccn: Option<String>,
    /// What sort of thing it is.
    pub kind: Option<ItemKind>,
    /// What its data sheet says.
    pub figures: Figures,
    /// Where it is made.
    pub made_in: Option<String>,
}

/// One step of the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leg {
    /// Where it leads.
    pub place: Option<String>,
    /// Whether the goods stay on board: then only bars on the whole place count.
    pub stays_on_board: Option<bool>,
    /// How: `air`, `sea`, `road`, `rail`. Shown; no rule looks at it.
    pub mode: Option<String>,
}

/// Who takes part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// The name.
    pub name: String,
    /// What it does in the deal.
    pub roles: Option<Vec<String>>,
    /// What sort of user it is.
    pub user: Option<Vec<String>>,
    /// Whether it is a natural person, who has neither headquarters nor owners.
    pub person: bool,
    /// Where it is.
    pub country: Option<String>,
    /// Where its headquarters are.
    pub headquarters: Option<String>,
    /// Its ultimate parent.
    pub parent: Option<Parent>,
    /// Who owns it. What the shares leave of the whole may belong to anybody.
    pub owners: Option<Vec<Owner>>,
    /// What screening its name gave.
    pub screening: Screening,
    /// What screening its address gave.
    pub address: Screening,
}

/// The ultimate parent of a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parent {
    /// Nobody stands above the party.
    Itself,
    /// Another.
    Other {
        /// Its name.
        name: String,
        /// Where its headquarters are.
        headquarters: Option<String>,
    },
}

/// Who owns a part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// The name.
    pub name: String,
    /// The part, in hundredths of a percent: 5,000 is half.
    pub share: Option<u32>,
    /// Whether it controls by other means than its share.
    pub controls: Option<bool>,
    /// Whether it is a person, a state, or the public with small shares: nobody owns it in turn.
    pub last: bool,
    /// Who owns it in turn.
    pub owners: Option<Vec<Owner>>,
    /// What screening its name gave.
    pub screening: Screening,
}

/// What screening gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Screening {
    /// It was not done, or could not be done in full.
    #[default]
    NotDone,
    /// No match found, in a run in which every list was verified and fresh.
    NoMatch,
    /// Listed parties that it may be.
    Hits(Vec<PartyHit>),
}

/// A listed party that a party may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyHit {
    /// The list: our id (`us-el`) or its short name (`EL`, `EL-FN4`).
    pub list: String,
    /// The listed party.
    pub entry: String,
    /// What a person decided.
    pub finding: Finding,
}

/// What a person decided about a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nothing yet.
    Open,
    /// It is the listed party.
    Same,
    /// It is another, with evidence and a date.
    Another,
}

/// What it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndUse {
    /// Words of [`redzone_index::rules::Fact::EndUse`].
    pub purposes: Option<Vec<String>>,
    /// Where customers of a service have their headquarters; empty when there are none.
    pub customers: Option<Vec<String>>,
}

/// One question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The code of the question: `RF01`, `NAC.notice`, or the id of a rule.
    pub code: String,
    /// What was found.
    pub reply: Reply,
    /// What it rests on. Without it the question stays open.
    pub evidence: String,
    /// The day on which it was found. Without it, or after the day of the question, the question stays open.
    pub date: Option<Date>,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reply {
    /// No.
    No,
    /// Yes.
    Yes,
    /// Yes, and it was explained: for red flags.
    Resolved,
}

impl DealQuestion {
    /// The answer to a question, when it counts: the only one with its code, with evidence, and found by the day of the question.
    pub fn reply(&self, code: &str) -> Option<Reply> {
        let mut with_code = self.answers.iter().filter(|answer| answer.code == code);
        let (Some(answer), None) = (with_code.next(), with_code.next()) else { return None };
        let counts = !answer.evidence.trim().is_empty() && answer.date.is_some_and(|date| date <= self.as_of);
        counts.then_some(answer.reply)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test may fail loudly

    use super::*;

    #[test]
    fn an_answer_counts_alone_with_evidence_and_by_its_day() {
        let (as_of, code) = (Date::parse("2026-10-01").unwrap(), "RF01".to_owned());
        let answer = |evidence: &str, day: Option<&str>| Answer {
            code: code.clone(),
            reply: Reply::Yes,
            evidence: evidence.to_owned(),
            date: day.and_then(Date::parse),
        };
        let about_nothing = DealQuestion {
            as_of,
            jurisdictions: Vec::new(),
            items: Vec::new(),
            ship_from: None,
            legs: None,
            destination: None,
            installation: None,
            parties: Vec::new(),
            end_use: EndUse::default(),
            payment: None,
            layers: None,
            answers: Vec::new(),
            signing: None,
            delivery: None,
            us_content: None,
        };
        let good = answer("a file note", Some("2026-10-01"));
        for (answers, counts) in [
            (vec![good.clone()], true),
            (vec![answer(" ", Some("2026-10-01"))], false),
            (vec![answer("a file note", None)], false),
            (vec![answer("a file note", Some("2026-10-02"))], false),
            (vec![good.clone(), good.clone()], false),
            (vec![good.clone(), Answer { code: "RF02".into(), ..good }], true),
            (vec![], false),
        ] {
            let question = DealQuestion { answers, ..about_nothing.clone() };
            assert_eq!(question.reply(&code), counts.then_some(Reply::Yes), "{:?}", question.answers);
        }
    }
}
