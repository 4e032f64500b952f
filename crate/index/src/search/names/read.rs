//! Bytes to names: one pass, every number checked, nothing searched.

use super::{AGAIN, AS_BEFORE, KINDS, LONG_HEAD, NEAR, NEAREST, NEW, NO_VOWELS, ONE_BYTE, Ranks, SAME_PRINTED, WHAT};
use crate::{ByteReader, Columns, Error, NameKind, WordNumber};

/// How many words all names have together, as announced. Each takes a byte at least, so a count over the section's length is
/// refused, and what is allocated is bounded by the file's own length.
pub(in crate::search) fn count_words(section: &[u8]) -> Result<usize, Error> {
    ByteReader::new(section, WHAT).count()
}

/// Reads the section into columns whose word table is there already.
pub(in crate::search) fn read(section: &[u8], columns: &mut Columns) -> Result<(), Error> {
    let total = count_words(section)?;
    let mut reader = ByteReader::new(section, WHAT);
    reader.varint32()?;
    let mut block = || reader.block().map(|bytes| ByteReader::new(bytes, WHAT));
    let (names, first_lengths, lengths, facts) = (block()?, block()?, block()?, block()?);
    let (firsts, ways, steps) = (block()?, block()?, block()?);
    let (classes, counts, heads, tails) = (reader.block()?, reader.block()?, reader.block()?, reader.block()?);
    reader.end()?;
    if classes.len() != columns.words.len() {
        return Err(reader.error(format_args!("it has {} classes for {} words", classes.len(), columns.words.len())));
    }
    let new = Pool::new(classes, ByteReader::new(counts, WHAT), heads, tails)?;
    columns.entry_names = vec![0];
    columns.name_starts = vec![0];
    columns.name_words = Vec::with_capacity(total);
    let mut names_reader = Names { names, first_lengths, lengths, facts, firsts, ways, steps, new, total, last_first: 0, full: Vec::new() };
    while names_reader.names.left() > 0 {
        names_reader.entry(columns)?;
    }
    names_reader.end()?;
    match columns.name_words.len() == total {
        true => Ok(()),
        false => Err(reader.error(format_args!("the names have {} words and {total} are announced", columns.name_words.len()))),
    }
}

struct Names<'a> {
    names: ByteReader<'a>,
    first_lengths: ByteReader<'a>,
    lengths: ByteReader<'a>,
    facts: ByteReader<'a>,
    firsts: ByteReader<'a>,
    ways: ByteReader<'a>,
    steps: ByteReader<'a>,
    new: Pool<'a>,
    total: usize,
    last_first: WordNumber,
    /// Where in `name_words` each word stands that the entry wrote in full.
    full: Vec<usize>,
}

impl Names<'_> {
    fn entry(&mut self, columns: &mut Columns) -> Result<(), Error> {
        let count = self.names.varint32()?;
        self.full.clear();
        let mut last_name = columns.name_words.len();
        let mut printed = 0u16;
        for name in 0..count {
            let start = columns.name_words.len();
            let length = if name == 0 { self.first_lengths.varint32()? } else { self.lengths.varint32()? };
            if length == 0 || length as usize > self.total - start {
                return Err(self.lengths.error("a name has no word, or the names have more words than announced"));
            }
            self.facts(columns, name == 0, &mut printed)?;
            let mut expected = last_name;
            for at in 0..length {
                let before = if at == 0 { None } else { columns.name_words.last().copied() };
                let word = match (name, at) {
                    (0, 0) => self.first(columns.words.len())?,
                    (0, _) => self.in_full(columns, before, true)?,
                    _ => self.later(columns, before, &mut expected)?,
                };
                if name == 0 && at == 0 {
                    self.full.push(start);
                }
                columns.name_words.push(word);
            }
            columns.name_starts.push(columns.name_words.len() as u32);
            last_name = start;
        }
        columns.entry_names.push(columns.name_kinds.len() as u32);
        Ok(())
    }

    fn facts(&mut self, columns: &mut Columns, is_first: bool, printed: &mut u16) -> Result<(), Error> {
        let facts = self.facts.u8()?;
        match (is_first, facts & SAME_PRINTED != 0) {
            (true, true) => return Err(self.facts.error("an entry's first name is said to be another reading")),
            (false, false) => *printed = printed.checked_add(1).ok_or_else(|| self.facts.error("an entry has over 65,536 names"))?,
            _ => (),
        }
        let kind = match (facts & !(NO_VOWELS | SAME_PRINTED), *printed) {
            (0, 0) => NameKind::Primary,
            (0, _) => NameKind::Alias,
            (number, _) => {
                let known = KINDS.get(usize::from(number) - 1);
                *known.ok_or_else(|| self.facts.error(format_args!("there is no name kind {number}")))?
            }
        };
        columns.name_kinds.push(kind);
        columns.name_vowels.push(facts & NO_VOWELS == 0);
        columns.name_printed.push(*printed);
        Ok(())
    }

    /// The first word of an entry's first name.
    fn first(&mut self, words: usize) -> Result<WordNumber, Error> {
        let step = self.firsts.varint32()?;
        let word = self.last_first.checked_add(step).filter(|word| (*word as usize) < words);
        self.last_first = word.ok_or_else(|| self.firsts.error("an entry's first word is past the word table"))?;
        Ok(self.last_first)
    }

    /// A new word.
    fn in_full(&mut self, columns: &Columns, before: Option<WordNumber>, first_name: bool) -> Result<WordNumber, Error> {
        self.full.push(columns.name_words.len());
        self.new.next(before, first_name)
    }

    /// A word of a later name; `expected` is where the word as before would stand.
    fn later(&mut self, columns: &Columns, before: Option<WordNumber>, expected: &mut usize) -> Result<WordNumber, Error> {
        let said = columns.name_words.as_slice();
        let way = self.ways.varint32()?;
        if let Some(number) = way.checked_sub(AGAIN) {
            let place = self.full.get(number as usize).copied();
            let place = place.ok_or_else(|| self.ways.error(format_args!("an entry has no word {number}")))?;
            *expected = place + 1;
            return said.get(place).copied().ok_or_else(|| self.ways.error("a word is named before it is there"));
        }
        let next = said.get(*expected).copied();
        *expected += 1;
        if way == NEW {
            return self.in_full(columns, before, false);
        }
        let next = next.ok_or_else(|| self.ways.error("a name goes on as before and nothing was there"))?;
        if way == AS_BEFORE {
            return Ok(next);
        }
        debug_assert_eq!(way, NEAR);
        let step = self.steps.signed()?;
        let word = u32::try_from(i64::from(next).saturating_add(step)).ok().filter(|word| (*word as usize) < columns.words.len());
        self.full.push(said.len());
        match word {
            Some(word) if step.abs() <= NEAREST => Ok(word),
            _ => Err(self.steps.error(format_args!("a word {step} places from word {next} is named"))),
        }
    }

    fn end(&self) -> Result<(), Error> {
        for column in [&self.names, &self.first_lengths, &self.lengths, &self.facts, &self.firsts, &self.ways, &self.steps] {
            column.end()?;
        }
        self.new.end()
    }
}

