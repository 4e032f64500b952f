// What the page loads besides its own script: the engine's two Wasm modules and its tables, the signed pack, and the worker's source as text.
// Names and SRI digests are fixed here, at build time, so the page asks for everything at once and by digest.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const www = resolve(import.meta.dirname, '..');
const root = resolve(www, '..');
const wasm = process.env['REDZONE_WASM'] ?? resolve(root, '.cache/wasm');
const pack = process.env['REDZONE_PACK'] ?? resolve(root, 'dist/lists');

export const sri = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const short = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

/** The keys this site will trust: those of REDZONE_KEYS, else the development key of the source tree. */
function trustedKeys(): string[] {
  const files = process.env['REDZONE_KEYS']?.split(':') ?? [resolve(root, 'lists/keys/development.public')];
  return files.filter((file) => existsSync(file)).map((file) => {
    const key = /^key ([0-9a-f]{64})$/m.exec(readFileSync(file, 'utf8'))?.[1];
    if (!key) throw new Error(`${file} is no public key file`);
    return key;
  });
}

/** The worker and its glue as one classic script: a blob: worker starts from text. */
async function workerSource(): Promise<string> {
  const made = await build({
    root: www,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: [{ find: /^redzone-wasm\/(\w+)$/, replacement: resolve(wasm, '$1.js') }] },
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: resolve(www, 'src/engine/worker.ts'), output: { format: 'iife' } },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const chunk = first && 'output' in first ? first.output.find((part) => part.type === 'chunk') : undefined;
  if (!chunk || chunk.type !== 'chunk') throw new Error('the worker did not build to one script');
  return chunk.code;
}

export function assets(): Plugin {
  const id = 'virtual:redzone-assets';
  return {
    name: 'redzone-assets',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(asked) {
      if (asked !== `\0${id}`) return undefined;
      const asset = (name: string, file: string) => {
        const source = readFileSync(resolve(wasm, file));
        const fileName = `assets/${name}-${short(source)}${extname(file)}`;
        this.emitFile({ type: 'asset', fileName, source });
        return { url: fileName, integrity: sri(source) };
      };
      const files = (existsSync(pack) ? readdirSync(pack).sort() : []).map((name) => {
        const bytes = readFileSync(resolve(pack, name));
        const url = `pack/${short(bytes)}-${name}`;
        this.emitFile({ type: 'asset', fileName: url, source: bytes });
        const [first = '', second = ''] = name.split('.');
        const [list, part] = ['search', 'detail'].includes(second) ? [first, second] : ['', first];
        return { name, url, integrity: sri(bytes), bytes: bytes.length, list, part };
      });
      return [
        `export const engine = ${JSON.stringify({ party: asset('party', 'party_bg.wasm'), rules: asset('rules', 'rules_bg.wasm'), tables: asset('tables', 'tables.bin') })};`,
        `export const pack = ${JSON.stringify(files)};`,
        `export const keys = ${JSON.stringify(trustedKeys())};`,
        `export const workerSource = ${JSON.stringify(await workerSource())};`,
      ].join('\n');
    },
  };
}
