//! What is answered about a destination, and why.

use super::TableFacts;
use redzone_index::Date;
use redzone_index::rules::{Groups, Level, PackMeta, Phase, Place, Rule, Text};

/// The answer to one question about a destination.
#[derive(Clone, Debug)]
pub struct Determination {
    /// The result word.
    pub ruling: Ruling,
    /// What the strictest rule that spoke would do, firm or not. Says what is at stake when the ruling is "rule changing" or
    /// "indeterminate"; `None` when no rule spoke.
    pub strictest: Option<Level>,
    /// The rules that spoke, strictest first, firm before uncertain.
    pub fired: Vec<Fired>,
    /// Which place was meant; `None` when that is not known.
    pub place: Option<Place>,
    /// What the EAR tables say of the place.
    pub tables: Option<TableFacts>,
    /// What else the reader must know.
    pub notes: Vec<RuleNote>,
    /// Everything that keeps this answer from being complete.
    pub doubts: Vec<RuleDoubt>,
    /// What this answer did not look at.
    pub not_consulted: Vec<NotConsulted>,
    /// The pack that was asked.
    pub pack: PackMeta,
    /// The day that was asked about.
    pub as_of: Date,
}

/// The result words. There is no word for "go ahead".
#[derive(Clone, Debug)]
pub enum Ruling {
    /// A rule bars it.
    Prohibited,
    /// A rule needs a license for what is in its scope.
    LicenseNeeded,
    /// Listed items need a license here, and whether an exception may be used depends on conditions.
    ExceptionMayApply,
    /// No rule on this destination was triggered, in a run without doubts.
    NoRuleTriggered(NoRuleTriggered),
    /// The question could not be answered: see the doubts.
    Indeterminate,
    /// The rules that matter are reported changed, have lapsed, or the pack is past its review.
    RuleChanging,
}

/// "No rule triggered", and the proof that it may be said: only `decide` makes one, and only in a run without doubts.
#[derive(Clone, Debug)]
pub struct NoRuleTriggered {
    pub(super) rules: usize,
    pub(super) table_rows: usize,
}

impl NoRuleTriggered {
    /// How many rules were asked.
    pub fn rules(&self) -> usize {
        self.rules
    }

    /// How many rows the EAR tables had that were asked: groups, chart and who follows whom.
    pub fn table_rows(&self) -> usize {
        self.table_rows
    }
}

/// Which fact of the question a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// The destination.
    Destination,
    /// The headquarters of the recipient or its ultimate parent.
    Headquarters,
}

/// A rule that spoke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fired {
    /// Which fact it looked at.
    pub subject: Subject,
    /// The place that it found.
    pub place: Place,
    /// The groups through which it was reached; none when the place is named.
    pub through: Groups,
    /// How firm it is on the day: that of the rule, or of the table row through which it was reached, whichever is less.
    pub phase: Phase,
    /// The rule, with its text, citation, dates, state and confidence.
    pub rule: Rule,
}

/// What else the reader must know. The words live in message files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuleNote {
    /// The place has no rows of its own and follows another's.
    FollowsOf {
        /// The place asked about.
        place: Place,
        /// Whose rows count.
        follows: Place,
        /// The row that says so.
        id: Text,
    },
    /// Printed and enforced groups differ; the stricter of both was taken.
    PrintedAndEnforcedDiffer {
        /// The country.
        place: Place,
        /// As printed.
        printed: Groups,
        /// As enforced.
        enforced: Groups,
    },
    /// A rule is only announced and changed nothing.
    OnlyAnnounced {
        /// The rule.
        id: Text,
    },
    /// A rule that spoke was not seen in a stored source: check before use.
    CheckBeforeUse {
        /// The rule.
        id: Text,
    },
    /// A table row carries a remark.
    RowRemark {
        /// The row.
        id: Text,
        /// Its remark.
        remark: Text,
    },
    /// "Macau or D:5" is not D:5: rules that name Macau count, Macau is not a member of D:5.
    MacauIsNotD5,
}

/// Why an answer is not complete.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuleDoubt {
    /// The text names no place that the pack knows.
    PlaceUnknown {
        /// Destination or headquarters.
        subject: Subject,
    },
    /// The text may mean several places, or is under dispute.
    PlaceAmbiguous {
        /// Destination or headquarters.
        subject: Subject,
        /// What it may mean; empty when it is no single place.
        may_be: Vec<Place>,
        /// Why the name does not say.
        why: String,
    },
    /// Rules treat regions of this country apart, and the text does not say which region.
    RegionUnstated {
        /// The regions with rules of their own.
        regions: Vec<Place>,
    },
    /// The place stands in neither EAR table and follows no place that does. Absence is not permission.
    InNoTable {
        /// Destination or headquarters.
        subject: Subject,
        /// The place.
        place: Place,
    },
    /// The answer rests on a row that nobody has seen in a source.
    Unverified {
        /// The row.
        id: Text,
    },
    /// A row is reported changed, and the rule that says how was not seen.
    Moving {
        /// The row.
        id: Text,
    },
    /// A row's last day is over and no successor is known.
    Lapsed {
        /// The row.
        id: Text,
        /// Its last day.
        last: Option<Date>,
    },
    /// The pack should have been reviewed by then.
    PackPastReview {
        /// Its last day of use without doubt.
        review_by: Date,
    },
    /// The pack does not reach back that far.
    BeforePack {
        /// The first day that it covers.
        covers_from: Date,
    },
    /// A row that the pack was compiled with is not there.
    RowLost {
        /// The row.
        id: Text,
    },
}

/// What a determination did not look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NotConsulted {
    /// What the item is.
    Items,
    /// Who takes part.
    Parties,
    /// What it is for.
    EndUse,
    /// The way there.
    Route,
    /// Where the recipient or its parent has its headquarters: the question did not say.
    Headquarters,
}

impl RuleDoubt {
    /// Whether a stricter rule may hide behind it than any that spoke.
    pub(crate) fn may_hide_stricter(&self) -> bool {
        !matches!(self, RuleDoubt::InNoTable { .. }) && !self.is_of_time()
    }

    /// Whether it is only about rules in motion.
    pub(crate) fn is_of_time(&self) -> bool {
        matches!(self, RuleDoubt::Moving { .. } | RuleDoubt::Lapsed { .. } | RuleDoubt::PackPastReview { .. })
    }
}
