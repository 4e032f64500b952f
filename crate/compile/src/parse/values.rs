//! Several values in one cell.

/// The values of a cell that numbers them, `1) Saudi Arabia 2) Qatar`, or letters them, `a) .. b) ..`, with or without an opening bracket.
/// A cell without marks is one value; a blank cell none. A mark counts only in its turn, so `(2) of 3)` inside a value stays.
///
/// ```
/// use redzone_compile::parse::values::numbered;
/// assert_eq!(numbered("1) Saudi Arabia 2) Qatar."), ["Saudi Arabia", "Qatar."]);
/// assert_eq!(numbered("(1) 12 High St; (2) 4 Low St"), ["12 High St", "4 Low St"]);
/// assert_eq!(numbered("a) Libya b) Mali"), ["Libya", "Mali"]);
/// assert_eq!(numbered("Flat 2) 4"), ["Flat 2) 4"]);
/// ```
pub fn numbered(cell: &str) -> Vec<&str> {
    let cell = cell.trim();
    for style in [number as fn(usize) -> String, letter] {
        let Some(mut rest) = starts_with_mark(cell, &style(0)) else { continue };
        let mut values = Vec::new();
        for next in 1.. {
            match find_mark(rest, &style(next)) {
                Some((before, after)) => {
                    values.push(before);
                    rest = after;
                }
                None => break,
            }
        }
        values.push(rest);
        return values
            .into_iter()
            .map(|value| value.trim().trim_end_matches([';', ',']).trim())
            .filter(|value| !value.is_empty())
            .collect();
    }
    if cell.is_empty() { Vec::new() } else { vec![cell] }
}

fn number(place: usize) -> String {
    format!("{})", place + 1)
}

fn letter(place: usize) -> String {
    let letter = u8::try_from(place).ok().filter(|place| *place < 26).map_or('\0', |place| char::from(b'a' + place));
    format!("{letter})")
}

fn starts_with_mark<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    text.strip_prefix('(').unwrap_or(text).strip_prefix(mark)
}

/// The text before and after a mark that stands behind a blank, `;` or `.`.
fn find_mark<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    text.match_indices(mark).find_map(|(at, _)| {
        let before = &text[..at];
        let bare = before.strip_suffix('(').unwrap_or(before);
        let parted = bare.is_empty() || bare.ends_with(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '.'));
        parted.then(|| (bare, &text[at + mark.len()..]))
    })
}
