//! Canonical JSON: RFC 8785 restricted to objects, arrays, strings, integers and booleans, so that equal values are
//! equal bytes everywhere. No fractions and no `null`: what is not known is left out.

/// The largest magnitude an integer may have: 2^53 - 1, the last that every JSON reader keeps exactly.
pub const MAX_INTEGER: i64 = 9_007_199_254_740_991;

/// A value that has exactly one canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `true` or `false`.
    Bool(bool),
    /// At most [`MAX_INTEGER`] either way.
    Integer(i64),
    /// Any text.
    Text(String),
    /// In order.
    List(Vec<Json>),
    /// Kept sorted as RFC 8785 asks: see [`Json::object`].
    Object(Vec<(String, Json)>),
}

impl Json {
    /// An object. Members are sorted by the UTF-16 code units of their keys; of two with one key the first stays.
    pub fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Json)>) -> Json {
        let mut members: Vec<(String, Json)> = members.into_iter().map(|(key, value)| (key.into(), value)).collect();
        members.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        members.dedup_by(|(later, _), (first, _)| later == first);
        Json::Object(members)
    }

    /// An array of what the items turn into.
    pub fn list<T: Into<Json>>(items: impl IntoIterator<Item = T>) -> Json {
        Json::List(items.into_iter().map(Into::into).collect())
    }

    /// The member with that key, of an object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The integer, if it is one.
    pub fn as_integer(&self) -> Option<i64> {
        if let Json::Integer(number) = self { Some(*number) } else { None }
    }

    /// The items, if it is an array.
    pub fn as_list(&self) -> Option<&[Json]> {
        if let Json::List(items) = self { Some(items) } else { None }
    }

    /// The canonical form, UTF-8, without a line end.
    pub fn to_canonical(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) {
        match self {
            Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Json::Integer(number) => out.push_str(&number.to_string()),
            Json::Text(text) => write_text(text, out),
            Json::List(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    if place > 0 {
                        out.push(',');
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Json::Object(members) => {
                out.push('{');
                for (place, (key, value)) in members.iter().enumerate() {
                    if place > 0 {
                        out.push(',');
                    }
                    write_text(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// Escapes only what RFC 8785 section 3.2.2.2 escapes.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Json {
        Json::Bool(value)
    }
}

/// Numbers that always fit.
macro_rules! small_integers {
    ($($kind:ty),*) => { $(impl From<$kind> for Json {
        fn from(number: $kind) -> Json {
            Json::Integer(i64::from(number))
        }
    })* };
}
small_integers!(u8, u16, u32, i32);

impl From<usize> for Json {
    /// Counts; one past [`MAX_INTEGER`] can't be held in memory and is written as that bound.
    fn from(number: usize) -> Json {
        Json::Integer(i64::try_from(number).unwrap_or(MAX_INTEGER).min(MAX_INTEGER))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_by_utf16_code_units() {
        // RFC 8785 section 3.2.3: U+1F600 (D83D DE00) comes before U+FB33, which code points would turn around.
        let object = Json::object([
            ("\u{fb33}", Json::from("d")),
            ("\u{20ac}", "c".into()),
            ("\r", "a".into()),
            ("\u{1f600}", "e".into()),
            ("1", "b".into()),
        ]);
        assert_eq!(object.to_canonical(), "{\"\\r\":\"a\",\"1\":\"b\",\"\u{20ac}\":\"c\",\"\u{1f600}\":\"e\",\"\u{fb33}\":\"d\"}");
    }

    #[test]
    fn only_what_must_be_is_escaped() {
        let text = Json::from("\u{20ac}$\u{f}\u{a}A'\u{42}\u{22}\u{5c}\u{5c}\u{22}/\u{7f}\u{2028}\u{0}");
        assert_eq!(text.to_canonical(), "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u{7f}\u{2028}\\u0000\"");
    }
}
