//! The strictest wins: what was found to one ruling. The whole policy is on this page.

use super::fire::Found;
use super::{DestinationQuestion, Determination, NoRuleTriggered, NotConsulted, RuleDoubt, Ruling, TableFacts};
use redzone_index::rules::{Level, Place, Rules};

/// Combines. In this order, the first that holds:
///
/// 1. a firm rule that bars: **prohibited**, whatever else is doubtful;
/// 2. a doubt behind which a stricter rule may hide (which place? a lost row?): **indeterminate**;
/// 3. the strictest rule is not firm (reported changed, or lapsed) and more than a note: **rule changing**;
/// 4. a firm rule that needs a license: **license needed**;
/// 5. any doubt left: **rule changing** when all are of time, else **indeterminate**;
/// 6. a firm rule with conditions: **exception may apply**;
/// 7. otherwise, and only here: **no rule triggered**.
///
/// So doubts can take a favourable word away and never give one.
pub(super) fn decide(
    rules: &Rules,
    question: &DestinationQuestion,
    place: Option<Place>,
    tables: Option<TableFacts>,
    found: Found,
) -> Determination {
    let Found { mut fired, notes, doubts } = found;
    let strictest_of = |firm: bool| fired.iter().filter(|fired| fired.phase.firm() == firm).map(|fired| fired.rule.level).max();
    let (firm, shaky) = (strictest_of(true), strictest_of(false));
    let ruling = if firm == Some(Level::Prohibited) {
        Ruling::Prohibited
    } else if doubts.iter().any(RuleDoubt::may_hide_stricter) {
        Ruling::Indeterminate
    } else if shaky > Some(Level::Note) && shaky >= firm {
        Ruling::RuleChanging
    } else if firm == Some(Level::LicenseNeeded) {
        Ruling::LicenseNeeded
    } else if !doubts.is_empty() {
        if doubts.iter().all(RuleDoubt::is_of_time) { Ruling::RuleChanging } else { Ruling::Indeterminate }
    } else if firm == Some(Level::ExceptionMayApply) {
        Ruling::ExceptionMayApply
    } else if tables.is_some() {
        Ruling::NoRuleTriggered(NoRuleTriggered {
            rules: rules.rules.len(),
            table_rows: rules.groups.len() + rules.chart.len() + rules.follows.len(),
        })
    } else {
        Ruling::Indeterminate
    };
    fired.sort_by(|a, b| (b.rule.level, a.phase, &a.rule.from.id).cmp(&(a.rule.level, b.phase, &b.rule.from.id)));
    let mut not_consulted = vec![NotConsulted::Items, NotConsulted::Parties, NotConsulted::EndUse, NotConsulted::Route];
    if question.headquarters.is_none() {
        not_consulted.push(NotConsulted::Headquarters);
    }
    Determination {
        ruling,
        strictest: firm.max(shaky),
        fired,
        place,
        tables,
        notes,
        doubts,
        not_consulted,
        pack: rules.meta.clone(),
        as_of: question.as_of,
    }
}
