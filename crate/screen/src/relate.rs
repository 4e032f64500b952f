//! What a word of the question and a word of the lists have in common. The one place that decides it: the search only finds
//! the words worth asking about, and brute force asks about all of them.

use redzone_names::{edit_cost, is_vowel, skeleton};

use crate::dictionary::Dictionary;
use crate::form::{Form, Near};
use crate::model::{self, Relation};
use crate::shape::{are_other_figures, figures, is_terse};
use crate::vocabulary::{Part, Vocabulary};

/// Whether one of two words with the same consonants, so many, writes so few vowels between its letters that it leaves them out on purpose:
/// none, or a third where the consonants are enough to tell a word by.
fn drops_vowels(a: u8, b: u8, consonants: usize) -> bool {
    a.min(b) == 0 || consonants >= 4 && a != b && a.min(b) * 3 <= a.max(b).min(80)
}

/// Whether writing without short vowels shows that two words end otherwise: an i at the end is always written (Ibrahim, Ebrahimi).
fn ends_otherwise(form: &Form, letters: &[u8]) -> bool {
    let end = |word: &[u8]| word.last().copied().unwrap_or(b'h');
    let (own, listed) = (end(form.letters.as_bytes()), end(letters));
    let open = |byte: u8| is_vowel(byte) || matches!(byte, b'y' | b'h');
    let i = |byte: u8| matches!(byte, b'i' | b'y');
    !form.writing.vowels && (i(own) && !open(listed) || i(listed) && !open(own))
}

/// Whether a word that names and one that does not (particle, title) are asked about: they may be one word only where vowels are not written.
fn are_unlike_parts(form: &Form, part: Part) -> bool {
    let idle = |part| matches!(part, Part::Particle | Part::Title);
    form.writing.vowels && idle(form.part) != idle(part)
}

/// Whether a word of so many letters is in use in names: it weighs less than an unknown one.
fn is_known(weight: u32, letters: usize) -> bool {
    weight < model::UNKNOWN[letters.min(model::UNKNOWN.len() - 1)]
}

/// Whether an unknown word may be a slip for a particle or title: Adbul, Shsikh. Those of three letters and fewer resemble too much.
fn may_be_slip(form: &Form, dictionary: &Dictionary, word: u32) -> bool {
    form.part == Part::Plain
        && form.letters.len() >= 4
        && dictionary.letters.get(word).len() >= 4
        && !is_known(form.weight, form.letters.len())
}

/// Whether both words are names in use of their own: then one is hardly a slip for the other, unless they share their consonants (Ahmed and
/// Hamid are two names, Hussein and Husayn one) and are not a woman's and a man's (Julia, Julio).
fn are_two_names(form: &Form, dictionary: &Dictionary, word: u32) -> bool {
    is_known(form.weight, form.letters.len())
        && is_known(u32::from(dictionary.weights[word as usize]), usize::from(dictionary.shapes[word as usize].letters_length))
        && (form.bone_key != dictionary.shapes[word as usize].bone_key
            || matches!(
                (form.letters.as_bytes().last(), dictionary.letters.get(word).last()),
                (Some(b'a'), Some(b'o')) | (Some(b'o'), Some(b'a'))
            ))
}

/// What two words have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// In what way.
    pub relation: Relation,
    /// How alike, in thousandths.
    pub likeness: u32,
    /// How much weight agrees, in tenths of a bit.
    pub weight: u32,
}

impl Link {
    /// What the link adds to a name's agreeing weight, in thousandths of tenths of a bit.
    pub fn gain(&self) -> u32 {
        self.likeness * self.weight
    }
}

/// The best that a form and a listed word have in common, if anything.
pub fn relate(form: &Form, dictionary: &Dictionary, word: u32) -> Option<Link> {
    let near = form.near(&dictionary.shapes[word as usize]);
    best_of(form, dictionary, word, near.and_then(|near| alike(form, near, dictionary, word)))
}

/// [`relate`] where it is that they are spelled alike, of a word that is `near`.
pub fn relate_alike(form: &Form, near: Near, dictionary: &Dictionary, word: u32) -> Option<Link> {
    let likeness = alike(form, near, dictionary, word)?;
    best_of(form, dictionary, word, Some(likeness)).filter(|link| link.relation == Relation::Alike)
}

