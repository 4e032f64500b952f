//! Answers from verified lists: the search, and what may be said of its result.

use redzone_index::{Columns, Freshness, ListFacts, Manifest, OpenList, identifier_key};
use redzone_names::ReadError;

use crate::{Doubt, Engine, NoMatch, Outcome, Question, Verdict, Words, by_number, number, order};

/// The lists of one pack, verified, and the search over them.
///
/// "No match found" is only ever said here, and only when every list that the manifest names is here, in date, and was searched whole.
pub struct Screener {
    manifest: Manifest,
    lists: Vec<OpenList>,
    missing: Vec<String>,
    engine: Engine,
}

impl Screener {
    /// Makes lists ready to be searched, in the order of the manifest, however they came: equal scores stand in that order. Lists of the
    /// manifest that are not among `lists`, or that another manifest opened, are missing: every answer will say so.
    #[cfg(feature = "words")]
    pub fn new(manifest: Manifest, lists: Vec<OpenList>) -> Screener {
        Screener::with_words(manifest, lists, Words::built_in())
    }

    /// [`Screener::new`] with words that were loaded.
    pub fn with_words(manifest: Manifest, mut lists: Vec<OpenList>, words: Words) -> Screener {
        order::sort_by_key(&mut lists, |list| manifest.lists().iter().position(|facts| facts == list.facts()));
        let opened = |facts: &ListFacts| lists.iter().any(|list| list.facts() == facts);
        let missing = manifest.lists().iter().filter(|facts| !opened(facts)).map(|facts| facts.id.clone()).collect();
        let columns: Vec<&Columns> = lists.iter().map(OpenList::columns).collect();
        let engine = Engine::with_words(&columns, words);
        Screener { manifest, lists, missing, engine }
    }

    /// The lists in the order of the manifest, in which [`Hit::list`](crate::Hit::list) numbers them.
    pub fn lists(&self) -> &[OpenList] {
        &self.lists
    }

    /// The manifest that vouches for them.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The search alone, without a verdict.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Answers one question.
    pub fn screen(&self, question: &Question) -> Outcome {
        let found = by_number::find(&self.engine, &self.lists, question);
        let mut doubts = found.doubts;
        // Signs alone are no number: nobody has it, and that says nothing.
        if question.identifiers.iter().any(|text| !text.trim().is_empty() && identifier_key(text).is_empty()) {
            doubts.push(Doubt::Unreadable(ReadError::Empty));
        }
        let texts = std::iter::once(&question.name).chain(&question.identifiers);
        doubts.extend(texts.filter_map(|text| number::mistyped(text)).map(|number| Doubt::NumberMistyped { number }));
        doubts.extend(self.doubts(question));
        let verdict = match (found.hits.is_empty() && found.omitted == 0, doubts.is_empty()) {
            (false, _) => Verdict::Hit,
            (true, true) => Verdict::NoMatch(NoMatch { lists: self.lists.len(), names: self.engine.name_count() }),
            (true, false) => Verdict::Indeterminate,
        };
        Outcome { verdict, hits: found.hits, omitted: found.omitted, read: found.read, doubts }
    }

    /// What keeps every answer of that day from being complete.
    fn doubts(&self, question: &Question) -> Vec<Doubt> {
        let mut doubts: Vec<Doubt> = self.missing.iter().map(|list| Doubt::ListMissing { list: list.clone() }).collect();
        if self.manifest.lists().is_empty() {
            doubts.push(Doubt::ListMissing { list: "any".into() });
        }
        if self.manifest.is_expired(question.as_of) {
            doubts.push(Doubt::ManifestExpired);
        }
        let mut ahead = self.manifest.is_ahead_of(question.as_of);
        for facts in self.manifest.lists() {
            let age = self.manifest.age(facts, question.as_of);
            match age.state {
                Freshness::Stopped => doubts.push(Doubt::ListStale { list: facts.id.clone(), days: age.days }),
                Freshness::Ahead => ahead = true,
                Freshness::Fresh | Freshness::Amber | Freshness::Red => {}
            }
        }
        if ahead {
            doubts.push(Doubt::ClockBehind);
        }
        doubts
    }
}
