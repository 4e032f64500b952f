//! `redzone verify`: signature, digests and structure of a pack, to its last byte.

use redzone_index::rules::Rules;
use redzone_index::{Date, Freshness, ListFacts, Manifest};
use redzone_record::Json;
use std::path::PathBuf;

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};
use crate::pack::{MANIFEST, from_index, read, trusted};
use crate::show::plain;
use crate::today;

/// Verify a pack: its signature, every file, every entry
#[derive(clap::Args)]
pub struct Args {
    /// The pack's folder
    #[arg(default_value = "dist/lists")]
    dir: PathBuf,
    /// A public key to trust in place of the development key: its 64 digits or its file
    #[arg(long, value_name = "KEY")]
    key: Vec<String>,
    /// The day on which the pack is to be used [default: today]
    #[arg(long, value_name = "DAY", value_parser = today::parse_day)]
    as_of: Option<Date>,
}

/// Reads everything in the pack. Exit 5 when it has expired or a list is too old, on the day asked about.
///
/// # Errors
/// [`Kind::Integrity`] when anything is not what was signed; [`Kind::Incomplete`] when a file is missing.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let as_of = today::as_of(args.as_of)?;
    let manifest = Manifest::verify(&read(&args.dir, MANIFEST)?, &trusted(&args.key)?).map_err(|why| from_index(&why))?;
    let mut exit = Exit::NoReview;
    let mut rows = Vec::new();
    for facts in manifest.lists() {
        let list = manifest.open_list(&facts.id, &read(&args.dir, &facts.search.name)?).map_err(|why| from_index(&why))?;
        let details = manifest.open_details(&facts.id, &read(&args.dir, &facts.detail.name)?).map_err(|why| from_index(&why))?;
        for number in 0..facts.entries {
            let entry = details.entry(number).map_err(|why| from_index(&why))?;
            let names = list.columns().names_of(number).len();
            if (names == 0) != entry.names.is_empty() {
                let what =
                    format!("entry {} of {} has {names} names to search and {} to show", plain(&entry.id), facts.id, entry.names.len());
                return Err(Fault::new(Kind::Integrity, what, "build the pack again"));
            }
        }
        let age = manifest.age(facts, as_of);
        if matches!(age.state, Freshness::Stopped | Freshness::Ahead) {
            exit = Exit::Incomplete;
        }
        rows.push((facts, age));
    }
    let rules = manifest.facts().rules.as_ref();
    if let Some(facts) = rules {
        let bytes = read(&args.dir, &facts.name)?;
        manifest.check_rules(&bytes).and_then(Rules::from_bytes).map_err(|why| from_index(&why))?;
    }
    if args.key.is_empty() {
        out.note("trusted the development key, which anyone can sign with: name the publisher's key with --key");
    }
    let expired = manifest.is_expired(as_of);
    if expired {
        out.note(format_args!("the pack could be used until {}: get or build a newer one", manifest.facts().expires));
        exit = Exit::Incomplete;
    }
    if manifest.is_ahead_of(as_of) {
        out.note(format_args!(
            "{as_of} is before the pack was built, {}: set this machine's clock, or give another day",
            manifest.facts().built
        ));
        exit = Exit::Incomplete;
    }
    match out.format {
        Format::Table => {
            let heads = ["rows", "joined", "ended", "dropped", "entries", "names", "words"].map(|head| format!("{head:>8}")).concat();
            out.heading(format_args!("{:<14} {:>10}{heads}  {:>5}  state", "list", "as of", "days"))?;
            for (facts, age) in &rows {
                let state = state(age.state);
                let counts: String = counts(facts).iter().map(|(_, count)| format!("{count:>8}")).collect();
                out.line(format_args!("{:<14} {}{counts}  {:>5}  {state}", facts.id, facts.as_of, age.days))?;
            }
            let words: u64 = rows.iter().map(|(facts, _)| u64::from(facts.words)).sum();
            out.line(format_args!("version {}, {words} words in the indexes", manifest.facts().version))?;
            out.line(format_args!("rules: {}", if rules.is_some() { "verified" } else { "none" }))?;
            out.line(format_args!("manifest {}, signed by {}", manifest.digest(), manifest.signer()))?;
        }
        Format::Json => {
            let lists = rows.iter().map(|(facts, age)| {
                Json::object([
                    ("list", Json::from(facts.id.as_str())),
                    ("days", Json::from(age.days)),
                    ("ledger", ledger(facts)),
                    ("state", Json::from(state(age.state))),
                ])
            });
            let members = [
                ("expired", Json::from(expired)),
                ("lists", Json::list(lists)),
                ("manifest", Json::from(manifest.digest().to_string().as_str())),
                ("version", Json::from(manifest.facts().version.to_string().as_str())),
                ("signer", Json::from(manifest.signer().to_string().as_str())),
            ];
            out.line(Json::object(members).to_canonical())?;
        }
    }
    Ok(exit)
}

/// The ledger of a list, from the rows of the publisher's file to the keys of the index.
fn counts(facts: &ListFacts) -> [(&'static str, u32); 7] {
    let rows = facts.rows;
    [
        ("rows", rows.read),
        ("joined", rows.joined),
        ("ended", rows.ended),
        ("dropped", rows.dropped),
        ("entries", facts.entries),
        ("names", facts.names),
        ("words", facts.words),
    ]
}

fn ledger(facts: &ListFacts) -> Json {
    Json::object(counts(facts).map(|(what, count)| (what, Json::from(count))))
}

fn state(state: Freshness) -> &'static str {
    match state {
        Freshness::Fresh => "fresh",
        Freshness::Amber => "amber",
        Freshness::Red => "red",
        Freshness::Stopped => "too old",
        Freshness::Ahead => "published later",
    }
}
