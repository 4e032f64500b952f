//! The same party on several lists: linked as evidence for who reads, never as a deletion. And two editions of one list from two sources (the
//! screening list and the agency's own file): where they disagree.

use crate::edition::Edition;
use crate::text::name_key;
use redzone_index::{Entry, PartyKind, identifier_key};
use std::collections::{BTreeMap, BTreeSet};

/// Why two entries are taken for one party, weakest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// The publisher's id.
    Id,
    /// A document or registration number.
    Number,
    /// A name in full, and a birth date where both have one.
    Name,
}

impl Link {
    /// For people and machines: `id`, `number`, `name`.
    pub fn word(self) -> &'static str {
        match self {
            Link::Id => "id",
            Link::Number => "number",
            Link::Name => "name",
        }
    }
}

/// Entries of several lists that are one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// List, id and primary name of each, in the order of the lists.
    pub entries: Vec<(String, String, String)>,
    /// What ties them: the sort of link, and the number or name that they share.
    pub links: Vec<(Link, String)>,
}

/// A number that may stand for many parties or none: `Website`, `Email Address`, `Gender` ... are shared by branches and offices.
const SHARED_KINDS: [&str; 8] = ["website", "email", "phone", "fax", "telephone", "gender", "swift", "trade"];
/// Shorter keys (`7`, `A1`) are shared by chance.
const SHORTEST: usize = 6;

/// What an entry may be known again by. A weak alias identifies nobody.
fn keys(entry: &Entry) -> Vec<(Link, String)> {
    let shared = |kind: &str| SHARED_KINDS.iter().any(|word| kind.to_lowercase().contains(word));
    let numbers = entry.identifiers.iter().filter(|id| !shared(&id.kind)).map(|id| identifier_key(&id.value));
    let numbers = numbers.filter(|key| key.len() >= SHORTEST && key.bytes().any(|byte| byte.is_ascii_digit()));
    let names = entry.names.iter().filter(|name| name.kind != redzone_index::NameKind::Weak).map(|name| name_key(&name.text));
    numbers.map(|key| (Link::Number, key)).chain(names.filter(|key| key.chars().count() >= 2).map(|key| (Link::Name, key))).collect()
}

/// Whether nothing that both say speaks against their being one party: kinds, and birth dates.
fn agree(one: &Entry, other: &Entry) -> bool {
    let kinds = one.kind == other.kind || [one.kind, other.kind].contains(&PartyKind::Unstated);
    let meet = |a: &Entry, b: &Entry| a.born.iter().any(|a| b.born.iter().any(|b| a.from <= b.to && b.from <= a.to));
    kinds && (one.born.is_empty() || other.born.is_empty() || meet(one, other))
}

/// Whether a shared name is enough: two people need birth dates that meet, for many people have one name.
fn links(link: Link, one: &Entry, other: &Entry) -> bool {
    let person = [one.kind, other.kind].contains(&PartyKind::Individual);
    agree(one, other) && (link != Link::Name || !person || (!one.born.is_empty() && !other.born.is_empty()))
}

