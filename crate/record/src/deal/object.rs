//! An object of a question, taken apart field by field, and nothing left over.

use crate::Json;
use redzone_index::Date;
use redzone_screen::deal::Milli;
use std::cell::RefCell;
use std::fmt;

/// A question that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionError {
    /// The field, from the top: `parties[1].owners[0].share`; empty when it is the whole question.
    pub field: String,
    /// What had to stand there.
    pub expected: String,
    /// What stood there.
    pub found: String,
}

impl fmt::Display for QuestionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = if self.field.is_empty() { "the question" } else { &self.field };
        write!(f, "{field}: expected {}, found {}", self.expected, self.found)
    }
}

impl std::error::Error for QuestionError {}

/// A value and where it stands.
pub(super) struct Object<'a> {
    members: &'a [(String, Json)],
    path: String,
    taken: RefCell<Vec<String>>,
}

fn shown(json: &Json) -> String {
    let text = json.to_canonical();
    if text.chars().count() <= 60 { text } else { format!("{}...", text.chars().take(60).collect::<String>()) }
}

pub(super) fn wrong<T>(path: &str, expected: impl Into<String>, found: &Json) -> Result<T, QuestionError> {
    Err(QuestionError { field: path.to_owned(), expected: expected.into(), found: shown(found) })
}

impl<'a> Object<'a> {
    pub(super) fn of(json: &'a Json, path: String) -> Result<Object<'a>, QuestionError> {
        match json {
            Json::Object(members) => Ok(Object { members, path, taken: RefCell::default() }),
            other => wrong(&path, "an object", other),
        }
    }

    /// The path of a member.
    pub(super) fn path(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// A member, if it is there.
    pub(super) fn get(&self, key: &str) -> Option<&'a Json> {
        self.taken.borrow_mut().push(key.to_owned());
        self.members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    pub(super) fn missing<T>(&self, key: &str, expected: &str) -> Result<T, QuestionError> {
        Err(QuestionError { field: self.path(key), expected: expected.to_owned(), found: "nothing".to_owned() })
    }

    /// A text that is not blank.
    pub(super) fn text(&self, key: &str) -> Result<Option<String>, QuestionError> {
        match self.get(key) {
            None => Ok(None),
            Some(Json::Text(text)) if !text.trim().is_empty() => Ok(Some(text.clone())),
            Some(other) => wrong(&self.path(key), "a text, not blank; leave the field out when it is not known", other),
        }
    }

    pub(super) fn flag(&self, key: &str) -> Result<Option<bool>, QuestionError> {
        match self.get(key) {
            None => Ok(None),
            Some(Json::Bool(value)) => Ok(Some(*value)),
            Some(other) => wrong(&self.path(key), "true or false; leave the field out when it is not known", other),
        }
    }

    pub(super) fn number(&self, key: &str, most: u32) -> Result<Option<u32>, QuestionError> {
        let Some(json) = self.get(key) else { return Ok(None) };
        let number = json.as_integer().and_then(|number| u32::try_from(number).ok()).filter(|number| *number <= most);
        if number.is_none() { wrong(&self.path(key), format!("a whole number up to {most}"), json) } else { Ok(number) }
    }

    /// A decimal number: a whole number, or a text such as `"299.9"`.
    pub(super) fn decimal(&self, key: &str) -> Result<Option<Milli>, QuestionError> {
        let Some(json) = self.get(key) else { return Ok(None) };
        let written = match json {
            Json::Text(text) => text.clone(),
            Json::Integer(number) => number.to_string(),
            _ => String::new(),
        };
        match Milli::parse(&written) {
            Some(milli) => Ok(Some(milli)),
            None => wrong(&self.path(key), "a number such as \"299.9\", with at most three digits after the point", json),
        }
    }

    pub(super) fn date(&self, key: &str) -> Result<Option<Date>, QuestionError> {
        let Some(json) = self.get(key) else { return Ok(None) };
        match json.as_text().and_then(Date::parse) {
            Some(date) => Ok(Some(date)),
            None => wrong(&self.path(key), "a day as YYYY-MM-DD", json),
        }
    }

    /// One of some words.
    pub(super) fn word<T: Copy>(&self, key: &str, words: &[(&str, T)]) -> Result<Option<T>, QuestionError> {
        let Some(json) = self.get(key) else { return Ok(None) };
        let known = json.as_text().and_then(|text| words.iter().find(|(word, _)| *word == text));
        match known {
            Some((_, value)) => Ok(Some(*value)),
            None => wrong(&self.path(key), format!("one of {}", words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")), json),
        }
    }

    /// A list, each item read by `read`.
    pub(super) fn list<T>(
        &self,
        key: &str,
        read: impl Fn(&'a Json, String) -> Result<T, QuestionError>,
    ) -> Result<Option<Vec<T>>, QuestionError> {
        let Some(json) = self.get(key) else { return Ok(None) };
        let path = self.path(key);
        let Some(items) = json.as_list() else { return wrong(&path, "a list", json) };
        items.iter().enumerate().map(|(at, item)| read(item, format!("{path}[{at}]"))).collect::<Result<_, _>>().map(Some)
    }

    /// A list of words, each one of `known`; not empty unless `may_be_empty`.
    pub(super) fn words(&self, key: &str, known: &[&str], may_be_empty: bool) -> Result<Option<Vec<String>>, QuestionError> {
        let words = self.list(key, |json, path| match json.as_text().filter(|text| known.contains(text)) {
            Some(word) => Ok(word.to_owned()),
            None => wrong(&path, format!("one of {}", known.join(", ")), json),
        })?;
        match &words {
            Some(words) if words.is_empty() && !may_be_empty => {
                self.missing(key, &format!("at least one of {}; leave the field out when it is not known", known.join(", ")))
            }
            _ => Ok(words),
        }
    }

    /// Nothing may be left over: a mistyped field would be lost in silence.
    pub(super) fn end(&self) -> Result<(), QuestionError> {
        let taken = self.taken.borrow();
        match self.members.iter().find(|(name, _)| !taken.contains(name)) {
            Some((name, value)) => wrong(&self.path(name), format!("no such field; there are {}", taken.join(", ")), value),
            None => Ok(()),
        }
    }
}
