//! Records for people: a table for a spreadsheet, a report to print, dates for a calendar.
//!
//! * [`Row`]: what each form says of one record, taken out once.
//! * [`law`]: what the list of each hit does in law, from the rules that the record names.
//! * [`csv`]: a summary in which no cell is active, and its twin from which every text comes back exactly.
//! * [`html`]: a report to print, with the head of the case file as text and as a QR code.
//! * [`calendar`]: the days on which packs, rules and decisions end and obligations are due (RFC 5545).

pub mod calendar;
pub mod csv;
pub mod html;
pub mod law;

use crate::sealed::Sealed;
use crate::{Json, batch};
use law::Law;

/// What a summary says of one record. Texts are empty where the record says nothing or it is hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The record's number in its case file.
    pub number: u32,
    /// When it was written.
    pub at: String,
    /// What kind of record.
    pub kind: String,
    /// The file's own id for the party.
    pub party: String,
    /// The name or place asked about, as it was typed.
    pub asked: String,
    /// The day asked about.
    pub as_of: String,
    /// The verdict, ruling or decision.
    pub result: String,
    /// How many listed parties reached the threshold.
    pub hits: usize,
    /// The best score, in basis points.
    pub best: Option<i64>,
    /// The best hit: `list:id name`.
    pub first: String,
    /// Why the answer is not complete, or the reason of a decision.
    pub remarks: String,
    /// The digest of the pack.
    pub pack: String,
    /// The whole check, when it is one.
    pub check: Option<Json>,
    /// What the lists of its hits do in law, hit by hit, once [`law::find`] was asked; `None` where the rules that it names are not at hand.
    pub law: Option<Vec<Law>>,
    /// What the rules said, when it is the answer about a deal or a destination.
    pub ruled: Option<Json>,
}

/// Takes the rows out of records, in order: rows of a batch need what its start said.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    batch: Option<Json>,
}

impl Rows {
    /// The next record; `None` for the start and the end of a batch.
    pub fn next(&mut self, sealed: &Sealed) -> Option<Row> {
        let at = sealed.record.get("time").map(|time| text(time, "at")).unwrap_or_default();
        let row = Row { number: sealed.number().unwrap_or(0), at, kind: sealed.kind().to_owned(), ..Row::default() };
        let nothing = Json::Bool(false);
        let body = sealed.body().unwrap_or(&nothing);
        match sealed.kind() {
            "batch" => {
                self.batch = Some(body.clone());
                None
            }
            "batch-end" => None,
            "row" => {
                let whole = self.batch.as_ref().and_then(|batch| batch::check(batch, body));
                Some(check_row(Row { party: text(body, "party"), ..row }, &whole.unwrap_or_else(|| body.clone())))
            }
            "check" => Some(check_row(row, body)),
            "destination" => Some(Row {
                asked: body.get("question").map(|question| text(question, "place")).unwrap_or_default(),
                as_of: body.get("question").map(|question| text(question, "as_of")).unwrap_or_default(),
                result: text(body, "ruling"),
                remarks: codes(body, "doubts"),
                pack: text(body, "pack"),
                ruled: sealed.body().cloned(),
                ..row
            }),
            "deal" => Some(deal_row(row, body)),
            "decision" => Some(Row {
                party: text(body, "reference"),
                as_of: text(body, "decided"),
                result: text(body, "decision"),
                first: format!("{}:{}", text(body, "list"), text(body, "id")),
                remarks: format!("{} ({}, until {})", text(body, "reason"), text(body, "by"), text(body, "until")),
                ..row
            }),
            _ => Some(row),
        }
    }
}

fn check_row(row: Row, check: &Json) -> Row {
    let hits = check.get("hits").and_then(Json::as_list).unwrap_or_default();
    let question = check.get("question");
    let asked = |key| question.map(|question| text(question, key)).unwrap_or_default();
    let numbers = question.and_then(|question| question.get("identifiers")).and_then(Json::as_list).unwrap_or_default();
    let texts = [asked("name"), asked("address")].into_iter().chain(numbers.iter().filter_map(Json::as_text).map(str::to_owned));
    let omitted = check.get("omitted").and_then(Json::as_integer).and_then(|more| usize::try_from(more).ok()).unwrap_or(0);
    Row {
        asked: texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; "),
        as_of: asked("as_of"),
        result: text(check, "verdict"),
        hits: hits.len() + omitted,
        best: hits.first().and_then(|hit| hit.get("score")?.as_integer()),
        first: hits.first().map(|hit| format!("{}:{} {}", text(hit, "list"), text(hit, "id"), text(hit, "name"))).unwrap_or_default(),
        remarks: [text(check, "rejected"), codes(check, "doubts")].concat(),
        pack: check.get("pack").map(|pack| text(pack, "digest")).unwrap_or_default(),
        check: Some(check.clone()),
        ..row
    }
}

fn deal_row(row: Row, body: &Json) -> Row {
    let question = body.get("question");
    let parties = question.and_then(|question| question.get("parties")).and_then(Json::as_list).unwrap_or_default();
    let named = parties.iter().map(|party| text(party, "name")).filter(|name| !name.is_empty());
    let to = question.map(|question| text(question, "destination")).filter(|place| !place.is_empty());
    let answer = body.get("answer");
    let why = |key| answer.and_then(|answer| answer.get(key)).and_then(Json::as_list).unwrap_or_default();
    Row {
        asked: named.chain(to).collect::<Vec<_>>().join(", "),
        as_of: answer.map(|answer| text(answer, "as_of")).unwrap_or_default(),
        result: answer.map(|answer| text(answer, "ruling")).unwrap_or_default(),
        remarks: why("gaps").iter().chain(why("doubts")).filter_map(Json::as_text).collect::<Vec<_>>().join(" "),
        pack: body.get("pack").map(|pack| text(pack, "digest")).unwrap_or_default(),
        ruled: answer.cloned(),
        ..row
    }
}

/// The codes of a list of objects, in one line.
fn codes(value: &Json, key: &str) -> String {
    value.get(key).and_then(Json::as_list).unwrap_or_default().iter().map(|doubt| text(doubt, "code")).collect::<Vec<_>>().join(", ")
}

pub(crate) fn text(value: &Json, key: &str) -> String {
    value.get(key).and_then(Json::as_text).unwrap_or_default().to_owned()
}

/// The words of reports, `name = text` a line.
const WORDS: &str = include_str!("report/report.ftl");

/// The words of a name; the name itself where there are none, which a test rules out.
fn say(name: &'static str) -> &'static str {
    WORDS.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = ")).unwrap_or(name)
}

/// The words of a name with one thing put in.
fn said(name: &'static str, key: &str, value: &str) -> String {
    say(name).replace(&format!("{{ ${key} }}"), value)
}

/// Basis points as hundredths: `9120` is `91.20`.
pub(crate) fn hundredths(points: i64) -> String {
    let sign = if points < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", points.unsigned_abs() / 100, points.unsigned_abs() % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_report_is_in_its_file_and_every_line_is_used() {
        let code = [include_str!("report/html.rs"), include_str!("report/calendar.rs")].concat();
        let names = WORDS.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
        for name in names {
            assert!(code.contains(&format!("\"{name}\"")), "{name} is used nowhere");
        }
        let calls =
            ["say(\"", "said(\"", "fact(\""].into_iter().flat_map(|call| code.split(call).skip(1)).filter_map(|rest| rest.split_once('"'));
        for (name, _) in calls {
            assert!(WORDS.lines().any(|line| line.split_once(" = ").is_some_and(|(known, _)| known == name)), "{name} has no words");
        }
    }
}
