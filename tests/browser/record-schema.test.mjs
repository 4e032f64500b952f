// The JSON Schema of the record, held against the goldens and against records that the programs write.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = createRequire(new URL('../../www/package.json', import.meta.url));
const Ajv = packages('ajv/dist/2020').default;
const golden = (name) => readFile(new URL(`../../crate/record/tests/golden/${name}`, import.meta.url), 'utf8');

let dir;
let valid;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'redzone-schema-'));
  const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false });
  packages('ajv-formats')(ajv);
  valid = ajv.compile(JSON.parse(await readFile(new URL('../../crate/record/src/record-1.schema.json', import.meta.url), 'utf8')));
});
after(() => rm(dir, { recursive: true }));

function fits(line, name) {
  assert.ok(valid(JSON.parse(line)), `${name}: ${JSON.stringify(valid.errors?.slice(0, 3))}`);
}

/** The golden check of version 2 has no line of its own: it takes the place of the one in the case file. */
async function checkOfVersion2() {
  const line = JSON.parse((await golden('case-1.jsonl')).split('\n')[0]);
  return `${JSON.stringify({ ...line, record: { ...line.record, body: JSON.parse(await golden('check-2.json')) } })}\n`;
}

test('every golden line fits', async (context) => {
  const lines = (await golden('case-1.jsonl') + await golden('deal-1.jsonl') + await checkOfVersion2()).trimEnd().split('\n');
  lines.forEach((line, at) => fits(line, `line ${at + 1}`));
  assert.deepEqual(new Set(lines.map((line) => JSON.parse(line).record.kind)), new Set(['check', 'batch', 'row', 'batch-end', 'decision', 'deal']));
  context.diagnostic(`${lines.length} lines`);
});

test('records that the terminal writes fit, whole and redacted', async () => {
  const redzone = (...args) => promisify(execFile)('target/release/redzone', ['-q', ...args], { cwd: root }).catch((error) => { if ([1, 5].includes(error.code)) return error; throw error; });
  const at = (name) => join(dir, name);
  const day = JSON.parse((await redzone('check', 'x y', '--format', 'json', '--lists', 'dist/lists', '--as-of', '2026-08-16')).stdout).lists[0].as_of;
  await writeFile(at('book.csv'), 'query_id,name,type,dob,country\n1,Huawei Tecnologies,entity,,CN\n2,Qwyxzov Fjordbanane,person,1962,\n3,---,,,\n');
  await redzone('screen', '--index', 'dist/lists', '--queries', at('book.csv'), '--out', at('a.jsonl'), '--as-of', day, '--record', at('case.jsonl'));
  await writeFile(at('deal.json'), JSON.stringify({ as_of: day, destination: 'MY', parties: [{ name: 'Contoh Cloud Sdn Bhd', roles: ['end-user'] }] }));
  await redzone('determine', '--question', at('deal.json'), '--lists', 'dist/lists', '--record', at('case.jsonl'));
  for (const [place, ...more] of [['Crimea'], ['MO', '--headquarters', 'CN'], ['Springfield']]) await redzone('destination', place, ...more, '--as-of', day, '--lists', 'dist/lists', '--record', at('case.jsonl'));
  await redzone('record', 'redact', at('case.jsonl'), '--out', at('redacted.jsonl'));
  for (const name of ['case.jsonl', 'redacted.jsonl']) (await readFile(at(name), 'utf8')).trimEnd().split('\n').forEach((line, place) => fits(line, `${name} ${place + 1}`));
});

test('an answer about a destination fits in every member and in no other', async () => {
  const { stdout } = await promisify(execFile)('target/release/redzone', ['-q', 'destination', 'Crimea', '--lists', 'dist/lists', '--format', 'json', '--as-of', '2026-10-06'], { cwd: root }).catch((error) => error);
  const line = JSON.parse((await golden('case-1.jsonl')).split('\n')[0]);
  const record = (body) => ({ ...line, record: { ...line.record, kind: 'destination', body } });
  const body = JSON.parse(stdout);
  assert.ok(body.fired.length > 0 && valid(record(body)), JSON.stringify(valid.errors?.slice(0, 3)));
  const spoil = [
    (body) => { body.ruling = 'fine'; },
    (body) => { body.more = 1; },
    (body) => { delete body.pack; },
    (body) => { body.question.as_of = 'today'; },
    (body) => { delete body.fired[0].citation; },
    (body) => { body.fired[0].source_as_of = 20261006; },
    (body) => { body.doubts = ['in no table']; },
    (body) => { body.rules.id = ''; },
  ];
  for (const change of spoil) {
    const other = structuredClone(body);
    change(other);
    assert.ok(!valid(record(other)), String(change));
  }
});

test('what is no record does not fit', async () => {
  const [first] = (await golden('case-1.jsonl')).split('\n');
  const spoil = [
    (line) => { line.record.kind = 'other'; },
    (line) => { line.record.body.verdict = 'maybe'; },
    (line) => { line.record.body.hits[0].score = 10_001; },
    (line) => { line.record.body.more = 1; },
    (line) => { delete line.record.body.pack; },
    (line) => { delete line.seed; },
    (line) => { line.record.time.at = 'yesterday'; },
    (line) => { line.record.number = 0; },
  ];
  for (const change of spoil) {
    const line = JSON.parse(first);
    change(line);
    assert.ok(!valid(line), String(change));
  }
});
