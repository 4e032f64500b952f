//! A report to print: one page of HTML without script, link or picture from elsewhere. Redacted parts are shown as hidden.
//!
//! Written piece by piece ([`start`], [`party`] for each record, [`end`]), so that a long case file needs no more memory than a short one.

use qrcodegen::{QrCode, QrCodeEcc};

use super::law::Law;
use super::{Row, hundredths, said, say, text};
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
    let fields = [("organisation", &letterhead.organisation), ("matter", &letterhead.matter), ("prepared-by", &letterhead.prepared_by)];
    let rows: String = fields.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| fact(name, &escape(value))).collect();
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title><style>{STYLE}</style><h1>{title}</h1>\
<table>{rows}{}</table><h2>{}</h2><p><code>{head}</code></p>{}<p>{} <code>redzone record verify FILE --head {head}</code></p><p>{}</p>",
        fact("records", &head.number.to_string()),
        say("head"),
        qr(&head.to_string()),
        say("head-use"),
        say("limits"),
        title = say("title"),
    )
}

/// The page of one record.
pub fn party(row: &Row) -> String {
    let shown = |value: &str| if value.is_empty() { say("not-shown").to_owned() } else { escape(value) };
    let title = said("record", "number", &row.number.to_string()).replace("{ $kind }", &escape(&row.kind));
    let result = shown(&row.result.replace('-', " "));
    let mut out = format!("<section><h2>{title}</h2><p class=result>{result}</p><table>");
    for (name, value) in [("asked", &row.asked), ("as-of", &row.as_of), ("written", &row.at)] {
        out.push_str(&fact(name, &shown(value)));
    }
    for (name, value) in [("party", &row.party), ("remarks", &row.remarks)] {
        if !value.is_empty() {
            out.push_str(&fact(name, &escape(value)));
        }
    }
    out.push_str("</table>");
    if let Some(check) = &row.check {
        let hits = check.get("hits").and_then(Json::as_list).unwrap_or_default();
        for (at, hit) in hits.iter().enumerate() {
            out.push_str(&hit_shown(hit));
            out.push_str(&row.law.as_ref().and_then(|laws| laws.get(at)).map(law_shown).unwrap_or_default());
        }
        if !hits.is_empty() && row.law.is_none() {
            out.push_str(&law_missing(check));
        }
        if row.hits > hits.len() {
            out.push_str(&format!("<p>{}</p>", said("omitted", "count", &(row.hits - hits.len()).to_string())));
        }
        out.push_str(&lists(check));
    }
    if let Some(answer) = &row.ruled {
        out.push_str(&ruled(answer));
    }
    if !row.pack.is_empty() {
        out.push_str(&format!("<p>{} <code>{}</code></p>", say("pack"), escape(&row.pack)));
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
    let name = Some(text(hit, "name")).filter(|name| !name.is_empty()).unwrap_or_else(|| say("hidden").to_owned());
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
        format!("<table>{}{reasons}</table>", heads(&["reason", "asked", "listed", "points"]))
    };
    format!(
        "<h3>{} ({} {}), {score}, {}</h3>{table}",
        escape(&name),
        escape(&text(hit, "list")),
        escape(&text(hit, "id")),
        escape(&text(hit, "strength")),
    )
}

/// What the list of a hit does in law, and where that is written.
fn law_shown(law: &Law) -> String {
    let effect = |effect: &Json| {
        let row = |name: &'static str, value: String| if value.is_empty() { value } else { fact(name, &escape(&value)) };
        let [name, meaning, does, citation] = ["name", "meaning", "effect", "citation"].map(|key| text(effect, key));
        let unverified = if effect.get("verified") == Some(&Json::Bool(true)) { "" } else { say("unverified") };
        [
            row("in-law", format!("{name}: {meaning}. {does}")),
            row("ownership", text(effect, "ownership")),
            row("next-step", text(effect, "nextStep")),
            row("note", text(effect, "note")),
            row("citation", citation),
            row("source-of", [&text(effect, "asOf"), unverified].join(" ")),
        ]
        .concat()
    };
    let effects = law.effects.as_list().unwrap_or_default();
    let gap = if effects.is_empty() { format!("<p>{}</p>", say("law-gap")) } else { String::new() };
    let part = if law.entry { String::new() } else { format!("<p>{}</p>", say("law-of-list")) };
    format!("{gap}<table>{}</table>{part}", effects.iter().map(effect).collect::<String>())
}

