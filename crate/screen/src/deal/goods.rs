//! An item of the question: what its figures and its stated ECCN together say it is. The two only add up: neither takes back what the other says.

use super::spot::Spot;
use super::{Class, Item, ItemKind, Tri, classify};
use redzone_index::rules::{EccnRow, Fact, Rules, Text};

/// An item, classified.
pub(super) struct ItemFacts<'a> {
    pub(super) item: &'a Item,
    pub(super) class: Class,
    /// Its entry in the Commerce Control List.
    pub(super) entry: Option<&'a EccnRow>,
    pub(super) made_in: Spot,
    stated: Stated,
}

/// Which tiers a stated ECCN puts an item in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stated {
    upper: Tri,
    lower: Tri,
    memory: Tri,
    weights: Tri,
}

impl<'a> ItemFacts<'a> {
    pub(super) fn of(rules: &'a Rules, item: &'a Item, made_in: Spot) -> ItemFacts<'a> {
        let eccn = item.eccn.as_deref().unwrap_or_default();
        let entry = rules.eccns.iter().find(|row| eccn.split('.').next() == Some(row.eccn.as_ref()));
        ItemFacts { item, class: classify(item.kind, &item.figures), entry, made_in, stated: stated(item.eccn.as_deref(), item.kind) }
    }

    /// Upper tier of advanced computing.
    pub(super) fn upper(&self) -> Tri {
        self.class.upper.or(self.stated.upper)
    }

    /// Lower tier.
    pub(super) fn lower(&self) -> Tri {
        self.class.lower.or(self.stated.lower)
    }

    /// High-bandwidth memory.
    pub(super) fn memory(&self) -> Tri {
        self.class.memory.or(self.stated.memory)
    }

    /// Weights of a very large model.
    pub(super) fn weights(&self) -> Tri {
        self.class.weights.or(self.stated.weights)
    }

    /// Any entry of advanced computing.
    pub(super) fn advanced(&self) -> Tri {
        Tri::any([self.upper(), self.lower(), self.memory(), self.weights()])
    }

    /// Whether the item is one of the words of a condition.
    pub(super) fn is(&self, fact: Fact, values: &[Text]) -> Tri {
        let words = || values.iter().map(AsRef::as_ref);
        let under = |range: super::Range| Tri::any(words().map(|word| whole(word).map_or(Tri::Unknown, |limit| !range.at_least(limit))));
        match fact {
            Fact::TppUnder => under(self.class.tpp),
            Fact::DramUnder => under(self.class.dram),
            Fact::MadeIn => self.made_in.is_any(words()),
            _ => Tri::any(words().map(|word| self.word(word))),
        }
    }

    /// One word of [`Fact::Item`].
    pub(super) fn word(&self, word: &str) -> Tri {
        let kind = |wanted: ItemKind| self.item.kind.map_or(Tri::Unknown, |kind| Tri::from(kind == wanted));
        match word {
            "upper" => self.upper(),
            "lower" => self.lower(),
            "memory" => self.memory(),
            "weights" => self.weights(),
            "not-datacentre" => !self.class.datacentre,
            "chip" => kind(ItemKind::Chip),
            "system" => kind(ItemKind::System),
            "software" => kind(ItemKind::Software),
            "technology" => kind(ItemKind::Technology),
            "tool" => kind(ItemKind::Tool),
            // What the chart decides is asked item by item: see `chart`.
            "chart" => Tri::No,
            _ => self.item.eccn.as_deref().map_or(Tri::Unknown, |eccn| in_eccn(eccn, word)),
        }
    }
}

fn whole(word: &str) -> Option<u128> {
    word.parse::<u128>().ok()?.checked_mul(1_000)
}

/// Whether an ECCN, as far as it is given, is within an entry, a paragraph or a class of entries.
fn in_eccn(eccn: &str, wanted: &str) -> Tri {
    let letter = |at: usize| eccn.as_bytes().get(at).copied();
    match wanted {
        "600-series" => return Tri::from(eccn.len() >= 5 && letter(2) == Some(b'6')),
        "9x515" => return Tri::from(letter(0) == Some(b'9') && eccn.get(2..5) == Some("515")),
        _ => {}
    }
    let within = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || outer.len() < 5)
    };
    if within(eccn, wanted) {
        Tri::Yes
    } else if within(wanted, eccn) {
        Tri::Unknown
    } else {
        Tri::No
    }
}

