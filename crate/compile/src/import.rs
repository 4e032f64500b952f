//! Sources to editions: what `redzone lists import` does, without files, clock or terminal.

use crate::catalog::Catalog;
use crate::edition::{Edition, Header, Provenance, id_order};
use crate::guard::{self, Objection};
use crate::join::{Ofac, Statements, add_registers};
use crate::us::ofac::{OfacFile, Primary};
use crate::us::{Content, SourceFile, csl, list_of_register};
use crate::waiver::Waiver;
use crate::{Problem, Refusal, diff};
use redzone_index::{Date, Source};
use std::collections::{BTreeMap, BTreeSet};

/// What an import made.
#[derive(Debug, Default)]
pub struct Imported {
    /// The editions, by list id, each with its problems.
    pub editions: Vec<(Edition, Vec<Problem>)>,
    /// Problems of the sources that belong to no list.
    pub problems: Vec<Problem>,
    /// The statements of OFAC's remarks.
    pub statements: Statements,
    /// Elements and columns that this program does not know, by list; those of a screening list under `csl`.
    pub unknown: BTreeMap<String, Vec<String>>,
    /// Whether the base is a Consolidated Screening List, which must hold every list that the catalog expects in it.
    pub from_csl: bool,
}

/// What an import is told besides the files.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day of files that don't state one.
    pub as_of: Option<Date>,
    /// What must be said with every answer; empty for a current edition.
    pub notice: String,
}

/// Makes editions of the sources: of the Consolidated Screening List when there is one, joined with the rest; else of OFAC's own files.
///
/// # Errors
/// No base to start from, a base without a day, a row whose source the catalog does not know, an id twice.
pub fn import(files: &[SourceFile], catalog: &Catalog, options: &Options) -> Result<Imported, Refusal> {
    let published = crate::publisher::editions(files, catalog, options)?;
    if !published.is_empty() && files.iter().all(|file| matches!(file.content, Content::Lists(_))) {
        return Ok(Imported { editions: published, unknown: unknown(files), ..Imported::default() });
    }
    let bases: Vec<(&SourceFile, &crate::us::CslFile)> =
        files.iter().filter_map(|file| if let Content::Csl(csl) = &file.content { Some((file, csl)) } else { None }).collect();
    let ofac = Ofac::gather(files)?;
    let (base, rows, stated) = match bases.as_slice() {
        [(file, csl)] => (vec![*file], csl.rows.clone(), csl.as_of),
        [] => {
            let names: Vec<&SourceFile> = files.iter().filter(|file| matches!(file.content, Content::Ofac(OfacFile::Primary(_)))).collect();
            if names.is_empty() {
                let remedy = "add the list itself: a Consolidated Screening List, or OFAC's sdn.csv or cons_prim.csv";
                return Err(Refusal::input("the files given", "a file of primary names to start from", "none", remedy));
            }
            (names.clone(), ofac_rows(&names), None)
        }
        [_, (second, _), ..] => {
            let remedy = "import one at a time, and compare the editions with `redzone lists diff`";
            return Err(Refusal::input(&second.name, "one Consolidated Screening List", "a second one", remedy));
        }
    };
    let first = base.iter().map(|file| file.dated.as_str()).max().unwrap_or_default();
    let as_of = stated.or_else(|| Date::parse(first)).or(options.as_of).ok_or_else(|| {
        Refusal::input(&base[0].name, "a day of publication", "none in the file, its path or --as-of", "give --as-of YYYY-MM-DD")
    })?;
    if let Some((_, csl)) = bases.first() {
        check_declared(base[0], csl)?;
    }
    let mut lists = csl::entries(&rows, catalog);
    if let Some((at, source)) = lists.unknown.first() {
        let found = format!("{source:?} ({} rows in all)", lists.unknown.len());
        return Err(Refusal::guard("unknown-source", format!("{}, {at}", base[0].name), "a list of lists/catalog.toml", found));
    }
    let mut imported = Imported { unknown: unknown(files), from_csl: !bases.is_empty(), ..Imported::default() };
    if let Some((_, csl)) = bases.first() {
        let unknown =
            csl.unknown_fields.iter().map(|(at, field)| Problem::new("fields that this program does not know, not carried", at, field));
        imported.problems.extend(unknown);
    }
    let ofac_ids: BTreeSet<String> = lists
        .lists
        .iter()
        .filter(|(id, _)| is_ofac(catalog, id))
        .flat_map(|(_, list)| list.entries.iter().map(|entry| entry.id.clone()))
        .collect();
    imported.problems.extend(ofac.unmatched(&ofac_ids.iter().map(String::as_str).collect()));
    for (id, list) in &mut lists.lists {
        let mut used: BTreeSet<&'static str> = BTreeSet::new();
        let mut joined = Vec::new();
        if is_ofac(catalog, id) && !ofac.is_empty() {
            for entry in &mut list.entries {
                let statements = ofac.enrich(entry, &as_of.to_string(), &mut list.problems);
                imported.statements.all += statements.all;
                imported.statements.unknown += statements.unknown;
            }
            used.extend(["ofac-names", "ofac-addresses", "ofac-aliases", "ofac-comments"]);
        }
        for file in files {
            if let Content::Register(register) = &file.content
                && list_of_register(&register.list_id) == Some(id)
            {
                let count = add_registers(&mut list.entries, &register.rows, &mut list.problems);
                joined.push((file, format!("{} of {}, {count} entries", register.list_id, register.extracted)));
            }
        }
        let header = header(id, catalog, as_of, options, (&base, files, &used, &joined), list)?;
        let mut entries = std::mem::take(&mut list.entries);
        entries.sort_by(|a, b| id_order(&a.id).cmp(&id_order(&b.id)));
        if let Some(two) = entries.windows(2).find(|two| two[0].id == two[1].id) {
            return Err(Refusal::guard("duplicate-ids", format!("{id}, entry {}", two[0].id), "each id once", "two entries with that id"));
        }
        imported.editions.push((Edition { header, entries }, std::mem::take(&mut list.problems)));
    }
    imported.editions.extend(published);
    imported.editions.sort_by(|(a, _), (b, _)| a.header.list.cmp(&b.header.list));
    if let Some(two) = imported.editions.windows(2).find(|two| two[0].0.header.list == two[1].0.header.list) {
        let remedy = "import the files that hold it one at a time, and compare the editions with `redzone lists diff`";
        return Err(Refusal::input(&two[0].0.header.list, "each list in one file", "in two of the files", remedy));
    }
    Ok(imported)
}

