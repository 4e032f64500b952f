//! Sorting in little code: the standard library's sort is some 8 kB of WebAssembly for every type it sorts.

/// Sorts by `key`; equal keys end up in no particular order. Heap sort (Williams 1964, Floyd 1964): in place, at most `2 n log n` steps.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for parent in (0..items.len() / 2).rev() {
        sift_down(items, parent, &key);
    }
    for end in (1..items.len()).rev() {
        items.swap(0, end);
        sift_down(&mut items[..end], 0, &key);
    }
}

/// Sorts by the items themselves.
pub fn sort<T: Ord + Copy>(items: &mut [T]) {
    sort_by_key(items, |item| *item);
}

/// Moves an item down the heap until neither child is greater.
fn sift_down<T, K: Ord>(heap: &mut [T], mut parent: usize, key: &impl Fn(&T) -> K) {
    loop {
        let (left, right) = (2 * parent + 1, 2 * parent + 2);
        let greater = if right < heap.len() && key(&heap[left]) < key(&heap[right]) { right } else { left };
        if greater >= heap.len() || key(&heap[parent]) >= key(&heap[greater]) {
            return;
        }
        heap.swap(parent, greater);
        parent = greater;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_same_order_as_the_standard_library(mut items: Vec<(u8, u16)>) {
            let mut expected = items.clone();
            expected.sort_unstable();
            sort(&mut items);
            proptest::prop_assert_eq!(&items, &expected);
            sort_by_key(&mut items, |(a, b)| (std::cmp::Reverse(*b), *a));
            expected.sort_unstable_by_key(|(a, b)| (std::cmp::Reverse(*b), *a));
            proptest::prop_assert_eq!(items, expected);
        }
    }
}
