//! Values on one line: what would break a line, or be lost at its ends, is written with a backslash.

use std::borrow::Cow;

/// A value as it is written after `Field: `. Control characters, a blank at either end, and backslashes are escaped.
pub fn escape(value: &str) -> Cow<'_, str> {
    let plain = |c: char| !c.is_control() && c != '\\';
    if value.chars().all(plain) && !value.starts_with(' ') && !value.ends_with(' ') {
        return Cow::Borrowed(value);
    }
    let last = value.char_indices().last().map_or(0, |(at, _)| at);
    let mut text = String::with_capacity(value.len() + 8);
    for (at, c) in value.char_indices() {
        match c {
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            ' ' if at == 0 || at == last => text.push_str("\\s"),
            c if c.is_control() => text.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => text.push(c),
        }
    }
    Cow::Owned(text)
}

/// The value that was escaped; `None` for an escape that [`escape`] does not write.
pub fn unescape(text: &str) -> Option<String> {
    if !text.contains('\\') {
        return Some(text.to_owned());
    }
    let mut value = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        value.push_str(plain);
        let mut chars = escaped.chars();
        match chars.next()? {
            '\\' => value.push('\\'),
            'n' => value.push('\n'),
            's' => value.push(' '),
            'u' => {
                let (digits, after) = chars.as_str().strip_prefix('{')?.split_once('}')?;
                value.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
                rest = after;
                continue;
            }
            _ => return None,
        }
        rest = chars.as_str();
    }
    value.push_str(rest);
    Some(value)
}
