//! From JavaScript, and to it.

use redzone_index::{Date, Manifest, PublicKey};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::Fault;

/// Any shape to a plain JavaScript object.
pub(crate) fn to_js<T: Serialize>(shape: &T) -> Result<JsValue, JsValue> {
    shape.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|why| Fault::new("internal", why.to_string()).into())
}

/// A plain JavaScript object to a shape.
#[cfg(feature = "rules")]
pub(crate) fn from_js<T: serde::de::DeserializeOwned>(value: JsValue) -> Result<T, Fault> {
    serde_wasm_bindgen::from_value(value).map_err(|why| Fault::new("shape", format!("the question has another shape: {why}")))
}

/// A day of a question.
pub(crate) fn day(text: &str) -> Result<Date, Fault> {
    Date::parse(text).ok_or_else(|| Fault::new("as-of", format!("expected a day like 2026-07-31, found `{text}`")))
}

/// The keys that may have signed a manifest, each 64 hexadecimal digits.
pub(crate) fn trusted(keys: &[String]) -> Result<Vec<PublicKey>, Fault> {
    Ok(keys.iter().map(|key| PublicKey::parse(key)).collect::<Result<_, _>>()?)
}

/// A manifest that one of the keys has signed.
pub(crate) fn verified(manifest: &[u8], keys: &[String]) -> Result<Manifest, Fault> {
    Ok(Manifest::verify(manifest, &trusted(keys)?)?)
}

/// A file of a pack that its manifest knows nothing of.
pub(crate) fn not_in_manifest(name: &str) -> Fault {
    Fault::new("missing", format!("the manifest names no list's file `{name}`: fetch the whole pack again"))
}
