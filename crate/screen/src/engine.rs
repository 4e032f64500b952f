//! The search: a question over a set of lists to hits with reasons. Says nothing about whether the lists are all there;
//! that is the screener's part.

use std::sync::{Mutex, OnceLock, PoisonError};

use redzone_index::{Columns, NameKind, PartyKind};
use redzone_names::{Disguise, Read, Reading, read};

use crate::acronym::{self, Acronyms};
use crate::align::Alignment;
use crate::asked::{About, Asked, MAX_WORDS};
use crate::bound::Bounds;
use crate::dictionary::Dictionary;
use crate::explain::{add_facts, explain};
use crate::facts::{self, Fact, PartyFacts};
use crate::lookup::{Classes, Seen};
use crate::model;
use crate::order;
use crate::parting::parted;
use crate::readings::{is_found_by_looks, readings};
use crate::sieve::Sieve;
use crate::ties::Chains;
use crate::vocabulary::Vocabulary;
use crate::{Doubt, Hit, Question, Reason, Score, Words};

/// Lists made ready to be searched.
pub struct Engine {
    lists: Vec<PartyFacts>,
    dictionary: Dictionary,
    classes: Classes,
    /// Derived when a question first looks like one.
    acronyms: OnceLock<Acronyms>,
    vocabulary: Vocabulary,
    scratch: Mutex<Vec<Scratch>>,
}

#[derive(Default)]
struct Scratch {
    seen: Seen,
    sieve: Sieve,
    bounds: Bounds,
    alignment: Alignment,
    chains: Chains,
    candidates: Vec<u32>,
}

/// What a search found.
pub struct Found {
    /// Best first, at most one a party.
    pub hits: Vec<Hit>,
    /// Parties over the threshold beyond the limit.
    pub omitted: usize,
    /// How the name was read.
    pub read: Option<Read>,
    /// Unreadable name, or budget spent.
    pub doubts: Vec<Doubt>,
}

/// Words, postings and names that one question may look at before it stops with a doubt: some fifty times what the
/// worst question over the lists of 2026 needs.
const BUDGET: u64 = 50_000_000;
/// What of it a name costs that is looked at.
const COST_OF_A_NAME: u64 = 8;

/// A name over the threshold: entry, name, score.
type Scored = (u32, u32, u32);

impl Engine {
    /// Merges the words of all lists and derives what the search needs.
    #[cfg(feature = "words")]
    pub fn new(lists: &[&Columns]) -> Engine {
        Engine::with_words(lists, Words::built_in())
    }

    /// [`Engine::new`] with words that were loaded.
    pub fn with_words(lists: &[&Columns], words: Words) -> Engine {
        let vocabulary = Vocabulary::new(words);
        let dictionary = Dictionary::new(lists, &vocabulary);
        let classes = Classes::new(&dictionary);
        let lists = lists.iter().map(|list| PartyFacts::of(list)).collect();
        Engine { lists, dictionary, classes, acronyms: OnceLock::new(), vocabulary, scratch: Mutex::new(Vec::new()) }
    }

    /// Derives at once what makes later answers quick, which otherwise happens after some questions. Changes no answer.
    pub fn hasten(&self) {
        self.dictionary.derive_deletes();
        self.acronyms();
    }

    /// How many names are searched; a name that reads in two ways counts twice.
    pub fn name_count(&self) -> usize {
        self.dictionary.names.len()
    }

    /// Answers by the index.
    pub fn find(&self, question: &Question) -> Found {
        self.answer(question, false)
    }

    /// Answers by scoring every name: what [`Engine::find`] is proven against.
    pub fn find_by_brute_force(&self, question: &Question) -> Found {
        self.answer(question, true)
    }

