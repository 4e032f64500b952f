//! Reading what users hand over, and writing so that nothing is ever left half written.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use crate::fault::{Fault, Kind};

/// Reads a file whole, at most `limit` bytes.
///
/// # Errors
/// [`Kind::BadInput`] when it can't be read or is larger.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Fault> {
    let file = File::open(path).map_err(|why| Fault::reading(path, &why))?;
    read_from(file, &path.display().to_string(), limit)
}

/// Reads `source` to its end, at most `limit` bytes; `name` is for messages.
///
/// # Errors
/// [`Kind::BadInput`] when it can't be read or is larger.
pub fn read_from(source: impl Read, name: &str, limit: u64) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    source.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|why| Fault::reading(Path::new(name), &why))?;
    if bytes.len() as u64 > limit {
        let what = format!("{name} is larger than {limit} bytes, the most that is read here");
        return Err(Fault::new(Kind::BadInput, what, "check that this is the right file; split it if it is"));
    }
    Ok(bytes)
}

/// Takes bytes as UTF-8 text without NUL; a byte order mark in front is dropped. `name` is for messages.
///
/// # Errors
/// [`Kind::BadInput`], naming what the bytes look like instead.
pub fn text(bytes: Vec<u8>, name: &str) -> Result<String, Fault> {
    let bad = |found: String, next: &str| Err(Fault::new(Kind::BadInput, format!("{name}: expected UTF-8 text, found {found}"), next));
    if bytes.is_empty() {
        return bad("nothing (0 bytes)".to_owned(), "give a file with content");
    }
    begins_like_text(&bytes, name)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(why) => {
            let at = why.utf8_error().valid_up_to();
            let byte = why.as_bytes().get(at).copied().unwrap_or_default();
            let next = "save it as UTF-8; if it is Latin-1 or Windows-1252: iconv -f WINDOWS-1252 -t UTF-8";
            bad(format!("the byte 0x{byte:02x} at offset {at}, which is not UTF-8"), next)
        }
    }
}

/// Refuses bytes that can't be the beginning of UTF-8 text: UTF-16, and anything with a NUL in it.
///
/// # Errors
/// [`Kind::BadInput`], naming what the bytes look like instead.
pub fn begins_like_text(bytes: &[u8], name: &str) -> Result<(), Fault> {
    let bad = |found: String, next: &str| Err(Fault::new(Kind::BadInput, format!("{name}: expected UTF-8 text, found {found}"), next));
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return bad("UTF-16 (its byte order mark)".to_owned(), "save it as UTF-8; with a terminal: iconv -f UTF-16 -t UTF-8");
    }
    match bytes.iter().position(|byte| *byte == 0) {
        Some(at) => {
            bad(format!("a NUL byte at offset {at}"), "save it as UTF-8 text; UTF-16 without a mark and binary files look like this")
        }
        None => Ok(()),
    }
}

/// A file that stands under its name only when [`WholeFile::commit`] is called; dropped before, it leaves nothing.
pub struct WholeFile {
    writer: BufWriter<File>,
    temporary: PathBuf,
    target: PathBuf,
    committed: bool,
}

impl WholeFile {
    /// Begins a file beside `target`.
    ///
    /// # Errors
    /// When the folder can't be written to.
    pub fn create(target: &Path) -> Result<WholeFile, Fault> {
        let mut name = OsString::from(".");
        name.push(
            target.file_name().ok_or_else(|| Fault::new(Kind::Usage, format!("{} is not a file name", target.display()), "name a file"))?,
        );
        name.push(format!(".{}.part", std::process::id()));
        let temporary = target.with_file_name(name);
        let file = File::create(&temporary).map_err(|why| Fault::writing(target, &why))?;
        Ok(WholeFile { writer: BufWriter::new(file), temporary, target: target.to_owned(), committed: false })
    }

