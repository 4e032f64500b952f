//! Days on which something is due or ends, as a calendar file (RFC 5545). Names of parties stay out: calendars are shared.

use std::collections::BTreeMap;

use redzone_index::{Date, Digest};

use super::{said, text};
use crate::Json;
use crate::sealed::Sealed;

/// Days and what they are, each once.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    events: BTreeMap<(Date, String), Event>,
}

#[derive(Clone, Debug)]
struct Event {
    /// When it was written down.
    stamp: String,
    more: String,
    every_days: Option<i64>,
}

impl Calendar {
    /// Takes the days out of a record: the last day of its pack, the review of its rules, the end of a decision, the obligations of a deal.
    pub fn add(&mut self, sealed: &Sealed) {
        let Some(body) = sealed.body() else { return };
        let stamp = sealed.record.get("time").map(|time| text(time, "at")).unwrap_or_default();
        let number = sealed.number().unwrap_or(0).to_string();
        let day = |value: &Json, key: &str| Date::parse(value.get(key)?.as_text()?);
        if let Some(pack) = body.get("pack") {
            let short: String = text(pack, "digest").chars().take(12).collect();
            self.event(day(pack, "expires"), said("pack-ends", "pack", &short), &stamp, None);
        }
        if let Some(rules) = body.get("answer").unwrap_or(body).get("rules") {
            self.event(day(rules, "review_by"), said("rules-review", "rules", &text(rules, "id")), &stamp, None);
        }
        if sealed.kind() == "decision" {
            self.event(day(body, "until"), said("decision-ends", "number", &number), &stamp, None);
        }
        if let Some(answer) = body.get("answer") {
            self.obligations(answer, Some(&number), &stamp);
        }
    }

    /// Takes the obligations that have a day out of the answer about a deal; `record` is the number of the one that it stands in.
    fn obligations(&mut self, answer: &Json, record: Option<&str>, stamp: &str) {
        for guard in answer.get("guards").and_then(Json::as_list).unwrap_or_default() {
            let (title, day) = (text(guard, "title"), guard.get("due_on").and_then(Json::as_text).and_then(Date::parse));
            let what = record.map(|number| said("of-record", "number", number).replace("{ $title }", &title));
            self.event(day, what.unwrap_or(title), stamp, Some(guard));
        }
    }

    fn event(&mut self, day: Option<Date>, what: String, stamp: &str, guard: Option<&Json>) {
        let Some(day) = day else { return };
        self.events.entry((day, what)).or_insert_with(|| Event {
            stamp: stamp.to_owned(),
            more: guard.map(|guard| format!("{} ({})", text(guard, "says"), text(guard, "owner"))).unwrap_or_default(),
            every_days: guard.and_then(|guard| guard.get("every_days")?.as_integer()),
        });
    }

    /// The file, lines ended and folded as the standard asks.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        let mut line = |text: String| {
            let mut width = 0;
            for c in text.chars() {
                // Lines are folded before 75 octets; a character is never cut.
                if width + c.len_utf8() > 74 {
                    out.push_str("\r\n ");
                    width = 1;
                }
                out.push(c);
                width += c.len_utf8();
            }
            out.push_str("\r\n");
        };
        for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//RedZone Screen//record//EN"] {
            line(text.to_owned());
        }
        for ((day, what), event) in &self.events {
            let compact = |text: &str| text.replace(['-', ':'], "");
            line("BEGIN:VEVENT".to_owned());
            line(format!("UID:{}@redzone", Digest::of(format!("{day} {what}").as_bytes())));
            line(format!("DTSTAMP:{}", compact(&event.stamp)));
            line(format!("DTSTART;VALUE=DATE:{}", compact(&day.to_string())));
            if let Some(days) = event.every_days {
                line(format!("RRULE:FREQ=DAILY;INTERVAL={days}"));
            }
            line(format!("SUMMARY:{}", escape(what)));
            if !event.more.is_empty() {
                line(format!("DESCRIPTION:{}", escape(&event.more)));
            }
            line("TRANSP:TRANSPARENT".to_owned());
            line("END:VEVENT".to_owned());
        }
        line("END:VCALENDAR".to_owned());
        out
    }
}

/// The obligations that have a day in the answer about a deal (see [`crate::deal::answer`]), as one calendar. No clock: the stamp is the day
/// of the question.
pub fn of_deal(answer: &Json) -> String {
    let mut calendar = Calendar::default();
    calendar.obligations(answer, None, &format!("{}T00:00:00Z", text(answer, "as_of")));
    calendar.to_text()
}

/// RFC 5545 section 3.3.11.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}
