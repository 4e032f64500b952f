//! The chain of a case file: every edit, drop, reorder, insert and cut shows, and shows where.
//!
//! Each record holds the number and digest of its place, so a chain that was not rewritten from some point on shows each change by itself, without
//! any head. Who rewrites everything from a change on makes a chain that fits in itself: only a head from before ([`Head`]) or a signature tells.
//! Give every head that was ever noted: the change lies between the last that fits and the first that does not.

use std::fmt;

use redzone_index::Digest;

use crate::head::Head;
use crate::sealed::{LineFault, Place, Sealed};

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line of the file, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: Broken,
}

/// How a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The line by itself.
    Line(LineFault),
    /// Records are missing before this line.
    Dropped {
        /// The number of the first that is missing.
        from: u32,
        /// The number of the last.
        to: u32,
    },
    /// The record stands where one of a higher number belongs: moved, repeated or put in.
    OutOfPlace {
        /// The number that belongs here.
        expected: u32,
        /// The number it has.
        found: u32,
    },
    /// The number fits, and the digest of the record before does not: this record or the one before is not the one that was written.
    Unlinked {
        /// The digest that the record before has.
        expected: Option<Digest>,
        /// The digest that this record names.
        found: Option<Digest>,
    },
    /// A head was given, and the file ends before it.
    Cut {
        /// The number of the first missing record.
        from: u32,
        /// The number of the head.
        to: u32,
    },
    /// A head was given, and the record of that number is another: it or one before it was rewritten.
    NotTheHead {
        /// The number.
        number: u32,
    },
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Broken::Line(fault) => write!(f, "{fault}"),
            Broken::Dropped { from, to } if from == to => write!(f, "record {from} is missing before it"),
            Broken::Dropped { from, to } => write!(f, "records {from} to {to} are missing before it"),
            Broken::OutOfPlace { expected, found } => {
                write!(f, "record {found} stands where record {expected} belongs: it was moved, repeated or put in")
            }
            Broken::Unlinked { .. } => f.write_str("it does not follow the record before it: one of the two was put there or rewritten"),
            Broken::Cut { from, to } if from == to => write!(f, "the file ends too early: record {from} was cut off"),
            Broken::Cut { from, to } => write!(f, "the file ends too early: records {from} to {to} were cut off"),
            Broken::NotTheHead { number } => {
                write!(f, "record {number} is not the one whose head was noted: it or one before it was rewritten")
            }
        }
    }
}

/// Checks a case file line by line, in constant memory.
#[derive(Clone, Debug, Default)]
pub struct Checker {
    heads: Vec<Head>,
    lines: usize,
    last: Option<Place>,
    /// Whether the line before could not be read, so that the next can't be held against it.
    unread: bool,
}

impl Checker {
    /// `heads`: those that were noted of this file, in any order; may be none.
    pub fn new(heads: &[Head]) -> Checker {
        Checker { heads: heads.to_vec(), lines: 0, last: None, unread: false }
    }

    /// The next line. Gives the record when the line can be read, whatever is wrong with it or its place.
    pub fn line(&mut self, text: &str) -> (Option<Sealed>, Vec<Finding>) {
        self.lines += 1;
        let line = self.lines;
        let mut found = Vec::new();
        let mut say = |what| found.push(Finding { line, what });
        let sealed = match Sealed::read(text) {
            Ok(sealed) => sealed,
            Err(fault) => {
                say(Broken::Line(fault));
                // Taken as the record that belongs here, whatever its digest: what follows is not blamed for it.
                self.last = Some(Place { number: self.next(), digest: Digest::of(text.as_bytes()) });
                self.unread = true;
                return (None, found);
            }
        };
        if let Err(fault) = sealed.check() {
            say(Broken::Line(fault));
        }
        let (expected, number) = (self.next(), sealed.number());
        let before = self.last.map(|place| place.digest);
        match number {
            None => say(Broken::Line(LineFault::NoRecord)),
            Some(found) if found > expected => say(Broken::Dropped { from: expected, to: found - 1 }),
            Some(found) if found < expected => say(Broken::OutOfPlace { expected, found }),
            Some(_) if sealed.previous() != before && !self.unread => {
                say(Broken::Unlinked { expected: before, found: sealed.previous() });
            }
            Some(_) => {}
        }
        let place = Place { number: number.unwrap_or(expected), digest: sealed.digest };
        for head in self.heads.iter().filter(|head| head.number == place.number && !head.is(&place)) {
            say(Broken::NotTheHead { number: head.number });
        }
        self.last = Some(place);
        self.unread = false;
        (Some(sealed), found)
    }

    /// After the last line: what the heads say of the end.
    pub fn end(&self) -> Option<Finding> {
        let last = self.last.map_or(0, |place| place.number);
        let furthest = self.heads.iter().map(|head| head.number).max().unwrap_or(0);
        (furthest > last).then_some(Finding { line: self.lines + 1, what: Broken::Cut { from: last + 1, to: furthest } })
    }

    /// The place of the last record; `None` before the first line.
    pub fn last(&self) -> Option<Place> {
        self.last
    }

    fn next(&self) -> u32 {
        self.last.map_or(1, |place| place.number.saturating_add(1))
    }
}
