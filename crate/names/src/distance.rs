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
    let mut before = [0u32; MAX_BYTES + 1];
    let mut last = [0u32; MAX_BYTES + 1];
    let mut row = [0u32; MAX_BYTES + 1];
    for (at, &y) in b.iter().enumerate() {
        last[at + 1] = last[at] + more(y);
    }
    for (i, &x) in a.iter().enumerate() {
        row[0] = last[0] + more(x);
        let mut least = row[0];
        for (j, &y) in b.iter().enumerate() {
            let mut cost = (last[j] + swap(x, y)).min(last[j + 1] + more(x)).min(row[j] + more(y));
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y && x != y {
                cost = cost.min(before[j - 1] + SWAP);
            }
            row[j + 1] = cost;
            least = least.min(cost);
        }
        // A swap may still reach back over one row, so both must be over the limit.
        if least > limit && last[..=b.len()].iter().all(|cost| *cost > limit) {
            return None;
        }
        (before, last, row) = (last, row, before);
    }
    let cost = last[b.len()];
    (cost <= limit).then_some(cost)
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

    proptest::proptest! {
        #[test]
        fn a_limit_never_changes_a_cost(a in "[a-f]{0,9}", b in "[a-f]{0,9}", limit in 0u32..500) {
            let full = edit_cost(a.as_bytes(), b.as_bytes(), 100_000);
            let limited = edit_cost(a.as_bytes(), b.as_bytes(), limit);
            proptest::prop_assert_eq!(limited, full.filter(|cost| *cost <= limit));
        }
    }
}
