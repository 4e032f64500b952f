// The kiosk and the site in the other two engines, where they are installed: the main journeys, the seal, and the wipe.
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

/** In the page: fields are filled and files chosen as by hand, and a file that the page saves is kept in `saved` as its name and text. */
function hands() {
  globalThis.fill = (id, text) => {
    const field = document.getElementById(id);
    field.focus();
    field.value = text;
    for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
    field.blur();
  };
  globalThis.choose = (id, name, text) => {
    const held = new DataTransfer();
    held.items.add(new File([text], name));
    const field = document.getElementById(id);
    field.files = held.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  globalThis.press = (view, words) => [...document.querySelectorAll(`redzone-${view} button`)].find((button) => button.textContent.trim() === words).click();
  globalThis.submit = (view) => document.querySelector(`redzone-${view} form`).requestSubmit();
  globalThis.saved = [];
  let last;
  const made = URL.createObjectURL;
  URL.createObjectURL = (blob) => { last = blob; return made.call(URL, blob); };
  HTMLAnchorElement.prototype.click = async function () { globalThis.saved.push([this.download, await last.text()]); };
}

const ROWS = 'Customer,Country\nHuawei Tecnologies Co,China\nMargaret Honeychurch,\nРособоронэкспорт,Russia\n';
const of = (selector) => [(selector) => document.querySelector(selector)?.innerText, selector];
const file = [() => globalThis.saved.pop()?.join(' ')];

/** What else a person does: an act with what it is given, then where to look and what must come to stand there. */
const STEPS = [
  [(to) => { location.hash = to; }, ['#batch'], of('redzone-batch h1'), /Check many/],
  [(rows) => globalThis.choose('batch-file', 'rows.csv', rows), [ROWS], of('#batch-columns-title'), /How this was read/],
  [() => globalThis.submit('batch'), [], of('redzone-batch .ledger-line'), /^Rows in: 3 = rows out: 3 \+ rejected: 0$/],
  [() => {}, [], of('redzone-queue redzone-hit .law'), /\d/],
  [() => { document.getElementById('queue-reason').value = 'another number'; globalThis.press('queue', 'Different party'); }, [], of('redzone-queue [role=status]'), /Decided: 1/],
  [() => globalThis.press('batch', 'Save the results'), [], file, /^redzone-results\.csv .*different-party/s],

  [(to) => { location.hash = to; }, ['#deal'], of('redzone-deal h1'), /deal/],
  [() => { globalThis.fill('deal-items-0-eccn', '3A090.a'); globalThis.submit('deal'); }, [], of('#deal-step-title'), /^Parties$/],
  [(name) => { globalThis.fill('deal-parties-0-name', name); globalThis.submit('deal'); }, ['Qwyxzov Fjordbanane Interkontinentale'], of('#deal-step-title'), /^Route$/],
  [() => { globalThis.fill('deal-ship_from', 'United States'); globalThis.fill('deal-destination', '中国'); globalThis.submit('deal'); }, [], of('#deal-step-title'), /^Use and payment$/],
  [() => globalThis.submit('deal'), [], of('redzone-deal .verdict'), /^This could not be decided.*What is at stake: (Prohibited|License needed)/s],
  [() => {}, [], [() => document.querySelector('redzone-deal .map svg')?.getAttribute('aria-label')], /1 United States.*China$/],
  [() => globalThis.press('deal', 'Save the question'), [], file, /^deal-question\.json .*"screening": "no match"/s],

  [() => globalThis.press('party', 'Save the record'), [], of('redzone-record .verdict h2'), /^Whole: 1 record/],
  [() => globalThis.press('record', 'Ask again'), [], of('redzone-record .again'), /byte for byte/],
  [() => globalThis.press('record', 'Download the case file'), [], [() => { globalThis.case ??= globalThis.saved.pop()?.[1]; return globalThis.case; }], /"clock":"device"/],
  [() => globalThis.press('record', 'Begin another'), [], [() => (document.querySelector('redzone-record .verdict') ? 'still there' : 'gone')], /^gone$/],
  [() => globalThis.choose('record-open', 'case.jsonl', globalThis.case.replace('Tecnologies', 'Technologies')), [], of('redzone-record .verdict h2'), /^Changed: this is not the file/],
  [() => globalThis.choose('record-open', 'case.jsonl', globalThis.case), [], of('redzone-record .verdict h2'), /^Whole: 1 record/],
];

async function more({ run }) {
  await run(hands);
  for (const [act, given, [look, ...at], wanted] of STEPS) {
    await run(act, ...given);
    let seen;
    for (const end = Date.now() + 60_000; Date.now() < end && !wanted.test(seen ?? ''); await new Promise((done) => setTimeout(done, 50))) seen = await run(look, ...at);
    assert.match(seen ?? '', wanted);
  }
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

  test(`${name}: the site checks, is sealed, runs a file, judges a deal and keeps a record`, { skip }, async () => {
    const server = await serve(site, { linger: false });
    const browser = await start();
    try {
      await browser.open(server.url);
      await journey(browser, `${server.url}index.html?after`);
      await more(browser);
      assert.deepEqual(server.requests.filter((path) => path.includes('after') || /huawei/i.test(path)), []);
    } finally {
      await browser.close();
      await server.close();
    }
  });
}
