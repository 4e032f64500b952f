//! Rules on the facts of a deal: conditions and what follows when they hold.

use super::{Jurisdiction, Level, Marks, Provenance, Text};

/// What sort of clause it is, and so what its fields mean.
///
/// | kind | when its conditions hold | `refs` | `more` |
/// | --- | --- | --- | --- |
/// | item, party, ownership, address, route, end use, payment, conflict | it does what its level says | - | policy of review |
/// | exception | what `refs` name is needed, but this license exception may be used | ids of rules it lifts | its section |
/// | switch | no license exception may be used but those in `refs` | exceptions that stay | - |
/// | ask | the question is put, and other clauses look at the answer | - | - |
/// | flag | the red flag is put; open or raised, it holds the deal | official number | theme |
/// | guard | the obligation is proposed | flags it answers | owner and due |
/// | layer | one of the five layers of a full-stack package, and services | flags to ask | usual controls |
/// | term | a term of the AI Exports Program | - | - |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClauseKind {
    /// About what the item is.
    Item,
    /// About who takes part.
    Party,
    /// About who owns them.
    Ownership,
    /// About listed addresses.
    Address,
    /// About the way there.
    Route,
    /// About what it is for.
    EndUse,
    /// About who pays, and how.
    Payment,
    /// About law that says the opposite.
    Conflict,
    /// A license exception.
    Exception,
    /// What switches license exceptions off.
    Switch,
    /// A question that other clauses look at.
    Ask,
    /// A red flag.
    Flag,
    /// An obligation a careful exporter writes in.
    Guard,
    /// A layer of the package.
    Layer,
    /// A term of the AI Exports Program.
    Term,
}

/// All kinds, in the order of their numbers.
pub const CLAUSE_KINDS: [ClauseKind; 15] = [
    ClauseKind::Item,
    ClauseKind::Party,
    ClauseKind::Ownership,
    ClauseKind::Address,
    ClauseKind::Route,
    ClauseKind::EndUse,
    ClauseKind::Payment,
    ClauseKind::Conflict,
    ClauseKind::Exception,
    ClauseKind::Switch,
    ClauseKind::Ask,
    ClauseKind::Flag,
    ClauseKind::Guard,
    ClauseKind::Layer,
    ClauseKind::Term,
];

/// What a condition looks at. The words of its values are in `lists/rules/README.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// The item: a tier, an ECCN or its beginning, or what sort of thing it is.
    Item,
    /// Its total processing performance is under this many whole units.
    TppUnder,
    /// Its DRAM bandwidth is under this many GB/s.
    DramUnder,
    /// Where it is made: places.
    MadeIn,
    /// The destination or the place of installation: places or groups.
    Destination,
    /// Where a party or its ultimate parent has its headquarters: places or groups.
    Headquarters,
    /// Where a party is: places or groups.
    PartyAt,
    /// What a party does in the deal.
    Role,
    /// What sort of user a party is.
    User,
    /// A party is on the list with that code.
    Listed,
    /// A party is owned by listed parties: the test (`ofac`, `eu`, `uk`, `bis`), then codes of lists.
    OwnedBy,
    /// The address of a party is on the list with that code.
    AddressListed,
    /// What the item is for.
    EndUse,
    /// Where customers of the service have their headquarters: places or groups.
    Customers,
    /// A place on the way: places or groups.
    Transit,
    /// How it is paid.
    Payment,
    /// Layers of the package.
    Layer,
    /// `export` from the United States, `reexport` or `in-country`.
    Operation,
    /// The question with that code is answered with yes.
    Answer,
    /// Holds unless the question with that code is answered with yes.
    Unless,
}

/// All facts with their words, in the order of their numbers.
pub const FACTS: [(&str, Fact); 20] = [
    ("item", Fact::Item),
    ("tpp-under", Fact::TppUnder),
    ("dram-under", Fact::DramUnder),
    ("made-in", Fact::MadeIn),
    ("destination", Fact::Destination),
    ("headquarters", Fact::Headquarters),
    ("party-at", Fact::PartyAt),
    ("role", Fact::Role),
    ("user", Fact::User),
    ("listed", Fact::Listed),
    ("owned-by", Fact::OwnedBy),
    ("address-listed", Fact::AddressListed),
    ("end-use", Fact::EndUse),
    ("customers", Fact::Customers),
    ("transit", Fact::Transit),
    ("payment", Fact::Payment),
    ("layer", Fact::Layer),
    ("operation", Fact::Operation),
    ("answer", Fact::Answer),
    ("unless", Fact::Unless),
];

/// One condition of a clause: the fact is one of the values, or none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What it looks at.
    pub fact: Fact,
    /// Whether it holds when the fact is none of the values.
    pub not: bool,
    /// The values. Never empty.
    pub values: Vec<Text>,
}

/// A rule on the facts of a deal. All its conditions must hold; without conditions it always does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its short name: `744.21`, `NAC`, `RF01`.
    pub code: Text,
    /// What sort of clause.
    pub kind: ClauseKind,
    /// Whose law.
    pub jurisdiction: Jurisdiction,
    /// Who administers it.
    pub authority: Text,
    /// What it does by itself.
    pub level: Level,
    /// When.
    pub when: Vec<Condition>,
    /// What it points at: see [`ClauseKind`].
    pub refs: Vec<Text>,
    /// A heading.
    pub title: Text,
    /// What it says or asks, in plain words of our own.
    pub says: Text,
    /// What else: see [`ClauseKind`].
    pub more: Text,
    /// What to do, our reading.
    pub next_step: Text,
    /// Dates and source.
    pub from: Provenance,
}

/// An entry of the Commerce Control List: for which reasons it is controlled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EccnRow {
    /// Five characters: `3A090`.
    pub eccn: Text,
    /// Columns of the chart for the entire entry.
    pub all: Marks,
    /// Columns of the chart for some of its paragraphs.
    pub some: Marks,
    /// Controls that the chart does not show: `world`, `macau-d5`, `cn-ru-ve`, `un`, `other`.
    pub beyond: Vec<Text>,
    /// Dates and source.
    pub from: Provenance,
}
