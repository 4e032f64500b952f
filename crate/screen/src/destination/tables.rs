//! What the EAR tables say of a place on a day, following the places it follows.

use super::{RuleDoubt, RuleNote, Subject};
use redzone_index::Date;
use redzone_index::rules::{ChartRow, Confidence, Follows, GroupRow, Groups, Marks, Phase, Place, Provenance, Rules, State};

/// What Supplement 1 to part 740 and Supplement 1 to part 738 say of a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableFacts {
    /// The groups, the stricter of printed and enforced; `None` when no row says.
    pub groups: Option<Groups>,
    /// How firm the rows of the groups are; the least firm.
    pub phase: Option<Phase>,
    /// The chart's marks: a license is needed for items controlled for these reasons, unless an exception may be used. `None` when no row says.
    pub marks: Option<Marks>,
    /// The rows of the groups.
    pub group_rows: Vec<GroupRow>,
    /// The rows of the chart.
    pub chart_rows: Vec<ChartRow>,
    /// Whom the place follows, step by step.
    pub follows: Vec<Follows>,
}

/// A place follows a country, a region follows its country that follows another: more steps are a loop.
const MOST_STEPS: usize = 4;

impl TableFacts {
    /// Looks a place up.
    pub(crate) fn of(rules: &Rules, place: Place, day: Date) -> TableFacts {
        let mut facts = TableFacts::default();
        let mut at = place;
        for _ in 0..MOST_STEPS {
            if facts.group_rows.is_empty() {
                facts.group_rows = speaking(&rules.groups, day, |row| (row.place == at).then_some(&row.from));
            }
            if facts.chart_rows.is_empty() {
                facts.chart_rows = speaking(&rules.chart, day, |row| (row.place == at).then_some(&row.from));
            }
            if !facts.group_rows.is_empty() && !facts.chart_rows.is_empty() {
                break;
            }
            let Some(next) = rules.follows.iter().find(|row| row.place == at && counts(&row.from, day)) else { break };
            facts.follows.push(next.clone());
            at = next.follows;
        }
        facts.groups = facts.group_rows.iter().map(|row| row.groups).reduce(Groups::stricter);
        facts.phase = facts.group_rows.iter().map(|row| row.from.valid.on(day)).max();
        facts.marks = facts.chart_rows.iter().map(|row| row.marks).reduce(|a, b| Marks::from_bits(a.bits() | b.bits()));
        facts
    }

    /// Every row that the facts rest on.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &Provenance> {
        let tables = self.group_rows.iter().map(|row| &row.from).chain(self.chart_rows.iter().map(|row| &row.from));
        tables.chain(self.follows.iter().map(|row| &row.from))
    }

    /// The doubts that the facts leave about a place.
    pub(crate) fn doubts(&self, subject: Subject, place: Place) -> Vec<RuleDoubt> {
        let mut doubts = Vec::new();
        if self.groups.is_none() || self.marks.is_none() {
            doubts.push(RuleDoubt::InNoTable { subject, place });
        }
        let unverified = self.rows().filter(|row| row.confidence == Confidence::Unverified);
        doubts.extend(unverified.map(|row| RuleDoubt::Unverified { id: row.id.clone() }));
        doubts
    }

    /// What the reader must know of the rows.
    pub(crate) fn notes(&self, place: Place) -> Vec<RuleNote> {
        let mut notes: Vec<RuleNote> = Vec::new();
        let follows = self.follows.iter().map(|row| RuleNote::FollowsOf { place, follows: row.follows, id: row.from.id.clone() });
        notes.extend(follows);
        let in_state = |state: State| self.group_rows.iter().find(|row| row.from.state == state);
        if let (Some(printed), Some(enforced)) = (in_state(State::Printed), in_state(State::Enforced)) {
            notes.push(RuleNote::PrintedAndEnforcedDiffer { place: printed.place, printed: printed.groups, enforced: enforced.groups });
        }
        let remarked = self.rows().filter(|row| !row.note.is_empty());
        notes.extend(remarked.map(|row| RuleNote::RowRemark { id: row.id.clone(), remark: row.note.clone() }));
        notes
    }
}

fn counts(row: &Provenance, day: Date) -> bool {
    row.state != State::Announced && row.valid.on(day).speaks()
}

fn speaking<T: Clone>(rows: &[T], day: Date, of_place: impl Fn(&T) -> Option<&Provenance>) -> Vec<T> {
    rows.iter().filter(|row| of_place(row).is_some_and(|from| counts(from, day))).cloned().collect()
}
