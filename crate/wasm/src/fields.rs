//! The fields of a question, read by hand: serde's reading of numbers brings in the printing of fractions, 20 kB for nothing.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::Fault;

/// A plain object from JavaScript.
pub(crate) struct Fields(Object);

impl Fields {
    /// Refuses what is no object, and an object with other fields than these: a misspelt one would be left out in silence.
    pub(crate) fn of(value: JsValue, known: &[&str]) -> Result<Fields, Fault> {
        let object = value.dyn_into::<Object>().map_err(|_| wrong("an object", "another value"))?;
        for key in Object::keys(&object).iter().filter_map(|key| key.as_string()) {
            if !known.contains(&key.as_str()) {
                return Err(wrong("no field of that name", &key));
            }
        }
        Ok(Fields(object))
    }

    fn get(&self, name: &str) -> JsValue {
        // Only a getter that throws fails, and a plain object has none: what can't be had is missing.
        Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
    }

    /// Whether there is a value.
    pub(crate) fn has(&self, name: &str) -> bool {
        let value = self.get(name);
        !value.is_undefined() && !value.is_null()
    }

    /// A text.
    pub(crate) fn text(&self, name: &str) -> Result<String, Fault> {
        self.get(name).as_string().ok_or_else(|| wrong("a text", name))
    }

    /// A text, empty when there is none.
    pub(crate) fn text_if_any(&self, name: &str) -> Result<String, Fault> {
        if self.has(name) { self.text(name) } else { Ok(String::new()) }
    }

    /// A list of texts.
    pub(crate) fn texts(&self, name: &str) -> Result<Vec<String>, Fault> {
        let list = self.get(name).dyn_into::<Array>().map_err(|_| wrong("a list of texts", name))?;
        list.iter().map(|one| one.as_string().ok_or_else(|| wrong("a list of texts", name))).collect()
    }

    /// A whole number not over `most`.
    pub(crate) fn number(&self, name: &str, most: u32) -> Result<u32, Fault> {
        self.number_if_any(name, most)?.ok_or_else(|| wrong("a whole number", name))
    }

    /// A whole number not over `most`, or nothing.
    pub(crate) fn number_if_any(&self, name: &str, most: u32) -> Result<Option<u32>, Fault> {
        if !self.has(name) {
            return Ok(None);
        }
        // A number that is not whole or too large is not the one it is cast to.
        let number = self.get(name).as_f64().map(|number| (number, number as u32));
        match number {
            Some((number, whole)) if f64::from(whole) == number && whole <= most => Ok(Some(whole)),
            _ => Err(wrong("a whole number in its range", name)),
        }
    }
}

fn wrong(expected: &str, found: &str) -> Fault {
    Fault::new("shape", ["the question has another shape: expected ", expected, " at ", found].concat())
}
