//! Deals: a question as it stands in the user's file, from JavaScript; the answer as the terminal writes it, to JavaScript. The canonical JSON
//! is the one shape of both (`redzone_record::deal`), so that a file asked here and there has the same answer, byte for byte.

use js_sys::{Array, JSON, Object};
use redzone_record::deal::{self, QuestionError};
use redzone_record::{Json, MAX_INTEGER};
use redzone_screen::deal::DealQuestion;
use wasm_bindgen::{JsCast, JsValue};

use crate::Fault;

/// No question has more levels: a cap table is read to its twelfth step.
const DEEPEST: usize = 64;

impl From<QuestionError> for Fault {
    fn from(why: QuestionError) -> Fault {
        Fault::new("question", why.to_string())
    }
}

/// A question, and the JSON it was read from.
pub(crate) fn question(value: &JsValue) -> Result<(Json, DealQuestion), Fault> {
    let json = from_js(value, 0)?;
    let question = deal::question(&json, None)?;
    Ok((json, question))
}

/// A plain JavaScript value to our restricted JSON, as the terminal reads a file: a fraction becomes a text, and what is `null` or
/// `undefined` is left out.
pub(crate) fn from_js(value: &JsValue, depth: usize) -> Result<Json, Fault> {
    let refused = |found: &str| Fault::new("question", ["expected plain JSON, found ", found].concat());
    if depth > DEEPEST {
        return Err(refused("too many levels"));
    }
    if let Some(text) = value.as_string() {
        return Ok(text.into());
    }
    if let Some(truth) = value.as_bool() {
        return Ok(truth.into());
    }
    if let Some(number) = value.as_f64() {
        if !number.is_finite() {
            return Err(refused("a number without end, or none"));
        }
        let written = JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_default();
        let whole = written.parse::<i64>().ok().filter(|number| number.unsigned_abs() <= MAX_INTEGER.unsigned_abs());
        return Ok(whole.map_or_else(|| Json::from(written), Json::Integer));
    }
    if value.is_null() || value.is_undefined() {
        return Ok(Json::Object(Vec::new()));
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().map(|one| from_js(&one, depth + 1)).collect::<Result<_, _>>().map(Json::List);
    }
    let object = value.dyn_ref::<Object>().ok_or_else(|| refused("another value"))?;
    let mut members = Vec::new();
    for pair in Object::entries(object).iter() {
        let pair = Array::from(&pair);
        let (key, member) = (pair.get(0).as_string().ok_or_else(|| refused("a key that is no text"))?, pair.get(1));
        if !member.is_null() && !member.is_undefined() {
            members.push((key, from_js(&member, depth + 1)?));
        }
    }
    Ok(Json::object(members))
}

/// Our JSON to a plain JavaScript value.
pub(crate) fn to_js(json: &Json) -> Result<JsValue, JsValue> {
    JSON::parse(&json.to_canonical())
}

/// Everybody and every address whose screening the question leaves open, in the order in which [`screened`] wants what was found.
pub(crate) fn unscreened(question: &Json) -> Json {
    let mut names = Vec::new();
    let asked = deal::screened(question, &mut |wanted| -> Result<Json, Fault> {
        let texts = [("name", wanted.name), ("address", wanted.address)].map(|(key, text)| (key, Json::from(text)));
        names.push(Json::object(texts.into_iter().chain([("person", wanted.person.into())])));
        Ok("not done".into())
    });
    debug_assert!(asked.is_ok(), "the closure gives no error");
    Json::List(names)
}

/// The question with what was found filled in.
pub(crate) fn screened(question: &Json, found: &Json) -> Result<Json, Fault> {
    let mut found = found.as_list().unwrap_or_default().iter();
    let filled = deal::screened(question, &mut |_| one_screening(found.next()))?;
    if found.next().is_some() { Err(uneven()) } else { Ok(filled) }
}

fn one_screening(found: Option<&Json>) -> Result<Json, Fault> {
    let found = found.ok_or_else(uneven)?;
    let text = |json: &Json, key: &str| json.get(key).and_then(Json::as_text).map(str::to_owned).ok_or_else(uneven);
    let hits = found.get("hits").and_then(Json::as_list).ok_or_else(uneven)?;
    let hits = hits.iter().map(|hit| Ok((text(hit, "list")?, text(hit, "entry")?))).collect::<Result<Vec<_>, Fault>>()?;
    let omitted = found.get("omitted").and_then(Json::as_integer).and_then(|count| usize::try_from(count).ok()).ok_or_else(uneven)?;
    Ok(deal::screening(text(found, "verdict")? == "no-match", omitted, hits))
}

fn uneven() -> Fault {
    Fault::new("internal", "what screening found does not fit the question: screen its parties again")
}
