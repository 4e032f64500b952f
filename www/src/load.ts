import { engine, keys, pack, type PackAsset } from 'virtual:redzone-assets';
import type { Fault, PackFile, Refused, Supply } from './engine/protocol';

/** What was fetched: enough to answer, and what is only read when a hit is shown. */
export interface Loaded {
  supply: Supply;
  /** By list: its detail file, asked for and perhaps still on its way. */
  late: Map<string, Promise<PackFile>>;
  /** Files that did not come. */
  refused: Refused[];
}

/**
 * Asks for everything at once, and resolves when there is enough to answer. All requests have been made by then: nothing
 * is asked for later, so the page may be sealed, and the detail files go on arriving.
 *
 * The browser checks the engine's digest before it runs. The pack's files carry digests too, and the engine verifies every one
 * of them against the signed manifest: a file that fails the browser's check is fetched as it is, so that the engine can say why it is refused.
 */
export async function load(): Promise<Loaded> {
  const module = WebAssembly.compileStreaming(fetch(engine.url, { integrity: engine.integrity }));
  const early = pack.filter((asset) => !asset.late && asset.name !== MANIFEST).map(async (asset) => settle(asset));
  const late = new Map(pack.filter((asset) => asset.late).map((asset) => [asset.list, fetchFile(asset)]));
  for (const file of late.values()) file.catch(() => undefined);
  const manifestAsset = pack.find((asset) => asset.name === MANIFEST);
  if (!manifestAsset) throw { code: 'manifest-missing', message: 'the site was built without a pack' } satisfies Fault;
  const manifest = await fetchFile(manifestAsset);
  const came = await Promise.all(early);
  return {
    supply: { module: await module.catch(refuseEngine), keys, manifest: manifest.bytes, files: came.filter((one) => 'bytes' in one) },
    late,
    refused: came.filter((one) => 'fault' in one),
  };
}

/** The manifest's name in a pack (FORMAT.md). */
const MANIFEST = 'manifest.txt';

async function settle(asset: PackAsset): Promise<PackFile | Refused> {
  return fetchFile(asset).catch((fault: Fault) => ({ name: asset.name, fault }));
}

async function fetchFile({ name, url, integrity }: PackAsset): Promise<PackFile> {
  const answer = await fetch(url, { integrity }).catch(() => fetch(url)).catch(() => undefined);
  if (!answer?.ok) throw { code: 'file-missing', message: name } satisfies Fault;
  return { name, bytes: await answer.arrayBuffer() };
}

function refuseEngine(error: Error): never {
  throw { code: typeof WebAssembly === 'object' ? 'engine-altered' : 'no-wasm', message: error.message } satisfies Fault;
}
