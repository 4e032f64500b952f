//! How the words of the fact files are read: our judgement, in tables.

use super::super::RuleError;
use super::facts::Fact;

/// The ids of our lists by the short names of the facts; empty for variants of a list and for lists that are not carried.
pub(super) const LIST_IDS: [(&str, &str); 33] = [
    ("SDN", "us-sdn"),
    ("SSI", "us-ssi"),
    ("CAPTA", "us-capta"),
    ("NS-MBS", "us-mbs"),
    ("NS-CMIC", "us-cmic"),
    ("FSE", "us-fse"),
    ("NS-PLC", "us-plc"),
    ("EL", "us-el"),
    ("EL-FN1", ""),
    ("EL-FN3", ""),
    ("EL-FN4", ""),
    ("EL-FN5", ""),
    ("EL-ADDR", ""),
    ("DPL", "us-dpl"),
    ("UVL", "us-uvl"),
    ("MEU", "us-meu"),
    ("MIEU", "us-mieu"),
    ("ISN", "us-isn"),
    ("DTC", "us-dtc"),
    ("CRL", "us-crl"),
    ("1260H", "us-1260h"),
    ("UFLPA", "us-uflpa"),
    ("UN", "un-sc"),
    ("EU", "eu-fsf"),
    ("EU-A4", "eu-annex4"),
    ("GB", "gb-sl"),
    ("CH", "ch-seco"),
    ("CA", "ca-sema"),
    ("AU", "au-dfat"),
    ("JP", "jp-meti"),
    ("NZ", "nz-ru"),
    ("UA", "ua-nsdc"),
    ("CN-UEL", "cn-mofcom"),
];

/// What a kind of fact does by itself.
pub(super) struct Reading {
    pub(super) level: &'static str,
    pub(super) scope: &'static str,
    pub(super) kind: &'static str,
}

/// The file a fact goes to.
pub(super) fn file_of(fact: &Fact<'_>) -> Result<&'static str, RuleError> {
    match (fact.get("jurisdiction"), fact.get("authority")) {
        ("US", "BIS") | ("CN-US", _) => Ok("us-ear.toml"),
        ("US", "OFAC") => Ok("us-ofac.toml"),
        ("US", "State/DDTC") => Ok("us-itar.toml"),
        ("UN", _) => Ok("un.toml"),
        ("EU", _) => Ok("eu.toml"),
        ("GB", _) => Ok("gb.toml"),
        _ => Err(fact.wrong("an authority that maps.rs does not know")),
    }
}

/// Reads kind and jurisdiction. What bars the whole place is "prohibited"; what bars or licenses items, arms included, is "license needed", with
/// the scope saying which items; what only looks at parties or end use is a note until those are asked about.
pub(super) fn reading_of(fact: &Fact<'_>) -> Result<Reading, RuleError> {
    let arms = fact.get("effect").contains("arms");
    let (level, scope, kind) = match (fact.get("kind"), fact.get("jurisdiction")) {
        ("comprehensive", _) => ("prohibited", "all-items", "comprehensive"),
        ("comprehensive-region", _) => ("prohibited", "all-items", "comprehensive-region"),
        ("embargo", _) => ("license-needed", "all-items", "embargo"),
        ("embargo-region", "US") => ("license-needed", "all-items", "embargo-region"),
        ("embargo-region", _) => ("license-needed", "listed-items", "embargo-region"),
        ("near-embargo", _) => ("license-needed", "all-items", "near-embargo"),
        ("broad", _) => ("license-needed", "listed-items", "broad"),
        ("added-controls", _) => ("license-needed", "listed-items", "added-controls"),
        ("sectoral-plus-list", _) => ("license-needed", "listed-items", "sectoral-plus-list"),
        ("anti-circumvention", _) => ("license-needed", "listed-items", "anti-circumvention"),
        ("government-blocking", _) => ("license-needed", "parties", "government-blocking"),
        ("arms-embargo", "US") => ("license-needed", "defence-articles", super::super::check::ITAR_126_1),
        ("arms-embargo" | "arms-embargo-political" | "arms-restrictions" | "eased", _) => {
            ("license-needed", "defence-articles", "arms-embargo")
        }
        ("un-measures", _) if fact.get("iso2") == "IR" => ("license-needed", "listed-items", "un-measures"),
        ("un-measures", _) if arms => ("license-needed", "defence-articles", "un-measures"),
        ("un-measures", _) => ("note", "parties", "un-measures"),
        ("list-based", _) => ("note", "parties", "list-based"),
        ("end-use", _) => ("note", "end-use", "end-use"),
        ("calendar", _) => ("note", "parties", "calendar"),
        _ => return Err(fact.wrong("a kind that maps.rs does not know: say what it does")),
    };
    match fact.get("status") {
        "active" | "ended" | "ended-in-part" | "active-with-wide-licences" => {}
        status if status.starts_with("unknown-after") => {}
        _ => return Err(fact.wrong("a status in motion: tell it with its dates in dated.toml")),
    }
    Ok(Reading { level, scope, kind })
}
