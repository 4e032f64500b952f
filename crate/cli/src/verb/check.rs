//! `redzone check`: one name against the lists of a pack.

mod card;

use clap::ValueEnum;
use redzone_index::rules::vocabulary::ROLES;
use redzone_index::{Country, Date, DateSpan, PartyKind, identifier_key};
use redzone_record::Json;
use redzone_record::sealed::Kind as Body;
use redzone_screen::{Doubt, Outcome, Question, Score, Screener, Verdict};
use std::ffi::OsString;
use std::io;

use crate::case::CaseArgs;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files;
use crate::output::{Format, Out};
use crate::pack::{Pack, PackArgs};
use crate::show::plain;
use crate::today;

/// The most that is read as one name from stdin, in bytes; far over what the engine takes, so that it says how long the name is.
const LONGEST_NAME: u64 = 64 * 1024;

/// The most parties that a record holds. It says how many more there were, which takes a threshold far below any that is of use.
pub const MOST_KEPT: usize = 1_000;

/// Check one name against the lists
#[derive(clap::Args)]
pub struct Args {
    /// The name, as you have it, or a number: IMO, passport, tax number ...; `-` reads it from stdin
    #[arg(required_unless_present_any = ["address", "id"])]
    name: Option<OsString>,
    /// Where the party is: looked for among the addresses that are listed themselves
    #[arg(long, value_name = "TEXT")]
    address: Option<String>,
    /// A number of the party: IMO, passport, tax or registration number, bank code, wallet, web site; may be given several times
    #[arg(long, value_name = "NUMBER", value_parser = parse_identifier)]
    id: Vec<String>,
    /// What it does in the deal; recorded, and changes no score
    #[arg(long, value_name = "ROLE", value_parser = clap::builder::PossibleValuesParser::new(ROLES))]
    role: Option<String>,
    /// What kind of party
    #[arg(long = "type", value_enum)]
    kind: Option<KindArg>,
    /// A country the party is tied to, two letters; may be given several times
    #[arg(long, value_name = "CC", value_parser = parse_country)]
    country: Vec<Country>,
    /// When a person was born: 1962, 1962-05, 1962-05-17, 1960/1964, ~1962
    #[arg(long, alias = "dob", value_name = "DATE", value_parser = parse_born)]
    born: Option<DateSpan>,
    /// The day on which the question is asked [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day)]
    as_of: Option<Date>,
    /// Report parties from this score on, 0 to 100 with at most two decimals
    #[arg(long, value_name = "SCORE", value_parser = parse_score)]
    threshold: Option<Score>,
    /// Report at most so many parties; says how many more there are
    #[arg(long, default_value_t = 10)]
    limit: usize,
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    pack: PackArgs,
}

/// What kind of party is asked about.
#[derive(Clone, Copy, ValueEnum)]
enum KindArg {
    #[value(alias = "person")]
    Individual,
    #[value(alias = "company", alias = "organisation", alias = "organization")]
    Entity,
    Vessel,
    Aircraft,
}

impl From<KindArg> for PartyKind {
    fn from(kind: KindArg) -> PartyKind {
        match kind {
            KindArg::Individual => PartyKind::Individual,
            KindArg::Entity => PartyKind::Entity,
            KindArg::Vessel => PartyKind::Vessel,
            KindArg::Aircraft => PartyKind::Aircraft,
        }
    }
}

/// Screens one name and prints the answer.
///
/// # Errors
/// [`Kind::BadInput`] for a name that can't be read, and the faults of [`Pack::open`].
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let question = Question {
        name: args.name.as_ref().map(name).transpose()?.unwrap_or_default(),
        address: args.address.clone().unwrap_or_default(),
        identifiers: args.id.clone(),
        role: args.role.clone().unwrap_or_default(),
        kind: args.kind.map_or(PartyKind::Unstated, PartyKind::from),
        countries: args.country.clone(),
        born: args.born,
        as_of: today::as_of(args.as_of)?,
        threshold: args.threshold.unwrap_or(Score::BALANCED),
        limit: args.limit,
    };
    // A name that can't be read is bad input, said before any list is opened.
    let asked = [question.is_named().then_some(&question.name), Some(&question.address).filter(|text| !text.is_empty())];
    for text in asked.into_iter().flatten() {
        redzone_names::read(text).map_err(|why| unreadable(&why.to_string()))?;
    }
    let pack = Pack::open(&args.pack, out)?;
    let screener = pack.screener()?;
    let (outcome, record) = ask(&pack, &screener, &question)?;
    if let Some(mut case) = args.case.open()? {
        // What is kept must hold every party that reached the threshold, however few were asked to be shown.
        let kept = match outcome.omitted {
            0 => record.clone(),
            _ => ask(&pack, &screener, &Question { limit: MOST_KEPT, ..question.clone() })?.1,
        };
        case.add(Body::Check, kept)?;
        case.commit(out)?;
    }
    match out.format {
        Format::Json => out.line(record.to_canonical())?,
        Format::Table => card::answer(out, &pack, &screener, &question, &outcome)?,
    }
    Ok(exit(&outcome))
}

