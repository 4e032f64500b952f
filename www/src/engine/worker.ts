/** The worker: owns the module and the lists. It is started after the page sealed itself and so has no network at all. */
import { expose } from 'comlink';
import { initSync, Screener } from 'redzone-wasm/party';
import * as record from 'redzone-wasm/record';
import { checkFollows, Entries, initSync as initRules, loadTables, Rulebook } from 'redzone-wasm/rules';
import { attackFromInside } from './attack';
import { selfTest } from './known';
import { BatchRecorder } from './recorder';
import { rows } from './rows';
import type { Beginning, Cases, EngineApi, Fault, Known, PackFile, Reply, RulesSupply } from './protocol';

/** The first question is answered before the engine derives what makes later ones quick, in milliseconds after the start. */
const HASTEN_AFTER = 1_000;

/** What answers: the lean engine, and the whole one from when it is wanted. */
let screener: Screener | record.Screener;
/** The engine that reads every script and writes records: the same answers over the same files. */
let whole: record.Screener | undefined;
let entries: Entries | undefined;
let rulebook: Rulebook | undefined;
const batch = new BatchRecorder();
let trust: Pick<Beginning, 'keys' | 'tightened'> & { manifest: Uint8Array; words: Uint8Array };
let toldKnown: Known;

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

function begin({ module, manifest, words, ...rest }: Beginning): null {
  initSync({ module });
  trust = { ...rest, manifest: new Uint8Array(manifest), words: new Uint8Array(words) };
  screener = begun(new Screener(trust.manifest, trust.keys));
  return null;
}

function begun<Engine extends Screener | record.Screener>(engine: Engine): Engine {
  const { tightened } = trust;
  if (tightened?.ages) engine.tighten(...tightened.ages);
  if (tightened?.threshold !== undefined) engine.tightenThreshold(tightened.threshold);
  return engine;
}

function ready(known: Known): null {
  toldKnown = known;
  stoodUp(screener);
  return null;
}

function stoodUp(engine: Screener | record.Screener): void {
  engine.ready(trust.words);
  selfTest(engine, toldKnown);
  setTimeout(() => answer(() => screener.hasten()), HASTEN_AFTER);
}

function add({ name, bytes }: PackFile): null {
  screener.add(name, new Uint8Array(bytes));
  return null;
}

/** Entries are shown and recorded by different engines: whichever is there takes the file. */
function addDetails({ name, bytes }: PackFile): null {
  if (!entries && !whole) throw { code: 'entries-missing', message: '' } satisfies Fault;
  entries?.add(name, new Uint8Array(bytes));
  whole?.add(name, new Uint8Array(bytes));
  return null;
}

function addEntries(module: WebAssembly.Module): null {
  initRules({ module });
  entries ??= new Entries(trust.manifest, trust.keys);
  return null;
}

function addRules({ module, file }: RulesSupply): null {
  initRules({ module });
  rulebook = new Rulebook(trust.manifest, trust.keys, new Uint8Array(file.bytes));
  return null;
}

function addTables({ bytes }: PackFile): null {
  if (entries) loadTables(new Uint8Array(bytes));
  if (whole) record.loadTables(new Uint8Array(bytes));
  return null;
}

function addWhole(module: WebAssembly.Module, files: PackFile[]): null {
  if (whole) return null;
  record.initSync({ module });
  const engine = begun(new record.Screener(trust.manifest, trust.keys));
  // A file that is refused is missing here as it is in the other engine, and was told of there.
  for (const { name, bytes } of files) answer(() => engine.add(name, new Uint8Array(bytes)));
  stoodUp(engine);
  screener.free();
  screener = whole = engine;
  return null;
}

function records(): record.Screener {
  if (!whole) throw { code: 'records-missing', message: '' } satisfies Fault;
  return whole;
}

function shownEntries(): Entries {
  if (!entries) throw { code: 'entries-missing', message: '' } satisfies Fault;
  return entries;
}

function cases<K extends keyof Cases>(name: K, given: Parameters<Cases[K]>): ReturnType<Cases[K]> {
  records();
  const call: unknown = record[name];
  return (call as (...given: Parameters<Cases[K]>) => ReturnType<Cases[K]>)(...given);
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

const effectsOf = (rules: Rulebook) => (list: string, programs: string[]) => rules.effects(list, programs);

const api: EngineApi = {
  begin: (beginning) => answer(() => begin(beginning)),
  add: (file) => answer(() => add(file)),
  ready: (known) => answer(() => ready(known)),
  addDetails: (file) => answer(() => addDetails(file)),
  addEntries: (module) => answer(() => addEntries(module)),
  addRules: (supply) => answer(() => addRules(supply)),
  addTables: (file) => answer(() => addTables(file)),
  follows: (older, asOf) => answer(() => follows(older, asOf)),
  lists: (asOf) => answer(() => screener.lists(asOf)),
  check: (question) => answer(() => screener.check(question)),
  rows: (questions) => answer(() => rows(screener, questions)),
  details: (list, entry) => answer(() => shownEntries().details(list, entry)),
  effects: (list, programs) => answer(() => rules().effects(list, programs)),
  places: (text) => answer(() => rules().places(text)),
  destination: (question) => answer(() => rules().destination(question)),
  determine: (question) => answer(() => rules().determine(question)),
  item: (sheet) => answer(() => rules().item(sheet)),
  unscreened: (question) => answer(() => rules().unscreened(question)),
  screened: (question, found) => answer(() => rules().screened(question, found)),
  calendar: (question) => answer(() => rules().calendar(question)),
  record: (question) => answer(() => records().record(question)),
  again: (check) => answer(() => records().again(check)),
  recordDestination: (question) => answer(() => rules().recordDestination(question)),
  againDestination: (body) => answer(() => rules().againDestination(body)),
  recordDeal: (question) => answer(() => rules().record(question)),
  againDeal: (deal) => answer(() => rules().again(deal)),
  beginBatch: (question, source, wasm) => answer(() => batch.begin(records(), question, source, wasm)),
  recordRows: (rows) => answer(() => batch.rows(records(), rows)),
  endBatch: () => answer(() => batch.end()),
  addWhole: (module, files) => answer(() => addWhole(module, files)),
  showCase: (text, heads, law) => answer(() => records().showCase(text, heads, law ? effectsOf(rules()) : undefined)),
  exportCase: (text, form, letterhead, law) => answer(() => records().exportCase(text, form, ...letterhead, law ? effectsOf(rules()) : undefined)),
  cases: (name, ...given) => answer(() => cases(name, given)),
  attack: async (to) => ({ ok: await attackFromInside(to) }),
};
expose(api);