/// What the files have that no parser knows. A list in the user's own form may have columns of the user's own.
fn unknown(files: &[SourceFile]) -> BTreeMap<String, Vec<String>> {
    let mut unknown: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |list: &str, names: &mut dyn Iterator<Item = String>| {
        for name in names {
            let known = unknown.entry(list.to_owned()).or_default();
            if !known.contains(&name) {
                known.push(name);
            }
        }
    };
    for file in files {
        match &file.content {
            Content::Csl(csl) => add("csl", &mut csl.unknown_fields.iter().map(|(_, field)| field.clone())),
            Content::Lists(read) if read.form != "own-list" => {
                read.lists.iter().for_each(|(list, parsed)| add(list, &mut parsed.unknown.iter().cloned()));
            }
            _ => {}
        }
    }
    unknown
}

fn is_ofac(catalog: &Catalog, id: &str) -> bool {
    catalog.list(id).is_some_and(|list| list.formats.iter().any(|form| form == "ofac-csv"))
}

/// What the file says it has, source by source.
fn check_declared(file: &SourceFile, csl: &crate::us::CslFile) -> Result<(), Refusal> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    csl.rows.iter().for_each(|row| *count.entry(&row.source).or_default() += 1);
    for (source, declared) in &csl.declared {
        let found = count.get(source.as_str()).copied().unwrap_or_default();
        if found != *declared {
            return Err(Refusal::guard(
                "declared-count",
                format!("{}, {source}", file.name),
                format!("{declared} rows"),
                format!("{found}"),
            ));
        }
    }
    Ok(())
}

/// OFAC's primary names as rows of the form that everything else is read from. A file with programmes of the non-SDN lists is the
/// consolidated one, and its rows are told apart by these.
fn ofac_rows(files: &[&SourceFile]) -> Vec<csl::Row> {
    let mut rows = Vec::new();
    for file in files {
        let Content::Ofac(OfacFile::Primary(primaries)) = &file.content else { continue };
        let non_sdn = primaries.iter().any(|row| row.programs.iter().any(|tag| tag == "CMIC-EO13959" || tag == "561-Related"));
        let row = |(at, primary): (usize, &Primary)| csl::Row {
            at: format!("row {}", at + 1),
            source: if non_sdn { non_sdn_source(&primary.programs) } else { "(SDN)" }.to_owned(),
            entity_number: primary.number.clone(),
            kind: if primary.kind.is_empty() { "entity".to_owned() } else { primary.kind.clone() },
            name: primary.name.clone(),
            programs: primary.programs.clone(),
            ..csl::Row::default()
        };
        rows.extend(primaries.iter().enumerate().map(row));
    }
    rows
}

fn non_sdn_source(programs: &[String]) -> &'static str {
    let has = |tag: &str| programs.iter().any(|program| program == tag);
    match () {
        () if has("NS-PLC") => "(PLC)",
        () if has("CMIC-EO13959") => "(CMIC)",
        () if has("561-Related") => "(CAP)",
        () if has("UKRAINE-EO13662") => "(SSI)",
        () => "(MBS)",
    }
}

/// The base files, all files, the forms joined by number, and the registers joined by name.
type Used<'a> = (&'a [&'a SourceFile], &'a [SourceFile], &'a BTreeSet<&'static str>, &'a [(&'a SourceFile, String)]);

