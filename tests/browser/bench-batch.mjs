// What a file of many rows takes in the browser: rows a second with one engine and with all, the longest task of the page, how long a stop takes, and what
// the page's memory holds afterwards.
//   node tests/browser/bench-batch.mjs [ROWS...]        after ./build.sh build; without numbers 10,000 and 100,000 rows
import { rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, visit } from './visit.mjs';

const GIVEN = 'Maria John Olga Wei Ahmed Peter Lucia Hans Anna Jose Fatima Ivan Chen Sofia Karim Elena Tomas Ingrid Paulo Mehmet'.split(' ');
const FAMILY = 'Garcia Smith Ivanova Zhang Hassan Novak Rossi Muller Kowalska Lopez Silva Petrov Kim Nguyen Haddad Larsen Costa Yilmaz Dubois Okafor'.split(' ');
const TRADES = 'Trading Consulting Logistics Foods Textiles Instruments Shipping Optics Software Energy'.split(' ');
const FORMS = 'Ltd GmbH LLC Inc SA Co. AG BV SpA Oy'.split(' ');

/** People and companies by turns, one row in two hundred listed: the same rows every time. */
function rows(count) {
  let seed = 20260731;
  const pick = (many) => { seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff; return many[(seed >> 8) % many.length]; };
  const row = (at) => {
    if (at % 200 === 0) return 'Huawei Tecnologies Co,company,China,';
    return at % 2 === 1 ? `${pick(GIVEN)} ${pick(FAMILY)}-${pick(FAMILY)},person,Spain,19${40 + (at % 60)}` : `${pick(FAMILY)} ${pick(FAMILY)} ${pick(TRADES)} ${pick(FORMS)},company,Germany,`;
  };
  return ['name,type,country,born', ...Array.from({ length: count }, (_, at) => row(at))].join('\n');
}

/** The page's heap after a collection, with the bytes that arrays of numbers hold outside it, in MB. */
async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  return ((usedSize + backingStorageSize) / 1e6).toFixed(1);
}

/** Counts the page's tasks over 50 ms from here on, in milliseconds. */
const watch = (page) => page.evaluate(() => {
  globalThis.tasks = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ type: 'longtask' });
});

/** Up to how many rows the page's tasks are traced: a trace grows with them. */
const TRACED = 10_000;

/** The longest task of the page by the processor's time, in milliseconds: on a machine with other work a task may wait for much longer than it takes. */
function longest(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  return Math.max(...traceEvents.filter(({ name, pid, tid }) => name.endsWith('RunTask') && main.has(`${pid} ${tid}`)).map(({ tdur = 0 }) => tdur)) / 1000;
}

async function measure(browser, file, count, workers) {
  const { page, close } = await visit(browser, { init: `Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => ${workers} });` });
  page.setDefaultTimeout(3_600_000);
  const choose = async () => { await page.setInputFiles('#batch-file', file); await page.waitForSelector('#batch-columns-title'); };
  await page.click('nav a[href="#batch"]');
  await choose();
  await watch(page);
  if (count <= TRACED) await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'thread'] });
  const from = await page.evaluate(() => performance.now());
  await page.click('redzone-batch form button[type=submit]');
  await page.waitForSelector('redzone-batch .ledger-line');
  const took = (await page.evaluate(() => performance.now())) - from;
  const processor = count <= TRACED ? `, by the processor's time the longest takes ${Math.round(longest(await browser.stopTracing()))} ms` : '';
  const [tasks, ledger, after] = [await page.evaluate(() => globalThis.tasks), await page.innerText('redzone-batch .ledger-line'), await heap(page)];
  await page.click('text=Check other rows');
  await choose();
  await page.click('redzone-batch form button[type=submit]');
  await page.waitForFunction(() => document.querySelector('redzone-batch').run.results.rows > 300);
  const stop = await page.evaluate(async () => {
    const from = performance.now();
    document.querySelector('#batch-stop').click();
    while (!document.querySelector('redzone-batch .ledger-line')) await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - from;
  });
  await close();
  console.log(`   ${String(count).padStart(9)} rows, ${workers} engines: ${Math.round((count * 1000) / took)} rows/s; tasks over 50 ms: ${tasks.length}${tasks.length ? `, longest ${Math.max(...tasks)} ms` : ''}${processor}; stop ${Math.round(stop)} ms; heap after ${after} MB. ${ledger}`);
}

const asked = process.argv.slice(2).map(Number).filter((count) => count > 0);
const browser = await launch();
console.log('\n== Files of rows in the page');
for (const count of asked.length > 0 ? asked : [10_000, 100_000]) {
  const file = join(tmpdir(), `redzone-batch-${count}.csv`);
  await writeFile(file, rows(count));
  for (const workers of [...new Set([1, cpus().length])]) await measure(browser, file, count, workers);
  await rm(file);
}
await browser.close();
