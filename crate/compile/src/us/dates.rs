//! Dates as the US publishers print them.

use redzone_index::{Date, DateSpan};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A birth date in the shapes that OFAC prints (`17 Feb 1974`, `Jun 1975`, `1962`, `circa 1951`, `1958 to 1959`, `circa 1979-1982`), in the
/// ISO shapes of trade.gov, or as `November, 1975`.
pub fn born(text: &str) -> Option<DateSpan> {
    let text = text.trim();
    let (circa, text) = match text.strip_prefix("circa ") {
        Some(rest) => (true, rest.trim()),
        None => (false, text),
    };
    let (first, last) = match text.split_once(" to ") {
        Some((first, last)) => (first, last),
        None if text.len() == 9 && text.as_bytes()[4] == b'-' => (&text[..4], &text[5..]),
        None => (text, text),
    };
    let (from, to) = (one(first)?.from, one(last)?.to);
    (from <= to).then_some(DateSpan { from, to, circa })
}

fn one(text: &str) -> Option<DateSpan> {
    let text = text.trim();
    if text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        return DateSpan::parse(text);
    }
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let month =
        |word: &str| MONTHS.iter().position(|month| word.get(..3).is_some_and(|head| head.eq_ignore_ascii_case(month))).map(|at| at + 1);
    let iso = match words.as_slice() {
        [day, name, year] => format!("{year}-{:02}-{day:0>2}", month(name)?),
        [name, year] => format!("{year}-{:02}", month(name)?),
        _ => return None,
    };
    DateSpan::parse(&iso)
}

/// `2003-06-19`, or a year, or a year and month: the day, or nothing.
pub fn day(text: &str) -> Option<Date> {
    Date::parse(text.get(..10).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_counted_shape_of_a_birth_date_is_read() {
        let cases = [
            ("17 Feb 1974", "1974-02-17"),
            ("1962", "1962"),
            ("Jun 1975", "1975-06"),
            ("circa 1951", "~1951"),
            ("1958 to 1959", "1958/1959"),
            ("01 Jan 1960 to 31 Dec 1960", "1960"),
            ("Jun 1975 to Aug 1975", "1975-06/1975-08"),
            ("circa 01 Mar 1962", "~1962-03-01"),
            ("circa 1979-1982", "~1979/1982"),
            ("1973-03-25", "1973-03-25"),
            ("November, 1975", "1975-11"),
        ];
        for (printed, expected) in cases {
            assert_eq!(born(printed).map(|span| span.to_string()).as_deref(), Some(expected), "{printed}");
        }
        for printed in ["", "unknown", "31 Feb 1970", "1960 to 1950", "17 Foo 1974"] {
            assert_eq!(born(printed), None, "{printed}");
        }
    }
}
