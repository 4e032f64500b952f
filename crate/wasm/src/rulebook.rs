//! The rules of a verified pack: destinations, places, and what a list does in law.

use redzone_index::Manifest;
use redzone_index::rules::Rules;
use redzone_record::report::calendar::of_deal;
use redzone_record::report::law;
use redzone_record::{deal as written, destination as recorded};
use redzone_screen::deal::{classify, determine as judge};
use redzone_screen::destination::{DestinationQuestion, determine};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Fault;
use crate::convert::{day, from_js, to_js, trusted};
use crate::deal;
use crate::destination::place_answer;
use crate::places::places_found;
use crate::rule_shapes::PlaceQuestion;

/// The rules of a pack, verified against its manifest.
#[wasm_bindgen]
pub struct Rulebook {
    manifest: Manifest,
    rules: Rules,
}

#[wasm_bindgen]
impl Rulebook {
    /// Verifies a manifest, signed by one of the keys (64 hexadecimal digits each), and the rules file that it names.
    ///
    /// # Errors
    /// `signature`, `version`, `fold`, `malformed`, `length`, `digest`; `missing` when the pack has no rules; `input` for a key that is none.
    #[wasm_bindgen(constructor)]
    pub fn new(manifest: &[u8], keys: Vec<String>, rules: &[u8]) -> Result<Rulebook, JsValue> {
        Ok(open(manifest, &keys, rules)?)
    }

    /// What being on a list means in law: of the list itself, and of the parts of it that an entry stands in (footnotes, listed addresses),
    /// which the entry's programs name. Empty when the rules do not say, which is shown as a gap.
    ///
    /// # Errors
    /// `internal`.
    #[wasm_bindgen(unchecked_return_type = "EffectShown[]")]
    pub fn effects(&self, list: &str, programs: Vec<String>) -> Result<JsValue, JsValue> {
        deal::to_js(&law::effects(&self.rules, list, &programs))
    }

    /// Which places a text typed so far may mean.
    ///
    /// # Errors
    /// `internal`.
    #[wasm_bindgen(unchecked_return_type = "PlacesFound")]
    pub fn places(&self, text: &str) -> Result<JsValue, JsValue> {
        to_js(&places_found(&self.rules.names, text))
    }

    /// What the rules say of a destination on a day.
    ///
    /// # Errors
    /// `as-of` for what is no day; `shape` for what is no question.
    #[wasm_bindgen(unchecked_return_type = "PlaceAnswer")]
    pub fn destination(&self, #[wasm_bindgen(unchecked_param_type = "PlaceQuestion")] question: JsValue) -> Result<JsValue, JsValue> {
        to_js(&place_answer(&determine(&self.rules, &place_asked(question)?)))
    }

    /// What the rules say of a destination, as the body of a record of kind `destination`, in canonical JSON.
    ///
    /// # Errors
    /// As [`Rulebook::destination`].
    #[wasm_bindgen(js_name = recordDestination)]
    pub fn record_destination(&self, #[wasm_bindgen(unchecked_param_type = "PlaceQuestion")] question: JsValue) -> Result<String, JsValue> {
        let question = place_asked(question)?;
        Ok(recorded::record(&self.manifest, &question, &determine(&self.rules, &question)).to_canonical())
    }

    /// Asks the question of a recorded destination again, and writes the record of the answer now.
    ///
    /// # Errors
    /// `no-record` for what is none, or does not show its question.
    #[wasm_bindgen(js_name = againDestination)]
    pub fn again_destination(&self, body: &str) -> Result<String, JsValue> {
        let now = redzone_record::read(body).ok().and_then(|body| recorded::again(&self.manifest, &self.rules, &body));
        Ok(now.ok_or_else(|| Fault::new("no-record", "expected the record of a destination"))?.to_canonical())
    }

    /// What the rules say of a deal: the same answer as `redzone determine`.
    ///
    /// # Errors
    /// `question`, naming the field.
    #[wasm_bindgen(unchecked_return_type = "DealAnswer")]
    pub fn determine(&self, #[wasm_bindgen(unchecked_param_type = "DealQuestion")] question: JsValue) -> Result<JsValue, JsValue> {
        let (_, asked) = deal::question(&question)?;
        deal::to_js(&written::answer(&self.rules, &asked, &judge(&self.rules, &asked)))
    }

    /// Determines a deal and writes the record of the answer, in canonical JSON: the body of a record of kind `deal`.
    ///
    /// # Errors
    /// `question`, naming the field.
    pub fn record(&self, #[wasm_bindgen(unchecked_param_type = "DealQuestion")] question: JsValue) -> Result<String, JsValue> {
        let (json, asked) = deal::question(&question)?;
        let found = judge(&self.rules, &asked);
        Ok(written::record(&self.manifest, &self.rules, &json, &asked, &found).to_canonical())
    }

