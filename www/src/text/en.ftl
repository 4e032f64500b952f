## The page

product = RedZone Screen
page-title = { $view } - RedZone Screen
skip = Skip to main content
nav = Sections
nav-party = Check a party
nav-destination = Check a destination
nav-lists = Lists
state-loading = Loading the engine and the lists
state-sealed = Sealed: sends nothing
state-failed = Nothing can be checked
foot-privacy = Names are compared inside this page. After loading, the page shuts off its own network access: what you type is not sent, stored or logged.
foot-advice = A tool for finding listed parties. Not legal advice. The official publication of each list decides.
failed-title = Nothing can be checked
failed-next = Reload the page. If this stays so, tell whoever runs this site. Do not take the absence of an answer for an answer.

## Age of the lists

age-title = Age of the lists
age-line = { $lists } lists, { $names } names. The oldest is of { $day }, { $days ->
    [one] 1 day old.
   *[other] { $days } days old.
}
age-lost = { $count ->
    [one] 1 list could not be loaded: answers are not complete.
   *[other] { $count } lists could not be loaded: answers are not complete.
}
age-more = See the lists
age-fresh = { $days ->
    [0] Today
    [one] 1 day
   *[other] { $days } days
}
age-amber = { $days } days: ageing
age-red = { $days } days: old
age-stopped = { $days } days: too old to rely on
age-ahead = Published after today: check this device's date
notice-starter = Starter data, not current.
notice-starter-more = These are real lists from the day shown. They came with the program so that it can be tried, and nobody keeps them up to date. Build a pack from today's official files before you rely on an answer.
notice-days = The oldest list searched is of { $day }.

## Check a party

party-title = Check a party
party-lede = Is this person, company or ship on a United States sanctions or export-control list?
party-check = Check
field-name = Name
field-name-hint = In any script, as the party writes it. One name at a time.
field-kind = What it is
choice-unstated = Not known
choice-individual = Person
choice-entity = Company or other organisation
choice-vessel = Ship
choice-aircraft = Aircraft
kind-unstated = Not stated
kind-individual = Person
kind-entity = Organisation
kind-vessel = Ship
kind-aircraft = Aircraft
kind-address = Address
field-country = Country (optional)
field-country-hint = Any name or spelling
field-born = Born (optional)
field-born-hint = For example 1962 or 1962-05-17
checking = Checking
place-options = { $count ->
    [one] 1 place to choose from
   *[other] { $count } places to choose from
}

## What is wrong with a form

problem-title = There is a problem
problem-prefix = Error:
problem-name-empty = Enter a name with at least one letter or digit
problem-name-too-long = Enter a shorter name: at most 1,024 characters are read. Leave addresses and remarks out
problem-broken-text = Type the name again: a character in it arrived broken
problem-born = Enter the birth date as a year, or as year-month-day, like 1962 or 1962-05-17
problem-country = Choose a country from the suggestions
problem-place = Choose a place from the suggestions: "{ $text }" does not name one place. { $why }
problem-place-unread = The place could not be looked up. { $why }
problem-place-empty = Enter where the item goes
problem-as-of = Enter the day as year-month-day, like 2026-07-31

## The answer

verdict-hit = { $parties ->
    [one] Possible match: 1 listed party. Review needed
   *[other] Possible match: { $parties } listed parties. Review needed
}
verdict-hit-next = Compare each one with what you know of your party. A hit is not a finding that they are the same.
verdict-no-match = No match found in { $lists ->
    [one] 1 list
   *[other] { $lists } lists
} as of { $day }
verdict-no-match-next = None of { $names } listed names came close. This is not legal advice, and it does not end your duty to know your customer: ownership, end use and destination are separate questions.
verdict-indeterminate = This could not be checked in full. Do not rely on it
verdict-indeterminate-next = Treat the party as unchecked until the cause is removed and the check is repeated.
asked-for = You asked for
omitted = { $count ->
    [one] 1 more party reached the threshold. Give more of the name, a country or a birth date.
   *[other] { $count } more parties reached the threshold. Give more of the name, a country or a birth date.
}
doubts-title = What is missing:
doubt-unreadable = The name can't be read: { $message }
doubt-list-missing = { $list } was not loaded.
doubt-list-stale = { $list } is { $days } days old, more than the pack's policy allows.
doubt-pack-expired = The pack of lists has passed its last day.
doubt-clock-behind = This device's date is before the lists were published.
doubt-budget-spent = The search took too many steps and was stopped.
disguise-invisible = The name held characters that can't be seen. They were taken out for the comparison.
disguise-look-alike = Words of the name mix letters of different scripts that look alike. They were read as what they look like.
disguise-compatibility = The name uses full-width, mathematical or similar letters. They were read as plain ones.
disguise-mark-flood = Letters of the name carry far more marks than any writing uses. The marks were taken off.
disguise-digit-for-letter = Digits stand for letters in the name. They were read as letters.
unseen-character = invisible character

