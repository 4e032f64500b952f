//! One entry as bytes. The writer and the reader stand side by side, field by field in the same order.

use crate::search::entries::{read_day, read_span, write_span};
use crate::{Address, ByteReader, ByteWriter, Country, Date, Entry, Error, ErrorKind, Identifier, ListedName, NameKind, PartyKind, Vessel};

/// Texts that records name by number.
pub(super) trait Texts {
    /// The text with that number.
    fn shared(&self, number: u32) -> Option<&str>;
}

/// The texts of one entry have at most this many bytes together; the longest of 2026 has some 20,000.
const MOST_TEXT: usize = 1 << 22;

/// Refuses what the format or its readers can't hold.
pub(super) fn check(entry: &Entry) -> Result<(), Error> {
    let wrong = |what: &str| Err(Error::new(ErrorKind::Input, format!("entry {} {what}: correct the edition", entry.id)));
    match () {
        () if entry.id.is_empty() => wrong("has no id"),
        () if entry.names.is_empty() && entry.kind != PartyKind::Address => wrong("has no name and is not an address"),
        () if entry.names.len() >= usize::from(u16::MAX) => wrong("has over 65,534 names"),
        () if entry.names.iter().enumerate().any(|(at, name)| (at == 0) != (name.kind == NameKind::Primary)) => {
            wrong("must have one primary name, and it first")
        }
        () if entry.born.iter().any(|span| span.from > span.to) => wrong("has a birth date that ends before it begins"),
        () => {
            let mut length = 0;
            texts(entry, &mut |text| length += text.len());
            if length > MOST_TEXT { wrong("has over 4 MiB of text") } else { Ok(()) }
        }
    }
}

/// Calls `each` for every text of the record, in its order.
pub(super) fn texts<'a>(entry: &'a Entry, each: &mut impl FnMut(&'a str)) {
    each(&entry.id);
    entry.names.iter().for_each(|name| each(&name.text));
    entry
        .programs
        .iter()
        .chain(&entry.citations)
        .chain(&entry.license_requirement)
        .chain(&entry.license_policy)
        .for_each(|text| each(text));
    entry.addresses.iter().for_each(|address| each(&address.text));
    entry.birthplaces.iter().for_each(|text| each(text));
    for identifier in &entry.identifiers {
        each(&identifier.kind);
        each(&identifier.value);
    }
    entry.title.iter().for_each(|text| each(text));
    if let Some(vessel) = &entry.vessel {
        vessel_texts(vessel).into_iter().for_each(&mut *each);
    }
    entry.remarks.iter().for_each(|text| each(text));
}

fn vessel_texts(vessel: &Vessel) -> [&str; 6] {
    [&vessel.call_sign, &vessel.vessel_type, &vessel.tonnage, &vessel.gross_registered_tonnage, &vessel.flag, &vessel.owner]
}

const PARTY_KINDS: [PartyKind; 6] =
    [PartyKind::Unstated, PartyKind::Individual, PartyKind::Entity, PartyKind::Vessel, PartyKind::Aircraft, PartyKind::Address];
const NAME_KINDS: [NameKind; 6] = [NameKind::Primary, NameKind::Alias, NameKind::Former, NameKind::Now, NameKind::Weak, NameKind::Ours];

pub(super) fn write(out: &mut ByteWriter, entry: &Entry, number_of: &dyn Fn(&str) -> Option<u32>) {
    let mut out = Out { out, number_of };
    out.text(&entry.id);
    out.out.u8(PARTY_KINDS.iter().position(|kind| *kind == entry.kind).unwrap_or(0) as u8);
    out.each(&entry.names, |out, name| {
        out.out.u8(NAME_KINDS.iter().position(|kind| *kind == name.kind).unwrap_or(0) as u8);
        out.text(&name.text);
    });
    out.each(&entry.programs, |out, text| out.text(text));
    out.each(&entry.citations, |out, text| out.text(text));
    out.each(entry.license_requirement.as_slice(), |out, text| out.text(text));
    out.each(entry.license_policy.as_slice(), |out, text| out.text(text));
    out.each(&entry.addresses, |out, address| {
        out.country(address.country);
        out.text(&address.text);
    });
    out.each(&entry.born, |out, span| write_span(out.out, span));
    out.each(&entry.birthplaces, |out, text| out.text(text));
    out.each(&entry.countries, |out, country| out.country(Some(*country)));
    out.each(&entry.identifiers, |out, identifier| {
        out.text(&identifier.kind);
        out.text(&identifier.value);
        out.country(identifier.country);
    });
    out.each(entry.title.as_slice(), |out, text| out.text(text));
    out.each(entry.vessel.as_slice(), |out, vessel| vessel_texts(vessel).into_iter().for_each(|text| out.text(text)));
    out.each(&entry.remarks, |out, text| out.text(text));
    out.each(entry.listed.as_slice(), |out, day| out.day(*day));
    out.each(entry.ends.as_slice(), |out, day| out.day(*day));
}

