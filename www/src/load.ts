import { engine, keys, known } from 'virtual:redzone-assets';
import { source } from 'virtual:redzone-source';
import type { Fault, Late, PackFile, Supply } from './engine/protocol';
import type { PackEntry, Source } from './source/source';

/** What was asked for: enough to answer, and what is only read when a hit is shown. */
export interface Loaded {
  supply: Supply;
  late: Late;
  /** The other views and their words. */
  views: Promise<unknown>;
}

/**
 * Asks for everything at once, and resolves when the manifest has come, one of the first files to be asked for and the smallest. All requests
 * have been sent by then: nothing is asked for later, so the page may be sealed, and everything else goes on arriving.
 */
export async function load(from: Source = source): Promise<Loaded> {
  const module = quiet(from.module('party', 'high'));
  const pack = await from.pack();
  const of = (part: PackEntry['part']) => pack.filter((entry) => entry.part === part);
  const file = (entry: PackEntry, priority: RequestPriority): Promise<PackFile> => quiet(from.file(entry, priority).then((bytes) => ({ name: entry.name, bytes })));
  const [manifestEntry] = of('manifest');
  if (!manifestEntry) throw { code: 'manifest-missing', message: 'there is no manifest in the pack' } satisfies Fault;
  const manifest = file(manifestEntry, 'high');
  const files = new Map(of('search').map((entry) => [entry.name, file(entry, 'high')]));
  const details = new Map(of('detail').map((entry) => [entry.list, file(entry, 'low')]));
  const [rulesEntry] = of('rules');
  const rules = rulesEntry && quiet(Promise.all([from.module('rules', 'low'), file(rulesEntry, 'low')]).then(([module, rules]) => ({ module, file: rules })));
  const record = engine.record && quiet(from.module('record', 'low'));
  const tables = quiet(from.tables('low').then((bytes) => ({ name: 'tables.bin', bytes })));
  const views = quiet(import('virtual:redzone-late').catch((error: Error) => { throw { code: 'file-missing', message: error.message } satisfies Fault; }));
  await manifest;
  // What a service worker answers is held against the policy once more when it comes. It comes from the device, so all of it is waited for.
  if (navigator.serviceWorker?.controller) await Promise.allSettled([module, ...files.values(), ...details.values(), rules, record, tables, views]);
  return { supply: { module, keys, manifest, files, known }, late: { details, rules, record, tables }, views };
}

/** A failure is told to whoever waits for the file, and to nobody before. */
function quiet<T>(file: Promise<T>): Promise<T> {
  file.catch(() => undefined);
  return file;
}
