//! The dictionary: words of organisations' names, surnames, and the one form of a character that both are written in.
//!
//! Each table is sorted text, searched by bisection where it lies: nothing is built at start-up.

use crate::tables::tables;

/// The longest word of the dictionary, in characters.
pub(super) const LONGEST: usize = 14;

/// What a word tells about the name it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Company, co ltd, group ...
    Form,
    /// University, bank, institute, bureau ...
    Institution,
    /// Trades, goods, adjectives.
    Word,
    Place,
    /// A company, party or ministry by its own name.
    Brand,
}

/// A word in English. The second spelling is the one that lists use as well.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) kind: Kind,
    pub(super) english: &'static str,
    pub(super) other: &'static str,
}

/// A surname in the three languages, each with one or two spellings parted by `/`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surname {
    pub(super) mandarin: &'static str,
    pub(super) cantonese: &'static str,
    pub(super) korean: Option<&'static str>,
}

/// The simplified form, where the dictionary has the character at all.
pub(super) fn simplified(c: char) -> char {
    let mut utf8 = [0; 4];
    let key = c.encode_utf8(&mut utf8).as_bytes();
    let variants = tables().variants;
    let pairs = variants.as_bytes().as_chunks::<6>().0;
    match pairs.binary_search_by(|pair| pair[..3].cmp(key)) {
        Ok(at) => variants[at * 6 + 3..at * 6 + 6].chars().next().unwrap_or(c),
        Err(_) => c,
    }
}

/// The word that is exactly these (simplified) characters.
pub(super) fn word(text: &str) -> Option<Word> {
    let value = find(tables().words, text).ok()?;
    let (kind, english) = value.split_at_checked(1)?;
    let (english, other) = english.split_once('|').unwrap_or((english, english));
    let kind = match kind {
        "f" => Kind::Form,
        "i" => Kind::Institution,
        "p" => Kind::Place,
        "b" => Kind::Brand,
        _ => Kind::Word,
    };
    Some(Word { kind, english, other })
}

/// Whether a word of the dictionary begins so.
pub(super) fn begins(text: &str) -> bool {
    match find(tables().words, text) {
        Ok(_) => true,
        Err(at) => tables().words[at..].starts_with(text),
    }
}

/// The surname that is exactly these (simplified) characters.
pub(super) fn surname(text: &str) -> Option<Surname> {
    let mut fields = find(tables().surnames, text).ok()?.split('\t');
    let (mandarin, cantonese, korean) = (fields.next()?, fields.next()?, fields.next()?);
    Some(Surname { mandarin, cantonese, korean: (korean != "-").then_some(korean) })
}

/// What stands after the tab in the line with this key; else where such a line would stand. A tab sorts below every
/// character, so sorted lines are sorted keys.
pub(super) fn find(table: &'static str, key: &str) -> Result<&'static str, usize> {
    let bytes = table.as_bytes();
    // Invariant: both are beginnings of lines (or the end), and the line looked for is between them.
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[..middle].iter().rposition(|b| *b == b'\n').map_or(0, |newline| newline + 1);
        let end = bytes[middle..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |newline| middle + newline);
        let line = &table[start..end];
        let (found, value) = line.split_once('\t').unwrap_or((line, ""));
        match found.cmp(key) {
            std::cmp::Ordering::Equal => return Ok(value),
            std::cmp::Ordering::Less => low = (end + 1).min(bytes.len()),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    Err(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_every_line_finds_itself() {
        for table in [tables().words, tables().surnames] {
            let mut last = "";
            for line in table.lines() {
                let (key, value) = line.split_once('\t').unwrap();
                assert!(last < key, "{last} before {key}");
                assert_eq!(find(table, key), Ok(value));
                assert!(key.chars().count() <= LONGEST && key.chars().all(|c| simplified(c) == c), "{key}");
                assert!(value.is_ascii(), "{line}");
                last = key;
            }
        }
        let pairs: Vec<char> = tables().variants.chars().collect();
        assert!(tables().variants.len() == pairs.len() * 3 && pairs.chunks(2).is_sorted_by(|a, b| a[0] < b[0]));
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for text in ["", "a", "一一", "龥", "\u{10ffff}", "中国中国"] {
            assert!(word(text).is_none() && surname(text).is_none(), "{text}");
        }
        assert!(begins("有限") && !begins("限有"));
        assert_eq!(simplified('國'), '国');
        assert_eq!(simplified('x'), 'x');
    }
}
