//! Case files at the command line: written by answers, verified, redacted and opened, decided upon, asked again, exported, archived.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

#[path = "cli/packs.rs"]
mod packs;

use redzone_record::Json;
use redzone_record::commit::Seed;
use redzone_record::sealed::{Kind, Sealed, Stamp, seal};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Room(PathBuf);

impl Room {
    fn new(name: &str) -> Room {
        let dir = std::env::temp_dir().join(format!("redzone-record-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).unwrap();
        let room = Room(dir);
        fs::write(
            room.at("book.csv"),
            "query_id,name,type,dob,country\np1,Quibbleforth Optronics,entity,,\np2,Waldemar Ingo Zzyzx,,,\np3,Grommash Shipping Lines,,,\np4,Nobody Inparticular,,,\np5,Bartleby Hexachord Trading,,,\n",
        )
        .unwrap();
        room
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// A command line, words at blanks; `{dir}`, `{pack}`, `{pack:HOW}` and `{key}` are filled in; `_` in a word stands for a blank.
    fn run(&self, line: &str) -> Output {
        let word = |word: &str| packs::place(&word.replace("{dir}", &self.0.display().to_string()), &self.0).replace("__", " ");
        Command::new(env!("CARGO_BIN_EXE_redzone")).args(line.split_whitespace().map(word)).output().unwrap()
    }

    fn ok(&self, line: &str) -> String {
        let output = self.run(line);
        let code = output.status.code().unwrap();
        assert!(matches!(code, 0 | 1), "{line}: exit {code}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn book(&self, pack: &str, case: &str) {
        let screen =
            format!("-q screen --index {pack} --trust {{key}} --queries {{dir}}/book.csv --out {{dir}}/a.jsonl --as-of 2026-08-16");
        self.ok(&format!("{screen} --record {{dir}}/{case}"));
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn text(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn answers_are_recorded_verified_and_asked_again() {
    let room = Room::new("verify");
    room.ok("-q keygen {dir}/me");
    room.ok("-q check Quibbleforth --lists {pack} --trust {key} --as-of 2026-08-01 --record {dir}/c --sign {dir}/me.private");
    room.book("{pack}", "c");
    let said = room.ok("-q record verify {dir}/c --packs {pack} --trust {key}");
    assert!(said.contains("The chain is whole. Head 8-") && said.contains("byte for byte: 6 records"), "{said}");
    let head = said.lines().find_map(|line| line.split_once("Head ")).unwrap().1.to_owned();

    let lines = text(room.at("c"));
    for (how, changed, exit, says) in [
        ("altered", lines.replacen("Grommash", "Grummash", 1), 4, "line 5: its content was altered"),
        ("cut", lines.lines().take(6).map(|line| format!("{line}\n")).collect(), 4, "records 7 to 8 were cut off"),
        (
            "dropped",
            lines.lines().enumerate().filter(|(at, _)| *at != 3).map(|(_, line)| format!("{line}\n")).collect(),
            4,
            "record 4 is missing",
        ),
    ] {
        fs::write(room.at(how), changed).unwrap();
        let output = room.run(&format!("-q record verify {{dir}}/{how} --packs {{pack}} --trust {{key}} --head {head}"));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(exit) && said.contains(says), "{how}: {said}");
    }
    let other = room.run("-q record verify {dir}/c --packs {pack:newer} --trust {key}");
    assert_eq!(other.status.code(), Some(5), "a pack that is not there is no success");
    assert!(String::from_utf8(other.stdout).unwrap().contains("is not here"));
}

#[test]
fn a_redacted_case_keeps_its_head_and_opens_one_field() {
    let room = Room::new("redact");
    room.book("{pack}", "c");
    room.ok("-q record redact {dir}/c --out {dir}/r");
    let redacted = text(room.at("r"));
    assert!(!redacted.contains("Grommash") && !redacted.contains("grommash") && redacted.contains("no-match"));
    let head = |file: &str| room.ok(&format!("-q record verify {{dir}}/{file} --chain-only"));
    assert_eq!(head("r").lines().next(), head("c").lines().next());
    room.ok("-q record verify {dir}/r --packs {pack} --trust {key}");
    room.ok("-q record disclose {dir}/c --for {dir}/r --line 4 --show /body/question/name --out {dir}/o");
    room.ok("-q record open {dir}/r {dir}/o --out {dir}/opened");
    let opened = text(room.at("opened"));
    assert!(opened.contains("Grommash Shipping Lines") && !opened.contains("Quibbleforth"));
    assert_eq!(head("opened").lines().next(), head("c").lines().next());
}

/// Neither a decision nor a doubt says what the check about it hides.
#[test]
fn redacted_as_usual_no_record_tells_the_entry_or_the_number() {
    let room = Room::new("leak");
    room.book("{pack}", "c");
    room.ok("-q record decide {dir}/c --line 3 --hit test:t-1 --decision different --reason because --by A.__Reviewer --until 2026-12-31 --as-of 2026-08-16 --good-list {dir}/g");
    room.run("-q check Quibbleforth --id IMO__9187628 --lists {pack} --trust {key} --as-of 2026-08-16 --record {dir}/c");
    let told = ["\"t-1\"", "\"p2\"", "9187628"];
    assert!(told.iter().all(|told| text(room.at("c")).contains(told)));
    room.ok("-q record redact {dir}/c --out {dir}/r");
    for told in told {
        assert!(!text(room.at("r")).contains(told), "{told}");
    }
}

#[test]
fn a_book_asked_again_gives_the_difference_of_two_full_runs() {
    let room = Room::new("again");
    room.book("{pack}", "old");
    room.book("{pack:newer}", "new");
    let hits = |file: &str| -> BTreeSet<(String, String, String)> {
        let rows = text(room.at(file));
        let rows = rows.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["record"]["body"].take());
        rows.filter(|body| body["schema"] == "redzone-row-2")
            .flat_map(|body| {
                let party = body["party"].as_str().unwrap().to_owned();
                let hit = move |hit: &serde_json::Value| {
                    (party.clone(), hit["id"].as_str().unwrap().to_owned(), hit["entry"].as_str().unwrap().to_owned())
                };
                body["hits"].as_array().unwrap().iter().map(hit).collect::<Vec<_>>()
            })
            .collect()
    };
    let (old, new) = (hits("old"), hits("new"));
    let parties =
        |of: &BTreeSet<(String, String, String)>| of.iter().map(|(party, id, _)| (party.clone(), id.clone())).collect::<BTreeSet<_>>();
    let mut expected: BTreeSet<(String, String, String)> = BTreeSet::new();
    for (party, id) in parties(&new).difference(&parties(&old)) {
        expected.insert((party.clone(), id.clone(), "new-hit".into()));
    }
    for (party, id) in parties(&old).difference(&parties(&new)) {
        expected.insert((party.clone(), id.clone(), "no-longer-found".into()));
    }
    for (party, id, _) in new.difference(&old).filter(|(party, id, _)| parties(&old).contains(&(party.clone(), id.clone()))) {
        expected.insert((party.clone(), id.clone(), "entry-changed".into()));
    }
    assert_eq!(expected.len(), 3, "one of each");
    let said = room.ok("-q --format json record rescreen {dir}/old --packs {pack:newer} --trust {key} --as-of 2026-08-16");
    let found: BTreeSet<(String, String, String)> = said
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|change| ["party", "id", "what"].map(|key| change[key].as_str().unwrap().to_owned()).into())
        .filter(|(_, id, _): &(String, String, String)| !id.is_empty())
        .collect();
    assert_eq!(found, expected);

    // Looking back over both packs gives the same, seen from the older one.
    fs::create_dir(room.at("shelf")).unwrap();
    fs::rename(room.at("good"), room.at("shelf/good")).unwrap();
    fs::rename(room.at("newer"), room.at("shelf/newer")).unwrap();
    let back = room.ok("-q record rescreen {dir}/old --packs {dir}/shelf --trust {key} --from 2026-07-01 --to 2026-12-31");
    assert_eq!(back.lines().filter(|line| line.contains("test:t-")).count(), 3, "{back}");
    let none = room.run("-q record rescreen {dir}/old --packs {dir}/shelf --trust {key} --from 2020-01-01 --to 2020-12-31");
    assert_eq!(none.status.code(), Some(5));
}

/// Rules change and lists do: what was asked about destinations and deals is asked again too, and equals two full runs.
#[test]
fn destinations_and_deals_are_asked_again_and_tell_what_changed() {
    let room = Room::new("ruled");
    let deal = r#"{"as_of":"2026-08-16","destination":"DE","installation":"DE","items":[{"eccn":"EAR99","kind":"other","name":"crate"}],"parties":[{"name":"Bartleby Hexachord Trading","owners":[{"name":"Grommash Shipping Lines","share_percent":"60"}],"roles":["end-user"]}],"signing":"2026-09-01"}"#;
    fs::write(room.at("deal.json"), deal).unwrap();
    let ask = |pack: &str, case: &str| {
        let more = format!("--lists {pack} --trust {{key}} --record {{dir}}/{case}");
        room.ok(&format!("-q destination Crimea --as-of 2026-08-16 {more}"));
        room.run(&format!("-q determine --question {{dir}}/deal.json --screen {more}"));
    };
    ask("{pack:rules}", "old");
    ask("{pack:later-rules}", "new");
    let output = room
        .run("-q --format json record rescreen {dir}/old --packs {pack:later-rules} --trust {key} --as-of 2026-08-16 --record {dir}/again");
    assert_eq!(output.status.code(), Some(5), "the deal is not told in full: {}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let changes: Vec<serde_json::Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let has = |name: &str, what: &str, id: &str| {
        changes.iter().any(|one| (&one["name"], &one["what"], &one["id"]) == (&name.into(), &what.into(), &id.into()))
    };
    assert!(has("Crimea", "rule-changed", "us-ear-ua-43"), "{said}");
    let deal = "Bartleby Hexachord Trading, DE";
    for (what, id) in [("rule-changed", "own-ofac"), ("new-hit", "t-9"), ("no-longer-found", "t-2")] {
        assert!(has(deal, what, id), "{what} {id}: {said}");
    }
    // The answers now are those of a full run on the newer pack.
    let bodies = |case: &str| {
        let body = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["record"]["body"].take();
        text(room.at(case)).lines().map(body).collect::<Vec<_>>()
    };
    assert_eq!(bodies("again"), bodies("new"));
    let none = room.run("-q record rescreen {dir}/old --packs {pack:rules} --trust {key} --as-of 2026-08-16");
    assert!(none.stdout.is_empty(), "the same pack changes nothing: {}", String::from_utf8_lossy(&none.stdout));
    let without = room.run("record rescreen {dir}/old --packs {pack:newer} --trust {key} --as-of 2026-08-16");
    let said = String::from_utf8(without.stderr).unwrap();
    assert!(without.status.code() == Some(5) && said.contains("line 1: the pack") && said.contains("has no rules"), "{said}");

    // They are kept with the pack that answered, and their days and rules are in what is exported.
    room.ok("-q record archive {dir}/old --packs {pack:rules} --trust {key} --engine {dir}/book.csv --out {dir}/old.zip");
    assert!(room.ok("-q record verify {dir}/old.zip --trust {key}").contains("byte for byte: 2 records"));
    for form in ["html", "ics"] {
        room.ok(&format!("-q record export {{dir}}/old --to {form} --out {{dir}}/old.{form}"));
    }
    let (report, days) = (text(room.at("old.html")), text(room.at("old.ics")));
    assert!(report.contains("15 CFR 746.6") && report.contains("31 CFR 589"), "{report}");
    for says in ["SUMMARY:Record 2: Records", "DTSTART;VALUE=DATE:20260901", "are to be reviewed"] {
        assert!(days.contains(says), "{says}: {days}");
    }
}

#[test]
fn a_decision_lapses_when_the_entry_changes_and_hides_no_hit() {
    let room = Room::new("decide");
    room.book("{pack}", "c");
    let decide =
        "-q record decide {dir}/c --line 3 --hit test:t-1 --decision different --by A.__Reviewer --good-list {dir}/g --as-of 2026-08-16";
    room.ok(&format!("{decide} --reason other__birth__year --until 2027-08-16"));
    for (more, says) in [
        ("--reason __ --until 2027-08-16", "reason"),
        ("--reason x --until 2027-08-17", "365 days"),
        ("--reason x --until 2026-08-15", "365 days"),
    ] {
        let output = room.run(&format!("{decide} {more}"));
        assert!(output.status.code() == Some(2) && String::from_utf8(output.stderr).unwrap().contains(says), "{more}");
    }
    assert!(!text(room.at("g")).contains("Zzyzx"));
    let again = |pack: &str, day: &str| {
        room.ok(&format!("-q record rescreen {{dir}}/c --packs {pack} --trust {{key}} --good-list {{dir}}/g --as-of {day}"))
    };
    assert!(!again("{pack}", "2026-08-20").contains("lapsed"));
    assert!(again("{pack:newer}", "2026-08-20").contains("decision lapsed test:t-1, from different-party to lapsed-entry-cha"));
    let said = room.ok("-q record verify {dir}/c --packs {pack} --trust {key}");
    assert!(said.contains("The chain is whole. Head 8-"), "{said}");
}

#[test]
fn a_case_is_exported_and_archived() {
    let room = Room::new("export");
    room.book("{pack}", "c");
    for (form, says) in [
        ("html", "<svg "),
        ("csv", "\"no-match\""),
        ("csv-exact", "\"\"\"no-match\"\"\""),
        ("ics", "DTSTART;VALUE=DATE:20270731"),
        ("json", "redzone-row-2"),
    ] {
        room.ok(&format!("-q record export {{dir}}/c --to {form} --out {{dir}}/x.{form}"));
        assert!(text(room.at(&format!("x.{form}"))).contains(says), "{form}");
    }
    let html = text(room.at("x.html"));
    assert!(["<script", "src=", "href="].iter().all(|word| !html.contains(word)));
    serde_json::from_str::<serde_json::Value>(&text(room.at("x.json"))).unwrap();
    for name in ["one.zip", "two.zip"] {
        room.ok(&format!("-q record archive {{dir}}/c --packs {{pack}} --trust {{key}} --engine {{dir}}/book.csv --out {{dir}}/{name}"));
    }
    assert_eq!(fs::read(room.at("one.zip")).unwrap(), fs::read(room.at("two.zip")).unwrap());
    let schema: serde_json::Value = serde_json::from_str(&room.ok("record schema")).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let said = room.ok("-q record verify {dir}/one.zip --trust {key}");
    assert!(said.contains("byte for byte: 5 records"), "{said}");
    let mut damaged = fs::read(room.at("one.zip")).unwrap();
    damaged.truncate(damaged.len() / 2);
    fs::write(room.at("damaged.zip"), damaged).unwrap();
    let output = room.run("-q record verify {dir}/damaged.zip --trust {key}");
    assert!(output.status.code() == Some(3) && String::from_utf8(output.stderr).unwrap().contains("redzone record archive"));
    let other = room.run("-q record archive {dir}/c --packs {pack:newer} --trust {key} --engine {dir}/book.csv --out {dir}/three.zip");
    assert_eq!(other.status.code(), Some(5));
}

#[test]
fn a_report_says_what_the_list_of_each_hit_does_by_the_rules_of_the_record_or_that_they_are_not_at_hand() {
    let room = Room::new("law");
    room.book("{pack:law-rules}", "c");
    room.ok("-q check Grommash__Shipping__Lines --lists {pack:law-rules} --trust {key} --as-of 2026-08-16 --record {dir}/c");
    room.ok("-q check Grommash__Shipping__Lines --lists {pack} --trust {key} --as-of 2026-08-16 --record {dir}/c");
    let report = |from: &str, packs: &str| {
        room.ok(&format!("-q record export {{dir}}/{from} --to html --out {{dir}}/r.html --trust {{key}} --packs {packs}"));
        let html = text(room.at("r.html"));
        fs::remove_file(room.at("r.html")).unwrap();
        html
    };
    let count = |html: &str, says: &str| html.matches(says).count();
    let hits = count(&report("c", "{pack}"), "<h3>") - count(&report("c", "{pack}"), ">Lists</h3>");
    assert!(hits >= 5, "rows of the batch and two checks have hits: {hits}");
    // By the rules that a record names: the list, the part that the entry's program names, what to do, and where it is written.
    let effects = packs::shipped_rules().effects.iter().filter(|effect| matches!(effect.code.as_ref(), "SDN" | "EL-FN4"));
    let whole = report("c", "{pack:law-rules}");
    for effect in effects {
        for said in
            [&effect.effect, &effect.next_step, &effect.from.citation].map(|text| text.replace('\'', "&#39;").replace('"', "&quot;"))
        {
            assert_eq!(count(&whole, &said), hits - 1, "{said}");
        }
    }
    // The last check was asked of a pack without rules.
    assert_eq!((count(&whole, "are not at hand"), count(&whole, "does not show which rules")), (0, 1));
    // Other rules say nothing of it, and that is told with every record that has hits.
    let rules =
        |line: &str| Some(serde_json::from_str::<serde_json::Value>(line).ok()?["record"]["body"]["pack"]["rules"].as_str()?.to_owned());
    let digest = text(room.at("c")).lines().find_map(rules).unwrap();
    let without = report("c", "{pack:rules}");
    assert_eq!(count(&without, &format!("The rules with digest {digest} are not at hand")), hits - 1);
    assert_eq!(count(&without, "In law"), 0);
    // An archive has its packs with it.
    room.ok("-q record archive {dir}/c --packs {pack:law-rules} --packs {pack} --trust {key} --engine {dir}/book.csv --out {dir}/c.zip");
    room.ok("-q record export {dir}/c.zip --to html --out {dir}/archived.html --trust {key}");
    assert_eq!(text(room.at("archived.html")), whole);
    // What is hidden can't be looked up: the list is spoken of, and that more may hold is told.
    room.ok("record redact {dir}/c --out {dir}/cut");
    let cut = report("cut", "{pack:law-rules}");
    assert_eq!((count(&cut, "31 CFR"), count(&cut, "The entry is not at hand")), (count(&whole, "31 CFR"), hits - 1));
    // Rules that are not what was signed: no report at all.
    let mut bytes = fs::read(room.at("law-rules/rules.rz")).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(room.at("law-rules/rules.rz"), bytes).unwrap();
    let output = room.run("-q record export {dir}/c --to html --out {dir}/r.html --trust {key} --packs {pack:law-rules}");
    assert!(output.status.code() == Some(4) && !room.at("r.html").exists(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_batch_answers_the_same_with_and_without_its_record() {
    let room = Room::new("same");
    let ask = |more: &str| {
        let line = format!(
            "-q screen --index {{pack}} --trust {{key}} --queries {{dir}}/book.csv --out {{dir}}/a.jsonl --as-of 2026-08-16 --threshold 0.3 --limit 1{more}"
        );
        room.ok(&line);
        text(room.at("a.jsonl"))
    };
    assert_eq!(ask(""), ask(" --record {dir}/c"));
}

#[test]
fn queries_that_are_no_utf_8_are_named_as_what_they_are() {
    let room = Room::new("utf16");
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(text(room.at("book.csv")).encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (bytes, says) in [(&utf16[..], "found UTF-16 (its byte order mark)"), (&utf16[2..], "found a NUL byte at offset 1")] {
        fs::write(room.at("book.csv"), bytes).unwrap();
        let output = room.run("-q screen --index {pack} --trust {key} --queries {dir}/book.csv --out {dir}/a.jsonl --as-of 2026-08-16");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(3) && said.contains(says) && said.contains("UTF-8"), "{said}");
        assert!(!room.at("a.jsonl").exists());
    }
}

/// Whoever writes a chain of their own has one that fits in itself: an answer to no question is not passed over in it.
#[test]
fn an_answer_without_its_question_is_told() {
    let room = Room::new("unasked");
    room.ok("-q check Nobody --lists {pack} --trust {key} --as-of 2026-08-16 --record {dir}/c");
    let Json::Object(members) = Sealed::read(text(room.at("c")).trim_end()).unwrap().body().unwrap().clone() else {
        panic!("a check is an object")
    };
    let body = Json::object(members.into_iter().filter(|(key, _)| key != "question"));
    let stamp = Stamp { at: "2026-08-16T00:00:00Z".into(), clock: "device".into(), program: "redzone".into(), wasm: None };
    fs::write(room.at("forged"), seal(Kind::Check, body, None, &stamp, Seed([7; 32]), None).unwrap().to_line() + "\n").unwrap();
    let output = room.run("-q record verify {dir}/forged --packs {pack} --trust {key}");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.code() == Some(5) && said.contains("Line 1: there is no question"), "{said}");
}

/// A deal in which every text that a person types is a word that no program writes.
const DEAL: &str = r#"{"as_of":"2026-08-01","answers":[{"code":"RF01","date":"2026-07-30","evidence":"evidencecanary","reply":"no"}],"destination":"HK","end_use":{"customers":["customercanary"],"purposes":["civil"]},"installation":"installationcanary","items":[{"eccn":"4A090.a","name":"itemcanary"}],"legs":[{"place":"legcanary"}],"parties":[{"country":"partyplacecanary","name":"partycanary","owners":[{"name":"ownercanary","share_percent":"60"}],"parent":{"headquarters":"parentplacecanary","name":"parentcanary"},"roles":["end-user"]}],"ship_from":"shipcanary"}"#;

#[test]
fn a_determination_is_recorded_verified_asked_again_redacted_and_printed() {
    let room = Room::new("deal");
    fs::write(room.at("deal.json"), DEAL).unwrap();
    let asked =
        room.run("-q determine --question {dir}/deal.json --lists {pack:rules} --trust {key} --format json --record {dir}/case.jsonl");
    assert_eq!(asked.status.code(), Some(5), "{}", String::from_utf8_lossy(&asked.stderr));
    // What is recorded is what is printed, with what it was asked of.
    let line: serde_json::Value = serde_json::from_str(text(room.at("case.jsonl")).trim_end()).unwrap();
    let (body, printed): (_, serde_json::Value) = (&line["record"]["body"], serde_json::from_slice(&asked.stdout).unwrap());
    assert_eq!((&body["question"], &body["answer"]), (&printed["question"], &printed["answer"]));
    assert_eq!((&body["schema"], &line["record"]["kind"]), (&"redzone-determination-1".into(), &"deal".into()));
    assert_eq!(body["pack"]["rules"].as_str().map(str::len), Some(64));
    let verify = "record verify {dir}/case.jsonl --packs {pack:rules} --trust {key}";
    assert!(room.ok(verify).contains("The same answer, byte for byte: 1 record"));
    room.ok("-q record export {dir}/case.jsonl --to html --out {dir}/report.html");
    let report = text(room.at("report.html"));
    for said in ["partycanary", "15 CFR", "Obligations to write in", "Red flags that are open"] {
        assert!(report.contains(said), "{said}");
    }
    // Redacted as usual, nothing that a person typed is left.
    room.ok("record redact {dir}/case.jsonl --out {dir}/cut.jsonl");
    let cut = text(room.at("cut.jsonl"));
    assert!(cut.contains(body["answer"]["ruling"].as_str().unwrap()) && !cut.contains("canary"), "{cut}");
    assert!(room.ok("record verify {dir}/cut.jsonl --packs {pack:rules} --trust {key}").contains("1 records are redacted"));
    // A word changed in the answer is found.
    fs::write(
        room.at("case.jsonl"),
        text(room.at("case.jsonl")).replacen("\"ruling\":\"indeterminate\"", "\"ruling\":\"no-rule-triggered\"", 1),
    )
    .unwrap();
    assert_eq!(room.run(verify).status.code(), Some(4));
}
