// The terminal and the browser give the same answer: same parties, same scores, same reasons, byte for byte.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openPack, packNames, shared } from './engine.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LIMIT = 20;
/** How many names of each kind: one start of the terminal program each. */
const EACH = 15;
const OTHERS = ['Huawei Tecnologies', 'Рособоронэкспорт', '习近平', 'محمد', '김정은', 'Ｈｕａｗｅｉ', 'Hua\u200bwei Technologies', 'Qwyxzov Fjordbanane', 'A', 'Global Trading LLC'];

const spread = (all) => Array.from({ length: Math.min(EACH, all.length) }, (_, at) => all[Math.floor((at * all.length) / EACH)]);

async function benchmarkNames(context) {
  if (!shared) { context.diagnostic('SKIPPED: the benchmark names, ../shared/bench is not here'); return []; }
  const rows = (await readFile(new URL('data/public/queries.csv', shared), 'utf8')).split('\n').slice(1);
  return rows.map((row) => /^[^,"]*,([^,"]+),/.exec(row)?.[1]).filter(Boolean);
}

/** An answer as one text, from the record that the terminal writes or from the binding. */
const text = (verdict, hits) => JSON.stringify({ verdict, hits: hits.map(({ list, id, score, strength, reasons }) => [list, id, score, strength, reasons.map(({ code, points, asked = '', listed = '' }) => [code, points, asked, listed])]) });

async function native(name, asOf) {
  const args = ['check', '--format', 'json', '--as-of', asOf, '--limit', String(LIMIT), '--lists', 'dist/lists', '--', name];
  const { stdout } = await promisify(execFile)('target/release/redzone', args, { cwd: root, maxBuffer: 1 << 26 }).catch((error) => {
    // Exit code 1 is "review needed": an answer.
    if (error.code === 1) return error;
    throw error;
  });
  const { verdict, hits } = JSON.parse(stdout);
  return text(verdict, hits);
}

test('native and Wasm answers are byte-identical', async (context) => {
  const pack = await openPack();
  const { screener, asOf } = pack;
  const names = [...OTHERS, ...spread(packNames(pack).map((name) => name.text)), ...spread(await benchmarkNames(context))];
  for (const name of names) {
    const { verdict, hits } = screener.check({ name, kind: 'unstated', countries: [], born: '', asOf, limit: LIMIT });
    const wasm = text(verdict, hits.map((hit) => ({ ...hit, id: screener.details(hit.list, hit.entry).id })));
    assert.equal(await native(name, asOf), wasm, name);
  }
  context.diagnostic(`${names.length} names, 0 differences`);
});
