//! `redzone lists fetch`: official files from their publishers' addresses, asked for politely and only when they have changed.
//!
//! One request at a time, a pause between two to one host, the validators of the last answer sent back, no retry. What arrives is kept only
//! when it is recognised as the list that it should be: an error page never takes the place of a list.

use super::{import, refused};
use crate::exit::Exit;
use crate::fault::{Fault, Kind};
use crate::files;
use crate::output::Out;
use crate::today;
use redzone_compile::catalog::Catalog;
use redzone_compile::us;
use redzone_index::Date;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The largest file that is taken: OFAC's SDN_ADVANCED.XML has some 127 MB.
const LARGEST: u64 = 512 << 20;
/// Between two requests to one host.
const PAUSE: Duration = Duration::from_secs(1);
/// For one file, from the first byte asked to the last byte read.
const PATIENCE: Duration = Duration::from_secs(600);
/// What the last answers said, in the folder of the files.
const STATE: &str = "fetched.tsv";

/// Download lists from their publishers
///
/// Files come to DIR/LIST/DAY/, the day being the server's date of the file. Exit code 5 when one could not be had: the files and editions
/// that are there stay as they are.
#[derive(clap::Args)]
pub struct Args {
    /// The lists, by their ids in lists/catalog.toml [default: every list that has addresses]
    #[arg(value_name = "LIST")]
    lists: Vec<String>,
    /// The folder of the files
    #[arg(long, value_name = "DIR", default_value = "sources")]
    out: PathBuf,
    /// Import what was fetched into this folder of editions, if all of it could be had
    #[arg(long, value_name = "DIR")]
    import: Option<PathBuf>,
    /// Take every file from here instead: URL/LIST/NAME
    #[arg(long, value_name = "URL")]
    mirror: Option<String>,
    /// The day of laws that are asked for by day, and of files whose server states none [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse_day)]
    as_of: Option<Date>,
}

/// What the server said of a file when it was last had.
#[derive(Clone, Debug, Default)]
struct Known {
    etag: String,
    modified: String,
    /// Where the file is, below the folder.
    path: String,
}

/// Fetches, and imports when asked to.
///
/// # Errors
/// [`Kind::Usage`] for a list that has no address to fetch from; what [`import::run`] says.
pub fn run(args: &Args, out: &mut Out) -> Result<Exit, Fault> {
    let today = today::as_of(args.as_of)?;
    let wanted = wanted(args, today)?;
    let mut known = state(&args.out)?;
    let agent = agent();
    let (mut missing, mut have, mut asked) = (0, Vec::new(), BTreeMap::<String, u32>::new());
    for (list, url) in &wanted {
        let host = url.split('/').nth(2).unwrap_or_default().to_owned();
        let times = asked.entry(host).or_default();
        if *times > 0 {
            std::thread::sleep(PAUSE);
        }
        *times += 1;
        let before = known.get(url).filter(|known| args.out.join(&known.path).is_file()).cloned();
        match fetch(&agent, list, url, before.as_ref(), args, today) {
            Ok(now) => {
                let same = before
                    .as_ref()
                    .is_some_and(|before| before.path == now.path && before.etag == now.etag && before.modified == now.modified);
                out.line(format_args!("{list}: {} ({})", now.path, if same { "not changed" } else { "new" }))?;
                have.push(args.out.join(&now.path));
                known.insert(url.clone(), now);
                write_state(&args.out, &known)?;
            }
            Err(fault) => {
                missing += 1;
                out.line(format_args!("{list}: not had"))?;
                out.note(fault);
            }
        }
    }
    out.line(format_args!("{} of {} files", have.len(), wanted.len()))?;
    match &args.import {
        _ if missing > 0 => Ok(Exit::Incomplete),
        Some(folder) => import::run(&import::Args::of(have, folder.clone(), args.as_of), out),
        None => Ok(Exit::NoReview),
    }
}

