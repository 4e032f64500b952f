//! The manifest's lines, written and read in the same order.

use super::{Change, FileFacts, ListFacts, Notice, PackFacts, Policy, Rows, Source, Trust};
use crate::digest::parse_hex;
use crate::key::PublicKey;
use crate::{Date, Digest, Error, ErrorKind};
use std::fmt::Write as _;

/// The first words of every manifest; the format version follows.
const HEAD: &str = "redzone manifest";
const VERSION: u16 = 3;
/// The most signatures that are looked at.
const MOST_KEYS: usize = 16;
const WHAT: &str = "the manifest";

/// A manifest's parts before anything in it is believed.
pub(super) struct Signed<'a> {
    /// What is signed: everything before the first signature.
    pub body: &'a str,
    /// The keys it says it is signed with, each with its signature.
    pub signatures: Vec<(&'a str, [u8; 64])>,
}

pub(super) fn split<'a>(bytes: &'a [u8]) -> Result<Signed<'a>, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::malformed(WHAT, "it is not UTF-8"))?;
    let first = text.lines().next().unwrap_or("");
    let version = first.strip_prefix(HEAD).and_then(|rest| rest.strip_prefix(' '));
    match version {
        Some(version) if version == VERSION.to_string() => (),
        Some(version) => {
            let text = format!(
                "the manifest has format version {version:.20} and this program reads {VERSION}: use the program the pack was built with, or rebuild the pack"
            );
            return Err(Error::new(ErrorKind::Version, text));
        }
        None => return Err(Error::malformed(WHAT, format_args!("it begins with `{first:.60}` and not with `{HEAD}`"))),
    }
    let unsigned = || Error::new(ErrorKind::Signature, "the manifest is cut off or not signed: fetch the pack again");
    let whole = text.strip_suffix('\n').ok_or_else(unsigned)?;
    let cut = whole.find("\nsignature ").ok_or_else(unsigned)? + 1;
    let (body, lines) = whole.split_at(cut);
    let signature = |line: &'a str| {
        let (key, signature) = line.strip_prefix("signature ")?.split_once(' ')?;
        Some((key, parse_hex(signature)?))
    };
    let signatures: Vec<(&str, [u8; 64])> = lines.split('\n').map(signature).collect::<Option<_>>().ok_or_else(unsigned)?;
    if signatures.len() > MOST_KEYS || signatures.windows(2).any(|two| two[0].0 >= two[1].0) {
        return Err(Error::malformed(WHAT, "its signatures are too many, or not in the order of their keys"));
    }
    Ok(Signed { body, signatures })
}

/// Everything but the signatures.
pub(super) fn write(facts: &PackFacts) -> String {
    let mut out = format!("{HEAD} {VERSION}\n");
    let mut line = |name: &str, value: &dyn std::fmt::Display| {
        // Writing to a String does not fail.
        let _ = writeln!(out, "{name} {value}");
    };
    line("version", &facts.version);
    line("engine", &facts.engine);
    line("fold", &facts.fold);
    line("built", &facts.built);
    line("expires", &facts.expires);
    line("policy", &format_args!("{} {} {}", facts.policy.amber, facts.policy.red, facts.policy.stop));
    if let Some(notice) = &facts.notice {
        line("notice", &format_args!("{} {}", notice.code, notice.stop));
    }
    for list in &facts.lists {
        line("list", &list.id);
        line("title", &list.title);
        line("publisher", &list.publisher);
        line("as-of", &list.as_of);
        if !list.tier.is_empty() {
            line("tier", &list.tier);
        }
        for source in &list.sources {
            line("source", &format_args!("{} {}", source.digest, source.form));
        }
        if let Some(Change { since, added, delisted, renamed, changed }) = &list.change {
            line("change", &format_args!("{since} {added} {delisted} {renamed} {changed}"));
        }
        let Rows { read, joined, ended, dropped } = list.rows;
        line("rows", &format_args!("{read} {joined} {ended} {dropped}"));
        line("entries", &list.entries);
        line("names", &list.names);
        line("words", &list.words);
        line("search", &file(&list.search));
        line("detail", &file(&list.detail));
    }
    if let Some(rules) = &facts.rules {
        line("rules", &file(rules));
    }
    for waiver in &facts.waivers {
        line("waiver", waiver);
    }
    line("threshold", &facts.trust.threshold);
    for key in &facts.trust.keys {
        line("key", key);
    }
    out
}

