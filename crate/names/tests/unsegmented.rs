//! `unsegmented.tsv`: text, tab, a reading that must be among the text's readings. A third field `~` marks what is known
//! not to be reached yet: such a line must fail, so that the mark goes when the reading comes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

#[test]
fn well_known_names_have_their_usual_reading() {
    let mut wrong = Vec::new();
    let mut met = 0;
    for line in include_str!("unsegmented.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let (text, expected) = (fields.next().unwrap(), fields.next().unwrap());
        let readings: Vec<String> = redzone_names::read(text).unwrap().readings.iter().map(|reading| reading.words.join(" ")).collect();
        let reached = readings.iter().any(|reading| reading == expected);
        met += usize::from(reached);
        if reached == (fields.next() == Some("~")) {
            wrong.push(format!("{text}: {expected} in {readings:?}"));
        }
    }
    assert!(wrong.is_empty(), "{met} met\n{}", wrong.join("\n"));
}
