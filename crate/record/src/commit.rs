//! The digest of a record that may be disclosed in part: a hash tree whose leaves are salted.
//!
//! | node | digest (SHA-256 of) |
//! | --- | --- |
//! | leaf: text, integer, boolean, empty list, empty object | `00`, 16 bytes of salt, the canonical JSON of the value |
//! | list | `01`, the digests of its items in order |
//! | object | `02`, then for each member in canonical order: the SHA-256 of the key, the digest of the value |
//! | `{"hidden":"<64 hex digits>"}` | nothing is computed: the digits are the digest of what was there |
//!
//! The salt of a leaf is the first 16 bytes of HMAC-SHA-256 (RFC 2104) with the record's seed as the key and the leaf's JSON Pointer
//! (RFC 6901, UTF-8) as the message. The seed is 32 random bytes, of one record only. Who holds the seed holds every salt; who is given a
//! redacted record gets the salts of the visible leaves, one by one, and can't guess a hidden value by trying names: the salt is missing.
//! The first byte keeps leaves, lists and objects apart, as in RFC 6962 section 2.1; hidden members are digests in the place of values,
//! as in SD-JWT (RFC 9901).
//!
//! What a redacted record still tells: which members there are, and how many items a visible list has. Hide a whole list to hide its length.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use redzone_index::Digest;
use sha2::{Digest as _, Sha256};

use crate::Json;
use crate::hex;

/// The key of the one member of a hidden node. No object of a record may have it otherwise.
pub const HIDDEN: &str = "hidden";

/// 32 random bytes from which the salts of one record come.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed(pub [u8; 32]);

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed")
    }
}

/// The salt of one leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

impl Seed {
    /// The salt of the leaf at a JSON Pointer.
    pub fn salt(&self, pointer: &str) -> Salt {
        let mut block = [0; 64]; // the key filled up with zeros, as RFC 2104 does it
        block[..32].copy_from_slice(&self.0);
        let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
        mac.update(pointer.as_bytes());
        let whole: [u8; 32] = mac.finalize().into_bytes().into();
        let mut salt = [0; 16];
        salt.copy_from_slice(&whole[..16]);
        Salt(salt)
    }
}

/// Why a value has no digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitError {
    /// A member named `hidden` that is no digest, or one where nothing may be hidden.
    Hidden,
    /// There are fewer or more salts than visible leaves.
    Salts,
}

/// Where the salts come from.
pub enum Salts<'s> {
    /// All of them, from the seed. Nothing may be hidden.
    Seed(&'s Seed),
    /// Those of the visible leaves, in canonical order.
    Listed(&'s [Salt]),
}

/// The digest of a record, whole or redacted.
///
/// # Errors
/// [`CommitError`] when the salts do not fit the value.
pub fn root(value: &Json, salts: Salts<'_>) -> Result<Digest, CommitError> {
    let mut tree = Tree { salts, pointer: String::new() };
    let digest = tree.node(value)?;
    match tree.salts {
        Salts::Listed(left) if !left.is_empty() => Err(CommitError::Salts),
        _ => Ok(digest),
    }
}

struct Tree<'s> {
    salts: Salts<'s>,
    pointer: String,
}

impl Tree<'_> {
    fn node(&mut self, value: &Json) -> Result<Digest, CommitError> {
        match value {
            Json::List(items) if !items.is_empty() => {
                let mut hash = Sha256::new_with_prefix([1]);
                for (at, item) in items.iter().enumerate() {
                    hash.update(self.child(&at.to_string(), item)?.0);
                }
                Ok(Digest(hash.finalize().into()))
            }
            Json::Object(members) if !members.is_empty() => {
                if members.iter().any(|(key, _)| key == HIDDEN) {
                    return match self.salts {
                        Salts::Seed(_) => Err(CommitError::Hidden),
                        Salts::Listed(_) => hidden(value).ok_or(CommitError::Hidden),
                    };
                }
                let mut hash = Sha256::new_with_prefix([2]);
                for (key, value) in members {
                    hash.update(Sha256::digest(key.as_bytes()));
                    hash.update(self.child(key, value)?.0);
                }
                Ok(Digest(hash.finalize().into()))
            }
            leaf => {
                let salt = self.salt()?;
                let mut hash = Sha256::new_with_prefix([0]);
                hash.update(salt.0);
                hash.update(leaf.to_canonical().as_bytes());
                Ok(Digest(hash.finalize().into()))
            }
        }
    }

    fn child(&mut self, step: &str, value: &Json) -> Result<Digest, CommitError> {
        let had = self.pointer.len();
        push_step(&mut self.pointer, step);
        let digest = self.node(value);
        self.pointer.truncate(had);
        digest
    }

    fn salt(&mut self) -> Result<Salt, CommitError> {
        match &mut self.salts {
            Salts::Seed(seed) => Ok(seed.salt(&self.pointer)),
            Salts::Listed(left) => {
                let (first, rest) = left.split_first().ok_or(CommitError::Salts)?;
                *left = rest;
                Ok(*first)
            }
        }
    }
}

/// The digest that a hidden node stands for; `None` when the value is not a hidden node.
pub fn hidden(value: &Json) -> Option<Digest> {
    match value {
        Json::Object(members) if members.len() == 1 => {
            members.first().filter(|(key, _)| key == HIDDEN).and_then(|(_, digits)| Digest::parse(digits.as_text()?))
        }
        _ => None,
    }
}

/// One more step of a JSON Pointer.
pub(crate) fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
}

/// The digest of the part of a whole record that stands at `pointer`, for a hidden node.
pub(crate) fn part(value: &Json, seed: &Seed, pointer: &str) -> Result<Digest, CommitError> {
    Tree { salts: Salts::Seed(seed), pointer: pointer.to_owned() }.node(value)
}

impl fmt::Display for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::write(&self.0))
    }
}
