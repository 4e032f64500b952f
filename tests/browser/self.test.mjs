// Every name on every list finds its own entry, through the built Wasm, at the default threshold. The names are read from the
// editions' text, not from the pack, so a name that the pack lost is missed here too.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { openPack } from './engine.mjs';

const EDITIONS = new URL('../../lists/editions/', import.meta.url);
const WORKERS = 2;
/** The first look, and the second for names that share their words with many others: explaining a hit costs more than finding it. */
const LIMITS = [20, 5_000];

const plain = (value) => value.replace(/\\(u\{([0-9a-f]+)\}|n|s|\\)/g, (_all, what, hex) => (hex ? String.fromCodePoint(parseInt(hex, 16)) : { n: '\n', s: ' ', '\\': '\\' }[what]));

/** Every name of the editions: list, id, text. */
async function listedNames() {
  const names = [];
  for (const file of (await readdir(EDITIONS)).filter((name) => name.endsWith('.txt')).sort()) {
    let id;
    for (const line of (await readFile(new URL(file, EDITIONS), 'utf8')).split('\n')) {
      const [, field, value] = /^(Id|Name|Alias|Former|Now|Weak): (.*)$/.exec(line) ?? [];
      if (field === 'Id') id = value;
      else if (field) names.push({ list: file.slice(0, -4), id, text: plain(value) });
    }
  }
  return names;
}

/** The names of one share that do not find their entry. */
async function lost(share) {
  const { screener, asOf } = await openPack();
  const missed = [];
  for (const { list, id, text } of (await listedNames()).filter((_name, at) => at % WORKERS === share)) {
    const found = (limit) => screener.check({ name: text, kind: 'unstated', countries: [], born: '', asOf, limit })
      .hits.some((hit) => hit.list === list && screener.details(list, hit.entry).id === id);
    if (!LIMITS.some(found)) missed.push(`${list} ${id}: ${text}`);
  }
  return missed;
}

if (isMainThread) {
  test('every listed name finds its own entry through the Wasm', async (context) => {
    const count = (await listedNames()).length;
    const shares = await Promise.all(Array.from({ length: WORKERS }, (_, share) => new Promise((done, fail) => {
      new Worker(fileURLToPath(import.meta.url), { workerData: share }).on('message', done).on('error', fail);
    })));
    const missed = shares.flat();
    context.diagnostic(`${count - missed.length} of ${count} names found their entry`);
    assert.ok(count > 50_000);
    assert.deepEqual(missed, []);
  });
} else {
  parentPort.postMessage(await lost(workerData));
}
