//! `lists/catalog.toml`: what is known of each list before any file is read.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The catalog.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    /// How much a list may change from one edition to the next.
    pub guards: Limits,
    /// The lists.
    #[serde(rename = "list")]
    pub lists: Vec<ListEntry>,
    /// Files that hold several lists.
    #[serde(rename = "bundle")]
    pub bundles: Vec<Bundle>,
}

/// A file that holds several lists.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// `csl`.
    pub id: String,
    /// For people.
    pub title: String,
    /// As [`ListEntry::files`].
    pub files: Vec<String>,
}

/// How much a list may change without a waiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Per cent of entries that may go.
    pub shrink_percent: usize,
    /// Entries that may go.
    pub shrink_entries: usize,
    /// Per cent by which a list may grow.
    pub growth_percent: usize,
    /// Entries by which any list may grow.
    pub growth_least: usize,
    /// Points by which the share of entries with a field may move.
    pub fill_points: usize,
    /// Lists with fewer entries are not asked for their shares.
    pub fill_least: usize,
}

/// One list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListEntry {
    /// `us-sdn`.
    pub id: String,
    /// The code in brackets in the `source` of the Consolidated Screening List.
    pub csl: Option<String>,
    /// For people.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// The law.
    pub authority: String,
    /// Where the publisher puts it.
    pub address: String,
    /// The addresses that a program may download from, `{date}` standing for a day; none where a person must: a token, a page, a printed list.
    #[serde(default)]
    pub files: Vec<String>,
    /// The forms that this program reads.
    pub formats: Vec<String>,
    /// How often it changes.
    pub cadence: String,
    /// Terms of use.
    pub terms: String,
    /// What a hit means, in one sentence.
    pub hit: String,
    /// The least number of entries.
    pub floor: usize,
    /// `due-diligence` for a list that asks for care and prohibits nothing; empty for the others.
    #[serde(default)]
    pub tier: String,
    /// The forms whose parser was written from documents and has not met a file of the publisher yet.
    #[serde(default)]
    pub unmet: Vec<String>,
    /// Per cent of entries that have a field.
    #[serde(default)]
    pub fill: BTreeMap<String, usize>,
}

impl Catalog {
    /// Reads a catalog.
    ///
    /// # Errors
    /// What is not in form, in words with its line.
    pub fn read(text: &str) -> Result<Catalog, String> {
        toml::from_str(text).map_err(|why| format!("lists/catalog.toml: {why}"))
    }

    /// The catalog that was compiled in.
    pub fn ours() -> &'static Catalog {
        static OURS: OnceLock<Catalog> = OnceLock::new();
        #[allow(clippy::expect_used)] // Compiled in: a test below reads it, so a build with a bad catalog is never used.
        OURS.get_or_init(|| Catalog::read(include_str!("../../../lists/catalog.toml")).expect("lists/catalog.toml is well formed"))
    }

    /// What a program may download: the id of a list or a bundle, and the addresses of its files.
    pub fn fetched(&self) -> impl Iterator<Item = (&str, &[String])> {
        let lists = self.lists.iter().map(|list| (list.id.as_str(), list.files.as_slice()));
        let bundles = self.bundles.iter().map(|bundle| (bundle.id.as_str(), bundle.files.as_slice()));
        bundles.chain(lists).filter(|(_, files)| !files.is_empty())
    }

    /// A list by its id.
    pub fn list(&self, id: &str) -> Option<&ListEntry> {
        self.lists.iter().find(|list| list.id == id)
    }

    /// The list that a `source` of the Consolidated Screening List names: `Entity List (EL) - Bureau of Industry and Security`,
    /// `Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department`.
    pub fn csl_list(&self, source: &str) -> Option<&ListEntry> {
        let code = source.split_once('(')?.1.split_once(')')?.0.trim_start_matches("NS-").trim_end_matches(" List");
        self.lists.iter().find(|list| list.csl.as_deref() == Some(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalog_is_well_formed_and_knows_the_sources_of_the_csl() {
        let catalog = Catalog::ours();
        assert_eq!(catalog.lists.iter().filter(|list| list.csl.is_some()).count(), 13);
        assert!(catalog.lists.iter().all(|list| list.unmet.iter().all(|form| list.formats.contains(form))));
        assert!(catalog.lists.iter().all(|list| matches!(list.tier.as_str(), "" | "due-diligence")));
        for (source, id) in [
            ("Specially Designated Nationals (SDN) - Treasury Department", "us-sdn"),
            ("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department", "us-mbs"),
            ("Military End User (MEU) List - Bureau of Industry and Security", "us-meu"),
            ("Capta List (CAP) - Treasury Department", "us-capta"),
            ("Nonproliferation Sanctions (ISN) - State Department", "us-isn"),
        ] {
            assert_eq!(catalog.csl_list(source).map(|list| list.id.as_str()), Some(id), "{source}");
        }
        assert_eq!(catalog.csl_list("Nobody's List (XYZ) - Nowhere"), None);
        assert!(Catalog::read("list = 3").is_err());
    }
}
