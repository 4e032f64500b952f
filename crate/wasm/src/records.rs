//! The bindings of case files: see [`crate::case`] for what they do. Each reads the whole file it is given, checks its chain, and gives new text.

use js_sys::Function;
use redzone_index::Digest;
use redzone_record::report::html::Letterhead;
use redzone_record::report::law::{self, Asked, Law};
use redzone_record::sealed::Stamp;
use redzone_record::{Json, read};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Fault, Screener, case};

#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = r#"
/** What a page shows of a case file. */
export interface CaseShown {
  /** What is not as it was written, with its line counted from 1; none when the file is whole. */
  findings: { line: number; what: string }[];
  /** Names the end of the file; empty without records. */
  head: string;
  /** The head as a QR code: the dark modules as an SVG path of one unit a module, and the side, `side path`. */
  qr: string;
  /** The first of its records, batches' starts and ends left out. */
  records: RecordShown[];
  /** How many more records there are. */
  more: number;
  /** Whether anything is hidden. */
  redacted: boolean;
  /** What is usually hidden from a partner: JSON Pointers, of every kind of record. */
  parts: string[];
}
/** One record. Texts are empty where it says nothing or that is hidden. */
export interface RecordShown {
  line: number; number: number; digest: string; kind: string; at: string; clock: string; program: string; wasm: string; signer: string; redacted: boolean;
  party: string; asked: string; asOf: string; result: string; remarks: string; pack: string;
  /** How many parties reached the threshold, and those that are kept. */
  found: number;
  hits: HitShown[];
  /** The digest of the rules of its pack, and whether they are those of this page: else nothing is said of what lists do in law. */
  rules: string; lawful: boolean;
  /** Of a decision: the hit, `list:id`, and the digest of the record that it was found in. */
  about: string; of: string;
  /** The check, or what the rules said of a destination or a deal, in canonical JSON, to be asked again; empty when it is none or can't be. */
  check: string; destination: string; deal: string;
}
/** A party that was found. */
export interface HitShown {
  list: string; id: string; name: string; strength: string; score: number;
  /** What `Rulebook.effects` gives for it; empty when the rules do not say. */
  effects: import('./rules').EffectShown[];
  /** Whether its entry is at hand as it was found: else only its list is spoken of, not the parts of it that the entry may stand in. */
  entry: boolean;
}
/** How a record compares with the same question asked now. */
export interface Compared { same: boolean; cause?: 'schema' | 'engine' | 'pack' | 'altered'; place?: string; recorded?: string; now?: string }
/** A decision to make about a hit of the record on a line. */
export interface ToDecide { line: number; list: string; id: string; decision: 'same-party' | 'different-party' | 'more-information'; reason: string; by: string; decided: string; until: string }
/** The body of a decision's record, and the good-list with the decision in it. */
export interface Decided { body: string; goodList: string }
/** A key: the text of its private file, and the public key, 64 hexadecimal digits. */
export interface KeyShown { file: string; public: string }
"#;

#[wasm_bindgen]
impl Screener {
    /// Checks a case file, against heads that were noted of it, and shows it. `effects` is `Rulebook.effects` of this pack's rules; without it nothing
    /// is said of what lists do in law.
    ///
    /// # Errors
    /// `head` for a head with a misread character; `details-missing` until the detail file of every list with a hit was added, where `effects` is given.
    /// What is wrong with the file is among its findings.
    #[wasm_bindgen(js_name = showCase, unchecked_return_type = "CaseShown")]
    pub fn show_case(&self, text: &str, heads: Vec<String>, effects: Option<Function>) -> Result<JsValue, JsValue> {
        to_js(&case::shown(text, &heads, &|row| law::find(row, |asked| self.law(asked, effects.as_ref())))?)
    }

    /// The case file as `html` (a report to print), `csv`, `csv-exact` or `ics`. `effects` as for [`Screener::show_case`].
    ///
    /// # Errors
    /// `case-broken`, `no-record`, `shape`, `details-missing`.
    #[wasm_bindgen(js_name = exportCase)]
    pub fn export_case(
        &self,
        case: &str,
        form: &str,
        organisation: String,
        matter: String,
        prepared_by: String,
        effects: Option<Function>,
    ) -> Result<String, JsValue> {
        let letterhead = Letterhead { organisation, matter, prepared_by };
        Ok(case::exported(case, form, &letterhead, &|row| law::find(row, |asked| self.law(asked, effects.as_ref())))?)
    }
}

