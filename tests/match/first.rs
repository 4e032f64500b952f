//! The right party stands first: a question, then the listed names from the best down. Names on one line with `=` score alike.

use crate::{engine, question};
use redzone_index::{Entry, ListedName, NameKind, PartyKind};
use redzone_screen::Score;

const CASES: &[(PartyKind, &str, &[&str])] = &[
    // The last word was cut to its first letter: it begins the next listed word, and what follows was cut off.
    (PartyKind::Individual, "Muhammad 'Abdallah S", &["Muhammad 'Abdallah Salih Sughayr", "Muhammad 'Abdallah"]),
    // A name cut at twenty letters is the long name's beginning, not a short name in another order.
    (PartyKind::Entity, "BANK OF FOREIGN TRAD", &["Bank of Foreign Trade of the Russian Federation", "Foreign Trade Bank (FTB)"]),
    // Two words that together sound like a listed one are no cut: they were split.
    (PartyKind::Entity, "AL HARAKAT AL ISLAMI YYA", &["Al Harakat al Islamiyya", "Al-Harakat al-Islamiyah lil-Islah"]),
    // One legal form written in full and short.
    (
        PartyKind::Entity,
        "KOREA TANGUN trdg corp",
        &["Korea Tangun Trading Corp. = Korea Tangun Trading Corporation", "Korea Tangun Trading Inc."],
    ),
    (PartyKind::Entity, "Global Trading Ltd", &["Global Trading Ltd. = Global Trading Limited", "Global Trading LLC"]),
];

#[test]
fn the_right_party_stands_first() {
    for (kind, asked, lines) in CASES {
        let names: Vec<(usize, &str)> =
            lines.iter().enumerate().flat_map(|(line, names)| names.split(" = ").map(move |name| (line, name))).collect();
        let named = |name: &str| ListedName { text: name.to_owned(), kind: NameKind::Primary };
        let entry = |name: &str| Entry { id: name.to_owned(), kind: *kind, names: vec![named(name)], ..Entry::default() };
        let engine = engine(&[names.iter().map(|(_, name)| entry(name)).collect()]);
        let hits = engine.find(&question(asked, *kind, Score::from_points(1))).hits;
        let scores: Vec<u16> =
            (0..names.len()).map(|at| hits.iter().find(|hit| hit.entry as usize == at).map_or(0, |hit| hit.score.points())).collect();
        for (pair, scores) in names.windows(2).zip(scores.windows(2)) {
            let fits = if pair[0].0 == pair[1].0 { scores[0] == scores[1] } else { scores[0] > scores[1] };
            assert!(fits, "{asked}: {pair:?} score {scores:?}");
        }
    }
}
