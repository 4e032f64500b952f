//! The Commerce Country Chart: an item's reasons for control against the marks of where it goes.

use super::facts::DealFacts;
use super::lines::Trace;
use super::spot::Spot;
use super::{Cited, DealTest, Gap, Line, Tri};
use crate::destination::RuleNote;
use redzone_index::rules::{ChartRow, EccnRow, Jurisdiction, Level, Marks, Phase, Scope};

/// Asks the chart of every item at the destination and the place of installation.
pub(super) fn ask(facts: &DealFacts<'_>, trace: &mut Trace) {
    if !facts.asks(Jurisdiction::Us) {
        return;
    }
    for (at, item) in facts.items.iter().enumerate() {
        match (item.item.eccn.as_deref(), item.entry) {
            (None, _) => trace.gaps.push(Gap::NoEccn(at)),
            (Some("EAR99"), _) => {}
            (Some("usml"), _) => trace.gaps.push(Gap::DefenceArticle(at)),
            (Some(_), None) => trace.gaps.push(Gap::UnknownEccn(at)),
            (Some(_), Some(entry)) => {
                // An entry that meets no mark makes no line, and its origin must be told all the same.
                trace.note(RuleNote::RowRemark { id: entry.from.id.clone(), remark: entry.from.source.clone() });
                for spot in &facts.spots {
                    of_spot(facts, at, entry, spot, trace);
                }
            }
        }
    }
}

fn of_spot(facts: &DealFacts<'_>, item: usize, entry: &EccnRow, spot: &Spot, trace: &mut Trace) {
    let (Some(place), Some(marks), Some(row)) = (spot.place, spot.tables.marks, spot.tables.chart_rows.first()) else { return };
    let holds = holds(facts, entry, marks, spot);
    if holds == Tri::No {
        return;
    }
    let firm = [row.from.valid.on(facts.question.as_of), entry.from.valid.on(facts.question.as_of)];
    trace.line(Line {
        test: DealTest::Item,
        item: Some(item),
        party: None,
        place: Some(place),
        level: Level::LicenseNeeded,
        holds,
        phase: firm.into_iter().max().unwrap_or(Phase::InForce),
        rule: cited(entry, row, marks),
        lifted_by: None,
        exceptions: Vec::new(),
        open: if holds == Tri::Unknown { vec![redzone_index::rules::Fact::Answer] } else { Vec::new() },
    });
}

/// Yes when the entire entry meets a mark. When only some paragraphs may, or a control stands outside the chart, the user's answer under the
/// entry's id (`3B001`) decides, and without one it is not known.
fn holds(facts: &DealFacts<'_>, entry: &EccnRow, marks: Marks, spot: &Spot) -> Tri {
    let meets = |own: Marks| own.bits() & marks.bits() != 0;
    let beyond = |word: &str| match word {
        "macau-d5" => spot.is_any(["MO", "D:5"].into_iter()),
        "cn-ru-ve" => spot.is_any(["CN", "RU", "VE"].into_iter()),
        // UN controls (746.1(b)): where a rule of the United Nations speaks.
        "un" => Tri::from(facts.rules.rules.iter().any(|rule| {
            rule.jurisdiction == Jurisdiction::Un
                && rule.scope == Scope::DefenceArticles
                && rule.from.valid.on(facts.question.as_of).speaks()
                && spot.place.is_some_and(|place| rule.places.iter().any(|named| named.country == place.country))
        })),
        _ => Tri::Yes,
    };
    if meets(entry.all) {
        return Tri::Yes;
    }
    let may = meets(entry.some) || entry.beyond.iter().any(|word| beyond(word) != Tri::No);
    if may { facts.stated(entry.from.fact()) } else { Tri::No }
}

fn cited(entry: &EccnRow, row: &ChartRow, marks: Marks) -> Cited {
    let both = |own: Marks| Marks::from_bits(own.bits() & marks.bits()).to_string();
    let (all, some) = (both(entry.all), both(entry.some));
    let mut says = format!("{} is controlled here", entry.eccn);
    for (columns, what) in [(all, "the entire entry"), (some, "some paragraphs")] {
        if !columns.is_empty() {
            says.push_str(&format!("; {what} for {columns}"));
        }
    }
    if !entry.beyond.is_empty() {
        says.push_str(&format!("; and outside the chart: {}", entry.beyond.join(" ")));
    }
    let mut from = row.from.clone();
    from.citation = format!("{}; {}", entry.from.citation, row.from.citation).into();
    from.source = format!("{}; {}", entry.from.source, row.from.source).into();
    from.confidence = from.confidence.max(entry.from.confidence);
    from.as_of = from.as_of.min(entry.from.as_of);
    Cited {
        jurisdiction: Jurisdiction::Us,
        authority: "BIS".into(),
        title: "Commerce Country Chart".into(),
        says: says.into(),
        more: "".into(),
        next_step: "Read the entry's license requirements; see which exceptions its paragraphs allow.".into(),
        from,
    }
}
