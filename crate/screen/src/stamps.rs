//! Which numbers were met since the last start, without a table to be emptied.

/// A stamp for each number.
#[derive(Default)]
pub struct Stamps {
    stamps: Vec<u32>,
    stamp: u32,
}

impl Stamps {
    /// Forgets all numbers; those to come are less than `count`.
    pub fn start(&mut self, count: usize) {
        self.stamps.resize(count, 0);
        self.stamp = self.stamp.wrapping_add(1);
        if self.stamp == 0 {
            self.stamps.fill(0);
            self.stamp = 1;
        }
    }

    /// Whether a number is met for the first time.
    pub fn first(&mut self, number: u32) -> bool {
        std::mem::replace(&mut self.stamps[number as usize], self.stamp) != self.stamp
    }
}
