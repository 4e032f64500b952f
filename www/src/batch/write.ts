import { exact, guard, line } from './guard';
import type { Form, Found } from './shapes';
import { VERDICTS } from './shapes';

/** What is added to each row, as the headings say it. */
const ADDED = ['row', 'result', 'hits', 'best_score', 'best_list', 'best_id', 'best_name', 'why', 'decision', 'decision_reason', 'as_of', 'threshold', 'pack'].map((name) => `redzone_${name}`);
/** How many UTF-16 units are gathered before they become a part of the file. */
const PIECE = 1 << 20;

/** The file of results: what each row of the user's file holds, and what was found, in its order. */
export class Writer {
  #found: Found;
  #cell: (text: string) => string;
  #parts: string[] = [];
  #piece: string;
  #at = 0;

  constructor(found: Found, form: Form, names: readonly string[]) {
    this.#found = found;
    this.#cell = form === 'guarded' ? guard : exact;
    // Spreadsheets read a file of text as UTF-8 when it says so; other programs don't want the mark.
    this.#piece = (form === 'guarded' ? '\ufeff' : '') + line([...names, ...ADDED].map(this.#cell));
  }

  row(number: number, cells: readonly string[], width: number): void {
    const { verdict, why, hits, score, list, entry, codes, lists, entries, decisions, asOf, threshold, pack } = this.#found;
    const at = this.#at;
    this.#at += 1;
    // A run that was stopped has no answer for the rows after it.
    const asked = at < verdict.length;
    const listed = asked && (hits[at] ?? 0) > 0 ? (lists[list[at] ?? 0] ?? '') : '';
    const [id = '', name = ''] = listed ? (entries.get(`${listed} ${entry[at]}`) ?? []) : [];
    const [decision = '', reason = ''] = decisions.get(at) ?? [];
    const own = Array.from({ length: width }, (_, place) => cells[place] ?? '');
    const added = [String(number), asked ? (VERDICTS[verdict[at] ?? 0] ?? '') : 'not-checked', asked ? String(hits[at]) : '', listed ? hundredths(score[at] ?? 0) : '', listed, id, name, asked ? (codes[why[at] ?? 0] ?? '') : '', decision, reason, asOf, hundredths(threshold), pack];
    this.#piece += line([...own, ...added].map(this.#cell));
    if (this.#piece.length > PIECE) this.#cut();
  }

  /** How many rows were written. */
  get rows(): number {
    return this.#at;
  }

  blob(): Blob {
    this.#cut();
    return new Blob(this.#parts, { type: 'text/csv;charset=utf-8' });
  }

  #cut(): void {
    this.#parts.push(this.#piece);
    this.#piece = '';
  }
}

function hundredths(points: number): string {
  return (points / 100).toFixed(2);
}
