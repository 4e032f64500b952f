## Prove it

proof-title = Prove it
proof-lede = Nothing you type leaves this page. Here is what it may do, an attack on it from inside that you can start, and how to check it without us.

proof-requests = Requests
proof-since = { $count ->
    [one] request since the page sealed itself
   *[other] requests since the page sealed itself
}
proof-before = { $count ->
    [one] request before that, for the page's own files
   *[other] requests before that, for the page's own files
}
proof-requests-1 = Counted by the browser for this page. Requests sent before the seal may still be answered after it.

proof-attack = Attack this page
proof-attack-1 = The page tries to reach its own host in { $count } ways, with a fixed address that holds nothing of yours. Then the engine, which sees the names, tries from inside its worker. On an ordinary page most of these arrive.
proof-attack-start = Attack now
proof-attack-again = Attack again
proof-attacking = Attacking
proof-held = All { $all } attempts were refused.
proof-broken = { $refused } of { $all } attempts were seen to be refused. Do not enter names here, and tell whoever runs this site.
proof-inside = The browser counted { $count } requests by the worker.
proof-inside-fault = The engine's worker did not answer the attack.
column-channel = Way out
column-outcome = Result
column-by = Refused by, or missing
outcome-refused = Refused
outcome-out = Got out
outcome-unseen = Not seen to be refused
outcome-running = Trying
outcome-absent = Not there
channel-inside = Worker:
absent-RTCPeerConnection = Direct connection (WebRTC)
absent-open = New window
absent-document = Page: frame, form, prefetch, navigation
absent-localStorage = Storage
channel-fetch = fetch
channel-fetch-post = fetch that outlives the page
channel-xhr = XMLHttpRequest
channel-beacon = Beacon
channel-socket = WebSocket
channel-events = EventSource
channel-image = Image
channel-background = Background image
channel-media = Sound or video
channel-style = Stylesheet
channel-font = Font
channel-prefetch = Prefetch
channel-script = Script
channel-module = Module
channel-frame = Frame
channel-form = Form
channel-worker = Worker from an address
channel-service-worker = Service worker

proof-self = Tests at the start
proof-self-1 = { $count ->
    [0] These lists did not come with this page, so no known answers were asked.
   *[other] Before the form was shown, the engine was asked { $count } questions whose answers were fixed when this site was built. It gave the same parties and the same scores. A difference would have stopped it.
}
proof-self-2 = The page then tried one request to its own host and the browser refused it. Had it gone through, nothing could be checked here.

proof-policy = The policy in force
proof-policy-1 = The browser enforces both of these together. The second is added once all files are asked for; it can't be taken back without loading the page again.
policy-own = The page's own policy
policy-seal = The seal

proof-open = What a policy can't stop
proof-open-1 = Browsers let a page do these things whatever its policy says. Nothing in this page's code does them with what you type.
open-webrtc = Direct connections (WebRTC)
open-webrtc-1 = Not used. The worker that compares names has no such interface.
open-popup = New windows
open-popup-1 = Not used. A worker can't open one.
open-navigation = Going to another address
open-navigation-1 = The page changes only the part after "#", to the name of a view. A worker can't do it.
open-links = Links that you follow, and browser extensions
open-links-1 = No link holds anything of yours. An extension that you installed may read any page: check in a private window without extensions.

proof-digests = What runs
proof-digests-1 = The browser compared each file with its digest before it was used. The pack's files are compared by the engine with the signed manifest. Compare with the release you were given.
runs-script = Page script, with the worker inside
runs-late = Script of the other views
runs-style = Stylesheet
runs-party = Engine for names
runs-rules = Engine for entries and rules
runs-record = Whole engine: names in every script, and records
runs-words = Words that the engine knows
runs-tables = Tables of East Asian names
runs-manifest = Manifest of the lists

proof-yourself = Check it yourself
proof-yourself-lede = Without trusting anything that this page says:
proof-yourself-1 = Wait until the top of the page says that it is sealed.
proof-yourself-2 = Take the device off the network: pull the cable, or switch on flight mode.
proof-yourself-3 = Check a name. The answer comes as before.
proof-yourself-4 = Or stay on the network, open the browser's developer tools and watch the Network panel while you check names. It stays empty.
proof-yourself-5 = Close the page before you connect again. What you typed is gone with it.

offline-title = Without a network
offline-asking = Looking whether this page is kept on the device.
offline-unable = This browser can't keep the page, or the page did not come over a secure connection. It works without a network until it is closed.
offline-none = Open as it is, the page works without a network until it is closed. It can also be kept on this device: its own files and the lists, nothing that you type. The page is then loaded once more, and opens without a network from then on.
offline-keep = Keep it on this device
offline-kept = This release is kept on the device and opens without a network. A newer one is fetched by the browser's own helper, which knows nothing of what you type, and is used only when you say so.
offline-forget = Take it off this device
