//! What was found for words asked before: the words of names come again and again, and what they relate to is always the same.
//!
//! Bounded, and filled in the order of the questions. It holds answers of the search as they were, so it changes none.

use crate::form::Form;
use crate::lookup::Sought;
use crate::model::Relation;
use crate::relate::Link;

/// Two to this many places for words, each given by a word's letters and the three beside it.
const BITS: u32 = 16;
/// What is remembered of words stands in pages of so many numbers (two to this many), one after the other.
const PAGE_BITS: u32 = 14;
/// So many pages of what is spelled alike, 64 kB each, of which a page is taken when it is needed: for every word of the lists of 2026, as a sheet
/// of 100,000 rows may have. The oldest page is forgotten for a new one.
const PAGES: usize = 128;
/// So many of what is found by a key, which is sooner found again: for common words, and for those that several readings of a name share.
const PAGES_BY_KEY: usize = 32;
/// A listed word is in so many bits, and above it how alike it is in thousandths. What relates in another way than by its spelling has a second
/// number: the [`Relation`] in so many bits, and above it the weight.
const WORD_BITS: u32 = 22;
/// See [`WORD_BITS`].
const RELATION_BITS: u32 = 4;

/// What was found in one way for words asked before.
#[derive(Default)]
pub struct Recall {
    /// By their spelling, not by a key.
    misspelt: bool,
    /// Where what is known of a word stands: the number of its page among all that ever were, from 1, and its place there.
    places: Vec<u32>,
    pages: Vec<Vec<u32>>,
    /// The number of the page that is being written.
    newest: u32,
    fresh: Vec<u32>,
}

impl Recall {
    /// Nothing yet.
    pub fn new(sought: Sought) -> Recall {
        Recall { misspelt: sought == Sought::Misspelt, ..Recall::default() }
    }

    /// Gives everything that was found for the form, and how many words were looked at then; `None` when it is not remembered. The `weights` of the
    /// listed words tell what agrees of those spelled alike.
    pub fn again(&self, form: &Form, weights: &[u16], mut found: impl FnMut(u32, Link)) -> Option<u64> {
        let [steps, count, links @ ..] = self.what_is_kept_of(form)? else { return None };
        for link in links[..*count as usize].chunks_exact(self.numbers()) {
            let (word, likeness) = (link[0] & ((1 << WORD_BITS) - 1), link[0] >> WORD_BITS);
            let (relation, weight) = match link.get(1) {
                Some(more) => (Relation::ALL[(more & ((1 << RELATION_BITS) - 1)) as usize], more >> RELATION_BITS),
                None => (Relation::Alike, form.weight.min(u32::from(weights[word as usize]))),
            };
            found(word, Link { relation, likeness, weight });
        }
        Some(u64::from(*steps))
    }

    /// Whether [`Recall::again`] would give anything.
    pub fn remembers(&self, form: &Form) -> bool {
        self.what_is_kept_of(form).is_some()
    }

    /// What was kept, and all that follows it there.
    fn what_is_kept_of(&self, form: &Form) -> Option<&[u32]> {
        let head = head(form);
        let known = ways(&head).into_iter().find_map(|way| self.known(*self.places.get(way)?).filter(|known| known.starts_with(&head)))?;
        Some(&known[head.len()..])
    }

    /// What stands at a place, and all that follows it there.
    fn known(&self, place: u32) -> Option<&[u32]> {
        let number = place >> PAGE_BITS;
        let is_kept = number > 0 && self.newest - number < self.most_pages() as u32;
        is_kept.then(|| &self.pages[self.page(number)][(place & ((1 << PAGE_BITS) - 1)) as usize..])
    }

    /// Notes what is being found in that way.
    pub fn note(&mut self, word: u32, link: Link) {
        let numbers = [word | link.likeness << WORD_BITS, link.relation as u32 | link.weight << RELATION_BITS];
        self.fresh.extend_from_slice(&numbers[..self.numbers()]);
    }

    /// Remembers what was noted as all that the form relates to in that way, among so many listed words.
    pub fn keep(&mut self, form: &Form, words: usize, steps: u64) {
        let mut known = head(form);
        let ways = ways(&known);
        known.extend([steps.min(u64::from(u32::MAX)) as u32, self.fresh.len() as u32]);
        known.append(&mut self.fresh);
        if words > 1 << WORD_BITS || known.len() > 1 << PAGE_BITS {
            return;
        }
        self.turn_for(known.len());
        let page = self.page(self.newest);
        let page = &mut self.pages[page];
        let place = self.newest << PAGE_BITS | page.len() as u32;
        page.extend_from_slice(&known);
        let way = ways.into_iter().find(|way| self.known(self.places[*way]).is_none()).unwrap_or(ways[0]);
        self.places[way] = place;
    }

