//! Spreadsheet files are zip archives: opened with limits, so that a few bytes can't fill the memory.

use super::SourceError;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A part may unpack to this many times its size; the staged British sheet has 43.
const MAX_RATIO: u64 = 100;
/// Bytes of all parts together, unpacked.
const MAX_UNPACKED: u64 = 512 << 20;
/// Small parts may compress better than [`MAX_RATIO`] without harm.
const SMALL: u64 = 1 << 20;

/// Unpacks every part once, counting what really comes out, not what the archive's headers say, and gives back the part called `wanted`.
///
/// # Errors
/// No zip archive; a part that unpacks to over 100 times its size; over 512 MiB in all; a part that is not there.
pub(super) fn unpack(bytes: &[u8], wanted: Option<&str>, what: &str) -> Result<Vec<u8>, SourceError> {
    let damaged = |found: String| SourceError::new(what, &found, "the file is damaged or of another kind: download it again");
    let bomb = |found: String| SourceError::new(what, &found, "no official list is packed so: check where the file comes from");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(format!("no spreadsheet archive ({error})")))?;
    let (mut kept, mut total) = (None, 0);
    for part in 0..archive.len() {
        let file = archive.by_index(part).map_err(|error| damaged(format!("a damaged archive ({error})")))?;
        let name = file.name().map_err(|error| damaged(format!("a part whose name can't be read ({error})")))?.into_owned();
        let limit = (file.compressed_size().saturating_mul(MAX_RATIO)).max(SMALL).min(MAX_UNPACKED - total);
        let mut unpacked = Vec::new();
        file.take(limit + 1).read_to_end(&mut unpacked).map_err(|error| damaged(format!("a damaged part {name} ({error})")))?;
        let size = unpacked.len() as u64;
        if size > limit {
            return Err(bomb(format!("a part {name} that unpacks to over {limit} bytes")));
        }
        total += size;
        if wanted == Some(name.as_str()) {
            kept = Some(unpacked);
        }
    }
    match wanted {
        None => Ok(Vec::new()),
        Some(name) => kept.ok_or_else(|| damaged(format!("an archive without {name}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn archive(name: &str, content: &[u8]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_part_comes_out_and_a_bomb_does_not() {
        assert_eq!(unpack(&archive("a.xml", b"<a/>"), Some("a.xml"), "the list").unwrap(), b"<a/>");
        let bomb = unpack(&archive("a.xml", &vec![b' '; 4 << 20]), Some("a.xml"), "the list").unwrap_err();
        assert!(bomb.found.contains("unpacks to over"), "{bomb}");
        assert!(unpack(&archive("a.xml", b"x"), Some("b.xml"), "the list").unwrap_err().found.contains("without b.xml"));
        assert!(unpack(b"<html>", None, "the list").unwrap_err().found.contains("no spreadsheet archive"));
        let cut = archive("a.xml", b"hello hello hello");
        assert!(unpack(&cut[..cut.len() / 2], Some("a.xml"), "the list").is_err());
    }
}
