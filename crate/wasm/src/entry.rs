//! A listed party to its JavaScript shape.

use redzone_index::{Entry, Vessel};
use redzone_record::words;

use crate::Fault;
use crate::entry_shapes::{AddressShown, EntryShown, IdentifierShown, NameShown};
use crate::pieces::pieces;

/// An entry with everything its list says.
///
/// # Errors
/// `tables-missing` when a name can't be cut into pieces without them.
pub(crate) fn entry_shown(entry: Entry) -> Result<EntryShown, Fault> {
    Ok(EntryShown {
        id: entry.id,
        kind: words::kind(entry.kind),
        names: entry
            .names
            .into_iter()
            .map(|name| Ok(NameShown { pieces: pieces(&name.text)?, text: name.text, kind: words::name_kind(name.kind) }))
            .collect::<Result<_, Fault>>()?,
        programs: entry.programs,
        citations: entry.citations,
        license_requirement: entry.license_requirement.unwrap_or_default(),
        license_policy: entry.license_policy.unwrap_or_default(),
        addresses: entry.addresses.into_iter().map(|at| AddressShown { text: at.text, country: code(at.country) }).collect(),
        born: entry.born.iter().map(ToString::to_string).collect(),
        birthplaces: entry.birthplaces,
        countries: entry.countries.iter().map(ToString::to_string).collect(),
        identifiers: entry
            .identifiers
            .into_iter()
            .map(|id| IdentifierShown { kind: id.kind, value: id.value, country: code(id.country) })
            .collect(),
        title: entry.title.unwrap_or_default(),
        vessel: entry.vessel.map(vessel_facts).unwrap_or_default(),
        remarks: entry.remarks,
        listed: code(entry.listed),
        ends: code(entry.ends),
    })
}

fn code(fact: Option<impl ToString>) -> String {
    fact.map(|fact| fact.to_string()).unwrap_or_default()
}

fn vessel_facts(vessel: Vessel) -> Vec<(&'static str, String)> {
    let facts = [
        ("call-sign", vessel.call_sign),
        ("type", vessel.vessel_type),
        ("tonnage", vessel.tonnage),
        ("gross-tonnage", vessel.gross_registered_tonnage),
        ("flag", vessel.flag),
        ("owner", vessel.owner),
    ];
    facts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}
