## Check a party

party-title = Check a party
party-lede = Is this person, company or ship on a United States sanctions or export-control list?
party-check = Check
party-another = Check another party
field-name = Name
field-name-hint = One name, in any script, as the party writes it. Or a number: IMO, passport, tax or registration.
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
party-more = Address and numbers (optional)
party-more-role = Address, numbers and role (optional)
field-address = Address
field-address-hint = Compared with the addresses that are listed themselves, whoever is there
field-identifiers = Numbers
field-identifiers-hint = One a line: IMO, passport, tax or registration number, bank code, wallet, web site
field-role = What it does in the deal
field-role-hint = Kept in the record. It changes no result
role = What does it do in the deal?
role-unstated = Not stated
role-purchaser = Purchaser
role-intermediate-consignee = Intermediate consignee
role-ultimate-consignee = Ultimate consignee
role-end-user = End user
role-freight-forwarder = Freight forwarder
role-bank = Bank
role-payer = Payer
role-insurer = Insurer
role-broker = Broker
role-anchor = Anchor member
role-member = Member
role-builder = Builds
role-owner = Owns
role-operator = Operates
role-supplier = Supplier
role-service-provider = Service provider
field-strictness = How strict
field-strictness-hint = Measured on 8,489 questions with names changed in 34 ways
choice-broad = Broad
choice-balanced = Balanced
choice-strict = Strict
strictness-coming = What it was measured to find is loading with the lists.
strictness-measured = Finds { $found }% of listed parties. False alerts: { $people } in 1,000 ordinary people, { $companies } in 1,000 companies.
save-record = Save the record
print = Print
save-record-hint = A record is a file that holds this answer, what it was asked, and what you decide about each match and why.
decided-of = Decided: { $decided } of { $matches }.
decided-keep = Save the record to keep what you decided. The rest stays marked as not decided.
decided-unsaved = Your decisions are not in a record yet. Leave them?
hit-undecided = Not decided
asked-strictness = Setting: { $strictness }, { $points } of 100 or more.
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
problem-address = Enter the address with at least one letter or digit, or leave it out
problem-identifier = Enter each number with its letters or digits, or leave it out
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
verdict-no-match-next = { $named ->
    [no] You gave no name, so none was compared.
   *[yes] None of { $names } listed names came close.
} This is not legal advice, and it does not end your duty to know your customer: ownership, end use and destination are separate questions.
verdict-indeterminate = This could not be checked in full. Do not rely on it
verdict-indeterminate-next = Treat the party as unchecked until the cause is removed and the check is repeated.
asked-for = You asked for
asked-born = born { $day }
asked-address = The address was compared with those that are listed themselves, whoever is there. Where listed parties have their addresses was not looked at.
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
doubt-number-mistyped = { $message } fails its own check digits: it is mistyped.
disguise-invisible = The name held characters that can't be seen. They were taken out for the comparison.
disguise-look-alike = Words of the name mix letters of different scripts that look alike. They were read as what they look like.
disguise-compatibility = The name uses full-width, mathematical or similar letters. They were read as plain ones.
disguise-mark-flood = Letters of the name carry far more marks than any writing uses. The marks were taken off.
disguise-digit-for-letter = Digits stand for letters in the name. They were read as letters.
error-code = Error code:
unseen-character = invisible character
unseen-marks = { $count ->
    [one] 1 more mark
   *[other] { $count } more marks
}

## A hit

strength-possible = Possible
strength-probable = Probable
strength-strong = Strong
listed-since = listed { $day }
hit-as-of = list of { $day }, { $days ->
    [one] 1 day old
   *[other] { $days } days old
}
score-of = score { $points } of 100
matched-primary = Matched its main name:
matched-alias = Matched its alias:
matched-former = Matched its former name:
matched-now = Matched its present name:
matched-weak = Matched a weak alias, which its publisher says does not identify it alone:
matched-ours = Matched a name that we add from another official source and the list does not print:
name-alias = also known as
name-former = formerly
name-now = now
name-weak = weak alias
name-ours = added by us, not on the official list
side-asked = You entered
side-listed = On the list
row-name = Name
row-kind = What it is
row-country = Country
row-born = Born
row-address = Address
row-numbers = Numbers
row-not-said = Not said
row-not-given = Not given
row-more = and { $count } more, below
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
reason-nickname = a given name and its short form
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
reason-same-number = the same number
reason-other-number = another number of this kind
reason-other-name = not the name of the party with this number
reason-weak-alias = a weak alias does not identify alone
reason-limit = scores end at 0 and 100
