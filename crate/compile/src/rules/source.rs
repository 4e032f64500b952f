//! A source file to rows.

use super::table::{Extra, Row};
use super::{RuleError, RuleFile, clauses, known_place};
use crate::places::PlaceNames;
use redzone_index::rules::{
    ChartRow, Clause, EccnRow, Event, Follows, GroupRow, Groups, Jurisdiction, Level, ListEffect, Marks, PackMeta, Place, PlaceTable,
    Provenance, Rule, Rules, Scope, Test, Text, Tone,
};
use std::collections::BTreeMap;

/// All rows of all files.
#[derive(Default)]
pub(super) struct Sources {
    pub(super) meta: Option<PackMeta>,
    /// Places that stand in neither EAR table, on purpose.
    pub(super) in_no_table: Vec<Place>,
    pub(super) groups: Vec<GroupRow>,
    pub(super) chart: Vec<ChartRow>,
    pub(super) follows: Vec<Follows>,
    pub(super) rules: Vec<Rule>,
    pub(super) eccns: Vec<EccnRow>,
    pub(super) clauses: Vec<Clause>,
    pub(super) effects: Vec<ListEffect>,
    pub(super) events: Vec<Event>,
    pub(super) extras: BTreeMap<Text, Extra>,
}

pub(super) const LEVELS: [(&str, Level); 4] = [
    ("note", Level::Note),
    ("exception-may-apply", Level::ExceptionMayApply),
    ("license-needed", Level::LicenseNeeded),
    ("prohibited", Level::Prohibited),
];

pub(super) const SCOPES: [(&str, Scope); 6] = [
    ("all-items", Scope::AllItems),
    ("listed-items", Scope::ListedItems),
    ("advanced-computing", Scope::AdvancedComputing),
    ("defence-articles", Scope::DefenceArticles),
    ("parties", Scope::Parties),
    ("end-use", Scope::EndUse),
];

pub(super) const JURISDICTIONS: [(&str, Jurisdiction); 5] = [
    ("US", Jurisdiction::Us),
    ("UN", Jurisdiction::Un),
    ("EU", Jurisdiction::Eu),
    ("GB", Jurisdiction::Gb),
    ("other", Jurisdiction::Other),
];

const TONES: [(&str, Tone); 6] = [
    ("stop", Tone::Stop),
    ("license", Tone::License),
    ("limited", Tone::Limited),
    ("read-entry", Tone::ReadEntry),
    ("caution", Tone::Caution),
    ("conflict", Tone::Conflict),
];

/// Reads one file into `sources`.
///
/// # Errors
/// The first thing in it that is not in form.
pub(super) fn read(file: &RuleFile, names: &PlaceNames, sources: &mut Sources) -> Result<(), RuleError> {
    let whole = |why: String| RuleError { file: file.name.clone(), row: String::new(), why };
    let tables: toml::Table = file.text.parse().map_err(|why: toml::de::Error| whole(why.to_string()))?;
    let empty = toml::Table::new();
    let default = tables.get("default").and_then(toml::Value::as_table).unwrap_or(&empty);
    for (kind, rows) in &tables {
        match (kind.as_str(), rows) {
            ("default", toml::Value::Table(_)) => {}
            ("pack", toml::Value::Table(row)) => sources.pack(Row::new(&file.name, row, &empty)?, names)?,
            (_, toml::Value::Array(rows)) => {
                for row in rows {
                    let own = row.as_table().ok_or_else(|| whole(format!("{kind}: expected a table, found {row}")))?;
                    sources.row(kind, Row::new(&file.name, own, default)?, names)?;
                }
            }
            _ => return Err(whole(format!("{kind:?}: expected [pack], [default] or rows"))),
        }
    }
    Ok(())
}

impl Sources {
    fn pack(&mut self, mut row: Row<'_>, names: &PlaceNames) -> Result<(), RuleError> {
        if self.meta.is_some() {
            return Err(row.wrong("a second [pack]: a rule pack has one"));
        }
        self.in_no_table = places(&mut row, "in_no_table", names)?;
        self.meta = Some(PackMeta {
            id: row.need("id")?.into(),
            as_of: row.need_date("as_of")?,
            review_by: row.need_date("review_by")?,
            covers_from: row.need_date("covers_from")?,
        });
        row.end()
    }

