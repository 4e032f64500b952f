//! Asking the questions of records again.

use redzone_record::sealed::Sealed;
use redzone_record::{Cause, Difference, Json, Replay, batch, commit, compare, deal, destination};

use crate::fault::Fault;
use crate::output::Out;
use crate::shelf::{Ready, Shelf};
use crate::show::plain;
use crate::verb::check;

/// What came of asking again.
pub enum Answer {
    /// The same bytes.
    Same,
    /// Other bytes: where, and why.
    Differs(Difference),
    /// The pack of this digest is not on the shelf.
    PackMissing(String),
    /// The question is hidden; what shows of pack and lists is as the pack says.
    Hidden,
    /// The record asks nothing: a decision, the start or end of a batch, a kind of another version.
    NoQuestion,
    /// It should ask something, and nothing can be asked: its question is none, or it has no batch, or its pack has no rules.
    Unasked,
}

/// Replays the records of a case file in order.
pub struct Replayer {
    shelf: Shelf,
    /// The batch that the rows coming now belong to.
    batch: Option<Json>,
}

impl Replayer {
    /// Begins.
    pub fn new(shelf: Shelf) -> Replayer {
        Replayer { shelf, batch: None }
    }

    /// One record.
    ///
    /// # Errors
    /// When a pack on the shelf is not what was signed.
    pub fn record(&mut self, sealed: &Sealed, out: &Out) -> Result<Answer, Fault> {
        let Some(body) = sealed.body() else { return Ok(Answer::Hidden) };
        match sealed.kind() {
            "check" => self.check(body, out),
            "batch" => {
                self.batch = Some(body.clone());
                Ok(Answer::NoQuestion)
            }
            "row" => match self.batch.as_ref().and_then(|batch| batch::check(batch, body)) {
                Some(whole) => self.check(&whole, out),
                None if body.get("rejected").is_some() => Ok(Answer::NoQuestion),
                None if hides(body) => Ok(Answer::Hidden),
                None => Ok(Answer::Unasked),
            },
            "destination" => self.destination(body, out),
            "deal" => self.deal(body, out),
            _ => Ok(Answer::NoQuestion),
        }
    }

    /// One check.
    ///
    /// # Errors
    /// As [`Replayer::record`].
    pub fn check(&mut self, recorded: &Json, out: &Out) -> Result<Answer, Fault> {
        let digest = pack_of(recorded);
        let Some(ready) = self.shelf.get(&digest, out)? else { return Ok(Answer::PackMissing(digest)) };
        if hides(recorded) {
            return Ok(visible_facts(recorded, ready));
        }
        let Some(question) = redzone_record::question(recorded) else { return Ok(Answer::Unasked) };
        let (_, now) = check::ask(&ready.pack, &ready.screener, &question)?;
        Ok(answer(recorded, &now))
    }

    fn deal(&mut self, recorded: &Json, out: &Out) -> Result<Answer, Fault> {
        let digest = pack_of(recorded);
        let Some(ready) = self.shelf.get(&digest, out)? else { return Ok(Answer::PackMissing(digest)) };
        if hides(recorded) {
            return Ok(visible_facts(recorded, ready));
        }
        let Some(rules) = &ready.rules else { return Ok(Answer::Unasked) };
        Ok(match deal::again(&ready.pack.manifest, rules, recorded) {
            Ok(Some(now)) => answer(recorded, &now),
            Ok(None) => Answer::Unasked,
            // A question that can't be asked was never answered.
            Err(why) => Answer::Differs(Difference {
                cause: Cause::Altered,
                place: "question".to_owned(),
                recorded: recorded.get("question").map(Json::to_canonical).unwrap_or_default(),
                now: why.to_string(),
            }),
        })
    }

    fn destination(&mut self, recorded: &Json, out: &Out) -> Result<Answer, Fault> {
        let digest = recorded.get("pack").and_then(Json::as_text).unwrap_or_default().to_owned();
        let Some(ready) = self.shelf.get(&digest, out)? else { return Ok(Answer::PackMissing(digest)) };
        let Some(rules) = &ready.rules else { return Ok(Answer::Unasked) };
        match destination::again(&ready.pack.manifest, rules, recorded) {
            _ if hides(recorded) => Ok(Answer::Hidden),
            Some(now) => Ok(answer(recorded, &now)),
            None => Ok(Answer::Unasked),
        }
    }
}

fn answer(recorded: &Json, now: &Json) -> Answer {
    match compare(recorded, now) {
        Replay::Same => Answer::Same,
        Replay::Differs(difference) => Answer::Differs(difference),
    }
}

fn pack_of(check: &Json) -> String {
    check.get("pack").and_then(|pack| pack.get("digest")).and_then(Json::as_text).unwrap_or_default().to_owned()
}

/// Whether anything is hidden in a value.
fn hides(value: &Json) -> bool {
    match value {
        Json::List(items) => items.iter().any(hides),
        Json::Object(members) => commit::hidden(value).is_some() || members.iter().any(|(_, value)| hides(value)),
        _ => false,
    }
}

/// Of a redacted check, what must be as the pack says whatever was asked: the pack's own facts.
fn visible_facts(recorded: &Json, ready: &Ready) -> Answer {
    let says = |key: &str| recorded.get("pack").and_then(|pack| pack.get(key)).filter(|value| !hides(value)).cloned();
    let facts = ready.pack.manifest.facts();
    let known =
        [("signer", ready.pack.manifest.signer().to_string()), ("built", facts.built.to_string()), ("expires", facts.expires.to_string())];
    let wrong = known.into_iter().find_map(|(key, now)| says(key).filter(|said| said.as_text() != Some(&now)).map(|said| (key, said, now)));
    match wrong {
        None => Answer::Hidden,
        Some((key, said, now)) => Answer::Differs(Difference {
            cause: Cause::Altered,
            place: format!("pack.{key}"),
            recorded: said.to_canonical(),
            now: Json::from(now).to_canonical(),
        }),
    }
}

/// A difference in words.
pub fn said(difference: &Difference) -> String {
    let shown = |text: &str| if text.is_empty() { "nothing".to_owned() } else { plain(&text.chars().take(200).collect::<String>()) };
    format!("at {} the record has {} and the answer now has {}", difference.place, shown(&difference.recorded), shown(&difference.now))
}
