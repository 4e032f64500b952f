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
/// `name-empty`, `name-too-long`, `tables-missing`, or `broken-text` when half a surrogate pair or U+FFFD stands in the text.
#[wasm_bindgen(js_name = readName, unchecked_return_type = "NameRead")]
pub fn read_name(text: &str) -> Result<JsValue, JsValue> {
    whole(text)?;
    let read = redzone_names::read(text).map_err(Fault::from)?;
    to_js(&name_read(read))
}

/// Takes the tables of East Asian names into use: until then, names in Chinese, Japanese and Korean writing are refused with
/// `tables-missing`.
///
/// # Errors
/// `digest` for any bytes but the ones this module was built for.
#[wasm_bindgen(js_name = loadTables)]
pub fn load_tables(bytes: Vec<u8>) -> Result<(), JsValue> {
    Ok(redzone_names::load_tables(bytes).map_err(|why| Fault::new("digest", why.to_string()))?)
}

/// How a name was read.
pub(crate) fn name_read(read: redzone_names::Read) -> NameRead {
    NameRead {
        readings: read.readings.into_iter().map(|reading| reading.words).collect(),
        disguises: read.disguises.into_iter().map(words::disguise).collect(),
    }
}

/// A name cut after its blanks, each piece with the words it reads as; none for a piece that is punctuation.
///
/// # Errors
/// `tables-missing`.
pub(crate) fn pieces(text: &str) -> Result<Vec<Piece>, Fault> {
    let words = |piece: &str| match redzone_names::read(piece) {
        Ok(read) => Ok(read.readings.into_iter().next().map(|first| first.words).unwrap_or_default()),
        Err(why) if why.is_missing() => Err(why),
        Err(_) => Ok(Vec::new()),
    };
    text.split_inclusive(char::is_whitespace).map(|piece| Ok(Piece { text: piece.to_owned(), words: words(piece.trim_end())? })).collect()
}

/// JavaScript strings may hold half a surrogate pair, which arrives here as U+FFFD. What was typed is not known any
/// more, so such a text is refused and not screened.
pub(crate) fn whole(text: &str) -> Result<(), Fault> {
    if text.contains('\u{fffd}') {
        return Err(Fault::new("broken-text", "the name has a broken character in it (U+FFFD or half a pair): type it again"));
    }
    Ok(())
}
