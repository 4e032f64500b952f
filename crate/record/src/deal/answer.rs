//! A determination about a deal as canonical JSON.

use super::words;
use crate::Json;
use redzone_index::rules::{FACTS, Fact, Rules};
use redzone_screen::deal::{Class, DealDetermination, DealQuestion, DealRuling, ItemKind, Line, Program, Range};

/// The name of this schema.
pub const NAME: &str = "redzone-deal-1";

/// The answer to `question`, with the words that are shown. `rules` gives the texts of flags and questions.
pub fn answer(rules: &Rules, question: &DealQuestion, found: &DealDetermination) -> Json {
    let pack = &found.pack;
    let days = [("as_of", pack.as_of), ("review_by", pack.review_by), ("covers_from", pack.covers_from)];
    let pack = days.map(|(key, day)| (key, Json::from(day.to_string()))).into_iter().chain([("id", Json::from(pack.id.as_ref()))]);
    let mut members = vec![
        ("schema", Json::from(NAME)),
        ("as_of", found.as_of.to_string().into()),
        ("rules", Json::object(pack)),
        ("ruling", words::ruling(&found.ruling).into()),
        ("lines", Json::List(found.lines.iter().map(line).collect())),
        ("gaps", Json::list(found.gaps.iter().map(|gap| words::gap(gap, question)))),
        ("doubts", Json::list(found.doubts.iter().map(words::doubt))),
        ("notes", Json::list(found.notes.iter().map(crate::words::note))),
        ("items", Json::List(found.classes.iter().zip(&question.items).map(|(found, item)| class(found, item.kind)).collect())),
        ("flags", Json::List(found.flags.iter().map(|flag| asked(rules, &flag.code, Some(words::flag(flag.state)))).collect())),
        ("questions", Json::List(found.asks.iter().map(|code| asked(rules, code, None)).collect())),
        ("guards", Json::List(found.guards.iter().map(guard).collect())),
        (
            "variations",
            Json::List(
                found
                    .variations
                    .iter()
                    .map(|varied| {
                        Json::object([
                            ("change", Json::from(words::change(&varied.change, question))),
                            ("ruling", words::ruling(&varied.ruling).into()),
                            ("rules_in_the_way", varied.lines.into()),
                        ])
                    })
                    .collect(),
            ),
        ),
    ];
    members.extend(found.strictest.map(|level| ("at_stake", Json::from(words::level(level)))));
    members.extend(found.program.as_ref().map(|program| ("program", readiness(program))));
    if let DealRuling::NoRuleTriggered(proof) = &found.ruling {
        members.push(("asked", Json::object([("rules", Json::from(proof.rules())), ("flags", proof.flags().into())])));
    }
    Json::object(members)
}

/// The word of a fact.
pub fn fact(fact: Fact) -> &'static str {
    FACTS.iter().find(|(_, known)| *known == fact).map_or("", |(word, _)| word)
}

fn line(line: &Line) -> Json {
    let (rule, from) = (&line.rule, &line.rule.from);
    let texts = [
        ("id", &from.id),
        ("authority", &rule.authority),
        ("title", &rule.title),
        ("says", &rule.says),
        ("next_step", &rule.next_step),
        ("citation", &from.citation),
        ("source", &from.source),
    ];
    let codes = [
        ("test", words::test(line.test)),
        ("level", words::level(line.level)),
        ("holds", words::tri(line.holds)),
        ("phase", words::phase(line.phase)),
        ("state", words::state(from.state)),
        ("confidence", words::confidence(from.confidence)),
    ];
    let mut members: Vec<(&str, Json)> = texts.into_iter().map(|(key, text)| (key, Json::from(text.as_ref()))).collect();
    members.extend(codes.map(|(key, code)| (key, Json::from(code))));
    members.push(("source_as_of", from.as_of.to_string().into()));
    members.push(("missing", Json::list(line.open.iter().map(|open| fact(*open)))));
    members.push(("exceptions", Json::list(line.exceptions.iter().map(AsRef::as_ref))));
    members.extend(line.item.map(|at| ("item", Json::from(at))));
    members.extend(line.party.map(|at| ("party", Json::from(at))));
    members.extend(line.place.map(|place| ("place", Json::from(place.to_string()))));
    members.extend(line.lifted_by.as_deref().map(|code| ("lifted_by", Json::from(code))));
    members.extend((!rule.more.is_empty()).then(|| ("policy", Json::from(rule.more.as_ref()))));
    let days = [("valid_from", from.valid.from), ("valid_to", from.valid.to)];
    members.extend(days.into_iter().filter_map(|(key, day)| Some((key, Json::from(day?.to_string())))));
    Json::object(members)
}

