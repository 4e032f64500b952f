//! What a finished verb says to the shell. Faults have their own codes: [`crate::fault::Kind`].

/// How a verb that ran to its end came out. Ordered by severity: of several answers the most severe is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: done, and no review is needed.
    NoReview,
    /// 1: done, and a person must look.
    Review,
    /// 5: done, and the answer is not complete: lists stale or missing.
    Incomplete,
}

/// The codes, for `--help`.
pub const HELP: &str = "\
Exit codes:
   0  no review needed        4  integrity or signature
   1  review needed           5  lists stale or incomplete
   2  usage                   6  a guard stopped
   3  bad input              70  a fault in redzone itself
                            141  whoever read stdout stopped reading";
