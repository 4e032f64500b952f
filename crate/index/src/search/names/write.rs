//! Names to bytes. The blocks stand in the order in which `read` takes them.

use super::{AGAIN, AS_BEFORE, COMMON_FROM, KINDS, LONG_HEAD, NEAR, NEAREST, NEW, NO_VOWELS, ONE_BYTE, Ranks, SAME_PRINTED};
use crate::{ByteWriter, Columns, Error, ErrorKind, NameKind, WordNumber};
use std::collections::BTreeMap;

/// Writes the section.
pub(in crate::search) fn write(columns: &Columns) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::default();
    for entry in 0..columns.entry_count() as u32 {
        writer.entry(columns, entry)?;
    }
    let classes = writer.classes(columns.words.len());
    let [counts, heads, tails] = writer.ranked(&classes)?;
    let mut out = ByteWriter::new();
    out.count(columns.name_words.len());
    for block in [writer.names, writer.first_lengths, writer.lengths, writer.facts, writer.firsts, writer.ways, writer.steps] {
        out.block(&block.into_bytes());
    }
    for block in [classes, counts, heads, tails] {
        out.block(&block);
    }
    Ok(out.into_bytes())
}

#[derive(Default)]
struct Writer {
    names: ByteWriter,
    first_lengths: ByteWriter,
    lengths: ByteWriter,
    facts: ByteWriter,
    firsts: ByteWriter,
    ways: ByteWriter,
    steps: ByteWriter,
    /// The new words: word, the word before it, whether in a first name.
    new: Vec<(WordNumber, Option<WordNumber>, bool)>,
    last_first: WordNumber,
}

impl Writer {
    fn entry(&mut self, columns: &Columns, entry: u32) -> Result<(), Error> {
        let names = columns.names_of(entry);
        self.names.count(names.len());
        // The words of the entry so far, and of each the place among those written in full and the place in `said`.
        let mut said: Vec<WordNumber> = Vec::new();
        let mut full: BTreeMap<WordNumber, (u32, usize)> = BTreeMap::new();
        let mut written = 0;
        let mut last_name = 0;
        for name in names.clone() {
            let is_first = name == names.start;
            let words = columns.words_of(name);
            if is_first { &mut self.first_lengths } else { &mut self.lengths }.count(words.len());
            self.name_facts(columns, name, is_first);
            let (mut expected, start) = (last_name, said.len());
            for (at, &word) in words.iter().enumerate() {
                let before = at.checked_sub(1).map(|before| words[before]);
                let next = said.get(expected).copied();
                expected += 1;
                let step = next.map_or(i64::MAX, |next| i64::from(word) - i64::from(next));
                let again = full.get(&word).copied();
                match again {
                    _ if is_first && at == 0 => {
                        let step = word.checked_sub(self.last_first).ok_or_else(|| {
                            Error::new(ErrorKind::Input, "the entries are not in the order of an index: write them with write_list")
                        })?;
                        self.firsts.varint(u64::from(step));
                        self.last_first = word;
                    }
                    _ if is_first => self.new.push((word, before, true)),
                    _ if step == 0 => self.ways.varint(AS_BEFORE.into()),
                    Some((number, place)) => {
                        self.ways.varint(u64::from(AGAIN + number));
                        expected = place + 1;
                    }
                    None if step.abs() <= NEAREST => {
                        self.ways.varint(NEAR.into());
                        self.steps.signed(step);
                    }
                    None => {
                        self.ways.varint(NEW.into());
                        self.new.push((word, before, false));
                    }
                }
                if is_first || again.is_none() {
                    full.entry(word).or_insert((written, said.len()));
                    written += 1;
                }
                said.push(word);
            }
            last_name = start;
        }
        Ok(())
    }

    fn name_facts(&mut self, columns: &Columns, name: u32, is_first: bool) {
        let at = name as usize;
        let (kind, printed) = (columns.name_kinds[at], columns.name_printed[at]);
        let expected = if printed == 0 { NameKind::Primary } else { NameKind::Alias };
        let mut facts = match KINDS.iter().position(|other| *other == kind) {
            Some(number) if kind != expected => number as u8 + 1,
            _ => 0,
        };
        if !columns.name_vowels[at] {
            facts |= NO_VOWELS;
        }
        if !is_first && columns.name_printed[at - 1] == printed {
            facts |= SAME_PRINTED;
        }
        self.facts.u8(facts);
    }

    /// Each word's class: 0, or for a word used new often the power of two of its uses, less two.
    fn classes(&self, words: usize) -> Vec<u8> {
        let mut uses = vec![0u32; words];
        for (word, _, _) in &self.new {
            uses[*word as usize] += 1;
        }
        uses.into_iter().map(|uses| if uses < COMMON_FROM { 0 } else { uses.ilog2() as u8 - 2 }).collect()
    }

    /// The new words by context: how many in each, then all heads, then all tails.
    fn ranked(&self, classes: &[u8]) -> Result<[Vec<u8>; 3], Error> {
        let by_class = Ranks::from_classes(classes);
        let ranks = by_class.of_words();
        let mut contexts: Vec<(u64, ByteWriter, ByteWriter)> = vec![Default::default(); by_class.contexts()];
        for &(word, before, first_name) in &self.new {
            let (count, heads, tails) = &mut contexts[by_class.context(&ranks, before, first_name)];
            *count += 1;
            let rank = ranks[word as usize];
            match rank.checked_sub(ONE_BYTE).map(|over| (over >> 8, over)) {
                None => heads.u8(rank as u8),
                Some((high, over)) if high < u32::from(LONG_HEAD) - ONE_BYTE => {
                    heads.u8((ONE_BYTE + high) as u8);
                    tails.u8(over as u8);
                }
                Some((_, over)) if over < 1 << 24 => {
                    heads.u8(LONG_HEAD);
                    tails.raw(&over.to_le_bytes()[..3]);
                }
                Some(_) => return Err(Error::new(ErrorKind::Input, "the list has over 16 million distinct words: split it")),
            }
        }
        let (mut counts, mut heads, mut tails) = (ByteWriter::new(), Vec::new(), Vec::new());
        for (count, some_heads, some_tails) in contexts {
            counts.varint(count);
            heads.extend(some_heads.into_bytes());
            tails.extend(some_tails.into_bytes());
        }
        Ok([counts.into_bytes(), heads, tails])
    }
}
