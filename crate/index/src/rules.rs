//! The rule pack: dated, cited rules on places, what lists do in law, and the names of places.
//!
//! * [`Rules`]: a pack in memory; [`PackMeta`] says which one.
//! * [`GroupRow`], [`ChartRow`], [`Follows`]: the two EAR tables by country, and who follows whom.
//! * [`EccnRow`]: the Commerce Control List; [`Clause`]: a rule on the facts of a deal, with its [`Condition`]s.
//! * [`Rule`]: everything else that looks at a place; [`ListEffect`]: what a list does; [`Event`]: what changed when.
//! * [`Provenance`] on every row: citation, source, dates, state, confidence. [`Validity::on`] says how a row stands on a day.
//!
//! What this module does not know: how rows combine to an answer.

mod bytes;
mod clause;
mod clause_bytes;
mod group;
mod names;
mod place;
mod row;
mod texts;
mod time;
pub mod vocabulary;

pub use clause::{CLAUSE_KINDS, Clause, ClauseKind, Condition, EccnRow, FACTS, Fact};
pub use group::{GROUPS, Groups, MARKS, Marks};
pub use place::{Meaning, Place, Region};
pub use row::{ChartRow, Event, Follows, GroupRow, Jurisdiction, Level, ListEffect, Rule, Scope, Test, Tone};
pub use time::{Confidence, Phase, Provenance, State, Then, Validity};

use crate::{Date, WordTable};
use std::sync::Arc;

/// A text shared by the rows that say the same.
pub type Text = Arc<str>;

/// Which pack, and until when it may be relied on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackMeta {
    /// The pack's id: `rules-2026-10-06`.
    pub id: Text,
    /// The issue date of the newest source that was read.
    pub as_of: Date,
    /// The last day on which the pack may be used without a doubt.
    pub review_by: Date,
    /// The first day that can be replayed: changes before it were not collected.
    pub covers_from: Date,
}

/// A rule pack in memory. Where rows contradict each other the reader of the rows takes the stricter; the pack compiler refuses such packs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Which pack.
    pub meta: PackMeta,
    /// EAR country groups.
    pub groups: Vec<GroupRow>,
    /// The Commerce Country Chart.
    pub chart: Vec<ChartRow>,
    /// Places that follow others.
    pub follows: Vec<Follows>,
    /// Rules on places.
    pub rules: Vec<Rule>,
    /// The Commerce Control List.
    pub eccns: Vec<EccnRow>,
    /// Rules on the facts of a deal.
    pub clauses: Vec<Clause>,
    /// What lists do.
    pub effects: Vec<ListEffect>,
    /// Dated changes.
    pub events: Vec<Event>,
    /// The ids of all rows that the pack was compiled with, each once, in order of bytes. A row that stands here and nowhere else is lost, and a lost row is
    /// a doubt: so taking rows away never makes an answer more favourable.
    pub register: Vec<Text>,
    /// The names of places.
    pub names: PlaceTable,
}

/// What names of places mean, by key ([`redzone_names::place_key`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceTable {
    /// The keys: folded names, and ISO codes in capitals.
    pub keys: WordTable,
    /// The meaning of each key, by its place in `meanings`.
    pub meaning_of: Vec<u32>,
    /// The distinct meanings.
    pub meanings: Vec<Meaning>,
}

impl PlaceTable {
    /// What the name means, ISO codes in capitals included; `None` when it is unknown.
    pub fn meaning(&self, name: &str) -> Option<&Meaning> {
        let key = self.keys.find(name.trim()).or_else(|| self.keys.find(&redzone_names::place_key(name)))?;
        self.meanings.get(*self.meaning_of.get(key as usize)? as usize)
    }
}

impl Rules {
    /// What a list does in law; `None` when the pack does not say, which must be shown as a gap and never as "nothing".
    pub fn effect(&self, list: &str) -> Option<&ListEffect> {
        self.effects.iter().find(|effect| effect.lists.iter().any(|known| known.as_ref() == list))
    }

    /// What an entry does in law: its list, then the parts of the list that it stands in (footnotes, listed addresses), which its programme
    /// tags name. Empty when the pack does not say.
    pub fn effects<'a>(&'a self, list: &str, programs: &'a [String]) -> Vec<&'a ListEffect> {
        let parts = programs.iter().filter_map(|tag| self.effect_by_code(tag)).filter(|effect| effect.lists.is_empty());
        self.effect(list).into_iter().chain(parts).collect()
    }

    /// The effect with that short name: for footnotes and address-only entries, whose list alone does not say it.
    pub fn effect_by_code(&self, code: &str) -> Option<&ListEffect> {
        self.effects.iter().find(|effect| effect.code.as_ref() == code)
    }

    /// The clauses of a kind, in the order of the pack.
    pub fn clauses_of(&self, kind: ClauseKind) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(move |clause| clause.kind == kind)
    }

    /// The provenance of every row, table by table.
    pub fn rows(&self) -> impl Iterator<Item = &Provenance> {
        let tables = self.groups.iter().map(|row| &row.from).chain(self.chart.iter().map(|row| &row.from));
        let places = self.follows.iter().map(|row| &row.from).chain(self.rules.iter().map(|row| &row.from));
        let deals = self.eccns.iter().map(|row| &row.from).chain(self.clauses.iter().map(|row| &row.from));
        tables.chain(places).chain(deals).chain(self.effects.iter().map(|row| &row.from)).chain(self.events.iter().map(|row| &row.from))
    }
}

#[cfg(test)]
mod tests;
