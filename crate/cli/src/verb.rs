//! The verbs: one module each, with `Args` and `run`.

pub mod build;
pub mod check;
pub mod compare;
pub mod destination;
pub mod determine;
pub mod inspect;
pub mod item;
pub mod keygen;
pub mod lists;
pub mod record;
pub mod rules;
pub mod screen;
pub mod serve;
pub mod update;
pub mod verify;

use crate::exit::Exit;
use crate::fault::Fault;
use crate::output::Out;

/// What can be asked of `redzone`.
#[derive(clap::Subcommand)]
pub enum Verb {
    Check(check::Args),
    Destination(destination::Args),
    Determine(determine::Args),
    Item(item::Args),
    Rules(rules::Args),
    Screen(screen::Args),
    Compare(compare::Args),
    Record(record::Args),
    Lists(lists::Args),
    Build(build::Args),
    Verify(verify::Args),
    Update(update::Args),
    Delta(update::DeltaArgs),
    Inspect(inspect::Args),
    Keygen(keygen::Args),
    Serve(serve::Args),
}

impl Verb {
    /// Does it.
    ///
    /// # Errors
    /// [`Fault`] when it stopped without an answer.
    pub fn run(&self, out: &mut Out) -> Result<Exit, Fault> {
        match self {
            Verb::Check(args) => check::run(args, out),
            Verb::Destination(args) => destination::run(args, out),
            Verb::Determine(args) => determine::run(args, out),
            Verb::Item(args) => item::run(args, out),
            Verb::Rules(args) => rules::run(args, out),
            Verb::Screen(args) => screen::run(args, out),
            Verb::Compare(args) => compare::run(args, out),
            Verb::Record(args) => record::run(args, out),
            Verb::Lists(args) => lists::run(args, out),
            Verb::Build(args) => build::run(args, out),
            Verb::Verify(args) => verify::run(args, out),
            Verb::Update(args) => update::run(args, out),
            Verb::Delta(args) => update::run_delta(args, out),
            Verb::Inspect(args) => inspect::run(args, out),
            Verb::Keygen(args) => keygen::run(args, out),
            Verb::Serve(args) => serve::run(args, out),
        }
    }
}
