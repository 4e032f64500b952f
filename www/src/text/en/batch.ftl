## Check many

batch-title = Check many
batch-lede = A file or a pasted table of names, checked on this device on all its cores. Nothing of it is sent or kept.
batch-step-choose = Choose
batch-step-columns = Columns
batch-step-run = Check
batch-step-review = Review and save
batch-file = A file of names
batch-file-hint = CSV, TSV, text with one name a line, or Excel (XLSX). Drop it here or choose it. Files of text may have a million rows and more.
batch-paste = Or paste rows
batch-paste-hint = As copied from a spreadsheet, or one name a line
batch-paste-use = Use these rows
batch-example = Save an example file
batch-example-rows = name,type,country,date of birth,reference / Huawei Tecnologies Co,company,China,,A-1 / Рособоронэкспорт,company,Russia,,A-2 / Margaret Honeychurch,person,United Kingdom,1962-05-17,A-3 /{ " " }
batch-looking = Looking at the file
batch-columns-title = How this was read
batch-preview = { $form ->
    [sheet] The first { $rows } rows of the sheet ({ $kilobytes } kB file)
   *[text] The first { $rows } rows ({ $kilobytes } kB file)
}
batch-how = If it looks wrong
batch-encoding = Characters
batch-encoding-sure = Read off the file
batch-encoding-guessed = Guessed: look at the letters above
batch-delimiter = Between cells
batch-delimiter-guessed = Guessed from the first rows
batch-header = The first row names the columns
batch-sheet = Sheet
batch-columns = What the columns hold
batch-columns-hint = A name is needed, whole or in parts. What is left out neither helps nor hurts a match.
batch-column-none = Not in the file
batch-column = Column { $number }
batch-column-named = { $name } (column { $number })
batch-field-name = Name
batch-field-given = Given name
batch-field-family = Family name
batch-field-kind = Kind of party
batch-field-country = Country
batch-field-born = Born
batch-field-address = Address
batch-field-identifiers = Numbers: IMO, passport, tax ...
batch-field-reference = Your reference
batch-begin = Check all rows
batch-other = Choose another file
batch-problem-name = Choose the column that holds the name
encoding-utf-8 = UTF-8
encoding-utf-16le = UTF-16, little end first
encoding-utf-16be = UTF-16, big end first
encoding-windows-1252 = Western European (Windows-1252)
encoding-windows-1250 = Central European (Windows-1250)
encoding-windows-1251 = Cyrillic (Windows-1251)
encoding-windows-1253 = Greek (Windows-1253)
encoding-windows-1254 = Turkish (Windows-1254)
encoding-windows-1255 = Hebrew (Windows-1255)
encoding-windows-1256 = Arabic (Windows-1256)
encoding-koi8-r = Cyrillic (KOI8-R)
encoding-gb18030 = Chinese, simplified (GB18030)
encoding-big5 = Chinese, traditional (Big5)
encoding-shift_jis = Japanese (Shift_JIS)
encoding-euc-kr = Korean (EUC-KR)
delimiter-comma = Comma
delimiter-semicolon = Semicolon
delimiter-tab = Tab
delimiter-bar = Vertical bar
delimiter-none = Nothing: one name a line

## While it runs

batch-running = Checking: { $percent }%
batch-paused = Paused at { $percent }%
batch-rows-done = rows checked
batch-hits = possible matches
batch-rejected = rejected
batch-speed = { $rows } rows a second, about { $left } left. Engines at work: { $workers }.
batch-workers = Engines at work: { $workers }.
batch-seconds = { $number ->
    [one] 1 second
   *[other] { $number } seconds
}
batch-minutes = { $number } minutes
batch-pause = Pause
batch-resume = Go on
batch-stop = Stop
batch-told = { $percent }% checked, possible matches so far: { $hits }
batch-told-paused = Paused
batch-told-resumed = Going on

## When it is over

