//! Case files: records in a chain, one to a line. Read line by line, whatever their length; written whole or not at all.

use redzone_index::{Digest, SecretKey};
use redzone_record::chain::{Checker, Finding};
use redzone_record::commit::Seed;
use redzone_record::sealed::{Kind as Body, Place, Sealed, Stamp, seal};
use redzone_record::{Head, Json};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use crate::fault::{Fault, Kind};
use crate::files::{self, WholeFile};
use crate::output::Out;
use crate::today;

/// The longest line that is read, in bytes: a check with a thousand hits has some 2 MB.
pub const LONGEST: u64 = 16 << 20;

/// Where a verb's answer is recorded.
#[derive(clap::Args)]
pub struct CaseArgs {
    /// Add the record of the answer to a case file, for `redzone record`; the file is made when it is not there
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
    /// Sign the record with the private key in this file (`redzone keygen`)
    #[arg(long, value_name = "FILE", requires = "record")]
    sign: Option<PathBuf>,
}

impl CaseArgs {
    /// Opens the case file, when one is named.
    ///
    /// # Errors
    /// As [`CaseFile::open`]; [`Kind::BadInput`] for a file that is no private key.
    pub fn open(&self) -> Result<Option<CaseFile>, Fault> {
        let Some(path) = &self.record else { return Ok(None) };
        CaseFile::open(path, self.sign.as_deref()).map(Some)
    }
}

/// A case file to which records are added. Nothing stands under its name before [`CaseFile::commit`].
pub struct CaseFile {
    path: PathBuf,
    file: WholeFile,
    last: Option<Place>,
    key: Option<SecretKey>,
}

impl CaseFile {
    /// Opens a case file for adding to it: what it has is checked and copied.
    ///
    /// # Errors
    /// [`Kind::Integrity`] when its chain is broken: nothing is added to a file that was changed.
    pub fn open(path: &Path, key: Option<&Path>) -> Result<CaseFile, Fault> {
        let key = key.map(read_key).transpose()?;
        let mut file = WholeFile::create(path)?;
        let mut checker = Checker::new(&[]);
        if path.exists() {
            for line in Lines::open(path)? {
                let line = line?;
                if let Some(finding) = checker.line(&line).1.into_iter().next() {
                    return Err(broken(path, &finding, "nothing was added: keep the file as it is, and begin another"));
                }
                writeln!(file, "{line}").map_err(|why| Fault::writing(path, &why))?;
            }
        }
        Ok(CaseFile { path: path.to_owned(), file, last: checker.last(), key })
    }

    /// Adds a record.
    ///
    /// # Errors
    /// When the machine gives no randomness or the disk no room.
    pub fn add(&mut self, kind: Body, body: Json) -> Result<Sealed, Fault> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|why| {
            Fault::new(Kind::Internal, format!("this machine gives no randomness: {why}"), "write the record on another machine")
        })?;
        let sealed = seal(kind, body, self.last.as_ref(), &stamp()?, Seed(seed), self.key.as_ref()).map_err(|_| {
            Fault::new(Kind::Internal, "the record has a member that is reserved for hidden parts", "report this with the command")
        })?;
        writeln!(self.file, "{}", sealed.to_line()).map_err(|why| Fault::writing(&self.path, &why))?;
        self.last = sealed.place();
        Ok(sealed)
    }

    /// Puts the file under its name, and says its head.
    ///
    /// # Errors
    /// When the disk does not take it; then the file is as it was.
    pub fn commit(self, out: &Out) -> Result<(), Fault> {
        self.file.commit()?;
        if let Some(last) = &self.last {
            out.note(format_args!("recorded in {}; note its head: {}", self.path.display(), Head::of(last)));
        }
        Ok(())
    }
}

/// When and by what a record is written.
fn stamp() -> Result<Stamp, Fault> {
    Ok(Stamp { at: today::now()?, clock: "device".to_owned(), program: "redzone".to_owned(), wasm: None::<Digest> })
}

fn read_key(path: &Path) -> Result<SecretKey, Fault> {
    let name = path.display().to_string();
    let text = files::text(files::read(path, 4_096)?, &name)?;
    SecretKey::parse(&text).map_err(|why| Fault::new(Kind::BadInput, format!("{name}: {why}"), "make one: redzone keygen NAME"))
}

/// A broken chain as a fault.
pub fn broken(path: &Path, finding: &Finding, next: &str) -> Fault {
    Fault::new(Kind::Integrity, format!("{}, line {}: {}", path.display(), finding.line, finding.what), next)
}

/// The lines of a file, one at a time.
pub struct Lines {
    reader: BufReader<File>,
    path: PathBuf,
}

impl Lines {
    /// Opens a file.
    ///
    /// # Errors
    /// [`Kind::BadInput`] when it can't be read.
    pub fn open(path: &Path) -> Result<Lines, Fault> {
        let file = File::open(path).map_err(|why| Fault::reading(path, &why))?;
        Ok(Lines { reader: BufReader::new(file), path: path.to_owned() })
    }
}

impl Iterator for Lines {
    type Item = Result<String, Fault>;

    fn next(&mut self) -> Option<Result<String, Fault>> {
        let mut bytes = Vec::new();
        let name = self.path.display().to_string();
        match self.reader.by_ref().take(LONGEST + 1).read_until(b'\n', &mut bytes) {
            Err(why) => Some(Err(Fault::reading(&self.path, &why))),
            Ok(0) => None,
            Ok(length) if length as u64 > LONGEST => {
                let what = format!("{name}: expected records of at most {LONGEST} bytes, found a longer line");
                Some(Err(Fault::new(Kind::BadInput, what, "give a case file that `redzone ... --record` wrote, unchanged")))
            }
            Ok(_) => {
                if bytes.ends_with(b"\n") {
                    bytes.pop();
                }
                // A line that is no UTF-8 reads as one that is not canonical: the chain says which.
                Some(Ok(String::from_utf8_lossy(&bytes).into_owned()))
            }
        }
    }
}
