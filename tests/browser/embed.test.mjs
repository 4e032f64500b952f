// The widget on a stranger's page: two origins, the host's policy as tight as can be, and a host whose scripts want the name.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../www/tools/serve.mjs';
import { conditions, faults } from './axe.mjs';
import { launch, until } from './visit.mjs';

const built = fileURLToPath(new URL('../../dist/embed/v1', import.meta.url));
const digest = (await readFile(`${built}/redzone-check.js.sri`, 'utf8')).trim();
/** What whoever serves the widget must send with it: any origin may use it. */
const HEADERS = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };
const CANARY = 'Zyxwvutsrq Canaryname';
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A host's page in the way the README shows it, with our origin in `script-src` and `frame-src` and nothing else allowed. */
function hostPage(ours, { attributes = '', integrity = digest } = {}) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A partner's portal</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${ours}; frame-src ${ours}; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'">
<script type="module" crossorigin src="${ours}redzone-check.js" integrity="${integrity}"></script></head>
<body><main><h1>A partner's portal</h1><redzone-check ${attributes}></redzone-check></main></body></html>`;
}

/** A host on one origin and the widget on another; waits until the frame is sealed, unless there is no frame to come. */
async function host({ hostile, frame = true, context: options, ...page } = {}) {
  const widget = await serve(built, { headers: HEADERS, linger: false });
  const portal = await serve(built, { headers: {}, linger: false, made: new Map([['/portal', Buffer.from(hostPage(widget.url, page))]]), types: { '/portal': 'text/html; charset=utf-8' } });
  const context = await browser.newContext({ viewport: { width: 900, height: 900 }, ...options });
  const tab = await context.newPage();
  tab.setDefaultTimeout(30_000);
  const seen = { console: [], requests: [], widget: widget.requests, portal: portal.requests };
  tab.on('console', (message) => { if (!message.text().includes('redzone-probe/')) seen.console.push(`${message.type()}: ${message.text()}`); });
  tab.on('pageerror', (error) => seen.console.push(String(error)));
  tab.on('request', (request) => seen.requests.push(request.url()));
  await tab.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => blockedURI.includes('redzone-probe/') || globalThis.violations.push(`${effectiveDirective} ${blockedURI}`));
  });
  if (hostile) await tab.addInitScript(hostile);
  await tab.goto(`${portal.url}portal`);
  const inside = () => tab.frames().find((one) => one.url().startsWith(widget.url));
  if (frame) {
    await tab.waitForFunction(() => document.querySelector('redzone-check')?.matches(':defined'));
    while (!inside()) await tab.waitForTimeout(20);
    await inside().waitForSelector('[data-state=sealed], [data-state=failed], .verdict');
  }
  return { tab, frame: inside(), seen, widget, portal, close: async () => { await context.close(); await widget.close(); await portal.close(); } };
}

/** Asks in the frame and waits for the answer. */
async function check(frame, name) {
  await frame.fill('#name', name);
  await frame.click('redzone-party button[type=submit]');
  await frame.waitForSelector('redzone-party .verdict h2');
  return frame.innerText('redzone-party .verdict h2');
}

test('on a page that allows nothing but our origin in script-src and frame-src, under Trusted Types, both checks work and the frame is sealed', async () => {
  const { tab, frame, seen, close } = await host();
  assert.equal(await frame.innerText('.state'), 'Sealed: sends nothing');
  assert.match(await frame.innerText('.age'), /lists.*names.*days old/s);
  assert.deepEqual((await frame.locator('.top nav a').allInnerTexts()), ['Check a party', 'Check a destination']);
  const before = seen.widget.length;
  assert.match(await check(frame, 'Huawei Tecnologies Co Ltd'), /^Possible match/);
  await frame.locator('redzone-hit .law').first().waitFor();
  const steps = await tab.evaluate(() => history.length);
  await frame.click('a[href="#destination"]');
  await frame.fill('#place', 'Китай');
  await frame.click('redzone-destination button[type=submit]');
  await frame.waitForSelector('redzone-destination .verdict h2');
  assert.match(await frame.innerText('redzone-destination .answer'), /15 CFR/);
  assert.equal(await tab.evaluate(() => history.length), steps, "no step in the host's history");
  assert.equal(seen.widget.length, before, 'no request after the seal');
  assert.deepEqual([...seen.console, ...(await tab.evaluate(() => globalThis.violations)), ...(await frame.evaluate(() => globalThis.violations))], []);
  await close();
});

