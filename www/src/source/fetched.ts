import { engine, pack, type Asset } from 'virtual:redzone-assets';
import type { Fault } from '../engine/protocol';
import type { Source } from './source';

/**
 * The site's and the embed's files, from beside the page. The browser checks the engine's digest before it runs. The pack's files carry
 * digests too: a file that fails the browser's check is fetched as it is, so that the engine can say why it is refused.
 */
export const source: Source = {
  pack: async () => pack,
  file: async ({ name }, priority) => {
    const asset = pack.find((one) => one.name === name);
    if (!asset) throw { code: 'file-missing', message: name } satisfies Fault;
    return bytesOf(asset, name, priority);
  },
  module: async (name, priority) => {
    const asset = engine[name];
    if (!asset) throw { code: `${name}-missing`, message: '' } satisfies Fault;
    const { url, integrity } = asset;
    return WebAssembly.compileStreaming(fetch(url, { integrity, priority })).catch((error: Error) => {
      throw { code: typeof WebAssembly === 'object' ? 'engine-altered' : 'no-wasm', message: error.message } satisfies Fault;
    });
  },
  tables: (priority) => bytesOf(engine.tables, 'tables.bin', priority),
};

async function bytesOf({ url, integrity }: Asset, name: string, priority: RequestPriority): Promise<ArrayBuffer> {
  const answer = await fetch(url, { integrity, priority }).catch(() => fetch(url)).catch(() => undefined);
  if (!answer?.ok) throw { code: 'file-missing', message: name } satisfies Fault;
  return answer.arrayBuffer();
}
