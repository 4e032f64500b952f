//! A report to print: one page of HTML without script, link or picture from elsewhere. Redacted parts are shown as hidden.
//!
//! Written piece by piece ([`start`], [`party`] for each record, [`end`]), so that a long case file needs no more memory than a short one.

use qrcodegen::{QrCode, QrCodeEcc};

use super::{Row, hundredths, text};
use crate::{Head, Json};

/// What stands at the top of a report. All may be empty.
#[derive(Clone, Debug, Default)]
pub struct Letterhead {
    /// Who reports.
    pub organisation: String,
    /// What about.
    pub matter: String,
    /// Who prepared it.
    pub prepared_by: String,
}

const STYLE: &str = "body{font:11pt/1.45 Georgia,serif;max-width:48em;margin:2em auto;padding:0 1em;color:#111}h1,h2,h3{font-family:Arial,sans-serif;line-height:1.2}\
table{border-collapse:collapse;width:100%;margin:.5em 0}th,td{border-bottom:1px solid #999;padding:.25em .5em .25em 0;text-align:left;vertical-align:top}\
td.n{text-align:right;white-space:nowrap}code{font-size:9pt;overflow-wrap:anywhere}section{break-before:page;margin-top:3em}svg{width:9em;height:9em}\
.result{font:bold 13pt Arial,sans-serif;border:2px solid #111;padding:.4em .6em;display:inline-block}@page{margin:20mm}@media print{body{margin:0;max-width:none}}";

/// The cover: letterhead, head as text and as a QR code, what the report is and is not.
pub fn start(letterhead: &Letterhead, head: &Head) -> String {
    let fields = [("Organisation", &letterhead.organisation), ("Matter", &letterhead.matter), ("Prepared by", &letterhead.prepared_by)];
    let rows: String = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("<tr><th scope=row>{name}</th><td>{}</td></tr>", escape(value)))
        .collect();
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Screening report</title><style>{STYLE}</style><h1>Screening report</h1>\
<table>{rows}<tr><th scope=row>Records</th><td>{}</td></tr></table><h2>Head of the case file</h2><p><code>{head}</code></p>{}\
<p>Whoever has the case file can check it against this head, and ask every question again: <code>redzone record verify FILE --head {head}</code></p>\
<p>A hit is a reason to look, not a finding. Finding none is not a permission. This is not legal advice.</p>",
        head.number,
        qr(&head.to_string()),
    )
}

/// The page of one record.
pub fn party(row: &Row) -> String {
    let shown = |value: &str| if value.is_empty() { "not stated or hidden".to_owned() } else { escape(value) };
    let mut out = format!(
        "<section><h2>Record {}: {}</h2><p class=result>{}</p><table><tr><th scope=row>Asked</th><td>{}</td></tr>\
<tr><th scope=row>As of</th><td>{}</td></tr><tr><th scope=row>Written</th><td>{}</td></tr>",
        row.number,
        escape(&row.kind),
        shown(&row.result.replace('-', " ")),
        shown(&row.asked),
        shown(&row.as_of),
        escape(&row.at),
    );
    for (name, value) in [("Party", &row.party), ("Remarks", &row.remarks)] {
        if !value.is_empty() {
            out.push_str(&format!("<tr><th scope=row>{name}</th><td>{}</td></tr>", escape(value)));
        }
    }
    out.push_str("</table>");
    if let Some(check) = &row.check {
        let hits = check.get("hits").and_then(Json::as_list).unwrap_or_default();
        for hit in hits {
            out.push_str(&hit_shown(hit));
        }
        if row.hits > hits.len() {
            out.push_str(&format!("<p>{} more parties reached the threshold.</p>", row.hits - hits.len()));
        }
        out.push_str(&lists(check));
    }
    if let Some(deal) = &row.deal {
        out.push_str(&determination(deal));
    }
    if !row.pack.is_empty() {
        out.push_str(&format!("<p>Pack <code>{}</code></p>", escape(&row.pack)));
    }
    out.push_str("</section>");
    out
}

/// Ends the file.
pub fn end() -> &'static str {
    "</html>\n"
}

