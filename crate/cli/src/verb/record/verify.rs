//! `redzone record verify`: the chain of a case file, then every question again, compared byte for byte.

mod replay;

use redzone_record::chain::{Checker, Finding};
use redzone_record::{Head, Json, read};
use std::path::{Path, PathBuf};

use super::NO_RECORD;
use super::archive::Unpacked;
use crate::case::{Lines, broken};
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};
use crate::shelf::ShelfArgs;
use replay::{Answer, Replayer};

/// How many findings are printed; all are counted.
const SHOWN: usize = 20;

/// Check a case file and ask its questions again
///
/// Checks every record's digest, signature and place in the chain, then asks each question again on the pack that the record names, and compares the
/// answers byte for byte. A redacted record is checked as far as it shows.
#[derive(clap::Args)]
pub struct Args {
    /// The case file, as `--record` wrote it; an archive, with the packs in it; or one check, as `redzone check --format json` printed it
    file: PathBuf,
    #[command(flatten)]
    shelf: ShelfArgs,
    /// A head of the file that was noted before; may be given several times
    #[arg(long, value_name = "HEAD", value_parser = parse_head)]
    head: Vec<Head>,
    /// Check digests, signatures and chain only, and ask nothing again
    #[arg(long, conflicts_with_all = ["packs", "trust"])]
    chain_only: bool,
}

fn parse_head(text: &str) -> Result<Head, String> {
    Head::parse(text).ok_or_else(|| {
        "expected a head as it was printed, for example 12-7QF3-...-8R: a character was misread, as the check characters show".to_owned()
    })
}

/// What came of it.
#[derive(Default)]
struct Report {
    findings: Vec<Finding>,
    broken: usize,
    same: usize,
    differs: Vec<(usize, redzone_record::Difference)>,
    different: usize,
    missing: Vec<String>,
    not_asked: usize,
    unasked: Vec<usize>,
    redacted: usize,
    other: usize,
}

/// # Errors
/// [`Kind::BadInput`] for what is no record; [`Kind::Integrity`] when something was changed or answers differ, said on stdout first.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let unpacked = Unpacked::of(&args.file)?;
    let file = unpacked.as_ref().map_or_else(|| args.file.clone(), Unpacked::case);
    super::begins_like_a_record(&file)?;
    let mut replayer = match args.chain_only {
        true => None,
        false => Some(Replayer::new(args.shelf.open(unpacked.as_ref().and_then(Unpacked::packs), out)?)),
    };
    let (mut checker, mut report) = (Checker::new(&args.head), Report::default());
    let add = |report: &mut Report, findings: Vec<Finding>| {
        report.broken += findings.len();
        report.findings.extend(findings.into_iter().take(SHOWN.saturating_sub(report.findings.len())));
    };
    for (at, line) in Lines::open(&file)?.enumerate() {
        let line = line?;
        if at == 0
            && let Some(check) = bare_check(&line)
        {
            let Some(replayer) = &mut replayer else { return Err(Fault::new(Kind::BadInput, "a check by itself has no chain", NO_RECORD)) };
            report.take(1, replayer.check(&check, out)?);
            continue;
        }
        let (sealed, findings) = checker.line(&line);
        let whole = findings.is_empty();
        add(&mut report, findings);
        if let (Some(sealed), Some(replayer)) = (sealed, &mut replayer) {
            report.redacted += usize::from(sealed.is_redacted());
            if whole {
                report.take(at + 1, replayer.record(&sealed, out)?);
            }
        }
    }
    add(&mut report, checker.end().into_iter().collect());
    report.print(out, checker.last().map(|place| Head::of(&place)))?;
    report.finish(&args.file)
}

/// A check that stands alone, without a chain.
fn bare_check(line: &str) -> Option<Json> {
    read(line).ok().filter(|value| redzone_record::question(value).is_some())
}

impl Report {
    fn take(&mut self, line: usize, answer: Answer) {
        match answer {
            Answer::Same => self.same += 1,
            Answer::Differs(difference) => {
                self.different += 1;
                if self.differs.len() < SHOWN {
                    self.differs.push((line, difference));
                }
            }
            Answer::PackMissing(digest) => {
                self.not_asked += 1;
                if !self.missing.contains(&digest) && self.missing.len() < SHOWN {
                    self.missing.push(digest);
                }
            }
            Answer::Hidden => {}
            Answer::NoQuestion => self.other += 1,
            Answer::Unasked => {
                self.not_asked += 1;
                self.unasked.extend(Some(line).filter(|_| self.unasked.len() < SHOWN));
            }
        }
    }

    fn print(&self, out: &mut Out, head: Option<Head>) -> Result<(), Fault> {
        if out.format == Format::Json {
            return out.line(self.to_json(head).to_canonical());
        }
        for finding in &self.findings {
            out.line(format_args!("Line {}: {}.", finding.line, finding.what))?;
        }
        for (line, difference) in &self.differs {
            out.line(format_args!("Line {line}: {}. Then: {}.", replay::said(difference), difference.cause))?;
        }
        for digest in &self.missing {
            out.line(format_args!("The pack {digest} is not here: its records were not asked again."))?;
        }
        for line in &self.unasked {
            out.line(format_args!("Line {line}: there is no question that could be asked again on the pack it names."))?;
        }
        if let Some(head) = head {
            let state = if self.broken == 0 { "The chain is whole" } else { "The chain is broken" };
            out.line(format_args!("{state}. Head {head}"))?;
        }
        if self.redacted > 0 {
            out.line(format_args!("{} records are redacted: checked as far as they show.", self.redacted))?;
        }
        if self.same > 0 {
            out.line(format_args!(
                "The same answer, byte for byte: {}",
                if self.same == 1 { "1 record".into() } else { format!("{} records", self.same) }
            ))?;
        }
        Ok(())
    }

    fn to_json(&self, head: Option<Head>) -> Json {
        let finding = |finding: &Finding| Json::object([("line", Json::from(finding.line)), ("what", finding.what.to_string().into())]);
        let differs = |(line, difference): &(usize, redzone_record::Difference)| {
            Json::object([
                ("line", Json::from(*line)),
                ("place", difference.place.as_str().into()),
                ("recorded", difference.recorded.as_str().into()),
                ("now", difference.now.as_str().into()),
                ("cause", difference.cause.to_string().into()),
            ])
        };
        let mut members = vec![
            ("broken", Json::from(self.broken)),
            ("findings", Json::List(self.findings.iter().map(finding).collect())),
            ("same", self.same.into()),
            ("different", self.different.into()),
            ("differences", Json::List(self.differs.iter().map(differs).collect())),
            ("packs_missing", Json::list(self.missing.iter().map(String::as_str))),
            ("not_asked", self.not_asked.into()),
            ("redacted", self.redacted.into()),
            ("other", self.other.into()),
        ];
        members.extend(head.map(|head| ("head", Json::from(head.to_string()))));
        Json::object(members)
    }

    fn finish(&self, file: &Path) -> Result<Exit, Fault> {
        if let Some(finding) = self.findings.first() {
            return Err(broken(file, finding, "ask who keeps the case file for the one whose head was noted, and compare"));
        }
        if let Some((line, difference)) = self.differs.first() {
            let what = format!("{}, line {line}: {}", file.display(), replay::said(difference));
            return Err(Fault::new(Kind::Integrity, what, difference.cause.to_string()));
        }
        if self.not_asked > 0 {
            return Ok(Exit::Incomplete);
        }
        Ok(Exit::NoReview)
    }
}
