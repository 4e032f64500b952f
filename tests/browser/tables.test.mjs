// Names in Chinese, Japanese and Korean writing need tables that come late. Until they are there such a name is "could not be checked".
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engine, openPack, tables, words } from './engine.mjs';

const EAST_ASIAN = ['习近平', 'トヨタ', '김정은', 'Huawei 华为技术有限公司'];
const question = (name, asOf) => ({ name, kind: 'unstated', countries: [], born: '', asOf, limit: 5 });

test('without the tables an East Asian name is refused or indeterminate, never "no match"; other names are answered', async () => {
  const { manifest, files, keys, asOf } = await openPack();
  const { Screener, loadTables } = await engine('record', 'without-tables');
  const screener = new Screener(manifest, keys);
  for (const { name, bytes } of files.filter((file) => file.name.includes('.search.'))) screener.add(name, bytes);
  screener.ready(await words());
  const refused = () => {
    for (const name of EAST_ASIAN) assert.throws(() => screener.check(question(name, asOf)), { code: 'tables-missing' }, name);
    const rows = screener.checkMany([...EAST_ASIAN, 'Huawei Technologies'], asOf);
    assert.deepEqual(Array.from(rows).filter((_, at) => at % 5 === 0), [2, 2, 2, 2, 0]);
  };
  refused();
  const file = await tables();
  for (const bent of [Buffer.concat([file, Buffer.of(0)]), file.subarray(1), Buffer.alloc(0)]) {
    assert.throws(() => loadTables(bent), { code: 'digest' });
    refused();
  }
  loadTables(file);
  loadTables(file);
  for (const name of EAST_ASIAN) assert.ok(screener.check(question(name, asOf)).read.readings.length > 0, name);
  assert.equal(screener.check(question('习近平', asOf)).read.readings[0].join(' '), 'xi jinping');
});
