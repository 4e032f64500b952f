//! Compatibility decomposition (NFKD), full case folding and capitals, as ICU does them, from tables of our own.
//!
//! ICU's tables answer more than names ask and are laid out for speed: after brotli they take seven times the room of these, and a first answer in
//! a browser waits for every byte. The tables are made from ICU itself, and a test compares the two over the whole of Unicode. How they
//! were made and laid out: `data/README.md`.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::near::is_near;

const NEAR: &[u8] = include_bytes!("../data/unicode-near.bin");
const FAR: &[u8] = include_bytes!("../data/unicode-far.bin");

/// No character under this one has a combining class.
const FIRST_MARK: char = '\u{300}';
/// The classes that are not 0.
const CLASSES: std::ops::RangeInclusive<u8> = 1..=254;

/// Whether this build knows every character of a text: [`read`](crate::read) refuses others, and [`capitals`] leaves them as they are.
pub fn is_known(text: &str) -> bool {
    cfg!(feature = "far") || text.chars().all(is_near)
}

/// A text's compatibility decomposition, its marks in canonical order. What [`is_known`] refuses stays as it is.
pub(crate) fn decompose(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut chars = Vec::with_capacity(text.len());
    for c in text.chars() {
        if cfg!(feature = "far") && hangul(c, &mut chars) {
            continue;
        }
        match Table::of(c).decompositions.get(c) {
            Some(parts) => chars.extend_from_slice(parts),
            None => chars.push(c),
        }
    }
    order(&mut chars);
    Cow::Owned(chars.into_iter().collect())
}

/// A decomposed text with case folded away. Of other texts some letters keep their case: the table has only what a decomposition leaves.
pub(crate) fn fold_case(decomposed: &str) -> String {
    if decomposed.is_ascii() {
        return decomposed.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(decomposed.len());
    for c in decomposed.chars() {
        match Table::of(c).foldings.get(c) {
            Some(parts) => folded.extend(parts),
            None => folded.push(c),
        }
    }
    folded
}

/// A text in capitals, by the full mapping of each character.
///
/// ```
/// assert_eq!(redzone_names::capitals("straße ﬁ 12b"), "STRASSE FI 12B");
/// ```
pub fn capitals(text: &str) -> String {
    let mut capitals = String::with_capacity(text.len());
    for c in text.chars() {
        match if c.is_ascii() { None } else { Table::of(c).capitals.get(c) } {
            Some(parts) => capitals.extend(parts),
            None => capitals.push(c.to_ascii_uppercase()),
        }
    }
    capitals
}

/// Puts each run of marks in the order of their classes; marks of one class keep theirs.
fn order(chars: &mut [char]) {
    for run in chars.chunk_by_mut(|a, b| class(*a) > 0 && class(*b) > 0) {
        if run.is_sorted_by_key(|c| class(*c)) {
            continue;
        }
        let marks: Vec<(u8, char)> = run.iter().map(|c| (class(*c), *c)).collect();
        let ordered = CLASSES.flat_map(|wanted| marks.iter().filter(move |(class, _)| *class == wanted));
        run.iter_mut().zip(ordered).for_each(|(place, (_, mark))| *place = *mark);
    }
}

/// The canonical combining class.
fn class(c: char) -> u8 {
    if c < FIRST_MARK {
        return 0;
    }
    let classes = &Table::of(c).classes;
    let after = classes.partition_point(|run| run.first <= c);
    classes[..after].last().filter(|run| c <= run.last).map_or(0, |run| run.class)
}

/// A Hangul syllable as its letters, by the Unicode Standard's arithmetic (3.12); whether it was one.
fn hangul(c: char, out: &mut Vec<char>) -> bool {
    const SYLLABLES: std::ops::RangeInclusive<u32> = 0xac00..=0xd7a3;
    const VOWELS: u32 = 21;
    const FINALS: u32 = 28;
    if !SYLLABLES.contains(&u32::from(c)) {
        return false;
    }
    let number = u32::from(c) - SYLLABLES.start();
    let (initial, vowel, last) = (number / (VOWELS * FINALS), number / FINALS % VOWELS, number % FINALS);
    out.extend(
        [Some(0x1100 + initial), Some(0x1161 + vowel), (last > 0).then_some(0x11a7 + last)]
            .into_iter()
            .flatten()
            .filter_map(char::from_u32),
    );
    true
}

/// What is known of some characters.
struct Table {
    decompositions: Map,
    foldings: Map,
    capitals: Map,
    classes: Vec<Run>,
}

/// Characters in a row of one combining class.
struct Run {
    first: char,
    last: char,
    class: u8,
}

/// What some characters become.
struct Map {
    /// In order.
    keys: Vec<char>,
    /// Where the characters of each begin, and where the last ones end.
    starts: Vec<u16>,
    chars: Vec<char>,
}

impl Table {
    /// The table that a character would be in.
    fn of(c: char) -> &'static Table {
        static TABLES: [OnceLock<Table>; 2] = [const { OnceLock::new() }; 2];
        let [near, far] = &TABLES;
        if cfg!(feature = "far") && !is_near(c) { far.get_or_init(|| Table::read(FAR)) } else { near.get_or_init(|| Table::read(NEAR)) }
    }

    fn read(bytes: &'static [u8]) -> Table {
        let mut bytes = Bytes(bytes.iter());
        let [decompositions, foldings, capitals] = std::array::from_fn(|_| Map::read(&mut bytes));
        let mut next = 0;
        let classes = (0..bytes.number()).map(|_| {
            let first = next + bytes.number();
            next = first + bytes.number();
            Run { first: scalar(first), last: scalar(next - 1), class: bytes.number() as u8 }
        });
        Table { decompositions, foldings, capitals, classes: classes.collect() }
    }
}

