//! Waivers: dated permissions for one change of one list, each naming what changes and why. Kept in version control beside the editions.

use crate::edition::Edition;
use crate::guard::Objection;
use redzone_index::Date;
use serde::Deserialize;

/// One permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The list.
    pub list: String,
    /// The guard.
    pub guard: String,
    /// The day on which a person decided.
    pub date: Date,
    /// Why.
    pub reason: String,
    /// The ids that go or come, or what else the guard names.
    pub ids: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    waiver: Vec<Raw>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    list: String,
    guard: String,
    date: String,
    reason: String,
    ids: Vec<String>,
}

/// Reads a waiver file: `[[waiver]]` tables with list, guard, date, reason and ids.
///
/// # Errors
/// What is not in form, in words.
pub fn read(text: &str) -> Result<Vec<Waiver>, String> {
    let file: File = toml::from_str(text).map_err(|why| why.to_string())?;
    let waiver = |raw: Raw| {
        let date = Date::parse(&raw.date)
            .ok_or_else(|| format!("{}, {}: date: expected YYYY-MM-DD, found {:?}", raw.list, raw.guard, raw.date))?;
        if raw.reason.trim().is_empty() || raw.ids.is_empty() {
            return Err(format!("{}, {}: a waiver needs a reason and ids", raw.list, raw.guard));
        }
        Ok(Waiver { list: raw.list, guard: raw.guard, date, reason: raw.reason, ids: raw.ids })
    };
    file.waiver.into_iter().map(waiver).collect()
}

impl Waiver {
    /// Whether this permits what the guard refuses: same list and guard, every id named, and decided no earlier than the day of the
    /// edition that is replaced, so that an old permission is not used again.
    pub fn permits(&self, objection: &Objection, old: Option<&Edition>) -> bool {
        self.list == objection.list
            && self.guard == objection.guard
            && objection.ids.iter().all(|id| self.ids.contains(id))
            && old.is_none_or(|old| self.date >= old.header.as_of)
    }

    /// How it is recorded in the edition that it let pass.
    pub fn record(&self) -> String {
        format!("{} {} {} {}: {}", self.date, self.list, self.guard, self.ids.join(" "), self.reason)
    }
}
