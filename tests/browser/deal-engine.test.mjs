// Deals: the terminal and the browser give the same answer to every case of the suite, byte for byte; the JSON Schema holds both and
// refuses what the engine refuses.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import { deals, openPack } from './engine.mjs';

const packages = createRequire(new URL('../../www/package.json', import.meta.url));
const Ajv = packages('ajv/dist/2020').default;

let cases;
let rulebook;
let schema;
before(async () => {
  cases = await deals();
  ({ rulebook } = await openPack());
  schema = JSON.parse(await readFile(new URL('../../crate/record/src/deal/schema.json', import.meta.url), 'utf8'));
});

function validator(part) {
  const ajv = new Ajv({ allErrors: true, strictTypes: false });
  packages('ajv-formats')(ajv);
  return ajv.compile({ ...schema, type: undefined, required: undefined, properties: undefined, additionalProperties: undefined, $ref: `#/$defs/${part}` });
}

/** Member order is no part of a value. */
const sorted = (value) => JSON.stringify(value, (_, inner) => (inner && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner));

const thrown = (call) => { try { call(); return undefined; } catch (error) { return error; } };

test('native and Wasm answer every deal of the suite with the same bytes', (context) => {
  assert.ok(cases.length >= 490, `${cases.length} cases`);
  for (const { name, question, answer } of cases) assert.equal(sorted(rulebook.determine(question)), sorted(answer), name);
  context.diagnostic(`${cases.length} questions, 0 differences`);
});

test('every question and every answer of the suite is as the JSON Schema says', () => {
  const [asked, answered] = [validator('question'), validator('answer')];
  for (const { name, question, answer } of cases) {
    assert.ok(asked(question), `${name}: ${JSON.stringify(asked.errors)}`);
    assert.ok(answered(answer), `${name}: ${JSON.stringify(answered.errors?.slice(0, 3))}`);
    assert.ok(!answered({ ...answer, ruling: 'fine' }) && !answered({ ...answer, more: 1 }), name);
  }
});

test('what the schema refuses of a question, the engine refuses', () => {
  const asked = validator('question');
  const [{ question }] = cases;
  const party = (change) => ({ ...question, parties: [{ ...question.parties[0], ...change }] });
  const bad = [
    { ...question, as_of: undefined }, { ...question, as_of: '1.10.2026' }, { ...question, as_of: '2026-02-30' }, { ...question, destinaton: 'IR' }, { ...question, destination: ' ' },
    { ...question, destination: 5 }, { ...question, legs: 'IR' }, { ...question, legs: [{ place: 'IR', on_board: true }] }, { ...question, payment: [] }, { ...question, payment: ['gold'] },
    { ...question, layers: ['6'] }, { ...question, us_content_percent: 101 }, { ...question, us_content_percent: -1 }, { ...question, law: ['CH'] }, { ...question, currency: 'dollars' },
    { ...question, answers: [{ code: 'RF01' }] }, { ...question, answers: [{ code: 'RF01', reply: 'maybe' }] }, { ...question, end_use: { purposes: ['peace'] } },
    { ...question, items: [{ kind: 'toaster' }] }, { ...question, items: [{ kind: 'chip', units: [{ count: 0 }] }] }, { ...question, items: [{ kind: 'chip', units: [{ rates: [{ bits: 8 }] }] }] },
    { ...question, items: [{ kind: 'chip', units: [{ area_mm2: 'big' }] }] }, { ...question, items: [{ training_operations: 'many' }] },
    party({ roles: [] }), party({ roles: ['consignee'] }), party({ user: ['nobody'] }), party({ person: 'yes' }), party({ person: true }), party({ parent: 'me' }), party({ screening: [] }), party({ screening: 'none' }),
    party({ screening: [{ entry: '1' }] }), party({ screening: [{ list: 'SDN', finding: 'maybe' }] }), party({ owners: [{ share: 5 }] }), party({ owners: [{ share_percent: '5,5' }] }),
  ].map((one) => JSON.parse(JSON.stringify(one)));
  for (const one of bad) {
    assert.ok(!asked(one), `the schema takes ${JSON.stringify(one)}`);
    assert.equal(thrown(() => rulebook.determine(one))?.code, 'question', JSON.stringify(one));
  }
});

test('values that are no JSON are refused, and the engine answers the next question', () => {
  const deep = {};
  for (let at = deep, level = 0; level < 10_000; level += 1) at = at.parties = [{}][0];
  const self = { as_of: '2026-10-01' };
  self.parties = [self];
  for (const one of [undefined, null, 5, 'DE', [], () => 1, Symbol('x'), deep, self, { as_of: 1n }, new Map(), { as_of: '2026-10-01', destination: Number.NaN }]) {
    assert.equal(thrown(() => rulebook.determine(one))?.code, 'question', String(typeof one));
  }
  assert.equal(rulebook.determine(cases[0].question).ruling, cases[0].answer.ruling);
});

test('items are told by their figures, as at the terminal', () => {
  for (const { name, question, answer } of cases) question.items?.forEach((item, at) => assert.equal(sorted(rulebook.item(item)), sorted(answer.items[at]), name));
  assert.equal(rulebook.item({ kind: 'chip', units: [{ count: 1, planar: false, area_mm2: 2000, rates: [{ tera_ops: 299.9, bits: 16 }] }], datacentre: true }).paragraph, '3A090.b');
});

test('screening is filled in for those who have none, and only a complete run says that there is no match', () => {
  const { question } = cases[0];
  const open = { ...question, parties: [{ name: 'A', address: 'D', owners: [{ name: 'B', last: true }, { name: 'C', screening: 'no match' }], roles: ['end-user'] }] };
  assert.deepEqual(rulebook.unscreened(open), [{ name: 'B', address: '', person: false }, { name: 'A', address: '', person: false }, { name: '', address: 'D', person: false }]);
  const none = { verdict: 'no-match', omitted: 0, hits: [] };
  const found = [none, { verdict: 'hit', omitted: 0, hits: [{ list: 'us-el', entry: '7' }] }, none];
  const [party] = rulebook.screened(open, found).parties;
  assert.deepEqual([party.owners[0].screening, party.screening, party.address_screening], ['no match', [{ list: 'us-el', entry: '7' }], 'no match']);
  assert.equal(rulebook.screened(open, [{ verdict: 'indeterminate', omitted: 0, hits: [] }, found[1], none]).parties[0].owners[0].screening, 'not done');
  assert.equal(rulebook.screened(open, [none, { ...found[1], omitted: 3 }, none]).parties[0].screening, 'not done');
  for (const other of [[], [none], [...found, none], [{}, {}, {}]]) assert.ok(thrown(() => rulebook.screened(open, other)));
  assert.match(rulebook.calendar({ ...question, signing: '2026-11-02' }), /^BEGIN:VCALENDAR\r\n[\s\S]*DTSTART;VALUE=DATE:20261102[\s\S]*END:VCALENDAR\r\n$/);
});
