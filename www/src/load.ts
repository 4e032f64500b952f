import { engine, keys, pack, type Asset, type PackAsset } from 'virtual:redzone-assets';
import type { Fault, Late, PackFile, Refused, Supply } from './engine/protocol';

/** What was fetched: enough to answer, and what is only read when a hit is shown. */
export interface Loaded {
  supply: Supply;
  /** Asked for and perhaps still on its way. */
  late: Late;
  /** The other views and their words. */
  views: Promise<unknown>;
  /** Files that did not come. */
  refused: Refused[];
}

/**
 * Asks for everything at once, and resolves when there is enough to answer. All requests have been made by then: nothing
 * is asked for later, so the page may be sealed, and the details, the rules and the tables go on arriving.
 *
 * The browser checks the engine's digest before it runs. The pack's files carry digests too, and the engine verifies every one
 * of them against the signed manifest: a file that fails the browser's check is fetched as it is, so that the engine can say why it is refused.
 */
export async function load(): Promise<Loaded> {
  const module = fetchModule(engine.party);
  const of = (part: PackAsset['part']) => pack.filter((asset) => asset.part === part);
  const early = of('search').map(async (asset) => settle(asset));
  const [manifestAsset] = of('manifest');
  if (!manifestAsset) throw { code: 'manifest-missing', message: 'the site was built without a pack' } satisfies Fault;
  const manifest = quiet(fetchFile(manifestAsset));
  const details = new Map(of('detail').map((asset) => [asset.list, quiet(fetchFile(asset, 'low'))]));
  const [rulesAsset] = of('rules');
  const rules = rulesAsset && quiet(Promise.all([fetchModule(engine.rules, 'low'), fetchFile(rulesAsset, 'low')]).then(([module, file]) => ({ module, file })));
  const tables = quiet(fetchFile({ name: 'tables.bin', ...engine.tables }, 'low'));
  const views = quiet(import('./late').catch((error: Error) => { throw { code: 'file-missing', message: error.message } satisfies Fault; }));
  const came = await Promise.all(early);
  return {
    supply: { module: await module, keys, manifest: (await manifest).bytes, files: came.filter((one) => 'bytes' in one) },
    late: { details, rules, tables },
    views,
    refused: came.filter((one) => 'fault' in one),
  };
}

/** A failure is told to whoever waits for the file, and to nobody before. */
function quiet<T>(file: Promise<T>): Promise<T> {
  file.catch(() => undefined);
  return file;
}

async function settle(asset: PackAsset): Promise<PackFile | Refused> {
  return fetchFile(asset).catch((fault: Fault) => ({ name: asset.name, fault }));
}

/** `priority`: what an answer waits for goes first. */
async function fetchFile({ name, url, integrity }: Asset & { name: string }, priority: RequestPriority = 'high'): Promise<PackFile> {
  const answer = await fetch(url, { integrity, priority }).catch(() => fetch(url)).catch(() => undefined);
  if (!answer?.ok) throw { code: 'file-missing', message: name } satisfies Fault;
  return { name, bytes: await answer.arrayBuffer() };
}

async function fetchModule({ url, integrity }: Asset, priority: RequestPriority = 'high'): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(fetch(url, { integrity, priority })).catch((error: Error) => {
    throw { code: typeof WebAssembly === 'object' ? 'engine-altered' : 'no-wasm', message: error.message } satisfies Fault;
  });
}
