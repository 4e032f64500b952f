//! Case files from the page: texts in, texts out. The page keeps the text of a case file in memory; nothing here keeps state.

use redzone_index::{Date, SecretKey};
use redzone_record::chain::{Checker, Finding};
use redzone_record::commit::Seed;
use redzone_record::decisions::{DecisionError, GoodList, Made, Verdict};
use redzone_record::disclose::{PARTY, Pattern, openings_from_json, openings_to_json};
use redzone_record::report::calendar::Calendar;
use redzone_record::report::html::{self, Letterhead};
use redzone_record::report::law::Law;
use redzone_record::report::{Row, Rows, csv};
use redzone_record::sealed::{Kind, Sealed, Stamp, seal};
use redzone_record::{Head, Json, Replay, batch, compare, read};

use crate::Fault;

/// How many records of a case file a page shows; all are checked.
const SHOWN: usize = 500;

/// A case file that is whole, line by line; none of an empty text.
///
/// # Errors
/// `case-broken`, `no-record`.
fn whole(text: &str) -> Result<Vec<Sealed>, Fault> {
    let mut checker = Checker::new(&[]);
    text.lines()
        .map(|line| {
            let (sealed, found) = checker.line(line);
            match (sealed, found.first()) {
                (Some(sealed), None) => Ok(sealed),
                (_, Some(Finding { line, what })) => Err(Fault::new("case-broken", format!("line {line}: {what}"))),
                (None, None) => Err(Fault::new("no-record", "expected a record")),
            }
        })
        .collect()
}

/// What the lists of a record's hits do in law is put into its row.
pub(crate) type FindLaw<'a> = &'a dyn Fn(&mut Row) -> Result<(), Fault>;

/// What a page shows of a case file: every finding, the head, and the first records.
pub(crate) fn shown(text: &str, heads: &[String], law: FindLaw) -> Result<Json, Fault> {
    let heads = heads.iter().map(|text| Head::parse(text).ok_or_else(|| Fault::new("head", "a character of the head was misread")));
    let heads = heads.collect::<Result<Vec<_>, _>>()?;
    let (mut checker, mut rows, mut batch) = (Checker::new(&heads), Rows::default(), None);
    let (mut findings, mut records, mut more, mut redacted) = (Vec::new(), Vec::new(), 0usize, false);
    for (at, line) in text.lines().enumerate() {
        let (sealed, found) = checker.line(line);
        findings.extend(found);
        let Some(sealed) = sealed else { continue };
        redacted |= sealed.is_redacted();
        let row = rows.next(&sealed);
        if sealed.kind() == "batch" {
            batch = sealed.body().cloned();
        }
        match row {
            Some(_) if records.len() >= SHOWN => more += 1,
            Some(mut row) => {
                law(&mut row)?;
                records.push(record_shown(at + 1, &sealed, &row, batch.as_ref()));
            }
            None => {}
        }
    }
    findings.extend(checker.end());
    let finding = |finding: &Finding| Json::object([("line", Json::from(finding.line)), ("what", finding.what.to_string().into())]);
    Ok(Json::object([
        ("parts", Json::list(PARTY)),
        ("findings", Json::List(findings.iter().map(finding).collect())),
        ("head", checker.last().map(|place| Head::of(&place).to_string()).unwrap_or_default().into()),
        ("qr", checker.last().map(|place| html::qr_modules(&Head::of(&place).to_string())).unwrap_or_default().into()),
        ("records", Json::List(records)),
        ("more", more.into()),
        ("redacted", redacted.into()),
    ]))
}

