## Judge a deal

deal-title = Judge a deal
deal-lede = Items, parties, route, end use and payment together, against the export rules of the United States with sanctions headlines of the UN, the EU and the UK. Nothing is kept but the file you save.
deal-open = Open a saved question
deal-open-bad = The file can't be read. Open a question that was saved here or written for the command line.
deal-save = Save the question
deal-new = Start again
deal-steps = Steps
deal-step-items = Items
deal-step-parties = Parties
deal-step-route = Route
deal-step-use = Use and payment
deal-step-answer = Determination
deal-unknown = Leave out what you do not know. What is left out is never read as "no".
deal-next = Continue
deal-determine = Get the determination
deal-problem = { $why }
fault-question = The question can't be read.
deal-yes = Yes
deal-no = No
deal-not-known = Not known
deal-tri-yes = Yes
deal-tri-no = No
deal-tri-not-known = Not known

## Step 1: items

deal-as-of = On which day
deal-as-of-hint = Year, month, day, like 2026-07-31. The law of that day is asked
deal-layer = Which layers of an AI package does it cover?
deal-layer-hint = For the American AI Exports Program. Layers 1 to 5 and what lies across them
deal-layer-1 = 1 Chips, servers, data centres, cloud
deal-layer-2 = 2 Data pipelines
deal-layer-3 = 3 Models and systems
deal-layer-4 = 4 Security
deal-layer-5 = 5 Applications
deal-layer-X = Services across layers
deal-layer-none = It is no such package
deal-items = What is delivered
deal-classes = What the figures say
deal-item = Item { $number }
deal-item-add = Add an item
deal-item-remove = Remove item { $number }
deal-item-name = Name of the item
deal-item-eccn = ECCN, if known
deal-item-eccn-hint = Like 3A090.a, 5A992.c or EAR99; usml for a defence article
deal-item-made-in = Made in
deal-item-kind = What sort of thing is it?
deal-item-kind-hint = For a server or card: the figures of its most powerful chip
deal-item-kind-chip = Chip
deal-item-kind-memory = Memory package
deal-item-kind-system = Card, server or rack
deal-item-kind-software = Software
deal-item-kind-technology = Technology
deal-item-kind-weights = Model weights
deal-item-kind-tool = Chip-making tool
deal-item-kind-other = Something else
deal-item-datacentre = Is it designed or marketed for data centres?
deal-unit = Processing unit { $number }
deal-unit-add = Add processing units
deal-unit-remove = Remove processing unit { $number }
deal-unit-count = How many that are alike
deal-unit-area = Die area of one, in mm²
deal-unit-area-hint = Logic dies
deal-unit-planar = Are its transistors planar?
deal-rate = Rate { $number }
deal-rate-add = Add a rate
deal-rate-remove = Remove rate { $number }
deal-rate-tera-ops = Tera-operations a second
deal-rate-tera-ops-hint = A multiply-accumulate counts as two
deal-rate-bits = Bit length
deal-rate-bits-hint = Like 8 or 16
deal-rate-sparse = Is the rate told for sparse data?
deal-item-dram = Bandwidth of its DRAM, in GB/s
deal-item-memory = Bandwidth, in GB/s
deal-item-memory-area = Area of the package, in mm²
deal-item-training = Operations it was trained with
deal-item-training-hint = Like 3e25
deal-item-published = Are its weights published?
deal-class = By its figures: { $paragraph }
deal-class-missing = Missing for a firm answer:
deal-class-limits = How far from each limit
deal-class-limit = Limit
deal-class-at = At
deal-class-is = Is
deal-class-reached = Reached

## Step 2: parties

