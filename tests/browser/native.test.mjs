// The terminal and the browser give the same answer: same parties, same scores, same reasons, byte for byte.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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

/** The benchmark's queries; where they are not here, every eighth listed name with a letter lost. */
async function queries(pack, context) {
  if (!shared) {
    context.diagnostic('SKIPPED: the benchmark, ../shared/bench is not here; listed names with a letter lost in its place');
    return packNames(pack).filter((_, at) => at % 8 === 0).map(({ text }) => ({ name: text.slice(0, 3) + text.slice(4), kind: '' }));
  }
  const rows = (await readFile(new URL('data/public/queries.csv', shared), 'utf8')).trimEnd().split('\n').slice(1);
  const fields = (row) => [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|\r?$)/g)].map(([, field]) => field.replace(/^"|"$/g, '').replaceAll('""', '"'));
  return rows.map(fields).map(([, name, kind]) => ({ name, kind }));
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

test('native and Wasm answers are byte-identical, reasons included', async (context) => {
  const pack = await openPack();
  const { screener, asOf } = pack;
  const names = [...OTHERS, ...spread(packNames(pack).map((name) => name.text)), ...spread((await queries(pack, context)).map((query) => query.name))];
  for (const name of names) {
    const { verdict, hits } = screener.check({ name, kind: 'unstated', countries: [], born: '', asOf, limit: LIMIT });
    const wasm = text(verdict, hits.map((hit) => ({ ...hit, id: screener.details(hit.list, hit.entry).id })));
    assert.equal(await native(name, asOf), wasm, name);
  }
  context.diagnostic(`${names.length} names, 0 differences`);
});

/** The benchmark's word for a kind, as the binding says it. */
const KINDS = { '': 'unstated', person: 'individual', entity: 'entity', vessel: 'vessel', aircraft: 'aircraft' };

test('native and Wasm answer the whole benchmark with the same bytes', async (context) => {
  const pack = await openPack();
  const { screener, asOf } = pack;
  const asked = await queries(pack, context);
  const folder = await mkdtemp(`${tmpdir()}/redzone-native-`);
  context.after(() => rm(folder, { recursive: true }));
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  await writeFile(`${folder}/queries.csv`, ['query_id,name,type,dob,country', ...asked.map(({ name, kind }, at) => `${at},${quoted(name)},${kind},,`)].join('\n'));
  const args = ['screen', '--quiet', '--index', 'dist/lists', '--as-of', asOf, '--queries', `${folder}/queries.csv`, '--out', `${folder}/out.jsonl`];
  await promisify(execFile)('target/release/redzone', args, { cwd: root });
  const native = (await readFile(`${folder}/out.jsonl`, 'utf8')).trimEnd().split('\n');
  assert.equal(native.length, asked.length);
  const ids = new Map();
  const idOf = (list, entry) => {
    const key = `${list}/${entry}`;
    if (!ids.has(key)) ids.set(key, `${list}:${screener.details(list, entry).id}`);
    return ids.get(key);
  };
  asked.forEach(({ name, kind }, at) => {
    const { hits } = screener.check({ name, kind: KINDS[kind], countries: [], born: '', asOf, threshold: 3_000, limit: 5 });
    const matches = hits.map(({ list, entry, score }) => ({ entity_id: idOf(list, entry), score: score / 10_000 }));
    assert.equal(JSON.stringify({ query_id: String(at), matches }), native[at], name);
  });
  context.diagnostic(`${asked.length} queries, 0 differences`);
});
