//! What a case expects of the written answer, as data: `has`, `lacks` and `all`, each a table from a member of the answer (`lines`, `flags`,
//! `questions`, `guards`, `program`, `notes`, `doubts`, `gaps`, `variations`, `items`) to a list of what an element says in part.
//!
//! * `has`: every one of the list is said by some element.
//! * `lacks`: no element says any of the list.
//! * `all`: the elements are as many as the list, and say it in its order.

use super::question::json;
use super::{pack, read};
use redzone_record::Json;
use redzone_screen::deal::determine;

/// What is wrong with the answer to a question, as a sentence each.
pub fn faults(question: &Json, expected: &toml::Table) -> Vec<String> {
    if !["has", "lacks", "all"].iter().any(|key| expected.contains_key(*key)) {
        return Vec::new();
    }
    let asked = read(question);
    let answer = redzone_record::deal::answer(pack(), &asked, &determine(pack(), &asked));
    let mut faults = Vec::new();
    each(expected, "has", &mut |member, wanted| {
        let found = list(&answer, member);
        let lost = wanted.iter().filter(|wanted| !found.iter().any(|found| says(found, wanted)));
        faults.extend(lost.map(|lost| format!("{member} must say {}, found {}", lost.to_canonical(), shown(found))));
    });
    each(expected, "lacks", &mut |member, wanted| {
        let said = list(&answer, member).iter().filter(|found| wanted.iter().any(|wanted| says(found, wanted)));
        faults.extend(said.map(|said| format!("{member} must not say {}", said.to_canonical())));
    });
    each(expected, "all", &mut |member, wanted| {
        let found = list(&answer, member);
        if found.len() != wanted.len() || !found.iter().zip(wanted).all(|(found, wanted)| says(found, wanted)) {
            faults.push(format!("{member} must be {}, found {}", shown(wanted), shown(found)));
        }
    });
    faults
}

fn each(expected: &toml::Table, key: &str, check: &mut dyn FnMut(&str, &[Json])) {
    for (member, wanted) in expected.get(key).and_then(toml::Value::as_table).into_iter().flatten() {
        let Json::List(wanted) = json(wanted) else { panic!("{key}.{member}: expected a list") };
        check(member, &wanted);
    }
}

fn list<'a>(answer: &'a Json, member: &str) -> &'a [Json] {
    let Json::Object(members) = answer else { panic!("an answer is an object") };
    match members.iter().find(|(key, _)| key.as_str() == member) {
        Some((_, Json::List(items))) => items,
        None if member == "program" => &[],
        _ => panic!("an answer has no list {member:?}"),
    }
}

/// An object says in part what it has all members of; anything else only itself.
fn says(found: &Json, wanted: &Json) -> bool {
    match (found, wanted) {
        (Json::Object(found), Json::Object(wanted)) => {
            wanted.iter().all(|(key, wanted)| found.iter().any(|(own, found)| own == key && says(found, wanted)))
        }
        _ => found == wanted,
    }
}

fn shown(items: &[Json]) -> String {
    items.iter().map(|item| format!("\n    {}", item.to_canonical())).collect()
}
