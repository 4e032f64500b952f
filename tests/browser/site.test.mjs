// What must be so of the built files themselves.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

const wasm = new URL('../../.cache/wasm/redzone_bg.wasm', import.meta.url);

// A module can only compute, except through its imports. These make values and errors, read and fill objects, and throw;
// `error` is the panic hook's line on the console and `stack` what it prints.
const ALLOWED = new Set([
  'set', 'new', 'String', 'stack', 'error', 'throw', 'init_externref_table', 'generic',
]);
const plain = (name) => name.replace(/^__wb(g|indgen)_(__wbindgen_)?/, '').replace(/_[0-9a-f]{16}$/, '');

test('the shipped module imports nothing that could do input or output', async () => {
  const module = await WebAssembly.compile(await readFile(wasm));
  const imports = WebAssembly.Module.imports(module).map(({ name }) => name);
  assert.deepEqual(imports.filter((name) => !ALLOWED.has(plain(name))), []);
  assert.ok(imports.length > 0);
});

test('no path of the building machine stands in what ships', async () => {
  const site = new URL('../../dist/site/', import.meta.url);
  for (const file of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const text = (await readFile(`${file.parentPath ?? file.path}/${file.name}`)).toString('latin1');
    assert.doesNotMatch(text, /\/(root|work)\/|\/home\/[a-z]+\/|\.cargo\/registry/, file.name);
  }
});
