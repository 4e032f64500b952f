// "Prove it": the attack on the page from inside, the counted requests, the policies, the digests, and the tests at the start.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { bentEngine, launch, until, visit } from './visit.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const site = new URL('../../dist/site/', import.meta.url);

async function open(options) {
  const one = await visit(browser, options);
  await one.page.click('nav a[href="#proof"]');
  await one.page.waitForSelector('redzone-proof:not([hidden]) h1');
  return one;
}

test('every attempt of the attack is refused, none reaches the server, and the count of requests stays at 0', async () => {
  const { page, seen, close } = await open();
  await page.waitForFunction(() => Number(document.querySelector('redzone-proof .figure:nth-child(2) strong')?.textContent) > 20);
  const before = seen.server.length;
  await page.click('redzone-proof button');
  await page.waitForSelector('redzone-proof .verdict');
  assert.match(await page.innerText('redzone-proof .verdict'), /^All \d+ attempts were refused\.$/);
  const outcomes = await page.locator('redzone-proof tbody td:nth-of-type(1)').allInnerTexts();
  assert.ok(outcomes.length >= 20, `${outcomes.length} ways`);
  assert.deepEqual(new Set(outcomes), new Set(['Refused', 'Not there']));
  const absent = await page.locator('redzone-proof tbody tr', { hasText: 'Not there' }).allInnerTexts();
  for (const [at, way] of [/WebRTC.*RTCPeerConnection/, /New window.*open/, /frame, form, prefetch.*document/, /Storage.*localStorage/].entries()) assert.match(absent[at], way);
  assert.match(await page.innerText('redzone-proof'), /counted 0 requests by the worker/);
  assert.equal(await page.innerText('redzone-proof .figure:nth-child(1) strong'), '0');
  assert.equal(seen.server.length, before);
  assert.ok(seen.server.every((path) => !path.includes('probe')));
  assert.ok((await page.locator('.unseen iframe, .unseen audio').count()) === 0, 'nothing of the attack stays behind');
  await close();
});

/** Keeps the seal out of the page. */
const UNSEALED = `
  const append = Element.prototype.append;
  const seals = (node) => node instanceof HTMLMetaElement && node.httpEquiv === 'Content-Security-Policy';
  Element.prototype.append = function (...nodes) { return append.apply(this, nodes.filter((node) => !seals(node))); };`;

test('a page that is not sealed can not be used', async () => {
  const { page, close } = await visit(browser, { init: UNSEALED });
  assert.match(await page.innerText('main'), /Nothing can be checked[^]*could not shut off its own network access/);
  assert.equal(await page.locator('form').count(), 0);
  await close();
});

test('the control: on a page without the seal, made to believe that it has one, the attack gets out and is told', async () => {
  const believing = `${UNSEALED}
    const really = window.fetch;
    window.fetch = (to, ...rest) => {
      if (String(to).includes('redzone-probe/start')) document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', {
        documentURI: 'x:', disposition: 'enforce', originalPolicy: '', violatedDirective: 'connect-src', statusCode: 200, effectiveDirective: 'connect-src', blockedURI: 'redzone-probe/start' }));
      return really(to, ...rest);
    };`;
  const { page, seen, close } = await visit(browser, { init: believing });
  await page.click('nav a[href="#proof"]');
  await page.click('redzone-proof button');
  await page.waitForSelector('redzone-proof .verdict.hit');
  assert.match(await page.innerText('redzone-proof .verdict'), /Do not enter names here/);
  const ways = ['fetch', 'fetch-post', 'xhr', 'beacon', 'image', 'background', 'style', 'font', 'events', 'worker-fetch'];
  for (const way of ways) await until(() => seen.server.some((path) => path.endsWith(`redzone-probe/${way}`)), `${way} gets out`);
  await close();
});

test('an engine that does not give the known answers does not stand up, and nothing can be checked', async () => {
  const init = bentEngine('(exports) => ({ ...exports, screener_check: () => [0, 0, 0] })');
  const { page, close } = await visit(browser, { init });
  assert.match(await page.innerText('main'), /Nothing can be checked/);
  assert.equal(await page.locator('form').count(), 0);
  await close();
});

test('the policies, the digests of the very files, and what a policy cannot stop are told', async () => {
  const { page, close } = await open();
  const told = await page.innerText('redzone-proof');
  for (const words of [/connect-src 'none'/, /require-trusted-types-for 'script'/, /WebRTC/, /4 questions/, /browser extensions/]) assert.match(told, words);
  const files = await page.locator('redzone-proof dd code:not(.small)').allInnerTexts();
  const digests = await page.locator('redzone-proof dd code.small').allInnerTexts();
  assert.ok(files.length >= 6);
  for (const [at, file] of files.entries()) {
    const [kind, digest] = digests[at].split(/-|: /);
    const bytes = await readFile(new URL(`${file.includes('manifest') ? 'pack' : 'assets'}/${file}`, site));
    assert.equal(digest, createHash(kind).update(bytes).digest(kind === 'sha256' ? 'hex' : 'base64'), file);
  }
  await close();
});
