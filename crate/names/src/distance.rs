//! How far two words are apart: optimal string alignment with letter classes, in hundredths of an edit.

use crate::sound::is_vowel;

/// One vowel for another: the commonest difference between spellings of a name.
const VOWEL_FOR_VOWEL: u32 = 55;
/// A vowel too many or too few.
const VOWEL_MORE: u32 = 70;
/// A consonant for a similar one: d for t, k for g.
const ALIKE: u32 = 65;
/// An h or a v too many: heard faintly or not at all.
const FAINT_MORE: u32 = 75;
/// Two neighbours exchanged.
const SWAP: u32 = 85;
/// Any other edit.
const EDIT: u32 = 100;
/// A digit for another digit: numbers must agree.
const DIGIT: u32 = 250;
/// Longer words are compared up to here: the rest counts as edits.
const MAX_BYTES: usize = 48;

/// The cost of turning the [`sound`](crate::sound()) `a` into `b`, or `None` when it is over `limit`. Symmetric.
pub fn edit_cost(a: &[u8], b: &[u8], limit: u32) -> Option<u32> {
    let (a, b) = if (a.len(), a) <= (b.len(), b) { (a, b) } else { (b, a) };
    let gap = (b.len() - a.len()) as u32;
    if gap * VOWEL_MORE > limit {
        return None;
    }
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    if b.is_empty() {
        return Some(0);
    }
    if b.len() > MAX_BYTES {
        return None;
    }
    // Three rows of the table: the one being filled, the one before it, and the one before that, for exchanges.
    let mut rows = [[0u32; MAX_BYTES + 1]; 3];
    for (at, &y) in b.iter().enumerate() {
        rows[0][at + 1] = rows[0][at] + more(y);
    }
    for (i, &x) in a.iter().enumerate() {
        let (now, last, before) = ((i + 1) % 3, i % 3, (i + 2) % 3);
        rows[now][0] = rows[last][0] + more(x);
        let mut least = rows[now][0];
        for (j, &y) in b.iter().enumerate() {
            let mut cost = (rows[last][j] + swap(x, y)).min(rows[last][j + 1] + more(x)).min(rows[now][j] + more(y));
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y && x != y {
                cost = cost.min(rows[before][j - 1] + SWAP);
            }
            rows[now][j + 1] = cost;
            least = least.min(cost);
        }
        // An exchange may still reach back over one row, so both must be over the limit.
        if least > limit && rows[last][..=b.len()].iter().all(|cost| *cost > limit) {
            return None;
        }
    }
    let cost = rows[a.len() % 3][b.len()];
    (cost <= limit).then_some(cost)
}

/// The [`sound`](crate::sound()) with all vowels made one: what [`edits`] compares. At most 64 bytes.
pub fn flat(sound: &[u8], out: &mut Vec<u8>) {
    out.clear();
    out.extend(sound.iter().take(64).map(|byte| flat_letter(*byte)));
}

fn flat_letter(byte: u8) -> u8 {
    if is_vowel(byte) { b'a' } else { byte & 127 }
}

/// How many letters apart two [`flat`] sounds are: optimal string alignment, each edit one.
pub fn edits(a: &[u8], b: &[u8]) -> u32 {
    Pattern::new(a).edits(b)
}

/// A [`flat`] sound, prepared to be compared with many: where each letter stands in it, as bits (Hyyrö 2003).
#[derive(Clone, Debug)]
pub struct Pattern {
    places: Box<[u64; 128]>,
    length: u32,
}

impl Pattern {
    /// Of at most 64 letters; what follows is left out, as [`flat`] does.
    pub fn new(flat: &[u8]) -> Pattern {
        let mut places = Box::new([0u64; 128]);
        for (at, byte) in flat.iter().take(64).enumerate() {
            places[usize::from(byte & 127)] |= 1 << at;
        }
        Pattern { places, length: flat.len().min(64) as u32 }
    }

