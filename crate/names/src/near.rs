//! Which characters are near: what every build can fold.

/// Whether a character is of Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew or Arabic writing, a sign that stands in such, or another way
/// to write any of them. All others are far: the table that folds them, and the rules that read them, are behind the feature `far`.
pub(crate) fn is_near(c: char) -> bool {
    matches!(c as u32,
        0..=0x8ff | 0x10a0..=0x10ff | 0x1ab0..=0x1aff | 0x1c80..=0x1cbf | 0x1d00..=0x2e7f | 0x3000..=0x3004 | 0x3008..=0x3020 | 0xa640..=0xa69f | 0xa720..=0xa7ff
        | 0xab30..=0xab6f | 0xfb00..=0xfe0f | 0xfe20..=0xfe2f | 0xfe70..=0xff5e | 0x1d400..=0x1d7ff)
}
