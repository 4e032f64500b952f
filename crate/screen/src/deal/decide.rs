//! The strictest wins: lines, gaps, flags and doubts to one ruling. The whole policy is on this page.

use super::{DealRuling, Flag, Gap, Line, NoDealRuleTriggered, Tri};
use crate::destination::RuleDoubt;
use redzone_index::rules::{Level, Rules};

/// Combines. In this order, the first that holds:
///
/// 1. a firm rule that bars holds: **prohibited**;
/// 2. something stricter than every firm rule may hide behind a missing fact, an open flag or a doubt: **indeterminate**;
/// 3. a rule that is not firm is stricter than every firm one: **rule changing**;
/// 4. a firm rule needs a license: **license needed**;
/// 5. a doubt is left: **rule changing** when all are of time, else **indeterminate**;
/// 6. a firm rule needs a license and an exception may be used: **exception may apply**;
/// 7. otherwise, and only here: **no rule triggered**.
///
/// A missing fact can only move an answer to 2, or leave it: what holds without the fact still holds.
pub(super) fn decide(rules: &Rules, lines: &[Line], gaps: &[Gap], flags: &[Flag], doubts: &[RuleDoubt]) -> (DealRuling, Option<Level>) {
    let strictest = |holds: Tri, firm: Option<bool>| {
        let wanted = |line: &&Line| line.holds == holds && firm.is_none_or(|firm| line.phase.firm() == firm);
        lines.iter().filter(wanted).map(|line| line.level).max()
    };
    let (firm, shaky) = (strictest(Tri::Yes, Some(true)), strictest(Tri::Yes, Some(false)));
    let hidden = strictest(Tri::Unknown, None)
        .max(gaps.iter().map(Gap::hides).max())
        .max(flags.iter().filter(|flag| flag.state.holds()).map(|flag| flag.level).max());
    let doubt_hides = doubts.iter().any(RuleDoubt::may_hide_stricter);
    let more_than_said = |level: Option<Level>| level > Some(Level::Note) && level > firm;
    let ruling = if firm == Some(Level::Prohibited) {
        DealRuling::Prohibited
    } else if more_than_said(hidden) || doubt_hides {
        DealRuling::Indeterminate
    } else if more_than_said(shaky) {
        DealRuling::RuleChanging
    } else if firm == Some(Level::LicenseNeeded) {
        DealRuling::LicenseNeeded
    } else if !doubts.is_empty() {
        if doubts.iter().all(RuleDoubt::is_of_time) { DealRuling::RuleChanging } else { DealRuling::Indeterminate }
    } else if firm == Some(Level::ExceptionMayApply) {
        DealRuling::ExceptionMayApply
    } else {
        DealRuling::NoRuleTriggered(NoDealRuleTriggered { rules: rules.rules.len() + rules.clauses.len(), flags: flags.len() })
    };
    (ruling, firm.max(shaky).max(hidden))
}
