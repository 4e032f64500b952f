/** The worker: owns the module and the lists. It is started after the page sealed itself and so has no network at all. */
import { expose } from 'comlink';
import { initSync, Screener } from 'redzone-wasm';
import type { EngineApi, Fault, PackFile, Refused, Reply, Supply } from './protocol';

let screener: Screener;

/** A trap leaves the instance unusable: its code tells the page to throw this worker away. */
function answer<T>(call: () => T): Reply<T> {
  try {
    return { ok: call() };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof WebAssembly.RuntimeError) return { code: 'trap', message: '' };
  const { code = 'internal', message } = error as Error & { code?: string };
  return { code, message };
}

/** Takes in what can be verified. What is refused stays missing, and the engine says so with every answer. */
function open({ module, keys, manifest, files }: Supply): Refused[] {
  initSync({ module });
  screener = new Screener(new Uint8Array(manifest), keys);
  const refused: Refused[] = [];
  for (const file of files) {
    const added = answer(() => add(file));
    if ('fault' in added) refused.push({ name: file.name, fault: added.fault });
  }
  screener.ready();
  return refused;
}

function add({ name, bytes }: PackFile): null {
  screener.add(name, new Uint8Array(bytes));
  return null;
}

const api: EngineApi = {
  open: (supply) => answer(() => open(supply)),
  add: (file) => answer(() => add(file)),
  lists: (asOf) => answer(() => screener.lists(asOf)),
  check: (question) => answer(() => screener.check(question)),
  details: (list, entry) => answer(() => screener.details(list, entry)),
  effects: (list) => answer(() => screener.effects(list)),
  places: (text) => answer(() => screener.places(text)),
  destination: (question) => answer(() => screener.destination(question)),
};
expose(api);
