//! Dates in the many shapes that lists print.

use redzone_index::{Date, DateSpan};

/// What `04/05/1970` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 4 May: the British list, Australia.
    DayFirst,
    /// 5 April: the United States.
    MonthFirst,
}

/// One day, in any of the shapes of [`span`]; `None` when the text means more than a day.
pub fn day(text: &str, order: Order) -> Option<Date> {
    span(text, order).filter(|span| span.from == span.to).map(|span| span.from)
}

/// A day, month or year, or a span of them, maybe `circa`; `None` for a text in another shape.
///
/// Day: `17 Feb 1974`, `17 February 1974`, `1974-02-17` (a time or zone behind it is left away), `17/02/1974`, `17-02-1974`, `17.02.1974`,
/// `Feb 17, 1974`, `17-Feb-1974`. Month and year: `Feb 1974`, `1974-02`, `00/02/1974`, `02/1974`. Year: `1974`, `00/00/1974`.
/// Span: two of these with `to`, `-`, `–`, `or`, `and`, `between .. and ..`, `from .. to ..` between them.
/// Circa: `circa`, `c.`, `ca.`, `approximately`, `approx.`, `around`, `about` or `~` in front.
pub fn span(text: &str, order: Order) -> Option<DateSpan> {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    let (mut text, mut circa) = (lower.as_str(), false);
    for mark in ["circa", "approximately", "approx.", "approx", "around", "about", "between", "from", "ca.", "c.", "~"] {
        if let Some(rest) = text.strip_prefix(mark) {
            circa |= !matches!(mark, "between" | "from");
            text = rest.trim_start();
        }
    }
    if let Some((from, to)) = ends(text, order) {
        return Some(DateSpan { from, to, circa });
    }
    for part in [" to ", " or ", " and ", " - ", " – ", "–", "-", "/"] {
        if let Some((first, last)) = text.split_once(part)
            && let (Some((from, _)), Some((_, to))) = (ends(first, order), ends(last, order))
            && from <= to
            // Two days with "or" between them are two dates, not the days between.
            && !(part == " or " && day(first, order).is_some() && day(last, order).is_some())
        {
            return Some(DateSpan { from, to, circa });
        }
    }
    None
}

/// The first and last day of a day, month or year.
fn ends(text: &str, order: Order) -> Option<(Date, Date)> {
    let text = text.trim();
    let iso = text.get(..10).filter(|day| Date::parse(day).is_some() && is_time_or_zone(&text.as_bytes()[10..]));
    if let Some(span) = DateSpan::parse(iso.unwrap_or(text)).filter(|_| !text.contains(['/', '~'])) {
        return Some((span.from, span.to));
    }
    let mut parts: Vec<&str> = text.split(['/', '-', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    if parts.len() == 3
        && order == Order::MonthFirst
        && parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()))
        && parts[0].len() < 4
    {
        parts.swap(0, 1);
    }
    if let [month, _, _] = parts[..]
        && month_number(month).is_some()
    {
        parts.swap(0, 1);
    }
    let (day, month, year) = match parts[..] {
        [day, month, year] => (number(day)?, month, year),
        [month, year] => (0, month, year),
        _ => return None,
    };
    let year = u16::try_from(number(year).filter(|_| year.len() == 4)?).ok()?;
    let month = month_number(month).or_else(|| number(month))?;
    let text = match (day, month) {
        (0, 0) => format!("{year:04}"),
        (0, month) => format!("{year:04}-{month:02}"),
        (day, month) => format!("{year:04}-{month:02}-{day:02}"),
    };
    DateSpan::parse(&text).map(|span| (span.from, span.to))
}

/// What may stand behind `2015-04-07`: nothing, `Z`, `T00:00:09.554Z`, ` 00:00:00`, `-04:00`.
fn is_time_or_zone(rest: &[u8]) -> bool {
    match rest {
        [] | [b'z'] => true,
        [b't' | b' ', hour, _, b':', ..] => hour.is_ascii_digit(),
        [b'+' | b'-', _, _, b':', _, _] => true,
        _ => false,
    }
}

fn number(text: &str) -> Option<u32> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = matches!(&text[digits.len()..], "" | "st" | "nd" | "rd" | "th");
    (ordinal && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

fn month_number(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let found =
        MONTHS.iter().position(|month| text.len() >= 3 && (month.starts_with(text) || (text == "sept" && *month == "september")))?;
    u32::try_from(found + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_the_shapes_that_lists_print() {
        for (text, means) in [
            ("17 Feb 1974", "1974-02-17"),
            ("17 February 1974.", "1974-02-17"),
            ("17-Feb-1974", "1974-02-17"),
            ("Feb. 17, 1974", "1974-02-17"),
            ("1974-02-17", "1974-02-17"),
            ("2015-04-07-04:00", "2015-04-07"),
            ("2026-02-27T00:00:09.554Z", "2026-02-27"),
            ("17/02/1974", "1974-02-17"),
            ("04/05/1970", "1970-05-04"),
            ("00/00/1980", "1980"),
            ("00/05/1980", "1980-05"),
            ("02/1974", "1974-02"),
            ("1974-02", "1974-02"),
            ("Jun 1975", "1975-06"),
            ("1962", "1962"),
            ("circa 1951", "~1951"),
            ("c. 1951", "~1951"),
            ("Approximately 1951", "~1951"),
            ("1958 to 1959", "1958/1959"),
            ("circa 1979-1982", "~1979/1982"),
            ("Between 1956 and 1958", "1956/1958"),
            ("01 Jan 1960 to 31 Dec 1960", "1960"),
            ("Jun 1975 to Aug 1975", "1975-06/1975-08"),
            ("1st May 1960", "1960-05-01"),
            ("November, 1975", "1975-11"),
            ("circa 01 Mar 1962", "~1962-03-01"),
        ] {
            assert_eq!(span(text, Order::DayFirst).map(|span| span.to_string()).as_deref(), Some(means), "{text}");
        }
        assert_eq!(day("04/05/1970", Order::MonthFirst), Date::new(1970, 4, 5));
        assert_eq!(day("12/31/1970", Order::MonthFirst), Date::new(1970, 12, 31));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "unknown",
            "31/02/1970",
            "1959 to 1958",
            "70",
            "5 1970 4 3",
            "1955-01-02 or 1956-03-04",
            "3 May 1955 or 4 June 1956",
            "1955-01-02 in Omsk",
            "17 Foo 1974",
            "00/13/1970",
            "1970s",
            "été 1970",
        ] {
            assert_eq!(span(text, Order::DayFirst), None, "{text}");
        }
    }
}