fn record_shown(line: usize, sealed: &Sealed, row: &Row, batch: Option<&Json>) -> Json {
    let member =
        |key: &str, inner: &str| sealed.record.get(key).and_then(|value| value.get(inner)).and_then(Json::as_text).unwrap_or_default();
    // What is asked again: the whole check, rows with what their batch says.
    let check = match sealed.kind() {
        "check" => sealed.body().cloned(),
        "row" => batch.zip(sealed.body()).and_then(|(batch, row)| batch::check(batch, row)),
        _ => None,
    };
    let check = check.filter(|check| redzone_record::question(check).is_some());
    let whole = |kind: &str| sealed.body().filter(|_| sealed.kind() == kind && !sealed.is_redacted()).map(Json::to_canonical);
    let hits = row.check.as_ref().and_then(|check| check.get("hits")).and_then(Json::as_list).unwrap_or_default();
    let rules = row.check.as_ref().and_then(|check| check.get("pack")?.get("rules")?.as_text()).unwrap_or_default();
    let law = |at: usize| row.law.as_ref().and_then(|laws| laws.get(at));
    let of = sealed.body().and_then(|body| body.get("check")).and_then(Json::as_text).unwrap_or_default();
    Json::object([
        ("line", Json::from(line)),
        ("number", row.number.into()),
        ("digest", sealed.digest.to_string().into()),
        ("kind", row.kind.as_str().into()),
        ("at", row.at.as_str().into()),
        ("clock", member("time", "clock").into()),
        ("program", format!("{} {}", member("program", "name"), member("program", "version")).into()),
        ("wasm", member("program", "wasm").into()),
        ("signer", sealed.record.get("signer").and_then(Json::as_text).unwrap_or_default().into()),
        ("redacted", sealed.is_redacted().into()),
        ("party", row.party.as_str().into()),
        ("asked", row.asked.as_str().into()),
        ("asOf", row.as_of.as_str().into()),
        ("result", row.result.as_str().into()),
        ("remarks", row.remarks.as_str().into()),
        ("pack", row.pack.as_str().into()),
        ("found", row.hits.into()),
        ("rules", rules.into()),
        ("lawful", row.law.is_some().into()),
        ("hits", Json::List(hits.iter().enumerate().map(|(at, hit)| hit_shown(hit, law(at))).collect())),
        ("about", row.first.as_str().into()),
        ("of", of.into()),
        ("check", check.map(|check| check.to_canonical()).unwrap_or_default().into()),
        ("destination", whole("destination").unwrap_or_default().into()),
        ("deal", whole("deal").unwrap_or_default().into()),
    ])
}

fn hit_shown(hit: &Json, law: Option<&Law>) -> Json {
    let text = |key: &str| Json::from(hit.get(key).and_then(Json::as_text).unwrap_or_default());
    let score = hit.get("score").and_then(Json::as_integer).unwrap_or(0);
    let members = [("list", text("list")), ("id", text("id")), ("name", text("name")), ("strength", text("strength"))];
    let effects = law.map_or(Json::List(Vec::new()), |law| law.effects.clone());
    let more = [("score", Json::Integer(score)), ("effects", effects), ("entry", law.is_some_and(|law| law.entry).into())];
    Json::object(members.into_iter().chain(more))
}

/// The next line of a case file.
pub(crate) fn next_line(case: &str, kind: &str, body: &str, stamp: &Stamp, seed: &[u8], key: &str) -> Result<String, Fault> {
    let kind = [Kind::Check, Kind::Destination, Kind::Deal, Kind::Decision].into_iter().find(|known| known.word() == kind);
    let kind = kind.ok_or_else(|| Fault::new("no-record", "expected the kind check, destination, deal or decision"))?;
    let seed = seed.try_into().map_err(|_| Fault::new("internal", "expected a seed of 32 bytes"))?;
    let key = if key.is_empty() { None } else { Some(SecretKey::parse(key)?) };
    let previous = whole(case)?.last().and_then(Sealed::place);
    let sealed = seal(kind, json(body)?, previous.as_ref(), stamp, Seed(seed), key.as_ref());
    sealed.map(|sealed| sealed.to_line()).map_err(|_| Fault::new("internal", "the record has a member that is reserved for hidden parts"))
}

