//! The strict reader: takes canonical JSON and nothing else, so that a record that reads is the record that was written.

use std::fmt;

use crate::json::{Json, MAX_INTEGER};

/// The deepest nesting that is read; records have six levels.
const MAX_DEPTH: usize = 16;

/// Bytes that are not canonical JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Where, in bytes from the start.
    pub offset: usize,
    /// What had to stand there.
    pub expected: &'static str,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a record: expected {} at byte {}", self.expected, self.offset)
    }
}

impl std::error::Error for ReadError {}

/// Reads canonical JSON; one line end may follow it.
///
/// # Errors
/// The first byte at which the text leaves the canonical form: blanks between values, keys out of order or twice,
/// fractions, needless escapes, `null`, nesting over 16 levels, anything after the value.
pub fn read(text: &str) -> Result<Json, ReadError> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    if reader.at < text.len() { Err(reader.wanted("the end")) } else { Ok(value) }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn wanted(&self, expected: &'static str) -> ReadError {
        ReadError { offset: self.at, expected }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn take(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn value(&mut self, depth: usize) -> Result<Json, ReadError> {
        if depth > MAX_DEPTH {
            return Err(self.wanted("no more than 16 levels of nesting"));
        }
        match self.rest().bytes().next() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.integer(),
            _ if self.take("true") => Ok(Json::Bool(true)),
            _ if self.take("false") => Ok(Json::Bool(false)),
            _ => Err(self.wanted("an object, array, string, integer or boolean")),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, ReadError> {
        self.at += 1;
        let mut members: Vec<(String, Json)> = Vec::new();
        if self.take("}") {
            return Ok(Json::Object(members));
        }
        loop {
            let start = self.at;
            let key = self.string()?;
            if members.last().is_some_and(|(last, _)| !last.encode_utf16().lt(key.encode_utf16())) {
                return Err(ReadError { offset: start, expected: "a key after the one before it in UTF-16 order" });
            }
            if !self.take(":") {
                return Err(self.wanted("':'"));
            }
            members.push((key, self.value(depth + 1)?));
            match () {
                () if self.take(",") => {}
                () if self.take("}") => return Ok(Json::Object(members)),
                () => return Err(self.wanted("',' or '}'")),
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json, ReadError> {
        self.at += 1;
        let mut items = Vec::new();
        if self.take("]") {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            match () {
                () if self.take(",") => {}
                () if self.take("]") => return Ok(Json::List(items)),
                () => return Err(self.wanted("',' or ']'")),
            }
        }
    }

    fn integer(&mut self) -> Result<Json, ReadError> {
        let (start, text) = (self.at, self.rest());
        let digits = text.strip_prefix('-').unwrap_or(text);
        let length = text.len() - digits.len() + digits.bytes().take_while(u8::is_ascii_digit).count();
        let number = text.get(..length).and_then(|text| text.parse::<i64>().ok().filter(|number| number.to_string() == text));
        match number {
            Some(number) if (-MAX_INTEGER..=MAX_INTEGER).contains(&number) => {
                self.at += length;
                Ok(Json::Integer(number))
            }
            _ => Err(ReadError { offset: start, expected: "an integer of at most 2^53 - 1, without leading zeros" }),
        }
    }

    fn string(&mut self) -> Result<String, ReadError> {
        if !self.take("\"") {
            return Err(self.wanted("'\"'"));
        }
        let mut out = String::new();
        loop {
            let Some(c) = self.rest().chars().next() else { return Err(self.wanted("the end of the string")) };
            match c {
                '"' => {
                    self.at += 1;
                    return Ok(out);
                }
                '\\' => out.push(self.escape()?),
                c if c < ' ' => return Err(self.wanted("an escape in place of a control character")),
                c => {
                    out.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, ReadError> {
        for (token, c) in [("\\\"", '"'), ("\\\\", '\\'), ("\\b", '\u{8}'), ("\\t", '\t'), ("\\n", '\n'), ("\\f", '\u{c}'), ("\\r", '\r')] {
            if self.take(token) {
                return Ok(c);
            }
        }
        let hex = self.rest().strip_prefix("\\u").and_then(|rest| rest.get(..4));
        let code = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok().filter(|code| format!("{code:04x}") == hex));
        match code {
            Some(code) if code < 0x20 && !matches!(code, 8 | 9 | 10 | 12 | 13) => {
                self.at += 6;
                Ok(char::from(code))
            }
            _ => Err(self.wanted("one of the escapes of RFC 8785")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_canonical_is_refused_where_it_leaves_the_form() {
        for (text, offset) in [
            ("", 0),
            ("null", 0),
            ("{\"a\": 1}", 5),
            ("{\"b\":1,\"a\":2}", 7),
            ("{\"a\":1,\"a\":2}", 7),
            ("01", 0),
            ("-0", 0),
            ("1.5", 1),
            ("9007199254740992", 0),
            ("\"\\u0041\"", 1),
            ("\"\\u000a\"", 1),
            ("\"\\u000F\"", 1),
            ("\"\\/\"", 1),
            ("\"\n\"", 1),
            ("[1,2", 4),
            ("[1]\n\n", 3),
            ("\"open", 5),
            (&"[".repeat(40), 17),
        ] {
            assert_eq!(read(text).map_err(|why| why.offset), Err(offset), "{text:?}");
        }
    }

    fn any_json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            any::<bool>().prop_map(Json::Bool),
            (-MAX_INTEGER..=MAX_INTEGER).prop_map(Json::Integer),
            any::<String>().prop_map(Json::Text),
            "[\u{0}-\u{ff}\u{fb33}\u{1f600}]{0,6}".prop_map(Json::Text),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Json::List),
                prop::collection::vec((any::<String>(), inner), 0..5).prop_map(Json::object),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_as_the_same(value in any_json()) {
            prop_assert_eq!(read(&value.to_canonical()).unwrap(), value);
        }

        #[test]
        fn what_reads_was_canonical(text in "[\\[\\]{}\",:0-9a-c\\\\u \n-]{0,24}") {
            if let Ok(value) = read(&text) {
                prop_assert_eq!(value.to_canonical(), text.strip_suffix('\n').unwrap_or(&text));
            }
        }
    }
}
