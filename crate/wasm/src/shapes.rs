//! What crosses the boundary about lists and parties. Field names are JavaScript's; the TypeScript types are generated from here.
//!
//! Codes are stable words in `kebab-case`; the sentences for them live in the page's message files. Dates are `YYYY-MM-DD`.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use crate::Fault;
use crate::entry_shapes::Piece;
use crate::fields::Fields;

/// Who is asked about. Whatever is left empty neither helps nor hurts a match.
#[derive(Clone, Debug, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PartyQuestion {
    /// The name, in any script and spelling; may be empty where an address or a number is given.
    pub name: String,
    /// Where the party is: looked for among the addresses that are listed themselves.
    #[tsify(optional)]
    pub address: String,
    /// Its numbers: IMO, passport, tax or registration number, bank code, wallet, web site.
    #[tsify(optional)]
    pub identifiers: Vec<String>,
    /// What it does in the deal: `purchaser`, `end-user` ..., as in the question of a deal. Recorded; it changes no score.
    #[tsify(optional)]
    pub role: String,
    /// `unstated`, `individual`, `entity`, `vessel`, `aircraft` or `address`.
    pub kind: String,
    /// ISO 3166-1 alpha-2 codes of the countries the party is tied to.
    pub countries: Vec<String>,
    /// `1962`, `1962-05`, `1962-05-17` or two of these joined by `/`; empty when not known.
    pub born: String,
    /// The day on which the question is asked.
    pub as_of: String,
    /// Hits under this score, in basis points, are not reported; the engine's own threshold when not said.
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

impl PartyQuestion {
    /// From JavaScript.
    pub(crate) fn from_js(value: JsValue) -> Result<PartyQuestion, Fault> {
        let fields =
            Fields::of(value, &["name", "address", "identifiers", "role", "kind", "countries", "born", "asOf", "threshold", "limit"])?;
        Ok(PartyQuestion {
            name: fields.text("name")?,
            address: fields.text_if_any("address")?,
            identifiers: if fields.has("identifiers") { fields.texts("identifiers")? } else { Vec::new() },
            role: fields.text_if_any("role")?,
            kind: fields.text("kind")?,
            countries: fields.texts("countries")?,
            born: fields.text("born")?,
            as_of: fields.text("asOf")?,
            threshold: fields.number_if_any("threshold", u32::from(u16::MAX))?.map(|points| points as u16),
            limit: fields.number("limit", u32::MAX)?,
        })
    }
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
    /// The engine's own sentence, or the mistyped number; empty when the code says it all.
    pub message: String,
}

/// The pack in use, and how old its lists are on a day.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PackShown {
    /// The lists that the manifest names, loaded or not.
    pub lists: Vec<ListShown>,
    /// Rises with every pack of its publisher; text, since it may be longer than JavaScript's exact numbers.
    pub version: String,
    /// When the pack was built.
    pub built: String,
    /// The last day on which it may be used.
    pub expires: String,
    /// Whether that day is over.
    pub expired: bool,
    /// Whether the day asked about is before the pack was built: the clock was set back, or the question is about the past.
    pub ahead: bool,
    /// The code of a standing notice, `starter` for instance; empty when there is none.
    pub notice: String,
    /// The public key that signed it, 64 hexadecimal digits.
    pub signer: String,
    /// The SHA-256 of the manifest.
    pub digest: String,
    /// Guards waived on purpose when the lists were made.
    pub waivers: Vec<String>,
    /// The published thresholds, broad to strict, with what each was measured to give.
    pub thresholds: Vec<ThresholdShown>,
}

/// A threshold, and what it was measured to give; see `redzone_screen::MEASURED`.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ThresholdShown {
    /// In basis points, for a question's `threshold`.
    pub threshold: u16,
    /// Listed parties found, per thousand.
    pub found: u16,
    /// Alerts for a thousand ordinary people.
    pub people: u16,
    /// Alerts for a thousand ordinary companies.
    pub companies: u16,
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
    /// `due-diligence` for a list that asks for care and prohibits nothing; empty for the others.
    pub tier: String,
    /// The ledger: rows of the publisher's file, rows joined to an earlier one, parties taken off by the publisher, rows dropped and named.
    /// The first is the sum of the others and `entries`.
    pub rows: [u32; 4],
    /// How many parties.
    pub entries: u32,
    /// How many names.
    pub names: u32,
    /// How many different words these names have: the keys of the index.
    pub words: u32,
    /// Whether it was loaded and verified.
    pub ready: bool,
    /// The SHA-256 that the signed manifest names for the file that is searched.
    pub digest: String,
    /// The publisher's files that it was made from: of each the SHA-256, a blank, and what it was recognised as.
    pub sources: Vec<String>,
    /// The day of the edition before; empty for a first edition.
    pub changed_since: String,
    /// Entries that came since, that went, that stand under another name or id, and that differ.
    pub changes: [u32; 4],
}
