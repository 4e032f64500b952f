// Without a network: kept when asked, whole or not at all, renewed by prompt, taken off again, and killed by an operator.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { hears, listening } from './heard.mjs';
import { check, launch, until, verdict, visit } from './visit.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const site = new URL('../../dist/site/', import.meta.url);
const ready = (page) => page.waitForSelector('[data-state=sealed]', { timeout: 30_000 });
const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Visits, and asks for the page to be kept. */
async function keep(options) {
  const one = await visit(browser, { hash: '#proof', init: listening, ...options });
  // The page loads again, and until it does the one before stands there, sealed too.
  const loaded = one.page.waitForEvent('load');
  await one.page.click('redzone-offline button');
  await loaded;
  await one.page.getByText('This release is kept on the device').waitFor();
  return one;
}

test('nothing is kept unless somebody asks', async () => {
  const { page, close } = await visit(browser);
  assert.equal(await registrations(page), 0);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  await close();
});

test('once kept, the page opens with the server gone, is sealed, and answers; then it is taken off the device', async () => {
  const { page, close, server, violations } = await keep();
  await hears(page, /^This release is kept on the device/);
  await server.close();
  await page.goto(page.url().replace('#proof', '#party'));
  await page.reload();
  await ready(page);
  assert.equal(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)), true);
  await check(page, 'Huawei Tecnologies Co');
  assert.match(await verdict(page), /Possible match/);
  await page.locator('redzone-hit .law').first().waitFor();
  await page.click('nav a[href="#proof"]');
  await page.click('redzone-proof button');
  await page.waitForSelector('redzone-proof .verdict');
  await hears(page, /^All \d+ attempts were refused/);
  assert.match(await page.innerText('redzone-proof .verdict'), /^All \d+ attempts were refused/);
  assert.deepEqual((await violations()).filter((one) => !/sink/.test(one)), []);
  await page.click('redzone-offline button');
  await page.getByText('It can also be kept').waitFor();
  assert.equal(await registrations(page), 0);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  await close();
});

test('what is kept is the release and no word of what was asked', async () => {
  const { page, close } = await keep();
  await page.click('nav a[href="#party"]');
  await check(page, 'Zyxwvutsrq Canaryname');
  const held = await page.evaluate(async () => {
    const names = [];
    for (const key of await caches.keys()) for (const request of await (await caches.open(key)).keys()) names.push(new URL(request.url).pathname.slice(1));
    return names;
  });
  const release = JSON.parse(/\[\{"?url.*?\}\]/s.exec(await readFile(new URL('sw.js', site), 'utf8'))[0].replace(/([{,])(url|revision|integrity):/g, '$1"$2":').replace(/`/g, '"'));
  assert.deepEqual(held.sort(), release.map(({ url }) => url).sort());
  for (const file of ['index.html', 'icon.svg', 'manifest.webmanifest']) assert.ok(held.includes(file), file);
  assert.ok(release.every(({ integrity }) => integrity.startsWith('sha384-')));
  await close();
});

test('a release with one file changed or missing is not kept, and the page says so and works', async () => {
  for (const spoil of [(bytes) => { const copy = Buffer.from(bytes); copy[9] ^= 1; return copy; }, () => null]) {
    let spoiled = false;
    const one = await visit(browser, { hash: '#proof', bend: (path, bytes) => (spoiled && path.includes('icon.svg') ? spoil(bytes) : bytes) });
    spoiled = true;
    await one.page.click('redzone-offline button');
    await one.page.getByText('could not be kept on this device').waitFor({ timeout: 30_000 });
    await ready(one.page);
    await one.page.click('nav a[href="#party"]');
    await check(one.page, 'Huawei');
    assert.match(await verdict(one.page), /Possible match/);
    await one.close();
  }
});

test('a newer release waits for a word, and what is open stays as it is until then', async () => {
  let newer = false;
  const one = await keep({ bend: (path, bytes) => (newer && path === '/sw.js' ? Buffer.concat([bytes, Buffer.from('\n// newer')]) : bytes) });
  await one.page.reload();
  await ready(one.page);
  newer = true;
  await one.page.reload();
  await ready(one.page);
  await one.page.click('nav a[href="#party"]');
  await check(one.page, 'Huawei');
  await one.page.getByRole('button', { name: 'Use it now' }).waitFor({ timeout: 30_000 });
  assert.match(await verdict(one.page), /Possible match/);
  await hears(one.page, /^A newer release of this page is on the device/);
  const loaded = one.page.waitForEvent('load');
  await one.page.getByRole('button', { name: 'Use it now' }).click();
  await loaded;
  await ready(one.page);
  assert.equal(await one.page.getByRole('button', { name: 'Use it now' }).count(), 0);
  await one.close();
});

test('the kill switch takes a kept release off at the next visit', async () => {
  let killed = false;
  const off = await readFile(new URL('sw-off.js', site));
  const one = await keep({ bend: (path, bytes) => (killed && path === '/sw.js' ? off : bytes) });
  killed = true;
  await one.page.reload();
  await ready(one.page);
  // The browser looks for a newer worker some time after the page is there.
  const held = () => one.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length);
  await until(async () => !(await held()), 'nothing is kept any more', 60_000);
  const before = one.seen.server.length;
  await one.page.reload();
  await ready(one.page);
  assert.ok(one.seen.server.length > before + 20, 'the files come from the network again');
  const context = one.page.context();
  await one.page.close();
  const next = await context.newPage();
  await next.goto(one.url);
  await ready(next);
  assert.equal(await next.evaluate(() => navigator.serviceWorker.controller === null), true);
  await one.close();
});

test('the browser finds nothing against installing the page', async () => {
  const { page, close } = await visit(browser);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  const { errors, data } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.match(data, /RedZone Screen/);
  await close();
});
