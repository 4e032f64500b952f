//! Many names, each answered in a few numbers.

use redzone_index::Date;
use redzone_screen::{Question, Score, Screener, Verdict};

/// How many numbers [`row`] gives.
pub(crate) const ROW: usize = 5;

/// One name among many, in numbers; see `Screener.checkMany`.
pub(crate) fn row(engine: &Screener, name: String, as_of: Date, most: Score) -> [u32; ROW] {
    let question = Question { threshold: Score::BALANCED.min(most), limit: 1, ..Question::new(name, as_of) };
    let outcome = engine.screen(&question);
    let verdict = match outcome.verdict {
        Verdict::Hit => 0,
        Verdict::NoMatch(_) => 1,
        Verdict::Indeterminate => 2,
    };
    match outcome.hits.first() {
        Some(best) => {
            [verdict, (outcome.hits.len() + outcome.omitted) as u32, u32::from(best.score.points()), best.list as u32, best.entry]
        }
        None => [verdict, 0, 0, 0, 0],
    }
}
