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
