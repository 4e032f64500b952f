// What an embedder may change: more is reported and less is relied on, never the other way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engine, openPack, words } from './engine.mjs';

const NAMES = ['Huawei Tech', 'Ivan Petrov', 'Qwyxzov Fjordbanane Interkontinentale', 'Hua Wei Company', 'Maria Lopez'];

/** A screener over the same pack, with something tightened before it is made ready. */
async function opened(tighten) {
  const { manifest, files, keys, asOf } = await openPack();
  const { Screener } = await engine('record');
  const screener = new Screener(manifest, keys);
  for (const { name, bytes } of files.filter((file) => file.name.includes('.search.'))) screener.add(name, bytes);
  tighten(screener);
  screener.ready(await words());
  const hits = (name, threshold) => screener.check({ name, kind: 'unstated', countries: [], born: '', asOf, limit: 5_000, ...(threshold && { threshold }) }).hits.map(({ list, entry, score }) => `${list}/${entry}/${score}`);
  return { screener, asOf, hits };
}

test('a lower threshold reports more, also for a question with its own; a higher one changes nothing', async () => {
  const plain = await opened(() => {});
  const lower = await opened((one) => { one.tightenThreshold(5_000); one.tightenThreshold(9_000); });
  const higher = await opened((one) => one.tightenThreshold(9_900));
  let more = 0;
  for (const name of NAMES) {
    const [had, has] = [plain.hits(name), lower.hits(name)];
    assert.deepEqual(had.filter((hit) => !has.includes(hit)), [], name);
    more += has.length - had.length;
    assert.deepEqual(higher.hits(name), had, name);
    assert.deepEqual(lower.hits(name, 9_000), has, name);
  }
  assert.ok(more > 0);
  const rows = (one) => Array.from(one.screener.checkMany(NAMES, one.asOf)).filter((_, at) => at % 5 === 1).reduce((a, b) => a + b);
  assert.ok(rows(lower) > rows(plain));
});

test('ages count sooner and never later', async () => {
  const freshness = ({ screener }, day) => screener.lists(day).lists.find(({ id }) => id === 'us-sdn').freshness;
  const plain = await opened(() => {});
  const sooner = await opened((one) => one.tighten(0, 1, 2));
  const later = await opened((one) => one.tighten(999, 999, 999));
  assert.equal(freshness(sooner, '2026-08-03'), 'stopped');
  assert.notEqual(freshness(plain, '2026-08-03'), 'stopped');
  for (const day of ['2026-08-01', '2026-08-03', '2026-12-24']) assert.equal(freshness(later, day), freshness(plain, day));
});
