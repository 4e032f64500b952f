import { BatchRecord, type Screener } from 'redzone-wasm/record';
import type { PartyQuestion } from 'redzone-wasm/party';
import type { Fault, RowRecorded } from './protocol';
import { OF_THE_ROW } from './rows';
import { now, random } from './stamp';

/** The record of one batch in the making: each call gives the next lines of its case file. */
export class BatchRecorder {
  #batch: BatchRecord | undefined;

  /** Begins with what all rows share, which the record of any question with their settings says. */
  begin(screener: Screener, question: PartyQuestion, source: string, wasm: string): string {
    const check = screener.record(question);
    this.#batch?.free();
    this.#batch = new BatchRecord(wasm, '');
    return this.#batch.start(check, source, now(), random());
  }

  /** Every row is answered before the first is written down: a call that fails has written nothing, and may be made again. */
  rows(screener: Screener, rows: readonly RowRecorded[]): string {
    const batch = this.#whole();
    const answered = rows.map(({ party, ask }) => ({ party, ...(typeof ask === 'string' ? { why: ask } : checked(screener, ask)) }));
    return answered.map((row) => ('why' in row ? batch.rejected(row.why, row.party, now(), random()) : batch.row(row.check, row.party, now(), random()))).join('\n');
  }

  /** The last line, and the head of the file. */
  end(): { line: string; head: string } {
    const batch = this.#whole();
    const line = batch.end(now(), random());
    const head = batch.head();
    batch.free();
    this.#batch = undefined;
    return { line, head };
  }

  /** A worker that took the place of another has no batch: what was written so far can't be gone on with. */
  #whole(): BatchRecord {
    if (!this.#batch) throw { code: 'trap', message: '' } satisfies Fault;
    return this.#batch;
  }
}

function checked(screener: Screener, question: PartyQuestion): { check: string } | { why: string } {
  try {
    return { check: screener.record(question) };
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (!OF_THE_ROW.has(code)) throw error;
    return { why: code };
  }
}
