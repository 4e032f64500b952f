//! Writes the tables of East Asian names, which the browser's engine loads apart: `tables FILE`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("expected the name of the file to write")?;
    std::fs::write(file, redzone_names::built_in_tables())?;
    Ok(())
}
