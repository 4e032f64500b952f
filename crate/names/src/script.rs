//! Which alphabet a letter belongs to.

use crate::{indic, thai};

/// The alphabets that are read, each with a table of its own. Letters of all others stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    /// Devanagari and its sisters down to Malayalam and Sinhala.
    Indic,
    Thai,
    Georgian,
    Hangul,
    Kana,
    Han,
    /// Digits and everything that stands in words of any alphabet.
    Common,
    Other,
}

/// The script of a scalar value after NFKD. Blocks, not the full property: unassigned points don't matter here.
pub(crate) fn script_of(c: char) -> Script {
    match c as u32 {
        0x41..=0x5a | 0x61..=0x7a | 0xc0..=0x2af | 0x1d00..=0x1d7f | 0x1e00..=0x1eff | 0x2c60..=0x2c7f | 0xa720..=0xa7ff => Script::Latin,
        0x370..=0x3ff | 0x1f00..=0x1fff => Script::Greek,
        0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff | 0xa640..=0xa69f => Script::Cyrillic,
        0x530..=0x58f => Script::Armenian,
        0x590..=0x5ff => Script::Hebrew,
        0x600..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff => Script::Arabic,
        indic::FIRST..=indic::LAST => Script::Indic,
        thai::FIRST..=thai::LAST => Script::Thai,
        0x10a0..=0x10ff | 0x1c90..=0x1cbf | 0x2d00..=0x2d2f => Script::Georgian,
        0x1100..=0x11ff => Script::Hangul,
        0x3041..=0x30ff => Script::Kana,
        0x3005..=0x3007 | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => Script::Han,
        0x30..=0x39 => Script::Common,
        _ => Script::Other,
    }
}

/// Default-ignorable code points (Unicode 16, DerivedCoreProperties) and bidi controls: they print nothing.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c as u32,
        0xad | 0x34f | 0x61c | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f | 0x202a..=0x202e
        | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xfff0..=0xfff8 | 0x1bca0..=0x1bca3
        | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff)
}

/// Invisible characters that honest text in some scripts needs: joiners and direction marks.
pub(crate) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200f}' | '\u{61c}')
}

/// Combining marks of Latin, Greek and Cyrillic writing, Arabic and Hebrew points.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c as u32,
        0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6ed
        | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f)
}

/// Apostrophes, and the letters and signs written for ayn, hamza and the soft sign. They vanish inside words.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '\u{b4}' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2b9}'
            ..='\u{2c1}' | '\u{2032}' | '\u{55a}' | '\u{5f3}' | '\u{ff07}'
    )
}