/// Screens a question and writes its record.
///
/// # Errors
/// When an entry of the pack can't be read.
pub fn ask(pack: &Pack, screener: &Screener, question: &Question) -> Result<(Outcome, Json), Fault> {
    let outcome = screener.screen(question);
    let record = redzone_record::record(question, &outcome, screener.manifest(), screener.lists(), |list, entry| pack.entry(list, entry))?;
    Ok((outcome, record))
}

fn exit(outcome: &Outcome) -> Exit {
    match outcome.verdict {
        _ if !outcome.doubts.is_empty() => Exit::Incomplete,
        Verdict::Indeterminate => Exit::Incomplete,
        Verdict::Hit => Exit::Review,
        Verdict::NoMatch(_) => Exit::NoReview,
    }
}

fn unreadable(why: &str) -> Fault {
    let (what, next) = why.rsplit_once(": ").unwrap_or((why, "enter the name as the party writes it"));
    Fault::new(Kind::BadInput, what, next)
}

/// The name, from the command line or stdin.
fn name(given: &OsString) -> Result<String, Fault> {
    let text = if given == "-" {
        let text = files::text(files::read_from(io::stdin().lock(), "the name on stdin", LONGEST_NAME)?, "the name on stdin")?;
        let text = text.strip_suffix('\n').map(|text| text.strip_suffix('\r').unwrap_or(text).to_owned()).unwrap_or(text);
        if text.contains('\n') {
            let what = format!("expected one name on stdin, found {} lines", text.lines().count());
            return Err(Fault::new(Kind::BadInput, what, "give one line; for many names: redzone screen"));
        }
        text
    } else {
        let next = "use a terminal that writes UTF-8, or give the name on stdin: redzone check -";
        given.clone().into_string().map_err(|_| Fault::new(Kind::BadInput, "the name is not UTF-8", next))?
    };
    if text.contains('\u{fffd}') {
        let what = format!("the name has a broken character in it (U+FFFD): {}", plain(&text.chars().take(100).collect::<String>()));
        return Err(Fault::new(Kind::BadInput, what, "what it was is lost: copy the name again from where it came from"));
    }
    Ok(text)
}

fn parse_identifier(text: &str) -> Result<String, String> {
    let some = !identifier_key(text).is_empty();
    some.then(|| text.to_owned()).ok_or_else(|| "expected a number with letters or digits in it".to_owned())
}

fn parse_country(text: &str) -> Result<Country, String> {
    Country::from_code(text).ok_or_else(|| "expected a two-letter country code, for example CN".to_owned())
}

fn parse_born(text: &str) -> Result<DateSpan, String> {
    DateSpan::parse(text).ok_or_else(|| "expected 1962, 1962-05, 1962-05-17, a span 1960/1964, or ~1962 for circa".to_owned())
}

/// `72.5` is 7,250 basis points.
fn parse_score(text: &str) -> Result<Score, String> {
    let parse = || {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let fits = !whole.is_empty() && whole.len() <= 3 && part.len() <= 2 && digits(whole) && digits(part);
        let points = fits.then(|| format!("{whole}{part:0<2}").parse::<i32>().ok())??;
        (points <= 10_000).then(|| Score::from_points(points))
    };
    parse().ok_or_else(|| "expected a score from 0 to 100 with at most two decimals, for example 72.5".to_owned())
}

/// Whether the pack itself is why an answer is not complete, for the advice at its end.
fn is_age(doubt: &Doubt) -> bool {
    matches!(doubt, Doubt::ListStale { .. } | Doubt::ManifestExpired | Doubt::ListMissing { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_read_without_fractions() {
        for (text, points) in [("0", 0), ("70", 7_000), ("72.5", 7_250), ("72.05", 7_205), ("100", 10_000), ("100.00", 10_000)] {
            assert_eq!(parse_score(text).map(Score::points), Ok(points), "{text}");
        }
        for text in ["", ".5", "-1", "100.01", "101", "72.505", "1e2", "0x10", "７０", "+70"] {
            assert!(parse_score(text).is_err(), "{text}");
        }
    }
}
