//! A score as the sum of its reasons.
//!
//! The pairs share out what the question would score if nothing stood alone; every word that stands alone takes its part back, and so
//! does the commonness of what agrees; then come the facts. Rounding is carried along, so the sum is the score to the point.

use crate::align::{Alignment, listed_loss_at};
use crate::asked::Asked;
use crate::dictionary::Dictionary;
use crate::facts::{Fact, corroborated};
use crate::model::{self, Relation};
use crate::order;
use crate::{Reason, ReasonCode};

/// The reasons of a name's score, in the order in which they are best read.
pub fn explain(asked: &Asked, dictionary: &Dictionary, name: u32, alignment: &Alignment, facts: &[Fact], weak: bool) -> Vec<Reason> {
    let words = dictionary.words_of(name);
    let text = |word: u32| String::from_utf8_lossy(dictionary.letters.get(word)).into_owned();
    let mut pairs = alignment.pairs.clone();
    order::sort_by_key(&mut pairs, |pair| (pair.slot, pair.place));
    let mut reasons = Vec::new();
    let mut shares = Shares { whole: u64::from(alignment.paired.max(1)), given: 0, points: 0 };
    for pair in &pairs {
        let slots = &asked.slots[pair.slot as usize..(pair.slot + pair.slot_span) as usize];
        let listed = &words[pair.place as usize..(pair.place + pair.place_span) as usize];
        let form = slots.iter().map(|slot| slot.form().letters.as_str()).collect::<Vec<_>>().join(" ");
        reasons.push(Reason {
            code: code_of(pair.link.relation),
            points: shares.next(u64::from(pair.link.gain())),
            asked: form,
            listed: listed.iter().map(|word| text(*word)).collect::<Vec<_>>().join(" "),
        });
    }
    // From here on points are taken back in steps: after each, the sum is the score so far.
    let mut lost = alignment.paired - alignment.agreed;
    let mut so_far = shares.points;
    let mut take = |code, loss: u32, asked: String, listed: String, reasons: &mut Vec<Reason>| {
        lost += loss;
        let now = (u64::from(alignment.agreed) * 10_000 / (u64::from(alignment.agreed) + u64::from(lost)).max(1)) as i32;
        reasons.push(Reason { code, points: now - so_far, asked, listed });
        so_far = now;
    };
    for (at, slot) in asked.slots.iter().enumerate() {
        if !pairs.iter().any(|pair| (pair.slot..pair.slot + pair.slot_span).contains(&(at as u16))) {
            take(ReasonCode::NotListed, slot.loss(), slot.form().letters.clone(), String::new(), &mut reasons);
        }
    }
    for (at, word) in words.iter().enumerate() {
        if !pairs.iter().any(|pair| (pair.place..pair.place + pair.place_span).contains(&(at as u16))) {
            take(
                ReasonCode::NotAsked,
                listed_loss_at(asked, dictionary, *word, at, alignment.cut_after(asked)),
                String::new(),
                text(*word),
                &mut reasons,
            );
        }
    }
    if alignment.contradicts > 0 {
        take(ReasonCode::Contradicts, alignment.contradicts, String::new(), String::new(), &mut reasons);
    }
    let base = alignment.score() as i32;
    if base != so_far {
        let code = if base > so_far { ReasonCode::NamesInFull } else { ReasonCode::Common };
        reasons.push(Reason { code, points: base - so_far, asked: String::new(), listed: String::new() });
    }
    add_facts(base, facts, weak, &mut reasons);
    reasons
}

/// Adds what is known besides the name to reasons that sum up to `base`.
pub fn add_facts(base: i32, facts: &[Fact], weak: bool, reasons: &mut Vec<Reason>) {
    let mut sum = base;
    for fact in facts {
        sum += fact.points;
        reasons.push(Reason { code: fact.code, points: fact.points, asked: fact.asked.clone(), listed: fact.listed.clone() });
    }
    let within = sum.clamp(0, 10_000);
    if within != sum {
        reasons.push(Reason { code: ReasonCode::Limit, points: within - sum, asked: String::new(), listed: String::new() });
    }
    if weak {
        let capped = if corroborated(facts) { within } else { within.min(model::WEAK_ALIAS_CAP) };
        reasons.push(Reason { code: ReasonCode::WeakAlias, points: capped - within, asked: String::new(), listed: String::new() });
    }
}

/// Shares out ten thousand points in proportion, carrying the rounding.
struct Shares {
    whole: u64,
    given: u64,
    points: i32,
}

impl Shares {
    fn next(&mut self, part: u64) -> i32 {
        self.given += part;
        let now = (self.given * 10_000 / self.whole) as i32;
        let points = now - self.points;
        self.points = now;
        points
    }
}

fn code_of(relation: Relation) -> ReasonCode {
    match relation {
        Relation::Same => ReasonCode::SameWord,
        Relation::SameSound => ReasonCode::SameSound,
        Relation::Joined => ReasonCode::Joined,
        Relation::Alike => ReasonCode::SpelledAlike,
        Relation::Consonants => ReasonCode::SameConsonants,
        Relation::SameMeaning => ReasonCode::SameMeaning,
        Relation::Nickname => ReasonCode::Nickname,
        Relation::SameClass => ReasonCode::SameClass,
        Relation::Beginning => ReasonCode::Beginning,
        Relation::Shortened => ReasonCode::Shortened,
        Relation::Initial => ReasonCode::Initial,
    }
}
