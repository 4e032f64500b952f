//! Editions and rules to a pack: the files, and the signed manifest that names them.

use crate::catalog::Catalog;
use crate::edition::Edition;
use redzone_index::rules::Rules;
use redzone_index::{
    Date, Error, ErrorKind, FileFacts, ListHeader, Manifest, Notice, PackFacts, Policy, PublicKey, Rows, SecretKey, Trust, index_order,
    write_list,
};

/// The manifest's name in a pack.
pub const MANIFEST: &str = "manifest.txt";
/// The rules file's name in a pack.
pub const RULES: &str = "rules.rz";

/// How many days a pack of editions with a notice may be used when nothing else is said: a year and a day, so that a starter pack
/// built on its lists' day works until the next one is due. The notice is shown with every answer.
pub const NOTICE_STOP: u16 = 366;

/// What the builder of a pack decides.
#[derive(Clone, Debug, Default)]
pub struct PackOptions {
    /// The version of the program that builds.
    pub engine: String,
    /// When the pack was built; the newest edition's day when nothing is said. No clock is read.
    pub built: Option<Date>,
    /// The last day on which the pack may be used; when nothing is said, the day on which its newest list stops by the policy.
    pub expires: Option<Date>,
    /// When lists are too old.
    pub policy: Policy,
    /// The number of this pack among those built on that day, 1 to 999; 1 when nothing is said.
    pub number: Option<u16>,
    /// Keys that the next pack may be signed with, besides those that sign this one.
    pub next_keys: Vec<PublicKey>,
    /// Sign this pack with a key for the last time: the next ones are signed with [`PackOptions::next_keys`] only.
    pub retire: Vec<PublicKey>,
    /// How many keys must sign a pack; 1 when nothing is said.
    pub threshold: Option<usize>,
    /// What must be said with every answer; `starter` with [`NOTICE_STOP`] when nothing is said and an edition has a notice.
    pub notice: Option<Notice>,
}

/// A file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFile {
    /// Its name in the pack's directory.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Builds a pack; the manifest comes last. The same editions, rules, options and key give the same bytes, in whatever order the editions
/// are given. Every file is read back as a reader would, and compared, before it is returned.
///
/// # Errors
/// `Input` when there is no edition, a list stands twice, an entry can't be written, an address has no name to be asked for by, or a day
/// contradicts another.
pub fn build(editions: &[Edition], rules: Option<&Rules>, options: &PackOptions, keys: &[&SecretKey]) -> Result<Vec<PackFile>, Error> {
    let mut editions: Vec<&Edition> = editions.iter().collect();
    editions.sort_by(|a, b| a.header.list.cmp(&b.header.list));
    let newest = editions.iter().map(|edition| edition.header.as_of).max();
    let newest = newest.ok_or_else(|| input("there is no edition: make some with `redzone lists import`"))?;
    let built = options.built.unwrap_or(newest);
    let has_notice = editions.iter().any(|edition| !edition.header.notice.is_empty());
    let notice = options.notice.clone().or_else(|| has_notice.then(|| Notice { code: "starter".to_owned(), stop: NOTICE_STOP }));
    let stop = notice.as_ref().map_or(options.policy.stop, |notice| notice.stop);
    let last = || Date::from_day_number(newest.max(built).day_number() + i32::from(stop));
    let mut facts = PackFacts {
        version: PackFacts::version(built, options.number.unwrap_or(1)),
        engine: options.engine.clone(),
        fold: redzone_names::FOLD_VERSION,
        built,
        expires: options.expires.or_else(last).ok_or_else(|| input("the pack would expire after the year 9999: give --expires"))?,
        policy: options.policy,
        notice,
        lists: Vec::new(),
        rules: None,
        waivers: Vec::new(),
        trust: trust(options, keys),
    };
    let mut files = Vec::new();
    for edition in &editions {
        let header = &edition.header;
        if let Some(entry) = edition.entries.iter().find(|entry| entry.names.is_empty()) {
            return Err(input(format!("entry {} of {} has no name, so that nobody could find it: give it one", entry.id, header.list)));
        }
        let (id, title, publisher) = (header.list.clone(), header.title.clone(), header.publisher.clone());
        let mut list = write_list(&ListHeader { id, title, publisher, as_of: header.as_of }, &edition.entries)?;
        list.facts.tier = Catalog::ours().list(&header.list).map(|known| known.tier.clone()).unwrap_or_default();
        list.facts.sources.clone_from(&header.sources);
        list.facts.change = header.change;
        list.facts.rows = rows(edition)?;
        facts.waivers.extend(header.waivers.iter().map(|waiver| format!("{}: {waiver}", header.list)));
        files.push(PackFile { name: list.facts.search.name.clone(), bytes: list.search });
        files.push(PackFile { name: list.facts.detail.name.clone(), bytes: list.detail });
        facts.lists.push(list.facts);
    }
    if let Some(rules) = rules {
        let bytes = rules.to_bytes();
        facts.rules = Some(FileFacts::of(RULES, &bytes));
        files.push(PackFile { name: RULES.to_owned(), bytes });
    }
    files.push(PackFile { name: MANIFEST.to_owned(), bytes: Manifest::sign(&facts, keys)?.into_bytes() });
    check(&files, &editions, rules, &facts.trust)?;
    Ok(files)
}

/// Those who sign now and are not retired, and those who will; each once, by their digits.
fn trust(options: &PackOptions, keys: &[&SecretKey]) -> Trust {
    let signing = keys.iter().map(|key| key.public()).filter(|key| !options.retire.contains(key));
    let mut keys: Vec<PublicKey> = signing.chain(options.next_keys.iter().copied()).collect();
    keys.sort_by_key(PublicKey::to_string);
    keys.dedup();
    Trust { keys, threshold: options.threshold.unwrap_or(1) }
}

/// The ledger of an edition, from the rows of its source to its entries.
fn rows(edition: &Edition) -> Result<Rows, Error> {
    let header = &edition.header;
    let number = |count: usize| u32::try_from(count).map_err(|_| input(format!("{} has more rows than a pack can count", header.list)));
    Ok(Rows {
        read: number(header.source_rows)?,
        joined: number(header.joined_rows)?,
        ended: number(header.ended_rows)?,
        dropped: number(header.dropped_rows)?,
    })
}

/// Opens the pack as a reader does: every entry must come back as the edition has it.
fn check(files: &[PackFile], editions: &[&Edition], rules: Option<&Rules>, trust: &Trust) -> Result<(), Error> {
    let bytes = |name: &str| files.iter().find(|file| file.name == name).map_or(&[][..], |file| file.bytes.as_slice());
    let manifest = Manifest::verify_by(bytes(MANIFEST), trust)?;
    for edition in editions {
        let facts = manifest.list(&edition.header.list)?;
        manifest.open_list(&facts.id, bytes(&facts.search.name))?;
        let details = manifest.open_details(&facts.id, bytes(&facts.detail.name))?;
        for (number, entry) in index_order(&edition.entries).iter().enumerate() {
            if details.entry(number as u32)? != *entry {
                return Err(input(format!("entry {} of {} does not come back as it is: report this with the edition", entry.id, facts.id)));
            }
        }
    }
    if let Some(rules) = rules
        && Rules::from_bytes(manifest.check_rules(bytes(RULES))?)? != *rules
    {
        return Err(input("the rules do not come back as they are: report this with their sources"));
    }
    Ok(())
}

fn input(text: impl Into<String>) -> Error {
    Error::new(ErrorKind::Input, text)
}