fn header(id: &str, catalog: &Catalog, as_of: Date, options: &Options, used: Used, list: &csl::RowList) -> Result<Header, Refusal> {
    let known = catalog.list(id).ok_or_else(|| Refusal::input(id, "a list of lists/catalog.toml", "none", "add it to the catalog"))?;
    let (base, files, forms, registers) = used;
    let said = |fields: &str, source: String| Provenance { fields: fields.to_owned(), source };
    let whole = "all fields but those below";
    let mut provenance: Vec<Provenance> = base.iter().map(|file| said(whole, format!("{} of {as_of}", words(file.form)))).collect();
    provenance.dedup();
    let days = |form: &str| {
        let days: BTreeSet<&str> =
            files.iter().filter(|file| file.form == form && !file.dated.is_empty()).map(|file| file.dated.as_str()).collect();
        days.into_iter().collect::<Vec<_>>().join(" and ")
    };
    let groups = [
        ("kinds of aliases, aliases that have a remark saying so", "ofac-aliases"),
        ("addresses", "ofac-addresses"),
        ("birth dates and places, nationalities, numbers, weak aliases, titles, vessels, remarks", "ofac-names"),
        ("remarks past 1,000 characters", "ofac-comments"),
    ];
    for (fields, form) in groups.iter().filter(|(_, form)| forms.contains(form) && files.iter().any(|file| file.form == *form)) {
        provenance.push(said(fields, format!("{}, files of {}", words(form), days(form))));
    }
    provenance.extend(
        registers.iter().map(|(_, what)| said("street addresses, effective dates, birth dates", format!("re-encoded register {what}"))),
    );
    let mine = |file: &&SourceFile| {
        base.iter().any(|base| base.digest == file.digest)
            || forms.contains(file.form)
            || registers.iter().any(|(known, _)| known.digest == file.digest)
    };
    let mut sources: Vec<Source> = files
        .iter()
        .filter(mine)
        .map(|file| Source { form: [file.form, &file.dated].join(" ").trim().to_owned(), digest: file.digest })
        .collect();
    sources.sort_by(|a, b| (&a.form, a.digest).cmp(&(&b.form, b.digest)));
    Ok(Header {
        list: id.to_owned(),
        title: known.title.clone(),
        publisher: known.publisher.clone(),
        authority: known.authority.clone(),
        as_of,
        notice: options.notice.clone(),
        provenance,
        sources,
        change: None,
        waivers: Vec::new(),
        source_rows: list.rows,
        joined_rows: 0,
        ended_rows: 0,
        dropped_rows: list.dropped,
        problems: list.problems.len(),
    })
}

/// A form of file in words.
pub fn words(form: &str) -> &str {
    match form {
        "csl-json" => "trade.gov Consolidated Screening List, JSON",
        "csl-json-reencoded" => "trade.gov Consolidated Screening List, as a public project re-encoded it",
        "csl-csv" => "trade.gov Consolidated Screening List, CSV",
        "ofac-names" => "OFAC primary names (sdn.csv, cons_prim.csv)",
        "ofac-addresses" => "OFAC addresses (add.csv, cons_add.csv)",
        "ofac-aliases" => "OFAC aliases (alt.csv, cons_alt.csv)",
        "ofac-comments" => "OFAC remarks overflow (sdn_comments.csv, cons_comments.csv)",
        "register" => "register of one agency, as a public project re-encoded it",
        other => crate::publisher::words(other),
    }
}

/// Asks every guard, given the last editions. What a waiver permits is recorded in the edition, and what changed since the last one.
///
/// # Errors
/// The first objection that no waiver permits.
pub fn guarded(imported: &mut Imported, last: &[Edition], catalog: &Catalog, waivers: &[Waiver]) -> Result<(), Refusal> {
    let mut objections: Vec<Objection> = Vec::new();
    if imported.from_csl {
        objections.extend(guard::missing(&imported.editions.iter().map(|(edition, _)| edition.header.list.as_str()).collect(), catalog));
    }
    let before = |list: &str| last.iter().find(|edition| edition.header.list == list);
    for (edition, _) in &imported.editions {
        let id = &edition.header.list;
        if let Some(list) = catalog.list(id) {
            objections.extend(guard::check(before(id), edition, list, &catalog.guards));
        }
    }
    for (edition, _) in &mut imported.editions {
        if let Some(last) = before(&edition.header.list) {
            edition.header.change = diff::since(last, edition);
        }
    }
    // What is lost is said before what is new.
    objections.extend(imported.unknown.iter().map(|(list, names)| guard::reshaped(list, names)));
    for objection in objections {
        let waiver = waivers.iter().find(|waiver| waiver.permits(&objection, before(&objection.list)));
        let waiver = waiver.ok_or(objection.refusal)?;
        // A missing list has no new edition to record it in: the last one stays as it is.
        // What is waived of a screening list holds for every list in it.
        let whole = objection.list == "csl";
        for (edition, _) in imported.editions.iter_mut().filter(|(edition, _)| whole || edition.header.list == objection.list) {
            edition.header.waivers.push(waiver.record());
        }
    }
    Ok(())
}
