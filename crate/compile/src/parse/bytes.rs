//! The bytes of a file to text, or a name for what came instead of a list.

use super::SourceError;

/// The file as UTF-8 text without a byte order mark.
///
/// # Errors
/// An empty file, UTF-16, bytes that are no UTF-8, and what servers send instead of a list (a web page, a JSON message).
/// `what` names the list in the message: `the UN consolidated list (XML)`.
pub fn utf8<'a>(bytes: &'a [u8], what: &str) -> Result<&'a str, SourceError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(SourceError::new(what, "an empty file", "download it again, and keep the last good edition until then"));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || bytes.get(1) == Some(&0) || bytes.first() == Some(&0) {
        return Err(SourceError::new(what, "UTF-16 text", "save the file as the publisher sends it, in UTF-8"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count();
        let found = format!("bytes on line {line} that are not UTF-8, probably Latin-1 or Windows-1252");
        SourceError::new(what, &found, "take the publisher's own file; one that a spreadsheet program saved has lost letters")
    })?;
    not_a_message(text, what)?;
    Ok(text)
}

/// The file as text, from Windows-1252, which is how the old British list is written. Every byte has a meaning there.
///
/// # Errors
/// As [`utf8`], but for the encoding; and UTF-8 text with letters beyond ASCII, which this would read as nonsense.
pub fn windows_1252(bytes: &[u8], what: &str) -> Result<String, SourceError> {
    match utf8(bytes, what) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) if !error.found.contains("not UTF-8") => Err(error),
        Err(_) => {
            let text = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
            not_a_message(&text, what)?;
            Ok(text)
        }
    }
}

/// Refuses a web page and a JSON message: what servers send with status 200 when the list is not to be had.
fn not_a_message(text: &str, what: &str) -> Result<(), SourceError> {
    let start: String = text.trim_start().chars().take(300).collect::<String>().to_ascii_lowercase();
    let next =
        "the server sent a message instead of the list: open the address in a browser, and keep the last good edition until it is back";
    if start.starts_with("<!doctype html") || start.contains("<html") {
        return Err(SourceError::new(what, "a web page", next));
    }
    if start.starts_with('{') && ["\"error\"", "\"message\"", "\"status\"", "\"detail\""].iter().any(|key| start.contains(key)) {
        return Err(SourceError::new(what, &format!("a JSON message: {}", text.trim().chars().take(80).collect::<String>()), next));
    }
    Ok(())
}

/// All white space made single blanks, ends trimmed: hard line breaks, non-breaking blanks and tabs are layout, not name.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}').filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_list_is_named() {
        for (bytes, found) in [
            (&b""[..], "empty file"),
            (b"\xef\xbb\xbf \n", "empty file"),
            (b"\xff\xfe<\0a\0", "UTF-16"),
            (b"<\0a\0>\0", "UTF-16"),
            (b"name\nM\xfcller", "line 2"),
            (b"<!DOCTYPE html><title>403", "web page"),
            (b"\n<HTML lang=en>", "web page"),
            (b"{\"error\": \"quota\"}", "JSON message"),
        ] {
            let error = utf8(bytes, "the list").unwrap_err();
            assert!(error.found.contains(found), "{error}");
        }
        assert_eq!(utf8(b"\xef\xbb\xbfName;x", "the list").unwrap(), "Name;x");
    }

    #[test]
    fn windows_1252_keeps_its_quotes_and_letters() {
        assert_eq!(windows_1252(b"M\xfcller \x93x\x94 \x80", "the list").unwrap(), "Müller \u{201c}x\u{201d} €");
        assert_eq!(windows_1252("Müller".as_bytes(), "the list").unwrap(), "Müller");
        assert!(windows_1252(b"<html>\xfc", "the list").is_err());
    }

    #[test]
    fn layout_goes() {
        assert_eq!(one_line(" a\r\n   b\u{a0}c\t"), "a b c");
    }
}
