//! Changes of whole words.

use super::Dice;

fn words(name: &str) -> Vec<&str> {
    name.split_whitespace().collect()
}

/// Words with at least one letter or digit.
fn spoken(name: &str) -> Vec<&str> {
    words(name).into_iter().filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

pub(super) fn case(name: &str, dice: &mut Dice) -> Option<String> {
    Some(if dice.roll(2) == 0 { name.to_lowercase() } else { name.to_uppercase() })
}

pub(super) fn punctuation(name: &str, _: &mut Dice) -> Option<String> {
    Some(name.chars().map(|c| if c.is_alphanumeric() || c == '\'' || c == '.' { c } else { ' ' }).filter(|c| *c != '.').collect())
}

/// SURNAME, Given: the last word before the others.
pub(super) fn surname_first(name: &str, _: &mut Dice) -> Option<String> {
    let words = words(name);
    let (last, given) = words.split_last()?;
    (!given.is_empty()).then(|| format!("{}, {}", last.to_uppercase(), given.join(" ")))
}

pub(super) fn rotated(name: &str, _: &mut Dice) -> Option<String> {
    let words = words(name);
    (words.len() > 1).then(|| words.iter().cycle().skip(1).take(words.len()).copied().collect::<Vec<_>>().join(" "))
}

/// A given name as its first letter.
pub(super) fn initial(name: &str, dice: &mut Dice) -> Option<String> {
    let mut words: Vec<String> = words(name).into_iter().map(str::to_owned).collect();
    let at = dice.roll(words.len().saturating_sub(1));
    let long = words.len() >= 3 && words[at].chars().count() > 2 && words[at].chars().next().is_some_and(char::is_alphabetic);
    long.then(|| {
        words[at] = format!("{}.", words[at].chars().next().unwrap_or(' '));
        words.join(" ")
    })
}

pub(super) fn title(name: &str, dice: &mut Dice) -> Option<String> {
    Some(match dice.roll(5) {
        0 => format!("Dr. {name}"),
        1 => format!("{name} Jr"),
        2 => format!("Sheikh {name}"),
        3 => format!("General {name}"),
        _ => format!("Mr {name}"),
    })
}

pub(super) fn more(name: &str, dice: &mut Dice) -> Option<String> {
    let added = dice.pick(&["Maria", "Ivanovich", "Ahmed", "Lee", "Trading", "Global"]);
    (spoken(name).len() > 1).then(|| format!("{name} {added}"))
}

/// One of three or more words away, never the last.
pub(super) fn fewer(name: &str, dice: &mut Dice) -> Option<String> {
    let mut words = words(name);
    (spoken(name).len() >= 3).then(|| {
        words.remove(dice.roll(words.len() - 1));
        words.join(" ")
    })
}

pub(super) fn particle(name: &str, dice: &mut Dice) -> Option<String> {
    let lower = name.to_lowercase();
    for (from, to) in
        [("al-", "al "), ("al-", "el-"), (" bin ", " ben "), (" bin ", " "), ("abd al-", "abdul "), ("abu ", "abou "), ("al-", "")]
    {
        if lower.contains(from) && dice.roll(3) > 0 {
            return Some(lower.replacen(from, to, 1));
        }
    }
    None
}

pub(super) fn hyphen(name: &str, _: &mut Dice) -> Option<String> {
    let words = words(name);
    (words.len() >= 3).then(|| format!("{} {}", words[0], words[1..].join("-")))
}

/// The short form of a given name, from the commonest in English, Spanish and Russian.
pub(super) fn nickname(name: &str, _: &mut Dice) -> Option<String> {
    const SHORT: [(&str, &str); 20] = [
        ("william", "bill"),
        ("robert", "bob"),
        ("michael", "mike"),
        ("james", "jim"),
        ("francisco", "paco"),
        ("jose", "pepe"),
        ("ignacio", "nacho"),
        ("eduardo", "lalo"),
        ("jesus", "chuy"),
        ("guadalupe", "lupe"),
        ("antonio", "tony"),
        ("manuel", "manolo"),
        ("aleksandr", "sasha"),
        ("vladimir", "volodya"),
        ("dmitry", "dima"),
        ("sergey", "seryozha"),
        ("aleksey", "alyosha"),
        ("yekaterina", "katya"),
        ("mikhail", "misha"),
        ("nikolay", "kolya"),
    ];
    let words = words(name);
    let first = words.first()?.to_lowercase();
    let (_, short) = SHORT.iter().find(|(full, _)| *full == first)?;
    (words.len() > 1).then(|| format!("{short} {}", words[1..].join(" ")))
}

pub(super) fn repeated(name: &str, _: &mut Dice) -> Option<String> {
    let words = words(name);
    (words.len() > 1).then(|| format!("{} {name}", words[0]))
}

pub(super) fn glued(name: &str, _: &mut Dice) -> Option<String> {
    Some(name.replacen(' ', "", 1))
}

/// A blank inside a word of six letters or more.
pub(super) fn broken(name: &str, dice: &mut Dice) -> Option<String> {
    let mut words: Vec<String> = words(name).into_iter().map(str::to_owned).collect();
    let long: Vec<usize> = (0..words.len()).filter(|at| words[*at].chars().count() >= 6).collect();
    let at = *long.get(dice.roll(long.len()))?;
    let place = 2 + dice.roll(words[at].chars().count() - 4);
    let (left, right): (String, String) = (words[at].chars().take(place).collect(), words[at].chars().skip(place).collect());
    words[at] = format!("{left} {right}");
    Some(words.join(" "))
}

const FORMS: [&str; 12] = ["ltd", "llc", "inc", "co", "jsc", "ooo", "limited", "gmbh", "company", "corp", "fze", "corporation"];

fn without_form(name: &str) -> Option<Vec<&str>> {
    let mut words = words(name);
    let is_form = |word: &str| FORMS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str());
    let before = words.len();
    while words.last().is_some_and(|word| is_form(word)) {
        words.pop();
    }
    (words.len() < before && words.join("").chars().count() >= 5).then_some(words)
}

