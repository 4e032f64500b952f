//! OFAC's legacy files, joined to entries by entity number: kinds of aliases, addresses, and what the remarks say.

use crate::places;
use crate::text::{name_key, tidy, word_key};
use crate::us::ofac::{OfacFile, Primary};
use crate::us::{Content, SourceFile, remarks};
use crate::{Problem, Refusal};
use redzone_index::{Address, Entry, ListedName, NameKind, Vessel};
use std::collections::{BTreeMap, BTreeSet};

/// OFAC's files by entity number. Each value carries the day that its file's path states; newest first.
#[derive(Debug, Default)]
pub struct Ofac<'a> {
    primaries: BTreeMap<&'a str, Vec<(&'a str, &'a Primary)>>,
    addresses: BTreeMap<&'a str, Vec<Address>>,
    aliases: BTreeMap<&'a str, Vec<(&'a str, NameKind, String)>>,
    comments: BTreeMap<&'a str, Vec<(&'a str, &'a str)>>,
    unmapped: Vec<(&'a str, String)>,
}

/// How many statements the remarks had, and how many were recognised as nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// All.
    pub all: usize,
    /// Kept as remarks without being recognised.
    pub unknown: usize,
}

impl<'a> Ofac<'a> {
    /// Gathers the OFAC files among the sources.
    ///
    /// # Errors
    /// An entity number that stands twice among the primary names of one file.
    pub fn gather(files: &'a [SourceFile]) -> Result<Ofac<'a>, Refusal> {
        let mut files: Vec<(&SourceFile, &OfacFile)> =
            files.iter().filter_map(|file| if let Content::Ofac(content) = &file.content { Some((file, content)) } else { None }).collect();
        files.sort_by(|(a, _), (b, _)| b.dated.cmp(&a.dated));
        let mut ofac = Ofac::default();
        for (file, content) in files {
            let day = file.dated.as_str();
            match content {
                OfacFile::Primary(rows) => {
                    let mut seen = BTreeSet::new();
                    for row in rows {
                        if !seen.insert(&row.number) {
                            let found = format!("{} twice", row.number);
                            return Err(Refusal::guard("duplicate-ids", &file.name, "each entity number once", found));
                        }
                        ofac.primaries.entry(&row.number).or_default().push((day, row));
                    }
                }
                OfacFile::Addresses(rows) => {
                    for row in rows {
                        let country = places::country(&row.country);
                        let mut text = tidy(&row.text);
                        if country.is_none() && !row.country.is_empty() {
                            ofac.unmapped.push((&row.number, row.country.clone()));
                            text = [text.as_str(), row.country.as_str()]
                                .iter()
                                .filter(|part| !part.is_empty())
                                .copied()
                                .collect::<Vec<_>>()
                                .join(", ");
                        }
                        let address = Address { text, country };
                        let known = ofac.addresses.entry(&row.number).or_default();
                        if !known.contains(&address) && address != (Address { text: String::new(), country: None }) {
                            known.push(address);
                        }
                    }
                }
                OfacFile::Aliases(rows) => {
                    for row in rows {
                        ofac.aliases.entry(&row.number).or_default().push((day, row.kind, tidy(&row.name)));
                    }
                }
                OfacFile::Comments(rows) => {
                    for (number, text) in rows {
                        ofac.comments.entry(number).or_default().push((day, text));
                    }
                }
            }
        }
        Ok(ofac)
    }

    /// Whether there is nothing to add.
    pub fn is_empty(&self) -> bool {
        self.primaries.is_empty() && self.addresses.is_empty() && self.aliases.is_empty()
    }

    /// Adds to an entry of an OFAC list what the files have under its number. `as_of` is the day of the list itself.
    pub fn enrich(&self, entry: &mut Entry, as_of: &str, problems: &mut Vec<Problem>) -> Statements {
        let id = entry.id.clone();
        let strong = self.add_aliases(entry, as_of, problems);
        if let Some(addresses) = self.addresses.get(id.as_str())
            && entry.addresses.iter().all(|address| address.text.is_empty())
        {
            let known: BTreeSet<_> = addresses.iter().filter_map(|address| address.country).collect();
            let countries = entry.addresses.iter().filter(|address| address.country.is_none_or(|country| !known.contains(&country)));
            entry.addresses = addresses.iter().chain(countries).cloned().collect();
        }
        for country in self.unmapped.iter().filter(|(number, _)| *number == id).map(|(_, country)| country) {
            problems.push(Problem::new("countries of addresses that are not one country, kept as text", &id, country));
        }
        let mut statements = Statements::default();
        for (day, primary) in self.primaries.get(id.as_str()).into_iter().flatten() {
            add_primary(entry, primary);
            let text = self.whole_remarks(&id, day, primary, problems);
            let read = remarks::read(&text);
            statements.all += read.statements;
            statements.unknown += read.unknown.len();
            for unknown in &read.unknown {
                problems.push(Problem::new("statements of remarks that were not recognised, kept as remarks", &id, unknown));
            }
            add_remarks(entry, read, &strong, day, as_of, problems);
        }
        statements
    }

    /// Kinds for the aliases that the list has, and the aliases that it does not have. Returns the places of those that OFAC's alias file has.
    fn add_aliases(&self, entry: &mut Entry, as_of: &str, problems: &mut Vec<Problem>) -> BTreeSet<usize> {
        let rows = self.aliases.get(entry.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let mut strong: BTreeSet<usize> = BTreeSet::new();
        let mut rest: Vec<&(&str, NameKind, String)> = rows.iter().collect();
        // First what is printed alike, then what differs in signs, then in the order of words: each name of the list answers for one row.
        let alike: [fn(&str) -> String; 3] = [str::to_owned, name_key, word_key];
        for key in alike {
            rest.retain(|(_, kind, name)| {
                let same = |(at, known): (usize, &ListedName)| at > 0 && !strong.contains(&at) && key(&known.text) == key(name);
                let found = entry.names.iter().enumerate().position(same);
                if let Some(at) = found {
                    strong.insert(at);
                    if entry.names[at].kind == NameKind::Alias {
                        entry.names[at].kind = *kind;
                    }
                }
                found.is_none()
            });
        }
        for (day, kind, name) in rest {
            if entry.names.iter().any(|known| known.text == *name) {
                continue;
            }
            let id = &entry.id;
            if entry.names.iter().any(|known| word_key(&known.text) == word_key(name)) {
                problems.push(Problem::new(
                    "aliases of OFAC's own file that differ from another name in signs or order only, added",
                    id,
                    name,
                ));
            } else {
                problems.push(Problem::new("aliases of OFAC's own file that the list does not have, added with a remark", id, name));
                entry.remarks.push(format!("Alias in OFAC's file of {day}, not in the list of {as_of}: {name}"));
            }
            strong.insert(entry.names.len());
            entry.names.push(ListedName { text: name.clone(), kind: *kind });
        }
        strong
    }

    /// Remarks and their overflow. The overflow of the same day fits; that of another day is taken when it continues the cut statement.
    fn whole_remarks(&self, id: &str, day: &str, primary: &Primary, problems: &mut Vec<Problem>) -> String {
        // OFAC cuts at a thousand characters; a shorter text is whole.
        if primary.remarks.chars().count() < 1000 {
            return primary.remarks.clone();
        }
        let overflows = self.comments.get(id).map(Vec::as_slice).unwrap_or_default();
        let same_day = overflows.iter().find(|(other, _)| *other == day);
        let fitting = same_day.or_else(|| overflows.iter().find(|(_, text)| remarks::joins(&primary.remarks, text)));
        match fitting {
            Some((other, text)) => {
                if *other != day {
                    let what = format!("remarks of {day}, overflow of {other}");
                    problems.push(Problem::new("remarks joined with an overflow of another day, which continues them", id, what));
                }
                format!("{}{text}", primary.remarks)
            }
            None => {
                problems.push(Problem::new(
                    "remarks cut at 1,000 characters, their overflow is in no file",
                    id,
                    format!("remarks of {day}"),
                ));
                primary.remarks.clone()
            }
        }
    }

    /// What has a number that is in no list: named, not carried.
    pub fn unmatched(&self, known: &BTreeSet<&str>) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (number, rows) in &self.primaries {
            if !known.contains(number) {
                for (day, row) in rows {
                    problems.push(Problem::new(
                        "entries of OFAC's names files that no list has any more, not carried",
                        *number,
                        format!("{day} {}", row.name),
                    ));
                }
            }
        }
        for number in self.addresses.keys().filter(|number| !known.contains(**number)) {
            problems.push(Problem::new("numbers of OFAC's address files that no list has, not carried", *number, ""));
        }
        for (number, names) in self.aliases.iter().filter(|(number, _)| !known.contains(**number)) {
            let names: Vec<&str> = names.iter().map(|(.., name)| name.as_str()).collect();
            problems.push(Problem::new("numbers of OFAC's alias files that no list has, not carried", *number, names.join("; ")));
        }
        for number in self.comments.keys().filter(|number| !known.contains(**number)) {
            problems.push(Problem::new("numbers of OFAC's comments files that no list has, not carried", *number, ""));
        }
        problems
    }
}

/// The place of a name that is printed alike, or has the same words in another order.
fn place_of(names: &[ListedName], name: &str) -> Option<usize> {
    let key = name_key(name);
    let same = names.iter().position(|known| known.text == name).or_else(|| names.iter().position(|known| name_key(&known.text) == key));
    let words = word_key(name);
    same.or_else(|| names.iter().position(|known| word_key(&known.text) == words))
}

fn add_primary(entry: &mut Entry, primary: &Primary) {
    let title = tidy(&primary.title);
    if entry.title.is_none() && !title.is_empty() {
        entry.title = Some(title);
    }
    if entry.vessel.is_none() && primary.vessel.iter().any(|text| !text.is_empty()) {
        let [call_sign, vessel_type, tonnage, gross_registered_tonnage, flag, owner] = primary.vessel.clone().map(|text| tidy(&text));
        entry.vessel = Some(Vessel { call_sign, vessel_type, tonnage, gross_registered_tonnage, flag, owner });
    }
}

fn add_remarks(entry: &mut Entry, read: remarks::Remarks, strong: &BTreeSet<usize>, day: &str, as_of: &str, problems: &mut Vec<Problem>) {
    for (kind, name) in read.names {
        match place_of(&entry.names, &name) {
            // OFAC's alias file names it without quotes: then it is no weak one.
            Some(at) if strong.contains(&at) || entry.names[at].kind != NameKind::Alias => {}
            Some(at) => entry.names[at].kind = kind,
            None => {
                problems.push(Problem::new(
                    "names of OFAC's remarks that the list does not have, added",
                    &entry.id,
                    format!("{name} ({day}, list of {as_of})"),
                ));
                entry.names.push(ListedName { text: name, kind });
            }
        }
    }
    add_new(&mut entry.born, read.born);
    add_new(&mut entry.birthplaces, read.birthplaces);
    add_new(&mut entry.countries, read.countries);
    add_new(&mut entry.identifiers, read.identifiers);
    add_new(&mut entry.remarks, read.remarks);
}

fn add_new<T: PartialEq>(items: &mut Vec<T>, more: Vec<T>) {
    for item in more {
        if !items.contains(&item) {
            items.push(item);
        }
    }
}
