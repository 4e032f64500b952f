import { keys, known } from 'virtual:redzone-assets';
import { source } from 'virtual:redzone-source';
import type { Fault, Late, Later, PackFile, Supply } from './engine/protocol';
import type { PackEntry, Source, Turn } from './source/source';

/** What was asked for: enough to answer, and what is only read when a hit is shown. */
export interface Loaded {
  supply: Supply;
  late: Late;
  /** Takes the other views and their words into use. */
  views: Later<void>;
  /** Reads what nobody has called for yet. */
  rest(): void;
}

/**
 * Asks for everything at once, and resolves when it has: nothing is asked for later, so the page may be sealed, and all of it goes on arriving.
 */
export async function load(from: Source = source): Promise<Loaded> {
  const module = quiet(from.module('party', 'now'));
  const words = quiet(from.words('now'));
  const pack = await from.pack();
  const of = (part: PackEntry['part']) => pack.filter((entry) => entry.part === part);
  const file = (entry: PackEntry, turn: Turn): Promise<PackFile> => quiet(from.file(entry, turn).then((bytes) => ({ name: entry.name, bytes })));
  const all: Later<unknown>[] = [];
  const later = <T>(ask: (turn: Turn) => Promise<T>): Later<T> => {
    const one = laterOf(ask);
    all.push(one);
    return one;
  };
  const [manifestEntry] = of('manifest');
  if (!manifestEntry) throw { code: 'manifest-missing', message: 'there is no manifest in the pack' } satisfies Fault;
  const manifest = file(manifestEntry, 'now');
  const files = new Map(of('search').map((entry) => [entry.name, file(entry, 'now')]));
  const details = new Map(of('detail').map((entry) => [entry.list, later((turn) => file(entry, turn))]));
  const [rulesEntry] = of('rules');
  const entries = later((turn) => from.module('rules', turn));
  const rules = rulesEntry && later(async (turn) => {
    const asked = file(rulesEntry, turn);
    await turn;
    const [module, rules] = await Promise.all([entries(), asked]);
    return { module, file: rules };
  });
  const record = later((turn) => from.module('record', turn));
  const tables = later((turn) => from.tables(turn).then((bytes) => ({ name: 'tables.bin', bytes })));
  views ??= later(viewsAt);
  const rest = () => { for (const one of all) void one(); };
  // What a service worker answers is held against the policy once more when it comes. It comes from the device, so all of it is waited for.
  if (navigator.serviceWorker?.controller) await Promise.allSettled([module, words, manifest, ...files.values(), ...all.map((one) => one())]);
  return { supply: { module, keys, manifest, words, files, known }, late: { details, entries, rules, record, tables }, views, rest };
}

/** There is one set of views, whatever packs take each other's place. */
let views: Later<void> | undefined;

async function viewsAt(turn: Turn): Promise<void> {
  const late = await import('virtual:redzone-late').catch((error: Error) => { throw { code: 'file-missing', message: error.message } satisfies Fault; });
  await turn;
  late.define();
}

/** Asks for it now, and lets its turn come when it is called for. */
function laterOf<T>(ask: (turn: Turn) => Promise<T>): Later<T> {
  let call: () => void = () => undefined;
  const asked = quiet(ask(new Promise<void>((called) => { call = called; })));
  return () => {
    call();
    return asked;
  };
}

/** A failure is told to whoever waits for the file, and to nobody before. */
function quiet<T>(file: Promise<T>): Promise<T> {
  file.catch(() => undefined);
  return file;
}
