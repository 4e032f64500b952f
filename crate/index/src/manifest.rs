//! The signed manifest of a pack: which lists it has, which files they are in, how fresh they are.
//!
//! Canonical plain text: a manifest has exactly one way to be written, and a reader refuses every other. The last lines sign everything
//! before them, one line a key.

mod age;
mod facts;
mod text;
mod trust;

pub use age::{Age, Freshness, Policy};
pub use facts::{Change, FileFacts, ListFacts, Notice, PackFacts, Rows, Source};
pub use trust::Trust;

use crate::key::{PublicKey, SecretKey};
use crate::{Date, Details, Digest, Error, ErrorKind, OpenList, list};

/// What a pack says of itself. What [`Manifest::verify`] returns is signed by a trusted key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    facts: PackFacts,
    signers: Vec<PublicKey>,
    signer: PublicKey,
    digest: Digest,
    tightened: Option<Policy>,
}

impl Manifest {
    /// The most bytes that a manifest may have; who fetches one need not read on.
    pub const LARGEST: u64 = 1 << 20;

    /// Reads a manifest and checks that one of the trusted keys signed it, before anything else in it is believed.
    ///
    /// # Errors
    /// As [`Manifest::verify_by`].
    pub fn verify(bytes: &[u8], trusted: &[PublicKey]) -> Result<Manifest, Error> {
        Manifest::verify_by(bytes, &Trust::any(trusted))
    }

    /// Reads a manifest and checks that enough trusted keys signed it, before anything else in it is believed; then, that the keys it names
    /// itself did.
    ///
    /// # Errors
    /// `Length` over [`Manifest::LARGEST`], `Version` for a manifest of another format version, `Signature` when too few trusted keys signed
    /// these bytes, `Fold` for another fold version, `Malformed` for everything that is not a manifest in its one canonical form.
    pub fn verify_by(bytes: &[u8], trust: &Trust) -> Result<Manifest, Error> {
        if bytes.len() as u64 > Manifest::LARGEST {
            let text = format!("the manifest has over {} bytes, and none is so long: fetch the pack again", Manifest::LARGEST);
            return Err(Error::new(ErrorKind::Length, text));
        }
        let signed = text::split(bytes)?;
        let mut signers = Vec::with_capacity(signed.signatures.len());
        for (key, signature) in &signed.signatures {
            // A key that nobody can sign with says nothing; those that count are told apart below.
            let Ok(key) = PublicKey::parse(key) else { continue };
            if key.verify(signed.body.as_bytes(), signature) {
                signers.push(key);
            } else if trust.keys.contains(&key) {
                let text = format!(
                    "the manifest was changed after it was signed, or not signed with the key {key} that it names: fetch the pack again"
                );
                return Err(Error::new(ErrorKind::Signature, text));
            }
        }
        let digest = Digest::of(bytes);
        let believed = signers.iter().copied().find(|key| trust.keys.contains(key));
        let Some(signer) = believed else {
            let named: Vec<&str> = signed.signatures.iter().map(|(key, _)| *key).collect();
            let trusted: Vec<String> = trust.keys.iter().map(PublicKey::to_string).collect();
            let text = format!(
                "the manifest is signed with the key {} and only these are trusted: {}; get the pack from who publishes it, or trust that key on purpose",
                named.join(", "),
                trusted.join(", ")
            );
            return Err(Error::new(ErrorKind::Signature, text));
        };
        let facts = text::parse(signed.body)?;
        let manifest = Manifest { facts, signers, signer, digest, tightened: None };
        manifest.check_signed_by(trust)?;
        manifest.check_signed_by(&manifest.facts.trust)?;
        crate::check_fold("manifest", manifest.facts.fold)?;
        Ok(manifest)
    }

    /// Writes and signs a manifest, with one key or several. To hand over to new keys, sign with the old ones and with the new.
    ///
    /// # Errors
    /// `Input` when a fact can't be written: an id with blanks, a title of two lines, lists out of order, `expires` before `built`, a version
    /// of another day, keys that would not be enough for the trust that the facts name ...
    pub fn sign(facts: &PackFacts, keys: &[&SecretKey]) -> Result<String, Error> {
        let input = |text: &str| Error::new(ErrorKind::Input, text);
        let body = text::write(facts);
        match text::parse(&body) {
            Ok(read) if read == *facts => {}
            Ok(_) => return Err(input("a fact of the pack holds a line break or outer blanks: correct it in the edition's header")),
            Err(why) => return Err(input(&format!("the pack's facts can't be written: {why}"))),
        }
        let mut lines: Vec<(String, String)> = keys.iter().map(|key| (key.public().to_string(), key.sign(body.as_bytes()))).collect();
        lines.sort();
        lines.dedup();
        let ours = keys.iter().map(|key| key.public()).filter(|key| facts.trust.keys.contains(key)).count();
        if lines.is_empty() || ours < facts.trust.threshold {
            return Err(input("the keys given are too few for those that the pack would name: sign with more of them, or name fewer"));
        }
        let signatures: String = lines.iter().map(|(key, signature)| format!("signature {key} {signature}\n")).collect();
        Ok(body + &signatures)
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

    /// The trusted key that signed it; the first by its digits when several did.
    pub fn signer(&self) -> PublicKey {
        self.signer
    }

    /// Every key whose signature it bears, trusted or not, by their digits.
    pub fn signers(&self) -> &[PublicKey] {
        &self.signers
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

    /// Opens a list's search part: length, digest, header, then every byte of every column.
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
