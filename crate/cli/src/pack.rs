//! A pack directory, opened: nothing in it is believed before a trusted key's signature, a length and a digest agree.

use redzone_index::rules::Rules;
use redzone_index::{Details, Entry, EntryNumber, Error, ErrorKind, Manifest, PublicKey};
use redzone_screen::Screener;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use crate::fault::{Fault, Kind};
use crate::files;
use crate::output::Out;

pub use redzone_compile::pack::MANIFEST;
/// Where a pack stands after `./build.sh build`.
const USUAL: &str = "dist/lists";
/// The largest file of a pack that is read.
const LARGEST: u64 = 1 << 30;
/// Trusted when no other key is named: the key of the starter edition, whose private half stands beside it.
const DEVELOPMENT_KEY: &str = include_str!("../../../lists/keys/development.public");

/// Which pack, and whose signature it must bear.
#[derive(clap::Args)]
pub struct PackArgs {
    /// The directory that `redzone build` wrote [default: $REDZONE_LISTS, else dist/lists]
    #[arg(long, value_name = "DIR")]
    lists: Option<PathBuf>,
    /// A public key to trust in place of the development key: its 64 digits or its file
    #[arg(long, value_name = "KEY")]
    trust: Vec<String>,
}

impl PackArgs {
    /// The pack in a directory, signed by one of the keys given, else by the development key.
    pub fn at(dir: PathBuf, trust: Vec<String>) -> PackArgs {
        PackArgs { lists: Some(dir), trust }
    }
}

/// A pack whose manifest was verified. Its files are read, and verified, when they are asked for.
pub struct Pack {
    dir: PathBuf,
    /// What the pack says of itself.
    pub manifest: Manifest,
    details: Vec<OnceCell<Details>>,
}

impl Pack {
    /// Opens the pack that `args` names and verifies its manifest.
    ///
    /// # Errors
    /// [`Kind::Incomplete`] when there is no pack; [`Kind::Integrity`] when its manifest is not what a trusted key signed.
    pub fn open(args: &PackArgs, out: &Out) -> Result<Pack, Fault> {
        let dir = args.lists.clone().unwrap_or_else(usual);
        let bytes = read(&dir, MANIFEST)?;
        let trusted = trusted(&args.trust)?;
        let manifest = Manifest::verify(&bytes, &trusted).map_err(|why| from_index(&why))?;
        if args.trust.is_empty() {
            out.note("signed with the development key, which anyone can sign with: build your own pack with `redzone keygen` and `redzone build --key`");
        }
        let details = manifest.lists().iter().map(|_| OnceCell::new()).collect();
        Ok(Pack { dir, manifest, details })
    }

    /// Opens every list that the manifest names, in its order, and makes them ready to be searched.
    ///
    /// # Errors
    /// [`Kind::Incomplete`] when a file is missing; [`Kind::Integrity`] when one is not what was signed.
    pub fn screener(&self) -> Result<Screener, Fault> {
        let mut lists = Vec::new();
        for facts in self.manifest.lists() {
            let bytes = read(&self.dir, &facts.search.name)?;
            lists.push(self.manifest.open_list(&facts.id, &bytes).map_err(|why| from_index(&why))?);
        }
        Ok(Screener::new(self.manifest.clone(), lists))
    }

    /// An entry of a list, with everything the edition says of it. The list's detail file is read and verified the first time.
    ///
    /// # Errors
    /// As [`Pack::screener`].
    pub fn entry(&self, list: usize, number: EntryNumber) -> Result<Entry, Fault> {
        self.details(list)?.entry(number).map_err(|why| from_index(&why))
    }

    /// The entry of a list that a record names by its id and its digest; `None` when the pack has none such.
    ///
    /// # Errors
    /// As [`Pack::screener`].
    pub fn find(&self, list: &str, id: &str, digest: &str) -> Result<Option<Entry>, Fault> {
        let Some(list) = self.manifest.lists().iter().position(|facts| facts.id == list) else { return Ok(None) };
        self.details(list)?.find(id, digest).map_err(|why| from_index(&why))
    }

