//! A question about a deal, from JSON.

use super::object::{Object, QuestionError, wrong};
use crate::Json;
use redzone_index::Date;
use redzone_index::rules::Jurisdiction;
use redzone_index::rules::vocabulary::{END_USES, LAYERS, PAYMENTS, ROLES, USERS};
use redzone_screen::deal::{
    Answer, DealQuestion, EndUse, Figures, Finding, Item, ItemKind, Leg, Owner, Parent, Party, PartyHit, Rate, Reply, Screening, Unit,
    WHOLE,
};

const LAWS: [(&str, Jurisdiction); 5] = [
    ("US", Jurisdiction::Us),
    ("UN", Jurisdiction::Un),
    ("EU", Jurisdiction::Eu),
    ("GB", Jurisdiction::Gb),
    ("other", Jurisdiction::Other),
];
const KINDS: [(&str, ItemKind); 8] = [
    ("chip", ItemKind::Chip),
    ("memory", ItemKind::Memory),
    ("system", ItemKind::System),
    ("software", ItemKind::Software),
    ("technology", ItemKind::Technology),
    ("weights", ItemKind::Weights),
    ("tool", ItemKind::Tool),
    ("other", ItemKind::Other),
];
const REPLIES: [(&str, Reply); 3] = [("no", Reply::No), ("yes", Reply::Yes), ("resolved", Reply::Resolved)];
const FINDINGS: [(&str, Finding); 3] = [("open", Finding::Open), ("same", Finding::Same), ("another", Finding::Another)];
/// A cap table is read no deeper.
const DEEPEST: usize = 12;

/// Reads a question. `as_of` stands in for the question's own day, when given.
///
/// # Errors
/// The first field that is not in form, by its path: unknown fields and words are errors, so that no typing error passes for a fact.
pub fn question(json: &Json, as_of: Option<Date>) -> Result<DealQuestion, QuestionError> {
    let object = Object::of(json, String::new())?;
    let own = object.date("as_of")?;
    let Some(day) = as_of.or(own) else { return object.missing("as_of", "a day as YYYY-MM-DD") };
    let question = DealQuestion {
        as_of: day,
        jurisdictions: object.list("law", |json, path| one(json, path, &LAWS))?.unwrap_or_default(),
        items: object.list("items", item)?.unwrap_or_default(),
        ship_from: object.text("ship_from")?,
        legs: object.list("legs", leg)?,
        destination: object.text("destination")?,
        installation: object.text("installation")?,
        parties: object.list("parties", |json, path| party(json, path, day))?.unwrap_or_default(),
        end_use: object.get("end_use").map(|json| end_use(json, object.path("end_use"))).transpose()?.unwrap_or_default(),
        payment: object.words("payment", &PAYMENTS, false)?,
        layers: object.words("layers", &LAYERS, true)?,
        answers: object.list("answers", given)?.unwrap_or_default(),
        signing: object.date("signing")?,
        delivery: object.date("delivery")?,
        us_content: object.number("us_content_percent", 100)?,
    };
    currency(&object)?;
    object.end()?;
    for (at, answer) in question.answers.iter().enumerate() {
        if question.answers[..at].iter().any(|other| other.code == answer.code) {
            return wrong(&format!("answers[{at}].code"), "each question answered once", &Json::from(answer.code.as_str()));
        }
    }
    Ok(question)
}

/// In which currency it is paid (ISO 4217): recorded and shown; no rule looks at it.
fn currency(object: &Object<'_>) -> Result<(), QuestionError> {
    match object.text("currency")? {
        Some(code) if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) => {
            wrong(&object.path("currency"), "three capital letters, such as \"USD\"", &code.into())
        }
        _ => Ok(()),
    }
}

