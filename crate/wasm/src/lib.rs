//! JAVASCRIPT: the engine's bindings. Each is three steps: from JavaScript, call the engine, to JavaScript.
//!
//! Three Wasm modules are built from this crate, one a feature, so that a first answer does not wait for what it does not need:
//!
//! * `party`: [`Screener`], a verified pack's lists and the engine over them, for names in near scripts: a name in another is refused with
//!   `script-missing`.
//! * `rules`: [`Entries`], what the lists say of a hit; [`Rulebook`], a verified pack's rules: destinations, deals, items, places, what a list does in law;
//!   and [`check_follows`], whether a pack may take the place of an older one.
//! * `record`: the whole engine. What `party` has, for names in every script ([`load_tables`] for East Asian ones), with the record of each answer
//!   ([`Screener::record`], [`Screener::again`]), and case files ([`Screener::show_case`]) by functions from text to text: [`next_line`], [`decide`],
//!   [`redact_case`] ...; [`BatchRecord`] writes that of a batch.
//!
//! Each module verifies what it is given against the signed manifest by itself. The shapes that cross the boundary live in [`shapes`],
//! [`entry_shapes`], [`rule_shapes`] and [`deal_shapes`], with serde and their TypeScript types, and are built by hand from the engine's own types, which know nothing of
//! JavaScript. Errors are thrown as `Error`s that carry a `code`; see [`Fault`].
//!
//! What this crate does not do: decide anything, keep time, fetch, store, or log a byte of a question.

mod convert;
pub mod entry_shapes;
mod fault;
mod pieces;

#[cfg(any(feature = "rules", feature = "record"))]
mod entries;
#[cfg(any(feature = "rules", feature = "record"))]
mod entry;
#[cfg(any(feature = "rules", feature = "record"))]
mod tables;

#[cfg(any(feature = "party", feature = "record"))]
mod fields;
#[cfg(any(feature = "party", feature = "record"))]
mod party;
#[cfg(any(feature = "party", feature = "record"))]
mod screener;
#[cfg(any(feature = "party", feature = "record"))]
pub mod shapes;

#[cfg(feature = "rules")]
mod deal;
#[cfg(feature = "rules")]
pub mod deal_shapes;
#[cfg(feature = "rules")]
mod destination;
#[cfg(feature = "rules")]
mod places;
#[cfg(feature = "rules")]
pub mod rule_shapes;
#[cfg(feature = "rules")]
mod rulebook;

#[cfg(feature = "record")]
mod batch;
#[cfg(feature = "record")]
mod case;
#[cfg(feature = "record")]
mod records;
#[cfg(feature = "record")]
mod rows;

#[cfg(feature = "record")]
pub use batch::BatchRecord;
#[cfg(feature = "rules")]
pub use entries::Entries;
pub use fault::Fault;
#[cfg(feature = "record")]
pub use records::{compare_records, decide, key_of, next_line, open_case, openings_for, read_key, redact_case};
#[cfg(feature = "rules")]
pub use rulebook::{Rulebook, check_follows};
#[cfg(any(feature = "party", feature = "record"))]
pub use screener::Screener;
#[cfg(any(feature = "rules", feature = "record"))]
pub use tables::load_tables;

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs once when the module is instantiated: a panic leaves its place in the source on the console, never the input.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}