    /// See [`edits`].
    pub fn edits(&self, b: &[u8]) -> u32 {
        let Some(last) = self.length.checked_sub(1) else { return b.len() as u32 };
        let (mut plus, mut minus, mut diagonal, mut before) = (!0u64, 0u64, 0u64, 0u64);
        let mut distance = self.length;
        for byte in b {
            let here = self.places[usize::from(byte & 127)];
            let exchanged = ((!diagonal & here) << 1) & before;
            diagonal = ((here & plus).wrapping_add(plus) ^ plus) | here | minus | exchanged;
            let mut rise = minus | !(diagonal | plus);
            let mut fall = diagonal & plus;
            distance += (rise >> last & 1) as u32;
            distance -= (fall >> last & 1) as u32;
            rise = (rise << 1) | 1;
            fall <<= 1;
            plus = fall | !(diagonal | rise);
            minus = rise & diagonal;
            before = here;
        }
        distance
    }
}

fn more(x: u8) -> u32 {
    match x {
        b'h' | b'v' => FAINT_MORE,
        x if is_vowel(x) => VOWEL_MORE,
        x if x.is_ascii_digit() => DIGIT,
        _ => EDIT,
    }
}

fn swap(x: u8, y: u8) -> u32 {
    if x == y {
        return 0;
    }
    if is_vowel(x) && is_vowel(y) {
        return VOWEL_FOR_VOWEL;
    }
    if x.is_ascii_digit() || y.is_ascii_digit() {
        return DIGIT;
    }
    let alike = matches!(
        (x.min(y), x.max(y)),
        (b'b', b'p')
            | (b'd', b't')
            | (b'g', b'k')
            | (b'f', b'v')
            | (b'b', b'v')
            | (b's', b'z')
            | (b'S', b's')
            | (b'C', b'S')
            | (b'C', b'J')
            | (b'J', b'z')
            | (b'J', b'g')
            | (b'C', b'k')
            | (b'h', b'k')
            | (b'g', b'h')
            | (b'C', b'h')
            | (b'd', b'z')
            | (b'm', b'n')
            | (b'J', b'S')
            | (b'J', b'i')
            | (b'i', b'l')
    );
    if alike { ALIKE } else { EDIT }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_of_known_pairs() {
        for (a, b, cost) in [
            ("putin", "putin", 0),
            ("putin", "putni", SWAP),
            ("putin", "patin", VOWEL_FOR_VOWEL),
            ("putin", "ptin", VOWEL_MORE),
            ("putin", "budin", 2 * ALIKE),
            ("putin", "purin", EDIT),
            ("", "ab", VOWEL_MORE + EDIT),
        ] {
            assert_eq!(edit_cost(a.as_bytes(), b.as_bytes(), 10_000), Some(cost), "{a} {b}");
            assert_eq!(edit_cost(b.as_bytes(), a.as_bytes(), 10_000), Some(cost), "{b} {a}");
        }
        assert_eq!(edit_cost(b"putin", b"medved", 200), None);
    }

    fn edits_by_table(a: &[u8], b: &[u8]) -> u32 {
        let mut table = vec![vec![0u32; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j as u32,
                    (_, 0) => i as u32,
                    _ => {
                        let changed = table[i - 1][j - 1] + u32::from(a[i - 1] != b[j - 1]);
                        let least = changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        let exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                        if exchanged { least.min(table[i - 2][j - 2] + 1) } else { least }
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest::proptest! {
        #[test]
        fn bit_parallel_edits_are_the_table_s(a in "[a-e]{0,12}", b in "[a-e]{0,12}") {
            proptest::prop_assert_eq!(edits(a.as_bytes(), b.as_bytes()), edits_by_table(a.as_bytes(), b.as_bytes()));
        }

        #[test]
        fn a_limit_never_changes_a_cost(a in "[a-f]{0,9}", b in "[a-f]{0,9}", limit in 0u32..500) {
            let full = edit_cost(a.as_bytes(), b.as_bytes(), 100_000);
            let limited = edit_cost(a.as_bytes(), b.as_bytes(), limit);
            proptest::prop_assert_eq!(limited, full.filter(|cost| *cost <= limit));
        }
    }
}
