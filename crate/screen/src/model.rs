//! The model on one screen: every number that decides, with its reason.
//!
//! Weights are in tenths of a bit of information: a word that one name in a thousand has weighs 100. Likenesses are in
//! thousandths. A score is the share of the weight that agrees, times how much that weight identifies ([`identifies`]).

/// What a pair of words has in common, from most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same letters.
    Same,
    /// Other letters, the same sound.
    SameSound,
    /// Two words written as one, or one as two.
    Joined,
    /// Within a few edits.
    Alike,
    /// The same consonants where one side writes no vowels.
    Consonants,
    /// Words of different languages for one thing that organisations are or do.
    SameMeaning,
    /// A given name and what its bearers are called: Robert, Bob.
    Nickname,
    /// Both are legal forms of one class, or titles, in different words.
    SameClass,
    /// The beginning of the other word.
    Beginning,
    /// Some letters of the other word, in its order.
    Shortened,
    /// The first letter of the other word.
    Initial,
}

impl Relation {
    /// All, each at the place that is its number.
    pub const ALL: [Relation; 11] = {
        use Relation::*;
        [Same, SameSound, Joined, Alike, Consonants, SameMeaning, Nickname, SameClass, Beginning, Shortened, Initial]
    };
}

/// Likeness of two words with one sound, by the length of the shorter sound: up to 3 letters, 4, longer.
pub const SAME_SOUND: [u32; 3] = [900, 940, 965];
/// Likeness of two words that are one word on the other side.
pub const JOINED: u32 = 960;
/// Likeness of one sound with digits or look-alike pairs reread: what is taken off for the rereading.
pub const REREAD: u32 = 30;
/// Edited words start here and lose with every edit.
pub const ALIKE: u32 = 965;
/// The largest share of edits, in thousandths of the longer word's length: beyond it two words are strangers.
pub const MOST_SHARE: u32 = 334;
/// What likeness by spelling keeps where both words are names in use of their own, in thousandths.
pub const TWO_NAMES: u32 = 250;
/// In a person's name one misspelling is likely and several are not: of the words spelled alike, all but the worst lose this much more, in
/// thousandths of what they lost.
pub const ALIKE_AGAIN: u32 = 500;
/// What the beginning of a word keeps of its likeness in a person's name, in thousandths: Andre is no short form of Andrews.
pub const PERSON_BEGINNING: u32 = 650;
/// Likeness of a word without vowels to the word: by number of consonants: 1, 2, 3, 4 and more.
pub const CONSONANTS: [u32; 4] = [0, 700, 840, 880];
/// What [`CONSONANTS`] keeps where the writing shows that the words end otherwise, in thousandths.
pub const ENDS_OTHERWISE: u32 = 850;
/// Likeness of two legal forms of one class, or two titles.
pub const SAME_CLASS: u32 = 850;
/// Likeness of the beginning of a word to the word, by its length: 1, 2, 3, 4, 5, 6 and more letters.
pub const BEGINNING: [u32; 7] = [0, 0, 560, 700, 780, 840, 880];
/// Likeness of a shortened word, by the length of the short form: 2, 3, 4 and more.
pub const SHORTENED: [u32; 5] = [0, 0, 560, 680, 760];
/// Likeness of an initial to a word that begins with it.
pub const INITIAL: u32 = 850;

/// Likeness of two words that mean the same in different languages.
pub const SAME_MEANING: u32 = 900;
/// Likeness of one legal form written in full and short, or in two languages: Ltd. is Limited, and nothing is lost.
pub const SAME_FORM: u32 = 1_000;
/// Likeness of a given name and a short form of it: several names share one, and most bearers go by the name itself.
pub const NICKNAME: u32 = 800;
/// Names in Han characters or Hangul are spelled by a standard, so their words may differ from a listed word by one vowel and no more, and a
/// single syllable not at all: another vowel is another name.
pub const STANDARD_COST: u32 = 70;

/// What an agreeing initial weighs: one letter is worth at most the four bits of a choice among letters.
pub const INITIAL_WEIGHT: u32 = 42;
/// What an initial weighs that is an initial on the list too: what the word's first letter brings.
pub const SAME_INITIAL: u32 = INITIAL_WEIGHT * INITIAL / 1_000;
/// What agreement in consonants keeps of a word's weight, in thousandths.
pub const CONSONANTS_KEEP: u32 = 850;
/// What agreement with a shortened word or a beginning keeps.
pub const SHORTENED_KEEP: u32 = 700;

