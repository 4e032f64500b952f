//! Why an import stopped: bytes that are not the file they should be, or a guard that did not let a change pass.

use std::fmt;

/// An import that stopped. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The guard that refused, a name of `lists/README.md`; `None` when the input itself can't be read.
    pub guard: Option<&'static str>,
    /// The file or list, and the row or element in it.
    pub at: String,
    /// What was expected there.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// What to do next.
    pub remedy: String,
}

impl Refusal {
    /// Input that can't be read.
    pub fn input(at: impl Into<String>, expected: impl Into<String>, found: impl Into<String>, remedy: impl Into<String>) -> Refusal {
        Refusal { guard: None, at: at.into(), expected: expected.into(), found: found.into(), remedy: remedy.into() }
    }

    /// A guard's refusal.
    pub fn guard(guard: &'static str, at: impl Into<String>, expected: impl Into<String>, found: impl Into<String>) -> Refusal {
        let again = "fetch the file again and compare it with the publisher's own page";
        let remedy = match guard {
            "duplicate-ids" | "declared-count" | "unknown-source" => format!("{again}; this can't be waived"),
            _ => format!("{again}; if the change is real, name it in a waiver file (lists/README.md) and give it with --waiver"),
        };
        Refusal { guard: Some(guard), at: at.into(), expected: expected.into(), found: found.into(), remedy }
    }

    /// What was expected and found, on one line.
    pub fn what(&self) -> String {
        let guard = self.guard.map(|guard| format!("{guard}: ")).unwrap_or_default();
        format!("{guard}{}: expected {}, found {}", self.at, self.expected, self.found)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.what(), self.remedy)
    }
}

impl std::error::Error for Refusal {}
