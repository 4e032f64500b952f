//! How far a package is from the reported terms of the American AI Exports Program: a readiness view, not a decision.

use super::Tri;
use super::facts::{DealFacts, PartyFacts};
use redzone_index::rules::Text;

/// The readiness view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Each check, with the term it comes from.
    pub checks: Vec<Check>,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is checked.
    pub what: ProgramCheck,
    /// The code of the reported term.
    pub term: Text,
    /// Whether it is met.
    pub met: Tri,
    /// What is missing or against it: layers, roles, names.
    pub missing: Vec<String>,
}

/// What is checked. The words live in message files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProgramCheck {
    /// All five layers are covered.
    FiveLayers,
    /// One member leads and files.
    Anchor,
    /// No member is in, or owned or controlled from, China with Hong Kong and Macau.
    MembersOutsideCountriesOfConcern,
    /// 51 percent or more of the hardware's value is made in the United States.
    UsContent,
    /// Who builds, owns and runs the data centres is told.
    BuildsOwnsRuns,
    /// A target country is named.
    Target,
}

/// Looks at the package; `None` when the question says that it is none.
pub(super) fn readiness(facts: &DealFacts<'_>) -> Option<Program> {
    let layers = facts.question.layers.as_deref()?;
    if layers.is_empty() {
        return None;
    }
    let absent: Vec<String> = (1..=5).map(|layer| layer.to_string()).filter(|layer| !layers.contains(layer)).collect();
    let roles = |wanted: &[&str]| -> Vec<String> {
        let told = |role: &str| facts.parties.iter().any(|party| has(party, role));
        wanted.iter().filter(|role| !told(role)).map(|role| (*role).to_owned()).collect()
    };
    let (anchor, builds) = (roles(&["anchor"]), roles(&["builder", "owner", "operator"]));
    let (members, against) = members(facts);
    let content = facts.question.us_content.map_or(Tri::Unknown, |percent| Tri::from(percent >= 51));
    let target = Tri::from(facts.spots[0].place.map(|_| true));
    let check = |what, term: &str, met: Tri, missing: Vec<String>| Check { what, term: term.into(), met, missing };
    Some(Program {
        checks: vec![
            check(ProgramCheck::FiveLayers, "P10", Tri::from(absent.is_empty()), absent),
            check(ProgramCheck::Anchor, "P05", if anchor.is_empty() { Tri::Yes } else { Tri::Unknown }, anchor),
            check(ProgramCheck::MembersOutsideCountriesOfConcern, "P06", members, against),
            check(ProgramCheck::UsContent, "P08", content, Vec::new()),
            check(ProgramCheck::BuildsOwnsRuns, "P10", if builds.is_empty() { Tri::Yes } else { Tri::Unknown }, builds),
            check(ProgramCheck::Target, "P10", target, Vec::new()),
        ],
    })
}

fn has(party: &PartyFacts<'_>, role: &str) -> bool {
    party.party.roles.iter().flatten().any(|own| own == role)
}

/// Whether every member is known to be outside; names of those that are not.
fn members(facts: &DealFacts<'_>) -> (Tri, Vec<String>) {
    const OF_CONCERN: [&str; 3] = ["CN", "HK", "MO"];
    let inside = |party: &PartyFacts<'_>| {
        let of_concern = || OF_CONCERN.into_iter();
        party.country.is_any(of_concern()).or(party.headquartered(of_concern()))
    };
    let members: Vec<_> = facts.parties.iter().filter(|party| has(party, "member") || has(party, "anchor")).collect();
    let against = members.iter().filter(|party| inside(party) != Tri::No).map(|party| party.party.name.clone()).collect();
    let met = if members.is_empty() { Tri::Unknown } else { !Tri::any(members.iter().map(|party| inside(party))) };
    (met, against)
}
