//! Which names may reach the threshold: an upper bound for every name that shares anything with the question.
//!
//! For each word of the question a name gets the best that any of its words could bring; what no word could bring is lost. [`score`]
//! rises with what agrees and falls with what is lost, so the score of these two sums is no less than the score of any alignment.

use crate::align::score;
use crate::asked::{Asked, Tie};
use crate::dictionary::Dictionary;

/// What is known of one name so far.
#[derive(Clone, Copy, Default)]
struct Mark {
    agreed: u32,
    saved: u32,
    /// The word of the question these are for, plus one; 0 when the name is untouched.
    slot: u32,
    slot_agreed: u32,
    slot_saved: u32,
}

/// Scratch: a mark for every name.
#[derive(Default)]
pub struct Bounds {
    marks: Vec<Mark>,
    touched: Vec<u32>,
}

impl Bounds {
    /// Calls `reached` with every name whose bound is at least `threshold`. Returns how many postings were read.
    pub fn sweep(&mut self, asked: &Asked, dictionary: &Dictionary, threshold: u32, mut reached: impl FnMut(u32)) -> u64 {
        self.marks.resize(dictionary.names.len(), Mark::default());
        let mut by_slot: Vec<(u16, u32, u32, u32)> = Vec::with_capacity(asked.ties.len() + 8);
        for tie in &asked.ties {
            spread(asked, dictionary, tie, &mut by_slot);
        }
        by_slot.sort_unstable();
        let mut steps = 0;
        for (slot, word, agreed, saved) in by_slot {
            let names = dictionary.names_with(word);
            steps += names.len() as u64;
            for name in names {
                self.mark(*name, u32::from(slot) + 1, agreed, saved);
            }
        }
        let all: u32 = asked.slots.iter().map(|slot| slot.loss()).sum();
        for name in self.touched.drain(..) {
            let mark = std::mem::take(&mut self.marks[name as usize]);
            if score(mark.agreed, all.saturating_sub(mark.saved)) >= threshold {
                reached(name);
            }
        }
        steps
    }

    fn mark(&mut self, name: u32, slot: u32, agreed: u32, saved: u32) {
        let mark = &mut self.marks[name as usize];
        if mark.slot != slot {
            if mark.slot == 0 {
                self.touched.push(name);
            }
            *mark = Mark { slot, slot_agreed: 0, slot_saved: 0, ..*mark };
        }
        if agreed > mark.slot_agreed {
            mark.agreed += agreed - mark.slot_agreed;
            mark.slot_agreed = agreed;
        }
        if saved > mark.slot_saved {
            mark.saved += saved - mark.slot_saved;
            mark.slot_saved = saved;
        }
    }
}

/// What a tie brings each of its words of the question, as `(slot, listed word, agreed, saved)`: halves when it has two.
fn spread(asked: &Asked, dictionary: &Dictionary, tie: &Tie, out: &mut Vec<(u16, u32, u32, u32)>) {
    let gain = tie.link.gain();
    let lost = tie.link.weight * 1_000 - gain;
    let mut word = tie.word;
    if tie.next != u32::MAX && dictionary.names_with(tie.next).len() < dictionary.names_with(word).len() {
        word = tie.next;
    }
    let span = u32::from(tie.span);
    for slot in tie.slot..tie.slot + tie.span {
        let loss = asked.slots[slot as usize].loss();
        out.push((slot, word, gain.div_ceil(span), loss.saturating_sub(lost / span)));
    }
}
