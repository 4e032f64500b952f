//! The facts of a deal, and what a condition makes of them.

use super::flags::applies;
use super::goods::ItemFacts;
use super::ownership::{OwnershipTest, owned};
use super::spot::Spot;
use super::{DealQuestion, Finding, Party, Reply, Screening, Tri};
use redzone_index::rules::{Clause, ClauseKind, Condition, Fact, Rules};

/// Everything about a deal that conditions look at, looked up once.
pub(super) struct DealFacts<'a> {
    pub(super) rules: &'a Rules,
    pub(super) question: &'a DealQuestion,
    pub(super) items: Vec<ItemFacts<'a>>,
    pub(super) parties: Vec<PartyFacts<'a>>,
    /// The destination, then the place of installation.
    pub(super) spots: [Spot; 2],
    pub(super) ship_from: Spot,
    pub(super) legs: Option<Vec<Spot>>,
    pub(super) customers: Option<Vec<Spot>>,
}

/// A party with its places looked up.
pub(super) struct PartyFacts<'a> {
    pub(super) party: &'a Party,
    pub(super) country: Spot,
    pub(super) headquarters: Spot,
    /// The ultimate parent's; `None` when the party stands under nobody.
    pub(super) parent: Option<Spot>,
}

impl PartyFacts<'_> {
    /// Whether its headquarters or its ultimate parent's are in one of the places. A person's are where the person is.
    pub(super) fn headquartered<'v>(&self, places: impl Iterator<Item = &'v str> + Clone) -> Tri {
        let own = if self.party.person { &self.country } else { &self.headquarters };
        Tri::any(std::iter::once(own).chain(&self.parent).map(|spot| spot.is_any(places.clone())))
    }
}

/// What a condition is asked about. Of what is `None`, all are asked and any will do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct About {
    pub(super) item: Option<usize>,
    pub(super) party: Option<usize>,
    /// 0 the destination, 1 the place of installation.
    pub(super) spot: Option<usize>,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    Item,
    Party,
    Spot,
    Deal,
}

pub(super) fn axis(fact: Fact) -> Axis {
    match fact {
        Fact::Item | Fact::TppUnder | Fact::DramUnder | Fact::MadeIn => Axis::Item,
        Fact::Headquarters | Fact::PartyAt | Fact::Role | Fact::User | Fact::Listed | Fact::OwnedBy | Fact::AddressListed => Axis::Party,
        Fact::Destination => Axis::Spot,
        Fact::EndUse | Fact::Customers | Fact::Transit | Fact::Payment | Fact::Layer | Fact::Operation | Fact::Answer | Fact::Unless => {
            Axis::Deal
        }
    }
}

