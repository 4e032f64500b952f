import type { Reply } from '../engine/protocol';

/** How a file of text is read. A spreadsheet has its own way, and only `header` and `sheet` count. */
export interface How {
  /** A label that TextDecoder knows. */
  encoding: string;
  /** One character, or empty: one name a line. */
  delimiter: string;
  /** Whether the first row holds the names of the columns. */
  header: boolean;
  /** Of a spreadsheet: which of its sheets, from 0. */
  sheet: number;
}

/** What a file looks like when it is read in one way. */
export interface Look {
  how: How;
  /** Whether the encoding is said by the file itself, or was guessed. */
  sure: boolean;
  /** The names of the sheets; none for text. */
  sheets: string[];
  /** The names of the columns; empty texts when the first row does not hold them. */
  names: string[];
  /** The first rows. */
  sample: string[][];
  /** How many bytes the file has. */
  bytes: number;
}

/** What a column may hold. */
export const FIELDS = ['name', 'given', 'family', 'kind', 'country', 'born', 'address', 'identifiers', 'reference'] as const;
export type Field = (typeof FIELDS)[number];
/** By what it holds, the place of the column. */
export type Columns = Partial<Record<Field, number>>;

/** A row as read. */
export interface Row {
  /** As a spreadsheet counts: the first row of the file is 1, header and blank rows included. */
  number: number;
  /** Why it can't be asked about: `ragged`, `quote`, `encoding`, `too-long`; empty when it can. */
  wrong: string;
  /** What the chosen columns hold. */
  fields: Partial<Record<Field, string>>;
}

/** Some rows on, and where that is. */
export interface Part {
  rows: Row[];
  done: boolean;
  /** How much of the file was read, 0 to 1. */
  read: number;
  ledger: Ledger;
}

/** What became of the lines of a file so far: `lines` is the sum of the others. A spreadsheet's lines are its rows. */
export interface Ledger {
  lines: number;
  header: number;
  blank: number;
  /** Lines inside a quoted cell: they go on with the row before. */
  inside: number;
  rows: number;
}

/** What a run found, for the file of results: one item a row in the order of the file, `codes` and `lists` looked up by number. */
export interface Found {
  verdict: Uint8Array;
  why: Uint8Array;
  hits: Uint32Array;
  score: Uint16Array;
  list: Uint8Array;
  entry: Uint32Array;
  codes: string[];
  lists: string[];
  /** By `list entry`, the publisher's number and the main name. */
  entries: Map<string, [id: string, name: string]>;
  /** By row, what a person decided: the word, and the reason. */
  decisions: Map<number, [word: string, reason: string]>;
  asOf: string;
  threshold: number;
  pack: string;
}

/** The words of the verdicts in files, by their number. */
export const VERDICTS = ['hit', 'no-match', 'indeterminate', 'rejected'] as const;

/** Two forms of the file of results: safe to open in a spreadsheet, and every text as a JSON string, which reads back exactly. */
export type Form = 'guarded' | 'exact';

/** What the worker that reads files answers. It never keeps more than a part of a file of text. */
export interface ReaderApi {
  /** Looks at a file, or at pasted text, and guesses how to read it. */
  open(file: Blob | string): Promise<Reply<Look>>;
  /** The same file read in another way. */
  look(how: How): Promise<Reply<Look>>;
  /** The SHA-256 of the file, 64 hexadecimal digits. */
  digest(): Promise<Reply<string>>;
  /** Begins with the first row. */
  start(columns: Columns): Promise<Reply<null>>;
  /** At least one row more, and about `count`, until the file is at its end. */
  next(count: number): Promise<Reply<Part>>;
  /** The file once more, with what was found beside each row. */
  write(found: Found, form: Form): Promise<Reply<Blob>>;
}