    fn details(&self, list: usize) -> Result<&Details, Fault> {
        let absent = || {
            Fault::new(
                Kind::Internal,
                format!("a hit names list {list}, which was not opened"),
                "report this with the command that led to it",
            )
        };
        let (facts, cell) = (self.manifest.lists().get(list).ok_or_else(absent)?, self.details.get(list).ok_or_else(absent)?);
        if cell.get().is_none() {
            let bytes = read(&self.dir, &facts.detail.name)?;
            // Set only here, and only when it is empty.
            let _ = cell.set(self.manifest.open_details(&facts.id, &bytes).map_err(|why| from_index(&why))?);
        }
        cell.get().ok_or_else(absent)
    }

    /// The pack's rules, read.
    ///
    /// # Errors
    /// [`Kind::Incomplete`] when it has none; else as [`Pack::read_rules`].
    pub fn need_rules(&self) -> Result<Rules, Fault> {
        self.read_rules()?.ok_or_else(|| {
            let what = "the pack has no rules, so nothing can be said of a destination or a deal";
            Fault::new(Kind::Incomplete, what, "build it with rules: ./build.sh build")
        })
    }

    /// The pack's rules, read; `None` when it has none.
    ///
    /// # Errors
    /// [`Kind::Integrity`] when the file is not what was signed.
    pub fn read_rules(&self) -> Result<Option<Rules>, Fault> {
        self.rules()?.map(|bytes| Rules::from_bytes(&bytes).map_err(|why| from_index(&why))).transpose()
    }

    /// The bytes of the pack's rules file, checked against the manifest; `None` when the pack has none.
    ///
    /// # Errors
    /// As [`Pack::screener`].
    fn rules(&self) -> Result<Option<Vec<u8>>, Fault> {
        let Some(facts) = &self.manifest.facts().rules else { return Ok(None) };
        let bytes = read(&self.dir, &facts.name)?;
        self.manifest.check_rules(&bytes).map_err(|why| from_index(&why))?;
        Ok(Some(bytes))
    }
}

/// Where a pack is looked for when none is named.
pub fn usual() -> PathBuf {
    std::env::var_os("REDZONE_LISTS").map_or_else(|| PathBuf::from(USUAL), PathBuf::from)
}

/// The keys to trust: those given, each as digits or a file, else the development key.
///
/// # Errors
/// [`Kind::BadInput`] when one is no key.
pub fn trusted(given: &[String]) -> Result<Vec<PublicKey>, Fault> {
    if given.is_empty() {
        return PublicKey::parse(DEVELOPMENT_KEY).map(|key| vec![key]).map_err(|why| from_index(&why));
    }
    public_keys("--trust", given)
}

/// Public keys given with an option, each as its digits or its file.
///
/// # Errors
/// [`Kind::BadInput`] when one is no key.
pub fn public_keys(option: &str, given: &[String]) -> Result<Vec<PublicKey>, Fault> {
    let key = |key: &String| {
        let path = Path::new(key);
        let text = if path.is_file() { files::text(files::read(path, 4_096)?, key)? } else { key.clone() };
        let next = "give the key of who published the pack";
        PublicKey::parse(&text).map_err(|why| Fault::new(Kind::BadInput, format!("{option} {key}: {why}"), next))
    };
    given.iter().map(key).collect()
}

/// A file of the pack in `dir`.
///
/// # Errors
/// [`Kind::Incomplete`] when it is not there.
pub fn read(dir: &Path, name: &str) -> Result<Vec<u8>, Fault> {
    let path = dir.join(name);
    if !path.is_file() {
        let what = format!("expected a pack of lists in {}, found no {name} there", dir.display());
        let next = "build one with ./build.sh build (or redzone build), or name another: --lists DIR or REDZONE_LISTS";
        return Err(Fault::new(Kind::Incomplete, what, next));
    }
    files::read(&path, LARGEST)
}

/// What a fault of the bytes means to the shell. The text of an index error says what to do after its last colon or semicolon.
pub fn from_index(why: &Error) -> Fault {
    let kind = match why.kind() {
        ErrorKind::Malformed
        | ErrorKind::Version
        | ErrorKind::Fold
        | ErrorKind::Signature
        | ErrorKind::Length
        | ErrorKind::Digest
        | ErrorKind::Rollback => Kind::Integrity,
        ErrorKind::Missing | ErrorKind::Expired | ErrorKind::Clock => Kind::Incomplete,
        ErrorKind::Input => Kind::BadInput,
    };
    let text = why.to_string();
    match text.rfind([':', ';']) {
        Some(at) => Fault::new(kind, text[..at].trim_end(), text[at + 1..].trim()),
        None => Fault::new(kind, text, "fetch or build the pack again"),
    }
}
