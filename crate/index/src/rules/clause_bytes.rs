//! Clauses and entries of the Commerce Control List to bytes and back.

use super::bytes::{JURISDICTIONS, LEVELS, NO_YES, read_list, read_one_of, read_provenance, write_one_of, write_provenance};
use super::texts::{TextReader, TextTable};
use super::{CLAUSE_KINDS, Clause, Condition, EccnRow, FACTS, Marks};
use crate::{ByteReader, ByteWriter, Error};

pub(super) fn write_eccn(row: &EccnRow, texts: &TextTable<'_>, out: &mut ByteWriter) {
    texts.write(&[&row.eccn], out);
    out.u16(row.all.bits());
    out.u16(row.some.bits());
    texts.write_list(&row.beyond, out);
    write_provenance(&row.from, texts, out);
}

pub(super) fn read_eccn(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<EccnRow, Error> {
    Ok(EccnRow {
        eccn: texts.read(reader)?,
        all: Marks::from_bits(reader.u16()?),
        some: Marks::from_bits(reader.u16()?),
        beyond: texts.read_list(reader)?,
        from: read_provenance(reader, texts)?,
    })
}

pub(super) fn write_clause(row: &Clause, texts: &TextTable<'_>, out: &mut ByteWriter) {
    write_one_of(row.kind, &CLAUSE_KINDS, out);
    write_one_of(row.jurisdiction, &JURISDICTIONS, out);
    write_one_of(row.level, &LEVELS, out);
    out.count(row.when.len());
    for condition in &row.when {
        write_one_of(condition.fact, &FACTS.map(|(_, fact)| fact), out);
        write_one_of(condition.not, &NO_YES, out);
        texts.write_list(&condition.values, out);
    }
    texts.write_list(&row.refs, out);
    texts.write(&[&row.code, &row.authority, &row.title, &row.says, &row.more, &row.next_step], out);
    write_provenance(&row.from, texts, out);
}

pub(super) fn read_clause(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<Clause, Error> {
    Ok(Clause {
        kind: read_one_of(reader, &CLAUSE_KINDS)?,
        jurisdiction: read_one_of(reader, &JURISDICTIONS)?,
        level: read_one_of(reader, &LEVELS)?,
        when: read_list(reader, |reader| read_condition(reader, texts))?,
        refs: texts.read_list(reader)?,
        code: texts.read(reader)?,
        authority: texts.read(reader)?,
        title: texts.read(reader)?,
        says: texts.read(reader)?,
        more: texts.read(reader)?,
        next_step: texts.read(reader)?,
        from: read_provenance(reader, texts)?,
    })
}

fn read_condition(reader: &mut ByteReader<'_>, texts: &TextReader) -> Result<Condition, Error> {
    Ok(Condition {
        fact: read_one_of(reader, &FACTS.map(|(_, fact)| fact))?,
        not: read_one_of(reader, &NO_YES)?,
        values: texts.read_list(reader)?,
    })
}
