//! The staged fact files (`../shared/facts/*.csv`) carried over into the source form of the rule pack.
//!
//! Run once for a new set of facts; what it writes is then ours to keep. Facts whose id stands in a file written by hand
//! (`dated.toml`, `ours.toml`) are left out: there they are told with their dates.

mod deal;
mod facts;
mod maps;

use super::{RuleError, RuleFile};
use facts::{Facts, Line};
use maps::{LIST_IDS, Reading, reading_of};
use redzone_index::Date;
use std::collections::BTreeSet;

/// The files that are written by hand: the facts that they tell are not imported.
pub const BY_HAND: [&str; 10] = [
    "pack.toml",
    "dated.toml",
    "ours.toml",
    "regions.toml",
    "lists.toml",
    "items.toml",
    "end-use.toml",
    "ownership.toml",
    "exceptions.toml",
    "guards.toml",
];

/// The fact files, as text.
#[derive(Clone, Copy, Debug)]
pub struct FactFiles<'a> {
    /// `country_groups.csv`.
    pub country_groups: &'a str,
    /// `embargoes.csv`.
    pub embargoes: &'a str,
    /// `list_effects.csv`.
    pub list_effects: &'a str,
    /// `rule_events.csv`.
    pub rule_events: &'a str,
    /// `red_flags.csv`.
    pub red_flags: &'a str,
    /// `stack_layers.csv`.
    pub stack_layers: &'a str,
    /// `program_terms.csv`.
    pub program_terms: &'a str,
    /// `ccl.json` of the re-encoded EAR.
    pub ccl: &'a str,
    /// `license-exception-catalog.json` of the re-encoded EAR.
    pub exceptions: &'a str,
}

/// Reads the fact files from the staged folder, the one with `facts` and `data` in it.
///
/// # Errors
/// The first file that can't be read, by its path.
pub fn read_facts(shared: &std::path::Path) -> Result<[String; 9], String> {
    let ear = "data/derived/ear-2026-07-23";
    let facts = ["country_groups", "embargoes", "list_effects", "rule_events", "red_flags", "stack_layers", "program_terms"];
    let mut paths: Vec<_> = facts.iter().map(|name| shared.join("facts").join(format!("{name}.csv"))).collect();
    paths.extend(["ccl.json", "license-exception-catalog.json"].map(|name| shared.join(ear).join(name)));
    let mut texts = Vec::new();
    for path in &paths {
        texts.push(std::fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))?);
    }
    texts.try_into().map_err(|_| "expected nine files".to_owned())
}

