//! `redzone lists`: official files to editions, their state and differences

mod diff;
#[cfg(feature = "fetch")]
mod fetch;
mod import;
mod merge;
mod status;

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::Out;
use redzone_compile::Refusal;
use redzone_compile::edition::{self, Edition, EditionError};
use std::path::{Path, PathBuf};

/// Import, show and compare list editions
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    Import(import::Args),
    Status(status::Args),
    Diff(diff::Args),
    Merge(merge::Args),
    #[cfg(feature = "fetch")]
    Fetch(fetch::Args),
    /// Download lists from their publishers: needs a redzone built with `--features fetch`
    #[cfg(not(feature = "fetch"))]
    Fetch {
        /// Not read
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        ignored: Vec<String>,
    },
}

/// The largest file that is read here: OFAC's SDN_ADVANCED.XML has some 127 MB.
const LARGEST: u64 = 512 << 20;

/// # Errors
/// [`Kind::BadInput`] for a file that is no list or no edition, [`Kind::Guard`] for a change that a guard refuses.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    match &args.what {
        What::Import(args) => import::run(args, out),
        What::Status(args) => status::run(args, out),
        What::Diff(args) => diff::run(args, out),
        What::Merge(args) => merge::run(args, out),
        #[cfg(feature = "fetch")]
        What::Fetch(args) => fetch::run(args, out),
        #[cfg(not(feature = "fetch"))]
        What::Fetch { .. } => {
            let next = "build it with `cargo build --release -p redzone-cli --features fetch`, or get the files by hand and import them";
            Err(Fault::new(Kind::Usage, "this redzone was built without the part that downloads", next))
        }
    }
}

/// A refusal of the compiler as a fault: exit 6 for guards, 3 for input.
fn refused(why: &Refusal) -> Fault {
    let kind = if why.guard.is_some() { Kind::Guard } else { Kind::BadInput };
    Fault::new(kind, format!("{}; nothing was written", why.what()), why.remedy.clone())
}

/// The editions of a folder, by list id: every `.txt` file that stands in it.
///
/// # Errors
/// [`Kind::BadInput`] when the folder or an edition can't be read.
pub fn editions(folder: &Path) -> Result<Vec<Edition>, Fault> {
    let listed = std::fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut paths: Vec<PathBuf> = listed.map_err(|why| Fault::reading(folder, &why))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| edition_of(path)).collect()
}

/// One edition's file.
fn edition_of(path: &Path) -> Result<Edition, Fault> {
    let name = path.display().to_string();
    let text = crate::files::text(crate::files::read(path, LARGEST)?, &name)?;
    edition::read(&text).map_err(|why| Fault::new(Kind::BadInput, format!("{name}, {why}"), EditionError::REMEDY))
}
