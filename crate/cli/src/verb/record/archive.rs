//! `redzone record archive`: records, the packs they name and the engine in one file, for the years in which they must be kept.

use redzone_record::Head;
use redzone_record::sealed::SCHEMA;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

use super::questions::Questions;
use super::{export, fresh};
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files;
use crate::output::Out;
use crate::shelf::ShelfArgs;

/// The largest file that is put into an archive.
const LARGEST: u64 = 1 << 30;

/// Bundle a case file with the packs and the engine that answer it again
#[derive(clap::Args)]
pub struct Args {
    /// The case file
    file: PathBuf,
    #[command(flatten)]
    shelf: ShelfArgs,
    /// A file of the engine: the Wasm module, its JavaScript, the redzone program; may be given several times
    #[arg(long, value_name = "FILE", required = true)]
    engine: Vec<PathBuf>,
    /// The archive to write, a ZIP file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// # Errors
/// [`Kind::Incomplete`] when a pack that a record names is not there: an archive without it could not be asked again.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let head = export::whole(&args.file)?;
    let shelf = args.shelf.open(None, out)?;
    let mut files: Vec<(String, PathBuf)> = vec![("case.jsonl".to_owned(), args.file.clone())];
    for digest in packs_named(&args.file)? {
        let folder = shelf.folder(&digest).ok_or_else(|| {
            let what = format!("the records name the pack {digest}, which is not here");
            Fault::new(Kind::Incomplete, what, "name the folder that holds it: --packs DIR")
        })?;
        files.extend(inside(folder)?.into_iter().map(|(name, path)| (format!("packs/{digest}/{name}"), path)));
    }
    for path in &args.engine {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        files.push((format!("engine/{name}"), path.clone()));
    }
    let bytes = bundle(&files, &head).map_err(|why| match why {
        Bundling::Reading(fault) => fault,
        Bundling::Writing(why) => Fault::writing(&args.out, &std::io::Error::other(why)),
    })?;
    files::write(fresh(&args.out)?, &bytes)?;
    out.note(format_args!("{} files in {}; head of the case file {head}", files.len() + 2, args.out.display()));
    Ok(Exit::NoReview)
}

/// The digests of all packs that the records name.
fn packs_named(path: &Path) -> Result<BTreeSet<String>, Fault> {
    let mut found = BTreeSet::new();
    for question in Questions::open(path)? {
        found.extend(Some(question?.pack().to_owned()).filter(|digest| !digest.is_empty()));
    }
    Ok(found)
}

fn inside(folder: &Path) -> Result<Vec<(String, PathBuf)>, Fault> {
    let listed = std::fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut paths: Vec<PathBuf> = listed.map_err(|why| Fault::reading(folder, &why))?;
    paths.retain(|path| path.is_file());
    paths.sort();
    Ok(paths.into_iter().map(|path| (path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(), path)).collect())
}

/// An archive that was unpacked to be verified; the folder goes when this does.
pub struct Unpacked(PathBuf);

impl Unpacked {
    /// Unpacks an archive; `None` for a file that is none.
    ///
    /// # Errors
    /// [`Kind::BadInput`] for a damaged ZIP file, or one that `redzone record archive` did not write.
    pub fn of(path: &Path) -> Result<Option<Unpacked>, Fault> {
        let bad = |what: String| {
            Fault::new(Kind::BadInput, format!("{}: {what}", path.display()), "give a file that `redzone record archive` wrote, unchanged")
        };
        let mut file = File::open(path).map_err(|why| Fault::reading(path, &why))?;
        let mut first = [0; 4];
        if file.read_exact(&mut first).is_err() || first != *b"PK\x03\x04" {
            return Ok(None);
        }
        let mut archive = zip::ZipArchive::new(file).map_err(|why| bad(why.to_string()))?;
        let folder = Unpacked(std::env::temp_dir().join(format!("redzone-archive-{}", std::process::id())));
        for at in 0..archive.len() {
            let entry = archive.by_index(at).map_err(|why| bad(why.to_string()))?;
            let name = entry.enclosed_name().ok_or_else(|| bad("it names a file outside itself".to_owned()))?;
            let to = folder.0.join(&name);
            // The engine is not needed to verify, and is never run from here.
            if !(name == Path::new("case.jsonl") || name.starts_with("packs")) {
                continue;
            }
            to.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(|why| Fault::writing(&to, &why))?;
            files::write(&to, &files::read_from(entry, &name.display().to_string(), LARGEST)?)?;
        }
        if folder.case().is_file() { Ok(Some(folder)) } else { Err(bad("expected case.jsonl in the archive, found none".to_owned())) }
    }

    /// The case file.
    pub fn case(&self) -> PathBuf {
        self.0.join("case.jsonl")
    }

    /// The folder of packs, when there are some.
    pub fn packs(&self) -> Option<PathBuf> {
        Some(self.0.join("packs")).filter(|folder| folder.is_dir())
    }
}

impl Drop for Unpacked {
    fn drop(&mut self) {
        // A leftover among temporary files harms nobody, and what came of the check is being reported.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

enum Bundling {
    Reading(Fault),
    Writing(zip::result::ZipError),
}

/// The same files give the same bytes: no times, no owners.
fn bundle(files: &[(String, PathBuf)], head: &Head) -> Result<Vec<u8>, Bundling> {
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).unix_permissions(0o644);
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        archive.start_file(name, options).map_err(Bundling::Writing)?;
        archive.write_all(bytes).map_err(|why| Bundling::Writing(why.into()))
    };
    put("README.txt", format!("{README}{head}\n").as_bytes())?;
    put("record.schema.json", SCHEMA.as_bytes())?;
    for (name, path) in files {
        put(name, &files::read(path, LARGEST).map_err(Bundling::Reading)?)?;
    }
    Ok(archive.finish().map_err(Bundling::Writing)?.into_inner())
}

const README: &str = "\
Records of RedZone Screen, with what is needed to ask their questions again.

case.jsonl   the records, one to a line, in a chain
packs/       the signed lists and rules that answered, each folder named by its digest
engine/      the engine as it was
record.schema.json  what each line of case.jsonl holds

Unpack, then:  redzone record verify case.jsonl --packs packs --trust KEY --head HEAD
KEY is the public key of who signed the packs; without --trust the development key is taken.
The head of the case file when this archive was made (compare it with one that was noted elsewhere):
";