pub(super) fn other_form(name: &str, dice: &mut Dice) -> Option<String> {
    let form = dice.pick(&["JSC", "S.A.", "Pte. Ltd.", "Company Limited", "AG", "Inc."]);
    without_form(name).map(|stem| format!("{} {form}", stem.join(" ").trim_end_matches(',')))
}

pub(super) fn no_form(name: &str, _: &mut Dice) -> Option<String> {
    without_form(name).map(|stem| stem.join(" ").trim_end_matches(',').to_owned())
}

pub(super) fn abbreviated(name: &str, dice: &mut Dice) -> Option<String> {
    const SHORT: [(&str, &str); 20] = [
        ("international", "intl"),
        ("technology", "tech"),
        ("technologies", "tech"),
        ("company", "co"),
        ("limited", "ltd"),
        ("trading", "trdg"),
        ("services", "svcs"),
        ("industries", "inds"),
        ("industrial", "indl"),
        ("development", "dev"),
        ("engineering", "eng"),
        ("manufacturing", "mfg"),
        ("management", "mgmt"),
        ("shipping", "shpg"),
        ("group", "grp"),
        ("general", "gen"),
        ("research", "rsch"),
        ("institute", "inst"),
        ("electronics", "elec"),
        ("corporation", "corp"),
    ];
    let lower = name.to_lowercase();
    let fitting: Vec<&(&str, &str)> = SHORT.iter().filter(|(full, _)| lower.split([' ', ',']).any(|word| word == *full)).collect();
    let (full, short) = fitting.get(dice.roll(fitting.len()))?;
    Some(lower.split(' ').map(|word| word.replace(full, short)).collect::<Vec<_>>().join(" "))
}

/// 12th for 12, twelfth for 12th, and back.
pub(super) fn ordinal(name: &str, dice: &mut Dice) -> Option<String> {
    const WORDS: [(&str, &str); 10] = [
        ("first", "1st"),
        ("second", "2nd"),
        ("third", "3rd"),
        ("fourth", "4th"),
        ("fifth", "5th"),
        ("sixth", "6th"),
        ("seventh", "7th"),
        ("eighth", "8th"),
        ("ninth", "9th"),
        ("tenth", "10th"),
    ];
    let words: Vec<String> = words(name).into_iter().map(str::to_lowercase).collect();
    let changed = |word: &String| {
        if let Some((_, figures)) = WORDS.iter().find(|(full, _)| full == word) {
            return Some((*figures).to_owned());
        }
        let figures: String = word.chars().take_while(char::is_ascii_digit).collect();
        let ending = &word[figures.len()..];
        (!figures.is_empty() && matches!(ending, "st" | "nd" | "rd" | "th")).then(|| {
            let full = WORDS.iter().find(|(_, known)| known == word).map(|(full, _)| (*full).to_owned());
            full.filter(|_| figures.len() == 1).unwrap_or(figures)
        })
    };
    let at = words.iter().position(|word| changed(word).is_some())?;
    let _ = dice;
    Some(
        words
            .iter()
            .enumerate()
            .map(|(place, word)| if place == at { changed(word).unwrap_or_default() } else { word.clone() })
            .collect::<Vec<_>>()
            .join(" "),
    )
}

/// First letters of at least three words, legal forms and small words left out.
pub(super) fn acronym(name: &str, _: &mut Dice) -> Option<String> {
    let stem = without_form(name).unwrap_or_else(|| words(name));
    let small = ["of", "the", "and", "for", "de", "&", "in", "al"];
    let letters: String = stem
        .iter()
        .filter(|word| !small.contains(&word.to_lowercase().as_str()))
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .filter(char::is_ascii_alphabetic)
        .collect();
    (letters.len() >= 3 && letters.len() <= 8).then(|| letters.to_uppercase())
}
