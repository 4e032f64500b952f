//! The cell of running text in which the Entity List prints a party: name, aliases, addresses.
//!
//! ```text
//! Semiconductor Example (Beijing) Corporation, a.k.a., the following two aliases:
//! —SE Beijing; and
//! —SEB.
//! No. 18 Wen Chang Road, Beijing 100176, China; and Room 3, Shanghai, China.
//! ```
//!
//! Commas part names from addresses, and stand inside both: a name goes on over a comma when a legal form follows (`Co., Ltd.`). No word of the
//! cell is left away, whatever the split: it is in a name, an address or a remark.

use crate::publisher::ca::is_legal_form;
use redzone_index::NameKind;

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// The name and the aliases; none where an address itself is listed.
    pub names: Vec<(String, NameKind)>,
    /// Addresses.
    pub addresses: Vec<String>,
    /// What is neither: `See alternate addresses under Pakistan`, the number of a listed address.
    pub remarks: Vec<String>,
}

impl Party {
    /// Country and name.
    pub(super) fn id(&self, country: &str) -> String {
        let name = self.names.first().map(|(name, _)| name).or(self.remarks.first());
        format!("{country}, {}", name.map_or("", String::as_str))
    }
}

/// Reads a cell; lines are parted by line breaks.
pub fn read(text: &str) -> Party {
    let mut party = Party::default();
    let text = text.trim();
    if let Some((number, rest)) = listed_address(text) {
        party.remarks.push(number.to_owned());
        add_addresses(&mut party, rest);
        return party;
    }
    match marker(text) {
        Some((before, kind, after)) => {
            // Behind the name come the aliases, then the addresses: what stands before the mark is all name.
            party.names.push((before.trim_end_matches(['(', ' ', ',']).to_owned(), NameKind::Primary));
            let rest = add_aliases(&mut party, kind, after);
            add_addresses(&mut party, &rest);
        }
        None => {
            let (name, rest) = split_name(text);
            party.names.push((name, NameKind::Primary));
            add_addresses(&mut party, &rest);
        }
    }
    party
}

