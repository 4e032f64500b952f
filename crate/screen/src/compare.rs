//! Two names by themselves.

use redzone_index::{Columns, Date, Entry, ListedName, NameKind, PartyKind};
use redzone_names::ReadError;

use crate::{Engine, Question, Score};

/// How alike two names are, whichever is asked about: the better of the two ways round.
///
/// # Errors
/// [`ReadError`] when one of them can't be read.
pub fn compare(first: &str, second: &str, kind: PartyKind) -> Result<Score, ReadError> {
    Ok(one_way(first, second, kind)?.max(one_way(second, first, kind)?))
}

fn one_way(asked: &str, listed: &str, kind: PartyKind) -> Result<Score, ReadError> {
    let names = vec![ListedName { text: listed.to_owned(), kind: NameKind::Primary }];
    let columns = Columns::from_entries(&[bare_entry(kind, names)]).map_err(|(_, _, why)| why)?;
    redzone_names::read(asked)?;
    let threshold = Score::from_points(1);
    // The day matters to the age of lists alone, and there is no list here: the first day there is.
    let Some(as_of) = Date::new(1, 1, 1) else { return Ok(Score::default()) };
    let question = Question { kind, threshold, limit: 1, ..Question::new(asked, as_of) };
    Ok(Engine::new(&[&columns]).find(&question).hits.first().map(|hit| hit.score).unwrap_or_default())
}

fn bare_entry(kind: PartyKind, names: Vec<ListedName>) -> Entry {
    Entry { kind, names, ..Entry::default() }
}
