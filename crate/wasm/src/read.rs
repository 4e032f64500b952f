//! How a name is read.

use redzone_record::words;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Fault;
use crate::convert::to_js;
use crate::shapes::{NameRead, Piece};

/// How `text` is read: its words in one alphabet, and what was undone on the way there.
///
/// # Errors
/// `name-empty`, `name-too-long`, or `broken-text` when half a surrogate pair or U+FFFD stands in the text.
#[wasm_bindgen(js_name = readName, unchecked_return_type = "NameRead")]
pub fn read_name(text: &str) -> Result<JsValue, JsValue> {
    whole(text)?;
    let read = redzone_names::read(text).map_err(Fault::from)?;
    to_js(&name_read(read))
}

/// How a name was read.
pub(crate) fn name_read(read: redzone_names::Read) -> NameRead {
    NameRead {
        readings: read.readings.into_iter().map(|reading| reading.words).collect(),
        disguises: read.disguises.into_iter().map(words::disguise).collect(),
    }
}

/// A name cut after its blanks, each piece with the words it reads as.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let words = |piece: &str| redzone_names::read(piece).ok().and_then(|read| read.readings.into_iter().next()).map(|first| first.words);
    text.split_inclusive(char::is_whitespace)
        .map(|piece| Piece { text: piece.to_owned(), words: words(piece.trim_end()).unwrap_or_default() })
        .collect()
}

/// JavaScript strings may hold half a surrogate pair, which arrives here as U+FFFD. What was typed is not known any
/// more, so such a text is refused and not screened.
pub(crate) fn whole(text: &str) -> Result<(), Fault> {
    if text.contains('\u{fffd}') {
        return Err(Fault::new("broken-text", "the name has a broken character in it (U+FFFD or half a pair): type it again"));
    }
    Ok(())
}
