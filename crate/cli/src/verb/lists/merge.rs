//! `redzone lists merge`: the same party on several lists, as evidence; and two editions of one list, where they disagree.

use super::editions;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};
use redzone_compile::diff::{Diff, diff};
use redzone_compile::edition::Edition;
use redzone_compile::merge::{Party, merge};
use redzone_record::Json;
use std::path::PathBuf;

/// Show which entries of different lists are one party
///
/// With two folders, a list that stands in both (imported from the Consolidated Screening List and from the agency's own file, say) is
/// compared too, and what the two sources say differently is counted. Nothing is written or deleted. Exit code 1 when two sources disagree.
#[derive(clap::Args)]
pub struct Args {
    /// Folders of editions
    #[arg(value_name = "DIR", required = true)]
    folders: Vec<PathBuf>,
    /// Show at most so many parties
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let (mut all, mut twice): (Vec<Edition>, Vec<(Edition, Edition)>) = (Vec::new(), Vec::new());
    for folder in &args.folders {
        for edition in editions(folder)? {
            match all.iter().find(|known| known.header.list == edition.header.list) {
                Some(known) => twice.push((known.clone(), edition)),
                None => all.push(edition),
            }
        }
    }
    if all.is_empty() {
        return Err(Fault::new(Kind::Incomplete, "expected editions in the folders, found none", "make some with `redzone lists import`"));
    }
    let parties = merge(&all);
    let compared: Vec<(&Edition, &Edition, Diff)> = twice.iter().map(|(one, other)| (one, other, diff(one, other))).collect();
    let shown = &parties[..parties.len().min(args.limit.unwrap_or(usize::MAX))];
    match out.format {
        Format::Table => {
            out.heading(format_args!("{} parties stand on more than one of {} lists", parties.len(), all.len()))?;
            for party in shown {
                let entries: Vec<String> = party.entries.iter().map(|(list, id, name)| format!("{list} {id} {name}")).collect();
                let links: Vec<String> = party.links.iter().map(|(link, key)| format!("{} {key}", link.word())).collect();
                out.line(format_args!("  {}\n      same {}", entries.join(" = "), links.join(", ")))?;
            }
            for (one, other, found) in &compared {
                let header = &one.header;
                let counts = disagreements(found).iter().map(|(what, count)| format!("{count} {what}")).collect::<Vec<_>>().join(", ");
                out.heading(format_args!("{}: {} against {}", header.list, source(one), source(other)))?;
                out.line(format_args!("  {counts} (field by field: redzone lists diff)"))?;
            }
        }
        Format::Json => {
            let compared = compared.iter().map(|(one, other, found)| {
                let counts = disagreements(found).into_iter().map(|(what, count)| (what, Json::from(count)));
                let sources = [
                    ("list", Json::from(one.header.list.as_str())),
                    ("one", Json::from(source(one))),
                    ("other", Json::from(source(other))),
                ];
                Json::object(sources.into_iter().chain(counts))
            });
            let members = [("parties", Json::list(shown.iter().map(json))), ("compared", Json::list(compared))];
            out.line(Json::object(members).to_canonical())?;
        }
    }
    Ok(if compared.iter().any(|(.., found)| *found != Diff::default()) { Exit::Review } else { Exit::NoReview })
}

fn source(edition: &Edition) -> String {
    let forms: Vec<&str> = edition.header.sources.iter().map(|source| source.form.as_str()).collect();
    format!("{} of {}", forms.join(" and "), edition.header.as_of)
}

/// What two sources of one list say differently, counted.
fn disagreements(found: &Diff) -> Vec<(&'static str, usize)> {
    vec![
        ("only in the second", found.added.len()),
        ("only in the first", found.delisted.len()),
        ("under another name or id", found.renamed.len()),
        ("with other fields", found.changed.len()),
    ]
}

fn json(party: &Party) -> Json {
    let text = |text: &String| Json::from(text.as_str());
    let entries = party.entries.iter().map(|(list, id, name)| Json::object([("list", text(list)), ("id", text(id)), ("name", text(name))]));
    let links = party.links.iter().map(|(link, key)| Json::object([("by", Json::from(link.word())), ("key", text(key))]));
    Json::object([("entries", Json::list(entries)), ("links", Json::list(links))])
}
