//! The byte codec under every file: little-endian numbers, varints, strings. Every read is checked.
//!
//! A varint is seven bits a byte, lowest first, the high bit set on all but the last byte; it must be written in the
//! fewest bytes. Signed numbers are zigzag: 0, -1, 1, -2 ... become 0, 1, 2, 3 ...

use crate::Error;

/// Ends a run of UTF-8 that has no length before it: a byte that never stands in UTF-8. Texts so ended compress better than texts after
/// their lengths.
pub const END: u8 = 0xff;

/// Appends to a growing run of bytes.
#[derive(Clone, Debug, Default)]
pub struct ByteWriter {
    bytes: Vec<u8>,
}

impl ByteWriter {
    /// Nothing written yet.
    pub fn new() -> ByteWriter {
        ByteWriter::default()
    }

    /// One byte.
    pub fn u8(&mut self, value: u8) {
        self.bytes.push(value);
    }

    /// Two bytes.
    pub fn u16(&mut self, value: u16) {
        self.bytes.extend(value.to_le_bytes());
    }

    /// Four bytes.
    pub fn u32(&mut self, value: u32) {
        self.bytes.extend(value.to_le_bytes());
    }

    /// A varint, one to ten bytes.
    pub fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// A length or count as a varint.
    pub fn count(&mut self, value: usize) {
        self.varint(value as u64);
    }

    /// A zigzag varint.
    pub fn signed(&mut self, value: i64) {
        self.varint(((value << 1) ^ (value >> 63)) as u64);
    }

    /// Bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// A length and that many bytes.
    pub fn block(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.raw(bytes);
    }

    /// A length and that many bytes of UTF-8.
    pub fn text(&mut self, text: &str) {
        self.block(text.as_bytes());
    }

    /// UTF-8, or a piece of it, with [`END`] behind it.
    pub fn ended(&mut self, text: &[u8]) {
        self.raw(text);
        self.u8(END);
    }

    /// How many bytes so far.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads from bytes that may be hostile: past the end, over-long and non-UTF-8 are errors, never panics, and nothing is
/// allocated on the word of a length.
#[derive(Clone, Debug)]
pub struct ByteReader<'a> {
    rest: &'a [u8],
    what: &'static str,
}

