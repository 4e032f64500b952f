import readXlsxFile from 'read-excel-file/universal';

/** A sheet as texts. */
export interface Sheet { name: string; rows: string[][] }

/**
 * The sheets of a spreadsheet (XLSX), as texts: a formula is what it last gave, a number has the digits that stand in the file, and a day is
 * year-month-day. The whole of it is unpacked into memory.
 */
export async function sheets(file: Blob): Promise<Sheet[]> {
  const read = await readXlsxFile(await file.arrayBuffer(), { parseNumber: (digits) => digits, trim: false });
  return read.map(({ sheet, data }) => {
    const rows = data.map((row) => row.map(text));
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    return { name: sheet, rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]) };
  });
}

function text(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().replace(/T00:00:00\.000Z$/, '') : String(cell);
}
