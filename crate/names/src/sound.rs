//! A word as it sounds: many spellings, one string of ASCII.
//!
//! Small letters are the usual ones; `S` is sh, `C` is ch, `J` is zh or j. `y` has become `i`, `w` has become `v`,
//! doubled letters are single. Letters that are not ASCII stay as their UTF-8 bytes.

/// Writes the sound of a folded word to `out`, which is emptied first.
///
/// ```
/// let mut a = Vec::new();
/// let mut b = Vec::new();
/// redzone_names::sound("dmitriy", &mut a);
/// redzone_names::sound("dmitry", &mut b);
/// assert_eq!(a, b);
/// ```
pub fn sound(word: &str, out: &mut Vec<u8>) {
    out.clear();
    let bytes = word.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (spoken, taken): (&[u8], usize) = match rest {
            [b'b' | b'f' | b'h' | b'l' | b'm' | b'n' | b'r' | b'u' | b'v', ..] => (&rest[..1], 1),
            [b's', b'c', b'h', ..] => (b"S", 3),
            [b't', b'c', b'h', ..] => (b"C", 3),
            [b'd', b'z', b'h', ..] => (b"J", 3),
            [b'd', b's', b'c', b'h', ..] => (b"J", 4),
            [b's', b'h', b'c', b'h', ..] => (b"S", 4),
            [b's', b'h', ..] => (b"S", 2),
            [b'c', b'h', ..] => (b"C", 2),
            [b'c', b'k', ..] => (b"k", 2),
            [b'k', b'h', ..] => (b"h", 2),
            [b'g', b'h', ..] => (b"g", 2),
            [b'd', b'h', ..] => (b"d", 2),
            [b't', b'h', ..] => (b"t", 2),
            [b'p', b'h', ..] => (b"f", 2),
            [b'z', b'h', ..] => (b"J", 2),
            [b'd', b'j', ..] => (b"J", 2),
            [b't', b'j', ..] => (b"C", 2),
            // After a consonant j is the Slavic and Scandinavian soft sign or glide: Pjotr, Grigorjevitj.
            [b'j', next, ..]
                if is_vowel(*next)
                    && at > 0
                    && bytes[at - 1] != b'j'
                    && bytes[at - 1].is_ascii_alphabetic()
                    && !is_vowel(bytes[at - 1]) =>
            {
                (b"i", 1)
            }
            [b'q', b'u', ..] => (b"k", 2),
            [b'o', b'u', ..] | [b'o', b'o', ..] => (b"u", 2),
            [b'e', b'e', ..] => (b"i", 2),
            // Fawzi, Fauzi; Lau, Law; Pawlak, Pavlak.
            [b'a', b'u', next, ..] if is_vowel(*next) => (b"a", 1),
            [b'a', b'u', ..] => (b"av", 2),
            [b'i', b'e', ..] if rest.len() == 2 => (b"i", 2),
            [b'j', ..] => (b"J", 1),
            [b'q', ..] => (b"k", 1),
            [b'x', ..] => (b"ks", 1),
            [b'c', b'e' | b'i' | b'y', ..] => (b"s", 1),
            [b'c', ..] => (b"k", 1),
            [b'w', ..] => (b"v", 1),
            [b'y', ..] => (b"i", 1),
            [_, ..] => (&rest[..1], 1),
            [] => (b"", 1),
        };
        for &byte in spoken {
            // Doubled numbers mean something, doubled letters do not.
            if out.last() != Some(&byte) || byte.is_ascii_digit() {
                out.push(byte);
            }
        }
        at += taken;
    }
    // A last h after a vowel is not heard: Abdullah, Fatimah.
    if let [.., before, b'h'] = out.as_slice()
        && is_vowel(*before)
        && out.len() > 2
    {
        out.pop();
    }
}

/// Whether a byte of a [`sound`] is a vowel.
pub const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Writes the consonants of a [`sound`] to `out`, which is emptied first: the same for a word with its vowels and without.
///
/// A vowel at the start is kept as `a`. Inside, `v` goes too (Arabic waw is v, w, u or o), and so do an `h` at the end and doubled
/// letters; `g` is `k` (Qadhafi, Gaddafi), `z` is `s`, `C` and `J` are one.
pub fn skeleton(sound: &[u8], out: &mut Vec<u8>) {
    out.clear();
    for (at, &byte) in sound.iter().enumerate() {
        let kept = match byte {
            vowel if is_vowel(vowel) => {
                if at > 0 {
                    continue;
                }
                b'a'
            }
            b'v' if at > 0 => continue,
            b'h' if at > 0 && at + 1 == sound.len() => continue,
            b'g' => b'k',
            b'z' => b's',
            b'C' => b'J',
            other => other,
        };
        if out.last() != Some(&kept) || kept.is_ascii_digit() {
            out.push(kept);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(word: &str) -> String {
        let mut out = Vec::new();
        sound(word, &mut out);
        String::from_utf8(out).unwrap()
    }

    fn bones(word: &str) -> String {
        let mut out = Vec::new();
        skeleton(heard(word).as_bytes(), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn spellings_of_one_sound_meet() {
        for (a, b) in [
            ("aleksandr", "alexandr"),
            ("yousef", "yusef"),
            ("muhammad", "muhamad"),
            ("abdullah", "abdulla"),
            ("khaled", "haled"),
            ("dmitriy", "dmitri"),
            ("zhukov", "jukov"),
            ("philip", "filip"),
            ("sheikh", "sheih"),
            ("wladimir", "vladimir"),
            ("dzhihad", "jihad"),
            ("fauzi", "fawzi"),
            ("lau", "law"),
            ("dschihad", "jihad"),
        ] {
            assert_eq!(heard(a), heard(b), "{a} {b}");
        }
    }

    #[test]
    fn unwritten_vowels_meet_written_ones() {
        for (a, b) in [
            ("muhammad", "mhmd"),
            ("gaddafi", "qdhafy"),
            ("yousef", "yusf"),
            ("awlaki", "aulqi"),
            ("davoud", "daud"),
            ("hosseini", "hsini"),
        ] {
            assert_eq!(bones(a), bones(b), "{a} {b}");
        }
    }
}
