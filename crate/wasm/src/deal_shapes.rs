//! The shapes of a deal, for TypeScript: the question as it stands in the user's file, and the answer as the terminal writes it. What crosses the
//! boundary is the canonical JSON itself; a test reads every answer of the suite into these and writes it out again, so that they cannot say
//! anything else. Fields are explained once, in `redzone_screen::deal` and in the JSON Schema (`redzone determine --schema`).

#![allow(missing_docs)] // explained there

mod answer;
mod question;

pub use answer::*;
pub use question::*;
