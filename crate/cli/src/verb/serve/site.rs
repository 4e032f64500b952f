//! A folder as a web site. The files are listed once; a request is a look-up in that list, so no path leads out of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Fault, Kind};

/// The files of a site by their path in URLs.
pub struct Site {
    files: BTreeMap<String, PathBuf>,
    page: String,
}

/// What is answered to a request.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The media type.
    pub mime: &'static str,
    /// `br`, `gzip` or empty.
    pub encoding: &'static str,
    /// The `Vary` header; empty when there is no choice.
    pub vary: &'static str,
    /// The body.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A status with a line of text.
    pub fn plain(status: u16, text: &str) -> Answer {
        Answer { status, mime: "text/plain; charset=utf-8", encoding: "", vary: "", bytes: text.as_bytes().to_vec() }
    }
}

impl Site {
    /// Lists the files under `root`. Links and names that are not UTF-8 are left out.
    ///
    /// # Errors
    /// [`Kind::BadInput`] when there is no `index.html` or a folder can't be read.
    pub fn open(root: &Path) -> Result<Site, Fault> {
        let mut files = BTreeMap::new();
        let mut folders = vec![(root.to_owned(), String::from("/"))];
        while let Some((folder, prefix)) = folders.pop() {
            let entries = fs::read_dir(&folder).map_err(|why| no_site(root, &why.to_string()))?;
            for entry in entries {
                let entry = entry.map_err(|why| no_site(root, &why.to_string()))?;
                let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else { continue };
                if kind.is_dir() {
                    folders.push((entry.path(), format!("{prefix}{name}/")));
                } else if kind.is_file() {
                    files.insert(format!("{prefix}{name}"), entry.path());
                }
            }
        }
        let page = files.get("/index.html").ok_or_else(|| no_site(root, "no index.html in it"))?;
        let page = fs::read_to_string(page).map_err(|why| no_site(root, &why.to_string()))?;
        Ok(Site { files, page })
    }

    /// The text of `index.html`.
    pub fn page(&self) -> &str {
        &self.page
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// The file a URL asks for, compressed when that stands beside it and the client takes it.
    pub fn answer(&self, url: &str, accept: &str) -> Answer {
        let path = url.split(['?', '#']).next().unwrap_or("");
        let Some(mut path) = percent_decoded(path) else { return Answer::plain(400, "the address is not UTF-8\n") };
        if path.ends_with('/') {
            path.push_str("index.html");
        }
        let Some(plain) = self.files.get(&path) else { return Answer::plain(404, "there is no such file here\n") };
        let packed = [("br", ".br"), ("gzip", ".gz")].map(|(coding, suffix)| (coding, self.files.get(&format!("{path}{suffix}"))));
        let vary = if packed.iter().any(|(_, file)| file.is_some()) { "Accept-Encoding" } else { "" };
        let (encoding, file) = packed
            .into_iter()
            .find_map(|(coding, file)| file.filter(|_| accepts(accept, coding)).map(|file| (coding, file)))
            .unwrap_or(("", plain));
        match fs::read(file) {
            Ok(bytes) => Answer { status: 200, mime: media_type(&path), encoding, vary, bytes },
            Err(_) => Answer::plain(404, "the file is gone: start the server again\n"),
        }
    }
}

fn no_site(root: &Path, why: &str) -> Fault {
    let what = format!("expected a built site in {}, found: {why}", root.display());
    Fault::new(Kind::BadInput, what, "build it with ./build.sh build, or name its folder: redzone serve DIR")
}

/// Whether an `Accept-Encoding` header takes `coding`; one with `q=0` is refused.
fn accepts(header: &str, coding: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        parts.next() == Some(coding) && !parts.any(|part| part.strip_prefix("q=").is_some_and(|q| q.trim_matches(['0', '.']).is_empty()))
    })
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let (hex, after) = rest.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()?);
            rest = after;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The media type of a file by its last name. `WebAssembly.instantiateStreaming` insists on `application/wasm`.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "ftl" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (PathBuf, Site) {
        static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let outer = std::env::temp_dir().join(format!("redzone-site-{}-{number}", std::process::id()));
        let root = outer.join("site");
        fs::create_dir_all(root.join("assets")).unwrap();
        for (name, text) in [
            ("../secret.txt", "secret"),
            ("index.html", "page"),
            ("assets/e.wasm", "wasm"),
            ("assets/e.wasm.br", "br"),
            ("assets/e.wasm.gz", "gz"),
        ] {
            fs::write(root.join(name), text).unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink("../secret.txt", root.join("link.txt")).unwrap();
        let site = Site::open(&root).unwrap();
        (outer, site)
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        let (outer, site) = site();
        for url in [
            "/../secret.txt",
            "/..%2fsecret.txt",
            "/%2e%2e/secret.txt",
            "/%2e%2e%2fsecret.txt",
            "/assets/../../secret.txt",
            "/assets/..%5c..%5csecret.txt",
            "//secret.txt",
            "/./index.html",
            "/link.txt",
            "/assets",
            "/assets/",
            "/etc/passwd",
            "/%00",
            "http://elsewhere/index.html",
            "",
        ] {
            assert_eq!(site.answer(url, "").status, 404, "{url}");
        }
        for url in ["/%", "/%2", "/%zz", "/%ff"] {
            assert_eq!(site.answer(url, "").status, 400, "{url}");
        }
        fs::remove_dir_all(outer).unwrap();
    }

    #[test]
    fn files_have_their_type_and_the_best_encoding_the_client_takes() {
        let (outer, site) = site();
        for (url, accept, mime, encoding, body) in [
            ("/", "gzip", "text/html; charset=utf-8", "", "page"),
            ("/index.html?q=a#b", "", "text/html; charset=utf-8", "", "page"),
            ("/assets/e.wasm", "gzip, deflate, br", "application/wasm", "br", "br"),
            ("/assets/e.wasm", "gzip;q=0.5, br;q=0.0", "application/wasm", "gzip", "gz"),
            ("/assets%2Fe.wasm", "identity", "application/wasm", "", "wasm"),
        ] {
            let answer = site.answer(url, accept);
            assert_eq!(
                (answer.status, answer.mime, answer.encoding, answer.bytes.as_slice()),
                (200, mime, encoding, body.as_bytes()),
                "{url}"
            );
        }
        fs::remove_dir_all(outer).unwrap();
    }

    #[test]
    fn a_folder_without_a_page_is_no_site() {
        assert_eq!(Site::open(Path::new("/no/such/folder")).err().unwrap().kind, Kind::BadInput);
    }
}
