import type { Remote } from 'comlink';
import type { PartyQuestion } from 'redzone-wasm/party';
import type { Pack } from '../engine/pack';
import type { Fault, Reply, RowAnswer } from '../engine/protocol';
import { Places } from './places';
import { questionOf, type Settings } from './question';
import { Results } from './results';
import type { Columns, Ledger, ReaderApi, Row } from './shapes';

/** The most workers: each holds the lists for itself, some 40 MB. */
const MOST_WORKERS = 16;
/** How many rows are fetched from the reader at a time. */
const FETCHED = 2_000;
/** How many rows a worker gets at a time, at first and at the most, and how long they should take it, in milliseconds: a stop and a pause wait for them. */
const AT_FIRST = 16;
const AT_MOST = 400;
const TURN = 40;
/** Over how many milliseconds the speed is measured. */
const SPEED_OVER = 5_000;

export type State = 'running' | 'paused' | 'stopped' | 'done' | 'failed';

/** Faults of an engine that a row may have caused: its rows are asked again, one by one. */
const CRASHES = new Set(['trap', 'timeout']);

/** A file of rows on its way through the engines. The lists are those that the pack held when it began. */
export class Run {
  readonly results = new Results();
  readonly settings: Settings;
  state: State = 'running';
  fault: Fault | undefined;
  ledger: Ledger = { lines: 0, header: 0, blank: 0, inside: 0, rows: 0 };
  /** How much of the file is answered, 0 to 1. */
  share = 0;
  /** How many engines work on it. */
  readonly workers: number;
  #pack: Pack;
  #reader: Remote<ReaderApi>;
  #columns: Columns;
  #twins: Pack[] = [];
  #places: Places;
  #rows: Row[] = [];
  #read = { share: 0, done: false };
  #taking: Promise<unknown> = Promise.resolve();
  #taken = 0;
  #finished = new Map<number, [Row, RowAnswer][]>();
  #resume: (() => void) | undefined;
  #gate: Promise<void> = Promise.resolve();
  #stop!: () => void;
  #stopped = new Promise<undefined>((done) => { this.#stop = () => done(undefined); });
  #marks: [time: number, rows: number][] = [];

  constructor(pack: Pack, reader: Remote<ReaderApi>, columns: Columns, settings: Settings, workers = navigator.hardwareConcurrency || 1) {
    this.#pack = pack;
    this.#places = new Places(pack);
    this.#reader = reader;
    this.#columns = columns;
    this.settings = settings;
    this.workers = Math.max(1, Math.min(MOST_WORKERS, workers));
  }