/// The new words, context by context.
struct Pool<'a> {
    by_class: Ranks,
    ranks: Vec<u32>,
    heads: &'a [u8],
    tails: &'a [u8],
    /// For each context: its next head, the end of its heads, its next tail.
    places: Vec<(usize, usize, usize)>,
}

impl<'a> Pool<'a> {
    fn new(classes: &[u8], mut counts: ByteReader<'a>, heads: &'a [u8], tails: &'a [u8]) -> Result<Pool<'a>, Error> {
        let by_class = Ranks::from_classes(classes);
        let ranks = by_class.of_words();
        let (mut head, mut tail) = (0usize, 0usize);
        let mut places = Vec::with_capacity(by_class.contexts());
        for _ in 0..by_class.contexts() {
            let end = head.saturating_add(counts.varint32()? as usize);
            let own = heads.get(head..end).ok_or_else(|| counts.error("it announces more new words than there are"))?;
            places.push((head, end, tail));
            tail += own.iter().map(|&head| tails_of(head)).sum::<usize>();
            head = end;
        }
        counts.end()?;
        match head == heads.len() && tail == tails.len() {
            true => Ok(Pool { by_class, ranks, heads, tails, places }),
            false => Err(counts.error("its new words are not as many as announced")),
        }
    }

    fn next(&mut self, before: Option<WordNumber>, first_name: bool) -> Result<WordNumber, Error> {
        let context = self.by_class.context(&self.ranks, before, first_name);
        let bad = || Error::malformed(WHAT, "a new word is missing or past the word table");
        let (next, end, tail) = self.places.get_mut(context).ok_or_else(bad)?;
        let head = *self.heads.get(*next).filter(|_| *next < *end).ok_or_else(bad)?;
        *next += 1;
        let length = tails_of(head);
        let tails = self.tails.get(*tail..*tail + length).ok_or_else(bad)?;
        *tail += length;
        let low = tails.iter().rev().fold(0u32, |sum, &byte| sum << 8 | u32::from(byte));
        let rank = match length {
            0 => u32::from(head),
            1 => ONE_BYTE + ((u32::from(head) - ONE_BYTE) << 8) + low,
            _ => ONE_BYTE + low,
        };
        self.by_class.by_rank.get(rank as usize).copied().ok_or_else(bad)
    }

    fn end(&self) -> Result<(), Error> {
        match self.places.iter().all(|(next, end, _)| next == end) {
            true => Ok(()),
            false => Err(Error::malformed(WHAT, "there are more new words than the names use")),
        }
    }
}

/// How many tail bytes follow from a head.
fn tails_of(head: u8) -> usize {
    match head {
        LONG_HEAD => 3,
        head if u32::from(head) >= ONE_BYTE => 1,
        _ => 0,
    }
}
