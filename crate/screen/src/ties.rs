//! What listed words have in common with words of the question, found by the listed word.

use crate::asked::Asked;
use crate::dictionary::Dictionary;
use crate::relate::Link;

/// A listed word, or two neighbours, that agree with a word of the question, or with two or three neighbours.
#[derive(Clone, Copy, Debug)]
pub struct Tie {
    /// The listed word.
    pub word: u32,
    /// The next listed word, when two stand for one; else `u32::MAX`.
    pub next: u32,
    /// The word of the question.
    pub slot: u16,
    /// How many words of the question: 1 to 3.
    pub span: u16,
    /// What they have in common.
    pub link: Link,
    /// What it brings at most to each of its words of the question, and what is lost of it at least.
    pub share: (u32, u32),
    /// The word's tie before this one, from 1; 0 for none.
    before: u32,
}

impl Tie {
    /// A tie of one listed word.
    pub fn new(word: u32, slot: usize, span: usize, link: Link) -> Tie {
        Tie::with_next(word, u32::MAX, slot, span, link)
    }

    /// A tie of two listed words.
    pub fn with_next(word: u32, next: u32, slot: usize, span: usize, link: Link) -> Tie {
        let (gain, each) = (link.gain(), span as u32);
        let share = if span == 1 { (gain, link.weight * 1_000 - gain) } else { (gain.div_ceil(each), (link.weight * 1_000 - gain) / each) };
        Tie { word, next, slot: slot as u16, span: span as u16, link, share, before: 0 }
    }

    /// Its listed words, first the one that fewer names have.
    pub fn words_by_names(&self, dictionary: &Dictionary) -> (u32, u32) {
        let names = |word: u32| dictionary.names_with(word).len();
        if self.next != u32::MAX && names(self.next) < names(self.word) { (self.next, self.word) } else { (self.word, self.next) }
    }
}

/// Each listed word's ties, as a chain from the last to the first.
#[derive(Default)]
pub struct Chains {
    /// For each listed word its last tie, from 1, and whether it is [`COMPARED`].
    last: Vec<u32>,
    /// The words whose place is not 0.
    words: Vec<u32>,
}

/// The word was compared with the words of the question that were left.
const COMPARED: u32 = 1 << 31;

impl Chains {
    /// Makes the ties of one question be found, and those of the one before no longer.
    pub fn start(&mut self, asked: &mut Asked, dictionary: &Dictionary) {
        self.last.resize(dictionary.letters.len(), 0);
        self.words.drain(..).for_each(|word| self.last[word as usize] = 0);
        for (tie, number) in asked.ties.iter_mut().zip(1..) {
            self.append(tie, number);
        }
    }

    /// Finds the ties that the words of names have to those words of the question that were left.
    pub fn complete(&mut self, asked: &mut Asked, dictionary: &Dictionary, names: &[u32]) {
        let mut words = Vec::new();
        for word in names.iter().flat_map(|name| dictionary.words_of(*name)) {
            let last = &mut self.last[*word as usize];
            if *last & COMPARED == 0 {
                if *last == 0 {
                    self.words.push(*word);
                }
                *last |= COMPARED;
                words.push(*word);
            }
        }
        let from = asked.ties.len();
        asked.compare_left(dictionary, &words);
        for (tie, number) in asked.ties[from..].iter_mut().zip(from as u32 + 1..) {
            self.append(tie, number);
        }
    }

    fn append(&mut self, tie: &mut Tie, number: u32) {
        let last = &mut self.last[tie.word as usize];
        if *last == 0 {
            self.words.push(tie.word);
        }
        tie.before = *last & !COMPARED;
        *last = *last & COMPARED | number;
    }

    /// The ties of a listed word, the last first.
    pub fn of<'a>(&self, asked: &'a Asked, word: u32) -> impl Iterator<Item = &'a Tie> {
        let tie = |number: u32| number.checked_sub(1).map(|at| &asked.ties[at as usize]);
        std::iter::successors(tie(self.last[word as usize] & !COMPARED), move |later| tie(later.before))
    }
}