/// The tiers that an ECCN says by itself. Entries that follow a tier, given without their paragraph, may be in any. Without an ECCN the
/// figures decide for what has figures; its chart is not known, and that is said elsewhere.
fn stated(eccn: Option<&str>, kind: Option<ItemKind>) -> Stated {
    let none = Stated { upper: Tri::No, lower: Tri::No, memory: Tri::No, weights: Tri::No };
    let Some(eccn) = eccn else {
        if matches!(kind, Some(ItemKind::Chip | ItemKind::System | ItemKind::Memory | ItemKind::Weights | ItemKind::Other)) {
            return none;
        }
        return Stated { upper: Tri::Unknown, lower: Tri::Unknown, memory: Tri::Unknown, weights: Tri::Unknown };
    };
    let (entry, paragraph) = eccn.split_once('.').unwrap_or((eccn, ""));
    let (upper, lower) = match (entry, paragraph) {
        ("3A090" | "4A090", "") => (Tri::Unknown, Tri::Unknown),
        ("3A090" | "4A090", tier) => (Tri::from(tier.starts_with('a')), Tri::from(tier.starts_with('b'))),
        ("3A001" | "4A003" | "4A004" | "4A005" | "5A002" | "5A004" | "5A992" | "5D002" | "5D992", "") => (Tri::Unknown, Tri::Unknown),
        ("3A001" | "4A003" | "4A004" | "4A005" | "5A002" | "5A004" | "5D002" | "5D992", z) if z.starts_with('z') => {
            (Tri::from(!z.ends_with(".b")), Tri::from(z.ends_with(".b")))
        }
        ("5A992", "z.2") => (Tri::No, Tri::Yes),
        ("5A992", z) if z.starts_with('z') => (Tri::Yes, Tri::No),
        ("4D090", _) => (Tri::Yes, Tri::No),
        ("3D001" | "3E001" | "4D001" | "4E001", _) => (Tri::Unknown, Tri::Unknown),
        _ => (Tri::No, Tri::No),
    };
    let memory = match (entry, paragraph) {
        ("3A090", "") => Tri::Unknown,
        ("3A090", paragraph) => Tri::from(paragraph.starts_with('c')),
        _ => Tri::No,
    };
    Stated { upper, lower, memory, weights: Tri::from(entry == "4E091") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn software_and_technology_follow_the_tier_of_what_they_are_for() {
        use Tri::{No, Unknown, Yes};
        for (eccn, upper, lower) in [
            ("4D090", Yes, No),
            ("3D001", Unknown, Unknown),
            ("3E001", Unknown, Unknown),
            ("4D001", Unknown, Unknown),
            ("4E001.a", Unknown, Unknown),
            ("3D002", No, No),
            ("usml", No, No),
            ("EAR99", No, No),
        ] {
            let stated = stated(Some(eccn), None);
            assert_eq!((stated.upper, stated.lower), (upper, lower), "{eccn}");
        }
    }

    #[test]
    fn an_eccn_is_within_its_entry_and_may_be_within_its_paragraphs() {
        for (eccn, wanted, is) in [
            ("3A090.a", "3A090", Tri::Yes),
            ("3A090.a", "3A090.a", Tri::Yes),
            ("3A090.a.1", "3A090.a", Tri::Yes),
            ("3A090", "3A090.a", Tri::Unknown),
            ("3A0901", "3A090", Tri::No),
            ("3B001", "3B", Tri::Yes),
            ("3A001", "3B", Tri::No),
            ("EAR99", "3A090", Tri::No),
            ("EAR99", "EAR99", Tri::Yes),
            ("3A001", "EAR99", Tri::No),
            ("usml", "usml", Tri::Yes),
            ("EAR99", "usml", Tri::No),
            ("3A611", "600-series", Tri::Yes),
            ("3A001", "600-series", Tri::No),
            ("9A515", "9x515", Tri::Yes),
            ("usml", "usml", Tri::Yes),
        ] {
            assert_eq!(in_eccn(eccn, wanted), is, "{eccn} {wanted}");
        }
    }

    #[test]
    fn a_stated_entry_says_its_tier_or_leaves_it_open() {
        for (eccn, upper, lower, memory) in [
            ("3A090.a", Tri::Yes, Tri::No, Tri::No),
            ("3A090.b", Tri::No, Tri::Yes, Tri::No),
            ("3A090.c", Tri::No, Tri::No, Tri::Yes),
            ("3A090", Tri::Unknown, Tri::Unknown, Tri::Unknown),
            ("4A090.b", Tri::No, Tri::Yes, Tri::No),
            ("5A992.z.1", Tri::Yes, Tri::No, Tri::No),
            ("5A992.z.2", Tri::No, Tri::Yes, Tri::No),
            ("5A992.c", Tri::No, Tri::No, Tri::No),
            ("5A992", Tri::Unknown, Tri::Unknown, Tri::No),
            ("4A003.z.1.b", Tri::No, Tri::Yes, Tri::No),
            ("EAR99", Tri::No, Tri::No, Tri::No),
        ] {
            let found = stated(Some(eccn), None);
            assert_eq!((found.upper, found.lower, found.memory), (upper, lower, memory), "{eccn}");
        }
        assert_eq!(stated(None, None).weights, Tri::Unknown);
        assert_eq!(stated(Some("4E091"), None).weights, Tri::Yes);
    }
}
