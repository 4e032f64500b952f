// What people wait for, in one table. Ours and the peers answer the same queries over the same names in the same page.
//   node tests/browser/bench.mjs        after ./build.sh build
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '../../www/tools/serve.mjs';
import { ENGINE_GOAL, brotli, openPack, packNames, words } from './engine.mjs';
import { launch, open } from './visit.mjs';

const site = fileURLToPath(new URL('../../dist/site', import.meta.url));
const FIRST_RESULT_LIMIT = 300;

const line = (what, ...figures) => console.log(`   ${what.padEnd(58)} ${figures.map((figure) => String(figure).padStart(12)).join(' ')}`);
const head = (title, ...columns) => { console.log(`\n== ${title}`); if (columns.length > 0) line('', ...columns); };
const milliseconds = (time) => `${time.toFixed(time < 10 ? 3 : 0)} ms`;
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** A pseudo-random sequence with a fixed seed (mulberry32): the same queries every time. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A third with one edit, a third with two, a third with the words turned round and one edit. */
function queries(names, count) {
  const next = random(20260731);
  const pick = (many) => many[Math.floor(next() * many.length)];
  const plain = names.filter(({ text }) => /^[\x20-\x7e]+$/.test(text) && text.split(' ').length >= 2 && text.split(' ').length <= 6);
  const edit = (text) => {
    const place = Math.floor(next() * text.length);
    const letter = pick('abcdefghijklmnopqrstuvwxyz');
    return pick([text.slice(0, place) + letter + text.slice(place), text.slice(0, place) + text.slice(place + 1), text.slice(0, place) + letter + text.slice(place + 1)]);
  };
  return Array.from({ length: count }, (_, number) => {
    const { text, key } = pick(plain);
    const words = text.toLowerCase().split(' ');
    const turned = number % 3 === 2 ? [...words.slice(1), words[0]].join(' ') : words.join(' ');
    return { query: number % 3 === 1 ? edit(edit(turned)) : edit(turned), key };
  });
}

async function sizes() {
  head('Bytes', 'raw', 'brotli');
  const files = await readdir(`${site}/pack`);
  const of = async (filter) => {
    const all = await Promise.all(files.filter(filter).map((file) => readFile(`${site}/pack/${file}`)));
    return [all.reduce((sum, one) => sum + one.length, 0), all.reduce((sum, one) => sum + brotli(one), 0)];
  };
  line('search parts, all lists', ...(await of((file) => file.includes('.search.'))));
  line('detail parts, all lists', ...(await of((file) => file.includes('.detail.'))));
  line('rules and manifest', ...(await of((file) => !/\.(search|detail)\./.test(file))));
  const built = await readdir(`${site}/assets`);
  const asset = (begin, end) => readFile(`${site}/assets/${built.find((file) => file.startsWith(begin) && file.endsWith(end))}`);
  const wasm = await asset('party-', '.wasm');
  const glue = await readFile(new URL('../../.cache/wasm/party.js', import.meta.url));
  line('engine Wasm', wasm.length, brotli(wasm));
  line('engine Wasm with its JavaScript glue', wasm.length + glue.length, brotli(wasm) + brotli(glue));
  line(`   within the goal of ${ENGINE_GOAL}`, '', brotli(wasm) + brotli(glue) <= ENGINE_GOAL ? 'yes' : 'NO');
  const known = await words();
  line('the words that the engine knows', known.length, brotli(known));
  line('engine and words: all that a first answer waits for', wasm.length + glue.length + known.length, brotli(wasm) + brotli(glue) + brotli(known));
  const whole = await asset('record-', '.wasm');
  line('whole engine Wasm, loaded late', whole.length, brotli(whole));
  const page = await asset('index-', '.js');
  const rules = await asset('rules-', '.wasm');
  line('rules Wasm, loaded late', rules.length, brotli(rules));
  const tables = await asset('tables-', '.bin');
  line('tables of East Asian names, loaded late', tables.length, brotli(tables));
  line('page script, worker and glue included', page.length, brotli(page));
}

/** A new browser has its own pages to load, for some two seconds; people navigate in one that has. In milliseconds. */
const BROWSER_SETTLES = 2_500;
/** The longest that an answer is waited for, in milliseconds. */
const LONGEST = 60_000;

