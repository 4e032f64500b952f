//! What the list of a hit does in law: from the rules that the record names by their digest, where they are at hand. A record holds none of it.

use redzone_index::Entry;
use redzone_index::rules::{Confidence, ListEffect, Rules, Tone};

use super::{Row, text};
use crate::Json;

/// What is said of one hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// What [`effects`] wrote.
    pub effects: Json,
    /// Whether the entry was at hand: without it only its list is spoken of, not the parts of it that the entry may stand in.
    pub entry: bool,
}

impl Law {
    /// What the rules say of an entry of a list, or of the list when the entry is not at hand.
    pub fn of(rules: &Rules, list: &str, entry: Option<&Entry>) -> Law {
        Law { effects: effects(rules, list, entry.map(|entry| entry.programs.as_slice()).unwrap_or_default()), entry: entry.is_some() }
    }
}

/// Which law a hit asks for. Texts that are hidden are empty.
pub struct Asked {
    /// The digest of the pack that answered.
    pub pack: String,
    /// The digest of its rules.
    pub rules: String,
    /// The list.
    pub list: String,
    /// The entry's id.
    pub id: String,
    /// The entry's digest.
    pub entry: String,
}

/// What being on a list means in law: of the list itself, and of the parts of it that an entry stands in (footnotes, listed addresses), which the
/// entry's programs name. Empty when the rules do not say, which is shown as a gap.
pub fn effects(rules: &Rules, list: &str, programs: &[String]) -> Json {
    let shown = |effect: &ListEffect| {
        let texts = [
            ("name", effect.name.as_ref()),
            ("authority", effect.authority.as_ref()),
            ("meaning", effect.meaning.as_ref()),
            ("effect", effect.effect.as_ref()),
            ("ownership", effect.ownership.as_ref()),
            ("nextStep", effect.next_step.as_ref()),
            ("tone", tone(effect.tone)),
            ("citation", effect.from.citation.as_ref()),
            ("note", effect.from.note.as_ref()),
        ];
        let more = [("asOf", effect.from.as_of.to_string().into()), ("verified", (effect.from.confidence == Confidence::Verified).into())];
        Json::object(texts.map(|(key, text)| (key, Json::from(text))).into_iter().chain(more))
    };
    Json::List(rules.effects(list, programs).into_iter().map(shown).collect())
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Stop => "stop",
        Tone::License => "license",
        Tone::Limited => "limited",
        Tone::ReadEntry => "read-entry",
        Tone::Caution => "caution",
        Tone::Conflict => "conflict",
    }
}

/// Puts the law of its hits into a row. `ask` gives that of one; `None` when the rules are not at hand, and then nothing is told of the others either.
///
/// # Errors
/// That of `ask`.
pub fn find<E>(row: &mut Row, mut ask: impl FnMut(&Asked) -> Result<Option<Law>, E>) -> Result<(), E> {
    let Some(check) = &row.check else { return Ok(()) };
    let pack = |key: &str| check.get("pack").map(|pack| text(pack, key)).unwrap_or_default();
    let hits = check.get("hits").and_then(Json::as_list).unwrap_or_default().iter();
    let asked = hits.map(|hit| Asked {
        pack: pack("digest"),
        rules: pack("rules"),
        list: text(hit, "list"),
        id: text(hit, "id"),
        entry: text(hit, "entry"),
    });
    row.law = asked.map(|asked| ask(&asked).transpose()).collect::<Option<Result<_, E>>>().transpose()?;
    Ok(())
}
