//! XML as a stream of records, with limits.
//!
//! quick-xml neither resolves external entities nor recurses, but it ends quietly on a file that is cut between two elements, and it takes
//! any well-formed file for a list. So the root's name, the depth at the end and the limits are checked here.

mod element;

pub use element::{Element, Node};

use super::SourceError;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// Official lists nest ten deep; a bomb nests a million.
const MAX_DEPTH: usize = 64;
/// Attributes of one element; the official files use at most a dozen.
const MAX_ATTRIBUTES: usize = 256;
/// Bytes of one run of text.
const MAX_TEXT: usize = 1 << 20;

/// How a list's XML is built.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    /// The list, for messages: `the UN consolidated list (XML)`.
    pub what: &'a str,
    /// The names that the root element may have.
    pub roots: &'a [&'a str],
    /// The names of the elements that are handed over one by one, wherever they stand.
    pub records: &'a [&'a str],
}

/// What stands around the records: the root with its attributes, and in it whatever is no record.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The root without its records.
    pub root: Element,
    /// How many records were handed over.
    pub records: usize,
}

/// Reads a whole document, handing over each record as it ends.
///
/// # Errors
/// A root that is not one of `shape.roots`, a document type declaration, a limit passed, bad XML, and a file that ends before its root does.
pub fn read(text: &str, shape: Shape<'_>, mut record: impl FnMut(Element) -> Result<(), SourceError>) -> Result<Read, SourceError> {
    let refuse = |found: String, next: &str| Err(SourceError::new(shape.what, &found, next));
    let mut reader = quick_xml::Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut done = Read::default();
    let mut ended = false;
    loop {
        let at = reader.buffer_position();
        let line = || 1 + text.as_bytes()[..usize::try_from(at).unwrap_or(0).min(text.len())].iter().filter(|&&b| b == b'\n').count();
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => return refuse(format!("bad XML on line {}: {error}", line()), "the file is damaged: download it again"),
        };
        let (started, closes) = match &event {
            Event::Start(tag) => (Some(tag), false),
            Event::Empty(tag) => (Some(tag), true),
            _ => (None, false),
        };
        if let Some(tag) = started {
            let element = match open_tag(tag) {
                Ok(element) => element,
                Err(found) => {
                    return refuse(
                        format!("{found} on line {}", line()),
                        "no official list looks like that: check where the file comes from",
                    );
                }
            };
            if open.is_empty() {
                if ended || !shape.roots.contains(&element.name.as_str()) {
                    let next = format!(
                        "the root element should be <{}>: was this another list, or a message of the server?",
                        shape.roots.join("> or <")
                    );
                    return refuse(format!("<{}>", element.name), &next);
                }
            } else if open.len() >= MAX_DEPTH {
                return refuse(
                    format!("elements {MAX_DEPTH} deep on line {}", line()),
                    "no official list nests so: check where the file comes from",
                );
            }
            open.push(element);
        }
        let mut add = |piece: &str| {
            let Some(element) = open.last_mut() else { return piece.trim().is_empty() };
            match element.content.last_mut() {
                Some(Node::Text(text)) => text.push_str(piece),
                _ => element.content.push(Node::Text(piece.to_owned())),
            }
            matches!(element.content.last(), Some(Node::Text(text)) if text.len() <= MAX_TEXT)
        };
        let fits = match &event {
            Event::Text(piece) => add(&piece.xml_content(XmlVersion::Explicit1_0)),
            Event::CData(piece) => add(&piece.xml_content(XmlVersion::Explicit1_0)),
            Event::GeneralRef(reference) => match resolve(reference) {
                Some(piece) => add(&piece),
                None => {
                    return refuse(
                        format!("the entity &{}; on line {}", &**reference, line()),
                        "official lists define none: check where the file comes from",
                    );
                }
            },
            Event::DocType(_) => {
                return refuse("a document type declaration".into(), "official lists have none: check where the file comes from");
            }
            _ => true,
        };
        if !fits {
            return refuse(format!("text outside the root or over {MAX_TEXT} bytes on line {}", line()), "check where the file comes from");
        }
        if closes || matches!(event, Event::End(_)) {
            let Some(mut element) = open.pop() else {
                return refuse(format!("an end without a start on line {}", line()), "the file is damaged: download it again");
            };
            element.content.retain(|node| !matches!(node, Node::Text(text) if text.trim().is_empty() && text.contains('\n')));
            let in_record = open.iter().any(|outer| shape.records.contains(&outer.name.as_str()));
            if !in_record && shape.records.contains(&element.name.as_str()) {
                done.records += 1;
                record(element)?;
                // A root that is itself the record: one supplement of the eCFR, fetched alone.
                ended |= open.is_empty();
            } else if let Some(outer) = open.last_mut() {
                outer.content.push(Node::Element(element));
            } else {
                done.root = element;
                ended = true;
            }
        }
        if matches!(event, Event::Eof) {
            break;
        }
    }
    match open.last() {
        None if ended => Ok(done),
        None => refuse(
            format!("no XML: {}", text.trim().chars().take(60).collect::<String>()),
            "the server may have sent a message: download it again",
        ),
        Some(element) => refuse(
            format!("a file cut off inside <{}>, after {} records", element.name, done.records),
            "the download broke off: download it again, and keep the last good edition until then",
        ),
    }
}

