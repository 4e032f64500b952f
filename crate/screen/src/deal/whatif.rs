//! What would change the answer: found by asking the rules again on variations of the question, never by opinion.
//!
//! A variation only ever states other facts; none leaves a fact out, so a better answer is never one that knows less.

use super::{
    DealDetermination, DealQuestion, DealRuling, Figures, Finding, Item, ItemKind, Line, Milli, Owner, Parent, Party, Rate, Screening, Tri,
    Unit,
};
use crate::destination::RuleDoubt;
use redzone_index::rules::{Level, Rules};

/// A change of facts, and the answer with it.
#[derive(Clone, Debug)]
pub struct Variation {
    /// What is changed.
    pub change: Change,
    /// The answer then.
    pub ruling: DealRuling,
    /// What is at stake then.
    pub strictest: Option<Level>,
    /// How many lines hold or may hold, at "license needed" or stricter, then; before, see the determination.
    pub lines: usize,
}

/// A change of facts. The words live in message files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The goods go straight, without this step of the way.
    WithoutLeg(usize),
    /// The goods go straight.
    Straight,
    /// This item under every limit of advanced computing.
    ItemUnderLimits(usize),
    /// This item in the lower tier.
    ItemInLowerTier(usize),
    /// This item not designed or marketed for data centres.
    ItemNotForDatacentres(usize),
    /// Installed and used where it is shipped from.
    InstalledAtHome,
    /// Another company in the place of this party: same country, its own parent there, nobody listed.
    AnotherParty(usize),
    /// This party with its headquarters and parent where it is.
    HeadquartersAtHome(usize),
    /// Listed owners of this party sold what they hold to others.
    WithoutListedOwners(usize),
    /// Without this purpose.
    WithoutPurpose(String),
    /// Paid by bank transfer, by the purchaser, from its own country.
    PaidByTransfer,
}

/// More than this many lines are not varied party by party: an answer stays under a few milliseconds.
const MOST_PARTIES: usize = 24;

/// The variations whose answer is another, or in which fewer rules stand in the way.
pub(super) fn search(rules: &Rules, question: &DealQuestion, answer: &DealDetermination) -> Vec<Variation> {
    let before = weight(&answer.lines);
    // Doubts about the pack are the same for every variation: those that the answer carries stand for them.
    let pack: Vec<RuleDoubt> = answer.doubts.iter().filter(|doubt| about_pack(doubt)).cloned().collect();
    let mut found = Vec::new();
    for change in changes(question) {
        let Some(varied) = vary(question, &change).filter(|varied| varied != question) else { continue };
        let then = super::judge_with(rules, &varied, &pack);
        let lines = weight(&then.lines);
        if std::mem::discriminant(&then.ruling) != std::mem::discriminant(&answer.ruling) || lines < before {
            found.push(Variation { change, ruling: then.ruling, strictest: then.strictest, lines });
        }
    }
    found
}

fn about_pack(doubt: &RuleDoubt) -> bool {
    matches!(doubt, RuleDoubt::PackPastReview { .. } | RuleDoubt::BeforePack { .. } | RuleDoubt::RowLost { .. })
}

fn weight(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.level >= Level::LicenseNeeded && line.holds != Tri::No).count()
}

fn changes(question: &DealQuestion) -> Vec<Change> {
    let mut all = Vec::new();
    let legs = question.legs.as_ref().map_or(0, Vec::len);
    all.extend((0..legs).map(Change::WithoutLeg));
    all.extend((legs > 1).then_some(Change::Straight));
    for (at, item) in question.items.iter().enumerate() {
        if matches!(item.kind, Some(ItemKind::Chip | ItemKind::System)) {
            all.extend([Change::ItemUnderLimits(at), Change::ItemInLowerTier(at), Change::ItemNotForDatacentres(at)]);
        }
    }
    all.push(Change::InstalledAtHome);
    for at in 0..question.parties.len().min(MOST_PARTIES) {
        all.extend([Change::AnotherParty(at), Change::HeadquartersAtHome(at), Change::WithoutListedOwners(at)]);
    }
    all.extend(question.end_use.purposes.iter().flatten().cloned().map(Change::WithoutPurpose));
    all.push(Change::PaidByTransfer);
    all
}

fn vary(question: &DealQuestion, change: &Change) -> Option<DealQuestion> {
    let mut varied = question.clone();
    match change {
        Change::WithoutLeg(at) => drop(varied.legs.as_mut()?.remove(*at)),
        Change::Straight => varied.legs = Some(Vec::new()),
        Change::ItemUnderLimits(at) => figures(varied.items.get_mut(*at)?, "1000", None),
        Change::ItemInLowerTier(at) => figures(varied.items.get_mut(*at)?, "2500", Some("b")),
        Change::ItemNotForDatacentres(at) => varied.items.get_mut(*at)?.figures.datacentre = Some(false),
        Change::InstalledAtHome => {
            varied.destination = Some(question.ship_from.clone()?);
            varied.installation = Some(question.ship_from.clone()?);
        }
        Change::AnotherParty(at) => another(varied.parties.get_mut(*at)?),
        Change::HeadquartersAtHome(at) => {
            let party = varied.parties.get_mut(*at)?;
            party.headquarters = Some(party.country.clone()?);
            party.parent = Some(Parent::Itself);
        }
        Change::WithoutListedOwners(at) => {
            let owners = varied.parties.get_mut(*at)?.owners.as_mut()?;
            owners.iter_mut().for_each(divest);
        }
        Change::WithoutPurpose(purpose) => {
            let purposes = varied.end_use.purposes.as_mut()?;
            purposes.retain(|own| own != purpose);
            if purposes.is_empty() {
                purposes.push("civil".to_owned());
            }
        }
        Change::PaidByTransfer => {
            question.payment.as_ref()?;
            varied.payment = Some(vec!["bank-transfer".to_owned()]);
        }
    }
    Some(varied)
}

