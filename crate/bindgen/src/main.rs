//! Build tool: makes the JavaScript glue and the TypeScript types of the engine's Wasm.
//!
//! `redzone-bindgen INPUT.wasm OUT_DIR OUT_NAME`. The library behind `wasm-bindgen`'s command, at the version of our
//! own bindings and under our own lockfile: byte-identical output, and nothing to install.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, out_dir, out_name] = arguments.as_slice() else {
        eprintln!("redzone-bindgen: expected INPUT.wasm OUT_DIR OUT_NAME, found {} arguments", arguments.len());
        return ExitCode::from(2);
    };
    match generate(input, out_dir, out_name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("redzone-bindgen: {input}: {why:#}");
            ExitCode::FAILURE
        }
    }
}

/// Writes `OUT_NAME.js`, `OUT_NAME.d.ts` and `OUT_NAME_bg.wasm`. The glue has no path of its own to the Wasm: the
/// page fetches the bytes and hands them over.
fn generate(input: &str, out_dir: &str, out_name: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name(out_name).typescript(true).omit_default_module_path(true).remove_name_section(true);
    bindgen.remove_producers_section(true).web(true)?;
    bindgen.generate(out_dir)?;
    Ok(())
}
