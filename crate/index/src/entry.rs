//! One listed party, whatever the publisher.

use crate::{Country, Date, DateSpan};

/// What kind of party an entry is. Publishers mistype, so a kind is evidence and never a gate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyKind {
    /// The publisher does not say.
    #[default]
    Unstated,
    /// A person.
    Individual,
    /// A company, organisation, government body, university ...
    Entity,
    /// A ship.
    Vessel,
    /// An aircraft.
    Aircraft,
    /// An address that is itself listed: whoever is there needs a licence, whatever the name (Entity List since 2024-06-12).
    Address,
}

/// What a listed name is to its party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// The name the entry stands under. Each entry has exactly one, and it comes first.
    Primary,
    /// Also known as.
    Alias,
    /// Formerly known as.
    Former,
    /// Now known as.
    Now,
    /// A weak alias (OFAC: weak a.k.a.; UN: low quality): corroborates, does not identify (OFAC FAQ 122-125).
    Weak,
    /// A name that no publisher of the list prints and that stands in our own overlay (`lists/trade-names.toml`) with its source.
    Ours,
}

/// A name as the publisher prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedName {
    /// As printed, with blanks made single and trimmed. `SURNAME, Given` stays so.
    pub text: String,
    /// What it is to the party.
    pub kind: NameKind,
}

/// An address as printed, and the country it is in when that is certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Street to postal code, one line; empty when only the country is known.
    pub text: String,
    /// The country, when stated.
    pub country: Option<Country>,
}

/// A document or registration number as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// The publisher's own word for it: `Passport`, `Tax ID No.`, `IMO`, `Digital Currency Address - XBT` ...
    pub kind: String,
    /// The number, as printed.
    pub value: String,
    /// Who issued it, when stated.
    pub country: Option<Country>,
}

/// What is only said of ships and aircraft. Empty strings where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vessel {
    /// Radio call sign.
    pub call_sign: String,
    /// `Crude Oil Tanker` ...
    pub vessel_type: String,
    /// Dead-weight tonnage, as printed.
    pub tonnage: String,
    /// Gross registered tonnage, as printed.
    pub gross_registered_tonnage: String,
    /// Flag, as printed.
    pub flag: String,
    /// Owner, as printed.
    pub owner: String,
}

/// One entry of one list: one listed party. The default says nothing of anybody: a start to fill in, not an entry to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Unique within its list and stable from edition to edition: the publisher's number where there is one.
    pub id: String,
    /// What kind of party.
    pub kind: PartyKind,
    /// The primary name first, then the others in the publisher's order. Never empty, except for [`PartyKind::Address`].
    pub names: Vec<ListedName>,
    /// Programme tags: `SDGT`, `RUSSIA-EO14024` ...
    pub programs: Vec<String>,
    /// Federal Register or other official citations of the listing.
    pub citations: Vec<String>,
    /// Entity List: for which items a licence is needed, as printed.
    pub license_requirement: Option<String>,
    /// Entity List: with what policy applications are reviewed, as printed.
    pub license_policy: Option<String>,
    /// Where the party is or was.
    pub addresses: Vec<Address>,
    /// When born; several where the publisher gives several.
    pub born: Vec<DateSpan>,
    /// Where born, as printed.
    pub birthplaces: Vec<String>,
    /// Nationality, citizenship, registration, flag: countries other than those of the addresses.
    pub countries: Vec<Country>,
    /// Numbers.
    pub identifiers: Vec<Identifier>,
    /// Position or title, as printed.
    pub title: Option<String>,
    /// Only for ships and aircraft.
    pub vessel: Option<Vessel>,
    /// What else the publisher says, statement by statement.
    pub remarks: Vec<String>,
    /// When the listing took effect.
    pub listed: Option<Date>,
    /// When it ends, for orders with an end (Denied Persons).
    pub ends: Option<Date>,
}
