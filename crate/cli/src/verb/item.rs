//! `redzone item`: the figures of a data sheet against the limits of 3A090, 4A090 and 4E091.

use redzone_record::{Json, deal};
use redzone_screen::deal::{ItemKind, Tri, classify};
use std::path::PathBuf;

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::json_file::read_json;
use crate::output::{Format, Out};
use crate::show::field;

/// Classify a chip, a system, a memory or a model by its figures
///
/// One processing unit is given by --tera-ops, --bits and --area; several, or several precisions, in a file with --item.
#[derive(clap::Args)]
pub struct Args {
    /// An item as it stands in a question, as JSON
    #[arg(long, value_name = "JSON", conflicts_with_all = ["kind", "tera_ops", "bits", "area", "datacentre"])]
    item: Option<PathBuf>,
    /// What it is: chip, system, memory, weights
    #[arg(long, default_value = "chip")]
    kind: String,
    /// Tera-operations a second, dense, a multiply-accumulate counted as two
    #[arg(long, value_name = "NUMBER", requires = "bits")]
    tera_ops: Option<String>,
    /// Bit length of the operation
    #[arg(long, value_name = "BITS", requires = "tera_ops")]
    bits: Option<u16>,
    /// Area of its logic dies with non-planar transistors, in square millimetres
    #[arg(long, value_name = "MM2")]
    area: Option<String>,
    /// Whether it is designed or marketed for data centres
    #[arg(long, value_name = "true|false")]
    datacentre: Option<bool>,
}

/// Prints the candidate paragraph, every limit and what is missing.
///
/// # Errors
/// [`Kind::BadInput`] for an item that can't be read, naming the field.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let json = match &args.item {
        Some(file) => read_json(file)?,
        None => from_args(args),
    };
    let item = deal::item(&json, String::new())
        .map_err(|why| Fault::new(Kind::BadInput, why.to_string(), "correct that figure; redzone item --help says what may stand there"))?;
    let class = classify(item.kind, &item.figures);
    match out.format {
        Format::Json => out.line(deal::class(&class, item.kind).to_canonical())?,
        Format::Table => {
            out.heading(class.paragraph(item.kind))?;
            if !matches!(item.kind, Some(ItemKind::Memory | ItemKind::Weights)) {
                out.line(field("Performance", &format!("{} (total processing performance)", class.tpp)))?;
                out.line(field("Die area", &format!("{} mm2 that count", class.area)))?;
            }
            for margin in class.margins(item.kind) {
                let at = redzone_screen::deal::Range::exactly(margin.at);
                let reached = deal::words::tri(margin.reached).replace('-', " ");
                out.line(field("Limit", &format!("{} of {at}: is {}; reached: {reached}", margin.limit, margin.value)))?;
            }
            for missing in &class.missing {
                out.line(field("Missing", deal::words::missing(*missing)))?;
            }
            out.line("   15 CFR 774 Supp. 1, issue of 2026-07-23. This is not legal advice.")?;
        }
    }
    let tiers = [class.upper, class.lower, class.memory, class.weights];
    Ok(if tiers.contains(&Tri::Yes) {
        Exit::Review
    } else if tiers.contains(&Tri::Unknown) {
        Exit::Incomplete
    } else {
        Exit::NoReview
    })
}

fn from_args(args: &Args) -> Json {
    let mut unit = vec![("count", Json::from(1u32)), ("planar", false.into())];
    unit.extend(args.area.as_deref().map(|area| ("area_mm2", Json::from(area))));
    if let (Some(tera_ops), Some(bits)) = (args.tera_ops.as_deref(), args.bits) {
        unit.push(("rates", Json::List(vec![Json::object([("tera_ops", Json::from(tera_ops)), ("bits", bits.into())])])));
    }
    let mut item = vec![("kind", Json::from(args.kind.as_str()))];
    if args.area.is_some() || args.tera_ops.is_some() {
        item.push(("units", Json::List(vec![Json::object(unit)])));
    }
    item.extend(args.datacentre.map(|datacentre| ("datacentre", Json::from(datacentre))));
    Json::object(item)
}
