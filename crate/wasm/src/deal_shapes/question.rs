//! The question of a deal.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// A question: whatever is left out is not known, and never read as no.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealQuestion {
    pub as_of: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<DealItem>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ship_from: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legs: Option<Vec<DealLeg>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub installation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parties: Option<Vec<DealParty>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_use: Option<DealEndUse>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layers: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Vec<DealReply>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub us_content_percent: Option<u32>,
}

/// An item, with the figures of its data sheet.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealItem {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eccn: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_in: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datacentre: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Vec<DealUnit>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memory_gb_s: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memory_area_mm2: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dram_gb_s: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training_operations: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<bool>,
}

/// Processing units that are alike.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealUnit {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area_mm2: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planar: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rates: Option<Vec<DealRate>>,
}

/// What a unit does, at one bit length.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealRate {
    pub tera_ops: Decimal,
    pub bits: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sparse: Option<bool>,
}

/// A number with up to three digits after the point, as a text when it has any.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(untagged)]
pub enum Decimal {
    Whole(u32),
    Written(String),
}

/// One step of the way.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealLeg {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stays_on_board: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
}

/// Who takes part.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealParty {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headquarters: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<DealParent>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owners: Option<Vec<DealOwner>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screening: Option<DealScreening>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_screening: Option<DealScreening>,
}

/// The ultimate parent: the word `itself`, or another.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(untagged)]
pub enum DealParent {
    Itself(String),
    Other(DealParentNamed),
}

/// Another as parent.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealParentNamed {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headquarters: Option<String>,
}

/// Who owns a part.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealOwner {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share_percent: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controls: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owners: Option<Vec<DealOwner>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screening: Option<DealScreening>,
}

/// What screening gave: `no match`, `not done`, or hits.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(untagged)]
pub enum DealScreening {
    Said(String),
    Hits(Vec<DealHit>),
}

/// A listed party that a party may be, and what a person decided: `open`, `same`, or `another` with evidence and a day.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealHit {
    pub list: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// What it is for.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealEndUse {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purposes: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customers: Option<Vec<String>>,
}

/// A question and its answer: `no`, `yes` or `resolved`.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealReply {
    pub code: String,
    pub reply: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// A party or owner to screen by name, or an address; the other is empty.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealNamed {
    pub name: String,
    pub address: String,
    pub person: bool,
}

/// What screening one name gave: the verdict of the party module, and its hits.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealScreened {
    pub verdict: String,
    pub omitted: u32,
    pub hits: Vec<DealHit>,
}
