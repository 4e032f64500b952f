//! Yes, no, or not known: every predicate on a deal answers with one of these, so that a missing fact is never read as "no".

/// The answer of a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tri {
    /// It does not hold.
    No,
    /// A fact is missing.
    Unknown,
    /// It holds.
    Yes,
}

impl Tri {
    /// Both: the weaker.
    pub fn and(self, other: Tri) -> Tri {
        self.min(other)
    }

    /// Either: the stronger.
    pub fn or(self, other: Tri) -> Tri {
        self.max(other)
    }

    /// The strongest of them; of none, `No`.
    pub fn any(values: impl IntoIterator<Item = Tri>) -> Tri {
        values.into_iter().fold(Tri::No, Tri::or)
    }
}

impl std::ops::Not for Tri {
    type Output = Tri;

    /// What is not known stays so.
    fn not(self) -> Tri {
        match self {
            Tri::No => Tri::Yes,
            Tri::Unknown => Tri::Unknown,
            Tri::Yes => Tri::No,
        }
    }
}

impl From<bool> for Tri {
    fn from(value: bool) -> Tri {
        if value { Tri::Yes } else { Tri::No }
    }
}

impl From<Option<bool>> for Tri {
    fn from(value: Option<bool>) -> Tri {
        value.map_or(Tri::Unknown, Tri::from)
    }
}