impl<'a> ByteReader<'a> {
    /// `what` is named in errors: "the names section".
    pub fn new(bytes: &'a [u8], what: &'static str) -> ByteReader<'a> {
        ByteReader { rest: bytes, what }
    }

    /// An error about what is being read.
    pub fn error(&self, found: impl std::fmt::Display) -> Error {
        Error::malformed(self.what, found)
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next `count` bytes.
    ///
    /// # Errors
    /// When there are fewer left; so for every read below.
    pub fn raw(&mut self, count: usize) -> Result<&'a [u8], Error> {
        match self.rest.split_at_checked(count) {
            Some((head, rest)) => {
                self.rest = rest;
                Ok(head)
            }
            None => Err(self.error(format_args!("{count} more bytes were expected and {} are left", self.rest.len()))),
        }
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        match self.rest.split_first_chunk::<N>() {
            Some((head, rest)) => {
                self.rest = rest;
                Ok(*head)
            }
            None => Err(self.error(format_args!("{N} more bytes were expected and {} are left", self.rest.len()))),
        }
    }

    /// One byte.
    pub fn u8(&mut self) -> Result<u8, Error> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    /// Two bytes.
    pub fn u16(&mut self) -> Result<u16, Error> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    /// Four bytes.
    pub fn u32(&mut self) -> Result<u32, Error> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// A varint in its shortest form, up to 64 bits.
    pub fn varint(&mut self) -> Result<u64, Error> {
        let mut value = 0u64;
        for (place, &byte) in self.rest.iter().enumerate().take(10) {
            let bits = u64::from(byte & 0x7f);
            if (place == 9 && byte > 1) || (place > 0 && byte == 0) {
                break;
            }
            value |= bits << (7 * place);
            if byte < 0x80 {
                self.rest = &self.rest[place + 1..];
                return Ok(value);
            }
        }
        Err(self.error("a number is cut off, too long or not in its shortest form"))
    }

    /// A varint that must fit 32 bits.
    pub fn varint32(&mut self) -> Result<u32, Error> {
        // Most numbers in the columns are one byte; the loop above is the slow path.
        if let Some((&byte, rest)) = self.rest.split_first()
            && byte < 0x80
        {
            self.rest = rest;
            return Ok(u32::from(byte));
        }
        let value = self.varint()?;
        u32::try_from(value).map_err(|_| self.error(format_args!("the number {value} is over 32 bits")))
    }

    /// A varint not over `most`.
    pub fn number(&mut self, most: u32) -> Result<u32, Error> {
        let value = self.varint32()?;
        if value > most {
            return Err(self.error(format_args!("the number {value} is over its limit {most}")));
        }
        Ok(value)
    }

    /// A zigzag varint.
    pub fn signed(&mut self) -> Result<i64, Error> {
        let value = self.varint()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// How many things follow. Each takes a byte at least, so a count over the bytes left is refused: what is allocated
    /// for them is bounded by the file's own length.
    pub fn count(&mut self) -> Result<usize, Error> {
        let count = self.varint()?;
        match usize::try_from(count) {
            Ok(fits) if fits <= self.rest.len() => Ok(fits),
            _ => Err(self.error(format_args!("{count} things are announced and {} bytes are left", self.rest.len()))),
        }
    }

    /// A length and that many bytes.
    pub fn block(&mut self) -> Result<&'a [u8], Error> {
        let length = self.count()?;
        self.raw(length)
    }

    /// A length and that many bytes of UTF-8.
    pub fn text(&mut self) -> Result<&'a str, Error> {
        let bytes = self.block()?;
        std::str::from_utf8(bytes).map_err(|_| self.error("a text is not UTF-8"))
    }

    /// The bytes before the next [`END`].
    pub fn ended(&mut self) -> Result<&'a [u8], Error> {
        let length = self.rest.iter().position(|&byte| byte == END);
        let text = self.raw(length.ok_or_else(|| self.error("a text has no end"))?)?;
        self.u8()?;
        Ok(text)
    }

    /// Nothing may be left.
    pub fn end(&self) -> Result<(), Error> {
        match self.rest.len() {
            0 => Ok(()),
            left => Err(self.error(format_args!("{left} bytes follow its end"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_and_texts_come_back(value: u64, signed: i64, text: String) {
            let mut out = ByteWriter::new();
            out.varint(value);
            out.signed(signed);
            out.text(&text);
            out.ended(text.as_bytes());
            let bytes = out.into_bytes();
            let mut reader = ByteReader::new(&bytes, "a test");
            prop_assert_eq!(reader.varint().unwrap(), value);
            prop_assert_eq!(reader.signed().unwrap(), signed);
            prop_assert_eq!(reader.text().unwrap(), &text);
            prop_assert_eq!(reader.ended().unwrap(), text.as_bytes());
            reader.end().unwrap();
        }

        #[test]
        fn what_reads_as_a_number_writes_as_the_same_bytes(bytes: Vec<u8>) {
            let mut reader = ByteReader::new(&bytes, "a test");
            if let Ok(value) = reader.varint() {
                let mut out = ByteWriter::new();
                out.varint(value);
                let read = bytes.len() - reader.left();
                prop_assert_eq!(&out.into_bytes()[..], &bytes[..read]);
            }
        }
    }

    #[test]
    fn lengths_that_lie_are_refused() {
        for bytes in [&[5, b'a'][..], &[0x80, 0x00], &[0xff; 11], &[], &[2, 0xff, 0xfe]] {
            assert!(ByteReader::new(bytes, "a test").text().is_err(), "{bytes:?}");
        }
        assert!(ByteReader::new(b"no end", "a test").ended().is_err());
    }
}
