//! What crosses the boundary. Field names are JavaScript's; the TypeScript types are generated from here.
//!
//! Codes are stable words in `kebab-case`; the sentences for them live in the page's message files. Dates are `YYYY-MM-DD`.

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::JsValue;

use crate::Fault;

/// Who is asked about. Whatever is left empty neither helps nor hurts a match.
#[derive(Clone, Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartyQuestion {
    /// The name, in any script and spelling.
    pub name: String,
    /// `unstated`, `individual`, `entity`, `vessel`, `aircraft` or `address`.
    pub kind: String,
    /// ISO 3166-1 alpha-2 codes of the countries the party is tied to.
    pub countries: Vec<String>,
    /// `1962`, `1962-05`, `1962-05-17` or two of these joined by `/`; empty when not known.
    pub born: String,
    /// The day on which the question is asked.
    pub as_of: String,
    /// Hits under this score, in basis points, are not reported; the engine's own threshold when not said.
    #[serde(default)]
    #[tsify(optional)]
    pub threshold: Option<u16>,
    /// How many parties to report at the most.
    pub limit: u32,
}

/// How a name was read.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct NameRead {
    /// At least one way to write the name as comparable words.
    pub readings: Vec<Vec<String>>,
    /// What was undone: `invisible`, `look-alike`, `compatibility`, `mark-flood`, `digit-for-letter`.
    pub disguises: Vec<&'static str>,
}

/// A stretch of a printed name, and the comparable words it reads as by itself: for marking what the reasons speak of.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// As printed, with the blank after it.
    pub text: String,
    /// Its words; none for punctuation.
    pub words: Vec<String>,
}

/// The answer to one question.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PartyAnswer {
    /// `hit`, `no-match` or `indeterminate`.
    pub verdict: &'static str,
    /// How many lists were searched, where that makes a "no match found"; else 0.
    pub lists: usize,
    /// How many listed names were searched, where that makes a "no match found"; else 0.
    pub names: usize,
    /// The parties found, best first.
    pub hits: Vec<PartyHit>,
    /// How many more parties reached the threshold.
    pub omitted: usize,
    /// How the name was read; absent when it could not be.
    pub read: Option<NameRead>,
    /// The name asked about, in pieces.
    pub pieces: Vec<Piece>,
    /// Everything that keeps this answer from being complete.
    pub doubts: Vec<DoubtShown>,
}

/// One listed party that may be the one asked about.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PartyHit {
    /// The list's id.
    pub list: String,
    /// The entry's place in its list, for `details`.
    pub entry: u32,
    /// Which of the entry's names won, as a place in the entry's names.
    pub name: u16,
    /// 0 to 10,000: exactly the sum of the points of `reasons`.
    pub score: u16,
    /// `possible`, `probable` or `strong`.
    pub strength: &'static str,
    /// Why, in the order in which they are best read.
    pub reasons: Vec<ReasonShown>,
}

/// One step of a score.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ReasonShown {
    /// What was seen: `same-word`, `spelled-alike` ...
    pub code: String,
    /// What it adds or takes, in basis points.
    pub points: i32,
    /// The word or fact of the question; empty when none.
    pub asked: String,
    /// The word or fact of the list; empty when none.
    pub listed: String,
}

/// Why an answer is not complete.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct DoubtShown {
    /// `unreadable`, `list-missing`, `list-stale`, `manifest-expired`, `clock-behind`, `budget-spent` ...
    pub code: String,
    /// The list's id; empty when no single list is meant.
    pub list: String,
    /// An age in days, where the doubt is about one; else 0.
    pub days: i32,
    /// The engine's own sentence; empty when the code says it all.
    pub message: String,
}

/// The pack in use, and how old its lists are on a day.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PackShown {
    /// The lists that the manifest names, loaded or not.
    pub lists: Vec<ListShown>,
    /// When the pack was built.
    pub built: String,
    /// The last day on which it may be used.
    pub expires: String,
    /// Whether that day is over.
    pub expired: bool,
    /// The code of a standing notice, `starter` for instance; empty when there is none.
    pub notice: String,
    /// The public key that signed it, 64 hexadecimal digits.
    pub signer: String,
    /// The SHA-256 of the manifest.
    pub digest: String,
    /// Guards waived on purpose when the lists were made.
    pub waivers: Vec<String>,
}

/// One list of the pack.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ListShown {
    /// The list's id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// The day it was published as it stands here.
    pub as_of: String,
    /// Its age in days on the day asked about; negative when that day is before its publication.
    pub days: i32,
    /// `fresh`, `amber`, `red`, `stopped` or `ahead`, by the pack's policy.
    pub freshness: &'static str,
    /// How many parties.
    pub entries: u32,
    /// How many names.
    pub names: u32,
    /// Whether it was loaded and verified.
    pub ready: bool,
}

/// What being on a list means in law, from the rule pack.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct EffectShown {
    /// The list, or the part of a list, this is about.
    pub name: String,
    /// Whose list.
    pub authority: String,
    /// In a few words: "property blocked".
    pub meaning: String,
    /// What it does.
    pub effect: String,
    /// How far it reaches to parties owned by the listed one; empty when not said.
    pub ownership: String,
    /// What to do next, our reading.
    pub next_step: String,
    /// `stop`, `license`, `limited`, `caution`, `read-entry` or `conflict`.
    pub tone: &'static str,
    /// Where it is written.
    pub citation: String,
    /// As read on this day.
    pub as_of: String,
    /// Whether its source was seen; else it must be checked before use.
    pub verified: bool,
    /// What else must be said; empty when nothing.
    pub note: String,
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
    /// `primary`, `alias`, `former`, `now` or `weak`.
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

/// Any shape to a plain JavaScript object.
pub(crate) fn to_js<T: Serialize>(shape: &T) -> Result<JsValue, JsValue> {
    shape.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|why| Fault::new("internal", why.to_string()).into())
}

/// A plain JavaScript object to a shape.
pub(crate) fn from_js<T: serde::de::DeserializeOwned>(value: JsValue) -> Result<T, Fault> {
    serde_wasm_bindgen::from_value(value).map_err(|why| Fault::new("shape", format!("the question has another shape: {why}")))
}