/// Decides about a hit: the body of the decision's record, and the good-list with the decision in it.
pub(crate) fn decide(case: &str, good: &str, salt: &[u8], asked: &Json) -> Result<Json, Fault> {
    let text = |key: &str| asked.get(key).and_then(Json::as_text).unwrap_or_default();
    let line = asked.get("line").and_then(Json::as_integer).and_then(|line| usize::try_from(line).ok()).unwrap_or(0);
    let no_hit = || Fault::new("no-hit", "the record has no such hit");
    let (sealed, check, reference) = check_at(case, line)?.ok_or_else(no_hit)?;
    let mut good = if good.is_empty() {
        GoodList::new(salt.try_into().map_err(|_| Fault::new("internal", "expected a salt of 32 bytes"))?)
    } else {
        GoodList::from_json(&json(good)?).ok_or_else(|| Fault::new("no-good-list", "expected a good-list, found other JSON"))?
    };
    let day = |key: &str| Date::parse(text(key)).ok_or_else(|| Fault::new("as-of", format!("expected a day, found `{}`", text(key))));
    let made = Made {
        verdict: Verdict::parse(text("decision")).ok_or_else(|| Fault::new("shape", "expected a decision"))?,
        reason: text("reason").to_owned(),
        by: text("by").to_owned(),
        decided: day("decided")?,
        until: day("until")?,
        reference,
    };
    let decision = good.decide(&check, text("list"), text("id"), made).map_err(|why| match why {
        DecisionError::Unreasoned => Fault::new("unreasoned", "a decision needs a reason and a name"),
        DecisionError::TooLong => Fault::new("too-long", "a decision holds from its day for at most 365 days"),
        DecisionError::NoSuchHit => no_hit(),
    })?;
    let body = decision.body(&sealed.digest).to_canonical();
    Ok(Json::object([("body", Json::from(body)), ("goodList", good.to_json().to_canonical().into())]))
}

/// The check on a line, with its record and the file's own id for the party.
fn check_at(case: &str, line: usize) -> Result<Option<(Sealed, Json, Option<String>)>, Fault> {
    let mut batch = None;
    for (at, sealed) in whole(case)?.into_iter().enumerate() {
        let body = sealed.body().cloned();
        match (sealed.kind(), body, at + 1 == line) {
            ("batch", body, _) => batch = body,
            ("check", Some(check), true) => return Ok(Some((sealed, check, None))),
            ("row", Some(row), true) => {
                let party = row.get("party").and_then(Json::as_text).map(str::to_owned);
                return Ok(batch.and_then(|batch| batch::check(&batch, &row)).map(|check| (sealed, check, party)));
            }
            _ => {}
        }
    }
    Ok(None)
}

/// How a record compares with the same question asked now.
pub(crate) fn compared(recorded: &str, now: &str) -> Result<Json, Fault> {
    Ok(match compare(&json(recorded)?, &json(now)?) {
        Replay::Same => Json::object([("same", Json::from(true))]),
        Replay::Differs(difference) => Json::object([
            ("same", Json::from(false)),
            ("cause", format!("{:?}", difference.cause).to_lowercase().into()),
            ("place", difference.place.into()),
            ("recorded", difference.recorded.into()),
            ("now", difference.now.into()),
        ]),
    })
}

/// The case file with parts of every body hidden.
pub(crate) fn redacted(case: &str, hide: &[String]) -> Result<String, Fault> {
    let hide = patterns(hide)?;
    lines(whole(case)?.iter().map(|sealed| {
        let hidden = sealed.redact(&hide);
        hidden.ok_or_else(|| Fault::new("redacted", "expected whole records, found a redacted one: only their holder can redact"))
    }))
}

