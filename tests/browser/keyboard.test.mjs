// Every view by keyboard alone, from the menu to its end: nothing is clicked, nothing is focused but by Tab, and no field keeps the focus.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { folder, openKiosk, packFile } from './kiosk.mjs';
import { launch, visit } from './visit.mjs';

let browser, temp;
before(async () => { browser = await launch(); temp = await folder(); });
after(async () => { await browser.close(); await temp.gone(); });

/** The most steps from one thing to another on any view. */
const FAR = 250;

/** What a person without a pointer does. */
function keys(page) {
  const press = (...names) => names.reduce((done, name) => done.then(() => page.keyboard.press(name)), Promise.resolve());
  const at = (selector) => page.evaluate((selector) => document.activeElement.matches(selector), selector);
  /** Goes on with Tab, or back, until the focus is on it; of several with these words, the first. */
  const to = async (selector, { words = '', back = false } = {}) => {
    for (let steps = 0; steps < FAR; steps += 1) {
      await press(back ? 'Shift+Tab' : 'Tab');
      if (await page.evaluate(([selector, words]) => document.activeElement.matches(selector) && document.activeElement.textContent.includes(words), [selector, words])) return;
    }
    throw new Error(`not reached by keyboard: ${selector} ${words}`);
  };
  const go = async (selector, how) => { await to(selector, how); await press('Enter'); };
  const view = async (name) => { await page.evaluate(() => document.activeElement.blur()); await go(`nav a[href="#${name}"]`); await page.waitForFunction((name) => document.activeElement.matches(`redzone-${name} h1`), name); };
  const saved = async (selector, how) => { await to(selector, how); const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]); return readFile(await download.path(), 'utf8'); };
  return { press, at, to, go, view, saved, type: (text) => page.keyboard.type(text) };
}

/** One visit by keyboard that must leave the console empty. */
function journey(name, walk) {
  test(name, async () => {
    const one = await visit(browser, { today: '2026-08-16', context: { acceptDownloads: true } });
    await walk(one.page, keys(one.page));
    // What the attack is refused by Trusted Types, the browser tells.
    const told = [...one.seen.console, ...one.seen.errors, ...(await one.violations())].filter((line) => !/TrustedScriptURL|trusted-types-sink/.test(line));
    assert.deepEqual(told, []);
    await one.close();
  });
}

journey('a party with its address, numbers, role and strictness; a decision; the record, asked again and downloaded', async (page, { press, to, go, view, saved, type }) => {
  await view('party');
  await to('#name');
  await type('Huawei Tecnologies Co');
  await go('redzone-party form > details > summary');
  await to('#address');
  await type('1 Example Road');
  await to('#identifiers');
  await type('IMO 9187629');
  await to('#role');
  await type('End user');
  await to('input[name=strictness]');
  await press('ArrowUp');
  assert.ok(await page.isChecked('input[name=strictness] >> nth=0'));
  await go('redzone-party button[type=submit]');
  await page.waitForFunction(() => document.activeElement.id === 'verdict-title');
  await page.locator('redzone-hit .decide').first().waitFor();
  await go('redzone-hit .decide summary');
  await to('redzone-hit input[name=decision]');
  await press('ArrowUp', 'ArrowUp');
  await to('redzone-hit textarea[name=reason]');
  await type('Another number');
  await to('redzone-hit input[name=by]');
  await type('A. Reviewer');
  await to('redzone-hit input[name=until]');
  await type('10102026');
  await go('redzone-hit .decide button');
  await page.locator('redzone-hit .made:focus').waitFor();
  await go('redzone-party .files button', { words: 'Save the record' });
  await page.getByRole('heading', { name: /^Whole: 2 records/ }).waitFor();
  await go('redzone-record button', { words: 'Ask again' });
  await page.getByText('1 record: the same answer, byte for byte').waitFor();
  assert.match(await saved('redzone-record button', { words: 'Download the case file' }), /Another number/);
});

journey('a destination', async (page, { press, at, to, go, view, type }) => {
  await view('destination');
  await to('#place');
  await type('chin');
  await page.waitForSelector('#place[aria-expanded=true]');
  await press('ArrowDown', 'Enter');
  await go('redzone-destination button[type=submit]');
  await page.waitForFunction(() => document.activeElement.id === 'ruling-title');
  await go('redzone-destination summary');
  assert.ok(await at('redzone-destination summary'));
});

