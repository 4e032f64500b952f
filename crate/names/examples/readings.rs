//! Reads names from standard input, one a line, and prints each with its readings, tab between, a blank between words.
//!
//!     echo 长江存储 | cargo run -q -p redzone-names --example readings

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        write!(out, "{line}")?;
        match redzone_names::read(&line) {
            Ok(read) => read.readings.iter().try_for_each(|reading| write!(out, "\t{}", reading.words.join(" ")))?,
            Err(error) => write!(out, "\t! {error}")?,
        }
        writeln!(out)?;
    }
    Ok(())
}
