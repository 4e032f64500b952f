//! JSON files that people write, in our restricted form: a fraction becomes a text, and what is `null` is left out. A member that stands twice is
//! refused: of two statements neither may win in silence.

use redzone_record::{Json, MAX_INTEGER};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::path::Path;

use crate::fault::{Fault, Kind};
use crate::files;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 4 << 20;

/// Reads a file.
///
/// # Errors
/// [`Kind::BadInput`] when it is no JSON.
pub fn read_json(file: &Path) -> Result<Json, Fault> {
    let name = file.display().to_string();
    let text = files::text(files::read(file, LARGEST)?, &name)?;
    let value: Restricted = serde_json::from_str(&text)
        .map_err(|why| Fault::new(Kind::BadInput, format!("{name}: expected JSON, found {why}"), "correct the file"))?;
    Ok(value.0.unwrap_or(NOTHING))
}

/// What stands for `null` where something must stand.
const NOTHING: Json = Json::Object(Vec::new());

/// A value; nothing for `null`.
struct Restricted(Option<Json>);

impl<'de> Deserialize<'de> for Restricted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Restricted, D::Error> {
        deserializer.deserialize_any(Reader).map(Restricted)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Option<Json>, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Option<Json>, E> {
        Ok(Some(value.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Option<Json>, E> {
        let fits = number.unsigned_abs() <= MAX_INTEGER.unsigned_abs();
        Ok(Some(if fits { Json::Integer(number) } else { number.to_string().into() }))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Option<Json>, E> {
        i64::try_from(number).map_or_else(|_| Ok(Some(number.to_string().into())), |number| self.visit_i64(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Option<Json>, E> {
        Ok(Some(number.to_string().into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Option<Json>, E> {
        Ok(Some(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Option<Json>, A::Error> {
        let mut list = Vec::new();
        while let Some(Restricted(item)) = items.next_element()? {
            list.push(item.unwrap_or(NOTHING));
        }
        Ok(Some(Json::List(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Option<Json>, A::Error> {
        let mut seen: Vec<(String, Option<Json>)> = Vec::new();
        while let Some((key, Restricted(value))) = members.next_entry::<String, Restricted>()? {
            if seen.iter().any(|(other, _)| *other == key) {
                return Err(A::Error::custom(format!("the member {key:?} twice in one object")));
            }
            seen.push((key, value));
        }
        Ok(Some(Json::object(seen.into_iter().filter_map(|(key, value)| Some((key, value?))))))
    }
}
