use super::*;
use redzone_index::rules::Place;

fn means(name: &str) -> Option<String> {
    names().meaning(name)?.place().map(|place| place.to_string())
}

#[test]
fn publishers_spellings_resolve() {
    for (written, code) in [
        ("Korea, North", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Burma", "MM"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Congo, Republic of the", "CG"),
        ("Palestinian", "PS"),
        ("Region: Crimea", "UA"),
        ("Region: Gaza", "PS"),
        ("Cote d Ivoire", "CI"),
        ("Cote d'lvoire", "CI"),
        ("Kyrgyzstan", "KG"),
        ("Bahamas, The", "BS"),
        ("Iran (Islamic Republic of)", "IR"),
        ("China (PRC)", "CN"),
        ("Macau", "MO"),
        ("Virgin Islands, British", "VG"),
        ("Georgia", "GE"),
        ("Guinea", "GN"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Jersey", "JE"),
        ("Sint Maarten (the Dutch two-fifths of the island of Saint Martin)", "SX"),
        ("Taiwan", "TW"),
        ("KP", "KP"),
        ("россия", "RU"),
    ] {
        assert_eq!(country(written).map(|country| country.to_string()).as_deref(), Some(code), "{written}");
    }
}

#[test]
fn what_names_no_single_country_is_none() {
    for written in [
        "",
        "na",
        "undetermined",
        "-0-",
        "Congo",
        "Korea",
        "Netherlands Antilles",
        "Region: Kafia Kingi",
        "QQ",
        "ZZ",
        "New Jersey",
        "Atlantis",
    ] {
        assert_eq!(country(written), None, "{written}");
    }
}

#[test]
fn typed_places_resolve_in_many_languages_and_to_regions() {
    for (written, code) in [
        ("中国", "CN"),
        ("Китай", "CN"),
        ("الصين", "CN"),
        ("Deutschland", "DE"),
        ("Ελλάδα", "GR"),
        ("ประเทศไทย", "TH"),
        ("भारत", "IN"),
        ("香港", "HK"),
        ("USA", "US"),
        ("Sevastopol", "UA-40"),
        ("Крым", "UA-43"),
        ("so-called Donetsk People's Republic", "UA-14"),
        ("LNR", "UA-09"),
        ("Херсон", "UA-65"),
        ("Zaporizhzhia", "UA-23"),
    ] {
        assert_eq!(means(written).as_deref(), Some(code), "{written}");
    }
}

#[test]
fn ambiguous_places_are_not_resolved_in_silence() {
    for written in ["Georgia", "Congo", "Korea", "Guinea", "Virgin Islands", "Donbas", "Kashmir"] {
        assert_eq!(means(written), None, "{written}");
    }
    let georgia = names().meaning("Georgia").unwrap();
    assert_eq!(georgia.places, [Place::parse("GE").unwrap(), Place::parse("US").unwrap()]);
    assert!(!georgia.why.is_empty());
}

#[test]
fn every_code_has_a_name_of_its_own() {
    assert_eq!(names().countries().count(), 250, "249 codes of ISO 3166-1, and XK");
    for code in names().countries() {
        assert!(names().meanings().any(|(_, meaning)| meaning.place() == Some(code.into())), "{code} can't be reached by any name");
    }
}

#[test]
fn bad_lines_are_refused_with_their_place() {
    let good = PlaceSources { cldr: "CN\tChina\nDE\tGermany", ours: "", regions: "", ambiguous: "" };
    let refused = |sources: PlaceSources<'_>| PlaceNames::read(sources).unwrap_err().to_string();
    assert!(refused(PlaceSources { ours: "QQ\tAtlantis", ..good }).contains("ours.txt, line 1: \"QQ\" is no ISO 3166 code"));
    assert!(refused(PlaceSources { ours: "CN\tSomewhere\nDE\tSomewhere", ..good }).contains("move it to ambiguous.txt"));
    assert!(refused(PlaceSources { cldr: "CN China", ..good }).contains("expected CODE<tab>name"));
    assert!(refused(PlaceSources { regions: "CN-11\t...", ..good }).contains("no letter in it"));
    assert!(refused(PlaceSources { ambiguous: "X\tCN DE\t-\t", ..good }).contains("says why"));
    assert!(refused(PlaceSources { ambiguous: "X\tCN DE", ..good }).contains("four columns"));
}

/// Every country column of the official files at hand, and of the benchmark. Skipped, and said, where they are not.
#[test]
fn every_country_of_the_official_files_resolves() {
    const NO_COUNTRY: [&str; 10] = [
        "-0-",
        "",
        "na",
        "undetermined",
        "Congo",
        "Korea",
        "Netherlands Antilles",
        "Region: Kafia Kingi",
        "Region: Jammu and Kashmir",
        "Region: Commonwealth of Independent States",
    ];
    let shared = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared"));
    let files = [
        ("data/us-ofac/2025-12/add.csv", 4),
        ("data/us-ofac/2023-12-29/add.csv", 4),
        ("data/us-ofac-consolidated/2025-12/cons_add.csv", 4),
        ("bench/data/list.csv", 6),
        ("bench/data/public/queries.csv", 4),
    ];
    for (file, column) in files {
        let Ok(bytes) = std::fs::read(shared.join(file)) else {
            println!("skipped: ../shared/{file} is not there");
            continue;
        };
        let mut reader = csv::ReaderBuilder::new().has_headers(file.starts_with("bench")).flexible(true).from_reader(bytes.as_slice());
        for row in reader.byte_records() {
            let row = row.unwrap();
            let written = String::from_utf8_lossy(row.get(column).unwrap_or_default()).into_owned();
            for name in written.split(';').map(str::trim).filter(|name| !NO_COUNTRY.contains(name)) {
                assert!(country(name).is_some(), "{file}: {name:?}");
            }
        }
    }
}
