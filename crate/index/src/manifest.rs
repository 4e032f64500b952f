//! The signed manifest of a pack: which lists it has, which files they are in, how fresh they are.
//!
//! Canonical plain text: a manifest has exactly one way to be written, and a reader refuses every other. The last line
//! signs everything before it.

mod text;

use crate::key::{PublicKey, SecretKey};
use crate::{Date, Details, Digest, Error, ErrorKind, OpenList, list};

/// What a pack says of itself. What [`Manifest::verify`] returns is signed by a trusted key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    facts: PackFacts,
    signer: PublicKey,
    digest: Digest,
}

/// The facts that a manifest signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFacts {
    /// The version of the program that built the pack.
    pub engine: String,
    /// The version of the text rules that folded the names.
    pub fold: u16,
    /// When the pack was built: the newest list's day unless the builder gave another. Not before any list's day.
    pub built: Date,
    /// The last day on which the pack may be used.
    pub expires: Date,
    /// When lists are too old.
    pub policy: Policy,
    /// What must be said with every answer, and how long such a pack may be used.
    pub notice: Option<Notice>,
    /// The lists, by id in rising order.
    pub lists: Vec<ListFacts>,
    /// The rules file, when the pack has one.
    pub rules: Option<FileFacts>,
    /// Guards that were waived on purpose when the editions were made, each one line.
    pub waivers: Vec<String>,
}

/// From how many days on a list is amber, red, and no longer an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Over this many days: shown as ageing.
    pub amber: u16,
    /// Over this many days: shown as old, to be acknowledged.
    pub red: u16,
    /// Over this many days: no "no match found" any more.
    pub stop: u16,
}

impl Default for Policy {
    /// A day, a week, thirty days (DESIGN, section 6).
    fn default() -> Policy {
        Policy { amber: 1, red: 7, stop: 30 }
    }
}

/// A standing notice: `starter` means "starter data, not current". A pack with a notice has a stop of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A short code; the words shown for it live in message files.
    pub code: String,
    /// Takes the place of [`Policy::stop`].
    pub stop: u16,
}

/// One list of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFacts {
    /// `us-sdn` ...: lower-case letters, digits, hyphens.
    pub id: String,
    /// The list's name, for people.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// The day on which it was published as it stands here.
    pub as_of: Date,
    /// How many entries.
    pub entries: u32,
    /// How many printed names.
    pub names: u32,
    /// The search part.
    pub search: FileFacts,
    /// The detail part.
    pub detail: FileFacts,
}

/// One file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Its name in the pack's directory.
    pub name: String,
    /// How many bytes.
    pub length: u64,
    /// The digest of its bytes.
    pub digest: Digest,
}

impl FileFacts {
    /// The facts of some bytes under a name.
    pub fn of(name: impl Into<String>, bytes: &[u8]) -> FileFacts {
        FileFacts { name: name.into(), length: bytes.len() as u64, digest: Digest::of(bytes) }
    }

    /// Length first, then digest.
    ///
    /// # Errors
    /// `Length` or `Digest`.
    pub fn check(&self, bytes: &[u8]) -> Result<(), Error> {
        let again = "fetch the whole pack again, so that all files are of one build";
        if bytes.len() as u64 != self.length {
            let text = format!("{} should have {} bytes and has {}: {again}", self.name, self.length, bytes.len());
            return Err(Error::new(ErrorKind::Length, text));
        }
        let found = Digest::of(bytes);
        if found != self.digest {
            let text = format!("{} should have the SHA-256 {} and has {found}: {again}", self.name, self.digest);
            return Err(Error::new(ErrorKind::Digest, text));
        }
        Ok(())
    }
}

/// How old a list is on a day, and what the pack's policy says of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// Days since the list was published; negative when the day asked about is before that.
    pub days: i32,
    /// What to make of it.
    pub state: Freshness,
}

/// What the policy says of an age, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    /// Within the policy.
    Fresh,
    /// Ageing.
    Amber,
    /// Old: a person must acknowledge it.
    Red,
    /// Too old to say "no match found".
    Stopped,
    /// Published after the day asked about: the clock is wrong, or the question is about the past.
    Ahead,
}

impl Manifest {
    /// Reads a manifest and checks that one of the trusted keys signed it, before anything else in it is believed.
    ///
    /// # Errors
    /// `Version` for a manifest of another format version, `Signature` when no trusted key signed these bytes, `Fold` for another
    /// fold version, `Malformed` for everything that is not a manifest in its one canonical form.
    pub fn verify(bytes: &[u8], trusted: &[PublicKey]) -> Result<Manifest, Error> {
        let signed = text::split(bytes)?;
        let signer = trusted.iter().copied().find(|key| key.to_string() == signed.key).ok_or_else(|| {
            let trusted: Vec<String> = trusted.iter().map(PublicKey::to_string).collect();
            let text = format!("the manifest is signed with the key {} and only these are trusted: {}; get the pack from who publishes it, or trust that key on purpose", signed.key, trusted.join(", "));
            Error::new(ErrorKind::Signature, text)
        })?;
        if !signer.verify(signed.body.as_bytes(), &signed.signature) {
            let text = format!(
                "the manifest was changed after it was signed, or not signed with the key {signer} that it names: fetch the pack again"
            );
            return Err(Error::new(ErrorKind::Signature, text));
        }
        let facts = text::parse(signed.body)?;
        crate::check_fold("manifest", facts.fold)?;
        Ok(Manifest { facts, signer, digest: Digest::of(bytes) })
    }

