// Fail closed: whatever is wrong with a file, the clock or the engine is said, and never becomes "no match".
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hears, listening } from './heard.mjs';
import { bentEngine, check, held, launch, verdict, visit } from './visit.mjs';

const NOBODY = 'Qwyxzov Fjordbanane Interkontinentale';
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const flip = (bytes, at) => { const copy = Buffer.from(bytes); copy[at] ^= 1; return copy; };
const only = (part, change) => (path, bytes) => (path.includes(part) ? change(bytes) : bytes);

/** The page opens, says what is missing, and answers "could not be checked". */
function incomplete(name, bend, said) {
  test(name, async () => {
    const { page, close } = await visit(browser, { bend });
    await check(page, NOBODY);
    assert.match(await verdict(page), /could not be checked in full/);
    assert.doesNotMatch(await page.innerText('redzone-party .answer'), /no match/i);
    assert.match(await page.innerText('.age'), /1 list could not be loaded/);
    await page.click('a[href="#lists"]');
    await page.locator('redzone-lists .verdict.hit', { hasText: said }).waitFor();
    // What the other lists say still stands: a missing list hides no hit.
    await page.click('a[href="#party"]');
    await check(page, 'Huawei Technologies Co Ltd');
    assert.match(await verdict(page), /Possible match/);
    await close();
  });
}
incomplete('a list with one bit flipped', only('us-dpl.search', (bytes) => flip(bytes, bytes.length >> 1)), /SHA-256/);
incomplete('a list cut short', only('us-dpl.search', (bytes) => bytes.subarray(0, -1)), /should have \d+ bytes and has \d+/);
incomplete('a list that is an error page', only('us-dpl.search', () => Buffer.from('<!doctype html><title>403</title>')), /should have \d+ bytes/);
incomplete('an empty list', only('us-dpl.search', () => Buffer.alloc(0)), /has 0/);
incomplete('a list that is not there', only('us-dpl.search', () => null), /could not be fetched/);

/** The page opens nothing and says why. */
function refused(name, bend, said) {
  test(name, async () => {
    const { page, close } = await visit(browser, { bend });
    assert.match(await page.innerText('main'), /Nothing can be checked/);
    assert.match(await page.innerText('main'), said);
    assert.equal(await page.locator('form').count(), 0);
    await close();
  });
}
const last = (bytes) => Buffer.from(bytes.toString('latin1').replace(/([0-9a-f])(\s*)$/, (_all, digit, end) => (digit === '0' ? '1' : '0') + end), 'latin1');
refused('a manifest with another signature', only('manifest', last), /not signed by the key/);
refused('a manifest changed after signing', only('manifest', (bytes) => Buffer.from(bytes.toString().replace(/us-dpl/, 'us-dpx'))), /not signed by the key/);
refused('no manifest', only('manifest', () => null), /list of lists could not be fetched|could not be fetched/);
refused('an engine that is not the one built', only('party-', (bytes) => flip(bytes, bytes.length - 10)), /not the one this page was built with/);

test('past the pack\'s last day there is no "no match", and hits still show', async () => {
  const { page, close } = await visit(browser, { today: '2099-01-01' });
  await check(page, NOBODY);
  assert.match(await verdict(page), /could not be checked in full/);
  assert.match(await page.innerText('redzone-party .verdict'), /last day/);
  await check(page, 'Huawei Technologies Co Ltd');
  assert.match(await verdict(page), /Possible match/);
  await close();
});

test('a device whose date is before the lists gets no "no match"', async () => {
  const { page, close } = await visit(browser, { today: '2020-01-01' });
  await check(page, NOBODY);
  assert.match(await verdict(page), /could not be checked in full/);
  await close();
});

for (const [what, bend] of [['a rules module that is not the one built', only('rules-', (bytes) => flip(bytes, bytes.length - 10))], ['rules with one bit flipped', only('rules.rz', (bytes) => flip(bytes, bytes.length >> 1))], ['rules that are not there', only('rules.rz', () => null)]]) {
  test(`${what}: names are answered, destinations are not`, async () => {
    const { page, close } = await visit(browser, { bend });
    await check(page, 'Huawei Technologies Co Ltd');
    assert.match(await verdict(page), /Possible match/);
    await page.click('a[href="#destination"]');
    await page.fill('#place', 'CU');
    await page.click('redzone-destination button[type=submit]');
    await page.waitForSelector('redzone-destination .summary');
    assert.doesNotMatch(await page.innerText('redzone-destination'), /no rule/i);
    assert.match(await page.innerText('redzone-destination .summary'), /could not be looked up/);
    await close();
  });
}

for (const [what, bend] of [['with one bit flipped', (bytes) => flip(bytes, bytes.length >> 1)], ['that are not there', () => null]]) {
  test(`East Asian tables ${what}: a Chinese name could not be checked, others are`, async () => {
    const { page, close } = await visit(browser, { bend: only('tables-', bend) });
    await check(page, '孙云霞');
    assert.match(await verdict(page), /could not be checked/);
    assert.doesNotMatch(await page.innerText('redzone-party .answer'), /no match/i);
    await check(page, 'Huawei Technologies Co Ltd');
    assert.match(await verdict(page), /Possible match/);
    await close();
  });
}

