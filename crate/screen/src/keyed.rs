//! Tables that are asked by a hash.

use std::ops::Range;

use crate::order;

/// What stands in a [`Keyed`] table, and is sorted by its hash before all else.
pub trait Hashed: Ord + Copy {
    /// Its hash.
    fn hash(&self) -> u32;
}

impl Hashed for (u32, u32) {
    fn hash(&self) -> u32 {
        self.0
    }
}

impl Hashed for (u32, u32, u32) {
    fn hash(&self) -> u32 {
        self.0
    }
}

/// Items in the order of their hashes, each once, with a directory of where those with the same high bits start.
pub struct Keyed<T> {
    items: Vec<T>,
    starts: Vec<u32>,
    bits: u32,
}

impl<T: Hashed> Keyed<T> {
    /// Sorts into some thousand buckets by the high bits, then each bucket by itself. A start waits for this.
    pub fn new(unsorted: &[T]) -> Keyed<T> {
        // One bucket for every few items.
        let bits = unsorted.len().max(2).ilog2().min(16);
        let bucket = |item: &T| (item.hash() >> (32 - bits)) as usize;
        let mut items = Vec::new();
        let ends = order::into_buckets(unsorted, &mut items, 1 << bits, bucket);
        let mut from = 0;
        for to in ends {
            order::sort(&mut items[from..to]);
            from = to;
        }
        items.dedup();
        let mut starts = vec![0u32; (1 << bits) + 1];
        items.iter().for_each(|item| starts[bucket(item) + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Keyed { items, starts, bits }
    }

    /// The items with that hash.
    pub fn get(&self, hash: u32) -> &[T] {
        let bucket = &self.items[self.bucket(hash)];
        let from = bucket.iter().take_while(|item| item.hash() < hash).count();
        let count = bucket[from..].iter().take_while(|item| item.hash() == hash).count();
        &bucket[from..from + count]
    }

    fn bucket(&self, hash: u32) -> Range<usize> {
        let at = (hash >> (32 - self.bits)) as usize;
        self.starts[at] as usize..self.starts[at + 1] as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Keyed;

    proptest::proptest! {
        #[test]
        fn whatever_has_the_hash_is_found_once(items in proptest::collection::vec((0u32..40, 0u32..3), 0..200), spread in 1u32..=107_374_182) {
            let spread_out: Vec<(u32, u32)> = items.iter().map(|(hash, word)| (hash * spread, *word)).collect();
            let table = Keyed::new(&spread_out);
            for hash in 0..41 {
                let mut expected: Vec<(u32, u32)> = spread_out.iter().copied().filter(|(at, _)| *at == hash * spread).collect();
                expected.sort_unstable();
                expected.dedup();
                proptest::prop_assert_eq!(table.get(hash * spread), expected.as_slice());
            }
        }
    }
}
