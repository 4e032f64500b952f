//! Who owns a party, through a cap table of any depth. Four authorities, four tests; none borrows another's result.

use super::{Owner, Party, Screening, Tri};

/// Whose test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnershipTest {
    /// OFAC: half or more, all listed owners together; what is so owned taints what it owns in turn.
    Ofac,
    /// EU: half or more together, or control.
    Eu,
    /// UK: more than half by one owner, or control; shares of several are not added.
    Uk,
    /// BIS Affiliates Rule: half or more together.
    Bis,
}

impl OwnershipTest {
    /// By its word in the rules.
    pub fn parse(word: &str) -> Option<OwnershipTest> {
        let tests = [("ofac", OwnershipTest::Ofac), ("eu", OwnershipTest::Eu), ("uk", OwnershipTest::Uk), ("bis", OwnershipTest::Bis)];
        tests.iter().find(|(known, _)| *known == word).map(|(_, test)| *test)
    }

    fn adds_up(self) -> bool {
        self != OwnershipTest::Uk
    }

    fn looks_at_control(self) -> bool {
        matches!(self, OwnershipTest::Eu | OwnershipTest::Uk)
    }
}

/// The whole, in hundredths of a percent.
pub const WHOLE: u32 = 10_000;
const HALF: u32 = 5_000;
/// No cap table is deeper; past it nothing is known.
const DEEPEST: usize = 32;

/// Whether a party is owned (or controlled) by listed parties under a test. `listed` says whether what was screened is listed.
/// What the cap table does not account for may belong to anybody.
pub fn owned(party: &Party, test: OwnershipTest, listed: &dyn Fn(&Screening) -> Tri) -> Tri {
    if party.person { Tri::No } else { held(party.owners.as_deref(), test, listed, 0) }
}

fn held(owners: Option<&[Owner]>, test: OwnershipTest, listed: &dyn Fn(&Screening) -> Tri, depth: usize) -> Tri {
    let Some(owners) = owners.filter(|_| depth < DEEPEST) else { return Tri::Unknown };
    let stakes: Vec<(&Owner, Tri)> = owners.iter().map(|owner| (owner, tainted(owner, test, listed, depth))).collect();
    let accounted: u32 = owners.iter().filter_map(|owner| owner.share).sum();
    let rest = WHOLE.saturating_sub(accounted);
    let by_share = if test.adds_up() { together(&stakes, rest) } else { alone(&stakes, rest) };
    let by_control = if test.looks_at_control() { Tri::any(stakes.iter().map(control)) } else { Tri::No };
    by_share.or(by_control)
}

/// Whether an owner counts: listed, or owned by those who are.
fn tainted(owner: &Owner, test: OwnershipTest, listed: &dyn Fn(&Screening) -> Tri, depth: usize) -> Tri {
    let above = if owner.last { Tri::No } else { held(owner.owners.as_deref(), test, listed, depth + 1) };
    listed(&owner.screening).or(above)
}

fn together(stakes: &[(&Owner, Tri)], rest: u32) -> Tri {
    let sum = |counts: &dyn Fn(Tri) -> bool| -> u32 {
        stakes.iter().filter(|(_, tainted)| counts(*tainted)).filter_map(|(owner, _)| owner.share).sum()
    };
    let least = sum(&|tainted| tainted == Tri::Yes);
    let most = sum(&|tainted| tainted != Tri::No) + rest;
    if least >= HALF {
        Tri::Yes
    } else if most < HALF {
        Tri::No
    } else {
        Tri::Unknown
    }
}

fn alone(stakes: &[(&Owner, Tri)], rest: u32) -> Tri {
    let one = |(owner, tainted): &(&Owner, Tri)| match owner.share {
        Some(share) if share > HALF => *tainted,
        Some(share) if share + rest > HALF => tainted.and(Tri::Unknown),
        Some(_) => Tri::No,
        None => Tri::No,
    };
    let hidden = if rest > HALF { Tri::Unknown } else { Tri::No };
    Tri::any(stakes.iter().map(one)).or(hidden)
}

