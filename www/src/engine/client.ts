import { transfer, wrap, type Remote } from 'comlink';
import type { EngineApi, Fault, PackFile, Refused, Reply, Supply } from './protocol';
import { startWorker } from './start';

/** The longest one call may take before the worker is given up, in milliseconds (DESIGN 8). */
const WATCHDOG = 2_000;
/** The longest a step of standing up may take once its file has come, in milliseconds: a cold start on a slow machine takes about two seconds. */
export const STAND_UP = 20_000;

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

  /** One engine call, at most twice. `patience`: the longest that it may take, in milliseconds. */
  async call<T>(call: Call<T>, patience = WATCHDOG): Promise<Reply<T>> {
    let last: Reply<T> = { fault: { code: 'trap', message: '' } };
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (this.#stopped) return { fault: { code: 'stopped', message: '' } };
      const up = await this.start();
      if ('fault' in up) { this.#discard(); return up; }
      const engine = this.#engine;
      if (!engine) continue;
      last = await within(patience, call(engine));
      if (!('fault' in last) || !isBroken(last.fault)) return last;
      this.#discard();
    }
    return last;
  }

  /** Ends the worker and frees what it holds; no other takes its place, and every later answer is the fault `stopped`. */
  stop(): void {
    this.#stopped = true;
    this.#discard();
  }

  /** The files of the lists are added as they come: while the last are on their way, the first are verified. */
  async #stand(): Promise<Reply<Refused[]>> {
    this.#worker = startWorker();
    const engine = (this.#engine = wrap<EngineApi>(this.#worker));
    const { module, keys, manifest, words, files, tightened, known } = this.supply;
    const refused: Refused[] = [];
    const take = async (name: string, file: Promise<PackFile>): Promise<void> => {
      const added = await arrived(file, (came) => within(STAND_UP, engine.add(copied(came))));
      if (!('fault' in added)) return;
      if (isBroken(added.fault)) throw added.fault;
      refused.push({ name, fault: added.fault });
    };
    try {
      const beginning = { module: await module, keys, manifest: (await manifest).bytes, words: await words, tightened };
      const begun = await within(STAND_UP, engine.begin(beginning));
      if ('fault' in begun) return begun;
      await Promise.all([...files].map(([name, file]) => take(name, file)));
    } catch (fault) {
      return { fault: fault as Fault };
    }
    const ready = await within(STAND_UP, engine.ready(known));
    return 'fault' in ready ? ready : { ok: refused };
  }

  #discard(): void {
    this.#worker?.terminate();
    this.#worker = this.#engine = this.#standing = undefined;
  }
}

/** Whether the worker is of no use any more. */
const isBroken = ({ code }: Fault): boolean => code === 'trap' || code === 'timeout';

/** A file for the worker to keep: bytes that are copied and given away cost less than bytes that are cloned. */
function copied({ name, bytes }: PackFile): PackFile {
  const own = bytes.slice(0);
  return transfer({ name, bytes: own }, [own]);
}

/** What a file is answered with when it has come, or why it did not. */
function arrived<T>(file: Promise<PackFile>, then: (file: PackFile) => Promise<Reply<T>>): Promise<Reply<T>> {
  return file.then(then, (fault: Fault) => ({ fault }));
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
