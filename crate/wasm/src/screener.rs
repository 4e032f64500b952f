//! The one class: a verified pack and the engine over it.

use redzone_index::{Change, Date, ListFacts, Manifest, OpenList, Policy};
use redzone_record::words;
use redzone_screen::Score;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Fault;
use crate::convert::{day, to_js, verified};
#[cfg(feature = "record")]
use crate::entries::Entries;
use crate::party;
use crate::shapes::{ListShown, PackShown, PartyQuestion, ThresholdShown};

/// A verified manifest, the lists' files of its pack that were verified against it, and, once [`Screener::ready`] was called, the engine.
#[wasm_bindgen]
pub struct Screener {
    manifest: Manifest,
    /// Lists that were added and are not in use yet.
    added: Vec<OpenList>,
    engine: Option<redzone_screen::Screener>,
    #[cfg(feature = "record")]
    entries: Entries,
    /// No question is asked with a threshold over this one.
    most: Score,
}

#[wasm_bindgen]
impl Screener {
    /// Verifies a manifest: one of the keys, each 64 hexadecimal digits, must have signed it.
    ///
    /// # Errors
    /// `signature`, `version`, `fold`, `malformed`; `input` for a key that is none.
    #[wasm_bindgen(constructor)]
    pub fn new(manifest: &[u8], keys: Vec<String>) -> Result<Screener, JsValue> {
        Ok(Screener::open(manifest, &keys)?)
    }

