//! The lists of recognised files as editions.

use super::recognise;
use crate::catalog::Catalog;
use crate::edition::{Edition, Header, Provenance, id_order};
use crate::import::Options;
use crate::parse::Parsed;
use crate::us::{Content, SourceFile};
use crate::{Problem, Refusal};
use redzone_index::{Date, Source};

/// Makes an edition of each list of the files that [`recognise::read`] read. Other files are passed over.
///
/// # Errors
/// A list that the catalog does not know, that has no day, that does not reconcile, or that stands in two of the files.
pub fn editions(files: &[SourceFile], catalog: &Catalog, options: &Options) -> Result<Vec<(Edition, Vec<Problem>)>, Refusal> {
    let mut editions: Vec<(Edition, Vec<Problem>)> = Vec::new();
    for file in files {
        let Content::Lists(recognise::Read { lists, .. }) = &file.content else { continue };
        for (list, parsed) in lists {
            let made = edition(file, list, parsed, catalog, options)?;
            if editions.iter().any(|(edition, _)| edition.header.list == *list) {
                let remedy = "import one at a time, and compare the editions with `redzone lists diff`";
                return Err(Refusal::input(&file.name, format!("one file of {list}"), "a second one", remedy));
            }
            editions.push(made);
        }
    }
    Ok(editions)
}

fn edition(
    file: &SourceFile,
    list: &str,
    parsed: &Parsed,
    catalog: &Catalog,
    options: &Options,
) -> Result<(Edition, Vec<Problem>), Refusal> {
    let known = catalog.list(list).ok_or_else(|| Refusal::input(list, "a list of lists/catalog.toml", "none", "add it to the catalog"))?;
    if !parsed.reconciles() {
        let found = format!("{:?}, {} entries, {:?} stated", parsed.ledger, parsed.entries.len(), parsed.stated.count);
        return Err(Refusal::guard(
            "declared-count",
            format!("{}, {list}", file.name),
            "every row an entry, joined, ended or named",
            found,
        ));
    }
    let as_of = parsed.stated.as_of.or_else(|| Date::parse(&file.dated)).or(options.as_of);
    let as_of = as_of.ok_or_else(|| {
        Refusal::input(&file.name, "a day of publication", "none in the file, its path or --as-of", "give --as-of YYYY-MM-DD")
    })?;
    let ledger = parsed.ledger;
    let mut problems: Vec<Problem> = parsed.problems.iter().map(problem).collect();
    for (group, count) in [
        ("rows that add to the entry of an earlier row, joined", ledger.joined),
        ("parties that the publisher has taken off, not carried", ledger.ended),
    ] {
        problems.extend((count > 0).then(|| Problem::new(group, list, format!("{count} of {} rows", ledger.read))));
    }
    let mut entries = parsed.entries.clone();
    entries.sort_by(|a, b| id_order(&a.id).cmp(&id_order(&b.id)));
    let form = [file.form, &file.dated].join(" ").trim().to_owned();
    let header = Header {
        list: list.to_owned(),
        title: known.title.clone(),
        publisher: known.publisher.clone(),
        authority: known.authority.clone(),
        as_of,
        notice: options.notice.clone(),
        provenance: vec![Provenance { fields: "all fields".to_owned(), source: format!("{} of {as_of}", words(file.form)) }],
        sources: vec![Source { form, digest: file.digest }],
        change: None,
        waivers: Vec::new(),
        source_rows: ledger.read,
        joined_rows: ledger.joined,
        ended_rows: ledger.ended,
        dropped_rows: ledger.refused,
        problems: problems.len(),
    };
    Ok((Edition { header, entries }, problems))
}

fn problem(problem: &crate::parse::Problem) -> Problem {
    let group = if problem.refused { "records that give no entry" } else { "values and elements that did not fit, kept as printed" };
    Problem::new(group, &problem.place, &problem.what)
}

