## Kiosk

kiosk-title = Check a name or a destination
kiosk-lede = Against official sanctions and export-control lists. What you type stays on this screen and is wiped when you finish.
kiosk-start = Start
kiosk-finish = Finish and wipe
kiosk-full = Full screen
kiosk-full-leave = Leave full screen
kiosk-operator = Operator
kiosk-bar = This session
kiosk-still = Still there?
kiosk-still-more = Nobody has touched this screen for a while. What you typed will be wiped, so that the next person can't see it.
kiosk-still-left = { $seconds ->
    [one] 1 second left
   *[other] { $seconds } seconds left
}
kiosk-keep = Keep going
kiosk-wipe-now = Wipe now

## Operator's screen

operator-title = Operator
operator-lede = Bring this kiosk up to date from a signed pack, without a network.
operator-now = Lists in use
operator-version = Version { $version }, built { $day }; the oldest list is of { $oldest }, { $days ->
    [one] 1 day old.
   *[other] { $days } days old.
}
operator-expires = May be used until { $day }.
operator-signer = Signed with the key
operator-file = Pack file
operator-file-hint = A file such as redzone-lists.tar.gz, on a stick. It must be signed by the key this kiosk trusts, be newer than what is here, and hold every list whole. Otherwise nothing changes.
operator-busy = Verifying
operator-taken = The new lists are in use
operator-taken-more = They are held in memory until this kiosk is next wiped or closed; then the lists of its file come back. To keep them, save the kiosk with the new lists and put that file in the place of the one you opened.
operator-save = Save the kiosk with these lists
operator-refused = The pack was refused. Nothing changed
operator-back = Back to the start
operator-idle = A session is warned after { $idle } seconds without a touch and wiped { $warning } seconds later. These times were set when the kiosk was built.
