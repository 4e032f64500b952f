//! The texts of a pack, each once: rows name them by number.

use super::bytes::{read_list, read_origin, write_origin};
use super::{Provenance, Rules, Text};
use crate::{ByteReader, ByteWriter, Error};

/// All texts of a pack, sorted by their bytes, and the origins that rows share.
pub(super) struct TextTable<'a> {
    sorted: Vec<&'a str>,
    /// Each distinct origin as its bytes, sorted.
    origins: Vec<Vec<u8>>,
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
        let mut table = TextTable { sorted, origins: Vec::new() };
        table.origins = rules.rows().map(|from| table.origin_bytes(from)).collect();
        table.origins.sort_unstable();
        table.origins.dedup();
        table
    }

    fn origin_bytes(&self, from: &Provenance) -> Vec<u8> {
        let mut out = ByteWriter::new();
        write_origin(from, self, &mut out);
        out.into_bytes()
    }

    /// The number of a row's origin; as [`TextTable::number`].
    pub(super) fn origin(&self, from: &Provenance) -> usize {
        self.origins.binary_search(&self.origin_bytes(from)).unwrap_or(self.origins.len())
    }

    /// The distinct origins.
    pub(super) fn origins_to_bytes(&self) -> Vec<u8> {
        let mut out = ByteWriter::new();
        out.count(self.origins.len());
        self.origins.iter().for_each(|origin| out.raw(origin));
        out.into_bytes()
    }

    /// One bit a text: whether it is in the register. The register is sorted by its bytes, as the texts are.
    pub(super) fn register_to_bytes(&self, register: &[Text]) -> Vec<u8> {
        let mut bits = vec![0u8; self.sorted.len().div_ceil(8)];
        for id in register {
            let at = self.number(id);
            if let Some(byte) = bits.get_mut(at / 8) {
                *byte |= 1 << (at % 8);
            }
        }
        let mut out = ByteWriter::new();
        out.raw(&bits);
        out.into_bytes()
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
        self.sorted.iter().for_each(|text| out.ended(text.as_bytes()));
        out.into_bytes()
    }
}

/// The texts as read.
pub(super) struct TextReader {
    texts: Vec<Text>,
    origins: Vec<Provenance>,
}

impl TextReader {
    pub(super) fn new(mut reader: ByteReader<'_>) -> Result<TextReader, Error> {
        let text = |reader: &mut ByteReader<'_>| {
            let bytes = reader.ended()?;
            std::str::from_utf8(bytes).map(Text::from).map_err(|_| reader.error("a text is not UTF-8"))
        };
        let texts = read_list(&mut reader, text)?;
        reader.end()?;
        Ok(TextReader { texts, origins: Vec::new() })
    }

    /// Reads the origins that rows share.
    pub(super) fn read_origins(&mut self, mut reader: ByteReader<'_>) -> Result<(), Error> {
        let origins = read_list(&mut reader, |reader| read_origin(reader, self))?;
        reader.end()?;
        self.origins = origins;
        Ok(())
    }

    /// The origin whose number stands next, for the row with that id.
    pub(super) fn origin(&self, id: Text, reader: &mut ByteReader<'_>) -> Result<Provenance, Error> {
        let number = reader.varint32()?;
        let origin = self.origins.get(number as usize).cloned();
        let origin = origin.ok_or_else(|| reader.error(format_args!("it names origin {number} of {}", self.origins.len())))?;
        Ok(Provenance { id, ..origin })
    }

    /// The register, one bit a text.
    pub(super) fn read_register(&self, mut reader: ByteReader<'_>) -> Result<Vec<Text>, Error> {
        let bits = reader.raw(self.texts.len().div_ceil(8))?;
        reader.end()?;
        let set = |at: usize| bits.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1);
        if (self.texts.len()..bits.len() * 8).any(set) {
            return Err(reader.error("the register has a bit for a text that is not there"));
        }
        Ok(self.texts.iter().enumerate().filter(|(at, _)| set(*at)).map(|(_, text)| text.clone()).collect())
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