impl Screener {
    /// What the rules of this pack say of a hit; `None` when its record names others.
    fn law(&self, asked: &Asked, effects: Option<&Function>) -> Result<Option<Law>, Fault> {
        let Some(effects) = effects else { return Ok(None) };
        let Some(entry) = self.entry_of(asked)? else { return Ok(None) };
        let programs = Json::list(entry.iter().flat_map(|entry| entry.programs.iter().map(String::as_str)));
        let said = to_js(&programs).and_then(|programs| effects.call2(&JsValue::NULL, &JsValue::from_str(&asked.list), &programs));
        // What canonical JSON was read from is written as the same canonical JSON.
        let said = said.and_then(|said| js_sys::JSON::stringify(&said));
        let effects = said.ok().and_then(|said| read(&String::from(said)).ok());
        let effects =
            effects.ok_or_else(|| Fault::new("internal", "what a list does in law could not be read: reload the page, and report this"))?;
        Ok(Some(Law { effects, entry: entry.is_some() }))
    }
}

/// The line that comes after the last of a case file: a record of kind `check`, `destination`, `deal` or `decision` with its body in canonical JSON. `at` is the
/// time of the device, `2026-11-23T03:30:00Z`; `wasm` the SHA-256 of the module that answered; `seed` 32 fresh random bytes; `key` the text
/// of a private key file, or empty.
///
/// # Errors
/// `case-broken`: nothing is added to a file that was changed; `no-record` for a body that is not canonical; `input` for what is no key.
#[wasm_bindgen(js_name = nextLine)]
pub fn next_line(case: &str, kind: &str, body: &str, at: &str, wasm: &str, seed: &[u8], key: &str) -> Result<String, JsValue> {
    Ok(case::next_line(case, kind, body, &Stamp::of_page(at, Digest::parse(wasm)), seed, key)?)
}

/// Decides about a hit. `good_list` may be empty: a new one is made then with `salt`, 32 fresh random bytes.
///
/// # Errors
/// `unreasoned`, `too-long`, `no-hit`, `no-good-list`, `case-broken`.
#[wasm_bindgen(unchecked_return_type = "Decided")]
pub fn decide(
    case: &str,
    good_list: &str,
    salt: &[u8],
    #[wasm_bindgen(unchecked_param_type = "ToDecide")] asked: JsValue,
) -> Result<JsValue, JsValue> {
    let asked = flat(asked).ok_or_else(|| Fault::new("shape", "expected a decision"))?;
    to_js(&case::decide(case, good_list, salt, &asked)?)
}

/// How a record compares with the same question asked now, both in canonical JSON.
///
/// # Errors
/// `no-record` for what is not canonical.
#[wasm_bindgen(js_name = compareRecords, unchecked_return_type = "Compared")]
pub fn compare_records(recorded: &str, now: &str) -> Result<JsValue, JsValue> {
    to_js(&case::compared(recorded, now)?)
}

/// The case file with what the JSON Pointers name hidden in every record; digests, signatures and chain stay.
///
/// # Errors
/// `redacted` when a record is redacted already; `case-broken`, `shape`.
#[wasm_bindgen(js_name = redactCase)]
pub fn redact_case(case: &str, hide: Vec<String>) -> Result<String, JsValue> {
    Ok(case::redacted(case, &hide)?)
}

/// A file of openings for parts of the record on a line of a redacted case file, from the whole one.
///
/// # Errors
/// `not-a-pair`, `nothing-hidden`, `case-broken`.
#[wasm_bindgen(js_name = openingsFor)]
pub fn openings_for(case: &str, redacted: &str, line: u32, show: Vec<String>) -> Result<String, JsValue> {
    Ok(case::openings(case, redacted, line, &show)?)
}

/// The redacted case file with openings put back.
///
/// # Errors
/// `not-openings`, `case-broken`, `no-record`.
#[wasm_bindgen(js_name = openCase)]
pub fn open_case(case: &str, openings: &str) -> Result<String, JsValue> {
    Ok(case::opened(case, openings)?)
}

/// A signing key of 32 random bytes.
///
/// # Errors
/// `internal` for another number of bytes.
#[wasm_bindgen(js_name = keyOf, unchecked_return_type = "KeyShown")]
pub fn key_of(seed: &[u8]) -> Result<JsValue, JsValue> {
    to_js(&case::key(seed)?)
}

/// The signing key of a private key file.
///
/// # Errors
/// `input` for what is none.
#[wasm_bindgen(js_name = readKey, unchecked_return_type = "KeyShown")]
pub fn read_key(text: &str) -> Result<JsValue, JsValue> {
    to_js(&case::key_read(text)?)
}

fn to_js(json: &Json) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&json.to_canonical())
}

/// A flat object from JavaScript, whose keys may stand in any order.
fn flat(value: JsValue) -> Option<Json> {
    let pairs = js_sys::Object::entries(&js_sys::Object::from(value));
    let member = |pair: JsValue| {
        let pair = js_sys::Array::from(&pair);
        let (key, value) = (pair.get(0).as_string()?, pair.get(1));
        let json = match (value.as_string(), value.as_f64()) {
            (Some(text), _) => Json::Text(text),
            (None, Some(number)) if (0.0..4e9).contains(&number) => Json::from(number as u32),
            _ => return None,
        };
        Some((key, json))
    };
    Some(Json::object(pairs.iter().map(member).collect::<Option<Vec<_>>>()?))
}