/// How alike a form and a listed word are spelled that do not sound the same, in thousandths.
fn alike(form: &Form, near: Near, dictionary: &Dictionary, word: u32) -> Option<u32> {
    let shape = &dictionary.shapes[word as usize];
    // The share of edits. By letters as well as by sound: a slip of the pen may break a sh or a ch in two.
    let mut share = None;
    for by_sound in [true, false] {
        let (a, b, pattern, reach, signature) = match by_sound {
            true if near.sound => (form.sound.as_slice(), dictionary.sounds.get(word), &form.pattern, &form.reach, shape.sound),
            false if near.letters => {
                (form.letters.as_bytes(), dictionary.letters.get(word), &form.letter_pattern, &form.letter_reach, shape.letters)
            }
            _ => continue,
        };
        let (edits, longer) = (pattern.edits(b), a.len().max(b.len()) as u32);
        if by_sound && edits.flat == 0 && a == b {
            return None;
        }
        if edits.flat > model::most_edits(longer as usize) {
            continue;
        }
        let most = share.unwrap_or(model::MOST_SHARE);
        let (least, most_cost) = (edits.least_cost(), model::cost_of(most, longer).min(form.most_cost));
        if least <= most_cost && least + reach.surcharge(signature) <= most_cost {
            let cost = edit_cost(a, b, most_cost);
            share = cost.map(|cost| model::share_of(cost, longer)).filter(|share| *share <= most).or(share);
        }
    }
    let likeness = model::likeness_of(share?);
    let letters = dictionary.letters.get(word);
    let part = dictionary.parts[word as usize];
    if form.part == Part::Number || part == Part::Number {
        return None;
    }
    let unlike = is_patronymic_of(form.letters.as_bytes(), letters)
        || form.figures != 0 && are_other_figures(form.figures, figures(letters))
        || (are_unlike_parts(form, part) && !may_be_slip(form, dictionary, word));
    let kept = match () {
        () if are_two_names(form, dictionary, word) => model::TWO_NAMES,
        () if ends_otherwise(form, letters) => model::ENDS_OTHERWISE,
        () => 1_000,
    };
    (!unlike).then_some(likeness * kept / 1_000)
}

fn best_of(form: &Form, dictionary: &Dictionary, word: u32, alike: Option<u32>) -> Option<Link> {
    let letters = dictionary.letters.get(word);
    let part = dictionary.parts[word as usize];
    let weight = form.weight.min(u32::from(dictionary.weights[word as usize]));
    let reread = if form.reread { model::REREAD } else { 0 };
    let link = |relation, likeness: u32, weight| Some(Link { relation, likeness: likeness.saturating_sub(reread), weight });
    if form.letters.as_bytes() == letters {
        // A person's initial says as much where the list has an initial as where it has the word; a, e, i, o and y join names.
        let initial = matches!(letters, [letter] if letter.is_ascii_lowercase() && !is_vowel(*letter) && *letter != b'y');
        return link(Relation::Same, 1_000, if initial && !form.writing.organisation { model::SAME_INITIAL } else { weight });
    }
    if form.part == Part::Number || part == Part::Number {
        let same = form.meaning > 0 && form.meaning == dictionary.meanings[word as usize];
        return if same { link(Relation::SameMeaning, model::SAME_MEANING, weight) } else { None };
    }
    let (heard, shape) = (dictionary.sounds.get(word), &dictionary.shapes[word as usize]);
    let mut best = same_class(form.part, part).then_some(Link { relation: Relation::SameClass, likeness: model::SAME_CLASS, weight });
    let mut offer = |found: Option<Link>| {
        if let Some(found) = found
            && best.is_none_or(|best| found.gain() > best.gain())
        {
            best = Some(found);
        }
    };
    if form.meaning > 0 && form.meaning == dictionary.meanings[word as usize] {
        match form.meaning >= Vocabulary::NICKNAMES {
            false => {
                let forms = matches!((form.part, part), (Part::Form(_), Part::Form(_)));
                offer(link(Relation::SameMeaning, if forms { model::SAME_FORM } else { model::SAME_MEANING }, weight));
            }
            true if form.writing.organisation => {}
            true => offer(link(Relation::Nickname, model::NICKNAME, weight)),
        }
    }
    if form.sound == heard {
        offer(link(Relation::SameSound, model::SAME_SOUND[heard.len().clamp(3, 5) - 3], weight));
    } else if let Some(likeness) = alike {
        offer(link(Relation::Alike, likeness, weight));
    }
    if form.bones.len() >= 2
        && !form.writing.standard
        && !are_unlike_parts(form, part)
        && shape.bone_key == form.bone_key
        && drops_vowels(form.vowels, shape.vowels, form.bones.len())
    {
        let mut bones = Vec::new();
        skeleton(heard, &mut bones);
        if bones == form.bones {
            let otherwise = if ends_otherwise(form, letters) { model::ENDS_OTHERWISE } else { 1_000 };
            let likeness = model::CONSONANTS[bones.len().min(4) - 1] * otherwise / 1_000;
            let weight = u32::from(dictionary.weights[word as usize]) * model::CONSONANTS_KEEP / 1_000;
            offer(link(Relation::Consonants, likeness, weight));
        }
    }
    // A name spelled by a standard is spelled out, and organisations have no initials: their short forms have more letters.
    let unfit = |relation| form.writing.standard || (form.writing.organisation && relation == Relation::Initial);
    if form.letter_reach.may_shorten(shape)
        && let Some((relation, likeness)) = shortened(form, dictionary, word)
        && !unfit(relation)
    {
        // The long word is what agrees, as far as its short form tells it.
        let whole = u32::from(dictionary.weights[word as usize]).max(form.weight);
        let agreed = if relation == Relation::Initial { whole.min(model::INITIAL_WEIGHT) } else { whole * model::SHORTENED_KEEP / 1_000 };
        offer(link(relation, likeness, agreed));
    }
    best
}

