//! Bytes to text, and the faults that show before any parser runs.

use crate::Refusal;

const AGAIN: &str = "fetch the file again from the publisher's address in lists/catalog.toml";

/// The text of a source file. A byte order mark is dropped; an 0x1A (the end mark of OFAC's files) ends the text.
///
/// # Errors
/// Nothing at all, UTF-16, NUL bytes, bytes that are not UTF-8, or a web page where a list should be.
pub fn text<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, Refusal> {
    let bad = |found: String, remedy: &str| Err(Refusal::input(name, "a list file as UTF-8 text", found, remedy));
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return bad(format!("nothing ({} bytes)", bytes.len()), AGAIN);
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return bad("UTF-16 (its byte order mark)".to_owned(), "fetch it again, or convert it with: iconv -f UTF-16 -t UTF-8");
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let end = bytes.iter().position(|byte| *byte == 0x1a);
    if let Some(end) = end
        && let Some(after) = bytes[end + 1..].iter().position(|byte| !byte.is_ascii_whitespace())
    {
        return bad(format!("text after the end mark 0x1A, at byte {}", end + 1 + after), AGAIN);
    }
    let bytes = &bytes[..end.unwrap_or(bytes.len())];
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return bad(format!("a NUL byte at byte {at}"), AGAIN);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(why) => {
            let at = why.valid_up_to();
            let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            let found = format!("the byte 0x{:02x} in line {line}, which is not UTF-8", bytes.get(at).copied().unwrap_or_default());
            return bad(found, "fetch it again, or if it is Windows-1252 convert it with: iconv -f WINDOWS-1252 -t UTF-8");
        }
    };
    let start: String = text.trim_start().chars().take(400).flat_map(char::to_lowercase).collect();
    if start.starts_with("<!doctype html") || start.starts_with("<html") || start.contains("<body") {
        return bad("a web page (an error, a login or a waiting room)".to_owned(), AGAIN);
    }
    Ok(text)
}

/// Every quote of a CSV is closed where its cell ends; csv readers swallow the rest of a file without a word when not.
///
/// # Errors
/// The line in which the open quote stands.
pub fn quotes(name: &str, text: &str) -> Result<(), Refusal> {
    let (mut open, mut line, mut opened) = (false, 1, 1);
    for byte in text.bytes() {
        match byte {
            b'"' => {
                open = !open;
                opened = line;
            }
            b'\n' => line += 1,
            _ => {}
        }
    }
    if open {
        return Err(Refusal::input(format!("{name}, line {opened}"), "a closing quote", "the end of the file", AGAIN));
    }
    Ok(())
}
