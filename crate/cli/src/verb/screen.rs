//! `redzone screen`: many names from a file (contract: the benchmark)

mod batch;
mod table;

pub(super) use table::rows;

use batch::Batch;
use redzone_index::{Columns, Date, Entry, PartyKind};
use redzone_screen::{Engine, Hit, Question, Score, Screener};
use std::io::Write;
use std::path::PathBuf;

use crate::case::CaseArgs;
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files::{self, WholeFile};
use crate::output::Out;
use crate::pack::{Pack, PackArgs};
use crate::today;

/// Screen a file of names
///
/// Writes one JSON line a query, in order: {"query_id":"q1","matches":[{"entity_id":"sdn-1","score":0.93}]}, best first. The exit code says
/// that the file was written; whether a party needs a review stands in the file.
#[derive(clap::Args)]
pub struct Args {
    /// CSV of listed names: entity_id,list,type,name,kind,dob,country
    #[arg(long, value_name = "CSV", required_unless_present = "index", conflicts_with = "index")]
    list: Option<PathBuf>,
    /// A pack that `redzone build` wrote, in place of a list; entity_id is then LIST:ID
    #[arg(long, value_name = "DIR")]
    index: Option<PathBuf>,
    /// With --index: a public key to trust in place of the development key: its 64 digits or its file
    #[arg(long, value_name = "KEY", requires = "index")]
    trust: Vec<String>,
    /// CSV of queries: query_id,name,type,dob,country, and if you have them address,identifiers (with ; between); all after the name may be empty
    #[arg(long, value_name = "CSV")]
    queries: PathBuf,
    /// Where the answers go, a JSON line a query
    #[arg(long, value_name = "JSONL")]
    out: PathBuf,
    /// Lowest score reported, 0 to 1 [default: 0.3; with --record 0.65, as `redzone check` has it]
    #[arg(long, value_parser = parse_threshold)]
    threshold: Option<Score>,
    /// Most parties reported for a query
    #[arg(long, default_value_t = 5)]
    limit: usize,
    /// The day of the question, from which the ages of the pack's lists are reckoned; a list given as CSV has no age
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day)]
    as_of: Option<Date>,
    /// Ignore birth dates and countries
    #[arg(long)]
    name_only: bool,
    #[command(flatten)]
    case: CaseArgs,
}

/// Low on purpose: the benchmark's scorer looks at the whole list of answers.
const DEFAULT_THRESHOLD: i32 = 3_000;

/// # Errors
/// A file that can't be read as what it should be, or an answer that can't be written.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let as_of = today::as_of(args.as_of)?;
    let lists = Lists::open(args, out)?;
    let mut batch = Batch::open(args, &lists)?;
    let usual = if batch.is_some() { Score::BALANCED } else { Score::from_points(DEFAULT_THRESHOLD) };
    let bar = out.bar(std::fs::metadata(&args.queries).map_or(0, |file| file.len()), "screening");
    let mut file = WholeFile::create(&args.out)?;
    let (mut asked, mut doubtful) = (0usize, 0usize);
    for query in table::queries(&args.queries)? {
        let (query, read) = query?;
        let question = Question {
            kind: query.kind,
            address: query.address,
            identifiers: query.identifiers,
            countries: query.country.filter(|_| !args.name_only).into_iter().collect(),
            born: query.born.filter(|_| !args.name_only),
            threshold: args.threshold.unwrap_or(usual),
            limit: args.limit,
            ..Question::new(query.name, as_of)
        };
        let (mut hits, whole) = match &mut batch {
            Some(batch) => batch.row(&query.id, &question)?,
            None => lists.ask(&question),
        };
        hits.truncate(args.limit);
        asked += 1;
        doubtful += usize::from(!whole);
        let mut matches = Vec::with_capacity(hits.len());
        for hit in &hits {
            matches.push(format!("{{\"entity_id\":{},\"score\":{}}}", json_string(&lists.id_of(hit)?), decimal(hit.score)));
        }
        let doubt = if whole { "" } else { ",\"indeterminate\":true" };
        writeln!(file, "{{\"query_id\":{},\"matches\":[{}]{doubt}}}", json_string(&query.id), matches.join(","))
            .map_err(|why| Fault::writing(&args.out, &why))?;
        bar.set_position(read);
    }
    file.commit()?;
    bar.finish_and_clear();
    if let Some(batch) = batch {
        batch.end(out)?;
    }
    out.note(format_args!("{asked} names screened against {} listed names", lists.name_count()));
    if doubtful > 0 {
        out.note(format_args!("{doubtful} of them could not be answered in full: see \"indeterminate\""));
    }
    Ok(Exit::NoReview)
}

