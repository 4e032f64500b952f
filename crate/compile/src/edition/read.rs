//! Reading an edition: strict, so that a text has one meaning and a meaning one text.

use super::escape::unescape;
use super::fields::{NAMES, NO_COUNTRY, OTHERS, PARTIES};
use super::{Counts, Edition, EditionError, FORM, Header, Provenance, id_order, write};
use redzone_index::{Address, Change, Country, Date, DateSpan, Digest, Entry, Identifier, ListedName, NameKind, PartyKind, Source, Vessel};

/// Reads an edition.
///
/// # Errors
/// The first line that is not as [`write`] writes it: an unknown field, a value that can't be read, a wrong order, an id twice,
/// counts that do not agree with the entries (a cut file).
pub fn read(text: &str) -> Result<Edition, EditionError> {
    let mut reader = Lines { rest: text, number: 0 };
    let (mut header, counts) = read_header(&mut reader)?;
    let mut entries: Vec<Entry> = Vec::with_capacity(counts.1.len());
    while let Some(entry) = read_entry(&mut reader)? {
        if entries.last().is_some_and(|last| id_order(&last.id) >= id_order(&entry.id)) {
            return Err(reader.error("ids in rising order, each once", format!("the id {} after a later or equal one", entry.id)));
        }
        entries.push(entry);
    }
    let declared = counts.1;
    let found = Counts::of(&entries).to_string();
    if declared != found {
        return Err(EditionError { line: counts.0, expected: declared, found: format!("{found}: the file is cut or was changed") });
    }
    header.provenance.shrink_to_fit();
    let edition = Edition { header, entries };
    canonical(text, &edition)?;
    Ok(edition)
}

fn canonical(text: &str, edition: &Edition) -> Result<(), EditionError> {
    let ours = write(edition);
    if ours == text {
        return Ok(());
    }
    let line = ours.lines().zip(text.lines()).take_while(|(ours, theirs)| ours == theirs).count();
    let at = |text: &str| text.lines().nth(line).map_or("the end".to_owned(), |line| format!("{line:?}"));
    Err(EditionError { line: line + 1, expected: at(&ours), found: at(text) })
}

struct Lines<'a> {
    rest: &'a str,
    number: usize,
}

impl<'a> Lines<'a> {
    /// The next field and value of this record; `None` at its end.
    fn next(&mut self) -> Result<Option<(&'a str, &'a str)>, EditionError> {
        let Some((line, rest)) = self.rest.split_once('\n') else {
            let found = self.rest.to_owned();
            self.number += 1;
            self.rest = "";
            return if found.is_empty() { Ok(None) } else { Err(self.error("a line break at the end of the file", format!("{found:?}"))) };
        };
        self.number += 1;
        self.rest = rest;
        if line.is_empty() {
            return Ok(None);
        }
        let (field, value) = line.split_once(':').ok_or_else(|| self.error("`Field: value`", format!("{line:?}")))?;
        let value = match value.strip_prefix(' ') {
            Some(value) => value,
            None if value.is_empty() => value,
            None => return Err(self.error("a blank after the colon", format!("{line:?}"))),
        };
        Ok(Some((field, value)))
    }

    fn error(&self, expected: impl Into<String>, found: impl Into<String>) -> EditionError {
        EditionError { line: self.number, expected: expected.into(), found: found.into() }
    }

    fn value(&self, text: &str) -> Result<String, EditionError> {
        unescape(text).ok_or_else(|| self.error("\\\\, \\n, \\s or \\u{..} after a backslash", format!("{text:?}")))
    }