    fn answer(&self, question: &Question, brute: bool) -> Found {
        let mut found = Found { hits: Vec::new(), omitted: 0, read: None, doubts: Vec::new() };
        let mut read = match read(&question.name) {
            Ok(read) => read,
            Err(why) => {
                found.doubts.push(Doubt::Unreadable(why));
                return found;
            }
        };
        let pool = || self.scratch.lock().unwrap_or_else(PoisonError::into_inner);
        let mut scratch = pool().pop().unwrap_or_default();
        let mut scored: Vec<Scored> = Vec::new();
        let mut budget = BUDGET;
        let mut askeds = Vec::new();
        let about = About {
            long: question.name.chars().count() >= model::CUT_FROM,
            person: question.kind == PartyKind::Individual,
            standard: question.name.chars().any(is_east_asian),
            organisation: question.kind == PartyKind::Entity,
        };
        for (reading, whole) in
            readings(&question.name, &read, &self.vocabulary).iter().flat_map(|reading| self.within_limit_and_parted(reading))
        {
            let mut asked = Asked::new(&reading, about, &self.dictionary, &self.classes, &self.vocabulary, &mut scratch.seen);
            let spent = !self.score_all(question, &mut asked, brute, &mut scratch, &mut budget, &mut scored);
            if (spent || !whole) && !found.doubts.contains(&Doubt::BudgetSpent) {
                found.doubts.push(Doubt::BudgetSpent);
            }
            askeds.push(asked);
        }
        let letters = acronym::asked(question, &read);
        if let Some(letters) = &letters {
            self.score_acronyms(question, letters, brute, &mut scored);
        }
        // The best name of each party, then the best parties; equal scores in the order of the lists.
        order::sort_by_key(&mut scored, |(entry, name, score)| (*entry, u32::MAX - score, *name));
        scored.dedup_by_key(|(entry, ..)| *entry);
        order::sort_by_key(&mut scored, |(entry, _, score)| (u32::MAX - score, *entry));
        found.omitted = scored.len().saturating_sub(question.limit);
        scored.truncate(question.limit);
        for (_, name, score) in scored {
            let by_words = self.hit(question, &mut askeds, name, score, &mut scratch);
            found.hits.extend(by_words.or_else(|| Some(self.hit_by_acronym(question, letters.as_deref()?, name, score))));
        }
        let reread = askeds.iter().flat_map(|asked| &asked.slots).any(|slot| slot.forms.len() > 1);
        if reread && found.hits.iter().any(Hit::rereads_digits) {
            read.disguises.push(Disguise::DigitForLetter);
        }
        if found.hits.iter().any(|hit| is_found_by_looks(hit, &question.name, &read)) && !read.disguises.contains(&Disguise::LookAlike) {
            read.disguises.push(Disguise::LookAlike);
            order::sort(&mut read.disguises);
        }
        pool().push(scratch);
        found.read = Some(read);
        found
    }

    /// A reading, and the same with words parted that were run together; each with whether that is all of it.
    fn within_limit_and_parted(&self, reading: &Reading) -> Vec<(Reading, bool)> {
        let (reading, within) = within_limit(reading);
        let (parted, whole) = parted(&reading, &self.dictionary);
        std::iter::once((reading, within && whole)).chain(parted.iter().map(within_limit)).collect()
    }

    /// Scores every name that may reach the threshold. False when the budget was spent.
    fn score_all(
        &self,
        question: &Question,
        asked: &mut Asked,
        brute: bool,
        scratch: &mut Scratch,
        budget: &mut u64,
        scored: &mut Vec<Scored>,
    ) -> bool {
        let threshold = u32::from(question.threshold.points());
        let Scratch { seen, sieve, bounds, alignment, chains, candidates } = scratch;
        // What a name must score by its words to reach the threshold with all that facts can bring.
        asked.needed = threshold.saturating_sub(facts::most(question) as u32);
        candidates.clear();
        if brute {
            asked.look_up_rest(&self.dictionary, &self.classes, seen);
            candidates.extend(0..self.dictionary.names.len() as u32);
        } else {
            let steps = sieve.reach(asked, &self.dictionary, &self.classes, seen, candidates);
            *budget = budget.saturating_sub(steps + asked.steps);
        }
        chains.start(asked, &self.dictionary);
        let within = candidates.len().min((*budget / COST_OF_A_NAME) as usize);
        let whole = brute || within == candidates.len();
        if !brute {
            candidates.truncate(within);
            *budget -= within as u64 * COST_OF_A_NAME;
            if asked.slots.iter().any(|slot| slot.left) {
                chains.complete(asked, &self.dictionary, candidates);
                sieve.again(asked, &self.dictionary, candidates);
            }
        }
        for &name in candidates.iter() {
            if !brute && !bounds.may_reach(asked, &self.dictionary, name, chains) {
                continue;
            }
            let score = self.score(question, asked, name, alignment, chains);
            if score >= threshold.max(1) {
                scored.push((self.dictionary.names[name as usize].entry, name, score));
            }
        }
        whole
    }