fn control((owner, tainted): &(&Owner, Tri)) -> Tri {
    tainted.and(owner.controls.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use OwnershipTest::{Bis, Eu, Ofac, Uk};

    fn listed(screening: &Screening) -> Tri {
        match screening {
            Screening::NotDone => Tri::Unknown,
            Screening::NoMatch => Tri::No,
            Screening::Hits(_) => Tri::Yes,
        }
    }

    fn owner(share: u32, screening: Screening) -> Owner {
        Owner { share: Some(share), controls: Some(false), last: true, screening, ..Owner::default() }
    }

    fn bad(share: u32) -> Owner {
        owner(share, Screening::Hits(Vec::new()))
    }

    fn good(share: u32) -> Owner {
        owner(share, Screening::NoMatch)
    }

    fn held_by(share: u32, owners: Vec<Owner>) -> Owner {
        Owner { last: false, owners: Some(owners), ..good(share) }
    }

    fn answers(owners: Vec<Owner>) -> [Tri; 4] {
        let party = Party { owners: Some(owners), ..Party::default() };
        [Ofac, Eu, Uk, Bis].map(|test| owned(&party, test, &listed))
    }

    use Tri::{No, Unknown, Yes};

    #[test]
    fn half_is_enough_for_some_and_not_for_the_uk() {
        assert_eq!(answers(vec![bad(5_000), good(5_000)]), [Yes, Yes, No, Yes]);
        assert_eq!(answers(vec![bad(4_999), good(5_001)]), [No, No, No, No]);
        assert_eq!(answers(vec![bad(5_001), good(4_999)]), [Yes, Yes, Yes, Yes]);
    }

    #[test]
    fn shares_of_several_are_added_but_not_in_the_uk() {
        assert_eq!(answers(vec![bad(2_500), bad(2_500), good(5_000)]), [Yes, Yes, No, Yes]);
        assert_eq!(answers(vec![bad(3_000), bad(1_999), good(5_001)]), [No, No, No, No]);
    }

    #[test]
    fn ownership_cascades() {
        // Listed X owns half of A and half of B; each owns a quarter of the party: all of both quarters count (OFAC FAQ 401).
        let through = |share| held_by(share, vec![bad(5_000), good(5_000)]);
        assert_eq!(answers(vec![through(2_500), through(2_500), good(5_000)]), [Yes, Yes, No, Yes]);
        // A quarter held by a company that is not itself half owned does not count at all.
        let below = |share| held_by(share, vec![bad(4_900), good(5_100)]);
        assert_eq!(answers(vec![below(10_000)]), [No, No, No, No]);
    }

    #[test]
    fn what_is_not_accounted_for_may_belong_to_anybody() {
        assert_eq!(answers(vec![]), [Unknown; 4]);
        assert_eq!(answers(vec![good(5_001)]), [No; 4]);
        assert_eq!(answers(vec![good(5_000)]), [Unknown, Unknown, No, Unknown]);
        assert_eq!(answers(vec![good(4_999)]), [Unknown; 4]);
        assert_eq!(answers(vec![bad(3_000), good(4_000)]), [Unknown, Unknown, Unknown, Unknown]);
        assert_eq!(answers(vec![bad(2_000), good(7_000)]), [No; 4]);
        assert_eq!(owned(&Party::default(), Ofac, &listed), Unknown);
    }

    #[test]
    fn control_counts_in_the_eu_and_the_uk() {
        let golden = Owner { controls: Some(true), ..bad(100) };
        assert_eq!(answers(vec![golden, good(9_900)]), [No, Yes, Yes, No]);
        let not_asked = Owner { controls: None, ..bad(100) };
        assert_eq!(answers(vec![not_asked, good(9_900)]), [No, Unknown, Unknown, No]);
    }

    #[test]
    fn an_owner_that_was_not_screened_is_not_known() {
        let unseen = Owner { screening: Screening::NotDone, ..good(6_000) };
        assert_eq!(answers(vec![unseen, good(4_000)]), [Unknown; 4]);
    }

    #[test]
    fn a_natural_person_has_no_owners() {
        assert_eq!(owned(&Party { person: true, ..Party::default() }, Ofac, &listed), No);
    }

    /// The party's owner is the first level.
    #[test]
    fn past_the_deepest_cap_table_nothing_is_known() {
        let chain = |levels: usize| (1..levels).fold(bad(10_000), |below, _| held_by(10_000, vec![below]));
        assert_eq!(answers(vec![chain(DEEPEST)]), [Yes; 4]);
        let clean = |levels: usize| (1..levels).fold(good(10_000), |below, _| held_by(10_000, vec![below]));
        assert_eq!(answers(vec![clean(DEEPEST)]), [No; 4]);
        assert_eq!(answers(vec![clean(DEEPEST + 1)]), [Unknown; 4]);
    }
}