struct Out<'a> {
    out: &'a mut ByteWriter,
    number_of: &'a dyn Fn(&str) -> Option<u32>,
}

impl Out<'_> {
    fn each<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.out.count(items.len());
        items.iter().for_each(|item| write(self, item));
    }

    /// Twice the length and the bytes, or twice the number of a shared text and one.
    fn text(&mut self, text: &str) {
        match (self.number_of)(text) {
            Some(number) => self.out.varint(u64::from(number) << 1 | 1),
            None => {
                self.out.varint((text.len() as u64) << 1);
                self.out.raw(text.as_bytes());
            }
        }
    }

    /// 0 for none, else 1 + 26 * first letter + second.
    fn country(&mut self, country: Option<Country>) {
        let letters = country.map(|country| country.as_str().bytes().fold(0, |sum, letter| sum * 26 + u64::from(letter - b'A')));
        self.out.varint(letters.map_or(0, |number| number + 1));
    }

    fn day(&mut self, day: Date) {
        self.out.varint(day.day_number().max(0) as u64);
    }
}

/// The id alone, which stands first.
pub(super) fn read_id(reader: &mut ByteReader<'_>, texts: &dyn Texts) -> Result<String, Error> {
    From { reader, texts, left: MOST_TEXT }.text()
}

pub(super) fn read(reader: &mut ByteReader<'_>, texts: &dyn Texts) -> Result<Entry, Error> {
    let mut from = From { reader, texts, left: MOST_TEXT };
    Ok(Entry {
        id: from.text()?,
        kind: from.kind(&PARTY_KINDS)?,
        names: from.each(|from| {
            let kind = from.kind(&NAME_KINDS)?;
            Ok(ListedName { text: from.text()?, kind })
        })?,
        programs: from.each(From::text)?,
        citations: from.each(From::text)?,
        license_requirement: from.one(From::text)?,
        license_policy: from.one(From::text)?,
        addresses: from.each(|from| {
            let country = from.country()?;
            Ok(Address { text: from.text()?, country })
        })?,
        born: from.each(|from| read_span(from.reader))?,
        birthplaces: from.each(From::text)?,
        countries: from.each(|from| from.country()?.ok_or_else(|| from.reader.error("a country is empty")))?,
        identifiers: from.each(|from| Ok(Identifier { kind: from.text()?, value: from.text()?, country: from.country()? }))?,
        title: from.one(From::text)?,
        vessel: from.one(|from| {
            Ok(Vessel {
                call_sign: from.text()?,
                vessel_type: from.text()?,
                tonnage: from.text()?,
                gross_registered_tonnage: from.text()?,
                flag: from.text()?,
                owner: from.text()?,
            })
        })?,
        remarks: from.each(From::text)?,
        listed: from.one(|from| read_day(from.reader))?,
        ends: from.one(|from| read_day(from.reader))?,
    })
}

struct From<'a, 'b> {
    reader: &'a mut ByteReader<'b>,
    texts: &'a dyn Texts,
    /// How many bytes of text the entry may still have: shared texts could make a small record a huge entry.
    left: usize,
}

impl From<'_, '_> {
    fn each<T>(&mut self, read: impl Fn(&mut Self) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        let count = self.reader.count()?;
        (0..count).map(|_| read(self)).collect()
    }

    fn one<T>(&mut self, read: impl Fn(&mut Self) -> Result<T, Error>) -> Result<Option<T>, Error> {
        match self.reader.number(1)? {
            0 => Ok(None),
            _ => read(self).map(Some),
        }
    }

    fn kind<T: Copy>(&mut self, kinds: &[T]) -> Result<T, Error> {
        let number = self.reader.u8()?;
        kinds.get(usize::from(number)).copied().ok_or_else(|| self.reader.error(format_args!("there is no kind {number}")))
    }

    fn text(&mut self) -> Result<String, Error> {
        let head = self.reader.varint32()?;
        let text = match head & 1 {
            1 => self.texts.shared(head >> 1).ok_or_else(|| self.reader.error(format_args!("there is no shared text {}", head >> 1)))?,
            _ => {
                let bytes = self.reader.raw((head >> 1) as usize)?;
                std::str::from_utf8(bytes).map_err(|_| self.reader.error("a text is not UTF-8"))?
            }
        };
        self.left =
            self.left.checked_sub(text.len()).ok_or_else(|| self.reader.error(format_args!("it has over {MOST_TEXT} bytes of text")))?;
        Ok(text.to_string())
    }

    fn country(&mut self) -> Result<Option<Country>, Error> {
        let number = self.reader.number(26 * 26)?;
        let Some(number) = number.checked_sub(1) else { return Ok(None) };
        let letters = [number / 26, number % 26].map(|letter| char::from(b'A' + letter as u8));
        Ok(Country::from_code(&String::from_iter(letters)))
    }
}
