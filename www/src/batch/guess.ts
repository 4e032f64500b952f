import Papa from 'papaparse';
import { columnsOf } from './columns';

/** Separators to choose from; the empty one means one name a line. */
export const DELIMITERS = [',', ';', '\t', '|', ''] as const;
/** How many rows are looked at. */
const LOOKED_AT = 50;

/** The rows of a stretch of text; the last one may be cut off and is left out unless it is the only one. */
export function sampleRows(text: string, delimiter: string, count: number): string[][] {
  const plain = text.replace(/\r\n?/g, '\n');
  if (delimiter === '') return plain.split('\n').filter((line) => line.trim() !== '').slice(0, count).map((line) => [line]);
  const { data } = Papa.parse<string[]>(plain, { delimiter, newline: '\n', preview: count + 1 });
  const rows = data.filter((row) => row.some((cell) => cell.trim() !== ''));
  return rows.slice(0, count);
}

/** What separates the cells, from the first rows; a spreadsheet's own first line (`sep=;`) decides. */
export function guessDelimiter(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (said) return said;
  let best = { delimiter: '', score: 0 };
  for (const delimiter of DELIMITERS) {
    if (delimiter === '') continue;
    const rows = sampleRows(text, delimiter, LOOKED_AT);
    const widths = new Map<number, number>();
    for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
    const [width = 1, many = 0] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
    if (width < 2) continue;
    const even = many / rows.length;
    const named = Object.keys(columnsOf(rows[0] ?? [])).length;
    // Names with a comma in them, one a line, are no table: without a known heading nearly every row must have the same width.
    const score = named > 0 ? even + named : even >= 0.9 && rows.length > 1 && rows[0]?.length === width ? even / 2 : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
