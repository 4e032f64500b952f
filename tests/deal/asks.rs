//! What is asked matters: every question that the pack doesn't ask outright changes what the rules say.

use super::cases::cases;
use super::shipped::pack;
use super::{question, read};
use redzone_index::rules::ClauseKind;
use redzone_screen::deal::{Answer, DealDetermination, Reply, judge};

/// What the rules say, without the questions.
fn said(found: &DealDetermination) -> String {
    format!("{:?} {:?} {:?}", found.lines, found.flags, found.guards)
}

#[test]
fn every_question_asked_matters() {
    let outright = |code: &str| pack().clauses.iter().any(|clause| clause.kind == ClauseKind::Ask && *clause.code == *code);
    let mut tried = 0;
    // Every case as it is, and with an item of which nothing is known: then most rules hang on something.
    let anything: toml::Value = toml::Value::Array(vec![toml::Value::Table(toml::toml! { name = "anything" })]);
    let all = cases().into_iter().flat_map(|case| {
        let mut bare = case.question.clone();
        question::set(&mut bare, "items", Some(anything.clone()));
        [(case.name.clone(), case.question), (format!("{} (of anything)", case.name), bare)]
    });
    for (name, asked) in all {
        let whole = read(&question::json(&asked));
        let found = judge(pack(), &whole);
        for code in found.asks.iter().filter(|code| !outright(code)) {
            let with = |reply| {
                let mut whole = whole.clone();
                whole.answers.push(Answer { code: code.to_string(), reply, evidence: "seen".into(), date: Some(whole.as_of) });
                said(&judge(pack(), &whole))
            };
            assert!([Reply::Yes, Reply::No].into_iter().any(|reply| with(reply) != said(&found)), "{name}: {code}");
            tried += 1;
        }
    }
    assert!(tried >= 10, "{tried}");
}
