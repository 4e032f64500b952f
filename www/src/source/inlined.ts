import { engine } from 'virtual:redzone-assets';
import type { Fault } from '../engine/protocol';
import { archived, gunzip } from './archive';
import type { Source } from './source';

/**
 * The kiosk's files, from blocks of data in the page itself. Its one script is allowed by its digest and holds the digests of the modules, so
 * what runs is what was built; the lists are replaceable, and the engine verifies them as it does anywhere.
 */
export const source: Source = {
  ...archived(block('pack')),
  module: async (name, turn) => {
    if (typeof WebAssembly !== 'object') throw { code: 'no-wasm', message: '' } satisfies Fault;
    await turn;
    const bytes = await bytesOf(name);
    const { integrity } = engine[name];
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
    if (integrity !== `sha384-${btoa(String.fromCharCode(...digest))}`) throw { code: 'engine-altered', message: name } satisfies Fault;
    return WebAssembly.compile(bytes);
  },
  words: async (turn) => {
    await turn;
    return bytesOf('words');
  },
  tables: async (turn) => {
    await turn;
    return bytesOf('tables');
  },
};

async function bytesOf(name: 'party' | 'rules' | 'record' | 'words' | 'tables'): Promise<ArrayBuffer> {
  const bytes = await gunzip(block(name)).catch((why: Error) => { throw { code: 'engine-altered', message: why.message } satisfies Fault; });
  return bytes.buffer as ArrayBuffer;
}

/** A block of the page: base64 of what was packed with gzip. */
function block(name: string): Blob {
  const text = document.getElementById(`redzone-${name}`)?.textContent ?? '';
  return new Blob([fromBase64(text)]);
}

/** Quick where the browser has the method, and some 40 ms for the whole page where it has not. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const quick = (Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64;
  return quick ? quick.call(Uint8Array, text) : Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}