/// `Address 01, Unit D, ...`: the number and the address.
fn listed_address(text: &str) -> Option<(&str, &str)> {
    let (head, rest) = text.split_once(',')?;
    let number = head.trim().strip_prefix("Address ")?;
    (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then(|| (head.trim(), rest.trim()))
}

/// The text before the first `a.k.a.` or `f.k.a.`, which of them it is, and the text after it.
fn marker(text: &str) -> Option<(&str, NameKind, &str)> {
    let marks = [
        ("a.k.a.", NameKind::Alias),
        ("f.k.a.", NameKind::Former),
        ("also known as", NameKind::Alias),
        ("formerly known as", NameKind::Former),
    ];
    let (at, mark, kind) =
        marks.into_iter().filter_map(|(mark, kind)| text.find(mark).map(|at| (at, mark, kind))).min_by_key(|(at, ..)| *at)?;
    Some((text[..at].trim().trim_end_matches(','), kind, &text[at + mark.len()..]))
}

/// The name at the start, over commas that a legal form follows, and the rest.
fn split_name(text: &str) -> (String, String) {
    let mut pieces = text.split(", ").peekable();
    let mut name = pieces.next().unwrap_or_default().to_owned();
    while let Some(piece) = pieces.next_if(|piece| goes_on(piece)) {
        name.push_str(", ");
        name.push_str(piece);
    }
    (name.trim().trim_end_matches([';', ',']).to_owned(), pieces.collect::<Vec<_>>().join(", "))
}

/// Whether a name goes on over the comma before this piece: a legal form (`Ltd. (AETC)`), a bracket, or a part of a body (`Academy of Example
/// Sciences, Institute of Bioengineering`).
fn goes_on(piece: &str) -> bool {
    const PARTS: [&str; 10] =
        ["Institute", "Academy", "Faculty", "Department", "Laboratory", "Branch", "Division", "School", "College", "Research"];
    let first = piece.split([' ', ',']).next().unwrap_or_default();
    PARTS.contains(&first) || first.starts_with('(') || is_legal_form(first) || is_legal_form(piece)
}

/// Adds the aliases behind a marker and gives back what stands behind them: one alias and the address, or a list of items, in which more markers
/// may stand (`—Example Institute (a.k.a., 902 Institute); and`) or begin a list of their own.
fn add_aliases(party: &mut Party, kind: NameKind, after: &str) -> String {
    let pieces = if after.contains("following") { items(after) } else { vec![after] };
    let (mut kind, mut rest, last) = (kind, Vec::new(), pieces.len() - 1);
    for (place, piece) in pieces.into_iter().enumerate() {
        let (mut item, more) = if place == last && place > 0 { end_of_alias(piece) } else { (piece, "") };
        let mut own = kind;
        while let Some((before, next, behind)) = marker(item) {
            add_alias(party, own, before);
            (own, item) = (next, behind);
        }
        if item.contains("following") && item.trim_end().ends_with(':') {
            kind = own;
        } else if place == 0 {
            let (line, lines) = item.trim_start_matches([',', ' ']).split_once('\n').unwrap_or((item, ""));
            let (alias, address) = split_name(line.trim_start_matches([',', ' ']));
            add_alias(party, own, &alias);
            rest.extend([address, lines.to_owned()]);
        } else {
            add_alias(party, own, item.trim_start_matches([',', ' ']));
        }
        rest.push(more.to_owned());
    }
    rest.retain(|part| !part.trim().is_empty());
    rest.join("\n")
}

/// Adds an alias without what parts it from the next.
fn add_alias(party: &mut Party, kind: NameKind, text: &str) {
    let mut alias = text.trim_start_matches([',', ' ']).trim();
    while let Some(shorter) = [" and", ";", ",", "("].iter().find_map(|end| alias.strip_suffix(end)) {
        alias = shorter.trim_end();
    }
    if alias.matches(')').count() > alias.matches('(').count() {
        alias = alias.trim_end_matches(')');
    }
    let alias = if is_abbreviated(alias) { alias } else { alias.trim_end_matches('.') };
    party.names.extend(Some((alias.to_owned(), kind)).filter(|_| !alias.is_empty() && alias != "and"));
}

/// The items of a list, with what stands before the first. A dash begins an item at the start of a line or behind a blank; inside a word
/// (`JSC Integral—Holding Managing Company`) it is part of a name.
fn items(list: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let (mut from, mut before) = (0, '\n');
    for (at, c) in list.char_indices() {
        let begins = match c {
            '—' | '–' => before.is_whitespace() || before == ':' || before == ';',
            '-' => before == '\n',
            _ => false,
        };
        if begins {
            items.push(&list[from..at]);
            from = at + c.len_utf8();
        }
        before = c;
    }
    items.push(&list[from..]);
    items
}

/// Where the last alias ends: at its line's end, otherwise at the first full stop that no abbreviation makes.
fn end_of_alias(item: &str) -> (&str, &str) {
    if let Some((alias, rest)) = item.trim().split_once('\n') {
        return (alias, rest);
    }
    let mut from = 0;
    while let Some(at) = item[from..].find(". ").map(|at| from + at) {
        let next_is_number = item[at + 2..].starts_with(|c: char| c.is_ascii_digit());
        if !is_abbreviated(&item[..=at]) || next_is_number {
            return (&item[..=at], &item[at + 2..]);
        }
        from = at + 2;
    }
    (item, "")
}

/// Whether the full stop at the end belongs to the last word: `Ltd.`, `Co.`, `St.`
fn is_abbreviated(text: &str) -> bool {
    let last = text.trim_end_matches('.').rsplit([' ', ',']).next().unwrap_or_default();
    text.ends_with('.')
        && (is_legal_form(last) || matches!(last, "St" | "No" | "Dr" | "Mr" | "Bldg" | "Rd" | "Ave" | "Tech" | "Sci" | "Inst" | "Univ"))
}

/// Addresses are parted by `; and`, or by `and` behind a semicolon; a remark stands in brackets.
fn add_addresses(party: &mut Party, text: &str) {
    for piece in text.split(['\n', ';']) {
        let piece = piece.trim().trim_start_matches("and ").trim_start_matches("and\n").trim();
        let piece = if piece == "and" { "" } else { piece };
        let (address, remark) = match piece.find("(See ") {
            Some(at) => (piece[..at].trim(), piece[at..].trim().trim_end_matches('.').trim_matches(['(', ')'])),
            None => (piece, ""),
        };
        let address = address.trim_end_matches(['.', ',']).trim();
        if !address.is_empty() {
            party.addresses.push(crate::parse::one_line(address));
        }
        party.remarks.extend(Some(remark.to_owned()).filter(|remark| !remark.is_empty()));
    }
}
