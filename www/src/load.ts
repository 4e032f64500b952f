import { engine, keys, known } from 'virtual:redzone-assets';
import { source } from 'virtual:redzone-source';
import type { Fault, Late, PackFile, Refused, Supply } from './engine/protocol';
import type { PackEntry, Source } from './source/source';

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
 */
export async function load(from: Source = source): Promise<Loaded> {
  const module = quiet(from.module('party', 'high'));
  const pack = await from.pack();
  const of = (part: PackEntry['part']) => pack.filter((entry) => entry.part === part);
  const file = async (entry: PackEntry, priority: RequestPriority): Promise<PackFile> => ({ name: entry.name, bytes: await from.file(entry, priority) });
  const early = of('search').map((entry) => file(entry, 'high').catch((fault: Fault): Refused => ({ name: entry.name, fault })));
  const [manifestEntry] = of('manifest');
  if (!manifestEntry) throw { code: 'manifest-missing', message: 'there is no manifest in the pack' } satisfies Fault;
  const manifest = quiet(file(manifestEntry, 'high'));
  const details = new Map(of('detail').map((entry) => [entry.list, quiet(file(entry, 'low'))]));
  const [rulesEntry] = of('rules');
  const rules = rulesEntry && quiet(Promise.all([from.module('rules', 'low'), file(rulesEntry, 'low')]).then(([module, rules]) => ({ module, file: rules })));
  const record = engine.record && quiet(from.module('record', 'low'));
  const tables = quiet(from.tables('low').then((bytes) => ({ name: 'tables.bin', bytes })));
  const views = quiet(import('virtual:redzone-late').catch((error: Error) => { throw { code: 'file-missing', message: error.message } satisfies Fault; }));
  const came = await Promise.all(early);
  // What a service worker answers is held against the policy once more when it comes. It comes from the device, so all of it is waited for.
  if (navigator.serviceWorker?.controller) await Promise.allSettled([...details.values(), rules, record, tables, views]);
  return {
    supply: { module: await module, keys, manifest: (await manifest).bytes, files: came.filter((one) => 'bytes' in one), known },
    late: { details, rules, record, tables },
    views,
    refused: came.filter((one) => 'fault' in one),
  };
}

/** A failure is told to whoever waits for the file, and to nobody before. */
function quiet<T>(file: Promise<T>): Promise<T> {
  file.catch(() => undefined);
  return file;
}
