//! JUDGEMENT: a question, verified lists and rules to an explained outcome. Pure: no clock, file, network, locale
//! or randomness; the date is part of the question.
//!
//! question -> readings -> candidates -> evidence -> score with reasons -> verdict
//!
//! * [`Screener`]: verified lists, ready to answer; [`Engine`]: the search alone.
//! * [`Words`]: the words that the engine knows, where they are not built in.
//! * [`Question`]: who is asked about, and on which day.
//! * [`Outcome`]: the [`Verdict`], the [`Hit`]s with their [`Reason`]s, and every [`Doubt`].
//! * [`Score`]: 0 to 10,000; exactly the sum of the points of its reasons.
//! * [`second_opinion`]: what OFAC's own search would say of two names, for a column beside the score.
//! * [`destination`]: what the rules say about a place on a day.
//! * [`deal`]: what they say about a deal: items, parties, owners, route, end use and payment together.
//!
//! What this crate does not know: how official files look, JavaScript, the terminal.

mod acronym;
mod align;
mod asked;
mod bound;
mod by_number;
mod by_word;
mod check_digits;
#[cfg(feature = "words")]
mod compare;
pub mod deal;
mod deletes;
pub mod destination;
mod dictionary;
mod engine;
mod explain;
mod facts;
mod form;
mod keyed;
mod lookup;
mod model;
mod number;
mod order;
mod outcome;
mod parting;
mod question;
mod readings;
mod recall;
mod relate;
mod screener;
mod second_opinion;
mod shape;
mod sieve;
mod slot;
mod stamps;
mod strings;
mod ties;
mod vocabulary;
mod words;

#[cfg(feature = "words")]
pub use compare::compare;
pub use engine::{Engine, Found};
pub use outcome::{Doubt, Hit, MEASURED, Measured, NoMatch, Outcome, Reason, ReasonCode, Score, Strength, Verdict};
pub use question::Question;
pub use screener::Screener;
pub use second_opinion::second_opinion;
pub use words::{NotTheWords, Words};