fn one<T: Copy>(json: &Json, path: String, words: &[(&str, T)]) -> Result<T, QuestionError> {
    match json.as_text().and_then(|text| words.iter().find(|(word, _)| *word == text)) {
        Some((_, value)) => Ok(*value),
        None => wrong(&path, format!("one of {}", words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")), json),
    }
}

fn place(json: &Json, path: String) -> Result<String, QuestionError> {
    match json.as_text().filter(|text| !text.trim().is_empty()) {
        Some(text) => Ok(text.to_owned()),
        None => wrong(&path, "the name or code of a place", json),
    }
}

/// An item, with its figures in the same object.
///
/// # Errors
/// As [`question`].
pub fn item(json: &Json, path: String) -> Result<Item, QuestionError> {
    let object = Object::of(json, path)?;
    let item = Item {
        name: object.text("name")?.unwrap_or_default(),
        eccn: object.text("eccn")?.map(|eccn| eccn.trim().to_owned()),
        kind: object.word("kind", &KINDS)?,
        made_in: object.text("made_in")?,
        figures: Figures {
            units: object.list("units", unit)?.unwrap_or_default(),
            datacentre: object.flag("datacentre")?,
            memory_bandwidth: object.decimal("memory_gb_s")?,
            memory_area: object.decimal("memory_area_mm2")?,
            dram_bandwidth: object.decimal("dram_gb_s")?,
            training_operations: operations(&object)?,
            published: object.flag("published")?,
        },
    };
    object.end()?;
    if !item.figures.units.is_empty() && !matches!(item.kind, None | Some(ItemKind::Chip | ItemKind::System)) {
        return object.missing("kind", "\"chip\" or \"system\", for an item with processing units");
    }
    Ok(item)
}

/// `"3e25"` or all digits.
fn operations(object: &Object<'_>) -> Result<Option<u128>, QuestionError> {
    let Some(text) = object.text("training_operations")? else { return Ok(None) };
    let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let power = power.parse::<u32>().ok().filter(|power| *power <= 38).and_then(|power| power.checked_sub(u32::try_from(part.len()).ok()?));
    let all_digits = !whole.is_empty() && [whole, part].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let number = if all_digits { format!("{whole}{part}").parse::<u128>().ok() } else { None };
    match number.zip(power).and_then(|(number, power)| number.checked_mul(10u128.checked_pow(power)?)) {
        Some(operations) => Ok(Some(operations)),
        None => wrong(&object.path("training_operations"), "a number of operations such as \"3e25\"", &Json::from(text.as_str())),
    }
}

fn unit(json: &Json, path: String) -> Result<Unit, QuestionError> {
    let object = Object::of(json, path)?;
    let unit = Unit {
        count: object.number("count", 1_000_000)?,
        rates: object.list("rates", rate)?.unwrap_or_default(),
        area: object.decimal("area_mm2")?,
        planar: object.flag("planar")?,
    };
    object.end()?;
    if unit.count == Some(0) { object.missing("count", "at least 1") } else { Ok(unit) }
}

fn rate(json: &Json, path: String) -> Result<Rate, QuestionError> {
    let object = Object::of(json, path)?;
    let Some(tera_ops) = object.decimal("tera_ops")? else { return object.missing("tera_ops", "tera-operations a second") };
    let Some(bits) = object.number("bits", 1_024)?.filter(|bits| *bits > 0).and_then(|bits| u16::try_from(bits).ok()) else {
        return object.missing("bits", "the bit length, at least 1");
    };
    let rate = Rate { tera_ops, bits, sparse: object.flag("sparse")?.unwrap_or(false) };
    object.end()?;
    Ok(rate)
}

fn leg(json: &Json, path: String) -> Result<Leg, QuestionError> {
    let object = Object::of(json, path)?;
    let leg = Leg { place: object.text("place")?, stays_on_board: object.flag("stays_on_board")?, mode: object.text("mode")? };
    object.end()?;
    Ok(leg)
}

fn end_use(json: &Json, path: String) -> Result<EndUse, QuestionError> {
    let object = Object::of(json, path)?;
    let end_use = EndUse { purposes: object.words("purposes", &END_USES, false)?, customers: object.list("customers", place)? };
    object.end()?;
    Ok(end_use)
}

fn given(json: &Json, path: String) -> Result<Answer, QuestionError> {
    let object = Object::of(json, path)?;
    let Some(code) = object.text("code")? else { return object.missing("code", "the code of the question") };
    let Some(reply) = object.word("reply", &REPLIES)? else { return object.missing("reply", "no, yes or resolved") };
    let answer = Answer { code, reply, evidence: object.text("evidence")?.unwrap_or_default(), date: object.date("date")? };
    object.end()?;
    Ok(answer)
}

fn party(json: &Json, path: String, day: Date) -> Result<Party, QuestionError> {
    let object = Object::of(json, path)?;
    // The address is for whoever screens it; what the rules look at is what that gave.
    object.text("address")?;
    let party = Party {
        name: object.text("name")?.unwrap_or_default(),
        roles: object.words("roles", &ROLES, false)?,
        user: object.words("user", &USERS, false)?,
        person: object.flag("person")?.unwrap_or(false),
        country: object.text("country")?,
        headquarters: object.text("headquarters")?,
        parent: object.get("parent").map(|json| parent(json, object.path("parent"))).transpose()?,
        owners: owners(&object, day, 0)?,
        screening: screening(&object, "screening", day)?,
        address: screening(&object, "address_screening", day)?,
    };
    object.end()?;
    // What is said of a person can't count for a company once nobody says any more that it is a person.
    let of_company =
        ["headquarters", "parent", "owners"].into_iter().find_map(|key| Some((key, object.get(key).filter(|_| party.person)?)));
    match of_company {
        Some((key, said)) => wrong(&object.path(key), "nothing: a person has neither headquarters nor parent nor owners", said),
        None => Ok(party),
    }
}

fn parent(json: &Json, path: String) -> Result<Parent, QuestionError> {
    if json.as_text() == Some("itself") {
        return Ok(Parent::Itself);
    }
    let object = Object::of(json, path)?;
    let parent = Parent::Other { name: object.text("name")?.unwrap_or_default(), headquarters: object.text("headquarters")? };
    object.end()?;
    Ok(parent)
}

fn owners(object: &Object<'_>, day: Date, depth: usize) -> Result<Option<Vec<Owner>>, QuestionError> {
    if depth > DEEPEST {
        return object.missing("owners", "at most 12 steps of owners");
    }
    let owners = object.list("owners", |json, path| owner(json, path, day, depth + 1))?;
    let sum: u64 = owners.iter().flatten().filter_map(|owner| owner.share).map(u64::from).sum();
    if sum > WHOLE.into() {
        return object.missing("owners", "shares that add to at most 100 percent");
    }
    Ok(owners)
}

fn owner(json: &Json, path: String, day: Date, depth: usize) -> Result<Owner, QuestionError> {
    let object = Object::of(json, path)?;
    let share = match object.decimal("share_percent")? {
        Some(percent) if percent.0 % 10 == 0 && percent.0 / 10 <= WHOLE.into() => u32::try_from(percent.0 / 10).ok(),
        Some(_) => return object.missing("share_percent", "a percentage up to 100 with at most two digits after the point"),
        None => None,
    };
    let owner = Owner {
        name: object.text("name")?.unwrap_or_default(),
        share,
        controls: object.flag("controls")?,
        last: object.flag("last")?.unwrap_or(false),
        owners: owners(&object, day, depth)?,
        screening: screening(&object, "screening", day)?,
    };
    object.end()?;
    Ok(owner)
}

/// `"no match"`, `"not done"`, or hits.
fn screening(object: &Object<'_>, key: &str, day: Date) -> Result<Screening, QuestionError> {
    match object.get(key) {
        None => Ok(Screening::NotDone),
        Some(Json::Text(word)) if word == "not done" => Ok(Screening::NotDone),
        Some(Json::Text(word)) if word == "no match" => Ok(Screening::NoMatch),
        Some(Json::List(hits)) if !hits.is_empty() => {
            let read = |(at, json)| hit(json, format!("{}[{at}]", object.path(key)), day);
            hits.iter().enumerate().map(read).collect::<Result<_, _>>().map(Screening::Hits)
        }
        Some(other) => wrong(&object.path(key), "\"no match\", \"not done\", or a list of at least one hit", other),
    }
}

/// A hit is another party only with evidence and a day; otherwise it stays open.
fn hit(json: &Json, path: String, day: Date) -> Result<PartyHit, QuestionError> {
    let object = Object::of(json, path)?;
    let Some(list) = object.text("list")? else { return object.missing("list", "the list's id or short name") };
    let finding = object.word("finding", &FINDINGS)?.unwrap_or(Finding::Open);
    let evidence = object.text("evidence")?.is_some() && object.date("date")?.is_some_and(|date| date <= day);
    let finding = if finding == Finding::Another && !evidence { Finding::Open } else { finding };
    let hit = PartyHit { list, entry: object.text("entry")?.unwrap_or_default(), finding };
    object.get("date");
    object.end()?;
    Ok(hit)
}
