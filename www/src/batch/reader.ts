/** The worker that reads files of rows, so that the page never waits for one. It is started after the page sealed itself, as the engine's is. */
import { expose } from 'comlink';
import type { Fault, Reply } from '../engine/protocol';
import { columnsOf } from './columns';
import { controls, guessEncoding } from './encoding';
import { guessDelimiter, sampleRows } from './guess';
import { refusedType } from './kinds';
import { sheets, type Sheet } from './sheet';
import { FIELDS, type Columns, type How, type Ledger, type Look, type Part, type ReaderApi, type Row } from './shapes';
import { TextRows, type Record } from './text';
import { Writer } from './write';

/** How much of a file is looked at for guesses, in bytes. */
const LOOKED_AT = 1 << 18;
/** How many rows are shown before a run. */
const SHOWN = 5;
/** The largest spreadsheet, in bytes: all of it is unpacked into memory. */
const MOST_SHEET = 64 << 20;
/** The share of control characters from which on bytes are no text. */
const MOST_CONTROLS = 0.02;
/** What stands for a character that is none in the encoding. */
const BROKEN = '\ufffd';

/** The rows of a file, however it is stored. */
interface Rows {
  next(): Promise<Record[]>;
  close(): void;
  readonly done: boolean;
  readonly bytes: number;
}

let file = new Blob();
let book: Sheet[] | undefined;
let how: How = { encoding: 'utf-8', delimiter: ',', header: true, sheet: 0 };
let sure = true;
let running: { rows: Rows; columns: Columns; ledger: Ledger; waiting: Record[] } | undefined;

async function open(given: Blob | string): Promise<Look> {
  running?.rows.close();
  running = undefined;
  file = typeof given === 'string' ? new Blob([given]) : given;
  const first = new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer());
  const refused = refusedType(first, file.size);
  if (refused) throw refused;
  book = undefined;
  if (first[0] === 0x50 && first[1] === 0x4b) {
    if (file.size > MOST_SHEET) throw { code: 'sheet-large', message: '' } satisfies Fault;
    book = await sheets(file).catch((error: Error & { code?: string }) => { throw { code: error.code === 'sheet-large' ? error.code : 'sheet-broken', message: error.message } satisfies Fault; });
    const sheet = Math.max(0, book.findIndex(({ rows }) => rows.length > 0));
    how = { encoding: 'utf-8', delimiter: ',', header: true, sheet };
    how.header = headed(book[sheet]?.rows[0] ?? []);
    return look(how);
  }
  const guess = guessEncoding(first, first.length === file.size);
  sure = guess.sure;
  const text = new TextDecoder(guess.encoding).decode(first, { stream: true });
  if (controls(text) > MOST_CONTROLS) throw { code: 'file-binary', message: '' } satisfies Fault;
  const delimiter = guessDelimiter(text);
  const [heading = []] = sampleRows(text, delimiter, 1);
  return look({ encoding: guess.encoding, delimiter, header: headed(heading), sheet: 0 });
}

/** Names of columns that are known tell a heading from a row of data. */
function headed(row: readonly string[]): boolean {
  return Object.keys(columnsOf(row)).length > 0;
}

async function look(other: How): Promise<Look> {
  how = other;
  const rows = await first(SHOWN + 1);
  const names = (rows[0] ?? []).map((name) => (how.header ? name.trim() : ''));
  if (rows.length === 0) throw { code: 'file-empty', message: '' } satisfies Fault;
  return { how, sure: book !== undefined || sure, sheets: book?.map(({ name }) => name) ?? [], names, sample: rows.slice(how.header ? 1 : 0).slice(0, SHOWN), bytes: file.size };
}

async function first(count: number): Promise<string[][]> {
  if (book) return (book[how.sheet]?.rows ?? []).filter((row) => row.some(Boolean)).slice(0, count);
  const bytes = await file.slice(0, LOOKED_AT).arrayBuffer();
  const text = new TextDecoder(how.encoding).decode(bytes, { stream: true }).replace(/^sep=.\r?\n/i, '');
  return sampleRows(text, how.delimiter, count);
}