/// What is screened against.
enum Lists {
    /// A list from a CSV file: nobody vouches for it, so there is no verdict, only hits.
    Plain(Vec<Entry>, Box<Engine>),
    /// A pack that a trusted key signed.
    Signed(Box<(Pack, Screener)>),
}

impl Lists {
    fn open(args: &Args, out: &Out) -> Result<Lists, Fault> {
        if let Some(dir) = &args.index {
            let pack = Pack::open(&PackArgs::at(dir.clone(), args.trust.clone()), out)?;
            let screener = pack.screener()?;
            return Ok(Lists::Signed(Box::new((pack, screener))));
        }
        let path =
            args.list.as_deref().ok_or_else(|| Fault::new(Kind::Usage, "there is nothing to screen against", "name --list or --index"))?;
        let listed = table::read_list(path)?;
        let columns = Columns::from_entries(&listed).map_err(|(id, name, why)| {
            let what = format!("{}: the name {name:?} of {id} can't be read: {why}", path.display());
            Fault::new(Kind::BadInput, what, "correct or remove that row; nothing was screened")
        })?;
        let engine = Engine::new(&[&columns]);
        Ok(Lists::Plain(listed, Box::new(engine)))
    }

    /// The hits, and whether the answer is complete.
    fn ask(&self, question: &Question) -> (Vec<Hit>, bool) {
        match self {
            Lists::Plain(_, engine) => {
                let found = engine.find(question);
                (found.hits, found.doubts.is_empty())
            }
            Lists::Signed(signed) => {
                let outcome = signed.1.screen(question);
                (outcome.hits, outcome.doubts.is_empty())
            }
        }
    }

    fn id_of(&self, hit: &Hit) -> Result<String, Fault> {
        match self {
            Lists::Plain(entries, _) => Ok(entries.get(hit.entry as usize).map(|entry| entry.id.clone()).unwrap_or_default()),
            Lists::Signed(signed) => {
                let (pack, screener) = &**signed;
                let list = screener.lists().get(hit.list).map(|list| list.facts().id.as_str()).unwrap_or_default();
                Ok(format!("{list}:{}", pack.entry(hit.list, hit.entry)?.id))
            }
        }
    }

    fn name_count(&self) -> usize {
        match self {
            Lists::Plain(_, engine) => engine.name_count(),
            Lists::Signed(signed) => signed.1.engine().name_count(),
        }
    }
}

fn parse_threshold(text: &str) -> Result<Score, String> {
    basis_points(text)
        .map(Score::from_points)
        .ok_or_else(|| "expected a number from 0 to 1 with at most four decimals, like 0.3".to_owned())
}

/// A decimal from 0 to 1 as basis points, without fractions on the way.
fn basis_points(text: &str) -> Option<i32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    if part.len() > 4 || !whole.chars().chain(part.chars()).all(|c| c.is_ascii_digit()) {
        return None;
    }
    let points = whole.parse::<i32>().ok()? * 10_000 + format!("{part:0<4}").parse::<i32>().ok()?;
    (points <= 10_000).then_some(points)
}

/// A score as the shortest decimal: 0.93, 1, 0.3005.
pub(super) fn decimal(score: Score) -> String {
    let points = score.points();
    let digits = format!("{}.{:04}", points / 10_000, points % 10_000);
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A file read whole as UTF-8 text.
pub(super) fn text_of(path: &std::path::Path) -> Result<String, Fault> {
    files::text(files::read(path, MOST_BYTES)?, &path.display().to_string())
}

/// Lists and query files are read up to here: a million rows of names.
const MOST_BYTES: u64 = 512 << 20;

/// The kind of party that a `type` or `schema` column names.
pub(super) fn kind_of(word: &str) -> PartyKind {
    match word.to_ascii_lowercase().as_str() {
        "person" | "individual" => PartyKind::Individual,
        "entity" | "company" | "organization" | "organisation" => PartyKind::Entity,
        "vessel" => PartyKind::Vessel,
        "aircraft" | "airplane" => PartyKind::Aircraft,
        "address" => PartyKind::Address,
        _ => PartyKind::Unstated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_print_as_short_decimals() {
        for (points, text) in [(10_000, "1"), (9_300, "0.93"), (3_005, "0.3005"), (0, "0")] {
            assert_eq!(decimal(Score::from_points(points)), text);
            assert_eq!(basis_points(text), Some(points));
        }
        for bad in ["1.1", "-1", "x", "0.33333", ""] {
            assert_eq!(basis_points(bad), None, "{bad}");
        }
    }
}
