import Papa from 'papaparse';
import type { Fault } from '../engine/protocol';
import type { How } from './shapes';

/** The longest row, in UTF-16 units. A quotation mark that is opened and not closed would otherwise take the rest of the file with it. */
const LONGEST = 1 << 17;

/** A row of a file of text, as it stands there. */
export interface Record {
  cells: string[];
  /** `ragged`, `quote` or `too-long` when it is no row of this table; `cells` is then its line as it stands. */
  wrong: string;
  /** How many further lines its quoted cells reach over. */
  inside: number;
}

/**
 * The rows of a file of text, a part at a time. A line that is no row is given back as it is, with its reason, and reading goes on with the line after
 * it, so that one stray quotation mark costs one row.
 */
export class TextRows {
  #reader: ReadableStreamDefaultReader<Uint8Array>;
  #size: number;
  #decoder: TextDecoder;
  #parser: Papa.Parser | undefined;
  #delimiter: string;
  #rest = '';
  #held = '';
  #width = 0;
  /** Whether the line at hand is longer than a row may be and is passed over. */
  #passing = false;
  #first = true;
  done = false;
  /** How many bytes were read. */
  bytes = 0;

  constructor(file: Blob, how: How) {
    this.#reader = file.stream().getReader();
    this.#size = file.size;
    this.#decoder = new TextDecoder(how.encoding);
    this.#delimiter = how.delimiter;
  }

  /** The rows of the next stretch of the file; there may be none in it. */
  async next(): Promise<Record[]> {
    if (this.done) return [];
    const { value, done } = await this.#reader.read();
    this.bytes += value?.length ?? 0;
    // A file that ends early would lose its last rows in silence.
    if (done && this.bytes !== this.#size) throw { code: 'file-changed', message: `${this.bytes} of ${this.#size} bytes were read` } satisfies Fault;
    let text = this.#held + (done ? this.#decoder.decode() : this.#decoder.decode(value, { stream: true }));
    // The second half of a line end may come with the next stretch.
    this.#held = !done && text.endsWith('\r') ? '\r' : '';
    if (this.#held) text = text.slice(0, -1);
    text = this.#rest + text.replace(/\r\n?/g, '\n');
    if (this.#first && text !== '') {
      text = text.replace(/^sep=.\n/i, '');
      this.#first = false;
    }
    this.done = done;
    const records: Record[] = [];
    this.#rest = this.#cut(text, done, records);
    return records;
  }

  close(): void {
    void this.#reader.cancel().catch(() => undefined);
  }

  /** Cuts what is whole into rows, and gives back what is not. */
  #cut(text: string, last: boolean, records: Record[]): string {
    let at = 0;
    if (this.#passing) {
      const end = text.indexOf('\n');
      if (end < 0 && !last) return '';
      this.#passing = false;
      at = end < 0 ? text.length : end + 1;
    }
    while (at < text.length) {
      at += this.#parse(text.slice(at), last, records);
      const rest = text.length - at;
      if (rest === 0 || (!last && rest <= LONGEST)) break;
      // What is left is a row that does not end, or not soon enough: its first line is none, and reading goes on after it.
      const end = text.indexOf('\n', at);
      if (end < 0 && !last) {
        records.push({ cells: [text.slice(at, at + LONGEST)], wrong: 'too-long', inside: 0 });
        this.#passing = true;
        return '';
      }
      const until = end < 0 ? text.length : end;
      records.push({ cells: [text.slice(at, until)], wrong: 'quote', inside: 0 });
      at = until + 1;
    }
    return text.slice(at);
  }

  /** Rows until the first that is wrong and more than a line, or that does not end; how much of the text they take. */
  #parse(text: string, last: boolean, records: Record[]): number {
    if (this.#delimiter === '') return lines(text, last, records);
    let taken = 0;
    const parser: Papa.Parser = this.#parser = new Papa.Parser({
      delimiter: this.#delimiter,
      newline: '\n',
      step: ({ data, errors, meta }: Papa.ParseStepResult<string[] | string[][]>) => {
        const cells = (Array.isArray(data[0]) ? data[0] : data) as string[];
        const inside = cells.reduce((sum, cell) => sum + breaks(cell), 0);
        const blank = cells.length === 1 && cells[0]?.trim() === '';
        if (!blank && this.#width === 0 && errors.length === 0) this.#width = cells.length;
        const ragged = !blank && (cells.length < this.#width || cells.slice(this.#width).some((cell) => cell.trim() !== ''));
        if (errors.length > 0 || (ragged && inside > 0)) return parser.abort();
        const end = meta.cursor;
        records.push(ragged ? { cells: [text.slice(taken, end).replace(/\n$/, '')], wrong: 'ragged', inside } : { cells, wrong: '', inside });
        taken = end;
      },
    } as Papa.ParseConfig);
    this.#parser.parse(text, 0, !last);
    return taken;
  }
}

function lines(text: string, last: boolean, records: Record[]): number {
  const all = text.split('\n');
  const rest = all.pop() ?? '';
  const whole = last && rest !== '' ? [...all, rest] : all;
  for (const line of whole) records.push(line.length > LONGEST ? { cells: [line.slice(0, LONGEST)], wrong: 'too-long', inside: 0 } : { cells: [line], wrong: '', inside: 0 });
  return last ? text.length : text.length - rest.length;
}

function breaks(cell: string): number {
  let found = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) found += 1;
  return found;
}
