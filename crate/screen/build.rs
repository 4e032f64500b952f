//! Puts the words that the engine knows into one file and notes its SHA-256: the length of each table (u32, little-endian), then the tables, without
//! their comments.

use std::path::Path;
use std::{env, fs};

use sha2::{Digest, Sha256};

/// In the order in which `src/words.rs` reads them.
const TABLES: [&str; 4] = ["vocabulary.txt", "meanings.txt", "nicknames.txt", "rarity.txt"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("data");
    let (mut file, mut texts) = (Vec::new(), String::new());
    for name in TABLES {
        let path = data.join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        let table = fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))?;
        let from = texts.len();
        table.lines().filter(|line| !line.starts_with('#')).for_each(|line| texts.extend([line, "\n"]));
        file.extend_from_slice(&u32::try_from(texts.len() - from)?.to_le_bytes());
    }
    file.extend_from_slice(texts.as_bytes());
    let out = env::var("OUT_DIR")?;
    let digest: [u8; 32] = Sha256::digest(&file).into();
    fs::write(Path::new(&out).join("words.bin"), &file)?;
    fs::write(Path::new(&out).join("digest.rs"), format!("{digest:?}"))?;
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}