  /** Answers every row; returns when there is none left, or the run was stopped. */
  async go(): Promise<void> {
    const started = await this.#reader.start(this.#columns);
    if ('fault' in started) return this.#fail(started.fault);
    this.#marks = [[performance.now(), 0]];
    const faults = await Promise.race([this.#stopped, Promise.all(Array.from({ length: this.workers }, () => this.#work()))]);
    for (const twin of this.#twins) twin.close();
    if (this.#over) return;
    // One engine is enough to have answered every row; what stopped all of them stopped the run.
    const whole = this.#read.done && this.results.rows === this.ledger.rows;
    if (whole && this.results.rows > 0) this.state = 'done';
    else if (whole) this.#fail({ code: 'file-empty', message: '' });
    else this.#fail(faults?.find((one) => one !== undefined) ?? { code: 'internal', message: '' });
  }

  pause(): void {
    if (this.state !== 'running') return;
    this.state = 'paused';
    this.#gate = new Promise((done) => { this.#resume = done; });
  }

  resume(): void {
    if (this.state !== 'paused') return;
    this.state = 'running';
    this.#marks = [[performance.now(), this.results.rows]];
    this.#resume?.();
  }

  /** Ends at once: what the engines are at is thrown away, and what is answered stays. */
  stop(): void {
    if (this.state !== 'running' && this.state !== 'paused') return;
    this.state = 'stopped';
    for (const twin of this.#twins) twin.close();
    this.#resume?.();
    this.#stop();
  }

  /** Rows a second, and the seconds that are left; nothing as long as they can't be told. */
  speed(): { rows: number; left: number } | undefined {
    const now = performance.now();
    const rows = this.results.rows;
    const [since = now, before = rows] = this.#marks[0] ?? [];
    if (this.state === 'running' && now - (this.#marks.at(-1)?.[0] ?? 0) > SPEED_OVER / 10) this.#marks.push([now, rows]);
    while (this.#marks.length > 1 && now - (this.#marks[0]?.[0] ?? 0) > SPEED_OVER) this.#marks.shift();
    const speed = ((rows - before) * 1_000) / (now - since);
    if (!(now - since > 500) || !(speed > 0) || this.share === 0) return undefined;
    return { rows: speed, left: (rows / this.share - rows) / speed };
  }

  /** One engine, until there are no rows left. Says what went wrong when it can't go on. */
  async #work(): Promise<Fault | undefined> {
    const up = await this.#stand();
    if ('fault' in up) return up.fault;
    const twin = up.ok;
    for (let size = AT_FIRST; ;) {
      await this.#gate;
      if (this.#over) return undefined;
      const part = await this.#take(size);
      if ('fault' in part) { this.#fail(part.fault); return undefined; }
      if (this.#over || part.ok.rows.length === 0) return undefined;
      const from = performance.now();
      const answered = await this.#answer(twin, part.ok.rows);
      if (this.#over) return undefined;
      this.#finish(part.ok.place, answered);
      const took = performance.now() - from;
      size = Math.max(1, Math.min(AT_MOST, Math.round(size * Math.min(2, TURN / Math.max(1, took)))));
    }
  }

  /** An engine of its own; one that does not stand up is tried once more. */
  async #stand(): Promise<Reply<Pack>> {
    for (let attempt = 0; ; attempt += 1) {
      const twin = this.#pack.twin();
      this.#twins.push(twin);
      const up = await twin.open();
      if ('ok' in up) return { ok: twin };
      twin.close();
      if (attempt > 0 || this.#over) return up;
    }
  }

  get #over(): boolean {
    return this.state === 'stopped' || this.state === 'failed';
  }

  #fail(fault: Fault): void {
    this.stop();
    this.state = 'failed';
    this.fault = fault;
  }

  /** The next rows, in the order of the file. */
  #take(count: number): Promise<Reply<{ rows: Row[]; place: number }>> {
    const taken = this.#taking.then(async (): Promise<Reply<{ rows: Row[]; place: number }>> => {
      while (this.#rows.length === 0 && !this.#read.done && !this.#over) {
        const part = await this.#reader.next(FETCHED);
        if ('fault' in part) return part;
        this.#rows = part.ok.rows;
        this.ledger = part.ok.ledger;
        this.#read = { share: part.ok.read, done: part.ok.done };
        const looked = await this.#places.look(part.ok.rows);
        if ('fault' in looked) return looked;
      }
      const rows = this.#rows.splice(0, count);
      const place = this.#taken;
      this.#taken += rows.length;
      return { ok: { rows, place } };
    });
    this.#taking = taken;
    return taken;
  }

  async #answer(twin: Pack, rows: Row[]): Promise<[Row, RowAnswer][]> {
    const asked = rows.map((row) => questionOf(row, this.settings, this.#places.of));
    const questions = asked.filter((one): one is PartyQuestion => typeof one !== 'string');
    const answers = (questions.length > 0 ? await ask(twin, questions) : [])[Symbol.iterator]();
    return asked.map((one, at) => [rows[at] as Row, typeof one === 'string' ? rejected(one) : ((answers.next().value as RowAnswer | undefined) ?? rejected('internal'))]);
  }

  /** Keeps answers in the order of the file, whichever engine is first. */
  #finish(place: number, answered: [Row, RowAnswer][]): void {
    this.#finished.set(place, answered);
    for (let next = this.#finished.get(this.results.rows); next; next = this.#finished.get(this.results.rows)) {
      this.#finished.delete(this.results.rows);
      for (const [row, answer] of next) this.results.push(row, answer);
    }
    const { rows } = this.results;
    this.share = this.ledger.rows === 0 ? 0 : this.#read.share * (rows / this.ledger.rows);
  }
}

/**
 * Many questions to one engine. Rows that an engine crashed over, twice, are asked again one by one: what crashes twice alone is rejected, and the others
 * have their answers.
 */
async function ask(twin: Pack, questions: PartyQuestion[]): Promise<RowAnswer[]> {
  const reply = await twin.rows(questions);
  if ('ok' in reply) return reply.ok;
  if (questions.length === 1 || !CRASHES.has(reply.fault.code)) return questions.map(() => rejected(reply.fault.code));
  const answers: RowAnswer[] = [];
  for (const question of questions) answers.push(...(await ask(twin, [question])));
  return answers;
}

function rejected(why: string): RowAnswer {
  return { verdict: 'rejected', hits: 0, score: 0, list: '', entry: 0, why };
}
