//! Selective disclosure: hiding parts of a record so that its digest stays, and opening them later.
//!
//! * [`redact`]: the record without what the patterns name, and the salts of what is left.
//! * [`opening`]: what the holder hands over later so that single parts can be read.
//! * [`open`]: a redacted record with an opening put back, checked against the digest that stood there.

use crate::commit::{CommitError, HIDDEN, Salt, Salts, Seed, hidden, part, push_step, root};
use crate::{Json, hex};

/// Where something stands in a record: a JSON Pointer (RFC 6901) in which a step `*` means every item or member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Any,
    Named(String),
}

impl Pattern {
    /// Reads a pattern; `None` when it does not begin with `/`.
    pub fn parse(text: &str) -> Option<Pattern> {
        let steps = text.strip_prefix('/')?.split('/');
        let step = |step: &str| if step == "*" { Step::Any } else { Step::Named(step.replace("~1", "/").replace("~0", "~")) };
        Some(Pattern(steps.map(step).collect()))
    }

    /// Whether it stays within the member of that name. What ties a record into its chain can't be hidden.
    pub(crate) fn is_within(&self, member: &str) -> bool {
        self.0.first().is_some_and(|step| *step == Step::Named(member.to_owned()))
    }

    fn reaches(&self, path: &[String]) -> Reach {
        let same = self.0.iter().zip(path).all(|(step, name)| match step {
            Step::Any => true,
            Step::Named(named) => named == name,
        });
        match (same, path.len() >= self.0.len()) {
            (true, true) => Reach::Here,
            (true, false) => Reach::Below,
            (false, _) => Reach::No,
        }
    }
}

/// Whether a place is one that a pattern names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// Neither the place nor anything under it.
    No,
    /// Something under it.
    Below,
    /// The place itself, or one over it.
    Here,
}

fn reach(patterns: &[Pattern], path: &[String]) -> Reach {
    patterns.iter().map(|pattern| pattern.reaches(path)).max().unwrap_or(Reach::No)
}

/// The parts that tell who was asked about and which entry answered: the usual thing to hide from a partner. Verdict, scores, lists, packs, ages,
/// the rules that fired and the chain stay. A decision says as much of the entry as the hit that it is about.
pub const PARTY: [&str; 18] = [
    "/body/question",
    "/body/party",
    "/body/reference",
    "/body/read",
    "/body/doubts/*/number",
    "/body/hits/*/id",
    "/body/hits/*/entry",
    "/body/hits/*/name",
    "/body/hits/*/reasons",
    "/body/id",
    "/body/entry",
    "/body/decision",
    "/body/reason",
    "/body/answer/gaps",
    "/body/answer/doubts",
    "/body/answer/notes",
    "/body/answer/variations",
    "/body/answer/program",
];

/// A value without what was hidden, and the salts of its visible leaves in canonical order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redacted {
    /// With a hidden node where something was hidden.
    pub value: Json,
    /// One for each leaf that is still visible.
    pub salts: Vec<Salt>,
}

/// Hides what the patterns name. A pattern that names nothing hides nothing.
///
/// # Errors
/// [`CommitError::Hidden`] when something is hidden already: redact the whole record instead.
pub fn redact(value: &Json, seed: &Seed, hide: &[Pattern]) -> Result<Redacted, CommitError> {
    cut(value, seed, "", &|path| reach(hide, path) == Reach::Here)
}

/// A part that the holder opens: where, what, and the salts of the leaves in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The JSON Pointer of the hidden node.
    pub at: String,
    /// What stood there; may hold hidden nodes in its turn.
    pub part: Redacted,
}

/// What opens the parts that `wanted` names in a redacted form of the record `whole`. Everything beside them stays hidden.
///
/// # Errors
/// [`CommitError`] when `whole` is not a whole record.
pub fn opening(whole: &Json, seed: &Seed, redacted: &Json, wanted: &[Pattern]) -> Result<Vec<Opening>, CommitError> {
    let mut found = Vec::new();
    collect(whole, seed, redacted, wanted, &mut Vec::new(), &mut found)?;
    Ok(found)
}

fn collect(
    whole: &Json,
    seed: &Seed,
    redacted: &Json,
    wanted: &[Pattern],
    path: &mut Vec<String>,
    found: &mut Vec<Opening>,
) -> Result<(), CommitError> {
    if hidden(redacted).is_some() {
        if reach(wanted, path) > Reach::No {
            let at = pointer(path);
            let base = path.clone();
            let part = cut(whole, seed, &at, &|under| reach(wanted, &[&base[..], under].concat()) == Reach::No)?;
            found.push(Opening { at, part });
        }
        return Ok(());
    }
    for (step, inner) in children(redacted) {
        if let Some(there) = child(whole, &step) {
            path.push(step);
            collect(there, seed, inner, wanted, path, found)?;
            path.pop();
        }
    }
    Ok(())
}

/// Puts an opening back in its place. The digest of the whole does not change: the opened part is checked against the one that stood there.
///
/// # Errors
/// [`CommitError`] when nothing is hidden there, or something else is.
pub fn open(redacted: &Redacted, opening: &Opening) -> Result<Redacted, CommitError> {
    let mut salts = redacted.salts.as_slice();
    let mut opened = Redacted { value: Json::List(Vec::new()), salts: Vec::new() };
    let mut done = false;
    opened.value = splice(&redacted.value, "", opening, &mut salts, &mut opened.salts, &mut done)?;
    if done && salts.is_empty() { Ok(opened) } else { Err(CommitError::Salts) }
}

