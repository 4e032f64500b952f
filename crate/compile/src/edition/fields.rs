//! The names of the fields, in the order in which they are written, and the words for kinds.

use redzone_index::{NameKind, PartyKind};

/// Words for the kinds of party. An unstated kind is not written.
pub const PARTIES: [(PartyKind, &str); 5] = [
    (PartyKind::Individual, "individual"),
    (PartyKind::Entity, "entity"),
    (PartyKind::Vessel, "vessel"),
    (PartyKind::Aircraft, "aircraft"),
    (PartyKind::Address, "address"),
];

/// The field of each kind of name.
pub const NAMES: [(NameKind, &str); 5] = [
    (NameKind::Primary, "Name"),
    (NameKind::Alias, "Alias"),
    (NameKind::Former, "Former"),
    (NameKind::Now, "Now"),
    (NameKind::Weak, "Weak"),
];

/// The other fields of an entry, for messages.
pub const OTHERS: &str = "Id, Kind, Program, Citation, License, Policy, Address, Born, Birthplace, Country, Number, Title, Vessel, \
                          Call-Sign, Tonnage, Gross-Tonnage, Flag, Owner, Listed, Ends, Remark";

/// What stands for a country that is not stated.
pub const NO_COUNTRY: &str = "--";
