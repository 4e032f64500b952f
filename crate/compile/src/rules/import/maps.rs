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

/// What an open or raised flag does to the deal: it holds it, or it is only said.
pub(super) fn flag_level(fact: &Fact<'_>) -> Result<&'static str, RuleError> {
    let then = fact.get("if_yes");
    let begins = |words: &[&str]| words.iter().any(|word| then.starts_with(word));
    if begins(&["Treat as blocked"]) {
        Ok("prohibited")
    } else if begins(&["Hold", "Resolve", "Work out", "Screen again"]) {
        Ok("license-needed")
    } else if begins(&["Lower risk", "Do not remove", "Expect", "Run ", "Take ", "Add the term"]) {
        Ok("note")
    } else {
        Err(fact.wrong("an if_yes that maps.rs does not know: say what the flag does"))
    }
}

/// Flags that a fact of the deal itself raises.
const FLAG_FACTS: [(&str, &str); 18] = [
    ("RF05", "payment cash"),
    ("RF09", "role freight-forwarder; role ultimate-consignee"),
    ("RF28", "end-use training; end-use iaas"),
    ("DC08", "item upper lower; headquarters MO D:5"),
    ("DC10", "item upper lower; end-use iaas"),
    ("DC13", "item upper lower; end-use iaas"),
    ("HQ01", "item upper lower; headquarters MO D:5"),
    ("AI02", "end-use training"),
    ("AI03", "end-use training"),
    ("AI04", "end-use training"),
    ("CN01", "item upper lower; destination CN MO"),
    ("CN02", "item upper lower; destination CN MO; operation reexport in-country"),
    ("TS02", "answer TS01"),
    ("TS04", "address-listed EL EL-ADDR"),
    ("OW01", "owned-by ofac SDN"),
    ("PY01", "payment third-country third-party"),
    ("PY02", "role bank; listed CAPTA SSI SDN EU"),
    ("PY03", "payment crypto"),
];

const EU: &str = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";

/// To which deals a flag applies.
pub(super) fn flag_when(fact: &Fact<'_>) -> Result<&'static str, RuleError> {
    if let Some((_, when)) = FLAG_FACTS.iter().find(|(code, _)| *code == fact.get("id")) {
        return Ok(when);
    }
    Ok(match fact.get("applies_to") {
        "all" | "common high-priority items (50 HS-6 codes)" | "common high-priority items" | "new customers" => "",
        "600 series and 9x515 parts" | "600 series and 9x515 items" => "item 600-series 9x515",
        "fab tools and parts" | "fab tools" | "foreign-made fab tools" => "item tool 3B",
        "computing" => "item upper lower memory 4A",
        "foundry orders" => "end-use fab",
        "chips, computing, fab tools" => "item chip system tool",
        "service and repair" => "end-use service",
        "cloud and compute" => "end-use iaas",
        "advanced chips, servers, data centres, IaaS" => "item upper lower",
        "advanced computing items" | "advanced computing items (.a and .b, related .z)" => "item upper lower",
        "H200-class exports to China or Macau" => "item upper lower; destination CN MO",
        "H200-class re-exports" => "item upper lower; destination CN MO; operation reexport in-country",
        "Hong Kong parties" => "party-at HK",
        "EU-listed machine tools and telecom kit" => "destination KG",
        "goods under the EU Russia rules" => "party-at EU27",
        "China parties" => "party-at CN HK MO",
        "EU parties" => "party-at EU27",
        "full-stack AI packages" => "layer 1 2 3 4 5",
        _ => return Err(fact.wrong("an applies_to that maps.rs does not know: say when the flag is put")),
    })
}

/// `EU27` stands for the Union's members.
pub(super) fn expand(when: &str) -> String {
    when.replace("EU27", EU)
}

pub(super) fn flag_authority(fact: &Fact<'_>) -> &'static str {
    let source = fact.get("source");
    let known = [("CFR", "BIS"), ("BIS", "BIS"), ("OFAC", "OFAC"), ("FR 1684", "BIS"), ("MOFCOM", "MOFCOM"), ("EU", "EU"), ("Reg.", "EU")];
    known.iter().find(|(word, _)| source.contains(word)).map_or("good practice", |(_, authority)| authority)
}

/// What a hit does by itself, and whether a question decides that it does.
pub(super) fn hit(fact: &Fact<'_>) -> Result<(&'static str, bool), RuleError> {
    Ok(match (fact.get("list_code"), fact.get("tone")) {
        // Part of an entry's terms or named in a rule: see deals.toml.
        ("NS-CMIC" | "1260H" | "UFLPA", _) => ("note", false),
        ("DTC", _) => ("prohibited", true),
        (_, "stop") => ("prohibited", false),
        (_, "licence") => ("license-needed", false),
        (_, "limited") => ("license-needed", true),
        (_, "read-entry") => ("prohibited", true),
        (_, "caution" | "conflict") => ("note", false),
        _ => return Err(fact.wrong("a tone that maps.rs does not know: say what a hit does")),
    })
}

pub(super) fn law_of(fact: &Fact<'_>) -> &'static str {
    match fact.get("list_code") {
        "UN" => "UN",
        "EU" | "EU-A4" => "EU",
        "GB" => "GB",
        "CH" | "CA" | "AU" | "JP" | "NZ" | "UA" | "CN-UEL" => "other",
        _ => "US",
    }
}

/// `DC01-DC03; RF04` as single codes.
pub(super) fn codes(ranges: &str) -> String {
    let mut codes = Vec::new();
    for range in ranges.split([';', ',']).map(str::trim).filter(|range| !range.is_empty()) {
        let number = |code: &str| code.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse::<u32>().ok();
        match range.split_once('-').map(|(first, last)| (first, number(first), number(last))) {
            Some((first, Some(from), Some(to))) => {
                let letters = first.trim_end_matches(|c: char| c.is_ascii_digit());
                codes.extend((from..=to).map(|at| format!("{letters}{at:02}")));
            }
            _ => codes.push(range.to_owned()),
        }
    }
    codes.join(" ")
}

/// What one line of an entry's license requirements names.
pub(super) enum Control {
    /// Columns of the chart.
    Columns(Vec<String>),
    /// A control that the chart does not show.
    Beyond(&'static str),
    /// A tier of advanced computing: the figures decide, and the place rules say where.
    ByFigures,
}

/// Reads `RS applies to entire entry` and `RS Column 1.`
pub(super) fn controls(applies: &str, chart: &str) -> Control {
    let columns: Vec<String> = redzone_index::rules::MARKS
        .iter()
        .filter(|mark| {
            let (reason, number) = mark.split_at(2);
            chart.contains(&format!("{reason} Column {number}"))
        })
        .map(|mark| (*mark).to_owned())
        .collect();
    if !columns.is_empty() {
        return Control::Columns(columns);
    }
    let says = |words: &[&str]| words.iter().any(|word| chart.contains(word));
    if says(&["742.6(a)(6)(iii)", "742.6(a)(13)"]) || (says(&["742.6(a)(6)(i)(B)"]) && applies.contains("3A090.c")) {
        Control::ByFigures
    } else if says(&["UN controls"]) {
        Control::Beyond("un")
    } else if says(&["Worldwide control"]) {
        Control::Beyond("world")
    } else if says(&["Macau or a destination specified in Country Gro"]) {
        Control::Beyond("macau-d5")
    } else if says(&["China, Russia"]) {
        Control::Beyond("cn-ru-ve")
    } else {
        Control::Beyond("other")
    }
}
