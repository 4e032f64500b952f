//! The rows of a rule pack.

use super::{Groups, Marks, Place, Provenance, Text};
use crate::Date;

/// Which groups of Supplement 1 to part 740 a country stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    /// The country.
    pub place: Place,
    /// Its groups; none is a statement too.
    pub groups: Groups,
    /// Dates and source.
    pub from: Provenance,
}

/// A country's row of the Commerce Country Chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartRow {
    /// The country.
    pub place: Place,
    /// For which reasons for control a license is needed.
    pub marks: Marks,
    /// The footnotes at its name.
    pub footnotes: Vec<u8>,
    /// Dates and source.
    pub from: Provenance,
}

/// A place without rows of its own, and whose rows it follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follows {
    /// The place without rows.
    pub place: Place,
    /// The place whose rows count for it.
    pub follows: Place,
    /// Dates and source.
    pub from: Provenance,
}

/// Whose law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Jurisdiction {
    /// United States.
    Us,
    /// United Nations, through national law.
    Un,
    /// European Union.
    Eu,
    /// United Kingdom.
    Gb,
    /// Any other country's own law.
    Other,
}

/// Which fact of the question a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Test {
    /// Where the item goes.
    Destination,
    /// Where the recipient or its ultimate parent has its headquarters.
    Headquarters,
}

/// What a rule does by itself. Ordered: the strictest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Says something about parties, end use or printed text that the destination alone does not decide.
    Note,
    /// Listed items need a license, and exceptions depend on conditions.
    ExceptionMayApply,
    /// A license is needed for what is in its scope.
    LicenseNeeded,
    /// Barred.
    Prohibited,
}

/// What a rule reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Every item, or nearly.
    AllItems,
    /// The items that the rule or its lists name.
    ListedItems,
    /// Advanced computing chips, systems and their makings.
    AdvancedComputing,
    /// Arms and other defence articles.
    DefenceArticles,
    /// Named parties, not the place.
    Parties,
    /// Certain end uses or end users.
    EndUse,
}

/// One rule on places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Whose law.
    pub jurisdiction: Jurisdiction,
    /// Who administers it: `BIS`, `OFAC` ...
    pub authority: Text,
    /// What sort of rule, in a word: `embargo`, `itar-126.1` ...
    pub kind: Text,
    /// Which fact it looks at.
    pub test: Test,
    /// The places it names.
    pub places: Vec<Place>,
    /// The country groups it names.
    pub groups: Groups,
    /// Members of these groups are left out, unless named in `places`.
    pub except: Groups,
    /// What it does.
    pub level: Level,
    /// What it reaches.
    pub scope: Scope,
    /// Which items it reaches, in the words of [`Fact::Item`](super::Fact::Item); when empty, the scope alone says. `chart` stands for what
    /// the chart decides item by item.
    pub items: Vec<Text>,
    /// A heading: the place or programme.
    pub title: Text,
    /// What it says, in plain words of our own.
    pub says: Text,
    /// What to do, our reading.
    pub next_step: Text,
    /// Dates and source.
    pub from: Provenance,
}

/// How a result card speaks of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Deal must stop until a person has looked.
    Stop,
    /// A license is needed.
    License,
    /// Some measures only.
    Limited,
    /// The entry itself says what is barred.
    ReadEntry,
    /// No bar by itself; a warning.
    Caution,
    /// Another country's law, which may conflict with ours.
    Conflict,
}

/// What a list does in law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListEffect {
    /// The list's short name: `SDN`, `EL`, `EL-FN4` ...
    pub code: Text,
    /// Our list ids that this is the effect of; empty for a variant (a footnote) and for lists that we do not carry.
    pub lists: Vec<Text>,
    /// The list's full name.
    pub name: Text,
    /// Who publishes it.
    pub authority: Text,
    /// In a few words.
    pub meaning: Text,
    /// What is barred, and what is not.
    pub effect: Text,
    /// How owned companies are reached.
    pub ownership: Text,
    /// What to do, our reading.
    pub next_step: Text,
    /// How to say it, our reading.
    pub tone: Tone,
    /// Dates and source.
    pub from: Provenance,
}

/// A dated change of law: why an answer differs from one day to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day on which it took effect.
    pub date: Date,
    /// What happened.
    pub event: Text,
    /// What it touches, in words.
    pub affects: Text,
    /// The places it touches; empty when it is not about places.
    pub places: Vec<Place>,
    /// How it stood at `from.as_of`, in words.
    pub standing: Text,
    /// Dates and source.
    pub from: Provenance,
}
