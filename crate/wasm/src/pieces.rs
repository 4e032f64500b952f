//! A printed name in pieces.

use crate::Fault;
use crate::entry_shapes::Piece;

/// A name cut after its blanks, each piece with the words it reads as; none for a piece that is punctuation.
///
/// # Errors
/// `tables-missing`, `script-missing`.
pub(crate) fn pieces(text: &str) -> Result<Vec<Piece>, Fault> {
    let words = |piece: &str| match redzone_names::read(piece) {
        Ok(read) => Ok(read.readings.into_iter().next().map(|first| first.words).unwrap_or_default()),
        Err(why) if why.is_missing() => Err(why),
        Err(_) => Ok(Vec::new()),
    };
    text.split_inclusive(char::is_whitespace).map(|piece| Ok(Piece { text: piece.to_owned(), words: words(piece.trim_end())? })).collect()
}
