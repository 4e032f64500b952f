//! Every rule of the pack on every item, party and place of a deal.

use super::facts::{About, DealFacts};
use super::spot::Spot;
use super::{Cited, DealTest, Gap, Line, Tri, exceptions};
use crate::destination::fire::{Found, at};
use crate::destination::{DestinationQuestion, Fired, RuleDoubt, RuleNote, Subject};
use redzone_index::Date;
use redzone_index::rules::{Clause, ClauseKind, Confidence, Jurisdiction, Level, Phase, Place, Rule, Scope, State, Test};

/// What was found on the way to an answer.
#[derive(Default)]
pub(super) struct Trace {
    pub(super) lines: Vec<Line>,
    pub(super) gaps: Vec<Gap>,
    pub(super) doubts: Vec<RuleDoubt>,
    pub(super) notes: Vec<RuleNote>,
}

impl Trace {
    pub(super) fn doubt(&mut self, doubt: RuleDoubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    pub(super) fn note(&mut self, note: RuleNote) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// A line that counts: what is only announced is said, what nobody has seen is marked.
    pub(super) fn line(&mut self, line: Line) {
        let from = &line.rule.from;
        if from.state == State::Announced {
            self.note(RuleNote::OnlyAnnounced { id: from.id.clone() });
            return;
        }
        if from.confidence == Confidence::Unverified && line.holds == Tri::Yes {
            self.note(RuleNote::CheckBeforeUse { id: from.id.clone() });
        }
        if !self.lines.contains(&line) {
            self.lines.push(line);
        }
    }
}

/// What of the rules on a place counts there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// All of them: the item goes there.
    Everything,
    /// Those on every item: a party is there.
    AllItems,
    /// Those that bar the whole place: the goods pass on board.
    Bars,
}

/// Asks everything.
pub(super) fn ask(facts: &DealFacts<'_>, trace: &mut Trace) {
    places(facts, trace);
    headquarters(facts, trace);
    super::chart::ask(facts, trace);
    clauses(facts, trace);
    for line in &mut trace.lines {
        exceptions::lift(facts, line);
    }
}

fn places(facts: &DealFacts<'_>, trace: &mut Trace) {
    for spot in &facts.spots {
        place(facts, spot, Reach::Everything, None, trace);
    }
    let legs = facts.legs.iter().flatten().zip(facts.question.legs.iter().flatten());
    for (spot, leg) in legs {
        place(facts, spot, if leg.stays_on_board == Some(true) { Reach::Bars } else { Reach::Everything }, None, trace);
    }
    for (at, party) in facts.parties.iter().enumerate() {
        place(facts, &party.country, Reach::AllItems, Some(at), trace);
    }
}

fn place(facts: &DealFacts<'_>, spot: &Spot, reach: Reach, party: Option<usize>, trace: &mut Trace) {
    for doubt in &spot.doubts {
        trace.doubt(doubt.clone());
    }
    let Some(place) = spot.place else { return };
    let mut found = Found::default();
    at(facts.rules, &question(facts, facts.question.as_of), Subject::Destination, place, &mut found);
    // Of where a party is, only what may bar it matters; the tables of the place speak of items that go there.
    let of_place = |doubt: &RuleDoubt| reach == Reach::Everything || matches!(doubt, RuleDoubt::RegionUnstated { .. });
    found.doubts.into_iter().filter(of_place).filter(kept).for_each(|doubt| trace.doubt(doubt));
    if reach == Reach::Everything {
        found.notes.into_iter().for_each(|note| trace.note(note));
    }
    for fired in found.fired {
        let counts = match reach {
            Reach::Everything => true,
            Reach::AllItems => fired.rule.scope == Scope::AllItems && fired.through.is_empty(),
            Reach::Bars => fired.rule.level == Level::Prohibited,
        };
        if counts {
            by_item(facts, &fired, DealTest::Location, party, trace);
        }
    }
}

/// Doubts about single rows in motion are told by the lines that rest on them; those about the place stay.
fn kept(doubt: &RuleDoubt) -> bool {
    !matches!(doubt, RuleDoubt::Moving { .. } | RuleDoubt::Lapsed { .. })
}

fn question(facts: &DealFacts<'_>, as_of: Date) -> DestinationQuestion {
    DestinationQuestion { jurisdictions: facts.question.jurisdictions.clone(), ..DestinationQuestion::new("", as_of) }
}

fn by_item(facts: &DealFacts<'_>, fired: &Fired, test: DealTest, party: Option<usize>, trace: &mut Trace) {
    let line = |item: Option<usize>, holds: Tri| Line {
        test,
        item,
        party,
        place: Some(fired.place),
        level: fired.rule.level,
        holds,
        phase: fired.phase,
        rule: Cited::from(&fired.rule),
        lifted_by: None,
        exceptions: Vec::new(),
        open: Vec::new(),
    };
    if fired.rule.level == Level::Note || fired.rule.scope == Scope::AllItems {
        trace.line(line(None, Tri::Yes));
        return;
    }
    for at in 0..facts.items.len() {
        let holds = reaches(facts, &fired.rule, at);
        if holds != Tri::No {
            trace.line(line(Some(at), holds));
        }
    }
}

