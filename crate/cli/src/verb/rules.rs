//! `redzone rules`: what changed between two rule packs, and which stored answers that touches.

use redzone_index::rules::Rules;
use redzone_record::changes::{self, answer, rulings};
use redzone_record::sealed::{Kind as Body, Sealed};
use redzone_record::{Json, deal, ruled_again};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::record::questions::Questions;
use crate::case::Lines;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::json_file::read_json;
use crate::output::{Format, Out};
use crate::pack::{Pack, PackArgs};
use crate::show::plainly;

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

/// What changed between the rules of two packs, and which stored answers that changes
///
/// Each stored question is asked on both packs. The answer may be another because a row that it rests on changed or is gone, or because one speaks of
/// it now that did not.
#[derive(clap::Args)]
struct DiffArgs {
    /// The directory of the older pack
    old: PathBuf,
    /// The directory of the newer pack
    new: PathBuf,
    /// Stored answers: as `redzone determine --format json` printed them, or case files with deals and destinations
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
    let open = |dir: &PathBuf| -> Result<(Pack, Rules), Fault> {
        let pack = Pack::open(&PackArgs::at(dir.clone(), args.trust.clone()), out)?;
        let rules = pack.need_rules()?;
        Ok((pack, rules))
    };
    let (old_pack, new_pack) = (open(&args.old)?, open(&args.new)?);
    let (old, new) = (rows(&old_pack.1), rows(&new_pack.1));
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
        for (name, body) in stored(file)? {
            let again = |(pack, rules): &(Pack, Rules)| {
                let now = ruled_again(&pack.manifest, rules, &body).map_err(|why| unread(&name, &why.to_string()))?;
                now.ok_or_else(|| unread(&name, "expected a question about a deal or a destination with its answer"))
            };
            touched.push(Touched::of(name.clone(), &again(&old_pack)?, &again(&new_pack)?));
        }
    }
    match out.format {
        Format::Json => {
            let change = |(what, id): &(&str, &String)| Json::object([("what", Json::from(*what)), ("id", id.as_str().into())]);
            let stored = |stored: &Touched| {
                let texts = [("answer", &stored.name), ("before", &stored.before), ("after", &stored.after)];
                let texts = texts.map(|(key, text)| (key, Json::from(text.as_str())));
                let more = [("rows", Json::from(stored.rows.join(" "))), ("changed", stored.changed.into())];
                Json::object(texts.into_iter().chain(more))
            };
            let members = [
                ("changes", Json::List(changes.iter().map(change).collect())),
                ("answers", Json::List(touched.iter().map(stored).collect())),
            ];
            out.line(Json::object(members).to_canonical())?;
        }
        Format::Table => {
            for (what, id) in &changes {
                out.line(format_args!("{what:8} {id}"))?;
            }
            for answer in &touched {
                let by = if answer.rows.is_empty() { String::new() } else { format!(" by {}", answer.rows.join(", ")) };
                let what = match (answer.before == answer.after, answer.changed) {
                    (false, _) => format!("{} becomes {}{by}", plainly(&answer.before), plainly(&answer.after)),
                    (true, true) => format!("still {}, and says something else{by}", plainly(&answer.after)),
                    (true, false) => "the same answer".to_owned(),
                };
                out.line(format_args!("{}: {what}", answer.name))?;
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

/// A stored answer, asked for on both packs.
struct Touched {
    /// The file, and the line of a case file.
    name: String,
    /// The ruling on the older pack.
    before: String,
    /// The ruling on the newer pack.
    after: String,
    /// The rows that say something else.
    rows: Vec<String>,
    /// Whether anything in the answer is another.
    changed: bool,
}

impl Touched {
    fn of(name: String, before: &Json, after: &Json) -> Touched {
        let ruling = |body: &Json| answer(body).get("ruling").and_then(Json::as_text).unwrap_or_default().to_owned();
        let rows =
            rulings(before, after).into_iter().filter(|change| change.what == changes::What::RuleChanged).map(|change| change.id).collect();
        let changed = said(before) != said(after);
        Touched { name, before: ruling(before), after: ruling(after), rows, changed }
    }
}

/// What an answer says, without what names the pack and counts its rows.
fn said(body: &Json) -> Vec<&(String, Json)> {
    let Json::Object(members) = answer(body) else { return Vec::new() };
    members.iter().filter(|(key, _)| !["pack", "rules", "asked"].contains(&key.as_str())).collect()
}

/// The answers of a file as bodies of records, each with its name.
fn stored(file: &Path) -> Result<Vec<(String, Json)>, Fault> {
    let name = file.display().to_string();
    let first = Lines::open(file)?.next().transpose()?.unwrap_or_default();
    if Sealed::read(&first).is_ok() {
        let ruled = Questions::open(file)?.filter(|found| found.as_ref().map_or(true, |found| found.kind != Body::Check));
        return ruled.map(|found| found.map(|found| (format!("{name}, line {}", found.line), found.body))).collect();
    }
    let json = read_json(file)?;
    match json.get("question") {
        Some(asked) if json.get("schema").is_none() => {
            Ok(vec![(name, Json::object([("schema", Json::from(deal::RECORD)), ("question", asked.clone())]))])
        }
        _ => Ok(vec![(name, json)]),
    }
}

fn unread(name: &str, why: &str) -> Fault {
    Fault::new(Kind::BadInput, format!("{name}: {why}"), "give what `redzone determine --format json` printed, or a case file")
}