fn file(facts: &FileFacts) -> String {
    format!("{} {} {}", facts.name, facts.length, facts.digest)
}

/// Reads what [`write`] wrote, and nothing else: the facts written again must give the same bytes.
pub(super) fn parse(body: &str) -> Result<PackFacts, Error> {
    let mut lines = Lines { rest: body.lines().peekable() };
    lines.value(HEAD)?;
    let mut facts = PackFacts {
        version: lines.parsed("version", |text| text.parse().ok())?,
        engine: lines.text("engine")?,
        fold: lines.parsed("fold", |text| text.parse().ok())?,
        built: lines.parsed("built", Date::parse)?,
        expires: lines.parsed("expires", Date::parse)?,
        policy: lines.parsed("policy", policy)?,
        notice: if lines.next_is("notice") { Some(lines.parsed("notice", notice)?) } else { None },
        lists: Vec::new(),
        rules: None,
        waivers: Vec::new(),
        trust: Trust { keys: Vec::new(), threshold: 0 },
    };
    while lines.next_is("list") {
        facts.lists.push(ListFacts {
            id: lines.parsed("list", |text| word(text).then(|| text.to_string()))?,
            title: lines.text("title")?,
            publisher: lines.text("publisher")?,
            as_of: lines.parsed("as-of", Date::parse)?,
            tier: if lines.next_is("tier") { lines.parsed("tier", |text| word(text).then(|| text.to_string()))? } else { String::new() },
            sources: lines.all("source", source)?,
            change: if lines.next_is("change") { Some(lines.parsed("change", change)?) } else { None },
            rows: lines.parsed("rows", rows)?,
            entries: lines.parsed("entries", |text| text.parse().ok())?,
            names: lines.parsed("names", |text| text.parse().ok())?,
            words: lines.parsed("words", |text| text.parse().ok())?,
            search: lines.parsed("search", file_facts)?,
            detail: lines.parsed("detail", file_facts)?,
        });
    }
    if lines.next_is("rules") {
        facts.rules = Some(lines.parsed("rules", file_facts)?);
    }
    facts.waivers = lines.all("waiver", |text| Some(text.to_string()))?;
    facts.trust.threshold = lines.parsed("threshold", |text| text.parse().ok())?;
    facts.trust.keys = lines.all("key", |text| PublicKey::parse(text).ok())?;
    check(&facts)?;
    match write(&facts) == body {
        true => Ok(facts),
        false => Err(Error::malformed(WHAT, "it is not in its one canonical form")),
    }
}

/// What must agree in a manifest, whoever signed it.
fn check(facts: &PackFacts) -> Result<(), Error> {
    if facts.lists.windows(2).any(|two| two[0].id >= two[1].id) {
        return Err(Error::malformed(WHAT, "its lists are not in the order of their ids"));
    }
    if facts.built > facts.expires || facts.lists.iter().any(|list| list.as_of > facts.built) {
        return Err(Error::malformed(WHAT, "it expires before it was built, or was built before a list's day"));
    }
    if !(1..=999).contains(&(facts.version % 1_000)) || facts.version - facts.version % 1_000 != PackFacts::version(facts.built, 1) - 1 {
        return Err(Error::malformed(WHAT, format_args!("its version {} is not of the day it was built on", facts.version)));
    }
    let keys: Vec<String> = facts.trust.keys.iter().map(PublicKey::to_string).collect();
    if facts.trust.threshold == 0 || keys.len() < facts.trust.threshold || keys.windows(2).any(|two| two[0] >= two[1]) {
        return Err(Error::malformed(WHAT, "its keys are fewer than its threshold, or not in their order"));
    }
    if let Some(list) = facts.lists.iter().find(|list| list.change.is_some_and(|change| change.since > list.as_of)) {
        return Err(Error::malformed(WHAT, format_args!("{} changed since a day after its own", list.id)));
    }
    for list in &facts.lists {
        let Rows { read, joined, ended, dropped } = list.rows;
        let out = [list.entries, joined, ended, dropped].map(u64::from).iter().sum::<u64>();
        if u64::from(read) != out {
            return Err(Error::malformed(WHAT, format_args!("{} has {read} rows in and {out} accounted for", list.id)));
        }
    }
    Ok(())
}

