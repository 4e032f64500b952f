## Lists

lists-title = Lists
lists-lede = What is searched, how old it is, who signed it, and what is not covered.
lists-refused = Not loaded
lists-searched = What is searched
list-not-loaded = Not loaded
list-counts = { $parties ->
    [one] 1 party
   *[other] { $parties } parties
}, { $names } names
list-as-of = As of { $day }:
list-change = Since the edition of { $day }: { $added } added, { $delisted } taken off, { $renamed } renamed, { $changed } changed
list-change-none = First edition here: there is no earlier one to compare it with
list-sources = { $files ->
    [one] The publisher's file it was made from
   *[other] The { $files } files of the publisher it was made from
}
list-signed = Signed and verified
column-list = List
column-rows = Rows in the official file
column-joined = Joined to another row
column-ended = Taken off by the publisher
column-dropped = Dropped, each with its reason
column-entries = Parties
column-names = Names
column-words = Words in the index
column-file = SHA-256 of the file that is searched
tier-due-diligence = A reason for care, no prohibition
column-total = Together
does-missing = What this list does could not be loaded.
ledger-title = Every row counted
ledger-lede = Rows in the publisher's file = joined + taken off + dropped + parties. A row is never lost in silence.
coverage-title = What is not covered
coverage-lede = Finding no match here says nothing about these:
coverage-absent = Lists that this program knows and this pack does not hold
coverage-absent-none = None: this pack holds every list that the program knows.
coverage-1 = Lists of any other authority, and lists of your own.
coverage-2 = Companies that are not listed themselves but belong to listed parties.
coverage-3 = Changes made since the day of each list.
coverage-4 = Items, end uses and destinations, beyond what the other views ask.
pack-title = The pack
pack-lede = All lists come in one signed pack. The engine checked the signature, and every file against it, before it answered anything.
pack-built = Built
pack-version = Version
pack-expires = Last day of use
pack-expired = Over
pack-signer = Signed with the key
pack-digest = SHA-256 of the manifest
pack-waivers = Guards waived
change-title = Change since the edition before
change-unknown = Not known here: a pack holds each list as of one day. "redzone lists diff" at a terminal compares two editions, party by party.
change-none = no change
change-gone = no longer in the pack
column-day = As of

update-title = Use newer lists
update-file = A signed pack in one file
update-file-hint = A gzipped tar of a pack's folder. It is used only if the key that this page trusts signed it, every file in it is whole, and it is newer than the one in use. It stays in use until the page is loaded again. What you have entered in other views will be gone.
update-checking = Checking every file
update-done = The lists built on { $day } are in use now.
update-refused = Nothing was changed.
fault-rollback = The pack is older than the one in use, or another one of the same version.
fault-clock = This device's date does not fit the pack. Set the clock.
fault-same-pack = These lists are in use already.
