// Nothing leaves: what the page asks for before it seals itself, and what it can't do afterwards.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { check, launch, until, visit } from './visit.mjs';

const CANARY = 'Zyxwvutsrq Canaryname';
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('no request is made after the page is sealed, and no byte of a question is in any request, address, title, history or storage', async () => {
  const { page, seen, close } = await visit(browser);
  const before = seen.requests.length;
  await check(page, CANARY);
  await check(page, 'Huawei Technologies Co Ltd');
  await page.locator('redzone-hit .law').first().waitFor();
  await page.click('a[href="#destination"]');
  await page.fill('#place', CANARY);
  await page.waitForTimeout(200);
  assert.equal(seen.requests.length, before);
  const held = await page.evaluate(async () => JSON.stringify([
    location.href, document.title, history.state, document.referrer, document.cookie, { ...localStorage }, { ...sessionStorage }, window.name,
    await caches.keys(), await indexedDB.databases(), performance.getEntries().map((entry) => entry.name),
  ]));
  for (const place of [held, ...seen.requests, ...seen.server, ...seen.console]) assert.doesNotMatch(place, /canary|huawei/i);
  await close();
});

test('every way out that an open page has is shut in the sealed page and in the engine worker', async () => {
  const reached = [];
  const attacker = createServer((request, response) => {
    reached.push(new URL(request.url, 'http://x').pathname.slice(1));
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    response.end();
  });
  await new Promise((done) => attacker.listen(0, '127.0.0.1', done));
  const target = `http://127.0.0.1:${attacker.address().port}/`;

  const probe = async (to) => {
    const tries = {
      fetch: () => fetch(`${to}fetch`, { mode: 'no-cors' }),
      xhr: () => { const one = new XMLHttpRequest(); one.open('GET', `${to}xhr`); one.send(); },
      beacon: () => navigator.sendBeacon(`${to}beacon`, 'x'),
      image: () => { new Image().src = `${to}image`; },
      style: () => { const one = document.createElement('link'); one.rel = 'stylesheet'; one.href = `${to}style`; document.head.append(one); },
      frame: () => { const one = document.createElement('iframe'); one.src = `${to}frame`; document.body.append(one); },
      form: () => { const one = document.createElement('form'); one.action = `${to}form`; one.method = 'post'; one.target = 'none'; document.body.append(one); one.submit(); },
      events: () => { new EventSource(`${to}events`); },
      font: () => new FontFace('x', `url(${to}font)`).load(),
    };
    for (const one of Object.values(tries)) try { await one(); } catch { /* refused: what is wanted */ }
    await new Promise((done) => setTimeout(done, 300));
  };

  // The control: the same probes get out of a page without a policy, so silence below means something.
  const open = await (await browser.newContext()).newPage();
  await open.goto(`${target}control`);
  await open.evaluate(probe, `${target}open/`);
  const fired = () => reached.filter((path) => path.startsWith('open/')).length;
  await until(() => fired() >= 7, 'the controls fire');

  const { page, seen, url, close } = await visit(browser);
  const before = seen.server.length;
  await page.evaluate(probe, target);
  await page.evaluate(probe, url);
  const module = await page.evaluate((to) => import(`${to}assets/none.js?x`).then(() => 'ran', () => 'refused'), url);
  const worker = page.workers()[0];
  assert.ok(worker.url().startsWith('blob:'));
  const inside = await worker.evaluate(async ([other, own]) => {
    const told = [];
    for (const to of [other, own]) {
      await fetch(`${to}worker`, { mode: 'no-cors' }).then(() => told.push('fetch'), () => 0);
      try { importScripts(`${to}worker-script`); told.push('script'); } catch { /* refused */ }
      try { new WebSocket(to.replace('http', 'ws')); } catch { /* refused */ }
      await import(`${to}worker-module`).then(() => told.push('module'), () => 0);
    }
    return [...told, typeof RTCPeerConnection];
  }, [target, url]);
  assert.equal(module, 'refused');
  assert.deepEqual(inside, ['undefined']);
  // Whatever an open page still had on its way is told by its path.
  assert.deepEqual(reached.filter((path) => !/^(open\/|control$|favicon)/.test(path)), []);
  assert.equal(seen.server.length, before, 'not even to its own host');
  await close();
  attacker.close();
});
