//! The parties and owners that a question says no screening of, screened by whoever has the lists.

use crate::Json;

/// The question, with the screening of every party and owner filled in that has a name and none yet. `ask` gets the name and whether it
/// is a person's, and gives what [`screening`] makes.
///
/// # Errors
/// The first error of `ask`.
pub fn screened<E>(question: &Json, ask: &mut dyn FnMut(&str, bool) -> Result<Json, E>) -> Result<Json, E> {
    within(question, "parties", ask)
}

/// What screening one name gave, as it stands in a question. Only a complete run without a hit says that there is no match: one with
/// doubts, or with more hits than are named here, counts as not done.
pub fn screening(no_match: bool, omitted: usize, hits: impl IntoIterator<Item = (String, String)>) -> Json {
    let hit = |(list, entry): (String, String)| Json::object([("list", Json::from(list)), ("entry", entry.into())]);
    let hits: Vec<Json> = hits.into_iter().map(hit).collect();
    match (no_match, hits.is_empty()) {
        (true, true) => "no match".into(),
        (false, false) if omitted == 0 => Json::List(hits),
        _ => "not done".into(),
    }
}

/// Everybody in the list `key` of an object.
fn within<E>(json: &Json, key: &str, ask: &mut dyn FnMut(&str, bool) -> Result<Json, E>) -> Result<Json, E> {
    let Json::Object(members) = json else { return Ok(json.clone()) };
    let mut filled = members.clone();
    for (_, value) in filled.iter_mut().filter(|(name, _)| name == key) {
        if let Json::List(all) = value {
            *all = all.iter().map(|one| somebody(one, ask)).collect::<Result<_, E>>()?;
        }
    }
    Ok(Json::Object(filled))
}

fn somebody<E>(json: &Json, ask: &mut dyn FnMut(&str, bool) -> Result<Json, E>) -> Result<Json, E> {
    let filled = within(json, "owners", ask)?;
    let done = json.get("screening").is_some_and(|screening| screening.as_text() != Some("not done"));
    let name = json.get("name").and_then(Json::as_text).filter(|name| !name.trim().is_empty());
    match (filled, name) {
        (Json::Object(mut members), Some(name)) if !done => {
            members.retain(|(key, _)| key != "screening");
            members.push(("screening".to_owned(), ask(name, json.get("person") == Some(&Json::Bool(true)))?));
            Ok(Json::object(members))
        }
        (filled, _) => Ok(filled),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_without_a_screening_is_asked_once() {
        let text = r#"{"as_of":"2026-10-01","parties":[{"name":"A","owners":[{"name":"B","screening":"not done"},{"name":"C","owners":[{"name":"D"}],"screening":"no match"},{"share_percent":"3"}],"person":false},{"name":"E","person":true}]}"#;
        let mut asked = Vec::new();
        let filled = screened::<()>(&crate::read(text).unwrap(), &mut |name, person| {
            asked.push(format!("{name} {person}"));
            Ok(screening(name != "D", 0, (name == "D").then(|| ("us-el".to_owned(), "7".to_owned()))))
        });
        assert_eq!(asked, ["B false", "D false", "A false", "E true"]);
        assert_eq!(
            filled.unwrap().to_canonical(),
            r#"{"as_of":"2026-10-01","parties":[{"name":"A","owners":[{"name":"B","screening":"no match"},{"name":"C","owners":[{"name":"D","screening":[{"entry":"7","list":"us-el"}]}],"screening":"no match"},{"share_percent":"3"}],"person":false,"screening":"no match"},{"name":"E","person":true,"screening":"no match"}]}"#
        );
    }

    #[test]
    fn only_a_complete_run_without_hits_is_no_match() {
        let hit = || Some(("us-el".to_owned(), "7".to_owned()));
        for (no_match, omitted, hits, is) in [
            (true, 0, None, r#""no match""#),
            (false, 0, None, r#""not done""#),
            (true, 0, hit(), r#""not done""#),
            (false, 1, hit(), r#""not done""#),
            (false, 0, hit(), r#"[{"entry":"7","list":"us-el"}]"#),
        ] {
            assert_eq!(screening(no_match, omitted, hits).to_canonical(), is);
        }
    }
}
