// What the page loads besides its own script: the engine's Wasm modules, its words and its tables, the signed pack, and the worker's source as text.
// Names and SRI digests are fixed here, at build time, so the page asks for everything at once and by digest.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { partOf } from '../src/engine/parts.ts';
import { catalogLists, knownAnswers } from './known.ts';

const www = resolve(import.meta.dirname, '..');
const root = resolve(www, '..');
const wasm = process.env['REDZONE_WASM'] ?? resolve(root, '.cache/wasm');
const pack = process.env['REDZONE_PACK'] ?? resolve(root, 'dist/lists');

export const sri = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const short = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

const PARTS = { party: 'party_bg.wasm', rules: 'rules_bg.wasm', record: 'record_bg.wasm', words: 'words.bin', tables: 'tables.bin' };
export type EnginePart = keyof typeof PARTS;

/** A part of the engine, as built. */
export const enginePart = (name: EnginePart): Uint8Array => readFileSync(resolve(wasm, PARTS[name]));

const sha256 = (name: EnginePart): string => createHash('sha256').update(enginePart(name)).digest('hex');

/** The keys this site will trust: those of REDZONE_KEYS, else the development key of the source tree. */
function trustedKeys(): string[] {
  const files = process.env['REDZONE_KEYS']?.split(':') ?? [resolve(root, 'lists/keys/development.public')];
  return files.filter((file) => existsSync(file)).map((file) => {
    const key = /^key ([0-9a-f]{64})$/m.exec(readFileSync(file, 'utf8'))?.[1];
    if (!key) throw new Error(`${file} is no public key file`);
    return key;
  });
}

/** A worker and what it imports as one classic script: a blob: worker starts from text. */
async function workerSource(entry: string): Promise<string> {
  const made = await build({
    root: www,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: [{ find: /^redzone-wasm\/(\w+)$/, replacement: resolve(wasm, '$1.js') }, { find: /^fflate$/, replacement: resolve(www, 'src/batch/inflate.ts') }] },
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: resolve(www, 'src', entry), output: { format: 'iife' } },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const chunk = first && 'output' in first ? first.output.find((part) => part.type === 'chunk') : undefined;
  if (!chunk || chunk.type !== 'chunk') throw new Error(`${entry} did not build to one script`);
  return chunk.code;
}

/** The pack as one file: a tar whose bytes depend on the pack alone. Nothing when there is no pack. */
export function packArchive(): Uint8Array | undefined {
  if (!existsSync(pack)) return undefined;
  const plain = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--mode=0644', '--format=ustar'];
  return execFileSync('tar', [...plain, '-C', pack, '-cf', '-', ...readdirSync(pack).sort()], { maxBuffer: 1 << 30 });
}

/** Which of the sources and late views a page is built with, by its files under src. */
export interface Made { source: 'fetched' | 'inlined'; late: string }

/**
 * What the page imports by the name `virtual:redzone-...`. A page whose source is `inlined` gets no files beside it: tools/one-file.ts puts
 * the same bytes into it.
 */
export function assets(made: Made = { source: 'fetched', late: 'late.ts' }): Plugin {
  const id = 'virtual:redzone-assets';
  const reader = 'virtual:redzone-reader';
  const chosen: Record<string, string> = {
    'virtual:redzone-source': resolve(www, `src/source/${made.source}.ts`),
    'virtual:redzone-late': resolve(www, 'src', made.late),
  };
  const beside = made.source === 'fetched';
  return {
    name: 'redzone-assets',
    resolveId: (source) => ([id, reader].includes(source) ? `\0${source}` : chosen[source]),
    async load(asked) {
      if (asked === `\0${reader}`) return `export const readerSource = ${JSON.stringify(await workerSource('batch/reader.ts'))};`;
      if (asked !== `\0${id}`) return undefined;
      const emit = (fileName: string, source: Uint8Array) => {
        if (beside) this.emitFile({ type: 'asset', fileName, source });
        return { url: beside ? fileName : '', integrity: sri(source) };
      };
      const asset = (name: EnginePart) => {
        const bytes = enginePart(name);
        return emit(`assets/${name}-${short(bytes)}${extname(PARTS[name])}`, bytes);
      };
      const names = existsSync(pack) ? readdirSync(pack).sort() : [];
      const files = (beside ? names : []).map((name) => {
        const bytes = readFileSync(resolve(pack, name));
        return { name, url: emit(`pack/${short(bytes)}-${name}`, bytes).url, ...partOf(name) };
      });
      const keys = trustedKeys();
      const read = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(resolve(pack, name))) });
      const searched = names.filter((name) => partOf(name).part === 'search');
      const known = searched.length > 0 ? await knownAnswers(wasm, read('manifest.txt').bytes, searched.map(read), keys) : { manifest: '', asOf: '', answers: [] };
      return [
        `export const engine = ${JSON.stringify({ party: asset('party'), rules: asset('rules'), record: asset('record'), words: asset('words'), tables: asset('tables') })};`,
        `export const digests = ${JSON.stringify({ record: sha256('record'), rules: sha256('rules') })};`,
        `export const pack = ${JSON.stringify(files)};`,
        `export const keys = ${JSON.stringify(keys)};`,
        `export const known = ${JSON.stringify(known)};`,
        `export const catalog = ${JSON.stringify(catalogLists(resolve(root, 'lists/catalog.toml')))};`,
        `export const workerSource = ${JSON.stringify(await workerSource('engine/worker.ts'))};`,
      ].join('\n');
    },
  };
}
