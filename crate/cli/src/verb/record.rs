//! `redzone record verify`: asks the question of a record again and compares byte for byte.

use redzone_record::{Replay, ReplayError, digest, read, replay};
use std::path::PathBuf;

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files;
use crate::output::{Format, Out};
use crate::pack::{Pack, PackArgs};
use crate::show::plain;
use crate::verb::check;

/// The largest record that is read, in bytes.
const LARGEST: u64 = 16 << 20;

/// Verify a record of a check
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(clap::Subcommand)]
enum Verb {
    /// Ask the question of a record again, on the pack it names, and compare the answers byte for byte
    Verify {
        /// The record, as `redzone check --record` wrote it
        file: PathBuf,
        #[command(flatten)]
        pack: PackArgs,
    },
}

/// Replays a record.
///
/// # Errors
/// [`Kind::BadInput`] for what is no record, [`Kind::Integrity`] when the answers differ: says where, and the likely cause.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let Verb::Verify { file, pack } = &args.verb;
    let name = file.display().to_string();
    let text = files::text(files::read(file, LARGEST)?, &name)?;
    let no_record =
        |what: String| Fault::new(Kind::BadInput, format!("{name}: {what}"), "give a file that `redzone check --record` wrote, unchanged");
    let recorded = read(&text).map_err(|why| no_record(why.to_string()))?;
    if redzone_record::question(&recorded).is_none() {
        return Err(no_record("expected the record of a check, found other JSON".to_owned()));
    }
    let pack = Pack::open(pack, out)?;
    let screener = pack.screener()?;
    match replay(&text, |question| check::ask(&pack, &screener, question).map(|(_, record)| record)) {
        Ok(Replay::Same) => {
            let digest = digest(&recorded);
            match out.format {
                Format::Json => out.line(
                    redzone_record::Json::object([("digest", digest.into()), ("replay", redzone_record::Json::from("same"))])
                        .to_canonical(),
                )?,
                Format::Table => out.line(format_args!("The same answer, byte for byte. Record {digest}"))?,
            }
            Ok(Exit::NoReview)
        }
        Ok(Replay::Differs(difference)) => {
            let shown =
                |text: &str| if text.is_empty() { "nothing".to_owned() } else { plain(&text.chars().take(200).collect::<String>()) };
            let what = format!(
                "{name}: at {} the record has {} and the answer now has {}",
                difference.place,
                shown(&difference.recorded),
                shown(&difference.now)
            );
            Err(Fault::new(Kind::Integrity, what, difference.cause.to_string()))
        }
        Err(ReplayError::Unreadable(why)) => Err(no_record(why.to_string())),
        Err(ReplayError::NoRecord) => Err(no_record("expected the record of a check".to_owned())),
        Err(ReplayError::Asking(fault)) => Err(fault),
    }
}
