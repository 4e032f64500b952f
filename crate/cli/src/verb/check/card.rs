//! The answer to one check, for people: verdict, a card a hit, the lists and their age.

use redzone_index::rules::Rules;
use redzone_index::{Entry, Freshness, ListFacts, NameKind};
use redzone_record::words;
use redzone_screen::{Hit, Outcome, Question, Screener, Verdict};

use super::is_age;
use crate::fault::Fault;
use crate::output::Out;
use crate::pack::Pack;
use crate::show::{self, field, plain, points};

/// How many further names of a party a card shows.
const OTHER_NAMES: usize = 6;

/// Prints the whole answer.
///
/// # Errors
/// When an entry can't be read, or stdout does not take it.
pub fn answer(out: &mut Out, pack: &Pack, screener: &Screener, question: &Question, outcome: &Outcome) -> Result<(), Fault> {
    out.heading(verdict(question, outcome))?;
    let asked = [&question.name, &question.address].into_iter().chain(&question.identifiers).filter(|text| !text.is_empty());
    let asked: Vec<String> = asked.map(|text| plain(text)).collect();
    out.line(field("Asked", &format!("{}, on {}", asked.join("; "), question.as_of)))?;
    if let Some(read) = &outcome.read {
        let readings: Vec<String> = read.readings.iter().map(|reading| reading.words.join(" ")).collect();
        out.line(field("Read as", &readings.join(" | ")))?;
        for disguise in &read.disguises {
            out.line(field("Disguise", show::disguise(words::disguise(*disguise))))?;
        }
    }
    for doubt in &outcome.doubts {
        out.line(field("Incomplete", &show::doubt(doubt)))?;
    }
    let source = Source { pack, screener, rules: pack.read_rules()? };
    for (place, hit) in outcome.hits.iter().enumerate() {
        card(out, &source, question, place + 1, hit)?;
    }
    if outcome.omitted > 0 {
        out.line(format_args!(
            "\n{} more reached {}: raise --limit to see them.",
            parties(outcome.omitted),
            points(question.threshold.points().into())
        ))?;
    }
    lists(out, pack, question, outcome)
}

fn verdict(question: &Question, outcome: &Outcome) -> String {
    let from = points(question.threshold.points().into());
    match &outcome.verdict {
        Verdict::Hit => format!("Review needed: {} at {from} or more", parties(outcome.hits.len() + outcome.omitted)),
        Verdict::NoMatch(proof) => format!("No match found at {from} or more among {} names on {} lists", proof.names(), proof.lists()),
        Verdict::Indeterminate => "Indeterminate: the question could not be answered in full".to_owned(),
    }
}

fn parties(count: usize) -> String {
    if count == 1 { "1 listed party".to_owned() } else { format!("{count} listed parties") }
}

/// Where a card takes its facts from.
struct Source<'a> {
    pack: &'a Pack,
    screener: &'a Screener,
    rules: Option<Rules>,
}

fn card(out: &mut Out, source: &Source, question: &Question, place: usize, hit: &Hit) -> Result<(), Fault> {
    let Source { pack, screener, rules } = source;
    let entry = pack.entry(hit.list, hit.entry)?;
    let list = &screener.lists()[hit.list];
    let facts = list.facts();
    let printed = list.columns().name_printed.get(hit.name as usize).map_or(0, |printed| usize::from(*printed));
    let listed = entry.names.get(printed);
    let title = entry.names.first().map_or("(a listed address)", |name| name.text.as_str());
    out.line("")?;
    out.heading(format_args!(
        "{place}. {}: {}, {} of 100",
        plain(title),
        words::strength(hit.strength),
        points(hit.score.points().into())
    ))?;
    out.line(field("You asked", &plain(&question.name)))?;
    if let Some(name) = listed {
        let ours = name.kind == NameKind::Ours;
        out.line(field(if ours { "Found by" } else { "On the list" }, &format!("{} ({})", plain(&name.text), name_kind(name.kind))))?;
        // The remark that `compile::overlay` adds with the name quotes it and says who says so.
        let quoted = format!("\u{201c}{}\u{201d}", name.text);
        for remark in entry.remarks.iter().filter(|remark| ours && remark.contains(&quoted)) {
            out.line(field("", &plain(remark)))?;
        }
    }
    for reason in &hit.reasons {
        let words = match (reason.asked.as_str(), reason.listed.as_str()) {
            ("", "") => String::new(),
            (one, "") | ("", one) => format!(": {}", plain(one)),
            (asked, listed) => format!(": {} = {}", plain(asked), plain(listed)),
        };
        out.line(format_args!("   {:>11}   {}{words}", signed(reason.points), show::reason(reason.code)))?;
    }
    out.line(format_args!("   {:>11}   score", points(hit.score.points().into())))?;
    out.line(field("List", &format!("{} ({}), {}, {}", facts.title, facts.id, facts.publisher, age(pack, facts, question))))?;
    details(out, &entry, printed)?;
    law(out, rules.as_ref(), facts, &entry)
}

