//! Names as people, machines and cheats change them. Our own generator; the same seed gives the same names.

/// A small generator of pseudo-random numbers (xorshift64*).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// 0 ..= `below` - 1.
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % below.max(1)
    }

    fn letter(&mut self) -> char {
        char::from(b'a' + self.roll(26) as u8)
    }
}

/// The ways; `change` takes any number.
pub const WAYS: usize = 18;

/// Changes a name in one way. Some ways leave some names as they are.
pub fn change(name: &str, way: usize, dice: &mut Dice) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let word = dice.roll(words.len());
    match way % WAYS {
        0 => name.to_lowercase(),
        1 => rotated(&words, 1),
        2 => words.iter().enumerate().filter(|(at, _)| words.len() == 1 || *at != word).map(|(_, w)| *w).collect::<Vec<_>>().join(" "),
        3 => edited(name, dice, |chars, at, c| chars[at] = c),
        4 => edited(name, dice, |chars, at, c| chars.insert(at, c)),
        5 => edited(name, dice, |chars, at, _| {
            chars.remove(at);
        }),
        6 => edited(name, dice, |chars, at, _| {
            let next = (at + 1).min(chars.len() - 1);
            chars.swap(at, next);
        }),
        7 => {
            let once = edited(name, dice, |chars, at, c| chars[at] = c);
            edited(&once, dice, |chars, at, c| chars.insert(at, c))
        }
        8 => name.replacen(' ', "", 1),
        9 => edited(name, dice, |chars, at, _| chars.insert(at, ' ')),
        10 => name.chars().filter(|c| !"aeiouAEIOU".contains(*c)).collect(),
        11 => name.chars().map(|c| "a4e3i1o0s5".find(c).map_or(c, |at| "a4e3i1o0s5".chars().nth(at + 1).unwrap_or(c))).collect(),
        12 => words
            .iter()
            .enumerate()
            .map(|(at, w)| if at == word { w.chars().take(1).collect() } else { (*w).to_owned() })
            .collect::<Vec<String>>()
            .join(" "),
        13 => name.chars().take(20).collect(),
        14 => format!("{name} Maria"),
        15 => format!("Dr. {name} Jr"),
        16 => name.replace(['a', 'A'], "а").replace(['o', 'O'], "о"),
        _ => name.chars().flat_map(|c| [c, '\u{200b}']).collect(),
    }
}

/// Words of several names, mixed.
pub fn mixture(names: &[&str], dice: &mut Dice) -> String {
    let count = 1 + dice.roll(4);
    (0..count)
        .filter_map(|_| {
            let words: Vec<&str> = names[dice.roll(names.len())].split_whitespace().collect();
            words.get(dice.roll(words.len())).copied()
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Letters by chance.
pub fn noise(dice: &mut Dice) -> String {
    (0..1 + dice.roll(3)).map(|_| (0..1 + dice.roll(9)).map(|_| dice.letter()).collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn rotated(words: &[&str], by: usize) -> String {
    words.iter().cycle().skip(by).take(words.len()).copied().collect::<Vec<_>>().join(" ")
}

fn edited(name: &str, dice: &mut Dice, edit: impl Fn(&mut Vec<char>, usize, char)) -> String {
    let mut chars: Vec<char> = name.chars().collect();
    if chars.is_empty() {
        return String::new();
    }
    let (at, letter) = (dice.roll(chars.len()), dice.letter());
    edit(&mut chars, at, letter);
    chars.into_iter().collect()
}
