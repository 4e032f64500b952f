//! What one source adds to the entries of another: by entity number for OFAC's files, by name for the registers of other agencies.

mod ofac;
mod registers;

pub use ofac::{Ofac, Statements};
pub use registers::enrich as add_registers;
