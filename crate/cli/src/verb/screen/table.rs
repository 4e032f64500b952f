//! The two tables that `redzone screen` reads.

use redzone_compile::places;
use redzone_index::{Country, DateSpan, Entry, ListedName, NameKind, PartyKind};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use super::{kind_of, text_of};
use crate::fault::{Fault, Kind};
use crate::files;

/// One row of the queries.
pub struct Query {
    /// As given.
    pub id: String,
    /// As given.
    pub name: String,
    /// [`PartyKind::Unstated`] when the file does not say.
    pub kind: PartyKind,
    /// When stated and readable.
    pub born: Option<DateSpan>,
    /// When stated and known.
    pub country: Option<Country>,
    /// When the file has a column `address`.
    pub address: String,
    /// When the file has a column `identifiers`: one each, `;` between them.
    pub identifiers: Vec<String>,
}

/// Reads listed names, one a row, into entries: rows of one id are one party, in the order of first mention.
///
/// # Errors
/// A file or column that is missing, a ragged row, an id without a name.
pub fn read_list(path: &Path) -> Result<Vec<Entry>, Fault> {
    let rows = rows(path, &["entity_id", "type", "name", "kind", "dob", "country"])?;
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut entries: Vec<Entry> = Vec::new();
    for [id, kind, name, name_kind, born, country] in rows {
        let at = *places.entry(id.clone()).or_insert_with(|| {
            entries.push(entry(id, kind_of(&kind)));
            entries.len() - 1
        });
        let entry = &mut entries[at];
        let name_kind = match name_kind.as_str() {
            "primary" if entry.names.is_empty() => NameKind::Primary,
            "weak" => NameKind::Weak,
            _ => NameKind::Alias,
        };
        entry.names.push(ListedName { text: name, kind: name_kind });
        let born = born.split(';').filter_map(|text| DateSpan::parse(text.trim()));
        for born in born {
            if !entry.born.contains(&born) {
                entry.born.push(born);
            }
        }
        for country in country.split(';').filter_map(|text| places::country(text.trim())) {
            if !entry.countries.contains(&country) {
                entry.countries.push(country);
            }
        }
    }
    if entries.is_empty() {
        let what = format!("{}: expected listed names, found no row", path.display());
        return Err(Fault::new(Kind::BadInput, what, "give a list with at least one name: nothing can be screened against an empty list"));
    }
    Ok(entries)
}

/// Reads queries one at a time, whatever the length of the file: each with how many bytes were read so far.
///
/// # Errors
/// A file or column that is missing; in the iterator a ragged row or text that is not UTF-8.
pub fn queries(path: &Path) -> Result<impl Iterator<Item = Result<(Query, u64), Fault>>, Fault> {
    let mut file = BufReader::new(File::open(path).map_err(|why| Fault::reading(path, &why))?);
    files::begins_like_text(file.fill_buf().map_err(|why| Fault::reading(path, &why))?, &path.display().to_string())?;
    let mut reader = csv::Reader::from_reader(file);
    let places = columns(path, &mut reader, &["query_id", "name", "type", "dob", "country"])?;
    let header = reader.headers().map_err(|why| ragged(path, &why))?.clone();
    let [address, identifiers] = ["address", "identifiers"].map(|name| header.iter().position(|found| found.trim() == name));
    let path = path.to_owned();
    let mut row = csv::StringRecord::new();
    Ok(std::iter::from_fn(move || match reader.read_record(&mut row) {
        Ok(false) => None,
        Err(why) => Some(Err(ragged(&path, &why))),
        Ok(true) => {
            let [id, name, kind, born, country] = places.map(|place| row.get(place).unwrap_or_default());
            let query = Query {
                id: id.to_owned(),
                name: name.to_owned(),
                kind: kind_of(kind),
                born: DateSpan::parse(born.trim()),
                country: places::country(country.trim()),
                address: address.and_then(|place| row.get(place)).unwrap_or_default().to_owned(),
                identifiers: identifiers.and_then(|place| row.get(place)).map(apart).unwrap_or_default(),
            };
            Some(Ok((query, reader.position().byte())))
        }
    }))
}

/// The texts of a cell that may hold several.
fn apart(cell: &str) -> Vec<String> {
    cell.split(';').map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// The named columns of every row, in the order asked for.
pub(in crate::verb) fn rows<const N: usize>(path: &Path, names: &[&str; N]) -> Result<Vec<[String; N]>, Fault> {
    let text = text_of(path)?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let places = columns(path, &mut reader, names)?;
    let rows = reader.records().map(|row| {
        let row = row.map_err(|why| ragged(path, &why))?;
        Ok(places.map(|place| row.get(place).unwrap_or_default().to_owned()))
    });
    rows.collect()
}

/// Where the named columns stand.
fn columns<const N: usize>(path: &Path, reader: &mut csv::Reader<impl Read>, names: &[&str; N]) -> Result<[usize; N], Fault> {
    let bad = |what: String, next: &str| Fault::new(Kind::BadInput, format!("{}: {what}", path.display()), next);
    let header = reader.headers().map_err(|why| bad(why.to_string(), "give a CSV file with a header line"))?.clone();
    let mut places = [0usize; N];
    for (place, column) in places.iter_mut().zip(names) {
        let name = |found: &str| found.trim_start_matches('\u{feff}').trim() == *column;
        *place = header.iter().position(name).ok_or_else(|| {
            let found = header.iter().collect::<Vec<_>>().join(",");
            bad(format!("expected a column {column:?}, found {found:?}"), "name the columns in the first line as the help says")
        })?;
    }
    Ok(places)
}

fn ragged(path: &Path, why: &csv::Error) -> Fault {
    let next = "give every row as many fields as the header, quoted where they hold commas, in UTF-8";
    Fault::new(Kind::BadInput, format!("{}: {why}", path.display()), next)
}

fn entry(id: String, kind: PartyKind) -> Entry {
    Entry { id, kind, ..Entry::default() }
}
