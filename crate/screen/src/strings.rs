//! Words as bytes: many end to end, and their hashes.

/// Strings end to end, with where each starts.
#[derive(Default)]
pub struct Strings {
    bytes: Vec<u8>,
    starts: Vec<u32>,
}

impl Strings {
    /// None.
    pub fn new() -> Strings {
        Strings { bytes: Vec::new(), starts: vec![0] }
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
