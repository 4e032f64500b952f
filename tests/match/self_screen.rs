//! Every name of every starter list finds its own entry, as printed and rewritten as anyone might.

use crate::{engine, queries, question, starter};
use redzone_index::{Entry, ListedName, NameKind, PartyKind};
use redzone_names::Disguise;
use redzone_screen::{Engine, Score};

fn finds_itself(engine: &Engine, text: &str, list: usize, entry: usize, kind: PartyKind) -> bool {
    let mut question = question(text, kind, Score::BALANCED);
    question.limit = usize::MAX;
    engine.find(&question).hits.iter().any(|hit| hit.list == list && hit.entry as usize == entry)
}

/// Asks every `step`-th name as `rewrite` writes it; the ones that do not find themselves.
fn lost(step: usize, rewrite: impl Fn(&str, &Entry) -> Option<String>) -> (usize, Vec<String>) {
    let engine = engine(starter());
    let mut asked = 0;
    let mut lost = Vec::new();
    let mut number = 0;
    for (list, entries) in starter().iter().enumerate() {
        for (at, entry) in entries.iter().enumerate() {
            for name in &entry.names {
                number += 1;
                if number % step != 0 {
                    continue;
                }
                let Some(text) = rewrite(&name.text, entry) else { continue };
                asked += 1;
                if !finds_itself(&engine, &text, list, at, entry.kind) {
                    lost.push(format!("{text} ({})", name.text));
                }
            }
        }
    }
    (asked, lost)
}

/// All names when many queries are wanted, else some of each list.
fn step() -> usize {
    if queries(0) >= 10_000 { 1 } else { 40 }
}

#[test]
fn as_printed() {
    let (asked, lost) = lost(step().min(8), |text, _| Some(text.to_owned()));
    println!("{asked} listed names asked as printed: {} not found", lost.len());
    assert!(asked > 1_000 && lost.is_empty(), "{:?}", &lost[..lost.len().min(20)]);
}

#[test]
fn rewritten() {
    type Way = (&'static str, fn(&str, &Entry) -> Option<String>);
    let ways: [Way; 9] = [
        ("lower case", |text, _| Some(text.to_lowercase())),
        ("upper case", |text, _| Some(text.to_uppercase())),
        ("punctuation", |text, _| Some(text.replace(", ", " ").replace('-', " "))),
        ("spacing", |text, _| Some(format!("  {}  ", text.replace(' ', "   ")))),
        // A name of five letters, "UM Air", run together is a word like any other.
        ("no blanks", |text, _| (text.split_whitespace().count() > 1 && text.len() > 6).then(|| text.replace([' ', '.', '\''], ""))),
        ("first word spelled apart", |text, _| {
            let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
            let apart: Vec<String> = first.chars().filter(|c| c.is_alphanumeric()).map(String::from).collect();
            (apart.len() > 3).then(|| format!("{}  {rest}", apart.join(" ")))
        }),
        ("diacritics", |text, _| {
            Some(text.chars().flat_map(|c| if c.is_ascii_alphabetic() { vec![c, '\u{301}'] } else { vec![c] }).collect())
        }),
        ("width", |text, _| {
            Some(text.chars().map(|c| if c.is_ascii_alphabetic() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c }).collect())
        }),
        ("word order", |text, _| {
            let plain = text.replace(',', " ");
            let words: Vec<&str> = plain.split_whitespace().collect();
            let turned: Vec<&str> = words.iter().cycle().skip(1).take(words.len()).copied().collect();
            Some(turned.join(" "))
        }),
    ];
    for (way, rewrite) in ways {
        let (asked, lost) = lost(step(), rewrite);
        println!("{asked} listed names, {way}: {} not found", lost.len());
        assert!(asked > 500 && lost.is_empty(), "{way}: {:?}", &lost[..lost.len().min(20)]);
    }
}

#[test]
fn with_another_legal_form() {
    let (asked, lost) = lost(step(), |text, entry| {
        let stem =
            text.strip_suffix(" LTD").or(text.strip_suffix(" Ltd.")).or(text.strip_suffix(" LLC")).or(text.strip_suffix(" Co., Ltd."))?;
        (entry.kind == PartyKind::Entity && stem.len() > 5).then(|| format!("{stem} JSC"))
    });
    println!("{asked} listed companies with another legal form: {} not found", lost.len());
    assert!(asked > 10 && lost.is_empty(), "{:?}", &lost[..lost.len().min(20)]);
}

#[test]
fn a_word_in_letters_that_look_like_latin_ones_is_found_and_told() {
    let engine = engine(&[vec![Entry {
        kind: PartyKind::Individual,
        names: vec![ListedName { text: "Cenobio FLORES PACHECO".into(), kind: NameKind::Primary }],
        ..Entry::default()
    }]]);
    let ask = |text| engine.find(&question(text, PartyKind::Individual, Score::BALANCED));
    let found = ask("Cenobio FLORES РАСНЕСО");
    assert_eq!(found.hits.len(), 1);
    assert_eq!(found.read.unwrap().disguises, [Disguise::LookAlike]);
    assert!(ask("Cenobio FLORES PACHECO").read.unwrap().disguises.is_empty());
}
