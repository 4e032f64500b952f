//! A word's letters and length as numbers that tell, without its text, that another word is too many letters away.

use redzone_names::{is_vowel, letter_cost, swap_cost};

use crate::model::{self, CHEAPEST_EDIT, CHEAPEST_LETTER, VOWEL_FOR_VOWEL};

/// What the search asks of a listed word before it reads its text.
#[derive(Clone, Copy)]
pub struct Shape {
    /// [`signature`] of its sound.
    pub sound: u64,
    /// [`signature`] of its letters.
    pub letters: u64,
    /// Hash of its consonants.
    pub bone_key: u32,
    /// Bytes of its sound, 255 for more.
    pub sound_length: u8,
    /// Bytes of its letters, 255 for more.
    pub letters_length: u8,
    /// Whether its letters are its sound.
    pub as_it_sounds: bool,
    /// How many vowels it writes between its letters: [`inner_vowels`].
    pub vowels: u8,
}

/// So many bytes of a writing are in its signature.
const SIGNED: usize = 64;
/// The bits of a writing's vowels, whichever they are: the first for one vowel, two for two, up to six.
const VOWELS: [u32; 6] = [1, 33, 5, 9, 15, 21];
/// The first bits of a, e, i, o and u by themselves; no letter has them.
const EACH_VOWEL: [u32; 5] = [27, 28, 29, 30, 31];

/// A writing's letters as bits: a letter's first bit when it occurs, its second when it occurs twice; vowels both as one letter and each by itself.
///
/// An edit takes one letter away, adds one, or both. So it clears at most one bit and sets at most one of those that tell
/// letters, vowels taken for one ([`FLAT`]), and likewise of those that tell vowels apart ([`APART`]), whichever letters share bits: writings are
/// at least as many edits apart as one has such bits that the other has not.
pub fn signature(writing: &[u8]) -> u64 {
    let (mut bits, mut vowels) = (0u64, VOWELS.iter());
    let twice = |bits: u64, first: u64| if bits & first == 0 { first } else { first << 32 };
    for byte in writing.iter().take(SIGNED) {
        if is_vowel(*byte) {
            bits |= vowels.next().map_or(0, |bit| 1 << bit);
        }
        bits |= twice(bits, 1 << FIRST_BIT[usize::from(*byte)]);
    }
    bits
}

/// The first bit of each byte: that of a vowel by itself, or of a letter.
const FIRST_BIT: [u8; 256] = {
    let mut first = [0; 256];
    let mut byte = 0;
    while byte < first.len() {
        first[byte] = byte as u8 & 31;
        byte += 1;
    }
    let mut vowel = 0;
    while vowel < EACH_VOWEL.len() {
        first[b"aeiou"[vowel] as usize] = EACH_VOWEL[vowel] as u8;
        vowel += 1;
    }
    first
};

/// The bits of a signature that tell letters, vowels taken for one.
const FLAT: u64 = !EACH;
/// Those that tell letters and vowels apart.
const APART: u64 = !COUNTS;
const COUNTS: u64 = bits_of(&VOWELS);
const EACH: u64 = bits_of(&EACH_VOWEL) | bits_of(&EACH_VOWEL) << 32;

const fn bits_of(places: &[u32]) -> u64 {
    let (mut bits, mut at) = (0, 0);
    while at < places.len() {
        bits |= 1 << places[at];
        at += 1;
    }
    bits
}

/// A length as a byte, 255 for more.
pub fn length(writing: &[u8]) -> u8 {
    writing.len().min(255) as u8
}

/// Whether a word of at least two letters writes no vowel after its first.
pub fn is_terse(letters: &[u8]) -> bool {
    letters.len() >= 2 && letters.iter().skip(1).all(|byte| !is_vowel(*byte) && *byte != b'y')
}

/// How many vowels a sound has.
pub fn vowels(sound: &[u8]) -> u8 {
    sound.iter().filter(|byte| is_vowel(**byte)).count().min(255) as u8
}

/// How many vowels a word writes between its first letter and its last: where vowels are not written, those at the ends may be, and y is none.
pub fn inner_vowels(letters: &[u8]) -> u8 {
    vowels(letters.get(1..letters.len().saturating_sub(1)).unwrap_or_default())
}

/// Which figures a word has, a bit for each.
pub fn figures(word: &[u8]) -> u16 {
    word.iter().filter(|byte| byte.is_ascii_digit()).fold(0, |bits, byte| bits | 1 << (byte - b'0'))
}

/// Whether both have figures and not the same ones: K2016 is no misspelling of K6016. Exchanged or doubled they may be a slip.
pub fn are_other_figures(a: u16, b: u16) -> bool {
    a != 0 && b != 0 && a != b
}

/// Words further apart in length are never alike: [`model::most_edits`] at its most.
const MOST_GAP: usize = 2;

/// Which shapes may be within reach of a writing of the question.
#[derive(Clone, Debug)]
pub struct Reach {
    signature: u64,
    /// The bits of letters that are dear to have when the writing lacks them.
    dear: u64,
    length: u8,
    /// For each length from [`MOST_GAP`] less to as many more: how many bits may be missing, plus one, 0 for no reach at all; and at
    /// what cost.
    most: [(u32, u32); 2 * MOST_GAP + 1],
}