    /// Verifies a list's file of the pack, by the name under which the manifest knows it, and takes it into use: what is searched, and in the whole
    /// engine the details as well.
    ///
    /// # Errors
    /// `missing` for a name that the manifest does not know as a list's; `length`, `digest`, `version`, `fold`, `malformed`. A file that is refused
    /// changes nothing: its list stays missing and every answer says so.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), JsValue> {
        Ok(self.take(name, bytes)?)
    }

    /// Makes ages count sooner than the pack says: over how many days a list is amber, red, and no longer an answer. A number that would
    /// loosen the pack's policy changes nothing.
    ///
    /// # Errors
    /// `too-late` after [`Screener::ready`].
    pub fn tighten(&mut self, amber: u16, red: u16, stop: u16) -> Result<(), JsValue> {
        if self.engine.is_some() {
            return Err(Fault::new("too-late", "a policy came after the search was made ready: reload the page").into());
        }
        self.manifest.tighten(Policy { amber, red, stop });
        Ok(())
    }

    /// Holds every later question to a threshold of at most this many basis points: more is reported, never less. A number over a question's own
    /// threshold changes nothing.
    #[wasm_bindgen(js_name = tightenThreshold)]
    pub fn tighten_threshold(&mut self, points: u16) {
        self.most = self.most.min(Score::from_points(i32::from(points)));
    }

    /// Makes the search ready over the lists that were added, with the words that the engine knows. Lists that the manifest names and that are not
    /// among them are a doubt on every answer.
    ///
    /// # Errors
    /// `digest` for any bytes but the words this module was built for: it is not ready then.
    pub fn ready(&mut self, words: Vec<u8>) -> Result<(), JsValue> {
        let words = redzone_screen::Words::load(words).map_err(|why| Fault::new("digest", why.to_string()))?;
        self.engine = Some(redzone_screen::Screener::with_words(self.manifest.clone(), std::mem::take(&mut self.added), words));
        Ok(())
    }

    /// Derives now what makes later answers quick: for a moment without questions. Changes no answer.
    pub fn hasten(&self) {
        if let Some(engine) = &self.engine {
            engine.engine().hasten();
        }
    }

    /// Screens a party.
    ///
    /// # Errors
    /// `name-empty`, `name-too-long`, `tables-missing`, `script-missing`, `broken-text`, `address`, `identifier`, `born`, `country`, `kind`, `as-of`, `shape`: what is wrong with the question;
    /// `not-ready` before [`Screener::ready`].
    #[wasm_bindgen(unchecked_return_type = "PartyAnswer")]
    pub fn check(&self, #[wasm_bindgen(unchecked_param_type = "PartyQuestion")] question: JsValue) -> Result<JsValue, JsValue> {
        let question = party::question(PartyQuestion::from_js(question)?, self.most)?;
        let engine = self.engine()?;
        to_js(&party::party_answer(&question.name, engine.screen(&question), engine.lists())?)
    }

    /// Screens a party and writes the record of the answer, in canonical JSON.
    ///
    /// # Errors
    /// As [`Screener::check`]; `details-missing` until the detail file of every list with a hit was added.
    #[cfg(feature = "record")]
    pub fn record(&self, #[wasm_bindgen(unchecked_param_type = "PartyQuestion")] question: JsValue) -> Result<String, JsValue> {
        let question = party::question(PartyQuestion::from_js(question)?, self.most)?;
        Ok(self.recorded(&question)?)
    }

    /// Asks the question of a record of a check again, exactly as it was asked, and writes the record of the answer now.
    ///
    /// # Errors
    /// `no-record` for what is none; as [`Screener::record`].
    #[cfg(feature = "record")]
    pub fn again(&self, check: &str) -> Result<String, JsValue> {
        let question = redzone_record::read(check).ok().and_then(|check| redzone_record::question(&check));
        let question = question.ok_or_else(|| Fault::new("no-record", "expected the record of a check"))?;
        if question.is_named() {
            redzone_names::read(&question.name).map_err(Fault::from)?;
        }
        Ok(self.recorded(&question)?)
    }

    /// Screens many names on a day, with the hits and scores that [`Screener::check`] gives each alone. Returns five numbers a
    /// name: the verdict (0 hit, 1 no match, 2 indeterminate), how many parties were found, and of the best one the score, the list by its
    /// place in `lists`, and the entry.
    ///
    /// # Errors
    /// `as-of`, `not-ready`. A name that can't be read is indeterminate, in its row.
    #[cfg(feature = "record")]
    #[wasm_bindgen(js_name = checkMany)]
    pub fn check_many(&self, names: Vec<String>, as_of: &str) -> Result<Vec<u32>, JsValue> {
        let as_of = day(as_of)?;
        let engine = self.engine()?;
        Ok(names.into_iter().flat_map(|name| crate::rows::row(engine, name, as_of, self.most)).collect())
    }

    /// The lists and their age on a day, `YYYY-MM-DD`.
    ///
    /// # Errors
    /// `as-of` for what is no day.
    #[wasm_bindgen(unchecked_return_type = "PackShown")]
    pub fn lists(&self, as_of: &str) -> Result<JsValue, JsValue> {
        to_js(&self.pack_shown(day(as_of)?))
    }

    /// Everything that a list says of one of its entries.
    ///
    /// # Errors
    /// `details-missing` until the list's detail file was added; `tables-missing` for an East Asian name; `missing` for an entry that is not there; `malformed`.
    #[cfg(feature = "record")]
    #[wasm_bindgen(unchecked_return_type = "EntryShown")]
    pub fn details(&self, list: &str, entry: u32) -> Result<JsValue, JsValue> {
        to_js(&crate::entry::entry_shown(self.entries.entry(list, entry)?)?)
    }
}

impl Screener {
    fn open(manifest: &[u8], keys: &[String]) -> Result<Screener, Fault> {
        let manifest = verified(manifest, keys)?;
        Ok(Screener {
            #[cfg(feature = "record")]
            entries: Entries::of(manifest.clone()),
            manifest,
            added: Vec::new(),
            engine: None,
            most: Score::MAX,
        })
    }

    fn take(&mut self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        let Some(facts) = self.manifest.lists().iter().find(|facts| facts.search.name == name) else {
            return self.take_details(name, bytes);
        };
        let list = self.manifest.open_list(&facts.id, bytes)?;
        if self.engine.is_some() {
            return Err(Fault::new("too-late", format!("{name} came after the search was made ready: reload the page")));
        }
        self.added.retain(|had| had.facts().id != list.facts().id);
        self.added.push(list);
        Ok(())
    }