fn hit_shown(hit: &Json) -> String {
    let score = hit.get("score").and_then(Json::as_integer).map(hundredths).unwrap_or_default();
    let name = Some(text(hit, "name")).filter(|name| !name.is_empty()).unwrap_or_else(|| "hidden".to_owned());
    let reason = |reason: &Json| {
        let points = reason.get("points").and_then(Json::as_integer).map(hundredths).unwrap_or_default();
        let word = text(reason, "code").replace('-', " ");
        let (asked, listed) = (text(reason, "asked"), text(reason, "listed"));
        format!("<tr><td>{}</td><td>{}</td><td>{}</td><td class=n>{points}</td></tr>", escape(&word), escape(&asked), escape(&listed))
    };
    let reasons: String = hit.get("reasons").and_then(Json::as_list).unwrap_or_default().iter().map(reason).collect();
    let table = if reasons.is_empty() {
        String::new()
    } else {
        format!(
            "<table><tr><th scope=col>Reason</th><th scope=col>Asked</th><th scope=col>Listed</th><th scope=col>Points</th></tr>{reasons}</table>"
        )
    };
    format!(
        "<h3>{} ({} {}), {score}, {}</h3>{table}",
        escape(&name),
        escape(&text(hit, "list")),
        escape(&text(hit, "id")),
        escape(&text(hit, "strength")),
    )
}

/// What a determination rests on, what is open, and what the contract must hold.
fn determination(answer: &Json) -> String {
    let list = |key: &str| answer.get(key).and_then(Json::as_list).unwrap_or_default();
    let cells = |one: &Json, keys: &[&str]| keys.iter().map(|key| format!("<td>{}</td>", escape(&text(one, key)))).collect::<String>();
    let table = |title: &str, heads: &[&str], rows: Vec<String>| {
        if rows.is_empty() {
            return String::new();
        }
        let heads: String = heads.iter().map(|head| format!("<th scope=col>{head}</th>")).collect();
        let rows: String = rows.iter().map(|row| format!("<tr>{row}</tr>")).collect();
        format!("<h3>{title}</h3><table><tr>{heads}</tr>{rows}</table>")
    };
    let lines = list("lines").iter().map(|line| cells(line, &["title", "level", "holds", "citation", "source_as_of"])).collect();
    let open = list("flags").iter().filter(|flag| matches!(text(flag, "state").as_str(), "open" | "raised"));
    let flags = open.map(|flag| cells(flag, &["code", "asks", "state"])).collect();
    let guards = list("guards").iter().map(|guard| cells(guard, &["title", "owner", "due", "due_on"])).collect();
    [
        table("Rules", &["Rule", "What it asks for", "Holds", "Citation", "Source of"], lines),
        table("Red flags that are open", &["Flag", "Question", "State"], flags),
        table("Obligations to write in", &["Obligation", "Owner", "Due", "On"], guards),
    ]
    .concat()
}

fn lists(check: &Json) -> String {
    let row = |list: &Json| {
        let days = list.get("age_days").and_then(Json::as_integer).unwrap_or(0);
        let entries = list.get("entries").and_then(Json::as_integer).unwrap_or(0);
        let searched = if list.get("searched") == Some(&Json::Bool(true)) { "yes" } else { "no" };
        format!(
            "<tr><td>{}</td><td>{}</td><td class=n>{days}</td><td>{}</td><td class=n>{entries}</td><td>{searched}</td></tr>",
            escape(&text(list, "id")),
            escape(&text(list, "as_of")),
            escape(&text(list, "age")),
        )
    };
    let rows: String = check.get("lists").and_then(Json::as_list).unwrap_or_default().iter().map(row).collect();
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "<h3>Lists</h3><table><tr><th scope=col>List</th><th scope=col>As of</th><th scope=col>Days old</th><th scope=col>Age</th>\
<th scope=col>Entries</th><th scope=col>Searched</th></tr>{rows}</table>"
    )
}

/// A QR code as SVG. A head always fits.
pub fn qr(text: &str) -> String {
    let modules = qr_modules(text);
    let Some((side, path)) = modules.split_once(' ') else { return String::new() };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" role=img aria-label=\"The head as a QR code\"><path d=\"{path}\"/></svg>"
    )
}

/// A QR code as `SIDE PATH`: the dark modules as an SVG path of one unit a module, the side with the quiet zone of four modules that ISO/IEC
/// 18004 asks for. Empty for a text that does not fit.
pub fn qr_modules(text: &str) -> String {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return String::new() };
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{},{}h1v1h-1z", x + 4, y + 4));
        }
    }
    format!("{} {path}", size + 8)
}

/// Text for HTML; characters that steer the direction of writing are written out, since they could turn a line around.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control()
                || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}') =>
            {
                out.push_str(&format!("&lt;U+{:04X}&gt;", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out
}
