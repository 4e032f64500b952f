//! The words records use for what the engine says. They are part of the schema: a word once used keeps its meaning.

use redzone_index::{Freshness, NameKind, PartyKind};
use redzone_names::Disguise;
use redzone_screen::destination::{RuleNote, Ruling};
use redzone_screen::{ReasonCode, Strength, Verdict};

/// Every kind of party with its word.
const KINDS: [(PartyKind, &str); 6] = [
    (PartyKind::Unstated, "unstated"),
    (PartyKind::Individual, "individual"),
    (PartyKind::Entity, "entity"),
    (PartyKind::Vessel, "vessel"),
    (PartyKind::Aircraft, "aircraft"),
    (PartyKind::Address, "address"),
];

/// The word for a kind of party.
pub fn kind(kind: PartyKind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("unstated", |(_, word)| word)
}

/// The kind of party that a word stands for.
pub fn parse_kind(word: &str) -> Option<PartyKind> {
    KINDS.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
}

/// The word for what a name is to its party.
pub fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Primary => "primary",
        NameKind::Alias => "alias",
        NameKind::Former => "former",
        NameKind::Now => "now",
        NameKind::Weak => "weak",
        NameKind::Ours => "ours",
    }
}

/// The word for a disguise.
pub fn disguise(disguise: Disguise) -> &'static str {
    match disguise {
        Disguise::Invisible => "invisible",
        Disguise::LookAlike => "look-alike",
        Disguise::Compatibility => "compatibility",
        Disguise::MarkFlood => "mark-flood",
        Disguise::DigitForLetter => "digit-for-letter",
    }
}

/// The word for how strong a hit is.
pub fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Possible => "possible",
        Strength::Probable => "probable",
        Strength::Strong => "strong",
    }
}

/// The word for a verdict.
pub fn verdict(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Hit => "hit",
        Verdict::NoMatch(_) => "no-match",
        Verdict::Indeterminate => "indeterminate",
    }
}

/// The word for what the rules say of a destination.
pub fn ruling(ruling: &Ruling) -> &'static str {
    match ruling {
        Ruling::Prohibited => "prohibited",
        Ruling::LicenseNeeded => "license-needed",
        Ruling::ExceptionMayApply => "exception-may-apply",
        Ruling::NoRuleTriggered(_) => "no-rule-triggered",
        Ruling::Indeterminate => "indeterminate",
        Ruling::RuleChanging => "rule-changing",
    }
}

/// The word for the age of a list.
pub fn freshness(state: Freshness) -> &'static str {
    match state {
        Freshness::Fresh => "fresh",
        Freshness::Amber => "amber",
        Freshness::Red => "red",
        Freshness::Stopped => "stopped",
        Freshness::Ahead => "ahead",
    }
}

/// The word for a reason: the code's own name with hyphens, `same-word` for `SameWord`.
pub fn reason(code: ReasonCode) -> String {
    spelled(code, '-')
}

/// The name of an engine's value as words: `license needed` for `LicenseNeeded`, whatever it carries.
pub fn coded(value: impl std::fmt::Debug) -> String {
    spelled(value, ' ')
}

fn spelled(value: impl std::fmt::Debug, between: char) -> String {
    let mut words = String::new();
    for c in format!("{value:?}").chars().take_while(char::is_ascii_alphanumeric) {
        if c.is_ascii_uppercase() && !words.is_empty() {
            words.push(between);
        }
        words.push(c.to_ascii_lowercase());
    }
    words
}

/// A note as a sentence.
pub fn note(note: &RuleNote) -> String {
    match note {
        RuleNote::FollowsOf { place, follows, .. } => format!("{place} has no rows of its own and follows {follows}."),
        RuleNote::PrintedAndEnforcedDiffer { place, printed, enforced } => {
            format!("{place}: printed in groups {printed}, enforced as {enforced}; the stricter was taken.")
        }
        RuleNote::OnlyAnnounced { id } => format!("{id} is only announced and changed nothing."),
        RuleNote::CheckBeforeUse { id } => format!("{id} was not seen in a stored source: check before use."),
        RuleNote::RowRemark { id, remark } => format!("{id}: {remark}"),
        RuleNote::MacauIsNotD5 => "Rules that name Macau beside D:5 count here; Macau is not a member of D:5.".into(),
        _ => "There is a remark that this version can't word.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_read_back() {
        for (known, word) in KINDS {
            assert_eq!((kind(known), parse_kind(word)), (word, Some(known)));
        }
        assert_eq!(parse_kind("person"), None);
    }

    #[test]
    fn reasons_are_named_as_their_codes_are() {
        assert_eq!(reason(ReasonCode::SameWord), "same-word");
        assert_eq!(reason(ReasonCode::SpelledAlike), "spelled-alike");
    }
}
