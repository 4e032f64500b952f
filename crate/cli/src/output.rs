//! Data on stdout, everything else on stderr.

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::panic;
use std::sync::{Arc, Mutex};

use crate::fault::{Fault, Kind};

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// For machines: one canonical JSON document.
    Json,
}

/// Where a verb writes.
pub struct Out {
    /// What the user asked for.
    pub format: Format,
    quiet: bool,
    bold: bool,
    stdout: BufWriter<StdoutLock<'static>>,
}

impl Out {
    /// Bold only on a terminal that wants it: see <https://no-color.org>.
    pub fn new(format: Format, quiet: bool) -> Out {
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let stdout = io::stdout().lock();
        Out { format, quiet, bold: stdout.is_terminal() && !plain, stdout: BufWriter::new(stdout) }
    }

    /// A line of data.
    ///
    /// # Errors
    /// When stdout does not take it.
    pub fn line(&mut self, text: impl std::fmt::Display) -> Result<(), Fault> {
        writeln!(self.stdout, "{text}").map_err(|why| Out::lost(&why))
    }

    /// A line of data that stands out on a terminal.
    ///
    /// # Errors
    /// When stdout does not take it.
    pub fn heading(&mut self, text: impl std::fmt::Display) -> Result<(), Fault> {
        if self.bold { self.line(format_args!("\x1b[1m{text}\x1b[0m")) } else { self.line(text) }
    }

    /// A remark on stderr, unless the user wants quiet.
    pub fn note(&self, text: impl std::fmt::Display) {
        if !self.quiet {
            eprintln!("{text}");
        }
    }

    /// A progress bar on stderr: drawn only on a terminal. Call `finish_and_clear` at the end.
    pub fn bar(&self, steps: u64, label: &'static str) -> ProgressBar {
        if self.quiet || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(steps).with_message(label);
        match ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }

    /// Hands everything to stdout.
    ///
    /// # Errors
    /// When stdout does not take it.
    pub fn finish(&mut self) -> Result<(), Fault> {
        self.stdout.flush().map_err(|why| Out::lost(&why))
    }

    fn lost(why: &io::Error) -> Fault {
        // `redzone ... | head`: whoever reads has had enough.
        let kind = if why.kind() == io::ErrorKind::BrokenPipe { Kind::PipeClosed } else { Kind::Internal };
        Fault::new(kind, format!("the answer could not be written to stdout: {why}"), "run the command again and read all of its output")
    }
}

/// The message of the last panic.
pub struct Panicked(Arc<Mutex<String>>);

impl Panicked {
    /// The message; says that there is none when there is none.
    pub fn take(&self) -> String {
        let said = self.0.lock().map(|said| said.clone()).unwrap_or_default();
        if said.is_empty() { "stopped without a message".to_owned() } else { said }
    }
}

/// Keeps what panics say for the caller of `catch_unwind`, instead of printing it.
pub fn keep_panics() -> Panicked {
    let said = Arc::new(Mutex::new(String::new()));
    let kept = Arc::clone(&said);
    panic::set_hook(Box::new(move |info| {
        if let Ok(mut said) = said.lock() {
            *said = info.to_string().replace('\n', " ");
        }
    }));
    Panicked(kept)
}
