// What a kiosk's session leaves behind: a thousand names are checked, and then every file of the browser's profile is read.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { folder, openKiosk, ready } from './kiosk.mjs';
import { launchWithProfile } from './visit.mjs';

const NAMES = 1_000;
/** In every canary name, and nowhere else. */
const CANARY = 'Xqzvk';
/** Kept on purpose, to show that what is kept is found. */
const CONTROL = 'Xqzvw';
let temp;
before(async () => { temp = await folder(); });
after(() => temp.gone());

const names = Array.from({ length: NAMES }, (_, number) => `${CANARY}${[...String(number)].map((digit) => 'abcdefghij'[digit]).join('')} Vogel`);
/** Whether a word stands in some bytes, in any case, one byte or two bytes a letter. */
const holds = (bytes, word) => ['latin1', 'utf16le'].some((encoding) => bytes.toString(encoding).toLowerCase().includes(word.toLowerCase()))
  || bytes.subarray(1).toString('utf16le').toLowerCase().includes(word.toLowerCase());

test(`none of ${NAMES} names is in a request, the console, a title, the history, a store or any file of the profile`, async (test) => {
  const profile = temp.at('profile');
  const context = await launchWithProfile(profile);
  const { page, seen } = await openKiosk(context);
  await page.evaluate((word) => { localStorage.setItem('control', word); }, CONTROL);
  await page.click('.go');
  const [typed, ...rest] = names;
  await page.locator('#name').pressSequentially(typed);
  await page.keyboard.press('Enter');
  await page.waitForSelector('redzone-party .verdict h2');
  const told = await page.evaluate(async (all) => {
    const [field, form] = [document.querySelector('#name'), document.querySelector('redzone-party form')];
    const places = new Set();
    let answered = 0;
    for (const name of all) {
      field.value = name;
      form.requestSubmit();
      while (!document.querySelector('redzone-party .verdict')?.textContent.includes(name)) await new Promise((done) => { setTimeout(done); });
      answered += 1;
      places.add(location.href).add(document.title).add(String(history.length)).add(JSON.stringify(history.state));
    }
    const stores = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, ...(await indexedDB.databases()).map(({ name }) => name)];
    return { answered, told: [...places, ...stores, ...performance.getEntries().map(({ name }) => name)] };
  }, rest);
  assert.equal(told.answered, NAMES - 1);
  await page.click('.wipe');
  await page.waitForSelector('.go');
  await ready(page);
  const wiped = await page.content();
  await context.close();
  for (const place of [...told.told, ...seen.console, ...seen.errors, ...seen.requests, wiped]) assert.ok(!holds(Buffer.from(place), CANARY), place.slice(0, 200));

  let [files, control] = [0, 0];
  for (const file of await readdir(profile, { recursive: true, withFileTypes: true })) {
    assert.ok(!holds(Buffer.from(file.name), CANARY), file.name);
    if (!file.isFile()) continue;
    files += 1;
    const bytes = await readFile(join(file.parentPath ?? file.path, file.name));
    assert.ok(!holds(bytes, CANARY), `a canary name stands in ${file.name}`);
    if (holds(bytes, CONTROL)) control += 1;
  }
  test.diagnostic(`${NAMES} names, ${files} files of the profile read, the control found in ${control}`);
  assert.ok(control > 0, 'what was kept on purpose is not found, so this test proves nothing');
});
