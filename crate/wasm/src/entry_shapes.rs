//! What crosses the boundary about a listed party.

use serde::Serialize;
use tsify::Tsify;

/// A stretch of a printed name, and the comparable words it reads as by itself: for marking what the reasons speak of.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// As printed, with the blank after it.
    pub text: String,
    /// Its words; none for punctuation.
    pub words: Vec<String>,
}

/// One listed party, as its publisher describes it.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct EntryShown {
    /// The publisher's id.
    pub id: String,
    /// `unstated`, `individual`, `entity`, `vessel`, `aircraft` or `address`.
    pub kind: &'static str,
    /// Every name, the primary first.
    pub names: Vec<NameShown>,
    /// Programme tags.
    pub programs: Vec<String>,
    /// Official citations of the listing.
    pub citations: Vec<String>,
    /// Entity List: for which items a licence is needed; empty when not said.
    pub license_requirement: String,
    /// Entity List: with what policy applications are reviewed; empty when not said.
    pub license_policy: String,
    /// Where the party is or was.
    pub addresses: Vec<AddressShown>,
    /// When born.
    pub born: Vec<String>,
    /// Where born.
    pub birthplaces: Vec<String>,
    /// Other countries the party is tied to, by code.
    pub countries: Vec<String>,
    /// Numbers.
    pub identifiers: Vec<IdentifierShown>,
    /// Position; empty when not said.
    pub title: String,
    /// Of ships and aircraft: what is said, as pairs of a code and a text.
    pub vessel: Vec<(&'static str, String)>,
    /// What else the publisher says.
    pub remarks: Vec<String>,
    /// When the listing took effect; empty when not said.
    pub listed: String,
    /// When it ends; empty when not said.
    pub ends: String,
}

/// A listed name as printed.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct NameShown {
    /// As printed.
    pub text: String,
    /// `primary`, `alias`, `former`, `now`, `weak` or `ours`: of our overlay, not of the list.
    pub kind: &'static str,
    /// The name in pieces.
    pub pieces: Vec<Piece>,
}

/// An address as printed.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct AddressShown {
    /// Street to postal code; may be empty.
    pub text: String,
    /// The country's code; empty when not stated.
    pub country: String,
}

/// A number as printed.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct IdentifierShown {
    /// The publisher's word for it.
    pub kind: String,
    /// The number.
    pub value: String,
    /// The issuing country's code; empty when not stated.
    pub country: String,
}
