//! One row of a source file: taken apart field by field, and nothing left over.

use super::RuleError;
use redzone_index::Date;
use redzone_index::rules::{Confidence, Provenance, State, Text, Then, Validity};
use std::collections::BTreeSet;

/// A row's fields, those of the file's `[default]` table under them.
pub(super) struct Row<'a> {
    file: &'a str,
    id: String,
    fields: toml::Table,
    taken: BTreeSet<String>,
}

/// What a row carries besides its [`Provenance`] that only the compiler asks for.
#[derive(Clone, Debug)]
pub(super) struct Extra {
    /// The file it stands in.
    pub(super) file: String,
    /// Its row says what comes after its last day.
    pub(super) end_explained: bool,
    /// Why its place is in only one of Country Group D:5 and 22 CFR 126.1.
    pub(super) d5_note: bool,
}

impl<'a> Row<'a> {
    /// # Errors
    /// When there is no id.
    pub(super) fn new(file: &'a str, own: &toml::Table, default: &toml::Table) -> Result<Row<'a>, RuleError> {
        let mut fields = default.clone();
        fields.extend(own.clone());
        let mut row = Row { file, id: String::new(), fields, taken: BTreeSet::new() };
        row.id = row.need("id")?;
        Ok(row)
    }

    pub(super) fn wrong(&self, why: impl Into<String>) -> RuleError {
        RuleError { file: self.file.to_owned(), row: self.id.clone(), why: why.into() }
    }

    /// A text field; empty counts as not there.
    pub(super) fn take(&mut self, key: &str) -> Result<Option<String>, RuleError> {
        self.taken.insert(key.to_owned());
        match self.fields.get(key) {
            None => Ok(None),
            Some(toml::Value::String(text)) => Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty())),
            Some(other) => Err(self.wrong(format!("{key}: expected a text in quotes, found {other}"))),
        }
    }

    /// A text field that may not be missing.
    pub(super) fn need(&mut self, key: &str) -> Result<String, RuleError> {
        self.take(key)?.ok_or_else(|| self.wrong(format!("{key} is missing: every row needs one, its own or the file's default")))
    }

    /// A text field, empty when missing.
    pub(super) fn text(&mut self, key: &str) -> Result<Text, RuleError> {
        Ok(self.take(key)?.unwrap_or_default().into())
    }

    /// Whether the field is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.fields.contains_key(key)
    }

    /// A field of words separated by blanks; none when missing.
    pub(super) fn words(&mut self, key: &str) -> Result<Vec<Text>, RuleError> {
        Ok(self.take(key)?.unwrap_or_default().split_whitespace().map(Text::from).collect())
    }

    /// A field that is one of some words.
    pub(super) fn word<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Result<T, RuleError> {
        let found = self.need(key)?;
        let known = words.iter().find(|(word, _)| *word == found).map(|(_, value)| *value);
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        known.ok_or_else(|| self.wrong(format!("{key}: expected one of {}, found {found:?}", names.join(", "))))
    }

    /// A date field.
    pub(super) fn date(&mut self, key: &str) -> Result<Option<Date>, RuleError> {
        let Some(found) = self.take(key)? else { return Ok(None) };
        let date = Date::parse(&found);
        date.map(Some).ok_or_else(|| self.wrong(format!("{key}: expected a day as YYYY-MM-DD, found {found:?}")))
    }

    /// A date field that may not be missing.
    pub(super) fn need_date(&mut self, key: &str) -> Result<Date, RuleError> {
        self.date(key)?.ok_or_else(|| self.wrong(format!("{key} is missing: every row needs one, its own or the file's default")))
    }

    /// What every row carries.
    pub(super) fn provenance(&mut self) -> Result<(Provenance, Extra), RuleError> {
        let from = self.date("from")?;
        let to = self.date("to")?;
        if let (Some(first), Some(last)) = (from, to)
            && first > last
        {
            return Err(self.wrong(format!("from {first} is after to {last}: the row would never hold")));
        }
        let then = match self.take("then")?.as_deref() {
            None => None,
            Some("ended") => Some(Then::Over),
            Some("unknown") => Some(Then::Unknown),
            Some(other) => return Err(self.wrong(format!("then: expected ended or unknown, found {other:?}"))),
        };
        if then.is_some() && to.is_none() {
            return Err(self.wrong("then says what comes after the last day, and the row has no \"to\""));
        }
        let moving = match self.take("moving")?.as_deref() {
            None => false,
            Some("yes") => true,
            Some(other) => return Err(self.wrong(format!("moving: expected \"yes\" or nothing, found {other:?}"))),
        };
        let mut note = self.take("note")?.unwrap_or_default();
        let d5_note = self.take("d5_note")?;
        if let Some(d5_note) = &d5_note {
            note = if note.is_empty() { d5_note.clone() } else { format!("{note}; {d5_note}") };
        }
        let provenance = Provenance {
            id: self.id.as_str().into(),
            citation: self.need("citation")?.into(),
            source: self.need("source")?.into(),
            as_of: self.need_date("as_of")?,
            state: self.word("state", &[("printed", State::Printed), ("enforced", State::Enforced), ("announced", State::Announced)])?,
            confidence: self.word("confidence", &[("verified", Confidence::Verified), ("unverified", Confidence::Unverified)])?,
            valid: Validity { from, to, then: then.unwrap_or(Then::Over), moving },
            note: note.into(),
        };
        Ok((provenance, Extra { file: self.file.to_owned(), end_explained: then.is_some(), d5_note: d5_note.is_some() }))
    }

    /// Nothing may be left over: a mistyped field would be lost in silence.
    pub(super) fn end(&self) -> Result<(), RuleError> {
        match self.fields.keys().find(|key| !self.taken.contains(*key)) {
            Some(key) => Err(self.wrong(format!("{key:?} is no field of this kind of row"))),
            None => Ok(()),
        }
    }
}
