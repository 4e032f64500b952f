//! An XML element in memory, and the ways to what is in it.

use crate::parse::one_line;
use std::collections::BTreeMap;

/// An element with what is in it. Prefixes are taken off names: `ofac:name` is `name`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// The local name.
    pub name: String,
    /// Attributes in order, local names.
    pub attributes: Vec<(String, String)>,
    /// Text and elements in order.
    pub content: Vec<Node>,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text, entities resolved.
    Text(String),
    /// An element.
    Element(Element),
}

impl Element {
    /// All text inside, in order, on one line. Inline elements do not part words: `Bei<i>jing</i>` is `Beijing`.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.push_text(&mut text);
        one_line(&text)
    }

    fn push_text(&self, into: &mut String) {
        for node in &self.content {
            match node {
                Node::Text(text) => into.push_str(text),
                Node::Element(element) => element.push_text(into),
            }
        }
    }

    /// The elements directly inside.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.content.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The elements of that name directly inside.
    pub fn children<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements().filter(move |element| element.name == name)
    }

    /// The first element of that name directly inside.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The element at the end of a path of first children: `publicationDate/day`.
    pub fn at(&self, path: &str) -> Option<&Element> {
        path.split('/').try_fold(self, |element, name| element.child(name))
    }

    /// All elements at the end of a path, in order: `Names/Name`.
    pub fn all<'a>(&'a self, path: &'a str) -> Box<dyn Iterator<Item = &'a Element> + 'a> {
        match path.split_once('/') {
            Some((first, rest)) => Box::new(self.children(first).flat_map(move |element| element.all(rest))),
            None => Box::new(self.children(path)),
        }
    }

    /// All elements of that name inside, at any depth, in order; not those inside one another.
    pub fn inside<'a>(&'a self, name: &'a str) -> Vec<&'a Element> {
        self.elements().flat_map(|element| if element.name == name { vec![element] } else { element.inside(name) }).collect()
    }

    /// The text at the end of a path, unless it is missing or blank.
    pub fn value(&self, path: &str) -> Option<String> {
        self.at(path).map(Element::text).filter(|text| !text.is_empty())
    }

    /// The texts of all elements of that name directly inside, without the blank ones.
    pub fn values(&self, name: &str) -> Vec<String> {
        self.children(name).map(Element::text).filter(|text| !text.is_empty()).collect()
    }

    /// An attribute, unless it is missing or blank.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| one_line(value)).filter(|value| !value.is_empty())
    }

    /// Counts the elements inside, at any depth, whose names are not among `known`: how a changed schema shows itself.
    pub fn count_unknown(&self, known: &[&str], into: &mut BTreeMap<String, usize>) {
        for element in self.elements() {
            if !known.contains(&element.name.as_str()) {
                *into.entry(element.name.clone()).or_default() += 1;
            }
            element.count_unknown(known, into);
        }
    }
}
