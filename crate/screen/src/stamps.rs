//! Which numbers were met since the last start, without a table to be emptied.

/// How many stages a number may be at.
const STAGES: u32 = 4;

/// A stamp for each number: what it was when all numbers were last forgotten, and its stage.
#[derive(Default)]
pub struct Stamps {
    stamps: Vec<u32>,
    stamp: u32,
}

impl Stamps {
    /// Forgets all numbers; those to come are less than `count`.
    pub fn start(&mut self, count: usize) {
        self.stamps.resize(count, 0);
        self.stamp = self.stamp.wrapping_add(STAGES);
        if self.stamp < STAGES {
            self.stamps.fill(0);
            self.stamp = STAGES;
        }
    }

    /// Whether a number is met for the first time.
    pub fn first(&mut self, number: u32) -> bool {
        self.raise(number, 0)
    }

    /// Raises a number to a stage, below [`STAGES`]; false when it was there or beyond.
    pub fn raise(&mut self, number: u32, stage: u32) -> bool {
        let stamp = &mut self.stamps[number as usize];
        let less = *stamp < self.stamp + stage;
        *stamp = (*stamp).max(self.stamp + stage);
        less
    }
}