/**
 * Opens the site in a window, asks as soon as the form is there, and tells the server when the first hit is drawn, all in milliseconds from the
 * navigation: `answered`, `form`, `sealed`. A page does this, and no debugger: one that watches the network costs the page some
 * milliseconds for every request.
 */
const WATCHING = `<!doctype html><meta charset="utf-8"><title>bench</title><script>
setTimeout(() => {
  const opened = open('/', 'site', 'popup,width=1100,height=900');
  let form, sealed;
  const step = () => {
    const { document, performance } = opened;
    const field = document.querySelector('#name');
    if (field && !form) {
      form = performance.now();
      field.value = 'Huawei Tecnologies';
      document.querySelector('redzone-party form').requestSubmit();
    }
    if (!sealed && document.querySelector('[data-state=sealed]')) sealed = performance.now();
    if (document.querySelector('redzone-hit h3')) fetch('/told?' + new URLSearchParams({ answered: performance.now(), form, sealed }));
    else opened.requestAnimationFrame(step);
  };
  const gone = setInterval(() => {
    if (opened.location.href === 'about:blank') return;
    clearInterval(gone);
    opened.requestAnimationFrame(step);
  }, 1);
}, ${BROWSER_SETTLES});
</script>`;

/** From navigation to the first answer on the page, each time in a new browser with an empty cache. */
async function firstResult() {
  const rounds = [];
  for (let round = 0; round < 9; round += 1) {
    const server = await serve(site, { linger: false, made: new Map([['/watching.html', WATCHING]]) });
    const close = await open(`${server.url}watching.html`);
    let told;
    for (const end = Date.now() + LONGEST; !told && Date.now() < end; await new Promise((done) => setTimeout(done, 50))) told = server.requests.find((request) => request.startsWith('/told?'));
    await close();
    await server.close();
    if (!told) throw new Error(`the site gave no answer within ${LONGEST} ms`);
    rounds.push(Object.fromEntries([...new URLSearchParams(told.slice('/told?'.length))].map(([what, time]) => [what, Number(time)])));
  }
  head('From navigation, empty cache, loopback', 'median', 'best', 'worst');
  const times = (what) => rounds.map((round) => round[what]).sort((a, b) => a - b);
  for (const [title, what] of [['the form can be filled in', 'form'], ['the lists are verified and the engine ready', 'sealed'], ['the first correct fuzzy result is on the screen', 'answered']]) {
    const sorted = times(what);
    line(title, ...[at(sorted, 0.5), sorted[0], sorted.at(-1)].map(milliseconds));
  }
  line(`   within ${FIRST_RESULT_LIMIT} ms`, at(times('answered'), 0.5) <= FIRST_RESULT_LIMIT ? 'yes' : 'NO');
}

/** One name at a time: ours, MiniSearch, Fuse.js, in one page. `budget`: the longest one engine may take in all, in milliseconds. */
async function oneName(page, names, warm, rest) {
  head('One name, in the same page, the same names and queries', 'p50', 'p99', 'found', 'queries');
  for (const engine of ['redzone', 'minisearch', 'fuse']) {
    const { times, found, memory } = await page.evaluate((given) => globalThis.bench(...given), [engine, engine === 'redzone' ? [] : names, warm, rest]);
    times.sort((a, b) => a - b);
    line(engine, milliseconds(at(times, 0.5)), milliseconds(at(times, 0.99)), `${((100 * found) / times.length).toFixed(1)} %`, times.length);
    if (memory) line('   WebAssembly memory with all lists', `${(memory / 1_048_576).toFixed(1)} MiB`);
  }
}