    /// Puts the file under its name.
    ///
    /// # Errors
    /// When the disk does not take it; then there is no file.
    pub fn commit(mut self) -> Result<(), Fault> {
        let done =
            self.writer.flush().and_then(|()| self.writer.get_ref().sync_all()).and_then(|()| fs::rename(&self.temporary, &self.target));
        self.committed = done.is_ok();
        done.map_err(|why| Fault::writing(&self.target, &why))
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if !self.committed {
            // Nothing more can be done about a file that can't be removed, and the fault that led here is being reported.
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

/// A folder that takes the place of an older one as a whole when [`WholeFolder::commit`] is called; dropped before, it leaves nothing.
pub struct WholeFolder {
    temporary: PathBuf,
    target: PathBuf,
}

impl WholeFolder {
    /// Begins a folder beside `target`. A folder that is there already is replaced only if it is empty or holds `mark`.
    ///
    /// # Errors
    /// [`Kind::Usage`] when `target` holds something else; [`Kind::Internal`] when the folder can't be made.
    pub fn create(target: &Path, mark: &str) -> Result<WholeFolder, Fault> {
        let other = || {
            let what = format!("{} holds something else than what would be written there", target.display());
            Fault::new(Kind::Usage, what, "name a new folder, or remove that one yourself")
        };
        if target.exists() && !target.join(mark).is_file() && !fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_none()) {
            return Err(other());
        }
        let temporary = WholeFolder::beside(target, "part")?;
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(|why| Fault::writing(target, &why))?;
        }
        fs::create_dir(&temporary).map_err(|why| Fault::writing(target, &why))?;
        Ok(WholeFolder { temporary, target: target.to_owned() })
    }

    fn beside(target: &Path, end: &str) -> Result<PathBuf, Fault> {
        let name = target
            .file_name()
            .ok_or_else(|| Fault::new(Kind::Usage, format!("{} is not a folder's name", target.display()), "name a folder"))?;
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.{end}", std::process::id()));
        Ok(target.with_file_name(hidden))
    }

    /// Writes a file into it.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        let path = self.temporary.join(name);
        let done = File::create(&path).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
        done.map_err(|why| Fault::writing(&self.target.join(name), &why))
    }

    /// Puts the folder in its place.
    ///
    /// # Errors
    /// When the disk does not take it; then the older folder is there as before.
    pub fn commit(self) -> Result<(), Fault> {
        let older = WholeFolder::beside(&self.target, "old")?;
        let had = self.target.exists();
        if had {
            fs::rename(&self.target, &older).map_err(|why| Fault::writing(&self.target, &why))?;
        }
        if let Err(why) = fs::rename(&self.temporary, &self.target) {
            if had {
                // The fault that led here is being reported; there is no third way if this fails as well.
                let _ = fs::rename(&older, &self.target);
            }
            return Err(Fault::writing(&self.target, &why));
        }
        if had {
            // The new folder stands; a leftover of the old one harms nobody.
            let _ = fs::remove_dir_all(&older);
        }
        Ok(())
    }
}

impl Drop for WholeFolder {
    fn drop(&mut self) {
        // After a commit there is nothing of that name; before, nothing of it may stay.
        let _ = fs::remove_dir_all(&self.temporary);
    }
}

/// Writes a whole file, or nothing.
///
/// # Errors
/// When the folder or the disk does not take it.
pub fn write(target: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let mut file = WholeFile::create(target)?;
    file.write_all(bytes).map_err(|why| Fault::writing(target, &why))?;
    file.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_names_what_it_found() {
        let cases: [(&[u8], &str); 5] = [
            (b"", "nothing (0 bytes)"),
            (b"\xff\xfeH\0", "UTF-16"),
            (b"H\0u\0", "a NUL byte at offset 1"),
            (b"Caf\xe9", "the byte 0xe9 at offset 3"),
            (b"\xed\xa0\x80", "the byte 0xed at offset 0"),
        ];
        for (bytes, found) in cases {
            let fault = text(bytes.to_vec(), "here").unwrap_err();
            assert_eq!(fault.kind, Kind::BadInput);
            assert!(fault.what.contains(found), "{fault}");
        }
        assert_eq!(text(b"\xef\xbb\xbfHuawei".to_vec(), "here").unwrap(), "Huawei");
    }

    #[test]
    fn a_file_not_committed_leaves_nothing() {
        let folder = std::env::temp_dir().join(format!("redzone-files-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let target = folder.join("answer.json");
        drop(WholeFile::create(&target).unwrap());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
        write(&target, b"whole").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"whole");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }
}