/// List and address of each file, each address once.
fn wanted(args: &Args, today: Date) -> Result<Vec<(String, String)>, Fault> {
    let catalog = Catalog::ours();
    let mut wanted: Vec<(String, String)> = Vec::new();
    let all = catalog.fetched().filter(|(id, _)| args.lists.is_empty() || args.lists.iter().any(|list| list == id));
    for (id, addresses) in all {
        for address in addresses {
            let name = address.split('?').next().and_then(|path| path.rsplit('/').next()).unwrap_or_default();
            let url = match &args.mirror {
                Some(mirror) => format!("{}/{id}/{name}", mirror.trim_end_matches('/')),
                None => address.replace("{date}", &today.to_string()),
            };
            if args.mirror.is_some() || !wanted.iter().any(|(_, known)| *known == url) {
                wanted.push((id.to_owned(), url));
            }
        }
    }
    let without = args.lists.iter().find(|list| !wanted.iter().any(|(id, _)| id == *list) && !catalog.fetched().any(|(id, _)| id == *list));
    match without {
        Some(list) => {
            let address = catalog.list(list).map_or("lists/catalog.toml has no such list", |list| &list.address);
            let next = format!("get it by hand ({address}) and import the file with `redzone lists import`");
            Err(Fault::new(Kind::Usage, format!("{list} can't be fetched by a program"), next))
        }
        None => Ok(wanted),
    }
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .user_agent(concat!("redzone/", env!("CARGO_PKG_VERSION"), " (sanctions list administration; conditional requests)"))
        .timeout_global(Some(PATIENCE))
        .timeout_connect(Some(Duration::from_secs(30)))
        .max_redirects(5)
        .http_status_as_error(false)
        .build();
    config.into()
}

fn fetch(agent: &ureq::Agent, list: &str, url: &str, before: Option<&Known>, args: &Args, today: Date) -> Result<Known, Fault> {
    let keep = format!("check the network, or get it with a browser and give it to `redzone lists import`: {url}");
    let failed = |what: String| Fault::new(Kind::Incomplete, what, keep.clone());
    let mut request = agent.get(url);
    if let Some(before) = before {
        for (name, value) in [("If-None-Match", &before.etag), ("If-Modified-Since", &before.modified)] {
            if !value.is_empty() {
                request = request.header(name, value);
            }
        }
    }
    let mut response = request.call().map_err(|why| failed(format!("{url} could not be reached: {why}")))?;
    let header =
        |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().replace(['\t', '\n'], " ");
    let (etag, modified, wait) = (header("etag"), header("last-modified"), header("retry-after"));
    match (response.status().as_u16(), before) {
        (304, Some(before)) => return Ok(before.clone()),
        (200, _) => {}
        (status @ (429 | 503), _) if !wait.is_empty() => {
            return Err(failed(format!("{url} answered {status}: not again for {wait} (seconds or a date)")));
        }
        (status, _) => return Err(failed(format!("{url} answered {status}"))),
    }
    let bytes = response.body_mut().with_config().limit(LARGEST).read_to_vec();
    let bytes = bytes.map_err(|why| failed(format!("{url} broke off: {why}")))?;
    let name = url.split('?').next().and_then(|path| path.rsplit('/').next()).filter(|name| !name.is_empty()).unwrap_or("list");
    // Of the name no more than a file name needs: the address is data.
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')).collect();
    let day = day_of(&modified).unwrap_or(today);
    let path = format!("{list}/{day}/{}", name.trim_start_matches('.'));
    us::read(&path, &bytes).map_err(|why| refused(&why))?;
    let target = args.out.join(&path);
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder).map_err(|why| Fault::writing(folder, &why))?;
    }
    files::write(&target, &bytes)?;
    Ok(Known { etag, modified, path })
}

/// `Fri, 31 Jul 2026 10:05:36 GMT`: the day, or nothing.
fn day_of(modified: &str) -> Option<Date> {
    let day = modified.split_once(", ")?.1.get(..11)?;
    redzone_compile::parse::dates::day(day, redzone_compile::parse::dates::Order::DayFirst)
}

fn state(folder: &Path) -> Result<BTreeMap<String, Known>, Fault> {
    let path = folder.join(STATE);
    if !path.is_file() {
        return Ok(BTreeMap::new());
    }
    let text = String::from_utf8_lossy(&files::read(&path, 1 << 20)?).into_owned();
    let known = text.lines().filter_map(|line| {
        let mut cells = line.split('\t').map(str::to_owned);
        Some((cells.next()?, Known { etag: cells.next()?, modified: cells.next()?, path: cells.next()? }))
    });
    Ok(known.collect())
}

fn write_state(folder: &Path, known: &BTreeMap<String, Known>) -> Result<(), Fault> {
    let mut text = String::new();
    for (url, Known { etag, modified, path }) in known {
        // Writing to a String does not fail.
        let _ = writeln!(text, "{url}\t{etag}\t{modified}\t{path}");
    }
    files::write(&folder.join(STATE), text.as_bytes())
}