    fn row(&mut self, kind: &str, mut row: Row<'_>, names: &PlaceNames) -> Result<(), RuleError> {
        let (from, extra) = row.provenance()?;
        if self.extras.insert(from.id.clone(), extra).is_some() {
            return Err(row.wrong("a second row with this id: ids are unique in the whole pack"));
        }
        match kind {
            "group" => self.groups.push(GroupRow { place: place(&mut row, "place", names)?, groups: groups(&mut row, "groups")?, from }),
            "chart" => self.chart.push(chart(&mut row, from, names)?),
            "follows" => {
                let (place, follows) = (place(&mut row, "place", names)?, place(&mut row, "follows", names)?);
                self.follows.push(Follows { place, follows, from });
            }
            "rule" => self.rules.push(rule(&mut row, from, names)?),
            "eccn" => self.eccns.push(clauses::eccn(&mut row, from)?),
            "list" => self.effects.push(effect(&mut row, from)?),
            "event" => self.events.push(event(&mut row, from, names)?),
            other => match clauses::kind(other) {
                Some(kind) => self.clauses.push(clauses::clause(kind, &mut row, from)?),
                None => return Err(row.wrong(format!("{other:?} is no kind of row: see lists/rules/README.md"))),
            },
        }
        row.end()
    }

    /// The pack, not yet with its register.
    ///
    /// # Errors
    /// When no file had a `[pack]`.
    pub(super) fn into_rules(self, names: PlaceTable) -> Result<Rules, RuleError> {
        let missing =
            || RuleError { file: String::new(), row: String::new(), why: "no file has a [pack] table: pack.toml is missing".into() };
        let meta = self.meta.ok_or_else(missing)?;
        let Sources { groups, chart, follows, rules, eccns, clauses, effects, events, .. } = self;
        Ok(Rules { meta, groups, chart, follows, rules, eccns, clauses, effects, events, register: Vec::new(), names })
    }
}

fn place(row: &mut Row<'_>, key: &str, names: &PlaceNames) -> Result<Place, RuleError> {
    let code = row.need(key)?;
    known_place(&code, names).map_err(|why| row.wrong(format!("{key}: {why}")))
}

fn places(row: &mut Row<'_>, key: &str, names: &PlaceNames) -> Result<Vec<Place>, RuleError> {
    let codes = row.take(key)?.unwrap_or_default();
    let known = codes.split_whitespace().map(|code| known_place(code, names)).collect::<Result<Vec<Place>, String>>();
    known.map_err(|why| row.wrong(format!("{key}: {why}")))
}

fn groups(row: &mut Row<'_>, key: &str) -> Result<Groups, RuleError> {
    let written = row.take(key)?.unwrap_or_default();
    Groups::parse(&written).map_err(|name| row.wrong(format!("{key}: {name:?} is no country group of 15 CFR 740 Supp. 1")))
}

fn chart(row: &mut Row<'_>, from: Provenance, names: &PlaceNames) -> Result<ChartRow, RuleError> {
    let written = row.take("marks")?.unwrap_or_default();
    let marks = Marks::parse(&written).map_err(|name| row.wrong(format!("marks: {name:?} is no column of 15 CFR 738 Supp. 1")))?;
    let written = row.take("footnotes")?.unwrap_or_default();
    let footnotes = written.split_whitespace().map(str::parse).collect::<Result<Vec<u8>, _>>();
    let footnotes = footnotes.map_err(|_| row.wrong(format!("footnotes: expected numbers, found {written:?}")))?;
    Ok(ChartRow { place: place(row, "place", names)?, marks, footnotes, from })
}

fn rule(row: &mut Row<'_>, from: Provenance, names: &PlaceNames) -> Result<Rule, RuleError> {
    let rule = Rule {
        jurisdiction: row.word("jurisdiction", &JURISDICTIONS)?,
        authority: row.need("authority")?.into(),
        kind: row.need("kind")?.into(),
        test: row.word("test", &[("destination", Test::Destination), ("headquarters", Test::Headquarters)])?,
        places: places(row, "places", names)?,
        groups: groups(row, "groups")?,
        except: groups(row, "except")?,
        level: row.word("level", &LEVELS)?,
        scope: row.word("scope", &SCOPES)?,
        items: row.words("items")?,
        title: row.need("title")?.into(),
        says: row.need("says")?.into(),
        next_step: row.need("next_step")?.into(),
        from,
    };
    if rule.places.is_empty() && rule.groups.is_empty() {
        return Err(row.wrong("the rule names no place and no group: it would never be asked"));
    }
    Ok(rule)
}

fn effect(row: &mut Row<'_>, from: Provenance) -> Result<ListEffect, RuleError> {
    Ok(ListEffect {
        code: row.need("code")?.into(),
        lists: row.words("lists")?,
        name: row.need("name")?.into(),
        authority: row.need("authority")?.into(),
        meaning: row.need("meaning")?.into(),
        effect: row.need("effect")?.into(),
        ownership: row.text("ownership")?,
        next_step: row.need("next_step")?.into(),
        tone: row.word("tone", &TONES)?,
        from,
    })
}

fn event(row: &mut Row<'_>, from: Provenance, names: &PlaceNames) -> Result<Event, RuleError> {
    Ok(Event {
        date: row.need_date("date")?,
        event: row.need("event")?.into(),
        affects: row.text("affects")?,
        places: places(row, "places", names)?,
        standing: row.need("standing")?.into(),
        from,
    })
}
