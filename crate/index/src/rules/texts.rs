//! The texts of a pack, each once: rows name them by number.

use super::bytes::read_list;
use super::{Rules, Text};
use crate::{ByteReader, ByteWriter, Error};

/// All texts of a pack, sorted by their bytes.
pub(super) struct TextTable<'a> {
    sorted: Vec<&'a str>,
}

impl<'a> TextTable<'a> {
    pub(super) fn of(rules: &'a Rules) -> TextTable<'a> {
        let mut sorted: Vec<&str> = vec![&rules.meta.id];
        sorted.extend(rules.register.iter().map(Text::as_ref));
        for from in rules.rows() {
            sorted.extend([&from.id, &from.citation, &from.source, &from.note].map(Text::as_ref));
        }
        for row in &rules.rules {
            sorted.extend([&row.authority, &row.kind, &row.title, &row.says, &row.next_step].map(Text::as_ref));
            sorted.extend(row.items.iter().map(Text::as_ref));
        }
        for row in &rules.eccns {
            sorted.push(&row.eccn);
            sorted.extend(row.beyond.iter().map(Text::as_ref));
        }
        for row in &rules.clauses {
            sorted.extend([&row.code, &row.authority, &row.title, &row.says, &row.more, &row.next_step].map(Text::as_ref));
            sorted.extend(row.refs.iter().chain(row.when.iter().flat_map(|condition| &condition.values)).map(Text::as_ref));
        }
        for row in &rules.effects {
            sorted.extend([&row.code, &row.name, &row.authority, &row.meaning, &row.effect, &row.ownership].map(Text::as_ref));
            sorted.push(&row.next_step);
            sorted.extend(row.lists.iter().map(Text::as_ref));
        }
        for row in &rules.events {
            sorted.extend([&row.event, &row.affects, &row.standing].map(Text::as_ref));
        }
        sorted.sort_unstable();
        sorted.dedup();
        TextTable { sorted }
    }

    /// The number of a text of the pack. [`TextTable::of`] has them all: a number past the end would be refused on reading.
    pub(super) fn number(&self, text: &str) -> usize {
        self.sorted.binary_search(&text).unwrap_or(self.sorted.len())
    }

    /// The numbers of some texts.
    pub(super) fn write(&self, texts: &[&Text], out: &mut ByteWriter) {
        texts.iter().for_each(|text| out.count(self.number(text)));
    }

    /// How many texts, and their numbers.
    pub(super) fn write_list(&self, texts: &[Text], out: &mut ByteWriter) {
        out.count(texts.len());
        texts.iter().for_each(|text| out.count(self.number(text)));
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = ByteWriter::new();
        out.count(self.sorted.len());
        self.sorted.iter().for_each(|text| out.text(text));
        out.into_bytes()
    }
}

/// The texts as read.
pub(super) struct TextReader {
    texts: Vec<Text>,
}

impl TextReader {
    pub(super) fn new(mut reader: ByteReader<'_>) -> Result<TextReader, Error> {
        let texts = read_list(&mut reader, |reader| reader.text().map(Text::from))?;
        reader.end()?;
        Ok(TextReader { texts })
    }

    /// A list of texts.
    pub(super) fn read_list(&self, reader: &mut ByteReader<'_>) -> Result<Vec<Text>, Error> {
        read_list(reader, |reader| self.read(reader))
    }

    /// The text whose number stands next.
    pub(super) fn read(&self, reader: &mut ByteReader<'_>) -> Result<Text, Error> {
        let number = reader.varint32()?;
        let text = self.texts.get(number as usize).cloned();
        text.ok_or_else(|| reader.error(format_args!("it names text {number} of {}", self.texts.len())))
    }
}