/// A form of file in words.
pub fn words(form: &str) -> &str {
    match form {
        "un-xml" => "UN Consolidated List, XML",
        "uk-xml" => "UK Sanctions List, XML",
        "uk-csv" => "UK Sanctions List, CSV",
        "uk-ods" => "UK Sanctions List, ODS of the search tool",
        "uk-ofsi-csv" => "OFSI Consolidated List, CSV (until January 2026)",
        "eu-fsf-xml" => "EU financial sanctions files, XML 1.1",
        "eu-fsf-csv" => "EU financial sanctions files, CSV 1.1",
        "ch-xml" => "SECO whole list, XML",
        "ca-xml" => "Canadian autonomous sanctions, XML",
        "au-xlsx" => "Australian Consolidated List, XLSX",
        "ofac-xml" => "OFAC SDN.XML or CONSOLIDATED.XML",
        "ofac-advanced" => "OFAC SDN_ADVANCED.XML or CONS_ADVANCED.XML",
        "ecfr-xml" => "eCFR XML of 15 CFR part 744",
        "bis-dpl" => "BIS Denied Persons List, text",
        "ddtc" => "DDTC debarred parties, CSV or XLSX",
        "meti" => "METI Foreign End User List, XLSX or CSV",
        "opensanctions-ftm" => "OpenSanctions entities, JSON lines",
        "opensanctions-simple" => "OpenSanctions targets.simple.csv",
        "senzing-json" => "Senzing records, JSON lines",
        "own-list" => "own list in the form of lists/own-list.md",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{edition, import, us};

    fn imported(name: &str, bytes: &[u8]) -> Result<import::Imported, Refusal> {
        let options = Options { as_of: Date::new(2026, 1, 2), notice: String::new() };
        import::import(&[us::read(name, bytes)?], Catalog::ours(), &options)
    }

    #[test]
    fn every_form_makes_an_edition_that_comes_back_as_it_was_written() {
        for (name, bytes, count) in [
            ("un.xml", include_str!("../../tests/lists/un.xml"), 1),
            ("uk.xml", include_str!("../../tests/lists/uk.xml"), 1),
            ("sdn_advanced.xml", include_str!("../../tests/lists/sdn_advanced.xml"), 1),
            ("title-15.xml", include_str!("../../tests/lists/ecfr-744.xml"), 3),
            ("own.csv", "name,aliases\nExample,E\n", 1),
        ] {
            let imported = imported(name, bytes.as_bytes()).unwrap();
            assert_eq!(imported.editions.len(), count, "{name}");
            for (edition, problems) in imported.editions {
                assert_eq!(edition.header.problems, problems.len());
                assert_eq!(edition::read(&edition::write(&edition)).as_ref(), Ok(&edition), "{name}");
            }
        }
        assert!(imported("x.xml", b"<CONSOLIDATED_LIST><INDIVIDUALS>").unwrap_err().found.contains("cut off"));
        assert!(imported("x.bin", b"PK\x03\x04 nothing").unwrap_err().found.contains("no spreadsheet archive"));
    }

    #[test]
    fn staged_files_make_editions() {
        for (path, rows) in [
            ("un/2026-02-27/consolidated.xml", 1003),
            ("uk/2025-08-11/FCDO_SL_Mon_Aug 11 2025.ods", 5300),
            ("uk-ofsi/2018-04-13/sanctionsconlist.csv", 2106),
            ("au/2024-11/regulation8_consolidated.xlsx", 3062),
            ("ca/2020-04/sema-lmes.xml", 1369),
            ("us-bis/2022-09/dpl.txt", 461),
        ] {
            let Some(bytes) = crate::parse::staged(path) else { return };
            let imported = imported(path, &bytes).unwrap();
            let (edition, problems) = &imported.editions[0];
            println!("{path}: {} entries, {} problems, as of {}", edition.entries.len(), problems.len(), edition.header.as_of);
            assert_eq!(edition.entries.len(), rows, "{path}");
            assert!(edition::read(&edition::write(edition)).as_ref() == Ok(edition), "{path}");
        }
    }
}
