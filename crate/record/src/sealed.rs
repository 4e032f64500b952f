//! One record of a case file: a body, with its number, its time and the digest of the record before it.
//!
//! | member of `record` | what it holds |
//! | --- | --- |
//! | `schema` | [`RECORD`] |
//! | `number` | 1 for the first record of a case file, and one more for each after it |
//! | `previous` | the digest of the record before; absent in the first |
//! | `kind` | what the body is: `check`, `batch`, `row`, `batch-end`, `destination`, `deal`, `decision` ...; see [`Kind`] |
//! | `time` | `at`, as `2026-11-23T03:30:00Z`, and `clock`, where that comes from |
//! | `program` | `name` and `version` of what wrote it, and `wasm`, the digest of its module, when it is one |
//! | `signer` | the public key that must have signed it; absent when nobody did |
//! | `body` | what was asked and answered |
//!
//! A line of a case file is canonical JSON: `digest` (the root of the hash tree over `record`, see [`crate::commit`]), `record`, then `seed` (a whole
//! record) or `salts` (a redacted one), and `signature` when there is a signer: Ed25519 over `redzone record 1`, a line end and the digest's digits.

use std::fmt;

use redzone_index::{Digest, PublicKey, SecretKey};

use crate::commit::{Salts, Seed, root};
use crate::disclose::{self, Opening, Pattern, Redacted};
use crate::{Json, ReadError, hex, read};

/// The name and version of the form of a record.
pub const RECORD: &str = "redzone-record-1";
/// The JSON Schema of a line of a case file, whole or redacted, with every kind of body; draft 2020-12.
pub const SCHEMA: &str = include_str!("record-1.schema.json");

/// What a body is. Other rooms may add kinds: who does not know a kind can still check its place in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One check, whole: see [`crate::record`].
    Check,
    /// The start of a batch: what all its rows share.
    Batch,
    /// One row of a batch.
    Row,
    /// The end of a batch: how many rows came out how.
    BatchEnd,
    /// What the rules said of a destination: see [`crate::destination::record`].
    Destination,
    /// What the rules said of a deal: see [`crate::deal::record`].
    Deal,
    /// What a person decided about a hit.
    Decision,
}

impl Kind {
    /// The word in records.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Check => "check",
            Kind::Batch => "batch",
            Kind::Row => "row",
            Kind::BatchEnd => "batch-end",
            Kind::Destination => "destination",
            Kind::Deal => "deal",
            Kind::Decision => "decision",
        }
    }
}

/// What the outside world says about the moment of writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// `2026-11-23T03:30:00Z`.
    pub at: String,
    /// Where that comes from: `device` for the clock of the device that wrote the record, for which nobody vouches.
    pub clock: String,
    /// The program's name: `redzone`, `redzone.wasm`.
    pub program: String,
    /// The digest of the Wasm module that answered, when it was one.
    pub wasm: Option<Digest>,
}

impl Stamp {
    /// Of a page, by the clock of its device; `wasm` is the digest of the module that answered.
    pub fn of_page(at: &str, wasm: Option<Digest>) -> Stamp {
        Stamp { at: at.to_owned(), clock: "device".to_owned(), program: "redzone.wasm".to_owned(), wasm }
    }
}

/// A place in a case file: how many records there are, and the digest of the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Counted from 1.
    pub number: u32,
    /// Of the record with that number.
    pub digest: Digest,
}

/// What is known of the leaves of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Secret {
    /// All salts: the record is whole, and its holder can disclose it in part.
    Whole(Seed),
    /// The salts of the visible leaves.
    Redacted(Vec<crate::commit::Salt>),
}

/// One line of a case file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// As the line says; [`Sealed::check`] tells whether it is so.
    pub digest: Digest,
    /// The record.
    pub record: Json,
    /// Its salts.
    pub secret: Secret,
    /// 128 hex digits.
    pub signature: Option<String>,
}

