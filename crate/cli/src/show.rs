//! How the terminal writes what records say: points, words, folded lines.

pub use redzone_record::words::coded;
use redzone_screen::{Doubt, ReasonCode};

/// Basis points as hundredths: `9120` is `91.20`.
pub fn points(points: i32) -> String {
    let sign = if points < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", points.unsigned_abs() / 100, points.unsigned_abs() % 100)
}

/// A reason in the page's words; its code where they have none.
pub fn reason(code: ReasonCode) -> String {
    let code = redzone_record::words::reason(code);
    let message = |line: &'static str| line.strip_prefix("reason-")?.strip_prefix(&code)?.strip_prefix(" = ");
    MESSAGES.lines().find_map(message).map_or(code.clone(), str::to_owned)
}

/// The page's message file: terminal and page say a reason in the same words.
const MESSAGES: &str = include_str!("../../../www/src/text/en/party.ftl");

/// A doubt as a sentence.
pub fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Unreadable(why) => format!("The name can't be read: {why}."),
        Doubt::ListMissing { list } => format!("{list} was not searched."),
        Doubt::ListStale { list, days } => format!("{list} is {days} days old, more than the pack's policy allows."),
        Doubt::ManifestExpired => "The pack of lists has passed its last day.".to_owned(),
        Doubt::ClockBehind => "The day asked about is before the lists were published.".to_owned(),
        Doubt::BudgetSpent => "The search took too many steps and was stopped.".to_owned(),
        Doubt::NumberMistyped { number } => format!("{} fails its own check digits: it is mistyped.", plain(number)),
    }
}

/// What a disguise of the name was, as a sentence.
pub fn disguise(word: &str) -> &'static str {
    match word {
        "invisible" => "The name held characters that can't be seen. They were taken out for the comparison.",
        "look-alike" => "Words of the name mix letters of several scripts that look alike. They were read as what they look like.",
        "compatibility" => "The name uses full-width, mathematical or similar letters. They were read as plain ones.",
        "mark-flood" => "Letters of the name carry far more marks than any writing uses. The marks were taken off.",
        _ => "Digits stand for letters in the name. They were read as letters.",
    }
}

/// How text from outside is printed: on one line, with characters that steer a terminal or can't be seen written as `<U+200B>`.
pub fn plain(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
    };
    let mut out = String::new();
    for c in text.chars() {
        if hidden(c) { out.push_str(&format!("<U+{:04X}>", u32::from(c))) } else { out.push(c) }
    }
    out
}

/// `label` and `text` in columns, folded at blanks where a line would pass 100 characters.
pub fn field(label: &str, text: &str) -> String {
    const LABEL: usize = 14;
    const WIDTH: usize = 100 - LABEL - 3;
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| format!("   {:LABEL$}{line}", if at == 0 { label } else { "" }))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A code as words: `license needed` for `license-needed`.
pub fn plainly(code: &str) -> String {
    code.replace('-', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_keep_their_sign_and_their_zeros() {
        for (number, text) in [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (9_120, "91.20"), (-1_234, "-12.34"), (10_000, "100.00")] {
            assert_eq!(points(number), text);
        }
    }

    #[test]
    fn what_steers_a_terminal_is_written_out() {
        assert_eq!(plain("a\x1b[2J\u{202e}b\u{200b}\nc"), "a<U+001B>[2J<U+202E>b<U+200B><U+000A>c");
        assert_eq!(plain("Müller 华为"), "Müller 华为");
    }

    #[test]
    fn long_texts_fold_under_their_label() {
        let text = field("License", &"word ".repeat(40));
        assert!(text.lines().all(|line| line.chars().count() <= 100) && text.lines().count() == 3, "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with(&" ".repeat(17))));
    }
}