test('a Chinese name asked before its tables came waits for them', async () => {
  const { arrive, bend } = held('tables-');
  const { page, close } = await visit(browser, { bend });
  await page.fill('#name', '孙云霞');
  await page.click('redzone-party button[type=submit]');
  await page.waitForTimeout(300);
  assert.equal(await page.locator('redzone-party .verdict').count(), 0);
  arrive();
  await page.waitForSelector('redzone-party .verdict h2');
  assert.match(await verdict(page), /No match found/);
  await close();
});

test('a name asked before the lists came is answered when they are there, with their age, at the strictness that was chosen', async () => {
  const { arrive, bend } = held('us-el.search');
  const { page, seen, close } = await visit(browser, { inSight: '#name', bend });
  await page.getByRole('radio', { name: 'Broad' }).check();
  await page.fill('#name', 'Huawei Tecnologies');
  await page.click('redzone-party button[type=submit]');
  await page.waitForTimeout(300);
  assert.equal(await page.locator('redzone-party .verdict').count(), 0);
  assert.equal(await page.locator('[data-state=loading]').count(), 1);
  arrive();
  await page.waitForSelector('redzone-party .verdict h2');
  assert.match(await verdict(page), /Possible match/);
  assert.match(await page.innerText('redzone-party .verdict'), /Broad[^]*The oldest list searched is of/);
  assert.match(await page.innerText('section.age'), /Starter data/i);
  assert.equal(await page.inputValue('#name'), 'Huawei Tecnologies');
  assert.deepEqual([seen.errors, seen.console], [[], []]);
  await close();
});

for (const [how, bytes] of [['altered on the way', () => Buffer.from('globalThis.altered = true;')], ['missing', () => null]]) {
  test(`the late views ${how}: names are answered, the other views say that they can't be used`, async () => {
    const { page, close } = await visit(browser, { bend: only('/late-', bytes) });
    await check(page, 'Huawei Technologies Co Ltd');
    assert.match(await verdict(page), /Possible match/);
    await page.click('a[href="#destination"]');
    await page.getByRole('alert').filter({ hasText: 'Nothing can be checked' }).waitFor();
    assert.equal(await page.evaluate(() => globalThis.altered), undefined);
    await close();
  });
}

test('a view that is asked for before the late views came takes the focus, and is heard, when it has come', async () => {
  const { arrive, bend } = held('/late-');
  const { page, close } = await visit(browser, { init: listening, bend });
  await page.click('a[href="#destination"]');
  await page.getByRole('heading', { name: 'Check a destination' }).waitFor();
  arrive();
  await hears(page, /^Check a destination$/);
  await close();
});

test('detail files that do not come leave the hit standing and say so', async () => {
  const { page, close } = await visit(browser, { bend: only('.detail.', () => null) });
  await check(page, 'Huawei Technologies Co Ltd');
  assert.match(await verdict(page), /Possible match/);
  await page.getByText('could not be loaded. The match itself stands').first().waitFor();
  await close();
});

/** How many known questions a worker answers before it stands up. */
const KNOWN = 4;

/** Bends what `check` does in the first `workers` workers, after the known questions. */
const bent = (deed, workers) => `${bentEngine(`(exports) => {
    if (Number(self.name) > ${workers}) return exports;
    const deeds = { trap: (...given) => exports.screener_check(0xfffffff0, ...given.slice(1)), hang: () => { for (;;); } };
    let asked = 0;
    return { ...exports, screener_check: (...given) => ((asked += 1) <= ${KNOWN} ? exports.screener_check : deeds.${deed})(...given) };
  }`)}
  const { Worker: RealWorker } = globalThis;
  let started = 0;
  globalThis.Worker = class extends RealWorker { constructor(url) { super(url, { name: String(started += 1) }); globalThis.workersStarted = started; } };`;

for (const deed of ['trap', 'hang']) {
  test(`an engine that ${deed}s once is thrown away, and the new one answers`, async () => {
    const { page, close } = await visit(browser, { init: bent(deed, 1) });
    await check(page, 'Huawei Technologies Co Ltd');
    assert.match(await verdict(page), /Possible match/);
    assert.equal(await page.evaluate(() => globalThis.workersStarted), 2);
    await close();
  });

  test(`an engine that ${deed}s twice gives "could not be checked", and the page goes on`, async () => {
    const { page, close } = await visit(browser, { init: bent(deed, 2) });
    await check(page, NOBODY);
    assert.match(await verdict(page), /could not be checked in full/);
    // With what to do, and the code by which the help lists it.
    assert.match(await page.innerText('redzone-party .verdict'), /twice\. Nothing was decided\. (Check the name once more|Close other programs)[^]*Error code: (trap|timeout)/);
    await check(page, 'Huawei Technologies Co Ltd');
    assert.match(await verdict(page), /Possible match/);
    await close();
  });
}