/// What is wrong with one line by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// Not canonical JSON.
    Unreadable(ReadError),
    /// Canonical JSON, but no record.
    NoRecord,
    /// The content does not give the digest that stands beside it.
    Altered,
    /// A signer is named, and the signature is missing or not that key's.
    Signature,
}

impl fmt::Display for LineFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LineFault::Unreadable(why) => write!(f, "{why}"),
            LineFault::NoRecord => f.write_str("not a record: expected the members digest, record, and seed or salts"),
            LineFault::Altered => f.write_str("its content was altered: it does not give the digest that stands beside it"),
            LineFault::Signature => f.write_str("its signature is missing, or is not that of the key it names"),
        }
    }
}

/// Makes the record that comes after `previous`. `seed` must be 32 fresh random bytes.
///
/// # Errors
/// [`crate::commit::CommitError::Hidden`] when the body has a member named `hidden`.
pub fn seal(
    kind: Kind,
    body: Json,
    previous: Option<&Place>,
    stamp: &Stamp,
    seed: Seed,
    key: Option<&SecretKey>,
) -> Result<Sealed, crate::commit::CommitError> {
    let mut program = vec![("name", Json::from(stamp.program.as_str())), ("version", env!("CARGO_PKG_VERSION").into())];
    program.extend(stamp.wasm.map(|digest| ("wasm", Json::from(digest.to_string()))));
    let mut members = vec![
        ("schema", Json::from(RECORD)),
        ("number", previous.map_or(1, |place| place.number.saturating_add(1)).into()),
        ("kind", kind.word().into()),
        ("time", Json::object([("at", Json::from(stamp.at.as_str())), ("clock", stamp.clock.as_str().into())])),
        ("program", Json::object(program)),
        ("body", body),
    ];
    members.extend(previous.map(|place| ("previous", Json::from(place.digest.to_string()))));
    members.extend(key.map(|key| ("signer", Json::from(key.public().to_string()))));
    let record = Json::object(members);
    let digest = root(&record, Salts::Seed(&seed))?;
    let signature = key.map(|key| key.sign(&signed_text(&digest)));
    Ok(Sealed { digest, record, secret: Secret::Whole(seed), signature })
}

/// What a signature of a record signs. Begins unlike a manifest, so that neither signature is ever the other's.
pub fn signed_text(digest: &Digest) -> Vec<u8> {
    format!("redzone record 1\n{digest}").into_bytes()
}

impl Sealed {
    /// Reads a line, and checks its form only.
    ///
    /// # Errors
    /// [`LineFault::Unreadable`], [`LineFault::NoRecord`].
    pub fn read(line: &str) -> Result<Sealed, LineFault> {
        Sealed::from_json(&read(line).map_err(LineFault::Unreadable)?).ok_or(LineFault::NoRecord)
    }

    fn from_json(line: &Json) -> Option<Sealed> {
        let Json::Object(members) = line else { return None };
        let known = ["digest", "record", "salts", "seed", "signature"];
        members.iter().all(|(key, _)| known.contains(&key.as_str())).then_some(())?;
        let text = |key| line.get(key).and_then(Json::as_text);
        let secret = match (line.get("seed"), line.get("salts")) {
            (Some(seed), None) => Secret::Whole(Seed(hex::parse(seed.as_text()?)?)),
            (None, Some(salts)) => Secret::Redacted(disclose::salts_from_text(salts.as_text()?)?),
            _ => return None,
        };
        let signature = match line.get("signature") {
            Some(digits) => Some(digits.as_text().filter(|digits| hex::parse::<64>(digits).is_some())?.to_owned()),
            None => None,
        };
        let record = line.get("record")?.clone();
        (record.get("schema")?.as_text()? == RECORD).then_some(())?;
        Some(Sealed { digest: Digest::parse(text("digest")?)?, record, secret, signature })
    }

