//! Words as bytes: many end to end, their hashes, and tables that are asked by them.

/// Strings end to end, with where each starts.
#[derive(Default)]
pub struct Strings {
    bytes: Vec<u8>,
    starts: Vec<u32>,
}

impl Strings {
    /// None, with room for as many and as many bytes.
    pub fn with_room(strings: usize, bytes: usize) -> Strings {
        let mut starts = Vec::with_capacity(strings + 1);
        starts.push(0);
        Strings { bytes: Vec::with_capacity(bytes), starts }
    }

    /// Adds one at the end.
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.starts.push(self.bytes.len() as u32);
    }

    /// The string with that number.
    pub fn get(&self, at: u32) -> &[u8] {
        &self.bytes[self.starts[at as usize] as usize..self.starts[at as usize + 1] as usize]
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }
}

/// Factor of the rolling hash (Knuth's multiplicative constant).
const FACTOR: u32 = 2_654_435_761;

/// A hash that can be joined: `hash(ab) = hash(a) * power(len b) + hash(b)`.
pub fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |hash, byte| hash.wrapping_mul(FACTOR).wrapping_add(u32::from(*byte) + 1))
}

/// The hash of two words written as one, each with its [`power`].
pub fn joined(first: (u32, u32), second: (u32, u32)) -> u32 {
    first.0.wrapping_mul(second.1).wrapping_add(second.0)
}

/// What joins another word before one of that length.
pub fn power(length: usize) -> u32 {
    (0..length).fold(1, |power: u32, _| power.wrapping_mul(FACTOR))
}

/// Fixed words with what is known of each, found by their hash: a sorted table would be asked a dozen times as often, for every word of the
/// lists.
pub struct Known<T> {
    rows: Vec<(&'static str, T)>,
    /// The place of a row, from 1; 0 where there is none. At least half are empty, so a walk ends soon.
    slots: Vec<u16>,
}

impl<T: Copy> Known<T> {
    /// At most 65,535 rows. The first row of a word counts.
    pub fn new(rows: Vec<(&'static str, T)>) -> Known<T> {
        let mut known = Known { slots: vec![0; (rows.len() * 2 + 1).next_power_of_two()], rows };
        for at in 0..known.rows.len() {
            let slot = known.slot(known.rows[at].0);
            if known.slots[slot] == 0 {
                known.slots[slot] = at as u16 + 1;
            }
        }
        known
    }

    /// What is known of a word.
    pub fn get(&self, word: &str) -> Option<T> {
        let place = self.slots[self.slot(word)];
        (place > 0).then(|| self.rows[usize::from(place) - 1].1)
    }

    /// Where the word is, or would be.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        // The high bits of the hash hang on every letter.
        let mut slot = (hash(word.as_bytes()) >> 8) as usize & mask;
        while self.slots[slot] > 0 && self.rows[usize::from(self.slots[slot]) - 1].0 != word {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::Known;

    #[test]
    fn what_is_known_is_found_and_nothing_else() {
        let known = Known::new(vec![("al", 1), ("bank", 2), ("al", 3), ("banka", 4)]);
        assert_eq!(["al", "bank", "banka", "ban", ""].map(|word| known.get(word)), [Some(1), Some(2), Some(4), None, None]);
        assert_eq!(Known::<u8>::new(Vec::new()).get("al"), None);
    }
}
