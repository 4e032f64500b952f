//! `redzone update`: an installed pack to the next one, by what changed only; and `redzone delta`, which makes what is sent.

use redzone_index::delta::{Delta, Files, files_of, make};
use redzone_index::{Date, FileFacts, Manifest};
use redzone_record::Json;
use std::path::{Path, PathBuf};

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files::{self, WholeFolder};
use crate::output::{Format, Out};
use crate::pack::{MANIFEST, from_index, read, trusted};
use crate::today;

/// The largest delta that is read.
const LARGEST: u64 = 1 << 30;

/// Bring an installed pack up to date: whole or not at all
#[derive(clap::Args)]
pub struct Args {
    /// The installed pack's folder
    #[arg(default_value = "dist/lists")]
    dir: PathBuf,
    /// Where the newer pack is: its folder, or a file that `redzone delta` wrote
    #[arg(long, value_name = "PATH")]
    from: PathBuf,
    /// A public key to trust in place of the development key: its 64 digits or its file
    #[arg(long, value_name = "KEY")]
    trust: Vec<String>,
    /// The day on which the pack is to be used [default: today]
    #[arg(long, value_name = "DAY", value_parser = today::parse_day)]
    as_of: Option<Date>,
}

/// Write what leads from one pack to the next, for those who have the first
#[derive(clap::Args)]
pub struct DeltaArgs {
    /// The older pack's folder
    old: PathBuf,
    /// The newer pack's folder
    new: PathBuf,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// A public key to trust in place of the development key: its 64 digits or its file
    #[arg(long, value_name = "KEY")]
    trust: Vec<String>,
}

/// A pack's folder, verified to its last byte.
fn whole(dir: &Path, trust: &[String]) -> Result<(Manifest, Vec<u8>, Files), Fault> {
    let bytes = manifest_bytes(dir)?;
    let manifest = Manifest::verify(&bytes, &trusted(trust)?).map_err(|why| from_index(&why))?;
    let files = files_of(&manifest).map(|facts| Ok((facts.name.clone(), checked(dir, facts)?))).collect::<Result<Files, Fault>>()?;
    Ok((manifest, bytes, files))
}

/// No more of a file is read than its manifest lets it have.
fn checked(dir: &Path, facts: &FileFacts) -> Result<Vec<u8>, Fault> {
    let bytes = read(dir, &facts.name)?;
    facts.check(&bytes).map_err(|why| from_index(&why))?;
    Ok(bytes)
}

fn manifest_bytes(dir: &Path) -> Result<Vec<u8>, Fault> {
    if !dir.join(MANIFEST).is_file() {
        return read(dir, MANIFEST);
    }
    files::read(&dir.join(MANIFEST), Manifest::LARGEST)
}

/// Verifies the newer pack against the one that is there, takes over what is the same, and puts the new one in place as a whole.
///
/// # Errors
/// [`Kind::Integrity`] for what is not signed by the keys that the installed pack names, is older, or is not what was signed;
/// [`Kind::Incomplete`] for what is expired or not there. The installed pack stays as it was.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let today = today::as_of(args.as_of)?;
    let (older, _, had) = whole(&args.dir, &args.trust)?;
    let from_delta = args.from.is_file();
    let bytes = if from_delta { files::read(&args.from, LARGEST)? } else { manifest_bytes(&args.from)? };
    let delta = if from_delta { Some(Delta::read(&bytes).map_err(|why| from_index(&why))?) } else { None };
    let text = delta.as_ref().map_or(&bytes[..], |delta| delta.manifest);
    let newer = Manifest::verify_by(text, &older.facts().trust).map_err(|why| from_index(&why))?;
    newer.check_follows(&older, today).map_err(|why| from_index(&why))?;
    if newer.digest() == older.digest() {
        return said(&older, &newer, 0, out);
    }
    let mut fetched = bytes.len() as u64;
    let files = match delta {
        Some(delta) if delta.from != older.digest() => {
            let what = format!("the delta starts from the pack {} and {} is installed", delta.from, older.digest());
            return Err(Fault::new(Kind::BadInput, what, "fetch the delta for the installed pack, or the whole newer pack"));
        }
        Some(delta) => delta.apply(&had, &newer).map_err(|why| from_index(&why))?,
        None => {
            let mut files = Files::new();
            for facts in files_of(&newer) {
                let same = had.get(&facts.name).filter(|bytes| facts.check(bytes).is_ok());
                let bytes = same.cloned().map_or_else(|| checked(&args.from, facts), Ok)?;
                fetched += if same.is_some() { 0 } else { facts.length };
                files.insert(facts.name.clone(), bytes);
            }
            files
        }
    };
    let folder = WholeFolder::create(&args.dir, MANIFEST)?;
    for (name, bytes) in &files {
        folder.write(name, bytes)?;
    }
    folder.write(MANIFEST, text)?;
    folder.commit()?;
    said(&older, &newer, fetched, out)
}

fn said(older: &Manifest, newer: &Manifest, fetched: u64, out: &mut Out) -> Result<Exit, Fault> {
    let (was, is) = (older.facts().version, newer.facts().version);
    let whole: u64 = files_of(newer).map(|facts| facts.length).sum();
    match out.format {
        Format::Table if was == is => out.line(format_args!("version {is}: nothing newer"))?,
        Format::Table => out.line(format_args!("version {was} to {is}: {fetched} bytes read for a pack of {whole}"))?,
        Format::Json => {
            let text = |number: u64| Json::from(number.to_string().as_str());
            let members = [("from", text(was)), ("to", text(is)), ("read", text(fetched)), ("bytes", text(whole))];
            out.line(Json::object(members).to_canonical())?;
        }
    }
    let (was, is) = (&older.facts().trust, &newer.facts().trust);
    if was != is {
        let keys: Vec<String> = is.keys.iter().map(ToString::to_string).collect();
        out.note(format_args!("the keys changed: from now on trust {} with --trust {}", is.threshold, keys.join(" --trust ")));
    }
    Ok(Exit::NoReview)
}

/// Makes the delta, follows it, and writes it when the newer pack came out.
///
/// # Errors
/// [`Kind::Integrity`] when one of the packs is not what was signed.
pub fn run_delta(args: &DeltaArgs, out: &mut Out) -> Result<Exit, Fault> {
    let (older, _, had) = whole(&args.old, &args.trust)?;
    let bytes = manifest_bytes(&args.new)?;
    let newer = Manifest::verify_by(&bytes, &older.facts().trust).map_err(|why| from_index(&why))?;
    let new = files_of(&newer).map(|facts| Ok((facts.name.clone(), checked(&args.new, facts)?))).collect::<Result<Files, Fault>>()?;
    let delta = make(&older, &had, &newer, &bytes, &new);
    let back = Delta::read(&delta).and_then(|read| read.apply(&had, &newer)).map_err(|why| from_index(&why))?;
    if back != new {
        return Err(Fault::new(
            Kind::Internal,
            "the delta does not lead to the newer pack",
            "report this with the two packs; nothing was written",
        ));
    }
    files::write(&args.out, &delta)?;
    let whole: usize = new.values().map(Vec::len).sum();
    match out.format {
        Format::Table => out.line(format_args!("{}: {} bytes for a pack of {whole}", args.out.display(), delta.len()))?,
        Format::Json => {
            out.line(Json::object([("delta", Json::from(delta.len())), ("pack", Json::from(whole))]).to_canonical())?;
        }
    }
    Ok(Exit::NoReview)
}
