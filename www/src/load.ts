import { engine } from 'virtual:redzone-assets';
import type { Supply } from './engine/protocol';

/** Fetches what the engine needs, by digest: the browser refuses an altered file before it runs. */
export async function load(): Promise<Supply> {
  const module = await WebAssembly.compileStreaming(fetch(engine.url, { integrity: engine.integrity }));
  return { module };
}
