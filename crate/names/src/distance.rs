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
/// More than any limit.
const BEYOND: u32 = u32::MAX / 2;

/// The cost of turning the [`sound`](crate::sound()) `a` into `b`, or `None` when it is over `limit`. Symmetric.
// By itself: few of the words that are compared come so far, and what tells the others has the registers.
#[inline(never)]
pub fn edit_cost(a: &[u8], b: &[u8], limit: u32) -> Option<u32> {
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
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
    // Three rows of the table: the one being filled, the one before it, and the one before that, for exchanges. Costs are sums of at most
    // 2 * MAX_BYTES edits and never near the end of their type.
    let [mut now, mut last, mut before] = [&mut [BEYOND; MAX_BYTES + 2], &mut [0; MAX_BYTES + 2], &mut [BEYOND; MAX_BYTES + 2]];
    for (at, &y) in b.iter().enumerate() {
        last[at + 1] = last[at] + letter_cost(y);
    }
    // Farther from the diagonals of both corners there are too many letters more for the limit.
    let aside = ((limit / VOWEL_MORE - gap) / 2) as usize;
    let (mut previous, mut least_before) = (0, 0);
    for (i, &x) in a.iter().enumerate() {
        let (from, to) = (i.saturating_sub(aside), (i + gap as usize + aside + 1).min(b.len()));
        let (without_x, swaps) = (letter_cost(x), &SWAPS[CLASS[usize::from(x)] as usize]);
        let mut diagonal = last[from];
        let mut left = if from == 0 { diagonal + without_x } else { BEYOND };
        let mut least = left;
        now[from] = left;
        for j in from..to {
            let (y, above) = (b[j], last[j + 1]);
            let swapped = if x == y { 0 } else { u32::from(swaps[CLASS[usize::from(y)] as usize]) };
            left = (diagonal + swapped).min(above + without_x).min(left + letter_cost(y));
            if y == previous && j > 0 && x == b[j - 1] {
                left = left.min(before[j - 1] + SWAP);
            }
            diagonal = above;
            now[j + 1] = left;
            least = least.min(left);
        }
        now[to + 1] = BEYOND;
        // An exchange may still reach back over one row, so both must be over the limit.
        if least.min(least_before) > limit {
            return None;
        }
        (previous, least_before) = (x, least);
        (now, last, before) = (before, now, last);
    }
    let cost = last[b.len()];
    (cost <= limit).then_some(cost)
}

/// A letter of a [`sound`](crate::sound()), where all vowels are one letter.
pub fn flat_letter(byte: u8) -> u8 {
    if is_vowel(byte) { b'a' } else { byte & 127 }
}

/// A writing, prepared to be compared with many: where each letter stands in it, as bits (Hyyrö 2003).
#[derive(Clone, Debug)]
pub struct Pattern {
    /// Of each letter, with every vowel when it is one; and of the letter by itself in the upper half of the bits, when a half is enough.
    places: Box<[u64; 128]>,
    /// The bits of the writing's letters in each half.
    letters: [u64; 2],
}

/// How many letters apart two writings are: optimal string alignment, each edit one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edits {
    /// Vowels taken for one.
    pub flat: u32,
    /// Vowels told apart. Of long writings `flat`, which is no more.
    apart: u32,
}

impl Edits {
    /// The least that [`edit_cost`] of writings so far apart can be.
    pub fn least_cost(self) -> u32 {
        self.flat * ALIKE + (self.apart - self.flat) * VOWEL_FOR_VOWEL
    }
}

impl Pattern {
    /// How many letters of a writing are compared; what follows is left out.
    const MOST: usize = 64;
    /// How many fit a half. The bit above them takes what a sum carries over.
    const HALF: usize = 31;

    /// Of a writing's first 64 letters.
    pub fn new(writing: &[u8]) -> Pattern {
        let writing = &writing[..writing.len().min(Pattern::MOST)];
        let halves = writing.len() <= Pattern::HALF;
        let mut places = Box::new([0u64; 128]);
        for (at, byte) in writing.iter().enumerate() {
            places[usize::from(flat_letter(*byte))] |= 1 << at;
        }
        let vowels = places[usize::from(flat_letter(b'a'))];
        b"aeiou".iter().for_each(|vowel| places[usize::from(*vowel)] = vowels);
        if halves {
            for (at, byte) in writing.iter().enumerate() {
                places[usize::from(byte & 127)] |= 1 << (at + 32);
            }
        }
        let letters = 1u64.checked_shl(writing.len() as u32).map_or(!0, |beyond| beyond - 1);
        Pattern { places, letters: [letters, if halves { letters << 32 } else { 0 }] }
    }

