//! Which publisher's file this is, from what is in it.

use super::{
    au, ca, ch, eu, jp_meti, opensanctions, own_list, senzing, uk_fcdo, uk_ofsi, un, us_ddtc, us_dpl, us_ecfr, us_ofac_advanced,
    us_ofac_xml,
};
use crate::parse::{Parsed, SourceError};

/// A file that was recognised: what form it is in, and its lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// `un-xml` ...: a format of `lists/catalog.toml`.
    pub form: &'static str,
    /// The lists in it, by their ids in the catalog. The eCFR's part 744 holds three.
    pub lists: Vec<(&'static str, Parsed)>,
}

type Parser = fn(&[u8]) -> Result<Parsed, SourceError>;

/// Reads a file, if its content is that of a publisher of this module; `None` when it is not.
///
/// # Errors
/// A file that is recognised and can't be read.
pub fn read(bytes: &[u8]) -> Result<Option<Read>, SourceError> {
    if bytes.starts_with(b"PK") {
        return workbook(bytes).map(Some);
    }
    let head: Vec<u8> = bytes.iter().take(4096).copied().collect();
    let head = String::from_utf8_lossy(&head);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if head.starts_with('<') {
        return xml(bytes, root(head));
    }
    let found: Option<(&'static str, &'static str, Parser)> = match () {
        () if head.starts_with('{') && head.contains("\"schema\"") && head.contains("\"properties\"") => {
            Some(("opensanctions-ftm", "opensanctions", opensanctions::ftm))
        }
        () if head.starts_with('{') && head.contains("\"RECORD_ID\"") => Some(("senzing-json", "opensanctions", senzing::parse)),
        () if has(head, &["Unique ID", "Name 6", "Name type"]) => Some(("uk-csv", "gb-sl", uk_fcdo::csv)),
        () if has(head, &["Name 6", "Name 1", "Group ID"]) => Some(("uk-ofsi-csv", "gb-ofsi", uk_ofsi::parse)),
        () if has(head, &["fileGenerationDate", "Entity_LogicalId"]) => Some(("eu-fsf-csv", "eu-fsf", eu::csv)),
        () if has(head, &["Name", "Street_Address", "Effective_Date"]) => Some(("bis-dpl", "us-dpl", us_dpl::parse)),
        () if has(head, &["id", "schema", "name", "aliases"]) => Some(("opensanctions-simple", "opensanctions", opensanctions::simple)),
        () if has(head, &["Party Name", "Federal Register Notice"]) => Some(("ddtc", "us-dtc", us_ddtc::parse)),
        () if has(head, &["Country or Region", "Company or Organization"]) => Some(("meti", "jp-meti", jp_meti::parse)),
        // The Consolidated Screening List has a column `name` too: it has `source` and `entity_number` beside it.
        () if has_cell(head, "name") && !head.contains("entity_number") && !head.starts_with('{') => {
            Some(("own-list", "own", own_list::parse))
        }
        () => None,
    };
    found.map(|(form, list, parse)| Ok(Read { form, lists: vec![(list, parse(bytes)?)] })).transpose()
}

/// The local name of the first element.
fn root(head: &str) -> &str {
    let mut rest = head;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if !rest.starts_with(['?', '!']) {
            let name = rest.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
            return name.rsplit(':').next().unwrap_or_default();
        }
    }
    ""
}

fn xml(bytes: &[u8], root: &str) -> Result<Option<Read>, SourceError> {
    let one = |form: &'static str, list: &'static str, parse: Parser| Ok(Some(Read { form, lists: vec![(list, parse(bytes)?)] }));
    match root {
        "CONSOLIDATED_LIST" => one("un-xml", "un-sc", un::parse),
        "Designations" => one("uk-xml", "gb-sl", uk_fcdo::xml),
        "data-set" => one("ca-xml", "ca-sema", ca::parse),
        "export" => one("eu-fsf-xml", "eu-fsf", eu::xml),
        "swiss-sanctions-list" => one("ch-xml", "ch-seco", ch::parse),
        "sdnList" => Ok(Some(Read { form: "ofac-xml", lists: ofac(us_ofac_xml::parse(bytes)?) })),
        "Sanctions" | "SanctionsData" => Ok(Some(Read { form: "ofac-advanced", lists: ofac(us_ofac_advanced::parse(bytes)?) })),
        "ECFR" | "DIV1" | "DIV3" | "DIV4" | "DIV5" | "DIV9" => ecfr(bytes).map(Some),
        _ => Ok(None),
    }
}

