// The engine comes in two: a lean one for a first answer, and the whole one, which reads every script. What the lean one answers is what the whole one
// answers, byte for byte; what it can't read it refuses, and the page asks the whole one.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { developmentKey, engine, openPack, packNames, shared, words } from './engine.mjs';
import { openKiosk } from './kiosk.mjs';
import { bentEngine, check, held, launch, verdict, visit } from './visit.mjs';

/** A scalar value of a writing that the lean engine reads, or a sign in it. */
const NEAR = /^[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Armenian}\p{scx=Georgian}\p{scx=Hebrew}\p{scx=Arabic}\p{Mn}\u0000-\u02ff\u2000-\u214f]*$/u;
const FAR = ['习近平', 'トヨタ', '김정은', 'Huawei 华为技术有限公司', 'नरेन्द्र मोदी', 'ทักษิณ', 'ﾄﾖﾀ', '㈱トヨタ', 'Huawei 🙂'];
const NEAR_LETTERS = ['O‘zbekiston Ｈｕａｗｅｉ', '𝐇𝐮𝐚𝐰𝐞𝐢 ﬁnance №12 ½', 'ИНН 7707083893', 'Ǆ ŉ ẞ ΐ ᾳ և', 'محمد ﷺ ﻼ', 'a\u0323\u0301\u0345b'];

/** The lean engine over the same lists as the whole one. */
async function opened() {
  const pack = await openPack();
  const { Screener } = await engine('party', 'lean');
  const lean = new Screener(pack.manifest, [await developmentKey()]);
  for (const { name, bytes } of pack.files.filter(({ name }) => name.includes('.search.'))) lean.add(name, bytes);
  lean.ready(await words());
  return { ...pack, lean };
}

/** The names of the benchmark; none where it is not here. */
async function benchmark(context) {
  if (!shared) {
    context.diagnostic('SKIPPED: the benchmark, ../shared/bench is not here');
    return [];
  }
  const rows = (await readFile(new URL('data/public/queries.csv', shared), 'utf8')).trimEnd().split('\n').slice(1);
  return rows.map((row) => [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|\r?$)/g)][1][1].replace(/^"|"$/g, '').replaceAll('""', '"'));
}

test('the lean engine answers as the whole one does, or refuses', async (context) => {
  const pack = await opened();
  const { lean, screener, asOf } = pack;
  const names = [...new Set([...NEAR_LETTERS, ...FAR, ...(await benchmark(context)), ...packNames(pack).map(({ text }) => text)])];
  assert.deepEqual(lean.lists(asOf), screener.lists(asOf));
  let refused = 0;
  for (const name of names) {
    const question = { name, kind: 'unstated', countries: [], born: '', asOf, limit: 3 };
    let answer;
    try {
      answer = JSON.stringify(lean.check(question));
    } catch (error) {
      assert.equal(error.code, 'script-missing', name);
      assert.doesNotMatch(name, NEAR);
      refused += 1;
      continue;
    }
    assert.equal(answer, JSON.stringify(screener.check(question)), name);
  }
  context.diagnostic(`${names.length - refused} names answered the same, ${refused} refused`);
  assert.ok(refused >= FAR.length && refused < names.length / 20);
});

test('what the lean engine can not read it refuses, in whatever field it stands', async () => {
  const { lean, screener, asOf } = await opened();
  const question = { name: 'Huawei', kind: 'unstated', countries: [], born: '', asOf, limit: 3 };
  for (const text of FAR) {
    for (const field of [{ name: text }, { address: text }, { identifiers: [`12${text}`] }]) {
      assert.throws(() => lean.check({ ...question, ...field }), { code: 'script-missing' }, text);
      assert.ok(screener.check({ ...question, ...field }).verdict, text);
    }
  }
});

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const NOBODY = 'Qwyxzov Fjordbanane';

test('the page answers a name in a far script, and everything after it, with the whole engine; no request is made for it', async () => {
  const { page, seen, close } = await visit(browser);
  await page.waitForLoadState('networkidle');
  const before = seen.server.length;
  for (const [name, expected] of [[NOBODY, /^No match found/], ['华为技术有限公司', /^Possible match/], ['孙云霞', /^No match found/], [NOBODY, /^No match found/], ['Huawei Tecnologies', /^Possible match/]]) {
    await check(page, name);
    assert.match(await verdict(page), expected, name);
  }
  assert.equal(seen.server.length, before);
  assert.deepEqual([...seen.console, ...seen.errors], []);
  await close();
});

test('a name in a far script waits for the whole engine, and is never answered without it', async () => {
  const { arrive, bend } = held('record-');
  const { page, close } = await visit(browser, { bend });
  await page.fill('#name', '孙云霞');
  await page.click('redzone-party button[type=submit]');
  await page.waitForTimeout(300);
  assert.equal(await page.locator('redzone-party .verdict').count(), 0);
  arrive();
  await page.waitForSelector('redzone-party .verdict h2');
  assert.match(await verdict(page), /^No match found/);
  await close();
});

for (const [how, bytes] of [['altered on the way', (bytes) => Buffer.concat([bytes, Buffer.of(0)])], ['missing', () => null]]) {
  test(`the whole engine ${how}: near names are answered, far ones could not be checked`, async () => {
    const { page, close } = await visit(browser, { bend: (path, given) => (path.includes('record-') ? bytes(given) : given) });
    await check(page, '孙云霞');
    assert.match(await verdict(page), /could not be checked/);
    await check(page, NOBODY);
    assert.match(await verdict(page), /^No match found/);
    await close();
  });
}

test('a whole engine that does not give the known answers answers nothing', async () => {
  const init = bentEngine('(exports) => (exports.screener_record ? { ...exports, screener_check: () => [0, 0, 0] } : exports)');
  const { page, close } = await visit(browser, { init });
  await check(page, '孙云霞');
  assert.match(await verdict(page), /could not be checked/);
  await check(page, NOBODY);
  assert.match(await verdict(page), /^No match found/);
  await close();
});

test('the kiosk carries the whole engine', async () => {
  const context = await browser.newContext();
  const { page, seen } = await openKiosk(context);
  await page.click('.go');
  await check(page, '华为技术有限公司');
  assert.match(await verdict(page), /^Possible match/);
  assert.deepEqual([...seen.console, ...seen.errors], []);
  await context.close();
});
