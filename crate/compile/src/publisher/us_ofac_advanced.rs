//! US Treasury, Office of Foreign Assets Control: SDN_ADVANCED.XML and CONS_ADVANCED.XML, the only forms with names in their own script.
//!
//! The file is a small database (the UN's Advanced Sanctions Data Model). `ReferenceValueSets` give numbers their meaning; `Locations` and
//! `IDRegDocuments` are referred to by number; `DistinctParty/Profile` holds identities with aliases (`LowQuality`), each in one or more
//! `DocumentedName`s (a script each), and features (birth date, nationality, location, digital currency address ...); `SanctionsEntry` ties a
//! profile to a list, a date and programmes; `ProfileRelationship` ties two profiles. The sections refer to each other in both directions, so
//! the file is read twice: first what is referred to, then the parties. The profile's number is the ent_num of the CSV files.
//! Built from the published schema and documented examples; no live file was met.

use crate::parse::xml::{self, Element, Shape};
use crate::parse::{Parsed, SourceError, utf8};
use std::collections::BTreeSet;

mod party;
mod references;

use references::References;

const WHAT: &str = "the OFAC advanced list (SDN_ADVANCED.XML or CONS_ADVANCED.XML, root Sanctions)";
const ROOTS: &[&str] = &["Sanctions", "SanctionsData"];
const REFERRED: &[&str] =
    &["ReferenceValueSets", "Location", "IDRegDocument", "ProfileRelationship", "SanctionsEntry", "DistinctParty", "SanctionsEntryLink"];

/// Reads `SDN_ADVANCED.XML` or `CONS_ADVANCED.XML`.
///
/// # Errors
/// What is no such file: see [`xml::read`]; no date of issue.
pub fn parse(bytes: &[u8]) -> Result<Parsed, SourceError> {
    let text = utf8(bytes, WHAT)?;
    let mut parsed = Parsed::default();
    let mut references = References::default();
    let read = xml::read(text, Shape { what: WHAT, roots: ROOTS, records: REFERRED }, |record| {
        references.add(&record);
        Ok(())
    })?;
    parsed.stated.as_of = read.root.child("DateOfIssue").and_then(party::day_of);
    if parsed.stated.as_of.is_none() {
        return Err(SourceError::new(WHAT, "no DateOfIssue", "take the file from sanctionslistservice.ofac.treas.gov again"));
    }
    let mut ids = BTreeSet::new();
    xml::read(text, Shape { what: WHAT, roots: ROOTS, records: &["DistinctParty"] }, |record| {
        parsed.ledger.read += 1;
        match record.child("Profile") {
            Some(profile) => {
                let entry = party::entry(&record, profile, &references, &mut parsed);
                parsed.push(entry, &mut ids);
            }
            None => parsed.refuse(&record.attribute("FixedRef").unwrap_or_default(), "a party without a profile"),
        }
        Ok(())
    })?;
    for id in references.entries.keys().filter(|id| !ids.contains(*id)) {
        parsed.note(id, "a sanctions entry for a profile that is not in the file");
    }
    Ok(parsed)
}

/// The text of an attribute, empty when it is not there.
fn attribute(element: &Element, name: &str) -> String {
    element.attribute(name).unwrap_or_default()
}

#[cfg(test)]
mod tests;
