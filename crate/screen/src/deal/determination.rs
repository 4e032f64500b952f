//! What is answered about a deal, and why.

use super::{Class, Guard, Program, Tri, Variation};
use crate::destination::{RuleDoubt, RuleNote};
use redzone_index::Date;
use redzone_index::rules::{Clause, Fact, Jurisdiction, Level, PackMeta, Phase, Place, Provenance, Rule, Text};

/// The answer to one question about a deal.
#[derive(Clone, Debug)]
pub struct DealDetermination {
    /// The result word.
    pub ruling: DealRuling,
    /// What is at stake: the strictest that holds or may hold.
    pub strictest: Option<Level>,
    /// Every rule that holds or may hold, strictest first.
    pub lines: Vec<Line>,
    /// What the question leaves out, and what that may hide.
    pub gaps: Vec<Gap>,
    /// What each item was found to be, in the order of the question.
    pub classes: Vec<Class>,
    /// The red flags that apply.
    pub flags: Vec<Flag>,
    /// Questions on which rules or exceptions hang, unanswered.
    pub asks: Vec<Text>,
    /// Obligations to write in.
    pub guards: Vec<Guard>,
    /// How far the package is from the terms of the AI Exports Program; `None` when it is no such package.
    pub program: Option<Program>,
    /// What would change the answer, found by asking again.
    pub variations: Vec<Variation>,
    /// Everything else that keeps this answer from being complete.
    pub doubts: Vec<RuleDoubt>,
    /// What else the reader must know.
    pub notes: Vec<RuleNote>,
    /// The pack that was asked.
    pub pack: PackMeta,
    /// The day that was asked about.
    pub as_of: Date,
}

/// The result words: those of a destination.
#[derive(Clone, Debug)]
pub enum DealRuling {
    /// A rule bars it.
    Prohibited,
    /// A rule needs a license.
    LicenseNeeded,
    /// A license is needed, and an exception whose conditions are answered may be used.
    ExceptionMayApply,
    /// No rule was triggered, in a run without gaps, doubts and open flags.
    NoRuleTriggered(NoDealRuleTriggered),
    /// A fact is missing behind which something stricter may hide.
    Indeterminate,
    /// What matters is reported changed, or not enforced as printed.
    RuleChanging,
}

/// "No rule triggered", and the proof that it may be said: only `decide` makes one.
#[derive(Clone, Debug)]
pub struct NoDealRuleTriggered {
    pub(super) rules: usize,
    pub(super) flags: usize,
}

impl NoDealRuleTriggered {
    /// How many rules were asked.
    pub fn rules(&self) -> usize {
        self.rules
    }

    /// How many red flags were asked and closed.
    pub fn flags(&self) -> usize {
        self.flags
    }
}

/// Which test a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DealTest {
    /// Where the item goes, is installed, stops, or a party is.
    Location,
    /// Where a party or its ultimate parent has its headquarters.
    Headquarters,
    /// What the item is.
    Item,
    /// Who takes part.
    Party,
    /// Who owns them.
    Ownership,
    /// Whose address it is.
    Address,
    /// The way.
    Route,
    /// What it is for.
    EndUse,
    /// How it is paid.
    Payment,
    /// Law that says the opposite.
    Conflict,
}

/// One rule on one item, party and place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which test.
    pub test: DealTest,
    /// Which item of the question.
    pub item: Option<usize>,
    /// Which party of the question.
    pub party: Option<usize>,
    /// At which place.
    pub place: Option<Place>,
    /// What it does here: its own level, or less when an exception may be used.
    pub level: Level,
    /// Whether it holds; `Unknown` when a fact is missing.
    pub holds: Tri,
    /// How firm it is on the day.
    pub phase: Phase,
    /// The rule.
    pub rule: Cited,
    /// The exception that may be used.
    pub lifted_by: Option<Text>,
    /// Exceptions that may be used if more is known: their codes.
    pub exceptions: Vec<Text>,
    /// The facts that are missing.
    pub open: Vec<Fact>,
}

/// A rule with its words and where they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Whose law.
    pub jurisdiction: Jurisdiction,
    /// Who administers it.
    pub authority: Text,
    /// A heading.
    pub title: Text,
    /// What it says.
    pub says: Text,
    /// Policy of review, where known.
    pub more: Text,
    /// What to do, our reading.
    pub next_step: Text,
    /// Dates and source.
    pub from: Provenance,
}

impl From<&Rule> for Cited {
    fn from(rule: &Rule) -> Cited {
        Cited {
            jurisdiction: rule.jurisdiction,
            authority: rule.authority.clone(),
            title: rule.title.clone(),
            says: rule.says.clone(),
            more: "".into(),
            next_step: rule.next_step.clone(),
            from: rule.from.clone(),
        }
    }
}

impl From<&Clause> for Cited {
    fn from(clause: &Clause) -> Cited {
        Cited {
            jurisdiction: clause.jurisdiction,
            authority: clause.authority.clone(),
            title: clause.title.clone(),
            says: clause.says.clone(),
            more: clause.more.clone(),
            next_step: clause.next_step.clone(),
            from: clause.from.clone(),
        }
    }
}

/// What a question leaves out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// No item is named.
    NoItem,
    /// No destination is named.
    NoDestination,
    /// No place of installation is named.
    NoInstallation,
    /// The way is not told.
    NoRoute,
    /// How it is paid is not told.
    NoPayment,
    /// What it is for is not told.
    NoEndUse,
    /// No party has this role.
    NoRole(&'static str),
    /// Where this party is, is not told.
    NoCountry(usize),
    /// This item's ECCN is not told.
    NoEccn(usize),
    /// This item's ECCN is none of the pack.
    UnknownEccn(usize),
    /// This item is a defence article: the ITAR decides, and this pack carries of it 22 CFR 126.1 only.
    DefenceArticle(usize),
    /// The pack has no clauses, so nothing can be said of deals.
    NoClauses,
}

impl Gap {
    /// What may hide behind it.
    pub fn hides(&self) -> Level {
        match self {
            Gap::NoEccn(_) | Gap::UnknownEccn(_) | Gap::NoPayment => Level::LicenseNeeded,
            _ => Level::Prohibited,
        }
    }
}

/// A red flag that applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Its code.
    pub code: Text,
    /// Whether the deal's facts raise it; `Unknown` when they do not say.
    pub applies: Tri,
    /// How it stands.
    pub state: FlagState,
    /// What it holds the deal at while open.
    pub level: Level,
}

/// How a red flag stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlagState {
    /// Not answered with evidence and a date.
    Open,
    /// Answered with yes, and not explained.
    Raised,
    /// Answered with yes, and explained.
    Resolved,
    /// Answered with no.
    No,
}

impl FlagState {
    /// Whether it still holds the deal.
    pub fn holds(self) -> bool {
        matches!(self, FlagState::Open | FlagState::Raised)
    }
}
