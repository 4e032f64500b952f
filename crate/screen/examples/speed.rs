//! How long the search takes, native and without a browser: one name, rows, hostile names, and lists that grow.
//!
//! ```text
//! cargo run --release -p redzone-screen --example speed -- PACK PUBLIC-KEY-FILE [names | rows | hostile | growth]...
//! ```
//! Each line ends in a digest of all answers: a change that only makes the search faster leaves it as it was.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a bench may fail loudly

use redzone_index::{Columns, Date, Entry, ListedName, Manifest, NameKind, OpenList, PublicKey};
use redzone_screen::{Engine, Question};
use std::path::Path;
use std::time::Instant;

/// A small generator of pseudo-random numbers (xorshift64*): the same questions every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % below.max(1)
    }

    fn letter(&mut self) -> char {
        char::from(b'a' + self.roll(26) as u8)
    }
}

fn edited(text: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let at = dice.roll(chars.len());
    match dice.roll(3) {
        0 => chars.insert(at, dice.letter()),
        1 if chars.len() > 1 => drop(chars.remove(at)),
        _ => chars[at] = dice.letter(),
    }
    chars.into_iter().collect()
}

/// A third with one edit, a third with two, a third with the words turned round and one edit.
fn misspelt(names: &[String], count: usize, seed: u64) -> Vec<String> {
    let mut dice = Dice(seed);
    let several: Vec<&String> = names.iter().filter(|name| (2..=6).contains(&name.split(' ').count())).collect();
    let one = |number: usize| {
        let name = several[dice.roll(several.len())].as_str();
        let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
        let turned = if number % 3 == 2 { format!("{rest} {first}") } else { name.to_owned() };
        let once = edited(&turned, &mut dice);
        if number % 3 == 1 { edited(&once, &mut dice) } else { once }
    };
    (0..count).map(one).collect()
}

/// One in fifty a listed name with a letter more, the rest listed words mixed, each as often as any other.
fn rows(names: &[String], count: usize) -> Vec<String> {
    let mut dice = Dice(7);
    let mut words: Vec<&str> = names.iter().flat_map(|name| name.split(' ')).collect();
    words.sort_unstable();
    words.dedup();
    let one = |row: usize| match row % 50 {
        0 => format!("{}x", names[dice.roll(names.len())]),
        _ => (0..2 + dice.roll(3)).map(|_| words[dice.roll(words.len())]).collect::<Vec<_>>().join(" "),
    };
    (0..count).map(one).collect()
}

/// Names made to be slow: many words, common words, words that everything resembles, scripts with many readings.
fn hostile(names: &[String]) -> Vec<String> {
    let mut often: Vec<(usize, &str)> = Vec::new();
    let mut words: Vec<&str> = names.iter().flat_map(|name| name.split(' ')).collect();
    words.sort_unstable();
    words.chunk_by(|a, b| a == b).for_each(|same| often.push((same.len(), same[0])));
    often.sort_unstable_by(|a, b| b.cmp(a));
    let common = |from: usize, count: usize| often.iter().skip(from).take(count).map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
    let long_words = |from: usize| {
        let common = often.iter().map(|(_, word)| *word).filter(|word| word.len() >= 5);
        common.skip(from).take(64).collect::<Vec<_>>().join(" ")
    };
    let mut out = vec![
        common(0, 64),
        common(64, 64),
        common(0, 4),
        common(0, 8),
        common(0, 16),
        long_words(0),
        long_words(64),
        long_words(640),
        long_words(6_400),
        "al ".repeat(64),
        "muhammad ".repeat(64),
        "mohamed ali ahmed hassan hussein abdullah ibrahim mustafa".into(),
        "company limited trading international general group holding industrial".into(),
        "a b c d e f g h i j k l m n o p q r s t u v w x y z".into(),
        "a".repeat(1_000),
        "ab".repeat(500),
        "aaaa ".repeat(64),
        "sara mara lara tara nara kara ".repeat(10),
        "s h m n a k r t b d ".repeat(6),
        "sh mh ah kh al ab ba ma sa ta ra ka la na da ".repeat(4),
        "ShAng hAi hUa wEi ".repeat(16),
        "x".repeat(64),
        "محمد احمد علي حسن حسين عبد الله".into(),
        "محمد ".repeat(32),
        "عبد الرحمن بن عبد العزيز ال سعود ".repeat(6),
        "习近平习近平习近平习近平".into(),
        "中国华为技术有限公司上海北京广州深圳".into(),
        "王李张刘陈杨黄赵吴周".into(),
        "行".repeat(64),
        "重庆长安乐山单于".repeat(8),
        "김정은 이영희 박철수 최민호".into(),
        "0 1 2 3 4 5 6 7 8 9 ".repeat(6),
        "0l1i5s 0o0o 1l1l 5s5s ".repeat(12),
        "m.v. al-noor 1 of the co. ltd. llc gmbh s.a. ".repeat(5),
    ];
    let mut dice = Dice(99);
    for _ in 0..40 {
        out.push((0..64).map(|_| often[dice.roll(often.len().min(2_000))].1).collect::<Vec<_>>().join(" "));
        out.push((0..8).map(|_| often[dice.roll(often.len().min(40))].1).collect::<Vec<_>>().join(" "));
    }
    out
}

