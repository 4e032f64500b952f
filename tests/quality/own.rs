//! Our own trials: names of the starter lists, changed; ordinary names; given names of one listed person with the surname of another.

use std::collections::HashMap;
use std::path::Path;

use redzone_compile::edition;
use redzone_index::{Columns, Date, Entry, PartyKind};
use redzone_screen::{Engine, Question, Score};

use super::Trial;
use crate::perturb::{Dice, WAYS, Whose};

/// Names of each class in the report.
pub const PER_CLASS: usize = 150;
/// Hits under this are not looked at.
const LEAST: Score = Score::BROAD;
const CLEAN: &str = include_str!("clean.txt");

/// The entries of every edition under `lists/editions/`, list after list, with the lists' names.
pub fn starter() -> Vec<(String, Vec<Entry>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lists/editions");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let read = |file: &std::path::PathBuf| edition::read(&std::fs::read_to_string(file).unwrap()).unwrap().entries;
    files.iter().map(|file| (file.file_stem().unwrap().to_string_lossy().into_owned(), read(file))).collect()
}

fn question(name: &str, kind: PartyKind) -> Question {
    Question { kind, threshold: LEAST, limit: 5, ..Question::new(name, Date::new(2026, 8, 1).unwrap()) }
}

/// Runs all of them: `per_class` names of every way, four times as many ordinary people, twice as many companies and near misses.
pub fn trials(seed: u64, per_class: usize) -> Vec<Trial> {
    let lists = starter();
    let columns: Vec<Columns> = lists.iter().map(|(_, entries)| Columns::from_entries(entries).unwrap()).collect();
    let engine = Engine::new(&columns.iter().collect::<Vec<_>>());
    let mut dice = Dice::new(seed);
    let parties: Vec<(usize, usize)> =
        lists.iter().enumerate().flat_map(|(list, (_, entries))| (0..entries.len()).map(move |entry| (list, entry))).collect();
    let people: Vec<&str> = lists
        .iter()
        .flat_map(|(_, entries)| entries)
        .filter(|entry| entry.kind == PartyKind::Individual)
        .map(|entry| entry.names[0].text.as_str())
        .collect();
    // The same name often stands on two lists: whoever has it is right.
    let mut bearers: HashMap<&str, Vec<(usize, u32)>> = HashMap::new();
    for (list, entry) in &parties {
        for name in &lists[*list].1[*entry].names {
            bearers.entry(&name.text).or_default().push((*list, *entry as u32));
        }
    }
    let ask = |family: &str, class: &str, list: &str, asked: String, listed: &str, kind: PartyKind| {
        let hits = engine.find(&question(&asked, kind)).hits;
        let right = bearers.get(listed).map_or(&[][..], Vec::as_slice);
        let right = hits.iter().find(|hit| right.contains(&(hit.list, hit.entry))).map_or(0, |hit| hit.score.points());
        let best = hits.first();
        let printed = |hit: &redzone_screen::Hit| {
            let number = columns[hit.list].name_printed[hit.name as usize];
            lists[hit.list].1[hit.entry as usize].names[usize::from(number)].text.clone()
        };
        let best_name = best.map(printed).unwrap_or_default();
        let why = best.map(super::why).unwrap_or_default();
        let (family, class, list, listed) = (family.into(), class.into(), list.into(), listed.into());
        Trial {
            family,
            class,
            list,
            asked,
            listed,
            kind,
            has_facts: false,
            right,
            best: best.map_or(0, |hit| hit.score.points()),
            best_name,
            why,
        }
    };
    let mut trials = Vec::new();
    for way in &WAYS {
        let mut made = 0;
        for _ in 0..per_class * 200 {
            let (list, entry) = parties[dice.roll(parties.len())];
            let party = &lists[list].1[entry];
            let fits = match way.whose {
                Whose::Any => matches!(party.kind, PartyKind::Individual | PartyKind::Entity | PartyKind::Unstated),
                Whose::Person => party.kind == PartyKind::Individual,
                Whose::Company => party.kind == PartyKind::Entity,
            };
            if !fits || party.names.is_empty() {
                continue;
            }
            let listed = &party.names[dice.roll(party.names.len())].text;
            let letters = listed.chars().filter(|c| c.is_alphabetic()).count();
            let Some(asked) = way.change(listed, &mut dice).filter(|_| letters >= 6) else { continue };
            trials.push(ask(way.family, way.class, &lists[list].0, asked, listed, party.kind));
            made += 1;
            if made == per_class {
                break;
            }
        }
    }
    for _ in 0..per_class * 4 {
        trials.push(ask("negative", "clean_person", "", person(&mut dice), "", PartyKind::Individual));
    }
    for _ in 0..per_class * 2 {
        trials.push(ask("negative", "clean_company", "", company(&mut dice), "", PartyKind::Entity));
    }
    for _ in 0..per_class * 2 {
        trials.push(ask("negative", "near_miss", "", near_miss(&people, &mut dice), "", PartyKind::Individual));
    }
    trials
}

/// A given name, half the time a second one, and a surname of the same country.
fn person(dice: &mut Dice) -> String {
    let groups: Vec<&str> = CLEAN.lines().filter(|line| line.contains('|')).collect();
    let line = groups[dice.roll(groups.len())];
    let (given, surnames) = line.split_once(':').unwrap().1.split_once('|').unwrap();
    let (given, surnames): (Vec<&str>, Vec<&str>) = (given.split_whitespace().collect(), surnames.split_whitespace().collect());
    let first = dice.pick(&given);
    let last = dice.pick(&surnames);
    match (line.split(':').next(), dice.roll(2)) {
        (Some("han" | "hangul"), _) => format!("{last}{first}"),
        (_, 0) => format!("{first} {last}"),
        (_, _) => format!("{first} {} {last}", dice.pick(&given)),
    }
}

fn company(dice: &mut Dice) -> String {
    let of = |what: &str| -> Vec<&str> {
        let line = CLEAN.lines().find(|line| line.starts_with(what)).unwrap();
        line.split_once(':').unwrap().1.split_whitespace().collect()
    };
    let (stem, trade, form) = (of("company stem"), of("company trade"), of("company form"));
    let form = dice.pick(&form).replace('_', " ");
    match dice.roll(3) {
        0 => format!("{} {} {form}", dice.pick(&stem), dice.pick(&trade)),
        1 => format!("{} {} {} {form}", dice.pick(&stem), dice.pick(&stem), dice.pick(&trade)),
        _ => format!("{} {form}", dice.pick(&stem)),
    }
}

/// The given names of one listed person with the surname of another.
fn near_miss(people: &[&str], dice: &mut Dice) -> String {
    let (one, other) = (people[dice.roll(people.len())], people[dice.roll(people.len())]);
    // The lists print "SURNAME, Given", or the surname last.
    let split = |name: &str| match (name.split_once(", "), name.rsplit_once(' ')) {
        (Some((surname, given)), _) | (None, Some((given, surname))) => (given.to_owned(), surname.to_owned()),
        (None, None) => (name.to_owned(), name.to_owned()),
    };
    format!("{} {}", split(one).0, split(other).1)
}
