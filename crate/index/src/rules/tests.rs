use super::*;
use crate::{Part, Sections, write_sections};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;

fn text() -> impl Strategy<Value = Text> {
    "[a-zé ]{0,6}".prop_map(Text::from)
}

fn date() -> impl Strategy<Value = Date> {
    (0..3_652_059).prop_map(|number| Date::from_day_number(number).unwrap())
}

fn place() -> impl Strategy<Value = Place> {
    select(vec!["CN", "DE", "UA", "UA-43", "GE-AB", "FR-A"]).prop_map(|code| Place::parse(code).unwrap())
}

fn groups() -> impl Strategy<Value = Groups> {
    (0u16..1 << 14).prop_map(|bits| Groups::from_bits(bits).unwrap())
}

fn provenance() -> impl Strategy<Value = Provenance> {
    let limits = (prop::option::of(date()), prop::option::of(date()), any::<bool>(), any::<bool>());
    let standing = (select(vec![State::Printed, State::Enforced, State::Announced]), any::<bool>());
    (text(), text(), text(), text(), date(), standing, limits).prop_map(|(id, citation, source, note, as_of, (state, seen), limits)| {
        let (from, to, unknown, moving) = limits;
        let confidence = if seen { Confidence::Verified } else { Confidence::Unverified };
        let then = if unknown { Then::Unknown } else { Then::Over };
        Provenance { id, citation, source, as_of, state, confidence, valid: Validity { from, to, then, moving }, note }
    })
}

fn rule() -> impl Strategy<Value = Rule> {
    let words = (
        select(vec![Jurisdiction::Us, Jurisdiction::Un, Jurisdiction::Eu, Jurisdiction::Gb]),
        select(vec![Test::Destination, Test::Headquarters]),
        select(vec![Level::Note, Level::ExceptionMayApply, Level::LicenseNeeded, Level::Prohibited]),
        select(vec![Scope::AllItems, Scope::ListedItems, Scope::AdvancedComputing, Scope::DefenceArticles, Scope::Parties, Scope::EndUse]),
    );
    let reach = (prop::collection::vec(place(), 0..3), groups(), groups(), texts());
    (words, reach, [text(), text(), text(), text(), text()], provenance()).prop_map(|(words, reach, said, from)| {
        let (jurisdiction, test, level, scope) = words;
        let (places, groups, except, items) = reach;
        let [authority, kind, title, says, next_step] = said;
        Rule { jurisdiction, authority, kind, test, places, groups, except, level, scope, items, title, says, next_step, from }
    })
}

fn texts() -> impl Strategy<Value = Vec<Text>> {
    prop::collection::vec(text(), 0..3)
}

fn eccn() -> impl Strategy<Value = EccnRow> {
    (text(), any::<u16>(), any::<u16>(), texts(), provenance()).prop_map(|(eccn, all, some, beyond, from)| EccnRow {
        eccn,
        all: Marks::from_bits(all),
        some: Marks::from_bits(some),
        beyond,
        from,
    })
}

fn clause() -> impl Strategy<Value = Clause> {
    let fact = select(FACTS.map(|(_, fact)| fact).to_vec());
    let when = (fact, any::<bool>(), texts()).prop_map(|(fact, not, values)| Condition { fact, not, values });
    let words = (select(CLAUSE_KINDS.to_vec()), select(vec![Level::Note, Level::LicenseNeeded, Level::Prohibited]));
    let said = [text(), text(), text(), text(), text(), text()];
    (words, prop::collection::vec(when, 0..3), texts(), said, provenance()).prop_map(|((kind, level), when, refs, said, from)| {
        let [code, authority, title, says, more, next_step] = said;
        Clause { code, kind, jurisdiction: Jurisdiction::Us, authority, level, when, refs, title, says, more, next_step, from }
    })
}

fn effect() -> impl Strategy<Value = ListEffect> {
    let tone = select(vec![Tone::Stop, Tone::License, Tone::Limited, Tone::ReadEntry, Tone::Caution, Tone::Conflict]);
    let said = [text(), text(), text(), text(), text(), text(), text()];
    (tone, prop::collection::vec(text(), 0..3), said, provenance()).prop_map(|(tone, lists, said, from)| {
        let [code, name, authority, meaning, effect, ownership, next_step] = said;
        ListEffect { code, lists, name, authority, meaning, effect, ownership, next_step, tone, from }
    })
}

