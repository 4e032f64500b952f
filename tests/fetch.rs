//! `redzone lists fetch` against a server on this machine: conditional, polite, whole or not at all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;
use tiny_http::{Header, Response, Server};

/// What was asked: path, If-None-Match, If-Modified-Since, User-Agent.
type Asked = [String; 4];

/// Answers each path with a status and a body until the test ends; a validator that fits is answered with 304.
fn serve(answers: Vec<(&'static str, u16, String)>) -> (String, Receiver<Asked>) {
    let server = Server::http("127.0.0.1:0").unwrap();
    let address = format!("http://{}", server.server_addr().to_ip().unwrap());
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for request in server.incoming_requests() {
            let header = |name: &str| {
                let found = request.headers().iter().find(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name));
                found.map(|header| header.value.to_string()).unwrap_or_default()
            };
            let asked = [request.url().to_owned(), header("If-None-Match"), header("If-Modified-Since"), header("User-Agent")];
            let head = |name: &str, value: &str| Header::from_bytes(name, value).unwrap();
            let answer = answers.iter().find(|(path, ..)| *path == asked[0]);
            let response = match answer {
                None => Response::from_string("nothing here").with_status_code(404),
                Some(_) if asked[1] == "\"one\"" => Response::from_string("").with_status_code(304),
                Some((_, status, body)) => Response::from_string(body)
                    .with_status_code(*status)
                    .with_header(head("ETag", "\"one\""))
                    .with_header(head("Retry-After", "120"))
                    .with_header(head("Last-Modified", "Fri, 27 Feb 2026 10:05:36 GMT")),
            };
            let _ = tell.send(asked);
            let _ = request.respond(response);
        }
    });
    (address, told)
}

fn fetch(root: &Path, mirror: &str, lists: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redzone"));
    command.args(["lists", "fetch"]).args(lists).args(["--mirror", mirror, "--as-of", "2026-11-22", "--out"]).arg(root);
    command.output().unwrap()
}

fn scratch(name: &str) -> std::path::PathBuf {
    let root = std::env::temp_dir().join(format!("redzone-fetch-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    root
}

fn un() -> String {
    include_str!("../crate/compile/tests/lists/un.xml").to_owned()
}

#[test]
fn a_list_is_had_once_and_asked_for_politely() {
    let root = scratch("polite");
    let (mirror, told) = serve(vec![("/un-sc/consolidated.xml", 200, un())]);
    let first = fetch(&root, &mirror, &["un-sc"]);
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
    let file = root.join("un-sc/2026-02-27/consolidated.xml");
    assert_eq!(fs::read_to_string(&file).unwrap(), un(), "under the server's day of the file");
    let second = fetch(&root, &mirror, &["un-sc"]);
    assert!(String::from_utf8_lossy(&second.stdout).contains("not changed"));
    let asked: Vec<Asked> = told.try_iter().collect();
    assert_eq!((asked.len(), asked[0][1].as_str(), asked[1][1].as_str()), (2, "", "\"one\""));
    assert_eq!(asked[1][2], "Fri, 27 Feb 2026 10:05:36 GMT");
    assert!(asked[0][3].starts_with("redzone/"), "{}", asked[0][3]);
    // A file that somebody removed is asked for without its validators.
    fs::remove_file(&file).unwrap();
    assert!(fetch(&root, &mirror, &["un-sc"]).status.success() && file.is_file());
    assert_eq!(told.try_iter().next().unwrap()[1], "");
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn what_is_no_list_is_not_kept_and_what_is_there_stays() {
    let page = "<!DOCTYPE html><html><body>Just a moment...</body></html>".to_owned();
    let cases: Vec<(u16, String, &str)> = vec![
        (200, page.clone(), "web page"),
        (200, un()[..400].to_owned(), "cut off"),
        (403, page.clone(), "answered 403"),
        (503, page, "not again for 120"),
        (200, String::new(), "nothing"),
    ];
    for (place, (status, body, found)) in cases.into_iter().enumerate() {
        let root = scratch(&format!("broken-{place}"));
        let kept = root.join("un-sc/2025-11-18/consolidated.xml");
        fs::create_dir_all(kept.parent().unwrap()).unwrap();
        fs::write(&kept, un()).unwrap();
        let (mirror, _told) = serve(vec![("/un-sc/consolidated.xml", status, body)]);
        let output = fetch(&root, &mirror, &["un-sc"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(5), "{said}");
        assert!(said.contains(found), "{found}: {said}");
        assert_eq!(fs::read_to_string(&kept).unwrap(), un());
        assert!(!root.join("un-sc/2026-02-27").exists());
        fs::remove_dir_all(&root).unwrap();
    }
}

#[test]
fn without_a_network_it_says_so_and_what_to_do() {
    let root = scratch("offline");
    // Nobody listens on port 9 of this machine.
    let output = fetch(&root, "http://127.0.0.1:9", &["un-sc"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(5), "{said}");
    assert!(said.contains("could not be reached") && said.contains("redzone lists import"), "{said}");
    let output = fetch(&root, "http://127.0.0.1:9", &["eu-fsf"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("can't be fetched by a program"), "{said}");
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn two_files_of_one_host_are_asked_for_with_a_pause_and_imported() {
    let root = scratch("pause");
    let own = "<data-set>".to_owned();
    let (mirror, told) = serve(vec![("/un-sc/consolidated.xml", 200, un()), ("/ca-sema/sema-lmes.xml", 200, own)]);
    let begun = Instant::now();
    let output = fetch(&root, &mirror, &["un-sc", "ca-sema"]);
    assert!(begun.elapsed().as_secs() >= 1);
    assert_eq!((output.status.code(), told.try_iter().count()), (Some(5), 2), "one of two is not enough");
    assert!(root.join("un-sc/2026-02-27/consolidated.xml").is_file());
    fs::remove_dir_all(&root).unwrap();
}
