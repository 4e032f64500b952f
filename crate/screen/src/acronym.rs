//! Organisations by the first letters of their names: worked out when lists are loaded, looked up when a question is one word in capitals.
//!
//! Which words give a letter differs from name to name, so each name has up to six acronyms: with all words, without legal forms, without those
//! of them that are not shares (company, limited), each with articles and without. Only the same letters count, and only so far: see
//! [`model::ACRONYM`].

use redzone_index::PartyKind;
use redzone_names::Read;

use crate::dictionary::Dictionary;
use crate::keyed::Keyed;
use crate::model;
use crate::strings::hash;
use crate::vocabulary::Part;
use crate::{Question, Reason, ReasonCode};

/// Acronyms have this many letters.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=8;
/// Prepositions that even acronyms with articles leave out.
const LEFT_OUT: [&[u8]; 4] = [b"of", b"the", b"and", b"for"];

/// The acronyms of all lists.
pub struct Acronyms {
    /// `(hash, name)`.
    table: Keyed<(u32, u32)>,
}

impl Acronyms {
    /// Works them out.
    pub fn new(dictionary: &Dictionary) -> Acronyms {
        let mut table = Vec::new();
        for name in 0..dictionary.names.len() as u32 {
            table.extend(of_name(dictionary, name).iter().map(|letters| (hash(letters), name)));
        }
        Acronyms { table: Keyed::new(&table) }
    }

    /// Calls `found` with every name that has the acronym.
    pub fn find(&self, letters: &[u8], dictionary: &Dictionary, mut found: impl FnMut(u32)) {
        let named = self.table.get(hash(letters)).iter().map(|(_, name)| *name);
        named.filter(|name| stands_for(dictionary, *name, letters)).for_each(&mut found);
    }
}

/// Whether a name has the acronym.
pub fn stands_for(dictionary: &Dictionary, name: u32, letters: &[u8]) -> bool {
    of_name(dictionary, name).iter().any(|acronym| acronym == letters)
}

/// The acronyms of a name, each once; none of people, ships and aircraft.
fn of_name(dictionary: &Dictionary, name: u32) -> Vec<Vec<u8>> {
    let mut acronyms: Vec<Vec<u8>> = Vec::new();
    if !matches!(dictionary.names[name as usize].party, PartyKind::Entity | PartyKind::Unstated) {
        return acronyms;
    }
    let words = dictionary.words_of(name);
    if words.len() < *LENGTHS.start() {
        return acronyms;
    }
    let no_share = |part| matches!(part, Part::Form(1 | 2));
    let any_form = |part| matches!(part, Part::Form(_));
    let forms: [&dyn Fn(Part) -> bool; 3] = [&|_| false, &no_share, &any_form];
    for articles in [true, false] {
        for form in forms {
            let letters: Vec<u8> = words
                .iter()
                .map(|word| (dictionary.letters.get(*word), dictionary.parts[*word as usize]))
                .filter(|(letters, part)| !LEFT_OUT.contains(letters) && !form(*part) && (articles || *part != Part::Particle))
                .filter_map(|(letters, _)| letters.first().copied())
                .collect();
            if LENGTHS.contains(&letters.len()) && !acronyms.contains(&letters) {
                acronyms.push(letters);
            }
        }
    }
    acronyms
}

/// The letters of a question that is one word in capitals and not about a person.
pub fn asked(question: &Question, read: &Read) -> Option<Vec<u8>> {
    let text = question.name.trim();
    let capitals = text.chars().filter(char::is_ascii_uppercase).count() >= *LENGTHS.start() && !text.chars().any(char::is_lowercase);
    let [word] = read.readings.first()?.words.as_slice() else { return None };
    let organisation = matches!(question.kind, PartyKind::Entity | PartyKind::Unstated);
    (organisation && capitals && LENGTHS.contains(&word.len()) && word.is_ascii()).then(|| word.clone().into_bytes())
}

/// What an acronym of so many letters is worth.
pub fn points(letters: usize) -> i32 {
    model::ACRONYM[letters.clamp(*LENGTHS.start(), *LENGTHS.end()) - LENGTHS.start()]
}

/// Why a name was found by its acronym; its facts come after.
pub fn reason(letters: &[u8], dictionary: &Dictionary, name: u32) -> Reason {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let listed = dictionary.words_of(name).iter().map(|word| text(dictionary.letters.get(*word))).collect::<Vec<_>>().join(" ");
    Reason { code: ReasonCode::Acronym, points: points(letters.len()), asked: text(letters), listed }
}