    fn parsed<T>(&self, text: &str, what: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, EditionError> {
        parse(text).ok_or_else(|| self.error(what, format!("{text:?}")))
    }

    fn each<T>(&self, text: &str, what: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, EditionError> {
        text.split(' ').map(|part| self.parsed(part, what, &parse)).collect()
    }

    fn with_country(&self, text: &'a str) -> Result<(Option<Country>, &'a str), EditionError> {
        let (code, rest) = text.split_once(' ').unwrap_or((text, ""));
        if code == NO_COUNTRY {
            return Ok((None, rest));
        }
        Ok((Some(self.parsed(code, "a two-letter country code or --", Country::from_code)?), rest))
    }
}

fn change(text: &str) -> Option<Change> {
    let (since, counts) = text.split_once(' ')?;
    let words = ["added", "delisted", "renamed", "changed"];
    let count = |(part, word): (&str, &str)| part.strip_suffix(word)?.strip_suffix(' ')?.parse().ok();
    let counts: Vec<u32> = counts.split(", ").zip(words).map(count).collect::<Option<_>>()?;
    let [added, delisted, renamed, changed] = counts[..] else { return None };
    Some(Change { since: Date::parse(since)?, added, delisted, renamed, changed })
}

fn read_header(lines: &mut Lines) -> Result<(Header, (usize, String)), EditionError> {
    let mut header = Header {
        list: String::new(),
        title: String::new(),
        publisher: String::new(),
        authority: String::new(),
        // Replaced below: a header without its day is refused.
        as_of: Date::parse("0001-01-01").ok_or_else(|| lines.error("a date", "none"))?,
        notice: String::new(),
        provenance: Vec::new(),
        sources: Vec::new(),
        change: None,
        waivers: Vec::new(),
        source_rows: 0,
        joined_rows: 0,
        ended_rows: 0,
        dropped_rows: 0,
        problems: 0,
    };
    let mut counts = None;
    let mut dated = false;
    while let Some((field, value)) = lines.next()? {
        match field {
            "Edition" => header.list = lines.value(value)?,
            "Form" if value == FORM.to_string() => {}
            "Form" => return Err(lines.error(format!("record form {FORM}"), format!("form {value}, which this program can't read"))),
            "Title" => header.title = lines.value(value)?,
            "Publisher" => header.publisher = lines.value(value)?,
            "Authority" => header.authority = lines.value(value)?,
            "As-Of" => (header.as_of, dated) = (lines.parsed(value, "a date YYYY-MM-DD", Date::parse)?, true),
            "Notice" => header.notice = lines.value(value)?,
            "Provenance" => {
                let (fields, source) = value.split_once(" = ").ok_or_else(|| lines.error("`fields = source`", format!("{value:?}")))?;
                header.provenance.push(Provenance { fields: lines.value(fields)?, source: lines.value(source)? });
            }
            "Source" => {
                let (digest, form) = value.split_once(' ').unwrap_or((value, ""));
                let digest = lines.parsed(digest, "a SHA-256 digest", Digest::parse)?;
                header.sources.push(Source { form: lines.value(form)?, digest });
            }
            "Change" => header.change = Some(lines.parsed(value, "`DATE N added, N delisted, N renamed, N changed`", change)?),
            "Waiver" => header.waivers.push(lines.value(value)?),
            "Counts" => counts = Some((lines.number, value.to_owned())),
            "Rows" => {
                let counts = value.split(", ").filter_map(|part| part.split_once(' '));
                for (count, what) in counts.filter_map(|(count, what)| Some((count.parse::<usize>().ok()?, what))) {
                    match what {
                        "in the source" => header.source_rows = count,
                        "joined" => header.joined_rows = count,
                        "ended" => header.ended_rows = count,
                        "dropped" => header.dropped_rows = count,
                        "problems named" => header.problems = count,
                        _ => {
                            return Err(
                                lines.error("`N in the source, N joined, N ended, N dropped, N problems named`", format!("{value:?}"))
                            );
                        }
                    }
                }
            }
            other => return Err(lines.error("a header field of lists/README.md", format!("{other:?}"))),
        }
    }
    match counts {
        Some(counts) if dated && !header.list.is_empty() => Ok((header, counts)),
        _ => Err(lines.error("a header with Edition, As-Of and Counts", "none of that name before the first blank line")),
    }
}

fn read_entry(lines: &mut Lines) -> Result<Option<Entry>, EditionError> {
    let mut entry = Entry::default();
    let mut any = false;
    while let Some((field, value)) = lines.next()? {
        if !any && field != "Id" {
            return Err(lines.error("Id as the first field of an entry", format!("{field:?}")));
        }
        any = true;
        if let Some((kind, _)) = NAMES.iter().find(|(_, name)| *name == field) {
            entry.names.push(ListedName { text: lines.value(value)?, kind: *kind });
            continue;
        }
        let vessel = |entry: &mut Entry| entry.vessel.take().unwrap_or_default();
        match field {
            "Id" => entry.id = lines.value(value)?,
            "Kind" => {
                let party = |word: &str| PARTIES.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind);
                entry.kind = lines.parsed(value, "individual, entity, vessel, aircraft or address", party)?;
            }
            "Program" => entry.programs.push(lines.value(value)?),
            "Citation" => entry.citations.push(lines.value(value)?),
            "License" => entry.license_requirement = Some(lines.value(value)?),
            "Policy" => entry.license_policy = Some(lines.value(value)?),
            "Address" => {
                let (country, text) = lines.with_country(value)?;
                entry.addresses.push(Address { text: lines.value(text)?, country });
            }
            "Born" => entry.born = lines.each(value, "dates such as 1962, 1962-05, ~1951 or 1958/1959", DateSpan::parse)?,
            "Birthplace" => entry.birthplaces.push(lines.value(value)?),
            "Country" => entry.countries = lines.each(value, "two-letter country codes", Country::from_code)?,
            "Number" => {
                let (country, rest) = lines.with_country(value)?;
                let (kind, number) = rest.split_once(": ").ok_or_else(|| lines.error("`CC kind: number`", format!("{value:?}")))?;
                entry.identifiers.push(Identifier { kind: lines.value(kind)?, value: lines.value(number)?, country });
            }
            "Title" => entry.title = Some(lines.value(value)?),
            "Vessel" => entry.vessel = Some(Vessel { vessel_type: lines.value(value)?, ..Vessel::default() }),
            "Call-Sign" => entry.vessel = Some(Vessel { call_sign: lines.value(value)?, ..vessel(&mut entry) }),
            "Tonnage" => entry.vessel = Some(Vessel { tonnage: lines.value(value)?, ..vessel(&mut entry) }),
            "Gross-Tonnage" => entry.vessel = Some(Vessel { gross_registered_tonnage: lines.value(value)?, ..vessel(&mut entry) }),
            "Flag" => entry.vessel = Some(Vessel { flag: lines.value(value)?, ..vessel(&mut entry) }),
            "Owner" => entry.vessel = Some(Vessel { owner: lines.value(value)?, ..vessel(&mut entry) }),
            "Listed" => entry.listed = Some(lines.parsed(value, "a date YYYY-MM-DD", Date::parse)?),
            "Ends" => entry.ends = Some(lines.parsed(value, "a date YYYY-MM-DD", Date::parse)?),
            "Remark" => entry.remarks.push(lines.value(value)?),
            other => {
                let expected = format!("one of the fields {OTHERS}, Name, Alias, Former, Now, Weak");
                return Err(lines.error(expected, format!("{other:?}")));
            }
        }
    }
    if !any {
        let more = !lines.rest.is_empty();
        return if more { Err(lines.error("one blank line between entries", "two")) } else { Ok(None) };
    }
    let first = entry.names.first().map(|name| name.kind);
    let primaries = entry.names.iter().filter(|name| name.kind == NameKind::Primary).count();
    let whole = primaries == 1 && first == Some(NameKind::Primary) || entry.kind == PartyKind::Address && entry.names.is_empty();
    if entry.id.is_empty() || !whole {
        let found = format!("id {:?} with {primaries} primary names", entry.id);
        return Err(lines.error("an entry with an Id and one Name, which stands before its other names", found));
    }
    Ok(Some(entry))
}
