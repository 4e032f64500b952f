//! JAVASCRIPT: the engine's bindings. Each is three steps: from JavaScript, call the engine, to JavaScript.
//!
//! * [`Screener`]: a verified pack and the engine over it: lists, parties, destinations.
//! * [`read_name`]: how a name is read.
//!
//! The shapes that cross the boundary live in [`shapes`], with serde and their TypeScript types, and are built by hand from
//! the engine's own types, which know nothing of JavaScript. Errors are thrown as `Error`s that carry a `code`; see [`Fault`].
//!
//! What this crate does not do: decide anything, keep time, fetch, store, or log a byte of a question.

mod destination;
mod entry;
mod fault;
mod party;
mod places;
mod read;
mod screener;
pub mod shapes;

pub use fault::Fault;
pub use read::read_name;
pub use screener::Screener;

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs once when the module is instantiated: a panic leaves its place in the source on the console, never the input.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}