/// What the list does in law, and the parts of it that the entry stands in.
fn law(out: &mut Out, rules: Option<&Rules>, facts: &ListFacts, entry: &Entry) -> Result<(), Fault> {
    let effects = rules.map(|rules| rules.effects(&facts.id, &entry.programs)).unwrap_or_default();
    if facts.tier == "due-diligence" {
        out.line(field("Kind of list", "due diligence: a reason for care, no prohibition"))?;
    }
    if effects.is_empty() {
        return out.line(field("In law", "The rules of this pack do not say what this list does: read the citations."));
    }
    for effect in effects {
        out.line(field("In law", &format!("{}: {}", effect.meaning, effect.effect)))?;
        out.line(field("Owned firms", &effect.ownership))?;
        out.line(field("Next", &effect.next_step))?;
        out.line(field("Citation", &format!("{} (source of {})", effect.from.citation, effect.from.as_of)))?;
    }
    Ok(())
}

/// What the list says of the party.
fn details(out: &mut Out, entry: &Entry, printed: usize) -> Result<(), Fault> {
    out.line(field("Entry", &format!("{}, {}", plain(&entry.id), words::kind(entry.kind))))?;
    let others: Vec<&str> = entry.names.iter().enumerate().filter(|(at, _)| *at != printed).map(|(_, name)| name.text.as_str()).collect();
    let more = others.len().saturating_sub(OTHER_NAMES);
    let mut names = others[..others.len() - more].join("; ");
    if more > 0 {
        names.push_str(&format!("; and {more} more"));
    }
    let list = |texts: &[String]| texts.join("; ");
    let addresses = entry.addresses.iter().map(|address| match address.country {
        Some(country) if address.text.is_empty() => country.to_string(),
        Some(country) => format!("{} ({country})", address.text),
        None => address.text.clone(),
    });
    let fields = [
        ("Other names", names),
        ("Programs", list(&entry.programs)),
        ("License for", entry.license_requirement.clone().unwrap_or_default()),
        ("Policy", entry.license_policy.clone().unwrap_or_default()),
        ("Addresses", addresses.take(OTHER_NAMES).collect::<Vec<_>>().join("; ")),
        ("Born", entry.born.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
        ("Listed", entry.listed.map(|day| day.to_string()).unwrap_or_default()),
        ("Ends", entry.ends.map(|day| day.to_string()).unwrap_or_default()),
        ("Citations", list(&entry.citations)),
    ];
    for (label, text) in fields.into_iter().filter(|(_, text)| !text.is_empty()) {
        out.line(field(label, &plain(&text)))?;
    }
    Ok(())
}

/// The lists, their age, and what must be said with every answer.
fn lists(out: &mut Out, pack: &Pack, question: &Question, outcome: &Outcome) -> Result<(), Fault> {
    out.line("")?;
    // Lists of one day are told in one breath: a pack mostly has one age.
    let mut told: Vec<(String, Vec<&ListFacts>)> = Vec::new();
    for facts in pack.manifest.lists() {
        let age = age(pack, facts, question);
        match told.iter_mut().find(|(said, _)| *said == age) {
            Some((_, lists)) => lists.push(facts),
            None => told.push((age, vec![facts])),
        }
    }
    for (age, lists) in told {
        let lists = lists.iter().map(|facts| format!("{} {}", facts.id, facts.entries)).collect::<Vec<_>>().join(", ");
        out.line(field("Lists", &format!("{age}; entries: {lists}")))?;
    }
    if pack.manifest.facts().notice.as_ref().is_some_and(|notice| notice.code == "starter") {
        out.line("Starter data, not current: for trying out, not for decisions. Build a pack from today's official files before you rely on an answer.")?;
    }
    if outcome.doubts.iter().any(is_age) {
        out.line("Treat the party as not screened until the lists are renewed and the check is repeated.")?;
    }
    out.line("A hit is a reason to look, not a finding. Finding none is not a permission. This is not legal advice.")
}

fn age(pack: &Pack, facts: &ListFacts, question: &Question) -> String {
    let age = pack.manifest.age(facts, question.as_of);
    let state = match age.state {
        Freshness::Fresh => "",
        Freshness::Amber => ", ageing",
        Freshness::Red => ", out of date",
        Freshness::Stopped => ", too old to answer from",
        Freshness::Ahead => ", published after the day asked about",
    };
    format!("as of {}, {} old{state}", facts.as_of, days(age.days))
}

fn days(days: i32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

fn signed(number: i32) -> String {
    if number < 0 { points(number) } else { format!("+{}", points(number)) }
}

fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Primary => "its main name",
        NameKind::Alias => "an alias",
        NameKind::Former => "a former name",
        NameKind::Now => "its present name",
        NameKind::Weak => "a weak alias, which does not identify it alone",
        NameKind::Ours => "a name that we add, not on the official list",
    }
}
