//! `redzone lists status`: how old each edition is, what it holds, where it comes from.

use super::editions;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};
use crate::today;
use redzone_compile::edition::{Counts, Edition};
use redzone_index::{Change, Date};
use redzone_record::Json;
use std::path::PathBuf;

/// Show each edition's age, counts and provenance
#[derive(clap::Args)]
pub struct Args {
    /// The folder of the editions
    #[arg(value_name = "DIR", default_value = "lists/editions")]
    folder: PathBuf,
    /// The day from which ages are counted [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day)]
    as_of: Option<Date>,
}

/// Days after which a list is ageing, old, and past use without a notice of its own (DESIGN, section 6).
const AGES: [(i32, &str); 3] = [(30, "past 30 days"), (7, "old"), (1, "ageing")];

pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let editions = editions(&args.folder)?;
    if editions.is_empty() {
        let what = format!("expected editions in {}, found none", args.folder.display());
        return Err(Fault::new(Kind::Incomplete, what, "make some with `redzone lists import`"));
    }
    let today = today::as_of(args.as_of)?;
    let mut exit = Exit::NoReview;
    let mut all = Vec::new();
    for edition in &editions {
        let days = today.day_number() - edition.header.as_of.day_number();
        let state =
            if days < 0 { "from the future" } else { AGES.iter().find(|(over, _)| days > *over).map_or("current", |(_, word)| word) };
        if days < 0 || days > AGES[0].0 {
            exit = Exit::Incomplete;
        }
        match out.format {
            Format::Json => all.push(json(edition, days, state)),
            Format::Table => table(edition, days, state, out)?,
        }
    }
    if out.format == Format::Json {
        let document = Json::object([("as_of", Json::from(today.to_string().as_str())), ("lists", Json::List(all))]);
        out.line(document.to_canonical())?;
    } else if exit == Exit::Incomplete {
        out.note("next: fetch the files at the addresses in lists/catalog.toml and import them with `redzone lists import`");
    }
    Ok(exit)
}

fn table(edition: &Edition, days: i32, state: &str, out: &mut Out) -> Result<(), Fault> {
    let header = &edition.header;
    out.heading(format!("{}  {}", header.list, header.title))?;
    out.line(format!("  as of {}, {days} days ago: {state}", header.as_of))?;
    if !header.notice.is_empty() {
        out.line(format!("  {}", header.notice))?;
    }
    out.line(format!("  {}; {} problems named", Counts::of(&edition.entries), header.problems))?;
    for provenance in &header.provenance {
        out.line(format!("  {}: {}", provenance.fields, provenance.source))?;
    }
    if let Some(Change { since, added, delisted, renamed, changed }) = header.change {
        out.line(format!("  since {since}: {added} added, {delisted} delisted, {renamed} renamed, {changed} changed"))?;
    }
    for waiver in &header.waivers {
        out.line(format!("  waived: {waiver}"))?;
    }
    Ok(())
}

fn json(edition: &Edition, days: i32, state: &str) -> Json {
    let header = &edition.header;
    let counts = Counts::of(&edition.entries);
    let text = |text: &str| Json::from(text);
    let number = |number: usize| Json::Integer(number as i64);
    let said = |(fields, source): (&str, &str)| Json::object([("fields", text(fields)), ("source", text(source))]);
    let change = |Change { since, added, delisted, renamed, changed }: Change| {
        let counts = [("added", added), ("delisted", delisted), ("renamed", renamed), ("changed", changed)];
        let counts = counts.map(|(key, count)| (key, Json::from(count)));
        ("change", Json::object([("since", text(&since.to_string()))].into_iter().chain(counts)))
    };
    let members = [
        ("list", text(&header.list)),
        ("title", text(&header.title)),
        ("as_of", text(&header.as_of.to_string())),
        ("days", Json::Integer(days.into())),
        ("state", text(state)),
        ("notice", text(&header.notice)),
        ("entries", number(counts.entries)),
        ("names", number(counts.all_names())),
        ("problems", number(header.problems)),
        ("provenance", Json::List(header.provenance.iter().map(|said_of| said((&said_of.fields, &said_of.source))).collect())),
        ("waivers", Json::List(header.waivers.iter().map(|waiver| text(waiver)).collect())),
    ];
    Json::object(members.into_iter().chain(header.change.map(change)))
}
