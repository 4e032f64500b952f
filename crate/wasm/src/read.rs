//! How a name is read.

use redzone_names::Disguise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Fault;
use crate::shapes::{NameRead, to_js};

/// How `text` is read: its words in one alphabet, and what was undone on the way there.
///
/// # Errors
/// `name-empty`, `name-too-long`, or `broken-text` when half a surrogate pair or U+FFFD stands in the text.
#[wasm_bindgen(js_name = readName, unchecked_return_type = "NameRead")]
pub fn read_name(text: &str) -> Result<JsValue, JsValue> {
    whole(text)?;
    let read = redzone_names::read(text).map_err(Fault::from)?;
    to_js(&NameRead {
        readings: read.readings.into_iter().map(|reading| reading.words).collect(),
        disguises: read.disguises.into_iter().map(disguise_code).collect(),
    })
}

/// JavaScript strings may hold half a surrogate pair, which arrives here as U+FFFD. What was typed is not known any
/// more, so such a text is refused and not screened.
pub(crate) fn whole(text: &str) -> Result<(), Fault> {
    if text.contains('\u{fffd}') {
        return Err(Fault::new("broken-text", "the name has a broken character in it (U+FFFD or half a pair): type it again"));
    }
    Ok(())
}

pub(crate) fn disguise_code(disguise: Disguise) -> &'static str {
    match disguise {
        Disguise::Invisible => "invisible",
        Disguise::LookAlike => "look-alike",
        Disguise::Compatibility => "compatibility",
        Disguise::MarkFlood => "mark-flood",
        Disguise::DigitForLetter => "digit-for-letter",
    }
}
