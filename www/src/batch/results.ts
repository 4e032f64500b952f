import type { RowAnswer } from '../engine/protocol';
import { VERDICTS, type Found, type Row } from './shapes';

/** A column of numbers that grows without being copied: a block at a time. */
class Numbers<T extends Uint8Array | Uint16Array | Uint32Array> {
  static readonly BLOCK = 1 << 16;
  #make: (length: number) => T;
  #blocks: T[] = [];
  length = 0;

  constructor(make: (length: number) => T) {
    this.#make = make;
  }

  push(number: number): void {
    const at = this.length % Numbers.BLOCK;
    if (at === 0) this.#blocks.push(this.#make(Numbers.BLOCK));
    (this.#blocks.at(-1) as T)[at] = number;
    this.length += 1;
  }

  get(at: number): number {
    return this.#blocks[Math.floor(at / Numbers.BLOCK)]?.[at % Numbers.BLOCK] ?? 0;
  }

  set(at: number, number: number): void {
    const block = this.#blocks[Math.floor(at / Numbers.BLOCK)];
    if (block) block[at % Numbers.BLOCK] = number;
  }

  whole(): T {
    const all = this.#make(this.length);
    for (const [at, block] of this.#blocks.entries()) all.set(block.subarray(0, Math.min(Numbers.BLOCK, this.length - at * Numbers.BLOCK)), at * Numbers.BLOCK);
    return all;
  }
}

const bytes = () => new Numbers((length) => new Uint8Array(length));
const words = () => new Numbers((length) => new Uint32Array(length));
const halves = () => new Numbers((length) => new Uint16Array(length));

/** Texts one after the other in UTF-8, far smaller than as many strings. */
class Texts {
  static readonly BLOCK = 1 << 20;
  #blocks: Uint8Array[] = [];
  #room = 0;
  #from = words();
  #length = words();

  push(text: string): void {
    const encoded = new TextEncoder().encode(text);
    if (encoded.length > this.#room) {
      this.#blocks.push(new Uint8Array(Math.max(Texts.BLOCK, encoded.length)));
      this.#room = this.#blocks.at(-1)?.length ?? 0;
    }
    const block = this.#blocks.at(-1) as Uint8Array;
    const from = block.length - this.#room;
    block.set(encoded, from);
    this.#room -= encoded.length;
    // Where a text stands: its block, and its first byte there. A block longer than usual holds one text, at 0.
    this.#from.push((this.#blocks.length - 1) * Texts.BLOCK + from);
    this.#length.push(encoded.length);
  }

  get(at: number): string {
    const from = this.#from.get(at);
    const block = this.#blocks[Math.floor(from / Texts.BLOCK)];
    const start = from % Texts.BLOCK;
    return new TextDecoder().decode(block?.subarray(start, start + this.#length.get(at)));
  }
}

/** What a person may decide, by its number; the words are those of decisions in records (crate/record/src/decisions.rs). */
export const DECISIONS = ['', 'same-party', 'different-party', 'more-information'] as const;
export type Decision = (typeof DECISIONS)[number];

/** A row that somebody should look at. */
export interface Item {
  /** Its place among the rows that were asked about, from 0. */
  row: number;
  /** As a spreadsheet counts. */
  number: number;
  fields: Row['fields'];
  verdict: (typeof VERDICTS)[number];
  why: string;
  hits: number;
  score: number;
  list: string;
  decision: Decision;
  reason: string;
}

/**
 * The answers of a run, in the order of the file: some 13 bytes a row, and the words of those rows only that somebody should look at. A million rows are
 * some tens of megabytes.
 */
export class Results {
  #verdict = bytes();
  #why = bytes();
  #hits = words();
  #score = halves();
  #list = bytes();
  #entry = words();
  #codes: string[] = [''];
  #lists: string[] = [''];
  /** Rows to look at: their places, words and decisions. */
  #items = words();
  #fields = new Texts();
  #decision = bytes();
  #reason = words();
  #reasons: string[] = [''];
  /** How many rows got each verdict. */
  readonly counts: Record<(typeof VERDICTS)[number], number> = { 'hit': 0, 'no-match': 0, 'indeterminate': 0, 'rejected': 0 };
  decided = 0;

  get rows(): number {
    return this.#verdict.length;
  }

  /** How many rows somebody should look at. */
  get items(): number {
    return this.#items.length;
  }

  /** The lists of the best hits so far. */
  get lists(): readonly string[] {
    return this.#lists.slice(1);
  }

  /** The next row of the file. */
  push(row: Row, answer: RowAnswer): void {
    this.counts[answer.verdict] += 1;
    if (answer.verdict !== 'no-match') {
      this.#items.push(this.rows);
      this.#fields.push(JSON.stringify([row.number, row.fields]));
      this.#decision.push(0);
      this.#reason.push(0);
    }
    this.#verdict.push(VERDICTS.indexOf(answer.verdict));
    this.#why.push(numberOf(this.#codes, answer.why));
    this.#hits.push(answer.hits);
    this.#score.push(answer.score);
    this.#list.push(numberOf(this.#lists, answer.list));
    this.#entry.push(answer.entry);
  }

  /** One row to look at, with its words. */
  item(at: number): Item {
    const row = this.#items.get(at);
    const [number, fields] = JSON.parse(this.#fields.get(at)) as [number, Row['fields']];
    return {
      row, number, fields,
      verdict: VERDICTS[this.#verdict.get(row)] ?? 'indeterminate',
      why: this.#codes[this.#why.get(row)] ?? '',
      hits: this.#hits.get(row),
      score: this.#score.get(row),
      list: this.#lists[this.#list.get(row)] ?? '',
      decision: DECISIONS[this.#decision.get(at)] ?? '',
      reason: this.#reasons[this.#reason.get(at)] ?? '',
    };
  }

  /** The rows to look at that pass a filter, in the order of the file or the best score first. */
  chosen({ verdict, list, decided }: Filter, byScore: boolean): Uint32Array {
    const [wanted, of] = [VERDICTS.indexOf(verdict as (typeof VERDICTS)[number]), this.#lists.indexOf(list)];
    const passed = new Uint32Array(this.items);
    let count = 0;
    for (let at = 0; at < this.items; at += 1) {
      const row = this.#items.get(at);
      if (wanted >= 0 && this.#verdict.get(row) !== wanted) continue;
      if (list !== '' && this.#list.get(row) !== of) continue;
      if (decided !== '' && (this.#decision.get(at) !== 0) !== (decided === 'yes')) continue;
      passed[count] = at;
      count += 1;
    }
    const chosen = passed.slice(0, count);
    return byScore ? this.#sorted(chosen) : chosen;
  }

  /** Decides about rows to look at, and gives what stood there before. A rejected row has nothing to decide about. */
  decide(items: Uint32Array, decision: Decision, reason: string): Undo {
    const about = items.filter((at) => VERDICTS[this.#verdict.get(this.#items.get(at))] !== 'rejected');
    const undo = { items: about, words: Uint8Array.from(about, (at) => this.#decision.get(at)), reasons: Uint32Array.from(about, (at) => this.#reason.get(at)) };
    const [word, why] = [DECISIONS.indexOf(decision), numberOf(this.#reasons, reason)];
    for (const at of about) this.#put(at, word, why);
    return undo;
  }

  /** Those of some rows to look at that have the same best match and score as one of them. */
  alike(at: number, items: Uint32Array): Uint32Array {
    const same = [this.#verdict, this.#list, this.#entry, this.#score, this.#why].map((column) => [column, column.get(this.#items.get(at))] as const);
    return items.filter((item) => same.every(([column, value]) => column.get(this.#items.get(item)) === value));
  }

  undo({ items, words, reasons }: Undo): void {
    for (const [place, at] of items.entries()) this.#put(at, words[place] ?? 0, reasons[place] ?? 0);
  }

  /** Every listed party that is the best hit of a row, once. */
  parties(): [list: string, entry: number][] {
    const seen = new Set<number>();
    const parties: [string, number][] = [];
    for (let at = 0; at < this.items; at += 1) {
      const row = this.#items.get(at);
      const [list, entry] = [this.#list.get(row), this.#entry.get(row)];
      const key = list * 2 ** 32 + entry;
      if (this.#hits.get(row) === 0 || seen.has(key)) continue;
      seen.add(key);
      parties.push([this.#lists[list] ?? '', entry]);
    }
    return parties;
  }

  /** Everything, for the file of results. */
  found(more: Pick<Found, 'entries' | 'asOf' | 'threshold' | 'pack'>): Found {
    const decisions: Found['decisions'] = new Map();
    for (let at = 0; at < this.items; at += 1) {
      const word = DECISIONS[this.#decision.get(at)];
      if (word) decisions.set(this.#items.get(at), [word, this.#reasons[this.#reason.get(at)] ?? '']);
    }
    return { verdict: this.#verdict.whole(), why: this.#why.whole(), hits: this.#hits.whole(), score: this.#score.whole(), list: this.#list.whole(), entry: this.#entry.whole(), codes: this.#codes, lists: this.#lists, decisions, ...more };
  }

  #put(at: number, word: number, why: number): void {
    this.decided += Number(word !== 0) - Number(this.#decision.get(at) !== 0);
    this.#decision.set(at, word);
    this.#reason.set(at, why);
  }

  /** The best score first, rows of one score in the order of the file: counted into place, since a run may have a million. */
  #sorted(items: Uint32Array): Uint32Array {
    const MOST = 10_000;
    const starts = new Uint32Array(MOST + 2);
    const scoreOf = (at: number) => this.#score.get(this.#items.get(at));
    for (const at of items) { const place = MOST - scoreOf(at) + 1; starts[place] = (starts[place] ?? 0) + 1; }
    for (let place = 1; place < starts.length; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
    const sorted = new Uint32Array(items.length);
    for (const at of items) {
      const place = MOST - scoreOf(at);
      sorted[starts[place] ?? 0] = at;
      starts[place] = (starts[place] ?? 0) + 1;
    }
    return sorted;
  }
}

/** What of the rows to look at is shown; empty texts stand for all. */
export interface Filter { verdict: string; list: string; decided: '' | 'yes' | 'no' }
/** Rows to look at, with the decision and reason that they had, by their numbers. */
export interface Undo { items: Uint32Array; words: Uint8Array; reasons: Uint32Array }

/** The number under which a word is kept; a new word gets the next one. */
function numberOf(known: string[], word: string): number {
  const at = known.indexOf(word);
  if (at >= 0) return at;
  known.push(word);
  return known.length - 1;
}