deal-parties-lede = Name everybody who takes part: the purchaser, the ultimate consignee and the end user at least. Names are screened against the lists when you ask for the determination.
deal-party = Party { $number }
deal-party-add = Add a party
deal-party-remove = Remove party { $number }
deal-party-name = Name of the party
deal-party-person = What is it?
deal-party-entity = A company or body
deal-party-natural = A person
deal-user = What sort of user is it?
deal-user-civil = Civil
deal-user-government = Government
deal-user-military = Military
deal-user-military-intelligence = Military intelligence
deal-user-police = Police
deal-user-fab = Chip maker
deal-user-trader = Trader
deal-user-cloud-provider = Cloud provider
deal-user-supercomputer = Supercomputer
deal-party-country = Where it is
deal-party-where = Its address
deal-party-where-hint = As you have it. It is looked for among the addresses that are listed themselves
deal-party-address = Is its address on a list?
deal-party-address-hint = The Entity List has addresses without a name: whoever is there needs a license. Leave it at "not compared" to have the address above looked up with the names
deal-party-address-none = Compared, and not listed
deal-party-address-listed = It is listed
deal-party-address-open = Not compared
deal-party-headquarters = Where its headquarters are
deal-party-parent = Who is its ultimate parent?
deal-party-parent-itself = Nobody stands above it
deal-party-parent-other = Another
deal-party-parent-name = Name of the parent
deal-party-parent-headquarters = Where the parent's headquarters are
deal-owners = Owners
deal-owners-hint = What the shares leave of the whole may belong to anybody.
deal-owner = Owner { $number }
deal-owner-add = Add an owner
deal-owner-remove = Remove owner { $number }
deal-owner-name = Name of the owner
deal-owner-share = Share, in percent
deal-owner-controls = Does it control by other means than its share?
deal-owner-last = Who stands behind this owner?
deal-owner-last-yes = Nobody: a person, a state, or the public
deal-owner-last-no = Others
deal-graph = Who owns the party
deal-graph-all = Parties and owners
deal-graph-hit = possible match
deal-unnamed = Without a name
deal-share = { $percent } %

## Steps 3 and 4: route, use, payment

deal-ship-from = Shipped from
deal-destination = Destination
deal-installation = Where it will stand and be used
deal-legs = How does it get there?
deal-legs-none = Straight, without a stop
deal-legs-some = With stops
deal-leg = Stop { $number }
deal-leg-add = Add a stop
deal-leg-remove = Remove stop { $number }
deal-leg-place = Where
deal-leg-place-hint = Consignee, free zone, port or airport: the place it is in
deal-leg-board = Does it stay on board there?
deal-leg-mode = How does it get there?
deal-leg-mode-air = By air
deal-leg-mode-sea = By sea
deal-leg-mode-road = By road
deal-leg-mode-rail = By rail
deal-purpose = What is it for?
deal-purpose-civil = Civil use
deal-purpose-training = Training models
deal-purpose-inference = Running models
deal-purpose-iaas = Computing as a service
deal-purpose-government = Government
deal-purpose-military = Military
deal-purpose-military-intelligence = Military intelligence
deal-purpose-nuclear = Nuclear
deal-purpose-missile = Missiles
deal-purpose-chemical-biological = Chemical or biological weapons
deal-purpose-maritime-nuclear = Nuclear propulsion at sea
deal-purpose-supercomputer = Supercomputer
deal-purpose-advanced-node = Advanced-node chips
deal-purpose-fab = Making chips
deal-purpose-chip-tools = Making chip tools
deal-purpose-service = Services
deal-purpose-surveillance = Surveillance
deal-customers = Does it serve customers of its own?
deal-customers-hint = For computing as a service: where those customers have their headquarters
deal-customers-none = No
deal-customers-some = Yes
deal-customers-places = Where their headquarters are
deal-customers-places-hint = One place a line
deal-payment = How is it paid?
deal-payment-bank-transfer = Bank transfer
deal-payment-cash = Cash
deal-payment-crypto = Crypto-currency
deal-payment-third-country = From a third country
deal-payment-third-party = By a third party
deal-currency = Currency
deal-currency-hint = Three letters, such as USD. It is recorded, and no rule looks at it
deal-days = Days and content
deal-signing = Planned day of signing
deal-signing-hint = Like 2026-11-02
deal-delivery = Planned day of delivery
deal-delivery-hint = Like 2027-01-15
deal-us-content = Part of the hardware's value made in the United States, in percent
deal-us-content-hint = A whole number

## The determination

