//! `redzone build`: editions to index files and a signed manifest.

use redzone_compile::pack::{self, PackFile, PackOptions};
use redzone_compile::{overlay, places, rules};
use redzone_index::rules::Rules;
use redzone_index::{Date, Notice, Policy, SecretKey};
use redzone_record::Json;
use std::path::{Path, PathBuf};

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files::{self, WholeFolder};
use crate::output::{Format, Out};
use crate::pack::{from_index, public_keys};
use crate::today::parse_day;

/// The largest edition or rules file that is read.
const LARGEST: u64 = 1 << 30;

/// Compile editions to a signed pack
#[derive(clap::Args)]
pub struct Args {
    /// The folder of editions: every `.txt` file in it is one
    #[arg(long, value_name = "DIR", default_value = "lists/editions")]
    editions: PathBuf,
    /// Names of other official sources to add to the lists' entries, each with its source (`lists/trade-names.toml`)
    #[arg(long, value_name = "FILE")]
    overlay: Option<PathBuf>,
    /// The rules: the folder of their sources, or a compiled file
    #[arg(long, value_name = "PATH")]
    rules: Option<PathBuf>,
    /// A private key to sign with, a file that `redzone keygen` wrote; several to sign with several
    #[arg(long, value_name = "FILE", required = true)]
    key: Vec<PathBuf>,
    /// A public key that the next pack may be signed with too: its 64 digits or its file
    #[arg(long, value_name = "KEY")]
    next_key: Vec<String>,
    /// A key that signs this pack for the last time: readers who take this pack do not believe it any more
    #[arg(long, value_name = "KEY")]
    retire: Vec<String>,
    /// How many of the keys must sign [default: 1]
    #[arg(long, value_name = "KEYS")]
    threshold: Option<usize>,
    /// The number of this pack among those built on that day, so that a later one takes the place of an earlier [default: 1]
    #[arg(long, value_name = "1-999", value_parser = clap::value_parser!(u16).range(1..=999))]
    number: Option<u16>,
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
    let keys = args.key.iter().map(|path| secret_key(path)).collect::<Result<Vec<_>, _>>()?;
    let keys: Vec<&SecretKey> = keys.iter().collect();
    let mut editions = super::lists::editions(&args.editions)?;
    if let Some(path) = &args.overlay {
        let told = |why| Fault::new(Kind::BadInput, format!("the overlay does not fit: {why}"), format!("correct {}", path.display()));
        let text = files::text(files::read(path, LARGEST)?, &path.display().to_string())?;
        overlay::read(&text).and_then(|sources| overlay::apply(&sources, &mut editions)).map_err(told)?;
    }
    let rules = args.rules.as_deref().map(read_rules).transpose()?;
    let options = PackOptions {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        built: args.built,
        expires: args.expires,
        policy: args.policy.unwrap_or_default(),
        notice: args.notice.clone(),
        number: args.number,
        next_keys: public_keys("--next-key", &args.next_key)?,
        retire: public_keys("--retire", &args.retire)?,
        threshold: args.threshold,
    };
    let files = pack::build(&editions, rules.as_ref(), &options, &keys).map_err(|why| from_index(&why))?;
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
            for key in &keys {
                out.line(format_args!("signed with the key {}", key.public()))?;
            }
        }
        Format::Json => {
            let names = Json::list(files.iter().map(|file| Json::from(file.name.as_str())));
            let members = [
                ("entries", Json::from(entries)),
                ("files", names),
                ("keys", Json::list(keys.iter().map(|key| Json::from(key.public().to_string().as_str())))),
            ];
            out.line(Json::object(members).to_canonical())?;
        }
    }
    Ok(Exit::NoReview)
}

fn secret_key(path: &Path) -> Result<SecretKey, Fault> {
    let text = files::text(files::read(path, 4_096)?, &path.display().to_string())?;
    SecretKey::parse(&text).map_err(|why| from_index(&why))
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
