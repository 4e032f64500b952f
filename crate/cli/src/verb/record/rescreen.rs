//! `redzone record rescreen`: a book of business asked again on other packs; only what changed is said.

use redzone_index::Date;
use redzone_record::Json;
use redzone_record::changes::{Change, What, changes, rules_changed};
use redzone_record::decisions::{GoodList, Standing};
use redzone_record::sealed::Kind as Body;
use redzone_screen::Question;
use std::path::PathBuf;

use super::checks::{Checks, Found};
use super::decide::good_list;
use crate::case::{CaseArgs, CaseFile};
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};
use crate::shelf::{Ready, Shelf};
use crate::show::plain;
use crate::today;
use crate::verb::check::{self, MOST_KEPT};

/// Ask every question of a case file again on newer lists, and show what changed
///
/// With several packs, each is compared with the one before it, oldest first: with --from and --to a look back at what would have been found
/// when. Every difference between the two full runs is shown, and nothing else.
#[derive(clap::Args)]
pub struct Args {
    /// The case file with the parties and their past answers
    file: PathBuf,
    /// A pack, or a folder of packs; may be given several times [default: $REDZONE_LISTS, else dist/lists]
    #[arg(long, visible_alias = "lists", value_name = "DIR")]
    packs: Vec<PathBuf>,
    /// A public key to trust in place of the development key
    #[arg(long, value_name = "KEY")]
    trust: Vec<String>,
    /// Look back: only packs built on this day or later, each asked as of the day it was built
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day, requires = "to")]
    from: Option<Date>,
    /// Look back: only packs built on this day or before
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day, requires = "from", conflicts_with = "as_of")]
    to: Option<Date>,
    /// The day on which the questions are asked [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day)]
    as_of: Option<Date>,
    /// Decisions that may have lapsed
    #[arg(long, value_name = "FILE")]
    good_list: Option<PathBuf>,
    #[command(flatten)]
    case: CaseArgs,
}

/// # Errors
/// [`Kind::BadInput`] for what is no case file, and the faults of packs.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let folders = if args.packs.is_empty() { vec![crate::pack::usual()] } else { args.packs.clone() };
    let mut shelf = Shelf::of(&folders, &args.trust, out)?;
    let packs = shelf.built(args.from.zip(args.to));
    if packs.is_empty() {
        return Err(Fault::new(Kind::Incomplete, "no pack was built between these days", "name other folders or other days"));
    }
    let today = today::as_of(args.as_of)?;
    let steps: Vec<(String, Date)> =
        packs.into_iter().map(|(built, digest)| (digest, if args.from.is_some() { built } else { today })).collect();
    let good = args.good_list.as_deref().map(good_list).transpose()?;
    let mut case = args.case.open()?;
    let (mut exit, mut asked, mut told) = (Exit::NoReview, 0usize, 0usize);
    let mut rules_told: Vec<Change> = Vec::new();
    for found in Checks::open(&args.file)? {
        let found = found?;
        let mut before = found.check.clone();
        for (digest, day) in &steps {
            let Some(ready) = shelf.get(digest, out)? else { continue };
            let after = again(ready, &found, *day)?;
            if let Some(change) = rules_changed(&before, &after).filter(|change| !rules_told.contains(change)) {
                tell(out, None, digest, &change)?;
                rules_told.push(change);
            }
            for change in changes(&before, &after).into_iter().chain(lapsed(good.as_ref(), &after, found.party.as_deref())) {
                tell(out, Some(&found), digest, &change)?;
                exit = exit.max(Exit::Review);
                told += 1;
            }
            if after.get("doubts").and_then(Json::as_list).is_none_or(|doubts| !doubts.is_empty()) {
                exit = exit.max(Exit::Incomplete);
            }
            before = after;
        }
        asked += 1;
        keep(&mut case, before)?;
    }
    if let Some(case) = case {
        case.commit(out)?;
    }
    out.note(format_args!("{asked} questions asked again on {} packs; {told} changes", steps.len()));
    Ok(exit)
}

fn keep(case: &mut Option<CaseFile>, check: Json) -> Result<(), Fault> {
    match case {
        Some(case) => case.add(Body::Check, check).map(|_| ()),
        None => Ok(()),
    }
}

/// The check asked again on a day.
fn again(ready: &Ready, found: &Found, day: Date) -> Result<Json, Fault> {
    let question = redzone_record::question(&found.check).ok_or_else(|| {
        let what = format!("the question of line {} is hidden", found.line);
        Fault::new(Kind::BadInput, what, "give the whole case file: a redacted one can't be asked again")
    })?;
    let question = Question { as_of: day, limit: MOST_KEPT, ..question };
    Ok(check::ask(&ready.pack, &ready.screener, &question)?.1)
}

/// Decisions about the hits of a check that do not hold any more.
fn lapsed(good: Option<&GoodList>, check: &Json, reference: Option<&str>) -> Vec<Change> {
    let Some(good) = good else { return Vec::new() };
    let standings = good.standings(check, reference).into_iter().flatten();
    standings
        .filter(|(_, standing)| *standing != Standing::Holds)
        .map(|(decision, standing)| Change {
            what: What::DecisionLapsed,
            list: decision.list.clone(),
            id: decision.id.clone(),
            before: decision.verdict.word().to_owned(),
            after: standing.word().to_owned(),
        })
        .collect()
}

fn tell(out: &mut Out, found: Option<&Found>, pack: &str, change: &Change) -> Result<(), Fault> {
    let name = found.and_then(|found| found.check.get("question")?.get("name")?.as_text()).unwrap_or_default();
    let party = found.and_then(|found| found.party.as_deref()).unwrap_or_default();
    if out.format == Format::Json {
        let texts = [
            ("party", party),
            ("name", name),
            ("pack", pack),
            ("what", change.what.word()),
            ("list", &change.list),
            ("id", &change.id),
            ("before", &change.before),
            ("after", &change.after),
        ];
        let line = found.map(|found| ("line", Json::from(found.line)));
        return out.line(Json::object(texts.map(|(key, text)| (key, Json::from(text))).into_iter().chain(line)).to_canonical());
    }
    let who = found.map_or_else(|| "Rules".to_owned(), |found| format!("Line {}, {}", found.line, plain(name)));
    let hit = if change.id.is_empty() { String::new() } else { format!(" {}:{}", change.list, change.id) };
    let short = |text: &str| if text.is_empty() { "nothing".to_owned() } else { text.chars().take(20).collect() };
    let what = change.what.word().replace('-', " ");
    out.line(format_args!("{who}: {what}{hit}, from {} to {}", short(&change.before), short(&change.after)))
}
