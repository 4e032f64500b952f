//! The facts about deals carried over: red flags, what a hit on a list does to a deal, layers, terms, license exceptions, the Commerce Control List.

use super::super::{RuleError, RuleFile};
use super::facts::{Facts, Line};
use super::{file, maps};
use std::collections::BTreeSet;

/// The flags that a deal is asked, each when it applies.
pub(super) fn flags(csv: &str) -> Result<RuleFile, RuleError> {
    let mut rows = Vec::new();
    for fact in Facts::read("red_flags.csv", csv)?.iter() {
        let code = fact.get("id");
        let mut line = Line::new("flag", &format!("flag-{code}"));
        line.put("code", code).put("level", maps::flag_level(&fact)?).put("when", &maps::expand(maps::flag_when(&fact)?));
        line.put("refs", fact.get("official_no")).put("title", fact.get("theme")).put("says", fact.get("question"));
        line.put("next_step", fact.get("if_yes")).put("authority", maps::flag_authority(&fact)).put("citation", fact.get("source"));
        rows.push(line.source(&fact, "", "").finish());
    }
    Ok(file("flags.toml", "Red flags as questions, in our own words.", "state = \"printed\"\n", &rows))
}

/// What a hit does to the deal, and the question that decides where the list alone does not.
pub(super) fn parties(csv: &str, told: &BTreeSet<String>) -> Result<RuleFile, RuleError> {
    let mut rows = Vec::new();
    for fact in Facts::read("list_effects.csv", csv)?.iter() {
        let code = fact.get("list_code");
        let id = format!("hit-{code}");
        if told.contains(&id) {
            continue;
        }
        let (level, asks) = maps::hit(&fact)?;
        if asks {
            let mut line = Line::new("ask", &format!("ask-{code}"));
            line.put("code", &format!("measure.{code}")).put("authority", fact.get("authority")).put("title", fact.get("list_name"));
            line.put("when", &format!("listed {code}"));
            line.put("says", "Does the measure that comes with this list reach the deal?").put("citation", fact.get("citation"));
            rows.push(line.source(&fact, "", "").finish());
        }
        let mut line = Line::new("party", &id);
        line.put("code", &id).put("jurisdiction", maps::law_of(&fact)).put("authority", fact.get("authority")).put("level", level);
        let asked = if asks { format!("; answer measure.{code}") } else { String::new() };
        line.put("when", &format!("listed {code}{asked}")).put("title", fact.get("list_name"));
        line.put("says", fact.get("effect")).put("next_step", fact.get("next_step"));
        line.put("note", fact.get("notes")).put("citation", fact.get("citation"));
        rows.push(line.source(&fact, "", "").finish());
    }
    Ok(file(
        "hits.toml",
        "What a hit on a list does to a deal. How a list's tone is read as a level is in import/maps.rs.",
        "state = \"printed\"\n",
        &rows,
    ))
}

/// The layers of a full-stack package.
pub(super) fn layers(csv: &str) -> Result<RuleFile, RuleError> {
    let mut rows = Vec::new();
    for fact in Facts::read("stack_layers.csv", csv)?.iter() {
        let layer = fact.get("layer");
        let mut line = Line::new("layer", &format!("layer-{layer}"));
        line.put("code", &format!("layer-{layer}")).put("when", &format!("layer {layer}")).put("authority", "EO 14320");
        line.put("title", fact.get("name"))
            .put("says", &format!("{}; parties to screen: {}", fact.get("parts"), fact.get("parties_to_screen")));
        line.put("more", fact.get("usual_controls")).put("next_step", &format!("{}; {}", fact.get("guardrails"), fact.get("program_term")));
        line.put("refs", &maps::codes(fact.get("questions"))).put("citation", fact.get("source"));
        rows.push(line.source(&fact, "", "").finish());
    }
    let head = "The layers of a full-stack AI package. What stands after the parts is our own reading.";
    Ok(file("layers.toml", head, "state = \"printed\"\n", &rows))
}

