//! What is answered, and why.

use redzone_index::{EntryNumber, NameNumber};
use redzone_names::{Read, ReadError};

/// How alike two parties are on the evidence at hand: 0 to [`Score::MAX`], in basis points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

impl Score {
    /// Ten thousand basis points.
    pub const MAX: Score = Score(10_000);

    /// Broad; see [`MEASURED`].
    pub const BROAD: Score = Score(6_000);
    /// Balanced, the default. Every listed name finds itself here.
    pub const BALANCED: Score = Score(6_500);
    /// Strict.
    pub const STRICT: Score = Score(7_500);

    /// Clamped to 0 ..= 10,000.
    pub fn from_points(points: i32) -> Score {
        Score(points.clamp(0, 10_000) as u16)
    }

    /// 0 ..= 10,000.
    pub fn points(self) -> u16 {
        self.0
    }
}

/// What a threshold was measured to give, names and kinds only, on the public half of the benchmark that judges this project (8,489 questions;
/// `./build.sh bench quality` measures it again).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The threshold.
    pub threshold: Score,
    /// Listed parties found, in the mean over 34 ways to change a name, per thousand.
    pub found: u16,
    /// Alerts for a thousand ordinary people.
    pub people: u16,
    /// Alerts for a thousand ordinary companies.
    pub companies: u16,
}

/// The published thresholds, broad to strict, with what they give.
pub const MEASURED: [Measured; 3] = [
    Measured { threshold: Score::BROAD, found: 964, people: 6, companies: 17 },
    Measured { threshold: Score::BALANCED, found: 948, people: 3, companies: 9 },
    Measured { threshold: Score::STRICT, found: 896, people: 1, companies: 3 },
];

/// The answer to one question.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What the tool proposes.
    pub verdict: Verdict,
    /// The parties found, best first, at most one hit a party.
    pub hits: Vec<Hit>,
    /// How many more parties reached the threshold than are in `hits`.
    pub omitted: usize,
    /// How the name was read; `None` when it could not be.
    pub read: Option<Read>,
    /// Everything that keeps this answer from being complete. Empty only when every list was there, verified and fresh.
    pub doubts: Vec<Doubt>,
}

/// What the tool proposes. There is no word for "nothing to worry about".
#[derive(Clone, Debug)]
pub enum Verdict {
    /// At least one listed party reached the threshold: a person must look.
    Hit,
    /// Nothing reached the threshold, in a run in which every list was verified and fresh.
    NoMatch(NoMatch),
    /// The question could not be answered in full: see `Outcome::doubts`.
    Indeterminate,
}

/// "No match found", and the proof that it may be said. Only this crate makes one, and only from a run without doubts.
#[derive(Clone, Debug)]
pub struct NoMatch {
    pub(crate) lists: usize,
    pub(crate) names: usize,
}

impl NoMatch {
    /// How many lists were searched.
    pub fn lists(&self) -> usize {
        self.lists
    }

    /// How many listed names were searched.
    pub fn names(&self) -> usize {
        self.names
    }
}

/// Why an answer is not complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The name could not be read.
    Unreadable(ReadError),
    /// A list that the manifest names was not loaded.
    ListMissing {
        /// The list's id.
        list: String,
    },
    /// A list is older than the manifest's policy allows.
    ListStale {
        /// The list's id.
        list: String,
        /// Its age in days on the day of the question.
        days: i32,
    },
    /// The manifest has expired.
    ManifestExpired,
    /// The day of the question is before the lists were published: the clock is wrong.
    ClockBehind,
    /// The search used up its step budget.
    BudgetSpent,
    /// A number of the question fails its own check digits: a number that is wrong finds nobody.
    NumberMistyped {
        /// The number, as written.
        number: String,
    },
}

/// How much a person should make of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Some evidence; common names and weak aliases stay here.
    Possible,
    /// Much evidence.
    Probable,
    /// A rare name in full, or a name with facts that agree.
    Strong,
}

/// One listed party that may be the one asked about.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Which of the loaded lists, by its place.
    pub list: usize,
    /// Which entry of that list.
    pub entry: EntryNumber,
    /// Which of the list's names won; see `Columns::name_printed` for the printed name.
    pub name: NameNumber,
    /// How alike; exactly the sum of the points of `reasons`.
    pub score: Score,
    /// What to make of it.
    pub strength: Strength,
    /// Why, in the order in which they are best read.
    pub reasons: Vec<Reason>,
}

/// One step of a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What was seen.
    pub code: ReasonCode,
    /// What it adds or takes, in basis points.
    pub points: i32,
    /// The word or fact of the question this is about; empty when none.
    pub asked: String,
    /// The word or fact of the list this is about; empty when none.
    pub listed: String,
}

/// What was seen. The words shown for each code live in message files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ReasonCode {
    /// The same word on both sides.
    SameWord,
    /// Another spelling of the same sound: Aleksandr, Alexander's x for ks.
    SameSound,
    /// A word within a few edits.
    SpelledAlike,
    /// Two words that the other side writes as one.
    Joined,
    /// The same consonants, where one side writes no vowels.
    SameConsonants,
    /// Different words for one class: legal forms (Ltd, LLC), titles.
    SameClass,
    /// Words of different languages for one thing: brigada, brigade.
    SameMeaning,
    /// A given name and what its bearers are called: Robert, Bob.
    Nickname,
    /// The beginning of the other side's word.
    Beginning,
    /// A short form of the other side's word: svcs for services.
    Shortened,
    /// The first letter of the other side's word.
    Initial,
    /// The first letters of the listed name's words.
    Acronym,
    /// A word of the question that the listed name lacks.
    NotListed,
    /// A word of the listed name that the question lacks.
    NotAsked,
    /// Each side has a name word that the other lacks: another name, not a shorter one.
    Contradicts,
    /// The question is the listed name's distinctive part in full; only general words (legal form, trade, technologies) are left out.
    NamesInFull,
    /// What agrees is common in names, and does not identify by itself.
    Common,
    /// The question is about another kind of party than the list says.
    OtherKind,
    /// The birth dates meet.
    BornAgrees,
    /// The birth dates are one or two years apart.
    BornNear,
    /// The birth dates are further apart.
    BornDiffers,
    /// A country in common.
    CountryAgrees,
    /// A number in the question that the party has: IMO, passport, tax or registration number, bank code, wallet, web site.
    SameNumber,
    /// The party has another number of that kind.
    OtherNumber,
    /// The words beside the number do not name the party that has it.
    OtherName,
    /// The listed name is a weak alias: it corroborates, it does not identify (OFAC FAQ 122-125).
    WeakAlias,
    /// The sum would pass 0 or 10,000, where scores end.
    Limit,
}

impl Hit {
    /// Whether a word with digits was reread as letters for this hit.
    pub(crate) fn rereads_digits(&self) -> bool {
        self.reasons.iter().any(|reason| {
            let digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
            !reason.listed.is_empty() && digits(&reason.asked) && !digits(&reason.listed)
        })
    }
}