journey('many names: pasted, mapped, checked, decided and saved', async (page, { press, at, to, go, view, saved, type }) => {
  await view('batch');
  await to('#batch-paste');
  await type('Huawei Tecnologies Co');
  await press('Enter');
  await type('Margaret Honeychurch');
  await go('redzone-batch form button', { words: 'Use these rows' });
  await page.waitForFunction(() => document.activeElement.id === 'batch-columns-title');
  await go('redzone-batch form button[type=submit]');
  await page.waitForSelector('redzone-batch .ledger-line');
  await to('.queue');
  await page.locator('redzone-queue redzone-hit .law').first().waitFor();
  await press('d');
  assert.ok(await at('#queue-reason'));
  await type('Another company');
  await press('Enter');
  await page.locator('.queue:focus').waitFor();
  await page.getByText(/Decided: 1\./).waitFor();
  assert.match(await saved('#batch-save', { back: true }), /different-party/);
});

journey('a deal, from its items to a red flag', async (page, { press, to, go, view, type }) => {
  await view('deal');
  await to('#deal-items-0-name');
  await type('accelerator');
  await to('#deal-items-0-eccn');
  await type('3A090.a');
  const next = async (title) => { await go('redzone-deal form button[type=submit]'); await page.waitForFunction((title) => document.activeElement.textContent.trim() === title, title); };
  await next('Parties');
  await to('#deal-parties-0-name');
  await type('Qwyxzov Fjordbanane Interkontinentale');
  await go('redzone-deal button', { words: 'Add an owner' });
  await to('#deal-parties-0-owners-0-name', { back: !(await page.evaluate(() => document.activeElement.compareDocumentPosition(document.querySelector('#deal-parties-0-owners-0-name')) & Node.DOCUMENT_POSITION_FOLLOWING)) });
  await type('Erika Beispiel');
  await next('Route');
  await to('#deal-destination');
  await type('chin');
  await page.waitForSelector('#deal-destination[aria-expanded=true]');
  await press('ArrowDown', 'Enter');
  await next('Use and payment');
  await next('This could not be decided. Do not rely on it');
  await go('.contents a', { words: 'Red flags' });
  await page.waitForFunction(() => document.activeElement.id === 'deal-flags');
  await go('.asked summary');
  await to('section[aria-labelledby=deal-flags] input[type=radio]');
  await press('ArrowDown');
  await page.locator('section[aria-labelledby=deal-flags] input[id$=-evidence]').waitFor();
});

journey('lists and a newer pack, the attack, help', async (page, { press, at, to, go, view }) => {
  // Before anything else, so that the browser knows of it when the key is pressed.
  const chosen = page.waitForEvent('filechooser').then((chooser) => chooser.setFiles(packFile(temp, { name: 'newer', build: ['--number', '2'] })));
  await view('lists');
  await to('#newer-pack');
  await press('Enter');
  await chosen;
  await page.locator('.taken:focus').waitFor();
  await view('proof');
  await go('redzone-proof button', { words: 'Attack now' });
  await page.waitForSelector('redzone-proof .verdict');
  await view('help');
  await go('.contents a', { words: 'Error codes' });
  assert.ok(await at('#help-errors'));
});

test('the kiosk: start, a name, the operator\'s screen, finish', async () => {
  const context = await browser.newContext();
  const { page } = await openKiosk(context);
  const { press, to, go, type } = keys(page);
  await go('.others button', { words: 'Operator' });
  await page.waitForFunction(() => document.activeElement.matches('redzone-operator h1'));
  await to('#pack-file');
  await go('redzone-operator button', { words: 'Back' });
  await page.waitForFunction(() => document.activeElement.matches('.start h1'));
  await go('.go');
  await page.waitForFunction(() => document.activeElement.matches('redzone-party h1'));
  await to('#name');
  await type('Huawei Technologies');
  await press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'verdict-title');
  await page.evaluate(() => { globalThis.before = true; });
  await go('.wipe');
  await page.waitForFunction(() => !globalThis.before && document.querySelector('[data-state=sealed]'));
  assert.equal(await page.inputValue('#name'), '');
  await context.close();
});
