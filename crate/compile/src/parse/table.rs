//! CSV, XLSX and ODS as one thing: a header and rows of text.

use super::{Parsed, SourceError, archive, one_line, xml};
use calamine::{DataRef, Reader};
use std::collections::BTreeMap;

/// Columns of a sheet; the widest official one has 58.
const MAX_COLUMNS: usize = 1024;
/// Bytes of a cell. A quote that is never closed swallows rows into one cell: this and the quote count notice.
const MAX_CELL: usize = 1 << 16;
/// The header stands within so many rows of the top, behind titles and dates.
const HEADER_WITHIN: usize = 20;

/// A table with a header.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The rows above the header, as printed: where publishers write the date.
    pub above: Vec<Vec<String>>,
    /// The rows with anything in them.
    pub rows: Vec<Row>,
    header: BTreeMap<String, usize>,
    /// The header by what is Latin in it: Japanese lists print `国名、地域名 Country or Region`.
    latin: BTreeMap<String, usize>,
    width: usize,
}

/// One row below the header.
#[derive(Clone, Debug)]
pub struct Row {
    /// The line or sheet row, from 1.
    pub line: usize,
    cells: Vec<String>,
}

impl Table {
    /// Reads delimited text. The header is the first row that has all `required` columns.
    ///
    /// # Errors
    /// No such row; an odd number of quotes; a cell over 64 KiB; bad CSV.
    pub fn csv(text: &str, delimiter: u8, required: &[&str], what: &str) -> Result<Table, SourceError> {
        let refuse = |found: String, next: &str| SourceError::new(what, &found, next);
        if text.bytes().filter(|&b| b == b'"').count() % 2 == 1 {
            return Err(refuse("a quote that is never closed".into(), "the file is cut or was edited: download it again"));
        }
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| refuse(format!("bad rows ({error})"), "the file is damaged: download it again"))?;
            let line = record.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
            if record.iter().any(|cell| cell.len() > MAX_CELL) {
                return Err(refuse(
                    format!("a cell over {MAX_CELL} bytes on line {line}"),
                    "a quote is missing there: download the file again",
                ));
            }
            rows.push(Row { line, cells: record.iter().map(str::to_owned).collect() });
        }
        Table::with_header(rows, required, what)
    }

    /// Reads the first sheet of an XLSX file that has all `required` columns. Date cells become `YYYY-MM-DD`.
    ///
    /// # Errors
    /// No such sheet; a damaged archive; the limits of a zip archive passed; over 1,024 columns.
    pub fn xlsx(bytes: &[u8], required: &[&str], what: &str) -> Result<Table, SourceError> {
        archive::unpack(bytes, None, what)?;
        let damaged = |error: calamine::XlsxError| SourceError::new(what, &format!("a damaged workbook ({error})"), "download it again");
        let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).map_err(damaged)?;
        let mut refused = SourceError::new(what, "a workbook without a sheet", "download it again");
        for sheet in book.sheet_names() {
            let mut cells = book.worksheet_cells_reader(&sheet).map_err(damaged)?;
            let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
            // Cells come one by one: a sheet that claims a far corner costs nothing.
            while let Some(cell) = cells.next_cell().map_err(damaged)? {
                let (line, column) = (cell.get_position().0 as usize + 1, cell.get_position().1 as usize);
                let text = cell_text(cell.get_value());
                if text.trim().is_empty() {
                    continue;
                }
                if column >= MAX_COLUMNS {
                    return Err(SourceError::new(what, &format!("a cell in column {column}"), "no list is so wide: check the file"));
                }
                let row = rows.entry(line).or_insert_with(|| Row { line, cells: Vec::new() });
                row.cells.resize(row.cells.len().max(column + 1), String::new());
                row.cells[column] = text;
            }
            match Table::with_header(rows.into_values().collect(), required, what) {
                Ok(table) => return Ok(table),
                Err(error) => refused = error,
            }
        }
        Err(refused)
    }

    /// Reads an XLSX file or, when it is none, UTF-8 text parted by commas.
    ///
    /// # Errors
    /// As [`Table::xlsx`] and [`Table::csv`].
    pub fn sheet(bytes: &[u8], required: &[&str], what: &str) -> Result<Table, SourceError> {
        if bytes.starts_with(b"PK") {
            Table::xlsx(bytes, required, what)
        } else {
            Table::csv(super::utf8(bytes, what)?, b',', required, what)
        }
    }

    /// Reads the first sheet of an ODS file, whose header must have all `required` columns.
    ///
    /// # Errors
    /// As [`Table::xlsx`], and those of [`xml::read`].
    pub fn ods(bytes: &[u8], required: &[&str], what: &str) -> Result<Table, SourceError> {
        let content = archive::unpack(bytes, Some("content.xml"), what)?;
        let text = super::utf8(&content, what)?;
        let mut rows: Vec<Row> = Vec::new();
        let shape = xml::Shape { what, roots: &["document-content"], records: &["table-row"] };
        xml::read(text, shape, |element| {
            let mut cells = Vec::new();
            for cell in element.elements() {
                let times = cell.attribute("number-columns-repeated").and_then(|times| times.parse().ok()).unwrap_or(1);
                let text = cell.children("p").map(xml::Element::text).collect::<Vec<_>>().join(" ");
                // A row ends with blank cells repeated to the edge of the sheet.
                let times = if text.is_empty() { usize::min(times, MAX_COLUMNS) } else { times };
                if cells.len() + times > 2 * MAX_COLUMNS {
                    return Err(SourceError::new(what, &format!("over {MAX_COLUMNS} columns"), "no list is so wide: check the file"));
                }
                cells.extend(std::iter::repeat_n(text, times));
            }
            cells.truncate(cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
            rows.push(Row { line: rows.len() + 1, cells });
            Ok(())
        })?;
        Table::with_header(rows, required, what)
    }

    fn with_header(rows: Vec<Row>, required: &[&str], what: &str) -> Result<Table, SourceError> {
        let wanted: Vec<String> = required.iter().map(|name| key(name)).collect();
        let has_all = |row: &Row| wanted.iter().all(|name| row.cells.iter().any(|cell| key(cell) == *name || latin_key(cell) == *name));
        let Some(at) = rows.iter().take(HEADER_WITHIN).position(has_all) else {
            let widest = rows[..rows.len().min(HEADER_WITHIN)].iter().rev().max_by_key(|row| row.cells.len());
            let found = widest
                .map_or("no rows".to_owned(), |row| format!("the columns {}", row.cells.join(" | ").chars().take(300).collect::<String>()));
            let next = format!(
                "a header with the columns {} is needed: was this another list, another delimiter, or a new layout?",
                required.join(", ")
            );
            return Err(SourceError::new(what, &found, &next));
        };
        let mut table = Table::default();
        for row in rows.into_iter().enumerate() {
            match row {
                (place, row) if place < at => table.above.push(row.cells),
                (place, row) if place == at => {
                    table.width = row.cells.len();
                    for (column, name) in row.cells.iter().enumerate() {
                        table.header.entry(key(name)).or_insert(column);
                        table.latin.entry(latin_key(name)).or_insert(column);
                    }
                }
                (_, row) if row.cells.iter().all(|cell| cell.trim().is_empty() || cell == "\u{1a}") => {}
                (_, row) => table.rows.push(row),
            }
        }
        Ok(table)
    }

    /// Whether there is such a column.
    pub fn has(&self, column: &str) -> bool {
        self.column(column).is_some()
    }

    /// A cell on one line; empty when the column or the cell is not there.
    pub fn get(&self, row: &Row, column: &str) -> String {
        self.column(column).and_then(|at| row.cells.get(at)).map(|cell| one_line(cell)).unwrap_or_default()
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.header.get(&key(name)).or_else(|| self.latin.get(&key(name))).copied()
    }

    /// The rows that are not longer than the header. A longer one was cut wrongly and is refused, by line.
    pub(crate) fn whole_rows(&self, parsed: &mut Parsed) -> Vec<&Row> {
        let mut whole = Vec::with_capacity(self.rows.len());
        parsed.ledger.read += self.rows.len();
        for row in &self.rows {
            if row.cells.len() > self.width && row.cells[self.width..].iter().any(|cell| !cell.trim().is_empty()) {
                parsed.refuse(&format!("row {}", row.line), format!("{} cells under a header of {}", row.cells.len(), self.width));
            } else {
                whole.push(row);
            }
        }
        whole
    }

    /// Says which columns of the header are not among `known`.
    pub(crate) fn note_unknown(&self, known: &[&str], parsed: &mut Parsed) {
        let known: Vec<String> = known.iter().map(|name| key(name)).collect();
        let is_known = |name: &String| known.contains(name) || known.contains(&latin_key(name));
        let unknown = self.header.keys().filter(|name| !name.is_empty() && !is_known(name)).map(|name| (name.clone(), 1));
        parsed.note_unknown(&unknown.collect());
    }
}

