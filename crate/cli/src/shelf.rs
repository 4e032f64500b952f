//! Packs by the digest that records name them by.

use redzone_index::Date;
use redzone_index::rules::Rules;
use redzone_screen::Screener;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::fault::{Fault, Kind};
use crate::output::Out;
use crate::pack::{MANIFEST, Pack, PackArgs, usual};

/// Where the packs that records name are looked for, and whose signature they must bear.
#[derive(clap::Args)]
pub struct ShelfArgs {
    /// A pack, or a folder of packs; may be given several times [default: $REDZONE_LISTS, else dist/lists]
    #[arg(long, visible_alias = "lists", value_name = "DIR")]
    packs: Vec<PathBuf>,
    /// A public key to trust in place of the development key: its 64 digits or its file
    #[arg(long, value_name = "KEY")]
    trust: Vec<String>,
}

impl ShelfArgs {
    /// The packs in the folders that were named and in that of an archive, else in the usual one.
    ///
    /// # Errors
    /// As [`Shelf::of`].
    pub fn open(&self, archived: Option<PathBuf>, out: &Out) -> Result<Shelf, Fault> {
        let named: Vec<PathBuf> = self.packs.iter().cloned().chain(archived).collect();
        let folders = if named.is_empty() { vec![usual()] } else { named };
        Shelf::of(&folders, &self.trust, out)
    }

    /// As [`ShelfArgs::open`], for what is written without packs too: an empty shelf where none was named and none is in the usual place.
    ///
    /// # Errors
    /// As [`Shelf::of`].
    pub fn open_any(&self, archived: Option<PathBuf>, out: &Out) -> Result<Shelf, Fault> {
        match self.packs.is_empty() && archived.is_none() && !usual().exists() {
            true => Shelf::of(&[], &self.trust, out),
            false => self.open(archived, out),
        }
    }
}

/// A pack that is ready to answer.
pub struct Ready {
    /// The pack.
    pub pack: Pack,
    /// The search over its lists.
    pub screener: Screener,
    /// Its rules, when it has some.
    pub rules: Option<Rules>,
}

/// Packs that stand ready, each opened when a record first asks for it.
pub struct Shelf {
    folders: BTreeMap<String, (Date, PathBuf)>,
    ready: BTreeMap<String, Ready>,
    trust: Vec<String>,
}

impl Shelf {
    /// The packs in `folders`: each is a pack, or holds some. Only manifests are read; one that no trusted key signed is left out with a remark.
    ///
    /// # Errors
    /// [`Kind::BadInput`] when a folder can't be read.
    fn of(folders: &[PathBuf], trust: &[String], out: &Out) -> Result<Shelf, Fault> {
        let mut found = BTreeMap::new();
        for folder in folders {
            for at in packs_in(folder)? {
                match Pack::open(&PackArgs::at(at.clone(), trust.to_vec()), out) {
                    Ok(pack) => drop(found.insert(pack.manifest.digest().to_string(), (pack.manifest.facts().built, at))),
                    Err(fault) => out.note(format_args!("{} is left out: {}", at.display(), fault.what)),
                }
            }
        }
        Ok(Shelf { folders: found, ready: BTreeMap::new(), trust: trust.to_vec() })
    }

    /// The pack of that digest; `None` when it is not here.
    ///
    /// # Errors
    /// [`Kind::Integrity`] when a file of it is not what was signed.
    pub fn get(&mut self, digest: &str, out: &Out) -> Result<Option<&Ready>, Fault> {
        let Some((_, folder)) = self.folders.get(digest) else { return Ok(None) };
        if !self.ready.contains_key(digest) {
            let pack = Pack::open(&PackArgs::at(folder.clone(), self.trust.clone()), out)?;
            let (screener, rules) = (pack.screener()?, pack.read_rules()?);
            self.ready.insert(digest.to_owned(), Ready { pack, screener, rules });
        }
        Ok(self.ready.get(digest))
    }

    /// The folder of the pack of that digest.
    pub fn folder(&self, digest: &str) -> Option<&Path> {
        self.folders.get(digest).map(|(_, folder)| folder.as_path())
    }

    /// The packs with the day each was built, the oldest first; only those built between two days, both included, when such are given.
    pub fn built(&self, days: Option<(Date, Date)>) -> Vec<(Date, String)> {
        let all = self.folders.iter().map(|(digest, (built, _))| (*built, digest.clone()));
        let mut found: Vec<(Date, String)> = all.filter(|(built, _)| days.is_none_or(|(from, to)| (from..=to).contains(built))).collect();
        found.sort();
        found
    }
}

/// The folder itself when it is a pack, else those directly in it that are.
fn packs_in(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    if folder.join(MANIFEST).is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let listed = std::fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut inside: Vec<PathBuf> = listed.map_err(|why| Fault::reading(folder, &why))?;
    inside.retain(|path| path.join(MANIFEST).is_file());
    inside.sort();
    if inside.is_empty() {
        let what = format!("expected packs of lists in {}, found none", folder.display());
        return Err(Fault::new(Kind::BadInput, what, "give a folder that `redzone build` wrote, or one that holds such folders"));
    }
    Ok(inside)
}
