//! A determination for people.

use redzone_index::rules::{Level, Rules};
use redzone_record::deal::{self, fact, words};
use redzone_screen::deal::{DealDetermination, DealQuestion, DealRuling, Line, Owner, Screening, Tri};

use crate::fault::Fault;
use crate::output::Out;
use crate::show::{field, plain, plainly};

/// Prints all of it, the ruling first.
///
/// # Errors
/// When stdout does not take it.
pub fn answer(out: &mut Out, rules: &Rules, question: &DealQuestion, found: &DealDetermination) -> Result<(), Fault> {
    let word = plainly(words::ruling(&found.ruling));
    let stake = found.strictest.filter(|level| *level > Level::Note).map(|level| format!("; at stake: {}", plainly(words::level(level))));
    let stake = stake.filter(|_| matches!(found.ruling, DealRuling::Indeterminate | DealRuling::RuleChanging)).unwrap_or_default();
    out.heading(format_args!("{}{}{stake}", word[..1].to_uppercase(), &word[1..]))?;
    for (class, item) in found.classes.iter().zip(&question.items) {
        let tpp = format!("{}; total processing performance {}", class.paragraph(item.kind), class.tpp);
        out.line(field(if item.name.is_empty() { "Item" } else { &item.name }, &plain(&tpp)))?;
    }
    let sentences = found.gaps.iter().map(|gap| words::gap(gap, question)).chain(found.doubts.iter().map(words::doubt));
    for text in sentences {
        out.line(field("Incomplete", &plain(&text)))?;
    }
    for party in &question.parties {
        hits(out, &party.name, &party.screening)?;
        hits(out, &format!("address of {}", party.name), &party.address)?;
        owners(out, party.owners.as_deref())?;
    }
    for line in &found.lines {
        one(out, question, line)?;
    }
    let open = found.flags.iter().filter(|flag| flag.state.holds()).map(|flag| (&flag.code, words::flag(flag.state)));
    let asks = found.asks.iter().map(|code| (code, "not answered"));
    out.line("")?;
    for (code, state) in open.chain(asks) {
        let says = deal::asks(rules, code);
        out.line(field("Answer", &format!("{code} ({state}): {says}")))?;
    }
    for guard in &found.guards {
        let due = guard.due_on.map(|day| format!(" ({day})")).unwrap_or_default();
        out.line(field("Write in", &format!("{}: {}. {}, {}{due}.", guard.title, guard.says, guard.owner, guard.due)))?;
    }
    for check in found.program.iter().flat_map(|program| &program.checks) {
        out.line(field(
            "AI program",
            &format!("{}: {}. {}", words::program(check.what), plainly(words::tri(check.met)), plain(&check.missing.join(", "))),
        ))?;
    }
    for varied in &found.variations {
        let text = format!(
            "{}: {}, {} rules in the way",
            words::change(&varied.change, question),
            plainly(words::ruling(&varied.ruling)),
            varied.lines
        );
        out.line(field("What if", &plain(&text)))?;
    }
    for note in &found.notes {
        out.line(field("Note", &plain(&redzone_record::words::note(note))))?;
    }
    out.line(format_args!(
        "\nRules {} as of {}, to be reviewed by {}; asked for {}. This is not legal advice.",
        found.pack.id, found.pack.as_of, found.pack.review_by, found.as_of
    ))
}

/// The listed parties that somebody may be, each until a person decides.
fn hits(out: &mut Out, of: &str, screening: &Screening) -> Result<(), Fault> {
    let Screening::Hits(hits) = screening else { return Ok(()) };
    hits.iter().try_for_each(|hit| {
        let text = format!("{of}: {} {} ({})", hit.list, hit.entry, words::finding(hit.finding));
        out.line(field("On a list", &plain(&text)))
    })
}

fn owners(out: &mut Out, all: Option<&[Owner]>) -> Result<(), Fault> {
    all.unwrap_or_default().iter().try_for_each(|owner| {
        hits(out, &owner.name, &owner.screening)?;
        owners(out, owner.owners.as_deref())
    })
}

fn one(out: &mut Out, question: &DealQuestion, line: &Line) -> Result<(), Fault> {
    let (rule, from) = (&line.rule, &line.rule.from);
    out.line("")?;
    let may = if line.holds == Tri::Yes { "" } else { "may hold: " };
    out.heading(format_args!("{}: {may}{}", rule.title, plainly(words::level(line.level))))?;
    let item = line.item.and_then(|at| question.items.get(at)).map(|item| item.name.as_str());
    let party = line.party.and_then(|at| question.parties.get(at)).map(|party| party.name.as_str());
    let place = line.place.map(|place| place.to_string());
    let about: Vec<&str> =
        [Some(words::test(line.test)), item, party, place.as_deref()].into_iter().flatten().filter(|text| !text.is_empty()).collect();
    out.line(field("About", &plain(&about.join(", "))))?;
    out.line(field("Says", &rule.says))?;
    if !rule.more.is_empty() {
        out.line(field("Policy", &rule.more))?;
    }
    if let Some(code) = &line.lifted_by {
        out.line(field("Exception", &format!("{code} may be used; its conditions are answered")))?;
    } else if !line.exceptions.is_empty() {
        let codes: Vec<&str> = line.exceptions.iter().map(AsRef::as_ref).collect();
        out.line(field("Exception", &format!("{} may apply, if its conditions are answered", codes.join(", "))))?;
    }
    if !line.open.is_empty() {
        let open: Vec<&str> = line.open.iter().map(|open| fact(*open)).collect();
        out.line(field("Missing", &open.join(", ")))?;
    }
    out.line(field("Next", &rule.next_step))?;
    let seen = words::confidence(from.confidence);
    out.line(field(
        "Citation",
        &format!(
            "{} [{}] ({}, {}, source of {}, {seen})",
            from.citation,
            from.id,
            words::state(from.state),
            words::phase(line.phase),
            from.as_of
        ),
    ))
}
