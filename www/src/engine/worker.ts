/** The worker: owns the module and the lists. It is started after the page sealed itself and so has no network at all. */
import { expose } from 'comlink';
import { initSync, readName } from 'redzone-wasm';
import type { EngineApi, Reply } from './protocol';

/** A trap leaves the instance unusable: its code tells the page to throw this worker away. */
function answer<T>(call: () => T): Reply<T> {
  try {
    return { ok: call() };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return { fault: { code: 'trap', message: 'the engine stopped' } };
    const { code = 'internal', message } = error as Error & { code?: string };
    return { fault: { code, message } };
  }
}

const api: EngineApi = {
  open: (supply) => answer(() => { initSync({ module: supply.module }); return null; }),
  readName: (text) => answer(() => readName(text)),
};
expose(api);
