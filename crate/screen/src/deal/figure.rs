//! Figures of data sheets, in thousandths, and what is known of them: a lowest and a highest possible value.

use super::Tri;

/// A decimal number, at least 0, in thousandths: `299.9` is 299,900.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Milli(pub u64);

impl Milli {
    /// Reads `299.9`; at most twelve digits before the point and three after. `None` for anything else.
    pub fn parse(text: &str) -> Option<Milli> {
        let (whole, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
        let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole, 12) || part.is_some_and(|part| !digits(part, 3)) {
            return None;
        }
        let part = format!("{:0<3}", part.unwrap_or_default());
        Some(Milli(whole.parse::<u64>().ok()? * 1_000 + part.parse::<u64>().ok()?))
    }
}

impl std::fmt::Display for Milli {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Range::exactly(self.0.into()).fmt(f)
    }
}

/// What a figure may be, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// It is at least this.
    pub least: u128,
    /// It is at most this; `None` when nothing bounds it.
    pub most: Option<u128>,
}

impl Range {
    /// Nothing is known.
    pub const ANY: Range = Range { least: 0, most: None };

    /// One value.
    pub fn exactly(value: u128) -> Range {
        Range { least: value, most: Some(value) }
    }

    /// The sum of two figures.
    pub fn plus(self, other: Range) -> Range {
        Range { least: self.least.saturating_add(other.least), most: self.most.zip(other.most).map(|(a, b)| a.saturating_add(b)) }
    }

    /// The figure, `count` times; at least once when that is not known.
    pub fn times(self, count: Option<u32>) -> Range {
        let times = |value: u128, count: u32| value.saturating_mul(count.into());
        Range {
            least: times(self.least, count.unwrap_or(1)),
            most: match (self.most, count) {
                (Some(0), _) => Some(0),
                (Some(most), Some(count)) => Some(times(most, count)),
                _ => None,
            },
        }
    }

    /// Whether it is at least `limit`.
    pub fn at_least(self, limit: u128) -> Tri {
        match self.most {
            _ if self.least >= limit => Tri::Yes,
            Some(most) if most < limit => Tri::No,
            _ => Tri::Unknown,
        }
    }

    /// This divided by `area`, in thousandths, rounded down; for showing, never for deciding.
    pub fn over(self, area: Range) -> Range {
        let ratio = |top: u128, area: u128| top.saturating_mul(1_000).checked_div(area);
        Range {
            least: area.most.and_then(|area| ratio(self.least, area)).unwrap_or(0),
            most: self.most.and_then(|most| ratio(most, area.least)),
        }
    }

    /// Whether this divided by `area` is at least `limit` hundredths. Nothing has a density on no area.
    pub fn density_at_least(self, area: Range, limit: u128) -> Tri {
        let over = |top: u128, area: u128| top.saturating_mul(100) >= area.saturating_mul(limit);
        match (self.most, area.most) {
            (_, Some(0)) => Tri::No,
            (_, Some(widest)) if area.least > 0 && over(self.least, widest) => Tri::Yes,
            (Some(most), _) if !over(most, area.least) => Tri::No,
            (Some(0), _) => Tri::No,
            _ => Tri::Unknown,
        }
    }
}

impl std::fmt::Display for Range {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let write = |value: u128| {
            let text = format!("{}.{:03}", value / 1_000, value % 1_000);
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        };
        match self.most {
            Some(most) if most == self.least => f.write_str(&write(most)),
            Some(most) => write!(f, "{} to {}", write(self.least), write(most)),
            None if self.least == 0 => f.write_str("not known"),
            None => write!(f, "{} or more", write(self.least)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly_or_not_at_all() {
        for (text, milli) in [("299.9", 299_900), ("0", 0), ("5.92", 5_920), ("1000", 1_000_000), ("0.001", 1)] {
            assert_eq!(Milli::parse(text), Some(Milli(milli)), "{text}");
            assert_eq!(Milli(milli).to_string(), text);
        }
        for text in ["", "-1", "1e3", "1.2345", ".5", "5.", "1,000", "1234567890123", " 1"] {
            assert_eq!(Milli::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_bounded_is_not_known() {
        let from_to = |least, most| Range { least, most: Some(most) };
        assert_eq!([Range::ANY.at_least(1), from_to(5, 9).at_least(5)], [Tri::Unknown, Tri::Yes]);
        assert_eq!([from_to(5, 9).at_least(10), from_to(5, 9).at_least(7)], [Tri::No, Tri::Unknown]);
        let dense = |top: Range, area: Range| top.density_at_least(area, 592);
        assert_eq!(dense(Range::exactly(592), Range::exactly(100)), Tri::Yes);
        assert_eq!(dense(Range::exactly(591), Range::exactly(100)), Tri::No);
        assert_eq!(dense(Range::exactly(592), Range::ANY), Tri::Unknown);
        assert_eq!(dense(Range::exactly(592), Range::exactly(0)), Tri::No);
        assert_eq!(dense(Range::exactly(592), from_to(0, 100)), Tri::Unknown);
        assert_eq!(dense(Range::ANY, Range::exactly(100)), Tri::Unknown);
        assert_eq!(dense(Range::exactly(0), Range::ANY), Tri::No);
    }

    #[test]
    fn the_highest_value_may_be_reached_and_nothing_many_times_is_nothing() {
        let from_to = |least, most| Range { least, most: Some(most) };
        assert_eq!([from_to(5, 9).at_least(9), from_to(5, 8).at_least(9)], [Tri::Unknown, Tri::No]);
        assert_eq!([Range::exactly(0).times(None), Range::exactly(2).times(Some(3))], [Range::exactly(0), Range::exactly(6)]);
        assert_eq!(Range::exactly(2).times(None), Range { least: 2, most: None });
    }

    #[test]
    fn ranges_are_written_as_what_is_known() {
        for (least, most, text) in [
            (1_500, Some(1_500), "1.5"),
            (0, Some(0), "0"),
            (1_500, Some(2_000), "1.5 to 2"),
            (0, None, "not known"),
            (1_500, None, "1.5 or more"),
        ] {
            assert_eq!(Range { least, most }.to_string(), text);
        }
    }
}
