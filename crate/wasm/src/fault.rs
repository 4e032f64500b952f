//! Errors as JavaScript sees them.

use redzone_index::ErrorKind;
use wasm_bindgen::JsValue;

/// What went wrong, thrown as an `Error` whose `code` is stable and whose message a person may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Stable and short, for the page to choose its words by: `too-long`, `broken-text` ...
    pub code: &'static str,
    /// What was expected, what was found, and what to do next.
    pub message: String,
}

impl Fault {
    /// A fault with its code.
    pub fn new(code: &'static str, message: impl Into<String>) -> Fault {
        Fault { code, message: message.into() }
    }
}

impl From<Fault> for JsValue {
    fn from(fault: Fault) -> JsValue {
        let error = js_sys::Error::new(&fault.message);
        // A plain new Error takes any property: setting one cannot fail.
        let _ = js_sys::Reflect::set(&error, &JsValue::from_str("code"), &JsValue::from_str(fault.code));
        error.into()
    }
}

impl From<redzone_names::ReadError> for Fault {
    fn from(why: redzone_names::ReadError) -> Fault {
        let code = match why {
            redzone_names::ReadError::Empty => "name-empty",
            redzone_names::ReadError::TooLong(_) => "name-too-long",
            redzone_names::ReadError::TablesMissing => "tables-missing",
            redzone_names::ReadError::ScriptMissing => "script-missing",
        };
        Fault::new(code, why.to_string())
    }
}

impl From<redzone_index::Error> for Fault {
    fn from(why: redzone_index::Error) -> Fault {
        Fault::new(index_code(why.kind()), why.to_string())
    }
}

fn index_code(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Malformed => "malformed",
        ErrorKind::Version => "version",
        ErrorKind::Fold => "fold",
        ErrorKind::Signature => "signature",
        ErrorKind::Length => "length",
        ErrorKind::Digest => "digest",
        ErrorKind::Missing => "missing",
        ErrorKind::Expired => "expired",
        ErrorKind::Rollback => "rollback",
        ErrorKind::Clock => "clock",
        ErrorKind::Input => "input",
    }
}
