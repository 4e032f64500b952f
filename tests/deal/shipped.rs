//! The shipped rules.

use redzone_compile::{places, rules};
use redzone_index::rules::Rules;
use std::path::Path;
use std::sync::OnceLock;

/// The shipped pack, as the page would read it.
pub fn pack() -> &'static Rules {
    static PACK: OnceLock<Rules> = OnceLock::new();
    PACK.get_or_init(|| {
        let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|dir| dir.join("lists/rules"));
        let files = rules::read_folder(&folders.into_iter().find(|folder| folder.is_dir()).unwrap()).unwrap();
        Rules::from_bytes(&rules::compile(&files, places::names()).unwrap().to_bytes()).unwrap()
    })
}
