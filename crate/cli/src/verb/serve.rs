//! `redzone serve`: the static site, on the loopback address only.

mod site;

use redzone_record::Json;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::output::{Format, Out};
use site::{Answer, Site};

/// Sent with every answer, besides the policy.
const HEADERS: [(&str, &str); 6] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cache-Control", "no-cache"),
];

/// Serve the site on this machine only (127.0.0.1)
#[derive(clap::Args)]
pub struct Args {
    /// The site
    #[arg(default_value = "dist/site")]
    dir: PathBuf,
    /// The port; 0 takes any that is free
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Serves until Ctrl-C. Requests are not logged.
///
/// # Errors
/// [`Kind::BadInput`] when there is no site in the folder, [`Kind::Usage`] when the port is taken.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let site = Site::open(&args.dir)?;
    let policy = policy(site.page());
    let server = Server::http(("127.0.0.1", args.port)).map_err(|why| {
        let what = format!("port {} of 127.0.0.1 can't be listened on: {why}", args.port);
        Fault::new(Kind::Usage, what, "name another port, or let one be chosen: --port 0")
    })?;
    let port = server.server_addr().to_ip().map_or(args.port, |address| address.port());
    let address = format!("http://127.0.0.1:{port}/");
    match out.format {
        Format::Table => out.line(&address)?,
        Format::Json => out.line(Json::object([("address", Json::from(address.as_str()))]).to_canonical())?,
    }
    out.finish()?;
    out.note(format_args!("serving {} files of {} to this machine only; stop with Ctrl-C", site.len(), args.dir.display()));

    let server = Arc::new(server);
    let (stopper, stopped) = (Arc::clone(&server), Arc::new(AtomicBool::new(false)));
    let stopping = Arc::clone(&stopped);
    ctrlc::set_handler(move || {
        stopping.store(true, Ordering::SeqCst);
        stopper.unblock();
    })
    .map_err(|why| Fault::new(Kind::Internal, format!("Ctrl-C can't be caught: {why}"), "run the command again"))?;
    let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    loop {
        match server.recv() {
            Ok(request) => respond(request, &site, &policy, &hosts),
            Err(_) if stopped.load(Ordering::SeqCst) => return Ok(Exit::NoReview),
            Err(why) => return Err(Fault::new(Kind::Internal, format!("no more requests can be taken: {why}"), "start the server again")),
        }
    }
}

/// What the page may do: the policy that it carries itself, and that nobody may frame it, which only a header can say.
fn policy(page: &str) -> String {
    let own = page.split_once("http-equiv=\"Content-Security-Policy\"").and_then(|(_, rest)| rest.split_once("content=\""));
    let own = own.and_then(|(_, rest)| rest.split_once('"')).map_or("default-src 'self'", |(own, _)| own);
    format!("{own}; frame-ancestors 'none'")
}

/// Answers one request. A client that went away meanwhile is no fault of ours.
fn respond(request: Request, site: &Site, policy: &str, hosts: &[String]) {
    let header =
        |name: &'static str| request.headers().iter().find(|header| header.field.equiv(name)).map_or("", |header| header.value.as_str());
    let answer = match request.method() {
        // Another host name here means a page elsewhere that had its own name resolved to this address.
        _ if !hosts.iter().any(|host| host == header("Host")) => {
            Answer::plain(421, "this server answers to 127.0.0.1 and localhost only\n")
        }
        Method::Get | Method::Head => site.answer(request.url(), header("Accept-Encoding")),
        _ => Answer::plain(405, "only GET and HEAD are answered here\n"),
    };
    let mut response = Response::from_data(answer.bytes).with_status_code(answer.status);
    let more =
        [("Content-Security-Policy", policy), ("Content-Type", answer.mime), ("Content-Encoding", answer.encoding), ("Vary", answer.vary)];
    for (name, value) in HEADERS.into_iter().chain(more).filter(|(_, value)| !value.is_empty()) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}

#[cfg(test)]
mod tests {
    use super::policy;

    #[test]
    fn the_header_says_what_the_page_says_of_itself() {
        let page = include_str!("../../../../www/index.html");
        let said = policy(page);
        assert!(said.starts_with("default-src 'none'; script-src 'self' ") && said.ends_with("; frame-ancestors 'none'"), "{said}");
        assert!(page.contains(said.strip_suffix("; frame-ancestors 'none'").unwrap()));
        assert_eq!(policy("<title>another page</title>"), "default-src 'self'; frame-ancestors 'none'");
    }
}
