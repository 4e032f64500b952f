//! A rule pack to the bytes of its file and back. The layout is in `FORMAT-rules.md`, a part of `FORMAT.md`; writer and reader of each part stand side by side and in one order.

use super::clause_bytes::{read_clause, read_eccn, write_clause, write_eccn};
use super::texts::{TextReader, TextTable};
use super::{
    ChartRow, Confidence, Event, Follows, GroupRow, Groups, Jurisdiction, Level, ListEffect, Marks, PackMeta, Place, Provenance, Rule,
    Rules, Scope, State, Test, Then, Tone, Validity, names,
};
use crate::sections::{Part, Sections, Tag, write_sections};
use crate::{ByteReader, ByteWriter, Country, Date, Error};

const TEXTS: Tag = *b"text";
const ORIGINS: Tag = *b"orig";
const META: Tag = *b"meta";
const GROUPS: Tag = *b"grps";
const CHART: Tag = *b"chrt";
const FOLLOWS: Tag = *b"flws";
const RULES: Tag = *b"rule";
const ECCNS: Tag = *b"ccl ";
const CLAUSES: Tag = *b"clau";
const EFFECTS: Tag = *b"effs";
const EVENTS: Tag = *b"evnt";
const REGISTER: Tag = *b"regs";
const NAMES: Tag = *b"plcs";

impl Rules {
    /// The pack as one file. The same pack gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let texts = TextTable::of(self);
        let meta = {
            let mut out = ByteWriter::new();
            out.count(texts.number(&self.meta.id));
            for date in [self.meta.as_of, self.meta.review_by, self.meta.covers_from] {
                write_date(&mut out, date);
            }
            out.into_bytes()
        };
        write_sections(
            Part::Rules,
            &[
                (TEXTS, texts.to_bytes()),
                (ORIGINS, texts.origins_to_bytes()),
                (META, meta),
                (GROUPS, rows(&self.groups, |row, out| write_group(row, &texts, out))),
                (CHART, rows(&self.chart, |row, out| write_chart(row, &texts, out))),
                (FOLLOWS, rows(&self.follows, |row, out| write_follows(row, &texts, out))),
                (RULES, rows(&self.rules, |row, out| write_rule(row, &texts, out))),
                (ECCNS, rows(&self.eccns, |row, out| write_eccn(row, &texts, out))),
                (CLAUSES, rows(&self.clauses, |row, out| write_clause(row, &texts, out))),
                (EFFECTS, rows(&self.effects, |row, out| write_effect(row, &texts, out))),
                (EVENTS, rows(&self.events, |row, out| write_event(row, &texts, out))),
                (REGISTER, texts.register_to_bytes(&self.register)),
                (NAMES, names::to_bytes(&self.names)),
            ],
        )
    }

    /// Reads a file that [`Rules::to_bytes`] wrote. Any bytes are fine: what is not in form is an error, never a panic, and
    /// never a pack with fewer rows.
    ///
    /// # Errors
    /// `Malformed`, `Version`, `Fold` or `Digest`, naming the section and what is wrong with it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Rules, Error> {
        let sections = Sections::read(Part::Rules, bytes)?;
        sections.only(&[TEXTS, ORIGINS, META, GROUPS, CHART, FOLLOWS, RULES, ECCNS, CLAUSES, EFFECTS, EVENTS, REGISTER, NAMES])?;
        let mut texts = TextReader::new(ByteReader::new(sections.get(&TEXTS)?, "the texts of the rules"))?;
        texts.read_origins(ByteReader::new(sections.get(&ORIGINS)?, "the origins of the rules"))?;
        let texts = texts;
        let mut meta = ByteReader::new(sections.get(&META)?, "the head of the rules");
        let id = texts.read(&mut meta)?;
        let meta_dates = [read_date(&mut meta)?, read_date(&mut meta)?, read_date(&mut meta)?];
        meta.end()?;
        let [as_of, review_by, covers_from] = meta_dates;
        Ok(Rules {
            meta: PackMeta { id, as_of, review_by, covers_from },
            groups: read_rows(sections.get(&GROUPS)?, "the country groups", |reader| read_group(reader, &texts))?,
            chart: read_rows(sections.get(&CHART)?, "the country chart", |reader| read_chart(reader, &texts))?,
            follows: read_rows(sections.get(&FOLLOWS)?, "the places that follow others", |reader| read_follows(reader, &texts))?,
            rules: read_rows(sections.get(&RULES)?, "the rules on places", |reader| read_rule(reader, &texts))?,
            eccns: read_rows(sections.get(&ECCNS)?, "the Commerce Control List", |reader| read_eccn(reader, &texts))?,
            clauses: read_rows(sections.get(&CLAUSES)?, "the clauses", |reader| read_clause(reader, &texts))?,
            effects: read_rows(sections.get(&EFFECTS)?, "what lists do", |reader| read_effect(reader, &texts))?,
            events: read_rows(sections.get(&EVENTS)?, "the events", |reader| read_event(reader, &texts))?,
            register: texts.read_register(ByteReader::new(sections.get(&REGISTER)?, "the register of rows"))?,
            names: names::from_bytes(sections.get(&NAMES)?)?,
        })
    }
}

