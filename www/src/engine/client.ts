import { wrap, type Remote } from 'comlink';
import type { EngineApi, Refused, Reply, Supply } from './protocol';
import { startWorker } from './start';

/** The longest one call may take before the worker is given up, in milliseconds (DESIGN 8). */
const WATCHDOG = 2_000;
/** The longest a worker may take to stand up, in milliseconds: a cold start on a slow machine takes about two seconds. */
const STAND_UP = 20_000;

type Call<T> = (engine: Remote<EngineApi>) => Promise<Reply<T>>;

/**
 * The engine as the page sees it. A trapped or hanging worker is thrown away and never asked again; the call is tried
 * once more on a new one, and when that fails too the caller gets a fault. A fault is shown as "could not be checked".
 */
export class EngineClient {
  readonly supply: Supply;
  #worker: Worker | undefined;
  #engine: Remote<EngineApi> | undefined;
  #standing: Promise<Reply<Refused[]>> | undefined;
  #stopped = false;

  constructor(supply: Supply) {
    this.supply = supply;
  }

  /** Stands a worker up, if none is, and says which files it refused. */
  start(): Promise<Reply<Refused[]>> {
    return (this.#standing ??= this.#stand());
  }

  /** One engine call, at most twice. */
  async call<T>(call: Call<T>): Promise<Reply<T>> {
    let last: Reply<T> = { fault: { code: 'trap', message: '' } };
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (this.#stopped) return { fault: { code: 'stopped', message: '' } };
      const up = await this.start();
      if ('fault' in up) { this.#discard(); return up; }
      const engine = this.#engine;
      if (!engine) continue;
      last = await within(WATCHDOG, call(engine));
      if (!('fault' in last) || !['trap', 'timeout'].includes(last.fault.code)) return last;
      this.#discard();
    }
    return last;
  }

  /** Ends the worker and frees what it holds; no other takes its place, and every later answer is the fault `stopped`. */
  stop(): void {
    this.#stopped = true;
    this.#discard();
  }

  async #stand(): Promise<Reply<Refused[]>> {
    this.#worker = startWorker();
    this.#engine = wrap<EngineApi>(this.#worker);
    return within(STAND_UP, this.#engine.open(this.supply));
  }

  #discard(): void {
    this.#worker?.terminate();
    this.#worker = this.#engine = this.#standing = undefined;
  }
}

async function within<T>(milliseconds: number, reply: Promise<Reply<T>>): Promise<Reply<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Reply<T>>((done) => {
    timer = setTimeout(() => done({ fault: { code: 'timeout', message: 'the engine did not answer in time' } }), milliseconds);
  });
  try {
    return await Promise.race([reply, late]);
  } catch (error) {
    return { fault: { code: 'trap', message: (error as Error).message } };
  } finally {
    clearTimeout(timer);
  }
}
