//! The word table as an `fst::Set` on disk, read back by a walk that trusts nothing.
//!
//! `fst` itself verifies neither node bounds nor addresses: a flipped bit makes it panic or, worse, miss a word in silence,
//! and a crafted file with a good checksum makes it loop. So its bytes are read here, by a parser of its node format
//! (version 3) that holds while it walks:
//!
//! * a node's bytes lie between the file's header and footer, and every address it points to is lower than the node
//!   itself, so no path can loop and none can leave the file;
//! * inputs of a node rise, so words come out sorted and once;
//! * a node without a way on is final, so every path ends in a word, and the steps taken are at most the bytes of the words;
//! * words and their bytes are counted against what the section announces, and must come out equal.
//!
//! ```text
//! node, last byte first (addresses are of the last byte):
//!   11iiiiii            one way on, to the node written just before; i: the input, or 0 and the input in the byte before
//!   10iiiiii            one way on; then sizes (high half: bytes of the distance, low half: bytes of the output) and distance
//!   0fnnnnnn            f: final; n ways on, or 0 and n in the byte before (1 there means 256); then sizes, an index
//!                       of 256 bytes if n > 32, n inputs and n distances, both from the last way to the first
//! distance: from the node's first byte down to the other node's last; 0 means the final node without ways on
//! ```

mod trie;

use crate::{ByteReader, ByteWriter, Error, WordTable};

/// All words of a list may have this many bytes together: some thirty times what all lists of 2026 together have.
const MOST_WORD_BYTES: u32 = 1 << 26;

/// Words written out have seldom more than this many times the bytes of their set.
const SPELLED: usize = 4;

/// The bytes before the first node: version and type.
const HEADER: usize = 16;
/// The bytes after the last node: number of words, root address, checksum.
const FOOTER: usize = 20;
const WHAT: &str = "the words section";

/// The inputs that fit into a node's first byte, from 1 on: `fst`'s table of common bytes, its first 63.
const COMMON: &[u8; 63] = b"te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG";

/// Writes the section: the bytes of all words, how many words, and their set. Nothing but two zeros when there is no word.
pub(crate) fn write(words: &WordTable) -> Result<Vec<u8>, Error> {
    let mut out = ByteWriter::new();
    let total: usize = words.iter().map(str::len).sum();
    out.count(words.len());
    out.count(total);
    if total > MOST_WORD_BYTES as usize {
        return Err(input(&format_args!("the words have {total} bytes and {MOST_WORD_BYTES} is the most")));
    }
    if !words.is_empty() {
        let set = trie::write(words.iter());
        // What `fst` would not open or count alike is never shipped.
        let opened = fst::Set::new(set.as_slice()).and_then(|opened| opened.as_fst().verify().map(|()| opened.len()));
        match opened {
            Ok(count) if count == words.len() => out.raw(&set),
            Ok(count) => return Err(input(&format_args!("its set has {count} words"))),
            Err(why) => return Err(input(&why)),
        }
    }
    Ok(out.into_bytes())
}

fn input(why: &dyn std::fmt::Display) -> Error {
    Error::new(crate::ErrorKind::Input, format!("the word table can't be written: {why}"))
}

/// Reads the section. `most_words` bounds the work: no list has more distinct words than its names have words.
pub(crate) fn read(section: &[u8], most_words: usize) -> Result<WordTable, Error> {
    let mut reader = ByteReader::new(section, WHAT);
    let words = reader.varint32()?;
    let bytes = reader.number(MOST_WORD_BYTES)?;
    if words as usize > most_words {
        return Err(reader.error(format_args!("it announces {words} words and the names use {most_words} at most")));
    }
    if words == 0 {
        reader.end()?;
        return Ok(WordTable::from_sorted([]));
    }
    let fst = reader.raw(reader.left())?;
    Walk::new(fst, words, bytes)?.run()
}

/// A node, parsed and bounded.
#[derive(Clone, Copy, Default)]
struct Node {
    /// The address of its first byte: everything it points to is lower.
    low: usize,
    is_final: bool,
    ways: u16,
    /// The next way to take.
    next: u16,
    /// The input, when the node is of the one-way kind.
    input: Option<u8>,
    /// Otherwise the address of the first way's input; the next one's is one lower.
    inputs: usize,
    /// Where the first way's distance begins; the next one's begins `size` lower.
    distances: usize,
    /// The bytes of a distance; 0 when the one way leads to the node just before.
    size: usize,
}

struct Walk<'a> {
    data: &'a [u8],
    words: u32,
    bytes: usize,
    root: usize,
}

