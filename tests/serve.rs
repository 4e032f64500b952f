//! `redzone serve` as a client meets it: bytes over a socket, and Ctrl-C at the end.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};

/// Sends a request as it stands and returns the answer.
fn ask(host: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(host).unwrap();
    stream.write_all(format!("{request}\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn the_site_and_nothing_else_is_served_to_this_machine() {
    let outer = std::env::temp_dir().join(format!("redzone-serve-{}", std::process::id()));
    fs::create_dir_all(outer.join("site")).unwrap();
    let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><title>page</title>";
    for (name, text) in [("secret.txt", "SECRET"), ("site/index.html", page), ("site/e.wasm", "\0asm")] {
        fs::write(outer.join(name), text).unwrap();
    }
    let mut server = Command::new(env!("CARGO_BIN_EXE_redzone"))
        .args(["serve", outer.join("site").to_str().unwrap(), "--port", "0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut address = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut address).unwrap();
    let host = address.trim().strip_prefix("http://").unwrap().strip_suffix('/').unwrap().to_owned();
    assert!(host.starts_with("127.0.0.1:"), "{host}");

    let page = ask(&host, &format!("GET /?name=Grommash HTTP/1.1\r\nHost: {host}"));
    assert!(page.starts_with("HTTP/1.1 200 ") && page.ends_with("<title>page</title>"), "{page}");
    for header in [
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Embedder-Policy: require-corp",
    ] {
        assert!(page.contains(&format!("\r\n{header}")), "{header} in {page}");
    }
    assert!(ask(&host, &format!("GET /e.wasm HTTP/1.1\r\nHost: {host}")).contains("Content-Type: application/wasm\r\n"));
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2Fsecret.txt", "//secret.txt", "/site/../../secret.txt"] {
        let answer = ask(&host, &format!("GET {path} HTTP/1.1\r\nHost: {host}"));
        assert!(answer.starts_with("HTTP/1.1 404 ") && !answer.contains("SECRET"), "{path}: {answer}");
    }
    assert!(
        ask(&host, "GET / HTTP/1.1\r\nHost: elsewhere.example").starts_with("HTTP/1.1 421 "),
        "a name that was made to resolve to this address"
    );
    assert!(ask(&host, &format!("POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0")).starts_with("HTTP/1.1 405 "));

    assert!(Command::new("kill").args(["-INT", &server.id().to_string()]).status().unwrap().success());
    assert_eq!(server.wait().unwrap().code(), Some(0), "Ctrl-C ends it in order");
    let mut said = String::new();
    server.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(!said.contains("Grommash"), "a query was logged: {said}");
    fs::remove_dir_all(outer).unwrap();
}
