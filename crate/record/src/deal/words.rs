//! The words for what a determination says: codes for machines, sentences for people.

use redzone_index::rules::{Confidence, Level, Phase, State};
use redzone_screen::deal::{Change, DealQuestion, DealRuling, DealTest, Finding, FlagState, Gap, Missing, ProgramCheck, Tri};
use redzone_screen::destination::RuleDoubt;

/// The result word.
pub fn ruling(ruling: &DealRuling) -> &'static str {
    match ruling {
        DealRuling::Prohibited => "prohibited",
        DealRuling::LicenseNeeded => "license-needed",
        DealRuling::ExceptionMayApply => "exception-may-apply",
        DealRuling::NoRuleTriggered(_) => "no-rule-triggered",
        DealRuling::Indeterminate => "indeterminate",
        DealRuling::RuleChanging => "rule-changing",
    }
}

/// What a rule does.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::ExceptionMayApply => "exception-may-apply",
        Level::LicenseNeeded => "license-needed",
        Level::Prohibited => "prohibited",
    }
}

/// Yes, no or not known.
pub fn tri(tri: Tri) -> &'static str {
    match tri {
        Tri::Yes => "yes",
        Tri::No => "no",
        Tri::Unknown => "not-known",
    }
}

/// The state of a row.
pub fn state(state: State) -> &'static str {
    match state {
        State::Printed => "printed",
        State::Enforced => "enforced",
        State::Announced => "announced",
    }
}

/// Whether a row was seen.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Verified => "verified",
        Confidence::Unverified => "check before use",
    }
}

/// How a row stands on the day.
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::NotYet => "not yet in force",
        Phase::InForce => "in force",
        Phase::Moving => "reported changed or not enforced",
        Phase::Lapsed => "lapsed, successor not known",
        Phase::Over => "over",
    }
}

/// Which test.
pub fn test(test: DealTest) -> &'static str {
    match test {
        DealTest::Location => "location",
        DealTest::Headquarters => "headquarters",
        DealTest::Item => "item",
        DealTest::Party => "party",
        DealTest::Ownership => "ownership",
        DealTest::Address => "address",
        DealTest::Route => "route",
        DealTest::EndUse => "end use",
        DealTest::Payment => "payment",
        DealTest::Conflict => "conflict",
    }
}

/// How a flag stands.
pub fn flag(state: FlagState) -> &'static str {
    match state {
        FlagState::Open => "open",
        FlagState::Raised => "raised",
        FlagState::Resolved => "resolved",
        FlagState::No => "no",
    }
}

/// What a person decided about a hit.
pub fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Open => "not decided",
        Finding::Same => "the same party",
        Finding::Another => "another party",
    }
}

/// A figure that is missing.
pub fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::Kind => "what sort of thing it is",
        Missing::Performance => "tera-operations a second with their bit length, dense, for every processing unit",
        Missing::DieArea => "the area of its dies, and whether they are made with planar transistors",
        Missing::Datacentre => "whether it is designed or marketed for data centres",
        Missing::Memory => "bandwidth and area of the memory package",
        Missing::TrainingOperations => "the operations the model was trained with",
        Missing::Published => "whether the model's weights are published",
    }
}

fn item(question: &DealQuestion, at: usize) -> String {
    let name = question.items.get(at).map_or("", |item| item.name.as_str());
    if name.is_empty() { format!("item {}", at + 1) } else { name.to_owned() }
}

fn party(question: &DealQuestion, at: usize) -> String {
    let name = question.parties.get(at).map_or("", |party| party.name.as_str());
    if name.is_empty() { format!("party {}", at + 1) } else { name.to_owned() }
}

/// A gap as a sentence.
pub fn gap(gap: &Gap, question: &DealQuestion) -> String {
    match gap {
        Gap::NoItem => "No item is named.".into(),
        Gap::NoDestination => "No destination is named.".into(),
        Gap::NoInstallation => "Where it will stand and be used is not told.".into(),
        Gap::NoRoute => "The way is not told in full: name each step, or none when it goes straight.".into(),
        Gap::NoPayment => "How it is paid is not told.".into(),
        Gap::NoEndUse => "What it is for is not told.".into(),
        Gap::NoRole(role) => format!("No party is named as {}.", role.replace('-', " ")),
        Gap::NoCountry(at) => format!("Where {} is, is not told.", party(question, *at)),
        Gap::NoEccn(at) => format!("The ECCN of {} is not told, so the country chart can't be asked.", item(question, *at)),
        Gap::UnknownEccn(at) => format!("The ECCN of {} is none that the pack knows.", item(question, *at)),
        Gap::DefenceArticle(at) => {
            format!("{} is a defence article: the ITAR decides, and of it this pack carries 22 CFR 126.1 only.", item(question, *at))
        }
        Gap::NoClauses => "The pack has no rules on deals.".into(),
    }
}

