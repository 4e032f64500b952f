//! Puts the tables of East Asian names into one file and notes its SHA-256. The layout is described in `data/README.md`.

use std::path::Path;
use std::{env, fs};

use sha2::{Digest, Sha256};

/// In the order in which `src/tables.rs` reads them.
const TABLES: [&str; 6] =
    ["han-chars.bin", "han-words.tsv", "han-surnames.tsv", "han-variants.txt", "japanese-surnames.tsv", "japanese-given.tsv"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("data");
    let mut file = b"rztables".to_vec();
    let mut rest = Vec::new();
    for name in TABLES {
        let path = data.join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        let table = fs::read(&path).map_err(|why| format!("{}: {why}", path.display()))?;
        file.extend_from_slice(&u32::try_from(table.len())?.to_le_bytes());
        rest.extend_from_slice(&table);
    }
    file.extend_from_slice(&rest);
    let out = env::var("OUT_DIR")?;
    let digest: [u8; 32] = Sha256::digest(&file).into();
    fs::write(Path::new(&out).join("tables.bin"), &file)?;
    fs::write(Path::new(&out).join("digest.rs"), format!("{digest:?}"))?;
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}
