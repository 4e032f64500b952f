//! `redzone rules`: what changed between two rule packs, and which stored answers that touches.

use redzone_index::rules::Rules;
use redzone_record::Json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::determine::read_json;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::output::{Format, Out};
use crate::pack::{Pack, PackArgs};

/// Compare rule packs
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    Diff(DiffArgs),
}

/// What changed between the rules of two packs, and which stored answers rest on what changed
#[derive(clap::Args)]
struct DiffArgs {
    /// The directory of the older pack
    old: PathBuf,
    /// The directory of the newer pack
    new: PathBuf,
    /// Answers that `redzone determine --format json` gave, to look through
    #[arg(long, value_name = "JSON", num_args = 1..)]
    answers: Vec<PathBuf>,
    /// A public key to trust in place of the development key: its 64 digits or its file
    #[arg(long, value_name = "KEY")]
    trust: Vec<String>,
}

/// # Errors
/// The faults of [`Pack::open`], and answers that can't be read.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let What::Diff(args) = &args.what;
    let open = |dir: &PathBuf| Pack::open(&PackArgs::at(dir.clone(), args.trust.clone()), out)?.need_rules();
    let (old, new) = (rows(&open(&args.old)?), rows(&open(&args.new)?));
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let changes: Vec<(&str, &String)> = ids
        .into_iter()
        .filter_map(|id| match (old.get(id), new.get(id)) {
            (None, _) => Some(("added", id)),
            (_, None) => Some(("removed", id)),
            (before, after) => (before != after).then_some(("changed", id)),
        })
        .collect();
    let mut touched = Vec::new();
    for file in &args.answers {
        let named = ids_in(&read_json(file)?);
        let hits: Vec<&str> = changes.iter().map(|(_, id)| id.as_str()).filter(|id| named.contains(*id)).collect();
        // A row that is new may speak of any stored answer: only asking again tells.
        let added = changes.iter().any(|(what, _)| *what == "added");
        touched.push((file.display().to_string(), hits.join(" "), added));
    }
    match out.format {
        Format::Json => {
            let change = |(what, id): &(&str, &String)| Json::object([("what", Json::from(*what)), ("id", id.as_str().into())]);
            let answer = |(file, rows, ask): &(String, String, bool)| {
                Json::object([
                    ("answer", Json::from(file.as_str())),
                    ("rows", rows.as_str().into()),
                    ("ask_again", (*ask || !rows.is_empty()).into()),
                ])
            };
            let members = [
                ("changes", Json::List(changes.iter().map(change).collect())),
                ("answers", Json::List(touched.iter().map(answer).collect())),
            ];
            out.line(Json::object(members).to_canonical())?;
        }
        Format::Table => {
            for (what, id) in &changes {
                out.line(format_args!("{what:8} {id}"))?;
            }
            for (file, rows, added) in &touched {
                let why = match (rows.is_empty(), added) {
                    (false, _) => format!("rests on {rows}: ask again"),
                    (true, true) => "rests on nothing that changed, and rows were added: ask again".to_owned(),
                    (true, false) => "rests on nothing that changed".to_owned(),
                };
                out.line(format_args!("{file}: {why}"))?;
            }
            out.line(format_args!("{} rows changed", changes.len()))?;
        }
    }
    Ok(if changes.is_empty() { Exit::NoReview } else { Exit::Review })
}

/// Every row of a pack, whole, by its id.
fn rows(rules: &Rules) -> BTreeMap<String, String> {
    let mut rows = BTreeMap::new();
    macro_rules! each {
        ($($table:ident),*) => { $(for row in &rules.$table {
            rows.insert(row.from.id.to_string(), format!("{row:?}"));
        })* };
    }
    each!(groups, chart, follows, rules, eccns, clauses, effects, events);
    rows
}

/// Every text of a stored answer: ids of rows are among them.
fn ids_in(json: &Json) -> BTreeSet<String> {
    match json {
        Json::Text(text) => BTreeSet::from([text.clone()]),
        Json::List(items) => items.iter().flat_map(ids_in).collect(),
        Json::Object(members) => members.iter().flat_map(|(_, value)| ids_in(value)).collect(),
        Json::Bool(_) | Json::Integer(_) => BTreeSet::new(),
    }
}
