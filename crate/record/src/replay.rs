//! Asking the question of a record again, and saying where the answers part.

use std::fmt;

use crate::{Json, ReadError, read};

/// How a record compares with the same question asked now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replay {
    /// Byte for byte the same.
    Same,
    /// The first place at which they differ, and the likely reason.
    Differs(Difference),
}

/// Where two records part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Why, as far as the records themselves tell.
    pub cause: Cause,
    /// Where: `hits[0].score`.
    pub place: String,
    /// What the record has there, in canonical form; empty when nothing.
    pub recorded: String,
    /// What there is now; empty when nothing.
    pub now: String,
}

/// Why a replay may come out otherwise. The first that applies is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The record is of another schema.
    Schema,
    /// Another version of the engine or of its text rules answered.
    Engine,
    /// The lists are those of another pack.
    Pack,
    /// Same engine, same pack, same question: the record is not what was written.
    Altered,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Cause::Schema => "the record has another form than this program writes: replay it with the version that wrote it",
            Cause::Engine => "another version of the engine wrote the record: replay it with that version",
            Cause::Pack => "the record was made with another pack: replay it with the pack whose digest it names",
            Cause::Altered => "same engine and same pack give another answer: the record was altered after it was written",
        })
    }
}

/// Why there is nothing to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplayError<E> {
    /// Not canonical JSON.
    Unreadable(ReadError),
    /// Canonical JSON, but no record of a check.
    NoRecord,
    /// The question could not be asked again.
    Asking(E),
}

/// Reads a record, asks its question again with `ask`, and compares byte for byte.
///
/// # Errors
/// [`ReplayError`] when there is no record, or `ask` fails.
pub fn replay<E>(text: &str, ask: impl FnOnce(&redzone_screen::Question) -> Result<Json, E>) -> Result<Replay, ReplayError<E>> {
    let recorded = read(text).map_err(ReplayError::Unreadable)?;
    let question = crate::question(&recorded).ok_or(ReplayError::NoRecord)?;
    let now = ask(&question).map_err(ReplayError::Asking)?;
    Ok(compare(&recorded, &now))
}

/// Compares two records.
pub fn compare(recorded: &Json, now: &Json) -> Replay {
    let Some((place, old, new)) = first_difference(String::new(), Some(recorded), Some(now)) else { return Replay::Same };
    let differs = |key: &str| recorded.get(key) != now.get(key);
    let digest = |record: &Json| record.get("pack").and_then(|pack| pack.get("digest")).cloned();
    let cause = match () {
        () if differs("schema") => Cause::Schema,
        () if differs("engine") => Cause::Engine,
        () if digest(recorded) != digest(now) => Cause::Pack,
        () => Cause::Altered,
    };
    Replay::Differs(Difference { cause, place, recorded: old, now: new })
}

/// The place at which two values first differ, and what stands there.
fn first_difference(place: String, old: Option<&Json>, new: Option<&Json>) -> Option<(String, String, String)> {
    match (old, new) {
        (old, new) if old == new => None,
        (Some(Json::Object(a)), Some(Json::Object(b))) => {
            let mut keys: Vec<&str> = a.iter().chain(b).map(|(key, _)| key.as_str()).collect();
            keys.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
            keys.dedup();
            let inner = |key: &str| if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") };
            let (old, new) = (old?, new?);
            keys.into_iter().find_map(|key| first_difference(inner(key), old.get(key), new.get(key)))
        }
        (Some(Json::List(a)), Some(Json::List(b))) => {
            (0..a.len().max(b.len())).find_map(|at| first_difference(format!("{place}[{at}]"), a.get(at), b.get(at)))
        }
        (old, new) => {
            let text = |value: Option<&Json>| value.map(Json::to_canonical).unwrap_or_default();
            Some((place, text(old), text(new)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(engine: &str, pack: &str, score: u16) -> Json {
        Json::object([
            ("engine", Json::object([("version", Json::from(engine))])),
            ("pack", Json::object([("digest", Json::from(pack))])),
            ("hits", Json::List(vec![Json::object([("score", Json::from(score)), ("id", "7".into())])])),
        ])
    }

    #[test]
    fn the_cause_of_a_difference_is_named() {
        let was = record("1", "aa", 9_000);
        assert_eq!(compare(&was, &was), Replay::Same);
        for (now, cause, place, old, new) in [
            (record("2", "bb", 8_000), Cause::Engine, "engine.version", "\"1\"", "\"2\""),
            (record("1", "bb", 8_000), Cause::Pack, "hits[0].score", "9000", "8000"),
            (record("1", "aa", 8_000), Cause::Altered, "hits[0].score", "9000", "8000"),
        ] {
            let expected = Difference { cause, place: place.into(), recorded: old.into(), now: new.into() };
            assert_eq!(compare(&was, &now), Replay::Differs(expected));
        }
    }

    #[test]
    fn what_is_on_one_side_only_is_a_difference() {
        let (two, one) = (Json::list([1u8, 2]), Json::list([1u8]));
        let expected = Difference { cause: Cause::Altered, place: "[1]".into(), recorded: "2".into(), now: String::new() };
        assert_eq!(compare(&two, &one), Replay::Differs(expected));
    }
}
