//! `redzone`: the same engine for people and machines at a terminal.
//!
//! This crate reads files, the clock and the terminal, and decides nothing. Each verb is a module of [`verb`] with
//! `Args` and `run`. Data goes to stdout, everything else to stderr; see [`exit`] for the exit codes.

mod case;
mod exit;
mod fault;
mod files;
mod json_file;
mod output;
mod pack;
mod shelf;
mod show;
mod today;
mod verb;

use clap::Parser;
use exit::Exit;
use fault::{Fault, Kind};
use output::{Format, Out};
use std::process::ExitCode;

/// Screens names and destinations against verified lists, on this device only.
#[derive(Parser)]
#[command(name = "redzone", version, about, after_help = exit::HELP, disable_help_subcommand = true)]
struct Command {
    /// How the answer is written on stdout
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Say nothing on stderr but errors
    #[arg(long, short, global = true)]
    quiet: bool,
    #[command(subcommand)]
    verb: verb::Verb,
}

fn main() -> ExitCode {
    let command = Command::parse();
    let panicked = output::keep_panics();
    // A panic is a fault of this program and never an answer: caught here, named, exit 70.
    let done = std::panic::catch_unwind(|| {
        let mut out = Out::new(command.format, command.quiet);
        let exit = command.verb.run(&mut out)?;
        out.finish()?;
        Ok(exit)
    });
    let done = done.unwrap_or_else(|_| Err(Fault::panicked(&panicked.take())));
    match done {
        Ok(exit) => exit.into(),
        Err(fault) => {
            if fault.kind != Kind::PipeClosed {
                eprintln!("{fault}");
            }
            ExitCode::from(fault.kind.code())
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::NoReview => 0,
            Exit::Review => 1,
            Exit::Incomplete => Kind::Incomplete.code(),
        })
    }
}