fn rows<T>(rows: &[T], mut write: impl FnMut(&T, &mut ByteWriter)) -> Vec<u8> {
    let mut out = ByteWriter::new();
    out.count(rows.len());
    rows.iter().for_each(|row| write(row, &mut out));
    out.into_bytes()
}

fn read_rows<T>(bytes: &[u8], what: &'static str, read: impl Fn(&mut ByteReader<'_>) -> Result<T, Error>) -> Result<Vec<T>, Error> {
    let mut reader = ByteReader::new(bytes, what);
    let rows = read_list(&mut reader, read)?;
    reader.end()?;
    Ok(rows)
}

pub(super) fn read_list<T>(
    reader: &mut ByteReader<'_>,
    mut read: impl FnMut(&mut ByteReader<'_>) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let count = reader.count()?;
    (0..count).map(|_| read(reader)).collect()
}

fn write_date(out: &mut ByteWriter, date: Date) {
    out.varint(date.day_number().unsigned_abs().into());
}

fn read_date(reader: &mut ByteReader<'_>) -> Result<Date, Error> {
    let number = reader.varint32()?;
    let date = i32::try_from(number).ok().and_then(Date::from_day_number);
    date.ok_or_else(|| reader.error(format_args!("{number} is the number of no day")))
}

fn write_limit(out: &mut ByteWriter, date: Option<Date>) {
    out.u8(date.is_some().into());
    date.into_iter().for_each(|date| write_date(out, date));
}

fn read_limit(reader: &mut ByteReader<'_>) -> Result<Option<Date>, Error> {
    match reader.u8()? {
        0 => Ok(None),
        1 => read_date(reader).map(Some),
        other => Err(reader.error(format_args!("{other} says neither that a day follows nor that none does"))),
    }
}

/// One of few, by its place. `choices` has them all: a number past the end would be refused on reading.
pub(super) fn write_one_of<T: PartialEq>(value: T, choices: &[T], out: &mut ByteWriter) {
    out.u8(choices.iter().position(|choice| *choice == value).map_or(u8::MAX, |at| at as u8));
}

pub(super) fn read_one_of<T: Copy>(reader: &mut ByteReader<'_>, choices: &[T]) -> Result<T, Error> {
    let number = reader.u8()?;
    let choice = choices.get(usize::from(number)).copied();
    choice.ok_or_else(|| reader.error(format_args!("{number} is no choice of {}", choices.len())))
}

const STATES: [State; 3] = [State::Printed, State::Enforced, State::Announced];
const CONFIDENCES: [Confidence; 2] = [Confidence::Verified, Confidence::Unverified];
const THENS: [Then; 2] = [Then::Over, Then::Unknown];
pub(super) const NO_YES: [bool; 2] = [false, true];
pub(super) const JURISDICTIONS: [Jurisdiction; 5] =
    [Jurisdiction::Us, Jurisdiction::Un, Jurisdiction::Eu, Jurisdiction::Gb, Jurisdiction::Other];
const TESTS: [Test; 2] = [Test::Destination, Test::Headquarters];
pub(super) const LEVELS: [Level; 4] = [Level::Note, Level::ExceptionMayApply, Level::LicenseNeeded, Level::Prohibited];
const SCOPES: [Scope; 6] =
    [Scope::AllItems, Scope::ListedItems, Scope::AdvancedComputing, Scope::DefenceArticles, Scope::Parties, Scope::EndUse];
const TONES: [Tone; 6] = [Tone::Stop, Tone::License, Tone::Limited, Tone::ReadEntry, Tone::Caution, Tone::Conflict];

pub(super) fn write_provenance(from: &Provenance, texts: &TextTable<'_>, out: &mut ByteWriter) {
    texts.write(&[&from.id], out);
    out.count(texts.origin(from));
}

pub(super) fn read_provenance(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<Provenance, Error> {
    let id = texts.read(reader)?;
    texts.origin(id, reader)
}

/// All of a row's provenance but its id.
pub(super) fn write_origin(from: &Provenance, texts: &TextTable<'_>, out: &mut ByteWriter) {
    texts.write(&[&from.citation, &from.source, &from.note], out);
    write_date(out, from.as_of);
    write_one_of(from.state, &STATES, out);
    write_one_of(from.confidence, &CONFIDENCES, out);
    write_limit(out, from.valid.from);
    write_limit(out, from.valid.to);
    write_one_of(from.valid.then, &THENS, out);
    write_one_of(from.valid.moving, &NO_YES, out);
}

pub(super) fn read_origin(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<Provenance, Error> {
    let [citation, source, note] = [texts.read(reader)?, texts.read(reader)?, texts.read(reader)?];
    let as_of = read_date(reader)?;
    let state = read_one_of(reader, &STATES)?;
    let confidence = read_one_of(reader, &CONFIDENCES)?;
    let (from, to) = (read_limit(reader)?, read_limit(reader)?);
    let then = read_one_of(reader, &THENS)?;
    let moving = read_one_of(reader, &NO_YES)?;
    Ok(Provenance { id: "".into(), citation, source, as_of, state, confidence, valid: Validity { from, to, then, moving }, note })
}

pub(super) fn write_place(place: Place, out: &mut ByteWriter) {
    out.raw(place.country.as_str().as_bytes());
    out.text(&place.region.map(|region| region.to_string()).unwrap_or_default());
}

pub(super) fn read_place(reader: &mut ByteReader<'_>) -> Result<Place, Error> {
    let country = std::str::from_utf8(reader.raw(2)?).ok().filter(|code| code.bytes().all(|b| b.is_ascii_uppercase()));
    let country = country.and_then(Country::from_code).ok_or_else(|| reader.error("a country is not two capital letters"))?;
    match reader.text()? {
        "" => Ok(Place { country, region: None }),
        region => Place::parse(&format!("{country}-{region}")).ok_or_else(|| reader.error(format_args!("{region:?} is no region's code"))),
    }
}

fn write_places(places: &[Place], out: &mut ByteWriter) {
    out.count(places.len());
    places.iter().for_each(|&place| write_place(place, out));
}

fn read_groups(reader: &mut ByteReader<'_>) -> Result<Groups, Error> {
    let bits = reader.u16()?;
    Groups::from_bits(bits).ok_or_else(|| reader.error(format_args!("{bits:#x} has bits for more groups than there are")))
}

fn write_group(row: &GroupRow, texts: &TextTable<'_>, out: &mut ByteWriter) {
    write_place(row.place, out);
    out.u16(row.groups.bits());
    write_provenance(&row.from, texts, out);
}

fn read_group(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<GroupRow, Error> {
    Ok(GroupRow { place: read_place(reader)?, groups: read_groups(reader)?, from: read_provenance(reader, texts)? })
}

fn write_chart(row: &ChartRow, texts: &TextTable<'_>, out: &mut ByteWriter) {
    write_place(row.place, out);
    out.u16(row.marks.bits());
    out.block(&row.footnotes);
    write_provenance(&row.from, texts, out);
}

fn read_chart(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<ChartRow, Error> {
    let place = read_place(reader)?;
    let marks = Marks::from_bits(reader.u16()?);
    let footnotes = reader.block()?.to_vec();
    Ok(ChartRow { place, marks, footnotes, from: read_provenance(reader, texts)? })
}

fn write_follows(row: &Follows, texts: &TextTable<'_>, out: &mut ByteWriter) {
    write_place(row.place, out);
    write_place(row.follows, out);
    write_provenance(&row.from, texts, out);
}

fn read_follows(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<Follows, Error> {
    Ok(Follows { place: read_place(reader)?, follows: read_place(reader)?, from: read_provenance(reader, texts)? })
}

fn write_rule(row: &Rule, texts: &TextTable<'_>, out: &mut ByteWriter) {
    write_one_of(row.jurisdiction, &JURISDICTIONS, out);
    write_one_of(row.test, &TESTS, out);
    write_one_of(row.level, &LEVELS, out);
    write_one_of(row.scope, &SCOPES, out);
    write_places(&row.places, out);
    out.u16(row.groups.bits());
    out.u16(row.except.bits());
    texts.write_list(&row.items, out);
    texts.write(&[&row.authority, &row.kind, &row.title, &row.says, &row.next_step], out);
    write_provenance(&row.from, texts, out);
}

fn read_rule(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<Rule, Error> {
    Ok(Rule {
        jurisdiction: read_one_of(reader, &JURISDICTIONS)?,
        test: read_one_of(reader, &TESTS)?,
        level: read_one_of(reader, &LEVELS)?,
        scope: read_one_of(reader, &SCOPES)?,
        places: read_list(reader, read_place)?,
        groups: read_groups(reader)?,
        except: read_groups(reader)?,
        items: texts.read_list(reader)?,
        authority: texts.read(reader)?,
        kind: texts.read(reader)?,
        title: texts.read(reader)?,
        says: texts.read(reader)?,
        next_step: texts.read(reader)?,
        from: read_provenance(reader, texts)?,
    })
}

fn write_effect(row: &ListEffect, texts: &TextTable<'_>, out: &mut ByteWriter) {
    write_one_of(row.tone, &TONES, out);
    texts.write_list(&row.lists, out);
    texts.write(&[&row.code, &row.name, &row.authority, &row.meaning, &row.effect, &row.ownership, &row.next_step], out);
    write_provenance(&row.from, texts, out);
}

fn read_effect(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<ListEffect, Error> {
    Ok(ListEffect {
        tone: read_one_of(reader, &TONES)?,
        lists: texts.read_list(reader)?,
        code: texts.read(reader)?,
        name: texts.read(reader)?,
        authority: texts.read(reader)?,
        meaning: texts.read(reader)?,
        effect: texts.read(reader)?,
        ownership: texts.read(reader)?,
        next_step: texts.read(reader)?,
        from: read_provenance(reader, texts)?,
    })
}

fn write_event(row: &Event, texts: &TextTable<'_>, out: &mut ByteWriter) {
    write_date(out, row.date);
    write_places(&row.places, out);
    texts.write(&[&row.event, &row.affects, &row.standing], out);
    write_provenance(&row.from, texts, out);
}

fn read_event(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<Event, Error> {
    Ok(Event {
        date: read_date(reader)?,
        places: read_list(reader, read_place)?,
        event: texts.read(reader)?,
        affects: texts.read(reader)?,
        standing: texts.read(reader)?,
        from: read_provenance(reader, texts)?,
    })
}
