//! Ed25519 keys and their text files.

use crate::digest::{hex, parse_hex};
use crate::{Error, ErrorKind};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use std::fmt;

const PUBLIC_HEAD: &str = "redzone public key 1";
const SECRET_HEAD: &str = "redzone private key 1";

/// A key that manifests may be signed with; printed as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// From 64 lower-case hexadecimal digits or the text of a public key file.
    ///
    /// # Errors
    /// `Input` when the text is neither, or is a weak key.
    pub fn parse(text: &str) -> Result<PublicKey, Error> {
        let digits = key_line(text, PUBLIC_HEAD, "key").unwrap_or(text.trim());
        let key = parse_hex(digits).and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok()).filter(|key| !key.is_weak());
        key.map(PublicKey).ok_or_else(|| {
            Error::new(
                ErrorKind::Input,
                "this is no public key: give 64 hexadecimal digits or the .public file that `redzone keygen` wrote",
            )
        })
    }

    /// The text of a public key file. `note` says what the key is for, one line.
    pub fn to_file(&self, note: &str) -> String {
        format!("{PUBLIC_HEAD}\nnote {note}\nkey {self}\n")
    }

    /// Whether this key made the signature over the message (`verify_strict`: no weak keys, no second form of a signature).
    pub fn verify(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(self.0.as_bytes()))
    }
}

/// A key to sign manifests with. Its `Debug` form does not show it.
#[derive(Clone)]
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// From 32 bytes that nobody can guess.
    pub fn from_seed(seed: &[u8; 32]) -> SecretKey {
        SecretKey(SigningKey::from_bytes(seed))
    }

    /// From the text of a private key file.
    ///
    /// # Errors
    /// `Input` when it is none.
    pub fn parse(text: &str) -> Result<SecretKey, Error> {
        let seed = key_line(text, SECRET_HEAD, "seed").and_then(parse_hex);
        seed.map(|seed| SecretKey::from_seed(&seed))
            .ok_or_else(|| Error::new(ErrorKind::Input, "this is no private key: give the .private file that `redzone keygen` wrote"))
    }

    /// The text of a private key file. `note` says what the key is for, one line.
    pub fn to_file(&self, note: &str) -> String {
        format!("{SECRET_HEAD}\nnote {note}\nseed {}\n", hex(self.0.as_bytes()))
    }

    /// What readers must trust.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs a message: 128 hexadecimal digits. What is signed must begin with words that tell what it is, so that a signature over one
    /// kind of thing is never one over another.
    pub fn sign(&self, message: &[u8]) -> String {
        hex(&self.0.sign(message).to_bytes())
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey of {}", self.public())
    }
}

/// The value of a line `name value` in a file that begins with `head`.
fn key_line<'a>(text: &'a str, head: &str, name: &str) -> Option<&'a str> {
    let mut lines = text.lines();
    (lines.next()? == head).then_some(())?;
    lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_files_come_back() {
        let secret = SecretKey::from_seed(&[7; 32]);
        let again = SecretKey::parse(&secret.to_file("a test")).unwrap();
        assert_eq!(again.public(), secret.public());
        assert_eq!(PublicKey::parse(&secret.public().to_file("a test")).unwrap(), secret.public());
        assert_eq!(PublicKey::parse(&secret.public().to_string()).unwrap(), secret.public());
        assert!(!format!("{secret:?}").contains("0707"));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        // All zeros is a point of small order: anything would be "signed" by it.
        for text in ["", "00", &"0".repeat(64), "redzone public key 2\nkey 00", &SecretKey::from_seed(&[7; 32]).to_file("x")] {
            assert_eq!(PublicKey::parse(text).unwrap_err().kind(), ErrorKind::Input, "{text}");
        }
    }
}
