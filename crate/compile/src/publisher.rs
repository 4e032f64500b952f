//! One module a publisher: official bytes to a [`crate::parse::Parsed`].
//!
//! Each parser keeps every row (`Parsed::reconciles`), puts what it can't structure into remarks, and names what it does not know.

pub mod au;
pub mod ca;
pub mod ch;
pub mod eu;
pub mod jp_meti;
pub mod opensanctions;
pub mod own_list;
pub mod senzing;
pub mod uk_fcdo;
pub mod uk_ofsi;
pub mod un;
pub mod us_ddtc;
pub mod us_dpl;
pub mod us_ecfr;
pub mod us_ofac_advanced;
pub mod us_ofac_xml;

mod editions;
mod recognise;

pub use editions::{editions, words};
pub use recognise::{Read, read};
