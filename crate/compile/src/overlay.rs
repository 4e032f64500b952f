//! Names that a list does not print and that another official source gives: `lists/trade-names.toml`, added to a list's entries when a
//! pack is built. Each comes with its source, as a remark that says whose it is.

use crate::edition::Edition;
use redzone_index::{Date, ListedName, NameKind};
use serde::Deserialize;

/// One source and the names that it gives.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who says it, where: shown with every hit.
    pub says: String,
    /// The day of that source, `YYYY-MM-DD`.
    pub date: String,
    /// Where it can be read.
    pub address: String,
    /// The names.
    #[serde(rename = "name")]
    pub names: Vec<Row>,
}

/// One name of one entry.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The name.
    pub name: String,
    /// The list.
    pub list: String,
    /// The id of the entry in it.
    pub entry: String,
    /// A name under which the list has that entry, so that a changed entry is noticed.
    pub listed: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    source: Vec<Source>,
}

/// Reads an overlay.
///
/// # Errors
/// What is not in form, in words.
pub fn read(text: &str) -> Result<Vec<Source>, String> {
    let file: File = toml::from_str(text).map_err(|why| why.to_string())?;
    for source in &file.source {
        if Date::parse(&source.date).is_none() {
            return Err(format!("{}: date: expected YYYY-MM-DD, found {:?}", source.says, source.date));
        }
        if source.says.trim().is_empty() || source.address.trim().is_empty() || source.names.is_empty() {
            return Err(format!("{:?}: a source says who it is, where it can be read and a name", source.says));
        }
    }
    Ok(file.source)
}

/// Adds the names to the editions. Lists that are not among the editions are left out.
///
/// # Errors
/// The first row whose entry is not there any more, has another name, or has the name itself by now: a person must look at it again.
pub fn apply(sources: &[Source], editions: &mut [Edition]) -> Result<(), String> {
    for source in sources {
        for row in &source.names {
            let Some(edition) = editions.iter_mut().find(|edition| edition.header.list == row.list) else { continue };
            let expected = format!("{:?} of {}: expected the entry {} with the name {:?}", row.name, row.list, row.entry, row.listed);
            let entry = edition.entries.iter_mut().find(|entry| entry.id == row.entry).ok_or(format!("{expected}, found no such entry"))?;
            let has = |name: &str| entry.names.iter().any(|listed| listed.text == name);
            if !has(&row.listed) {
                return Err(format!("{expected}, found {:?}", entry.names.first().map_or("no name", |name| name.text.as_str())));
            }
            if has(&row.name) {
                return Err(format!("{expected} alone, found the list has {:?} itself: take the row out", row.name));
            }
            entry.names.push(ListedName { text: row.name.clone(), kind: NameKind::Ours });
            entry.remarks.push(format!(
                "Not on the official list: the name \u{201c}{}\u{201d} is added by us. Source: {}, {}, {}.",
                row.name, source.says, source.date, source.address
            ));
        }
    }
    Ok(())
}