    fn score(&self, question: &Question, asked: &Asked, name: u32, alignment: &mut Alignment, chains: &Chains) -> u32 {
        alignment.lay(asked, &self.dictionary, name, chains);
        let base = alignment.score() as i32;
        if base == 0 {
            return 0;
        }
        let facts = self.facts(question, name);
        facts::total(base, &facts, self.dictionary.names[name as usize].kind == NameKind::Weak) as u32
    }

    fn facts(&self, question: &Question, name: u32) -> Vec<Fact> {
        let about = &self.dictionary.names[name as usize];
        let list = &self.lists[about.list as usize];
        let entry = about.entry - self.dictionary.list_entries[about.list as usize];
        if question.kind == PartyKind::Unstated && question.born.is_none() && question.countries.is_empty() {
            return Vec::new();
        }
        facts::weigh(question, about.party, list.born(entry), list.countries(entry))
    }

    /// The hit of a name, explained: the reading that gave the score gives the reasons.
    fn hit(&self, question: &Question, askeds: &mut [Asked], name: u32, score: u32, scratch: &mut Scratch) -> Option<Hit> {
        for asked in askeds {
            scratch.chains.start(asked, &self.dictionary);
            if self.score(question, asked, name, &mut scratch.alignment, &scratch.chains) == score {
                let about = self.dictionary.names[name as usize];
                let facts = self.facts(question, name);
                let reasons = explain(asked, &self.dictionary, name, &scratch.alignment, &facts, about.kind == NameKind::Weak);
                return Some(self.hit_of(name, score, scratch.alignment.agreed / 1_000, &facts, reasons));
            }
        }
        None
    }

    fn hit_of(&self, name: u32, score: u32, weight: u32, facts: &[Fact], reasons: Vec<Reason>) -> Hit {
        let about = self.dictionary.names[name as usize];
        let score = Score::from_points(score as i32);
        Hit {
            list: about.list as usize,
            entry: about.entry - self.dictionary.list_entries[about.list as usize],
            name: name - self.dictionary.list_names[about.list as usize],
            score,
            strength: facts::strength(score, weight, facts, about.kind),
            reasons,
        }
    }

    /// Scores the names that the letters stand for.
    fn score_acronyms(&self, question: &Question, letters: &[u8], brute: bool, scored: &mut Vec<Scored>) {
        let base = acronym::points(letters.len());
        let mut score = |name: u32| {
            let about = &self.dictionary.names[name as usize];
            let score = facts::total(base, &self.facts(question, name), about.kind == NameKind::Weak) as u32;
            if score >= u32::from(question.threshold.points()).max(1) {
                scored.push((about.entry, name, score));
            }
        };
        if brute {
            let all = 0..self.dictionary.names.len() as u32;
            all.filter(|name| acronym::stands_for(&self.dictionary, *name, letters)).for_each(score);
        } else {
            self.acronyms().find(letters, &self.dictionary, &mut score);
        }
    }

    fn acronyms(&self) -> &Acronyms {
        self.acronyms.get_or_init(|| Acronyms::new(&self.dictionary))
    }

    /// The hit of a name that was found by its acronym.
    fn hit_by_acronym(&self, question: &Question, letters: &[u8], name: u32, score: u32) -> Hit {
        let facts = self.facts(question, name);
        let mut reasons = vec![acronym::reason(letters, &self.dictionary, name)];
        let weak = self.dictionary.names[name as usize].kind == NameKind::Weak;
        add_facts(acronym::points(letters.len()), &facts, weak, &mut reasons);
        self.hit_of(name, score, 0, &facts, reasons)
    }
}

/// Han characters, kana and Hangul syllables.
fn is_east_asian(c: char) -> bool {
    matches!(c as u32, 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// The reading, or its first [`MAX_WORDS`] words and false.
fn within_limit(reading: &Reading) -> (Reading, bool) {
    let whole = reading.words.len() <= MAX_WORDS;
    let mut reading = reading.clone();
    reading.words.truncate(MAX_WORDS);
    (reading, whole)
}