fn splice(
    value: &Json,
    at: &str,
    opening: &Opening,
    left: &mut &[Salt],
    out: &mut Vec<Salt>,
    done: &mut bool,
) -> Result<Json, CommitError> {
    if let Some(digest) = hidden(value) {
        if at != opening.at {
            return Ok(value.clone());
        }
        if root(&opening.part.value, Salts::Listed(&opening.part.salts))? != digest {
            return Err(CommitError::Hidden);
        }
        *done = true;
        out.extend(&opening.part.salts);
        return Ok(opening.part.value.clone());
    }
    let inner = |step: &str| {
        let mut inner = at.to_owned();
        push_step(&mut inner, step);
        inner
    };
    match value {
        Json::List(items) if !items.is_empty() => {
            let items = items.iter().enumerate().map(|(place, item)| splice(item, &inner(&place.to_string()), opening, left, out, done));
            Ok(Json::List(items.collect::<Result<_, _>>()?))
        }
        Json::Object(members) if !members.is_empty() => {
            let members = members.iter().map(|(key, value)| Ok((key.clone(), splice(value, &inner(key), opening, left, out, done)?)));
            Ok(Json::Object(members.collect::<Result<_, _>>()?))
        }
        leaf => {
            let (first, rest) = left.split_first().ok_or(CommitError::Salts)?;
            *left = rest;
            out.push(*first);
            Ok(leaf.clone())
        }
    }
}

/// The part that stands at `base`, without the places under it that `hides` names.
fn cut(value: &Json, seed: &Seed, base: &str, hides: &dyn Fn(&[String]) -> bool) -> Result<Redacted, CommitError> {
    let mut salts = Vec::new();
    let value = cut_node(value, seed, base, &mut Vec::new(), hides, &mut salts)?;
    Ok(Redacted { value, salts })
}

fn cut_node(
    value: &Json,
    seed: &Seed,
    base: &str,
    path: &mut Vec<String>,
    hides: &dyn Fn(&[String]) -> bool,
    salts: &mut Vec<Salt>,
) -> Result<Json, CommitError> {
    let here = format!("{base}{}", pointer(path));
    if !path.is_empty() && hides(path) {
        return Ok(Json::object([(HIDDEN, Json::from(part(value, seed, &here)?.to_string()))]));
    }
    let mut down = |step: String, value: &Json| {
        path.push(step);
        let done = cut_node(value, seed, base, path, hides, salts);
        path.pop();
        done
    };
    match value {
        Json::List(items) if !items.is_empty() => {
            let items = items.iter().enumerate().map(|(place, item)| down(place.to_string(), item));
            Ok(Json::List(items.collect::<Result<_, _>>()?))
        }
        Json::Object(members) if members.iter().any(|(key, _)| key == HIDDEN) => Err(CommitError::Hidden),
        Json::Object(members) if !members.is_empty() => {
            let members = members.iter().map(|(key, value)| Ok((key.clone(), down(key.clone(), value)?)));
            Ok(Json::Object(members.collect::<Result<_, _>>()?))
        }
        leaf => {
            salts.push(seed.salt(&here));
            Ok(leaf.clone())
        }
    }
}

fn pointer(path: &[String]) -> String {
    let mut text = String::new();
    path.iter().for_each(|step| push_step(&mut text, step));
    text
}

fn children(value: &Json) -> Vec<(String, &Json)> {
    match value {
        Json::List(items) => items.iter().enumerate().map(|(place, item)| (place.to_string(), item)).collect(),
        Json::Object(members) => members.iter().map(|(key, value)| (key.clone(), value)).collect(),
        _ => Vec::new(),
    }
}

fn child<'j>(value: &'j Json, step: &str) -> Option<&'j Json> {
    match value {
        Json::List(items) => items.get(step.parse::<usize>().ok()?),
        other => other.get(step),
    }
}

/// Salts as they stand in files: one text, 32 hex digits each.
pub(crate) fn salts_to_text(salts: &[Salt]) -> String {
    salts.iter().map(ToString::to_string).collect()
}

/// What [`salts_to_text`] wrote.
pub(crate) fn salts_from_text(text: &str) -> Option<Vec<Salt>> {
    if !text.is_ascii() || !text.len().is_multiple_of(32) {
        return None;
    }
    (0..text.len() / 32).map(|at| hex::parse(&text[at * 32..at * 32 + 32]).map(Salt)).collect()
}

/// The schema of a file of openings.
pub const OPENING: &str = "redzone-opening-1";

/// Openings as a file.
pub fn openings_to_json(record: &redzone_index::Digest, openings: &[Opening]) -> Json {
    let parts = openings.iter().map(|opening| {
        Json::object([
            ("at", Json::from(opening.at.as_str())),
            ("part", opening.part.value.clone()),
            ("salts", salts_to_text(&opening.part.salts).into()),
        ])
    });
    Json::object([("schema", Json::from(OPENING)), ("record", record.to_string().into()), ("parts", Json::List(parts.collect()))])
}

/// Reads a file of openings: the digest of the record they belong to, and what they open; `None` for anything else.
pub fn openings_from_json(file: &Json) -> Option<(redzone_index::Digest, Vec<Opening>)> {
    (file.get("schema")?.as_text()? == OPENING).then_some(())?;
    let digest = redzone_index::Digest::parse(file.get("record")?.as_text()?)?;
    let opening = |part: &Json| {
        let salts = salts_from_text(part.get("salts")?.as_text()?)?;
        Some(Opening { at: part.get("at")?.as_text()?.to_owned(), part: Redacted { value: part.get("part")?.clone(), salts } })
    };
    Some((digest, file.get("parts")?.as_list()?.iter().map(opening).collect::<Option<_>>()?))
}
