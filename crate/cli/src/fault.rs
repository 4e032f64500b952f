//! Why a verb stopped without an answer: the kind is the exit code, the text is for the person who reads it.

use std::fmt;
use std::io;
use std::path::Path;

/// A verb that stopped. Nothing was decided and nothing is left half written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What sort of fault; decides the exit code.
    pub kind: Kind,
    /// What was expected and what was found.
    pub what: String,
    /// What to do next.
    pub next: String,
}

/// The sorts of fault, one exit code each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 2: the command line asks for something that can't be.
    Usage,
    /// 3: a name or file that can't be read as what it should be.
    BadInput,
    /// 4: bytes that are not those that were signed, or a signature that is not from a trusted key.
    Integrity,
    /// 5: lists that are missing, expired or too old.
    Incomplete,
    /// 6: a guard over the lists refused a change.
    Guard,
    /// 70: a fault of this program or of the machine.
    Internal,
    /// 141, as the shell reports a closed pipe (128 + SIGPIPE): whoever read stdout stopped reading. Said by the code alone.
    PipeClosed,
}

impl Kind {
    /// The exit code.
    pub fn code(self) -> u8 {
        match self {
            Kind::Usage => 2,
            Kind::BadInput => 3,
            Kind::Integrity => 4,
            Kind::Incomplete => 5,
            Kind::Guard => 6,
            Kind::Internal => 70,
            Kind::PipeClosed => 141,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Kind::Usage => "usage",
            Kind::BadInput => "bad input",
            Kind::Integrity => "integrity",
            Kind::Incomplete => "stale or incomplete",
            Kind::Guard => "guard",
            Kind::Internal => "fault in redzone",
            Kind::PipeClosed => "pipe closed",
        }
    }
}

impl Fault {
    /// `what`: what was expected and what was found. `next`: what to do about it. Neither ends with a full stop.
    pub fn new(kind: Kind, what: impl Into<String>, next: impl Into<String>) -> Fault {
        Fault { kind, what: what.into(), next: next.into() }
    }

    /// A path that could not be read.
    pub fn reading(path: &Path, why: &io::Error) -> Fault {
        Fault::new(Kind::BadInput, format!("could not read {}: {why}", path.display()), "give the path of a file that this user can read")
    }

    /// A path that could not be written.
    pub fn writing(path: &Path, why: &io::Error) -> Fault {
        let what = format!("could not write {}: {why}; nothing was written", path.display());
        Fault::new(Kind::Internal, what, "give a path in a folder that this user can write to, with room on the disk")
    }

    /// A panic that was caught.
    pub fn panicked(said: &str) -> Fault {
        let what = format!("{said}; nothing was decided");
        Fault::new(Kind::Internal, what, "treat the question as unanswered, and report this message with the command that led to it")
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "redzone: {}: {}\n  next: {}", self.kind.word(), self.what, self.next)
    }
}

impl std::error::Error for Fault {}
