//! `redzone destination`: a place against the rule pack

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::Out;

/// Look a destination up
#[derive(clap::Args)]
#[command(hide = true)]
pub struct Args {}

/// # Errors
/// Always, until this verb is filled in.
pub fn run(_args: &Args, _out: &mut Out) -> Result<Exit, Fault> {
    Err(Fault::new(Kind::Usage, "this verb is not in this build", "use another verb: redzone --help"))
}