    /// How many letters apart the writing and `b` are.
    pub fn edits(&self, b: &[u8]) -> Edits {
        let b = &b[..b.len().min(Pattern::MOST)];
        let all = self.letters[0] | self.letters[1];
        let first = all & !(all << 1);
        let (mut plus, mut minus, mut diagonal, mut before) = (all, 0u64, 0u64, 0u64);
        for byte in b {
            let here = self.places[usize::from(byte & 127)];
            let exchanged = ((!diagonal & here) << 1) & before;
            diagonal = ((here & plus).wrapping_add(plus) ^ plus) | here | minus | exchanged;
            let rise = (minus | !(diagonal | plus)) << 1 | first;
            let fall = (diagonal & plus) << 1;
            plus = (fall | !(diagonal | rise)) & all;
            minus = rise & diagonal;
            before = here;
        }
        // Down the table's last column: it begins at the length of `b`, and each letter of the writing adds one, takes one or does neither.
        let [flat, apart] = self.letters.map(|letters| b.len() as u32 + (plus & letters).count_ones() - (minus & letters).count_ones());
        Edits { flat, apart: if self.letters[1] == 0 { flat } else { apart } }
    }
}

/// What one letter too many costs.
pub const fn letter_cost(x: u8) -> u32 {
    MORE[x as usize]
}

const MORE: [u32; 256] = {
    let mut costs = [EDIT; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        if matches!(byte, b'h' | b'v') {
            costs[at] = FAINT_MORE;
        } else if is_vowel(byte) {
            costs[at] = VOWEL_MORE;
        } else if byte.is_ascii_digit() {
            costs[at] = DIGIT;
        }
        at += 1;
    }
    costs
};

/// What one letter for another costs.
pub const fn swap_cost(x: u8, y: u8) -> u32 {
    if x == y {
        return 0;
    }
    if is_vowel(x) && is_vowel(y) {
        return VOWEL_FOR_VOWEL;
    }
    if x.is_ascii_digit() || y.is_ascii_digit() {
        return DIGIT;
    }
    let mut at = 0;
    while at < SIMILAR.len() {
        if (x == SIMILAR[at] && y == SIMILAR[at + 1]) || (y == SIMILAR[at] && x == SIMILAR[at + 1]) {
            return ALIKE;
        }
        at += 2;
    }
    EDIT
}

/// Pairs of similar letters.
const SIMILAR: &[u8] = b"bpdtgkfvbvszSsCSCJJzJgCkhkghChdzmnJSJiil";

/// What stands in a [`sound`](crate::sound()): one for each row of [`SWAPS`]. `0` stands for all digits, `~` for everything else.
const LETTERS: [u8; 31] = *b"~abcdefghijklmnopqrstuvwxyzSCJ0";

/// For each byte, which row of [`SWAPS`] has its costs.
const CLASS: [u8; 256] = {
    let mut classes = [0; 256];
    let mut at = 0;
    while at < LETTERS.len() {
        classes[LETTERS[at] as usize] = at as u8;
        at += 1;
    }
    let mut digit = b'1';
    while digit <= b'9' {
        classes[digit as usize] = classes[b'0' as usize];
        digit += 1;
    }
    classes
};

/// [`swap_cost`] of different letters.
const SWAPS: [[u8; 32]; 32] = {
    let mut costs = [[0; 32]; 32];
    let mut x = 0;
    while x < LETTERS.len() {
        let mut y = 0;
        while y < LETTERS.len() {
            let cost = if x != y { swap_cost(LETTERS[x], LETTERS[y]) } else { letter_cost(LETTERS[x]) };
            costs[x][y] = cost as u8;
            y += 1;
        }
        x += 1;
    }
    costs
};

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
        fn bit_parallel_edits_are_the_table_s(a in "[a-e]{0,12}|[a-e]{28,40}", b in "[a-e]{0,12}|[a-e]{28,40}") {
            let flat = |writing: &str| writing.bytes().map(flat_letter).collect::<Vec<u8>>();
            let edits = Pattern::new(a.as_bytes()).edits(b.as_bytes());
            proptest::prop_assert_eq!(edits.flat, edits_by_table(&flat(&a), &flat(&b)));
            let apart = if a.len() <= Pattern::HALF { edits_by_table(a.as_bytes(), b.as_bytes()) } else { edits.flat };
            proptest::prop_assert_eq!(edits.apart, apart);
        }

        #[test]
        fn no_cost_is_under_the_least(a in "[abehiszSCJ1]{0,12}", b in "[abehiszSCJ1]{0,12}") {
            let least = Pattern::new(a.as_bytes()).edits(b.as_bytes()).least_cost();
            proptest::prop_assert!(edit_cost(a.as_bytes(), b.as_bytes(), 100_000).is_some_and(|cost| least <= cost));
        }

        #[test]
        fn a_limit_never_changes_a_cost(a in "[a-f]{0,9}", b in "[a-f]{0,9}", limit in 0u32..500) {
            let full = edit_cost(a.as_bytes(), b.as_bytes(), 100_000);
            let limited = edit_cost(a.as_bytes(), b.as_bytes(), limit);
            proptest::prop_assert_eq!(limited, full.filter(|cost| *cost <= limit));
        }
    }
}
