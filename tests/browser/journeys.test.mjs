// The page as a person uses it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { hears, listening } from './heard.mjs';
import { ask, check, launch, verdict, visit } from './visit.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A day within the year for which a decision may hold. */
const untilDay = () => new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);

/** One visit that must leave the console empty and break no policy. */
function journey(name, walk, options) {
  test(name, async () => {
    const one = await visit(browser, { init: listening, ...options });
    try {
      await walk(one.page, one);
      assert.deepEqual(one.seen.console, []);
      assert.deepEqual(one.seen.errors, []);
      assert.deepEqual(await one.violations(), []);
      assert.doesNotMatch(await one.page.innerText('body'), /\{[a-z][\w-]*\}/, 'a message without words');
    } finally {
      await one.close();
    }
  });
}

journey('a listed name is found, and every reason adds up to the score', async (page) => {
  await check(page, 'Huawei Tecnologies Co Ltd');
  assert.match(await verdict(page), /^Possible match: \d+ listed part(y|ies)\. Review needed$/);
  await hears(page, /^Starter data, not current/);
  await hears(page, /^Sealed: sends nothing$/, /^Checking/, /^Possible match: \d+ listed part(y|ies)\. Review needed$/);
  const card = page.locator('redzone-hit').first();
  await card.locator('.law').first().waitFor();
  await card.getByText('Why: how the score comes to').click();
  const points = (await card.locator('.points tbody td.number').allInnerTexts()).map(Number);
  const shown = await card.locator('.points tfoot td.number').innerText();
  const score = Number(shown);
  assert.ok(points.length > 1 && score > 0);
  assert.equal(Math.round(points.reduce((a, b) => a + b, 0) * 100), Math.round(score * 100));
  assert.match(await card.innerText(), new RegExp(`score ${shown} of 100`));
  assert.match(await card.innerText(), /huawei/i);
});

journey('what the list does in law stands on the card with its citation, and the entry is a click away', async (page) => {
  await check(page, 'Semiconductor Manufacturing International Corporation');
  const card = page.locator('redzone-hit', { hasText: 'Entity List' }).first();
  await card.locator('.law').first().waitFor();
  assert.match(await card.locator('.law').first().innerText(), /744/);
  await card.getByText('Everything the list says of this party').click();
  assert.match(await card.locator('dl.facts').innerText(), /Federal Register|FR|License requirement/);

  // A name that the list does not print says so, and who says it.
  await check(page, 'Emirates Aero');
  const ours = page.locator('redzone-hit', { hasText: 'Emirates Alloys' }).first();
  await ours.locator('.law').first().waitFor();
  assert.match(await ours.innerText(), /not on the official list/);
  assert.match(await ours.innerText(), /Source: Japan, Ministry of Economy, Trade and Industry/);
});

journey('an address that is listed itself is a hit, whoever is there', async (page) => {
  await page.getByText('Address, numbers and role (optional)').click();
  await page.fill('#address', '16/F Ho King Commercial Centre, 2-16 Fayuen Street, Hong Kong');
  await check(page, 'Qwyxzov Fjordbanane Interkontinentale');
  const card = page.locator('redzone-hit').first();
  await card.locator('.sides', { hasText: /Hong Kong, Hong Kong/ }).waitFor();
  assert.match(await card.locator('.sides').innerText(), /Address\s+16\/F Ho King Commercial Centre, 2-16 Fayuen Street, Hong Kong[^]*Ho King Commercial Centre, 2-16 Fayuen Street, Hong Kong, Hong Kong/);
  assert.match(await card.innerText(), /Entity List/);
});

journey('an address alone that is none of these: no match says that no name was compared, and what was not looked at', async (page) => {
  await page.getByText('Address, numbers and role (optional)').click();
  await page.fill('#address', '1 Qwyxzov Street, Fjordbanane');
  await check(page, '');
  assert.match(await verdict(page), /^No match found/);
  assert.match(await page.innerText('redzone-party .verdict'), /You asked for 1 Qwyxzov Street, Fjordbanane\s[^]*You gave no name, so none was compared[^]*Where listed parties have their addresses was not looked at/);
  // A problem in what is folded away opens it; what was opened stays open.
  await page.fill('#address', '--');
  await page.evaluate(() => { document.querySelector('redzone-party form > details').open = false; });
  await ask(page);
  assert.ok(await page.locator('#address-problem').isVisible());
  await page.fill('#address', '');
  await check(page, 'Margaret Honeychurch');
  assert.ok(await page.locator('#address').isVisible());
});