/// What an item was found to be: tiers, figures, the distance to each limit, and what is missing.
pub fn class(class: &Class, kind: Option<ItemKind>) -> Json {
    let tiers = [("upper", class.upper), ("lower", class.lower), ("memory", class.memory), ("weights", class.weights)];
    let tiers = Json::object(tiers.map(|(key, tri)| (key, Json::from(words::tri(tri)))));
    let figures = [("tpp", class.tpp), ("area_mm2", class.area), ("dram_gb_s", class.dram)];
    let figures = Json::object(figures.map(|(key, range)| (key, Json::from(range.to_string()))));
    let margins = class.margins(kind).into_iter().map(|margin| {
        Json::object([
            ("limit", Json::from(margin.limit)),
            ("at", Range::exactly(margin.at).to_string().into()),
            ("is", margin.value.to_string().into()),
            ("reached", words::tri(margin.reached).into()),
        ])
    });
    Json::object([
        ("tiers", tiers),
        ("figures", figures),
        ("margins", Json::List(margins.collect())),
        ("paragraph", class.paragraph(kind).into()),
        ("missing", Json::list(class.missing.iter().map(|missing| words::missing(*missing)))),
    ])
}

/// The question behind a code: a flag's or an ask's own words, or whether a rule or an entry of the control list reaches the item.
pub fn asks(rules: &Rules, code: &str) -> String {
    let clause = rules.clauses.iter().find(|clause| clause.code.as_ref() == code).map(|clause| clause.says.to_string());
    let rule = || rules.rules.iter().find(|rule| rule.from.fact() == code).map(|rule| words::reaches(&rule.title, &rule.says));
    let entry = || rules.eccns.iter().find(|entry| entry.from.fact() == code).map(|entry| words::paragraph(&entry.eccn));
    clause.or_else(rule).or_else(entry).unwrap_or_default()
}

fn asked(rules: &Rules, code: &str, state: Option<&str>) -> Json {
    let mut members = vec![("code", Json::from(code))];
    let clause = rules.clauses.iter().find(|clause| clause.code.as_ref() == code);
    if let Some(clause) = clause {
        members.push(("next_step", clause.next_step.as_ref().into()));
        members.push(("holds_at", words::level(clause.level).into()));
        members.extend(clause.refs.first().map(|number| ("number", Json::from(number.as_ref()))));
    }
    let rule = || rules.rules.iter().find(|rule| rule.from.fact() == code).map(|rule| &rule.from);
    let entry = || rules.eccns.iter().find(|entry| entry.from.fact() == code).map(|entry| &entry.from);
    if let Some(from) = clause.map(|clause| &clause.from).or_else(rule).or_else(entry) {
        members.push(("asks", asks(rules, code).into()));
        members.push(("citation", from.citation.as_ref().into()));
        members.push(("source_as_of", from.as_of.to_string().into()));
        members.push(("confidence", words::confidence(from.confidence).into()));
    }
    members.extend(state.map(|state| ("state", Json::from(state))));
    Json::object(members)
}

fn guard(guard: &redzone_screen::deal::Guard) -> Json {
    let texts = [("code", &guard.code), ("title", &guard.title), ("says", &guard.says), ("owner", &guard.owner), ("due", &guard.due)];
    let mut members: Vec<(&str, Json)> = texts.into_iter().map(|(key, text)| (key, Json::from(text.as_ref()))).collect();
    members.push(("in_place", guard.in_place.into()));
    members.extend(guard.due_on.map(|day| ("due_on", Json::from(day.to_string()))));
    members.extend(guard.every_days.map(|days| ("every_days", Json::from(days))));
    Json::object(members)
}

fn readiness(program: &Program) -> Json {
    let check = |check: &redzone_screen::deal::Check| {
        Json::object([
            ("check", Json::from(words::program(check.what))),
            ("term", check.term.as_ref().into()),
            ("met", words::tri(check.met).into()),
            ("missing", Json::list(check.missing.iter().map(String::as_str))),
        ])
    };
    Json::List(program.checks.iter().map(check).collect())
}