fn same_class(a: Part, b: Part) -> bool {
    match (a, b) {
        (Part::Form(a), Part::Form(b)) => a == b,
        (Part::Title, Part::Title) => true,
        _ => false,
    }
}

/// How the shorter of a form and a listed word shortens the other, and the likeness.
pub fn shortened(form: &Form, dictionary: &Dictionary, word: u32) -> Option<(Relation, u32)> {
    let (own, letters, part) = (form.letters.as_bytes(), dictionary.letters.get(word), dictionary.parts[word as usize]);
    if own.len() < letters.len() { shortening(own, letters, form.part, part) } else { shortening(letters, own, part, form.part) }
}

/// How `short` shortens `long`, and the likeness. Both begin with the same letter.
fn shortening(short: &[u8], long: &[u8], short_part: Part, long_part: Part) -> Option<(Relation, u32)> {
    if short.len() >= long.len() || short.first() != long.first() || matches!(long_part, Part::Number | Part::Particle | Part::Title) {
        return None;
    }
    if short.len() == 1 {
        return (!matches!(long_part, Part::Form(_))).then_some((Relation::Initial, model::INITIAL));
    }
    if matches!(short_part, Part::Form(_) | Part::Particle | Part::Title | Part::Number) {
        return None;
    }
    let (relation, likeness) = if long.starts_with(short) {
        (Relation::Beginning, model::BEGINNING[short.len().min(model::BEGINNING.len() - 1)])
    } else {
        let fits = short.len() * 10 <= long.len() * 7 && is_terse(short);
        let known = short.len() >= 3 || matches!(long_part, Part::Generic | Part::Form(_));
        let mut rest = long.iter();
        if !(fits && known && short.iter().all(|byte| rest.any(|other| other == byte))) {
            return None;
        }
        (Relation::Shortened, model::SHORTENED[short.len().min(model::SHORTENED.len() - 1)])
    };
    (!is_patronymic_of(long, short)).then_some((relation, likeness))
}

/// Ivanovich is not Ivan but his son, and not Ivanov: whether one word is a patronymic and the other a name like it.
fn is_patronymic_of(a: &[u8], b: &[u8]) -> bool {
    const ENDINGS: [&[u8]; 8] = [b"ovich", b"evich", b"yevich", b"ovych", b"ovna", b"evna", b"yevna", b"ivna"];
    const SURNAMES: [&[u8]; 4] = [b"ov", b"ev", b"ova", b"eva"];
    // Most words are told by their last letter.
    let stem = |word: &[u8]| match word {
        [.., b'h' | b'a'] => ENDINGS.iter().find(|ending| word.ends_with(ending)).map(|ending| word.len() - ending.len()),
        _ => None,
    };
    let is_like = |long: &[u8], stem: usize, other: &[u8]| {
        other.len() >= 3
            && stem >= 2
            && (other.starts_with(&long[..stem]) && other.len() <= stem + 2 || SURNAMES.iter().any(|end| other.ends_with(end)))
    };
    match (stem(a), stem(b)) {
        (Some(stem), None) => is_like(a, stem, b),
        (None, Some(stem)) => is_like(b, stem, a),
        _ => false,
    }
}
