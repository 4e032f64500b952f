//! SOURCES: official files to entries, editions and rules to pack files; the only room that knows a publisher's format.
//!
//! * [`places`]: names of countries, territories and regions to codes.
//! * [`rules`]: the sources of the rule pack, checked and compiled.
//! * [`parse`]: what every publisher's parser needs: text, XML and tables with limits, dates, values, and the [`parse::Parsed`] that it gives.
//! * [`publisher`]: one module a publisher.

pub mod parse;
pub mod places;
pub mod publisher;
pub mod rules;
