//! Parties and owners that were not screened yet, screened against the lists of the pack.

use redzone_index::{Country, PartyKind};
use redzone_screen::deal::{DealQuestion, Finding, Owner, PartyHit, Screening};
use redzone_screen::{Question, Score, Screener, Verdict};

use crate::fault::Fault;
use crate::pack::Pack;

/// How many hits a party are taken over; more make its screening incomplete, never shorter.
const MOST_HITS: usize = 50;

/// Fills in what the question leaves open. A run with doubts stays "not done": only a complete one says that there is no match.
///
/// # Errors
/// The faults of [`Pack::screener`].
pub fn fill(pack: &Pack, question: &mut DealQuestion) -> Result<(), Fault> {
    let screener = pack.screener()?;
    let as_of = question.as_of;
    let ask = |name: &str, kind: PartyKind| -> Result<Screening, Fault> {
        let asked = Question {
            name: name.to_owned(),
            kind,
            countries: Vec::<Country>::new(),
            born: None,
            as_of,
            threshold: Score::BALANCED,
            limit: MOST_HITS,
        };
        screened(pack, &screener, &asked)
    };
    for party in &mut question.parties {
        if party.screening == Screening::NotDone && !party.name.is_empty() {
            party.screening = ask(&party.name, if party.person { PartyKind::Individual } else { PartyKind::Unstated })?;
        }
        for owner in party.owners.iter_mut().flatten() {
            fill_owner(owner, &ask)?;
        }
    }
    Ok(())
}

fn fill_owner(owner: &mut Owner, ask: &dyn Fn(&str, PartyKind) -> Result<Screening, Fault>) -> Result<(), Fault> {
    if owner.screening == Screening::NotDone && !owner.name.is_empty() {
        owner.screening = ask(&owner.name, PartyKind::Unstated)?;
    }
    owner.owners.iter_mut().flatten().try_for_each(|owner| fill_owner(owner, ask))
}

fn screened(pack: &Pack, screener: &Screener, question: &Question) -> Result<Screening, Fault> {
    let outcome = screener.screen(question);
    if matches!(outcome.verdict, Verdict::NoMatch(_)) {
        return Ok(Screening::NoMatch);
    }
    if outcome.hits.is_empty() || outcome.omitted > 0 {
        return Ok(Screening::NotDone);
    }
    let hit = |hit: &redzone_screen::Hit| {
        let list = screener.manifest().lists().get(hit.list).map(|facts| facts.id.clone()).unwrap_or_default();
        Ok(PartyHit { list, entry: pack.entry(hit.list, hit.entry)?.id, finding: Finding::Open })
    };
    outcome.hits.iter().map(hit).collect::<Result<_, _>>().map(Screening::Hits)
}
