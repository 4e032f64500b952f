//! The registers of BIS and State, joined to entries by name, country and citation: street addresses, dates, birth dates. Only where one
//! row fits one entry; whatever is ambiguous is named and left.

use crate::Problem;
use crate::parse::dates::{self, Order};
use crate::places;
use crate::text::{name_key, tidy, word_key};
use crate::us::RegisterRow;
use redzone_index::{Address, Country, Entry};
use std::collections::BTreeMap;

/// Adds what a register knows. Returns how many entries it added to.
pub fn enrich(entries: &mut [Entry], rows: &[RegisterRow], problems: &mut Vec<Problem>) -> usize {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        if let Some(name) = entry.names.first() {
            by_name.entry(name_key(&name.text)).or_default().push(at);
            let turned = word_key(&name.text);
            by_name.entry(format!("\n{turned}")).or_default().push(at);
        }
    }
    let mut fits: BTreeMap<usize, Vec<&RegisterRow>> = BTreeMap::new();
    let (mut nowhere, mut several) = (Vec::new(), Vec::new());
    for row in rows {
        let named = by_name.get(&name_key(&row.name)).or_else(|| by_name.get(&format!("\n{}", word_key(&row.name))));
        let Some(named) = named else {
            nowhere.push(row);
            continue;
        };
        let country = row.country.as_deref().and_then(places::country);
        let mut places: Vec<usize> = named.clone();
        let narrow = |places: &mut Vec<usize>, fits: &dyn Fn(&Entry) -> bool| {
            let fitting: Vec<usize> = places.iter().copied().filter(|at| fits(&entries[*at])).collect();
            if !fitting.is_empty() {
                *places = fitting;
            }
        };
        if places.len() > 1 && country.is_some() {
            narrow(&mut places, &|entry| entry.addresses.iter().any(|address| address.country == country));
        }
        if places.len() > 1 && row.federal_register.is_some() {
            let cited = citation_key(row.federal_register.as_deref().unwrap_or_default());
            narrow(&mut places, &|entry| entry.citations.iter().any(|citation| !cited.is_empty() && citation_key(citation) == cited));
        }
        let alone = country.is_none() || places.iter().all(|at| fits_country(&entries[*at], country));
        match places.as_slice() {
            [at] if alone => fits.entry(*at).or_default().push(row),
            [_] => several.push((row, "another country")),
            _ => several.push((row, "several entries")),
        }
    }
    for row in nowhere {
        problems.push(Problem::new("rows of the register that fit no entry by name, not carried", row_place(row), ""));
    }
    for (row, why) in several {
        problems.push(Problem::new("rows of the register that do not fit one entry only, not carried", row_place(row), why));
    }
    let joined = fits.len();
    for (at, rows) in fits {
        for row in rows {
            add(&mut entries[at], row);
        }
    }
    joined
}

fn row_place(row: &RegisterRow) -> String {
    let country = row.country.as_deref().unwrap_or("no country");
    format!("{} ({country})", tidy(&row.name))
}

fn fits_country(entry: &Entry, country: Option<Country>) -> bool {
    let mut stated = entry.addresses.iter().filter_map(|address| address.country).peekable();
    // The Entity List prints Hong Kong and Macau under China; the Consolidated Screening List gives them their own codes.
    let under = |known: Country| if matches!(known.as_str(), "HK" | "MO") { Country::from_code("CN") } else { Some(known) };
    stated.peek().is_none() || stated.any(|known| Some(known) == country || under(known) == country)
}

/// Volume and page of the first Federal Register citation: `76 FR 71869, 11/21/11` is `76FR71869`.
fn citation_key(citation: &str) -> String {
    let text: String = citation.to_uppercase().replace("F.R.", "FR");
    let Some((volume, page)) = text.split_once("FR") else { return String::new() };
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    let volume: String = volume.trim().chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>().into_iter().rev().collect();
    format!("{volume}FR{}", digits(page.trim()))
}

fn add(entry: &mut Entry, row: &RegisterRow) {
    let country = row.country.as_deref().and_then(places::country);
    if let Some(printed) = &row.address {
        let streets: Vec<String> = printed
            .split(';')
            .map(|part| tidy(part.trim().strip_prefix("and ").unwrap_or(part)).trim_end_matches('.').to_owned())
            .filter(|part| part.chars().any(char::is_alphanumeric))
            .collect();
        for text in streets {
            // The country that ends the address, else the row's: an Entity List row may give addresses abroad.
            let own = text.rsplit(", ").next().and_then(places::country).or(country);
            entry.addresses.retain(|address| !(address.text.is_empty() && address.country == own));
            let address = Address { text, country: own };
            if !entry.addresses.contains(&address) {
                entry.addresses.push(address);
            }
        }
    }
    if entry.listed.is_none() {
        entry.listed = row.effective_date.as_deref().and_then(|text| dates::day(text, Order::MonthFirst)).filter(|day| day.year() >= 1940);
    }
    for note in row.notes.as_deref().unwrap_or_default().split("; ") {
        if let Some(span) = note.strip_prefix("Date of birth: ").and_then(|text| dates::span(text, Order::MonthFirst))
            && !entry.born.contains(&span)
        {
            entry.born.push(span);
        }
    }
}
