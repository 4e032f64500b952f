//! What a question says besides the name: who has its numbers, whose number is another, and whether its address is listed.

use redzone_index::{EntryNumber, OpenList, PartyKind};

use crate::engine::Found;
use crate::number::{Number, Scheme, numbers};
use crate::{Doubt, Engine, Hit, Question, Reason, ReasonCode, Score, Strength, model, order};

/// Answers a question by name, by address and by the numbers in it: a listed number is a hit whatever the name, and goes first.
pub fn find(engine: &Engine, lists: &[OpenList], question: &Question) -> Found {
    let mut numbers = numbers(&question.name);
    numbers.extend(question.identifiers.iter().flat_map(|text| Number::given(text, &question.name)));
    let holders = holders(lists, &numbers);
    let told = numbers.iter().find_map(Number::scheme);
    // The number that the name stands beside: one that is listed, else one that can be nothing else.
    let plain = numbers.iter().find(|number| number.is_plain());
    let apart = holders.first().map(|(.., number)| *number).or(plain);
    let (is_named, is_placed) = (question.is_named(), !question.address.trim().is_empty());
    if apart.is_none() && is_named && !is_placed {
        return engine.find(question);
    }
    let wide = Question { limit: usize::MAX, ..question.clone() };
    let mut found = if is_named { engine.find(&wide) } else { Found { hits: Vec::new(), omitted: 0, read: None, doubts: Vec::new() } };
    if let Some(apart) = apart.filter(|apart| !apart.beside.is_empty() && apart.beside != question.name) {
        merge(&mut found, engine.find(&Question { name: apart.beside.clone(), ..wide.clone() }));
    }
    if is_placed {
        let mut placed = engine.find(&Question { name: question.address.clone(), kind: PartyKind::Address, born: None, ..wide });
        placed.hits.retain(|hit| lists[hit.list].columns().entry_kinds.get(hit.entry as usize) == Some(&PartyKind::Address));
        found.doubts.append(&mut placed.doubts);
        merge(&mut found, placed);
    }
    let least = i32::from(question.threshold.points());
    for (list, entry, number) in holders {
        let known = found.hits.iter().position(|hit| (hit.list, hit.entry) == (list, entry)).map(|at| found.hits.swap_remove(at));
        let hit = known.map(|hit| confirmed(hit, number)).or_else(|| by_number_alone(lists, list, entry, number));
        found.hits.extend(hit.filter(|hit| i32::from(hit.score.points()) >= least));
    }
    if let Some((key, scheme)) = told {
        found.hits.iter_mut().for_each(|hit| contradict(hit, lists, key, scheme, least));
    }
    order::sort_by_key(&mut found.hits, |hit| (std::cmp::Reverse(hit.score), hit.list, hit.entry));
    found.omitted = found.hits.len().saturating_sub(question.limit);
    found.hits.truncate(question.limit);
    found
}

/// Adds what the name without the number found, or the address: the better hit of each party counts.
fn merge(found: &mut Found, more: Found) {
    for hit in more.hits {
        match found.hits.iter_mut().find(|known| (known.list, known.entry) == (hit.list, hit.entry)) {
            Some(known) if known.score >= hit.score => {}
            Some(known) => *known = hit,
            None => found.hits.push(hit),
        }
    }
    for doubt in more.doubts {
        // The number is left out: what can't be read then was read with it.
        if !found.doubts.contains(&doubt) && !matches!(doubt, Doubt::Unreadable(_)) {
            found.doubts.push(doubt);
        }
    }
}

/// Every entry that has one of the numbers, with the longest that it has.
fn holders<'a>(lists: &[OpenList], numbers: &'a [Number]) -> Vec<(usize, EntryNumber, &'a Number)> {
    let mut holders: Vec<(usize, EntryNumber, &Number)> = Vec::new();
    for number in numbers {
        for (at, list) in lists.iter().enumerate() {
            for entry in number.keys().flat_map(|key| list.find_identifier(&key).iter().copied()) {
                if !holders.iter().any(|(list, other, _)| (*list, *other) == (at, entry)) {
                    holders.push((at, entry, number));
                }
            }
        }
    }
    holders
}

/// A hit by name whose number agrees too: nothing is left to doubt but the person at the keyboard.
fn confirmed(mut hit: Hit, number: &Number) -> Hit {
    hit.reasons.push(same_number(number, model::SAME_NUMBER - i32::from(hit.score.points())));
    Hit { score: Score::from_points(model::SAME_NUMBER), strength: Strength::Strong, ..hit }
}

/// A hit that the name did not give. `None` for a listed address, which has no name to show.
fn by_number_alone(lists: &[OpenList], list: usize, entry: EntryNumber, number: &Number) -> Option<Hit> {
    let name = lists[list].columns().names_of(entry).next()?;
    let mut reasons = vec![same_number(number, model::SAME_NUMBER)];
    let (mut score, mut strength) = (model::SAME_NUMBER, Strength::Strong);
    if !number.beside.is_empty() {
        let points = model::OTHER_NAME;
        reasons.push(Reason { code: ReasonCode::OtherName, points, asked: number.beside.clone(), listed: String::new() });
        (score, strength) = (score + points, Strength::Probable);
    }
    Some(Hit { list, entry, name, score: Score::from_points(score), strength, reasons })
}

fn same_number(number: &Number, points: i32) -> Reason {
    Reason { code: ReasonCode::SameNumber, points, asked: number.written.clone(), listed: number.key.clone() }
}

/// A party with another number of that kind is another party, or the number is mistyped: it stays a hit, and says so.
fn contradict(hit: &mut Hit, lists: &[OpenList], key: &str, scheme: Scheme, least: i32) {
    let list = &lists[hit.list];
    let has_one = list.columns().entry_kinds.get(hit.entry as usize).is_some_and(|kind| scheme.is_had_by(*kind));
    let agrees = hit.reasons.iter().any(|reason| reason.code == ReasonCode::SameNumber);
    if !has_one || agrees {
        return;
    }
    if let Some(other) = list.identifiers().of(hit.entry).find(|key| Scheme::of(key) == Some(scheme)) {
        let points = model::OTHER_NUMBER.max(least - i32::from(hit.score.points()));
        hit.score = Score::from_points(i32::from(hit.score.points()) + points);
        hit.strength = Strength::Possible;
        hit.reasons.push(Reason { code: ReasonCode::OtherNumber, points, asked: key.to_owned(), listed: other.to_owned() });
    }
}
