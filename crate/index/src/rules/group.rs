//! EAR country groups and the reasons for control of the Commerce Country Chart, as sets.

use std::fmt;

/// The groups of Supplement 1 to 15 CFR part 740, in the order of their bits.
pub const GROUPS: [&str; 14] = ["A:1", "A:2", "A:3", "A:4", "A:5", "A:6", "B", "D:1", "D:2", "D:3", "D:4", "D:5", "E:1", "E:2"];

/// The columns of Supplement 1 to 15 CFR part 738, in the order of their bits.
pub const MARKS: [&str; 16] =
    ["CB1", "CB2", "CB3", "NP1", "NP2", "NS1", "NS2", "MT1", "RS1", "RS2", "FC1", "CC1", "CC2", "CC3", "AT1", "AT2"];

/// Country groups: a set of [`GROUPS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Groups(u16);

/// Marks of the chart: a set of [`MARKS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks(u16);

/// The groups whose members are favoured: A and B.
const FAVOURED: u16 = 0b111_1111;

impl Groups {
    /// No group.
    pub const NONE: Groups = Groups(0);

    /// From names separated by blanks; the name that is none of [`GROUPS`] otherwise.
    ///
    /// # Errors
    /// The first unknown name.
    pub fn parse(names: &str) -> Result<Groups, String> {
        parse(names, &GROUPS).map(Groups)
    }

    /// From bits; `None` when there are more than groups.
    pub fn from_bits(bits: u16) -> Option<Groups> {
        (bits >> GROUPS.len() == 0).then_some(Groups(bits))
    }

    /// Bit `n` stands for `GROUPS[n]`.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// Whether none is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the sets share a group.
    pub fn meets(self, other: Groups) -> bool {
        self.0 & other.0 != 0
    }

    /// The groups in both sets.
    pub fn both(self, other: Groups) -> Groups {
        Groups(self.0 & other.0)
    }

    /// The stricter of two statements of the same country's groups: a favoured group (A, B) must stand in both, a
    /// restricted one (D, E) in either.
    pub fn stricter(self, other: Groups) -> Groups {
        Groups(self.0 & other.0 & FAVOURED | (self.0 | other.0) & !FAVOURED)
    }
}

impl Marks {
    /// From names separated by blanks.
    ///
    /// # Errors
    /// The first unknown name.
    pub fn parse(names: &str) -> Result<Marks, String> {
        parse(names, &MARKS).map(Marks)
    }

    /// Bit `n` stands for `MARKS[n]`.
    pub fn from_bits(bits: u16) -> Marks {
        Marks(bits)
    }

    /// Bit `n` stands for `MARKS[n]`.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// Whether the country has no mark. That means nothing by itself: Cuba has none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

fn parse(names: &str, known: &[&str]) -> Result<u16, String> {
    names.split_whitespace().try_fold(0, |bits, name| match known.iter().position(|known| *known == name) {
        Some(at) => Ok(bits | 1 << at),
        None => Err(name.to_owned()),
    })
}

fn write_names(bits: u16, known: &[&str], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let set: Vec<&str> = known.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, name)| *name).collect();
    f.write_str(&set.join(" "))
}

impl fmt::Display for Groups {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_names(self.0, &GROUPS, f)
    }
}

impl fmt::Display for Marks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_names(self.0, &MARKS, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_print_as_they_are_read() {
        assert_eq!(Groups::parse("D:5 A:1 B").unwrap().to_string(), "A:1 B D:5");
        assert_eq!(Marks::parse("AT2 CB1").unwrap().to_string(), "CB1 AT2");
        assert_eq!(Groups::parse("A:1 A:7"), Err("A:7".to_owned()));
    }

    #[test]
    fn the_stricter_statement_keeps_restrictions_and_drops_favours() {
        let [printed, enforced] = ["B D:1 D:5", "A:5 B D:1"].map(|names| Groups::parse(names).unwrap());
        assert_eq!(printed.stricter(enforced).to_string(), "B D:1 D:5");
    }
}
