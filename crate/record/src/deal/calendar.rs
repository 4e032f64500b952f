//! Guard-rails as calendar entries (RFC 5545). No clock: the stamp is the day of the question.

use redzone_index::Date;
use redzone_screen::deal::{DealDetermination, Guard};

/// The guard-rails that have a day, as one calendar. Lines end in CR LF and are folded at 73 bytes, as RFC 5545 section 3.1 asks.
pub fn calendar(found: &DealDetermination) -> String {
    let mut out = String::new();
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//RedZone Screen//guard-rails//EN"] {
        line(&mut out, text);
    }
    for guard in &found.guards {
        if let Some(day) = guard.due_on {
            event(&mut out, guard, day, found.as_of);
        }
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, guard: &Guard, day: Date, stamp: Date) {
    let compact = |day: Date| day.to_string().replace('-', "");
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}-{}@redzone-screen.invalid", guard.code, compact(day)));
    line(out, &format!("DTSTAMP:{}T000000Z", compact(stamp)));
    line(out, &format!("DTSTART;VALUE=DATE:{}", compact(day)));
    if let Some(days) = guard.every_days {
        line(out, &format!("RRULE:FREQ=DAILY;INTERVAL={days}"));
    }
    line(out, &format!("SUMMARY:{}", escaped(&guard.title)));
    line(out, &format!("DESCRIPTION:{}", escaped(&format!("{} ({})", guard.says, guard.owner))));
    line(out, "END:VEVENT");
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

fn line(out: &mut String, text: &str) {
    let mut width = 0;
    for c in text.chars() {
        if width + c.len_utf8() > 73 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}