function begin(): Rows {
  return book ? sheetRows(book[how.sheet]?.rows ?? []) : new TextRows(file, how);
}

/** A sheet as if it were read a part at a time. */
function sheetRows(all: string[][]): Rows {
  const AT_ONCE = 1_000;
  let at = 0;
  return {
    next: async () => {
      const part = all.slice(at, at + AT_ONCE);
      at += AT_ONCE;
      return part.map((cells) => ({ cells, wrong: '', inside: 0 }));
    },
    close: () => undefined,
    get done() { return at >= all.length; },
    get bytes() { return all.length === 0 ? file.size : Math.round((file.size * Math.min(at, all.length)) / all.length); },
  };
}

function start(columns: Columns): null {
  running?.rows.close();
  running = { rows: begin(), columns, ledger: { lines: 0, header: 0, blank: 0, inside: 0, rows: 0 }, waiting: [] };
  return null;
}

async function next(count: number): Promise<Part> {
  if (!running) throw { code: 'internal', message: 'no file is being read' } satisfies Fault;
  const { rows, columns, ledger, waiting } = running;
  const out: Row[] = [];
  let number = ledger.header + ledger.blank + ledger.rows;
  while (out.length < count && (waiting.length > 0 || !rows.done)) {
    if (waiting.length === 0) waiting.push(...(await rows.next()));
    for (const record of waiting.splice(0, count - out.length)) {
      number += 1;
      if (counted(record, ledger)) out.push(asked(record, number, columns));
    }
  }
  return { rows: out, done: rows.done && waiting.length === 0, read: file.size === 0 ? 1 : rows.bytes / file.size, ledger: { ...ledger } };
}

/** Whether a record is a row to ask about, and not the heading or blank. */
function counted({ cells, inside, wrong }: Record, ledger: Ledger): boolean {
  const blank = wrong === '' && cells.every((cell) => cell.trim() === '');
  ledger.lines += 1 + inside;
  ledger.inside += inside;
  if (blank) ledger.blank += 1;
  else if (how.header && ledger.header === 0) ledger.header = 1;
  else { ledger.rows += 1; return true; }
  return false;
}

function asked({ cells, wrong }: Record, number: number, columns: Columns): Row {
  if (wrong) return { number, wrong, fields: { name: (cells[0] ?? '').slice(0, 200) } };
  const fields: Row['fields'] = {};
  for (const field of FIELDS) {
    const place = columns[field];
    if (place !== undefined) fields[field] = cells[place] ?? '';
  }
  return { number, wrong: Object.values(fields).some((text) => text.includes(BROKEN)) ? 'encoding' : '', fields };
}

const write: ReaderApi['write'] = (found, form) => answer(async () => {
  const rows = begin();
  const [heading = []] = await first(1);
  const names = heading.map((name, place) => (how.header ? name : `column_${place + 1}`));
  const writer = new Writer(found, form, names);
  const ledger: Ledger = { lines: 0, header: 0, blank: 0, inside: 0, rows: 0 };
  while (!rows.done) {
    for (const record of await rows.next()) {
      const number = ledger.header + ledger.blank + ledger.rows + 1;
      if (counted(record, ledger)) writer.row(number, record.cells, names.length);
    }
  }
  // The file on the disk may have been changed since it was read.
  if (writer.rows < found.verdict.length) throw { code: 'file-changed', message: '' } satisfies Fault;
  return writer.blob();
});

async function answer<T>(call: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: await call() };
  } catch (error) {
    const { code, message, name } = error as Error & { code?: unknown };
    if (name === 'NotReadableError') return { fault: { code: 'file-changed', message } };
    if (typeof code === 'string') return { fault: { code, message } };
    return { fault: { code: 'file-unread', message } };
  }
}

async function digest(): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const api: ReaderApi = {
  open: (given) => answer(() => open(given)),
  look: (other) => answer(() => look(other)),
  digest: () => answer(digest),
  start: (columns) => answer(() => start(columns)),
  next: (count) => answer(() => next(count)),
  write,
};
expose(api);
