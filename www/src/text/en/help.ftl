## Help

help-title = Help
help-lede = How to read an answer, how names are compared, and what is not looked at here.
contents = On this page

help-answers = What an answer means
help-answers-1 = "Possible match" means that a listed name came close to yours. It is not a finding that they are the same party. Compare the birth date, country, address and numbers before you decide.
help-answers-2 = "No match found" means that no name in the lists shown, on the days shown, came close. It says nothing of lists that are not here, or of names you did not enter.
help-answers-3 = "This could not be checked in full" means that something was missing or could not be read. Treat the party as unchecked until the cause is removed.

help-entering = What to enter
help-entering-1 = The name as the party writes it, in its own script if you have it. One name at a time, without remarks: the address and numbers have fields of their own.
help-entering-2 = Leave the kind, the country and the birth date empty when you are not sure of them. Nothing you leave empty counts for or against a match.
help-entering-3 = An address is compared with the addresses that are listed themselves, whoever is there. A number agrees exactly or not at all.
help-entering-4 = Check the party under every name you know: trading names, former names, and the people behind it.

help-matching = How names are compared
help-matching-1 = Your name and every listed name are taken apart into words. Words are compared by spelling and by sound, across scripts, and in any order.
help-matching-2 = Rare words count for more than common ones. Legal forms and titles count for little.
help-matching-3 = Each match shows how its score comes about, point by point. The score says how alike two names are. It is not a probability.
help-matching-4 = Tricks are undone and told: invisible characters, letters of another script that look alike, digits for letters.

help-strictness = How strict to be
help-strictness-1 = "Balanced" is right for most checks. "Broad" finds more disguised names and raises more false alerts; "strict" does the reverse. Each setting shows what it was measured to give.
help-strictness-2 = No setting finds everything. A name that has nothing in common with the listed one can't be found by comparing names.

help-keys = Keyboard
help-keys-1 = Everything can be done with Tab, Enter, Space and the arrow keys. "Skip to main content", the first link of the page, passes over the menu.
help-keys-2 = While you review the rows of a file, and the list of rows has the focus, single letters decide: s same party, d different party, m more information needed, u undo, a pick all alike, j and k down and up. Nowhere else is a letter a command.
help-keys-3 = To turn the letters off, untick "Single letters decide" under the list. They stay off until you load the page again.

help-lists = What each list is
help-lists-1 = These lists are searched. Each has its own effect in law. The Lists view shows how old each one is, who signed it, and what is not covered.
help-lists-coming = Fetching what each list does.
help-lists-missing = What the lists do in law could not be loaded. Reload the page.

help-privacy = What happens to what you type
help-privacy-1 = Names are compared inside this page, on your device. Once its files are asked for, the page shuts off its own network access.
help-privacy-2 = Nothing you type is put in the address, the title or the browser's storage. Close or reload the page and it is gone.
help-privacy-3 = You need not take our word for it: take the device off the network and check a name. The view "Prove it" of the web page also attacks the page from inside, in front of you.

help-limits = What is not looked at
help-limits-1 = Who owns a party. A company that is on no list can still be barred because of its owners.
help-limits-2 = What an item is, what it is for and which way it goes, beyond what a view asks you.
help-limits-3 = Whether a listing has changed since the day of the list. The official publication decides.
help-limits-4 = This is a tool for finding listed parties. It is not legal advice.

help-errors = Error codes
help-errors-1 = When something goes wrong, the page says so with a code, and never takes it for "no match". This is what to do about each.
remedy-question = Open a file that this page saved, or start again.
remedy-rollback = Ask for the newest pack. An older one is never taken.
remedy-clock = Then reload the page.
remedy-same-pack = There is nothing to do.
remedy-case-broken = Ask for the file whose head was noted.
remedy-no-record = Choose a file that was downloaded here or written by the terminal program.
remedy-no-hit = Choose one of the record's own hits.
remedy-unreasoned = Enter both.
remedy-too-long = Choose an earlier day.
remedy-redacted = Open the whole file.
remedy-not-a-pair = Choose the copy that was made of this file.
remedy-nothing-hidden = Choose another part.
remedy-not-openings = Ask for the openings of this copy.
remedy-input = Choose another file.
remedy-file-program = Choose a table: CSV, TSV or XLSX.
