import { partOf } from '../engine/parts';
import type { Fault } from '../engine/protocol';
import type { PackEntry, Source } from './source';

/** The most bytes that an archive may unpack to, and the most files: a pack has some ten MB in some fifty. */
const MOST_BYTES = 256 << 20;
const MOST_FILES = 1_000;
/** A tar file is made of blocks of this many bytes. */
const BLOCK = 512;

/**
 * A pack in one file, a gzipped tar of its folder (`tar -czf lists.tar.gz -C dist/lists .`). Nothing in it is believed: every file is verified
 * by the engine against the signed manifest, and what is no tar is refused here.
 */
export function archived(file: Blob): Pick<Source, 'pack' | 'file'> {
  const files = unpack(file);
  files.catch(() => undefined);
  return {
    pack: async () => [...(await files).keys()].map((name): PackEntry => ({ name, ...partOf(name) })),
    file: async ({ name }) => {
      const bytes = (await files).get(name);
      if (!bytes) throw { code: 'file-missing', message: name } satisfies Fault;
      return bytes;
    },
  };
}

/** What was packed with gzip. */
export async function gunzip(file: Blob): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw malformed(`it unpacks to over ${MOST_BYTES} bytes`);
    }
    parts.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
}

async function unpack(file: Blob): Promise<Map<string, ArrayBuffer>> {
  const tar = await gunzip(file).catch((why: Fault | Error) => { throw 'code' in why && typeof why.code === 'string' ? why : malformed('it is no gzip file, or not a whole one'); });
  const files = new Map<string, ArrayBuffer>();
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const text = (from: number, length: number) => new TextDecoder().decode(tar.subarray(at + from, at + from + length)).replace(/\0.*$/s, '');
    const size = /^ *([0-7]+) *$/.exec(text(124, 12))?.[1];
    if (text(257, 5) !== 'ustar' || size === undefined) throw malformed('it is no tar file');
    const [start, length] = [at + BLOCK, parseInt(size, 8)];
    if (start + length > tar.length) throw malformed('it ends too soon');
    const [name, kind] = [text(0, 100).replace(/^.*\//, ''), text(156, 1)];
    if ((kind === '0' || kind === '') && name !== '') {
      if (files.has(name)) throw malformed(`it holds ${name} twice`);
      if (files.size >= MOST_FILES) throw malformed(`it holds over ${MOST_FILES} files`);
      files.set(name, tar.slice(start, start + length).buffer);
    }
    at = start + Math.ceil(length / BLOCK) * BLOCK;
  }
  return files;
}

function malformed(why: string): Fault {
  return { code: 'malformed', message: `The file should be a gzipped tar of a pack's folder: ${why}.` };
}
