//! Makes `data/unicode-near.bin` and `data/unicode-far.bin` from ICU, and capitals from Rust's own library: `unicode_tables FOLDER`. Their layout is described in `data/README.md`.

#[path = "../src/near.rs"]
mod near;

use std::error::Error;
use std::path::Path;

use icu_casemap::CaseMapper;
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

/// A character and what it becomes.
type Mapping = (char, Vec<char>);

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("expected the name of the folder to write to")?;
    // The syllables of Hangul are decomposed by arithmetic.
    let (near, far): (Vec<char>, Vec<char>) = ('\0'..=char::MAX).filter(|c| !('가'..='힣').contains(c)).partition(|c| near::is_near(*c));
    std::fs::write(Path::new(&folder).join("unicode-near.bin"), table(&near)?)?;
    std::fs::write(Path::new(&folder).join("unicode-far.bin"), table(&far)?)?;
    Ok(())
}

fn table(chars: &[char]) -> Result<Vec<u8>, Box<dyn Error>> {
    let (nfkd, folder, classes) = (DecomposingNormalizerBorrowed::new_nfkd(), CaseMapper::new(), CanonicalCombiningClassMapBorrowed::new());
    let [mut decompositions, mut foldings, mut capitals]: [Vec<Mapping>; 3] = Default::default();
    let mut runs: Vec<(u32, u32, u8)> = Vec::new();
    for &c in chars {
        let alone = c.to_string();
        let decomposed = nfkd.normalize(&alone);
        let folded = folder.fold_string(&alone);
        if decomposed != alone {
            decompositions.push((c, decomposed.chars().collect()));
        } else if folded != alone {
            foldings.push((c, folded.chars().collect()));
        }
        if !c.is_ascii() && !c.to_uppercase().eq([c]) {
            capitals.push((c, c.to_uppercase().collect()));
        }
        match (classes.get_u8(c), runs.last_mut()) {
            (0, _) => {}
            (class, Some((_, next, last))) if *last == class && *next == u32::from(c) => *next += 1,
            (class, _) => runs.push((c.into(), u32::from(c) + 1, class)),
        }
    }
    let mut out = Vec::new();
    [decompositions, foldings, capitals].iter().for_each(|mappings| write_mappings(mappings, &mut out));
    number(u32::try_from(runs.len())?, &mut out);
    let mut before = 0;
    for (first, next, class) in runs {
        [first - before, next - first, class.into()].into_iter().for_each(|part| number(part, &mut out));
        before = next;
    }
    Ok(out)
}

fn write_mappings(mappings: &[Mapping], out: &mut Vec<u8>) {
    number(mappings.len() as u32, out);
    let mut before = 0;
    for (key, _) in mappings {
        number(u32::from(*key) - before, out);
        before = u32::from(*key);
    }
    mappings.iter().for_each(|(_, chars)| number(chars.len() as u32, out));
    let longest = mappings.iter().map(|(_, chars)| chars.len()).max().unwrap_or_default();
    for place in 0..longest {
        let (mut before, mut key_before) = (0, 0);
        for (key, chars) in mappings {
            let (key, Some(c)) = (u32::from(*key), chars.get(place)) else { continue };
            let expected = if chars.len() == 1 { before + i64::from(key - key_before) } else { before };
            let difference = i64::from(u32::from(*c)) - expected;
            number(if difference < 0 { !(2 * difference) } else { 2 * difference } as u32, out);
            (before, key_before) = (u32::from(*c).into(), key);
        }
    }
}

/// Seven bits a byte, the lowest first.
fn number(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
