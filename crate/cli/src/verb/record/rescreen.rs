//! `redzone record rescreen`: a book of business asked again on other packs; only what changed is said.

use redzone_index::Date;
use redzone_record::changes::{Change, What, answer, changes, rules_changed, rulings};
use redzone_record::decisions::{GoodList, Standing};
use redzone_record::sealed::Kind as Body;
use redzone_record::{Json, commit, ruled_again};
use redzone_screen::Question;
use std::path::PathBuf;

use super::decide::good_list;
use super::questions::{Found, Questions};
use crate::case::CaseArgs;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};
use crate::shelf::{Ready, ShelfArgs};
use crate::show::plain;
use crate::today;
use crate::verb::check::{self, MOST_KEPT};
use crate::verb::determine::screen;

/// Ask every question of a case file again on newer lists, and show what changed
///
/// Checks, destinations and deals are asked; everybody in a deal who was screened is screened again. With several packs, each is compared with the
/// one before it, oldest first: with --from and --to a look back at what would have been found when. Every difference between the two full runs is
/// shown, and nothing else.
#[derive(clap::Args)]
pub struct Args {
    /// The case file with the parties and their past answers
    file: PathBuf,
    #[command(flatten)]
    shelf: ShelfArgs,
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
    let mut shelf = args.shelf.open(None, out)?;
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
    for found in Questions::open(&args.file)? {
        let found = found?;
        let mut before = found.body.clone();
        for (digest, day) in &steps {
            let Some(ready) = shelf.get(digest, out)? else { continue };
            let Some(after) = again(ready, &found, *day)? else {
                out.note(format_args!("line {}: the pack {digest} has no rules, so it was not asked again", found.line));
                exit = exit.max(Exit::Incomplete);
                continue;
            };
            if let Some(change) = rules_changed(&before, &after).filter(|change| !rules_told.contains(change)) {
                tell(out, None, digest, &change)?;
                rules_told.push(change);
            }
            let changed = match found.kind {
                Body::Check => changes(&before, &after),
                _ => rulings(&before, &after),
            };
            for change in changed.into_iter().chain(lapsed(good.as_ref(), &after, found.party.as_deref())) {
                tell(out, Some(&found), digest, &change)?;
                exit = exit.max(Exit::Review);
                told += 1;
            }
            if !is_complete(found.kind, &after) {
                exit = exit.max(Exit::Incomplete);
            }
            before = after;
        }
        asked += 1;
        if let Some(case) = &mut case {
            case.add(found.kind, before)?;
        }
    }
    if let Some(case) = case {
        case.commit(out)?;
    }
    out.note(format_args!("{asked} questions asked again on {} packs; {told} changes", steps.len()));
    Ok(exit)
}

/// Whether an answer says all that was asked.
fn is_complete(kind: Body, body: &Json) -> bool {
    let ruling = answer(body).get("ruling").and_then(Json::as_text);
    match kind {
        Body::Check => body.get("doubts").and_then(Json::as_list).is_some_and(<[Json]>::is_empty),
        _ => !matches!(ruling, None | Some("indeterminate" | "rule-changing")),
    }
}

/// The question asked again on a day; `None` when it is about rules and the pack has none.
fn again(ready: &Ready, found: &Found, day: Date) -> Result<Option<Json>, Fault> {
    let hidden = || {
        let what = format!("the question of line {} is hidden", found.line);
        Fault::new(Kind::BadInput, what, "give the whole case file: a redacted one can't be asked again")
    };
    if found.kind == Body::Check {
        let question = redzone_record::question(&found.body).ok_or_else(hidden)?;
        let question = Question { as_of: day, limit: MOST_KEPT, ..question };
        return Ok(Some(check::ask(&ready.pack, &ready.screener, &question)?.1));
    }
    let Some(rules) = &ready.rules else { return Ok(None) };
    let asked = found.body.get("question").filter(|asked| commit::hidden(asked).is_none()).ok_or_else(hidden)?;
    let asked = screen::again(&ready.pack, &ready.screener, &with(asked, "as_of", day.to_string().into()), day)?;
    let again = ruled_again(&ready.pack.manifest, rules, &with(&found.body, "question", asked)).map_err(|why| {
        Fault::new(Kind::BadInput, format!("line {}: {why}", found.line), "give a case file that `redzone ... --record` wrote, unchanged")
    })?;
    Ok(Some(again.ok_or_else(hidden)?))
}

/// An object with another value for a member that it has.
fn with(object: &Json, key: &str, value: Json) -> Json {
    let Json::Object(members) = object else { return object.clone() };
    Json::object(members.iter().map(|(name, had)| (name.as_str(), if name == key { value.clone() } else { had.clone() })))
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
    let name = found.map(|found| found.asked.as_str()).unwrap_or_default();
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
    let about = match (change.list.as_str(), change.id.as_str()) {
        (_, "") => String::new(),
        ("", id) => format!(" {id}"),
        (list, id) => format!(" {list}:{id}"),
    };
    // Of a digest its beginning tells enough.
    let short = |text: &str| match text.len() {
        0 => "nothing".to_owned(),
        64 => text.chars().take(12).collect(),
        _ => plain(text),
    };
    let what = change.what.word().replace('-', " ");
    out.line(format_args!("{who}: {what}{about}, from {} to {}", short(&change.before), short(&change.after)))
}