/// Headers are the same when they differ in case and blanks only.
fn key(name: &str) -> String {
    one_line(name).to_lowercase()
}

/// The same, of the ASCII part of a name only.
fn latin_key(name: &str) -> String {
    key(&name.replace(|c: char| !c.is_ascii(), " "))
}

fn cell_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
    }
}

/// A workbook of one sheet, for tests: each row a list of texts.
#[cfg(test)]
pub(crate) fn workbook(rows: &[Vec<&str>]) -> Vec<u8> {
    use std::io::Write;
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escape(text));
    let row = |row: &Vec<&str>| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{}</sheetData></worksheet>", rows.iter().map(row).collect::<String>()),
        ),
    ];
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_found_below_a_title() {
        let table =
            Table::csv("Last Updated,13/04/2018,\n Name 6,DOB,\nA,\"1\n2\",\n,,\nB,,\n\u{1a}", b',', &["name 6", "DOB"], "the list")
                .unwrap();
        assert_eq!((table.rows.len(), table.above[0][1].as_str(), table.get(&table.rows[0], "dob").as_str()), (2, "13/04/2018", "1 2"));
        assert_eq!((table.has("x"), table.get(&table.rows[1], "x").as_str()), (false, ""));
    }

    #[test]
    fn rows_that_were_cut_wrongly_are_named() {
        let table = Table::csv("a,b\n1,2,3\n1\n", b',', &["a"], "the list").unwrap();
        let mut parsed = Parsed::default();
        assert_eq!(table.whole_rows(&mut parsed).len(), 1);
        assert_eq!((parsed.ledger.read, parsed.problems[0].place.as_str()), (2, "row 2"));
    }

    #[test]
    fn another_delimiter_an_open_quote_and_a_swallowed_row_are_refused() {
        let swallowed = format!("a,b\n\"{}\",2", "x\n".repeat(40_000));
        for (text, found) in
            [("a;b\n1;2", "the columns a;b"), ("a,b\n\"1,2\n3,4", "never closed"), ("", "no rows"), (&swallowed, "over 65536 bytes")]
        {
            let error = Table::csv(text, b',', &["a", "b"], "the list").unwrap_err();
            assert!(error.found.contains(found), "{error}");
        }
    }
}