impl<'a> FactFiles<'a> {
    /// From the texts that [`read_facts`] gives.
    pub fn of(texts: &'a [String; 9]) -> FactFiles<'a> {
        let [country_groups, embargoes, list_effects, rule_events, red_flags, stack_layers, program_terms, ccl, exceptions] =
            texts.each_ref().map(String::as_str);
        FactFiles { country_groups, embargoes, list_effects, rule_events, red_flags, stack_layers, program_terms, ccl, exceptions }
    }
}

/// Writes the source files that can be made from the facts. `by_hand` are the source files written by hand: the facts that they tell are left out.
///
/// # Errors
/// The first fact that can't be carried over: an unknown kind, status or list, a bad date.
pub fn import(facts: FactFiles<'_>, by_hand: &[RuleFile]) -> Result<Vec<RuleFile>, RuleError> {
    let told: BTreeSet<String> = by_hand.iter().flat_map(|file| ids(&file.text)).collect();
    let mut files = vec![groups(facts.country_groups, &told)?, chart(facts.country_groups, &told)?, follows(facts.country_groups, &told)?];
    files.extend(rules(facts.embargoes, &told)?);
    files.push(lists(facts.list_effects)?);
    files.push(events(facts.rule_events)?);
    files.push(deal::flags(facts.red_flags)?);
    files.push(deal::parties(facts.list_effects, &told)?);
    files.push(deal::layers(facts.stack_layers)?);
    files.push(deal::terms(facts.program_terms)?);
    files.push(deal::exceptions(facts.exceptions, &told)?);
    files.push(deal::ccl(facts.ccl)?);
    // The facts are written in British English; the regulator's word is "license".
    for file in files.iter_mut().filter(|file| !["un.toml", "eu.toml", "gb.toml"].contains(&file.name.as_str())) {
        file.text = file.text.replace("licence", "license").replace("Licence", "License");
        // What the facts call approved is authorised by an authority; the page never says the other word.
        file.text = file.text.replace("approved", "authorised");
    }
    Ok(files)
}

/// The fact ids of a source file: what stands before the `@`.
fn ids(text: &str) -> impl Iterator<Item = String> {
    let ids = text.lines().filter_map(|line| line.trim_start().trim_start_matches("{ ").strip_prefix("id = \""));
    ids.filter_map(|rest| rest.split(['"', '@']).next()).map(str::to_owned)
}

const MADE: &str =
    "# Made by `cargo run -p redzone-compile --bin import-rules` from the staged facts. Dated changes stand in dated.toml.\n";

const TABLES: &str = "15 CFR 740 Supp. 1 and 738 Supp. 1, eCFR issue of 2026-07-23";

fn file(name: &str, head: &str, default: &str, rows: &[String]) -> RuleFile {
    let default = if default.is_empty() { String::new() } else { format!("\n[default]\n{default}") };
    RuleFile { name: name.to_owned(), text: format!("# {head}\n{MADE}{default}\n{}", rows.concat()) }
}

fn groups(csv: &str, told: &BTreeSet<String>) -> Result<RuleFile, RuleError> {
    let mut rows = Vec::new();
    for fact in Facts::read("country_groups.csv", csv)?.iter() {
        let id = format!("group-{}", fact.get("iso2"));
        if fact.get("groups").is_empty() || told.contains(&id) {
            continue;
        }
        let note = fact.get("notes");
        let mut line = Line::new("group", &id);
        line.put("place", fact.get("iso2")).put("groups", &fact.get("groups").replace('|', " ")).put("note", note);
        rows.push(line.source(&fact, TABLES, "2026-07-23").finish());
    }
    let default = format!(
        "citation = \"15 CFR 740 Supp. 1\"\nsource = \"{TABLES}\"\nas_of = \"2026-07-23\"\nstate = \"printed\"\nconfidence = \"verified\"\n"
    );
    Ok(file("groups.toml", "EAR country groups, Supplement 1 to 15 CFR part 740.", &default, &rows))
}

fn chart(csv: &str, told: &BTreeSet<String>) -> Result<RuleFile, RuleError> {
    let mut rows = Vec::new();
    for fact in Facts::read("country_groups.csv", csv)?.iter() {
        let id = format!("chart-{}", fact.get("iso2"));
        let has_row = !fact.get("chart_marks").is_empty() || !fact.get("groups").is_empty();
        if !has_row || told.contains(&id) {
            continue;
        }
        let mut line = Line::new("chart", &id);
        line.put("place", fact.get("iso2")).put("marks", &fact.get("chart_marks").replace('|', " "));
        line.put("footnotes", &fact.get("chart_footnotes").replace('|', " "));
        rows.push(line.source(&fact, TABLES, "2026-07-23").finish());
    }
    let default = format!(
        "citation = \"15 CFR 738 Supp. 1\"\nsource = \"{TABLES}\"\nas_of = \"2026-07-23\"\nstate = \"printed\"\nconfidence = \"verified\"\n"
    );
    let head = "The Commerce Country Chart, Supplement 1 to 15 CFR part 738. No mark means nothing by itself: Cuba, Iran, North Korea and Syria have none.";
    Ok(file("chart.toml", head, &default, &rows))
}

fn follows(csv: &str, told: &BTreeSet<String>) -> Result<RuleFile, RuleError> {
    let mut rows = Vec::new();
    for fact in Facts::read("country_groups.csv", csv)?.iter() {
        let id = format!("follows-{}", fact.get("iso2"));
        if fact.get("inherits_from").is_empty() || told.contains(&id) {
            continue;
        }
        let mut line = Line::new("follows", &id);
        line.put("place", fact.get("iso2")).put("follows", fact.get("inherits_from")).put("note", fact.get("notes"));
        rows.push(line.source(&fact, "15 CFR 738.3(b)", "2026-07-23").finish());
    }
    let default = "citation = \"15 CFR 738.3(b)\"\nsource = \"15 CFR 738.3(b)\"\nas_of = \"2026-07-23\"\nstate = \"printed\"\nconfidence = \"verified\"\n";
    Ok(file("follows.toml", "Places without a row of their own, and whose row counts for them.", default, &rows))
}

fn rules(csv: &str, told: &BTreeSet<String>) -> Result<Vec<RuleFile>, RuleError> {
    let heads = [
        ("us-ear.toml", "United States, Commerce (BIS): part 746 and part 744 by country."),
        ("us-ofac.toml", "United States, Treasury (OFAC): country programmes."),
        ("us-itar.toml", "United States, State (DDTC): 22 CFR 126.1."),
        ("un.toml", "United Nations Security Council, carried out by national law."),
        ("eu.toml", "European Union, headline level."),
        ("gb.toml", "United Kingdom, headline level."),
    ];
    let mut files = Vec::new();
    for (name, head) in heads {
        let mut rows = Vec::new();
        for fact in Facts::read("embargoes.csv", csv)?.iter() {
            let id = fact.get("id").trim_end_matches("-ended");
            if maps::file_of(&fact)? == name && !told.contains(id) {
                rows.push(rule(&fact, id)?);
            }
        }
        files.push(file(name, head, "state = \"printed\"\n", &rows));
    }
    Ok(files)
}

fn rule(fact: &facts::Fact<'_>, id: &str) -> Result<String, RuleError> {
    let Reading { level, scope, kind } = reading_of(fact)?;
    let mut places = if fact.get("region").is_empty() { fact.get("iso2").to_owned() } else { fact.get("region").replace(';', " ") };
    if places.contains("UA-43") {
        places.push_str(" UA-40");
    }
    let mut line = Line::new("rule", id);
    let jurisdiction = if fact.get("jurisdiction") == "CN-US" { "US" } else { fact.get("jurisdiction") };
    line.put("jurisdiction", jurisdiction).put("authority", fact.get("authority")).put("kind", kind).put("test", "destination");
    line.put("places", &places).put("level", level).put("scope", scope);
    line.put("title", fact.get("name")).put("says", fact.get("effect")).put("next_step", fact.get("what_to_do"));
    let note = match fact.get("status") {
        "active-with-wide-licences" => format!("many general licences; {}", fact.get("notes")),
        _ => fact.get("notes").to_owned(),
    };
    line.put("from", fact.get("effective_from")).put("note", &note);
    if !fact.get("ends").is_empty() {
        // The facts give the day on which it is over; a row's last day is the one before, except for a pause "to 9 November".
        let unknown = fact.get("status").starts_with("unknown");
        let ends = Date::parse(fact.get("ends")).ok_or_else(|| fact.wrong("ends is no day"))?;
        let last = if unknown { Some(ends) } else { Date::from_day_number(ends.day_number() - 1) };
        line.put("to", &last.map(|last| last.to_string()).unwrap_or_default()).put("then", if unknown { "unknown" } else { "ended" });
    }
    line.put("citation", fact.get("citation"));
    Ok(line.source(fact, "", "").finish())
}

fn lists(csv: &str) -> Result<RuleFile, RuleError> {
    let mut rows = Vec::new();
    for fact in Facts::read("list_effects.csv", csv)?.iter() {
        let code = fact.get("list_code");
        let ids = LIST_IDS.iter().find(|(known, _)| *known == code).map(|(_, ids)| *ids);
        let ids = ids.ok_or_else(|| fact.wrong("a list that maps.rs does not know: add its list id"))?;
        let mut line = Line::new("list", &format!("list-{code}"));
        line.put("code", code).put("lists", ids).put("name", fact.get("list_name")).put("authority", fact.get("authority"));
        line.put("meaning", fact.get("meaning")).put("effect", fact.get("effect")).put("ownership", fact.get("ownership_rule"));
        let tone = if fact.get("tone") == "licence" { "license" } else { fact.get("tone") };
        line.put("next_step", fact.get("next_step")).put("tone", tone).put("note", fact.get("notes")).put("citation", fact.get("citation"));
        rows.push(line.source(&fact, "", "").finish());
    }
    Ok(file(
        "list-effects.toml",
        "What a hit on each list means in law, and the next step. next_step and tone are our reading, not law.",
        "state = \"printed\"\n",
        &rows,
    ))
}

fn events(csv: &str) -> Result<RuleFile, RuleError> {
    let mut rows = Vec::new();
    for fact in Facts::read("rule_events.csv", csv)?.iter() {
        let standing = fact.get("state");
        let only_announced = ["bill", "draft", "reported", "NOT CONFIRMED"].iter().any(|word| standing.contains(word));
        let places: Vec<&str> =
            fact.get("affects").split([',', ' ']).filter(|code| crate::places::country(code).is_some() && code.len() == 2).collect();
        let mut line = Line::new("event", &format!("event-{}", fact.get("id")));
        line.put("date", fact.get("date"))
            .put("event", fact.get("event"))
            .put("affects", fact.get("affects"))
            .put("places", &places.join(" "));
        line.put("standing", standing).put("state", if only_announced { "announced" } else { "printed" });
        line.put("citation", if fact.get("citation") == "none" { "none published: press report" } else { fact.get("citation") });
        rows.push(line.source(&fact, "", "").finish());
    }
    Ok(file("events.toml", "Dated changes of law, and what is announced.", "", &rows))
}