deal-ruling-prohibited = Prohibited
deal-ruling-prohibited-next = Stop. Do not quote, ship or give access until counsel has confirmed an authorisation.
deal-ruling-license-needed = License needed
deal-ruling-license-needed-next = Without a license, or an exception whose conditions are answered, do not ship or give access.
deal-ruling-exception-may-apply = A license exception may apply
deal-ruling-exception-may-apply-next = Its conditions were answered as needed. Keep the evidence, and have counsel confirm the exception before use.
deal-ruling-no-rule-triggered = No rule triggered
deal-ruling-no-rule-triggered-next = Every rule of the pack was asked, and every red flag is answered. Not legal advice: the official text decides.
deal-ruling-indeterminate = This could not be decided. Do not rely on it
deal-ruling-indeterminate-next = Add what is missing, answer what is open, and ask again.
deal-ruling-rule-changing = A rule is changing. Check it before use
deal-ruling-rule-changing-next = A rule that decides this is reported changed or is printed and not enforced. Read the official text of the day before you act.
deal-asked-on = Asked for { $day }
deal-at-stake = What is at stake:
deal-missing-title = What is missing:
deal-open-flags = { $count ->
    [one] 1 red flag is open
   *[other] { $count } red flags are open
}
deal-map = Route
deal-map-says = Map of the route: { $stops }
deal-map-ship-from = Shipped from
deal-map-leg = By way of
deal-map-destination = Destination
deal-map-installation = Installed in
deal-map-stop = Stop
deal-map-place = Place
deal-map-rule = Strictest rule
deal-map-none = None
deal-map-absent = not drawn
deal-map-note = Straight over the globe, from the middle of one country to the middle of the next: no ship or plane goes so. A square marks a place that a rule speaks of. How borders are drawn says nothing about whose land it is.
deal-lines = { $count ->
    [0] No rule
    [one] 1 rule that decides or may decide
   *[other] { $count } rules that decide or may decide
}
deal-lines-none = { $rules } rules and { $flags } red flags were asked.
deal-lines-none-incomplete = None speaks on what is known.
deal-remarks = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
}
deal-notes = { $count ->
    [one] 1 note on the rules
   *[other] { $count } notes on the rules
}
deal-may-hold = May hold:
deal-policy = Policy of review:
deal-exception = Exception:
deal-lifted = { $code } may be used; its conditions are answered.
deal-liftable = { $codes } may apply, if its conditions are answered below.
deal-line-missing = Not known:
deal-source = Seen in:
deal-test-location = place
deal-test-headquarters = headquarters
deal-test-item = item
deal-test-party = party
deal-test-ownership = ownership
deal-test-address = address
deal-test-route = route
deal-test-end-use = end use
deal-test-payment = payment
deal-test-conflict = conflicting law
deal-fact-item = what the item is
deal-fact-tpp-under = its total processing performance
deal-fact-dram-under = its DRAM bandwidth
deal-fact-made-in = where it is made
deal-fact-destination = the place
deal-fact-headquarters = headquarters
deal-fact-party-at = where a party is
deal-fact-role = what a party does
deal-fact-user = what sort of user it is
deal-fact-listed = screening, or a hit nobody has decided
deal-fact-owned-by = owners, or their screening
deal-fact-address-listed = whether an address is listed
deal-fact-end-use = what it is for
deal-fact-customers = customers of the service
deal-fact-transit = the way
deal-fact-payment = how it is paid
deal-fact-layer = layers of the package
deal-fact-operation = where it is shipped from
deal-fact-answer = a question below
deal-fact-unless = a question below
deal-save-answer = Save question and answer

## Hits, red flags, questions

deal-hits = { $count ->
    [one] 1 possible match among parties and owners
   *[other] { $count } possible matches among parties and owners
}
deal-hits-lede = Until a person decides, each may be the listed party. Read the entry under "Check a party".
deal-finding = Is it the listed party?
deal-finding-open = Open
deal-finding-same = The same
deal-finding-another = Another
deal-finding-needs = Without evidence and a day it stays open.
deal-finding-day = Decided on { $day }
deal-flags = Red flags: { $open } of { $count } open
deal-flags-lede = Supplement 3 to 15 CFR 732 and signs of diversion, as far as they concern this deal. Each needs an answer with evidence and a day. An open one holds the deal.
deal-flag-open = open
deal-flag-raised = raised
deal-flag-resolved = explained
deal-flag-no = no
deal-flag-answered = answered
deal-flag-holds = While open: { $level }.
deal-questions = { $count ->
    [0] Questions: all answered
    [one] 1 open question
   *[other] { $count } open questions
}
deal-questions-lede = A rule or an exception hangs on these.
deal-reply = Answer
deal-reply-no = No
deal-reply-yes = Yes
deal-reply-resolved = Yes, and explained
deal-reply-evidence = Evidence
deal-reply-date = Found on

## Advice

deal-variations = What would change it
deal-variations-lede = Each line is the same deal asked again with one fact changed. Changing a fact on paper only is evasion.
deal-variation = If
deal-variation-ruling = Then
deal-then-indeterminate = Still not decided
deal-variation-lines = Rules in the way
deal-guards = Guard-rails to write in
deal-guards-lede = Obligations that follow from this determination, in our words.
deal-guard = Obligation
deal-guard-says = What it says
deal-guard-owner = Owner
deal-guard-due = Due
deal-guard-in-place = in place
deal-calendar = Save the days as a calendar
deal-calendar-none = Give the days of signing and delivery for calendar entries.
deal-program = AI Exports Program readiness
deal-program-lede = How far the package is from the terms of the American AI Exports Program.
deal-program-check = Term
deal-program-met = Met
deal-program-term = Where it is written
deal-foot = Rules { $id } as of { $day }, to be reviewed by { $review }. Our reading of the rules, not legal advice.
