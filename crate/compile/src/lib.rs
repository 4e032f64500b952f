//! SOURCES: official files to entries, editions and rules to pack files; the only room that knows a publisher's format.
//!
//! * [`places`]: names of countries, territories and regions to codes.

pub mod places;
