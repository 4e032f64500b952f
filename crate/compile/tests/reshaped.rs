//! Files of other publishers, broken as the incident register tells: cut, reshaped, swapped for a page, made to exhaust the reader. Each is
//! refused, by name, with a remedy; and large changes that are real pass with a waiver that names them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may fail loudly

use redzone_compile::catalog::Catalog;
use redzone_compile::edition::Edition;
use redzone_compile::import::{Imported, Options, guarded, import};
use redzone_compile::{Refusal, us, waiver};
use redzone_index::Date;
use std::io::Write;

/// Ours, with floors that small files pass.
fn catalog() -> Catalog {
    let mut catalog = Catalog::ours().clone();
    catalog.lists.iter_mut().for_each(|list| list.floor = list.floor.min(10));
    catalog.lists.iter_mut().for_each(|list| list.fill.clear());
    catalog
}

fn tried(bytes: &[u8], last: &[Edition], waivers: &str) -> Result<Imported, Refusal> {
    let file = us::read("list", bytes)?;
    let mut imported = import(&[file], &catalog(), &Options { as_of: Date::parse("2026-08-01"), notice: String::new() })?;
    guarded(&mut imported, last, &catalog(), &waiver::read(waivers).unwrap()).map(|()| imported)
}

fn editions(bytes: &[u8]) -> Vec<Edition> {
    tried(bytes, &[], "").unwrap().editions.into_iter().map(|(edition, _)| edition).collect()
}

/// The UN list of some parties, on a day.
fn un(parties: std::ops::Range<usize>, day: &str) -> String {
    let party = |number: usize| {
        format!(
            "<INDIVIDUAL><DATAID>{number}</DATAID><FIRST_NAME>Ivan</FIRST_NAME><SECOND_NAME>Number{number}</SECOND_NAME>\
             <UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>TAi.{number:03}</REFERENCE_NUMBER>\
             <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Alias {number}</ALIAS_NAME></INDIVIDUAL_ALIAS>\
             <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1960</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>\n"
        )
    };
    format!(
        "<CONSOLIDATED_LIST dateGenerated=\"{day}T00:00:00Z\"><INDIVIDUALS>\n{}</INDIVIDUALS></CONSOLIDATED_LIST>",
        parties.map(party).collect::<String>()
    )
}

/// A zip archive of one part that unpacks to so many bytes.
fn zip(bytes: usize) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(&vec![b' '; bytes]).unwrap();
    writer.finish().unwrap().into_inner()
}

#[test]
fn files_that_are_broken_or_reshaped_are_refused() {
    let good = un(1..101, "2026-07-31");
    let last = editions(good.as_bytes());
    let between = good.rfind("<INDIVIDUAL>").unwrap();
    let sdn = "<sdnList><publshInformation><Publish_Date>07/31/2026</Publish_Date><Record_Count>5</Record_Count></publshInformation>\
               <sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>";
    let own = "name,id\nExample,1\n";
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("XML cut between two elements, which its reader ends on without a word", good.as_bytes()[..between].to_vec(), "cut off"),
        ("XML cut inside a tag", good.as_bytes()[..between + 40].to_vec(), "tag not closed"),
        ("a login page under the name of the list", b"<html><body>Please sign in</body></html>".to_vec(), "web page"),
        ("the waiting room of a firewall, as XML", b"<?xml version='1.0'?><challenge/>".to_vec(), "starts with"),
        ("a root of another name", good.replace("CONSOLIDATED_LIST", "CONSOLIDATED").into_bytes(), "starts with"),
        ("no date inside", good.replace("dateGenerated", "generated").into_bytes(), "no date"),
        ("a date set back, as from a mirror that nobody renews", un(1..101, "2026-01-01").into_bytes(), "2026-01-01"),
        ("a frozen mirror of years ago: five parties of a hundred", un(1..6, "2026-08-01").into_bytes(), "5"),
        ("eight parties that changed, taken for the whole", un(93..101, "2026-08-01").into_bytes(), "8"),
        ("no party at all", un(1..1, "2026-08-01").into_bytes(), "0"),
        ("references numbered anew", good.replace("TAi.", "TBi.").into_bytes(), "100 gone"),
        (
            "an element of another name",
            good.replace("ALIAS_NAME", "ALIAS").replace("2026-07-31", "2026-08-01").into_bytes(),
            "aliases 100 % to 0 %",
        ),
        ("an element more", good.replace("<QUALITY>", "<NEW>1</NEW><QUALITY>").into_bytes(), "NEW"),
        ("birth dates that are gone", good.replace("<YEAR>1960</YEAR>", "").into_bytes(), "born 100 % to 0 %"),
        ("a count that is not so", sdn.as_bytes().to_vec(), "1 entries where Record_Count says 5"),
        ("elements a thousand deep", format!("<CONSOLIDATED_LIST>{}", "<a>".repeat(1_000)).into_bytes(), "64 deep"),
        (
            "a thousand attributes",
            format!("<CONSOLIDATED_LIST {}/>", (0..1_000).map(|n| format!("a{n}='' ")).collect::<String>()).into_bytes(),
            "attributes",
        ),
        (
            "two megabytes of text in an element",
            good.replace("Alias 7<", &format!("{}<", "x".repeat(2 << 20))).into_bytes(),
            "1048576 bytes",
        ),
        ("entities that multiply", format!("<!DOCTYPE l [<!ENTITY a 'aaaa'>]>{good}").into_bytes(), "document type"),
        ("an entity that nobody defined", good.replace("Ivan", "&who;").into_bytes(), "entity &who;"),
        ("a sheet that unpacks to a thousand times its size", zip(300 << 20), "unpacks to over"),
        ("a zip that is cut", zip(1 << 10)[..60].to_vec(), "no spreadsheet archive"),
        ("a CSV with a quote that is never closed", own.replace("Example", "\"Example").into_bytes(), "never closed"),
    ];
    let count = cases.len();
    let mut wrong = Vec::new();
    for (what, bytes, found) in cases {
        match tried(&bytes, &last, "") {
            Ok(_) => wrong.push(format!("{what}: taken")),
            Err(refusal) if !refusal.to_string().contains(found) || refusal.remedy.is_empty() => wrong.push(format!("{what}: {refusal}")),
            Err(_) => {}
        }
    }
    println!("{} of {count} broken sources refused", count - wrong.len());
    assert_eq!(wrong, Vec::<String>::new());
    assert!(tried(good.as_bytes(), &last, "").is_ok(), "the same list again");
}