fn open_tag(tag: &BytesStart<'_>) -> Result<Element, String> {
    let mut element = Element { name: tag.local_name().as_ref().to_owned(), ..Element::default() };
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| format!("a bad attribute ({error})"))?;
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|error| format!("a bad attribute ({error})"))?;
        if element.attributes.len() == MAX_ATTRIBUTES || value.len() > MAX_TEXT {
            return Err(format!("an element with over {MAX_ATTRIBUTES} attributes, or an attribute over {MAX_TEXT} bytes,"));
        }
        element.attributes.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
    }
    Ok(element)
}

/// A character reference or one of the five entities that XML itself defines.
fn resolve(reference: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => Some(c.to_string()),
        Ok(None) => quick_xml::escape::resolve_predefined_entity(reference).map(str::to_owned),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    const SHAPE: Shape<'_> = Shape { what: "the list", roots: &["L"], records: &["R"] };

    fn records(text: &str) -> Result<(Vec<Element>, Read), SourceError> {
        let mut all = Vec::new();
        let read = read(text, SHAPE, |element| {
            all.push(element);
            Ok(())
        })?;
        Ok((all, read))
    }

    #[test]
    fn records_come_one_by_one_and_the_rest_stays_with_the_root() {
        let (all, read) =
            records("<?xml version='1.0'?><x:L d='1'><n>2</n><g><R><a>A &amp; B&#x41;</a><a/><b><![CDATA[<c>]]></b></R>\n<R/></g></x:L>")
                .unwrap();
        assert_eq!(
            (all.len(), read.records, read.root.attribute("d").as_deref(), read.root.value("n").as_deref()),
            (2, 2, Some("1"), Some("2"))
        );
        assert_eq!((all[0].values("a"), all[0].value("b").as_deref()), (vec!["A & BA".to_owned()], Some("<c>")));
        let mut unknown = BTreeMap::new();
        all[0].count_unknown(&["a"], &mut unknown);
        assert_eq!(unknown, BTreeMap::from([("b".to_owned(), 1)]));
    }

    #[test]
    fn what_quick_xml_takes_quietly_is_refused() {
        let deep = format!("<L>{}", "<x>".repeat(70));
        let wide = format!("<L {}/>", (0..300).map(|n| format!("a{n}='1' ")).collect::<String>());
        let long = format!("<L>{}</L>", "x".repeat(MAX_TEXT + 1));
        for (text, found) in [
            ("<L><R></R>", "cut off inside <L>"),
            ("<L><R><a>", "cut off inside <a>"),
            ("<M><R/></M>", "<M>"),
            ("<L/><L/>", "<L>"),
            ("Service unavailable", "outside the root"),
            ("<!-- nothing -->", "no XML"),
            ("<L><a></L>", "bad XML"),
            ("<!DOCTYPE L [<!ENTITY a 'x'>]><L>&a;</L>", "document type"),
            ("<L>&a;</L>", "entity &a;"),
            (&deep, "64 deep"),
            (&wide, "256 attributes"),
            (&long, "1048576 bytes"),
        ] {
            let error = records(text).unwrap_err();
            assert!(error.found.contains(found), "{text:.40}: {error}");
        }
    }
}
