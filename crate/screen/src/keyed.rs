//! Tables that are asked by a hash.

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

/// Items in the order of their hashes, each once, in some thousand buckets by the high bits of the hash.
pub struct Keyed<T> {
    items: Vec<T>,
    /// Where each bucket starts, and where what is in it ends.
    buckets: Vec<(u32, u32)>,
    bits: u32,
}

impl<T: Hashed> Keyed<T> {
    /// Puts each item in its place among the few of its bucket. A start waits for this.
    pub fn new(unsorted: &[T]) -> Keyed<T> {
        // One bucket for every few items.
        let bits = unsorted.len().max(2).ilog2().min(16);
        let bucket = |item: &T| (item.hash() >> (32 - bits)) as usize;
        let mut buckets = vec![(0u32, 0u32); 1 << bits];
        unsorted.iter().for_each(|item| buckets[bucket(item)].1 += 1);
        let mut next = 0;
        for (start, end) in &mut buckets {
            let count = *end;
            (*start, *end) = (next, next);
            next += count;
        }
        let mut items = unsorted.to_vec();
        for item in unsorted {
            let (start, end) = &mut buckets[bucket(item)];
            let (from, to) = (*start as usize, *end as usize);
            let less = items[from..to].iter().rev().take_while(|other| *other > item).count();
            let at = to - less;
            if at == from || items[at - 1] != *item {
                items.copy_within(at..to, at + 1);
                items[at] = *item;
                *end += 1;
            }
        }
        Keyed { items, buckets, bits }
    }

    /// The items with that hash.
    pub fn get(&self, hash: u32) -> &[T] {
        let (start, end) = self.buckets[(hash >> (32 - self.bits)) as usize];
        let bucket = &self.items[start as usize..end as usize];
        let from = bucket.iter().take_while(|item| item.hash() < hash).count();
        let count = bucket[from..].iter().take_while(|item| item.hash() == hash).count();
        &bucket[from..from + count]
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