## A hit

strength-possible = Possible
strength-probable = Probable
strength-strong = Strong
listed-since = listed { $day }
score-of = score { $points } of 100
matched-primary = Matched its main name:
matched-alias = Matched its alias:
matched-former = Matched its former name:
matched-now = Matched its present name:
matched-weak = Matched a weak alias, which its publisher says does not identify it alone:
name-alias = also known as
name-former = formerly
name-now = now
name-weak = weak alias
side-asked = You entered
side-listed = On the list
row-name = Name
row-kind = What it is
row-country = Country
row-born = Born
row-not-said = Not said
law-title = { $list }: { $meaning }
law-ownership = Owned companies: { $rule }.
law-next = What to do next
law-source = { $citation }. { $authority }, read on { $day }.
why-title = Why: how the score comes to { $points }
points-caption = The score is the sum of these points
points-asked = You entered
points-listed = On the list
points-seen = What was seen
points-points = Points
points-sum = Score
points-nothing = nothing
entry-title = Everything the list says of this party
entry-loading = Fetching what the list says of this party.
entry-missing = What the list says of this party could not be loaded. The match itself stands. Reload the page.
entry-id = Number on the list
entry-kind = What it is
entry-names = Names
entry-title-of = Position
entry-born = Born
entry-birthplaces = Place of birth
entry-addresses = Addresses
entry-countries = Other countries
entry-identifiers = Numbers
entry-programs = Programmes
entry-requirement = License requirement
entry-policy = License review policy
entry-citations = Citations
entry-listed = Listed since
entry-ends = Listed until
entry-remarks = Remarks
vessel-call-sign = Call sign
vessel-type = Type
vessel-tonnage = Dead-weight tonnage
vessel-gross-tonnage = Gross registered tonnage
vessel-flag = Flag
vessel-owner = Owner

reason-same-word = same word
reason-same-sound = same sound, other spelling
reason-spelled-alike = spelled alike
reason-joined = two words written as one
reason-same-consonants = same consonants, vowels not written
reason-same-meaning = words of two languages for one thing
reason-same-class = same kind of legal form or title
reason-beginning = beginning of the word
reason-shortened = short form of the word
reason-initial = first letter of the word
reason-not-listed = not in the listed name
reason-not-asked = not in your name
reason-contradicts = each name has a word that the other lacks
reason-acronym = the first letters of the listed name
reason-names-in-full = the distinctive part of the name, in full
reason-common = what agrees is common in names
reason-other-kind = listed as another kind of party
reason-born-agrees = birth dates agree
reason-born-near = birth dates one or two years apart
reason-born-differs = birth dates differ
reason-country-agrees = a country in common
reason-weak-alias = a weak alias does not identify alone
reason-limit = scores end at 0 and 100

## Check a destination

destination-title = Check a destination
destination-lede = What do United States export rules say of sending an item there, on that day?
destination-check = Check
field-place = Where the item goes
field-place-hint = A country, territory or region, by any name
field-headquarters = Headquarters of the recipient or its ultimate parent (optional)
field-headquarters-hint = Some rules follow the headquarters and not the place of delivery
field-as-of = On which day
field-as-of-hint = Year, month, day, like 2026-07-31
asked-headquarters = headquarters
asked-on = on { $day }
ruling-prohibited = Prohibited
ruling-prohibited-next = Stop. Do not quote, ship or give access until counsel has confirmed an authorisation.
ruling-license-needed = License needed
ruling-license-needed-next = Find out which items the rules below name and whether yours is one. Without a license or an exception that fits, do not ship.
ruling-exception-may-apply = A license exception may apply
ruling-exception-may-apply-next = Read the conditions of the exception. Whether it fits depends on the item, the end use and the parties.
ruling-no-rule-triggered = No destination rule triggered
ruling-no-rule-triggered-next = This looks at the destination alone. The item, its end use, and the parties and their owners are separate tests, and each can still need a license. Not legal advice.
ruling-indeterminate = This could not be decided. Do not rely on it
ruling-indeterminate-next = Absence from the tables is not permission. Ask counsel or the Bureau of Industry and Security.
ruling-rule-changing = A rule is changing. Check it before use
ruling-rule-changing-next = A rule that decides this is reported changed, or its last day is over. Read the official text of the day before you act.
at-stake = What is at stake, if the rule holds as printed:
groups = Country groups (15 CFR 740 Supplement 1): { $groups }
groups-empty = none
marks = Commerce Country Chart (15 CFR 738 Supplement 1): a license is needed for items controlled for { $marks }.
groups-none = This place stands in no country group table. That is not permission.
level-note = Note
level-exception-may-apply = Exception may apply
level-license-needed = License needed
level-prohibited = Prohibited
scope-all-items = every item
scope-listed-items = listed items
scope-advanced-computing = advanced computing
scope-defence-articles = defence articles
scope-parties = named parties
scope-end-use = end use
phase-in-force = In force
phase-moving = Reported changed: check before use
phase-lapsed = Its last day is over and nothing is known of a successor
phase-not-yet = Not yet in force
phase-over = Over
state-printed = printed rule
state-enforced = as enforced
state-announced = announced only
next = What to do:
note = Note
rule-source = { $citation } ({ $state }), read on { $day }.
valid-from = Holds from { $from }.
valid-to = Holds until { $to }.
valid-from-to = Holds from { $from } until { $to }.