impl Map {
    fn read(bytes: &mut Bytes) -> Map {
        let count = bytes.number() as usize;
        let mut key = 0;
        let keys: Vec<u32> = (0..count)
            .map(|_| {
                key += bytes.number();
                key
            })
            .collect();
        let mut end = 0;
        let mut starts: Vec<u16> = vec![0];
        starts.extend((0..count).map(|_| {
            end += bytes.number() as u16;
            end
        }));
        let mut chars = vec![0; usize::from(end)];
        let longest = starts.windows(2).map(|ends| ends[1] - ends[0]).max().unwrap_or(0);
        for place in 0..longest {
            let (mut before, mut key_before) = (0_u32, 0);
            for (key, ends) in keys.iter().zip(starts.windows(2)).filter(|(_, ends)| ends[0] + place < ends[1]) {
                // The capitals in a row become the small letters in a row.
                let step = if ends[1] - ends[0] == 1 { key - key_before } else { 0 };
                before = before.wrapping_add(step).wrapping_add_signed(bytes.difference());
                key_before = *key;
                chars[usize::from(ends[0] + place)] = before;
            }
        }
        Map { keys: keys.into_iter().map(scalar).collect(), starts, chars: chars.into_iter().map(scalar).collect() }
    }

    fn get(&self, c: char) -> Option<&[char]> {
        let at = self.keys.binary_search(&c).ok()?;
        let [start, end] = *self.starts.get(at..)?.first_chunk()?;
        self.chars.get(usize::from(start)..usize::from(end))
    }
}

/// The numbers of a table, seven bits a byte, the lowest first.
struct Bytes(std::slice::Iter<'static, u8>);

impl Bytes {
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for (place, byte) in self.0.by_ref().enumerate() {
            number |= u32::from(byte & 0x7f) << (7 * place);
            if *byte < 0x80 {
                break;
            }
        }
        number
    }

    /// A number with its sign in the lowest bit.
    fn difference(&mut self) -> i32 {
        let number = self.number();
        (number >> 1) as i32 ^ -((number & 1) as i32)
    }
}

/// Every number in the tables is of a character; the test of all of Unicode reads each.
fn scalar(number: u32) -> char {
    char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(all(test, feature = "far"))]
mod tests {
    use super::*;
    use crate::script::{Script, script_of};
    use icu_casemap::CaseMapper;
    use icu_normalizer::DecomposingNormalizerBorrowed;
    use proptest::prelude::*;

    /// A text decomposed, then with case folded away, then decomposed again: what the crate does with it.
    fn same_as_icu(text: &str) {
        let (nfkd, folder) = (DecomposingNormalizerBorrowed::new_nfkd(), CaseMapper::new());
        assert_eq!(capitals(text), text.chars().flat_map(char::to_uppercase).collect::<String>(), "{text:?}");
        let decomposed = decompose(text);
        assert_eq!(decomposed, nfkd.normalize(text), "{text:?}");
        assert_eq!(fold_case(&decomposed), folder.fold_string(&decomposed), "{text:?}");
        assert_eq!(decompose(&fold_case(&decomposed)), nfkd.normalize(&folder.fold_string(&decomposed)), "{text:?}");
    }

    #[test]
    fn every_character_is_as_in_icu() {
        for c in '\0'..=char::MAX {
            same_as_icu(&c.to_string());
            // Between marks of a low and a high class, in the wrong order.
            same_as_icu(&format!("a\u{345}{c}\u{334}b"));
        }
    }

    #[test]
    fn near_characters_become_near_ones() {
        let far = [Script::Han, Script::Kana, Script::Hangul, Script::Indic, Script::Thai];
        for c in ('\0'..=char::MAX).filter(|c| is_near(*c)) {
            let folded = fold_case(&decompose(&c.to_string()));
            assert!(folded.chars().all(|c| is_near(c) && !far.contains(&script_of(c))), "{c} ({:x})", u32::from(c));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_as_in_icu(text in any::<String>()) {
            same_as_icu(&text);
        }

        #[test]
        fn marks_in_any_order_are_as_in_icu(text in "([aA\u{390}\u{1e9}\u{5d0}\u{623}\u{915}가か][\\p{Mn}\u{ff9e}\u{ff9f}]{0,12}){1,6}") {
            same_as_icu(&text);
        }
    }
}