journey('another party begins with an empty form, at the same strictness', async (page) => {
  await page.fill('#country', 'China');
  await page.press('#country', 'Tab');
  await page.check('input[value=entity]');
  await page.locator('input[name=strictness]').first().check();
  await check(page, 'Huawei Tecnologies Co');
  await page.getByRole('button', { name: 'Check another party' }).click();
  await page.locator('#name:focus').waitFor();
  assert.equal(await page.locator('redzone-party .answer').count(), 0);
  assert.deepEqual(await page.evaluate(() => ['name', 'country', 'born', 'address', 'identifiers', 'role'].map((id) => document.getElementById(id).value).join('')), '');
  assert.deepEqual([await page.isChecked('input[value=unstated]'), await page.isChecked('input[name=strictness] >> nth=0')], [true, true]);
  await check(page, 'Margaret Honeychurch');
  assert.match(await page.innerText('redzone-party .verdict'), /You asked for Margaret Honeychurch\s+Setting: Broad/);
});

journey('on paper an answer is whole: the reasons and the entry are unfolded, and the form is left out', async (page) => {
  await check(page, 'Huawei Tecnologies Co');
  const card = page.locator('redzone-hit').first();
  await card.locator('dl.facts').waitFor({ state: 'attached' });
  const seen = (wanted) => page.waitForFunction((wanted) => ['redzone-hit .points', 'redzone-hit dl.facts', 'redzone-party > form', '.top nav'].every((selector, at) => document.querySelector(selector).checkVisibility() === wanted[at]), wanted);
  await seen([false, false, true, true]);
  await page.emulateMedia({ media: 'print' });
  await seen([true, true, false, false]);
});

journey('a name on no list is told as such: how many lists, of which day, and what it does not mean', async (page) => {
  await check(page, 'Qwyxzov Fjordbanane Interkontinentale');
  assert.match(await verdict(page), /^No match found in \d+ lists as of \d+ \w+ \d{4}$/);
  const told = await page.innerText('redzone-party .verdict');
  assert.match(told, /not legal advice/);
  assert.match(told, /Starter data, not current/);
  assert.doesNotMatch(await page.innerText('body'), /\b(clear|cleared|approved|safe)\b/i);
});

journey('the age of the lists is in sight on every view', async (page) => {
  for (const view of ['party', 'destination', 'record', 'lists', 'proof', 'help']) {
    await page.click(`nav a[href="#${view}"]`);
    await page.waitForSelector(`redzone-${view}:not([hidden]) h1`);
    assert.match(await page.innerText('.age'), /Starter data, not current\. .*lists.*names.*days old/s);
    assert.match(await page.title(), /RedZone Screen$/);
  }
  assert.ok((await page.locator('redzone-lists tbody tr').count()) > 5);
});

journey('an empty name is refused in the form, which takes the focus and leads to the field', async (page) => {
  await ask(page);
  assert.match(await page.evaluate(() => document.activeElement.className), /summary/);
  await hears(page, /^There is a problem.*Enter a name/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'name');
  assert.equal(await page.getAttribute('#name', 'aria-invalid'), 'true');
});

journey('a birth date that is none is refused, and the rest of the form stays', async (page) => {
  await page.fill('#name', 'Somebody');
  await page.fill('#born', '17 Feb 1974');
  await ask(page);
  assert.match(await page.innerText('#born-problem'), /year-month-day/);
  assert.equal(await page.inputValue('#name'), 'Somebody');
});

journey('the keyboard alone is enough: name, kind, country, answer, reasons', async (page) => {
  const key = (...keys) => keys.reduce((done, one) => done.then(() => page.keyboard.press(one)), Promise.resolve());
  const focus = () => page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);
  await key('Tab');
  assert.equal(await focus(), 'skip');
  await key('Enter');
  assert.equal(await focus(), 'main');
  await key('Tab');
  assert.equal(await focus(), 'name');
  await page.keyboard.type('Huawei Technologies');
  await key('Tab', 'ArrowDown', 'ArrowDown');
  assert.equal(await page.isChecked('input[value=entity]'), true);
  await key('Tab');
  await page.keyboard.type('chin');
  // Open again: the suggestions are those for what stands there now, and keys go to them.
  await page.waitForSelector('#country[aria-expanded=true]');
  await hears(page, /places? to choose from/);
  await key('ArrowDown', 'Enter');
  assert.equal(await page.inputValue('#country'), 'China');
  // The birth date, what more there is to say (opened and shut), how strict, and the button.
  await key('Tab', 'Tab', 'Enter');
  assert.ok(await page.locator('#address').isVisible());
  await key('Enter', 'Tab', 'Tab', 'Enter');
  await page.waitForSelector('redzone-party .verdict h2');
  await page.waitForFunction(() => document.activeElement.id === 'verdict-title');
  await page.locator('redzone-hit .law').first().waitFor();
  await page.locator('redzone-hit summary', { hasText: 'Why' }).first().focus();
  await key('Enter');
  assert.ok(await page.locator('redzone-hit .points').first().isVisible());
});

