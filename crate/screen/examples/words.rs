//! Writes the words that the engine knows, which the browser's engine loads beside it: `words FILE`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("expected the name of the file to write")?;
    std::fs::write(file, redzone_screen::Words::file())?;
    Ok(())
}
