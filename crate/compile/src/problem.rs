//! What was odd in a source, row by row: no row is lost in silence.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// One odd, dropped, ambiguous or unmatched row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The sort of problem, in words: the heading of its group.
    pub group: &'static str,
    /// The entry's id, or the row of the source.
    pub at: String,
    /// What stands there; empty when the id says it all.
    pub what: String,
}

impl Problem {
    /// A problem.
    pub fn new(group: &'static str, at: impl Into<String>, what: impl Into<String>) -> Problem {
        Problem { group, at: at.into(), what: what.into() }
    }
}

/// A list's problems as text: grouped, counted, each row named.
pub fn report(list: &str, problems: &[Problem]) -> String {
    let mut groups: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        groups.entry(problem.group).or_default().push(problem);
    }
    let mut text = format!("Problems of {list}: {} in {} groups\n", problems.len(), groups.len());
    for (group, mut rows) in groups {
        rows.sort_by(|a, b| (crate::edition::id_order(&a.at), &a.what).cmp(&(crate::edition::id_order(&b.at), &b.what)));
        let _ = write!(text, "\n== {} {group}\n", rows.len());
        let mut width = 0;
        for row in rows {
            if !row.what.is_empty() {
                let _ = writeln!(text, "{}{}: {}", if width > 0 { "\n" } else { "" }, row.at, crate::edition::escape(&row.what));
                width = 0;
                continue;
            }
            // Rows that are only an id share lines.
            let ends = width + row.at.len() + 1 > 120;
            text.push_str(if width == 0 {
                ""
            } else if ends {
                "\n"
            } else {
                " "
            });
            text.push_str(&row.at);
            width = if ends { row.at.len() } else { width + row.at.len() + 1 };
        }
        if width > 0 {
            text.push('\n');
        }
    }
    text
}
