import { engine, pack } from 'virtual:redzone-assets';
import type { Fault } from '../engine/protocol';
import type { Source, Turn } from './source';

/**
 * The site's and the embed's files, from beside the page. The browser checks the digests of the engine and its tables. The pack's files need
 * none: the engine verifies them against the signed manifest, and says why one is refused.
 */
export const source: Source = {
  pack: async () => pack,
  file: async ({ name }, turn) => {
    const asset = pack.find((one) => one.name === name);
    if (!asset) throw { code: 'file-missing', message: name } satisfies Fault;
    return (await asked(asset.url, name, turn)).arrayBuffer();
  },
  module: async (name, turn) => {
    const { url, integrity } = engine[name];
    if (typeof WebAssembly !== 'object') throw { code: 'no-wasm', message: '' } satisfies Fault;
    return WebAssembly.compileStreaming(came(url, turn, integrity)).catch((error: Error) => { throw { code: 'engine-altered', message: error.message } satisfies Fault; });
  },
  words: async (turn) => (await asked(engine.words.url, 'words.bin', turn, engine.words.integrity)).arrayBuffer(),
  tables: async (turn) => (await asked(engine.tables.url, 'tables.bin', turn, engine.tables.integrity)).arrayBuffer(),
};

async function asked(url: string, name: string, turn: Turn, integrity = ''): Promise<Response> {
  const answer = await came(url, turn, integrity).catch(() => undefined);
  if (!answer?.ok) throw { code: 'file-missing', message: name } satisfies Fault;
  return answer;
}

/** The beginning of an answer; the rest of it stays with the browser until its turn. */
async function came(url: string, turn: Turn, integrity: string): Promise<Response> {
  const answer = await fetch(url, { integrity, priority: turn === 'now' ? 'high' : 'low' });
  await turn;
  return answer;
}