/// The question whether a rule reaches the item, where its words alone do not say.
pub fn reaches(title: &str, says: &str) -> String {
    format!("Does this rule reach the item, or anybody in the deal: {title}, {says}?")
}

/// The question whether an item is in a controlled paragraph of its entry.
pub fn paragraph(eccn: &str) -> String {
    format!("Is the item in a paragraph of {eccn} that is controlled for a reason marked at this place?")
}

/// A variation as a sentence.
pub fn change(change: &Change, question: &DealQuestion) -> String {
    let leg = |at: usize| question.legs.iter().flatten().nth(at).and_then(|leg| leg.place.clone()).unwrap_or_default();
    match change {
        Change::WithoutLeg(at) => format!("Another route, without the stop at {}", leg(*at)),
        Change::Straight => "Straight, without any stop".into(),
        Change::ItemUnderLimits(at) => format!("{}: a chip under every limit of advanced computing instead", item(question, *at)),
        Change::ItemInLowerTier(at) => format!("{}: a chip of the lower tier instead", item(question, *at)),
        Change::ItemNotForDatacentres(at) => format!("{}: one not designed or marketed for data centres instead", item(question, *at)),
        Change::InstalledAtHome => "Installed and used where it is shipped from".into(),
        Change::AnotherParty(at) => {
            format!("In the place of {}: a company of the same country, with known owners and no listed party", party(question, *at))
        }
        Change::HeadquartersAtHome(at) => format!("{}: headquarters and ultimate parent in its own country", party(question, *at)),
        Change::WithoutListedOwners(at) => format!("{}: what listed owners hold belongs to others", party(question, *at)),
        Change::WithoutPurpose(purpose) => format!("Not for {}", purpose.replace('-', " ")),
        Change::PaidByTransfer => "Paid by bank transfer, by the purchaser from its own country".into(),
    }
}

/// A check of the AI Exports Program.
pub fn program(check: ProgramCheck) -> &'static str {
    match check {
        ProgramCheck::FiveLayers => "All five layers are covered",
        ProgramCheck::Anchor => "One anchor member leads and files",
        ProgramCheck::MembersOutsideCountriesOfConcern => "No member is in, or owned or controlled from, a country of concern",
        ProgramCheck::UsContent => "51 percent or more of the hardware layer's value is made in the United States",
        ProgramCheck::BuildsOwnsRuns => "Who builds, owns and runs the data centres is told",
        ProgramCheck::Target => "A target country is named",
    }
}

/// A doubt as a sentence.
pub fn doubt(doubt: &RuleDoubt) -> String {
    let places = |places: &[redzone_index::rules::Place]| places.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match doubt {
        RuleDoubt::PlaceUnknown { .. } => "A place is none that the pack knows: use its two-letter code.".into(),
        RuleDoubt::PlaceAmbiguous { may_be, why, .. } => format!("A place may be several ({}): {why}.", places(may_be)),
        RuleDoubt::RegionUnstated { regions } => {
            format!("Regions of a country have rules of their own: {}. Say which region.", places(regions))
        }
        RuleDoubt::InNoTable { place, .. } => format!("{place} stands in neither EAR table. Absence is not permission."),
        RuleDoubt::Unverified { id } => format!("{id} was not seen in a stored source."),
        RuleDoubt::Moving { id } => format!("{id} is reported changed, and the rule that says how was not seen."),
        RuleDoubt::Lapsed { id, .. } => format!("{id} has ended and no successor is known."),
        RuleDoubt::PackPastReview { review_by } => format!("The rules were to be reviewed by {review_by}."),
        RuleDoubt::BeforePack { covers_from } => format!("The rules reach back to {covers_from} only."),
        RuleDoubt::RowLost { id } => format!("The row {id} is missing from the pack."),
        _ => "Something about the rules is in doubt.".into(),
    }
}