/// What opens parts of one record of a redacted case file, from the whole one.
pub(crate) fn openings(case: &str, redacted: &str, line: u32, show: &[String]) -> Result<String, Fault> {
    let at = (line as usize).wrapping_sub(1);
    let (wholes, cuts) = (whole(case)?, whole(redacted)?);
    let pair = wholes.get(at).zip(cuts.get(at));
    let found = pair.and_then(|(whole, cut)| Some((whole.digest, whole.openings(cut, &patterns(show).ok()?)?)));
    let (digest, parts) = found.ok_or_else(|| Fault::new("not-a-pair", "the two files are not one case file, whole and redacted"))?;
    if parts.is_empty() {
        return Err(Fault::new("nothing-hidden", "nothing of that is hidden there"));
    }
    Ok(format!("{}\n", openings_to_json(&digest, &parts).to_canonical()))
}

/// A redacted case file with parts opened.
pub(crate) fn opened(case: &str, openings: &str) -> Result<String, Fault> {
    let wrong = || Fault::new("not-openings", "these openings do not belong to this case file");
    let (digest, parts) = openings_from_json(&json(openings)?).ok_or_else(wrong)?;
    let records = whole(case)?;
    if !records.iter().any(|sealed| sealed.digest == digest) {
        return Err(wrong());
    }
    lines(records.into_iter().map(|sealed| if sealed.digest == digest { sealed.open(&parts).ok_or_else(wrong) } else { Ok(sealed) }))
}

/// A case file for people, spreadsheets and calendars; `form` as `redzone record export --to` has it.
pub(crate) fn exported(case: &str, form: &str, letterhead: &Letterhead, law: FindLaw) -> Result<String, Fault> {
    let records = whole(case)?;
    let head = records.last().and_then(Sealed::place).map(|place| Head::of(&place));
    let head = head.ok_or_else(|| Fault::new("no-record", "expected a record, found an empty file"))?;
    let mut rows = Rows::default();
    let mut table = |line: fn(&Row) -> String| -> Result<String, Fault> {
        let rows = records.iter().filter_map(|sealed| rows.next(sealed));
        rows.map(|mut row| if form == "html" { law(&mut row) } else { Ok(()) }.map(|()| line(&row))).collect()
    };
    Ok(match form {
        "html" => [html::start(letterhead, &head), table(html::party)?, html::end().to_owned()].concat(),
        "csv" => format!("{}\r\n{}", csv::HEADER, table(|row| format!("{}\r\n", csv::summary(row)))?),
        "csv-exact" => format!("{}\r\n{}", csv::HEADER, table(|row| format!("{}\r\n", csv::exact(row)))?),
        "ics" => {
            let mut calendar = Calendar::default();
            records.iter().for_each(|sealed| calendar.add(sealed));
            calendar.to_text()
        }
        _ => return Err(Fault::new("shape", "expected html, csv, csv-exact or ics")),
    })
}

/// A key made of 32 random bytes: the text of its private file, and the public key.
pub(crate) fn key(seed: &[u8]) -> Result<Json, Fault> {
    let seed = seed.try_into().map_err(|_| Fault::new("internal", "expected a seed of 32 bytes"))?;
    Ok(key_shown(&SecretKey::from_seed(seed)))
}

/// A key read from its private file.
pub(crate) fn key_read(text: &str) -> Result<Json, Fault> {
    Ok(key_shown(&SecretKey::parse(text)?))
}

fn key_shown(key: &SecretKey) -> Json {
    let file = key.to_file("signs records; keep it to yourself");
    Json::object([("file", Json::from(file)), ("public", key.public().to_string().into())])
}

fn lines(sealed: impl Iterator<Item = Result<Sealed, Fault>>) -> Result<String, Fault> {
    sealed.map(|sealed| Ok(sealed?.to_line() + "\n")).collect()
}

fn patterns(texts: &[String]) -> Result<Vec<Pattern>, Fault> {
    texts
        .iter()
        .map(|text| Pattern::parse(text).ok_or_else(|| Fault::new("shape", format!("expected a JSON Pointer, found `{text}`"))))
        .collect()
}

fn json(text: &str) -> Result<Json, Fault> {
    read(text).map_err(|why| Fault::new("no-record", why.to_string()))
}
