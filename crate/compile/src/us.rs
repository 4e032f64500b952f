//! The files of the US authorities, recognised by their content: the Consolidated Screening List, OFAC's CSV files, registers.

pub mod csl;
mod csl_csv;
mod csl_json;
mod decode;
pub mod entity_list;
pub mod ofac;
mod register;
pub mod remarks;

pub use csl_json::CslFile;
pub use register::{Register, RegisterRow, list_of as list_of_register};

use crate::Refusal;
use ofac::OfacFile;
use redzone_index::Digest;

/// A file that was recognised and read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path as given, for messages.
    pub name: String,
    /// The day or month that its path states (`us-ofac/2025-12/add.csv`); empty when it states none.
    pub dated: String,
    /// The digest of its bytes.
    pub digest: Digest,
    /// What it is.
    pub form: &'static str,
    /// How many rows.
    pub rows: usize,
    /// What it holds.
    pub content: Content,
}

/// What a source file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// A Consolidated Screening List.
    Csl(CslFile),
    /// One of OFAC's legacy files.
    Ofac(OfacFile),
    /// A public re-encoding of one agency's register.
    Register(Register),
    /// A file of another publisher, or another form: see [`crate::publisher`].
    Lists(crate::publisher::Read),
}

/// Recognises a file by its content and reads it.
///
/// # Errors
/// What is no list, or not whole: see the parsers. The refusal names row or element, expected, found, remedy.
pub fn read(name: &str, bytes: &[u8]) -> Result<SourceFile, Refusal> {
    let dated = dated(name);
    let published = crate::publisher::read(bytes).map_err(|why| Refusal::input(name, why.expected, why.found, why.next))?;
    if let Some(read) = published {
        let rows = read.lists.iter().map(|(_, parsed)| parsed.ledger.read).sum();
        return Ok(SourceFile {
            name: name.to_owned(),
            dated,
            digest: Digest::of(bytes),
            form: read.form,
            rows,
            content: Content::Lists(read),
        });
    }
    let text = decode::text(name, bytes)?;
    let start = text.trim_start();
    let (form, rows, content) = if start.starts_with('{') {
        let head = &start[..start.len().min(20_000)];
        let head = String::from_utf8_lossy(head.as_bytes());
        if head.contains("\"list_id\"") {
            let register = register::read(name, text)?;
            ("register", register.rows.len(), Content::Register(register))
        } else if head.contains("\"fieldKey\"") || head.contains("\"countsBySource\"") {
            let file = csl_json::read_staged(name, text)?;
            ("csl-json-reencoded", file.rows.len(), Content::Csl(file))
        } else {
            let file = csl_json::read_official(name, text)?;
            ("csl-json", file.rows.len(), Content::Csl(file))
        }
    } else if start.starts_with("_id,source,")
        || start.starts_with("_id\tsource\t")
        || first_line_has(start, &["source", "entity_number", "alt_names"])
    {
        let file = csl_csv::read(name, text)?;
        ("csl-csv", file.rows.len(), Content::Csl(file))
    } else if ofac::looks_like(start) {
        let file = ofac::read(name, text)?;
        let (form, rows) = match &file {
            OfacFile::Primary(rows) => ("ofac-names", rows.len()),
            OfacFile::Addresses(rows) => ("ofac-addresses", rows.len()),
            OfacFile::Aliases(rows) => ("ofac-aliases", rows.len()),
            OfacFile::Comments(rows) => ("ofac-comments", rows.len()),
        };
        (form, rows, Content::Ofac(file))
    } else {
        let found = format!("a file that starts with {:?}", start.chars().take(40).collect::<String>());
        let expected = "a file of a publisher in lists/catalog.toml";
        return Err(Refusal::input(name, expected, found, "give one of the forms that lists/README.md names"));
    };
    Ok(SourceFile { name: name.to_owned(), dated, digest: Digest::of(bytes), form, rows, content })
}

/// Puts files into the one order in which they are joined, so that the order in which they are given does not matter.
pub fn order(files: &mut [SourceFile]) {
    files.sort_by(|a, b| (a.form, &a.dated, a.digest).cmp(&(b.form, &b.dated, b.digest)));
}

fn first_line_has(text: &str, columns: &[&str]) -> bool {
    let first = text.lines().next().unwrap_or_default();
    columns.iter().all(|column| first.split([',', '\t']).any(|name| name.trim_matches('"') == *column))
}

/// The last folder of a path that is, or ends in, `YYYY-MM` or `YYYY-MM-DD`.
fn dated(path: &str) -> String {
    let date = |folder: &str| {
        [10, 7].into_iter().find_map(|length| {
            let tail = folder.get(folder.len().checked_sub(length)?..)?;
            let whole = if length == 7 { format!("{tail}-01") } else { tail.to_owned() };
            redzone_index::Date::parse(&whole).map(|_| tail.to_owned())
        })
    };
    path.rsplit('/').skip(1).find_map(date).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_named_for_a_day_or_month_dates_its_files() {
        for (path, day) in
            [("a/us-ofac/2025-12/add.csv", "2025-12"), ("us-csl-2026-07-31/x.json", "2026-07-31"), ("sdn.csv", ""), ("2025-13/a", "")]
        {
            assert_eq!(dated(path), day, "{path}");
        }
    }
}
