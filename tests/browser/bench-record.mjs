// Records in bulk: how much memory a batch takes that is written as it runs, and whether Wasm gives every row's record again, byte for byte.
//   node tests/browser/bench-record.mjs        after ./build.sh build
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { developmentKey, engine, tables, words } from './engine.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pack = join(root, 'dist/lists');
const SIZES = [1_000, 10_000];
const AS_OF = '2026-08-16';

/** The same names every time: words that are listed and words that are not, with up to two letters changed. */
function rows(count) {
  let seed = 6;
  const roll = (below) => { seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0; return Math.floor((seed / 2 ** 32) * below); };
  const one = (list) => list[roll(list.length)];
  const changed = (text) => { const at = roll(text.length); return text.slice(0, at) + 'abcdefghijklmnopqrstuvwxyz '[roll(27)] + text.slice(at + 1); };
  const line = (_, number) => {
    let name = [one(['Huawei', 'Global', 'Hikvision', 'Ivan', 'Maria', 'Sunrise', 'Rosoboron', 'Al', 'Petro', 'Kim']), one(['Technologies', 'Trading', 'Petrov', 'Shipping', 'Star', 'Yong']), one(['Co', 'LLC', 'FZE', '', 'Group', 'Chol'])].join(' ');
    for (let times = roll(3); times > 0; times -= 1) name = changed(name);
    return [number, name, one(['', 'person', 'entity']), one(['', '1962', '1970-01-02']), one(['', 'CN', 'RU'])].join(',');
  };
  return ['query_id,name,type,dob,country', ...Array.from({ length: count }, line), ''].join('\n');
}

/** Runs the command line and returns the most memory it held, in kB. */
async function peak(args) {
  const child = spawn(join(root, 'target/release/redzone'), args, { stdio: 'ignore' });
  let most = 0;
  const look = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    most = Math.max(most, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }, 5);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(look);
  if (![0, 1, 5].includes(code)) throw new Error(`redzone ${args.join(' ')} ended with ${code}`);
  return most;
}

const canonical = (value) => Array.isArray(value) ? `[${value.map(canonical).join(',')}]`
  : value && typeof value === 'object' ? `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}` : JSON.stringify(value);

const dir = await mkdtemp(join(tmpdir(), 'redzone-record-'));
try {
  for (const size of SIZES) {
    await writeFile(join(dir, 'rows.csv'), rows(size));
    const file = join(dir, `${size}.jsonl`);
    const most = await peak(['-q', 'screen', '--index', pack, '--queries', join(dir, 'rows.csv'), '--out', join(dir, 'answers.jsonl'), '--as-of', AS_OF, '--record', file]);
    console.log(`   ${size} rows: at most ${most} kB of memory, ${(await stat(file)).size} bytes of record`);
  }
  const glue = await engine('record');
  glue.loadTables(await tables());
  const screener = new glue.Screener(await readFile(join(pack, 'manifest.txt')), [await developmentKey()]);
  for (const name of (await readdir(pack)).filter((name) => /\.(search|detail)\./.test(name))) screener.add(name, await readFile(join(pack, name)));
  screener.ready(await words());
  let [batch, same, other] = [undefined, 0, 0];
  for await (const line of createInterface({ input: createReadStream(join(dir, `${SIZES.at(-1)}.jsonl`)) })) {
    const { kind, body } = JSON.parse(line).record;
    if (kind === 'batch') batch = body;
    if (kind !== 'row') continue;
    const { row: _row, party: _party, ...own } = body;
    const { source: _source, ...shared } = batch;
    const check = canonical({ ...shared, ...own, schema: own.schema.replace('row', 'check') });
    if (screener.again(check) === check) same += 1;
    else if ((other += 1) === 1) console.log(`   different: ${JSON.stringify(glue.compareRecords(check, screener.again(check)))}`);
  }
  console.log(`   asked again in Wasm: ${same} records the same, ${other} different`);
  if (other > 0) process.exitCode = 1;
} finally {
  await rm(dir, { recursive: true, force: true });
}
