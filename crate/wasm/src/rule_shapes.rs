//! What crosses the boundary about rules: destinations, places, what a list does in law. See [`shapes`](crate::shapes).

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = r#"
/** What being on a list means in law, from the rule pack. */
export interface EffectShown {
  /** The list, or the part of a list, this is about, and whose it is. */
  name: string; authority: string;
  /** In a few words: "property blocked", and what it does. */
  meaning: string; effect: string;
  /** How far it reaches to parties owned by the listed one; empty when not said. */
  ownership: string;
  /** What to do next, our reading. */
  nextStep: string;
  tone: 'stop' | 'license' | 'limited' | 'caution' | 'read-entry' | 'conflict';
  /** Where it is written, as read on a day. */
  citation: string; asOf: string;
  /** Whether its source was seen; else it must be checked before use. */
  verified: boolean;
  /** What else must be said; empty when nothing. */
  note: string;
}
"#;

/// What a text typed into a place field may mean.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PlacesFound {
    /// The code of the place (`CN`, `UA-43`), when the text names one beyond doubt; empty otherwise.
    pub exact: String,
    /// Why the text does not say which place is meant; empty when it does, or names none.
    pub why: String,
    /// Places to choose from, likeliest first.
    pub options: Vec<PlaceOption>,
}

/// A place to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOption {
    /// Its code.
    pub code: String,
    /// The folded name through which it was found.
    pub through: String,
}

/// A destination asked about.
#[derive(Clone, Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlaceQuestion {
    /// Where the item goes: a name or code, as typed.
    pub place: String,
    /// Where the recipient or its ultimate parent has its headquarters; empty when that is not asked.
    pub headquarters: String,
    /// The day to answer for.
    pub as_of: String,
}

/// What the rules say of a destination on a day.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PlaceAnswer {
    /// `prohibited`, `license-needed`, `exception-may-apply`, `no-rule-triggered`, `rule-changing` or `indeterminate`.
    pub ruling: &'static str,
    /// What the strictest rule that spoke would do, firm or not: a level of [`FindingShown`]; empty when none spoke.
    pub strictest: &'static str,
    /// The code of the place that was meant; empty when that is not known.
    pub place: String,
    /// Its country groups, `D:1 D:5`; empty when it stands in none or no row says.
    pub groups: String,
    /// Whether a row of the tables says which groups it stands in.
    pub in_tables: bool,
    /// For which reasons for control the Commerce Country Chart needs a license: `NS1 RS1`.
    pub marks: String,
    /// Every rule that spoke, strictest first.
    pub findings: Vec<FindingShown>,
    /// What else the reader must know.
    pub notes: Vec<RemarkShown>,
    /// What keeps the answer from being complete.
    pub doubts: Vec<RemarkShown>,
    /// What was not looked at: `items`, `parties`, `end-use`, `route`, `headquarters`.
    pub not_consulted: Vec<&'static str>,
    /// The issue date of the newest source of the rules.
    pub rules_as_of: String,
    /// The last day on which the rules may be used without a doubt.
    pub review_by: String,
}

/// A note or a doubt: a code, and what its sentence needs.
#[derive(Clone, Debug, Default, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RemarkShown {
    /// The sentence: `follows-of`, `place-ambiguous` ...
    pub code: &'static str,
    /// `destination` or `headquarters`, where it is about one of them.
    pub subject: &'static str,
    /// The codes of the places it names.
    pub places: Vec<String>,
    /// The row it is about.
    pub row: String,
    /// A text: why a name is ambiguous, the remark at a row, groups as printed, a day.
    pub text: String,
    /// A second one: groups as enforced.
    pub other: String,
}

/// One rule that speaks of the destination.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FindingShown {
    /// `destination` or `headquarters`.
    pub subject: &'static str,
    /// The groups through which the place was reached; empty when the rule names it.
    pub through: String,
    /// The place or programme.
    pub title: String,
    /// What it does: `note`, `exception-may-apply`, `license-needed`, `prohibited`.
    pub level: &'static str,
    /// What it reaches: `all-items`, `listed-items`, `advanced-computing`, `defence-articles`, `parties`, `end-use`.
    pub scope: &'static str,
    /// `us`, `un`, `eu` or `gb`.
    pub jurisdiction: &'static str,
    /// Who administers it.
    pub authority: String,
    /// What it says, in plain words.
    pub says: String,
    /// What to do, our reading.
    pub next_step: String,
    /// Where it is written.
    pub citation: String,
    /// As read on this day.
    pub as_of: String,
    /// `printed`, `enforced` or `announced`.
    pub state: &'static str,
    /// `in-force`, `moving`, `lapsed`, `not-yet` or `over`.
    pub phase: &'static str,
    /// Whether its source was seen.
    pub verified: bool,
    /// The first day; empty when as far back as the pack goes.
    pub valid_from: String,
    /// The last day; empty when until further notice.
    pub valid_to: String,
    /// What else must be said; empty when nothing.
    pub note: String,
}
