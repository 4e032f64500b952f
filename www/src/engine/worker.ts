/** The worker: owns the module and the lists. It is started after the page sealed itself and so has no network at all. */
import { expose } from 'comlink';
import { initSync, loadTables, Screener } from 'redzone-wasm/party';
import { checkFollows, initSync as initRules, Rulebook } from 'redzone-wasm/rules';
import { attackFromInside } from './attack';
import { selfTest } from './known';
import { rows } from './rows';
import type { EngineApi, Fault, PackFile, Refused, Reply, RulesSupply, Supply } from './protocol';

/** The first question is answered before the engine derives what makes later ones quick, in milliseconds after the start. */
const HASTEN_AFTER = 1_000;

let screener: Screener;
let rulebook: Rulebook | undefined;
let trust: { manifest: Uint8Array; keys: string[] };

/** A trap leaves the instance unusable: its code tells the page to throw this worker away. */
function answer<T>(call: () => T): Reply<T> {
  try {
    return { ok: call() };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof WebAssembly.RuntimeError) return { code: 'trap', message: '' };
  const { code = 'internal', message } = error as Error & { code?: string };
  return { code, message };
}

/**
 * Takes in what can be verified. What is refused stays missing, and the engine says so with every answer. An engine that does not answer
 * as it did when the site was built does not stand up.
 */
function open({ module, keys, manifest, files, known, tightened }: Supply): Refused[] {
  initSync({ module });
  trust = { manifest: new Uint8Array(manifest), keys };
  screener = new Screener(trust.manifest, keys);
  if (tightened?.ages) screener.tighten(...tightened.ages);
  if (tightened?.threshold !== undefined) screener.tightenThreshold(tightened.threshold);
  const refused: Refused[] = [];
  for (const file of files) {
    const added = answer(() => add(file));
    if ('fault' in added) refused.push({ name: file.name, fault: added.fault });
  }
  screener.ready();
  selfTest(screener, known);
  setTimeout(() => answer(() => screener.hasten()), HASTEN_AFTER);
  return refused;
}

function add({ name, bytes }: PackFile): null {
  screener.add(name, new Uint8Array(bytes));
  return null;
}

function addRules({ module, file }: RulesSupply): null {
  initRules({ module });
  rulebook = new Rulebook(trust.manifest, trust.keys, new Uint8Array(file.bytes));
  return null;
}

function addTables({ bytes }: PackFile): null {
  loadTables(new Uint8Array(bytes));
  return null;
}

function follows(older: ArrayBuffer, asOf: string): null {
  rules();
  checkFollows(trust.manifest, new Uint8Array(older), trust.keys, asOf);
  return null;
}

function rules(): Rulebook {
  if (!rulebook) throw { code: 'rules-missing', message: '' } satisfies Fault;
  return rulebook;
}

const api: EngineApi = {
  open: (supply) => answer(() => open(supply)),
  add: (file) => answer(() => add(file)),
  addRules: (supply) => answer(() => addRules(supply)),
  addTables: (file) => answer(() => addTables(file)),
  follows: (older, asOf) => answer(() => follows(older, asOf)),
  lists: (asOf) => answer(() => screener.lists(asOf)),
  check: (question) => answer(() => screener.check(question)),
  rows: (questions) => answer(() => rows(screener, questions)),
  details: (list, entry) => answer(() => screener.details(list, entry)),
  effects: (list, programs) => answer(() => rules().effects(list, programs)),
  places: (text) => answer(() => rules().places(text)),
  destination: (question) => answer(() => rules().destination(question)),
  determine: (question) => answer(() => rules().determine(question)),
  item: (sheet) => answer(() => rules().item(sheet)),
  unscreened: (question) => answer(() => rules().unscreened(question)),
  screened: (question, found) => answer(() => rules().screened(question, found)),
  calendar: (question) => answer(() => rules().calendar(question)),
  attack: async (to) => ({ ok: await attackFromInside(to) }),
};
expose(api);