/** A page with nothing but the engines: no policy, and the two headers that make its clock fine. */
async function benchPage(browser, pack) {
  const minisearch = await readFile(new URL('../../www/node_modules/minisearch/dist/umd/index.js', import.meta.url), 'utf8');
  const fuse = await readFile(new URL('../../www/node_modules/fuse.js/dist/fuse.min.mjs', import.meta.url), 'utf8');
  const glue = await readFile(new URL('../../.cache/wasm/record.js', import.meta.url), 'utf8');
  const wasm = await readFile(new URL('../../.cache/wasm/record_bg.wasm', import.meta.url));
  const [known, tables] = [await words(), await readFile(new URL('../../.cache/wasm/tables.bin', import.meta.url))];
  const files = new Map([['/', '<!doctype html><meta charset="utf-8"><title>bench</title>'], ['/glue.js', glue], ['/fuse.js', fuse], ['/wasm', wasm], ['/words', known], ['/tables', tables], ['/pack.json', JSON.stringify({ keys: pack.keys, asOf: pack.asOf, files: pack.files.map((file) => file.name).filter((name) => name !== 'rules.rz') })]]);
  for (const file of pack.files) files.set(`/pack/${file.name}`, file.bytes);
  files.set('/manifest', pack.manifest);
  const server = await serve(site, { linger: false, made: files });
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(server.url);
  await page.addScriptTag({ content: minisearch });
  await page.addScriptTag({ type: 'module', content: `
    import Fuse from '/fuse.js';
    import * as glue from '/glue.js';
    const bytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
    const pack = await (await fetch('/pack.json')).json();
    const supply = { module: await WebAssembly.compile(await bytes('/wasm')), words: await bytes('/words'), tables: await bytes('/tables'), manifest: await bytes('/manifest'), keys: pack.keys,
      files: await Promise.all(pack.files.map(async (name) => ({ name, bytes: await bytes('/pack/' + name) }))) };
    function open() {
      const exports = glue.initSync({ module: supply.module });
      glue.loadTables(supply.tables);
      const screener = new glue.Screener(supply.manifest, supply.keys);
      for (const file of supply.files) screener.add(file.name, file.bytes);
      screener.ready(supply.words);
      screener.hasten();
      return { screener, exports };
    }
    const BUDGET = 15000;
    function run(queries, search) {
      const times = []; let found = 0; const from = performance.now();
      for (const { query, key } of queries) {
        const before = performance.now();
        const keys = search(query);
        times.push(performance.now() - before);
        found += keys.includes(key) ? 1 : 0;
        if (performance.now() - from > BUDGET) break;
      }
      return { times, found };
    }
    globalThis.bench = (which, names, warm, queries) => {
      if (which === 'redzone') {
        const { screener, exports } = open();
        const question = { kind: 'unstated', countries: [], born: '', asOf: pack.asOf, limit: 10 };
        const search = (name) => screener.check({ ...question, name }).hits.slice(0, 10).map((hit) => hit.list + '/' + hit.entry);
        // Other names than those that are timed: the engine remembers words.
        run(warm, search);
        return { ...run(queries, search), memory: exports.memory.buffer.byteLength };
      }
      const documents = names.map(({ text, key }, id) => ({ id, text, key }));
      if (which === 'minisearch') {
        const index = new MiniSearch({ fields: ['text'], storeFields: ['key'] });
        index.addAll(documents);
        const search = (query) => index.search(query, { fuzzy: 0.25 }).slice(0, 10).map((hit) => hit.key);
        run(warm.slice(0, 20), search);
        return run(queries, search);
      }
      const index = new Fuse(documents, { keys: ['text'] });
      return run(queries, (query) => index.search(query, { limit: 10 }).map((hit) => hit.item.key));
    };
    globalThis.batch = async (rows, workers) => {
      const source = await (await fetch('/glue.js')).text();
      const code = source + ';onmessage = ({ data }) => {' +
        'if (data.supply) { initSync({ module: data.supply.module }); loadTables(data.supply.tables); self.screener = new Screener(data.supply.manifest, data.supply.keys); for (const file of data.supply.files) screener.add(file.name, file.bytes); screener.ready(data.supply.words); screener.hasten(); postMessage({ ready: true }); }' +
        'else postMessage({ answers: screener.checkMany(data.rows, data.asOf) }); };';
      const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
      const started = Array.from({ length: workers }, () => new Worker(url, { type: 'module' }));
      const next = (worker) => new Promise((done, fail) => { worker.onmessage = ({ data }) => done(data); worker.onerror = (event) => fail(new Error(event.message)); });
      await Promise.all(started.map((worker) => { const ready = next(worker); worker.postMessage({ supply }); return ready; }));
      const CHUNK = 1000;
      let at = 0; const counts = [0, 0, 0];
      const from = performance.now();
      await Promise.all(started.map(async (worker) => {
        while (at < rows.length) {
          const part = rows.slice(at, at += CHUNK);
          const answer = next(worker);
          worker.postMessage({ rows: part, asOf: pack.asOf });
          const { answers } = await answer;
          for (let row = 0; row < part.length; row += 1) counts[answers[row * 5]] += 1;
        }
      }));
      const time = performance.now() - from;
      for (const worker of started) worker.terminate();
      return { time, counts };
    };
    globalThis.ready = true;` });
  await page.waitForFunction(() => globalThis.ready);
  return page;
}