batch-done = { $hits ->
    [0] Checked: no possible matches
    [one] Checked: 1 row with a possible match
   *[other] Checked: { $hits } rows with possible matches
}
batch-stopped = Stopped: the rows after this point are not checked
batch-failed = The check could not be finished
batch-record = Save the records
batch-recording = Writing the records
batch-told-recording = { $rows } of { $of } rows recorded
batch-recorded = Records of { $rows } rows saved
batch-record-head = Note the head of the file of records. Whoever has both can tell that nothing was changed or cut:
batch-ledger = Rows in: { $in } = rows out: { $out } + rejected: { $rejected }
batch-count-hit = { $count } { $rows ->
    [one] row
   *[other] rows
} with a possible match: review needed
batch-count-no-match = { $count } with no match found
batch-count-indeterminate = { $count } that could not be checked in full: treat as unchecked
batch-count-rejected = { $count } rejected: the row itself can't be read
batch-lines = Lines read: { $lines } = { $header } of headings + { $blank } blank + { $inside } inside quoted cells + { $rows } rows.
batch-advice = No match found is not legal advice, and does not end your duty to know your customer: ownership, end use and destination are separate questions.
batch-save = Save the results
batch-save-exact = Save the exact texts
batch-save-hint = The results are your rows with what was found beside them. Texts that a spreadsheet could take for a formula get an apostrophe in front; the exact form writes every text as a JSON string instead.
batch-saving = Writing the file of results
batch-saved = Results of { $rows } rows saved
batch-again = Check other rows
batch-unsaved = Your decisions are not saved. Leave them?
fault-file-empty = There are no rows in it. Choose a file with at least one name
fault-file-binary = This is no table of text. Save it from the spreadsheet as CSV or XLSX
fault-file-old-excel = This is an old Excel file (XLS), or one with a password. Save it as XLSX or CSV
fault-file-pdf = This is a PDF. Save the table as CSV or XLSX
fault-file-packed = This file is packed. Unpack it first
fault-file-picture = This is a picture. Save the table as CSV or XLSX
fault-file-program = This is a program, not a table
fault-file-unread = The file could not be read to its end. It may have been changed or moved: choose it again
fault-file-changed = The file was changed, moved or can no longer be read. Choose it again
fault-sheet-large = This spreadsheet is too large to be unpacked in the page. Save it as CSV
fault-sheet-broken = This is no whole Excel file (XLSX). Open it in the spreadsheet and save it again, or save it as CSV

## Rows to look at

queue-title = Rows to look at
queue-hint = Arrow keys or j and k move, Enter goes to the details, Space picks a row for a decision about many. s: same party, d: different party, m: more information needed, u: undo, a: pick all with the same best match and score.
queue-verdict = Show
queue-list = Best match on
queue-decided = Decided
queue-order = Order
queue-all = All
queue-verdict-hit = Possible matches ({ $count })
queue-verdict-indeterminate = Not checked in full ({ $count })
queue-verdict-rejected = Rejected ({ $count })
queue-decided-no = Not yet
queue-decided-yes = Decided
queue-order-score = Best score first
queue-order-file = As in the file
queue-empty = No row is of this kind.
queue-picked = picked
queue-no-name = no name
queue-tag-hit = { $hits ->
    [one] 1 party
   *[other] { $hits } parties
}
queue-tag-indeterminate = not checked in full
queue-tag-rejected = rejected
queue-status = Row { $at } of { $of } shown. Decided: { $decided }. Picked: { $picked }.
queue-reason = Reason for the decision about row { $row }
queue-reason-many = { $rows ->
    [one] Reason for the decision about the picked row
   *[other] Reason for the decision about { $count } picked rows
}
queue-reason-hint = Stays for the next row until you change it
queue-problem-reason = Enter a reason
decide-same-party = Same party
decide-different-party = Different party
decide-more-information = More information needed
decision-same-party = same party
decision-different-party = different party
decision-more-information = more information needed
queue-undo = Undo
queue-pick-alike = Pick those with the same best match
queue-pick-all = Pick all shown ({ $rows })
queue-pick-none = Pick none
queue-keys = Single letters decide
queue-rejected = Row { $row } was rejected
queue-rejected-next = Mend the row in your file and check it again. Nothing was searched for it.
row-name-empty = There is no name in this row.
row-name-too-long = The name is longer than 1,024 characters.
row-broken-text = A character of the name arrived broken.
row-address = The address can't be read.
row-identifier = A number has no letter or digit in it.
row-born = The birth date can't be read: use a year, or year-month-day.
row-country = The country is not known, or names several places.
row-ragged = The row has more or fewer cells than the first row.
row-quote = A quotation mark is opened and not closed, or stands in the wrong place.
row-too-long = The row is too long to be one.
row-encoding = A character can't be read in the encoding that was chosen.
row-trap = The engine stopped over this row, twice.
row-timeout = The engine did not answer about this row in time, twice.
row-unreadable = The name can't be read.
row-list-missing = A list was not loaded.
row-list-stale = A list is older than the pack's policy allows.
row-pack-expired = The pack of lists has passed its last day.
row-clock-behind = This device's date is before the lists were published.
row-budget-spent = The search took too many steps and was stopped.
row-rejected = The row could not be asked about.
row-indeterminate = The answer is not complete.