/// A chip of that performance on 1,000 mm2, in a tier or in none.
fn figures(item: &mut Item, tpp: &str, tier: Option<&str>) {
    let Some(tera_ops) = Milli::parse(tpp) else { return };
    let rate = Rate { tera_ops, bits: 1, sparse: false };
    let unit = Unit { count: Some(1), rates: vec![rate], area: Milli::parse("1000"), planar: Some(false) };
    item.figures = Figures { units: vec![unit], ..item.figures.clone() };
    let entry = if item.kind == Some(ItemKind::System) { "4A090" } else { "3A090" };
    item.eccn = Some(match (tier, item.kind) {
        (Some(tier), _) => format!("{entry}.{tier}"),
        (None, Some(ItemKind::System)) => "4A994".to_owned(),
        (None, _) => "3A991".to_owned(),
    });
}

fn another(party: &mut Party) {
    let country = party.country.clone();
    let owner = Owner { name: "its founders".to_owned(), share: Some(super::WHOLE), controls: Some(true), last: true, ..Owner::default() };
    *party = Party {
        name: party.name.clone(),
        roles: party.roles.clone(),
        user: Some(vec!["civil".to_owned()]),
        person: false,
        headquarters: country.clone(),
        country,
        parent: Some(Parent::Itself),
        owners: Some(vec![Owner { screening: Screening::NoMatch, ..owner }]),
        screening: Screening::NoMatch,
        address: Screening::NoMatch,
    };
}

fn divest(owner: &mut Owner) {
    if let Screening::Hits(hits) = &owner.screening
        && hits.iter().any(|hit| hit.finding != Finding::Another)
    {
        owner.screening = Screening::NoMatch;
        owner.controls = Some(false);
    }
    owner.owners.iter_mut().flatten().for_each(divest);
}

#[cfg(test)]
mod tests {
    use super::super::{PartyHit, classify};
    use super::*;

    fn chip(kind: ItemKind) -> Item {
        let figures = Figures { datacentre: Some(true), ..Figures::default() };
        Item { kind: Some(kind), figures, ..Item::default() }
    }

    #[test]
    fn an_item_is_put_in_a_tier_or_under_every_limit() {
        for (kind, tier, eccn, upper, lower) in [
            (ItemKind::Chip, None, "3A991", Tri::No, Tri::No),
            (ItemKind::Chip, Some("b"), "3A090.b", Tri::No, Tri::Yes),
            (ItemKind::System, None, "4A994", Tri::No, Tri::No),
            (ItemKind::System, Some("b"), "4A090.b", Tri::No, Tri::Yes),
        ] {
            let mut item = chip(kind);
            figures(&mut item, if tier.is_some() { "2500" } else { "1000" }, tier);
            let class = classify(item.kind, &item.figures);
            assert_eq!((item.eccn.as_deref(), class.upper, class.lower), (Some(eccn), upper, lower), "{kind:?} {tier:?}");
            assert_eq!(class.missing, [], "{kind:?} {tier:?}");
        }
    }

    #[test]
    fn another_party_does_the_same_in_the_same_country_and_its_owner_is_known() {
        let hit = |finding| Screening::Hits(vec![PartyHit { list: "SDN".into(), entry: "1".into(), finding }]);
        let mut party = Party {
            name: "A".into(),
            roles: Some(vec!["end-user".into()]),
            person: true,
            country: Some("DE".into()),
            headquarters: Some("CN".into()),
            screening: hit(Finding::Same),
            ..Party::default()
        };
        another(&mut party);
        let founders = Owner {
            name: "its founders".into(),
            share: Some(10_000),
            controls: Some(true),
            last: true,
            owners: None,
            screening: Screening::NoMatch,
        };
        let wanted = Party {
            name: "A".into(),
            roles: Some(vec!["end-user".into()]),
            user: Some(vec!["civil".into()]),
            person: false,
            country: Some("DE".into()),
            headquarters: Some("DE".into()),
            parent: Some(Parent::Itself),
            owners: Some(vec![founders]),
            screening: Screening::NoMatch,
            address: Screening::NoMatch,
        };
        assert_eq!(party, wanted);
    }

    /// At any depth; an owner found to be another than the listed one stays as it is.
    #[test]
    fn listed_owners_sell() {
        let hit = |finding| Screening::Hits(vec![PartyHit { list: "SDN".into(), entry: "1".into(), finding }]);
        let owner = |screening| Owner { controls: Some(true), screening, ..Owner::default() };
        let holds = |owners| Owner { owners: Some(owners), ..owner(Screening::NoMatch) };
        let mut top = holds(vec![owner(hit(Finding::Open)), owner(hit(Finding::Same)), owner(hit(Finding::Another))]);
        divest(&mut top);
        let sold = Owner { controls: Some(false), ..owner(Screening::NoMatch) };
        assert_eq!(top, holds(vec![sold.clone(), sold, owner(hit(Finding::Another))]));
    }
}
