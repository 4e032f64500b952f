//! Whose signatures a reader believes, and what a manifest must be to take the place of an older one: the attacks that The Update
//! Framework names (arbitrary files, endless data, fast-forward, freeze, mix and match, rollback, wrong file, lost keys) end here.

use super::Manifest;
use crate::key::PublicKey;
use crate::{Date, Error, ErrorKind};

/// Whose signatures a reader believes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trust {
    /// The keys, each once.
    pub keys: Vec<PublicKey>,
    /// How many of them must have signed; at least 1.
    pub threshold: usize,
}

impl Trust {
    /// Any one of some keys.
    pub fn any(keys: &[PublicKey]) -> Trust {
        Trust { keys: keys.to_vec(), threshold: 1 }
    }
}

/// By how many days a pack's build may lie after the reader's own day: a day, for those who are east of the reader.
const AHEAD: i32 = 1;

impl Manifest {
    /// Whether this manifest may take the place of `older` on the day `today`. Both were verified; this one must bear enough signatures of the
    /// keys that the older one names, so that keys are changed by those who held them, and a key that was taken off is worth nothing.
    ///
    /// # Errors
    /// `Signature` when the older one's keys did not sign; `Clock` when `today` is before the older one was built, or this one was built after
    /// today; `Rollback` for an older version, another pack of the same version, or a list of an earlier day; `Expired`.
    pub fn check_follows(&self, older: &Manifest, today: Date) -> Result<(), Error> {
        let again = "keep the pack you have and ask who publishes it";
        self.check_signed_by(&older.facts.trust)?;
        if today < older.facts.built {
            let text = format!("today is {today} and the installed pack was built on {}: set this machine's clock", older.facts.built);
            return Err(Error::new(ErrorKind::Clock, text));
        }
        if self.facts.built.day_number() > today.day_number() + AHEAD {
            let text = format!("the pack was built on {}, after today, {today}: {again}, or set this machine's clock", self.facts.built);
            return Err(Error::new(ErrorKind::Clock, text));
        }
        let (ours, theirs) = (self.facts.version, older.facts.version);
        if ours < theirs || (ours == theirs && self.digest != older.digest) {
            let found = if ours == theirs { "another pack of the same version" } else { "an older one" };
            let text = format!("version {ours} was offered over the installed version {theirs}, which is {found}: {again}");
            return Err(Error::new(ErrorKind::Rollback, text));
        }
        for was in older.lists() {
            if let Some(is) = self.lists().iter().find(|list| list.id == was.id && list.as_of < was.as_of) {
                let text = format!("{} would go back from {} to {}: {again}", was.id, was.as_of, is.as_of);
                return Err(Error::new(ErrorKind::Rollback, text));
            }
        }
        self.check_expiry(today)
    }

    /// Whether enough of some keys signed.
    ///
    /// # Errors
    /// `Signature`.
    pub fn check_signed_by(&self, trust: &Trust) -> Result<(), Error> {
        let signed = self.signers.iter().filter(|key| trust.keys.contains(key)).count();
        if signed >= trust.threshold.max(1) {
            return Ok(());
        }
        let keys: Vec<String> = trust.keys.iter().map(PublicKey::to_string).collect();
        let text = format!(
            "the manifest bears {signed} signatures of trusted keys and {} are needed, of {}: get the pack from who publishes it, or trust its key on purpose",
            trust.threshold.max(1),
            keys.join(", ")
        );
        Err(Error::new(ErrorKind::Signature, text))
    }
}
