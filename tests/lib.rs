//! Helpers shared by the suites in this folder.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // what only tests call may fail loudly

pub mod perturb;
pub mod quality;