fn waived(list: &str, guard: &str, ids: impl IntoIterator<Item = String>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| format!("{id:?}")).collect();
    format!(
        "[[waiver]]\nlist = \"{list}\"\nguard = \"{guard}\"\ndate = \"2026-08-01\"\nreason = \"as announced\"\nids = [{}]\n",
        ids.join(", ")
    )
}

#[test]
fn large_changes_that_are_real_pass_with_a_waiver_that_names_them() {
    let reference = |number: usize| format!("TAi.{number:03}");
    let good = un(1..101, "2026-07-31");
    let last = editions(good.as_bytes());
    let day = "2026-08-01";
    let cases: Vec<(&str, String, String)> = vec![
        ("a regime ends: half the list is taken off", un(51..101, day), waived("un-sc", "shrink", (1..51).map(reference))),
        ("a regime ends: nearly all of it", un(90..101, day), waived("un-sc", "shrink", (1..90).map(reference))),
        ("a new regime: half as many again", un(1..151, day), waived("un-sc", "growth", (101..151).map(reference))),
        ("a new regime: twice as many", un(1..201, day), waived("un-sc", "growth", (101..201).map(reference))),
        (
            "the whole list is numbered anew",
            good.replace("TAi.", "TBi."),
            waived("un-sc", "shrink", (1..101).map(reference))
                + &waived("un-sc", "growth", (1..101).map(|n| reference(n).replace("TAi", "TBi"))),
        ),
        ("birth dates are withdrawn", good.replace("<YEAR>1960</YEAR>", ""), waived("un-sc", "fill", ["born".to_owned()])),
        (
            "addresses are printed at last",
            good.replace(
                "</INDIVIDUAL>",
                "<INDIVIDUAL_ADDRESS><CITY>Omsk</CITY><COUNTRY>Russia</COUNTRY></INDIVIDUAL_ADDRESS></INDIVIDUAL>",
            ),
            waived("un-sc", "fill", ["addresses".to_owned(), "countries".to_owned()]),
        ),
        (
            "aliases are withdrawn",
            good.replace("<ALIAS_NAME>", "<NOTE>").replace("</ALIAS_NAME>", "</NOTE>"),
            waived("un-sc", "fill", ["aliases".to_owned()]),
        ),
        ("a publication is taken back: the day goes back", un(1..101, "2026-07-30"), waived("un-sc", "date", ["2026-07-30".to_owned()])),
        (
            "a new element, looked at and of no weight",
            good.replace("<QUALITY>", "<NEW>1</NEW><QUALITY>"),
            waived("un-sc", "schema", ["NEW".to_owned()]),
        ),
        (
            "a list that is nearly empty by law",
            un(1..4, day),
            waived("un-sc", "floor", ["3".to_owned()]) + &waived("un-sc", "shrink", (4..101).map(reference)),
        ),
    ];
    let count = cases.len();
    for (what, text, waivers) in cases {
        assert!(tried(text.as_bytes(), &last, "").is_err(), "{what}: refused without a waiver");
        let imported = tried(text.as_bytes(), &last, &waivers).unwrap_or_else(|why| panic!("{what}: {why}"));
        let recorded = &imported.editions[0].0.header.waivers;
        assert_eq!(recorded.len(), waivers.matches("[[waiver]]").count(), "{what}");
        assert!(recorded.iter().all(|waiver| waiver.contains("as announced")), "{what}");
        let fewer = waivers.replacen("ids = [\"", "ids = [\"x", 1);
        assert!(tried(text.as_bytes(), &last, &fewer).is_err(), "{what}: an id that is not named");
    }
    println!("{count} of {count} real changes passed with a waiver, and only with it");
}
