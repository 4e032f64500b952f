## The frame on another page

frame-alone = This page is made to stand inside another one, by the element redzone-check. Open the site itself to check a name.
frame-same-origin = The page around this one comes from the same origin, so its scripts could read what is typed here. RedZone Screen does not work under these conditions.
frame-told-title = What the page around this form is told
frame-told = The page around this form is told that there is an answer, and whether it is a match, none, or incomplete. It is not told the name or the place.
