//! Civil dates as lists state them: often only a year, sometimes a span, sometimes "circa".

use std::fmt;

/// A day of the proleptic Gregorian calendar, years 1 to 9999. Ordered as time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` when there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let fits = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        fits.then_some(Date { year, month, day })
    }

    /// Parses `YYYY-MM-DD`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Date> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        if year.len() != 4 || month.len() != 2 || day.len() != 2 || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 0001-01-01, which is day 0. Differences are ages in days.
    pub fn day_number(self) -> i32 {
        let years = i32::from(self.year) - 1;
        let before: i32 = (1..self.month).map(|month| i32::from(days_in_month(self.year, month))).sum();
        years * 365 + years / 4 - years / 100 + years / 400 + before + i32::from(self.day) - 1
    }

    /// The day whose [`Date::day_number`] is `number`; `None` outside years 1 to 9999.
    pub fn from_day_number(number: i32) -> Option<Date> {
        let mut year = u16::try_from(number.checked_div(366)? + 1).ok()?;
        while Date::new(year + 1, 1, 1).is_some_and(|next| next.day_number() <= number) {
            year += 1;
        }
        let mut rest = number - Date::new(year, 1, 1)?.day_number();
        for month in 1..=12 {
            let days = i32::from(days_in_month(year, month));
            if rest < days {
                return Date::new(year, month, u8::try_from(rest + 1).ok()?);
            }
            rest -= days;
        }
        None
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Some day between two days, both included: `1962` is all of that year. `circa` widens the meaning, not the span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateSpan {
    /// The earliest day meant.
    pub from: Date,
    /// The latest day meant; never before `from`.
    pub to: Date,
    /// The publisher says "circa" or "approximately".
    pub circa: bool,
}

impl DateSpan {
    /// Parses the form lists and questions are written in: `1962`, `1962-05`, `1962-05-17`, two of these joined by
    /// `/` (both ends included), and any of them with a leading `~` for "circa". `None` for anything else.
    pub fn parse(text: &str) -> Option<DateSpan> {
        let (circa, text) = text.strip_prefix('~').map_or((false, text), |rest| (true, rest));
        let (first, last) = text.split_once('/').unwrap_or((text, text));
        let (from, to) = (DateSpan::ends(first)?.0, DateSpan::ends(last)?.1);
        (from <= to).then_some(DateSpan { from, to, circa })
    }

    fn ends(text: &str) -> Option<(Date, Date)> {
        match text.len() {
            4 => Some((Date::parse(&format!("{text}-01-01"))?, Date::parse(&format!("{text}-12-31"))?)),
            7 => {
                let from = Date::parse(&format!("{text}-01"))?;
                Some((from, Date::new(from.year, from.month, days_in_month(from.year, from.month))?))
            }
            _ => Date::parse(text).map(|day| (day, day)),
        }
    }
}

impl fmt::Display for DateSpan {
    /// The shortest form that [`DateSpan::parse`] reads back as the same span.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.circa {
            f.write_str("~")?;
        }
        let (from, to) = (self.from, self.to);
        let starts_year = from.month == 1 && from.day == 1;
        let ends_year = to.month == 12 && to.day == 31;
        let whole_month = from.day == 1 && to.day == days_in_month(to.year, to.month);
        match () {
            () if from == to => write!(f, "{from}"),
            () if starts_year && ends_year && from.year == to.year => write!(f, "{:04}", from.year),
            () if starts_year && ends_year => write!(f, "{:04}/{:04}", from.year, to.year),
            () if whole_month && (from.year, from.month) == (to.year, to.month) => write!(f, "{:04}-{:02}", from.year, from.month),
            () if whole_month => write!(f, "{:04}-{:02}/{:04}-{:02}", from.year, from.month, to.year, to.month),
            () => write!(f, "{from}/{to}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_round_trip() {
        for number in (0..3_652_059).step_by(97).chain([0, 3_652_058]) {
            assert_eq!(Date::from_day_number(number).unwrap().day_number(), number);
        }
        assert_eq!(Date::new(9999, 12, 31).unwrap().day_number(), 3_652_058);
        assert_eq!(Date::from_day_number(3_652_059), None);
    }

    #[test]
    fn spans_print_as_they_are_read() {
        for text in ["1962", "1962-05", "1962-05-17", "1958/1959", "~1951", "1960-01-03/1960-12-30", "1975-06/1975-08", "2024-02"] {
            assert_eq!(DateSpan::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "62", "1962-13", "1959/1958", "17 Feb 1974", "1962-5", "+962"] {
            assert_eq!(DateSpan::parse(text), None, "{text}");
        }
    }
}