/** Everything a host's script can get hold of, from before the element is defined. */
function spy() {
  globalThis.heard = [];
  const hear = (what) => { try { globalThis.heard.push(typeof what === 'string' ? what : JSON.stringify(what)); } catch { globalThis.heard.push(String(what)); } };
  for (const kind of ['message', 'input', 'keydown', 'keyup', 'beforeinput', 'change', 'submit', 'redzone-verdict', 'redzone-answered', 'paste', 'focusin', 'hashchange', 'popstate']) {
    addEventListener(kind, (event) => hear({ kind, data: event.data, key: event.key, detail: event.detail, value: event.target?.value }), true);
  }
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) { return (globalThis.root = attach.call(this, { ...options, mode: 'open' })); };
  const listener = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', { ...listener, set(handler) { listener.set.call(this, (event) => { hear({ port: event.data }); handler(event); }); } });
}

test("a host's hostile script, there before the element, learns heights and, if asked for, verdicts; never the name", async () => {
  const { tab, frame, seen, close } = await host({ hostile: spy, attributes: 'verdicts' });
  await check(frame, CANARY);
  await check(frame, 'Huawei Technologies Co Ltd');
  const reach = await tab.evaluate(() => {
    const inner = globalThis.root.querySelector('iframe');
    const tries = {
      document: () => inner.contentDocument.body.innerText,
      window: () => inner.contentWindow.document.body.innerText,
      location: () => inner.contentWindow.location.href,
      name: () => inner.contentWindow.name,
      evaluate: () => inner.contentWindow.eval('document.body.innerText'),
      history: () => inner.contentWindow.history.state,
      storage: () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      timing: () => JSON.stringify(performance.getEntries().map((entry) => entry.name)),
      text: () => document.documentElement.outerHTML + globalThis.root.innerHTML + getSelection(),
    };
    return Object.entries(tries).map(([what, attempt]) => { try { return `${what}: ${attempt()}`; } catch (error) { return `${what}: refused, ${error.name}`; } });
  });
  // What the frame says arrives when the tab gets to it.
  await until(() => tab.evaluate(() => globalThis.heard.some((one) => one.includes('"verdict":"hit"'))), 'the host hears of the hit');
  const heard = await tab.evaluate(() => globalThis.heard);
  assert.equal(reach.filter((told) => /refused/.test(told)).length, 6, reach.join('\n'));
  assert.ok(heard.some((one) => one.includes('height')), 'the control: the spy hears what is said');
  assert.ok(heard.some((one) => one.includes('"verdict":"no-match"')) && heard.some((one) => one.includes('"verdict":"hit"')));
  for (const told of [...reach, ...heard, ...seen.requests, ...seen.widget, ...seen.portal, ...seen.console, tab.url(), await tab.title()]) assert.doesNotMatch(told, /canary|huawei/i);
  assert.match(await frame.innerText('.told'), /not told the name/);
  await close();
});

test('without being asked for, no verdict is told', async () => {
  const { tab, frame, close } = await host({ hostile: spy });
  await check(frame, 'Huawei Technologies Co Ltd');
  await until(() => tab.evaluate(() => globalThis.heard.some((one) => one.includes('height'))), 'the host hears of a height');
  const heard = await tab.evaluate(() => globalThis.heard);
  assert.deepEqual(heard.filter((one) => one.includes('"verdict"')), []);
  assert.equal(await frame.locator('.told').count(), 0);
  await close();
});

const heightOf = (tab) => tab.evaluate(() => Math.round(document.querySelector('redzone-check').getBoundingClientRect().height));

/** The element's height, once it is that of what its frame shows. */
async function fits(tab, frame) {
  const inside = () => frame.evaluate(() => document.documentElement.scrollHeight);
  await until(async () => Math.abs(await heightOf(tab) - await inside()) <= 1, 'the frame is as high as what it shows');
  return heightOf(tab);
}

test('the frame is as high as what it shows', async () => {
  const { tab, frame, close } = await host();
  const before = await fits(tab, frame);
  await check(frame, 'Huawei Technologies Co Ltd');
  assert.ok(await fits(tab, frame) > before + 500);
  await close();
});

