//! `redzone compare`: pairs of names with their scores

use redzone_screen::{Score, compare, second_opinion};
use std::path::PathBuf;

use super::screen::{decimal, kind_of, rows};
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files::WholeFile;
use crate::output::Out;

/// Score pairs of names
///
/// Reads name1,name2,schema and writes the same rows with a score from 0 to 1.
#[derive(clap::Args)]
pub struct Args {
    /// CSV of pairs: name1,name2,schema
    #[arg(long, value_name = "CSV")]
    pairs: PathBuf,
    /// Where the pairs go, with a column score
    #[arg(long, value_name = "CSV")]
    out: PathBuf,
    /// Add a column ofac: what OFAC's published technique (FAQ 249) gives for name1 asked and name2 listed, 0 to 1. It is no part of the score
    #[arg(long)]
    second_opinion: bool,
}

/// # Errors
/// A file that can't be read as what it should be, a name that can't be read, or an answer that can't be written.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let pairs = rows(&args.pairs, &["name1", "name2", "schema"])?;
    let mut file = csv::Writer::from_writer(WholeFile::create(&args.out)?);
    let lost =
        |why: csv::Error| Fault::new(Kind::Internal, format!("could not write the pairs: {why}"), "give a path that can be written to");
    let columns = ["name1", "name2", "schema", "score", "ofac"];
    let shown = if args.second_opinion { columns.len() } else { columns.len() - 1 };
    file.write_record(&columns[..shown]).map_err(lost)?;
    for (row, [first, second, schema]) in pairs.iter().enumerate() {
        let score = compare(first, second, kind_of(schema)).and_then(|score| Ok((score, second_opinion(first, second)?)));
        let (score, ofac) = score.map_err(|why| {
            let what = format!("{}: row {}: {why}", args.pairs.display(), row + 1);
            Fault::new(Kind::BadInput, what, "correct or remove that row; nothing was written")
        })?;
        let (score, ofac) = (decimal(score), decimal(Score::from_points(i32::from(ofac) * 100)));
        file.write_record(&[first, second, schema, &score, &ofac][..shown]).map_err(lost)?;
    }
    let whole = file
        .into_inner()
        .map_err(|why| Fault::new(Kind::Internal, format!("could not write the pairs: {why}"), "give a path that can be written to"))?;
    whole.commit()?;
    out.note(format_args!("{} pairs scored", pairs.len()));
    Ok(Exit::NoReview)
}