/** Rows: one in fifty a listed name with one edit, the rest made of listed words, so that every word has neighbours. */
function batchRows(names, count) {
  const next = random(7);
  const words = [...new Set(names.flatMap(({ text }) => text.split(' ')))];
  const pick = (many) => many[Math.floor(next() * many.length)];
  return Array.from({ length: count }, (_, row) => (row % 50 === 0 ? `${pick(names).text}x` : Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(words)).join(' ')));
}

/** Names made to be slow: many words, common words, words that everything resembles, scripts with many readings. */
function hostileNames(names) {
  const often = new Map();
  for (const { text } of names) for (const word of text.toLowerCase().split(' ')) often.set(word, (often.get(word) ?? 0) + 1);
  const common = [...often].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const long = common.filter((word) => word.length >= 5);
  const next = random(99);
  const mixed = () => Array.from({ length: 64 }, () => common[Math.floor(next() * 2_000)]).join(' ');
  return [
    common.slice(0, 64), common.slice(0, 8), common.slice(0, 4), common.slice(64, 128), long.slice(0, 64), long.slice(640, 704), long.slice(6_400, 6_464),
  ].map((words) => words.join(' ')).concat([
    'a b c d e f g h i j k l m n o p q r s t u v w x y z', 'a'.repeat(1_000), 'ab'.repeat(500), 'aaaa '.repeat(64), 'al '.repeat(64), 'muhammad '.repeat(64),
    'sara mara lara tara nara kara '.repeat(10), 's h m n a k r t b d '.repeat(6), 'sh mh ah kh al ab ba ma sa ta ra ka la na da '.repeat(4),
    'company limited trading international general group holding industrial', '0l1i5s 0o0o 1l1l 5s5s '.repeat(12), '0 1 2 3 4 5 6 7 8 9 '.repeat(6),
    'محمد احمد علي حسن حسين عبد الله', 'محمد '.repeat(32), '习近平'.repeat(4), '行'.repeat(64), '中国华为技术有限公司上海北京广州深圳', '김정은 이영희 박철수 최민호',
  ], Array.from({ length: 30 }, mixed));
}

async function hostile(page, names, warm) {
  const asked = hostileNames(names).map((query) => ({ query, key: '' }));
  const { times } = await page.evaluate((given) => globalThis.bench(...given), ['redzone', [], warm, asked]);
  const slowest = asked[times.indexOf(Math.max(...times))].query;
  head('Names made to be slow', 'worst', 'p50', 'names');
  line(`redzone; slowest: ${slowest.slice(0, 36)}`, milliseconds(Math.max(...times)), milliseconds(at([...times].sort((a, b) => a - b), 0.5)), times.length);
}

async function batch(page, names) {
  const rows = batchRows(names, Number(process.env.REDZONE_BENCH_ROWS ?? 100_000));
  head(`${rows.length} rows`, 'time', 'rows / s', 'hits', 'no match', 'other');
  const one = await page.evaluate(([list, workers]) => globalThis.batch(list, workers), [rows, 1]);
  const two = await page.evaluate(([list, workers]) => globalThis.batch(list, workers), [rows, 2]);
  for (const [name, { time, counts }] of [['one worker', one], ['two workers', two]]) line(name, `${(time / 1000).toFixed(1)} s`, Math.round((1000 * rows.length) / time), ...counts);
  line('two workers against one', `${(one.time / two.time).toFixed(2)}`);
}

const pack = await openPack();
const names = packNames(pack);
await sizes();
await firstResult();
const browser = await launch();
try {
  const page = await benchPage(browser, pack);
  // The compiler of the browser settles late.
  const asked = queries(names, 4_000);
  const warm = asked.splice(0, 2_000);
  await oneName(page, names, warm, asked);
  await hostile(page, names, warm);
  await batch(page, names);
} finally {
  await browser.close();
}
