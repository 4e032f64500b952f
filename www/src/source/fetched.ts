import { engine, pack } from 'virtual:redzone-assets';
import type { Fault } from '../engine/protocol';
import type { Source } from './source';

/**
 * The site's and the embed's files, from beside the page. The browser checks the digests of the engine and its tables. The pack's files need
 * none: the engine verifies them against the signed manifest, and says why one is refused.
 */
export const source: Source = {
  pack: async () => pack,
  file: async ({ name }, priority) => {
    const asset = pack.find((one) => one.name === name);
    if (!asset) throw { code: 'file-missing', message: name } satisfies Fault;
    return bytesOf(asset.url, name, { priority });
  },
  module: async (name, priority) => {
    const asset = engine[name];
    if (!asset) throw { code: `${name}-missing`, message: '' } satisfies Fault;
    const { url, integrity } = asset;
    return WebAssembly.compileStreaming(fetch(url, { integrity, priority })).catch((error: Error) => {
      throw { code: typeof WebAssembly === 'object' ? 'engine-altered' : 'no-wasm', message: error.message } satisfies Fault;
    });
  },
  tables: (priority) => bytesOf(engine.tables.url, 'tables.bin', { integrity: engine.tables.integrity, priority }),
};

async function bytesOf(url: string, name: string, how: RequestInit): Promise<ArrayBuffer> {
  const answer = await fetch(url, how).catch(() => undefined);
  if (!answer?.ok) throw { code: 'file-missing', message: name } satisfies Fault;
  return answer.arrayBuffer();
}