/// How many to ask: the environment's number, else `usual`.
fn count(usual: usize) -> usize {
    std::env::var("REDZONE_QUERIES").ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn question(name: &str, limit: usize) -> Question {
    Question { limit, ..Question::new(name, Date::parse("2026-08-01").unwrap()) }
}

/// Asks everything in its order; times in microseconds, sorted, each with its name.
fn ask(title: &str, engine: &Engine, asked: &[String]) -> Vec<(f64, usize)> {
    let (mut digest, mut times) = (0xcbf2_9ce4_8422_2325u64, Vec::new());
    for (number, name) in asked.iter().enumerate() {
        let question = question(name, 10);
        let from = Instant::now();
        let found = engine.find(&question);
        times.push((from.elapsed().as_secs_f64() * 1e6, number));
        let text = format!("{:?} {} {:?}", found.hits, found.omitted, found.doubts);
        digest = text.bytes().fold(digest, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    }
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |share: f64| times[((times.len() as f64 * share) as usize).min(times.len() - 1)].0;
    let sum: f64 = times.iter().map(|(time, _)| time).sum();
    println!(
        "{title:28} {:>7} asked   p50 {:7.0} us   p99 {:7.0} us   worst {:7.0} us   mean {:7.1} us   {digest:016x}",
        asked.len(),
        at(0.5),
        at(0.99),
        at(1.0),
        sum / asked.len() as f64
    );
    times
}

/// The names `times` over. Each copy has its words exchanged for words of other names, as often as names have them, or for new ones: the head of
/// one word and the tail of another. New words come as lists bring them: of the names of 2026 half have two thirds of the words (23,227 of all
/// that the benchmark's list has, 15,438 of half of it), so words grow by the power 0.59 of names (Heaps' law).
fn grown(names: &[String], times: usize) -> Columns {
    let mut dice = Dice(11);
    let words: Vec<&str> = names.iter().flat_map(|name| name.split(' ')).collect();
    let mut distinct = words.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let more = distinct.len() as f64 * ((times as f64).powf(0.59) - 1.0);
    let share = (more / (words.len() * times.saturating_sub(1).max(1)) as f64 * 1e6) as usize;
    let entry = |number: usize, text: String| Entry {
        id: number.to_string(),
        names: vec![ListedName { text, kind: NameKind::Primary }],
        ..Entry::default()
    };
    let mut entries: Vec<Entry> = names.iter().enumerate().map(|(number, name)| entry(number, name.clone())).collect();
    for _ in 1..times {
        for name in names {
            let other = |_: &str| {
                if dice.roll(1_000_000) >= share {
                    return words[dice.roll(words.len())].to_owned();
                }
                let mut part = || distinct[dice.roll(distinct.len())].chars().collect::<Vec<char>>();
                let (head, tail) = (part(), part());
                head[..head.len().div_ceil(2)].iter().chain(&tail[tail.len() / 2..]).collect()
            };
            let text: Vec<String> = name.split(' ').map(other).collect();
            entries.push(entry(entries.len(), text.join(" ")));
        }
    }
    Columns::from_entries(&entries).unwrap()
}

fn growth(names: &[String]) {
    let mut first = 0.0;
    for times in [1, 4, 10, 16] {
        let columns = grown(names, times);
        let engine = Engine::new(&[&columns]);
        engine.hasten();
        ask("", &engine, &misspelt(names, 200, 5));
        let asked = ask(&format!("{times} times the names"), &engine, &misspelt(names, 1_000, 3));
        let middle = asked[asked.len() / 2].0;
        if times == 1 {
            first = middle;
        }
        println!("   {} names of {} words: p50 {:.2} times that of one", engine.name_count(), columns.words.len(), middle / first);
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (pack, key) = (arguments.next().expect("a pack"), arguments.next().expect("a public key"));
    let wanted: Vec<String> = arguments.collect();
    let wants = |what: &str| wanted.is_empty() || wanted.iter().any(|one| one == what);
    let file = |name: &str| std::fs::read(Path::new(&pack).join(name)).unwrap();
    let key = std::fs::read_to_string(key).unwrap();
    let key = PublicKey::parse(&key).unwrap();
    let manifest = Manifest::verify(&file("manifest.txt"), &[key]).unwrap();
    let from = Instant::now();
    let lists: Vec<OpenList> =
        manifest.lists().iter().map(|facts| manifest.open_list(&facts.id, &file(&facts.search.name)).unwrap()).collect();
    let opened = from.elapsed();
    let columns: Vec<&Columns> = lists.iter().map(OpenList::columns).collect();
    let from = Instant::now();
    let engine = Engine::new(&columns);
    println!(
        "lists verified and read in {:.1} ms, search ready in {:.1} ms",
        opened.as_secs_f64() * 1e3,
        from.elapsed().as_secs_f64() * 1e3
    );
    let from = Instant::now();
    ask("first question", &engine, &["huawei tecnologies".to_owned()]);
    engine.hasten();
    println!("first answer and the rest of the search in {:.1} ms", from.elapsed().as_secs_f64() * 1e3);
    let mut names: Vec<String> = Vec::new();
    for list in &columns {
        for name in 0..list.name_count() as u32 {
            names.push(list.words_of(name).iter().map(|word| list.words.get(*word)).collect::<Vec<_>>().join(" "));
        }
    }
    names.retain(|name| !name.is_empty());
    if wants("names") {
        ask("one name, to warm up", &engine, &misspelt(&names, count(3_000) / 10, 5));
        ask("one name", &engine, &misspelt(&names, count(3_000), 3));
    }
    if wants("rows") {
        ask("rows", &engine, &rows(&names, count(5_000)));
    }
    if wants("hostile") {
        let asked = hostile(&names);
        let times = ask("hostile names", &engine, &asked);
        for (time, number) in times.iter().rev().take(5) {
            println!("   {time:7.0} us   {}", asked[*number].chars().take(60).collect::<String>());
        }
    }
    if wants("growth") {
        growth(&names);
    }
}
