//! Days on which something ends, as a calendar file (RFC 5545). Names of parties stay out: calendars are shared.

use std::collections::BTreeMap;

use redzone_index::{Date, Digest};

use super::text;
use crate::Json;
use crate::sealed::Sealed;

/// The days that records name, each once.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// By day and words; the value is when the record was written.
    events: BTreeMap<(Date, String), String>,
}

impl Calendar {
    /// Takes the days out of a record: the last day of its pack, the review of its rules, the end of a decision.
    pub fn add(&mut self, sealed: &Sealed) {
        let Some(body) = sealed.body() else { return };
        let at = sealed.record.get("time").map(|time| text(time, "at")).unwrap_or_default();
        let short = |digest: String| digest.chars().take(12).collect::<String>();
        let pack = body.get("pack");
        let mut event = |day: Option<String>, what: String| {
            if let Some(day) = day.as_deref().and_then(Date::parse) {
                self.events.entry((day, what)).or_insert_with(|| at.clone());
            }
        };
        let of = |value: Option<&Json>, key: &str| value.map(|value| text(value, key));
        event(of(pack, "expires"), format!("Last day of the pack of lists {}", short(of(pack, "digest").unwrap_or_default())));
        event(of(body.get("rules"), "review_by"), format!("Rules {} are to be reviewed", of(body.get("rules"), "id").unwrap_or_default()));
        if sealed.kind() == "decision" {
            let what = format!("Last day of the decision in record {}: look at the hit again", sealed.number().unwrap_or(0));
            event(Some(text(body, "until")), what);
        }
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
        for ((day, what), at) in &self.events {
            let compact = |text: &str| text.replace(['-', ':'], "");
            line("BEGIN:VEVENT".to_owned());
            line(format!("UID:{}@redzone", Digest::of(format!("{day} {what}").as_bytes())));
            line(format!("DTSTAMP:{}", compact(at)));
            line(format!("DTSTART;VALUE=DATE:{}", compact(&day.to_string())));
            line(format!("SUMMARY:{}", escape(what)));
            line("TRANSP:TRANSPARENT".to_owned());
            line("END:VEVENT".to_owned());
        }
        line("END:VCALENDAR".to_owned());
        out
    }
}

/// RFC 5545 section 3.3.11.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}