/// That the rules that a check names are not at hand.
fn law_missing(check: &Json) -> String {
    let words = match check.get("pack").map(|pack| text(pack, "rules")).unwrap_or_default() {
        hidden if hidden.is_empty() => say("law-unnamed").to_owned(),
        rules => said("law-missing", "rules", &escape(&rules)),
    };
    format!("<p><strong>{words}</strong></p>")
}

/// The rules that an answer about a deal or a destination rests on, what is open, and what the contract must hold.
fn ruled(answer: &Json) -> String {
    let list = |key: &str| answer.get(key).and_then(Json::as_list).unwrap_or_default();
    // What is said of a destination was found to hold, and says no more of it.
    let cell = |one: &Json, key: &str| match text(one, key) {
        nothing if nothing.is_empty() && key == "holds" => say("yes").to_owned(),
        text => escape(&text),
    };
    let cells = |one: &Json, keys: &[&str]| keys.iter().map(|key| format!("<td>{}</td>", cell(one, key))).collect::<String>();
    let table = |title: &'static str, names: &[&'static str], rows: Vec<String>| {
        if rows.is_empty() {
            return String::new();
        }
        let rows: String = rows.iter().map(|row| format!("<tr>{row}</tr>")).collect();
        format!("<h3>{}</h3><table>{}{rows}</table>", say(title), heads(names))
    };
    let lines = list("lines").iter().chain(list("fired"));
    let lines = lines.map(|line| cells(line, &["title", "says", "level", "holds", "phase", "citation", "source_as_of"])).collect();
    let open = list("flags").iter().filter(|flag| matches!(text(flag, "state").as_str(), "open" | "raised"));
    let flags = open.map(|flag| cells(flag, &["code", "asks", "state"])).collect();
    let guards = list("guards").iter().map(|guard| cells(guard, &["title", "owner", "due", "due_on"])).collect();
    [
        table("rules", &["rule", "says", "asks-for", "holds", "stands", "citation", "source-of"], lines),
        table("flags", &["flag", "question", "state"], flags),
        table("guards", &["guard", "owner", "due", "on"], guards),
    ]
    .concat()
}

fn lists(check: &Json) -> String {
    let row = |list: &Json| {
        let days = list.get("age_days").and_then(Json::as_integer).unwrap_or(0);
        let entries = list.get("entries").and_then(Json::as_integer).unwrap_or(0);
        let searched = say(if list.get("searched") == Some(&Json::Bool(true)) { "yes" } else { "no" });
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
    format!("<h3>{}</h3><table>{}{rows}</table>", say("lists"), heads(&["list", "as-of", "days-old", "age", "entries", "searched"]))
}

/// A QR code as SVG. A head always fits.
pub fn qr(text: &str) -> String {
    let modules = qr_modules(text);
    let Some((side, path)) = modules.split_once(' ') else { return String::new() };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" role=img aria-label=\"{}\"><path d=\"{path}\"/></svg>",
        say("head-qr")
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

/// A row of a table of facts; `value` is HTML.
fn fact(name: &'static str, value: &str) -> String {
    format!("<tr><th scope=row>{}</th><td>{value}</td></tr>", say(name))
}

/// The first row of a table.
fn heads(names: &[&'static str]) -> String {
    let heads: String = names.iter().map(|name| format!("<th scope=col>{}</th>", say(name))).collect();
    format!("<tr>{heads}</tr>")
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
