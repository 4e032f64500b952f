//! What is known besides the name: kind of party, birth date, country, and what kind of name matched.
//!
//! Absence never hurts. A different country takes nothing; a birth date that differs does.

use redzone_index::{Columns, Country, DateSpan, NameKind, PartyKind};

use crate::model;
use crate::{Question, ReasonCode, Score, Strength};

/// Birth dates and countries of the parties of one list.
pub struct PartyFacts {
    born: Vec<DateSpan>,
    born_starts: Vec<u32>,
    countries: Vec<Country>,
    country_starts: Vec<u32>,
}

impl PartyFacts {
    /// Copied out, so that the engine holds no list.
    pub fn of(list: &Columns) -> PartyFacts {
        PartyFacts {
            born: list.born.clone(),
            born_starts: list.entry_born_starts.clone(),
            countries: list.countries.clone(),
            country_starts: list.entry_country_starts.clone(),
        }
    }

    /// The birth dates of an entry.
    pub fn born(&self, entry: u32) -> &[DateSpan] {
        &self.born[self.born_starts[entry as usize] as usize..self.born_starts[entry as usize + 1] as usize]
    }

    /// The countries of an entry.
    pub fn countries(&self, entry: u32) -> &[Country] {
        &self.countries[self.country_starts[entry as usize] as usize..self.country_starts[entry as usize + 1] as usize]
    }
}

/// One fact, weighed.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What was seen.
    pub code: ReasonCode,
    /// What it adds or takes.
    pub points: i32,
    /// The question's side.
    pub asked: String,
    /// The list's side.
    pub listed: String,
}

/// The most that facts may add to a name's score for this question.
pub fn most(question: &Question) -> i32 {
    let born = question.born.map_or(0, |asked| most_by_birth(&asked));
    let country = if question.countries.is_empty() { 0 } else { model::COUNTRY_AGREES };
    born + country
}

/// Weighs what the question says against what the list says.
pub fn weigh(question: &Question, party: PartyKind, born: &[DateSpan], countries: &[Country]) -> Vec<Fact> {
    let mut facts = Vec::new();
    // Whoever is at a listed address needs a license, whatever the kind.
    let any = |kind: PartyKind| matches!(kind, PartyKind::Unstated | PartyKind::Address);
    if !any(question.kind) && !any(party) && question.kind != party {
        facts.push(Fact {
            code: ReasonCode::OtherKind,
            points: model::OTHER_KIND,
            asked: kind_word(question.kind).into(),
            listed: kind_word(party).into(),
        });
    }
    if let Some(asked) = question.born
        && let Some(nearest) = born.iter().min_by_key(|listed| (years_apart(&asked, listed), -by_birth(&asked, listed)))
    {
        let (code, points) = match years_apart(&asked, nearest) {
            0 => (ReasonCode::BornAgrees, by_birth(&asked, nearest)),
            1 | 2 => (ReasonCode::BornNear, 0),
            _ => (ReasonCode::BornDiffers, model::BORN_DIFFERS),
        };
        facts.push(Fact { code, points, asked: asked.to_string(), listed: nearest.to_string() });
    }
    if let Some(shared) = question.countries.iter().find(|country| countries.contains(country)) {
        let shared = shared.to_string();
        facts.push(Fact { code: ReasonCode::CountryAgrees, points: model::COUNTRY_AGREES, asked: shared.clone(), listed: shared });
    }
    facts
}

/// What birth dates bring that agree, by how much the vaguer of them says. Two days of one year are not one day.
fn by_birth(asked: &DateSpan, listed: &DateSpan) -> i32 {
    let meet = asked.from <= listed.to && listed.from <= asked.to;
    let most = if meet { i32::MAX } else { model::BORN_AGREES[2] };
    most.min(most_by_birth(asked)).min(most_by_birth(listed))
}

/// The most that a birth date may bring.
fn most_by_birth(span: &DateSpan) -> i32 {
    let [day, year, vaguer] = model::BORN_AGREES;
    match () {
        () if span.circa || span.from.year() != span.to.year() => vaguer,
        () if span.from != span.to => year,
        () => day,
    }
}

/// Whole years between two spans: 0 when they meet, or lie in one year.
fn years_apart(a: &DateSpan, b: &DateSpan) -> u16 {
    let (first, second) = if a.from <= b.from { (a, b) } else { (b, a) };
    let gap = second.from.year().saturating_sub(first.to.year());
    gap.saturating_sub(u16::from(a.circa || b.circa))
}

/// The score of a name: its base, the facts, the cap of weak aliases, never outside 0 ..= 10,000.
pub fn total(base: i32, facts: &[Fact], weak: bool) -> i32 {
    let sum = (base + facts.iter().map(|fact| fact.points).sum::<i32>()).clamp(0, 10_000);
    if weak && !corroborated(facts) { sum.min(model::WEAK_ALIAS_CAP) } else { sum }
}

/// Whether a fact supports the name.
pub fn corroborated(facts: &[Fact]) -> bool {
    facts.iter().any(|fact| fact.points > 0)
}

/// What to make of a hit: a name in full that few share, or one that facts support, is strong; see `Strength`.
pub fn strength(score: Score, weight: u32, facts: &[Fact], kind: NameKind) -> Strength {
    let contradicted = facts.iter().any(|fact| fact.code == ReasonCode::BornDiffers);
    match score.points() {
        _ if contradicted || (kind == NameKind::Weak && !corroborated(facts)) => Strength::Possible,
        9_000.. if kind == NameKind::Ours => Strength::Probable,
        9_000.. if weight >= 240 || corroborated(facts) => Strength::Strong,
        8_000.. => Strength::Probable,
        _ => Strength::Possible,
    }
}

fn kind_word(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Unstated => "unstated",
        PartyKind::Individual => "individual",
        PartyKind::Entity => "entity",
        PartyKind::Vessel => "vessel",
        PartyKind::Aircraft => "aircraft",
        PartyKind::Address => "address",
    }
}
