// What must be so of the built files themselves.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ENGINE_LIMIT, brotli } from './engine.mjs';

const built = (name) => readFile(new URL(`../../.cache/wasm/${name}`, import.meta.url));
const MODULES = ['party', 'rules', 'record'];

// A module can only compute, except through its imports. These make values and errors, ask values what they are, walk the objects
// and byte arrays that the page hands over (`keys`, `call` and `next` are their own), and throw; `error` is the panic hook's line
// on the console and `stack` what it prints; `parse`, `stringify`, `from` and `entries` turn JSON and lists to values and back.
const ALLOWED = new Set([
  'new', 'String', 'Number', 'Error', 'error', 'stack', 'throw', 'debug_string', 'init_externref_table', 'generic',
  'set', 'get', 'get_unchecked', 'get_with_ref_key', 'length', 'in', 'iterator', 'next', 'done', 'value', 'call', 'prototypesetcall',
  'keys', 'string_get', 'number_get', 'boolean_get', 'is_object', 'is_function', 'is_undefined', 'isArray', 'isSafeInteger', 'jsval_loose_eq',
  'instanceof_Uint8Array', 'instanceof_ArrayBuffer', 'instanceof_Object', 'is_null', 'parse', 'stringify', 'from', 'entries',
]);
const plain = (name) => name.replace(/^__wb(g|indgen)_(__wbindgen_)?/, '').replace(/_[0-9a-f]{16}$/, '');

for (const name of MODULES) {
  test(`the shipped module "${name}" imports nothing that could do input or output`, async () => {
    const module = await WebAssembly.compile(await built(`${name}_bg.wasm`));
    const imports = WebAssembly.Module.imports(module).map((one) => one.name);
    assert.deepEqual(imports.filter((one) => !ALLOWED.has(plain(one))), []);
    assert.ok(imports.length > 0);
  });
}

test(`the engine and its glue have at most ${ENGINE_LIMIT} bytes after brotli`, async (context) => {
  const [wasm, glue] = [brotli(await built('party_bg.wasm')), brotli(await built('party.js'))];
  context.diagnostic(`Wasm ${wasm} + glue ${glue} = ${wasm + glue} bytes`);
  assert.ok(wasm + glue <= ENGINE_LIMIT, `${wasm + glue} bytes: see what grew, or load it late`);
});

test('the script that a first answer waits for has at most 60,000 bytes after gzip, worker and glue included', async (context) => {
  const site = new URL('../../dist/site/', import.meta.url);
  const named = [...(await readFile(new URL('index.html', site), 'utf8')).matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src);
  const bytes = (await Promise.all(named.map((src) => readFile(new URL(src, site))))).reduce((sum, file) => sum + gzipSync(file).length, 0);
  context.diagnostic(`${bytes} bytes in ${named.length} file`);
  assert.ok(named.length > 0 && bytes <= 60_000, `${bytes} bytes: see what grew, or load it late`);
});

test('no path of the building machine stands in what ships', async () => {
  const site = new URL('../../dist/site/', import.meta.url);
  for (const file of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const text = (await readFile(`${file.parentPath ?? file.path}/${file.name}`)).toString('latin1');
    assert.doesNotMatch(text, /\/(root|work)\/|\/home\/[a-z]+\/|\.cargo\/registry/, file.name);
  }
});
