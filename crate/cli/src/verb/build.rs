//! `redzone build`: editions to index files and a signed manifest.

use redzone_compile::pack::{self, PackFile, PackOptions};
use redzone_compile::{places, rules};
use redzone_index::rules::Rules;
use redzone_index::{Date, Notice, Policy, SecretKey};
use redzone_record::Json;
use std::path::{Path, PathBuf};

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files::{self, WholeFolder};
use crate::output::{Format, Out};
use crate::pack::from_index;
use crate::today::parse_day;

/// The largest edition or rules file that is read.
const LARGEST: u64 = 1 << 30;

/// Compile editions to a signed pack
#[derive(clap::Args)]
pub struct Args {
    /// The folder of editions: every `.txt` file in it is one
    #[arg(long, value_name = "DIR", default_value = "lists/editions")]
    editions: PathBuf,
    /// The rules: the folder of their sources, or a compiled file
    #[arg(long, value_name = "PATH")]
    rules: Option<PathBuf>,
    /// The private key to sign with: a file that `redzone keygen` wrote
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The pack's folder; an older pack in it is replaced as a whole
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The day of the build [default: the newest edition's day]
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    built: Option<Date>,
    /// The last day on which the pack may be used [default: the day on which its lists stop by the policy]
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    expires: Option<Date>,
    /// From how many days on a list is amber, red and no longer an answer
    #[arg(long, value_name = "AMBER,RED,STOP", value_parser = parse_policy)]
    policy: Option<Policy>,
    /// A standing notice and the days until a pack with it stops [default: starter=366 when an edition has a notice]
    #[arg(long, value_name = "CODE=DAYS", value_parser = parse_notice)]
    notice: Option<Notice>,
}

/// Builds the pack and puts it in place as a whole, or leaves everything as it was.
///
/// # Errors
/// [`Kind::BadInput`] when an edition, the rules or the key can't be read; [`Kind::Usage`] when the folder holds something else.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let key = files::text(files::read(&args.key, 4_096)?, &args.key.display().to_string())?;
    let key = SecretKey::parse(&key).map_err(|why| from_index(&why))?;
    let editions = super::lists::editions(&args.editions)?;
    let rules = args.rules.as_deref().map(read_rules).transpose()?;
    let options = PackOptions {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        built: args.built,
        expires: args.expires,
        policy: args.policy.unwrap_or_default(),
        notice: args.notice.clone(),
    };
    let files = pack::build(&editions, rules.as_ref(), &options, &key).map_err(|why| from_index(&why))?;
    let folder = WholeFolder::create(&args.out, pack::MANIFEST)?;
    for PackFile { name, bytes } in &files {
        folder.write(name, bytes)?;
    }
    folder.commit()?;
    let (entries, bytes) =
        (editions.iter().map(|edition| edition.entries.len()).sum::<usize>(), files.iter().map(|file| file.bytes.len()).sum::<usize>());
    match out.format {
        Format::Table => {
            out.line(format_args!(
                "{}: {} lists, {entries} entries, {} files, {bytes} bytes",
                args.out.display(),
                editions.len(),
                files.len()
            ))?;
            out.line(format_args!("signed with the key {}", key.public()))?;
        }
        Format::Json => {
            let names = Json::list(files.iter().map(|file| Json::from(file.name.as_str())));
            let members = [("entries", Json::from(entries)), ("files", names), ("key", Json::from(key.public().to_string().as_str()))];
            out.line(Json::object(members).to_canonical())?;
        }
    }
    Ok(Exit::NoReview)
}

fn read_rules(path: &Path) -> Result<Rules, Fault> {
    if path.is_dir() {
        let compiled = rules::read_folder(path).and_then(|files| rules::compile(&files, places::names()));
        return compiled.map_err(|why| Fault::new(Kind::BadInput, why.to_string(), format!("correct the rules in {}", path.display())));
    }
    Rules::from_bytes(&files::read(path, LARGEST)?).map_err(|why| from_index(&why))
}

fn parse_policy(text: &str) -> Result<Policy, String> {
    let days: Vec<Option<u16>> = text.split(',').map(|days| days.trim().parse().ok()).collect();
    match days[..] {
        [Some(amber), Some(red), Some(stop)] if amber <= red && red <= stop => Ok(Policy { amber, red, stop }),
        _ => Err("expected three numbers of days that do not fall, for example 1,7,30".to_owned()),
    }
}

fn parse_notice(text: &str) -> Result<Notice, String> {
    let parsed = text.split_once('=').and_then(|(code, stop)| Some(Notice { code: code.to_owned(), stop: stop.parse().ok()? }));
    parsed.ok_or_else(|| "expected a code and a number of days, for example starter=366".to_owned())
}
