//! A determination to its JavaScript shape.

use redzone_index::Date;
use redzone_index::rules::{Confidence, Groups, Jurisdiction, Level, Phase, Place, Scope, State};
use redzone_record::words;
use redzone_screen::destination::{Determination, Fired, NotConsulted, RuleDoubt, RuleNote, Subject};

use crate::rule_shapes::{FindingShown, PlaceAnswer, RemarkShown};

/// What the rules say, with every rule that spoke.
pub(crate) fn place_answer(found: &Determination) -> PlaceAnswer {
    let tables = found.tables.as_ref();
    PlaceAnswer {
        ruling: words::ruling(&found.ruling),
        strictest: found.strictest.map(level).unwrap_or_default(),
        place: text(found.place),
        groups: text(tables.and_then(|tables| tables.groups)),
        in_tables: tables.is_some_and(|tables| tables.groups.is_some()),
        marks: text(tables.and_then(|tables| tables.marks)),
        findings: found.fired.iter().map(finding).collect(),
        notes: found.notes.iter().map(note).collect(),
        doubts: found.doubts.iter().map(doubt).collect(),
        not_consulted: found.not_consulted.iter().map(|what| not_consulted(*what)).collect(),
        rules_as_of: found.pack.as_of.to_string(),
        review_by: found.pack.review_by.to_string(),
    }
}

fn finding(fired: &Fired) -> FindingShown {
    let (rule, from) = (&fired.rule, &fired.rule.from);
    FindingShown {
        subject: subject(fired.subject),
        through: if fired.through == Groups::NONE { String::new() } else { fired.through.to_string() },
        title: rule.title.to_string(),
        level: level(rule.level),
        scope: match rule.scope {
            Scope::AllItems => "all-items",
            Scope::ListedItems => "listed-items",
            Scope::AdvancedComputing => "advanced-computing",
            Scope::DefenceArticles => "defence-articles",
            Scope::Parties => "parties",
            Scope::EndUse => "end-use",
        },
        jurisdiction: match rule.jurisdiction {
            Jurisdiction::Us => "us",
            Jurisdiction::Un => "un",
            Jurisdiction::Eu => "eu",
            Jurisdiction::Gb => "gb",
            Jurisdiction::Other => "other",
        },
        authority: rule.authority.to_string(),
        says: rule.says.to_string(),
        next_step: rule.next_step.to_string(),
        citation: from.citation.to_string(),
        as_of: from.as_of.to_string(),
        state: match from.state {
            State::Printed => "printed",
            State::Enforced => "enforced",
            State::Announced => "announced",
        },
        phase: match fired.phase {
            Phase::NotYet => "not-yet",
            Phase::InForce => "in-force",
            Phase::Moving => "moving",
            Phase::Lapsed => "lapsed",
            Phase::Over => "over",
        },
        verified: from.confidence == Confidence::Verified,
        valid_from: text(from.valid.from),
        valid_to: text(from.valid.to),
        note: from.note.to_string(),
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::ExceptionMayApply => "exception-may-apply",
        Level::LicenseNeeded => "license-needed",
        Level::Prohibited => "prohibited",
    }
}

fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Headquarters => "headquarters",
        _ => "destination",
    }
}

fn not_consulted(what: NotConsulted) -> &'static str {
    match what {
        NotConsulted::Items => "items",
        NotConsulted::Parties => "parties",
        NotConsulted::EndUse => "end-use",
        NotConsulted::Route => "route",
        NotConsulted::Headquarters => "headquarters",
        _ => "other",
    }
}

fn note(note: &RuleNote) -> RemarkShown {
    match note {
        RuleNote::FollowsOf { place, follows, id } => {
            RemarkShown { code: "follows-of", places: codes(&[*place, *follows]), row: id.to_string(), ..RemarkShown::default() }
        }
        RuleNote::PrintedAndEnforcedDiffer { place, printed, enforced } => RemarkShown {
            code: "printed-and-enforced-differ",
            places: codes(&[*place]),
            text: printed.to_string(),
            other: enforced.to_string(),
            ..RemarkShown::default()
        },
        RuleNote::OnlyAnnounced { id } => at_row("only-announced", id),
        RuleNote::CheckBeforeUse { id } => at_row("check-before-use", id),
        RuleNote::RowRemark { id, remark } => RemarkShown { text: remark.to_string(), ..at_row("row-remark", id) },
        RuleNote::MacauIsNotD5 => RemarkShown { code: "macau-is-not-d5", ..RemarkShown::default() },
        _ => RemarkShown { code: "other", text: format!("{note:?}"), ..RemarkShown::default() },
    }
}

fn doubt(doubt: &RuleDoubt) -> RemarkShown {
    match doubt {
        RuleDoubt::PlaceUnknown { subject: of } => RemarkShown { code: "place-unknown", subject: subject(*of), ..RemarkShown::default() },
        RuleDoubt::PlaceAmbiguous { subject: of, may_be, why } => RemarkShown {
            code: "place-ambiguous",
            subject: subject(*of),
            places: codes(may_be),
            text: why.clone(),
            ..RemarkShown::default()
        },
        RuleDoubt::RegionUnstated { regions } => RemarkShown { code: "region-unstated", places: codes(regions), ..RemarkShown::default() },
        RuleDoubt::InNoTable { subject: of, place } => {
            RemarkShown { code: "in-no-table", subject: subject(*of), places: codes(&[*place]), ..RemarkShown::default() }
        }
        RuleDoubt::Unverified { id } => at_row("unverified", id),
        RuleDoubt::Moving { id } => at_row("moving", id),
        RuleDoubt::Lapsed { id, last } => RemarkShown { text: text(*last), ..at_row("lapsed", id) },
        RuleDoubt::PackPastReview { review_by } => on_day("pack-past-review", *review_by),
        RuleDoubt::BeforePack { covers_from } => on_day("before-pack", *covers_from),
        RuleDoubt::RowLost { id } => at_row("row-lost", id),
        _ => RemarkShown { code: "other", text: format!("{doubt:?}"), ..RemarkShown::default() },
    }
}

fn at_row(code: &'static str, row: &str) -> RemarkShown {
    RemarkShown { code, row: row.to_owned(), ..RemarkShown::default() }
}

fn on_day(code: &'static str, day: Date) -> RemarkShown {
    RemarkShown { code, text: day.to_string(), ..RemarkShown::default() }
}

fn codes(places: &[Place]) -> Vec<String> {
    places.iter().map(ToString::to_string).collect()
}

fn text(fact: Option<impl ToString>) -> String {
    fact.map(|fact| fact.to_string()).unwrap_or_default()
}
