//! `redzone keygen`: a new Ed25519 key.

use redzone_index::SecretKey;
use redzone_record::Json;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};

/// Make a signing key
#[derive(clap::Args)]
pub struct Args {
    /// Where it is put: OUT.private, for `redzone build --key`, and OUT.public, for who must trust it
    out: PathBuf,
    /// What the key is for, one line, written into both files
    #[arg(long, default_value = "made by redzone keygen")]
    note: String,
}

/// Makes a key from the machine's randomness. Only the owner may read the private file; no file is overwritten.
///
/// # Errors
/// [`Kind::Usage`] when a file is there already, [`Kind::Internal`] when the machine gives no randomness or the folder takes no file.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    if args.note.contains(['\n', '\r']) {
        return Err(Fault::new(Kind::Usage, "the note has several lines", "give one line"));
    }
    let mut seed = [0; 32];
    getrandom::fill(&mut seed)
        .map_err(|why| Fault::new(Kind::Internal, format!("this machine gives no randomness: {why}"), "make the key on another machine"))?;
    let key = SecretKey::from_seed(&seed);
    let (private, public) = (with_end(&args.out, ".private"), with_end(&args.out, ".public"));
    create(&private, &key.to_file(&args.note), 0o600)?;
    if let Err(fault) = create(&public, &key.public().to_file(&args.note), 0o644) {
        // A private key whose public half was never told is of no use to anyone.
        let _ = fs::remove_file(&private);
        return Err(fault);
    }
    match out.format {
        Format::Table => out.line(key.public())?,
        Format::Json => out.line(Json::object([("public", Json::from(key.public().to_string().as_str()))]).to_canonical())?,
    }
    out.note(format_args!("wrote {} (keep it secret) and {}", private.display(), public.display()));
    Ok(Exit::NoReview)
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn create(path: &Path, text: &str, mode: u32) -> Result<(), Fault> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    let mut file = options.open(path).map_err(|why| match why.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Fault::new(Kind::Usage, format!("{} is there already", path.display()), "name another: a key is never overwritten")
        }
        _ => Fault::writing(path, &why),
    })?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|why| Fault::writing(path, &why))
}
