product = RedZone Screen
check-party = Check a party
engine-loading = Loading the engine and the lists.
engine-sealed = Ready. This page can no longer send anything anywhere.
engine-failed = The engine could not start. Nothing can be checked. Reload the page.