impl Reach {
    /// Of a writing that may be at most `most_cost` from another.
    pub fn new(writing: &[u8], most_cost: u32) -> Reach {
        let length = length(writing);
        let most = std::array::from_fn(|at| {
            let (own, other) = (usize::from(length), (usize::from(length) + at).saturating_sub(MOST_GAP));
            let (longer, gap) = (own.max(other), own.abs_diff(other) as u32);
            let (edits, cost) = (model::most_edits(longer), model::most_cost(longer as u32).min(most_cost));
            let missing = if gap <= edits && gap * CHEAPEST_LETTER <= cost { edits.min(cost / CHEAPEST_EDIT) + 1 } else { 0 };
            (missing, cost)
        });
        let signature = signature(writing);
        let is_dear = |letter: &u32| CHEAPLY_FROM[*letter as usize] & signature == 0;
        let dear = (0..32).filter(is_dear).fold(0, |dear, letter| dear | (1 << letter | 1 << (letter + 32)));
        Reach { signature, dear, length, most }
    }

    /// Whether a writing of that shape may be within reach. Cheap, and never wrongly no.
    pub fn allows(&self, signature: u64, length: u8) -> bool {
        let gap = (usize::from(length) + MOST_GAP).wrapping_sub(usize::from(self.length));
        let Some((most, cost)) = self.most.get(gap) else { return false };
        let (lacks, has) = (self.signature & !signature, signature & !self.signature);
        let missing = |bits: u64| (lacks & bits).count_ones().max((has & bits).count_ones());
        let edits = missing(FLAT);
        if edits >= *most {
            return false;
        }
        let least = edits * CHEAPEST_EDIT + missing(APART).saturating_sub(edits) * VOWEL_FOR_VOWEL;
        // Mostly no surcharge would be too much.
        let more = edits * (DEAR_EDIT - CHEAPEST_EDIT);
        least + more <= *cost || least <= *cost && least + self.surcharge(signature) <= *cost
    }

    /// Whether a word's letters may all stand in the writing, or those of the writing in the word. Never wrongly no.
    pub fn may_shorten(&self, shape: &Shape) -> bool {
        let (own, other) = (self.signature, shape.letters);
        own & !other == 0 || other & !own == 0 || usize::from(self.length.max(shape.letters_length)) > SIGNED
    }

    /// What letters cost, beyond [`CHEAPEST_EDIT`] for each edit, of which one of both writings has to be rid and which have nothing like
    /// them in the other.
    pub fn surcharge(&self, signature: u64) -> u32 {
        let (mut lacks, has) = (self.signature & !signature & FLAT, signature & !self.signature & FLAT);
        let mut dear = 0;
        while lacks != 0 {
            dear += u32::from(CHEAPLY_FROM[(lacks.trailing_zeros() & 31) as usize] & signature == 0);
            lacks &= lacks - 1;
        }
        dear.max((has & self.dear).count_ones()) * (DEAR_EDIT - CHEAPEST_EDIT)
    }
}

/// What an edit costs at least that neither exchanges similar letters nor is about a vowel, an h or a v (`names::distance`).
const DEAR_EDIT: u32 = 100;

/// For each letter, by its last five binary digits: the signatures of the letters like it, in whatever case, and everything for a letter
/// that is cheap to leave out. Bits of vowels are such letters.
const CHEAPLY_FROM: [u64; 32] = {
    let mut from = [0u64; 32];
    let mut x = 0;
    while x < 128u8 {
        let mut y = 0;
        while y < 128u8 {
            if x != y && swap_cost(x, y) < DEAR_EDIT {
                from[(x & 31) as usize] |= if is_vowel(y) { 1 << VOWELS[0] } else { 1 << (y & 31) };
            }
            y += 1;
        }
        if letter_cost(x) < DEAR_EDIT {
            from[(x & 31) as usize] = !0;
        }
        x += 1;
    }
    from
};

#[cfg(test)]
mod tests {
    use super::*;
    use redzone_names::{Pattern, edit_cost};

    proptest::proptest! {
        #[test]
        fn what_is_alike_is_within_reach(a in "[abehiszSCJ1]{0,9}", b in "[abehiszSCJ1]{0,9}", most_cost in 50u32..300) {
            let (a, b) = (a.as_bytes(), b.as_bytes());
            let longer = a.len().max(b.len());
            let near = Pattern::new(a).edits(b).flat <= model::most_edits(longer);
            let cost = edit_cost(a, b, model::most_cost(longer as u32).min(most_cost)).filter(|_| near);
            let likeness = cost.filter(|cost| *cost > 0).and_then(|cost| model::likeness(cost, longer as u32));
            proptest::prop_assert!(likeness <= Some(model::most_alike(a.len())), "{a:?} {b:?}");
            let alike = cost.is_some();
            proptest::prop_assert!(!alike || Reach::new(a, most_cost).allows(signature(b), length(b)), "{a:?} {b:?}");
        }
    }
}
