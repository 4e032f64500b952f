//! What crosses the boundary. Field names are JavaScript's; the TypeScript types are generated from here.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use crate::Fault;

/// How a name was read.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct NameRead {
    /// At least one way to write the name as comparable words.
    pub readings: Vec<Vec<String>>,
    /// What was undone: `invisible`, `look-alike`, `compatibility`, `mark-flood`, `digit-for-letter`.
    pub disguises: Vec<&'static str>,
}

/// Any shape to a plain JavaScript object.
pub(crate) fn to_js<T: Serialize>(shape: &T) -> Result<JsValue, JsValue> {
    shape.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|why| Fault::new("internal", why.to_string()).into())
}