    /// Asks the question of a recorded determination again, and writes the record of the answer now.
    ///
    /// # Errors
    /// `no-record` for what is none, or does not show its question; `question`, naming the field.
    pub fn again(&self, recorded: &str) -> Result<String, JsValue> {
        Ok(self.asked_again(recorded)?)
    }

    /// What the figures of an item make of it: the same as `redzone item`.
    ///
    /// # Errors
    /// `question`, naming the figure.
    #[wasm_bindgen(unchecked_return_type = "ItemClass")]
    pub fn item(&self, #[wasm_bindgen(unchecked_param_type = "DealItem")] sheet: JsValue) -> Result<JsValue, JsValue> {
        let item = written::item(&deal::from_js(&sheet, 0)?, String::new()).map_err(Fault::from)?;
        deal::to_js(&written::class(&classify(item.kind, &item.figures), item.kind))
    }

    /// Everybody whose screening a question leaves open: for the party module to screen.
    ///
    /// # Errors
    /// `question`, naming the field.
    #[wasm_bindgen(unchecked_return_type = "DealNamed[]")]
    pub fn unscreened(&self, #[wasm_bindgen(unchecked_param_type = "DealQuestion")] question: JsValue) -> Result<JsValue, JsValue> {
        deal::to_js(&deal::unscreened(&deal::question(&question)?.0))
    }

    /// The question with what the party module found filled in, in the order of `unscreened`.
    ///
    /// # Errors
    /// `question`, naming the field; `internal` when `found` does not fit it.
    #[wasm_bindgen(unchecked_return_type = "DealQuestion")]
    pub fn screened(
        &self,
        #[wasm_bindgen(unchecked_param_type = "DealQuestion")] question: JsValue,
        #[wasm_bindgen(unchecked_param_type = "DealScreened[]")] found: JsValue,
    ) -> Result<JsValue, JsValue> {
        deal::to_js(&deal::screened(&deal::question(&question)?.0, &deal::from_js(&found, 0)?)?)
    }

    /// The obligations of a deal that have a day, as calendar entries.
    ///
    /// # Errors
    /// `question`, naming the field.
    pub fn calendar(&self, #[wasm_bindgen(unchecked_param_type = "DealQuestion")] question: JsValue) -> Result<String, JsValue> {
        let (_, asked) = deal::question(&question)?;
        Ok(of_deal(&written::answer(&self.rules, &asked, &judge(&self.rules, &asked))))
    }
}

fn place_asked(question: JsValue) -> Result<DestinationQuestion, JsValue> {
    let asked: PlaceQuestion = from_js(question)?;
    Ok(DestinationQuestion {
        headquarters: Some(asked.headquarters).filter(|place| !place.is_empty()),
        ..DestinationQuestion::new(asked.place, day(&asked.as_of)?)
    })
}

impl Rulebook {
    fn asked_again(&self, recorded: &str) -> Result<String, Fault> {
        let no_record = || Fault::new("no-record", "expected the record of a determination");
        let recorded = redzone_record::read(recorded).map_err(|_| no_record())?;
        let now = written::again(&self.manifest, &self.rules, &recorded)?.ok_or_else(no_record)?;
        Ok(now.to_canonical())
    }
}

/// Whether a pack may take the place of an older one on a day: both manifests signed by one of the keys, the newer one by those whom the older
/// names, and nothing in it gone back.
///
/// # Errors
/// `signature`, `rollback`, `clock`, `expired`; `version`, `fold`, `malformed`, `as-of`, and `input` for a key that is none.
#[wasm_bindgen(js_name = checkFollows)]
pub fn check_follows(newer: &[u8], older: &[u8], keys: Vec<String>, as_of: &str) -> Result<(), JsValue> {
    Ok(follows(newer, older, &keys, as_of)?)
}

fn follows(newer: &[u8], older: &[u8], keys: &[String], as_of: &str) -> Result<(), Fault> {
    let keys = trusted(keys)?;
    Ok(Manifest::verify(newer, &keys)?.check_follows(&Manifest::verify(older, &keys)?, day(as_of)?)?)
}

fn open(manifest: &[u8], keys: &[String], rules: &[u8]) -> Result<Rulebook, Fault> {
    let manifest = Manifest::verify(manifest, &trusted(keys)?)?;
    let rules = Rules::from_bytes(manifest.check_rules(rules)?)?;
    Ok(Rulebook { manifest, rules })
}
