//! A summary for spreadsheets (RFC 4180): one line a record, every cell quoted, no cell active.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula (OWASP, CSV Injection); blanks, quotes and
//! invisible characters in front, and full-width forms, do not keep every program from it; and one that is set to another separator sees cells where we
//! wrote none. So [`guard`] puts an apostrophe before every such beginning, after each possible separator too. That changes the text: the twin
//! ([`exact`]) writes each text as a JSON string instead, which begins with a quotation mark and reads back exactly.

use super::{Row, hundredths};
use crate::Json;

/// The first line of both forms.
pub const HEADER: &str = "record,written,kind,party,asked,as_of,result,hits,best_score,best_hit,remarks,pack";

/// What begins a formula, full-width and small forms included.
const ACTIVE: [char; 15] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−', '%', '|'];
/// What some program may take for the end of a cell.
const SEPARATORS: [char; 9] = [',', ';', '\t', '|', '\r', '\n', '\u{b}', '\u{2028}', '\u{2029}'];

/// One line, safe to open.
pub fn summary(row: &Row) -> String {
    line(row, guard)
}

/// One line of the twin: every text as a JSON string.
pub fn exact(row: &Row) -> String {
    line(row, |text| Json::from(text).to_canonical())
}

fn line(row: &Row, cell: impl Fn(&str) -> String) -> String {
    let best = row.best.map(hundredths).unwrap_or_default();
    let cells = [
        row.number.to_string(),
        cell(&row.at),
        cell(&row.kind),
        cell(&row.party),
        cell(&row.asked),
        cell(&row.as_of),
        cell(&row.result),
        row.hits.to_string(),
        best,
        cell(&row.first),
        cell(&row.remarks),
        cell(&row.pack),
    ];
    cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).join(",")
}

/// The text with an apostrophe before whatever could begin a formula.
pub fn guard(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut start = true;
    let mut segment = String::new();
    for c in text.chars() {
        if start && ACTIVE.contains(&c) {
            out.push('\'');
            start = false;
        } else if start && !is_padding(c) {
            start = false;
        }
        if SEPARATORS.contains(&c) {
            // A cell that begins with a separator begins like a formula to some.
            if out.is_empty() && segment.is_empty() {
                out.push('\'');
            }
            out.push_str(&segment);
            segment.clear();
            out.push(c);
            start = true;
        } else if start {
            segment.push(c);
        } else {
            out.push_str(&segment);
            segment.clear();
            out.push(c);
        }
    }
    out.push_str(&segment);
    out
}

/// What programs skip or drop before they look for a formula.
fn is_padding(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '"' | '\'' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_begins_like_a_formula_in_any_segment() {
        for payload in
            ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\"=1", "＝1", "\u{200b}=1", "a;=1", "a,\" =1", "x\n=1", "\r=1", "'=1", "a|=1"]
        {
            let guarded = guard(payload);
            for segment in guarded.split(SEPARATORS) {
                let first = segment.chars().find(|c| !is_padding(*c) || *c == '\'');
                assert!(first.is_none_or(|c| !ACTIVE.contains(&c)), "{payload:?} {guarded:?}");
            }
            assert!(!guarded.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{payload:?} {guarded:?}");
        }
        for plain in ["Huawei Technologies Co., Ltd.", "Al-Farouq", "a = b", "", "中芯国际"] {
            assert_eq!(guard(plain), plain);
        }
    }

    #[test]
    fn the_twin_gives_every_text_back() {
        let row = Row { asked: "=HYPERLINK(\"http://x\";\"y\")\n\u{0}".into(), ..Row::default() };
        let line = exact(&row);
        let cell = Json::from(row.asked.as_str()).to_canonical();
        assert!(line.contains(&cell.replace('"', "\"\"")));
        assert_eq!(crate::read(&cell).unwrap(), Json::from(row.asked.as_str()));
    }
}