/// Pairs of an entry that went and one that came which only each other can be.
pub fn one_to_one<'a>(gone: &[&'a Entry], come: &[&'a Entry]) -> Vec<(&'a Entry, &'a Entry, Link)> {
    let mut by_key: BTreeMap<(Link, String), Vec<&'a Entry>> = BTreeMap::new();
    for entry in come {
        for key in keys(entry) {
            by_key.entry(key).or_default().push(entry);
        }
    }
    let mut pairs: Vec<(&'a Entry, &'a Entry, Link)> = Vec::new();
    for entry in gone {
        let fits = keys(entry).into_iter().flat_map(|key| {
            let link = key.0;
            by_key.get(&key).into_iter().flatten().filter(move |other| agree(entry, other)).map(move |other| (*other, link))
        });
        let fits: BTreeMap<&str, (&'a Entry, Link)> = fits.map(|(other, link)| (other.id.as_str(), (other, link))).collect();
        // Several that fit are nobody in particular.
        if fits.len() == 1 {
            pairs.extend(fits.into_values().map(|(other, link)| (*entry, other, link)));
        }
    }
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    pairs.iter().for_each(|(_, other, _)| *times.entry(&other.id).or_default() += 1);
    pairs.retain(|(_, other, _)| times.get(other.id.as_str()) == Some(&1));
    pairs
}

/// The parties that stand on more than one of the lists.
pub fn merge(editions: &[Edition]) -> Vec<Party> {
    let all: Vec<(&str, &Entry)> =
        editions.iter().flat_map(|edition| edition.entries.iter().map(|entry| (edition.header.list.as_str(), entry))).collect();
    let mut by_key: BTreeMap<(Link, String), Vec<usize>> = BTreeMap::new();
    for (at, (_, entry)) in all.iter().enumerate() {
        for key in keys(entry).into_iter().collect::<BTreeSet<_>>() {
            by_key.entry(key).or_default().push(at);
        }
    }
    let mut roots: Vec<usize> = (0..all.len()).collect();
    let mut tied: Vec<(usize, Link, &str)> = Vec::new();
    for ((link, key), places) in &by_key {
        for (place, &one) in places.iter().enumerate() {
            for &other in &places[place + 1..] {
                // Two entries of one list are two parties: the publisher says so.
                if all[one].0 != all[other].0 && links(*link, all[one].1, all[other].1) {
                    let (a, b) = (root(&mut roots, one), root(&mut roots, other));
                    roots[a.max(b)] = a.min(b);
                    tied.push((one, *link, key));
                }
            }
        }
    }
    let mut parties: BTreeMap<usize, Party> = BTreeMap::new();
    for (at, (list, entry)) in all.iter().enumerate() {
        let name = entry.names.first().map(|name| name.text.clone()).unwrap_or_default();
        let party = parties.entry(root(&mut roots, at)).or_insert(Party { entries: Vec::new(), links: Vec::new() });
        party.entries.push(((*list).to_owned(), entry.id.clone(), name));
    }
    for (at, link, key) in tied {
        if let Some(party) = parties.get_mut(&root(&mut roots, at))
            && !party.links.contains(&(link, key.to_owned()))
        {
            party.links.push((link, key.to_owned()));
        }
    }
    parties.into_values().filter(|party| party.entries.len() > 1).collect()
}

fn root(roots: &mut [usize], mut at: usize) -> usize {
    while roots[at] != at {
        roots[at] = roots[roots[at]];
        at = roots[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::tests::{edition, entry};
    use redzone_index::{DateSpan, Identifier};

    fn person(id: &str, name: &str, born: &str) -> Entry {
        let mut person = entry(id, name);
        person.kind = PartyKind::Individual;
        person.born.extend(DateSpan::parse(born));
        person
    }

    fn company(id: &str, name: &str, number: &str) -> Entry {
        let mut company = entry(id, name);
        company.identifiers.push(Identifier { kind: "Tax ID".to_owned(), value: number.to_owned(), country: None });
        company
    }

    #[test]
    fn numbers_link_and_names_link_people_only_with_birth_dates() {
        let one = edition(vec![
            company("1", "Example Bank", "12-345-678"),
            person("2", "Ivan EXAMPLE", "1960"),
            person("3", "Olga EXAMPLE", ""),
            person("4", "Anna EXAMPLE", "1970"),
            company("5", "Small", "7"),
            entry("6", "Example Shipping Co."),
        ]);
        let mut two = edition(vec![
            company("a", "Bank of Example", "12345678"),
            person("b", "IVAN EXAMPLE", "1960-05-17"),
            person("c", "Olga EXAMPLE", "1980"),
            person("d", "Anna EXAMPLE", "1980"),
            company("e", "Little", "7"),
            entry("f", "EXAMPLE SHIPPING CO"),
        ]);
        two.header.list = "un-sc".to_owned();
        let parties = merge(&[one, two]);
        let found: Vec<String> =
            parties.iter().map(|party| format!("{} {} {}", party.entries[0].1, party.entries[1].1, party.links[0].0.word())).collect();
        assert_eq!(found, ["1 a number", "2 b name", "6 f name"]);
    }
}