journey('two hits are decided on their cards, and the saved record holds the check and both decisions', async (page) => {
  await check(page, 'Huawei Tecnologies Co');
  const all = await page.locator('redzone-hit').count();
  const decide = async (at, what, fields) => {
    const card = page.locator('redzone-hit').nth(at);
    await card.locator('.decide summary').focus();
    await page.keyboard.press('Enter');
    await card.getByRole('radio', { name: what }).check();
    for (const [field, text] of Object.entries(fields)) await card.locator(`[id$=-${field}]`).fill(text);
    await card.getByRole('button', { name: 'Add the decision' }).focus();
    await page.keyboard.press('Enter');
    return card;
  };
  // Nothing is decided without a reason: the field says so and has the focus.
  const first = await decide(0, 'It is another party', { by: 'A. Reviewer', until: untilDay() });
  await first.locator('[id$=-reason]:focus').waitFor();
  assert.equal(await first.locator('.problem').textContent(), 'Error: Enter why');
  assert.equal(await first.locator('[id$=-reason]').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('redzone-hit .tags', { hasText: 'Not decided' }).count(), all);
  await first.locator('[id$=-reason]').fill('Founded in 1951, the listed company in 1987');
  await first.locator('[id$=-reason]').press('Tab');
  await first.getByRole('button', { name: 'Add the decision' }).press('Enter');
  await first.locator('.made:focus').waitFor();
  // Who decides and until when stands there for the next one.
  await (await decide(1, 'I need more information', { reason: 'Asked for the registry extract' })).locator('.made').waitFor();
  await hears(page, /^Decided: 1 of \d+\. Save the record to keep what you decided/, /^You decided: Different party\. Founded in 1951/, /^Decided: 2 of/, /^You decided: More information needed/);
  assert.equal(await page.locator('redzone-hit').count(), all, 'a decision hides no hit');
  assert.equal(await page.locator('redzone-hit .tags', { hasText: 'Not decided' }).count(), all - 2);
  // Other lists or another question would lose them. Lists wait until they are in a record; the question is asked after, and nothing is lost when the answer is no.
  const renewed = () => page.evaluate(async () => (await document.querySelector('redzone-app').renew({})).code);
  assert.equal(await renewed(), 'running');
  await page.click('redzone-party button[type=submit]');
  assert.equal(await page.locator('redzone-hit .made').count(), 2);
  await page.getByRole('button', { name: 'Save the record' }).click();
  await page.getByRole('heading', { name: /^Whole: 3 records/ }).waitFor();
  assert.match(await page.innerText('redzone-record tbody tr:nth-child(1)'), /Different party\s+Founded in 1951/);
  assert.match(await page.innerText('redzone-record tbody tr:nth-child(2)'), /More information needed\s+Asked for the registry/);
  assert.equal(await page.locator('redzone-record tbody tr', { hasText: 'None yet' }).count(), all - 2);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the case file' }).click()]);
  const kinds = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line).record.kind);
  assert.deepEqual(kinds, ['check', 'decision', 'decision']);
  // The same file, opened again, is whole.
  await page.getByRole('button', { name: 'Begin another' }).click();
  await page.getByText('There is no case file open').waitFor();
  await page.setInputFiles('#record-open', await download.path());
  await page.getByRole('heading', { name: /^Whole: 3 records/ }).waitFor();
  await page.click('nav a[href="#party"]');
  assert.match(await page.innerText('redzone-party'), /Decided: 2 of \d+\./);
  assert.doesNotMatch(await page.innerText('redzone-party'), /Save the record to keep/);
  assert.notEqual(await renewed(), 'running');
});

journey('a destination: the country groups, every rule with its citation and day, and what was not looked at', async (page) => {
  await page.click('a[href="#destination"]');
  await page.fill('#place', 'Китай');
  await page.click('redzone-destination button[type=submit]');
  await page.waitForSelector('redzone-destination .verdict h2');
  await hears(page, /^Check a destination/, /^License needed$/);
  const told = await page.innerText('redzone-destination .answer');
  assert.match(told, /China/);
  assert.match(told, /D:5/);
  assert.match(told, /15 CFR/);
  assert.match(told, /Not looked at here/);
});

journey('a place that may be two is not guessed', async (page) => {
  await page.click('a[href="#destination"]');
  await page.fill('#place', 'Korea');
  await page.click('redzone-destination button[type=submit]');
  await page.waitForSelector('redzone-destination .summary');
  assert.match(await page.innerText('#place-problem'), /does not name one place/);
});
