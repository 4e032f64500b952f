import type { NameRead } from 'redzone-wasm';

/** What an engine call comes back as. A fault is an answer too: it never looks like an empty one. */
export type Reply<T> = { ok: T } | { fault: Fault };

/** What went wrong: a stable code to choose words by, and the engine's own sentence. */
export interface Fault {
  code: string;
  message: string;
}

/** Everything a worker needs to stand up; kept by the page, so that a new worker needs no network. */
export interface Supply {
  module: WebAssembly.Module;
}

/** What the worker answers. Every method is one engine call. */
export interface EngineApi {
  open(supply: Supply): Reply<null>;
  readName(text: string): Reply<NameRead>;
}