/// What is known of the American AI Exports Program.
pub(super) fn terms(csv: &str) -> Result<RuleFile, RuleError> {
    let mut rows = Vec::new();
    for fact in Facts::read("program_terms.csv", csv)?.iter() {
        let mut line = Line::new("term", &format!("term-{}", fact.get("id")));
        line.put("code", fact.get("id")).put("authority", "Commerce").put("title", fact.get("topic")).put("says", fact.get("statement"));
        line.put("citation", "EO 14320; call for proposals as reported");
        rows.push(line.source(&fact, "", "").finish());
    }
    Ok(file("terms.toml", "The American AI Exports Program, as reported.", "state = \"printed\"\n", &rows))
}

const EAR_SOURCE: &str = "public re-encoding of the eCFR issue of 2026-07-23, not compared with the official text";

fn json(name: &str, text: &str) -> Result<serde_json::Value, RuleError> {
    serde_json::from_str(text).map_err(|why| RuleError { file: name.to_owned(), row: String::new(), why: why.to_string() })
}

/// License exceptions whose conditions were not collected: named, and lifting nothing.
pub(super) fn exceptions(text: &str, told: &BTreeSet<String>) -> Result<RuleFile, RuleError> {
    let catalog = json("license-exception-catalog.json", text)?;
    let mut rows = Vec::new();
    for entry in catalog["exceptions"].as_array().into_iter().flatten() {
        for symbol in entry["symbols"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str) {
            let id = format!("exception-{symbol}");
            if told.contains(&id) {
                continue;
            }
            let mut line = Line::new("exception", &id);
            line.put("code", symbol).put("title", entry["title"].as_str().unwrap_or_default());
            line.put("citation", &format!("15 CFR {}", entry["sectionNumber"].as_str().unwrap_or_default()));
            rows.push(line.finish());
        }
    }
    let default = format!(
        "authority = \"BIS\"\nsays = \"its conditions were not collected\"\nnext_step = \"Read the section: nothing here says that it may be used.\"\n\
         source = \"{EAR_SOURCE}\"\nas_of = \"2026-07-23\"\nstate = \"printed\"\nconfidence = \"unverified\"\n"
    );
    Ok(file(
        "exceptions-named.toml",
        "License exceptions of part 740 by name. Those with conditions stand in exceptions.toml.",
        &default,
        &rows,
    ))
}

/// The Commerce Control List: which columns of the chart each entry names.
pub(super) fn ccl(text: &str) -> Result<RuleFile, RuleError> {
    let list = json("ccl.json", text)?;
    let mut rows = Vec::new();
    for entry in list["entries"].as_array().into_iter().flatten() {
        let eccn = entry["eccn"].as_str().unwrap_or_default();
        let (mut all, mut some, mut beyond) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let controls = entry["countryChart"].as_array().map_or(&[][..], Vec::as_slice);
        for control in controls {
            let [applies, chart] = ["control", "countryChart"].map(|key| control[key].as_str().unwrap_or_default());
            match maps::controls(applies, chart) {
                maps::Control::Columns(columns) if applies.contains("entire entry") => all.extend(columns),
                maps::Control::Columns(columns) => some.extend(columns),
                maps::Control::Beyond(word) => drop(beyond.insert(word.to_owned())),
                maps::Control::ByFigures => {}
            }
        }
        if controls.is_empty() {
            beyond.insert("other".to_owned());
        }
        let joined = |words: &BTreeSet<String>| words.iter().cloned().collect::<Vec<_>>().join(" ");
        let some: BTreeSet<String> = some.difference(&all).cloned().collect();
        let mut line = Line::new("eccn", eccn);
        line.put("eccn", eccn).put("all", &joined(&all)).put("some", &joined(&some)).put("beyond", &joined(&beyond));
        rows.push(line.finish());
    }
    let default = format!(
        "citation = \"15 CFR 774 Supp. 1\"\nsource = \"{EAR_SOURCE}\"\nas_of = \"2026-07-23\"\nstate = \"printed\"\nconfidence = \"verified\"\n"
    );
    let head = "The Commerce Control List: columns of the country chart by entry, for the entire entry (all) or some paragraphs.";
    Ok(file("ccl.toml", head, &default, &rows))
}
