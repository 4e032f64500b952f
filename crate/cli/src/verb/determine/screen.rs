//! Parties, owners and addresses that were not screened yet, screened against the lists of the pack.

use redzone_index::{Date, PartyKind};
use redzone_record::deal::Wanted;
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
    deal::screened(question, &mut |wanted| ask(pack, &screener, wanted, as_of))
}

/// The question, with everybody who was screened before screened again.
///
/// # Errors
/// When an entry of the pack can't be read.
pub fn again(pack: &Pack, screener: &Screener, question: &Json, as_of: Date) -> Result<Json, Fault> {
    let knows = |list: &str| pack.manifest.lists().iter().any(|facts| facts.id == list);
    deal::rescreened(question, &knows, &mut |wanted| ask(pack, screener, wanted, as_of))
}

fn ask(pack: &Pack, screener: &Screener, wanted: Wanted<'_>, as_of: Date) -> Result<Json, Fault> {
    let kind = if wanted.person { PartyKind::Individual } else { PartyKind::Unstated };
    let question = Question { kind, address: wanted.address.to_owned(), limit: MOST_HITS, ..Question::new(wanted.name, as_of) };
    let outcome = screener.screen(&question);
    let mut hits = Vec::new();
    for hit in &outcome.hits {
        let list = screener.manifest().lists().get(hit.list).map(|facts| facts.id.clone()).unwrap_or_default();
        hits.push((list, pack.entry(hit.list, hit.entry)?.id));
    }
    Ok(deal::screening(matches!(outcome.verdict, Verdict::NoMatch(_)), outcome.omitted, hits))
}