    /// Writes and signs a manifest.
    ///
    /// # Errors
    /// `Input` when a fact can't be written: an id with blanks, a title of two lines, lists out of order, `expires` before `built` ...
    pub fn sign(facts: &PackFacts, key: &SecretKey) -> Result<String, Error> {
        let body = text::write(facts, key.public());
        match text::parse(&body) {
            Ok(read) if read == *facts => Ok(format!("{body}signature {}\n", key.sign(body.as_bytes()))),
            Ok(_) => Err(Error::new(
                ErrorKind::Input,
                "a fact of the pack holds a line break or outer blanks: correct it in the edition's header",
            )),
            Err(why) => Err(Error::new(ErrorKind::Input, format!("the pack's facts can't be written: {why}"))),
        }
    }

    /// Everything the manifest says.
    pub fn facts(&self) -> &PackFacts {
        &self.facts
    }

    /// The lists, by id in rising order.
    pub fn lists(&self) -> &[ListFacts] {
        &self.facts.lists
    }

    /// One list.
    ///
    /// # Errors
    /// `Missing` when the pack has none of that id.
    pub fn list(&self, id: &str) -> Result<&ListFacts, Error> {
        self.facts.lists.iter().find(|list| list.id == id).ok_or_else(|| {
            let ids: Vec<&str> = self.facts.lists.iter().map(|list| list.id.as_str()).collect();
            Error::new(ErrorKind::Missing, format!("the pack has no list `{id}`; it has {}", ids.join(", ")))
        })
    }

    /// The trusted key that signed it.
    pub fn signer(&self) -> PublicKey {
        self.signer
    }

    /// The digest of the manifest's own bytes: names the pack in records.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Whether the pack's last day is before `as_of`.
    pub fn is_expired(&self, as_of: Date) -> bool {
        as_of > self.facts.expires
    }

    /// [`Manifest::is_expired`] as an error, for who can't go on with an expired pack.
    ///
    /// # Errors
    /// `Expired`.
    pub fn check_expiry(&self, as_of: Date) -> Result<(), Error> {
        match self.is_expired(as_of) {
            false => Ok(()),
            true => {
                let text =
                    format!("the pack could be used until {} and {as_of} is asked about: get or build a newer pack", self.facts.expires);
                Err(Error::new(ErrorKind::Expired, text))
            }
        }
    }

    /// How old a list of this pack is on a day.
    pub fn age(&self, list: &ListFacts, as_of: Date) -> Age {
        let days = as_of.day_number() - list.as_of.day_number();
        let stop = self.facts.notice.as_ref().map_or(self.facts.policy.stop, |notice| notice.stop);
        let policy = self.facts.policy;
        let state = match days {
            ..0 => Freshness::Ahead,
            _ if days > i32::from(stop) => Freshness::Stopped,
            _ if days > i32::from(policy.red) => Freshness::Red,
            _ if days > i32::from(policy.amber) => Freshness::Amber,
            _ => Freshness::Fresh,
        };
        Age { days, state }
    }

    /// Opens a list's search part: length, digest, header, section digests, then every byte of every column.
    ///
    /// # Errors
    /// `Missing`, `Length`, `Digest`, `Version`, `Fold`, `Malformed`.
    pub fn open_list(&self, id: &str, bytes: &[u8]) -> Result<OpenList, Error> {
        let facts = self.list(id)?;
        facts.search.check(bytes)?;
        list::open(facts, bytes)
    }

    /// Opens a list's detail part. Entries are decoded one at a time, later.
    ///
    /// # Errors
    /// As [`Manifest::open_list`].
    pub fn open_details(&self, id: &str, bytes: &[u8]) -> Result<Details, Error> {
        let facts = self.list(id)?;
        facts.detail.check(bytes)?;
        let details = Details::read(bytes)?;
        if details.len() != facts.entries as usize {
            let text = format!("{} has {} entries and the manifest says {}", facts.detail.name, details.len(), facts.entries);
            return Err(Error::malformed(&facts.detail.name, text));
        }
        Ok(details)
    }

    /// Checks the bytes of the rules file against the manifest, for the decoder of rules.
    ///
    /// # Errors
    /// `Missing` when the pack has no rules, `Length`, `Digest`.
    pub fn check_rules<'a>(&self, bytes: &'a [u8]) -> Result<&'a [u8], Error> {
        let facts = self.facts.rules.as_ref();
        let facts = facts.ok_or_else(|| Error::new(ErrorKind::Missing, "the pack has no rules: build it with --rules"))?;
        facts.check(bytes)?;
        Ok(bytes)
    }
}
