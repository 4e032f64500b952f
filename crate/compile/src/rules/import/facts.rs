//! Fact files as rows of named cells, and source rows as TOML.

use super::super::RuleError;

/// A fact file.
pub(super) struct Facts {
    file: &'static str,
    head: csv::StringRecord,
    rows: Vec<csv::StringRecord>,
}

/// One row of a fact file.
pub(super) struct Fact<'a> {
    facts: &'a Facts,
    row: &'a csv::StringRecord,
}

impl Facts {
    pub(super) fn read(file: &'static str, text: &str) -> Result<Facts, RuleError> {
        let wrong = |why: csv::Error| RuleError { file: file.to_owned(), row: String::new(), why: why.to_string() };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let head = reader.headers().map_err(wrong)?.clone();
        let rows = reader.records().collect::<Result<Vec<_>, _>>().map_err(wrong)?;
        Ok(Facts { file, head, rows })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Fact<'_>> {
        self.rows.iter().map(|row| Fact { facts: self, row })
    }
}

impl<'a> Fact<'a> {
    /// The cell of a column, trimmed; empty when there is no such column.
    pub(super) fn get(&self, column: &str) -> &'a str {
        let at = self.facts.head.iter().position(|name| name == column);
        at.and_then(|at| self.row.get(at)).unwrap_or_default().trim()
    }

    pub(super) fn wrong(&self, why: &str) -> RuleError {
        RuleError { file: self.facts.file.to_owned(), row: self.row.get(0).unwrap_or_default().to_owned(), why: why.to_owned() }
    }
}

/// How the facts mark what nobody looked up, in words that users understand.
const UNSEEN: [(&str, &str); 4] = [
    ("is model-knowledge", "was not verified"),
    (": model-knowledge", ": not verified"),
    ("model knowledge", "general knowledge, not verified"),
    ("model-knowledge", "not verified"),
];

/// A row in the making. Tables of short rows stand on one line, the others on one line a field.
pub(super) struct Line {
    kind: &'static str,
    text: String,
}

impl Line {
    pub(super) fn new(kind: &'static str, id: &str) -> Line {
        let mut line = Line { kind, text: String::new() };
        line.put("id", id);
        line
    }

    /// A field; left out when empty.
    pub(super) fn put(&mut self, key: &str, value: &str) -> &mut Line {
        let value = value.trim().trim_end_matches(';').trim();
        if !value.is_empty() {
            let value = UNSEEN.iter().fold(value.to_owned(), |value, (mark, words)| value.replace(mark, words));
            let value = value.replace('\\', "\\\\").replace('"', "\\\"");
            self.text.push_str(&format!("{key} = \"{value}\"\n"));
        }
        self
    }

    /// The source, the issue date and the confidence, where they differ from the file's default.
    pub(super) fn source(&mut self, fact: &Fact<'_>, default_source: &str, default_as_of: &str) -> &mut Line {
        for (key, value, default) in [("source", fact.get("source"), default_source), ("as_of", fact.get("as_of"), default_as_of)] {
            if value != default {
                self.put(key, value);
            }
        }
        let confidence = if fact.get("confidence") == "verified" { "verified" } else { "unverified" };
        if default_as_of.is_empty() || confidence != "verified" {
            self.put("confidence", confidence);
        }
        self
    }

    pub(super) fn finish(&self) -> String {
        format!("[[{}]]\n{}\n", self.kind, self.text)
    }
}