/// Whether a rule on a place reaches an item. Where neither its words nor its scope say, the user's answer under the rule's id does.
fn reaches(facts: &DealFacts<'_>, rule: &Rule, item: usize) -> Tri {
    let Some(item) = facts.items.get(item) else { return Tri::Unknown };
    if !rule.items.is_empty() {
        return Tri::any(rule.items.iter().map(|word| item.word(word)));
    }
    match rule.scope {
        Scope::AllItems => Tri::Yes,
        Scope::AdvancedComputing => item.advanced(),
        Scope::DefenceArticles => Tri::any(["600-series", "9x515", "usml"].map(|word| item.word(word))),
        Scope::ListedItems | Scope::Parties | Scope::EndUse => facts.stated(rule.from.fact()),
    }
}

impl DealFacts<'_> {
    /// What the user answers of a rule or an entry by its id.
    pub(super) fn stated(&self, id: &str) -> Tri {
        self.question.reply(id).map_or(Tri::Unknown, |reply| Tri::from(reply == super::Reply::Yes))
    }

    /// Whether a law is asked about.
    pub(super) fn asks(&self, law: Jurisdiction) -> bool {
        self.question.jurisdictions.is_empty() || self.question.jurisdictions.contains(&law)
    }
}

/// The test of the headquarters, worldwide. A party whose headquarters or parent are not told may be anywhere.
fn headquarters(facts: &DealFacts<'_>, trace: &mut Trace) {
    let rules = || facts.rules.rules.iter().filter(|rule| rule.test == Test::Headquarters && facts.asks(rule.jurisdiction));
    let concerned = |rule: &Rule| Tri::any((0..facts.items.len()).map(|item| reaches(facts, rule, item))) != Tri::No;
    if !rules().any(concerned) {
        return;
    }
    for (at_party, party) in facts.parties.iter().enumerate() {
        let own = if party.party.person { &party.country } else { &party.headquarters };
        for spot in std::iter::once(own).chain(&party.parent) {
            spot.doubts.iter().for_each(|doubt| trace.doubt(doubt.clone()));
            match spot.place {
                Some(place) => known_headquarters(facts, place, at_party, trace),
                None => rules().for_each(|rule| may_hold(facts, rule, at_party, trace)),
            }
        }
    }
}

fn known_headquarters(facts: &DealFacts<'_>, place: Place, party: usize, trace: &mut Trace) {
    let mut found = Found::default();
    at(facts.rules, &question(facts, facts.question.as_of), Subject::Headquarters, place, &mut found);
    let of_table = |doubt: &RuleDoubt| matches!(doubt, RuleDoubt::InNoTable { .. } | RuleDoubt::Unverified { .. });
    found.doubts.into_iter().filter(of_table).for_each(|doubt| trace.doubt(doubt));
    for fired in &found.fired {
        by_item(facts, fired, DealTest::Headquarters, Some(party), trace);
    }
}

fn may_hold(facts: &DealFacts<'_>, rule: &Rule, party: usize, trace: &mut Trace) {
    let phase = rule.from.valid.on(facts.question.as_of);
    for item in (0..facts.items.len()).filter(|&item| phase.speaks() && reaches(facts, rule, item) != Tri::No) {
        trace.line(Line {
            test: DealTest::Headquarters,
            item: Some(item),
            party: Some(party),
            place: None,
            level: rule.level,
            holds: Tri::Unknown,
            phase,
            rule: Cited::from(rule),
            lifted_by: None,
            exceptions: Vec::new(),
            open: vec![redzone_index::rules::Fact::Headquarters],
        });
    }
}

fn clauses(facts: &DealFacts<'_>, trace: &mut Trace) {
    for clause in &facts.rules.clauses {
        let Some(test) = test_of(clause.kind).filter(|_| facts.asks(clause.jurisdiction)) else { continue };
        let phase = clause.from.valid.on(facts.question.as_of);
        if !phase.speaks() {
            continue;
        }
        for about in facts.contexts(clause) {
            let holds = facts.holds(clause, about);
            if holds != Tri::No {
                trace.line(clause_line(facts, clause, test, about, holds, phase));
            }
        }
    }
}

fn clause_line(facts: &DealFacts<'_>, clause: &Clause, test: DealTest, about: About, holds: Tri, phase: Phase) -> Line {
    let open = clause.when.iter().filter(|condition| facts.condition(condition, about) == Tri::Unknown).map(|condition| condition.fact);
    Line {
        test,
        item: about.item,
        party: about.party,
        place: about.spot.and_then(|at| facts.spots.get(at)).and_then(|spot| spot.place),
        level: clause.level,
        holds,
        phase,
        rule: Cited::from(clause),
        lifted_by: None,
        exceptions: Vec::new(),
        open: open.collect(),
    }
}

fn test_of(kind: ClauseKind) -> Option<DealTest> {
    Some(match kind {
        ClauseKind::Item => DealTest::Item,
        ClauseKind::Party => DealTest::Party,
        ClauseKind::Ownership => DealTest::Ownership,
        ClauseKind::Address => DealTest::Address,
        ClauseKind::Route => DealTest::Route,
        ClauseKind::EndUse => DealTest::EndUse,
        ClauseKind::Payment => DealTest::Payment,
        ClauseKind::Conflict => DealTest::Conflict,
        ClauseKind::Exception
        | ClauseKind::Switch
        | ClauseKind::Ask
        | ClauseKind::Flag
        | ClauseKind::Guard
        | ClauseKind::Layer
        | ClauseKind::Term => return None,
    })
}
