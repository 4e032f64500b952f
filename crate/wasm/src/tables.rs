//! The tables of East Asian names.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Fault;

/// Takes the tables of East Asian names into use: until then, names in Chinese, Japanese and Korean writing are refused with
/// `tables-missing`.
///
/// # Errors
/// `digest` for any bytes but the ones this module was built for.
#[wasm_bindgen(js_name = loadTables)]
pub fn load_tables(bytes: Vec<u8>) -> Result<(), JsValue> {
    Ok(redzone_names::load_tables(bytes).map_err(|why| Fault::new("digest", why.to_string()))?)
}
