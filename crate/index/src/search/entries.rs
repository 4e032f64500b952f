//! The entries section: kind, countries and birth dates of every entry.
//!
//! Blocks, each with its length before it: kinds, country table, country counts, countries, born counts, born.

use crate::{ByteReader, ByteWriter, Columns, Country, Date, DateSpan, Error, PartyKind};

const WHAT: &str = "the entries section";

/// The kinds by their number in the file.
const KINDS: [PartyKind; 6] =
    [PartyKind::Unstated, PartyKind::Individual, PartyKind::Entity, PartyKind::Vessel, PartyKind::Aircraft, PartyKind::Address];

pub(super) fn write(columns: &Columns) -> Vec<u8> {
    let mut table: Vec<Country> = columns.countries.clone();
    table.sort_unstable();
    table.dedup();
    let mut blocks: [ByteWriter; 6] = Default::default();
    let [kinds, names, country_counts, countries, born_counts, born] = &mut blocks;
    for country in &table {
        names.raw(country.as_str().as_bytes());
    }
    for entry in 0..columns.entry_count() as u32 {
        kinds.u8(KINDS.iter().position(|kind| *kind == columns.entry_kinds[entry as usize]).unwrap_or(0) as u8);
        country_counts.count(columns.countries_of(entry).len());
        for country in columns.countries_of(entry) {
            countries.count(table.binary_search(country).unwrap_or(0));
        }
        born_counts.count(columns.born_of(entry).len());
        for span in columns.born_of(entry) {
            write_span(born, span);
        }
    }
    let mut out = ByteWriter::new();
    for block in blocks {
        out.block(&block.into_bytes());
    }
    out.into_bytes()
}

pub(super) fn read(section: &[u8], columns: &mut Columns) -> Result<(), Error> {
    let mut reader = ByteReader::new(section, WHAT);
    let mut block = || reader.block().map(|bytes| ByteReader::new(bytes, WHAT));
    let (mut kinds, mut names, mut country_counts) = (block()?, block()?, block()?);
    let (mut countries, mut born_counts, mut born) = (block()?, block()?, block()?);
    reader.end()?;
    let mut table: Vec<Country> = Vec::new();
    while names.left() > 0 {
        let code = names.raw(2)?;
        let country = std::str::from_utf8(code).ok().and_then(Country::from_code).filter(|country| country.as_str().as_bytes() == code);
        match country {
            Some(country) if table.last().is_none_or(|last| *last < country) => table.push(country),
            _ => return Err(names.error("the countries are not two capital letters each, in order")),
        }
    }
    columns.entry_country_starts = vec![0];
    columns.entry_born_starts = vec![0];
    for _ in 0..columns.entry_names.len() - 1 {
        let kind = kinds.u8()?;
        columns.entry_kinds.push(*KINDS.get(usize::from(kind)).ok_or_else(|| kinds.error(format_args!("there is no kind {kind}")))?);
        for _ in 0..country_counts.varint32()? {
            let at = countries.varint32()?;
            columns.countries.push(*table.get(at as usize).ok_or_else(|| countries.error(format_args!("there is no country {at}")))?);
        }
        columns.entry_country_starts.push(columns.countries.len() as u32);
        for _ in 0..born_counts.varint32()? {
            columns.born.push(read_span(&mut born)?);
        }
        columns.entry_born_starts.push(columns.born.len() as u32);
    }
    for column in [kinds, country_counts, countries, born_counts, born] {
        column.end()?;
    }
    Ok(())
}

/// A span: circa (0 or 1), first day, and how many days later the last is. Days are counted from 0001-01-01.
pub(crate) fn write_span(out: &mut ByteWriter, span: &DateSpan) {
    let (from, to) = (span.from.day_number(), span.to.day_number());
    out.u8(u8::from(span.circa));
    out.varint(from.max(0) as u64);
    out.varint((to - from).max(0) as u64);
}

/// Reads what [`write_span`] wrote.
pub(crate) fn read_span(reader: &mut ByteReader<'_>) -> Result<DateSpan, Error> {
    let circa = reader.number(1)? == 1;
    let first = reader.number(LAST_DAY)?;
    let last = first + reader.number(LAST_DAY - first)?;
    Ok(DateSpan { from: day(reader, first)?, to: day(reader, last)?, circa })
}

/// 9999-12-31, in days from 0001-01-01.
const LAST_DAY: u32 = 3_652_058;

fn day(reader: &ByteReader<'_>, number: u32) -> Result<Date, Error> {
    Date::from_day_number(number as i32).ok_or_else(|| reader.error(format_args!("there is no day {number}")))
}

/// A day, from 0001-01-01.
pub(crate) fn read_day(reader: &mut ByteReader<'_>) -> Result<Date, Error> {
    let number = reader.number(LAST_DAY)?;
    day(reader, number)
}
