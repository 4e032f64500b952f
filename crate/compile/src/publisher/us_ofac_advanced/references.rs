//! What the parties of an advanced list refer to by number.

use super::attribute;
use super::party::day_of;
use crate::parse::xml::Element;
use redzone_index::Date;
use std::collections::BTreeMap;

/// Everything that is referred to.
#[derive(Default)]
pub(super) struct References {
    /// Meaning of a number of a kind: `("AliasType", "1400")` is `A.K.A.`.
    values: BTreeMap<(String, String), String>,
    /// Parts of a place, and its country.
    locations: BTreeMap<String, (Vec<String>, String)>,
    /// Documents by identity: type, number, country, and what else is said.
    pub documents: BTreeMap<String, Vec<[String; 4]>>,
    /// Entries by profile.
    pub entries: BTreeMap<String, Vec<SanctionsEntry>>,
    /// Relations by the profile that they start from: the kind and the other profile.
    pub relations: BTreeMap<String, Vec<(String, String)>>,
    /// The first name of each profile.
    pub names: BTreeMap<String, String>,
}

/// A listing of a profile.
#[derive(Default)]
pub(super) struct SanctionsEntry {
    /// `SDN List`.
    pub list: String,
    /// Programme tags.
    pub programs: Vec<String>,
    /// The law, and the first day.
    pub basis: Vec<String>,
    /// When the listing began.
    pub listed: Option<Date>,
}

impl References {
    /// What a number means; empty when the file does not say.
    pub(super) fn meaning(&self, kind: &str, id: &str) -> &str {
        self.values.get(&(kind.to_owned(), id.to_owned())).map_or("", String::as_str)
    }

    /// A place: its parts and its country.
    pub(super) fn location(&self, id: &str) -> Option<&(Vec<String>, String)> {
        self.locations.get(id)
    }

    /// Takes in what is referred to. Reference values come first in the file, so they are there when they are needed.
    pub(super) fn add(&mut self, record: &Element) {
        match record.name.as_str() {
            "ReferenceValueSets" => {
                for value in record.elements().flat_map(Element::elements) {
                    self.values.insert((value.name.clone(), attribute(value, "ID")), value.text());
                }
            }
            "Location" => {
                let parts = record.children("LocationPart").flat_map(|part| part.all("LocationPartValue/Value")).map(Element::text);
                let country =
                    record.child("LocationCountry").map(|country| self.meaning("Country", &attribute(country, "CountryID")).to_owned());
                let area = record.child("LocationAreaCode").map(|area| self.meaning("AreaCode", &attribute(area, "AreaCodeID")).to_owned());
                let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
                self.locations.insert(attribute(record, "ID"), (parts, country.or(area).unwrap_or_default()));
            }
            "IDRegDocument" => {
                let kind = self.meaning("IDRegDocType", &attribute(record, "IDRegDocTypeID")).to_owned();
                let country = self.meaning("Country", &attribute(record, "IssuedBy-CountryID")).to_owned();
                let said = ["Comment", "IssuingAuthority"].iter().filter_map(|name| record.value(name));
                let dates = record.children("DocumentDate").filter_map(|date| {
                    let kind = self.meaning("IDRegDocDateType", &attribute(date, "IDRegDocDateTypeID"));
                    Some(format!("{kind} {}", day_of(date.at("DatePeriod/Start/From")?)?))
                });
                let said = said.chain(dates).collect::<Vec<_>>().join(", ");
                let document = [kind, record.value("IDRegistrationNo").unwrap_or_default(), country, said];
                self.documents.entry(attribute(record, "IdentityID")).or_default().push(document);
            }
            "ProfileRelationship" => {
                let kind = self.meaning("RelationType", &attribute(record, "RelationTypeID")).to_owned();
                let former = if attribute(record, "Former") == "true" { "formerly " } else { "" };
                let relation = (format!("{former}{kind}"), attribute(record, "To-ProfileID"));
                self.relations.entry(attribute(record, "From-ProfileID")).or_default().push(relation);
            }
            "SanctionsEntry" => {
                let event = |name: &str| record.child("EntryEvent").and_then(|event| event.child(name));
                let basis =
                    record.children("EntryEvent").map(|event| self.meaning("LegalBasis", &attribute(event, "LegalBasisID")).to_owned());
                let programs = record.children("SanctionsMeasure").filter_map(|measure| measure.value("Comment"));
                let entry = SanctionsEntry {
                    list: self.meaning("List", &attribute(record, "ListID")).to_owned(),
                    programs: programs.collect(),
                    basis: basis.filter(|basis| !basis.is_empty()).collect(),
                    listed: event("Date").and_then(day_of),
                };
                self.entries.entry(attribute(record, "ProfileID")).or_default().push(entry);
            }
            "DistinctParty" => {
                if let Some(profile) = record.child("Profile") {
                    let name = super::party::names(profile, self).into_iter().next().map(|(name, _)| name);
                    self.names.insert(attribute(profile, "ID"), name.unwrap_or_default());
                }
            }
            _ => {}
        }
    }
}
