//! The one place that knows the time.

use redzone_index::Date;

use crate::fault::{Fault, Kind};

/// The day on which a question is asked: the one given, else today where this machine is.
///
/// # Errors
/// When the machine's clock stands outside the years 1 to 9999.
pub fn as_of(given: Option<Date>) -> Result<Date, Fault> {
    if let Some(day) = given {
        return Ok(day);
    }
    let today = jiff::Zoned::now().date();
    u16::try_from(today.year())
        .ok()
        .and_then(|year| Date::new(year, u8::try_from(today.month()).ok()?, u8::try_from(today.day()).ok()?))
        .ok_or_else(|| {
            Fault::new(Kind::Internal, format!("this machine's clock says {today}"), "set the clock, or give the day: --as-of YYYY-MM-DD")
        })
}

/// The moment, in whole seconds of UTC, as records write it: `2026-11-23T03:30:00Z`.
///
/// # Errors
/// When the machine's clock stands outside the years 1 to 9999.
pub fn now() -> Result<String, Fault> {
    let now = jiff::Timestamp::now();
    let text = now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    if text.len() == 20 && !text.starts_with('-') {
        return Ok(text);
    }
    Err(Fault::new(Kind::Internal, format!("this machine's clock says {now}"), "set the clock"))
}

/// Reads `--as-of`.
///
/// # Errors
/// Text for clap when it is not a day.
pub fn parse_day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "expected a day as YYYY-MM-DD, for example 2026-11-22".to_owned())
}
