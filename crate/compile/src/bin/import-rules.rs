//! Carries the staged fact files over into the source form of the rule pack.
//!
//! ```text
//! cargo run -p redzone-compile --bin import-rules -- ../shared lists/rules
//! ```
//!
//! Overwrites the files that it makes, leaves `pack.toml`, `dated.toml`, `ours.toml` and `regions.toml`, and prints what the compiled pack holds.

use redzone_compile::rules::import::{BY_HAND, FactFiles, import, read_facts};
use redzone_compile::rules::{compile, read_folder};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let [facts, rules] = folders.as_slice() else {
        eprintln!("expected two folders: the staged facts and data, and lists/rules");
        return ExitCode::from(2);
    };
    match run(Path::new(facts), Path::new(rules)) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(facts: &Path, folder: &Path) -> Result<String, String> {
    let texts = read_facts(facts)?;
    let mut files = read_folder(folder).map_err(|why| why.to_string())?;
    files.retain(|file| BY_HAND.contains(&file.name.as_str()));
    let made = import(FactFiles::of(&texts), &files).map_err(|why| why.to_string())?;
    for file in &made {
        std::fs::write(folder.join(&file.name), &file.text).map_err(|why| format!("{}: {why}", file.name))?;
    }
    files.extend(made);
    let pack = compile(&files, redzone_compile::places::names()).map_err(|why| why.to_string())?;
    Ok(format!(
        "{}: {} group rows, {} chart rows, {} follow, {} rules, {} entries of the control list, {} clauses, {} list effects, {} events",
        pack.meta.id,
        pack.groups.len(),
        pack.chart.len(),
        pack.follows.len(),
        pack.rules.len(),
        pack.eccns.len(),
        pack.clauses.len(),
        pack.effects.len(),
        pack.events.len()
    ))
}
