// "Lists": what each does, the ledger that adds up, what is not covered; and newer lists from a file, all or nothing.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { hears, listening } from './heard.mjs';
import { folder, packFile } from './kiosk.mjs';
import { check, launch, verdict, visit } from './visit.mjs';

let browser, temp;
before(async () => { browser = await launch(); temp = await folder(); });
after(async () => { await browser.close(); await temp.gone(); });

async function open() {
  const one = await visit(browser, { hash: '#lists', init: listening });
  await one.page.waitForSelector('redzone-lists strong.sentence');
  return one;
}

test('each list says who publishes it, how old it is, that it is verified, and what it does', async () => {
  const { page, seen, close } = await open();
  const lists = await page.locator('redzone-lists .lists > li').allInnerTexts();
  assert.ok(lists.length >= 12);
  for (const text of lists) for (const part of [/US /, /\d+ days/, /Signed and verified/, /part(y|ies), [\d,]+ names?/, /: ./]) assert.match(text, part);
  assert.deepEqual([...seen.console, ...seen.errors], []);
  await close();
});

test('every row is accounted for: rows = joined + taken off + dropped + parties', async () => {
  const { page, close } = await open();
  const rows = await page.locator('redzone-lists .ledger :is(tbody, tfoot) tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.innerText.replaceAll(',', '')))));
  for (const [read, joined, ended, dropped, parties] of rows) assert.equal(read, joined + ended + dropped + parties);
  assert.ok(rows.at(-1)[0] > 20_000);
  await close();
});

test('what is not covered is named', async () => {
  const { page, close } = await open();
  const told = await page.innerText('redzone-lists');
  for (const name of [/United Nations Security Council/, /EU consolidated list/, /UK Sanctions List/, /do not|not listed themselves/]) assert.match(told, name);
  await close();
});

test('newer lists from a file are taken whole, and the difference is shown; the views answer over them', async () => {
  const { page, seen, close } = await open();
  const before = seen.server.length;
  await page.setInputFiles('#newer-pack', packFile(temp, { name: 'newer', build: ['--number', '2'] }));
  await page.getByText('are in use now').waitFor({ timeout: 30_000 });
  assert.match(await page.innerText('redzone-update'), /no change/);
  await hears(page, /are in use now\.$/);
  assert.match(await page.innerText('redzone-lists dl.facts >> nth=1'), /\d{8}002/);
  await page.click('nav a[href="#party"]');
  await check(page, 'Huawei Technologies Co Ltd');
  assert.match(await verdict(page), /Possible match/);
  assert.equal(seen.server.length, before);
  await close();
});

test('what a new edition changed is told beside its list', async () => {
  const { page, close } = await open();
  assert.match(await page.locator('redzone-lists .lists > li', { hasText: 'Unverified List' }).innerText(), /First edition here/);
  cpSync(new URL('../../lists/editions', import.meta.url), temp.at('editions'), { recursive: true });
  const file = temp.at('editions/us-uvl.txt');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^(Counts: .*)$/m, 'Change: 2026-06-30 4 added, 3 delisted, 2 renamed, 1 changed\n$1'));
  await page.setInputFiles('#newer-pack', packFile(temp, { name: 'changed', editions: temp.at('editions'), build: ['--number', '4'] }));
  await page.getByText('are in use now').waitFor();
  assert.match(await page.locator('redzone-lists .lists > li', { hasText: 'Unverified List' }).innerText(), /Since the edition of 30 June 2026: 4 added, 3 taken off, 2 renamed, 1 changed/);
  await close();
});

test('a file that is no pack, an altered one and one that is not newer change nothing', async () => {
  const { page, close } = await open();
  const good = packFile(temp, { name: 'same' });
  writeFileSync(temp.at('cut.tar.gz'), readFileSync(good).subarray(0, 5_000));
  writeFileSync(temp.at('text.tar.gz'), 'hello');
  for (const file of [good, temp.at('cut.tar.gz'), temp.at('text.tar.gz')]) {
    await page.setInputFiles('#newer-pack', file);
    await page.waitForSelector('redzone-update .verdict.hit', { timeout: 30_000 });
    assert.match(await page.innerText('redzone-update .verdict'), /^Nothing was changed/);
    await page.evaluate(() => { document.querySelector('redzone-update').fault = undefined; });
    await page.waitForSelector('redzone-update .verdict.hit', { state: 'detached' });
  }
  assert.match(await page.innerText('redzone-lists'), /\d{8}001/);
  await close();
});

test('lists are not changed while a view is in the middle of a run', async () => {
  const { page, close } = await open();
  await page.click('nav a[href="#party"]');
  await page.locator('redzone-party').evaluate((view) => view.toggleAttribute('running', true));
  await page.click('nav a[href="#lists"]');
  await page.setInputFiles('#newer-pack', packFile(temp, { name: 'later', build: ['--number', '3'] }));
  await page.getByText('Lists are not changed while that goes on').waitFor();
  await close();
});