impl<'a> Walk<'a> {
    fn new(data: &'a [u8], words: u32, bytes: u32) -> Result<Walk<'a>, Error> {
        let mut reader = ByteReader::new(data, WHAT);
        if data.len() < HEADER + 1 + FOOTER {
            return Err(reader.error("it is shorter than the smallest set"));
        }
        let version = u64::from_le_bytes(reader.array()?);
        let kind = u64::from_le_bytes(reader.array()?);
        if version != 3 || kind != 0 {
            return Err(reader.error(format_args!("it is no set of version 3: version {version}, type {kind}")));
        }
        reader.raw(data.len() - HEADER - FOOTER)?;
        let count = u64::from_le_bytes(reader.array()?);
        let root = u64::from_le_bytes(reader.array()?);
        if count != u64::from(words) {
            return Err(reader.error(format_args!("the set announces {count} words and the section {words}")));
        }
        if root != (data.len() - FOOTER - 1) as u64 {
            return Err(reader.error("its root is not its last node"));
        }
        Ok(Walk { data: &data[..data.len() - FOOTER], words, bytes: bytes as usize, root: root as usize })
    }

    fn bad(&self, found: &str) -> Error {
        Error::malformed(WHAT, found)
    }

    fn byte(&self, address: usize) -> Result<u8, Error> {
        match self.data.get(address) {
            Some(&byte) if address >= HEADER => Ok(byte),
            _ => Err(self.bad("a node begins before the first one")),
        }
    }

    /// `address - down`, which must still lie after the header.
    fn below(&self, address: usize, down: usize) -> Result<usize, Error> {
        address.checked_sub(down).filter(|low| *low >= HEADER).ok_or_else(|| self.bad("a node begins before the first one"))
    }

    fn node(&self, address: usize) -> Result<Node, Error> {
        let head = self.byte(address)?;
        if head & 0x80 != 0 {
            let (mut low, mut input) = (address, head & 0x3f);
            if input == 0 {
                low = self.below(low, 1)?;
                input = self.byte(low)?;
            } else {
                input = COMMON[usize::from(input) - 1];
            }
            let mut node = Node { ways: 1, input: Some(input), low, ..Node::default() };
            if head & 0x40 == 0 {
                let sizes = self.below(low, 1)?;
                node.size = self.size(self.byte(sizes)?)?;
                node.low = self.below(sizes, node.size)?;
                node.distances = node.low;
            }
            return Ok(node);
        }
        let mut at = address;
        let mut ways = usize::from(head & 0x3f);
        if ways == 0 {
            at = self.below(at, 1)?;
            ways = usize::from(self.byte(at)?);
            ways = if ways == 1 { 256 } else { ways };
        }
        if ways == 0 {
            return Err(self.bad("a path ends in a node that is no word"));
        }
        at = self.below(at, 1)?;
        let size = self.size(self.byte(at)?)?;
        let index = if ways > 32 { 256 } else { 0 };
        let table = self.below(at, index)?;
        let inputs = self.below(table, 1)?;
        let distances = self.below(table, ways + size)?;
        let low = self.below(table, ways + ways * size)?;
        let node = Node { low, is_final: head & 0x40 != 0, ways: ways as u16, inputs, distances, size, ..Node::default() };
        for way in 1..ways {
            if self.byte(inputs - way + 1)? >= self.byte(inputs - way)? {
                return Err(self.bad("the words are not in order"));
            }
        }
        if index != 0 {
            self.check_index(&node, table)?;
        }
        Ok(node)
    }

    /// The sizes byte: no output (this is a set), and distances of one to four bytes.
    fn size(&self, sizes: u8) -> Result<usize, Error> {
        match (sizes >> 4, sizes & 15) {
            (size @ 1..=4, 0) => Ok(usize::from(size)),
            _ => Err(self.bad("a node has distances or outputs that no set of words has")),
        }
    }

    /// The index of a wide node must say the same as its inputs, or `fst` would find other words than this walk.
    fn check_index(&self, node: &Node, table: usize) -> Result<(), Error> {
        let mut expected = [255u8; 256];
        for way in 0..usize::from(node.ways) {
            expected[usize::from(self.byte(node.inputs - way)?)] = way as u8;
        }
        match self.data.get(table..table + 256) == Some(&expected[..]) {
            true => Ok(()),
            false => Err(self.bad("the index of a node is not that of its words")),
        }
    }

    /// The input of the node's next way and the address it leads to; 0 is the final node without ways on.
    fn way(&self, node: &Node) -> Result<(u8, usize), Error> {
        let way = usize::from(node.next);
        let input = match node.input {
            Some(input) => input,
            None => self.byte(node.inputs - way)?,
        };
        if node.size == 0 {
            return Ok((input, self.below(node.low, 1)?));
        }
        let at = node.distances - way * node.size;
        let distance = self.data[at..at + node.size].iter().rev().fold(0usize, |sum, &byte| sum << 8 | usize::from(byte));
        Ok((input, if distance == 0 { 0 } else { self.below(node.low, distance)? }))
    }

    fn run(&self) -> Result<WordTable, Error> {
        // Room for what a set of this size holds, whatever it announces: growing costs as much as reading.
        let mut spelled = Vec::with_capacity(self.bytes.min(SPELLED * self.data.len()));
        let mut starts = Vec::with_capacity((self.words as usize + 1).min(self.data.len()));
        starts.push(0u32);
        let mut word = Vec::new();
        let mut path = vec![self.node(self.root)?];
        if path[0].is_final {
            return Err(self.bad("it has an empty word"));
        }
        let mut steps = 0;
        while let Some(node) = path.last_mut() {
            if node.next == node.ways {
                path.pop();
                word.pop();
                continue;
            }
            let (input, to) = self.way(node)?;
            node.next += 1;
            word.push(input);
            steps += 1;
            let next = if to == 0 { None } else { Some(self.node(to)?) };
            if next.is_none_or(|next| next.is_final) {
                spelled.extend_from_slice(&word);
                starts.push(spelled.len() as u32);
            }
            if steps > self.bytes || spelled.len() > self.bytes || starts.len() > self.words as usize + 1 {
                return Err(self.bad("the set has more words than it announces"));
            }
            match next {
                Some(next) => path.push(next),
                None => drop(word.pop()),
            }
        }
        if spelled.len() != self.bytes || starts.len() != self.words as usize + 1 {
            return Err(self.bad("the set has fewer words than it announces"));
        }
        let spelled = String::from_utf8(spelled).map_err(|_| self.bad("a word is not UTF-8"))?;
        if !starts.iter().all(|&start| spelled.is_char_boundary(start as usize)) {
            return Err(self.bad("a word is not UTF-8"));
        }
        Ok(WordTable::from_parts(spelled, starts))
    }
}