notes-title = What else to know
not-looked-at = Not looked at here
not-looked-at-items = What the item is and how it is classified
not-looked-at-parties = Who takes part: check each party
not-looked-at-end-use = What it will be used for
not-looked-at-route = The way there
not-looked-at-headquarters = Where the recipient or its parent has its headquarters: you did not say
not-looked-at-other = Other tests of the rules
rules-age = Rules read up to { $day }; to be reviewed by { $review }. Our reading of the rules, not legal advice.
by-headquarters = by headquarters
through-groups = through { $groups }
unverified = Source not seen: check before use
subject-destination = The destination
subject-headquarters = The headquarters
place-doubt-place-unknown = { $subject } is no place that the rules know.
place-doubt-place-ambiguous = { $subject } may mean { $places }. { $text }
place-doubt-region-unstated = Rules treat parts of this country apart: { $places }. Say which part, or that it is none of them.
place-doubt-in-no-table = { $place } stands in neither table of the export rules. Absence is not permission.
place-doubt-unverified = It rests on a row whose source was not seen: { $row }.
place-doubt-moving = A rule is reported changed: { $row }.
place-doubt-lapsed = A rule's last day is over and nothing is known of a successor: { $row }, { $text }.
place-doubt-pack-past-review = The rules should have been reviewed by { $text }.
place-doubt-before-pack = The rules in use do not reach back before { $text }.
place-doubt-row-lost = A row of the rules is missing: { $row }.
place-doubt-other = { $text }
place-note-follows-of = { $place } has no rows of its own and follows { $follows }.
place-note-printed-and-enforced-differ = The printed groups of { $place } ({ $text }) and those in force ({ $other }) differ. The stricter was taken.
place-note-only-announced = Announced only, and without effect on this answer: { $row }.
place-note-check-before-use = Source not seen, check before use: { $row }.
place-note-row-remark = { $text }
place-note-macau-is-not-d5 = "Macau or D:5" is not the same as D:5: rules that name Macau count, but Macau is not in D:5.
place-note-other = { $text }
place-UA-43 = Crimea
place-UA-40 = Sevastopol (Crimea)
place-UA-14 = Donetsk region of Ukraine
place-UA-09 = Luhansk region of Ukraine
place-UA-65 = Kherson region of Ukraine
place-UA-23 = Zaporizhzhia region of Ukraine

## Lists

lists-title = Lists
lists-lede = What is searched, how old it is, and who signed it.
lists-refused = Not loaded
list-not-loaded = Not loaded
column-list = List
column-as-of = As of
column-age = Age
column-rows = Rows in the official file
column-entries = Parties
column-names = Names
column-words = Words in the index
rows-less = { $joined } joined, { $ended } taken off, { $dropped } dropped
tier-due-diligence = A reason for care, no prohibition
column-total = Together
pack-title = The pack
pack-built = Built
pack-expires = Last day of use
pack-expired = Over
pack-signer = Signed with the key
pack-digest = SHA-256 of the manifest
pack-waivers = Guards waived

## Faults

fault-trap = The engine stopped while answering, twice. Nothing was decided.
fault-timeout = The engine did not answer in time, twice. Nothing was decided.
fault-internal = Something went wrong inside the page. Nothing was decided.
fault-file-missing = The file could not be fetched.
fault-manifest-missing = The list of lists could not be fetched.
fault-engine-altered = The engine could not be loaded, or is not the one this page was built with.
fault-no-wasm = This browser has no WebAssembly. Use a current version of Chrome, Edge, Firefox or Safari.
fault-signature = The lists are not signed by the key this page trusts.
fault-expired = The lists have passed their last day.
fault-digest = The file is not the one that the signed manifest names.
fault-length = The file does not have the length that the signed manifest names.
fault-malformed = The file can't be read.
fault-version = The file is of another format version.
fault-fold = The file was made by another version of the text rules.
fault-tables-missing = The tables for names in Chinese, Japanese and Korean writing could not be loaded.
fault-rules-missing = The rules are not in this pack.
fault-missing = A part of the pack is missing.