test('an embedder tightens: sooner ages and a lower threshold count, looser ones and nonsense do not', async () => {
  const found = async (attributes) => {
    const { frame, close } = await host({ attributes });
    const [some, none] = [await check(frame, 'Huawei Tech'), await check(frame, 'Qwyxzov Fjordbanane Interkontinentale')];
    await close();
    return { some: Number(/\d+/.exec(some)[0]), none };
  };
  const plain = await found('');
  assert.match(plain.none, /^No match found/);
  assert.deepEqual(await found('threshold="9900" max-age="9999 9999 9999"'), plain);
  assert.deepEqual(await found('threshold="low" max-age="1 2" theme="red&quot;" locale="x"'), plain);
  const tight = await found('threshold="5000" max-age="0 1 2"');
  assert.ok(tight.some > plain.some);
  assert.match(tight.none, /could not be checked in full|Possible match/);
});

test('theme and locale are the embedder\'s', async () => {
  const { frame, close } = await host({ attributes: 'theme="dark" locale="en-US"', context: { colorScheme: 'light' } });
  assert.equal(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(20, 24, 28)');
  assert.match(await frame.innerText('.age'), /[A-Z][a-z]+ \d+, \d{4}/);
  await close();
});

test('forged messages change nothing: the frame takes one start from its parent, the element one hello from its frame', async () => {
  const { tab, frame, close } = await host({ hostile: spy, attributes: 'theme="light"' });
  const before = await fits(tab, frame);
  await tab.evaluate(() => {
    const { port2 } = new MessageChannel();
    globalThis.root.querySelector('iframe').contentWindow.postMessage({ redzone: 1, type: 'init', settings: { theme: 'dark', verdicts: true } }, '*', [port2]);
    window.postMessage({ redzone: 1, type: 'hello' }, '*');
    window.postMessage({ type: 'height', height: 3 }, '*');
  });
  // What is not to happen is given time to.
  await tab.waitForTimeout(200);
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), 'light');
  assert.equal(await frame.locator('.told').count(), 0);
  assert.equal(await heightOf(tab), before);
  await close();
});

test('on the origin it comes from, the element and the frame stay shut', async () => {
  const widget = await serve(built, { headers: HEADERS, linger: false });
  const made = new Map();
  const same = await serve(built, { headers: HEADERS, linger: false, made, types: { '/own': 'text/html', '/raw': 'text/html' } });
  const page = await browser.newPage();
  await page.addInitScript(spy);
  // The same files under the host's own origin: the element's script sees that its frame would be of that origin too.
  made.set('/own', Buffer.from(hostPage(same.url)));
  made.set('/raw', Buffer.from(`<!doctype html><title>raw</title><iframe src="${same.url}frame.html"></iframe>`));
  await page.goto(`${same.url}own`);
  await page.getByRole('alert').filter({ hasText: 'does not run on its own origin' }).waitFor();
  await page.goto(`${same.url}raw`);
  await page.evaluate(() => { const { port2 } = new MessageChannel(); window.frames[0].postMessage({ redzone: 1, type: 'init', settings: {} }, '*', [port2]); });
  await page.frameLocator('iframe').getByText('comes from the same origin').waitFor();
  assert.equal(await page.frameLocator('iframe').locator('form').count(), 0);
  await page.goto(`${widget.url}frame.html`);
  await page.getByText('made to stand inside another one').waitFor();
  assert.equal(await page.locator('form').count(), 0);
  await page.close();
  await same.close();
  await widget.close();
});

test('a script altered on the way defines nothing', async () => {
  const { tab, close } = await host({ frame: false, integrity: `sha384-${Buffer.alloc(48).toString('base64')}` });
  await tab.waitForTimeout(300);
  assert.equal(await tab.evaluate(() => customElements.get('redzone-check')), undefined);
  assert.equal(await tab.locator('iframe').count(), 0);
  await close();
});

for (const [condition, { context, init }] of conditions) {
  test(`axe finds nothing in the frame: ${condition}`, async () => {
    const { tab, frame, close } = await host({ attributes: 'verdicts', hostile: init, context });
    const wrong = [];
    const look = async (screen) => { wrong.push(...(await faults(frame, screen))); };
    await look('form');
    await check(frame, 'Huawei Technologies Co Ltd');
    await frame.locator('redzone-hit .law').first().waitFor();
    await look('hits');
    if (process.env.REDZONE_SHOTS) await tab.screenshot({ path: `${process.env.REDZONE_SHOTS}/embed-${condition.replace(' ', '-')}.png` });
    await frame.click('a[href="#destination"]');
    await look('destination');
    assert.deepEqual(wrong, []);
    await close();
  });
}
