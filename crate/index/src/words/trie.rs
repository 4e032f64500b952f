//! The word set in `fst`'s format, without shared endings.
//!
//! `fst`'s own builder lets words share their endings, which saves bytes but not bits: an address two or three bytes wide stands
//! where the ending stood, and an address does not compress. Written out, all lists of 2026-07-31 have 306 kB of set instead of
//! 257, and 151 kB instead of 176 after brotli, which finds the endings by itself. `fst::Set` reads both alike.

use super::{COMMON, FOOTER, HEADER};

/// A node under construction: ways out, each with the address it leads to; 0 is the final node without ways.
#[derive(Default)]
struct Open {
    is_final: bool,
    ways: Vec<(u8, usize)>,
}

/// The set of some words, which must rise strictly and not be empty.
pub(super) fn write<'a>(words: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER);
    out.extend(3u64.to_le_bytes());
    out.extend(0u64.to_le_bytes());
    let mut path = vec![Open::default()];
    let mut last: &[u8] = &[];
    let mut count = 0u64;
    for word in words.map(str::as_bytes) {
        let same = word.iter().zip(last).take_while(|(a, b)| a == b).count();
        close(&mut out, &mut path, last, same);
        path.extend(word[same..].iter().map(|_| Open::default()));
        if let Some(end) = path.last_mut() {
            end.is_final = true;
        }
        last = word;
        count += 1;
    }
    close(&mut out, &mut path, last, 0);
    let root = path.pop().map_or(0, |root| node(&mut out, &root));
    out.extend(count.to_le_bytes());
    out.extend((root as u64).to_le_bytes());
    out.extend(checksum(&out).to_le_bytes());
    debug_assert!(out.len() >= HEADER + FOOTER);
    out
}

/// Writes the nodes of `last` that are deeper than `depth`, the deepest first.
fn close(out: &mut Vec<u8>, path: &mut Vec<Open>, last: &[u8], depth: usize) {
    while path.len() > depth + 1 {
        let Some(done) = path.pop() else { return };
        let address = node(out, &done);
        let input = last[path.len() - 1];
        if let Some(parent) = path.last_mut() {
            parent.ways.push((input, address));
        }
    }
}

/// Writes a node and tells its address.
fn node(out: &mut Vec<u8>, node: &Open) -> usize {
    let start = out.len();
    let distance = |to: usize| if to == 0 { 0 } else { start - to };
    match node.ways.as_slice() {
        [] => return 0,
        &[(input, to)] if !node.is_final => {
            let next = distance(to) == 1;
            if !next {
                let bytes = width(distance(to));
                out.extend_from_slice(&distance(to).to_le_bytes()[..bytes]);
                out.push((bytes as u8) << 4);
            }
            let common = COMMON.iter().position(|&byte| byte == input).map_or(0, |at| at as u8 + 1);
            if common == 0 {
                out.push(input);
            }
            out.push(if next { 0xc0 } else { 0x80 } | common);
        }
        ways => {
            let bytes = ways.iter().map(|&(_, to)| width(distance(to))).max().unwrap_or(1);
            for &(_, to) in ways.iter().rev() {
                out.extend_from_slice(&distance(to).to_le_bytes()[..bytes]);
            }
            out.extend(ways.iter().rev().map(|&(input, _)| input));
            if ways.len() > 32 {
                let mut index = [255u8; 256];
                for (at, &(input, _)) in ways.iter().enumerate() {
                    index[usize::from(input)] = at as u8;
                }
                out.extend(index);
            }
            out.push((bytes as u8) << 4);
            let mut head = ways.len() as u8;
            if ways.len() > 63 {
                // UTF-8 has fewer than 256 leading or following bytes, so the count fits.
                out.push(head);
                head = 0;
            }
            out.push(if node.is_final { 0x40 } else { 0 } | head);
        }
    }
    out.len() - 1
}

/// How many bytes a distance needs, at least one.
fn width(distance: usize) -> usize {
    (1..8).find(|bytes| distance >> (8 * bytes) == 0).unwrap_or(8)
}

/// CRC-32C, masked as `fst` does.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for &byte in bytes {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ if sum & 1 == 1 { 0x82f6_3b78 } else { 0 };
        }
    }
    (!sum).rotate_right(15).wrapping_add(0xa282_ead8)
}