struct Lines<'a> {
    rest: std::iter::Peekable<std::str::Lines<'a>>,
}

impl<'a> Lines<'a> {
    fn next_is(&mut self, name: &str) -> bool {
        self.rest.peek().is_some_and(|line| line.split(' ').next() == Some(name))
    }

    fn value(&mut self, name: &str) -> Result<&'a str, Error> {
        let line = self.rest.next().unwrap_or("its end");
        let value = line.strip_prefix(name).and_then(|rest| rest.strip_prefix(' '));
        value.ok_or_else(|| Error::malformed(WHAT, format_args!("a line `{name} ...` was expected and `{line:.60}` found")))
    }

    fn text(&mut self, name: &str) -> Result<String, Error> {
        self.value(name).map(str::to_string)
    }

    /// Every line of that name that comes next.
    fn all<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Error> {
        let mut all = Vec::new();
        while self.next_is(name) {
            all.push(self.parsed(name, &parse)?);
        }
        Ok(all)
    }

    fn parsed<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
        let value = self.value(name)?;
        parse(value).ok_or_else(|| Error::malformed(WHAT, format_args!("the line `{name} {value:.60}` is not written as one")))
    }
}

fn policy(text: &str) -> Option<Policy> {
    let mut numbers = text.split(' ').map(|number| number.parse().ok());
    let (amber, red, stop) = (numbers.next()??, numbers.next()??, numbers.next()??);
    (amber <= red && red <= stop && numbers.next().is_none()).then_some(Policy { amber, red, stop })
}

fn rows(text: &str) -> Option<Rows> {
    let numbers: Vec<u32> = text.split(' ').map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let [read, joined, ended, dropped] = numbers[..] else { return None };
    Some(Rows { read, joined, ended, dropped })
}

fn source(text: &str) -> Option<Source> {
    let (digest, form) = text.split_once(' ')?;
    Some(Source { form: form.to_string(), digest: Digest::parse(digest)? })
}

fn change(text: &str) -> Option<Change> {
    let (since, counts) = text.split_once(' ')?;
    let counts: Vec<u32> = counts.split(' ').map(|count| count.parse().ok()).collect::<Option<_>>()?;
    let [added, delisted, renamed, changed] = counts[..] else { return None };
    Some(Change { since: Date::parse(since)?, added, delisted, renamed, changed })
}

fn notice(text: &str) -> Option<Notice> {
    let (code, stop) = text.split_once(' ')?;
    word(code).then_some(Notice { code: code.to_string(), stop: stop.parse().ok()? })
}

/// Lower-case letters, digits and hyphens: fits a file name, an attribute and a URL.
fn word(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn file_facts(text: &str) -> Option<FileFacts> {
    let mut parts = text.split(' ');
    let (name, length, digest) = (parts.next()?, parts.next()?.parse().ok()?, Digest::parse(parts.next()?)?);
    // A plain name: no path leaves the pack's directory by it.
    let plain = name.split('.').all(word);
    (plain && parts.next().is_none()).then_some(FileFacts { name: name.to_string(), length, digest })
}
