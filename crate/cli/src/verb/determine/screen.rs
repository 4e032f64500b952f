//! Parties, owners and addresses that were not screened yet, screened against the lists of the pack.

use redzone_index::{Date, PartyKind};
use redzone_record::{Json, deal};
use redzone_screen::{Question, Screener, Verdict};

use crate::fault::Fault;
use crate::pack::Pack;

/// How many hits a party are taken over; more make its screening incomplete, never shorter.
const MOST_HITS: usize = 50;

/// The question, with what it leaves open filled in.
///
/// # Errors
/// The faults of [`Pack::screener`].
pub fn fill(pack: &Pack, question: &Json, as_of: Date) -> Result<Json, Fault> {
    let screener = pack.screener()?;
    deal::screened(question, &mut |wanted| {
        let kind = if wanted.person { PartyKind::Individual } else { PartyKind::Unstated };
        let asked = Question { kind, address: wanted.address.to_owned(), limit: MOST_HITS, ..Question::new(wanted.name, as_of) };
        screened(pack, &screener, &asked)
    })
}

fn screened(pack: &Pack, screener: &Screener, question: &Question) -> Result<Json, Fault> {
    let outcome = screener.screen(question);
    let mut hits = Vec::new();
    for hit in &outcome.hits {
        let list = screener.manifest().lists().get(hit.list).map(|facts| facts.id.clone()).unwrap_or_default();
        hits.push((list, pack.entry(hit.list, hit.entry)?.id));
    }
    Ok(deal::screening(matches!(outcome.verdict, Verdict::NoMatch(_)), outcome.omitted, hits))
}
