//! `redzone lists diff`: what came, what went, what changed, field by field.

use super::{edition_of, editions};
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};
use redzone_compile::diff::{Diff, Renamed, diff};
use redzone_compile::edition::Edition;
use redzone_record::Json;
use std::path::{Path, PathBuf};

/// Compare two editions, or two folders of editions
///
/// Exit code 1 when they differ.
#[derive(clap::Args)]
pub struct Args {
    /// The older edition, or a folder of editions
    old: PathBuf,
    /// The newer one
    new: PathBuf,
    /// Write Markdown
    #[arg(long)]
    markdown: bool,
}

fn load(path: &Path) -> Result<Vec<Edition>, Fault> {
    if path.is_dir() { editions(path) } else { Ok(vec![edition_of(path)?]) }
}

pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let (old, new) = (load(&args.old)?, load(&args.new)?);
    let mut lists: Vec<&str> = old.iter().chain(&new).map(|edition| edition.header.list.as_str()).collect();
    lists.sort_unstable();
    lists.dedup();
    let of = |editions: &'_ [Edition], list: &str| editions.iter().find(|edition| edition.header.list == list).cloned();
    if !args.old.is_dir() && lists.len() > 1 {
        let what = format!("expected two editions of one list, found {}", lists.join(" and "));
        return Err(Fault::new(Kind::Usage, what, "name two editions of the same list, or two folders"));
    }
    let (mut all, mut exit) = (Vec::new(), Exit::NoReview);
    for list in lists {
        let (was, is) = (of(&old, list), of(&new, list));
        let blank = |edition: &Option<Edition>, other: &Option<Edition>| match (edition, other) {
            (Some(edition), _) => Some(edition.clone()),
            (None, Some(other)) => Some(Edition { entries: Vec::new(), ..other.clone() }),
            (None, None) => None,
        };
        let (Some(from), Some(to)) = (blank(&was, &is), blank(&is, &was)) else { continue };
        let found = diff(&from, &to);
        if found != Diff::default() {
            exit = Exit::Review;
        }
        let day = |edition: &Option<Edition>| edition.as_ref().map_or("no edition".to_owned(), |edition| edition.header.as_of.to_string());
        let days = (day(&was), day(&is));
        match out.format {
            Format::Json => all.push(json(list, &days, &found)),
            Format::Table => show(list, &days, &found, args.markdown, out)?,
        }
    }
    if out.format == Format::Json {
        out.line(Json::object([("lists", Json::List(all))]).to_canonical())?;
    }
    Ok(exit)
}

fn show(list: &str, days: &(String, String), diff: &Diff, markdown: bool, out: &mut Out) -> Result<(), Fault> {
    let counts = format!(
        "{} added, {} delisted, {} renamed, {} changed",
        diff.added.len(),
        diff.delisted.len(),
        diff.renamed.len(),
        diff.changed.len()
    );
    let (head, item, inner) = if markdown { ("## ", "- ", "  - ") } else { ("", "  ", "      ") };
    out.heading(format!("{head}{list}: {} to {}: {counts}", days.0, days.1))?;
    for (word, entries) in [("added", &diff.added), ("delisted", &diff.delisted)] {
        for (id, name) in entries {
            out.line(format!("{item}{word} {id} {name}"))?;
        }
    }
    for Renamed { was, is, by } in &diff.renamed {
        let from = if was.0 == is.0 { String::new() } else { format!("{} ", was.0) };
        out.line(format!("{item}renamed {} {}: was {from}{} (same {})", is.0, is.1, was.1, by.word()))?;
    }
    for changed in &diff.changed {
        out.line(format!("{item}changed {} {}", changed.id, changed.name))?;
        for field in &changed.fields {
            let values = |values: &[String]| if values.is_empty() { "nothing".to_owned() } else { values.join(" | ") };
            out.line(format!("{inner}{}: {} -> {}", field.field, values(&field.was), values(&field.is)))?;
        }
    }
    Ok(())
}

fn json(list: &str, days: &(String, String), diff: &Diff) -> Json {
    let text = |text: &String| Json::from(text.as_str());
    let texts = |values: &[String]| Json::List(values.iter().map(text).collect());
    let party = |(id, name): &(String, String)| Json::object([("id", text(id)), ("name", text(name))]);
    let entries = |entries: &[(String, String)]| Json::List(entries.iter().map(party).collect());
    let renamed = diff
        .renamed
        .iter()
        .map(|renamed| Json::object([("was", party(&renamed.was)), ("is", party(&renamed.is)), ("by", Json::from(renamed.by.word()))]));
    let field = |field: &redzone_compile::diff::Field| {
        Json::object([("field", text(&field.field)), ("was", texts(&field.was)), ("is", texts(&field.is))])
    };
    let changed = diff.changed.iter().map(|changed| {
        let fields = Json::List(changed.fields.iter().map(field).collect());
        Json::object([("id", text(&changed.id)), ("name", text(&changed.name)), ("fields", fields)])
    });
    Json::object([
        ("list", Json::from(list)),
        ("from", text(&days.0)),
        ("to", text(&days.1)),
        ("added", entries(&diff.added)),
        ("delisted", entries(&diff.delisted)),
        ("renamed", Json::List(renamed.collect())),
        ("changed", Json::List(changed.collect())),
    ])
}