    #[cfg(feature = "record")]
    fn take_details(&mut self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        self.entries.take(name, bytes)
    }

    #[cfg(not(feature = "record"))]
    fn take_details(&mut self, name: &str, _: &[u8]) -> Result<(), Fault> {
        Err(crate::convert::not_in_manifest(name))
    }

    fn engine(&self) -> Result<&redzone_screen::Screener, Fault> {
        self.engine.as_ref().ok_or_else(|| Fault::new("not-ready", "the search is not ready yet: wait for the lists, or reload the page"))
    }

    #[cfg(feature = "record")]
    fn recorded(&self, question: &redzone_screen::Question) -> Result<String, Fault> {
        let engine = self.engine()?;
        let lists = engine.lists();
        let entry =
            |list: usize, entry| self.entries.entry(lists.get(list).map(|list| list.facts().id.as_str()).unwrap_or_default(), entry);
        Ok(redzone_record::record(question, &engine.screen(question), &self.manifest, lists, entry)?.to_canonical())
    }

    /// The entry that a record names by its id and its digest, where the record names the rules of this pack: `None` where it names others, and inside
    /// it when the pack has no such entry.
    #[cfg(feature = "record")]
    pub(crate) fn entry_of(&self, asked: &redzone_record::report::law::Asked) -> Result<Option<Option<redzone_index::Entry>>, Fault> {
        if self.manifest.facts().rules.as_ref().is_none_or(|facts| facts.digest.to_string() != asked.rules) {
            return Ok(None);
        }
        let known = self.manifest.lists().iter().any(|facts| facts.id == asked.list);
        Ok(Some(if known { self.entries.details_of(&asked.list)?.find(&asked.id, &asked.entry)? } else { None }))
    }

    fn searched(&self) -> &[OpenList] {
        self.engine.as_ref().map_or(&self.added, |engine| engine.lists())
    }

    fn pack_shown(&self, as_of: Date) -> PackShown {
        let facts = self.manifest.facts();
        PackShown {
            lists: self.manifest.lists().iter().map(|list| self.list_shown(list, as_of)).collect(),
            version: facts.version.to_string(),
            built: facts.built.to_string(),
            expires: facts.expires.to_string(),
            expired: self.manifest.is_expired(as_of),
            ahead: self.manifest.is_ahead_of(as_of),
            notice: facts.notice.as_ref().map(|notice| notice.code.clone()).unwrap_or_default(),
            signer: self.manifest.signer().to_string(),
            digest: self.manifest.digest().to_string(),
            waivers: facts.waivers.clone(),
            thresholds: redzone_screen::MEASURED.iter().map(threshold_shown).collect(),
        }
    }

    fn list_shown(&self, list: &ListFacts, as_of: Date) -> ListShown {
        let age = self.manifest.age(list, as_of);
        ListShown {
            id: list.id.clone(),
            title: list.title.clone(),
            publisher: list.publisher.clone(),
            as_of: list.as_of.to_string(),
            days: age.days,
            freshness: words::freshness(age.state),
            tier: list.tier.clone(),
            rows: [list.rows.read, list.rows.joined, list.rows.ended, list.rows.dropped],
            entries: list.entries,
            names: list.names,
            words: list.words,
            ready: self.searched().iter().any(|had| had.facts().id == list.id),
            digest: list.search.digest.to_string(),
            sources: list.sources.iter().map(|source| [&source.digest.to_string(), " ", &source.form].concat()).collect(),
            changed_since: list.change.map(|change| change.since.to_string()).unwrap_or_default(),
            changes: list
                .change
                .map(|Change { added, delisted, renamed, changed, .. }| [added, delisted, renamed, changed])
                .unwrap_or_default(),
        }
    }
}

fn threshold_shown(measured: &redzone_screen::Measured) -> ThresholdShown {
    let redzone_screen::Measured { threshold, found, people, companies } = *measured;
    ThresholdShown { threshold: threshold.points(), found, people, companies }
}
