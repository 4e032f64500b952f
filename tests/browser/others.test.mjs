// The kiosk and the site in the other two engines, where they are installed: the main journey, the seal, and the wipe.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../../www/tools/serve.mjs';
import { KIOSK } from './kiosk.mjs';
import { OTHERS } from './others.mjs';

const NAME = 'Huawei Tecnologies Co Ltd';
const site = fileURLToPath(new URL('../../dist/site', import.meta.url));

/** A name with its law, and a destination, as a person would ask; then every way to fetch something is tried. */
async function journey({ run, until }, own) {
  await until(() => document.querySelector('[data-state=sealed], [data-state=failed]') !== null);
  assert.equal(await run(() => document.querySelector('.state').innerText), 'Sealed: sends nothing');
  await run(() => document.querySelector('.go')?.click());
  await run((name) => { document.querySelector('#name').value = name; document.querySelector('redzone-party form').requestSubmit(); }, NAME);
  assert.match(await until(() => document.querySelector('redzone-party .verdict h2')?.innerText), /^Possible match/);
  assert.match(await until(() => document.querySelector('redzone-hit .law')?.innerText), /\d/);
  await run(() => { location.hash = '#destination'; });
  await until(() => document.querySelector('#place') !== null);
  await run(() => { document.querySelector('#place').value = 'Китай'; document.querySelector('redzone-destination form').requestSubmit(); });
  assert.match(await until(() => document.querySelector('redzone-destination .verdict h2') && document.querySelector('redzone-destination .answer').innerText), /15 CFR/);
  assert.match(await run(() => document.querySelector('.age').innerText), /lists.*names.*days old/s);
  assert.equal(await run((to) => fetch(to, { mode: 'no-cors' }).then(() => 'went out', () => 'refused'), own), 'refused');
}

for (const [name, start] of Object.entries(OTHERS)) {
  const skip = typeof start === 'string' && `skipped: ${start}`;
  test(`${name}: the kiosk opens from its file, checks, and wipes`, { skip }, async () => {
    const other = await serve(site, { headers: { 'Access-Control-Allow-Origin': '*' }, linger: false });
    const browser = await start();
    try {
      await browser.open(pathToFileURL(KIOSK).href);
      await journey(browser, `${other.url}index.html`);
      assert.deepEqual(other.requests, []);
      await browser.run(() => { globalThis.before = true; setTimeout(() => document.querySelector('.wipe').click()); });
      await browser.until(() => !globalThis.before && document.querySelector('[data-state=sealed]') !== null);
      assert.deepEqual(await browser.run(() => [document.querySelector('.go') !== null, location.hash, document.querySelector('#name').value, document.documentElement.outerHTML.includes('Tecnologies Co Ltd')]), [true, '', '', false]);
    } finally {
      await browser.close();
      await other.close();
    }
  });

  test(`${name}: the site checks and is sealed`, { skip }, async () => {
    const server = await serve(site, { linger: false });
    const browser = await start();
    try {
      await browser.open(server.url);
      await journey(browser, `${server.url}index.html?after`);
      assert.deepEqual(server.requests.filter((path) => path.includes('after') || /huawei/i.test(path)), []);
    } finally {
      await browser.close();
      await server.close();
    }
  });
}
