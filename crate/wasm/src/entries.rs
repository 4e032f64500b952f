//! The entries of a verified pack's lists: what is shown of a hit.

use std::collections::BTreeMap;

use redzone_index::{Details, Entry, Manifest};
#[cfg(feature = "rules")]
use wasm_bindgen::JsValue;
#[cfg(feature = "rules")]
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Fault;
use crate::convert::not_in_manifest;

/// A verified manifest, and the detail files of its pack that were verified against it. An entry is read when it is asked for.
#[cfg_attr(feature = "rules", wasm_bindgen)]
pub struct Entries {
    manifest: Manifest,
    details: BTreeMap<String, Details>,
}

#[cfg(feature = "rules")]
#[wasm_bindgen]
impl Entries {
    /// Verifies a manifest: one of the keys, each 64 hexadecimal digits, must have signed it.
    ///
    /// # Errors
    /// `signature`, `version`, `fold`, `malformed`; `input` for a key that is none.
    #[wasm_bindgen(constructor)]
    pub fn new(manifest: &[u8], keys: Vec<String>) -> Result<Entries, JsValue> {
        Ok(Entries::of(crate::convert::verified(manifest, &keys)?))
    }

    /// Verifies a detail file of the pack, by the name under which the manifest knows it, and takes it into use.
    ///
    /// # Errors
    /// `missing` for a name that the manifest does not know as a detail file's; `length`, `digest`, `version`, `fold`, `malformed`. A file that is
    /// refused changes nothing.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), JsValue> {
        Ok(self.take(name, bytes)?)
    }

    /// Everything that a list says of one of its entries.
    ///
    /// # Errors
    /// `details-missing` until the list's detail file was added; `tables-missing` for an East Asian name; `missing` for an entry that is not there; `malformed`.
    #[wasm_bindgen(unchecked_return_type = "EntryShown")]
    pub fn details(&self, list: &str, entry: u32) -> Result<JsValue, JsValue> {
        crate::convert::to_js(&crate::entry::entry_shown(self.entry(list, entry)?)?)
    }
}

impl Entries {
    pub(crate) fn of(manifest: Manifest) -> Entries {
        Entries { manifest, details: BTreeMap::new() }
    }

    pub(crate) fn take(&mut self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        let facts = self.manifest.lists().iter().find(|facts| facts.detail.name == name).ok_or_else(|| not_in_manifest(name))?;
        let details = self.manifest.open_details(&facts.id, bytes)?;
        self.details.insert(facts.id.clone(), details);
        Ok(())
    }

    pub(crate) fn entry(&self, list: &str, entry: u32) -> Result<Entry, Fault> {
        Ok(self.details_of(list)?.entry(entry)?)
    }

    pub(crate) fn details_of(&self, list: &str) -> Result<&Details, Fault> {
        self.details.get(list).ok_or_else(|| Fault::new("details-missing", format!("the details of {list} are not loaded yet")))
    }
}