/// The supplements that are in the file; a file of part 744 has all three and section 744.22, one fetched alone has one.
fn ecfr(bytes: &[u8]) -> Result<Read, SourceError> {
    let parsers: [(&'static str, Parser); 4] = [
        ("us-el", us_ecfr::entity_list),
        ("us-uvl", us_ecfr::unverified),
        ("us-meu", us_ecfr::military_end_users),
        ("us-mieu", us_ecfr::intelligence::parse),
    ];
    let mut lists = Vec::new();
    let mut missing = None;
    for (list, parse) in parsers {
        match parse(bytes) {
            Ok(parsed) => lists.push((list, parsed)),
            Err(error) if error.found.starts_with("no Supplement") => missing = Some(error),
            Err(error) => return Err(error),
        }
    }
    match missing {
        Some(error) if lists.is_empty() => Err(error),
        _ => Ok(Read { form: "ecfr-xml", lists }),
    }
}

/// OFAC's file of the lists besides the SDN holds several: each entry goes to the list that its programme names. A file is that one when it has
/// programmes that the SDN list never has.
fn ofac(parsed: Parsed) -> Vec<(&'static str, Parsed)> {
    let has = |entry: &redzone_index::Entry, tag: &str| entry.programs.iter().any(|program| program == tag);
    if !parsed.entries.iter().any(|entry| has(entry, "CMIC-EO13959") || has(entry, "561-Related")) {
        return vec![("us-sdn", parsed)];
    }
    let list = |entry: &redzone_index::Entry| match () {
        () if has(entry, "NS-PLC") => "us-plc",
        () if has(entry, "CMIC-EO13959") => "us-cmic",
        () if has(entry, "561-Related") => "us-capta",
        () if has(entry, "UKRAINE-EO13662") => "us-ssi",
        () => "us-mbs",
    };
    let mut lists: Vec<(&'static str, Parsed)> = Vec::new();
    for entry in parsed.entries {
        let id = list(&entry);
        let at = lists.iter().position(|(known, _)| *known == id).unwrap_or_else(|| {
            lists.push((id, Parsed { stated: crate::parse::Stated { count: None, ..parsed.stated }, ..Parsed::default() }));
            lists.len() - 1
        });
        lists[at].1.ledger.read += 1;
        lists[at].1.entries.push(entry);
    }
    // What belongs to no entry is said with the first list.
    if let Some((_, first)) = lists.first_mut() {
        first.ledger.read += parsed.ledger.refused + parsed.ledger.ended + parsed.ledger.joined;
        (first.ledger.refused, first.ledger.ended, first.ledger.joined) =
            (parsed.ledger.refused, parsed.ledger.ended, parsed.ledger.joined);
        first.problems = parsed.problems;
    }
    lists
}

/// A spreadsheet: the first publisher whose columns it has.
fn workbook(bytes: &[u8]) -> Result<Read, SourceError> {
    let parsers: [(&'static str, &'static str, Parser); 5] = [
        ("uk-ods", "gb-sl", uk_fcdo::ods),
        ("au-xlsx", "au-dfat", au::parse),
        ("meti", "jp-meti", jp_meti::parse),
        ("ddtc", "us-dtc", us_ddtc::parse),
        ("own-list", "own", own_list::parse),
    ];
    let mut refused = None;
    for (form, list, parse) in parsers {
        match parse(bytes) {
            Ok(parsed) => return Ok(Read { form, lists: vec![(list, parsed)] }),
            Err(error) => refused = Some(error),
        }
    }
    Err(refused.unwrap_or_else(|| SourceError::new("a spreadsheet", "none", "give one of the forms that lists/catalog.toml names")))
}

/// Whether some line has all these columns.
fn has(head: &str, columns: &[&str]) -> bool {
    head.lines()
        .take(20)
        .any(|line| columns.iter().all(|column| cells(line).any(|cell| cell.eq_ignore_ascii_case(column) || cell.ends_with(column))))
}

fn has_cell(head: &str, column: &str) -> bool {
    head.lines().take(20).any(|line| cells(line).any(|cell| cell.eq_ignore_ascii_case(column)))
}

fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"').trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::staged;

    #[test]
    fn files_are_recognised_by_their_content() {
        for (bytes, form, lists) in [
            (include_str!("../../tests/lists/un.xml"), "un-xml", &["un-sc"][..]),
            (include_str!("../../tests/lists/uk.xml"), "uk-xml", &["gb-sl"]),
            (include_str!("../../tests/lists/sdn_advanced.xml"), "ofac-advanced", &["us-sdn"]),
            (include_str!("../../tests/lists/ecfr-744.xml"), "ecfr-xml", &["us-el", "us-uvl", "us-meu"]),
            ("name,aliases\nExample,E\n", "own-list", &["own"]),
            ("as of;2026-01-02\nName;Type\nExample;entity\n", "own-list", &["own"]),
            ("id,schema,name,aliases\nNK-1,Person,Example,\n", "opensanctions-simple", &["opensanctions"]),
        ] {
            let read = read(bytes.as_bytes()).unwrap().unwrap();
            assert_eq!((read.form, read.lists.iter().map(|(list, _)| *list).collect::<Vec<_>>().as_slice()), (form, lists));
            assert!(read.lists.iter().all(|(_, parsed)| parsed.reconciles()), "{form}");
        }
        for other in ["", "<html><body>403", "{\"error\":1}", "_id,source,entity_number,type,programs,name\n", "36,\"X\",-0- ,\"CUBA\"\n"] {
            assert_eq!(read(other.as_bytes()), Ok(None), "{other}");
        }
        assert!(read(b"<CONSOLIDATED_LIST dateGenerated='2026-01-01'><INDIVIDUALS>").is_err());
    }

    #[test]
    fn staged_files_are_recognised() {
        for (path, form) in [
            ("un/2026-02-27/consolidated.xml", "un-xml"),
            ("uk/2025-08-11/FCDO_SL_Mon_Aug 11 2025.ods", "uk-ods"),
            ("uk-ofsi/2018-04-13/sanctionsconlist.csv", "uk-ofsi-csv"),
            ("au/2024-11/regulation8_consolidated.xlsx", "au-xlsx"),
            ("ca/2020-04/sema-lmes.xml", "ca-xml"),
            ("us-bis/2022-09/dpl.txt", "bis-dpl"),
        ] {
            let Some(bytes) = staged(path) else { return };
            assert_eq!(read(&bytes).unwrap().map(|read| read.form), Some(form), "{path}");
        }
        for path in ["us-ofac/2024-07-02/sdn.csv", "us-ofac/2023-12-29/alt.csv", "us-ofac/2023-12-29/add.csv"] {
            let Some(bytes) = staged(path) else { return };
            assert_eq!(read(&bytes), Ok(None), "{path}");
        }
    }

    /// Cut anywhere, or with a byte changed anywhere, a file is refused or gives a list in which every row is accounted for.
    #[test]
    fn damaged_files_are_refused_or_reconcile() {
        let files = [
            include_str!("../../tests/lists/un.xml"),
            include_str!("../../tests/lists/uk.xml"),
            include_str!("../../tests/lists/sdn_advanced.xml"),
            include_str!("../../tests/lists/ecfr-744.xml"),
            "Report Date: 13-Feb-2026\nUnique ID,Name 6,Name type,Regime Name,Designation Type\nA1,\"X, Y\",Primary Name,R,Entity\nA1,Z,Alias,R,Entity\n",
            "as of;2026-01-02\nName;Type;Birth dates\nExample;person;1951-01-02\n",
        ];
        let (mut refused, mut read_whole) = (0, 0);
        for file in files {
            let bytes = file.as_bytes();
            let cuts = (0..bytes.len()).step_by(41).map(|at| bytes[..at].to_vec());
            let flips = (0..bytes.len()).step_by(67).map(|at| {
                let mut changed = bytes.to_vec();
                changed[at] ^= 1 << (at % 7);
                changed
            });
            for damaged in cuts.chain(flips) {
                match read(&damaged) {
                    Ok(Some(read)) => {
                        read_whole += 1;
                        assert!(read.lists.iter().all(|(_, parsed)| parsed.reconciles()), "{}", String::from_utf8_lossy(&damaged));
                    }
                    Ok(None) | Err(_) => refused += 1,
                }
            }
        }
        println!("{refused} refused, {read_whole} read");
        assert!(refused > 300 && read_whole > 50, "{refused} {read_whole}");
    }

    /// A cut XML file is never taken for a whole one, wherever it is cut.
    #[test]
    fn cut_xml_is_never_a_list() {
        for file in [
            include_str!("../../tests/lists/un.xml"),
            include_str!("../../tests/lists/uk.xml"),
            include_str!("../../tests/lists/ecfr-744.xml"),
        ] {
            let whole = file.trim_end().len();
            for at in (0..whole).step_by(29) {
                assert!(!matches!(read(&file.as_bytes()[..at]), Ok(Some(_))), "cut at {at} of {whole}");
            }
        }
    }
}
