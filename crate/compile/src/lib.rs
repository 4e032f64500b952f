//! SOURCES: official files to entries, editions and rules to pack files; the only room that knows a publisher's format.
//!
//! * [`edition`]: one list as published on one day, as text that people can diff.
//! * [`us`]: the files of the US authorities, recognised by content and read.
//! * [`import`]: these files to editions, joined; no row is lost: rows in = entries out + problems named.
//! * [`guard`], [`waiver`]: what keeps a broken list out, and what lets a real change in; [`diff`]: what changed;
//!   [`merge`]: which entries of different lists are one party.
//! * [`catalog`]: what is known of each list before any file is read.
//! * [`overlay`]: names of other official sources, added to the entries that they are of.
//! * [`pack`]: editions and rules to a pack: files and signed manifest.
//! * [`places`]: names of countries, territories and regions to codes.
//! * [`rules`]: the sources of the rule pack, checked and compiled.
//! * [`parse`]: what every publisher's parser needs: text, XML and tables with limits, dates, values, and the [`parse::Parsed`] that it gives.
//! * [`publisher`]: one module a publisher.

pub mod catalog;
pub mod diff;
pub mod edition;
pub mod guard;
pub mod import;
mod join;
pub mod merge;
pub mod overlay;
pub mod pack;
pub mod parse;
pub mod places;
mod problem;
pub mod publisher;
mod refusal;
pub mod rules;
pub mod text;
pub mod us;
pub mod waiver;

pub use join::Statements;
pub use problem::{Problem, report};
pub use refusal::Refusal;
