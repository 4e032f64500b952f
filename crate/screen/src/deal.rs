//! The deal: party x address x item x destination x route x end use x date, judged together.
//!
//! question -> facts, each looked up once -> every rule of the pack on every item, party and place -> lines, gaps, flags -> the strictest
//!
//! * [`DealQuestion`]: what is known; what is not known is left out, and never read as "no".
//! * [`determine`]: the question and a pack to a [`DealDetermination`].
//! * [`classify`]: what the figures of a data sheet make of an item.
//! * [`owned`]: the ownership tests, each authority apart.
//! * [`Tri`]: yes, no, not known. A rule with a condition that is not known may hold, and that keeps the answer from being favourable.
//!
//! The rules are data ([`redzone_index::rules::Clause`]); this module knows only how a condition is read off a question. Every item is taken to be
//! subject to the EAR: nothing here decides that it is not.

mod chart;
mod decide;
mod determination;
mod exceptions;
mod facts;
mod figure;
mod flags;
mod goods;
mod guards;
mod item;
mod lines;
mod ownership;
mod program;
mod question;
mod spot;
mod tri;
mod whatif;

pub use determination::{Cited, DealDetermination, DealRuling, DealTest, Flag, FlagState, Gap, Line, NoDealRuleTriggered};
pub use figure::{Milli, Range};
pub use guards::Guard;
pub use item::{
    Class, DENSITY_LEAST, DENSITY_LOWER, DENSITY_UPPER, Figures, ItemKind, MEMORY_DENSITY, Margin, Missing, Rate, TPP_LEAST, TPP_LOWER,
    TPP_UPPER, TRAINING, Unit, classify,
};
pub use ownership::{OwnershipTest, WHOLE, owned};
pub use program::{Check, Program, ProgramCheck};
pub use question::{Answer, DealQuestion, EndUse, Finding, Item, Leg, Owner, Parent, Party, PartyHit, Reply, Screening};
pub use tri::Tri;
pub use whatif::{Change, Variation};

use crate::destination::fire::{Found, check_pack};
use crate::destination::{RuleDoubt, Subject};
use facts::{DealFacts, PartyFacts};
use goods::ItemFacts;
use lines::Trace;
use redzone_index::rules::Rules;
use spot::Spot;

/// Answers a question about a deal. Total: whatever is missing or unclear becomes a line that may hold, a gap or a doubt, never a
/// favourable answer.
pub fn determine(rules: &Rules, question: &DealQuestion) -> DealDetermination {
    let mut answer = judge(rules, question);
    answer.variations = whatif::search(rules, question, &answer);
    answer
}

/// The same without [`DealDetermination::variations`], which cost some twenty answers more.
pub fn judge(rules: &Rules, question: &DealQuestion) -> DealDetermination {
    let mut pack = Found::default();
    check_pack(rules, question.as_of, &mut pack);
    judge_with(rules, question, &pack.doubts)
}

/// The answer, given the doubts about the pack itself, which are those of the day and the same for every variation.
fn judge_with(rules: &Rules, question: &DealQuestion, pack_doubts: &[RuleDoubt]) -> DealDetermination {
    let facts = look_up(rules, question);
    let mut trace = Trace::default();
    pack_doubts.iter().for_each(|doubt| trace.doubt(doubt.clone()));
    gaps(&facts, &mut trace);
    lines::ask(&facts, &mut trace);
    let flags = flags::ask(&facts);
    let (ruling, strictest) = decide::decide(rules, &trace.lines, &trace.gaps, &flags, &trace.doubts);
    let Trace { mut lines, gaps, doubts, notes } = trace;
    lines.sort_by(|a, b| (b.level, b.holds, a.phase, &a.rule.from.id).cmp(&(a.level, a.holds, b.phase, &b.rule.from.id)));
    let asks = flags::unanswered(&facts, &lines, &flags);
    DealDetermination {
        ruling,
        strictest,
        lines,
        gaps,
        classes: facts.items.iter().map(|item| item.class.clone()).collect(),
        flags,
        asks,
        guards: guards::propose(&facts),
        program: program::readiness(&facts),
        variations: Vec::new(),
        doubts,
        notes,
        pack: rules.meta.clone(),
        as_of: question.as_of,
    }
}

fn look_up<'a>(rules: &'a Rules, question: &'a DealQuestion) -> DealFacts<'a> {
    let spot = |typed: &Option<String>, subject| Spot::of(rules, typed.as_deref(), subject, question.as_of);
    let there = |typed: &Option<String>| spot(typed, Subject::Destination);
    let parties = question.parties.iter().map(|party| PartyFacts {
        party,
        country: there(&party.country),
        headquarters: spot(&party.headquarters, Subject::Headquarters),
        parent: match &party.parent {
            _ if party.person => None,
            Some(Parent::Itself) => None,
            Some(Parent::Other { headquarters, .. }) => Some(spot(headquarters, Subject::Headquarters)),
            None => Some(Spot::default()),
        },
    });
    DealFacts {
        rules,
        question,
        items: question.items.iter().map(|item| ItemFacts::of(rules, item, there(&item.made_in))).collect(),
        parties: parties.collect(),
        spots: [there(&question.destination), there(&question.installation)],
        ship_from: there(&question.ship_from),
        legs: question.legs.as_ref().map(|legs| legs.iter().map(|leg| there(&leg.place)).collect()),
        customers: question.end_use.customers.as_ref().map(|places| places.iter().map(|place| there(&Some(place.clone()))).collect()),
    }
}

fn gaps(facts: &DealFacts<'_>, trace: &mut Trace) {
    let question = facts.question;
    let mut gap = |missing: bool, gap: Gap| trace.gaps.extend(missing.then_some(gap));
    gap(facts.rules.clauses.is_empty(), Gap::NoClauses);
    gap(question.items.is_empty(), Gap::NoItem);
    gap(question.destination.is_none(), Gap::NoDestination);
    gap(question.installation.is_none(), Gap::NoInstallation);
    let way_told = question.legs.as_ref().is_some_and(|legs| legs.iter().all(|leg| leg.place.is_some()));
    gap(!way_told, Gap::NoRoute);
    gap(question.payment.is_none(), Gap::NoPayment);
    gap(question.end_use.purposes.is_none(), Gap::NoEndUse);
    for role in ["ultimate-consignee", "end-user"] {
        let told = question.parties.iter().any(|party| party.roles.iter().flatten().any(|own| own == role));
        gap(!told, Gap::NoRole(role));
    }
    for (at, party) in question.parties.iter().enumerate() {
        gap(party.country.is_none(), Gap::NoCountry(at));
    }
}
