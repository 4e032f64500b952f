## Records

record-title = Records
record-lede = A record says what was checked, against which lists, and with what result. Anybody who has the file can check that nothing in it was changed, and ask its questions again.
record-memory = A case file is a chain of records. It is held in this page's memory only: download it before you leave.
record-none = There is no case file open. Check a party and choose "Save the record", or open a file.
record-open = Open a case file
record-new = Begin another
fault-record-too-large = This file is too large for the page. Verify it at the command line: redzone record verify FILE
record-busy = Working
record-whole = Whole: { $records ->
    [one] 1 record, as it was written
   *[other] { $records } records, as they were written
}
record-whole-more = Every digest fits, every signature is that of the key it names, and no record is missing between the first and the last.
record-broken = Changed: this is not the file that was written
record-broken-line = Line { $line }: { $what }
record-broken-next = Ask whoever keeps the case file for the one whose head was noted, and compare. Do not rely on this one.
record-redacted = Parts are hidden. What shows is checked all the same.
record-head = Head of the case file
record-head-hint = Note it elsewhere: print it, read it out, send it. With it, a cut at the end and a file that was written anew show too.
record-heads = A head that was noted before
record-heads-hint = Leave empty if there is none.
record-heads-check = Check against this head
record-heads-fits = The file fits the head that you gave.
record-qr = The head as a QR code

record-again = Ask the questions again
record-again-hint = Each question is put to the engine and the lists of this page, and the answer is compared byte for byte.
record-again-start = Ask again
record-again-same = { $records ->
    [one] 1 record: the same answer, byte for byte
   *[other] { $records } records: the same answer, byte for byte
}
record-again-other = { $records ->
    [one] 1 record: another answer now
   *[other] { $records } records: another answer now
}
record-again-not = { $records ->
    [one] 1 record asks nothing that can be asked again here
   *[other] { $records } records ask nothing that can be asked again here
}
record-same = The same answer now, byte for byte.
record-differs = Another answer now, first at { $place }.
record-differs-then = In the record
record-differs-now = Now
record-differs-nothing = nothing
record-cause-schema = The record has another form than this version writes. Ask again with the version that wrote it.
record-cause-engine = Another version of the engine wrote it. Ask again with that version.
record-cause-pack = It was made with other lists. Ask again with the pack { $pack }, or take the difference as what the lists changed.
record-cause-altered = The same engine and the same lists give another answer: the record was not written by this engine, or was altered.

record-list = The records
record-more = { $records ->
    [one] 1 more record is checked and not shown.
   *[other] { $records } more records are checked and not shown.
}
record-heading = Record { $number }: { $asked }
record-hidden = hidden
record-result-hit = Possible match
record-result-no-match = No match found
record-result-indeterminate = Could not be checked in full
record-result-prohibited = Prohibited
record-result-license-needed = License needed
record-result-exception-may-apply = A license exception may apply
record-result-no-rule-triggered = No rule triggered
record-result-rule-changing = A rule is changing
record-result-same-party = Same party
record-result-different-party = Different party
record-result-more-information = More information needed
record-kind-decision = decision about { $about }
record-fact-as-of = Asked about the day
record-fact-at = Written
record-fact-at-value = { $at } by the clock of the device
record-fact-program = By
record-fact-pack = Pack of lists
record-fact-digest = Digest
record-fact-signer = Signed by
record-fact-unsigned = nobody
record-fact-remarks = Remarks
record-fact-found = Parties at the threshold
record-details = Details of the record
record-column-party = Listed party
record-column-score = Score
record-column-decision = Decision
record-undecided = None yet
record-law-missing = The rules with digest { $rules } are not at hand here: what the list does in law is not shown.
record-law-unnamed = The record does not show which rules it was answered by: what the list does in law is not shown.
record-law-gap = the rules do not say what this list does in law. Read what the list says of the entry.
record-law-of-list = the entry is not at hand as it was found. Only what the list does is shown, not the parts of it that the entry may stand in.

record-decide = Decide about a hit
record-decide-one = Decide about this match
record-decide-change = Decide again about this match
record-decide-made = You decided: { $decision }.
record-decide-hit = Which listed party
record-decide-what = What did you find?
record-decide-same-party = It is the same party
record-decide-different-party = It is another party
record-decide-more-information = I need more information
record-decide-reason = Why
record-decide-reason-hint = In a sentence that another person can check, such as "Born in 1991, the listed person in 1962 (passport seen)".
record-decide-by = Your name
record-decide-until = Holds until
record-decide-until-hint = At most 365 days from today. It lapses before that when the entry or the party's data changes.
record-decide-do = Add the decision
record-problem-reason = Enter why
record-problem-by = Enter your name
record-problem-until = Enter a last day within 365 days from today
record-decide-kept = The hit stays in the record beside the decision.

record-keep = Keep it
record-letter-organisation = Organisation
record-letter-matter = Matter
record-letter-by = Prepared by
record-save-case = Download the case file
record-save-report = Download a report to print
record-save-csv = Table (CSV)
record-save-csv-exact = Table, every text exact (CSV)
record-save-ics = Calendar of last days
record-save-good = Good-list
record-print = Print this page

record-sign = Sign
record-sign-hint = With a key, others can tell that the next records are yours. The key is made here and never sent. Download it if you want to sign with it again.
record-sign-make = Make a key
record-sign-open = Open a key
record-sign-save = Download the private key
record-sign-now = The next records are signed with the key { $key }

record-share = Share in part
record-share-hint = Choose what to hide. The rest can still be checked, and the digest, the signatures and the head stay the same. Keep the whole file: only with it can hidden parts be opened later.
record-share-save = Download a redacted copy
record-part-question = What was asked: name, type, countries, birth date; the whole deal
record-part-party = Your own number for the party
record-part-reference = Your own number for the party of a decision
record-part-read = How the name was read
record-part-doubts-number = Numbers that seemed mistyped
record-part-hits-id = The numbers of the entries found
record-part-hits-entry = The digests of the entries found
record-part-hits-name = The names of the entries found
record-part-hits-reasons = The reasons of the scores
record-part-id = The number of the entry that a decision is about
record-part-entry = The digest of the entry that a decision is about
record-part-decision = Decisions
record-part-reason = Reasons of decisions
record-part-answer-gaps = What a deal does not tell
record-part-answer-doubts = Why an answer about a deal is not complete
record-part-answer-notes = Remarks on a deal
record-part-answer-variations = What would change the answer about a deal
record-part-answer-program = The readiness for the American AI Exports Program

record-disclose = Open one hidden part for somebody
record-disclose-hint = Makes a small file with which the holder of a redacted copy can read one part of one record, and nothing else.
record-disclose-line = Record
record-disclose-part = Part
record-disclose-for = The redacted copy that was given out
record-disclose-save = Download the openings
record-put-back = Openings that you were given
record-opened = Opened. What was opened fits the digest that stood there.

fault-head = A character of the head was misread: check it against the original.
fault-case-broken = The case file is not whole. Nothing was added or written.
fault-no-record = This is no case file of ours, or not in its canonical form.
fault-no-hit = The record has no such hit.
fault-unreasoned = A decision needs a reason and a name.
fault-too-long = A decision holds for at most 365 days.
fault-redacted = Only a whole file can be redacted.
fault-not-a-pair = The two files are not one case file, whole and redacted.
fault-nothing-hidden = That part is not hidden in the copy.
fault-not-openings = These openings do not belong to this case file.
fault-records-missing = The part of the page that writes records could not be loaded. Reload the page.
fault-input = The file is not what was expected.