impl DealFacts<'_> {
    /// Whether all conditions of a clause hold.
    pub(super) fn holds(&self, clause: &Clause, about: About) -> Tri {
        clause.when.iter().map(|condition| self.condition(condition, about)).fold(Tri::Yes, Tri::and)
    }

    /// Everything a clause can be asked about: each item, party and place that its conditions look at.
    pub(super) fn contexts(&self, clause: &Clause) -> Vec<About> {
        let looks = |wanted: Axis| clause.when.iter().any(|condition| axis(condition.fact) == wanted);
        let each = |wanted: Axis, count: usize| -> Vec<Option<usize>> {
            if looks(wanted) && count > 0 { (0..count).map(Some).collect() } else { vec![None] }
        };
        let mut all = Vec::new();
        for item in each(Axis::Item, self.items.len()) {
            for party in each(Axis::Party, self.parties.len()) {
                for spot in each(Axis::Spot, self.spots.len()) {
                    all.push(About { item, party, spot });
                }
            }
        }
        all
    }

    /// Whether one condition holds.
    pub(super) fn condition(&self, condition: &Condition, about: About) -> Tri {
        let values = || condition.values.iter().map(AsRef::as_ref);
        let holds = match axis(condition.fact) {
            Axis::Item => over(&self.items, about.item, |item| item.is(condition.fact, &condition.values)),
            Axis::Party => over(&self.parties, about.party, |party| self.party_is(party, condition)),
            Axis::Spot => over(&self.spots, about.spot, |spot| spot.is_any(values())),
            Axis::Deal => self.deal_is(condition),
        };
        if condition.not { !holds } else { holds }
    }

    fn party_is(&self, facts: &PartyFacts<'_>, condition: &Condition) -> Tri {
        let party = facts.party;
        let values = || condition.values.iter().map(AsRef::as_ref);
        match condition.fact {
            Fact::PartyAt => facts.country.is_any(values()),
            Fact::Headquarters => facts.headquartered(values()),
            Fact::Role => among(party.roles.as_deref(), condition),
            Fact::User => among(party.user.as_deref(), condition),
            Fact::Listed => self.listed(&party.screening, values()),
            Fact::AddressListed => self.listed(&party.address, values()),
            Fact::OwnedBy => match values().next().and_then(OwnershipTest::parse) {
                Some(test) => owned(party, test, &|screening| self.listed(screening, values().skip(1))),
                None => Tri::Unknown,
            },
            _ => Tri::Unknown,
        }
    }

    fn deal_is(&self, condition: &Condition) -> Tri {
        let question = self.question;
        let values = || condition.values.iter().map(AsRef::as_ref);
        match condition.fact {
            Fact::EndUse => among(question.end_use.purposes.as_deref(), condition),
            Fact::Payment => among(question.payment.as_deref(), condition),
            Fact::Layer => among(question.layers.as_deref(), condition),
            Fact::Transit => any_spot(self.legs.as_deref(), values()),
            Fact::Customers => any_spot(self.customers.as_deref(), values()),
            Fact::Operation => self.operation().map_or(Tri::Unknown, |operation| Tri::from(values().any(|value| value == operation))),
            Fact::Answer => Tri::any(
                values().map(|code| question.reply(code).map_or_else(|| self.unasked(code), |reply| Tri::from(reply != Reply::No))),
            ),
            Fact::Unless => !Tri::from(values().any(|code| question.reply(code) == Some(Reply::Yes))),
            _ => Tri::Unknown,
        }
    }

    /// What stands for an answer that nobody gave: no, when the question can't be put to this deal, such as one about chips where there are
    /// none; else unknown. A question that hangs on another's answer may always be put.
    fn unasked(&self, code: &str) -> Tri {
        let clauses = self
            .rules
            .clauses
            .iter()
            .filter(|clause| clause.code.as_ref() == code && matches!(clause.kind, ClauseKind::Flag | ClauseKind::Ask));
        let mut known = clauses.peekable();
        let put = |clause: &Clause| clause.when.iter().any(|condition| condition.fact == Fact::Answer) || applies(self, clause) != Tri::No;
        if known.peek().is_some() && !known.any(put) { Tri::No } else { Tri::Unknown }
    }

    fn operation(&self) -> Option<&'static str> {
        let (from, to) = (self.ship_from.place?, self.spots[0].place?);
        Some(match from.country {
            country if country.as_str() == "US" => "export",
            country if country == to.country => "in-country",
            _ => "reexport",
        })
    }

    /// Whether what was screened is on one of the lists with these codes.
    pub(super) fn listed<'v>(&self, screening: &Screening, codes: impl Iterator<Item = &'v str> + Clone) -> Tri {
        match screening {
            Screening::NotDone => Tri::Unknown,
            Screening::NoMatch => Tri::No,
            Screening::Hits(hits) => Tri::any(hits.iter().map(|hit| {
                let found = match hit.finding {
                    Finding::Same => Tri::Yes,
                    Finding::Open => Tri::Unknown,
                    Finding::Another => Tri::No,
                };
                found.and(Tri::any(codes.clone().map(|code| self.same_list(&hit.list, code))))
            })),
        }
    }

    /// Whether a hit's list is the one with that code. A footnote or address of a list is on that list too; a list that the pack
    /// does not know may be any.
    fn same_list(&self, list: &str, code: &str) -> Tri {
        let effects = &self.rules.effects;
        let own = effects.iter().find(|effect| effect.code.as_ref() == list || effect.lists.iter().any(|id| id.as_ref() == list));
        match own {
            Some(own) => Tri::from(own.code.as_ref() == code || own.code.strip_prefix(code).is_some_and(|rest| rest.starts_with("-FN"))),
            None => Tri::Unknown,
        }
    }
}

/// One of them, or any. Of nobody nothing is known.
fn over<T>(all: &[T], at: Option<usize>, is: impl Fn(&T) -> Tri) -> Tri {
    match at {
        Some(at) => all.get(at).map_or(Tri::Unknown, is),
        None if all.is_empty() => Tri::Unknown,
        None => Tri::any(all.iter().map(is)),
    }
}

fn among(stated: Option<&[String]>, condition: &Condition) -> Tri {
    stated.map_or(Tri::Unknown, |stated| Tri::from(stated.iter().any(|word| condition.values.iter().any(|value| value.as_ref() == word))))
}

fn any_spot<'v>(spots: Option<&[Spot]>, values: impl Iterator<Item = &'v str> + Clone) -> Tri {
    spots.map_or(Tri::Unknown, |spots| Tri::any(spots.iter().map(|spot| spot.is_any(values.clone()))))
}
