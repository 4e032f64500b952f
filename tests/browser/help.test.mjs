// "Help": what each list does comes from the rules, and the way inside the view leaves the address alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visit } from './visit.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('each list has what it does beside it, with its citation', async () => {
  const { page, seen, close } = await visit(browser, { hash: '#help' });
  // The table of errors is there at once; what the lists do comes with the rules.
  await page.waitForSelector('redzone-help dl:not(.errors) dd');
  const titles = await page.locator('redzone-help dl:not(.errors) dt').allInnerTexts();
  const effects = await page.locator('redzone-help dl:not(.errors) dd').allInnerTexts();
  assert.ok(titles.length >= 12);
  for (const [at, title] of titles.entries()) assert.ok(effects[at].length > 20, title);
  // Every error has its code and what to do: its own words say it, or a remedy does.
  const errors = await page.locator('redzone-help dl.errors > *').allInnerTexts();
  const remedies = new Map(errors.flatMap((code, at) => (at % 2 ? [] : [[code, errors[at + 1]]])));
  assert.ok(remedies.size >= 40, `${remedies.size} codes`);
  for (const [code, told] of remedies) assert.match(told, /[.:,(].* \S+ \S+/, code);
  assert.match(remedies.get('signature'), /Do not use these lists/);
  assert.match(await page.innerText('redzone-help'), /not legal advice/);
  assert.doesNotMatch(await page.innerText('body'), /\{[a-z][\w-]*\}/, 'a message without words');
  assert.deepEqual([...seen.console, ...seen.errors], []);
  await close();
});

test('a link inside the view moves the focus and not the address', async () => {
  const { page, close } = await visit(browser, { hash: '#help' });
  await page.click('redzone-help nav a >> nth=3');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'help-strictness');
  assert.match(page.url(), /#help$/);
  await close();
});

test('rules that did not come: the help says that the effects are missing', async () => {
  const { page, close } = await visit(browser, { hash: '#help', bend: (path, bytes) => (path.includes('rules.rz') ? null : bytes) });
  await page.getByText('What the lists do in law could not be loaded').waitFor();
  await close();
});
