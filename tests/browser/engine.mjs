// The built engine over the built pack, in Node.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** What the engine's Wasm and its glue should have at most after brotli, in bytes: a first answer waits for them on a slow line. */
export const ENGINE_GOAL = 150_000;
/** What they may have today. It goes down with every saving. */
export const ENGINE_LIMIT = 148_500;

/** The length after brotli as a web server precompresses: quality 11, window 24. */
export const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

const root = new URL('../../', import.meta.url);
const built = new URL('.cache/wasm/', root);

/** The glue of a built Wasm module, `party`, `rules` or `record`, instantiated; another instance for each `instance`. */
export async function engine(name, instance = '') {
  const glue = await import(new URL(`${name}.js?${instance}`, built));
  glue.initSync({ module: await readFile(new URL(`${name}_bg.wasm`, built)) });
  return glue;
}

/** The words that the engine knows, and the tables of East Asian names. */
export const words = () => readFile(new URL('words.bin', built));
export const tables = () => readFile(new URL('tables.bin', built));

/** The trusted key of the source tree. */
export async function developmentKey() {
  return /^key ([0-9a-f]{64})$/m.exec(await readFile(new URL('lists/keys/development.public', root), 'utf8'))[1];
}

/** A pack directory: its manifest, its other files, the whole engine and the rules over them, and the newest list's day. */
export async function openPack(dir = new URL('dist/lists/', root)) {
  const manifest = await readFile(new URL('manifest.txt', dir));
  const others = (await readdir(dir)).filter((name) => name !== 'manifest.txt').sort();
  const files = await Promise.all(others.map(async (name) => ({ name, bytes: await readFile(new URL(name, dir)) })));
  const [{ Screener, loadTables }, { Rulebook }] = [await engine('record'), await engine('rules')];
  const keys = [await developmentKey()];
  loadTables(await tables());
  const screener = new Screener(manifest, keys);
  const isRules = ({ name }) => name === 'rules.rz';
  for (const { name, bytes } of files.filter((file) => !isRules(file))) screener.add(name, bytes);
  const rulebook = new Rulebook(manifest, keys, files.find(isRules).bytes);
  screener.ready(await words());
  const built = screener.lists('2026-07-31').built;
  return { manifest, files, keys, screener, rulebook, asOf: built };
}

/** The deals of the suite with the answers that the native engine gives: `{ name, question, answer }`. One of the Rust tests writes them; `build.sh test` has run it. */
export async function deals() {
  const written = process.env.REDZONE_DEALS;
  if (written && existsSync(written)) return linesOf(written);
  const dir = await mkdtemp(join(tmpdir(), 'redzone-deals-'));
  const file = join(dir, 'deals.jsonl');
  const args = ['test', '--quiet', '--locked', '--test', 'deal', 'every_case_has_its_ruling_in_canonical_json'];
  await promisify(execFile)('cargo', args, { cwd: fileURLToPath(root), env: { ...process.env, REDZONE_DEALS: file } });
  const cases = await linesOf(file);
  await rm(dir, { recursive: true });
  return cases;
}

const linesOf = async (file) => (await readFile(file, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line));

/** Every printed name of every entry: its text, its kind, and `list/entry`. */
export function packNames({ screener, asOf }) {
  const names = [];
  for (const list of screener.lists(asOf).lists) {
    for (let entry = 0; entry < list.entries; entry += 1) {
      for (const { text, kind } of screener.details(list.id, entry).names) names.push({ text, kind, list: list.id, entry, key: `${list.id}/${entry}` });
    }
  }
  return names;
}

/** Whether the material beside the source tree is here; without it some suites are skipped. */
export const shared = existsSync(new URL('../shared/bench/', root)) ? new URL('../shared/bench/', root) : undefined;
