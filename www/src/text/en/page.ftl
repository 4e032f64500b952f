## The page

product = RedZone Screen
page-title = { $view } - RedZone Screen
skip = Skip to main content
nav = Sections
nav-party = Check a party
nav-batch = Check many
nav-destination = Check a destination
nav-deal = Judge a deal
nav-record = Records
nav-lists = Lists
nav-proof = Prove it
nav-help = Help
state-loading = Loading the engine and the lists
state-sealed = Sealed: sends nothing
state-failed = Nothing can be checked
network-none = No network: none is needed
keep-now = Keeping the page and the lists on this device
keep-failed = The page could not be kept on this device. It works as before, with the network.
newer-title = A newer release of this page is on the device. What you have entered will be gone.
newer-use = Use it now
foot-privacy = Names are compared inside this page. After loading, the page shuts off its own network access: what you type is not sent, stored or logged.
foot-advice = A tool for finding listed parties. Not legal advice. The official publication of each list decides.
failed-title = Nothing can be checked
failed-next = Reload the page. If this stays so, tell whoever runs this site. Do not take the absence of an answer for an answer.

## Age of the lists

age-title = Age of the lists
age-coming = The lists are on their way. Every answer waits for them.
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
fault-script-missing = The part of the page that reads names in this writing could not be loaded.
fault-rules-missing = The rules are not in this pack.
fault-self-test = The engine did not answer known questions as it did when this site was built.
fault-not-sealed = The page could not shut off its own network access.
fault-running = Names are being checked or decided about in another view. Lists are not changed while that goes on: finish it, or save the record, first.
fault-missing = A part of the pack is missing.
remedy-trap = Check the name once more. If it stops again, treat the party as unchecked and tell whoever runs this site.
remedy-timeout = Close other programs and check again. If it stays so, treat the party as unchecked.
remedy-internal = Reload the page. If it stays so, tell whoever runs this site.
remedy-file-missing = Look at the network and reload the page. If it stays so, tell whoever runs this site.
remedy-manifest-missing = Look at the network and reload the page. If it stays so, tell whoever runs this site.
remedy-engine-altered = Reload the page. If it stays so, do not use it, and tell whoever runs this site.
remedy-signature = Do not use these lists. Ask whoever made the pack which key signed it.
remedy-expired = Get a newer pack. No answer is given from this one.
remedy-digest = Get the file again from where it came. If it stays so, do not use it.
remedy-length = Get the file again from where it came. If it stays so, do not use it.
remedy-malformed = Get the file again from where it came.
remedy-version = Use the page and the pack of one release.
remedy-fold = Build the pack with the version that this page is of.
remedy-tables-missing = Reload the page before you check such names.
remedy-script-missing = Reload the page before you check such names.
remedy-rules-missing = Reload the page, or use a pack that holds rules. Names can be checked meanwhile.
remedy-self-test = Reload the page. If it stays so, do not use this browser for it, and tell whoever runs this site.
remedy-not-sealed = Use a current version of the browser, without programs that change pages.
remedy-missing = Get the whole pack again.
