//! One module a publisher: official bytes to a [`crate::source::Parsed`].
//!
//! Each parser keeps every row (`Parsed::reconciles`), puts what it can't structure into remarks, and names what it does not know.

pub mod un;