    /// The line, without a line end.
    pub fn to_line(&self) -> String {
        let mut members = vec![("digest", Json::from(self.digest.to_string())), ("record", self.record.clone())];
        members.push(match &self.secret {
            Secret::Whole(seed) => ("seed", hex::write(&seed.0).into()),
            Secret::Redacted(salts) => ("salts", disclose::salts_to_text(salts).into()),
        });
        members.extend(self.signature.as_deref().map(|digits| ("signature", Json::from(digits))));
        Json::object(members).to_canonical()
    }

    /// Whether the content gives the digest, and the signer signed it.
    ///
    /// # Errors
    /// [`LineFault::Altered`], [`LineFault::Signature`].
    pub fn check(&self) -> Result<(), LineFault> {
        let salts = match &self.secret {
            Secret::Whole(seed) => Salts::Seed(seed),
            Secret::Redacted(salts) => Salts::Listed(salts),
        };
        if root(&self.record, salts) != Ok(self.digest) {
            return Err(LineFault::Altered);
        }
        let signed = match (self.record.get("signer"), &self.signature) {
            (None, None) => true,
            (Some(signer), Some(digits)) => {
                let key = signer.as_text().and_then(|text| PublicKey::parse(text).ok());
                let signature = hex::parse::<64>(digits);
                key.zip(signature).is_some_and(|(key, signature)| key.verify(&signed_text(&self.digest), &signature))
            }
            _ => false,
        };
        if signed { Ok(()) } else { Err(LineFault::Signature) }
    }

    /// Its number; `None` when it is hidden or none.
    pub fn number(&self) -> Option<u32> {
        self.record.get("number").and_then(Json::as_integer).and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0)
    }

    /// Where it stands, as it says itself.
    pub fn place(&self) -> Option<Place> {
        Some(Place { number: self.number()?, digest: self.digest })
    }

    /// The digest of the record before, as it says itself.
    pub fn previous(&self) -> Option<Digest> {
        self.record.get("previous").and_then(Json::as_text).and_then(Digest::parse)
    }

    /// What kind of body it has.
    pub fn kind(&self) -> &str {
        self.record.get("kind").and_then(Json::as_text).unwrap_or_default()
    }

    /// What was asked and answered; `None` when it is hidden whole.
    pub fn body(&self) -> Option<&Json> {
        self.record.get("body").filter(|body| crate::commit::hidden(body).is_none())
    }

    /// Whether anything is hidden.
    pub fn is_redacted(&self) -> bool {
        matches!(self.secret, Secret::Redacted(_))
    }

    /// The same record with parts of its body hidden; digest and signature stay. `None` when it is redacted already (the holder redacts the whole
    /// record), or a pattern names what is not in the body.
    pub fn redact(&self, hide: &[Pattern]) -> Option<Sealed> {
        let Secret::Whole(seed) = &self.secret else { return None };
        hide.iter().all(|pattern| pattern.is_within("body")).then_some(())?;
        let Redacted { value, salts } = disclose::redact(&self.record, seed, hide).ok()?;
        Some(Sealed { record: value, secret: Secret::Redacted(salts), ..self.clone() })
    }

    /// What opens parts of a redacted form of this record; `None` when this one is redacted itself or the other is of another record.
    pub fn openings(&self, redacted: &Sealed, wanted: &[Pattern]) -> Option<Vec<Opening>> {
        let Secret::Whole(seed) = &self.secret else { return None };
        (self.digest == redacted.digest).then_some(())?;
        disclose::opening(&self.record, seed, &redacted.record, wanted).ok()
    }

    /// This redacted record with parts opened; `None` when an opening does not fit.
    pub fn open(&self, openings: &[Opening]) -> Option<Sealed> {
        let Secret::Redacted(salts) = &self.secret else { return None };
        let start = Redacted { value: self.record.clone(), salts: salts.clone() };
        let Redacted { value, salts } = openings.iter().try_fold(start, |had, opening| disclose::open(&had, opening)).ok()?;
        Some(Sealed { record: value, secret: Secret::Redacted(salts), ..self.clone() })
    }
}