/// Weight of legal forms, particles, titles.
pub const FORM: u32 = 12;
/// See [`FORM`].
pub const PARTICLE: u32 = 8;
/// See [`FORM`].
pub const TITLE: u32 = 8;
/// The most that a generic company word weighs.
pub const GENERIC: u32 = 55;
/// A number.
pub const NUMBER: u32 = 70;
/// Unknown words by length: 1 letter, 2, 3, 4, 5, 6 and more.
pub const UNKNOWN: [u32; 7] = [10, 30, 70, 95, 115, 130, 140];

/// What an unmatched word of the question costs, in thousandths of its weight.
pub const NOT_LISTED: u32 = 800;
/// What it costs in a person's name: companies are called by fewer words and by more, people mostly by all of theirs.
pub const PERSON_NOT_LISTED: u32 = 1_000;
/// What the first and the last word of a person's name cost: given name and surname, while what stands between is left out at will.
pub const PERSON_END_NOT_LISTED: u32 = 1_400;
/// What an unmatched word of the listed name costs.
pub const NOT_ASKED: u32 = 380;
/// What it costs when a person is asked about.
pub const PERSON_NOT_ASKED: u32 = 500;
/// When each side has a name word that the other lacks, they contradict: this much of their weights is lost beside, in thousandths.
/// Neither side counts for more than twice the other.
pub const CONTRADICTS: u32 = 450;
/// What is lost beside of all that agrees when father and son are exchanged, in thousandths.
pub const EXCHANGED: u32 = 800;
/// What is lost beside of all that agrees when each name has a number that the other lacks, in thousandths: plant no. 91 is not plant no. 61.
pub const OTHER_FIGURE: u32 = 300;
/// What is lost beside of all that agrees when two names of general words alone have different legal forms, in thousandths.
pub const FORM_ALONE: u32 = 300;
/// What a listed word costs that would stand after the end of a question cut short, in thousandths of what it costs elsewhere.
pub const CUT_OFF: u32 = 200;
/// What it counts for, when words are paired, that a listed word is begun by the last of a question cut short: no more than this, in thousandths
/// of tenths of a bit, so that of several such words the next in order is taken and not the rarest, which was cut off.
pub const BEGUN: u32 = 40_000;
/// Questions of this many characters may have been cut: the narrowest name fields of message formats hold twenty.
pub const CUT_FROM: usize = 18;
/// A number that one side has and the other has not costs this, whatever the side.
pub const NUMBER_ALONE: u32 = 1_000;

/// Points for a party of another kind: lists mistype, so it is evidence and no gate.
pub const OTHER_KIND: i32 = -1_500;
/// Points for birth dates that agree: both to the day, both to the year, and spans, estimates or two days of one year. One person in some
/// 25,000 is born on a given day and one in 70 in a given year: as much as a rare word of a name, and as half of one.
pub const BORN_AGREES: [i32; 3] = [1_800, 1_200, 500];
/// Points for birth dates that are more than two years apart.
pub const BORN_DIFFERS: i32 = -2_000;
/// Points for a country in common. A different country takes nothing: listed parties trade through third countries.
pub const COUNTRY_AGREES: i32 = 300;
/// The score of a party that has a number of the question: nobody else has it.
pub const SAME_NUMBER: i32 = 10_000;
/// Points for words beside the number that do not name its holder: ships are renamed, and numbers mistyped.
pub const OTHER_NAME: i32 = -500;
/// Points for a party whose number of that kind is another: a ship's IMO number, a company's LEI.
pub const OTHER_NUMBER: i32 = -2_000;
/// A weak alias alone goes no higher than this (OFAC FAQ 122-125: it corroborates, it does not identify).
pub const WEAK_ALIAS_CAP: i32 = 8_000;

/// How much agreeing weight identifies, in thousandths, at 0, 20, 40 ... tenths of a bit; more than the last is full.
pub const IDENTIFIES: [u32; 14] = [0, 200, 350, 470, 570, 660, 740, 800, 850, 890, 925, 955, 980, 1_000];

