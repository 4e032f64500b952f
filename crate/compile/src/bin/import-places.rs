//! Writes `lists/places/cldr.txt` from the Unicode CLDR: every country and territory of ISO 3166-1, as people write it.
//!
//! ```text
//! npm pack cldr-localenames-full@48.2.0 cldr-core@48.2.0 && for f in cldr-*.tgz; do mkdir "${f%.tgz}" && tar xzf "$f" -C "${f%.tgz}"; done
//! cargo run -p redzone-compile --bin import-places -- cldr-localenames-full-48.2.0/package cldr-core-48.2.0/package >lists/places/cldr.txt
//! ```

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

/// The languages taken: those of the publishers whose lists we read, of the countries that the rules name, and of large ports.
const LANGUAGES: &str = "en es fr de it pt pt-PT nl pl ro hu cs sk sl hr bs sr sr-Latn bg mk sq el lt lv et fi sv da nb is ru uk be kk ky uz tg tk \
    mn tr az hy ka ar fa ps he ur hi bn ne ta zh zh-Hant zh-Hant-HK ja ko vi th id ms fil my km lo sw am";

/// What CLDR names that is no ISO 3166-1 code of a place; `XK` stays, for the rules name Kosovo.
const NOT_COUNTRIES: [&str; 14] = ["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "DG", "CQ", "EA", "IC", "TA"];

fn main() -> ExitCode {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let [names, core] = folders.as_slice() else {
        eprintln!("expected two folders: the unpacked npm packages cldr-localenames-full and cldr-core");
        return ExitCode::from(2);
    };
    match import(Path::new(names), Path::new(core)) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn import(names: &Path, core: &Path) -> Result<String, String> {
    let version = read(&names.join("package.json"))?["version"].as_str().unwrap_or("unknown").to_owned();
    let mut spellings: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for language in LANGUAGES.split_whitespace() {
        let file = read(&names.join("main").join(language).join("territories.json"))?;
        let territories = file["main"][language]["localeDisplayNames"]["territories"].as_object();
        for (code, name) in territories.ok_or_else(|| format!("{language}: no territories in the file: is this cldr-localenames-full?"))? {
            let code = code.split_once("-alt-").map_or(code.as_str(), |(code, _)| code);
            let is_country = code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()) && !NOT_COUNTRIES.contains(&code);
            if let (true, Some(name)) = (is_country, name.as_str().filter(|name| !is_abbreviation(name))) {
                let written = name.replace(['\u{200e}', '\u{200f}', '\u{200b}'], "");
                spellings.entry(code.to_owned()).or_default().entry(redzone_names::place_key(name)).or_insert(written);
            }
        }
    }
    let mappings = read(&core.join("supplemental").join("codeMappings.json"))?;
    for (code, names) in &mut spellings {
        if let Some(alpha3) = mappings["supplemental"]["codeMappings"][code]["_alpha3"].as_str() {
            names.entry(redzone_names::place_key(alpha3)).or_insert_with(|| alpha3.to_owned());
        }
    }
    let mut text = format!(
        "# Countries and territories by ISO 3166-1 alpha-2 code (and XK), as they are written in {} languages, and their alpha-3 codes.\n\
         # Source: Unicode CLDR {version}, territory names (npm cldr-localenames-full, cldr-core); license Unicode-3.0, see LICENSE-unicode.txt.\n\
         # Made by `cargo run -p redzone-compile --bin import-places`; spellings that fold alike stand once. Do not edit: add to ours.txt.\n",
        LANGUAGES.split_whitespace().count()
    );
    for (code, names) in spellings {
        let names: Vec<&str> = names.values().map(String::as_str).collect();
        text.push_str(&format!("{code}\t{}\n", names.join("; ")));
    }
    Ok(text)
}

/// Abbreviations of two Latin letters (`BK`, `R.-U.`) are not taken: they would be mistaken for codes.
fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphanumeric()).count() < 3 && name.is_ascii()
}

fn read(path: &Path) -> Result<serde_json::Value, String> {
    let bytes = std::fs::read(path).map_err(|why| format!("{}: {why}", path.display()))?;
    serde_json::from_slice(&bytes).map_err(|why| format!("{}: {why}", path.display()))
}
