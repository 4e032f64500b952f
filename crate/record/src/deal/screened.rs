//! The parties, owners and addresses that a question says no screening of, screened by whoever has the lists.

use crate::Json;

/// Whom or what to screen: somebody by name, or an address. The other is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// The name.
    pub name: &'a str,
    /// Whether it is a person's.
    pub person: bool,
    /// The address: where a party is, looked for among the addresses that are listed themselves.
    pub address: &'a str,
}

/// The question, with the screening of every party and owner filled in that has a name and none yet, and that of every party's address.
/// `ask` gives what [`screening`] makes.
///
/// # Errors
/// The first error of `ask`.
pub fn screened<E>(question: &Json, ask: &mut dyn FnMut(Wanted<'_>) -> Result<Json, E>) -> Result<Json, E> {
    within(question, "parties", &mut |had, wanted| if is_done(had) { Ok(None) } else { ask(wanted).map(Some) })
}

/// The question, with the screening of everybody who was screened before asked for again. A hit that is found again keeps what a person decided
/// about it; one on a list that `knows` does not know, which somebody stated, stays; the others go.
///
/// # Errors
/// The first error of `ask`.
pub fn rescreened<E>(question: &Json, knows: &dyn Fn(&str) -> bool, ask: &mut dyn FnMut(Wanted<'_>) -> Result<Json, E>) -> Result<Json, E> {
    within(question, "parties", &mut |had, wanted| match had.filter(|_| is_done(had)) {
        Some(had) => ask(wanted).map(|found| Some(kept(had, found, knows))),
        None => Ok(None),
    })
}

fn kept(had: &Json, found: Json, knows: &dyn Fn(&str) -> bool) -> Json {
    if !is_done(Some(&found)) {
        return found;
    }
    let (before, now) = (had.as_list().unwrap_or_default(), found.as_list().unwrap_or_default());
    let same = |one: &Json, other: &Json| ["list", "entry"].iter().all(|key| one.get(key) == other.get(key));
    let decided = |hit: &Json| before.iter().find(|was| same(was, hit)).unwrap_or(hit).clone();
    let stated = before.iter().filter(|hit| hit.get("list").and_then(Json::as_text).is_none_or(|list| !knows(list)));
    let all: Vec<Json> = now.iter().map(decided).chain(stated.cloned()).collect();
    if all.is_empty() { "no match".into() } else { Json::List(all) }
}

/// What screening one name or address gave, as it stands in a question. Only a complete run without a hit says that there is no match: one with
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

/// What to put in the place of a screening; `None` leaves it.
type Fill<'f, E> = dyn FnMut(Option<&Json>, Wanted<'_>) -> Result<Option<Json>, E> + 'f;

fn is_done(screening: Option<&Json>) -> bool {
    screening.is_some_and(|screening| screening.as_text() != Some("not done"))
}

/// Everybody in the list `key` of an object.
fn within<E>(json: &Json, key: &str, fill: &mut Fill<'_, E>) -> Result<Json, E> {
    let Json::Object(members) = json else { return Ok(json.clone()) };
    let mut filled = members.clone();
    for (_, value) in filled.iter_mut().filter(|(name, _)| name == key) {
        if let Json::List(all) = value {
            *all = all.iter().map(|one| somebody(one, fill)).collect::<Result<_, E>>()?;
        }
    }
    Ok(Json::Object(filled))
}

fn somebody<E>(json: &Json, fill: &mut Fill<'_, E>) -> Result<Json, E> {
    let Json::Object(mut members) = within(json, "owners", fill)? else { return Ok(json.clone()) };
    let text = |key| json.get(key).and_then(Json::as_text).filter(|text| !text.trim().is_empty());
    let name = text("name").map(|name| Wanted { name, person: json.get("person") == Some(&Json::Bool(true)), ..Wanted::default() });
    let address = text("address").map(|address| Wanted { address, ..Wanted::default() });
    for (key, wanted) in [("screening", name), ("address_screening", address)] {
        let Some(wanted) = wanted else { continue };
        if let Some(screening) = fill(json.get(key), wanted)? {
            members.retain(|(name, _)| name != key);
            members.push((key.to_owned(), screening));
        }
    }
    Ok(Json::object(members))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_without_a_screening_is_asked_once() {
        let text = r#"{"as_of":"2026-10-01","parties":[{"address":"F","name":"A","owners":[{"name":"B","screening":"not done"},{"name":"C","owners":[{"name":"D"}],"screening":"no match"},{"share_percent":"3"}],"person":false},{"address":"G","address_screening":"no match","name":"E","person":true}]}"#;
        let mut asked = Vec::new();
        let filled = screened::<()>(&crate::read(text).unwrap(), &mut |Wanted { name, person, address }| {
            asked.push(format!("{name}{address} {person}"));
            Ok(screening(name != "D", 0, (name == "D").then(|| ("us-el".to_owned(), "7".to_owned()))))
        });
        assert_eq!(asked, ["B false", "D false", "A false", "F false", "E true"]);
        assert_eq!(
            filled.unwrap().to_canonical(),
            r#"{"as_of":"2026-10-01","parties":[{"address":"F","address_screening":"no match","name":"A","owners":[{"name":"B","screening":"no match"},{"name":"C","owners":[{"name":"D","screening":[{"entry":"7","list":"us-el"}]}],"screening":"no match"},{"share_percent":"3"}],"person":false,"screening":"no match"},{"address":"G","address_screening":"no match","name":"E","person":true,"screening":"no match"}]}"#
        );
    }

    #[test]
    fn what_was_decided_or_stated_outlives_a_new_screening_and_what_is_off_the_list_does_not() {
        let had = r#"[{"entry":"1","finding":"same","list":"us-el"},{"entry":"2","list":"us-el"},{"entry":"x","list":"ours"}]"#;
        let asked = |screening: &str| {
            let text = format!(r#"{{"parties":[{{"name":"A","screening":{had}}},{{"name":"B"}},{{"screening":"no match"}}]}}"#);
            let now = crate::read(screening).unwrap();
            let again = rescreened::<()>(&crate::read(&text).unwrap(), &|list| list == "us-el", &mut |wanted| {
                assert_eq!(wanted.name, "A");
                Ok(now.clone())
            });
            let again = again.unwrap().to_canonical();
            again
                .strip_prefix(r#"{"parties":[{"name":"A","screening":"#)
                .and_then(|rest| rest.split_once("},{\"name\":\"B\"}"))
                .unwrap()
                .0
                .to_owned()
        };
        for (now, then) in [
            (r#""not done""#, r#""not done""#),
            (r#""no match""#, r#"[{"entry":"x","list":"ours"}]"#),
            (
                r#"[{"entry":"1","list":"us-el"},{"entry":"3","list":"us-el"}]"#,
                r#"[{"entry":"1","finding":"same","list":"us-el"},{"entry":"3","list":"us-el"},{"entry":"x","list":"ours"}]"#,
            ),
        ] {
            assert_eq!(asked(now), then);
        }
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