    /// How many numbers a link takes.
    fn numbers(&self) -> usize {
        if self.misspelt { 1 } else { 2 }
    }

    /// Where the page of that number stands.
    fn page(&self, number: u32) -> usize {
        number as usize % self.most_pages()
    }

    fn most_pages(&self) -> usize {
        if self.misspelt { PAGES } else { PAGES_BY_KEY }
    }

    /// Turns to a new page when the one that is being written has no room for so many numbers.
    fn turn_for(&mut self, count: usize) {
        if self.pages.get(self.page(self.newest)).is_none_or(|page| page.len() + count > 1 << PAGE_BITS) {
            if self.newest == 0 || self.newest + 1 == 1 << (32 - PAGE_BITS) {
                *self = Recall { places: vec![0; 1 << BITS], misspelt: self.misspelt, ..Recall::default() };
                self.pages.resize_with(self.most_pages(), Vec::new);
            }
            self.newest += 1;
            let page = self.page(self.newest);
            let page = &mut self.pages[page];
            page.clear();
            page.reserve_exact(1 << PAGE_BITS);
        }
    }
}

/// The places where what has that head may be remembered.
fn ways(head: &[u32]) -> [usize; 4] {
    let hash = head.iter().fold(0u32, |hash, number| (hash.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9));
    let first = (hash >> (32 - BITS)) as usize;
    [0, 1, 2, 3].map(|way| first ^ way)
}

/// All that what is found hangs on: how the form is written, its length, and its letters by fours.
fn head(form: &Form) -> Vec<u32> {
    let letters = form.letters.as_bytes();
    let flags = [form.writing.vowels, form.writing.standard, form.writing.organisation, form.reread];
    let flags = flags.iter().fold(0, |bits, flag| bits << 1 | u32::from(*flag));
    let four = |bytes: &[u8]| bytes.iter().fold(0, |four, byte| four << 8 | u32::from(*byte));
    std::iter::once((letters.len() as u32) << 4 | flags).chain(letters.chunks(4).map(four)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Writing;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn what_is_remembered_is_what_was_noted() {
        let (vocabulary, weights) = (Vocabulary::new(crate::Words::built_in()), vec![40u16; 5_000]);
        let writing = Writing { vowels: true, standard: false, organisation: false };
        let mut recalls = [Sought::Keyed, Sought::Misspelt].map(Recall::new);
        let links = |number: u32, form: &Form, sought: Sought| -> Vec<(u32, Link)> {
            let link = |word: u32| match sought {
                Sought::Misspelt => Link { relation: Relation::Alike, likeness: word % 1_000, weight: form.weight.min(40) },
                Sought::Keyed => Link { relation: Relation::ALL[(word % 11) as usize], likeness: number % 1_000, weight: word % 300 },
            };
            (number..5_000).step_by(3).map(|word| (word, link(word))).collect()
        };
        let mut kept = 0;
        // More than there is room for.
        for number in (0..3_000).chain(0..3_000) {
            let form = Form::new(&format!("word{number}"), writing, false, &vocabulary);
            for sought in [Sought::Keyed, Sought::Misspelt] {
                let recall = &mut recalls[sought as usize];
                let expected = links(number, &form, sought);
                let mut again = Vec::new();
                if let Some(steps) = recall.again(&form, &weights, |word, link| again.push((word, link))) {
                    kept += 1;
                    assert_eq!((steps, &again), (u64::from(number), &expected));
                    continue;
                }
                expected.iter().for_each(|(word, link)| recall.note(*word, *link));
                recall.keep(&form, weights.len(), u64::from(number));
                again.clear();
                assert_eq!(recall.again(&form, &weights, |word, link| again.push((word, link))), Some(u64::from(number)));
                assert_eq!(again, expected);
            }
        }
        let room: usize = recalls.iter().flat_map(|recall| &recall.pages).map(Vec::capacity).sum();
        assert!(kept < 6_000 && room <= (PAGES + PAGES_BY_KEY) << PAGE_BITS);
    }
}
