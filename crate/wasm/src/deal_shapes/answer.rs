//! The answer to a deal.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// The answer.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealAnswer {
    pub schema: String,
    pub as_of: String,
    pub rules: DealPack,
    pub ruling: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_stake: Option<String>,
    pub lines: Vec<DealLine>,
    pub gaps: Vec<String>,
    pub doubts: Vec<String>,
    pub notes: Vec<String>,
    pub items: Vec<ItemClass>,
    pub flags: Vec<DealAsked>,
    pub questions: Vec<DealAsked>,
    pub guards: Vec<DealGuard>,
    pub variations: Vec<DealVariation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<Vec<DealCheck>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<DealCounts>,
}

/// The rules that were asked.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealPack {
    pub id: String,
    pub as_of: String,
    pub review_by: String,
    pub covers_from: String,
}

/// One rule on one item, party and place.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealLine {
    pub id: String,
    pub test: String,
    pub level: String,
    pub holds: String,
    pub phase: String,
    pub state: String,
    pub confidence: String,
    pub authority: String,
    pub title: String,
    pub says: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    pub next_step: String,
    pub citation: String,
    pub source: String,
    pub source_as_of: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<String>,
    pub missing: Vec<String>,
    pub exceptions: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// What an item was found to be.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct ItemClass {
    pub tiers: ItemTiers,
    pub figures: ItemFigures,
    pub margins: Vec<ItemMargin>,
    pub paragraph: String,
    pub missing: Vec<String>,
}

/// Whether it is in each tier: `yes`, `no`, `not-known`.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct ItemTiers {
    pub upper: String,
    pub lower: String,
    pub memory: String,
    pub weights: String,
}

/// Its figures, as ranges.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct ItemFigures {
    pub tpp: String,
    pub area_mm2: String,
    pub dram_gb_s: String,
}

/// One limit, and the item beside it.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct ItemMargin {
    pub limit: String,
    pub at: String,
    pub is: String,
    pub reached: String,
}

/// A red flag, with its state, or an open question.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealAsked {
    pub code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_step: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_as_of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

/// An obligation to write in.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealGuard {
    pub code: String,
    pub title: String,
    pub says: String,
    pub owner: String,
    pub due: String,
    pub in_place: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_days: Option<u32>,
}

/// A change of facts, and the answer with it.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealVariation {
    pub change: String,
    pub ruling: String,
    pub rules_in_the_way: u32,
}

/// A term of the AI Exports Program, and whether it is met.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealCheck {
    pub check: String,
    pub term: String,
    pub met: String,
    pub missing: Vec<String>,
}

/// What was asked for "no rule triggered".
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct DealCounts {
    pub rules: u32,
    pub flags: u32,
}