fn names() -> impl Strategy<Value = PlaceTable> {
    let meaning = (prop::collection::vec(place(), 0..3), "[a-z]{0,4}").prop_map(|(places, why)| Meaning { places, why });
    let keys = prop::collection::btree_map("[a-c刚果é]{1,5}", 0usize..8, 0..12);
    (prop::collection::vec(meaning, 1..5), keys).prop_map(|(meanings, keys)| PlaceTable {
        keys: WordTable::from_sorted(keys.keys().map(String::as_str)),
        meaning_of: keys.values().map(|&at| (at % meanings.len()) as u32).collect(),
        meanings,
    })
}

fn rules() -> impl Strategy<Value = Rules> {
    let some = 0..3;
    let group = (place(), groups(), provenance()).prop_map(|(place, groups, from)| GroupRow { place, groups, from });
    let chart = (place(), any::<u16>(), any::<Vec<u8>>(), provenance());
    let chart = chart.prop_map(|(place, bits, footnotes, from)| ChartRow { place, marks: Marks::from_bits(bits), footnotes, from });
    let follows = (place(), place(), provenance()).prop_map(|(place, follows, from)| Follows { place, follows, from });
    let event = (date(), prop::collection::vec(place(), some.clone()), [text(), text(), text()], provenance());
    let event = event.prop_map(|(date, places, [event, affects, standing], from)| Event { date, places, event, affects, standing, from });
    let meta = (text(), date(), date(), date());
    let meta = meta.prop_map(|(id, as_of, review_by, covers_from)| PackMeta { id, as_of, review_by, covers_from });
    let tables = (
        prop::collection::vec(group, some.clone()),
        prop::collection::vec(chart, some.clone()),
        prop::collection::vec(follows, some.clone()),
        prop::collection::vec(rule(), some.clone()),
        prop::collection::vec(eccn(), some.clone()),
        prop::collection::vec(clause(), some.clone()),
        prop::collection::vec(effect(), some.clone()),
        prop::collection::vec(event, some),
    );
    (meta, tables, prop::collection::btree_set(text(), 0..4), names()).prop_map(|(meta, tables, register, names)| {
        let register = register.into_iter().collect();
        let (groups, chart, follows, rules, eccns, clauses, effects, events) = tables;
        Rules { meta, groups, chart, follows, rules, eccns, clauses, effects, events, register, names }
    })
}

proptest! {
    #[test]
    fn packs_come_back_whole(rules in rules()) {
        let bytes = rules.to_bytes();
        prop_assert_eq!(&Rules::from_bytes(&bytes).unwrap(), &rules);
        prop_assert_eq!(Rules::from_bytes(&bytes).unwrap().to_bytes(), bytes);
    }

    #[test]
    fn any_bytes_are_an_error_and_no_panic(bytes: Vec<u8>) {
        prop_assert!(Rules::from_bytes(&bytes).is_err());
    }

    /// Behind a right frame and right digests: whatever the sections hold is read or refused, and what is read can be asked and written again.
    #[test]
    fn any_section_is_read_or_refused(rules in rules(), section in 0usize..10, at: prop::sample::Index, patch: Vec<u8>, cut: prop::sample::Index) {
        let bytes = rules.to_bytes();
        let framed = Sections::read(Part::Rules, &bytes).unwrap();
        let mut sections: Vec<_> = framed.iter().map(|(tag, _, bytes)| (tag, bytes.to_vec())).collect();
        let body = &mut sections[section].1;
        if !body.is_empty() {
            let start = at.index(body.len());
            let end = (start + cut.index(4)).min(body.len());
            body.splice(start..end, patch);
        }
        if let Ok(read) = Rules::from_bytes(&write_sections(Part::Rules, &sections)) {
            for name in ["China", "中国", "CN", "\0"] {
                read.names.meaning(name);
            }
            prop_assert_eq!(Rules::from_bytes(&read.to_bytes()).unwrap(), read);
        }
    }
}

#[test]
fn every_cut_and_every_flipped_bit_is_refused() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let bytes = rules().new_tree(&mut runner).unwrap().current().to_bytes();
    for length in 0..bytes.len() {
        assert!(Rules::from_bytes(&bytes[..length]).is_err(), "cut at {length}");
    }
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(Rules::from_bytes(&flipped).is_err(), "bit {bit}");
    }
}