/// [`IDENTIFIES`] between its points.
pub fn identifies(weight: u32) -> u32 {
    let at = (weight / 20) as usize;
    match (IDENTIFIES.get(at), IDENTIFIES.get(at + 1)) {
        (Some(low), Some(high)) => low + (high - low) * (weight % 20) / 20,
        _ => 1_000,
    }
}

/// What a name identifies that agrees in full, however common: it is never left out. Falls with the share that is lost, in thousandths.
pub fn in_full(lost_share: u32) -> u32 {
    720u32.saturating_sub(3 * lost_share)
}

/// What identifies a name that agrees in full or nearly so: part of what its commonness takes is given back, so that of two listed names the one
/// that says no more and no less goes first. Falls with the share that is lost, in thousandths.
pub fn word_for_word(identifies: u32, lost_share: u32) -> u32 {
    identifies + 1_000u32.saturating_sub(identifies) * WORD_FOR_WORD_UP_TO.saturating_sub(lost_share) / 100
}

/// See [`word_for_word`].
const WORD_FOR_WORD_UP_TO: u32 = 30;

/// Points of an acronym in full, by its length: 3 letters, 4 ... 8. Letters are few and companies many: four are as much as a person must
/// see, none is more than possible. Of 1,480 ordinary companies of the benchmark's public half none alerts by it.
pub const ACRONYM: [i32; 6] = [5_500, 6_500, 6_800, 7_200, 7_500, 7_500];

/// The least score of a listed name whose distinctive words are the question, word for word, so that only general words are left: a brand is
/// known by its name alone ("Huawei" for Huawei International Pte. Ltd.). No more than what [`in_full`] gives at no loss, so that the bound holds.
pub const NAMES_IN_FULL: u32 = 6_600;
/// The distinctive weight from which on [`NAMES_IN_FULL`] holds: one name in 250 or fewer has the word.
pub const NAMES_FROM: u32 = 80;

/// The likeness of two words `cost` hundredths of an edit apart, the longer with `length` letters; `None` beyond [`MOST_SHARE`].
///
/// The first edit in a long word costs little, each further one more: the loss has a part in proportion to the share
/// of edits and a part in its square. So there is no cliff at short words.
pub fn likeness(cost: u32, length: u32) -> Option<u32> {
    Some(share_of(cost, length)).filter(|share| *share <= MOST_SHARE).map(likeness_of)
}

/// [`likeness`] of a share of edits.
pub fn likeness_of(share: u32) -> u32 {
    ALIKE.saturating_sub(share * 6 / 10 + share * share * 3 / 1_000)
}

/// The likeness of a word of that length to another that is not the same, at the most.
pub fn most_alike(length: usize) -> u32 {
    let length = length as u32;
    let by_length = [(length, VOWEL_FOR_VOWEL), (length + 1, CHEAPEST_LETTER), (length + 2, 2 * CHEAPEST_LETTER)];
    by_length.iter().filter_map(|(longer, cost)| likeness(*cost, *longer)).max().unwrap_or(0)
}

/// No edit between letters that are not both vowels costs less (`names::distance`, letters alike).
pub const CHEAPEST_EDIT: u32 = 65;
/// One vowel for another, which is no edit where vowels are taken for one (`names::distance`).
pub const VOWEL_FOR_VOWEL: u32 = 55;
/// No letter too many costs less (`names::distance`, a vowel).
pub const CHEAPEST_LETTER: u32 = 70;

/// The largest cost that [`likeness`] accepts for a word of that length.
pub fn most_cost(length: u32) -> u32 {
    cost_of(MOST_SHARE, length)
}

/// A cost that is at least the largest of that share of a word's length.
pub fn cost_of(share: u32, length: u32) -> u32 {
    (share * reckoned(length)).div_ceil(100)
}

/// A length in tenths of a letter. Short words are reckoned shorter still: in three or four letters one vowel makes another name (Sik, Suk).
/// Four letters are just enough for one edit of any kind.
fn reckoned(length: u32) -> u32 {
    match length {
        0..=2 => 10,
        3 => 22,
        4 => 31,
        _ => length * 10,
    }
}

/// A cost as thousandths of a word's length.
pub fn share_of(cost: u32, length: u32) -> u32 {
    cost * 100 / reckoned(length)
}

/// The most letters by which words may differ, vowels taken for one, by the length of the longer sound: what the search can find.
pub fn most_edits(length: usize) -> u32 {
    if length <= 5 { 1 } else { 2 }
}
